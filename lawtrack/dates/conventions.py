"""How laws count to the day on which they enter into force.

Each convention is a pure function from the day of an event. Months are clipped to the end of the month, as
``relativedelta`` does it: 31 December and two months is the last day of February.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..errors import ReadingError
from .durations import Duration

__all__ = [
    "COUNTED",
    "UNCOUNTED",
    "after_expiry",
    "end_of_period_beginning_with",
    "from_next_month",
    "from_next_year",
    "nth_day_following",
    "on_day",
]

_DAY = timedelta(days=1)


def after_expiry(event: date, duration: Duration) -> date:
    """The day after *duration* has run out, the event's own day not counted.

    "Ten days after first publication" in Kazakh and Russian law: published 27 December 2016, the tenth day
    is 6 January 2017, in force on the 7th.
    """
    try:
        return duration.add_to(event) + _DAY
    except OverflowError:
        raise _calendar_ends(event) from None


def nth_day_following(event: date, duration: Duration) -> date:
    """The last day of *duration*, the event's own day not counted.

    "On the twentieth day following that of its publication" in EU law: published 4 May, in force 24 May.
    """
    return duration.add_to(event)


def end_of_period_beginning_with(event: date, duration: Duration) -> date:
    """The day after *duration* has run out, the event's own day counted as its first.

    "At the end of the period of two months beginning with the day on which this Act is passed" in UK law:
    passed 25 July, the period ends with 24 September, in force on the 25th.
    """
    return duration.add_to(event)


def on_day(event: date) -> date:
    """The day of the event itself: "from the day of its official publication"."""
    return event


def from_next_month(event: date) -> date:
    """The first day of the month after the event, also when the event falls on a first."""
    return _forward(event, relativedelta(months=1, day=1))


def from_next_year(event: date) -> date:
    """1 January of the year after the event, also when the event falls on 1 January."""
    return _forward(event, relativedelta(years=1, month=1, day=1))


def _forward(event: date, step: relativedelta) -> date:
    try:
        return event + step
    except (ValueError, OverflowError):
        raise _calendar_ends(event) from None


def _calendar_ends(event: date) -> ReadingError:
    return ReadingError(event, "an event whose commencement stays before the year 10000", code="LT-TIM-001")


COUNTED: Mapping[str, Callable[[date, Duration], date]] = {
    "after_expiry": after_expiry,
    "end_of_period_beginning_with": end_of_period_beginning_with,
    "nth_day_following": nth_day_following,
}
"""Conventions that count a duration from an event, by the name that rules use."""

UNCOUNTED: Mapping[str, Callable[[date], date]] = {
    "from_next_month": from_next_month,
    "from_next_year": from_next_year,
}
"""Conventions that need the event only, by the name that rules use."""
