"""Akoma Ntoso (3.0, its working drafts, and 2.0) as units."""

import re
from typing import TYPE_CHECKING, Any, Final

from ..dates import EdtfDate, Period
from ..errors import CorpusError, Problem
from ..missing import UNKNOWN, Missing
from ..model.expression import Expression
from ..model.text import Alias, EventKind, LifecycleEvent, Work, WorkKind
from .akn_times import GROUP, OURS, force_told
from .documents import Document, country_of, day_of, language_of, title_of, work_id
from .xml import name_of, namespace_of, words_in
from .xml_units import NAMESPACE, Shape, unit_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["AKN", "DOCUMENTS", "FOLDED", "INLINE_ELEMENTS", "read"]

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace that is written; others that mean Akoma Ntoso are read as this one."""

DOCUMENTS: Final = frozenset(
    {
        "act", "amendment", "amendmentList", "bill", "debate", "debateReport", "doc", "documentCollection",
        "judgment", "officialGazette", "portion", "statement",
    }
)  # fmt: skip
"""Elements that are a whole document."""

_INLINE_ELEMENTS_NAMES: Final = """
a abbr affectedDocument alternativeReference argument b br concept courtType date decoration def del
docCommittee docDate docIntroducer docJurisdiction docNumber docProponent docPurpose docStage
docStatus docTitle docType docketNumber embeddedText entity eol event extractText fillIn from
heading i img implicitReference inline ins judge lawyer legislature location marker mmod mod mref
neutralCitation noteRef num object omissis opinion organization outcome party person placeholder
process quantity quotedText recordedTime ref relatedDocument remark rmod role rref scene session
shortTitle signature span sub sup term time u vote
"""
INLINE_ELEMENTS: Final = frozenset(_INLINE_ELEMENTS_NAMES.split())
"""Elements that mark words; one that holds units is a unit itself, as ``mod`` around a quoted section."""

_FOLDED_NAMES: Final = """
arguments authorialNote background citation conclusions container content coverPage decision formula
header intro introduction item longTitle mainBody motivation preamble preface recital remedies td th
wrapUp
"""
FOLDED: Final = frozenset(_FOLDED_NAMES.split())
"""Elements whose words stand in paragraphs; a single plain one is their own text."""

_NO_LAW: Final = frozenset({"debate", "debateReport", "judgment"})
_KINDS: Final = {"bill": WorkKind.BILL}


def _type(element: "_Element") -> str | None:
    name = name_of(element)
    return None if name in INLINE_ELEMENTS else name


def _added(element: "_Element") -> dict[str, str]:
    meta = _child(element, "meta")
    if meta is None:
        return {}
    front = next((inner for inner in meta.iter(f"{{{NAMESPACE}}}front")), None)
    return {"meta": _canonical(meta), **({"front": front.text or ""} if front is not None else {})}


SHAPE: Final = Shape(
    type_of=_type,
    skipped=frozenset({"meta"}),
    folded=FOLDED,
    eid=lambda element: element.get("eId") or element.get("id") or "",
    added=_added,
    dropped=frozenset({"schemaLocation"}),
)


def read(root: "_Element", stem: str) -> Document:
    """The document in an ``akomaNtoso`` element; with its components when it has any.

    One in no namespace, or in a strange one, is read the same, with a note.

    The metadata of each document are kept whole, without indentation, in its attribute ``meta``. What was
    written there by lawtrack is taken out again: the period of the expression, and front matter of Markdown.
    """
    parts = list(root)
    if not parts:
        problem = Problem(code="LT-TXT-025", where="akomaNtoso", read="nothing in it", expected="a document")
        raise CorpusError([problem])
    first = next((part for part in parts if name_of(part) in DOCUMENTS), root)
    whole = first if len(parts) == 1 else root
    notes: list[str] = []
    space = namespace_of(root)
    if not _is_ours(space):
        notes.append(f"Its namespace {space!r} is none of Akoma Ntoso; it is read as if it were.")
    if name_of(first) in _NO_LAW:
        notes.append(f"This is a {name_of(first)}, not a law; its text is read all the same.")
    work = _work(first, stem, notes)
    said = _value(first, "FRBRExpression", "FRBRlanguage", "language")
    lang = language_of(said, [] if notes else notes)
    in_force = _force(first)
    expression = Expression(
        work=work.id, lang=lang, in_force=in_force, root=unit_of(whole, SHAPE), notes=tuple(notes)
    )
    return Document(work=work, expression=expression)


def _work(document: "_Element", stem: str, notes: list[str]) -> Work:
    lang = language_of(_value(document, "FRBRExpression", "FRBRlanguage", "language"), notes)
    uri = _value(document, "FRBRWork", "FRBRuri") or _value(document, "FRBRWork", "FRBRthis")
    name = _value(document, "FRBRWork", "FRBRname")
    titles = [element for element in document.iter() if name_of(element) == "docTitle"]
    events, told = _dates(document)
    title = words_in(titles[0]) if titles else ""
    identified = _child(_child(document, "meta"), "identification")
    if identified is not None and identified.get("source") == OURS:
        # A name that was written for want of another place is the title.
        title, name = title or name, ""
    return Work(
        id=work_id(uri, stem),
        kind=_KINDS.get(name_of(document), UNKNOWN),
        jurisdiction=country_of(_value(document, "FRBRWork", "FRBRcountry")),
        number=_value(document, "FRBRWork", "FRBRnumber") or UNKNOWN,
        title=title_of(title, lang),
        aliases=(Alias(scheme="FRBRname", value=name),) if name else (),
        events=events,
        note=told,
    )


_STEPS: Final = (
    ("enact", EventKind.SIGNED),
    ("assent", EventKind.SIGNED),
    ("sign", EventKind.SIGNED),
    ("promulg", EventKind.SIGNED),
    ("publi", EventKind.PUBLISHED),
    ("present", EventKind.INTRODUCED),
    ("introduc", EventKind.INTRODUCED),
    ("inforce", EventKind.IN_FORCE),
)
"""What the name of a date begins with when it says which step of a life it is."""


def _dates(document: "_Element") -> tuple[tuple[LifecycleEvent, ...], str]:
    """Steps that the metadata date, and in words the date of the work whose name says no step."""
    meta = _child(document, "meta")
    events, told = [], ""
    born = _child(_child(_child(meta, "identification"), "FRBRWork"), "FRBRdate")
    published = _child(meta, "publication")
    for element, usual in ((born, ""), (published, "publication")):
        on = day_of(element.get("date", "")) if element is not None else UNKNOWN
        if element is None or not isinstance(on, EdtfDate):
            continue
        said = usual or element.get("name", "")
        plain = "".join(said.lower().split())
        kind = next((kind for start, kind in _STEPS if plain.startswith(start)), None)
        if kind is None:
            told = f"The work is dated {on} ({said or 'without saying why'})."
        else:
            events.append(LifecycleEvent(kind=kind, date=on, note=said if not usual else ""))
    return tuple(events), told


def _force(document: "_Element") -> Period | Missing:
    """The period that the body of a document names; a name that was written for it alone is taken away."""
    meta = _child(document, "meta")
    body = next((child for child in document if name_of(child).lower().endswith("body")), None)
    group = f"#{GROUP}" if body is None else body.get("period", "")
    if meta is None or not group:
        return UNKNOWN
    if body is not None and group == f"#{GROUP}":
        del body.attrib["period"]
    return force_told(_canonical(meta, whole=True), group)


def _child(element: "_Element | None", name: str) -> "_Element | None":
    return None if element is None else next((child for child in element if name_of(child) == name), None)


def _value(document: "_Element", level: str, name: str, attribute: str = "value") -> str:
    meta = _child(_child(document, "meta"), "identification")
    found = _child(_child(meta, level), name)
    return "" if found is None else found.get(attribute, "").strip()


_WRITTEN_ANEW: Final = frozenset({"lifecycle", "temporalData", "references", "proprietary"})


def _canonical(meta: "_Element", *, whole: bool = False) -> str:
    """The metadata as text: Akoma Ntoso in the namespace that is written, without indentation.

    What writing makes anew is left out unless they are wanted *whole*.
    """
    from lxml import etree

    copy = _copied(meta)
    for inner in [] if whole else list(copy):
        if inner.get("source") != OURS:
            continue
        if name_of(inner) in _WRITTEN_ANEW:
            copy.remove(inner)
        elif name_of(inner) == "identification":
            _undate(inner)
    return etree.tostring(copy, method="c14n", exclusive=True).decode("utf-8")


# lxml's own name for the namespace without a prefix.
_NSMAP: Final[Any] = {None: AKN}


def _undate(identification: "_Element") -> None:
    """Take out the day of the expression, which is written of its period."""
    for level in identification:
        for fact in list(level) if name_of(level) in ("FRBRExpression", "FRBRManifestation") else ():
            if name_of(fact) == "FRBRdate":
                level.remove(fact)
            elif value := fact.get("value"):
                fact.set("value", _DATED.sub("@", value))


_DATED: Final = re.compile("@[0-9]{4}-[0-9]{2}-[0-9]{2}(?=(?:/!main)?$)")


def _is_ours(space: str) -> bool:
    """Whether a namespace is one of Akoma Ntoso, in any of its versions and drafts."""
    return "akn" in space.lower() or "akomantoso" in space.lower()


def _copied(element: "_Element") -> "_Element":
    from lxml import etree

    space = namespace_of(element)
    ours = not space or _is_ours(space)
    copy = etree.Element(f"{{{AKN if ours else space}}}{name_of(element)}", nsmap=_NSMAP if ours else None)
    for name, value in element.attrib.items():
        copy.set(name, value)
    inner = [_copied(child) for child in element]
    copy.text = element.text if not inner or (element.text or "").strip() else None
    for old, new in zip(element, inner, strict=True):
        new.tail = old.tail if (old.tail or "").strip() else None
        copy.append(new)
    return copy
