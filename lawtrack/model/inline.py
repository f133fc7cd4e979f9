"""Marks inside a line of words: references, emphasis, defined terms, kept beside the text.

The words of a unit are plain text. What a format marks in them stands in one of its attributes, ``inline``
for its own words, ``num-inline`` and ``heading-inline`` for those of number and heading: a JSON list of a
check sum of the words and of ``[start, end, element, attributes]`` for each mark, outer marks before inner
ones. Where the words have been changed since, the marks hold no longer, and there are none.
"""

import json
import zlib
from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from ..errors import ReadingError
from .unit import Unit

__all__ = ["INLINE", "Mark", "marks_of", "written_marks"]

INLINE = {"text": "inline", "num": "num-inline", "heading": "heading-inline"}
"""The attribute that holds the marks, by the field of a unit that has the words."""


def _pairs(value: Any) -> tuple[tuple[str, str], ...]:
    return tuple(value.items()) if isinstance(value, dict) else tuple(map(tuple, value))


@frozen
class Mark:
    """One marked stretch of words.

    Attributes:
        start: Its first character, from 0.
        end: The first character after it; equal to *start* for a mark without words, such as a line break.
        element: What it is: ``ref``, ``term``, ``i`` ….
        attributes: Pairs of name and value, in the order of the file.
    """

    start: int
    end: int
    element: str
    attributes: tuple[tuple[str, str], ...] = field(default=(), converter=_pairs)


def written_marks(words: str, marks: Iterable[Mark]) -> str:
    """The marks in these words as an attribute holds them; empty for none."""
    rows = [(m.start, m.end, m.element, *([dict(m.attributes)] if m.attributes else [])) for m in marks]
    return json.dumps([_sum(words), *rows], ensure_ascii=False, separators=(",", ":")) if rows else ""


def marks_of(unit: Unit, part: str = "text") -> tuple[Mark, ...]:
    """The marks in the words of a unit; *part* is ``text``, ``num`` or ``heading``.

    Raises:
        ReadingError: LT-TXT-021 when the attribute is no list of marks, or one lies outside the words.
    """
    written = unit.attribute(INLINE[part])
    if not written:
        return ()
    words: str = getattr(unit, part)
    try:
        held, *rows = json.loads(written)
        if held != _sum(words):
            return ()
        marks = tuple(Mark(*row) for row in rows)
        fit = all(0 <= mark.start <= mark.end <= len(words) for mark in marks)
    except (ValueError, TypeError, AttributeError):
        fit = False
    if not fit:
        raise ReadingError(written, f"marks within the {part} of {len(words)} characters", code="LT-TXT-021")
    return marks


def _sum(words: str) -> int:
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))
