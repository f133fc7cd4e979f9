"""Marks inside a line of words: references, emphasis, defined terms, kept beside the text.

The words of a unit are plain text. What a format marks in them stands in one of its attributes, ``inline``
for its own words, ``num-inline`` and ``heading-inline`` for those of number and heading: a JSON list of
``[start, end, element, attributes]``, outer marks before inner ones.
"""

import json
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


def written_marks(marks: Iterable[Mark]) -> str:
    """The marks as an attribute holds them; empty for none."""
    rows = [(m.start, m.end, m.element, *([dict(m.attributes)] if m.attributes else [])) for m in marks]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def marks_of(unit: Unit, part: str = "text") -> tuple[Mark, ...]:
    """The marks in the words of a unit; *part* is ``text``, ``num`` or ``heading``.

    Raises:
        ReadingError: LT-TXT-021 when the attribute is no list of marks, or one lies outside the words.
    """
    written = unit.attribute(INLINE[part])
    if not written:
        return ()
    length = len(getattr(unit, part))
    try:
        marks = tuple(Mark(*row) for row in json.loads(written))
        fit = all(0 <= mark.start <= mark.end <= length for mark in marks)
    except (ValueError, TypeError, AttributeError):
        fit = False
    if not fit:
        raise ReadingError(written, f"marks within the {length} characters of the {part}", code="LT-TXT-021")
    return marks
