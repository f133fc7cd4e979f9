"""The commands for two texts: every form, exit status by whether they differ, one sentence for each slip."""

import json

import pytest

from lawtrack.cli import _run
from lawtrack.cli.texts import REDLINES

OLD = "Theft is punished by up to three years.\nThe same stays.\n"
NEW = "Theft is punished by up to five years.\nThe  same stays.\n"


@pytest.fixture
def said(capsys):
    """Runs a command line; gives its exit status and what it wrote to either stream."""

    def run(*args):
        status = _run([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def files(tmp_path):
    """An old and a new text."""
    paths = tmp_path / "old.md", tmp_path / "new.txt"
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_text(text, "utf-8")
    return paths


@pytest.mark.parametrize("format", [*REDLINES, "table", "json", "csv"])
def test_redline_in_every_form(said, files, format):
    """Both words are shown, the status says that the texts differ, and the last line is ended once."""
    status, out, err = said("redline", *files, "--format", format)

    assert (status, err) == (1, "")
    assert "three" in out
    assert "five" in out
    assert out.endswith("\n")
    assert not out.endswith("\n\n\n")


def test_a_pipe_gets_plain_text(said, files):
    """Where no terminal is, signs stand for colours."""
    assert "up to [-three-]{+five+} years." in said("redline", *files)[1]


@pytest.mark.parametrize("command", ["redline", "diff"])
def test_equal_texts_have_status_zero(said, files, command):
    """Nothing differs: status 0."""
    assert said(command, files[0], files[0])[0] == 0


def test_differences_are_data(said, files):
    """As JSON each change has its kind, offsets and words."""
    status, out, _ = said("diff", *files, "--format", "json")

    assert status == 1
    assert json.loads(out)[0] == {
        "change": "replaced",
        "old at": 27,
        "new at": 27,
        "old": "three",
        "new": "five",
    }


def test_layout_can_be_ignored(said, files, tmp_path):
    """With the flag, a second blank is no difference."""
    wide = tmp_path / "wide.txt"
    wide.write_text(OLD.replace(" same", "  same"), "utf-8")

    assert said("diff", files[0], wide)[0] == 1
    assert said("diff", files[0], wide, "--ignore-layout")[0] == 0


def test_byte_order_mark_is_no_difference(said, files, tmp_path):
    """A file written with a byte order mark has the text that follows it."""
    marked = tmp_path / "marked.txt"
    marked.write_text(OLD, "utf-8-sig")

    assert said("diff", files[0], marked)[0] == 0


@pytest.mark.parametrize("content", [b"\xff\xfe\x00a", b"a\x00b", None])
def test_what_is_no_text_is_refused(said, files, tmp_path, content):
    """A file in another encoding, a binary one and one that is not there: a line each, status 2."""
    path = tmp_path / "odd"
    if content is not None:
        path.write_bytes(content)
    status, out, err = said("redline", files[0], path)

    assert (status, out) == (2, "")
    assert err.startswith("lawtrack: ")
    assert err.count("\n") == 1


def test_two_days_of_a_work_in_a_corpus(tmp_path, capsys):
    """CORPUS#WORK has a text for each day; the last is the new one unless told."""
    file = tmp_path / "law.toml"
    file.write_text(
        """
work = [{ id = "law/a", commencement = ["2015-01-01"] }, { id = "act/b", commencement = ["2020-01-01"] }]
provision = [{ work = "law/a", eid = "art_1" }]
[[wording]]
id = "w/1"
provision = "law/a~art_1"
lang = "en"
text = "Ten days."
in_force = "2015-01-01.."
[[amendment]]
id = "am/1"
instrument = "act/b"
targets = ["law/a~art_1"]
operation = "substitution"
old_text = "Ten"
new_text = "Five"
""",
        "utf-8",
    )

    assert _run(["redline", f"{file}#law/a", "--from", "2016-01-01", "--format", "text"]) == 1
    assert "[-Ten-]{+Five+} days." in capsys.readouterr().out
    assert _run(["diff", f"{file}#law/a", "--from", "2020-01-01", "--to", "2021-01-01"]) == 0
    assert _run(["diff", f"{file}#law/a"]) == 2
    assert _run(["diff", f"{file}#law/b", "--from", "2020-01-01"]) == 2
    assert "'law/b'" in capsys.readouterr().err


def test_a_text_cannot_command_a_terminal(tmp_path, capsys):
    """Escapes and turns of direction in a law are shown as signs, not sent on."""
    file = tmp_path / "law.md"
    file.write_text("# Law\n\n## Article 1\n\nTen \x1b[31mdays\x1b]0;x\x07 \u202eand\n", "utf-8")

    assert _run(["show", str(file)]) == 0
    out = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "days" in out
