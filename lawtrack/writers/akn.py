"""Akoma Ntoso 3.0 from the units of an expression.

What was read from Akoma Ntoso is written with the same elements, attributes, marks and metadata. Other texts
are first put into its order, see :mod:`lawtrack.writers.akn_order`.
"""

from collections.abc import Iterator, Sequence

from ..dates import Period
from ..errors import ReadingError, Said
from ..missing import Missing
from ..model.expression import Expression
from ..model.grafting import OWN_PARTS, exchanged, with_part
from ..model.inline import INLINE, Mark, marks_of
from ..model.text import Work
from ..model.unit import Unit
from ..readers.akn import AKN, DOCUMENTS, FOLDED
from ..readers.akn_times import GROUP, force_told
from ..readers.xml_units import NAMESPACE, RUN
from .akn_meta import dated, known_meta, with_analysis, with_force, with_front
from .akn_order import ordered
from .xml_text import attributes_text, escaped, unfit

__all__ = ["write"]


def write(expression: Expression, work: Work | None = None, analysis: Sequence[str] = ()) -> str:
    """The expression as an Akoma Ntoso document, ending in a line break.

    *work* gives the metadata of a text that brings none. *analysis* holds ``textualMod`` elements.

    Raises:
        ReadingError: LT-TXT-022 when a text has a character that XML cannot hold.
    """
    root = expression.root
    if not any(unit.attribute("meta") for _, unit in root.walk()):
        root = ordered(expression, known_meta(expression, work))
    root = _dated(root, expression.in_force)
    try:
        body = "\n".join(_lines(root, 0, tuple(analysis)))
    except _Unfit as fault:
        raise _told(expression, str(fault)) from None
    if root.type != "akomaNtoso":
        body = f'<akomaNtoso xmlns="{AKN}">\n{body}\n</akomaNtoso>'
    if " lawtrack:" in body:
        body = body.replace(f'xmlns="{AKN}"', f'xmlns="{AKN}" xmlns:lawtrack="{NAMESPACE}"', 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _dated(root: Unit, in_force: Period | Missing) -> Unit:
    """The text with its period in the metadata and named by its body, unless they say so already."""
    at, document = next(
        ((path, unit) for path, unit in root.walk() if unit.type in DOCUMENTS and unit.attribute("meta")),
        ((), root),
    )
    place = next((i for i, unit in enumerate(document.children) if unit.type.lower().endswith("body")), None)
    named = f"#{GROUP}" if place is None else document.children[place].attribute("period")
    kept = document.attribute("meta")
    meta = dated(kept, in_force)
    is_told = force_told(kept, named) == in_force
    is_known = isinstance(in_force, Period)
    if isinstance(in_force, Period) and not is_told:
        meta = with_force(meta, in_force)
    if meta != kept:
        root = exchanged(root, at, (with_part(document, "meta", meta),))
    if place is not None and not is_told:
        body = document.children[place]
        told = with_part(body, "period", f"#{GROUP}" if is_known else None)
        root = exchanged(root, (*at, place), (told,))
    return root


def _lines(unit: Unit, depth: int, analysis: Sequence[str] = ()) -> Iterator[str]:
    """The lines of a unit that stands among others: its element, and what is in it, indented."""
    pad = "  " * depth
    own = _own(unit)
    start = _start(unit)
    if any(child.type == RUN for child in unit.children) or (own and unit.type not in FOLDED):
        yield f"{pad}<{start}>{_inside(unit)}</{unit.type}>"
        return
    heads = (*_meta(unit, analysis), *_heads(unit), own)
    parts = [f"{pad}  {part}" for part in heads if part]
    for child in unit.children:
        parts += _lines(child, depth + 1)
    if parts:
        yield f"{pad}<{start}>"
        yield from parts
        yield f"{pad}</{unit.type}>"
    else:
        yield f"{pad}<{start}/>"


def _inside(unit: Unit) -> str:
    """What is in a unit of mixed content; only around units may there be spaces that were not."""
    parts = [*_meta(unit, ()), *_heads(unit), _own(unit)]
    for child in unit.children:
        if child.type == RUN:
            parts.append(_marked(child, "text"))
        else:
            parts.append(f"<{_start(child)}>{_inside(child)}</{child.type}>")
    return " ".join(filter(None, parts))


def _own(unit: Unit) -> str:
    """The unit's own words, in a paragraph where its element holds paragraphs and they are its only one."""
    said = _marked(unit, "text")
    return f"<p>{said}</p>" if said and unit.type in FOLDED and not unit.children else said


def _meta(unit: Unit, analysis: Sequence[str]) -> Iterator[str]:
    if meta := unit.attribute("meta"):
        if front := unit.attribute("front"):
            meta = with_front(meta, _fit(front))
        yield with_analysis(meta, analysis) if analysis else meta


def _heads(unit: Unit) -> Iterator[str]:
    said = dict(unit.attributes)
    for part in ("num", "heading"):
        mine = ((name.removeprefix(f"{part}-"), name) for name in said if name.startswith(f"{part}-"))
        own = {short: said[name] for short, name in mine if name != INLINE[part]}
        if getattr(unit, part) or own or INLINE[part] in said:
            yield f"<{part}{attributes_text(own.items())}>{_marked(unit, part)}</{part}>"


def _start(unit: Unit) -> str:
    held = [
        (name, value)
        for name, value in unit.attributes
        if name not in ("inline", "front", "meta") and not name.startswith(("num-", "heading-"))
    ]
    said = attributes_text([("eId", unit.eid), *held] if unit.eid else held)
    space = f' xmlns="{AKN}"' if unit.type == "akomaNtoso" else ""
    return f"{unit.type}{space}{said}"


def _marked(unit: Unit, part: str) -> str:
    """The words of one part with its marks as elements."""
    words = _fit(getattr(unit, part))
    parts: list[str] = []
    here = _elements(words, list(marks_of(unit, part)), 0, len(words), parts)
    parts.append(escaped(words[here:]))
    return "".join(parts)


class _Unfit(Exception):
    """A character that XML cannot hold."""


def _fit(words: str) -> str:
    if wrong := unfit(words):
        raise _Unfit(wrong)
    return words


def _told(expression: Expression, wrong: str) -> ReadingError:
    """The error for a character that XML cannot hold, with the unit that has it first."""
    root = expression.root
    held = ((eid, root.at(path)) for eid, path in expression.eids.items())
    eid, unit = next(
        (found for found in held if any(wrong in getattr(found[1], part) for part in OWN_PARTS)), ("", root)
    )
    read = Said(f"the character U+{ord(wrong):04X} in {unit!r}{f' at {eid}' if eid else ''}")
    hint = "Take it out of the text, or write another format."
    return ReadingError(read, "characters that XML can hold", hint, code="LT-TXT-022")


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
