"""The instruction layer: amendments, packages of them, and what they save."""

from enum import Enum
from typing import Annotated

from attrs import field, frozen

from ..commencement_rules import CommencementRule
from ..dates import EdtfDate
from ..equality import ByValue
from ..errors import ReadingError
from ..languages import LangMap
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing
from .counting import CountingUnit
from .modification import Modification
from .record import ProvisionId, Record, Ref, WorkId

__all__ = [
    "Amendment",
    "AmendmentMode",
    "InstructionBasis",
    "Operation",
    "Package",
    "Saving",
    "SavingKind",
    "TextPosition",
]


class AmendmentMode(Enum):
    """The six families of modification of Akoma Ntoso 1.0."""

    TEXTUAL = "textual"
    FORCE = "force"
    EFFICACY = "efficacy"
    SCOPE = "scope"
    MEANING = "meaning"
    LEGAL_SYSTEM = "legal_system"


class Operation(Enum):
    """What an amendment does; names follow Akoma Ntoso's modification types in snake case."""

    REPEAL = "repeal"
    SUBSTITUTION = "substitution"
    INSERTION = "insertion"
    REPLACEMENT = "replacement"
    RENUMBERING = "renumbering"
    SPLIT = "split"
    JOIN = "join"
    ENTRY_INTO_FORCE = "entry_into_force"
    END_OF_ENACTMENT = "end_of_enactment"
    POSTPONEMENT_OF_ENTRY_INTO_FORCE = "postponement_of_entry_into_force"
    PROROGATION_OF_FORCE = "prorogation_of_force"
    RE_ENACTMENT = "re_enactment"
    UNCONSTITUTIONALITY = "unconstitutionality"
    ENTRY_INTO_EFFICACY = "entry_into_efficacy"
    END_OF_EFFICACY = "end_of_efficacy"
    INAPPLICATION = "inapplication"
    RETROACTIVITY = "retroactivity"
    EXTRA_EFFICACY = "extra_efficacy"
    POSTPONEMENT_OF_EFFICACY = "postponement_of_efficacy"
    PROROGATION_OF_EFFICACY = "prorogation_of_efficacy"
    EXCEPTION_OF_SCOPE = "exception_of_scope"
    EXTENSION_OF_SCOPE = "extension_of_scope"
    VARIATION = "variation"
    TERM_MODIFICATION = "term_modification"
    AUTHENTIC_INTERPRETATION = "authentic_interpretation"
    STATIC_REFERENCE = "static_reference"
    IMPLEMENTATION = "implementation"
    RATIFICATION = "ratification"
    APPLICATION = "application"
    LEGISLATIVE_DELEGATION = "legislative_delegation"
    DEREGULATION = "deregulation"
    CONVERSION = "conversion"
    EXPIRATION = "expiration"
    REITERATION = "reiteration"
    REMAKING = "remaking"
    REPUBLICATION = "republication"
    COORDINATION = "coordination"


class TextPosition(Enum):
    """Where an amendment acts in its target."""

    BEFORE = "before"
    AFTER = "after"
    AT = "at"
    THROUGHOUT = "throughout"


class InstructionBasis(Enum):
    """How whoever coded an amendment knows of it."""

    READ = "read"
    INFERRED_FROM_VERSIONS = "inferred_from_versions"
    FOOTNOTE = "footnote"
    REPORTED = "reported"


class SavingKind(Enum):
    """How old law lives on."""

    SAVING = "saving"
    TRANSITIONAL = "transitional"
    TRANSITORY = "transitory"
    GRANDFATHERING = "grandfathering"


@frozen(kw_only=True, repr=False, eq=False)
class Saving(ByValue):
    """Old law that an amendment lets live on for some."""

    kind: SavingKind
    preserves: ProvisionId | Missing = UNKNOWN
    for_whom: str | Missing = UNKNOWN
    until: EdtfDate | Missing = UNKNOWN


@frozen(kw_only=True, repr=False, eq=False)
class Amendment(Record):
    """One atomic instruction of an amending work about a target.

    Attributes:
        instrument: The amending work.
        source_provision: Where in it the instruction stands; UNKNOWN when only its result was seen.
        targets: Provisions or works it acts on; empty when a source does not enumerate them.
        renumbered_as: For a renumbering, what each of the targets is called from then on, in their order.
        basis: How it is known: read in the act, inferred from two versions, from a footnote, or reported.
        old_text: Words it takes out, as quoted in the instruction.
        new_text: Words it puts in.
        modifications: What it does to the text of the work that its targets belong to, in order; empty when
            nobody spelled it out.
        commencement: Its own rule; NOT_APPLICABLE means that of the instrument.
        until: First day on which it no longer applies, as temporary law, a suspension or a sunset says; for a
            prorogation the new end of what it prolongs, for a postponement the day on which that begins.
            UNKNOWN when it is to end on a day nobody knows, NOT_APPLICABLE when it is to last.
    """

    instrument: WorkId
    source_provision: ProvisionId | Missing = UNKNOWN
    targets: tuple[Annotated[str, Ref(("provision", "work"))], ...] = ()
    mode: AmendmentMode | Missing = UNKNOWN
    operation: Operation | Missing = UNKNOWN
    old_text: str | Missing = UNKNOWN
    new_text: str | Missing = UNKNOWN
    position: TextPosition | Missing = UNKNOWN
    basis: InstructionBasis | Missing = UNKNOWN
    modifications: tuple[Modification, ...] = ()
    commencement: CommencementRule | Missing = NOT_APPLICABLE
    until: EdtfDate | Missing = NOT_APPLICABLE
    savings: tuple[Saving, ...] = ()
    renumbered_as: tuple[ProvisionId, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.renumbered_as and len(self.renumbered_as) != len(self.targets):
            raise ReadingError(
                f"{len(self.renumbered_as)} new numbers for {len(self.targets)} targets",
                "as many in renumbered_as as in targets",
            )


@frozen(kw_only=True, repr=False, eq=False)
class Package(Record):
    """A named set of works or amendments treated as one.

    Attributes:
        label: What people call it.
        members: Works (with all their amendments) or single amendments.
        enumerates: Units of which the corpus holds every one that the package has. Shares and counts of
            others are never decided, since nobody knows what is missing.
    """

    label: LangMap | Missing = UNKNOWN
    members: tuple[Annotated[str, Ref(("work", "amendment"))], ...] = field()
    enumerates: tuple[CountingUnit, ...] = ()

    @members.validator
    def _some(self, attribute: object, value: tuple[str, ...]) -> None:
        if not value:
            raise ValueError("a package has at least one member")
