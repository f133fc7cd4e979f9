"""The command line: every command in every format, its exit statuses, and one sentence for each slip."""

import csv
import io
import json
from html.parser import HTMLParser

import pytest

import lawtrack as lt
from lawtrack.cli import _run
from lawtrack.cli.output import FORMATS
from lawtrack.codes import CODES

CORPUS = """\
lawtrack = 1
[[source]]
id = "lt:kz/source/s"
[[work]]
id = "/akn/kz/act/law/2020/7"
[[effect]]
id = "lt:kz/effect/e"
kind = "sentence"
by = ["/akn/kz/act/law/2020/7"]
before = "prison 2..5y"
after = "prison 4..5y"
gist = { en = "Қатаң <b>", kk = "Қатаң" }
source = "lt:kz/source/s"
"""

QUESTIONS = (
    ("brief", "kazakhstan"),
    ("brief", "kazakhstan", "--package", "kz-2016-12", "--for", "resident"),
    ("show", "kazakhstan", "kill-switch"),
    ("show", "kazakhstan", "cc-255-1"),
    ("effects", "kazakhstan"),
    ("effects", "kazakhstan", "--role", "subscriber", "--change", "created", "--on", "2017-01-08"),
    ("effects", "kazakhstan", "--kind", "power", "--package", "kz-2016-12"),
    ("effects", "kazakhstan", "--role", "pilgrim", "--kind", "sentence"),
    ("sentences", "kazakhstan", "--package", "kz-2016-12"),
    ("sentences", "kazakhstan", "--verdict", "harsher"),
    ("sentences", "kazakhstan", "--verdict", "MILDER"),
    ("brief", "kazakhstan", "--as-known-on", "2017-03-01"),
    ("effects", "kazakhstan", "--kind", "power", "--as-known-on", "2017-03-01"),
    ("sentences", "kazakhstan", "--as-known-on", "2018-12-31"),
    ("check", "kazakhstan"),
    ("exposure", "kazakhstan", "ngo", "--on", "2017-02-01"),
    ("powers", "united-kingdom", "--holder", "police"),
    ("across", "kazakhstan", "russia", "united-kingdom"),
    ("across", "russia", "united-kingdom", "--align", "encouraging_terrorism", "--on", "2016-12-01"),
    ("compare", "prison 2..5y", "prison 3..6y"),
    ("compare", "kill-switch", "suspension-bodies", "--corpus", "kazakhstan", "--for", "subscriber"),
    ("compare", "kill-switch", "suspension-bodies", "--corpus", "kazakhstan", "--for", "all"),
    ("compare", "kazakhstan#kz-2016-12", "kazakhstan", "--for", "subscriber", "--others-equal"),
    ("compare", "kazakhstan#kz-2016-12", "kazakhstan#kz-2016-12", "--show", "matrix"),
    ("compare", "kazakhstan#kz-2016-12", "russia#ru-2016-07", "--for", "defendant", "--functional"),
    ("compare", "russia", "united-kingdom", "--align", "terrorism-offences", "--show", "rows"),
    ("verify", "kazakhstan"),
    ("verify", "kazakhstan", "two-years-share"),
    ("verify", "kazakhstan", "report-laws", "--against", "bureau-laws"),
    ("verify", "kazakhstan", "guests-ten-days", "--as-known-on", "2018-01-01"),
    ("critiques", "kazakhstan", "--ground", "vagueness"),
    ("critiques", "kazakhstan", "--by", "three_part_test", "--across", "stage"),
    ("critiques", "kazakhstan", "--view", "convergence"),
    ("critiques", "kazakhstan", "--view", "uncriticised", "--package", "kz-2016-12"),
    ("critiques", "kazakhstan", "--view", "dangling"),
    ("critiques", "kazakhstan", "--view", "heeding"),
)  # fmt: skip


@pytest.fixture
def said(capsys):
    """Runs a command line; gives its exit status and what it wrote to either stream."""

    def run(*args):
        status = _run([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def good(tmp_path):
    """A file without errors."""
    path = tmp_path / "good.toml"
    path.write_text(CORPUS, "utf-8")
    return path


@pytest.fixture
def broken(tmp_path):
    """A file with two errors: a kind that is none, and a source that is not there."""
    path = tmp_path / "broken.toml"
    path.write_text(
        CORPUS.replace('"sentence"', '"sentense"').replace(
            'source = "lt:kz/source/s"', 'source = "lt:kz/source/t"'
        ),
        "utf-8",
    )
    return path


class Balance(HTMLParser):
    """Reads HTML and keeps the tags that are open."""

    def __init__(self):
        super().__init__()
        self.open, self.seen = [], set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


# formats


@pytest.mark.parametrize("command", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("format", FORMATS)
def test_every_command_speaks_every_format(said, command, format):
    """JSON loads, CSV has as many cells in each row, HTML is balanced, and each ends in one newline."""
    status, out, err = said(*command, "--format", format)

    assert (status, err) == (0, "")
    assert out.endswith("\n")
    assert not out.endswith("\n\n")
    if format == "json":
        assert isinstance(json.loads(out), list)
    if format == "csv":
        rows = list(csv.reader(io.StringIO(out, newline="")))
        assert len({len(row) for row in rows}) == 1
    if format == "html":
        reader = Balance()
        reader.feed(out)
        reader.close()
        assert not reader.open
        assert "script" not in reader.seen


@pytest.mark.parametrize("command", QUESTIONS[4:11], ids=" ".join)
def test_json_and_csv_hold_the_same_rows(said, command):
    """Two exports of one answer have as many rows and the same columns."""
    rows = json.loads(said(*command, "--format", "json")[1])
    head, *lines = csv.reader(io.StringIO(said(*command, "--format", "csv")[1], newline=""))

    assert len(rows) == len(lines)
    assert all(sorted(row) == sorted(head) for row in rows)


def test_an_empty_answer_is_found(said):
    """Nothing fits, and that is an answer: a note, status 0."""
    status, out, _ = said("sentences", "kazakhstan", "--verdict", "milder")

    assert status == 0
    assert "No row passes this filter." in out


def test_verdicts_of_open_rows_are_found(said, tmp_path):
    """Who asks for UNKNOWN finds rows that tell what they may still be."""
    path = tmp_path / "open.toml"
    path.write_text(CORPUS.replace('before = "prison 2..5y"\n', ""), "utf-8")

    assert len(json.loads(said("sentences", path, "--verdict", "unknown", "--format", "json")[1])) == 1
    assert json.loads(said("sentences", path, "--verdict", "harsher", "--format", "json")[1]) == []


def test_markdown_of_a_record_holds_its_ties(said):
    """Markdown shows what is tied to a record, as text and HTML do."""
    out = said("show", "kazakhstan", "kill-switch", "--format", "markdown")[1]

    assert "Who says so" in out
    assert "Whom it binds or empowers" in out


# slips


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (["efects", "kazakhstan"], "effects"),
        (["effects", "kazakstan"], "kazakhstan"),
        (["effects", "kazakhstan", "--format", "jsn"], "json"),
        (["effects", "kazakhstan", "--fromat", "json"], "--format"),
        (["effects", "kazakhstan", "--kind", "powr"], "power"),
        (["effects", "kazakhstan", "--role", "subscribr"], "subscriber"),
        (["effects", "kazakhstan", "--change", "creatd"], "created"),
        (["effects", "kazakhstan", "--package", "kz-2016-21"], "kz-2016-12"),
        (["sentences", "kazakhstan", "--verdict", "harser"], "HARSHER"),
        (["brief", "kazakhstan", "--for", "residnt"], "resident"),
        (["show", "kazakhstan", "kil-switch"], "kill-switch"),
        (["convert", "kazakhstan", "-", "--to", "tmol"], "toml"),
        (["compare", "kil-switch", "kill-switch", "--corpus", "kazakhstan"], "kill-switch"),
        (["compare", "kazakhstan#kz-2016-21", "kazakhstan"], "kz-2016-12"),
        (["compare", "kazakhstan", "russi"], "russia"),
        (
            ["compare", "kazakhstan#kz-2016-12", "russia", "--align", "terorism-offences"],
            "terrorism-offences",
        ),
        (["check", "--explain", "LT-REF-02"], "LT-REF-002"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_a_slip_is_told_with_the_nearest(said, args, near):
    """A wrong command, example, option, value, role, kind or id: one line on the error stream, status 2."""
    status, out, err = said(*args)

    assert (status, out) == (2, "")
    assert err.startswith("lawtrack: ")
    assert err.count("\n") == 1
    assert f"Did you mean '{near}'" in err


@pytest.mark.parametrize(
    "args",
    [
        ["effects"],
        ["show", "kazakhstan"],
        ["effects", "kazakhstan", "--on", "2017"],
        ["effects", "kazakhstan", "--on", "2017-02-30"],
        ["effects", "kazakhstan", "more"],
        ["check"],
        ["convert", "kazakhstan", "file.docx"],
        ["convert", "kazakhstan", "no/such/folder/file.json"],
    ],
    ids=" ".join,
)
def test_misuse_is_one_sentence(said, args):
    """What cannot be run is told in a line, with status 2 and no traceback."""
    status, out, err = said(*args)

    assert (status, out) == (2, "")
    assert err.startswith("lawtrack: ")
    assert err.count("\n") == 1


def test_codes_are_explained_in_any_case(said):
    """What a code means is printed whichever way it is typed."""
    assert said("check", "--explain", "lt-ref-002") == said("check", "--explain", "LT-REF-002")
    assert said("check", "--explain", "LT-REF-002")[1].startswith("LT-REF-002: ")


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["--version"], ["effects", "--help"]], ids=" ".join)
def test_help_is_found(said, args):
    """Help and version go to the output, with status 0."""
    status, out, err = said(*args)

    assert (status, err) == (0, "")
    assert "lawtrack" in out


def test_help_names_the_statuses(said):
    """The help says what the exit statuses mean."""
    assert "0 found or clean, 1 problems or differences, 2 misuse" in " ".join(said("--help")[1].split())


# check


def test_good_files_are_clean(said, good):
    """A file without errors has status 0."""
    status, out, _ = said("check", good)

    assert status == 0
    assert out.splitlines()[-1].startswith("0 errors")


def test_broken_files_name_every_problem(said, broken):
    """Both errors are named in one pass, each with its place and the nearest name; status 1."""
    status, out, _ = said("check", broken)

    assert status == 1
    assert "Did you mean 'sentence'" in out
    assert "lt:kz/source/t" in out
    assert "broken.toml" in out


def test_problems_are_data_too(said, broken):
    """As JSON each problem has a code, a severity and a place."""
    rows = json.loads(said("check", broken, "--format", "json")[1])

    assert {row["severity"] for row in rows} <= {"error", "warning", "note"}
    assert rows
    assert all(row["code"] in CODES and row["file"].endswith("broken.toml") for row in rows)


def test_warnings_fail_only_when_strict(said, tmp_path):
    """An effect that tells nothing is a warning: clean as such, a problem with --strict."""
    path = tmp_path / "thin.toml"
    path.write_text(CORPUS.replace('before = "prison 2..5y"\nafter = "prison 4..5y"\n', ""), "utf-8")

    assert said("check", path)[0] == 0
    assert said("check", path, "--strict")[0] == 1


def test_several_paths_are_checked(said, good, broken):
    """One broken file among several is enough for status 1, and the good one is still counted."""
    assert said("check", good, broken)[0] == 1


def test_questions_on_a_broken_file(said, broken):
    """A corpus with errors is not half-loaded: its problems are told on the error stream, status 1."""
    status, out, err = said("effects", broken)

    assert (status, out) == (1, "")
    assert "broken.toml: " in err


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"[[effect]\n", b'{"lawtrack": 1', b""], ids=repr)
@pytest.mark.parametrize("suffix", [".toml", ".json"])
def test_files_that_are_none(said, tmp_path, data, suffix):
    """What is no text, or no TOML or JSON, is a problem with its place, never a traceback."""
    path = tmp_path / f"odd{suffix}"
    path.write_bytes(data)
    status, out, err = said("check", path)

    assert status in (0, 1)
    assert "Traceback" not in out + err


# convert


def test_there_and_back_again(said, good, tmp_path):
    """TOML to JSON to TOML to JSON: the corpus is the same, and so are the bytes of the JSON."""
    one, two, three = (tmp_path / name for name in ("one.json", "two.toml", "three.json"))
    for source, target in ((good, one), (one, two), (two, three)):
        assert said("convert", source, target)[0] == 0

    assert lt.read(one) == lt.read(good) == lt.read(two)
    assert one.read_bytes() == three.read_bytes()


def test_the_example_survives_the_way(said, tmp_path):
    """So does the whole example."""
    path = tmp_path / "kz.toml"
    said("convert", "kazakhstan", path)

    assert lt.digest(lt.read(path)) == lt.digest(lt.example("kazakhstan"))


@pytest.mark.parametrize("format", ["json", "toml"])
def test_a_dash_is_standard_output(said, good, tmp_path, format):
    """With - the corpus goes to the output, and nothing else does."""
    status, out, err = said("convert", good, "-", "--to", format)
    again = tmp_path / f"again.{format}"
    again.write_text(out, "utf-8")

    assert (status, err) == (0, "")
    assert lt.read(again) == lt.read(good)


def test_convert_does_not_write_over_a_file(said, tmp_path):
    """A file that is there, the author's own above all, is written over only when asked to be."""
    own = tmp_path / "law.toml"
    own.write_text('[[source]]\nid = "s"  # by hand\n', "utf-8")

    status, _, err = said("convert", str(own), str(own))

    assert (status, own.read_text("utf-8").count("by hand")) == (2, 1)
    assert "--force" in err
    assert said("convert", str(own), str(own), "--force")[0] == 0


def test_convert_wants_to_know_the_format(said, tmp_path):
    """A target without a suffix says nothing of its format."""
    status, _, err = said("convert", "kazakhstan", str(tmp_path / "kz"))

    assert status == 2
    assert "--to" in err


def test_a_missing_file_does_not_hide_the_problems_of_others(said, tmp_path):
    """Problems of every path are told in one pass, the path that does not exist among them."""
    broken = tmp_path / "broken.toml"
    broken.write_text("[[effect]]\n", "utf-8")

    status, out, _ = said("check", str(broken), "nope")

    assert status == 2
    assert "LT-IO-006" in out
    assert "LT-KEY-004" in out


@pytest.mark.parametrize(
    "args",
    [
        ["verify", "kazakhstan", "--against", "report-laws"],
        ["critiques", "kazakhstan", "--by", "stage", "--view", "uptake"],
        ["critiques", "kazakhstan", "--across", "stage"],
        ["critiques", "kazakhstan", "--by", "stage", "--ground", "vagueness"],
        ["critiques", "kazakhstan", "--view", "dangling", "--package", "kz-2016-12"],
    ],
    ids=" ".join,
)
def test_two_questions_at_once_are_refused(said, args):
    """Options that belong to different questions are one sentence and status 2."""
    status, out, err = said(*args)

    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_a_contradicted_claim_has_a_status(said, tmp_path):
    """A script learns from the exit status that a claim is contradicted."""
    path = tmp_path / "c.toml"
    path.write_text(
        CORPUS
        + """[[package]]
id = "lt:kz/package/p"
members = ["/akn/kz/act/law/2020/7"]
enumerates = ["effect"]
[[claim]]
id = "lt:kz/claim/none"
about = "lt:kz/package/p"
source = "lt:kz/source/s"
quantity = 0
unit = "effect"
is_share = true
predicate = "simple_shift(+2y, floor)"
""",
        "utf-8",
    )

    assert said("verify", str(path), "none")[0] == 1
    assert said("verify", str(path))[0] == 1


def test_across_takes_a_kind(capsys):
    """Rules of another kind than sentences stand side by side too; a slip is told with the nearest."""
    assert _run(["across", "kazakhstan", "russia", "--kind", "power", "--align", "suspend"]) == 0
    assert "kill switch" in " ".join(capsys.readouterr().out.split())
    assert _run(["across", "kazakhstan", "russia", "--kind", "powr"]) == 2
    assert "'power'" in capsys.readouterr().err
