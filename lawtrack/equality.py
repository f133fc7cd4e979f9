"""Equality and printing by value, written once for the records instead of generated for each."""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import attrs

__all__ = ["ByValue"]


class ByValue:
    """Mixin for attrs classes made with ``repr=False, eq=False``: what attrs would generate, shared.

    attrs writes and compiles these methods for every class while it is imported; for some eighty classes that
    costs more than everything the methods are ever used for. A subclass made with the defaults of attrs gets
    its own from attrs, and they mean the same.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Whether *other* is of the same class with equal fields."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        cls: Any = self.__class__
        values = _values_of(cls)
        return self is other or bool(values(self) == values(other))

    def __hash__(self) -> int:
        cls: Any = self.__class__
        return hash(_values_of(cls)(self))

    def __repr__(self) -> str:
        said = (f"{a.name}={getattr(self, a.name)!r}" for a in _fields(self.__class__) if a.repr)
        return f"{self.__class__.__qualname__}({', '.join(said)})"


def _fields(cls: Any) -> "tuple[attrs.Attribute[Any], ...]":
    return attrs.fields(cls)  # type: ignore[no-any-return]


@cache
def _values_of(cls: Any) -> Callable[[Any], Any]:
    """Reads what counts for equality off an object of the class."""
    names = [a.name for a in _fields(cls) if a.eq]
    return attrgetter(*names) if names else lambda record: ()
