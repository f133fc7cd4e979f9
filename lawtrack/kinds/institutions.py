"""Kinds about definitions, bodies and checks, and the kind for what nobody specified."""

from enum import Enum
from typing import ClassVar

from attrs import frozen

from ..languages import LangMap
from ..missing import NOT_STATED, UNKNOWN, Missing
from ..model.dimension import Dimension, Stake
from ..model.given import Given
from ..model.orders import EQUAL, flat, items, mirrored, names, words
from ..model.position import Position, Relation
from ..model.reaches import extents, safeguards
from ..model.record import DefinitionId, RoleName
from ..model.rule import Rule, of_another_kind
from ..model.scope import Safeguard
from ..penalties import PenaltyLadder
from ..verdicts import ANY, Verdicts
from .registry import KINDS

__all__ = [
    "DefinitionRule",
    "Institution",
    "InstitutionChange",
    "PrecisionIndicator",
    "SafeguardRule",
    "Unspecified",
]


class PrecisionIndicator(Enum):
    """What makes a definition imprecise; coded by a reader, never computed from text."""

    OPEN_ENDED_LIST = "open_ended_list"
    UNDEFINED_KEY_TERM = "undefined_key_term"
    NO_INTENT_ELEMENT = "no_intent_element"
    NO_HARM_ELEMENT = "no_harm_element"
    CIRCULAR = "circular"
    CROSS_REFERENCE_ONLY = "cross_reference_only"


def _by_extent(a: str, b: str, given: Given) -> Verdicts:
    """The wider definition is more restrictive for whoever falls under it."""
    first, second = given.extent(0, a), given.extent(1, b)
    if first is None or second is None or first == second:
        return EQUAL if a == b and first == second else ANY
    return extents(first, second, given)


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class DefinitionRule(Rule):
    """A definition in use, and how precise a reader found it."""

    kind: ClassVar[str] = "definition"
    burden: ClassVar[bool | None] = None
    aligned_by: ClassVar[tuple[str, ...]] = ("definition",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("definition", _by_extent),
        Dimension("indicators", items, none="least"),
    )
    definition: DefinitionId | Missing = UNKNOWN
    indicators: tuple[PrecisionIndicator, ...] | Missing = UNKNOWN


class InstitutionChange(Enum):
    """What happens to a body."""

    CREATED = "created"
    MERGED = "merged"
    TRANSFERRED = "transferred"
    DISSOLVED = "dissolved"


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Institution(Rule):
    """A body that a law creates, merges, moves or dissolves; no order of restrictiveness."""

    kind: ClassVar[str] = "institution"
    burden: ClassVar[bool | None] = None
    aligned_by: ClassVar[tuple[str, ...]] = ("body",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("body", words),
        Dimension("event", flat),
        Dimension("under", words),
    )
    body: str | Missing = UNKNOWN
    event: InstitutionChange | Missing = UNKNOWN
    under: str | Missing = NOT_STATED


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class SafeguardRule(Rule):
    """Checks on a power, standing as a rule of their own.

    Attributes:
        protects: Roles that may rely on them.
        safeguards: The checks.
    """

    kind: ClassVar[str] = "safeguard"
    burden: ClassVar[bool | None] = False
    aligned_by: ClassVar[tuple[str, ...]] = ("protects",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("protects", mirrored(names), parties=Stake.EXPOSED),
        Dimension("safeguards", safeguards, orders_none=True),
    )
    protects: tuple[RoleName, ...] = ()
    safeguards: tuple[Safeguard, ...] | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each protected role has a claim."""
        checks = ", ".join(map(str, self.safeguards)) if isinstance(self.safeguards, tuple) else "not stated"
        return tuple(Position(holder=who, relation=Relation.CLAIM, action=checks) for who in self.protects)


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Unspecified(Rule):
    """A rule of which a source says only that it exists or changed."""

    kind: ClassVar[str] = "unspecified"
    burden: ClassVar[bool | None] = None
    described_as: LangMap | Missing = NOT_STATED
    probable_kind: str | Missing = UNKNOWN

    def compare(
        self, other: Rule, *, for_: str | None = None, ladder: PenaltyLadder | None = None
    ) -> Verdicts:
        """Every answer stays possible, also for equal words: two rules may be described alike."""
        return ANY if isinstance(other, Unspecified) else of_another_kind(other)
