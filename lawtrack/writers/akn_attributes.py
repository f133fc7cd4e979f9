"""Attributes and marks that Akoma Ntoso has, out of those that a unit brings from another format."""

from collections.abc import Iterator
from typing import Final

from ..model.inline import INLINE, Mark, marks_of, written_marks
from ..model.unit import Unit
from ..readers.akn import INLINE_ELEMENTS

__all__ = ["akn_attributes", "in_line"]

_KEPT: Final = frozenset({"class", "refersTo", "title", "xml:lang"})
_STATUSES: Final = frozenset(
    {
        "edited",
        "editorial",
        "ignored",
        "incomplete",
        "removed",
        "translated",
        "undefined",
        "unknown",
        "verbatim",
    }
)
_NAMED: Final = frozenset({"act", "bill", "container", "doc", "formula", "hcontainer"})
"""Elements that must have a name."""

# Marks that must say more than that they are there.
_WANTED: Final = {
    "a": "href",
    "date": "date",
    "docDate": "date",
    "img": "src",
    "inline": "name",
    "noteRef": "href",
    "recordedTime": "time",
    "ref": "href",
    "relatedDocument": "href",
    "time": "time",
}
_PLAIN_NAMES: Final = """
abbr b br def del docCommittee docIntroducer docJurisdiction docNumber docProponent docPurpose docStage
docStatus docTitle docType docketNumber eol i ins legislature mod omissis placeholder remark session
shortTitle span sub sup u
"""
_PLAIN: Final = frozenset(_PLAIN_NAMES.split())
_EMPTY: Final = frozenset({"br", "eol", "img", "noteRef"})


_APART: Final = frozenset({*INLINE.values(), "front", "meta"})
_OURS: Final = "lawtrack:"
"""Prefix of attributes that the format lacks, as it is declared in what is written."""


def akn_attributes(unit: Unit, type_: str, *, only: str = "") -> dict[str, str]:
    """The attributes of a unit that becomes an element of type *type_*, with its marks.

    Those that the format lacks stand in a namespace of ours. A document has its language in its metadata.
    *only* keeps to one attribute.
    """
    said = {name: value for name, value in unit.attributes if name not in _APART}
    kept: dict[str, str] = {}
    if said.get("status") in _STATUSES:
        kept["status"] = said.pop("status")
    if type_ in ("act", "bill"):
        said.pop("xml:lang", None)
    if type_ in _NAMED:
        kept["name"] = said.pop("name", "") or unit.type
    elif type_ != unit.type and unit.type not in ("content", "intro", "wrapUp", "text"):
        kept["class"] = unit.type
    for name, value in said.items():
        is_ours = name.startswith(_OURS) or (name in _KEPT and name not in kept)
        kept[name if is_ours else f"{_OURS}{name}"] = value
    for part, name in INLINE.items():
        words: str = getattr(unit, part)
        marks = [*map(_known, marks_of(unit, part)), *(_line_ends(words) if part == "text" else ())]
        if marks:
            marks.sort(key=lambda mark: (mark.start, -mark.end))
            kept[name] = written_marks(in_line(words), marks)
    return {name: value for name, value in kept.items() if name == only} if only else kept


def in_line(words: str) -> str:
    """The words on one line; where one ended stands an element that says so."""
    return words.replace("\n", " ")


def _line_ends(words: str) -> Iterator[Mark]:
    return (Mark(at + 1, at + 1, "eol") for at, sign in enumerate(words) if sign == "\n")


def _known(mark: Mark) -> Mark:
    """The mark as an element that the format has: ``inline`` with a name where there is none."""
    said = dict(mark.attributes)
    kept = {name: value for name, value in said.items() if name in _KEPT}
    wanted = _WANTED.get(mark.element)
    is_fit = mark.element in _PLAIN or bool(wanted and said.get(wanted))
    if mark.element in _EMPTY and mark.end > mark.start:
        is_fit = False
    if is_fit and mark.element in INLINE_ELEMENTS:
        return Mark(mark.start, mark.end, mark.element, kept | ({wanted: said[wanted]} if wanted else {}))
    name = said.get("name") or said.get("role") or mark.element
    return Mark(mark.start, mark.end, "inline", {**kept, "name": name})
