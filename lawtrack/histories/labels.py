"""Labels of articles: what they are called after their word, in a form that can be compared."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ..model.unit import Unit

__all__ = ["Labels", "labels_in", "plain_label"]

_WORD: Final = re.compile(r"^[^\W\d_]{2,}\.?\s+(?=\S)|^§+\s*")
_SPACES: Final = re.compile(r"[\s.*]+(?=.)|[\s.]+$")


@lru_cache(maxsize=16384)
def plain_label(num: str) -> str:
    """The label in a number as printed, without its word and spelled one way.

    ``Article R. 610-1`` and ``Article R610-1`` are both ``R610-1``; ``Article 224-1 A`` is ``224-1A``.
    """
    return _SPACES.sub("", _WORD.sub("", num.strip()))


def labels_in(root: Unit) -> Iterator[tuple[str, Unit]]:
    """The label and unit of each article in a text, in its order, without those inside other articles."""
    stack = [root]
    while stack:
        unit = stack.pop()
        if unit.type == "article" and unit.num:
            yield plain_label(unit.num), unit
        else:
            stack.extend(reversed(unit.children))


class Labels:
    """The labels of many texts that share their units, each unit looked into once."""

    def __init__(self) -> None:
        self._held: dict[int, tuple[Unit, tuple[str, ...]]] = {}

    def of(self, unit: Unit) -> tuple[str, ...]:
        """The labels of all articles in a unit, in order."""
        if unit.type == "article":
            return (plain_label(unit.num),) if unit.num else ()
        if not unit.children:
            return ()
        held = self._held.get(id(unit))
        if held is None:
            found = tuple(label for child in unit.children for label in self.of(child))
            # The unit is held too, so that no other one takes over its identity.
            held = self._held[id(unit)] = (unit, found)
        return held[1]
