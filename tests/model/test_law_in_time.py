"""Days of a work in the order in which law is made, and wordings one after another."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.dates import definite_dates, definite_periods, edtf_dates

from lawtrack.checks import check
from lawtrack.corpus import Corpus
from lawtrack.dates import EdtfDate, Period
from lawtrack.errors import ReadingError
from lawtrack.identifiers import EId
from lawtrack.model.instruction import Amendment
from lawtrack.model.substance import Effect
from lawtrack.model.text import EventKind, LifecycleEvent, Provision, Wording, Work

ORDER = [EventKind.INTRODUCED, EventKind.ADOPTED, EventKind.SIGNED, EventKind.PUBLISHED]

begun = definite_periods().filter(lambda period: period.start is not None)


def codes(*records):
    return {problem.code for problem in check(Corpus.of(records))}


def signed(day, **more):
    return Work(id="w", events=(LifecycleEvent(kind=EventKind.SIGNED, date=day),), **more)


@given(definite_dates, definite_dates)
def test_a_period_has_at_least_a_day(start, end):
    """A period whose end is not after its start is refused (I-11)."""
    if start.before(end):
        assert Period(start, end).contains(start) is True
        return
    with pytest.raises(ReadingError) as told:
        Period(start, end)
    assert told.value.code == "LT-TIM-009"


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(ORDER, edtf_dates)), st.randoms())
def test_events_are_in_order(dated, random):
    """Introduced, adopted, signed, published: certainly the other way round is an error (I-13)."""
    events = [LifecycleEvent(kind=kind, date=day) for kind, day in dated.items()]
    random.shuffle(events)
    known = [dated[kind] for kind in ORDER if kind in dated]
    wrong = any(late.before(early) is True for early, late in combinations(known, 2))

    assert ("LT-TIM-008" in codes(Work(id="w", events=tuple(events)))) == wrong


def test_a_reading_of_unknown_month_hides_no_disorder():
    """Signed before it was introduced is an error, whatever lies between (I-13)."""
    events = (
        (EventKind.INTRODUCED, "2016-12-31"),
        (EventKind.ADOPTED, "2016"),
        (EventKind.SIGNED, "2016-06-01"),
    )
    work = Work(id="w", events=tuple(LifecycleEvent(kind=k, date=EdtfDate.read(d)) for k, d in events))

    assert "LT-TIM-008" in codes(work)


@given(edtf_dates, edtf_dates, st.booleans())
def test_force_does_not_begin_before_signature(signature, start, retroactive):
    """A work in force certainly before it was signed is an error unless it reaches back (I-14)."""
    work = signed(signature, **({"retroactive_from": start} if retroactive else {}))
    in_force = LifecycleEvent(kind=EventKind.IN_FORCE, date=start)
    both = Work(id="w", events=(*work.events, in_force), retroactive_from=work.retroactive_from)

    assert ("LT-TIM-004" in codes(both)) == (start.before(signature) is True and not retroactive)


@given(edtf_dates, edtf_dates, st.booleans(), st.booleans())
def test_effects_do_not_begin_before_signature(signature, start, retroactive, by_work):
    """The same holds of an effect of a work or of its amendment (I-14)."""
    work = signed(signature, **({"retroactive_from": start} if retroactive else {}))
    amendment = Amendment(id="a", instrument="w")
    effect = Effect(id="e", kind="power", by=("w" if by_work else "a",), in_force=Period(start))
    early = start.before(signature) is True and not retroactive

    assert ("LT-TIM-004" in codes(work, amendment, effect)) == early


@given(st.lists(st.tuples(begun, st.sampled_from(["ru", "kk"])), max_size=4))
def test_wordings_of_one_language_do_not_overlap(held):
    """Two texts of one provision in one language on one day are an error, in two not (I-12)."""
    provision = Provision(work="w", eid=EId.read("art_1"))
    wordings = [
        Wording(id=f"t{i}", provision=provision.id, lang=lang, in_force=period)
        for i, (period, lang) in enumerate(held)
    ]
    clash = any(a[1] == b[1] and a[0].overlaps(b[0]) is True for a, b in combinations(held, 2))

    assert ("LT-TIM-005" in codes(Work(id="w"), provision, *wordings)) == clash
