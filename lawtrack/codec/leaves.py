"""How texts, numbers, flags, enumerations and notations are read: as they are, or not at all."""

import datetime
from collections.abc import Callable, Iterable
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from ..errors import ReadingError, listed, nearest, shown
from ..languages import LangMap
from ..missing import TOKENS

__all__ = [
    "Hook",
    "enumeration",
    "escaped",
    "expected_by",
    "flag",
    "is_plain",
    "langmap",
    "readable",
    "refuse",
    "text",
    "unescaped",
    "whole",
]

Hook = Callable[[Any, Any], Any]

# TOML promises 64 bits and JSON readers elsewhere keep fewer; larger figures belong in a notation.
_BITS = 63
_LONGEST_KEPT = 200


def refuse(value: object, expected: str, hint: str = "", code: str = "LT-KEY-003") -> ReadingError:
    """The error for a value of a wrong type."""
    if isinstance(value, float) and not hint:
        hint = 'Numbers are kept exact: write a fraction in quotes, such as "1/5".'
    return ReadingError(value, expected, hint, code=code)


def is_plain(value: object) -> bool:
    """A date or whole number of TOML or JSON, both exact; no flag."""
    return isinstance(value, int | datetime.date) and not isinstance(value, bool)


def text(value: Any, _: Any) -> str:
    """A text and nothing else."""
    if type(value) is not str:
        raise refuse(value, "a text", f'Write "{shown(value)}", in quotes.' if is_plain(value) else "")
    return value


def whole(value: Any, _: Any) -> int:
    """A whole number and nothing else."""
    if type(value) is not int:
        raise refuse(value, "a whole number", "Write it without quotes." if isinstance(value, str) else "")
    if value.bit_length() > _BITS:
        raise refuse(value, f"a whole number of at most {_BITS} bits")
    return value


def flag(value: Any, _: Any) -> bool:
    """True or false and nothing else."""
    if type(value) is not bool:
        hint = "Write it without quotes, in small letters." if isinstance(value, str) else ""
        raise refuse(value, "true or false", hint)
    return value


def langmap(value: Any, _: Any) -> LangMap:
    """A text, or texts by language."""
    if isinstance(value, str | dict):
        return LangMap.of(value)
    raise refuse(value, 'a text, or a table of texts by language such as { en = "…" }')


def readable(cls: Any) -> Hook:
    """Hook for a value type that reads its own notation."""

    def hook(value: Any, _: Any) -> Any:
        # Few notations are written only once in a corpus; sharing one value of each saves time and room.
        if type(value) is str:
            return _kept(cls, value) if len(value) <= _LONGEST_KEPT else cls.read(value)
        if isinstance(value, datetime.datetime | datetime.time):
            hint = "Legal days are dates in the jurisdiction; say which day it was there."
            raise refuse(value, "a day without a time of day", hint, "LT-TIM-003")
        # TOML has dates and whole numbers of its own; both are exact, so they may stand unquoted.
        if is_plain(value):
            return _read_plain(cls, value)
        raise refuse(value, expected_by(cls))

    return hook


@lru_cache(maxsize=1 << 16)
def _kept(cls: Any, value: str) -> Any:
    return cls.read(value)


def _read_plain(cls: Any, value: "int | datetime.date") -> Any:
    if isinstance(value, int) and value.bit_length() > _BITS:
        raise refuse(value, expected_by(cls))
    try:
        return cls.read(str(value))
    except ReadingError as fault:
        if fault.hint or not isinstance(value, int):
            raise
        hint = "A bare number does not say enough: write the whole of it, in quotes."
        raise ReadingError(value, fault.expected, hint, code=fault.code) from None


@cache
def expected_by(cls: Any) -> str:
    """What the notation of *cls* looks like, in the words of its own messages."""
    try:
        cls.read("\0")
    except ReadingError as fault:
        return fault.expected
    except Exception:  # a study's own notation may complain in its own way
        pass
    return f"a text in the notation of {cls.__name__}"


def enumeration(cls: type[Enum]) -> Hook:
    """Hook for an enumeration, by the values of its members."""
    members = {member.value: member for member in cls}

    def hook(value: Any, _: Any) -> Any:
        try:
            return members[value]
        except (KeyError, TypeError):
            near = _near(value, members)
            hint = f"Did you mean {near!r}?" if near else ""
            raise refuse(value, f"one of {listed(members, near)}", hint) from None

    return hook


def _near(value: object, known: Iterable[str]) -> str | None:
    return nearest(value.replace(" ", "_").replace("-", "_"), known) if isinstance(value, str) else None


def escaped(data: str) -> str:
    """A text that looks like a token gets a backslash, so that it reads back as a text."""
    return f"\\{data}" if data.lstrip("\\") in TOKENS else data


def unescaped(data: str) -> str:
    """The text that :func:`escaped` was given."""
    return data[1:] if data.startswith("\\") and data.lstrip("\\") in TOKENS else data
