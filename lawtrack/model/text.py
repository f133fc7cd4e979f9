"""The text layer: works, the events of their lives, their provisions and wordings."""

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar

from attrs import Factory, field, frozen

from ..commencement_rules import CommencementRule
from ..dates import EdtfDate, Period
from ..equality import ByValue
from ..identifiers import EId
from ..languages import LangMap, check_tag
from ..missing import NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing, is_known
from ..penalties import PenaltyLadder
from .record import (
    ActorId,
    AmendmentId,
    HoldsLists,
    ProvisionId,
    Record,
    SourceId,
    WorkId,
    country_or_token,
    tag_or_token,
)

__all__ = [
    "Alias",
    "CommencementPart",
    "EventKind",
    "Jurisdiction",
    "LifecycleEvent",
    "Provision",
    "Wording",
    "Work",
    "WorkKind",
]


class WorkKind(Enum):
    """What sort of instrument a work is."""

    CONSTITUTION = "constitution"
    CONSTITUTIONAL_LAW = "constitutional_law"
    CODE = "code"
    LAW = "law"
    DECREE = "decree"
    GOVERNMENT_ORDER = "government_order"
    MINISTERIAL_ORDER = "ministerial_order"
    TREATY = "treaty"
    COURT_RULING = "court_normative_ruling"
    BILL = "bill"
    PROGRAMME = "programme"
    CONCEPT_PAPER = "concept_paper"
    STANDARD = "standard"


class EventKind(Enum):
    """A step in the life of a work. Signed, published and in force are different days."""

    DRAFTING = "drafting"
    INTRODUCED = "introduced"
    FIRST_READING = "first_reading"
    OPINION = "opinion"
    PASSED = "passed"
    ADOPTED = "adopted"
    SIGNED = "signed"
    PUBLISHED = "published"
    IN_FORCE = "in_force"
    REPEALED = "repealed"


def _languages(record: object, attribute: object, value: tuple[str, ...]) -> None:
    for tag in value:
        check_tag(tag)


@frozen(kw_only=True, repr=False, eq=False)
class Jurisdiction(Record):
    """A country, part of one, or a body of countries.

    Attributes:
        id: ISO 3166-1 alpha-2, ISO 3166-2, or an ``x-`` code for a body such as ``x-osce``.
        languages: BCP 47 tags of its laws, the authentic ones first.
        authentic_languages: Those whose text has the force of law.
        ladder: Its order of punishments from mild to severe; UNKNOWN when nobody sourced one.
    """

    id: str = field(validator=country_or_token)
    name: LangMap | Missing = UNKNOWN
    languages: tuple[str, ...] = field(default=(), validator=_languages)
    authentic_languages: tuple[str, ...] = field(default=(), validator=_languages)
    ladder: PenaltyLadder | Missing = UNKNOWN
    ladder_source: SourceId | Missing = UNKNOWN


@frozen(kw_only=True, repr=False, eq=False)
class LifecycleEvent(ByValue):
    """One dated step in the life of a work.

    Attributes:
        kind: Which step.
        date: When, as exactly as is known.
        actor: Who took it.
        source: Who says so.
    """

    kind: EventKind
    date: EdtfDate | Missing = UNKNOWN
    actor: ActorId | Missing = NOT_STATED
    source: SourceId | Missing = UNKNOWN
    note: str = ""


@frozen(kw_only=True, repr=False, eq=False)
class Alias(ByValue):
    """A name for a work in somebody else's register; unique per scheme."""

    scheme: str
    value: str


@frozen(kw_only=True, repr=False, eq=False)
class CommencementPart(HoldsLists, ByValue):
    """When one part of a work enters into force. Several parts make a staged commencement.

    In files a bare text is the rule.

    Attributes:
        rule: The rule or day; rules refer to the events of the work.
        scope: Which part, in words; NOT_APPLICABLE for the general rule.
        provisions: The provisions amended or enacted that wait for this rule; empty for the general rule.
        source: Who says so.
    """

    shorthand: ClassVar[str] = "rule"
    rule: CommencementRule
    scope: str | Missing = NOT_APPLICABLE
    provisions: tuple[ProvisionId, ...] = ()
    source: SourceId | Missing = UNKNOWN
    note: str = ""


def _one_date(dates: Sequence[EdtfDate]) -> EdtfDate | Missing:
    """What several dates of one event come to."""
    for date in dates:
        if len(dates) == 1 or all(date.within(other) for other in dates):
            return date
    firsts, lasts = [date.earliest for date in dates], [date.latest for date in dates]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    if first is None and last is None:
        return UNKNOWN
    vague, doubtful = any(date.approximate for date in dates), any(date.uncertain for date in dates)
    return EdtfDate.between(first, last, "%" if vague and doubtful else "~" * vague + "?" * doubtful)


@frozen(kw_only=True, repr=False, eq=False)
class Work(Record):
    """A code, law, decree, treaty or bill across all its versions (FRBR Work).

    Attributes:
        kind: What sort of instrument it is.
        jurisdiction: Country code.
        number: Official number as printed, in ASCII.
        title: Title in each language known; descriptive if the official one was not seen.
        aliases: Its names in other registers.
        events: Dated steps of its life, in the order written.
        commencement: When it enters into force; the general rule is the part without provisions.
        retroactive_from: Day from which it applies to the past; NOT_APPLICABLE when it does not.
        amends: Works it is known to amend. A report may count more than are identified.
        stated_purpose: Its purpose as stated by its makers.
        initiator: Who proposed it.
        enacted_as: For a bill, the work it became.
        same_as: Other records of the same work; they are never merged.
    """

    kind: WorkKind | Missing = UNKNOWN
    jurisdiction: str | Missing = field(default=UNKNOWN, validator=country_or_token)
    number: str | Missing = UNKNOWN
    title: LangMap | Missing = UNKNOWN
    short_title: LangMap | Missing = NOT_APPLICABLE
    aliases: tuple[Alias, ...] = ()
    events: tuple[LifecycleEvent, ...] = ()
    commencement: tuple[CommencementPart, ...] = ()
    retroactive_from: EdtfDate | Missing = NOT_APPLICABLE
    amends: tuple[WorkId, ...] = ()
    stated_purpose: LangMap | Missing = NOT_STATED
    initiator: ActorId | Missing = UNKNOWN
    topics: tuple[str, ...] = ()
    enacted_as: WorkId | Missing = NOT_APPLICABLE
    same_as: tuple[WorkId, ...] = ()

    def event(self, kind: EventKind) -> EdtfDate | Missing:
        """Date of the events of *kind*; UNKNOWN, or the token given, when none has a known date.

        Of several known dates the one within all others counts, such as a day of the month another source
        names. If there is none, the answer is some day from the first to the last of them, and
        :func:`lawtrack.validate` warns; it is UNKNOWN when they leave both sides open.
        """
        dates = [event.date for event in self.events if event.kind is kind]
        known = [date for date in dates if is_known(date)]
        return _one_date(known) if known else next(iter(dates), UNKNOWN)

    def event_dates(self) -> dict[str, EdtfDate]:
        """Known event dates by the word that commencement rules use for them, as :meth:`event` gives them."""
        kinds = dict.fromkeys(event.kind for event in self.events)
        return {kind.value: date for kind in kinds if is_known(date := self.event(kind))}

    def part_for(self, provisions: frozenset[str]) -> CommencementPart | None:
        """The part of the commencement that governs *provisions*; the general part when none names them."""
        general = None
        for part in self.commencement:
            if provisions.intersection(part.provisions):
                return part
            if not part.provisions and general is None:
                general = part
        return general

    def label(self, lang: str | None = None) -> str:
        """Short title, title or id, whichever is the first to exist."""
        for title in (self.short_title, self.title):
            if is_known(title):
                return title.text(lang)
        return self.id


@frozen(kw_only=True, repr=False, eq=False)
class Provision(Record):
    """A unit of a work, such as part 1 of article 255.

    Attributes:
        work: The work it belongs to.
        eid: Its address in the work; the eId also says which provision contains it.
        num: Its number as printed, such as ``Article 255.``; without one texts show that of the eId.
        heading: Its heading, where one is known.
        id: ``<work>~<eid>`` unless another is given.
    """

    work: WorkId
    eid: EId
    num: str | Missing = UNKNOWN
    heading: LangMap | Missing = UNKNOWN
    id: str = field(default=Factory(lambda self: f"{self.work}~{self.eid}", takes_self=True))


@frozen(kw_only=True, repr=False, eq=False)
class Wording(Record):
    """The text of one provision over one period, in one language.

    Attributes:
        text: The words; UNKNOWN is normal for a corpus of metadata only.
        in_force: Half-open period of force.
        produced_by: Amendments that led to this wording.
        official: Whether it is published with authority in that language.
    """

    provision: ProvisionId
    lang: str = field(validator=tag_or_token)
    text: str | Missing = UNKNOWN
    in_force: Period | Missing = UNKNOWN
    produced_by: tuple[AmendmentId, ...] = ()
    is_translation: bool = False
    official: bool = False
    source: SourceId | Missing = UNKNOWN
