"""``lawtrack template`` and ``lawtrack agreement``: from a sheet to figures without a line of Python."""

import csv
import io

import pytest
from studies import CODEBOOK, CORPUS, sheet_in

from lawtrack.cli import _run
from lawtrack.cli.output import FORMATS


@pytest.fixture
def said(tmp_path, monkeypatch, capsys):
    """Runs a command line in a folder that holds the small study."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "study.toml").write_text(CODEBOOK, "utf-8")
    (tmp_path / "law.toml").write_text(CORPUS, "utf-8")

    def run(*args):
        status = _run([*args, "--codebook", "study.toml"])
        out, err = capsys.readouterr()
        return status, out, err

    return run


AGREED = "a1,days,ana,1,1,,\na1,days,ben,1,1,,\na2,days,ana,1,2,,\na2,days,ben,1,2,,\n"
DIFFERING = AGREED.replace("a2,days,ben,1,2", "a2,days,ben,1,3")


def test_template_is_a_sheet(said):
    """By default it is CSV, for the units named and the coder named."""
    status, out, _ = said("template", "law.toml", "--unit", "a1", "--unit", "a2", "--coder", "ana")

    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert (status, len(rows), {row["coder"] for row in rows}) == (0, 12, {"ana"})


def test_template_to_settle(said, tmp_path):
    """With --settle it has the open differences only."""
    sheet_in(tmp_path, DIFFERING)
    status, out, _ = said("template", "law.toml", "--settle", "sheet.csv")

    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert (status, row["unit"], row["round"]) == (0, "lt:kz/amendment/a2", "final")


@pytest.mark.parametrize("format", FORMATS)
def test_agreement_in_every_format(said, tmp_path, format):
    """Figures stand in every format, and finding them is success."""
    sheet_in(tmp_path, AGREED)
    status, out, err = said("agreement", "sheet.csv", "--question", "days", "--format", format)

    assert (status, err) == (0, "")
    assert "1.0000" in out


def test_differences_tell_by_status_whether_any_is_open(said, tmp_path):
    """1 while one is open, 0 when none is or all are settled."""
    for rows, wanted in [(AGREED, 0), (DIFFERING, 1), (f"{DIFFERING}a2,days,eva,final,2,,\n", 0)]:
        sheet_in(tmp_path, rows)
        assert said("agreement", "sheet.csv", "--differences")[0] == wanted


def test_a_wrong_sheet_is_told_whole(said, tmp_path):
    """Every problem goes to standard error, nothing to standard output, and the status is 1."""
    sheet_in(tmp_path, "a1,dys,ana,1,1,,\na1,power,ana,1,Yes,,\n")
    status, out, err = said("agreement", "sheet.csv", "--corpus", "law.toml")

    assert (status, out) == (1, "")
    assert ("LT-COD-008" in err, "LT-COD-001" in err) == (True, True)


def test_warnings_go_beside_the_answer(said, tmp_path):
    """Look-alike names are told on standard error; the figures come all the same."""
    sheet_in(tmp_path, "a1,days,ana,1,1,,\na1,days,Ana,1,2,,\n")
    status, out, err = said("agreement", "sheet.csv")

    assert (status, "LT-COD-002" in err, "days" in out) == (0, True, True)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("agreement", "sheet.csv", "--question", "dys"), "Did you mean 'days'?"),
        (("agreement", "sheet.csv", "--differences", "--leave-out", "unknown"), "--leave-out"),
        (("agreement",), "Missing argument"),
        (("template", "law.toml", "--unit", "a3"), "no amendment 'a3'"),
    ],
)
def test_misuse_is_one_sentence(said, tmp_path, args, told):
    """Slips of the command line have status 2 and name the way out."""
    sheet_in(tmp_path, AGREED)
    status, out, err = said(*args)

    assert (status, out) == (2, "")
    assert told in err


def test_quality_of_sheets_and_of_a_corpus(said, tmp_path):
    """With sheets question by question, without field by field; package names are looked up."""
    sheet_in(tmp_path, AGREED)
    status, out, _ = said("quality", "law.toml", "sheet.csv", "--format", "csv")

    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert (status, row["variable"], row["of"], row["units"], row["alpha"]) == (0, "days", "3", "2", "1.0000")
    status, out, _ = said("quality", "kazakhstan", "--package", "kz-2016-12")
    assert (status, "attribution" in out) == (0, True)


def test_crosswalk_from_sheet_to_sheet(said, tmp_path):
    """Without a crosswalk a sheet for one, with it the answers in the other variables."""
    sheet_in(tmp_path, AGREED)
    (tmp_path / "theirs.toml").write_text(CODEBOOK.replace('id = "small"', 'id = "theirs"'), "utf-8")
    status, sheet, _ = said("crosswalk", "--into", "theirs.toml")
    (tmp_path / "walk.csv").write_text(sheet, "utf-8", newline="")
    done, out, err = said("crosswalk", "sheet.csv", "--into", "theirs.toml", "--by", "walk.csv")

    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    assert (status, done, err) == (0, 0, "")
    assert [(row["unit"], row["variable"], row["value"]) for row in rows] == [
        ("a1", "days", "1"),
        ("a2", "days", "2"),
    ]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("crosswalk", "sheet.csv", "--into", "study.toml"), "Name the crosswalk with --by"),
        (("crosswalk", "--into", "study.toml", "--by", "no.csv"), "no.csv"),
        (("crosswalk", "--into", "studdy"), "no codebook 'studdy'"),
        (("quality", "kazakhstn"), "kazakhstan"),
        (("quality", "kazakhstan", "--package", "kz-2016"), "kz-2016-12"),
    ],
)
def test_slips_on_the_command_line_name_the_way_out(said, tmp_path, args, told):
    """One sentence and the status of misuse or of problems, never a traceback."""
    sheet_in(tmp_path, AGREED)
    status, out, err = said(*args)

    assert (status in (1, 2), out) == (True, "")
    assert told in err
    assert "Traceback" not in err
