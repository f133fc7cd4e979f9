"""Kinds about what people must tell and keep: registration, reporting, data duty."""

from typing import ClassVar

from attrs import frozen

from ..dates import Duration
from ..missing import NOT_STATED, UNKNOWN, Missing
from ..model.position import Position, Relation
from ..model.record import RoleName
from ..model.rule import Rule
from ..model.scope import Openness, Scope, Threshold
from ..penalties import Sanction
from .registry import KINDS

__all__ = ["DataDuty", "Registration", "Reporting"]


def _each(
    bearers: tuple[str, ...], relation: Relation, against: str | Missing, action: str
) -> tuple[Position, ...]:
    return tuple(Position(holder=who, relation=relation, against=against, action=action) for who in bearers)


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
    bearer: tuple[RoleName, ...] = ()
    registers: Scope = Scope()
    authority: RoleName | Missing = NOT_STATED
    threshold: Threshold | Missing = UNKNOWN
    deadline: Duration | Missing = UNKNOWN
    frequency: str | Missing = UNKNOWN
    data_items: tuple[str, ...] = ()
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
    bearer: tuple[RoleName, ...] = ()
    items: tuple[str, ...] = ()
    openness: Openness = Openness.UNKNOWN
    about: tuple[str, ...] = ()
    occasion: str | Missing = UNKNOWN
    retention: Duration | Missing = UNKNOWN
    access_by: tuple[RoleName, ...] = ()

    def positions(self) -> tuple[Position, ...]:
        """Each bearer has a duty."""
        return _each(
            self.bearer, Relation.DUTY, NOT_STATED, f"hold data: {', '.join(self.items) or 'not stated'}"
        )
