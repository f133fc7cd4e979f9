"""What somebody probably meant by a text that is not a date; only ever put into a message, never used."""

import re
from datetime import date

from ..errors import ReadingError
from ..patterns import pattern

__all__ = ["not_a_date", "time_of_day"]

EXPECTED = "a date such as 2016-12-22, 2016-08, 2016-12/.. or 2016~"

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan январь января",
            "february feb февраль февраля",
            "march mar март марта",
            "april apr апрель апреля",
            "may май мая",
            "june jun июнь июня",
            "july jul июль июля",
            "august aug август августа",
            "september sep sept сентябрь сентября",
            "october oct октябрь октября",
            "november nov ноябрь ноября",
            "december dec декабрь декабря",
        ),
        start=1,
    )
    for word in words.split()
}
_CLOCK = pattern(r"[0-9]{1,2}:[0-9]{2}|^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]")
_YEAR_LAST = pattern(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = pattern(r"([0-9]{4})(?:([./-])([0-9]{1,2})(?:\2([0-9]{1,2}))?|([0-9]{2})([0-9]{2}))")
_DAY_MONTH_YEAR = pattern(r"(?:([0-9]{1,2})\s+)?([^\W\d_]+)\.?,?\s+([0-9]{4})")
_MONTH_DAY_YEAR = pattern(r"([^\W\d_]+)\.?\s+([0-9]{1,2}),?\s+([0-9]{4})")


def time_of_day(read: object, expected: str = EXPECTED) -> ReadingError:
    """The error for a time of day, or a datetime, where a day is due."""
    return ReadingError(
        read,
        expected,
        "Legal days are dates in the jurisdiction; say which day it was there.",
        code="LT-TIM-003",
    )


def not_a_date(text: object, expected: str = EXPECTED) -> ReadingError:
    """The error for *text*, with the date that was meant when only one can have been."""
    if not isinstance(text, str):
        return ReadingError(text, expected)
    bare = text.strip()
    if _CLOCK.search(bare):
        return time_of_day(text, expected)
    in_words = _from_words(bare)
    if in_words is not None:
        return ReadingError(text, expected, _did_you_mean({in_words}), code="LT-TIM-006")
    guesses = _from_numbers(bare)
    if len(guesses) > 1:
        return ReadingError(
            text, expected, "More than one day can be meant; write year-month-day.", code="LT-TIM-002"
        )
    return ReadingError(text, expected, _did_you_mean(guesses), code="LT-TIM-001")


def _did_you_mean(guesses: set[str]) -> str:
    return "".join(f"Did you mean {guess}?" for guess in guesses if guess)


def _from_words(text: str) -> str | None:
    """A date for "August 2016" or "22 December 2016"; empty if it names no real day, None if no month."""
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        day, word, year = found.groups()
    elif found := _MONTH_DAY_YEAR.fullmatch(text):
        word, day, year = found.groups()
    else:
        return None
    month = _MONTHS.get(word.casefold())
    if month is None:
        return None
    return _iso(year, month, day) or ""


def _from_numbers(text: str) -> set[str]:
    """The dates that figures in another order or with other signs may stand for."""
    guesses: set[str | None] = set()
    if found := _YEAR_LAST.fullmatch(text):
        first, second, year = found.groups()
        # A year of two figures may be of any century: such a date is a riddle even with one month.
        centuries = ("19", "20") if len(year) == 2 else ("",)
        guesses = {
            _iso(century + year, int(month), day)
            for century in centuries
            for month, day in ((first, second), (second, first))
        }
    elif found := _YEAR_FIRST.fullmatch(text):
        year, _, month, day, packed_month, packed_day = found.groups()
        guesses = {_iso(year, int(month or packed_month), day or packed_day)}
    elif text:
        guesses = {text} if re.fullmatch(r"[0-9]{4}", text) and text != "0000" else set()
    return {guess for guess in guesses if guess}


def _iso(year: str, month: int, day: str | None) -> str | None:
    try:
        whole = date(int(year), month, int(day or 1))
    except ValueError:
        return None
    return whole.isoformat() if day else whole.isoformat()[:7]
