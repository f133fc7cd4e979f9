"""XML of Canada's federal laws (Justice Laws website, LIMS) as units."""

from typing import TYPE_CHECKING, Final

from ..dates import EdtfDate, Period
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing
from ..model.expression import Expression
from ..model.text import Alias, EventKind, LifecycleEvent, Work, WorkKind
from .documents import Document, day_of, language_of, title_of, work_id
from .xml import name_of, words_in
from .xml_units import Shape, unit_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["LIMS", "ROOTS", "read"]

LIMS: Final = "http://justice.gc.ca/lims"
ROOTS: Final = frozenset({"Statute", "Regulation", "Bill"})

_INLINE_NAMES: Final = """
AmendmentCitation AmendmentDate BR DD DefinedTermEn DefinedTermFr DefinitionEnOnly DefinitionFrOnly
DefinitionRef Emphasis FootnoteRef Fraction Ins Label Language Leader LeaderRightJustified LineBreak
MM MarginalNote Monarch OriginatingRef PageBreak Repealed Separator Sub Sup Symbol TitleText
XRefExternal XRefInternal YYYY FormBlank Number Session Year-s AnnualStatuteNumber
ConsolidatedNumber InstrumentNumber
"""
_INLINE: Final = frozenset(_INLINE_NAMES.split())

# Names of Akoma Ntoso for what has them.
_TYPES: Final = {
    "Amendment": "p",
    "Body": "body",
    "Chapter": "annualChapter",
    "Bill": "bill",
    "Definition": "definition",
    "Heading": "crossHeading",
    "HistoricalNoteSubItem": "p",
    "Identification": "preface",
    "Introduction": "preamble",
    "Preamble": "recitals",
    "Item": "item",
    "LongTitle": "longTitle",
    "List": "list",
    "Order": "section",
    "Regulation": "act",
    "Schedule": "attachment",
    "Statute": "act",
}
_PROVISIONS: Final = {"Preamble": "recital", "Enacts": "formula"}
_CONTINUED: Final = "Continued"


def _type(element: "_Element") -> str | None:
    name = name_of(element)
    if name in _INLINE:
        return None
    if name == "Text":
        return _words(element)
    if name == "Provision":
        around = element.getparent()
        return _PROVISIONS.get(name_of(around), "container") if around is not None else "container"
    return "wrapUp" if name.startswith(_CONTINUED) else _TYPES.get(name, name)


def _words(element: "_Element") -> str:
    """What words are to the provision around them: all of it, or what stands before or after its units."""
    around = element.getparent()
    if around is None or name_of(around) not in _NUMBERED:
        return "p"
    if any(name_of(other) in _NUMBERED for other in element.itersiblings(preceding=True)):
        return "wrapUp"
    return "intro" if any(name_of(other) in _NUMBERED for other in element.itersiblings()) else "content"


_NUMBERED_NAMES: Final = """
Section Subsection Paragraph Subparagraph Clause Subclause Subsubclause Definition Order Item
"""
_NUMBERED: Final = frozenset(_NUMBERED_NAMES.split())

SHAPE: Final = Shape(
    type_of=_type,
    nums=frozenset({"Label"}),
    headings=frozenset({"MarginalNote"}),
    folded=frozenset({"Provision", "Note", "ReaderNote"}),
    opened=frozenset({"Enacts"}),
    dropped=frozenset({"schemaLocation"}),
    breaks=frozenset({"BR", "LineBreak", "MM", "DD", "YYYY", "Session", "Number", "Year-s", "AmendmentDate"}),
)


def read(root: "_Element", stem: str) -> Document:
    """The document of a statute or regulation; the text holds its identification and its amending notes too.

    It is in force from its point-in-time date at least until it was consolidated; when that ended is open.
    """
    notes: list[str] = []
    lang = language_of(root.get("{http://www.w3.org/XML/1998/namespace}lang", ""), notes)
    head = next((child for child in root if name_of(child) == "Identification"), root)
    short, long = _said(head, "ShortTitle"), _said(head, "LongTitle")
    number = _said(head, "ConsolidatedNumber") or _said(head, "InstrumentNumber")
    # "SOR/99-1" needs no more, a chapter of the statutes needs the country to be an id.
    id = work_id(f"ca/{number}" if number else "", stem)
    work = Work(
        id=id,
        kind={"Statute": WorkKind.LAW, "Bill": WorkKind.BILL}.get(name_of(root), UNKNOWN),
        jurisdiction="CA",
        number=number or UNKNOWN,
        title=title_of(long or short, lang),
        short_title=title_of(short, lang) if short else NOT_APPLICABLE,
        aliases=(Alias(scheme="lims", value=root.get(f"{{{LIMS}}}id", "")),)
        if root.get(f"{{{LIMS}}}id")
        else (),
        events=tuple(_events(head)),
    )
    expression = Expression(
        work=id, lang=lang, in_force=_force(root), root=unit_of(root, SHAPE), notes=tuple(notes)
    )
    return Document(work=work, expression=expression)


def _force(root: "_Element") -> Period | Missing:
    start = day_of(root.get(f"{{{LIMS}}}pit-date", ""))
    if root.get("in-force") != "yes" or not isinstance(start, EdtfDate):
        return UNKNOWN
    seen = day_of(root.get(f"{{{LIMS}}}current-date", ""))
    return Period(start, EdtfDate.between(seen.latest, None) if isinstance(seen, EdtfDate) else None)


def _events(head: "_Element") -> list[LifecycleEvent]:
    """The day of assent. The other stages are those of the consolidation, not of the law."""
    events = []
    for stage in head.iter():
        if name_of(stage) == "Stages" and stage.get("stage") == "assented-to":
            year, month, day = (_said(stage, part).zfill(2) for part in ("YYYY", "MM", "DD"))
            on = day_of(f"{year}-{month}-{day}")
            if isinstance(on, EdtfDate):
                events.append(LifecycleEvent(kind=EventKind.SIGNED, date=on, note="assented to"))
    return events


def _said(element: "_Element", name: str) -> str:
    found = next((inner for inner in element.iter() if name_of(inner) == name), None)
    return "" if found is None else words_in(found)
