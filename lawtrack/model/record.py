"""What every record shares: an id, a note, and typed references to other records."""

from functools import cache
from inspect import signature
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import attrs
from attrs import field, frozen

from ..countries import check_country
from ..equality import ByValue
from ..errors import ReadingError
from ..identifiers import check_id
from ..languages import check_tag

__all__ = [
    "ActorId",
    "AmendmentId",
    "AnyId",
    "AssertionId",
    "CritiqueId",
    "DefinitionId",
    "EffectId",
    "HoldsLists",
    "NormId",
    "ProvisionId",
    "RecommendationId",
    "Record",
    "Ref",
    "Role",
    "RoleName",
    "SourceId",
    "StatementId",
    "SubstanceId",
    "WorkId",
    "country_or_token",
    "tag_or_token",
]


@frozen(repr=False, eq=False)
class Ref(ByValue):
    """Marks a text field as the id of a record of one of *types*; no types means any record.

    The types are the words that stand for record types in files (``work``, ``amendment`` …).
    """

    types: tuple[str, ...] = ()


@frozen(repr=False, eq=False)
class Role(ByValue):
    """Marks a text field as a party role of the vocabulary."""


RoleName = Annotated[str, Role()]
AnyId = Annotated[str, Ref()]
ActorId = Annotated[str, Ref(("actor",))]
AmendmentId = Annotated[str, Ref(("amendment",))]
AssertionId = Annotated[str, Ref(("assertion", "claim"))]
CritiqueId = Annotated[str, Ref(("critique",))]
DefinitionId = Annotated[str, Ref(("definition",))]
EffectId = Annotated[str, Ref(("effect",))]
NormId = Annotated[str, Ref(("norm",))]
ProvisionId = Annotated[str, Ref(("provision",))]
RecommendationId = Annotated[str, Ref(("recommendation",))]
SourceId = Annotated[str, Ref(("source",))]
StatementId = Annotated[str, Ref(("statement",))]
SubstanceId = Annotated[str, Ref(("effect", "norm", "definition", "gap"))]
WorkId = Annotated[str, Ref(("work",))]


def country_or_token(record: object, attribute: object, value: Any) -> None:
    """Validator: a country code, or a token where the country is not known."""
    if isinstance(value, str):
        check_country(value)


def tag_or_token(record: object, attribute: object, value: Any) -> None:
    """Validator: a language tag, or a token where the language is not known."""
    if isinstance(value, str):
        check_tag(value)


def _well_formed(record: object, attribute: object, value: str) -> None:
    check_id(value)


class HoldsLists:
    """Mixin for attrs classes: a text given where a tuple is due is refused before it falls into letters."""

    __slots__ = ()

    # attrs calls this with what __init__ was given; nothing is inherited by way of decorators, so that a
    # class of a study is covered too.
    def __attrs_pre_init__(self, *placed: object, **named: object) -> None:
        cls: Any = type(self)
        for place, name in _lists_of(cls):
            value = named.get(name, attrs.NOTHING) if not placed else _given(placed, named, place, name)
            if isinstance(value, str):
                raise ReadingError(
                    value,
                    f"a tuple for {name} of {type(self).__name__}",
                    f"Write {name}=({value!r},).",
                    code="LT-KEY-002",
                )


# attrs asks for the signature anew for every class; working it out once saves a twentieth of the import.
HoldsLists.__attrs_pre_init__.__signature__ = signature(HoldsLists.__attrs_pre_init__)  # type: ignore[attr-defined]


def _given(placed: tuple[object, ...], named: dict[str, object], place: int, name: str) -> object:
    return placed[place] if place < len(placed) else named.get(name)


@cache
def _lists_of(cls: Any) -> tuple[tuple[int, str], ...]:
    """Place and name, in the call that builds it, of each field for a tuple that may not be a text."""
    given = [a for a in attrs.fields(cls) if a.init]
    ordered = [a for a in given if not a.kw_only] + [a for a in given if a.kw_only]
    return tuple((i, a.alias) for i, a in enumerate(ordered) if _is_list(a.type))


def _is_list(hint: Any) -> bool:
    if isinstance(hint, str):  # a class whose annotations are kept as text
        return hint.startswith("tuple[") and "str |" not in hint.partition("]")[2]
    if get_origin(hint) in (Union, UnionType):
        members = get_args(hint)
        return str not in members and any(map(_is_list, members))
    return get_origin(hint) is tuple or hint is tuple


@frozen(kw_only=True, repr=False, eq=False)
class Record(HoldsLists, ByValue):
    """Base of everything that has an id in a corpus.

    Attributes:
        id: Unique in the corpus; ASCII without spaces. Never derived from content.
        note: A remark of whoever coded the record; no statement of a source.
    """

    id: str = field(validator=_well_formed)
    note: str = ""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"
