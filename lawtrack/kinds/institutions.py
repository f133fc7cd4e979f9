"""Kinds about definitions, bodies and checks, and the kind for what nobody specified."""

from enum import Enum
from typing import ClassVar

from attrs import frozen

from ..languages import LangMap
from ..missing import NOT_STATED, UNKNOWN, Missing
from ..model.position import Position, Relation
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


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class DefinitionRule(Rule):
    """A definition in use, and how precise a reader found it."""

    kind: ClassVar[str] = "definition"
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
    described_as: LangMap | Missing = NOT_STATED
    probable_kind: str | Missing = UNKNOWN

    def compare(
        self, other: Rule, *, for_: str | None = None, ladder: PenaltyLadder | None = None
    ) -> Verdicts:
        """Every answer stays possible, also for equal words: two rules may be described alike."""
        return ANY if isinstance(other, Unspecified) else of_another_kind(other)
