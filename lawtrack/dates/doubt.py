"""Days that a source is not sure of, where the question is whether something surely is law."""

from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from ..missing import Missing
from ..verdicts import Truth
from .edtf import EdtfDate, Precision
from .periods import Period

__all__ = ["REACH_TOLD", "bounds", "surely_held", "widened"]

REACH_TOLD = "a month either way, for a mere year a year"
"""How far a mark reaches, for notes."""

_MONTH, _YEAR = relativedelta(months=1), relativedelta(years=1)


def widened(day: EdtfDate) -> EdtfDate:
    """The day without its mark, within the bounds that the mark leaves open.

    No source says how far "about" or "perhaps" reaches. By convention it is a month either way of a day, a
    month or an interval, and a year either way of a year; outside of that the day is taken as written. So
    ``2017-01-07?`` surely has come on 7 February and surely has not on 6 December. A day without a mark is
    returned as it is.
    """
    if not day.marks:
        return day
    reach = _YEAR if day.precision is Precision.YEAR else _MONTH
    return EdtfDate.between(_moved(day.earliest, -reach, date.min), _moved(day.latest, reach, date.max))


def _moved(day: date | None, step: relativedelta, end: date) -> date | None:
    if day is None:
        return None
    try:
        return day + step
    except (ValueError, OverflowError):  # beyond the calendar
        return end


def surely_held(period: Period, day: date) -> Truth:
    """:meth:`Period.contains` with the ends of the period widened: a mark leaves the days around it open."""
    start, end = period.start, period.end
    if not (start and start.marks) and not (end and end.marks):
        return period.contains(day)
    return Period(start and widened(start), end and widened(end)).contains(day)


def bounds(day: EdtfDate | Missing) -> Iterator[date]:
    """The days on which an answer that depends on *day* can change."""
    if isinstance(day, EdtfDate):
        possible = widened(day)
        yield from (bound for bound in (possible.earliest, possible.latest) if bound)
