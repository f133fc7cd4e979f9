"""The assertion layer: who says what, in which words, how sure."""

from enum import Enum

from attrs import field, frozen

from ..dates import EdtfDate
from ..errors import ReadingError
from ..hedges import Hedge
from ..languages import LangMap
from ..missing import NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing, is_known
from ..ranges import Range
from .predicate import Predicate
from .record import ActorId, AnyId, AssertionId, Record, SourceId, StatementId, tag_or_token
from .selector import Selector
from .substance import Confidence

__all__ = [
    "Assertion",
    "Claim",
    "Evidentiality",
    "Modality",
    "Polarity",
    "Selector",
    "Source",
    "SourceKind",
    "Statement",
    "Value",
]


class SourceKind(Enum):
    """What sort of publication a source is."""

    PRIMARY_LAW = "primary_law"
    OFFICIAL_TRANSLATION = "official_translation"
    UNOFFICIAL_TRANSLATION = "unofficial_translation"
    OFFICIAL_STATEMENT = "official_statement"
    INTERGOVERNMENTAL_REVIEW = "intergovernmental_review"
    TREATY_BODY = "treaty_body"
    SPECIAL_PROCEDURE = "special_procedure"
    FOREIGN_GOVERNMENT_REPORT = "foreign_government_report"
    NGO = "ngo"
    MEDIA = "media"
    ACADEMIC = "academic"
    CODER = "coder"

    @property
    def is_primary(self) -> bool:
        """Whether the source is the law itself."""
        return self is SourceKind.PRIMARY_LAW


class Evidentiality(Enum):
    """How a source stands to what it says."""

    STATES = "states"
    REPORTS = "reports"
    ATTRIBUTES = "attributes"
    ALLEGES = "alleges"
    INFERS = "infers"


class Modality(Enum):
    """In what mode something is said."""

    IS = "is"
    COULD = "could"
    WOULD = "would"
    APPEARS = "appears"
    NOT_KNOWN = "not_known"
    DENIED = "denied"


class Polarity(Enum):
    """Whether something is affirmed or negated."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Coverage(Enum):
    """Whether an assertion carries the whole of the statement it comes from."""

    WHOLE = "whole"
    PART = "part"


@frozen(kw_only=True, repr=False, eq=False)
class Source(Record):
    """A publication that says something.

    Attributes:
        title: Its title, or a description of it.
        author: Who signs it.
        published: When it appeared.
        locator: Edition, commit or page that fixes what was read.
        rights_note: What may be done with it.
    """

    kind: SourceKind | Missing = UNKNOWN
    title: LangMap | Missing = UNKNOWN
    author: str | Missing = UNKNOWN
    published: EdtfDate | Missing = UNKNOWN
    lang: str | Missing = field(default=UNKNOWN, validator=tag_or_token)
    url: str | Missing = UNKNOWN
    locator: str | Missing = UNKNOWN
    retrieved: EdtfDate | Missing = UNKNOWN
    rights_note: str = ""

    def label(self, lang: str | None = None) -> str:
        """Its title, or its id when it has none."""
        return self.title.text(lang) if is_known(self.title) else self.id


@frozen(kw_only=True, repr=False, eq=False)
class Statement(Record):
    """One thing a source says, numbered so that coverage of the source can be checked.

    Attributes:
        label: Its number, such as ``S13``.
        gist: What it says, in our own words.
        hedges: Hedging words as written.
        signal: What its wording signals, such as ``unnamed collective``.
    """

    source: SourceId
    label: str
    gist: LangMap
    hedges: tuple[Hedge, ...] = ()
    signal: str = ""


Value = str | int | bool | tuple[str, ...]


@frozen(kw_only=True, repr=False, eq=False)
class Assertion(Record):
    """A statement of one source about one thing.

    Attributes:
        about: Id of the thing.
        source: The source; exactly one.
        statement: The numbered statement of the source it comes from.
        covers: Whether it carries the whole of that statement.
        field: Field of the thing it gives a value for; NOT_APPLICABLE when it speaks of the thing at large.
        value: That value.
        says: What it says, in our own words.
        hedge: Hedging words as written, with the interval the lexicon gives them.
        attributed_to: Actor to whom the source attributes it; NOT_STATED when it speaks for itself.
        known_from: When it became known; the publication date of the source unless given.
        supersedes: Assertion that this one corrects.
        confidence: What its coding rests on, where that differs from the record it is about; not what the
            source thinks of it.
    """

    about: AnyId
    source: SourceId
    statement: StatementId | Missing = NOT_APPLICABLE
    covers: Coverage = Coverage.WHOLE
    field: str | Missing = NOT_APPLICABLE
    value: Value | Missing = NOT_APPLICABLE
    says: str | Missing = NOT_STATED
    hedge: Hedge | Missing = NOT_APPLICABLE
    evidentiality: Evidentiality = Evidentiality.STATES
    attributed_to: ActorId | Missing = NOT_STATED
    modality: Modality = Modality.IS
    polarity: Polarity = Polarity.AFFIRMED
    selector: Selector | Missing = UNKNOWN
    known_from: EdtfDate | Missing = UNKNOWN
    known_to: EdtfDate | Missing = NOT_APPLICABLE
    supersedes: AssertionId | Missing = NOT_APPLICABLE
    confidence: Confidence | Missing = NOT_STATED


@frozen(kw_only=True, repr=False, eq=False)
class Claim(Assertion):
    """An assertion that can be checked: a count or share of something.

    Attributes:
        quantity: The number or interval claimed.
        unit: What is counted, such as ``code``, ``law`` or ``amendment``; UNKNOWN when not said.
        population: Of what the share is taken, in words; NOT_APPLICABLE for a count.
        is_share: Whether the quantity is a share, so that it lies between 0 and 1.
        predicate: What is counted or said, as a test such as ``simple_shift(+2y)``; UNKNOWN while nobody
            wrote one, and then only what *field* and *value* say can be checked.
    """

    quantity: Range | Missing = UNKNOWN
    unit: str | Missing = UNKNOWN
    population: str | Missing = NOT_APPLICABLE
    is_share: bool = False
    predicate: Predicate | Missing = UNKNOWN

    def __attrs_post_init__(self) -> None:
        for name, cls in (("quantity", Range), ("predicate", Predicate)):
            held = getattr(self, name)
            if not isinstance(held, cls | Missing):
                hint = f"Write {name}={cls.__name__}.read({str(held)!r})."
                raise ReadingError(held, f"a {cls.__name__} or a token for {name} of Claim", hint)
        if type(self.value) is int and is_known(self.quantity) and self.quantity != Range.exact(self.value):
            expected = f"the same number as quantity, {self.quantity}"
            raise ReadingError(self.value, expected, "A count needs its quantity alone; leave value out.")
        if self.is_share and is_known(self.quantity) and not self.quantity.within(Range.read("[0, 1]")):
            high = self.quantity.hi
            hint = f"Did you mean {high / 100}?" if high is not None and 1 < high <= 100 else ""
            raise ReadingError(str(self.quantity), "a share between 0 and 1", hint, code="LT-CLM-002")
