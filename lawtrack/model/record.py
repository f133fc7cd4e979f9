"""What every record shares: an id, a note, and typed references to other records."""

from typing import Annotated, Any

from attrs import field, frozen

from ..countries import check_country
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


@frozen
class Ref:
    """Marks a text field as the id of a record of one of *types*; no types means any record.

    The types are the words that stand for record types in files (``work``, ``amendment`` …).
    """

    types: tuple[str, ...] = ()


@frozen
class Role:
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


@frozen(kw_only=True, repr=False)
class Record:
    """Base of everything that has an id in a corpus.

    Attributes:
        id: Unique in the corpus; ASCII without spaces. Never derived from content.
        note: A remark of whoever coded the record; no statement of a source.
    """

    id: str = field(validator=_well_formed)
    note: str = ""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"
