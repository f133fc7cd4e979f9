"""Finds the references and party roles inside records, from their annotations."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, cast, get_args, get_origin, get_type_hints

import attrs

from .missing import Missing
from .model.record import Ref, Role
from .model.rule import Rule

__all__ = ["Mention", "mentions"]


@attrs.frozen
class Mention:
    """A place in a record where another record or a role is named.

    Attributes:
        where: Path inside the record, such as ``events[0].actor``.
        name: The id or role.
        types: Words of the record types allowed; empty for any. None for a party role.
    """

    where: str
    name: str
    types: tuple[str, ...] | None


_Marked = Ref | Role


def _marks(hint: Any) -> Iterator[_Marked | type]:
    """The reference and role marks in an annotation, and the attrs classes in it."""
    if get_origin(hint) is Annotated:
        yield from (mark for mark in get_args(hint)[1:] if isinstance(mark, Ref | Role))
        yield from _marks(get_args(hint)[0])
    elif get_args(hint):
        for part in get_args(hint):
            yield from _marks(part)
    elif isinstance(hint, type) and (attrs.has(hint) or issubclass(hint, Rule)):
        yield hint


@cache
def _plan(cls: Any) -> tuple[tuple[str, Ref | Role | None], ...]:
    """Attributes of *cls* worth visiting, each with its mark; None to look inside the value.

    A value type that reads its own notation names nobody, so it is not looked into.
    """
    if hasattr(cls, "read"):
        return ()
    hints = get_type_hints(cls, include_extras=True)
    plan: list[tuple[str, Ref | Role | None]] = []
    for attribute in attrs.fields(cls):
        for mark in _marks(hints[attribute.name]):
            if isinstance(mark, Ref | Role):
                plan.append((attribute.name, mark))
            elif issubclass(mark, Rule) or _plan(cast(Any, mark)):
                plan.append((attribute.name, None))
    return tuple(dict.fromkeys(plan))


def mentions(record: Any, where: str = "") -> Iterator[Mention]:
    """Every place in *record* that names another record or a role, in order of definition."""
    cls: Any = type(record)
    for name, mark in _plan(cls):
        value = getattr(record, name)
        if isinstance(value, Missing) or value == ():
            continue
        place = f"{where}.{name}" if where else name
        items = (
            ((place, value),)
            if not isinstance(value, tuple)
            else ((f"{place}[{i}]", item) for i, item in enumerate(value))
        )
        for spot, item in items:
            if mark is not None:
                if isinstance(item, str):
                    yield Mention(spot, item, mark.types if isinstance(mark, Ref) else None)
            elif attrs.has(type(item)):
                yield from mentions(item, spot)
