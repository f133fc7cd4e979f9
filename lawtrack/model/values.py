"""What stands in the fields of a record or rule, held against the types that the fields have."""

from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import attrs

__all__ = ["LIST", "faults_in"]

Fault = tuple[str, object, str]
"""Place, what stands there, and what should."""
Test = Callable[[object], Iterator[Fault]]

LIST: Final = "a tuple"
"""What is due where a field holds several."""


def faults_in(thing: Any) -> Iterator[Fault]:
    """Each value of another type than its field has, in the record or rule and in what it holds."""
    cls: Any = type(thing)
    for name, members, look in _fields_of(cls):
        value = getattr(thing, name, attrs.NOTHING)
        # Most values are of a type that is named outright and holds no other; those cost one look-up.
        if type(value) in members:
            continue
        for where, held, wanted in look(value):
            yield f"{name}{where}", held, wanted


@cache
def _fields_of(cls: Any) -> tuple[tuple[str, frozenset[type], Test], ...]:
    try:
        hints = get_type_hints(cls, include_extras=True)
    except Exception:  # a study's annotations may name what cannot be looked up
        hints = {}
    return tuple(
        (a.name, frozenset(_plain(hints.get(a.name, Any))), _test(hints.get(a.name, Any)))
        for a in attrs.fields(cls)
    )


def _members(hint: Any) -> tuple[Any, ...]:
    if get_origin(hint) is Annotated:
        return _members(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return tuple(inner for member in get_args(hint) for inner in _members(member))
    return (hint,)


def _plain(hint: Any) -> Iterator[type]:
    """Types whose values need no look inside."""
    for member in _members(hint):
        if isinstance(member, type) and member is not Any and not _has_parts(member):
            yield member


def _has_parts(cls: type) -> bool:
    """Whether values hold others that nobody has read: those with a notation of their own have been."""
    return attrs.has(cls) and not hasattr(cls, "read") and not hasattr(cls, "text")


def _test(hint: Any) -> Test:
    members = _members(hint)
    types = tuple(m for m in members if isinstance(m, type) and m is not Any)
    lists = [m for m in members if get_origin(m) is tuple]
    literals = [value for m in members if get_origin(m) is Literal for value in get_args(m)]
    # Any, type variables and the like say nothing that could be checked.
    anything = any(
        m in (Any, object) or (not isinstance(m, type) and get_origin(m) not in (tuple, Literal))
        for m in members
    )
    wanted = " or ".join(
        [*(_word(cls) for cls in types), *(LIST for _ in lists[:1]), *(repr(value) for value in literals)]
    )
    item_tests: list[tuple[Test, ...]] = []

    def look(value: object) -> Iterator[Fault]:
        if anything or value in literals:
            return
        if type(value) is tuple and lists:
            if not item_tests:
                item_tests.append(tuple(_test(part) for part in get_args(lists[0]) if part is not ...))
            tests = item_tests[0]
            if ... not in get_args(lists[0]) and len(value) != len(tests):
                yield "", value, f"a tuple of {len(tests)}"
                return
            for i, item in enumerate(value):
                for where, held, said in tests[i % len(tests)](item):
                    yield f"[{i}]{where}", held, said
        elif not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            yield "", value, wanted
        elif _has_parts(type(value)):
            for where, held, said in faults_in(value):
                yield f".{where}", held, said

    return look


_WORDS = {str: "a text", int: "a whole number", bool: "True or False"}


def _word(cls: type) -> str:
    if cls in _WORDS:
        return _WORDS[cls]
    return f"a member of {cls.__name__}" if issubclass(cls, Enum) else f"a value of type {cls.__name__}"
