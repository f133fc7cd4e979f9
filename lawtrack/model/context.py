"""Facts around the law that are not law: practice, figures, programmes, memberships, events.

They answer what happens beside what is written, have record types of their own, and are never effects.
"""

from enum import Enum

from attrs import field, frozen

from ..dates import Duration, EdtfDate, Period
from ..hedges import Hedge
from ..languages import LangMap
from ..missing import NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing
from ..penalties import Sanction
from ..ranges import Range
from .record import ActorId, AnyId, Record, country_or_token

__all__ = [
    "Approach",
    "ContextRecord",
    "Incident",
    "InstitutionEvent",
    "Membership",
    "Practice",
    "Programme",
    "Statistic",
    "StatusEvent",
]


@frozen(kw_only=True, repr=False, eq=False)
class ContextRecord(Record):
    """What every fact around the law has.

    Attributes:
        gist: The fact in our own words.
        jurisdiction: Country code.
        when: Day, month, year or period it belongs to.
        actors: Who takes part.
        touches: Records it bears on.
    """

    gist: LangMap
    jurisdiction: str | Missing = field(default=UNKNOWN, validator=country_or_token)
    when: Period | EdtfDate | Missing = UNKNOWN
    actors: tuple[ActorId, ...] = ()
    touches: tuple[AnyId, ...] = ()


@frozen(kw_only=True, repr=False, eq=False)
class Incident(ContextRecord):
    """An event that prompted or coloured legislation, such as an attack."""

    place: str | Missing = UNKNOWN


@frozen(kw_only=True, repr=False, eq=False)
class Programme(ContextRecord):
    """A policy programme or plan.

    Attributes:
        term: How long it runs.
        not_equivalent_to: What a source says it is not, in a few words.
    """

    term: Duration | Missing = UNKNOWN
    not_equivalent_to: str | Missing = NOT_STATED


class Extent(Enum):
    """How far a practice is known to happen."""

    ROUTINE = "routine"
    NUMEROUS = "numerous"
    SOME = "some"


@frozen(kw_only=True, repr=False, eq=False)
class Practice(ContextRecord):
    """What authorities or others do.

    Attributes:
        extent: How often, as far as a source says; UNKNOWN when it says that this is not known.
        hedge: Its hedging words as written.
    """

    extent: Extent | Missing = NOT_STATED
    hedge: Hedge | Missing = NOT_APPLICABLE


@frozen(kw_only=True, repr=False, eq=False)
class Statistic(ContextRecord):
    """A figure about what happens.

    Attributes:
        quantity: The number, interval or share.
        unit: What is counted.
        speaker: Who gave the figure.
        subset_of: Statistic of which this one counts a part.
        term: Sentence lengths observed, where the figure is about sentences.
        regime: Where sentences are served, as the source names it.
    """

    quantity: Range | Missing = UNKNOWN
    unit: str | Missing = UNKNOWN
    hedge: Hedge | Missing = NOT_APPLICABLE
    speaker: ActorId | Missing = NOT_STATED
    subset_of: AnyId | Missing = NOT_APPLICABLE
    term: Sanction | Missing = NOT_APPLICABLE
    regime: str | Missing = NOT_APPLICABLE


class StatusChange(Enum):
    """What happens to an entry on a list that a third body keeps."""

    ADDED = "added"
    REMOVED = "removed"
    UNCHANGED = "unchanged"


@frozen(kw_only=True, repr=False, eq=False)
class StatusEvent(ContextRecord):
    """A country or body put on, or taken off, a list kept by a third body."""

    listed: str
    kept_by: ActorId | Missing = UNKNOWN
    change: StatusChange | Missing = UNKNOWN


@frozen(kw_only=True, repr=False, eq=False)
class Membership(ContextRecord):
    """A country or body belongs to another body."""

    member: str
    body: ActorId


@frozen(kw_only=True, repr=False, eq=False)
class InstitutionEvent(ContextRecord):
    """A body is created, merged, renamed or dissolved, or is said to exist."""

    body: ActorId | Missing = UNKNOWN
    event: str | Missing = UNKNOWN


@frozen(kw_only=True, repr=False, eq=False)
class Approach(ContextRecord):
    """A policy taken as a whole, so that a critique can be aimed at it."""
