"""What sort of type a field has, as far as reading and writing treat it differently."""

from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs

__all__ = ["bare", "is_enum", "is_readable", "is_table", "is_tuple", "is_union"]


def bare(cls: Any) -> Any:
    """The type itself, without the marks that tell references and roles."""
    return get_args(cls)[0] if get_origin(cls) is Annotated else cls


def is_enum(cls: Any) -> bool:
    """An enumeration, written as the value of one of its members."""
    return isinstance(cls, type) and issubclass(cls, Enum)


def is_readable(cls: Any) -> bool:
    """A value type that reads and prints a notation of its own."""
    return isinstance(cls, type) and callable(getattr(cls, "read", None))


def is_table(cls: Any) -> bool:
    """A class written as a table of its fields."""
    return isinstance(cls, type) and attrs.has(cls) and not is_readable(cls)


def is_tuple(cls: Any) -> bool:
    """A tuple of any length, written as a list."""
    return get_origin(cls) is tuple


def is_union(cls: Any) -> bool:
    """A choice of types, usually with the missing-value tokens among them."""
    return get_origin(cls) in (Union, UnionType)
