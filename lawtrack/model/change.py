"""What a change is called, and what it does to the positions that a rule gives."""

from enum import Enum

from ..missing import UNKNOWN, Missing, is_known
from ..verdicts import Verdict
from .position import Position, PositionDelta, Relation

__all__ = ["Change", "delta_by", "same_relation"]


class Change(Enum):
    """What an effect does to a rule."""

    CREATED = "created"
    REPEALED = "repealed"
    BROADENED = "broadened"
    NARROWED = "narrowed"
    INCREASED = "increased"
    DECREASED = "decreased"
    SUBSTITUTED = "substituted"
    CLARIFIED = "clarified"
    RESTATED = "restated"
    UNSPECIFIED = "unspecified"

    def reversed(self) -> "Change":
        """The change back."""
        return _REVERSED.get(self, self)


_REVERSED = {
    Change.CREATED: Change.REPEALED,
    Change.REPEALED: Change.CREATED,
    Change.BROADENED: Change.NARROWED,
    Change.NARROWED: Change.BROADENED,
    Change.INCREASED: Change.DECREASED,
    Change.DECREASED: Change.INCREASED,
}
_GROWING = (Change.BROADENED, Change.INCREASED)
_SHRINKING = (Change.NARROWED, Change.DECREASED)


_BURDENS = (Relation.DUTY, Relation.LIABILITY, Relation.POWER)


def same_relation(one: Position, other: Position) -> bool:
    """Whether holder and relation are the same, and the other side too as far as it is named."""
    apart = is_known(one.against) and is_known(other.against) and one.against != other.against
    return one.holder == other.holder and one.relation is other.relation and not apart


def delta_by(verdict: Verdict | Missing, change: Change, relation: Relation) -> PositionDelta | Missing:
    """What happens to a position of *relation* on both sides; *change* decides where no verdict does."""
    if verdict is Verdict.MORE_RESTRICTIVE:
        return PositionDelta.STRENGTHENED if relation in _BURDENS else PositionDelta.WEAKENED
    if verdict is Verdict.LESS_RESTRICTIVE:
        return PositionDelta.WEAKENED if relation in _BURDENS else PositionDelta.STRENGTHENED
    if not is_known(verdict):
        if change in _GROWING:
            return PositionDelta.STRENGTHENED
        if change in _SHRINKING:
            return PositionDelta.WEAKENED
    return UNKNOWN
