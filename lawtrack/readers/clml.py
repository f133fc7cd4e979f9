"""Crown Legislation Markup Language (legislation.gov.uk), whole or in fragments, as units."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from ..dates import EdtfDate, Period
from ..missing import UNKNOWN, Missing
from ..model.expression import Expression
from ..model.text import Alias, EventKind, LifecycleEvent, Work, WorkKind
from ..model.unit import Unit
from .documents import Document, day_of, language_of, period_of, title_of, work_id
from .xml import name_of, words_in
from .xml_units import Shape, unit_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NAMESPACE", "ROOTS", "read"]

NAMESPACE: Final = "http://www.legislation.gov.uk/namespaces/legislation"
_ROOTS_NAMES: Final = """
Legislation Body Schedules Schedule Group Part Chapter Pblock PsubBlock P1group P1 P2group P2
P3group P3 P4 P5 P6 P7
"""
ROOTS: Final = frozenset(_ROOTS_NAMES.split())
"""Elements that a file begins with: all of it, or the fragment that was asked for."""

_INLINE_NAMES: Final = """
Abbreviation Acronym Addition Character CitationSubRef Citation CommentaryRef DateText Definition
Emphasis Expanded FootnoteRef Foreign InlineAmendment InternalLink ExternalLink MarginNoteRef Number
Pnumber Proviso Repeal SmallCaps Span Strong Strike Subscript Substitution Superscript Term Title
Underline Uppercase Image math
"""
_INLINE: Final = frozenset(_INLINE_NAMES.split())
_TYPES: Final = {
    "Legislation": "act",
    "Body": "body",
    "Part": "part",
    "Chapter": "chapter",
    "Schedule": "attachment",
    "Schedules": "attachments",
    "BlockAmendment": "quotedStructure",
    "AppendText": "wrapUp",
    "Pblock": "hcontainer",
    "PsubBlock": "hcontainer",
    "P1group": "hcontainer",
    "P2group": "hcontainer",
    "P3group": "hcontainer",
    "PrimaryPrelims": "preface",
    "SecondaryPrelims": "preface",
    "EUPrelims": "preface",
    "LongTitle": "longTitle",
    "OrderedList": "list",
    "UnorderedList": "list",
    "ListItem": "item",
    "Para": "p",
}
_LEVELS: Final = {
    "section": ("section", "subsection", "paragraph", "subparagraph", "clause", "subclause", "point"),
    "article": ("article", "paragraph", "subparagraph", "clause", "subclause", "point", "indent"),
}
"""Types of P1, P2 … below a section of an act, and below an article, regulation, rule or paragraph."""

_LEVEL: Final = re.compile(r"P([1-7])")
_BASE: Final = re.compile(r"(?:^|[-/])(section|article|regulation|rule|paragraph)[-/]")
_BASES: Final = {"section": "section"}
_KINDS: Final = {"ukpga": WorkKind.LAW, "asp": WorkKind.LAW, "anaw": WorkKind.LAW, "nia": WorkKind.LAW}
_PATH: Final = re.compile(
    r"https?://www\.legislation\.gov\.uk/(?:id/)?([a-z]+)/([0-9]{4}|[^/]+/[0-9-]+)/([^/]+)"
)


def _type(element: "_Element") -> str | None:
    name = name_of(element)
    if name in _INLINE:
        return None
    if name == "Text":
        return _words(element)
    if found := _LEVEL.fullmatch(name):
        return _numbered(element, int(found[1]))
    return _TYPES.get(name, name)


def _numbered(element: "_Element", level: int) -> str:
    """The type of P1, P2 …: what its own address calls the provision, or that of one around it."""
    around: _Element | None = element
    while around is not None:
        if name_of(around) == "BlockAmendment":
            # What is inserted follows the law that it is inserted into.
            kind = "section" if around.get("TargetClass") == "primary" else "article"
            return _LEVELS[kind][level - 1]
        if found := _BASE.search(around.get("id", "")):
            if found[1] == "paragraph" or found[1] == "section":
                kind = "section" if found[1] == "section" else "article"
                first = "paragraph" if found[1] == "paragraph" else _LEVELS[kind][0]
                return first if level == 1 else _LEVELS[kind][level - 1 + (found[1] == "paragraph")]
            return found[1] if level == 1 and found[1] == "rule" else _LEVELS["article"][level - 1]
        around = around.getparent()
    return _LEVELS["section"][level - 1]


def _words(element: "_Element") -> str:
    """What words are to the provision around them: all of it, or what stands before or after its units."""
    around = element.getparent()
    if around is None or not name_of(around).endswith("para"):
        return "p"
    if any(_holds(other) for other in element.itersiblings(preceding=True)):
        return "wrapUp"
    return "intro" if any(_holds(other) for other in element.itersiblings()) else "content"


_HOLDERS: Final = frozenset({"BlockAmendment", "OrderedList", "UnorderedList"})


def _holds(element: "_Element") -> bool:
    return bool(_LEVEL.fullmatch(name_of(element))) or name_of(element) in _HOLDERS


def _added(element: "_Element") -> dict[str, str]:
    name = name_of(element)
    return {"name": _CALLED.get(name, name)} if _TYPES.get(name) == "hcontainer" else {}


_CALLED: Final = {"Pblock": "crossheading", "PsubBlock": "subheading"}

SHAPE: Final = Shape(
    type_of=_type,
    skipped=frozenset({"Metadata", "Resources", "Versions"}),
    nums=frozenset({"Number", "Pnumber"}),
    headings=frozenset({"Title"}),
    opened=frozenset(
        {f"P{n}para" for n in range(1, 8)} | {"Primary", "Secondary", "ScheduleBody", "TitleBlock"}
    ),
    added=_added,
    dropped=frozenset({"schemaLocation", "NumberOfProvisions"}),
)


def read(root: "_Element", stem: str) -> Document:
    """The document in a file or fragment. It is in force over the period for which its root is restricted."""
    notes: list[str] = []
    uri = root.get("DocumentURI") or _in_metadata(root, "identifier")
    # A group has no address of its own, the provisions in it have.
    uri = next((one for element in root.iter() if (one := element.get("IdURI"))), uri or "")
    lang = language_of(root.get("{http://www.w3.org/XML/1998/namespace}lang", ""), notes)
    found = _PATH.match(uri)
    work = Work(
        id=work_id(
            f"http://www.legislation.gov.uk/id/{found[1]}/{found[2]}/{found[3]}" if found else uri, stem
        ),
        kind=_KINDS.get(found[1], UNKNOWN) if found else UNKNOWN,
        jurisdiction="GB",
        number=found[3] if found else UNKNOWN,
        title=title_of(_in_metadata(root, "title"), lang),
        events=tuple(_events(root)),
        aliases=(Alias(scheme="legislation.gov.uk", value=f"{found[1]}/{found[2]}/{found[3]}"),)
        if found
        else (),
    )
    text = _headed(unit_of(root, SHAPE))
    expression = Expression(work=work.id, lang=lang, in_force=_force(root), root=text, notes=tuple(notes))
    return Document(work=work, expression=expression)


def _headed(unit: Unit) -> Unit:
    """The unit with each heading that a group has for one provision only on that provision itself."""
    children = tuple(map(_headed, unit.children))
    if unit.attribute("name") in _GROUPS and len(children) == 1:
        (only,) = children
        if only.num and not (only.heading or unit.num or unit.text):
            own = {name: value for name, value in unit.attributes if name != "name"}
            return attrs.evolve(only, heading=unit.heading, attributes={**own, **dict(only.attributes)})
    return unit if children == unit.children else attrs.evolve(unit, children=children)


_GROUPS: Final = frozenset({"P1group", "P2group", "P3group"})


def _in_metadata(root: "_Element", name: str) -> str:
    head = next((child for child in root if name_of(child) == "Metadata"), None)
    found = next((inner for inner in head if name_of(inner) == name), None) if head is not None else None
    return "" if found is None else words_in(found)


_STEPS: Final = {
    "EnactmentDate": (EventKind.SIGNED, "enacted"),
    "Made": (EventKind.SIGNED, "made"),
    "Laid": (EventKind.INTRODUCED, "laid"),
}


def _events(root: "_Element") -> Iterator[LifecycleEvent]:
    """Enactment, making and laying, and each day of coming into force, as the metadata have them."""
    head = next((child for child in root if name_of(child) == "Metadata"), None)
    for element in head.iter() if head is not None else ():
        name, on = name_of(element), day_of(element.get("Date", ""))
        if not isinstance(on, EdtfDate):
            continue
        if name in _STEPS:
            kind, note = _STEPS[name]
            yield LifecycleEvent(kind=kind, date=on, note=note)
        elif name == "DateTime" and element.getparent() is not None:
            yield LifecycleEvent(kind=EventKind.IN_FORCE, date=on)


def _force(root: "_Element") -> Period | Missing:
    start = day_of(root.get("RestrictStartDate", "") or _in_metadata(root, "valid"))
    end = day_of(root.get("RestrictEndDate", ""))
    if not isinstance(start, EdtfDate):
        return UNKNOWN
    where = f"RestrictStartDate and RestrictEndDate of {name_of(root)}"
    return period_of(start, end if isinstance(end, EdtfDate) else None, where)
