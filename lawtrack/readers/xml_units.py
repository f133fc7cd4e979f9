"""Elements of XML as units: what numbers, what heads, what holds words, and what marks them.

Each format says which elements are which; the way from one to the other is the same for all. No text is
dropped but what the format names as metadata. Runs of white space become one space.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import Factory, define, field, frozen

from ..model.inline import INLINE, Mark, written_marks
from ..model.unit import UNKNOWN_WORDS, Unit
from .xml import name_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["NAMESPACE", "RUN", "Shape", "unit_of"]

NAMESPACE = "https://lawtrack.invalid/ns"
"""Namespace of what Akoma Ntoso has no place for: attributes of other formats, front matter, vague days."""

RUN = "text"
"""Type of a unit that holds words between units, where mixed content has them."""

_XML = "{http://www.w3.org/XML/1998/namespace}"
_OWN_NAMES = frozenset({"front", "line", "marks", "meta", UNKNOWN_WORDS[0], *INLINE.values()})
_OURS = f"{{{NAMESPACE}}}"
_RUNS = re.compile(r"[ \t\r\n]+")


@frozen(kw_only=True)
class Shape:
    """How the elements of one format become units. Elements are named without their namespace.

    Attributes:
        type_of: The type of unit that an element becomes; None for one that only marks words.
        skipped: Elements that hold no text of the law.
        nums: Elements that hold the number of the unit around them.
        headings: Elements that hold the heading of the unit around them.
        folded: Elements whose only plain paragraph is their own text.
        paragraphs: Elements that are such a plain paragraph.
        opened: Elements that are no unit of their own: what they hold belongs to the unit around them.
        eid: The address that an element has in its file; empty when it has none.
        added: What an element says beyond its attributes, as more of them.
        dropped: Attributes that say nothing about the text, such as a number for the printer.
        breaks: Elements that part words as a space does.
    """

    type_of: Callable[["_Element"], str | None]
    skipped: frozenset[str] = frozenset()
    nums: frozenset[str] = frozenset({"num"})
    headings: frozenset[str] = frozenset({"heading"})
    folded: frozenset[str] = frozenset()
    paragraphs: frozenset[str] = frozenset({"p"})
    opened: frozenset[str] = frozenset()
    eid: Callable[["_Element"], str] = lambda element: ""
    added: Callable[["_Element"], Mapping[str, str]] = lambda element: {}
    dropped: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset({"eol", "br"})


@define
class _Words:
    """Words as they come in, with white space run together, and the marks in them."""

    text: list[str] = Factory(list)
    length: int = 0
    waiting: bool = False
    marks: list[Mark] = Factory(list)

    def add(self, words: str | None) -> None:
        if not words:
            return
        # Not a no-break space: it is part of what is printed.
        said = _RUNS.sub(" ", words)
        if said == " ":
            self.waiting = True
            return
        self.waiting = self.waiting or said[0] == " "
        self._space()
        held = said.strip(" ")
        self.text.append(held)
        self.length += len(held)
        self.waiting = said[-1] == " "

    def _space(self) -> None:
        if self.waiting and self.length and self.text[-1] != " ":
            self.text.append(" ")
            self.length += 1
        self.waiting = False

    def open(self, element: "_Element", shape: Shape) -> int:
        self._space()
        self.marks.append(Mark(self.length, self.length, name_of(element), _attributes(element, shape)))
        return len(self.marks) - 1

    def close(self, place: int) -> None:
        mark = self.marks[place]
        end = max(mark.start, self.length)
        self.marks[place] = Mark(mark.start, end, mark.element, mark.attributes)

    def taken(self) -> tuple[str, str]:
        """The words and their marks as written; empty afterwards."""
        said = "".join(self.text).rstrip(" ")
        marks = [
            Mark(min(m.start, len(said)), min(m.end, len(said)), m.element, m.attributes) for m in self.marks
        ]
        self.__init__()  # type: ignore[misc]
        return said, written_marks(said, marks)

    def __bool__(self) -> bool:
        return self.length > 0 or bool(self.marks)


def _attributes(element: "_Element", shape: Shape, *without: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_plain(str(name)), str(value))
        for name, value in element.attrib.items()
        if _plain(str(name)) not in shape.dropped and _plain(str(name)) not in without
    )


def _plain(name: str) -> str:
    """A name of an attribute: ``xml:lang`` and ``lawtrack:op`` with their prefix, others without one."""
    if name.startswith(_XML):
        return f"xml:{name[len(_XML) :]}"
    if name.startswith(_OURS):
        return f"lawtrack:{name[len(_OURS) :]}"
    short = name[name.index("}") + 1 :] if name.startswith("{") else name
    # What a file calls so is not what these attributes of a unit say.
    return f"file-{short}" if short in _OWN_NAMES else short


@define
class _Draft:
    """A unit in the making."""

    type: str
    eid: str
    attributes: dict[str, str]
    num: str = ""
    heading: str = ""
    text: str = ""
    children: list[Unit] = Factory(list)
    words: _Words = field(factory=_Words)

    def flush(self) -> None:
        """Put the words so far where they belong: the unit's own text, or a run between its children."""
        if not self.words:
            self.words = _Words()
            return
        said, marks = self.words.taken()
        if not self.children and not self.text and INLINE["text"] not in self.attributes:
            self.text = said
            if marks:
                self.attributes[INLINE["text"]] = marks
        else:
            self.children.append(
                Unit(type=RUN, text=said, attributes={INLINE["text"]: marks} if marks else {})
            )

    def unit(self) -> Unit:
        return Unit(
            type=self.type, num=self.num, heading=self.heading, text=self.text, children=tuple(self.children),
            attributes=self.attributes, eid=self.eid,
        )  # fmt: skip


def unit_of(element: "_Element", shape: Shape) -> Unit:
    """The unit that an element is, with all inside it."""
    type_ = shape.type_of(element) or name_of(element)
    draft = _Draft(_as_type(type_), shape.eid(element), _own(element, shape))
    draft.attributes.update(shape.added(element))
    _fill(draft, element, shape)
    draft.flush()
    if name_of(element) in shape.folded:
        _fold(draft, shape)
    return draft.unit()


def _own(element: "_Element", shape: Shape) -> dict[str, str]:
    eid = shape.eid(element)
    return {name: value for name, value in _attributes(element, shape) if not (eid and name == "eId")}


def _fill(draft: _Draft, element: "_Element", shape: Shape) -> None:
    draft.words.add(element.text)
    for child in element:
        name = name_of(child)
        if name in shape.skipped:
            pass
        elif name in shape.nums and not draft.num and _is_plain(child, shape):
            draft.num, marks = _line(child, shape)
            _note(draft, "num", marks, child, shape)
        elif name in shape.headings and not draft.heading and _is_plain(child, shape):
            draft.heading, marks = _line(child, shape)
            _note(draft, "heading", marks, child, shape)
        elif name in shape.opened:
            draft.words.add(" ")
            _fill(draft, child, shape)
            draft.words.add(" ")
        elif shape.type_of(child) is not None or not _is_plain(child, shape):
            draft.flush()
            draft.children.append(unit_of(child, shape))
        else:
            _take_inline(draft.words, child, shape)
        draft.words.add(child.tail)


def _note(draft: _Draft, part: str, marks: str, element: "_Element", shape: Shape) -> None:
    """What else the element of a number or heading says: marks in its words, and attributes of its own."""
    if marks:
        draft.attributes[INLINE[part]] = marks
    for name, value in _attributes(element, shape):
        draft.attributes[f"{part}-{name}"] = value


def _line(element: "_Element", shape: Shape) -> tuple[str, str]:
    words = _Words()
    words.add(element.text)
    for child in element:
        if name_of(child) not in shape.skipped:
            _take_inline(words, child, shape)
        words.add(child.tail)
    return words.taken()


def _take_inline(words: _Words, element: "_Element", shape: Shape) -> None:
    if name_of(element) in shape.breaks:
        words.add(" ")
    place = words.open(element, shape)
    words.add(element.text)
    for child in element:
        if name_of(child) not in shape.skipped:
            _take_inline(words, child, shape)
        words.add(child.tail)
    words.close(place)
    if name_of(element) in shape.breaks:
        words.add(" ")


def _is_plain(element: "_Element", shape: Shape) -> bool:
    """Whether nothing inside an element is a unit, so that it is a line of words with marks."""
    return all(
        shape.type_of(inner) is None
        and name_of(inner) not in shape.nums
        and name_of(inner) not in shape.headings
        for inner in _below(element)
    )


def _below(element: "_Element") -> Iterator["_Element"]:
    for child in element:
        yield from child.iter()


def _fold(draft: _Draft, shape: Shape) -> None:
    """Make the only plain paragraph of a unit its own text."""
    if draft.text or len(draft.children) != 1:
        return
    (only,) = draft.children
    names = {name for name, _ in only.attributes} - {INLINE["text"]}
    if only.type in shape.paragraphs and not (only.children or only.num or only.heading or only.eid or names):
        draft.text = only.text
        draft.attributes.update(only.attributes)
        draft.children = []


def _as_type(name: str) -> str:
    """The name as a type of unit, which begins with a small letter and has no signs."""
    kept = "".join(char for char in name if char.isascii() and char.isalpha())
    return f"{kept[0].lower()}{kept[1:]}" if kept else "unit"
