"""References between records: where records and party roles are named, and the work that an id lies in."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple, cast, get_args, get_origin, get_type_hints

import attrs

from .corpus import Corpus
from .missing import Missing
from .model.record import Record, Ref, Role
from .model.rule import Rule
from .model.text import Provision

__all__ = ["Mention", "mentions", "naming", "work_of"]


class Mention(NamedTuple):
    """A place in a record where another record or a role is named.

    Attributes:
        record: The record.
        where: Path inside the record, such as ``events[0].actor``.
        name: The id or role.
        types: Words of the record types allowed; empty for any. None for a party role.
    """

    record: Record
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


def mentions(record: Record) -> Iterator[Mention]:
    """Every place in *record* that names another record or a role, in order of definition."""
    return _mentions(record, record, "")


def naming(corpus: Corpus) -> Mapping[str, tuple[Mention, ...]]:
    """Every mention in the corpus by the id or role it names, in the corpus's order; worked out once."""
    return corpus.cached("naming", _naming)


def _naming(corpus: Corpus) -> dict[str, tuple[Mention, ...]]:
    held: dict[str, list[Mention]] = {}
    for record in corpus:
        for mention in _mentions(record, record, ""):
            held.setdefault(mention.name, []).append(mention)
    return {name: tuple(group) for name, group in held.items()}


def _mentions(record: Record, part: Any, where: str) -> Iterator[Mention]:
    """Mentions in *part* of *record*, which stands at *where*."""
    cls: Any = type(part)
    for name, mark in _plan(cls):
        value = getattr(part, name)
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
                    yield Mention(record, spot, item, mark.types if isinstance(mark, Ref) else None)
            elif attrs.has(type(item)):
                yield from _mentions(record, item, spot)


def work_of(corpus: Corpus, id: str) -> str:
    """Id of the work that a provision belongs to; of anything else the id itself."""
    record = corpus.get(id)
    return record.work if isinstance(record, Provision) else id
