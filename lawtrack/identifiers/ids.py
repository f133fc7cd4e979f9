"""What every id obeys, and the natural order of numbered things."""

import unicodedata
from functools import lru_cache
from typing import Final, TypeAlias

from ..errors import ReadingError
from ..patterns import pattern

__all__ = ["NaturalKey", "check_id", "natural_key", "tail"]

BAD_ID: Final = "LT-REF-005"
_PLAIN: Final = pattern(r"[!-~]{1,300}")


def check_id(text: str) -> str:
    """Return *text* unchanged when it can be an id: 1 to 300 visible ASCII characters, no spaces.

    Raises:
        ReadingError: LT-REF-005, naming the first character that cannot stand in an id, and its place.
    """
    if not isinstance(text, str) or not _PLAIN.fullmatch(text):
        raise ReadingError(
            text, "an id of 1 to 300 ASCII characters without spaces", _fault(text), code=BAD_ID
        )
    return text


def _fault(text: object) -> str:
    if not isinstance(text, str):
        return f"This is a value of type {type(text).__name__}, not text."
    for place, char in enumerate(text, start=1):
        if not "!" <= char <= "~":
            name = unicodedata.name(char, "") or f"control or unassigned character U+{ord(char):04X}"
            return f"Character {place} is {name}."
    return "It is empty." if not text else f"It has {len(text)} characters."


# A part is (0, length, digits) for a number and (1, 0, text) for anything else.
NaturalKey: TypeAlias = tuple[tuple[tuple[tuple[int, int, str], ...], ...], str]
"""What :func:`natural_key` returns; any two compare."""

_LEVEL: Final = pattern(r"__|[/~@]")
_RUN: Final = pattern(r"[0-9]+|[^0-9]+")


def natural_key(text: str) -> NaturalKey:
    """A sort key that counts numbers as numbers; every collection of the library is ordered by it.

    ``art_9`` stands before ``art_10``, ``41`` before ``41-1`` before ``42``, and what lies inside a unit
    before the next unit (``art_41__para_1`` before ``art_41-1``). Case decides only between texts that
    are otherwise the same. Keys of any two texts compare, and two different texts never have equal keys.
    """
    levels = _LEVEL.split(text.casefold())
    return tuple(map(_level, levels)), text


# Thousands of ids share most of their levels.
@lru_cache(maxsize=16_384)
def _level(level: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(_part(run) for run in _RUN.findall(level))


def _part(run: str) -> tuple[int, int, str]:
    if "0" <= run[0] <= "9":
        # Length before digits orders numbers of any size without converting them.
        digits = run.lstrip("0")
        return (0, len(digits), digits)
    return (1, 0, run)


def tail(id_: str) -> str:
    """The last part of an id: what follows ``~``, else the last ``/``, else the scheme's ``:``."""
    last = id_.rpartition("~")[2].rpartition("/")[2]
    return last if "/" in id_ or "~" in id_ else last.rpartition(":")[2]
