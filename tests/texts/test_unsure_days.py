"""What is not sure about days: marks, vague starts, an order nobody knows, ends before starts."""

from datetime import date
from pathlib import Path

import pytest
from amended_code import BASE, CODE, LATER, LAW, act, amendment, text, with_, wording, words
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.commencement_rules import read_rule
from lawtrack.dates.doubt import surely_held, widened
from lawtrack.model.instruction import Operation
from lawtrack.model.text import CommencementPart
from lawtrack.schedules import ORDER
from lawtrack.timelines import ForceStatus


def notes(corpus, on, **more):
    return lt.consolidate(corpus, CODE, on=on, **more).notes


# marked days


@pytest.mark.parametrize(
    ("start", "not_yet", "unsure", "begun"),
    [
        ("2017-01-07?", "2016-12-06", ("2016-12-07", "2017-01-07", "2017-02-06"), "2017-02-07"),
        ("2017-01~", "2016-11-30", ("2016-12-01", "2017-01-15", "2017-02-27"), "2017-02-28"),
        ("2017%", "2015-12-31", ("2016-01-01", "2017-06-01", "2018-12-30"), "2018-12-31"),
    ],
)
def test_around_a_marked_day_nothing_is_sure(start, not_yet, unsure, begun):
    """A month either way of a day or month, a year either way of a year; later it counts, with a note."""
    corpus = with_(amendment("1", LAW, words("ten", "thirty"), start=start))

    assert notes(corpus, not_yet) == ()
    for day in unsure:
        assert text(corpus, day) == "The fine is ten days."
        assert notes(corpus, day) == (f"lt:a/1: left out, not surely in force; from {start}.",)
    assert text(corpus, begun) == "The fine is thirty days."
    assert f"taken as begun, though its day is marked: {start}" in notes(corpus, begun)[0]


def test_the_status_around_a_marked_day_is_unknown():
    """The answer says why, and is sure again a month away."""
    work = lt.Work(id=CODE, commencement=(CommencementPart(rule=read_rule("2017-01-07?")),))
    told = {
        day: lt.status(lt.Corpus.of([work]), CODE, on=day)
        for day in ("2016-12-06", "2017-01-20", "2017-02-07")
    }

    assert [status.status for status in told.values()] == [
        ForceStatus.NOT_IN_FORCE,
        ForceStatus.UNKNOWN,
        ForceStatus.IN_FORCE,
    ]
    assert any("its start is marked: 2017-01-07?" in note for note in told["2017-01-20"].notes)


def test_an_end_that_is_marked():
    """Whether temporary law has lapsed is not sure around the day; afterwards it has, with a note."""
    corpus = with_(amendment("1", LAW, words("ten", "ninety"), until=lt.EdtfDate.read("2017-06-01~")))

    assert text(corpus, "2017-04-30") == "The fine is ninety days."
    assert "not surely in force" in notes(corpus, "2017-06-10")[0]
    assert text(corpus, "2017-07-01") == "The fine is ten days."
    assert "taken as ended" in notes(corpus, "2017-07-01")[0]


_days = st.dates(date(2010, 1, 1), date(2020, 12, 31))
_points = st.one_of(_days.map(str), _days.map(lambda d: str(d)[:7]), _days.map(lambda d: str(d)[:4]))


@given(_points, st.sampled_from("~?%"), _days)
def test_a_mark_only_takes_certainty_away(point, mark, day):
    """What a marked day decides the same day without mark decides too, and equally."""
    plain, marked = lt.Period(lt.EdtfDate.read(point)), lt.Period(lt.EdtfDate.read(point + mark))
    surely = surely_held(marked, day)

    assert surely is lt.UNKNOWN or surely is surely_held(plain, day)
    assert lt.EdtfDate.read(point).within(widened(lt.EdtfDate.read(point + mark)))


# an order that nobody knows


@pytest.mark.parametrize(
    "starts", [("2017-02", "2017-02"), ("2017-02", "2017-02-15"), ("2017-02-01?", "2017-02-20")]
)
def test_signature_does_not_order_vague_starts(starts):
    """Which of two acts began first is not known from the days of their signature."""
    first, second = (
        amendment("1", LAW, lt.PartSubstitution(target="art_1", part="text", new="One."), start=starts[0]),
        amendment("2", LATER, lt.PartSubstitution(target="art_1", part="text", new="Two."), start=starts[1]),
    )

    with pytest.raises(lt.ConsolidationError, match=r"order matters.*Nothing says which of them began first"):
        lt.consolidate(with_(first, second), CODE, on="2019-01-01")
    law = lt.consolidate(with_(first, second), CODE, on="2019-01-01", strict=False)
    assert law["art_1"].text == "The fine is ten days."
    assert "lt:a/1 and lt:a/2 contradict each other" in law.notes[0]


@pytest.mark.parametrize("names", [("1", "2"), ("2", "1")])
def test_a_change_that_needs_another_of_unknown_order(names):
    """Had the second begun first it would not have fitted: nobody knows, whatever the acts are called."""
    first = amendment(names[0], LAW, words("ten", "thirty"), start="2017-02")
    second = amendment(names[1], LATER, words("thirty", "ninety"), start="2017-02")

    with pytest.raises(lt.ConsolidationError, match=r"needs: in the other order it does not fit|wrong order"):
        lt.consolidate(with_(first, second), CODE, on="2019-01-01")


def test_vague_starts_that_cannot_overlap_are_in_order():
    """February is before March, whatever the days are."""
    corpus = with_(
        amendment("2", LAW, words("ten", "thirty"), start="2017-02"),
        amendment("1", LATER, words("thirty", "ninety"), start="2017-03"),
    )

    assert text(corpus, "2019-01-01") == "The fine is ninety days."


def test_one_act_begins_as_a_whole():
    """Two places of one act that begin on one vague day are in the order of the act."""
    corpus = with_(
        amendment("1", LAW, words("ten", "thirty"), start="2017-02"),
        amendment("2", LAW, words("thirty", "ninety"), start="2017-02"),
    )

    assert text(corpus, "2019-01-01") == "The fine is ninety days."


def test_independent_changes_of_unknown_order_make_one_text():
    """What commutes is applied, in whatever order (I-19)."""
    corpus = with_(
        amendment("1", LAW, words("ten", "thirty"), start="2017-02"),
        amendment("2", LATER, words("fine", "penalty"), start="2017-02"),
    )

    assert text(corpus, "2019-01-01") == "The penalty is thirty days."


_starts = st.sampled_from(
    ["2017-02-01", "2017-02-15", "2017-02", "2017-02~", "2017", "2017-01-20?", "2017-04-01"]
)
_changes = st.sampled_from(
    [
        lt.WordSubstitution(target="art_1", old="ten", new="thirty"),
        lt.WordSubstitution(target="art_1", old="thirty", new="ninety"),
        lt.WordSubstitution(target="art_1", old="fine", new="penalty"),
        lt.PartSubstitution(target="art_1", part="text", new="Nothing."),
        lt.WordSubstitution(target="art_2", old="Nothing", new="Something"),
        lt.Repeal(target="art_1"),
    ]
)
_unsigned = st.lists(st.tuples(_starts, _changes), min_size=2, max_size=3)


def _outcome(starts_and_changes, names):
    acts = [lt.Work(id=f"/akn/kz/act/law/2016-12-22/{name}") for name in names]
    made = [
        amendment(name, by, change, start=start)
        for name, by, (start, change) in zip(names, acts, starts_and_changes, strict=True)
    ]
    try:
        return lt.consolidate(lt.Corpus.of([*BASE, *acts, *made]), CODE, on="2020-01-01").root
    except (lt.ConsolidationError, lt.ModificationError):
        return "refused"


@given(_unsigned, st.permutations("abc"))
def test_names_decide_nothing(starts_and_changes, names):
    """Whatever acts and amendments are called, the text is the same, or there is none (I-19)."""
    count = len(starts_and_changes)

    assert _outcome(starts_and_changes, "abc"[:count]) == _outcome(starts_and_changes, names[:count])


def test_undated_law_never_counts_however_late_one_asks():
    """A hundred years later nobody knows more."""
    corpus = with_(amendment("1", LAW, words("ten", "thirty"), start="unknown(2017-03/..)"))

    assert text(corpus, "2117-01-01") == "The fine is ten days."
    assert "lt:a/1: left out, not surely in force; from 2017-03/.." in notes(corpus, "2117-01-01")[0]


# the order of those whose days are known


def _amended(order):
    """Three texts for one article in the order given: signed, act and place tell them apart."""
    return [
        amendment(name, by, lt.PartSubstitution(target="art_1", part="text", new=f"{name}."), **more)
        for name, by, more in order
    ]


PLACES = {f"art_{n}": {"source_provision": f"{LAW.id}~art_{n}"} for n in (2, 10)}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (("z", LATER, {"start": "2018-01-01"}), ("a", LAW, {"start": "2018-01-02"})),  # day of its start
        (("z", LAW, {"start": "2018-01-02"}), ("a", LATER, {"start": "2018-01-02"})),  # day of signature
        (("z", LAW, PLACES["art_2"]), ("a", LAW, PLACES["art_10"])),  # place in the act
        (("a2", LAW, {}), ("a10", LAW, {})),  # the amendment
    ],
)
def test_the_table_of_order(first, last):
    """Of two changes of one thing the one that comes later by the first line that tells them apart stays."""
    places = [lt.Provision(work=LAW.id, eid=lt.EId.read(eid)) for eid in PLACES]
    for records in (_amended([first, last]), _amended([last, first])):
        assert text(with_(*places, *records), "2019-01-01") == f"{last[0]}."


def test_the_act_orders_only_what_does_not_matter():
    """Of two acts of one day and signature the text must be the same in both orders."""
    twin = act("29-vi")
    clash = _amended([("1", LAW, {}), ("2", twin, {})])

    with pytest.raises(lt.ConsolidationError, match="Record when their acts were signed"):
        lt.consolidate(with_(twin, *clash), CODE, on="2019-01-01")


def test_the_guide_has_the_table_of_order():
    """docs/texts.md shows the order in which the code sorts, line for line."""
    page = (Path(__file__).parents[2] / "docs" / "texts.md").read_text("utf-8")
    rows = page.partition("| first | then |\n|---|---|\n")[2].partition("\n\n")[0].splitlines()

    assert rows == [f"| {first} | {then} |" for first, (then, _) in ORDER.items()]


# what cannot be, and what is not told


def test_an_amendment_that_ends_before_it_begins():
    """It is told by the check and in the text, and changes nothing."""
    corpus = with_(amendment("1", LAW, words("ten", "ninety"), until=lt.EdtfDate.read("2016-12-31")))
    (problem,) = [p for p in lt.validate(corpus) if p.code == "LT-TIM-014"]

    assert (problem.record, problem.read) == ("lt:a/1", "until 2016-12-31")
    assert text(corpus, "2018-01-01") == "The fine is ten days."
    assert notes(corpus, "2018-01-01") == (
        "lt:a/1: never applies; it begins on 2017-01-07 and ends on 2016-12-31 already.",
    )


def test_a_day_before_the_first_wording():
    """An empty text is not the law of that day; the note says from when on there is one."""
    corpus = lt.Corpus.of(BASE)

    assert notes(corpus, "2013-12-31") == (
        "The first wording recorded begins on 2014-01-01: what the work said before is not told.",
    )
    assert notes(corpus, "2014-01-01") == ()


def test_a_day_before_the_text_given():
    """A text from elsewhere is that of its own period."""
    root = lt.Unit(type="body", children=[lt.Unit(type="article", num="1", text="One.")])
    given_text = lt.Expression(work=CODE, lang="en", in_force=lt.Period.read("2017-01-07.."), root=root)
    corpus = lt.Corpus.of(BASE)

    assert "is that of 2017-01-07..; what it said before" in notes(corpus, "2016-01-01", base=given_text)[0]
    assert notes(corpus, "2017-01-07", base=given_text) == ()


def test_a_wording_whose_period_is_marked():
    """It is not taken for sure around its start."""
    corpus = lt.Corpus.of([*BASE[:4], wording("art_1", period="2014-01-01?..")])

    assert "art_1" not in lt.consolidate(corpus, CODE, on="2014-01-15")
    assert "art_1" in lt.consolidate(corpus, CODE, on="2014-02-01")


def test_repealed_by_an_act_before_it_began():
    """An amending act that another act repeals first never begins."""
    repeal = lt.Amendment(
        id="lt:a/2", instrument=LATER.id, targets=(LAW.id,), operation=Operation.REPEAL,
        commencement=read_rule("2018-02-01"),
    )  # fmt: skip
    late = amendment("1", LAW, words("ten", "thirty"), start="2018-03-01")

    assert text(with_(late, repeal), "2019-01-01") == "The fine is ten days."
    assert text(with_(late), "2019-01-01") == "The fine is thirty days."
