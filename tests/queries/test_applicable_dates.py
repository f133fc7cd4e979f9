"""The law at the offence when days are vague, missing, contradictory, or a stretch of time."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sentence_corpora import CODE, PART, ask, corpus_of, side

import lawtrack as lt
from lawtrack.errors import ReadingError
from lawtrack.missing import UNKNOWN
from lawtrack.model.substance import Effect
from lawtrack.model.text import Provision, Work


def test_month_around_a_change_gives_both_answers():
    """An offence of some day in January 2011 fell under one law or the other; each case is told."""
    found = ask(corpus_of("prison 4..10y", "prison 6..12y", starts=["2011-01-15"]), offence="2011-01")

    assert [str(s) for s in found.applicable] == ["prison 4..10y", "prison 6..12y"]
    assert found.needs_judgment
    assert sum(reason.startswith("If ") for reason in found.reasons) == 2


def test_month_away_from_a_change_is_no_trouble():
    """A month wholly under one law needs no day."""
    found = ask(corpus_of("prison 4..10y", "prison 6..12y", starts=["2011-01-15"]), offence="2010-12")

    assert not found.needs_judgment


def test_month_around_a_change_to_milder_law_still_has_one_answer():
    """Whatever the day, the milder law applies: at the offence or reaching back."""
    found = ask(corpus_of("prison 4..10y", "prison 2..8y", starts=["2011-01-15"]), offence="2011-01")

    assert [str(s) for s in found.applicable] == ["prison 2..8y"]


def test_undated_change_needs_judgment():
    """If nobody knows when a law began, both sentences may have been the law at the offence."""
    found = ask(corpus_of("prison 4..10y", "prison 6..12y", starts=[None]))

    assert len(found.applicable) == 2
    assert found.needs_judgment
    assert any("no known day of force" in note for note in found.notes)


def test_approximate_day_is_noted():
    """A mark of doubt is kept in a note."""
    assert any("marked ~" in note for note in ask(corpus_of("none", "prison 1..2y"), "2010-06-01~").notes)


def test_milder_law_that_may_have_come_too_late_needs_judgment():
    """Milder if it was law before judgment, and that is not known."""
    corpus = corpus_of("prison 4..10y", "prison 2..8y", starts=["2011"])
    found = ask(corpus, offence="2010-06-01", judged="2011-06-01")

    assert len(found.applicable) == 2
    assert found.needs_judgment


def test_continuing_offence_lists_versions_and_stops():
    """A period of acting touches versions; choosing among them is left to judgment."""
    found = ask(
        corpus_of("prison 4..10y", "prison 6..12y", "prison 8..14y"), offence="2010-06-01..2011-06-01"
    )

    assert found.applicable == ()
    assert found.needs_judgment
    assert [fate.at_offence for fate in found.fates] == [True, True, False]
    assert found.reasons[-1].startswith("Which version governs a continuing offence")


def test_end_of_a_continuing_offence_is_half_open():
    """An offence that ended the day before the new law does not touch it."""
    found = ask(corpus_of("prison 4..10y", "prison 6..12y"), offence="2010-06-01..2011-01-01")

    assert [fate.at_offence for fate in found.fates] == [True, False]


def test_judgment_before_the_offence_is_refused():
    """Dates the wrong way round are an error with both named."""
    with pytest.raises(ReadingError, match="not before the offence"):
        ask(corpus_of("none", "prison 1..2y"), offence="2011-01-01", judged="2010-01-01")


edtf = st.sampled_from(
    [None, "2010-06-01", "2010-06-01~", "2010-06", "2010", "2010-05-31/2010-06-02", "../2010-06-01",
     "2011-03-01/..", "2011-03-01", "2012?", "2012-01-01"]
)  # fmt: skip
ends = st.sampled_from([None, None, "2011-01-01", "2011-03-01", "2013", "2014-01-01~"])
sides = st.sampled_from([UNKNOWN, "prison 4..10y", "prison 2..8y", "prison 6..12y", "none", "prison <=5y"])


@given(st.lists(st.tuples(edtf, ends, sides, sides), min_size=1, max_size=4), edtf, edtf)
def test_any_dates_have_an_honest_answer(changes, offence, judged):
    """However vague, contradictory or temporary the records: one answer, or judgment is called for."""
    effects = []
    for i, (start, end, before, after) in enumerate(changes):
        try:
            force = UNKNOWN if start is None else lt.Period(*map(_edtf, (start, end)))
        except ReadingError:  # a law that ended before it began
            continue
        effects.append(
            Effect(
                id=f"lt:xx/effect/{i}",
                kind="sentence",
                before=side(before),
                after=side(after),
                provisions=(PART,),
                in_force=force,
            )
        )
    provision = Provision(work=CODE, eid=lt.EId.read("art_1__para_1"))
    corpus = lt.Corpus.of([Work(id=CODE), provision, *effects])
    days = offence or "2010-06-15", judged or "2012-06-15"
    assume(lt.EdtfDate.read(days[1]).before(lt.EdtfDate.read(days[0])) is not True)
    found = ask(corpus, *days)

    assert found.explain()
    assert found.table().rows or not effects
    if not found.needs_judgment and effects:
        assert len(set(found.applicable)) == 1


def _edtf(text):
    return None if text is None else lt.EdtfDate.read(text)
