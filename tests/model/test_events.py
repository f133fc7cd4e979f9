"""Several events of one kind: one date, told once, with a warning where the sources differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.model.text import EventKind, LifecycleEvent, Work

DATES = st.sampled_from(["2016-12-22", "2016-12", "2016", "2016-08~", "2017-01-07?", "../2016-12", "2017/.."])


def work(*dates, kind=EventKind.IN_FORCE):
    events = [
        LifecycleEvent(
            kind=kind,
            date=date if isinstance(date, lt.Missing) else lt.EdtfDate.read(date),
            source=f"src/{number}",
        )
        for number, date in enumerate(dates)
    ]
    return Work(id="w/1", events=tuple(events))


def told(work):
    return [problem for problem in lt.validate(lt.Corpus.of([work])) if problem.code == "LT-TIM-012"]


@pytest.mark.parametrize(
    ("dates", "comes_to"),
    [
        (["2016-12-22"], "2016-12-22"),
        ([lt.UNKNOWN, "2016-12-22"], "2016-12-22"),
        (["2016-12", "2016-12-22"], "2016-12-22"),
        (["2016-12-22", "2017-01-07"], "2016-12-22/2017-01-07"),
        (["2017-01-07", "2016-12-22"], "2016-12-22/2017-01-07"),
        (["2016-08~", "2016-12?"], "2016-08-01%/2016-12-31%"),
        (["2016-12-22", "2017/.."], "2016-12-22/.."),
        (["../2016-08", "2017/.."], "unknown"),
        ([lt.NOT_APPLICABLE], "not_applicable"),
        ([], "unknown"),
    ],
)
def test_several_dates_come_to_one(dates, comes_to):
    """The date within all others, else some day from the first to the last, else unknown."""
    assert str(work(*dates).event(EventKind.IN_FORCE)) == comes_to


@given(st.lists(DATES, max_size=3))
def test_both_ways_to_ask_agree(dates):
    """event and event_dates give the same date, or none."""
    one = work(*dates)
    date = one.event(EventKind.IN_FORCE)

    assert one.event_dates() == ({"in_force": date} if lt.is_known(date) else {})


@given(st.lists(DATES, min_size=1, max_size=3))
def test_no_day_of_any_source_is_lost_when_they_differ(dates):
    """What comes out leaves possible every day of each date, or is one of them."""
    date = work(*dates).event(EventKind.IN_FORCE)

    if lt.is_known(date):
        assert str(date) in dates or all(lt.EdtfDate.read(one).within(date) for one in dates)


def test_different_dates_are_told_with_their_sources():
    """The warning names both dates and who gives them."""
    (problem,) = told(work("2016-12-22", "2017-01-07"))

    assert problem.severity.value == "warning"
    assert all(word in problem.read for word in ("2016-12-22", "src/0", "2017-01-07", "src/1"))


@pytest.mark.parametrize(
    "held",
    [
        work("2016-12", "2016-12-22"),
        work("2016-12-22", "2016-12-22"),
        work(lt.UNKNOWN, "2016-12-22"),
        work("2016-12-22", "2017-01-07", kind=EventKind.OPINION),
    ],
)
def test_dates_that_fit_one_another_are_not_told(held):
    """A month and a day of it do not differ, and several bodies may give opinions."""
    assert told(held) == []
