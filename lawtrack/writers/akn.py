"""Akoma Ntoso 3.0 from the units of an expression.

What was read from Akoma Ntoso is written with the same elements, attributes and metadata. Other texts are
put into its order: words of a provision into ``content``, or ``intro`` and ``wrapUp`` around units, what has
no element of its own into ``hcontainer`` or ``p``, with an eId on each unit and the metadata that is known.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ..errors import ReadingError, Said
from ..identifiers import WorkIri, read_iri
from ..languages import ISO_639_2
from ..missing import is_known
from ..model.expression import Expression
from ..model.inline import INLINE, Mark, marks_of
from ..model.text import Work
from ..model.unit import Unit
from ..readers.akn import AKN, DOCUMENTS, FOLDED, INLINE_ELEMENTS
from ..readers.xml_units import RUN
from .xml_text import attributes_text, escaped, unfit

__all__ = ["write"]

_HIERARCHY_NAMES: Final = """
alinea article book chapter clause division hcontainer indent level list paragraph part point
proviso rule section subchapter subclause subdivision sublist subparagraph subpart subrule
subsection subtitle title tome transitional
"""
HIERARCHY: Final = frozenset(_HIERARCHY_NAMES.split())
"""Elements that number and nest; ``crossHeading`` stands among them."""

_AMONG: Final = frozenset({"crossHeading", "intro", "content", "wrapUp"})
_FRAMES_NAMES: Final = """
akomaNtoso attachment attachments body collectionBody component components conclusions coverPage
mainBody portionBody preamble preface quotedStructure
"""
_FRAMES: Final = frozenset(_FRAMES_NAMES.split()) | (DOCUMENTS - {"amendment"})
_BLOCKS_NAMES: Final = """
authorialNote block blockContainer blockList caption container citation documentRef
embeddedStructure foreign formula item li listIntroduction listWrapUp longTitle mod ol p recital
recitals table td th toc tocItem tr ul
"""
_BLOCKS: Final = frozenset(_BLOCKS_NAMES.split())
_KEPT_NAMES: Final = """
alternativeTo class endQuote GUID href inlineQuote name refersTo startQuote status style title wId
xml:lang
"""
_KEPT: Final = frozenset(_KEPT_NAMES.split())


def write(expression: Expression, work: Work | None = None, analysis: Sequence[str] = ()) -> str:
    """The expression as an Akoma Ntoso document, ending in a line break.

    *work* gives the metadata of a text that brings none. *analysis* holds ``textualMod`` elements.

    Raises:
        ReadingError: LT-TXT-022 when a text has a character that XML cannot hold.
    """
    root = expression.root
    native = any(unit.attribute("meta") for _, unit in root.walk())
    writing = _Writing(native, {} if native else _addresses(expression))
    if not native:
        root = _document(root, _meta(expression, work))
    lines = list(writing.lines(root, 0, tuple(analysis)))
    body = "\n".join(lines)
    if root.type != "akomaNtoso":
        body = f'<akomaNtoso xmlns="{AKN}">\n{body}\n</akomaNtoso>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _addresses(expression: Expression) -> dict[int, str]:
    """The eId of each unit object; one that stands in several places has the first."""
    known: dict[int, str] = {}
    for eid, unit in expression.units():
        known.setdefault(id(unit), eid)
    return known


def _document(root: Unit, meta: str) -> Unit:
    """The units inside a document with its metadata, and a body where there is none."""
    if root.type in DOCUMENTS:
        return _with(root, {"meta": meta, "name": root.attribute("name", root.type)})
    body = root if root.type == "body" else Unit(type="body", children=(root,))
    return Unit(type="act", children=(body,), attributes={"meta": meta, "name": "act"})


def _with(unit: Unit, more: dict[str, str]) -> Unit:
    return Unit(
        type=unit.type, num=unit.num, heading=unit.heading, text=unit.text, children=unit.children,
        attributes={**dict(unit.attributes), **more}, eid=unit.eid,
    )  # fmt: skip


class _Writing:
    """One document on its way into text.

    *native* tells that it was read from Akoma Ntoso; *eids* holds addresses by identity of the unit.
    """

    def __init__(self, native: bool, eids: dict[int, str]) -> None:
        self.native, self.eids = native, eids
        # Units made here are kept, so that no other one takes over their identity.
        self.made: list[Unit] = []

    def lines(self, unit: Unit, depth: int, analysis: Sequence[str] = ()) -> Iterator[str]:
        """The lines of a unit that stands among others: its element, and what is in it, indented."""
        pad = "  " * depth
        children = self._children(unit)
        own = self._own(unit)
        start = self._start(unit)
        if any(child.type == RUN for child in children) or (own and unit.type not in FOLDED):
            yield f"{pad}<{start}>{self._inside(unit)}</{unit.type}>"
            return
        parts = [f"{pad}  {part}" for part in self._meta_lines(unit, analysis)]
        parts += [f"{pad}  {part}" for part in (*self._heads(unit), own) if part]
        for child in children:
            parts += self.lines(child, depth + 1)
        if parts:
            yield f"{pad}<{start}>"
            yield from parts
            yield f"{pad}</{unit.type}>"
        else:
            yield f"{pad}<{start}/>"

    def _children(self, unit: Unit) -> tuple[Unit, ...]:
        return unit.children if self.native else tuple(self._placed(unit))

    def _own(self, unit: Unit) -> str:
        """The unit's own words, in a paragraph where its element holds paragraphs."""
        if not self.native and unit.type in HIERARCHY:
            return ""  # put in order among the children
        said = self._marked(unit, "text")
        return f"<p>{said}</p>" if said and unit.type in FOLDED else said

    def _inside(self, unit: Unit) -> str:
        """What is in a unit of mixed content; only around units may there be spaces that were not."""
        parts = [*self._meta_lines(unit, ()), *self._heads(unit), self._own(unit)]
        for child in self._children(unit):
            if child.type == RUN:
                parts.append(self._marked(child, "text"))
            else:
                parts.append(f"<{self._start(child)}>{self._inside(child)}</{child.type}>")
        return " ".join(filter(None, parts))

    def _marked(self, unit: Unit, part: str) -> str:
        """The words of one part with its marks as elements."""
        words = getattr(unit, part)
        if wrong := unfit(words):
            read = Said(f"the character U+{ord(wrong):04X} in {unit!r}")
            raise ReadingError(read, "characters that XML can hold", code="LT-TXT-022")
        marks = marks_of(unit, part)
        parts: list[str] = []
        here = _elements(words, list(marks if self.native else map(_known_mark, marks)), 0, len(words), parts)
        parts.append(escaped(words[here:]))
        return "".join(parts)

    def _meta_lines(self, unit: Unit, analysis: Sequence[str]) -> Iterator[str]:
        if meta := unit.attribute("meta"):
            yield _with_analysis(meta, analysis) if analysis else meta

    def _heads(self, unit: Unit) -> Iterator[str]:
        for part in ("num", "heading"):
            said = dict(unit.attributes)
            own = {
                name[len(part) + 1 :]: value for name, value in said.items() if name.startswith(f"{part}-")
            }
            own.pop("inline", None)
            if not self.native:
                own = {name: value for name, value in own.items() if name in _KEPT}
            if getattr(unit, part) or own or INLINE[part] in said:
                yield f"<{part}{attributes_text(own.items())}>{self._marked(unit, part)}</{part}>"

    def _start(self, unit: Unit) -> str:
        held = {
            name: value
            for name, value in unit.attributes
            if name not in ("inline", "meta") and not name.startswith(("num-", "heading-"))
        }
        if not self.native:
            held = {name: value for name, value in held.items() if name in _KEPT}
        eid = unit.eid or self.eids.get(id(unit), "")
        said = attributes_text((("eId", eid), *held.items()) if eid else held.items())
        space = f' xmlns="{AKN}"' if unit.type == "akomaNtoso" else ""
        return f"{unit.type}{space}{said}"

    def _placed(self, unit: Unit) -> Iterator[Unit]:
        """The children in Akoma Ntoso's order: words among numbered units in elements of their own."""
        children = [self._known(child) for child in unit.children]
        if unit.type not in HIERARCHY and unit.type not in ("body", "mainBody", "portionBody"):
            yield from children
            return
        own = [Unit(type="p", text=unit.text, attributes=_only_inline(unit))] if unit.text else []
        waiting: list[Unit] = own if unit.type in HIERARCHY else []
        numbered = any(child.type in HIERARCHY or child.type in _AMONG for child in children)
        begun = False
        for child in children:
            if child.type in HIERARCHY or child.type in _AMONG or child.type in _FRAMES:
                if waiting:
                    yield Unit(type="wrapUp" if begun else "intro", children=tuple(waiting))
                    waiting = []
                yield child
                begun = True
            else:
                waiting.append(child)
        if waiting:
            yield Unit(
                type="wrapUp" if begun else "intro" if numbered else "content", children=tuple(waiting)
            )

    def _known(self, unit: Unit) -> Unit:
        """The unit, as an element that Akoma Ntoso has."""
        known = unit.type in HIERARCHY | _AMONG | _FRAMES | _BLOCKS or unit.type == RUN or unit.type in FOLDED
        if known:
            return unit
        bare = not (unit.num or unit.heading or unit.children)
        changed = Unit(
            type="p" if bare else "hcontainer", num=unit.num, heading=unit.heading, text=unit.text,
            children=unit.children, eid=unit.eid,
            attributes={**dict(unit.attributes), "class" if bare else "name": unit.type},
        )  # fmt: skip
        if id(unit) in self.eids:
            self.eids[id(changed)] = self.eids[id(unit)]
            self.made.append(changed)
        return changed


def _only_inline(unit: Unit) -> dict[str, str]:
    marks = unit.attribute(INLINE["text"])
    return {INLINE["text"]: marks} if marks else {}


def _elements(words: str, marks: list[Mark], start: int, end: int, parts: list[str]) -> int:
    """Write the marks that begin in the stretch, taking them from the list; gives the place reached."""
    here = start
    while marks and (marks[0].start < end or start == end == marks[0].start) and marks[0].end <= end:
        mark = marks.pop(0)
        parts.append(escaped(words[here : mark.start]))
        parts.append(f"<{mark.element}{attributes_text(mark.attributes)}>")
        here = _elements(words, marks, mark.start, mark.end, parts) if mark.end > mark.start else mark.start
        parts.append(escaped(words[here : mark.end]))
        parts.append(f"</{mark.element}>")
        here = mark.end
    while marks and start == 0 and end == len(words) and marks[0].start == end:
        mark = marks.pop(0)
        parts.append(escaped(words[here:]))
        parts.append(f"<{mark.element}{attributes_text(mark.attributes)}></{mark.element}>")
        here = end
    return here


def _known_mark(mark: Mark) -> Mark:
    """The mark as an element that Akoma Ntoso has: ``inline`` with a name where there is none."""
    kept = tuple((name, value) for name, value in mark.attributes if name in _KEPT)
    if mark.element in INLINE_ELEMENTS:
        return Mark(mark.start, mark.end, mark.element, kept)
    others = tuple((name, value) for name, value in kept if name != "name")
    return Mark(mark.start, mark.end, "inline", (("name", mark.element), *others))


def _meta(expression: Expression, work: Work | None) -> str:
    """The metadata that is known of a text that brings none; what is not known is left out."""
    uri = expression.work
    wire = _wire(expression)
    since = getattr(getattr(expression.in_force, "start", None), "written", "")
    whole = f"{uri}/{wire}@{since}" if wire else uri
    rows = [("FRBRthis", "value", f"{uri}/!main"), ("FRBRuri", "value", uri)]
    try:
        iri = read_iri(uri)
    except ReadingError:
        pass
    else:
        rows += [("FRBRdate", "date", iri.date)] if isinstance(iri, WorkIri) else []
    if work is not None:
        if is_known(work.jurisdiction):
            rows.append(("FRBRcountry", "value", str(work.jurisdiction).lower()))
        if is_known(work.number):
            rows.append(("FRBRnumber", "value", str(work.number)))
        if is_known(work.title):
            rows.append(("FRBRname", "value", work.title.text()))
    versions = [("FRBRthis", "value", f"{whole}/!main"), ("FRBRuri", "value", whole)]
    versions += [("FRBRdate", "date", since)] if since else []
    versions += [("FRBRlanguage", "language", wire)] if wire else []
    levels = "".join(
        f"<{level}>{''.join(map(_fact, facts))}</{level}>"
        for level, facts in (("FRBRWork", rows), ("FRBRExpression", versions))
    )
    return f'<meta xmlns="{AKN}"><identification source="#lawtrack">{levels}</identification></meta>'


def _fact(fact: tuple[str, str, str]) -> str:
    name, key, value = fact
    return f"<{name}{attributes_text([(key, value)])}></{name}>"


def _wire(expression: Expression) -> str:
    """The language as Akoma Ntoso writes it: three letters, then the rest of the tag."""
    if not isinstance(expression.lang, str):
        return ""
    language, hyphen, rest = expression.lang.partition("-")
    return ISO_639_2.get(language, language) + hyphen + rest


# Elements of the metadata that follow its analysis.
_AFTER_ANALYSIS: Final = re.compile(
    "<(?:temporalData|references|notes|proprietary|presentation)[ >/]|</meta>"
)


def _with_analysis(meta: str, analysis: Sequence[str]) -> str:
    """The metadata with more modifications, in the analysis that it has or in one of its own."""
    inner = f"<passiveModifications>{''.join(analysis)}</passiveModifications>"
    if "</passiveModifications>" in meta:
        at, said = meta.rindex("</passiveModifications>"), "".join(analysis)
    elif "</analysis>" in meta:
        at, said = meta.rindex("</analysis>"), inner
    else:
        found = _AFTER_ANALYSIS.search(meta)
        at = found.start() if found else meta.rindex("</meta>")
        said = f'<analysis source="#lawtrack">{inner}</analysis>'
    return f"{meta[:at]}{said}{meta[at:]}"
