"""Effects, norms and gaps: records whose rule is of the kind that the record names."""

from collections.abc import Mapping
from typing import Any

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError

from ..errors import Said, UnknownKindError, listed, nearest
from ..kinds import KindRegistry
from ..missing import TOKENS
from ..model.rule import Rule
from ..model.substance import Effect, Gap, Norm
from .leaves import Hook, refuse
from .opaque import opaque_rule
from .tables import at, fields_hook

__all__ = ["gap_hook", "kinded_hook", "rule_hook"]

_SIDES: Mapping[type, tuple[str, ...]] = {Effect: ("before", "after"), Norm: ("rule",)}
_OF_RECORDS = frozenset(a.name for cls in _SIDES for a in attrs.fields(cls))


class _Tagged:
    """A rule's raw data together with the kind that its effect or norm gives it."""

    __slots__ = ("data", "tag")

    def __init__(self, tag: str, data: object) -> None:
        self.tag, self.data = tag, data


def _fields_of(kinds: KindRegistry, tag: object) -> frozenset[str]:
    known = isinstance(tag, str) and tag in kinds
    return frozenset(a.name for a in attrs.fields(kinds[str(tag)])) if known else frozenset()


def kinded_hook(converter: Converter, kinds: KindRegistry, owner: type[Effect] | type[Norm]) -> Hook:
    """Hook for an effect or norm: its kind decides what may stand in its rules."""
    sides = _SIDES[owner]
    plain: Hook | None = None
    place = " and ".join(sides)

    def to_rule(key: str) -> str:
        tags = [tag for tag in kinds if key in _fields_of(kinds, tag)]
        if not tags:
            return ""
        return f"{key} belongs to the rule: put it inside {place}, as in {sides[-1]} = {{ {key} = … }}."

    def hook(value: Any, _: Any) -> Any:
        nonlocal plain
        plain = plain or fields_hook(converter, owner, to_rule)
        if not isinstance(value, Mapping):
            raise refuse(value, f"a table of fields of {owner.__name__}")
        data = dict(value)
        fault = _kind_fault(kinds, data, sides)
        for side in sides:
            if side in data and not (isinstance(data[side], str) and data[side] in TOKENS):
                if fault:
                    del data[side]  # nothing can be said about a rule of no kind
                else:
                    data[side] = _Tagged(data["kind"], data[side])
        if fault is None:
            return plain(data, owner)
        try:
            plain({**data, "kind": "unspecified"}, owner)
        except ClassValidationError as group:
            raise ClassValidationError("kind", [fault, *group.exceptions], owner) from None
        raise ClassValidationError("kind", [fault], owner)

    return hook


def _kind_fault(kinds: KindRegistry, data: Mapping[str, Any], sides: tuple[str, ...]) -> Exception | None:
    if "kind" not in data:
        rules = [data[side] for side in sides if isinstance(data.get(side), Mapping)]
        guess = kinds.guess({str(key) for rule in rules for key in rule} | (set(data) - _OF_RECORDS))
        hint = f'It looks like kind = "{guess}".' if guess else ""
        return at("kind", refuse(Said("nothing"), f"kind = one of {', '.join(kinds)}", hint, "LT-KND-004"))
    tag = data["kind"]
    if not isinstance(tag, str):
        return at("kind", refuse(tag, f"one of {listed(tuple(kinds))}"))
    if tag in kinds or tag.startswith("x:"):
        return None
    return at("kind", UnknownKindError(tag, tuple(kinds)))


def rule_hook(converter: Converter, kinds: KindRegistry) -> Hook:
    """Hook for the rule of an effect or norm, which hands it down together with its kind."""
    hooks: dict[str, tuple[type[Rule], Hook]] = {}

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, _Tagged):
            raise refuse(value, "a rule")
        tag, data = value.tag, value.data
        if isinstance(data, Mapping) and "kind" in data:
            if data["kind"] != tag:
                expected = f"a rule of kind {tag!r}, as the record says"
                raise at("kind", refuse(data["kind"], expected, code="LT-KND-003"))
            data = {key: item for key, item in data.items() if key != "kind"}
        if tag not in kinds:
            return opaque_rule(tag, data)
        cls = kinds[tag]
        if tag not in hooks or hooks[tag][0] is not cls:  # a notebook may register a kind again
            hooks[tag] = (cls, _hook_of_kind(converter, kinds, cls))
        return hooks[tag][1](data, cls)

    return hook


def _hook_of_kind(converter: Converter, kinds: KindRegistry, cls: type[Rule]) -> Hook:
    own = tuple(a.name for a in attrs.fields(cls))

    def elsewhere(key: str) -> str:
        if key in _OF_RECORDS and key not in ("before", "after", "rule"):
            return f"{key} belongs to the record itself, beside its kind."
        if nearest(key, own):
            return ""
        others = [tag for tag in kinds if tag != cls.kind and key in _fields_of(kinds, tag)]
        return f"It is a field of {', '.join(others)}." if 0 < len(others) < 4 else ""

    plain = fields_hook(converter, cls, elsewhere)
    short = cls.shorthand

    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, Mapping):
            return plain(value, cls)
        if short and isinstance(value, str):
            return plain({short: value}, cls)
        wanted = f"a table of fields of kind {cls.kind!r}"
        if short:
            raise refuse(value, f"{wanted}, or the text of its {short}")
        names = listed(own, near=True)
        raise refuse(value, wanted, f"Its fields are {names}." if names else "")

    return hook


def gap_hook(converter: Converter) -> Hook:
    """Hook for a gap, which refuses a rule in so many words."""
    plain = fields_hook(converter, Gap)

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, Mapping):
            raise refuse(value, "a table of fields of Gap")
        carried = [key for key in ("kind", "rule", "before", "after") if key in value]
        if not carried:
            return plain(value, Gap)
        hint = "A gap is the absence of a rule; record an [[effect]] or [[norm]] beside it."
        told = Said(f"a gap with {' and '.join(carried)}")
        faults: list[Exception] = [at(carried[0], refuse(told, "no rule in a gap", hint, "LT-GAP-001"))]
        try:
            plain({key: item for key, item in value.items() if key not in carried}, Gap)
        except ClassValidationError as group:
            faults += group.exceptions
        raise ClassValidationError("gap", faults, Gap)

    return hook
