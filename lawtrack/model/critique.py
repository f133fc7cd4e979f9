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

__all__ = [
    "Critique",
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


class Ground(Enum):
    """Why a critic objects; the tree of tops and leaves is flattened, :attr:`top` gives the top."""

    VAGUENESS = "vagueness"
    OVERBREADTH = "overbreadth"
    ACCESSIBILITY = "accessibility"
    EXCESSIVE_DISCRETION = "excessive_discretion"
    NO_LEGAL_BASIS = "no_legal_basis"
    RETROACTIVITY = "retroactivity"
    NOT_RECOGNISED = "not_recognised"
    PRETEXT = "pretext"
    NOT_NECESSARY = "not_necessary"
    INEFFECTIVE = "ineffective"
    COUNTERPRODUCTIVE = "counterproductive"
    LESS_INTRUSIVE_AVAILABLE = "less_intrusive_available"
    SEVERITY = "severity"
    DURATION = "duration"
    BLANKET_SCOPE = "blanket_scope"
    BURDEN_ON_THIRD_PARTIES = "burden_on_third_parties"
    CHILLING_EFFECT = "chilling_effect"
    NO_JUDICIAL_CONTROL = "no_judicial_control"
    NO_REMEDY = "no_remedy"
    NO_OVERSIGHT = "no_oversight"
    NO_NOTICE = "no_notice"
    NO_TIME_LIMIT = "no_time_limit"
    DISCRIMINATORY_ON_FACE = "discriminatory_on_face"
    DISCRIMINATORY_EFFECT = "discriminatory_effect"
    INADEQUATE_CONSULTATION = "inadequate_consultation"
    SPEED = "speed"
    OPACITY = "opacity"
    IGNORED_ADVICE = "ignored_advice"
    CRIMINALISES_PROTECTED_CONDUCT = "criminalises_protected_conduct"
    BEYOND_INTERNATIONAL_DEFINITION = "beyond_international_definition"
    CONFLICTS_WITH_OTHER_LAW = "conflicts_with_other_law"
    GAP = "gap"
    DUPLICATE = "duplicate"
    UNENFORCEABLE = "unenforceable"
    NO_RESOURCES = "no_resources"

    @property
    def top(self) -> str:
        """Top of the tree, such as ``legality`` for vagueness."""
        return next(top for top, leaves in _TOPS.items() if self.value in leaves.split())


# The tops mirror the test for restrictions of rights and the Venice Commission's rule-of-law benchmarks.
_TOPS = {
    "legality": "vagueness overbreadth accessibility excessive_discretion no_legal_basis retroactivity",
    "legitimate_aim": "not_recognised pretext",
    "necessity": "not_necessary ineffective counterproductive less_intrusive_available",
    "proportionality": "severity duration blanket_scope burden_on_third_parties chilling_effect",
    "safeguards": "no_judicial_control no_remedy no_oversight no_notice no_time_limit",
    "equality": "discriminatory_on_face discriminatory_effect",
    "process": "inadequate_consultation speed opacity ignored_advice",
    "scope_of_crime": "criminalises_protected_conduct beyond_international_definition",
    "coherence": "conflicts_with_other_law gap duplicate",
    "capacity": "unenforceable no_resources",
}


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
class Critique(Record):
    """An objection someone published.

    Attributes:
        critics: Who made it; several for a joint opinion, which is still one critique.
        requested_by: Who asked for it.
        stage: Where in the life of its target; checked against dates where both are definite.
        date: When it was made.
        targets: What it is about: any record, an existing definition as well as an amendment.
        grounds: Why they object; NOT_STATED when the source says only that they do.
        gist: The objection in our own words.
        basis_text: The work or draft the critic read.
        basis_note: Limits of what was read, such as an unofficial translation.
        draws_on: Critiques it quotes; these are then not independent of it.
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

    @critics.validator
    @targets.validator
    def _some(self, attribute: object, value: tuple[str, ...]) -> None:
        if not value:
            raise ReadingError("an empty list", f"at least one of {getattr(attribute, 'name', 'them')}")


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
    """What a critique asks for."""

    critique: CritiqueId
    asks: Asks | Missing = UNKNOWN
    text: LangMap | Missing = NOT_STATED
    targets: tuple[AnyId, ...] = ()
    label: str | Missing = NOT_STATED
    addressed_to: ActorId | Missing = NOT_STATED
    priority: Priority | Missing = UNKNOWN


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
