"""Who acts, speaks or is named: persons, bodies, and collectives that nobody named."""

from enum import Enum

from attrs import field, frozen

from ..dates import Period
from ..errors import ReadingError
from ..languages import LangMap
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing
from .record import ActorId, Record

__all__ = ["Actor", "ActorKind"]


class ActorKind(Enum):
    """What sort of actor it is (after Popolo, plus collectives without names)."""

    PERSON = "person"
    ORGANISATION = "organisation"
    POST = "post"
    ROLE = "role"
    COLLECTIVE = "collective"
    UNNAMED_COLLECTIVE = "unnamed_collective"


@frozen(kw_only=True, repr=False, eq=False)
class Actor(Record):
    """A person, body or group.

    Attributes:
        kind: What sort; an unnamed collective ("local analysts") has no members and is never
            taken for another unnamed collective.
        parent: Body it belongs to.
        members: Actors known to belong to it.
        valid: When it existed under this name.
        same_as: Other records of the same actor.
    """

    kind: ActorKind | Missing = UNKNOWN
    name: LangMap
    other_names: tuple[str, ...] = ()
    parent: ActorId | Missing = NOT_APPLICABLE
    members: tuple[ActorId, ...] = field(default=())
    valid: Period | Missing = UNKNOWN
    same_as: tuple[ActorId, ...] = field(default=())

    @members.validator
    @same_as.validator
    def _nobody_knows_them(self, attribute: object, value: tuple[str, ...]) -> None:
        if value and self.kind is ActorKind.UNNAMED_COLLECTIVE:
            raise ReadingError(
                f"an unnamed collective with {getattr(attribute, 'name', 'links')}",
                "neither members nor same_as",
                "Nobody knows who they are.",
                code="LT-ACT-001",
            )
