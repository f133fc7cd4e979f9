"""Days and durations as parts of English sentences."""

from datetime import date, timedelta

from ..missing import Missing, is_known
from .bounded import moved
from .durations import Duration, WorkingDays
from .edtf import EdtfDate, Precision

__all__ = ["counting_in_words", "day_in_words", "duration_in_words"]

_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def day_in_words(day: EdtfDate | Missing, *, on: str = "") -> str:
    """A day as a phrase: ``2017-01-07`` after *on*, ``in 2016-08``, ``not before 2016-12-01`` …"""
    if not is_known(day):
        return "on a day not known"
    if day.precision is not Precision.INTERVAL:
        return f"{on if day.precision is Precision.DAY else 'in '}{day}"
    first, last = day.written.split("/")
    if first == "..":
        return f"not after {last}"
    return f"not before {first}" if last == ".." else f"between {first} and {last}"


def duration_in_words(duration: Duration | WorkingDays) -> tuple[str, bool]:
    """A duration such as ``one year and six months``, and whether it takes a verb in the plural."""
    if isinstance(duration, WorkingDays):
        counts = [(duration.count, "working day")]
    else:
        counts = [
            (duration.years, "year"),
            (duration.months, "month"),
            (duration.days, "day"),
            (duration.hours, "hour"),
        ]
    told = [f"{_number(n)} {unit}{'' if n == 1 else 's'}" for n, unit in counts if n]
    several = sum(n for n, _ in counts) != 1
    if not told:
        return f"zero {counts[-2 if len(counts) > 1 else 0][1]}s", True
    return (" and ".join([", ".join(told[:-1]), told[-1]]) if told[1:] else told[0]), several


def counting_in_words(
    convention: str, duration: Duration | WorkingDays | None, outcome: EdtfDate | Missing
) -> str:
    """How a convention gets to *outcome*: ``ten days expire on 2017-01-06``."""
    if duration is None:
        return f"from the first day of the next {convention.removeprefix('from_next_')}"
    length, several = duration_in_words(duration)
    if convention == "nth_day_following":
        return f"{length} later"
    said = f"{length} expire" if convention == "after_expiry" else f"{length} beginning with that day end"
    if not several:
        said += "s"
    if not is_known(outcome):
        return f"{said} after that"
    # Without a calendar working days lead to a bound only, and the day before a bound says nothing.
    if isinstance(duration, WorkingDays) and outcome.latest is None:
        return f"{said} on a day that needs a calendar"
    return f"{said} {day_in_words(moved(outcome, _day_before), on='on ')}"


def _day_before(day: date) -> date:
    return max(day, date.min + timedelta(days=1)) - timedelta(days=1)


def _number(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else str(n)
