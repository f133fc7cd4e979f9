"""The codec: one cattrs converter with a strict hook for everything a record can hold."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from cattrs import Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_unstructure_fn

from ..errors import shown
from ..hedges import Hedge
from ..kinds import KINDS, KindRegistry
from ..languages import LangMap
from ..model.modification import Modification
from ..model.rule import OpaqueRule, Rule
from ..model.scope import Scope
from ..model.substance import Effect, Gap, Norm
from .leaves import Hook, enumeration, flag, langmap, readable, refuse, text, whole
from .modifications import modification_dump, modification_hook
from .rules import gap_hook, kinded_hook, rule_hook
from .shapes import is_enum, is_readable, is_table, is_tuple, is_union
from .tables import fields_hook, table_hook
from .unions import union_dump, union_hook

__all__ = ["SCHEMA", "Codec", "codec"]

SCHEMA = 1
"""Version of the file layout that this lawtrack writes and reads."""

T = TypeVar("T")


class Codec:
    """Turns records into plain data and back, for one registry of kinds."""

    def __init__(self, kinds: KindRegistry = KINDS) -> None:
        self.kinds = kinds
        self._converter = Converter(forbid_extra_keys=True, detailed_validation=True, omit_if_default=True)
        self._register_reading(self._converter)
        self._register_writing(self._converter)

    def _register_reading(self, converter: Converter) -> None:
        for cls, leaf in ((str, text), (int, whole), (bool, flag), (LangMap, langmap)):
            converter.register_structure_hook(cls, leaf)
        # Factories registered later are asked first.
        converter.register_structure_hook_factory(is_table, lambda cls: table_hook(converter, cls))
        converter.register_structure_hook_factory(is_tuple, self._tuple_hook)
        converter.register_structure_hook_factory(is_union, lambda cls: union_hook(converter, cls))
        converter.register_structure_hook_factory(is_enum, enumeration)
        converter.register_structure_hook_factory(is_readable, readable)
        converter.register_structure_hook_factory(
            lambda cls: cls is Scope, lambda cls: self._or_table(Scope, list, "include")
        )
        converter.register_structure_hook_factory(lambda cls: cls is Hedge, lambda cls: self._hedge())
        converter.register_structure_hook_factory(lambda cls: cls is Gap, lambda cls: gap_hook(converter))
        for owner in (Effect, Norm):
            converter.register_structure_hook(owner, kinded_hook(converter, self.kinds, owner))
        converter.register_structure_hook_func(lambda cls: cls is Modification, modification_hook(converter))
        rule = rule_hook(converter, self.kinds)
        converter.register_structure_hook_func(lambda cls: cls is Rule, rule)

    def _register_writing(self, converter: Converter) -> None:
        converter.register_unstructure_hook(OpaqueRule, lambda rule: json.loads(rule.data))
        converter.register_unstructure_hook(LangMap, lambda m: m["und"] if tuple(m) == ("und",) else dict(m))
        converter.register_unstructure_hook_func(is_readable, str)
        converter.register_unstructure_hook(Scope, _scope_dump)
        converter.register_unstructure_hook_factory(lambda cls: cls is Hedge, lambda cls: self._hedge_dump())
        converter.register_unstructure_hook_factory(
            lambda cls: isinstance(cls, type) and issubclass(cls, Modification),
            lambda cls: modification_dump(converter, cls),
        )
        converter.register_unstructure_hook_factory(is_union, lambda cls: union_dump(converter, cls))
        converter.register_unstructure_hook_func(
            is_tuple, lambda held: [converter.unstructure(item) for item in held]
        )

    def structure(self, data: object, cls: type[T]) -> T:
        """Build a *cls* from plain data; raises a cattrs error group, see :func:`problems_of`."""
        return self._converter.structure(data, cls)

    def unstructure(self, record: object) -> Any:
        """Plain data for *record*; fields at their default are left out."""
        return self._converter.unstructure(record)

    def _or_table(self, cls: Any, short: type, field: str) -> Hook:
        """Hook for a class whose table may be shortened to one field of another shape."""
        plain = fields_hook(self._converter, cls)

        def hook(value: Any, _: Any) -> Any:
            if isinstance(value, dict):
                return plain(value, cls)
            if isinstance(value, short):
                return plain({field: value}, cls)
            if isinstance(value, str):
                raise refuse(value, "a list of terms", f"Write [{_quoted(value)}].", "LT-KEY-002")
            raise refuse(value, 'a list of terms such as ["guest"]')

        return hook

    def _hedge(self) -> Hook:
        """A bare text is read by the lexicon; a table says what another lexicon made of the words."""
        by_words, by_field = readable(Hedge), fields_hook(self._converter, Hedge)
        return lambda value, _: (by_field if isinstance(value, dict) else by_words)(value, Hedge)

    def _hedge_dump(self) -> Callable[[Hedge], Any]:
        table = make_dict_unstructure_fn(Hedge, self._converter, _cattrs_omit_if_default=True)
        return lambda hedge: hedge.surface if Hedge.read(hedge.surface) == hedge else table(hedge)

    def _tuple_hook(self, cls: Any) -> Hook:
        item_type = get_args(cls)[0]
        item_hook: Hook | None = None

        def hook(value: Any, _: Any) -> Any:
            nonlocal item_hook
            if item_hook is None:
                item_hook = self._converter.get_structure_hook(item_type)
            if not isinstance(value, list | tuple):
                hint = (
                    f"Write [{_quoted(value)}]." if isinstance(value, str) else "Put it in square brackets."
                )
                raise refuse(value, "a list", hint, "LT-KEY-002")
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


def _quoted(value: str) -> str:
    return f'"{shown(value)[1:-1]}"'


def _scope_dump(scope: Scope) -> Any:
    terms = [str(term) for term in scope.include]
    if scope == Scope(include=scope.include):
        return terms
    table: dict[str, Any] = {"include": terms, "openness": scope.openness.value}
    if scope.exclude:
        table["exclude"] = [str(term) for term in scope.exclude]
    return table


@cache
def codec(kinds: KindRegistry = KINDS) -> Codec:
    """The codec of a registry; made once for each, since it compiles its functions."""
    return Codec(kinds)
