"""What differs between two states of a unit besides what is printed: type, marks, address, attributes."""

from collections import Counter
from enum import StrEnum
from typing import Final

from ..errors import ReadingError
from ..model.inline import INLINE, marks_of
from ..model.unit import Unit
from .tokens import folded_text

__all__ = ["UNPRINTED", "TreeChangeKind", "unprinted"]


class TreeChangeKind(StrEnum):
    """What happened to one unit."""

    INSERTED = "inserted"
    REPEALED = "repealed"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    REWORDED = "reworded"
    LAYOUT = "layout only"
    RETYPED = "retyped"
    MARKED = "marked anew"
    READDRESSED = "addressed anew"
    ANNOTATED = "annotated anew"


UNPRINTED: Final = (
    TreeChangeKind.RETYPED,
    TreeChangeKind.MARKED,
    TreeChangeKind.READDRESSED,
    TreeChangeKind.ANNOTATED,
)
"""Kinds of change that leave everything printed as it was."""


def unprinted(unit: Unit, other: Unit, kind: TreeChangeKind) -> tuple[str, ...]:
    """What the unit has of that kind and the other state of it has not, one string for each.

    Marks go with their words: one that only stands further on, since words before it changed, is the same.
    """
    if kind is TreeChangeKind.MARKED:
        mine, others = (
            [said for part in INLINE for said in _marks(one, another, part)]
            for one, another in ((unit, other), (other, unit))
        )
    else:
        mine, others = (_told(one, kind) for one in (unit, other))
    # Of marks the words count as they do elsewhere, their layout apart.
    as_told = folded_text if kind is TreeChangeKind.MARKED else str
    spare = Counter(map(as_told, others))
    left = []
    for said in mine:
        spare[as_told(said)] -= 1
        if spare[as_told(said)] < 0:
            left.append(said)
    return tuple(left)


def _told(unit: Unit, kind: TreeChangeKind) -> list[str]:
    if kind is TreeChangeKind.RETYPED:
        return [unit.type]
    if kind is TreeChangeKind.READDRESSED:
        return [unit.eid] if unit.eid else []
    marked = set(INLINE.values())
    return [f'{name}="{value}"' for name, value in unit.attributes if name not in marked]


def _marks(unit: Unit, other: Unit, part: str) -> list[str]:
    words: str = getattr(unit, part)
    try:
        marks = marks_of(unit, part)
    except ReadingError:  # unreadable, and yet one may differ from another
        return [unit.attribute(INLINE[part])]
    told = []
    for mark in marks:
        attributes = "".join(f' {name}="{value}"' for name, value in mark.attributes)
        at = f" at {mark.start}" if words == getattr(other, part) else ""
        told.append(f"{mark.element}{attributes} “{words[mark.start : mark.end]}”{at}")
    return told
