"""The command line on texts: shown, checked and converted like corpora."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import lawtrack as lt
from lawtrack.cli import _run, opening

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


def test_two_days_of_a_history_are_compared(bundle, capsys):
    """One history is enough: the text of one day against that of another or the last, or one unit of them."""
    days = ("--from", "2001-06-01", "--to", "2002-06-01")

    assert run(capsys, "redline", bundle, *days, "--unit", "1-2", "--format", "text")[:2] == (
        1, "Article 1-2\n[-Two-]{+Deux+}.\n",
    )  # fmt: skip
    assert run(capsys, "diff", bundle, *days, "--unit", "1-1")[0] == 0
    status, out, _ = run(capsys, "diff", bundle, "--from", "2001-06-01", "--format", "csv")
    assert status == 1
    assert "reworded" in out


def test_a_history_and_a_file_are_compared(bundle, tmp_path, capsys):
    """The new text may be a file of the same law."""
    (tmp_path / "new.md").write_text(f"---\ntitle: Law\n---\n{LAW}", "utf-8")
    new = str(tmp_path / "new.md")

    assert run(capsys, "diff", bundle, new, "--from", "2001-06-01", "--unit", "1-2")[0] == 0
    assert run(capsys, "diff", bundle, new, "--from", "2002-06-01", "--unit", "1-2")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("{bundle}",), "--from a day says"),
        (("{bundle}", "--from", "1999-01-01"), "The first version is of 2001-01-01"),
        (("{bundle}", "--from", "2001-01-01", "--unit", "1-3"), "no unit '1-3'. Known: art_1-1"),
        (("{file}",), "--from and --to"),
        (("{file}", "{file}", "--to", "2001-01-01"), "--to is for the history of a law"),
        (("{file}", "{file}", "--unit", "1-1"), "a plain text has no units"),
        (("{file}", "{file}", "--branch", "main"), "for the history of a law"),
    ],
)
def test_what_cannot_be_compared(bundle, tmp_path, arguments, said, capsys):
    """What is missing or does not fit together is misuse, told in one sentence."""
    file = tmp_path / "plain.md"
    file.write_text(LAW, "utf-8")
    given = [argument.format(bundle=bundle, file=file) for argument in arguments]

    for command in ("diff", "redline"):
        status, _, err = run(capsys, command, *given)
        assert status == 2
        assert said in err


def test_branch_and_file_are_chosen(bundle, capsys):
    """A branch or file that is not there is named, with what there is."""
    assert run(capsys, "show", bundle, "1-2", "--branch", "main", "--file", "law.md")[0] == 0
    assert "--branch: main" in run(capsys, "show", bundle, "--branch", "draft")[2]
    assert "There is law.md" in run(capsys, "check", bundle, "--file", "zzzzzz")[1]
    assert "no history" in run(capsys, "show", "kazakhstan", "--branch", "main")[2]
    assert run(capsys, "check", bundle, "kazakhstan", "--branch", "main")[0] == 0
    assert "the history of a law" in run(capsys, "check", "kazakhstan", "--branch", "main")[2]


class Terminal(io.StringIO):
    """An error stream on which somebody looks."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("seen", [True, False])
def test_a_bar_shows_on_a_terminal_what_is_read(bundle, monkeypatch, seen):
    """A long read draws a bar and takes it away again; into a pipe it draws nothing."""
    now = iter(range(1000))
    monkeypatch.setattr(opening, "monotonic", lambda: next(now))
    stream = Terminal() if seen else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    opening.open_any(bundle)

    assert ("reading versions" in stream.getvalue() and "100%" in stream.getvalue()) is seen
    assert stream.getvalue().endswith("\r\033[K\033[?25h") is seen


def test_a_bar_without_an_end(monkeypatch):
    """Where nobody knows how much there is, the bar only moves; where more becomes known, it grows."""
    now = iter(range(1000))
    monkeypatch.setattr(opening, "monotonic", lambda: next(now))
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with opening.Progress("clauses") as tell:
        tell(500, 0)
        tell(1000, 0)
    with opening.Progress() as tell:
        tell(1, 1)
        tell(2, 4)

    assert "reading clauses" in stream.getvalue()
    assert "50%" in stream.getvalue()


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
