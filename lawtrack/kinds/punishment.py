"""Kinds about crime and its consequences: sentence, offence, liability."""

from enum import Enum
from functools import lru_cache
from typing import ClassVar

from attrs import frozen

from ..missing import NONE, NOT_APPLICABLE, UNKNOWN, Missing, is_known, is_open
from ..model.position import Position, Relation
from ..model.record import RoleName
from ..model.rule import Rule, of_another_kind
from ..model.scope import Scope
from ..penalties import PenaltyLadder, Sanction, SentenceDelta, compare_sanctions
from ..verdicts import ANY, Verdict, Verdicts
from .registry import KINDS

__all__ = ["FaultStandard", "Liability", "LiabilityType", "MensRea", "Offence", "Reach", "Sentence"]


@lru_cache(maxsize=4096)
def _overall(before: Sanction, after: Sanction, ladder: PenaltyLadder | None) -> Verdicts:
    # A code threatens many offences with one sanction, so the same pairs come again and again.
    return compare_sanctions(before, after, ladder=ladder).overall


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

    def compare(
        self, other: Rule, *, for_: str | None = None, ladder: PenaltyLadder | None = None
    ) -> Verdicts:
        """By the overall penalty order of the sanctions; no penalty at all is a sanction too."""
        if not isinstance(other, Sentence):
            return of_another_kind(other)
        before, after = (_NO_PENALTY if s.sanction is NONE else s.sanction for s in (self, other))
        if is_known(before) and is_known(after):
            return _overall(before, after, ladder)
        if before is after and not is_open(before):
            return Verdicts.of(Verdict.EQUIVALENT)
        return Verdicts(ANY.possible, ("sanction",))

    def step(self) -> Verdicts:
        """What the stated step leaves possible."""
        return self.delta.possible_verdicts() if is_known(self.delta) else ANY


_NO_PENALTY = Sanction.read("none")


class MensRea(Enum):
    """State of mind an offence asks for, the least demanding first."""

    NONE_REQUIRED = "none_required"
    NEGLIGENCE = "negligence"
    KNOWLEDGE = "knowledge"
    INTENT = "intent"
    SPECIAL_PURPOSE = "special_purpose"


class Reach(Enum):
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
    offence: str | Missing = UNKNOWN
    conduct: Scope = Scope()
    mens_rea: MensRea | Missing = UNKNOWN
    result_required: bool | Missing = UNKNOWN
    perpetrator: tuple[RoleName, ...] = ()
    jurisdictional_reach: Reach | Missing = UNKNOWN
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


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Liability(Rule):
    """Who answers for what, in which branch of law."""

    kind: ClassVar[str] = "liability"
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
