"""Kinds about crime and its consequences: sentence, offence, liability."""

from enum import Enum
from typing import ClassVar

from attrs import frozen

from ..missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known
from ..model.dimension import Dimension, Stake
from ..model.given import Given
from ..model.orders import flat, mirrored, names, penalties, ranked, scopes, yes
from ..model.position import Position, Relation
from ..model.record import RoleName
from ..model.rule import Rule
from ..model.scope import Scope
from ..penalties import Sanction, SentenceDelta
from ..verdicts import ANY, Verdicts
from .registry import KINDS

__all__ = ["FaultStandard", "Liability", "LiabilityType", "MensRea", "Offence", "ReachOfLaw", "Sentence"]


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Sentence(Rule):
    """The sentences a court may impose for one offence part. In files a bare text is the sanction.

    Attributes:
        offence: The offence in a few words of our own.
        sanction: The set of permitted sentences.
        delta: The step alone, for a source that states only that; it belongs to the effect it stands in.
        regime: Where the sentence is served, as the law names it.
    """

    kind: ClassVar[str] = "sentence"
    concerns: ClassVar[tuple[str, ...]] = ("defendant",)
    aligned_by: ClassVar[tuple[str, ...]] = ("offence",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (Dimension("sanction", penalties, orders_none=True),)
    shorthand: ClassVar[str] = "sanction"
    offence: str | Missing = UNKNOWN
    sanction: Sanction | Missing = UNKNOWN
    delta: SentenceDelta | Missing = NOT_APPLICABLE
    regime: str | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """The defendant is liable to be sentenced by a court."""
        return (
            Position(holder="defendant", relation=Relation.LIABILITY, against="court", action="be sentenced"),
        )

    def step(self) -> Verdicts:
        """What the stated step leaves possible."""
        return self.delta.possible_verdicts() if is_known(self.delta) else ANY


class MensRea(Enum):
    """State of mind an offence asks for, the least demanding first."""

    NONE_REQUIRED = "none_required"
    NEGLIGENCE = "negligence"
    KNOWLEDGE = "knowledge"
    INTENT = "intent"
    SPECIAL_PURPOSE = "special_purpose"


class ReachOfLaw(Enum):
    """How far the criminal law reaches, the narrowest first."""

    TERRITORIAL = "territorial"
    ACTIVE_PERSONALITY = "active_personality"
    PASSIVE_PERSONALITY = "passive_personality"
    UNIVERSAL = "universal"


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Offence(Rule):
    """What conduct is a crime, by whom, in which state of mind."""

    kind: ClassVar[str] = "offence"
    concerns: ClassVar[tuple[str, ...]] = ("defendant",)
    aligned_by: ClassVar[tuple[str, ...]] = ("conduct",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("conduct", scopes),
        Dimension("mens_rea", ranked(*reversed(MensRea))),
        Dimension("result_required", mirrored(yes)),
        Dimension("perpetrator", names, parties=Stake.EXPOSED),
        Dimension("jurisdictional_reach", ranked(*ReachOfLaw)),
        Dimension("inchoate", yes),
        Dimension("sanction", penalties, orders_none=True),
    )
    offence: str | Missing = UNKNOWN
    conduct: Scope = Scope()
    mens_rea: MensRea | Missing = UNKNOWN
    result_required: bool | Missing = UNKNOWN
    perpetrator: tuple[RoleName, ...] = ()
    jurisdictional_reach: ReachOfLaw | Missing = UNKNOWN
    inchoate: bool | Missing = UNKNOWN
    sanction: Sanction | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each possible perpetrator has a duty not to act so."""
        action = f"not to commit: {self.conduct}" if self.conduct.include else "not to commit the offence"
        return tuple(
            Position(holder=who, relation=Relation.DUTY, action=action)
            for who in self.perpetrator or ("natural_person",)
        )


class LiabilityType(Enum):
    """Branch of law a liability belongs to."""

    CRIMINAL = "criminal"
    ADMINISTRATIVE = "administrative"
    CIVIL = "civil"
    DISCIPLINARY = "disciplinary"
    LICENCE = "licence"


class FaultStandard(Enum):
    """Fault a liability asks for, the strictest first."""

    STRICT = "strict"
    NEGLIGENCE = "negligence"
    KNOWLEDGE = "knowledge"
    INTENT = "intent"


_CRIMINAL = ranked(LiabilityType.ADMINISTRATIVE, LiabilityType.CRIMINAL)


def _branch(a: LiabilityType, b: LiabilityType, given: Given) -> Verdicts:
    """Criminal law is more than administrative; no other two branches stand in an order."""
    found = _CRIMINAL(a, b, given)
    return found if found.is_definite else flat(a, b, given)


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Liability(Rule):
    """Who answers for what, in which branch of law."""

    kind: ClassVar[str] = "liability"
    aligned_by: ClassVar[tuple[str, ...]] = ("conduct",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("bearer", names, parties=Stake.EXPOSED),
        Dimension("conduct", scopes),
        Dimension("type", _branch),
        Dimension("fault_standard", ranked(*reversed(FaultStandard)), none="most"),
        Dimension("vicarious", yes),
        Dimension("sanction", penalties, orders_none=True),
    )
    bearer: tuple[RoleName, ...] = ()
    conduct: Scope = Scope()
    type: LiabilityType | Missing = UNKNOWN
    fault_standard: FaultStandard | Missing = UNKNOWN
    vicarious: bool | Missing = UNKNOWN
    sanction: Sanction | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each bearer has a liability."""
        action = f"answer for {self.conduct}" if self.conduct.include else "answer for a breach"
        return tuple(Position(holder=who, relation=Relation.LIABILITY, action=action) for who in self.bearer)
