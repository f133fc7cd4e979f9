"""Texts of any origin in the form of Markdown: headings one inside another, and paragraphs below them."""

from collections.abc import Iterator
from typing import Final

from attrs import Factory, define

from ..model.inline import marks_of
from ..model.unit import Unit
from ..readers.akn import DOCUMENTS
from ..texts.headings import bare_heading

__all__ = ["below", "heading_line", "is_headed", "outlined"]

_HEADED_NAMES: Final = """
article attachment book chapter division hcontainer level paragraph part section subchapter subpart
subsection subtitle title tome crossHeading
"""
_HEADED: Final = frozenset(_HEADED_NAMES.split())
_ALWAYS: Final = _HEADED - {"paragraph", "subsection"}
_BREAKS: Final = frozenset({"eol", "br"})
_QUOTED: Final = frozenset({"quotedStructure", "embeddedStructure"})
_KEPT: Final = ("line", "marks")
"""Attributes of a heading from Markdown: the line as printed, and how many marks it has."""


def is_headed(unit: Unit) -> bool:
    """Whether a unit begins with a line of its own."""
    if _own(unit, "marks") or _own(unit, "line"):
        return True
    if unit.type not in _HEADED or not (unit.num or unit.heading):
        return False
    # A paragraph of French codes is a division with its word, that of other laws a number in brackets.
    return unit.type in _ALWAYS or bare_heading(heading_line(unit)) is not None


def heading_line(unit: Unit) -> str:
    """The line that a unit begins with, without marks."""
    if said := _own(unit, "line"):
        return said
    return f"{unit.num} : {unit.heading}" if unit.num and unit.heading else unit.num or unit.heading


def _own(unit: Unit, name: str) -> str:
    # Akoma Ntoso has it in a namespace of ours.
    return unit.attribute(name) or unit.attribute(f"lawtrack:{name}")


def below(unit: Unit) -> tuple[Unit, ...]:
    """The units inside a unit of an outline, with the paragraphs of an ``intro`` as its own."""
    if not any(map(_is_intro, unit.children)):
        return unit.children
    return tuple(one for child in unit.children for one in (child.children if _is_intro(child) else (child,)))


def _is_intro(unit: Unit) -> bool:
    return unit.type == "intro" and not (unit.num or unit.heading or unit.text or unit.attributes)


def outlined(root: Unit) -> Unit:
    """The text as a unit ``body`` of headings and paragraphs; one that is so already, as it is.

    What is smaller than an article becomes a paragraph that begins with its number, and so does what is
    quoted. Words after the units inside a unit follow the last of them. A title that is marked as such and
    comes first is the title.
    """
    if _is_outline(root):
        return root
    outline = _Outline(_Draft(Unit(type="body", heading=heading_line(root) if root.type == "body" else "")))
    outline.add(root)
    front = next((said for _, unit in root.walk() if (said := unit.attribute("front"))), "")
    made = outline.top.unit()
    return made.with_(attributes=(("front", front),)) if front else made


def _is_outline(root: Unit) -> bool:
    if root.type != "body" or root.text:
        return False
    units = (unit for path, unit in root.walk() if path)
    return all(is_headed(unit) or _is_paragraph(unit) or _is_intro(unit) for unit in units)


def _is_paragraph(unit: Unit) -> bool:
    return unit.type == "p" and not (unit.num or unit.heading or unit.children or unit.attributes)


@define
class _Draft:
    """A heading in the making, with the paragraphs and headings below it."""

    head: Unit
    inner: list["Unit | _Draft"] = Factory(list)

    def unit(self) -> Unit:
        inner = (one.unit() if isinstance(one, _Draft) else one for one in self.inner)
        return self.head.with_(children=tuple(inner))


@define
class _Outline:
    """What has been outlined so far.

    Attributes:
        top: The whole.
        last: The heading that was opened last, which takes the words that follow.
        label: Number and heading of smaller units whose words are still to come.
    """

    top: _Draft
    last: _Draft = Factory(lambda self: self.top, takes_self=True)
    label: str = ""

    def add(self, root: Unit) -> None:
        """Take in a whole text."""
        if root.type in DOCUMENTS or root.type in ("akomaNtoso", "body"):
            if root.text:
                self._say(root.text)
            self._inside(root, self.top, is_quoted=False)
        else:
            self._take(root, self.top, is_quoted=False)
        self._close()

    def _take(self, unit: Unit, into: _Draft, *, is_quoted: bool) -> None:
        if is_headed(unit) and not is_quoted:
            self._close()
            kept = {name: value for name in _KEPT if (value := _own(unit, name))}
            draft = _Draft(
                Unit(type=unit.type, num=_line(unit.num), heading=_line(unit.heading), attributes=kept)
            )
            into.inner.append(draft)
            into = self.last = draft
            self._say(_words(unit))
        elif self._is_title(unit):
            self.top.head = self.top.head.with_(heading=_line(unit.text))
        else:
            self.label = " ".join(filter(None, (self.label, _line(unit.num), _line(unit.heading))))
            self._say(_words(unit))
        self._inside(unit, into, is_quoted=is_quoted or unit.type in _QUOTED)

    def _inside(self, unit: Unit, into: _Draft, *, is_quoted: bool) -> None:
        for child in unit.children:
            self._take(child, into, is_quoted=is_quoted)

    def _say(self, words: str) -> None:
        if words.strip():
            words, self.label = " ".join(filter(None, (self.label, words))), ""
            self.last.inner += (Unit(type="p", text=said) for said in _paragraphs(words))

    def _close(self) -> None:
        """Say a number that no words followed."""
        label, self.label = self.label, ""
        self.last.inner += (Unit(type="p", text=said) for said in _paragraphs(label))

    def _is_title(self, unit: Unit) -> bool:
        if self.top.inner or self.top.head.heading or unit.num or unit.heading or not unit.text:
            return False
        whole = (0, len(unit.text))
        return any(mark.element == "docTitle" and (mark.start, mark.end) == whole for mark in marks_of(unit))


def _words(unit: Unit) -> str:
    """The unit's own words, on lines of their own where their format ended one."""
    words = unit.text
    for mark in reversed(marks_of(unit)):
        if mark.element in _BREAKS and mark.start == mark.end:
            before, after = words[: mark.start].rstrip(" "), words[mark.start :].lstrip(" ")
            words = f"{before}\n{after}" if before and after else words
    return words


def _line(words: str) -> str:
    return " ".join(words.split("\n")) if "\n" in words else words


def _paragraphs(words: str) -> Iterator[str]:
    """The words as paragraphs: where a blank line stands in them, another begins."""
    held: list[str] = []
    for line in (*words.split("\n"), ""):
        if line.strip():
            held.append(line)
        elif held:
            yield "\n".join(held)
            held = []
