"""Files with one clause a line: all are read, in order, and what is wrong with a line is told."""

import io

import pytest

from lawtrack import ReadingError, read_clauses
from lawtrack.sanction_text.clauses import LONGEST

CLAUSE = "наказывается лишением свободы на срок до {} лет"


def test_every_line_is_there(tmp_path):
    """Bad lines are listed with the reason, empty ones counted, and the others read."""
    file = tmp_path / "clauses.txt"
    lines = [CLAUSE.format(5).encode(), b"", b"\xff\xfe", b"x" * (LONGEST + 10), CLAUSE.format(7).encode()]
    file.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    read = read_clauses(file, lang="ru")

    assert [row.line for row in read] == [1, 3, 4, 5]
    assert [str(row.parsed.sanction) for row in read if row.parsed] == ["prison <=5y", "prison <=7y"]
    assert [row.fault for row in read.bad] == [
        "no UTF-8 at byte 1 of the line",
        f"longer than {LONGEST} bytes",
    ]
    assert read.empty == 1
    assert "4 clauses: 2 read whole, 0 not whole, 0 ambiguous, 2 bad lines" in str(read)


def test_open_files_and_lists_do_too():
    """Anything that gives lines is read."""
    listed = read_clauses([CLAUSE.format(n) for n in range(1, 4)], lang="ru-KZ")
    opened = read_clauses(io.BytesIO("\n".join(CLAUSE.format(n) for n in range(1, 4)).encode()), lang="ru")

    assert listed == opened
    assert len(listed) == 3


def test_progress_is_told():
    """Whoever asks hears how many clauses were read."""
    heard = []
    read_clauses([CLAUSE.format(3)] * 1200, lang="ru", progress=lambda done, size: heard.append(done))

    assert heard == [500, 1000]


@pytest.mark.parametrize("lang", ["xx", "", "russian"])
def test_a_language_without_a_grammar_is_refused(lang, tmp_path):
    """Before anything is opened, with the languages there are."""
    with pytest.raises(ReadingError, match="ru, en"):
        read_clauses(tmp_path / "missing.txt", lang=lang)
