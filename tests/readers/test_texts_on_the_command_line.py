"""The command line on texts: shown, checked and converted like corpora."""

import shutil
import subprocess
from pathlib import Path

import pytest

import lawtrack as lt
from lawtrack.cli import _run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="histories need the program git")

BILL = """<Statute in-force="yes" xml:lang="en"><Body><Section><MarginalNote>Works</MarginalNote>
<Label>2</Label>
<Subsection><Label>(1)</Label><Text>Works are roads.</Text></Subsection></Section></Body></Statute>"""
LAW = "# Law\n\nArticle 1-1\n\nOne.\n\nArticle 1-2\n\nTwo.\n"


@pytest.fixture
def bundle(tmp_path: Path) -> str:
    folder = tmp_path / "source"
    folder.mkdir()

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch=main")
    for day, text in (("2001-01-01", LAW), ("2002-01-01", LAW.replace("Two.", "Deux."))):
        (folder / "law.md").write_text(text, "utf-8")
        git("add", "law.md")
        dated = f"--date={day}T00:00:00+00:00"
        git(
            "-c",
            "user.name=n",
            "-c",
            "user.email=m@example.org",
            "commit",
            "--quiet",
            dated,
            "-m",
            f"Act of {day}",
        )
    git("bundle", "create", "--quiet", str(tmp_path / "law.bundle"), "main")
    return str(tmp_path / "law.bundle")


@pytest.fixture
def statute(tmp_path: Path) -> str:
    pytest.importorskip("lxml", reason="reading XML needs the extra xml")
    (tmp_path / "law.xml").write_text(BILL, "utf-8")
    return str(tmp_path / "law.xml")


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    status = _run(list(arguments))
    said = capsys.readouterr()
    return status, said.out, said.err


def test_an_article_on_a_day(bundle, capsys):
    """The text of a unit on a day goes to standard output, what it is of to standard error."""
    status, out, err = run(capsys, "show", bundle, "1-2", "--on", "2001-06-01")

    assert (status, out) == (0, "Article 1-2\nTwo.\n")
    assert "2001-01-01..2002-01-01" in err


def test_without_a_day_the_last_text_is_shown(bundle, capsys):
    """Without a day it is the last text, without a unit all of it."""
    assert run(capsys, "show", bundle)[1] == "Law\nArticle 1-1\nOne.\nArticle 1-2\nDeux.\n"


@pytest.mark.parametrize("format", ["json", "csv", "html"])
def test_units_as_rows(statute, format, capsys):
    """Other formats have one row for each unit, with its address."""
    status, out, _ = run(capsys, "show", statute, "sec_2", "--format", format)

    assert status == 0
    assert "sec_2__subsec_1" in out


def test_units_as_markdown(bundle, capsys):
    """Markdown has the heading as it was printed."""
    assert "Two." in run(capsys, "show", bundle, "--on", "2001-01-01", "--format", "markdown")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("1-9",), "no unit '1-9'"),
        (("--on", "1999-01-01"), "The first version is of 2001-01-01"),
        (("--on", "soon"), "soon"),
    ],
)
def test_what_is_not_there(bundle, arguments, said, capsys):
    """A unit or day that is not there is misuse, told in one sentence."""
    status, _, err = run(capsys, "show", bundle, *arguments)

    assert status == 2
    assert said in err


def test_a_text_has_no_days(statute, capsys):
    """A file of one text has no day to choose."""
    assert run(capsys, "show", statute, "--on", "2001-01-01")[0] == 2


def test_questions_about_corpora_refuse_texts(statute, capsys):
    """A question that needs a corpus says so of a text."""
    status, _, err = run(capsys, "effects", statute)

    assert status == 2
    assert "asks for a corpus" in err


def test_histories_are_checked(bundle, capsys):
    """Checking a history tells what is doubtful about its versions; that alone is no failure."""
    status, out, _ = run(capsys, "check", bundle)

    assert status == 0
    assert out.endswith("notes.\n")


def test_texts_are_converted(statute, bundle, tmp_path, capsys):
    """A law is written as Markdown or Akoma Ntoso, of a history the text of a day."""
    target = tmp_path / "law.akn"

    assert run(capsys, "convert", statute, "-", "--to", "markdown")[1].startswith("## 2 : Works\n")
    assert run(capsys, "convert", bundle, str(target), "--on", "2001-01-01")[0] == 0
    assert "<num>Article 1-1</num>" in target.read_text("utf-8")


def test_laws_in_xml_are_compared_as_trees(tmp_path, capsys):
    """Differences name addresses, and the exit status says that there are some."""
    pytest.importorskip("lxml")
    (tmp_path / "old.xml").write_text(BILL, "utf-8")
    (tmp_path / "new.xml").write_text(BILL.replace("roads", "roads and bridges"), "utf-8")

    assert _run(["diff", str(tmp_path / "old.xml"), str(tmp_path / "new.xml"), "--format", "csv"]) == 1
    assert "reworded" in capsys.readouterr().out
    assert _run(["redline", str(tmp_path / "old.xml"), str(tmp_path / "new.xml")]) == 1
    assert "{+" in capsys.readouterr().out


def test_layout_of_laws_in_xml_can_be_ignored(statute, tmp_path, capsys):
    """Two laws that differ in a blank only are alike when layout is left out, and else are not."""
    other = tmp_path / "other.xml"
    other.write_text(BILL.replace("are roads", "are\u00a0roads"), "utf-8")

    assert run(capsys, "diff", statute, str(other))[0] == 1
    assert "layout only" in run(capsys, "diff", statute, str(other), "--format", "csv")[1]
    assert run(capsys, "diff", statute, str(other), "--ignore-layout")[0] == 0


def test_a_law_in_markdown_is_compared_with_one_in_xml(statute, tmp_path, capsys):
    """Whatever format two laws have they are compared as trees; plain text and a law are not compared."""
    same, plain = tmp_path / "same.akn", tmp_path / "law.txt"
    lt.write(lt.read_document(statute), same)
    text = tmp_path / "law.md"
    lt.write(lt.read(statute), text)
    plain.write_text("Words.", "utf-8")

    assert run(capsys, "diff", statute, str(same), "--format", "csv")[0] == 1
    assert run(capsys, "redline", statute, str(same))[0] == 0
    assert run(capsys, "diff", str(same), str(text), "--format", "csv")[0] == 1
    status, _, said = run(capsys, "diff", statute, str(plain))
    assert (status, "plain text" in said) == (2, True)
