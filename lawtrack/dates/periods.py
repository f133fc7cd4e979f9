"""Stretches of time: from a day up to, but not including, another."""

from datetime import date, timedelta

from attrs import field, frozen

from ..errors import ReadingError
from ..missing import UNKNOWN
from ..patterns import pattern
from ..verdicts import Truth, all_of, negate
from .edtf import EdtfDate

__all__ = ["Period"]

EXPECTED = "a period such as 2014-05..2017-01-07, 2017-01-07.. or ..2017-01-07"

# An end that is itself an interval holds dots and a slash, so it stands in brackets.
_END = r"(?:\(([^()]+)\)|([^()/.]+))?"
_PERIOD = pattern(rf"{_END}\.\.{_END}")
_DAY = timedelta(days=1)

_Bounds = tuple[date | None, date | None]


def _edtf(value: date | EdtfDate | None) -> EdtfDate | None:
    return None if value is None else EdtfDate.of(value)


@frozen
class Period:
    """A stretch ``[start, end)``: the first day belongs to it, *end* is the first day that does not.

    Consecutive periods therefore share one date and no day. Written ``2017-01-07..2018-01-01``; an end that
    is an interval stands in brackets: ``(2016-08/..)..2017-01-07``.

    Attributes:
        start: First day, or None: not known how far back. A date is accepted.
        end: First day after it, or None: still open. A date is accepted.
    """

    start: EdtfDate | None = field(default=None, converter=_edtf)
    end: EdtfDate | None = field(default=None, converter=_edtf)

    @end.validator
    def _follows_start(self, attribute: object, end: EdtfDate | None) -> None:
        if self.start and end and self.start.before(end) is False:
            raise ReadingError(
                str(self),
                f"an end after {self.start}",
                "The end is the first day that no longer belongs to the period.",
                code="LT-TIM-009",
            )

    @classmethod
    def read(cls, text: str) -> "Period":
        """Read the notation of the class; ReadingError when it is another, or the period is empty."""
        found = _PERIOD.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise ReadingError(text, EXPECTED, code="LT-TIM-011")
        start, end = found[1] or found[2], found[3] or found[4]
        return cls(EdtfDate.read(start) if start else None, EdtfDate.read(end) if end else None)

    def contains(self, day: date | EdtfDate) -> Truth:
        """Whether *day* belongs to the period; UNKNOWN when its ends are not known well enough.

        A period has at least one day, so the last one is contained even if the start is not known.
        """
        day = EdtfDate.of(day)
        bounds = (day.earliest, day.latest)
        begun = negate(_before(bounds, self._starts()))
        ended = self.end is not None
        return all_of((begun, _before(bounds, self._ends()) if ended else True))

    def overlaps(self, other: "Period") -> Truth:
        """Whether at least one day belongs to both; symmetric."""
        return all_of((_starts_inside(self, other), _starts_inside(other, self)))

    def meets(self, other: "Period") -> Truth:
        """Whether *other* begins on the day this period ends: no gap, no shared day."""
        if self.end is None:
            return False
        mine, theirs = self._ends(), other._starts()
        if _before(mine, theirs) is True or _before(theirs, mine) is True:
            return False
        return True if None not in mine and mine == theirs and mine[0] == mine[1] else UNKNOWN

    def _starts(self) -> _Bounds:
        """Bounds of the start, never later than the last day."""
        earliest, latest = (self.start.earliest, self.start.latest) if self.start else (None, None)
        last = self.end.latest - _DAY if self.end and self.end.latest and self.end.latest > date.min else None
        return earliest, min((day for day in (latest, last) if day), default=None)

    def _ends(self) -> _Bounds:
        """Bounds of the end, never earlier than the day after the start; not for an open period."""
        earliest, latest = (self.end.earliest, self.end.latest) if self.end else (None, None)
        first = self.start.earliest if self.start else None
        second = first + _DAY if first and first < date.max else None
        return max((day for day in (earliest, second) if day), default=None), latest

    def __str__(self) -> str:
        return f"{_end_as_text(self.start)}..{_end_as_text(self.end)}"


def _starts_inside(period: Period, other: Period) -> Truth:
    return True if other.end is None else _before(period._starts(), other._ends())


def _before(first: _Bounds, second: _Bounds) -> Truth:
    if first[1] and second[0] and first[1] < second[0]:
        return True
    return False if first[0] and second[1] and first[0] >= second[1] else UNKNOWN


def _end_as_text(end: EdtfDate | None) -> str:
    if end is None:
        return ""
    return f"({end})" if "/" in end.written else end.written
