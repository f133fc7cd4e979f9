from datetime import date

import pytest
from hypothesis import given
from strategies.dates import day_counts, days, whole_day_durations

from lawtrack.dates import (
    Duration,
    after_expiry,
    end_of_period_beginning_with,
    from_next_month,
    from_next_year,
    nth_day_following,
    on_day,
)
from lawtrack.errors import ReadingError


@given(days, day_counts)
def test_after_expiry_is_the_following_day(day, count):
    """The day after n days have run out is day n + 1 following (I-15)."""
    assert after_expiry(day, Duration(days=count)) == nth_day_following(day, Duration(days=count + 1))


@given(days, days, whole_day_durations)
def test_later_event_never_gives_an_earlier_day(one, other, duration):
    """Every convention is monotone in the event (I-16)."""
    first, later = sorted((one, other))

    for convention in (after_expiry, nth_day_following, end_of_period_beginning_with):
        assert convention(first, duration) <= convention(later, duration)
    for convention in (on_day, from_next_month, from_next_year):
        assert convention(first) <= convention(later)


@given(days, whole_day_durations, whole_day_durations)
def test_longer_duration_never_gives_an_earlier_day(day, duration, more):
    """Every convention is monotone in the duration (I-16)."""
    for convention in (after_expiry, nth_day_following, end_of_period_beginning_with):
        assert convention(day, duration) <= convention(day, duration + more)


@given(days)
def test_next_month_and_year_begin_on_a_first(day):
    """The next month and year begin after the event and on their first day."""
    assert from_next_month(day).day == 1
    assert (from_next_year(day).month, from_next_year(day).day) == (1, 1)
    assert day < from_next_month(day) <= from_next_year(day)


@pytest.mark.parametrize(
    ("convention", "event", "duration", "day"),
    [
        (after_expiry, date(2016, 12, 27), "P10D", date(2017, 1, 7)),
        (after_expiry, date(2016, 8, 10), "P2M", date(2016, 10, 11)),
        (after_expiry, date(2015, 12, 31), "P2M", date(2016, 3, 1)),
        (nth_day_following, date(2016, 5, 4), "P20D", date(2016, 5, 24)),
        (end_of_period_beginning_with, date(2003, 7, 25), "P2M", date(2003, 9, 25)),
    ],
)
def test_counted_days_of_real_laws(convention, event, duration, day):
    """Kazakh, EU and UK counting give the days on which those laws entered into force."""
    assert convention(event, Duration.read(duration)) == day


@pytest.mark.parametrize(
    ("convention", "event", "day"),
    [
        (on_day, date(2016, 12, 27), date(2016, 12, 27)),
        (from_next_month, date(2016, 12, 27), date(2017, 1, 1)),
        (from_next_month, date(2016, 8, 1), date(2016, 9, 1)),
        (from_next_year, date(2016, 12, 27), date(2017, 1, 1)),
        (from_next_year, date(2016, 1, 1), date(2017, 1, 1)),
    ],
)
def test_days_that_need_no_count(convention, event, day):
    """The day itself, and the firsts of the next month and year, also from a first."""
    assert convention(event) == day


@pytest.mark.parametrize("convention", [from_next_month, from_next_year])
def test_the_calendar_ends(convention):
    """A day beyond the year 9999 is refused, not wrapped."""
    with pytest.raises(ReadingError):
        convention(date.max)


def test_expiry_at_the_end_of_the_calendar_is_refused():
    """The day after the last day of the calendar is refused."""
    with pytest.raises(ReadingError):
        after_expiry(date.max, Duration())
