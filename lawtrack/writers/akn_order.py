"""Texts of any origin in the order of Akoma Ntoso, which has a place for each sort of words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ..model.expression import Expression
from ..model.inline import INLINE, Mark, marks_of, written_marks
from ..model.unit import IndexPath, Unit
from ..readers.akn import DOCUMENTS, FOLDED, INLINE_ELEMENTS
from ..readers.xml_units import RUN

__all__ = ["ordered"]

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
_OUTER: Final = frozenset({"preface", "preamble", "conclusions", "coverPage", "container"})
"""Elements that hold blocks and containers, and nothing that numbers."""

_BODIES: Final = frozenset({"body", "mainBody", "portionBody"})


def ordered(expression: Expression, meta: str) -> Unit:
    """The text as a document of Akoma Ntoso with these metadata; each unit has its eId.

    Words of a provision go into ``content``, or into ``intro`` and ``wrapUp`` around the units in it. A unit
    that the format has no element for becomes ``hcontainer``, or ``p`` when it is a line, with its type as name.
    Attributes that the format lacks are left out.
    """
    by_path = {path: eid for eid, path in expression.eids.items()}
    root = _Ordering(by_path).unit(expression.root, (), "")
    if root.type in DOCUMENTS:
        name = root.attribute("name", root.type)
        more = {**dict(root.attributes), "meta": meta, "name": name}
        return root.with_(attributes=tuple(more.items()))
    parts: list[Unit] = []
    if root.type == "body" and (root.num or root.heading):
        title = " ".join(filter(None, (root.num, root.heading)))
        marks = written_marks(title, [Mark(0, len(title), "docTitle")])
        line = Unit(type="longTitle", text=title, attributes={INLINE["text"]: marks})
        parts.append(Unit(type="preface", children=(line,)))
        root = root.with_(num="", heading="")
    parts.append(root if root.type == "body" else Unit(type="body", children=(root,)))
    return Unit(type="act", children=tuple(parts), attributes={"meta": meta, "name": "act"})


class _Ordering:
    def __init__(self, by_path: Mapping[IndexPath, str]) -> None:
        self.by_path = by_path

    def unit(self, unit: Unit, path: IndexPath, around: str) -> Unit:
        """The unit as an element that stands in one of type *around*, with all inside it in order."""
        type_ = _type(unit, around)
        attributes = _attributes(unit)
        if type_ != unit.type:
            attributes["class" if type_ == "p" else "name"] = unit.type
        children = [self.unit(child, (*path, i), type_) for i, child in enumerate(unit.children)]
        text = unit.text
        if type_ in HIERARCHY or type_ in _BODIES:
            own = []
            if text and type_ in HIERARCHY:
                marks = attributes.pop(INLINE["text"], "")
                own.append(Unit(type="p", text=text, attributes={INLINE["text"]: marks} if marks else {}))
                text = ""
            children = list(_placed(own, children))
        eid = unit.eid or self.by_path.get(path, "") or (unit.step if unit.num and not path else "")
        return Unit(
            type=type_, num=unit.num, heading=unit.heading, text=text, children=tuple(children),
            attributes=attributes, eid=eid,
        )  # fmt: skip


def _type(unit: Unit, around: str) -> str:
    outer = around in _OUTER
    known = unit.type in _AMONG | _FRAMES | _BLOCKS or unit.type == RUN or unit.type in FOLDED
    if known or (unit.type in HIERARCHY and not outer):
        return unit.type
    if not (unit.num or unit.heading or unit.children):
        return "p"
    return "container" if outer else "hcontainer"


def _placed(own: Sequence[Unit], children: Sequence[Unit]) -> Iterator[Unit]:
    """Children with words among numbered units put into elements of their own; *own* words go first."""
    waiting = list(own)
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
        last = "wrapUp" if begun else "intro" if numbered else "content"
        yield Unit(type=last, children=tuple(waiting))


def _attributes(unit: Unit) -> dict[str, str]:
    """The attributes that the format has, of the unit and of its number and heading, and its marks."""
    kept = {}
    for name, value in unit.attributes:
        part, _, own = name.partition("-")
        if name in _KEPT or (part in ("num", "heading") and own in _KEPT):
            kept[name] = value
    for part, name in INLINE.items():
        words: str = getattr(unit, part)
        if marks := written_marks(words, map(_known_mark, marks_of(unit, part))):
            kept[name] = marks
    return kept


def _known_mark(mark: Mark) -> Mark:
    """The mark as an element that the format has: ``inline`` with a name where there is none."""
    kept = {name: value for name, value in mark.attributes if name in _KEPT}
    if mark.element in INLINE_ELEMENTS and mark.element != "inline":
        return Mark(mark.start, mark.end, mark.element, kept)
    said = dict(mark.attributes)
    name = said.get("name") or said.get("role") or said.get("class") or mark.element
    return Mark(mark.start, mark.end, "inline", {**kept, "name": name})
