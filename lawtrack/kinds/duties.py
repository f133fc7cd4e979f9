"""Kinds about what people must tell and keep: registration, reporting, data duty."""

from typing import ClassVar

from attrs import frozen

from ..dates import Duration
from ..missing import NOT_STATED, UNKNOWN, Missing
from ..model.dimension import Dimension, Stake
from ..model.given import Given
from ..model.measures import amounts, thresholds
from ..model.orders import (
    EQUAL,
    by_inclusion,
    items,
    mirrored,
    names,
    penalties,
    phrases,
    ranked,
    scopes,
    words,
    yes,
)
from ..model.position import Position, Relation
from ..model.record import RoleName
from ..model.rule import Rule
from ..model.scope import Openness, Scope, Threshold
from ..penalties import Sanction
from ..verdicts import Truth, Verdicts
from .registry import KINDS

__all__ = ["DataDuty", "Registration", "Reporting"]


def _each(
    bearers: tuple[str, ...], relation: Relation, against: str | Missing, action: str
) -> tuple[Position, ...]:
    return tuple(Position(holder=who, relation=relation, against=against, action=action) for who in bearers)


_PERIODS = ("once", "yearly", "half_yearly", "quarterly", "monthly", "weekly", "daily")
"""Words for how often, the rarest first; other words are compared as words."""


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Registration(Rule):
    """A duty to register persons or things with an authority.

    Attributes:
        bearer: Who must register.
        registers: Who or what is registered.
        authority: With whom.
        threshold: When the duty begins, such as ``> 10 d`` of stay.
        deadline: Within what time.
        exemptions: Who or what is spared.
    """

    kind: ClassVar[str] = "registration"
    aligned_by: ClassVar[tuple[str, ...]] = ("registers",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("bearer", names, parties=Stake.EXPOSED),
        Dimension("registers", scopes, parties=Stake.EXPOSED),
        Dimension("threshold", thresholds, none="most"),
        Dimension("deadline", mirrored(amounts), none="least"),
        Dimension("frequency", ranked(*_PERIODS), none="least"),
        Dimension("data_items", items, none="least"),
        Dimension("exemptions", mirrored(scopes), parties=Stake.SPARED),
        Dimension("sanction", penalties, orders_none=True),
    )
    bearer: tuple[RoleName, ...] = ()
    registers: Scope = Scope()
    authority: RoleName | Missing = NOT_STATED
    threshold: Threshold | Missing = UNKNOWN
    deadline: Duration | Missing = UNKNOWN
    frequency: str | Missing = UNKNOWN
    data_items: tuple[str, ...] | Missing = ()
    exemptions: Scope = Scope()
    sanction: Sanction | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each bearer has a duty."""
        return _each(self.bearer, Relation.DUTY, self.authority, f"register {self.registers}")


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class Reporting(Rule):
    """A duty to report to an authority.

    Attributes:
        subject: What the reports are about, such as ``funds [all, foreign]``.
        content: What they must say.
        to: Who receives them; NOT_STATED when the source does not say.
        verification: How they are checked.
    """

    kind: ClassVar[str] = "reporting"
    aligned_by: ClassVar[tuple[str, ...]] = ("subject",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("bearer", names, parties=Stake.EXPOSED),
        Dimension("subject", scopes),
        Dimension("content", phrases),
        Dimension("threshold", thresholds, none="most"),
        Dimension("periodicity", ranked(*_PERIODS), none="least"),
        Dimension("publication", yes),
        Dimension("verification", words, none="least"),
        Dimension("sanction", penalties, orders_none=True),
    )
    bearer: tuple[RoleName, ...] = ()
    subject: Scope = Scope()
    to: RoleName | Missing = NOT_STATED
    content: tuple[str, ...] = ()
    threshold: Threshold | Missing = UNKNOWN
    periodicity: str | Missing = UNKNOWN
    publication: bool | Missing = UNKNOWN
    verification: str | Missing = UNKNOWN
    sanction: Sanction | Missing = UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each bearer has a duty."""
        return _each(self.bearer, Relation.DUTY, self.to, f"report on {self.subject}")


_Cells = tuple[tuple[str, ...], Openness]


def _cells(a: _Cells, b: _Cells, given: Given) -> Verdicts:
    """Data cell by cell: more of them are more restrictive; a list that may go on may hold any other."""
    if a == b and a[1] is Openness.UNKNOWN and (given.others_equal or given.restated):
        return EQUAL
    return by_inclusion(_within(b, a, given), _within(a, b, given))


def _within(inner: _Cells, outer: _Cells, given: Given) -> Truth:
    if not set(inner[0]) <= set(outer[0]):
        return False if given.openness(outer[1]) is Openness.CLOSED else UNKNOWN
    return True if given.openness(inner[1]) is Openness.CLOSED else UNKNOWN


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class DataDuty(Rule):
    """A duty to collect, keep or pass on data.

    Attributes:
        items: The data, one cell each, such as ``originator_name``.
        openness: Closed when the source says "i.e.", open when it says "such as".
        about: Whose data they are.
        occasion: When they arise.
    """

    kind: ClassVar[str] = "data_duty"
    aligned_by: ClassVar[tuple[str, ...]] = ("items",)
    dimensions: ClassVar[tuple[Dimension, ...]] = (
        Dimension("bearer", names, parties=Stake.EXPOSED),
        Dimension("items", _cells, reads="cells"),
        Dimension("about", items, parties=Stake.EXPOSED),
        Dimension("occasion", words),
        Dimension("retention", amounts, none="least"),
        Dimension("access_by", names),
    )
    bearer: tuple[RoleName, ...] = ()
    items: tuple[str, ...] = ()
    openness: Openness = Openness.UNKNOWN
    about: tuple[str, ...] = ()
    occasion: str | Missing = UNKNOWN
    retention: Duration | Missing = UNKNOWN
    access_by: tuple[RoleName, ...] = ()

    @property
    def cells(self) -> tuple[tuple[str, ...], Openness] | Missing:
        """The data and whether they are all, as one dimension; UNKNOWN while no datum is stated."""
        return (self.items, self.openness) if self.items or self.openness is not Openness.UNKNOWN else UNKNOWN

    def positions(self) -> tuple[Position, ...]:
        """Each bearer has a duty."""
        return _each(
            self.bearer, Relation.DUTY, NOT_STATED, f"hold data: {', '.join(self.items) or 'not stated'}"
        )
