"""What the annotations of a class say that its fields may hold."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from .record import Role

__all__ = ["hints_of", "leaves"]


@cache
def hints_of(cls: Any) -> dict[str, Any]:
    """The annotations of a class by field, marks kept; none where they name what cannot be looked up."""
    try:
        return get_type_hints(cls, include_extras=True)
    except Exception:  # a study's annotations may name anything
        return {}


def leaves(hint: Any, is_role: bool = False) -> Iterator[tuple[Any, bool]]:
    """The types of single values that a field may hold, each with whether it is the name of a role."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        yield from leaves(args[0], is_role or any(isinstance(mark, Role) for mark in args[1:]))
    elif origin in (Union, UnionType, tuple):
        for arg in args:
            if arg is not ...:
                yield from leaves(arg, is_role)
    else:
        yield hint, is_role
