"""Hohfeld positions: who stands how to whom, and what a change does to that."""

from enum import Enum

from attrs import frozen

from ..equality import ByValue
from ..missing import NOT_STATED, UNKNOWN, Missing, is_known
from .record import RoleName

__all__ = ["Direction", "Position", "PositionDelta", "Relation"]


class Relation(Enum):
    """Hohfeld's eight relations (Some Fundamental Legal Conceptions, 1913)."""

    CLAIM = "claim"
    DUTY = "duty"
    PRIVILEGE = "privilege"
    NO_RIGHT = "no_right"
    POWER = "power"
    LIABILITY = "liability"
    IMMUNITY = "immunity"
    DISABILITY = "disability"

    @property
    def correlative(self) -> "Relation":
        """The relation that the other side then has: my claim is your duty."""
        return _CORRELATIVE[self]

    @property
    def opposite(self) -> "Relation":
        """The relation one has when one has not this: who has no privilege has a duty."""
        return _OPPOSITE[self]


def _both_ways(*pairs: tuple[Relation, Relation]) -> dict[Relation, Relation]:
    return {a: b for pair in pairs for a, b in (pair, pair[::-1])}


_CORRELATIVE = _both_ways(
    (Relation.CLAIM, Relation.DUTY),
    (Relation.PRIVILEGE, Relation.NO_RIGHT),
    (Relation.POWER, Relation.LIABILITY),
    (Relation.IMMUNITY, Relation.DISABILITY),
)
_OPPOSITE = _both_ways(
    (Relation.CLAIM, Relation.NO_RIGHT),
    (Relation.PRIVILEGE, Relation.DUTY),
    (Relation.POWER, Relation.DISABILITY),
    (Relation.IMMUNITY, Relation.LIABILITY),
)


class PositionDelta(Enum):
    """What a change does to a position."""

    GAINED = "gained"
    LOST = "lost"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"

    def reversed(self) -> "PositionDelta":
        """What the change back would do."""
        return _BACK[self]


_BACK = {
    PositionDelta.GAINED: PositionDelta.LOST,
    PositionDelta.LOST: PositionDelta.GAINED,
    PositionDelta.STRENGTHENED: PositionDelta.WEAKENED,
    PositionDelta.WEAKENED: PositionDelta.STRENGTHENED,
}


class Direction(Enum):
    """What a change means for one party."""

    MORE_EXPOSED = "more_exposed"
    LESS_EXPOSED = "less_exposed"
    MORE_POWER = "more_power"
    LESS_POWER = "less_power"
    MIXED = "mixed"
    NONE = "none"
    UNKNOWN = "unknown"

    def reversed(self) -> "Direction":
        """What the change back means for the same party."""
        return _TURNED.get(self, self)


_TURNED = {
    Direction.MORE_EXPOSED: Direction.LESS_EXPOSED,
    Direction.LESS_EXPOSED: Direction.MORE_EXPOSED,
    Direction.MORE_POWER: Direction.LESS_POWER,
    Direction.LESS_POWER: Direction.MORE_POWER,
}
_GAIN = {
    Relation.POWER: Direction.MORE_POWER,
    Relation.DISABILITY: Direction.LESS_POWER,
    Relation.CLAIM: Direction.LESS_EXPOSED,
    Relation.PRIVILEGE: Direction.LESS_EXPOSED,
    Relation.IMMUNITY: Direction.LESS_EXPOSED,
    Relation.DUTY: Direction.MORE_EXPOSED,
    Relation.NO_RIGHT: Direction.MORE_EXPOSED,
    Relation.LIABILITY: Direction.MORE_EXPOSED,
}


@frozen(kw_only=True, repr=False, eq=False)
class Position(ByValue):
    """One Hohfeld relation.

    Attributes:
        holder: Party role that has it.
        relation: Which.
        against: Role that has the correlative.
        action: What it is about, in a few words.
        delta: What a change did to it; NOT_APPLICABLE in a rule that simply is, UNKNOWN when it
            changed in a way not known.
    """

    holder: RoleName
    relation: Relation
    against: RoleName | Missing = NOT_STATED
    action: str = ""
    delta: PositionDelta | Missing = Missing.NOT_APPLICABLE

    def correlative(self) -> "Position | Missing":
        """The same relation seen from the other side; NOT_STATED when there is no named other side."""
        if not is_known(self.against):
            return NOT_STATED
        return Position(
            holder=self.against,
            relation=self.relation.correlative,
            against=self.holder,
            action=self.action,
            delta=self.delta,
        )

    def direction(self) -> Direction:
        """What the change to this position means for its holder."""
        if self.delta is Missing.NOT_APPLICABLE:
            return Direction.NONE
        if not is_known(self.delta):
            return Direction.UNKNOWN
        gain = _GAIN[self.relation]
        more = self.delta in (PositionDelta.GAINED, PositionDelta.STRENGTHENED)
        return gain if more else gain.reversed()

    def sentence(self) -> str:
        """The position in words, such as ``householder: duty to register guest, against police``."""
        against = f", against {self.against}" if is_known(self.against) else ""
        change = f" ({self.delta.value})" if is_known(self.delta) else ""
        if self.delta is UNKNOWN:
            change = " (changed, how is unknown)"
        return f"{self.holder}: {self.relation.value.replace('_', ' ')} – {self.action}{against}{change}"
