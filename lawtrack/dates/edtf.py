"""Dates as sources give them: a day, a month, a year, about then, not before, not after."""

from calendar import monthrange
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, NoReturn

from attrs import field, frozen

from ..errors import ReadingError
from ..missing import UNKNOWN
from ..patterns import pattern
from ..verdicts import Truth
from .misreadings import not_a_date, time_of_day

__all__ = ["EdtfDate", "Precision", "as_day", "as_edtf"]

_POINT = pattern(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)")
_OPEN = ".."


class Precision(StrEnum):
    """How finely a date is written; INTERVAL for anything with a slash."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    INTERVAL = "interval"


class _Span(NamedTuple):
    earliest: date | None
    latest: date | None
    marks: str
    precision: Precision


def _written(value: object) -> str:
    if isinstance(value, datetime):
        raise time_of_day(value)
    if isinstance(value, date):
        raise ReadingError(value, "text", "A date object is turned into one with EdtfDate.of(day).")
    if not isinstance(value, str):
        raise not_a_date(value)
    return value


@frozen(order=False)
class EdtfDate:
    """One day of which perhaps only the month, the year or a bound is known.

    The notation is a subset of EDTF (ISO 8601-2) level 1: ``2016-12-22``, ``2016-08``, ``2016``; ``~`` after
    it for approximate, ``?`` for uncertain, ``%`` for both; ``2016-08/2016-10`` for some day in between,
    ``2016-12/..`` for not earlier than, ``../2016-12`` for not later than. An interval is never a
    duration here: it is one day that is not known better. For durations in force there is Period.

    A mark does not widen the bounds: ``2016-08~`` is bounded by August 2016 as ``2016-08`` is. How far
    "about" reaches is not said, and a margin of our own would be an invention. Only where the question is
    whether something surely is law, :mod:`lawtrack.dates.doubt` has a convention.

    Equality is by what is written, so ``2016-08`` and ``2016-08-01/2016-08-31`` differ; whether two dates
    are the same *day* is asked with :meth:`same`. Years run from 1 to 9999.

    Attributes:
        written: The date in the notation above.
    """

    written: str = field(converter=_written)
    _span: _Span = field(init=False, eq=False, repr=False)

    @_span.default
    def _read_written(self) -> _Span:
        return _read(self.written)

    @classmethod
    def read(cls, text: str) -> "EdtfDate":
        """Read the notation of the class; ReadingError (LT-TIM-…) for anything else."""
        return cls(text)

    @classmethod
    def of(cls, day: "date | EdtfDate") -> "EdtfDate":
        """The date of exactly *day*; an EdtfDate is returned as it is, a datetime is refused."""
        return day if isinstance(day, EdtfDate) else cls(as_day(day).isoformat())

    @classmethod
    def between(cls, earliest: date | None, latest: date | None, marks: str = "") -> "EdtfDate":
        """The shortest way to write a day from *earliest* to *latest*, both included.

        None leaves a side open; at most one may be. *marks* is ``""``, ``"~"``, ``"?"`` or ``"%"``.
        """
        if earliest is None or latest is None:
            first = f"{earliest}{marks}" if earliest else _OPEN
            last = f"{latest}{marks}" if latest else _OPEN
            return cls(f"{first}/{last}")
        if earliest == latest:
            return cls(f"{earliest}{marks}")
        first, last = earliest.isoformat(), latest.isoformat()
        if first.endswith("-01-01") and last == f"{first[:4]}-12-31":
            return cls(first[:4] + marks)
        if first.endswith("-01") and (first[:7], latest.day) == (last[:7], _month_end(latest)):
            return cls(first[:7] + marks)
        return cls(f"{first}{marks}/{last}{marks}")

    @property
    def earliest(self) -> date | None:
        """First day it can be; None when no bound is known."""
        return self._span.earliest

    @property
    def latest(self) -> date | None:
        """Last day it can be, included; None when no bound is known."""
        return self._span.latest

    @property
    def marks(self) -> str:
        """The qualifier in one sign, over both ends of an interval: ``""``, ``"~"``, ``"?"`` or ``"%"``."""
        return self._span.marks

    @property
    def approximate(self) -> bool:
        """Whether it, or an end of it, is marked as approximate (``~`` or ``%``)."""
        return self._span.marks in ("~", "%")

    @property
    def uncertain(self) -> bool:
        """Whether it, or an end of it, is marked as uncertain (``?`` or ``%``)."""
        return self._span.marks in ("?", "%")

    @property
    def precision(self) -> Precision:
        """How finely it is written."""
        return self._span.precision

    @property
    def is_definite(self) -> bool:
        """Whether the bounds leave exactly one day; a mark does not count against that."""
        return self.earliest is not None and self.earliest == self.latest

    def before(self, other: "date | EdtfDate") -> Truth:
        """Whether this day is strictly earlier; UNKNOWN when the bounds do not decide."""
        other = EdtfDate.of(other)
        if self.latest and other.earliest and self.latest < other.earliest:
            return True
        if self.earliest and other.latest and self.earliest >= other.latest:
            return False
        return UNKNOWN

    def after(self, other: "date | EdtfDate") -> Truth:
        """Whether this day is strictly later; UNKNOWN when the bounds do not decide."""
        return EdtfDate.of(other).before(self)

    def same(self, other: "date | EdtfDate") -> Truth:
        """Whether both are one day; two months written alike are still UNKNOWN."""
        other = EdtfDate.of(other)
        if self.is_definite and other.is_definite:
            return self.earliest == other.earliest
        return False if self.before(other) is True or self.after(other) is True else UNKNOWN

    def certainly_before(self, other: "date | EdtfDate") -> bool:
        """Whether this day is strictly earlier whatever the days turn out to be."""
        return self.before(other) is True

    def possibly_before(self, other: "date | EdtfDate") -> bool:
        """Whether the bounds leave it possible that this day is strictly earlier."""
        return self.before(other) is not False

    def within(self, other: "date | EdtfDate") -> bool:
        """Whether *other* leaves possible every day that this date does; marks do not count."""
        other = EdtfDate.of(other)
        starts = other.earliest is None or (self.earliest is not None and self.earliest >= other.earliest)
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return starts and ends

    def narrows(self, other: "date | EdtfDate") -> bool:
        """Whether this date is within *other* and leaves fewer days possible."""
        other = EdtfDate.of(other)
        return self.within(other) and not other.within(self)

    def _refuse(self, other: object) -> NoReturn:
        raise TypeError(
            "dates that may be months, years or bounds have no total order, so < and sorted() are refused; "
            "ask a.before(b), which may answer UNKNOWN, or sort by .earliest"
        )

    __lt__ = __le__ = __gt__ = __ge__ = _refuse

    def __str__(self) -> str:
        return self.written


def as_edtf(value: date | EdtfDate) -> EdtfDate:
    """:meth:`EdtfDate.of` as a plain function, for fields that also accept a date."""
    return EdtfDate.of(value)


def as_day(value: date | str) -> date:
    """Return the day meant by an ``on=`` argument: a date, or a whole ISO date such as ``2016-12-22``.

    A datetime is refused (LT-TIM-003), and so is a month or a year (LT-TIM-001): which day of it?
    """
    expected = "one day such as 2016-12-22"
    if isinstance(value, datetime):
        raise time_of_day(value, expected)
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise not_a_date(value, expected)
    found = _POINT.fullmatch(value)
    if found is None or not found[3] or found[4]:
        if found:
            raise ReadingError(value, expected, "A question is about one certain day.", code="LT-TIM-001")
        raise not_a_date(value, expected)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise not_a_date(value, expected) from None


@lru_cache(maxsize=4096)
def _read(text: str) -> _Span:
    if text.count("/") != 1:
        return _read_point(text, whole=text)
    first, last = text.split("/")
    if first == last == _OPEN:
        raise ReadingError(
            text, "at least one bound", "A day of which nothing is known is UNKNOWN.", code="LT-TIM-001"
        )
    start = _read_point(first, whole=text) if first != _OPEN else None
    end = _read_point(last, whole=text) if last != _OPEN else None
    span = _Span(
        start and start.earliest,
        end and end.latest,
        _both((start.marks if start else "") + (end.marks if end else "")),
        Precision.INTERVAL,
    )
    if span.earliest and span.latest and span.earliest > span.latest:
        raise ReadingError(
            text, "the earlier date before the slash", f"Did you mean {last}/{first}?", code="LT-TIM-009"
        )
    return span


def _read_point(text: str, *, whole: str) -> _Span:
    found = _POINT.fullmatch(text)
    if found is None:
        raise not_a_date(whole)
    year, month, day, mark = found.groups()
    try:
        if day:
            only = date(int(year), int(month), int(day))
            return _Span(only, only, mark, Precision.DAY)
        first = date(int(year), int(month or 1), 1)
        last = date(int(year), int(month or 12), 1)
    except ValueError:
        raise not_a_date(whole) from None
    last = last.replace(day=_month_end(last))
    return _Span(first, last, mark, Precision.MONTH if month else Precision.YEAR)


def _month_end(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _both(marks: str) -> str:
    approximate = "~" in marks or "%" in marks
    uncertain = "?" in marks or "%" in marks
    return "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""
