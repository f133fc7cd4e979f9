"""IRIs of Works, expressions and their portions, after the Akoma Ntoso naming convention."""

from typing import Final, Self

from attrs import Attribute, field, frozen

from ..countries import check_country
from ..errors import ReadingError, nearest
from ..languages import ISO_639_2, LANGUAGES, check_tag
from ..patterns import pattern
from .eids import EId
from .ids import BAD_ID, check_id

__all__ = ["DOC_TYPES", "ExpressionIri", "PortionIri", "WorkIri", "read_iri"]

DOC_TYPES: Final = (
    "act", "amendment", "amendmentList", "bill", "debate", "debateReport", "doc", "documentCollection",
    "judgment", "officialGazette", "portion", "statement",
)  # fmt: skip
"""Document types of Akoma Ntoso, as they stand in IRIs."""


_SLUG: Final = pattern(r"[0-9A-Za-z](?:[0-9A-Za-z.:_+-]*[0-9A-Za-z])?")
_DATE: Final = pattern(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_WORK: Final = "a work such as /akn/kz/act/law/2016-12-22/28-vi"
_EXPRESSION: Final = "an expression such as /akn/kz/act/code/2014-07-03/226-v/rus@2017-01-07"


@frozen
class WorkIri:
    """The Akoma Ntoso IRI of a Work: ``/akn/kz/act/code/2014-07-03/226-v``.

    The first part that is a date ends what comes before it, and one part follows it. A subtype or author
    therefore cannot look like a date; a number may (``/akn/gb/act/2014/2014``).

    Attributes:
        jurisdiction: Country or body in lower case, as on the wire: ``kz``, ``us-dc``, ``x-eu``.
        doc_type: One of :data:`DOC_TYPES`.
        date: Day, month or year of the Work's birth, as ISO text.
        number: Official number or a slug; starting with ``nn-`` where no number is known.
        subtype: ``code``, ``law``, ``decree`` …; empty when left out.
        author: Issuing body as a slug; empty when left out. Needs a subtype, because the IRI cannot tell
            the two apart.
    """

    jurisdiction: str = field()
    doc_type: str = field()
    date: str = field()
    number: str = field()
    subtype: str = field(default="")
    author: str = field(default="")

    def __attrs_post_init__(self) -> None:
        self._require(self.jurisdiction == self.jurisdiction.lower(), "The jurisdiction is in lower case.")
        check_country(self.country)
        if self.doc_type not in DOC_TYPES:
            near = nearest(self.doc_type, DOC_TYPES)
            listed = f"The document type is one of {', '.join(DOC_TYPES)}."
            self._require(False, f"Did you mean {near}?" if near else listed)
        self._require(bool(_DATE.fullmatch(self.date)), f"{self.date!r} is not a day, month or year.")
        self._require(bool(_SLUG.fullmatch(self.number)), "Without a number, write nn- and a few words.")
        for part in (self.subtype, self.author):
            fits = not part or (_SLUG.fullmatch(part) and not _DATE.fullmatch(part))
            self._require(bool(fits), f"{part!r} cannot be a subtype or author.")
        self._require(bool(self.subtype) or not self.author, "An author needs a subtype before it.")

    def _require(self, fits: bool, hint: str) -> None:
        if not fits:
            raise ReadingError(str(self), _WORK, hint, code=BAD_ID)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a Work's IRI; what follows it (language, portion) belongs to the other readers.

        Raises:
            ReadingError: LT-REF-005, or LT-VOC-001 when the jurisdiction is not a known code.
        """
        parts = check_id(text).split("/")
        if parts[:2] != ["", "akn"] or not 6 <= len(parts) <= 8:
            raise ReadingError(text, _WORK, _work_hint(text), code=BAD_ID)
        jurisdiction, doc_type, *between, date, number = parts[2:]
        if not all(parts[2:]):
            raise ReadingError(text, _WORK, "It has an empty part.", code=BAD_ID)
        subtype, author = (*between, "", "")[:2]
        return cls(jurisdiction, doc_type, date, number, subtype, author)

    def __str__(self) -> str:
        parts = (self.jurisdiction, self.doc_type, self.subtype, self.author, self.date, self.number)
        return "/akn/" + "/".join(part for part in parts if part)

    @property
    def country(self) -> str:
        """The jurisdiction as records hold it: ``KZ``, ``US-DC``, ``x-eu``."""
        return self.jurisdiction if self.jurisdiction.startswith("x-") else self.jurisdiction.upper()

    @property
    def provisional(self) -> bool:
        """Whether the number is a stand-in, to be replaced once the official one is known."""
        return self.number.startswith("nn-")


def _work_hint(text: str) -> str:
    if not text.startswith("/akn/"):
        return "It starts with /akn/."
    return "It has a jurisdiction, a type, at most a subtype and an author, a date, and a number."


@frozen
class ExpressionIri:
    """A Work in one language and version: ``/akn/kz/act/code/2014-07-03/226-v/rus@2017-01-07``.

    On the wire the language is a three-letter ISO 639-2 code, followed by the rest of the tag where
    there is one (``kaz-Cyrl``), so that nothing is lost on the way back.

    Attributes:
        work: The Work.
        lang: BCP 47 tag: ``ru``, ``kk-Cyrl``.
        version: First day of the version, as ISO text; empty for the Work as it was made.
    """

    work: WorkIri
    lang: str = field(converter=check_tag)
    version: str = field(default="")

    @version.validator
    def _is_date(self, attribute: "Attribute[str]", value: str) -> None:
        if value and not _DATE.fullmatch(value):
            raise ReadingError(str(self), _EXPRESSION, f"{value!r} is not a day, month or year.", code=BAD_ID)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read an expression's IRI.

        Raises:
            ReadingError: LT-REF-005, LT-VOC-001 or LT-VOC-002.
        """
        work, _, last = check_id(text).rpartition("/")
        code, at, version = last.partition("@")
        if not code:
            raise ReadingError(text, _EXPRESSION, "The language is lacking.", code=BAD_ID)
        if at and not version:
            raise ReadingError(text, _EXPRESSION, "A date follows @; without one, leave out @.", code=BAD_ID)
        return cls(WorkIri.read(work), _from_wire(text, code), version)

    def __str__(self) -> str:
        language, hyphen, rest = self.lang.partition("-")
        wire = ISO_639_2.get(language, language) + hyphen + rest
        return f"{self.work}/{wire}@{self.version}" if self.version else f"{self.work}/{wire}"


_TWO: Final = {three: two for two, three in ISO_639_2.items()}


def _from_wire(text: str, code: str) -> str:
    language, hyphen, rest = code.partition("-")
    if language in ISO_639_2:
        hint = f"{LANGUAGES[language]} is {ISO_639_2[language]} here."
        raise ReadingError(text, _EXPRESSION, hint, code="LT-VOC-002")
    tag = _TWO.get(language, language) + hyphen + rest
    if check_tag(tag) != tag:
        raise ReadingError(text, _EXPRESSION, f"Write the language as {check_tag(tag)}.", code="LT-VOC-002")
    return tag


@frozen
class PortionIri:
    """A unit of a Work or expression: ``/akn/kz/act/code/2014-07-03/226-v~art_255__para_1``.

    Attributes:
        whole: The Work or expression it is a part of.
        eid: The unit.
    """

    whole: WorkIri | ExpressionIri
    eid: EId

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a portion's IRI.

        Raises:
            ReadingError: LT-REF-005, LT-VOC-001 or LT-VOC-002.
        """
        whole, tilde, eid = check_id(text).partition("~")
        if not tilde or whole.endswith("/"):
            hint = "The ~ follows without a slash." if tilde else "A portion has ~ before its eId."
            raise ReadingError(text, "a portion such as /akn/…/226-v~art_255__para_1", hint, code=BAD_ID)
        return cls(_read_whole(whole), EId.read(eid))

    def __str__(self) -> str:
        return f"{self.whole}~{self.eid}"


def read_iri(text: str) -> WorkIri | ExpressionIri | PortionIri:
    """Read any Akoma Ntoso IRI of the three forms; ``str`` of the result is *text* again.

    Raises:
        ReadingError: LT-REF-005, LT-VOC-001 or LT-VOC-002.
    """
    return PortionIri.read(text) if "~" in check_id(text) else _read_whole(text)


def _read_whole(text: str) -> WorkIri | ExpressionIri:
    parts = text.split("/")
    # The first date is the Work's own, one number follows it, and then at most the language.
    dated = next((i for i, part in enumerate(parts) if _DATE.fullmatch(part)), len(parts))
    return ExpressionIri.read(text) if len(parts) > dated + 2 else WorkIri.read(text)
