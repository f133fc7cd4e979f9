"""Critiques, what they ask, and whether the text later moved."""

from enum import Enum
from typing import Annotated

from attrs import field, frozen

from ..dates import EdtfDate
from ..equality import ByValue
from ..errors import ReadingError
from ..languages import LangMap
from ..missing import NOT_STATED, UNKNOWN, Missing, is_known
from .assertion import Modality
from .grounds import Ground
from .predicate import Predicate
from .record import (
    ActorId,
    AnyId,
    CritiqueId,
    HoldsLists,
    RecommendationId,
    Record,
    Ref,
    RoleName,
    SourceId,
    WorkId,
)
from .selector import Selector

__all__ = [
    "Critique",
    "CritiquePoint",
    "GovernmentResponse",
    "Ground",
    "Harm",
    "Outcome",
    "OutcomeStatus",
    "Recommendation",
    "ResponseKind",
    "Severity",
    "Stage",
    "StandardRef",
]


class Stage(Enum):
    """Where in the life of its target a critique was made."""

    CONCEPT = "concept"
    DRAFT_PRE_PARLIAMENT = "draft_pre_parliament"
    DRAFT_IN_PARLIAMENT = "draft_in_parliament"
    ADOPTED_UNSIGNED = "adopted_unsigned"
    SIGNED_NOT_IN_FORCE = "signed_not_in_force"
    IN_FORCE = "in_force"
    APPLICATION = "application"
    RETROSPECTIVE = "retrospective"
    GENERAL = "general"

    @property
    def is_draft(self) -> bool:
        """Whether the target was still a draft."""
        return self in (Stage.CONCEPT, Stage.DRAFT_PRE_PARLIAMENT, Stage.DRAFT_IN_PARLIAMENT)


class Severity(Enum):
    """How strongly a critic puts it."""

    INCOMPATIBLE = "incompatible"
    SERIOUS_CONCERN = "serious_concern"
    CONCERN = "concern"
    COULD_BE_IMPROVED = "could_be_improved"
    WELCOMES = "welcomes"
    NEUTRAL = "neutral"


@frozen(kw_only=True, repr=False, eq=False)
class StandardRef(ByValue):
    """A standard a critic argues from, such as article 19 of the ICCPR."""

    instrument: str
    provision: str | Missing = NOT_STATED
    via: str | Missing = NOT_STATED


@frozen(kw_only=True, repr=False, eq=False)
class Harm(HoldsLists, ByValue):
    """What a critic fears will follow."""

    text: str
    modality: Modality = Modality.COULD
    affected: tuple[RoleName, ...] = ()
    rights: tuple[str, ...] = ()


@frozen(kw_only=True, repr=False, eq=False)
class CritiquePoint(HoldsLists, ByValue):
    """What a critique says of one of its targets.

    Attributes:
        target: The target; one of those of the critique.
        grounds: Why they object to it.
        standards: What they argue from.
        gist: The point in our own words.
        selector: The words objected to, in the text that the critic read.
    """

    target: AnyId
    grounds: tuple[Ground, ...] | Missing = UNKNOWN
    standards: tuple[StandardRef, ...] = ()
    gist: LangMap | Missing = NOT_STATED
    selector: Selector | Missing = UNKNOWN


@frozen(kw_only=True, repr=False, eq=False)
class Critique(Record):
    """An objection someone published.

    Attributes:
        critics: Who made it; several for a joint opinion, which is still one critique.
        requested_by: Who asked for it.
        stage: Where in the life of its target; checked against dates where both are definite.
        date: When it was made.
        targets: What it is about: any record, an existing definition as well as an amendment.
        grounds: Why they object; NOT_STATED when the source says only that they do. For every target that
            no point speaks of.
        points: What they say of single targets, where that differs from one to the other.
        gist: The objection in our own words.
        basis_text: The work or draft the critic read.
        basis_note: Limits of what was read, such as an unofficial translation.
        draws_on: Critiques it quotes; these are then not independent of it.
        scope_excluded: What the critic says was not examined, so that silence about it means nothing.
    """

    critics: tuple[ActorId, ...] = field()
    requested_by: ActorId | Missing = NOT_STATED
    stage: Stage | Missing = UNKNOWN
    date: EdtfDate | Missing = UNKNOWN
    targets: tuple[AnyId, ...] = field()
    grounds: tuple[Ground, ...] | Missing = UNKNOWN
    standards: tuple[StandardRef, ...] = ()
    gist: LangMap
    predicted_harm: Harm | Missing = NOT_STATED
    severity: Severity | Missing = UNKNOWN
    basis_text: WorkId | Missing = UNKNOWN
    basis_note: str = ""
    reference: str | Missing = UNKNOWN
    also_positive: bool | Missing = UNKNOWN
    draws_on: tuple[CritiqueId, ...] = ()
    points: tuple[CritiquePoint, ...] = field(default=())
    scope_excluded: tuple[str, ...] = ()

    @critics.validator
    @targets.validator
    def _some(self, attribute: object, value: tuple[str, ...]) -> None:
        if not value:
            raise ReadingError("an empty list", f"at least one of {getattr(attribute, 'name', 'them')}")

    @points.validator
    def _of_its_targets(self, attribute: object, value: tuple[CritiquePoint, ...]) -> None:
        for point in value:
            if point.target not in self.targets:
                raise ReadingError(point.target, f"a target of the critique: {', '.join(self.targets)}")

    def grounds_on(self, target: str) -> tuple[Ground, ...] | Missing:
        """Why they object to one target: what its points say, else what the critique says of all."""
        known: dict[Ground, None] = {}
        for point in self.points:
            if point.target == target and is_known(point.grounds):
                known.update(dict.fromkeys(point.grounds))
        return tuple(known) if known else self.grounds

    def all_grounds(self) -> tuple[Ground, ...] | Missing:
        """Every ground against any target, in order of the targets; a token when none is known."""
        told = [self.grounds_on(target) for target in self.targets]
        known = tuple(dict.fromkeys(g for grounds in told if is_known(grounds) for g in grounds))
        return known or self.grounds

    def standards_on(self, target: str) -> tuple[StandardRef, ...]:
        """What they argue from against one target, that of all targets first."""
        held = dict.fromkeys(self.standards)
        for point in self.points:
            if point.target == target and point.standards:
                held.update(dict.fromkeys(point.standards))
        return tuple(held)


class Asks(Enum):
    """What a recommendation asks for."""

    REMOVE = "remove"
    AMEND = "amend"
    CLARIFY = "clarify"
    NARROW = "narrow"
    ADD_SAFEGUARD = "add_safeguard"
    DELAY = "delay"
    CONSULT = "consult"
    ADOPT = "adopt"
    RATIFY = "ratify"
    IMPLEMENT = "implement"
    STUDY = "study"


class Priority(Enum):
    """Whether a critic marks a recommendation as key."""

    KEY = "key"
    ADDITIONAL = "additional"


@frozen(kw_only=True, repr=False, eq=False)
class Recommendation(Record):
    """What a critique asks for.

    Attributes:
        testable_as: A test such as ``change(repealed)`` or ``words_gone("…")`` that a later change of a
            target passes when the text moved as asked; UNKNOWN while nobody wrote one.
    """

    critique: CritiqueId
    asks: Asks | Missing = UNKNOWN
    text: LangMap | Missing = NOT_STATED
    targets: tuple[AnyId, ...] = ()
    label: str | Missing = NOT_STATED
    addressed_to: ActorId | Missing = NOT_STATED
    priority: Priority | Missing = UNKNOWN
    testable_as: Predicate | Missing = UNKNOWN


class ResponseKind(Enum):
    """How a government answered."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"
    EXPLAINED = "explained"
    NO_RESPONSE = "no_response"
    DENIED_FACT = "denied_fact"
    PROMISED = "promised"


@frozen(kw_only=True, repr=False, eq=False)
class GovernmentResponse(Record):
    """What a government said to a critique or recommendation."""

    to: Annotated[str, Ref(("critique", "recommendation"))]
    actor: ActorId | Missing = UNKNOWN
    date: EdtfDate | Missing = UNKNOWN
    kind: ResponseKind | Missing = UNKNOWN
    gist: LangMap | Missing = NOT_STATED
    source: SourceId | Missing = UNKNOWN


class OutcomeStatus(Enum):
    """What became of a recommendation. It is never claimed that the text moved because of it."""

    HEEDED = "heeded"
    PARTLY = "partly"
    NOT_HEEDED = "not_heeded"
    REVERSED = "reversed"
    OVERTAKEN = "overtaken"
    NOT_YET = "not_yet"


class AssessedBy(Enum):
    """Who says what became of it."""

    CODER = "coder"
    SOURCE = "source"
    COMPUTED = "computed"


@frozen(kw_only=True, repr=False, eq=False)
class Outcome(Record):
    """What became of a recommendation by some day.

    Attributes:
        evidence: Amendments, assertions or wordings that show it; ``heeded`` and ``partly`` need some.
        as_of: Day for which it is said.
    """

    recommendation: RecommendationId
    status: OutcomeStatus | Missing = UNKNOWN
    evidence: tuple[Annotated[str, Ref(("amendment", "assertion", "claim", "wording"))], ...] = ()
    as_of: EdtfDate | Missing = UNKNOWN
    assessed_by: AssessedBy | Missing = UNKNOWN

    def __attrs_post_init__(self) -> None:
        shown = self.status in (OutcomeStatus.HEEDED, OutcomeStatus.PARTLY)
        if is_known(self.status) and shown and not self.evidence:
            raise ReadingError(
                f'status = "{self.status.value}" without evidence',
                "an amendment, assertion or wording that shows the change",
                'Name it, or say status = "unknown".',
                code="LT-CRI-002",
            )
