"""Lengths of time as laws write them: ten days, two months, a year and a half."""

from datetime import date
from typing import Any, NoReturn

from attrs import field, frozen
from dateutil.relativedelta import relativedelta

from ..errors import ReadingError
from ..missing import UNKNOWN
from ..patterns import pattern
from ..verdicts import Truth

__all__ = ["Duration", "WorkingDays"]

EXPECTED = "a duration such as P10D, P1Y6M, 10 d, 2 mo, 1 y 6 mo or 3 h"

# Nine figures are more than any calendar holds and keep every sum small.
_N = "([0-9]{1,9})"
_ISO = pattern(rf"P(?:{_N}Y)?(?:{_N}M)?(?:{_N}W)?(?:{_N}D)?(?:T{_N}H)?")
_PLAIN = pattern(rf"(?:{_N} ?y ?)?(?:{_N} ?mo ?)?(?:{_N} ?w ?)?(?:{_N} ?d ?)?(?:{_N} ?h)?")
_WORKING = pattern(rf"{_N} ?wd")
_AMBIGUOUS_MINUTES = pattern(r"[0-9]\s*m(?![a-z])")


def _count(instance: object, attribute: object, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ReadingError(value, "a whole number that is not negative")


@frozen(kw_only=True, order=False)
class Duration:
    """A length of time in calendar units; each part stands as the law wrote it.

    Twelve months and one year are different durations of the same length. Weeks are read into days.

    Attributes:
        years: Calendar years.
        months: Calendar months.
        days: Calendar days.
        hours: Hours.
    """

    years: int = field(default=0, validator=_count)
    months: int = field(default=0, validator=_count)
    days: int = field(default=0, validator=_count)
    hours: int = field(default=0, validator=_count)

    @classmethod
    def read(cls, text: str) -> "Duration":
        """Read ISO 8601 (``P1Y6M``, ``PT3H``) or the plain form (``1 y 6 mo``, ``3 h``)."""
        if not isinstance(text, str):
            raise ReadingError(text, EXPECTED, code="LT-TIM-010")
        found = _ISO.fullmatch(text) or _PLAIN.fullmatch(text)
        # Every part is optional in both forms, so a text without any number is refused here.
        if found is None or not any(found.groups()) or text.endswith((" ", "T")):
            hint = "Minutes are not read; months are written mo." if _AMBIGUOUS_MINUTES.search(text) else ""
            raise ReadingError(text, EXPECTED, hint, code="LT-TIM-010")
        years, months, weeks, days, hours = (int(part or 0) for part in found.groups())
        return cls(years=years, months=months, days=7 * weeks + days, hours=hours)

    def add_to(self, day: date) -> date:
        """The day this long after *day*; years and months first, clipped to the month's end, then days.

        All parts are applied once: 31 January + P2M is 31 March, while a month added twice gives the 29th
        or 28th. ReadingError when the hours are no whole days, or the calendar ends before.
        """
        whole_days, rest = divmod(self.hours, 24)
        if rest:
            raise ReadingError(
                str(self), "whole days", "Hours that are no whole days cannot be added to a day.",
                code="LT-TIM-003",
            )  # fmt: skip
        try:
            return day + relativedelta(years=self.years, months=self.months, days=self.days + whole_days)
        except (ValueError, OverflowError):
            raise ReadingError(
                str(self), f"a duration that added to {day} stays before the year 10000", code="LT-TIM-001"
            ) from None

    def shorter_than(self, other: "Duration") -> Truth:
        """Whether it is shorter from whatever day both are counted.

        A month counts 28 to 31 days and a year, or twelve months, 365 to 366. Equal years and months
        cancel out, so P1M1D is longer than P1M although 29 days may be fewer than 31.
        """
        if self._calendar_months == other._calendar_months:
            return self._clock_hours < other._clock_hours
        (least, most), (other_least, other_most) = self._bounds(), other._bounds()
        return True if most < other_least else False if least >= other_most else UNKNOWN

    def longer_than(self, other: "Duration") -> Truth:
        """Whether it is longer from whatever day both are counted; see :meth:`shorter_than`."""
        return other.shorter_than(self)

    def same_length(self, other: "Duration") -> Truth:
        """Whether it is equally long from whatever day both are counted; see :meth:`shorter_than`."""
        if self._calendar_months == other._calendar_months:
            return self._clock_hours == other._clock_hours
        return False if self.shorter_than(other) is True or self.longer_than(other) is True else UNKNOWN

    @property
    def _calendar_months(self) -> int:
        return 12 * self.years + self.months

    @property
    def _clock_hours(self) -> int:
        return 24 * self.days + self.hours

    def _bounds(self) -> tuple[int, int]:
        """The fewest and the most hours it can last."""
        years, months = divmod(self._calendar_months, 12)
        return (
            24 * (365 * years + 28 * months) + self._clock_hours,
            24 * (366 * years + 31 * months) + self._clock_hours,
        )

    def __add__(self, other: "Duration") -> "Duration":
        if not isinstance(other, Duration):
            return NotImplemented
        return Duration(
            years=self.years + other.years,
            months=self.months + other.months,
            days=self.days + other.days,
            hours=self.hours + other.hours,
        )

    def _refuse(self, other: object) -> NoReturn:
        raise TypeError(
            "durations have no total order, since 30 days may be more or less than a month; "
            "ask a.shorter_than(b), which may answer UNKNOWN"
        )

    __lt__ = __le__ = __gt__ = __ge__ = _refuse

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        dates = "".join(f"{n}{unit}" for n, unit in parts if n)
        hours = f"T{self.hours}H" if self.hours else ""
        return f"P{dates}{hours}" if dates or hours else "P0D"


@frozen
class WorkingDays:
    """A number of working days, written ``10 wd``; which days those are is for a calendar to say.

    Attributes:
        count: How many.
    """

    count: int = field(validator=_count)

    @classmethod
    def read(cls, text: str) -> "WorkingDays":
        """Read ``10 wd``."""
        found = _WORKING.fullmatch(text) if isinstance(text, str) else None
        if found is None:
            raise ReadingError(text, "a number of working days such as 10 wd", code="LT-TIM-010")
        return cls(int(found[1]))

    def __str__(self) -> str:
        return f"{self.count} wd"
