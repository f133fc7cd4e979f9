"""Records to plain data and back: strict, complete in its complaints, and exact.

Plain data are dicts, lists, texts, whole numbers and booleans, as TOML and JSON give them. Nothing is
converted on the way in: cattrs' defaults would turn 7.9 into 7, None into "None" and "abc" into a list
of letters, so every leaf type has a hook here that refuses. Values at their default are left out on the
way out. Value types (dates, sanctions, ranges …) travel as the short text that they read and print.
"""

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from .corpus import RECORD_TYPES, Corpus
from .errors import LawtrackError, Problem, ReadingError, UnknownKindError, UnknownNameError, nearest
from .kinds import KINDS, KindRegistry
from .languages import LangMap
from .missing import TOKENS, Missing
from .model.record import Record
from .model.rule import OpaqueRule, Rule
from .model.scope import Scope
from .model.substance import Effect, Norm

__all__ = ["SCHEMA", "Codec", "canonical_json", "codec", "digest", "problems_of"]

SCHEMA = 1
"""Version of the file layout that this lawtrack writes and reads."""

T = TypeVar("T")

Hook = Callable[[Any, Any], Any]

_RULE_KEYS = ("kind", "rule", "before", "after")


class _Tagged:
    """A rule's raw data together with the kind that its effect or norm gives it."""

    __slots__ = ("data", "tag")

    def __init__(self, tag: str, data: object) -> None:
        self.tag, self.data = tag, data


def _shown(value: object) -> str:
    told = repr(value)
    return told if len(told) <= 80 else f"{told[:77]}…"


def _refuse(value: object, expected: str, hint: str = "", code: str = "LT-KEY-003") -> ReadingError:
    return ReadingError(value, expected, hint, code=code)


def _text(value: Any, _: Any) -> str:
    if type(value) is not str:
        raise _refuse(value, "a text", f'Write "{value}" in quotes.' if _is_plain(value) else "")
    return value


def _whole(value: Any, _: Any) -> int:
    if type(value) is not int:
        raise _refuse(value, "a whole number", "Write it without quotes." if isinstance(value, str) else "")
    return value


def _flag(value: Any, _: Any) -> bool:
    if type(value) is not bool:
        raise _refuse(value, "true or false", "Write it without quotes." if isinstance(value, str) else "")
    return value


def _is_plain(value: object) -> bool:
    return isinstance(value, int | datetime.date) and not isinstance(value, bool)


def _langmap(value: Any, _: Any) -> LangMap:
    if isinstance(value, str | dict):
        return LangMap.of(value)
    raise _refuse(value, 'a text, or a table of texts by language such as { en = "…" }')


def _readable(cls: Any) -> Hook:
    """Hook for a value type that reads its own notation."""

    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, str):
            return cls.read(value)
        if isinstance(value, datetime.datetime):
            raise _refuse(value.isoformat(), "a day without a time of day", code="LT-TIM-003")
        # TOML has dates and whole numbers of its own; both are exact, so they may stand unquoted.
        if _is_plain(value):
            return cls.read(str(value))
        raise _refuse(value, f"a text in the notation of {cls.__name__}")

    return hook


def _enumeration(cls: type[Enum]) -> Hook:
    members = {member.value: member for member in cls}

    def hook(value: Any, _: Any) -> Any:
        try:
            return members[value]
        except (KeyError, TypeError):
            near = nearest(value, members) if isinstance(value, str) else None
            hint = f"Did you mean {near!r}?" if near else ""
            raise _refuse(value, f"one of {', '.join(members)}", hint) from None

    return hook


def _is_readable(cls: Any) -> bool:
    return isinstance(cls, type) and callable(getattr(cls, "read", None))


def _is_table(cls: Any) -> bool:
    return isinstance(cls, type) and attrs.has(cls) and not _is_readable(cls)


def _is_union(cls: Any) -> bool:
    return get_origin(cls) in (Union, UnionType)


def _bare(cls: Any) -> Any:
    """The type itself, without the marks that tell references and roles."""
    return get_args(cls)[0] if get_origin(cls) is Annotated else cls


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _escaped(text: str) -> str:
    """A text that looks like a token gets a backslash, so that it reads back as a text."""
    return f"\\{text}" if text.lstrip("\\") in TOKENS else text


def _unescaped(text: str) -> str:
    return text[1:] if text.startswith("\\") and text.lstrip("\\") in TOKENS else text


class Codec:
    """Turns records into plain data and back, for one registry of kinds."""

    def __init__(self, kinds: KindRegistry = KINDS) -> None:
        self.kinds = kinds
        converter = Converter(forbid_extra_keys=True, detailed_validation=True, omit_if_default=True)
        self._converter = converter
        for cls, leaf in ((str, _text), (int, _whole), (bool, _flag), (LangMap, _langmap)):
            converter.register_structure_hook(cls, leaf)
        converter.register_structure_hook_factory(_is_table, self._table_hook)
        converter.register_structure_hook(Scope, self._scope)
        converter.register_unstructure_hook(Scope, self._scope_dump())
        converter.register_structure_hook_factory(_is_tuple, self._tuple_hook)
        converter.register_structure_hook_factory(_is_union, self._union_hook)
        converter.register_structure_hook_func(
            lambda cls: _is_enum(cls), lambda v, cls: _enumeration(cls)(v, cls)
        )
        converter.register_structure_hook_factory(_is_readable, _readable)
        for owner, sides in ((Effect, ("before", "after")), (Norm, ("rule",))):
            converter.register_structure_hook(owner, self._kinded_hook(owner, sides))
            converter.register_unstructure_hook(owner, self._kinded_dump(owner, sides))
        converter.register_structure_hook_func(lambda cls: cls is Rule, self._rule)
        converter.register_unstructure_hook(OpaqueRule, lambda rule: json.loads(rule.data))
        converter.register_unstructure_hook(LangMap, lambda m: m["und"] if tuple(m) == ("und",) else dict(m))
        converter.register_unstructure_hook_func(_is_readable, str)
        converter.register_unstructure_hook_factory(_is_union, self._union_dump)
        converter.register_unstructure_hook_func(
            _is_tuple, lambda v: [converter.unstructure(item) for item in v]
        )

    # reading

    def structure(self, data: object, cls: type[T]) -> T:
        """Build a *cls* from plain data; raises a cattrs error group, see :func:`problems_of`."""
        return self._converter.structure(data, cls)

    def _table_hook(self, cls: Any) -> Hook:
        plain = self._plain_hook(cls)

        def hook(value: Any, _: Any) -> Any:
            return plain(self._shorthand(cls, value), cls)

        return hook

    def _scope(self, value: Any, _: Any) -> Scope:
        """A plain list of terms is a scope that says no more than that."""
        if isinstance(value, str):
            raise _refuse(value, "a list of terms", f'Write ["{value}"].', "LT-KEY-002")
        data = {"include": value} if isinstance(value, list) else value
        scope: Scope = self._table_hook(Scope)(data, Scope)
        return scope

    def _scope_dump(self) -> Callable[[Scope], Any]:
        def dump(scope: Scope) -> Any:
            terms = [str(term) for term in scope.include]
            if scope == Scope(include=scope.include):
                return terms
            table: dict[str, Any] = {"include": terms, "openness": scope.openness.value}
            if scope.exclude:
                table["exclude"] = [str(term) for term in scope.exclude]
            return table

        return dump

    def _shorthand(self, cls: Any, data: object) -> object:
        """A bare text may stand for the one field that a class names as its shorthand."""
        field = getattr(cls, "shorthand", "")
        if field and isinstance(data, str):
            return {field: data}
        if not isinstance(data, Mapping):
            wanted = f"a table of fields of {cls.__name__}"
            raise _refuse(data, wanted, f"or the text of its {field}" if field else "")
        return data

    def _tuple_hook(self, cls: Any) -> Hook:
        item_type = get_args(cls)[0]
        item_hook: Hook | None = None

        def hook(value: Any, _: Any) -> Any:
            nonlocal item_hook
            if item_hook is None:
                item_hook = self._converter.get_structure_hook(item_type)
            if not isinstance(value, list | tuple):
                hint = f'Write ["{value}"].' if isinstance(value, str) else "Put it in square brackets."
                raise _refuse(value, "a list", hint, "LT-KEY-002")
            items, faults = [], []
            for i, item in enumerate(value):
                try:
                    items.append(item_hook(item, item_type))
                except Exception as fault:
                    fault.add_note(IterableValidationNote(f"item {i}", i, item_type))
                    faults.append(fault)
            if faults:
                raise IterableValidationError("in a list", faults, cls)
            return tuple(items)

        return hook

    def _union_hook(self, cls: Any) -> Hook:
        members = tuple(_bare(member) for member in get_args(cls))
        tokens = Missing in members
        plain = [m for m in members if m in (str, int, bool)]
        notations = [m for m in members if m is not Missing and (_is_readable(m) or _is_enum(m))]
        tables = [m for m in members if _is_table(m) and m not in (LangMap, Scope)]
        rest = [m for m in members if _is_tuple(m) or m is LangMap]

        def hook(value: Any, _: Any) -> Any:
            structure = self._converter.structure
            if isinstance(value, str):
                if tokens and value in TOKENS:
                    return TOKENS[value]
                value = _unescaped(value) if tokens else value
            if type(value) in plain:
                return value
            if Rule in members:
                return self._rule(value, Rule)
            if notations and (isinstance(value, str | datetime.date) or _is_plain(value)):
                return self._first_that_reads(notations, value)
            for member in rest:
                if isinstance(value, list | tuple) == _is_tuple(member):
                    return structure(value, member)
            if len(tables) == 1 and isinstance(value, Mapping):
                return structure(value, tables[0])
            raise self._no_member(members, value, tokens)

        return hook

    def _first_that_reads(self, notations: list[Any], value: object) -> Any:
        faults: list[ReadingError] = []
        for member in notations:
            try:
                return self._converter.structure(value, member)
            except ReadingError as fault:
                faults.append(fault)
        if len(faults) == 1:
            raise faults[0]
        told = next((fault for fault in faults if fault.code != "LT-KEY-003"), faults[0])
        expected = ", or ".join(dict.fromkeys(fault.expected for fault in faults))
        raise ReadingError(value, expected, told.hint, code=told.code)

    def _no_member(self, members: tuple[Any, ...], value: object, tokens: bool) -> ReadingError:
        names = {
            str: "a text",
            int: "a whole number",
            bool: "true or false",
            LangMap: "a text or texts by language",
        }
        wanted = [
            names.get(m) or ("a list" if _is_tuple(m) else f"a {m.__name__}")
            for m in members
            if m is not Missing
        ]
        expected = " or ".join(wanted) + (f", or one of {', '.join(TOKENS)}" if tokens else "")
        if any(_is_tuple(m) for m in members) and isinstance(value, str):
            return _refuse(value, expected, f'Write ["{value}"].', "LT-KEY-002")
        hint = f'Write "{value}" in quotes.' if str in members and _is_plain(value) else ""
        return _refuse(value, expected, hint)

    def _kinded_hook(self, owner: type[Effect] | type[Norm], sides: tuple[str, ...]) -> Hook:
        plain: Hook | None = None

        def hook(value: Any, _: Any) -> Any:
            nonlocal plain
            if plain is None:
                plain = self._plain_hook(owner)
            if not isinstance(value, Mapping):
                raise _refuse(value, f"a table of fields of {owner.__name__}")
            data = dict(value)
            tag = data.get("kind")
            faults: list[Exception] = []
            if "kind" not in data:
                raw = [data[side] for side in sides if isinstance(data.get(side), Mapping)]
                guess = self.kinds.guess({key for side in raw for key in side} | set(data))
                hint = f'It looks like kind = "{guess}".' if guess else ""
                faults.append(
                    _refuse("no kind", f"kind = one of {', '.join(self.kinds)}", hint, "LT-KND-004")
                )
            elif isinstance(tag, str) and tag not in self.kinds and not tag.startswith("x:"):
                fault = UnknownKindError(tag, tuple(self.kinds))
                fault.add_note(AttributeValidationNote("kind", "kind", str))
                faults.append(fault)
            for side in sides:
                if side in data and not (isinstance(data[side], str) and data[side] in TOKENS):
                    if faults:
                        del data[side]  # nothing can be said about a rule of no kind
                    else:
                        data[side] = _Tagged(str(tag), data[side])
            try:
                record = plain({"kind": "unspecified", **data} if faults else data, owner)
            except ClassValidationError as group:
                raise ClassValidationError(group.message, [*faults, *group.exceptions], owner) from None
            if faults:
                raise ClassValidationError("kind", faults, owner)
            return record

        return hook

    def _plain_hook(self, owner: Any) -> Hook:
        from cattrs.gen import make_dict_structure_fn

        return make_dict_structure_fn(owner, self._converter, _cattrs_forbid_extra_keys=True)

    def _rule(self, value: Any, _: Any) -> Any:
        if not isinstance(value, _Tagged):
            raise _refuse(value, "a rule")
        tag, data = value.tag, value.data
        if isinstance(data, Mapping) and "kind" in data:
            if data["kind"] != tag:
                raise _refuse(data["kind"], f"a rule of kind {tag!r}, as the record says", code="LT-KND-003")
            data = {key: item for key, item in data.items() if key != "kind"}
        if tag not in self.kinds:
            return OpaqueRule(tag=tag, data=canonical_json(data))
        cls = self.kinds[tag]
        return self._converter.structure(data, cls)

    # writing

    def unstructure(self, record: object) -> Any:
        """Plain data for *record*; fields at their default are left out."""
        return self._converter.unstructure(record)

    def _kinded_dump(self, owner: Any, sides: tuple[str, ...]) -> Callable[[Any], Any]:
        plain: Callable[[Any], Any] | None = None

        def dump(record: Any) -> Any:
            nonlocal plain
            if plain is None:
                from cattrs.gen import make_dict_unstructure_fn

                plain = make_dict_unstructure_fn(owner, self._converter, _cattrs_omit_if_default=True)
            return plain(record)

        return dump

    def _union_dump(self, cls: Any) -> Callable[[Any], Any]:
        tokens = Missing in get_args(cls)

        def dump(value: Any) -> Any:
            data = value if isinstance(value, str) else self._converter.unstructure(value)
            # Not only texts: a language map, a hedge or a sanction may print the word of a token too.
            mistakable = tokens and isinstance(data, str) and not isinstance(value, Missing)
            return _escaped(data) if mistakable else data

        return dump


def _is_enum(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Enum)


@cache
def codec(kinds: KindRegistry = KINDS) -> Codec:
    """The codec of a registry; made once for each, since it compiles its functions."""
    return Codec(kinds)


def canonical_json(data: object) -> str:
    """JSON with sorted keys, no spaces and no escapes: equal data give equal text."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def digest(thing: Record | Corpus, *, kinds: KindRegistry = KINDS) -> str:
    """SHA-256 of the canonical JSON of a record or corpus, in hexadecimal. It is no identifier."""
    if isinstance(thing, Corpus):
        plain: object = {
            word: [codec(kinds).unstructure(r) for r in thing if type(r) is cls]
            for word, cls in RECORD_TYPES.items()
        }
    else:
        plain = codec(kinds).unstructure(thing)
    return hashlib.sha256(canonical_json(plain).encode()).hexdigest()


# problems


def problems_of(fault: BaseException, where: str, *, record: str = "", file: str = "") -> list[Problem]:
    """Every problem inside an error raised by :meth:`Codec.structure`, each with its place.

    *where* is the place of the record in its file, such as ``effect[2]``.
    """
    found: list[Problem] = []

    def add(code: str, place: str, **said: Any) -> None:
        found.append(Problem(code=code, where=place, record=record, file=file, **said))

    def walk(fault: BaseException, place: str) -> None:
        for note in getattr(fault, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                place = f"{place}.{note.name}"
            elif isinstance(note, IterableValidationNote):
                place = f"{place}[{note.index}]"
        if isinstance(fault, ClassValidationError | IterableValidationError):
            for inner in fault.exceptions:
                walk(inner, place)
        elif isinstance(fault, ForbiddenExtraKeysError):
            known = [a.name for a in attrs.fields(fault.cl)]
            for key in sorted(fault.extra_fields):
                near = nearest(key, known)
                hint = f"Did you mean {near!r}?" if near else ""
                add(
                    "LT-KEY-001",
                    f"{place}.{key}",
                    read=f"a key {key!r}",
                    expected=f"one of {', '.join(known)}",
                    hint=hint,
                )
        elif isinstance(fault, UnknownKindError):
            hint = f"Did you mean {fault.near!r}? " if fault.near else ""
            add(
                "LT-KND-001",
                place,
                read=_shown(fault.kind),
                expected=f"one of {', '.join(fault.known)}",
                hint=f"{hint}To add your own, register it as x:yourname/{fault.kind}.",
            )
        elif isinstance(fault, ReadingError):
            add(fault.code, place, read=_shown(fault.read), expected=fault.expected, hint=fault.hint)
        elif isinstance(fault, KeyError):
            key = str(fault.args[0])
            code = "LT-SRC-002" if key == "source" else "LT-KEY-004"
            add(code, place, read="nothing", expected=f"a value for {key}")
        elif isinstance(fault, UnknownNameError | LawtrackError | ValueError | TypeError):
            add("LT-KEY-003", place, read=str(fault))
        else:
            raise fault

    walk(fault, where)
    return found
