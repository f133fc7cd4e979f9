"""Figures in the text of a law: how long, how much, what share, which day. What lawyers look for first."""

import re
from bisect import bisect_left
from functools import cache
from typing import Final

from attrs import frozen

__all__ = ["Figure", "figures"]


@frozen
class Figure:
    """One figure with its unit.

    Attributes:
        start: Offset in the text.
        end: Where it ends, excluded.
        kind: ``duration``, ``amount``, ``share``, ``date``, or ``number`` when nothing says what it counts.
        text: The words.
    """

    start: int
    end: int
    kind: str
    text: str


@cache
def _table() -> dict[str, list[str]]:
    from ..shipped import read_table

    return read_table("figures")


@cache
def _first_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words with which a figure may begin, in small letters, and beginnings of such words."""
    words = [word.lower() for name in ("number", "month", "before") for word in _table()[name]]
    return (
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word.rstrip("*") for word in words if word.endswith("*")),
    )


_DIGIT: Final = re.compile(r"\d")
_WORD: Final = re.compile(r"\w+|[€$£]")


@cache
def _pattern() -> re.Pattern[str]:
    table = _table()

    def any_of(name: str) -> str:
        words = sorted(set(table[name]), key=lambda word: (-len(word), word))
        return "|".join(re.escape(word).replace(r"\*", r"\w*") + r"(?!\w)" for word in words)

    group = "[ \u00a0\u2009\u202f]"
    digits = rf"\d+(?:[.,'’]\d+)*(?:{group}\d{{3}}(?!\d))*(?:[.,]\d+)?"
    words = rf"(?:{any_of('number')})(?:[-\s]+(?:and\s+|et\s+)?(?:{any_of('number')}))*"
    # (30) after a number written out, "de", and an adjective or two may stand before what is counted.
    joint = r"(?:\s*\(\d+\))?[\s\u00a0-]*(?:(?:de|d['’]|of|full|whole|consecutive|полных)[\s\u00a0]*)?"
    day = r"\d{1,2}(?:er|st|nd|rd|th|\.|º)?"
    units = "|".join(rf"(?P<{kind}>{any_of(kind)})" for kind in ("duration", "share", "amount"))
    dates = (
        rf"{day}\s+(?:de\s+)?(?:{any_of('month')})(?:,?\s+(?:de\s+)?\d{{4}})?"
        rf"|(?:{any_of('month')})\s+{day}(?!\d)(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}"
    )
    # Three to seven years are one figure: the unit stands behind the second number only.
    number = rf"(?:{digits}|{words})(?:\s+(?:{any_of('between')})\s+(?:{digits}|{words}))?"
    return re.compile(
        rf"(?<!\w)(?:(?P<date>{dates})|{number}{joint}(?:{units})"
        rf"|(?P<before>[€$£]|(?:EUR|USD|GBP|CHF|CAD)\s)\s?{digits}|(?P<number>{digits}))",
        re.IGNORECASE,
    )


def figures(text: str) -> list[Figure]:
    """Every figure of *text*, in order; a number with a unit is one, so are a day and its month.

    Numbers written out count when a unit follows. Words of some ten languages are known, all at once.
    """
    return _beginning_before(text, len(text))


def _beginning_before(text: str, stop: int) -> list[Figure]:
    """The figures of *text* that begin before *stop*."""
    found: list[Figure] = []
    words, beginnings = _first_words()
    lower = text.lower()
    if (
        not _DIGIT.search(text)
        and words.isdisjoint(_WORD.findall(lower))
        and not any(beginning in lower for beginning in beginnings)
    ):
        return []
    match = _pattern().match
    end = 0
    # Trying the whole pattern only where a figure may begin is ten times faster than searching for it.
    for word in _WORD.finditer(text):
        start = word.start()
        if start >= stop:
            break
        if start < end:
            continue
        first = word[0].lower()
        if first not in words and not first[0].isdigit() and not first.startswith(beginnings):
            continue
        if figure := match(text, start):
            kind = figure.lastgroup or "number"
            end = figure.end()
            found.append(Figure(start, end, "amount" if kind == "before" else kind, figure[0]))
    return found


_BESIDE: Final = 48


def figures_touching(text: str, start: int, end: int) -> list[Figure]:
    """The figures of *text* that have a part in the stretch from *start* to *end*, in order."""
    # A line holds what belongs to a figure, and looking further costs time.
    first = max(text.rfind("\n", 0, start) + 1, start - _BESIDE)
    while 0 < first < start and text[first - 1].isalnum():
        first -= 1
    stop = text.find("\n", end)
    stop = min(len(text) if stop < 0 else stop, end + _BESIDE)
    found = [
        Figure(first + f.start, first + f.end, f.kind, f.text)
        for f in _beginning_before(text[first:stop], end - first)
    ]
    at = bisect_left(found, start + 1, key=lambda figure: figure.end)
    return [figure for figure in found[at:] if figure.start < end]
