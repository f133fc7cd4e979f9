"""United States Legislative Markup (bills, public laws, the United States Code) as units."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ..dates import EdtfDate
from ..missing import UNKNOWN
from ..model.expression import Expression
from ..model.text import Alias, EventKind, LifecycleEvent, Work, WorkKind
from .documents import Document, day_of, language_of, title_of, work_id
from .xml import name_of, namespace_of, words_in
from .xml_units import Shape, unit_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NAMESPACES", "read"]

NAMESPACES: Final = ("http://schemas.gpo.gov/xml/uslm", "http://xml.house.gov/schemas/uslm/1.0")

_INLINE_NAMES: Final = """
a addedText amendingAction amendingInstruction approvedDate b changed committee cosponsor date def
deletedText designator docPart entity footnoteRef fraction headingText i img inline label line
listOfSectionsItem marker nonsponsor num organization page pre quotedText ref role sealImage
shortTitle sidenote span sponsor strike sub sup term u heading amendedProvision effectiveDate
enactedDate currentThroughPublicLaw center br
"""
_INLINE: Final = frozenset(_INLINE_NAMES.split())
# Names of Akoma Ntoso for what has them.
_TYPES: Final = {
    "chapeau": "intro",
    "continuation": "wrapUp",
    "main": "body",
    "quotedContent": "quotedStructure",
    "subheading": "crossHeading",
    "pLaw": "act",
    "lawDoc": "act",
    "uscDoc": "act",
    "statutesAtLarge": "documentCollection",
    "resolution": "bill",
    "amendment": "amendment",
    "referenceItem": "tocItem",
}
_KINDS: Final = {
    "bill": WorkKind.BILL,
    "resolution": WorkKind.BILL,
    "pLaw": WorkKind.LAW,
    "uscDoc": WorkKind.CODE,
}


def _type(element: "_Element") -> str | None:
    name = name_of(element)
    if name == "title" and namespace_of(element) not in NAMESPACES:  # Dublin Core's
        return "docTitle"
    return None if name in _INLINE else _TYPES.get(name, name)


SHAPE: Final = Shape(
    type_of=_type,
    skipped=frozenset({"meta"}),
    folded=frozenset({"content", "chapeau", "continuation", "quotedContent"}),
    dropped=frozenset({"schemaLocation"}),
)


def read(root: "_Element", stem: str) -> Document:
    """The document of a bill, law or title: the work by its metadata, the text with its preface."""
    meta = next((child for child in root if name_of(child) == "meta"), None)
    said: dict[str, list[str]] = {}
    for element in meta if meta is not None else ():
        said.setdefault(name_of(element), []).append(words_in(element))
    notes: list[str] = []
    lang = language_of(root.get(_LANG, "") or "".join(said.get("language", [])[:1]), notes)
    cited = said.get("citableAs", [])
    work = Work(
        id=work_id(_identifier(root) or "".join(cited[:1]), stem),
        kind=_KINDS.get(name_of(root), UNKNOWN),
        jurisdiction="US",
        number="".join(said.get("docNumber", [])[:1]) or UNKNOWN,
        title=title_of("".join(said.get("title", [])[:1]), lang),
        events=tuple(_events(root)),
        aliases=tuple(Alias(scheme="citableAs", value=name) for name in dict.fromkeys(cited) if name),
    )
    expression = Expression(work=work.id, lang=lang, root=unit_of(root, SHAPE), notes=tuple(notes))
    return Document(work=work, expression=expression)


def _events(root: "_Element") -> Iterator[LifecycleEvent]:
    """The day of approval, where a law has one."""
    for element in root.iter():
        if name_of(element) in ("approvedDate", "enactedDate"):
            on = day_of(element.get("date", "") or words_in(element))
            if isinstance(on, EdtfDate):
                yield LifecycleEvent(kind=EventKind.SIGNED, date=on, note="approved")
                return


_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def _identifier(root: "_Element") -> str:
    """What the file itself is called: its own identifier, or the part that those of all its units share."""
    if own := root.get("identifier"):
        return own
    first = next((one for element in root.iter() if (one := element.get("identifier"))), "")
    return first.rsplit("/", 1)[0] if first.count("/") > 2 else ""
