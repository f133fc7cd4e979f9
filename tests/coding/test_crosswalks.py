"""Crosswalks between codebooks: read strictly, written back whole, never carried further than they say."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from studies import CODEBOOK, codebook_in, corpus_in, sheet_in

import lawtrack as lt
from lawtrack.coding import Crosswalk, Link, Pair, Relation

OTHER = """
id = "other"
version = "9"
unit = "amendment"
title = { en = "Another data set" }

[[questions]]
id = "empowers"
text = { en = "Is somebody empowered?" }
codes = [{ value = "1" }, { value = "0" }, { value = "9", off_scale = true }]

[[questions]]
id = "days"
text = { en = "Days?" }
level = "ratio"
codes = [{ value = "unknown", off_scale = true }]

[[questions]]
id = "breadth"
text = { en = "How broad?" }
codes = [{ value = "wide" }, { value = "narrow" }]

[[questions]]
id = "matter"
text = { en = "What about?" }
several = true
codes = [{ value = "expression" }, { value = "religion" }]
"""

WALK = """
id = "small-to-other"
codebook = "small 2"
into = "other 9"

[[links]]
question = "power"
to = "empowers"
answers = [{ answer = "yes", to = "1" }, { answer = "no", to = "0" }, { answer = "unknown", to = "9" }]

[[links]]
question = "days"
to = "days"

[[links]]
question = "reach"
to = "breadth"
caution = "they count groups"
answers = [
  { answer = "few", to = "narrow", relation = "close" },
  { answer = "many", to = "wide", relation = "narrower" },
  { answer = "all", to = "wide", relation = "broader", caution = "children too" },
  { answer = "unknown" },
]

[[links]]
question = "topics"
to = "matter"
answers = [{ answer = "speech", to = "expression" }, { answer = "faith", to = "religion" }]
"""


@pytest.fixture
def other(tmp_path):
    """The codebook of another data set."""
    path = tmp_path / "other.toml"
    path.write_text(OTHER, "utf-8")
    return lt.read_codebook(path)


@pytest.fixture
def walk(tmp_path, book, other):
    """From the small study to it."""
    return read(tmp_path, book, other, WALK)


def read(folder, book, other, text, name="walk.toml"):
    path = folder / name
    path.write_text(text, "utf-8")
    return lt.read_crosswalk(path, book, other)


@pytest.mark.parametrize("suffix", [".toml", ".json"])
def test_what_is_written_reads_back_equal(tmp_path, book, other, walk, suffix):
    """A crosswalk and a codebook survive TOML and JSON."""
    assert lt.read_crosswalk(lt.write(walk, tmp_path / f"again{suffix}"), book, other) == walk
    assert lt.read_codebook(lt.write(other, tmp_path / f"book{suffix}")) == other


def test_a_sheet_reads_back_equal(tmp_path, book, other, walk):
    """As CSV too, with what has no counterpart and what is carried over as it is written."""
    assert read(tmp_path, book, other, walk.table().to_csv(), "walk.csv") == walk


def test_a_template_asks_for_every_answer(tmp_path, book, other):
    """One row for each code; equal names are filled in, the rest is left for people to judge."""
    sheet = lt.crosswalk_template(book, other)
    found = read(tmp_path, book, other, sheet.to_csv(), "new.csv")

    assert len(sheet.rows) == 3 + 2 + 4 + 1 + 3 + 1
    assert [(link.question, link.to) for link in found.links] == [("days", "days")]


RELATIONS = st.sampled_from(list(Relation))
WORDS = st.sampled_from(["", "mind, the gap", 'say "so"', "=cmd()", "ё"])
PAIRS = st.lists(
    st.builds(Pair, answer=st.sampled_from(["yes", "no", "unknown"]), to=st.sampled_from(["1", "0", lt.NONE]),
              relation=RELATIONS, caution=WORDS),
    min_size=1, max_size=3, unique_by=lambda pair: pair.answer,
).map(tuple)  # fmt: skip


@given(PAIRS, RELATIONS, WORDS)
def test_any_crosswalk_survives_every_format(pairs, relation, caution):
    """Whatever it says, TOML, JSON and CSV give it back."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = codebook_in(folder)
        (folder / "other.toml").write_text(OTHER, "utf-8")
        other = lt.read_codebook(folder / "other.toml")
        links = (
            Link(question="power", to="empowers", answers=pairs, caution=caution),
            Link(question="days", to="days", relation=relation, caution=caution),
        )
        walk = Crosswalk(id="w", codebook=small.label, into=other.label, links=links)
        (folder / "w.csv").write_text(walk.table().to_csv(), "utf-8", newline="")
        paths = [lt.write(walk, folder / "w.toml"), lt.write(walk, folder / "w.json"), folder / "w.csv"]

        assert [lt.read_crosswalk(path, small, other) for path in paths] == [walk] * 3


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('question = "reach"', 'question = "reech"', "Did you mean 'reach'?"),
        ('to = "breadth"', 'to = "bredth"', "Did you mean 'breadth'?"),
        ('answer = "few"', 'answer = "fuw"', "Did you mean 'few'?"),
        ('to = "narrow"', 'to = "narow"', "Did you mean 'narrow'?"),
        ('codebook = "small 2"', 'codebook = "small 1"', "small 2, the codebook given"),
        ('relation = "close"', 'relation = "exact"', "one of"),
        ('question = "days"\nto = "days"', 'question = "days"\nto = "empowers"', "List what single answers"),
        ('answer = "no", to = "0"', 'answer = "yes", to = "0"', "each of them once"),
    ],
)
def test_what_the_codebooks_do_not_bear_out_is_refused(tmp_path, book, other, old, new, told):
    """A question, answer or label that is not there is told with its place and the nearest."""
    assert old in WALK

    with pytest.raises(lt.CodingError) as caught:
        read(tmp_path, book, other, WALK.replace(old, new, 1))

    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("power,maybe,empowers,1", "row 2"),
        ("power,yes,empowers,2", "row 2"),
        ("power,yes,,1", "the variable that this value belongs to"),
        ("power,,empowers,1", "the answer that comes to this value"),
        ("power,yes,empowers,1\npower,yes,empowers,0", "row 3, answer"),
        ("days,,days,\ndays,unknown,days,unknown", "as it is written, or answer by answer"),
    ],
)
def test_slips_in_a_sheet_are_told_by_row(tmp_path, book, other, row, told):
    """Rows count as a spreadsheet counts them."""
    with pytest.raises(lt.CodingError) as caught:
        read(tmp_path, book, other, f"question,answer,to,value\n{row}\n", "slip.csv")

    assert told in str(caught.value)


ANSWERS = (
    "a1,power,ana,1,yes,/akn/kz/act/law/2020/7~art_1,\na1,reach,ana,1,few,,\na1,days,ana,1,10,,\n"
    "a2,reach,ana,1,many,,\na2,topics,ana,1,speech; faith,,\na2,judge,ana,1,yes,,\n"
    "a10,reach,ana,1,all,,\na10,topics,ana,1,none,,\na10,days,ana,1,1,,\na10,days,ben,1,2,,\n"
)


def test_answers_are_carried_as_far_as_they_follow(tmp_path, book, walk):
    """Same and close and broader carry over with a caution; narrower, open and unsaid ones do not."""
    corpus = corpus_in(tmp_path)
    codings = lt.read_codings(sheet_in(tmp_path, ANSWERS), book, corpus=corpus)
    rows = {(row.unit[-2:], row.variable): row for row in lt.crosswalk(codings, walk, corpus=corpus)}

    assert {place: row.value for place, row in rows.items()} == {
        ("a1", "empowers"): "1",
        ("a1", "breadth"): "narrow",
        ("a1", "days"): "10",
        ("a2", "breadth"): lt.UNKNOWN,
        ("a2", "matter"): "expression; religion",
        ("10", "breadth"): "wide",
        ("10", "days"): lt.UNKNOWN,
        ("10", "matter"): lt.UNKNOWN,
    }
    assert rows["a1", "empowers"].citations == ("/akn/kz/act/law/2020/7~art_1",)
    assert rows["a1", "breadth"].caution == "'narrow' is close to 'few'; they count groups"
    assert rows["a2", "breadth"].caution == "'wide' is narrower than 'many'; they count groups"
    assert rows["10", "breadth"].caution == "'wide' is broader than 'all'; children too; they count groups"
    assert rows["10", "days"].caution == "coders differ"
    assert rows["10", "matter"].caution == "the crosswalk does not say what 'none' comes to"
    assert "1 question with answers have no counterpart: judge." in lt.crosswalk(codings, walk).notes


def test_what_has_no_counterpart_is_none(tmp_path, book, walk):
    """A code that the other codebook lacks is NONE there, which is not unknown."""
    codings = lt.read_codings(sheet_in(tmp_path, "a1,reach,ana,1,unknown,,\n"), book)
    (row,) = lt.crosswalk(codings, walk)

    assert row.value is lt.NONE


def test_a_choice_lost_on_the_way_is_told(tmp_path, book, other):
    """Of two choices only one has a counterpart: its value stands, with a caution that says which is lost."""
    walk = read(tmp_path, book, other, WALK.replace('to = "expression"', 'to = "none"'))
    assert not lt.is_known(walk.links[-1].answers[0].to)
    codings = lt.read_codings(sheet_in(tmp_path, "a1,topics,ana,1,speech; faith,,\n"), book)
    (row,) = lt.crosswalk(codings, walk)

    assert (row.value, row.caution) == ("religion", "'speech' has no counterpart")
    assert lt.recode(codings, walk, other).rows[0].note == row.caution


def test_rows_tell_since_when_the_unit_is_law():
    """First and last day of force of the record coded, where the corpus says."""
    kz = lt.example("kazakhstan")
    book = lt.read_codebook("restrictive-amendments")
    book = attrs.evolve(book, unit="effect")
    walk = Crosswalk(id="w", codebook=book.label, into="x", links=(Link(question="reach", to="r"),))
    effect = kz["guest-registration"]
    codings = lt.Codings(
        codebook=book, rows=(lt.Coding(unit=effect.id, question="reach", coder="Ada", answer="group"),)
    )
    (row,) = lt.crosswalk(codings, walk, corpus=kz)

    assert (str(row.effective), row.valid_through) == ("2017-01-07", lt.NOT_APPLICABLE)
    assert lt.crosswalk(codings, walk)[0].effective is lt.UNKNOWN


def test_recoded_studies_compare_with_theirs(tmp_path, book, other, walk):
    """Coders and rounds stay, what does not follow is left out, and agreement works as for one study."""
    ours = lt.recode(lt.read_codings(sheet_in(tmp_path, ANSWERS), book), walk, other)
    theirs = [lt.Coding(unit="a1", question="empowers", coder="Zoe", answer="0")]
    (row,) = lt.agreement(ours.with_(*theirs), question="empowers")

    assert (row.double_coded, row.percent.value) == (1, 0)
    assert {(c.coder, c.question) for c in ours} == {
        ("ana", "empowers"), ("ana", "breadth"), ("ana", "days"), ("ben", "days"), ("ana", "matter"),
    }  # fmt: skip
    assert ours.empty == 2


def test_two_questions_that_come_to_different_answers_are_not_decided(tmp_path, book, other):
    """Nobody can say which of them the other study would have taken; a warning names both."""
    text = WALK + '[[links]]\nquestion = "judge"\nto = "empowers"\nanswers = [{ answer = "no", to = "0" }]\n'
    joined = read(tmp_path, book, other, text)
    rows = "a1,power,ana,1,yes,x,\na1,judge,ana,1,no,,\n"
    ours = lt.recode(lt.read_codings(sheet_in(tmp_path, rows), book), joined, other)

    assert len(ours) == 0
    assert [(p.code, p.read) for p in ours.problems] == [("LT-COD-012", "'1' and '0'")]


def test_a_crosswalk_of_another_study_is_refused(tmp_path, book, other, walk):
    """Codings and crosswalk must follow one codebook."""
    codings = lt.Codings(codebook=codebook_in(tmp_path, CODEBOOK.replace('"2"', '"3"', 1)), rows=())

    with pytest.raises(lt.ReadingError, match="a crosswalk from small 3"):
        lt.crosswalk(codings, walk)
    with pytest.raises(lt.ReadingError, match="other 9"):
        lt.recode(lt.Codings(codebook=book, rows=()), walk, book)
