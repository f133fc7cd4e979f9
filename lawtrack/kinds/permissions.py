"""Kinds about what people may do: approval, exemption, restriction."""

from enum import Enum
from typing import ClassVar

from attrs import frozen

from ..dates import Duration
from ..missing import NOT_STATED, UNKNOWN, Missing
from ..model.dimension import Dimension, Stake
from ..model.measures import amounts, limits, thresholds
from ..model.orders import mirrored, names, penalties, phrases, ranked, scopes, words, yes
from ..model.position import Position, Relation
from ..model.record import NormId, RoleName
from ..model.rule import Rule
from ..model.scope import Scope, Threshold
from ..penalties import Sanction
from .registry import KINDS

__all__ = ["Approval", "Criteria", "Degree", "Exemption", "Restriction", "TacitDecision"]


class Criteria(Enum):
    """Whether the grounds of a decision are written down."""

    STATED = "stated"
    VAGUE = "vague"
    NOT_GIVEN = "not_given"


class TacitDecision(Enum):
    """What silence of the authority means."""

    APPROVAL = "approval"
    REFUSAL = "refusal"
    NOTHING = "nothing"


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Approval(Rule):
    """Conduct allowed only with prior approval.

    Attributes:
        actor: Who needs it.
        conduct: For what.
        object: Concerning what.
        approver: Who gives it.
    """

    kind: ClassVar[str] = "approval"
    aligned_by: ClassVar[tuple[str, ...]] = ("object", "conduct")
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("actor", names, parties=Stake.EXPOSED),
        Dimension("conduct", scopes),
        Dimension("object", scopes),
        Dimension("approver", words, parties=Stake.EMPOWERED, counts=False),
        Dimension("criteria", ranked(Criteria.STATED, Criteria.VAGUE, Criteria.NOT_GIVEN)),
        Dimension("procedure_time", amounts, none="most"),
        Dimension("tacit", ranked(TacitDecision.APPROVAL, TacitDecision.NOTHING, TacitDecision.REFUSAL)),
        Dimension("appeal", mirrored(yes)),
        Dimension("fee", words, none="least"),
        Dimension("exemptions", mirrored(scopes), parties=Stake.SPARED),
    )
    actor: tuple[RoleName, ...] = ()
    conduct: Scope = Scope()
    object: Scope = Scope()
    approver: RoleName | Missing = NOT_STATED
    criteria: Criteria | Missing = UNKNOWN
    procedure_time: Duration | Missing = UNKNOWN
    tacit: TacitDecision | Missing = UNKNOWN
    appeal: bool | Missing = UNKNOWN
    fee: str | Missing = UNKNOWN
    exemptions: Scope = Scope()

    def positions(self) -> tuple[Position, ...]:
        """Each actor has a duty to ask; the approver has a power over the actor."""
        action = f"obtain approval for {self.conduct} of {self.object}"
        duties = tuple(
            Position(holder=who, relation=Relation.DUTY, against=self.approver, action=action)
            for who in self.actor
        )
        if isinstance(self.approver, Missing):
            return duties
        powers = tuple(
            Position(
                holder=self.approver,
                relation=Relation.POWER,
                against=who,
                action=f"approve {self.conduct} of {self.object}",
            )
            for who in self.actor
        )
        return duties + powers


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Exemption(Rule):
    """Something spared from another rule; a narrower exemption is more restrictive.

    Attributes:
        norm: The rule it spares from.
        holders: Who is spared.
        exempt: What is spared.
        quantity_limit: Up to how much, such as ``<= 1 copy/title``.
    """

    kind: ClassVar[str] = "exemption"
    burden: ClassVar[bool | None] = False
    aligned_by: ClassVar[tuple[str, ...]] = ("exempt",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("holders", mirrored(names), parties=Stake.EXPOSED),
        Dimension("exempt", mirrored(scopes)),
        Dimension("quantity_limit", mirrored(thresholds), none="least"),
        Dimension("conditions", phrases, none="least"),
    )
    norm: NormId | Missing = UNKNOWN
    holders: tuple[RoleName, ...] = ()
    exempt: Scope = Scope()
    quantity_limit: Threshold | Missing = UNKNOWN
    conditions: tuple[str, ...] | Missing = ()

    def positions(self) -> tuple[Position, ...]:
        """Each holder has a privilege."""
        return tuple(
            Position(holder=who, relation=Relation.PRIVILEGE, action=f"{self.exempt} exempt from the rule")
            for who in self.holders
        )


class Degree(Enum):
    """How far a restriction goes, the mildest first."""

    NOTIFY = "notify"
    LIMIT = "limit"
    CONDITION = "condition"
    LICENCE = "licence"
    BAN = "ban"


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Restriction(Rule):
    """A ban on, or limit to, a conduct, tool or eligibility.

    Attributes:
        addressees: Who is restricted.
        conduct: In what.
        object: Concerning what.
        limits: Figures such as ``<= 2 rifled_firearm``.
    """

    kind: ClassVar[str] = "restriction"
    aligned_by: ClassVar[tuple[str, ...]] = ("object", "conduct")
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("addressees", names, parties=Stake.EXPOSED),
        Dimension("conduct", scopes),
        Dimension("object", scopes),
        Dimension("degree", ranked(*Degree)),
        Dimension("limits", limits, none="least"),
        Dimension("conditions", phrases, none="least"),
        Dimension("exemptions", mirrored(scopes), parties=Stake.SPARED),
        Dimension("sanction", penalties, orders_none=True),
    )
    addressees: tuple[RoleName, ...] = ()
    conduct: Scope = Scope()
    object: Scope = Scope()
    degree: Degree | Missing = UNKNOWN
    limits: tuple[Threshold, ...] | Missing = ()
    conditions: tuple[str, ...] | Missing = ()
    exemptions: Scope = Scope()
    sanction: Sanction | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each addressee has a duty to keep within the limits."""
        about = (
            ", ".join(str(scope) for scope in (self.conduct, self.object) if scope.include) or "not stated"
        )
        return tuple(
            Position(holder=who, relation=Relation.DUTY, action=f"keep within limits: {about}")
            for who in self.addressees
        )
