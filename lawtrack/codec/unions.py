"""Fields that hold one of several types, most often a value or a missing-value token."""

import datetime
from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args

from cattrs import Converter

from ..errors import ReadingError, shown
from ..hedges import Hedge
from ..languages import LangMap
from ..missing import TOKENS, Missing
from ..model.rule import Rule
from ..model.scope import Scope
from .leaves import Hook, escaped, expected_by, is_plain, refuse, unescaped, whole
from .shapes import bare, is_enum, is_readable, is_table, is_tuple

__all__ = ["union_dump", "union_hook"]

_NAMES: Mapping[Any, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    type(None): "nothing",
    LangMap: "a text or texts by language",
    Scope: "a list of terms",
}


def union_hook(converter: Converter, cls: Any) -> Hook:
    """Hook that tells the members apart by the shape of what was read; nothing is tried by chance."""
    members = tuple(bare(member) for member in get_args(cls))
    tokens = TOKENS if Missing in members else {}
    plain = frozenset(m for m in members if m in (str, int, bool))
    notations = [m for m in members if m is not Missing and (is_readable(m) or is_enum(m))]
    by_list = [m for m in members if is_tuple(m) or m is Scope]
    by_table = [m for m in members if m in (LangMap, Scope, Hedge) or (is_table(m) and m is not Rule)]
    by_text: list[Any] = [m for m in members if m is LangMap or hasattr(m, "shorthand")]
    has_rule = Rule in members
    hooks: dict[Any, Hook] = {}

    def structure(value: Any, member: Any) -> Any:
        if member not in hooks:
            hooks[member] = converter.get_structure_hook(member)
        return hooks[member](value, member)

    def hook(value: Any, _: Any) -> Any:
        what = type(value)
        if what is str and tokens:
            if value in tokens:
                return tokens[value]
            value = unescaped(value)
        if what in plain:
            return whole(value, int) if what is int else value
        if has_rule:
            return structure(value, Rule)
        if what is str or isinstance(value, datetime.date | datetime.time) or is_plain(value):
            if len(notations) == 1:
                return structure(value, notations[0])
            if notations:
                return first_that_reads(value)
            if what is str and by_text:
                return structure(value, by_text[0])
        elif by_list and isinstance(value, list | tuple):
            return structure(value, by_list[0])
        elif len(by_table) == 1 and isinstance(value, Mapping):
            return structure(value, by_table[0])
        raise _no_member(members, value)

    def first_that_reads(value: object) -> Any:
        faults: list[ReadingError] = []
        for member in notations:
            try:
                return structure(value, member)
            except ReadingError as fault:
                faults.append(fault)
        told = next((fault for fault in faults if fault.code != "LT-KEY-003"), faults[0])
        expected = ", or ".join(dict.fromkeys(fault.expected for fault in faults))
        hint = told.hint or next((fault.hint for fault in faults if fault.hint), "")
        raise ReadingError(value, expected, hint, code=told.code)

    return hook


def _no_member(members: tuple[Any, ...], value: object) -> ReadingError:
    wanted = " or ".join(_named(member) for member in members if member is not Missing)
    if Missing in members:
        wanted += f", or one of {', '.join(TOKENS)}"
    if isinstance(value, str) and any(is_tuple(m) or m is Scope for m in members):
        return refuse(value, wanted, f'Write ["{shown(value)[1:-1]}"].', "LT-KEY-002")
    return refuse(
        value,
        wanted,
        f'Write "{shown(value)}", in quotes.' if {str, LangMap} & set(members) and is_plain(value) else "",
    )


def _named(member: Any) -> str:
    if member in _NAMES:
        return _NAMES[member]
    if is_tuple(member):
        return "a list"
    if is_enum(member):
        return f"one of {', '.join(str(one.value) for one in member)}"
    return expected_by(member) if is_readable(member) else f"a table of fields of {member.__name__}"


def union_dump(converter: Converter, cls: Any) -> Any:
    """The writing side of :func:`union_hook`."""
    tokens = Missing in get_args(cls)

    def dump(value: Any) -> Any:
        # A member of an enumeration of texts is a text too, and its word is wanted.
        data = value.value if isinstance(value, Enum) else value
        data = data if isinstance(data, str) else converter.unstructure(data)
        # Not only texts: a language map, a hedge or a sanction may print the word of a token too.
        mistakable = tokens and isinstance(data, str) and not isinstance(value, Missing)
        return escaped(data) if mistakable else data

    return dump
