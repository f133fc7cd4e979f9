"""Texts of any origin in the order of Akoma Ntoso, which has a place for each sort of words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ..model.expression import Expression
from ..model.inline import INLINE, Mark, written_marks
from ..model.unit import IndexPath, Unit
from ..readers.akn import DOCUMENTS
from ..readers.xml_units import RUN
from .akn_attributes import akn_attributes, in_line

__all__ = ["ordered"]

_HIERARCHY_NAMES: Final = """
alinea article book chapter clause division hcontainer indent level list paragraph part point
proviso rule section subchapter subclause subdivision sublist subparagraph subpart subrule
subsection subtitle title tome transitional
"""
HIERARCHY: Final = frozenset(_HIERARCHY_NAMES.split())
"""Elements that number and nest."""

_WORDS: Final = frozenset({"intro", "content", "wrapUp"})
_NEVER: Final = frozenset({RUN, "p", "quotedStructure", "crossHeading"})
_FRONT: Final = ("coverPage", "preface", "preamble")
_IN_FRONT: Final = {
    "coverPage": frozenset[str](),
    "preface": frozenset({"longTitle", "formula"}),
    "preamble": frozenset({"recitals", "formula"}),
}
_IN_TABLES: Final = {
    "table": frozenset({"tr", "caption"}),
    "tr": frozenset({"td", "th"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
}
_CELLS: Final = frozenset({"td", "th", "li", "caption"})


def ordered(expression: Expression, meta: str) -> Unit:
    """The text as a document of Akoma Ntoso with these metadata; each unit has its eId.

    Words of a provision go into ``content``, or into ``intro`` and ``wrapUp`` around the units in it. A unit
    that the format has no element for becomes ``hcontainer``, ``container`` or ``blockContainer``, or ``p``
    when it is a line, named by its type. Attributes that the format lacks are left out.
    """
    root = expression.root
    made = _Ordering({path: eid for eid, path in expression.eids.items()})
    if root.type in DOCUMENTS:
        type_, parts = root.type, made.frames(root)
    else:
        type_, parts = "act", made.alone(root)
    own = {"meta": meta, "name": root.attribute("name") or type_}
    if front := root.attribute("front"):
        own["front"] = front
    said = akn_attributes(root, type_)
    # Of other namespaces a document has none; those of the whole stand with the body.
    ours = {name: said.pop(name) for name in tuple(said) if name.startswith("lawtrack:")}
    inner = [
        part.with_(attributes=tuple((ours | dict(part.attributes)).items())) if part.type == "body" else part
        for part in parts
    ]
    return Unit(type=type_, children=tuple(inner), attributes={**said, **own})


# A body may not be empty.
_NOTHING: Final = Unit(type="hcontainer", attributes={"name": "body"})


class _Ordering:
    """Makes units of units; every way leads from the root, so that each place has its own address."""

    def __init__(self, by_path: Mapping[IndexPath, str]) -> None:
        self.by_path = by_path

    def frames(self, root: Unit) -> Iterator[Unit]:
        """What a document has besides its body goes before or after it."""
        held: dict[str, list[Unit]] = {name: [] for name in (*_FRONT, "body", "conclusions")}
        told: dict[str, str] = {}
        begun = False
        for i, child in enumerate(root.children):
            name = "body" if child.type in ("body", "mainBody") else child.type
            if name == "body" and not begun:
                held["body"] += [_words_apart(head) for head in [_heads(child)] if head]
                held["body"] += self.body(child, (i,))
                told, begun = akn_attributes(child, "body"), True
            elif name in _FRONT and not begun:
                held[name] += self.within(child, (i,), _IN_FRONT[name])
            elif begun and _numbers(child):
                held["body"].append(self.hierarchical(child, (i,)))  # a schedule numbers as the body does
            else:
                held["conclusions" if begun else "preface"] += self.outer(child, (i,), frozenset())
        held["preface"][:0] = [*self._head(root), *self._own(root)]
        for name, children in held.items():
            if children:
                yield Unit(type=name, children=tuple(children), attributes=told if name == "body" else {})
        if not held["body"]:
            yield Unit(type="body", children=(_NOTHING,))

    def alone(self, root: Unit) -> Iterator[Unit]:
        """A body, or a part of a law that stands alone, with a title before it."""
        is_body = root.type == "body"
        if is_body and (heads := self._head(root)):
            yield Unit(type="preface", children=tuple(heads))
        inner = list(self.body(root, ())) if is_body else [self.hierarchical(root, ())]
        yield Unit(
            type="body", children=tuple(inner or [Unit(type="hcontainer", attributes={"name": "body"})])
        )

    def _head(self, root: Unit) -> list[Unit]:
        title = " ".join(filter(None, (root.num, root.heading)))
        marks = written_marks(title, [Mark(0, len(title), "docTitle")] if title else [])
        return [Unit(type="longTitle", text=title, attributes={INLINE["text"]: marks})] if title else []

    def body(self, unit: Unit, path: IndexPath) -> Iterator[Unit]:
        """What stands directly in a body; words there have no other place than a container of their own."""
        for is_unit, run in self._runs(unit, path):
            if is_unit:
                yield from run
            else:
                yield _words_apart(run)

    def hierarchical(self, unit: Unit, path: IndexPath) -> Unit:
        """A unit that numbers or nests."""
        known = unit.type in HIERARCHY
        runs = self._runs(unit, path)
        if not any(is_unit for is_unit, _ in runs):
            children = [Unit(type="content", children=tuple(run)) for _, run in runs]
            if len(unit.children) == 1 and unit.children[0].type == "content" and not unit.text:
                children = [self._content(unit.children[0], (*path, 0))]
        else:
            children = []
            for place, (is_unit, run) in enumerate(runs):
                if is_unit:
                    children += run
                elif place in (0, len(runs) - 1):
                    children.append(Unit(type="wrapUp" if place else "intro", children=tuple(run)))
                else:
                    children.append(_words_apart(run))
        type_ = unit.type if known else "hcontainer"
        return self._made(unit, path, type_, children)

    def _content(self, unit: Unit, path: IndexPath) -> Unit:
        """The only words of a unit, which keep the address of their own unit."""
        inner = (block for i, child in enumerate(unit.children) for block in self.blocks(child, (*path, i)))
        return self._made(unit, path, "content", [*self._own(unit), *inner])

    def _runs(self, unit: Unit, path: IndexPath) -> list[tuple[bool, list[Unit]]]:
        """The inside of a unit as runs of units, and of blocks of words between them."""
        runs: list[tuple[bool, list[Unit]]] = []

        def add(is_unit: bool, units: Iterable[Unit]) -> None:
            if some := list(units):
                if runs and runs[-1][0] == is_unit:
                    runs[-1][1].extend(some)
                else:
                    runs.append((is_unit, some))

        add(False, self._own(unit))
        for i, child in enumerate(unit.children):
            below = (*path, i)
            if _is_hierarchical(child):
                add(True, [self.hierarchical(child, below)])
            elif child.type == "crossHeading" and unit.type in HIERARCHY:
                add(True, [self._made(child, below, "crossHeading", (), text=child.text)])
            elif child.type == "crossHeading":
                add(True, [_words_apart(self.blocks(child, below), "crossHeading")])
            else:
                add(False, self.blocks(child, below))
        return runs

    def blocks(self, unit: Unit, path: IndexPath) -> Iterator[Unit]:
        """A unit in a place for blocks of words: paragraphs, tables, quotations."""
        below = [(child, (*path, i)) for i, child in enumerate(unit.children)]
        inner = [block for child, way in below for block in self.blocks(child, way)]
        if _is_tabular(unit):
            # Rows and cells are no blocks; they keep their order and names.
            children = [one for child, way in below for one in self.blocks(child, way)]
            own = self._own(unit) if unit.type in ("td", "th", "li") else []
            yield self._made(unit, path, unit.type, [*own, *children])
        elif unit.type == "quotedStructure":
            yield _in_line("mod", self._quoted(unit, path))
        elif _is_hierarchical(unit):
            yield _in_line("embeddedStructure", self.hierarchical(unit, path))
        elif unit.num or unit.heading:
            words = [*self._own(unit), *inner]
            yield self._made(unit, path, "blockContainer", words or [Unit(type="p")])
        elif inner:
            yield from self._own(unit)
            yield from inner
        elif unit.text or INLINE["text"] in dict(unit.attributes):
            yield self._made(unit, path, "p", (), text=unit.text)

    def _quoted(self, unit: Unit, path: IndexPath) -> Unit:
        children = [*self._own(unit)]
        for i, child in enumerate(unit.children):
            below = (*path, i)
            children += (
                [self.hierarchical(child, below)] if _is_hierarchical(child) else self.blocks(child, below)
            )
        return self._made(unit, path, "quotedStructure", children)

    def outer(self, unit: Unit, path: IndexPath, allowed: frozenset[str]) -> Iterator[Unit]:
        """A unit in a preface, preamble or conclusions, or in one of its *allowed* elements there."""
        if unit.type in allowed:
            inner = frozenset({"recital"}) if unit.type == "recitals" else frozenset()
            keeps = unit.type in ("recitals", "recital")
            yield self._made(_headless(unit, keeps), path, unit.type, self.within(unit, path, inner, keeps))
        elif not _is_tabular(unit) and (unit.children or unit.num or unit.heading):
            children = [*self.within(unit, path)] or [Unit(type="p")]
            yield self._made(_headless(unit), path, "container", children)
        else:
            yield from self.blocks(unit, path)

    def within(
        self, unit: Unit, path: IndexPath, allowed: frozenset[str] = frozenset(), keeps_head: bool = False
    ) -> Iterator[Unit]:
        """All that is in such a unit, with number and heading as lines where it cannot keep them."""
        if not keeps_head:
            yield from _heads(unit)
        yield from self._own(unit)
        for i, child in enumerate(unit.children):
            yield from self.outer(child, (*path, i), allowed)

    def _own(self, unit: Unit) -> list[Unit]:
        attributes = akn_attributes(unit, "p", only=INLINE["text"])
        held = unit.text or attributes
        return [Unit(type="p", text=in_line(unit.text), attributes=attributes)] if held else []

    def _eid(self, unit: Unit, path: IndexPath) -> str:
        return unit.eid or self.by_path.get(path, "") or (unit.step if unit.num and not path else "")

    def _made(
        self, unit: Unit, path: IndexPath, type_: str, children: Iterable[Unit], text: str = ""
    ) -> Unit:
        attributes = akn_attributes(unit, type_)
        if not text:
            attributes.pop(INLINE["text"], None)
        return Unit(
            type=type_, num=unit.num, heading=unit.heading, text=in_line(text), children=tuple(children),
            attributes=attributes, eid=self._eid(unit, path),
        )  # fmt: skip


def _numbers(unit: Unit) -> bool:
    """Whether anything in a unit is an element that numbers."""
    return any(inner.type in HIERARCHY and inner.num for _, inner in unit.walk())


def _is_tabular(unit: Unit) -> bool:
    """Whether a unit is part of a table or list as the format has them, and holds what may stand there."""
    if unit.type in _CELLS:
        return True
    inner = _IN_TABLES.get(unit.type)
    fits = inner is not None and not unit.text and bool(unit.children)
    return fits and all(child.type in (inner or ()) for child in unit.children)


def _heads(unit: Unit) -> list[Unit]:
    """Number and heading as lines, where their unit cannot keep them."""
    return [Unit(type="p", text=said) for said in (unit.num, unit.heading) if said]


def _headless(unit: Unit, keeps: bool = False) -> Unit:
    return unit if keeps or not (unit.num or unit.heading) else unit.with_(num="", heading="")


def _is_hierarchical(unit: Unit) -> bool:
    """Whether a unit numbers or nests, rather than holding words."""
    if unit.type in HIERARCHY:
        return True
    if unit.type in _WORDS or _is_tabular(unit) or unit.type in (RUN, "p", "quotedStructure", "crossHeading"):
        return False
    return bool(unit.num or unit.heading) or any(map(_is_hierarchical, unit.children))


def _words_apart(run: Iterable[Unit], name: str = "text") -> Unit:
    """Words where only units may stand."""
    content = Unit(type="content", children=tuple(run))
    return Unit(type="hcontainer", children=(content,), attributes={"name": name})


def _in_line(name: str, unit: Unit) -> Unit:
    """A unit inside a sentence, which is where Akoma Ntoso has what is quoted or embedded."""
    inner = unit if name == unit.type else Unit(type=name, children=(unit,))
    return Unit(type="p", children=(inner,))
