"""Markdown from the units of an expression: headings as they were printed, a blank line between paragraphs.

A text from Markdown keeps its marks or bare headings. In others divisions, articles and sections become
headings with marks by their depth, and what is smaller becomes a paragraph that begins with its number.
Blank lines in a row become one, and spaces at the ends of lines go; nothing else of a Markdown file changes.
"""

import re
from collections.abc import Iterator
from typing import Final

from ..model.expression import Expression
from ..model.unit import Unit
from ..texts.headings import bare_heading

__all__ = ["write"]

_HEADED_NAMES: Final = """
article attachment book chapter division hcontainer level paragraph part section subchapter subpart
subsection subtitle title tome crossHeading
"""
_HEADED: Final = frozenset(_HEADED_NAMES.split())
_ALWAYS: Final = _HEADED - {"paragraph", "subsection"}
_DEEPEST: Final = 6
_LIKE_MARK: Final = re.compile(r"^(?=#{1,6} )", re.MULTILINE)


def write(expression: Expression) -> str:
    """The expression as Markdown, ending in a line break."""
    root = expression.root
    headed = [unit for path, unit in root.walk() if path and _has_heading(unit)]
    marked = any(unit.attribute("marks") or bare_heading(_line(unit)) is None for unit in headed)
    front = root.attribute("front")
    title = [f"# {_line(root)}"] if root.num or root.heading else []
    blocks = [*title, *filter(None, [_words(root)]), *_blocks(root, 2 if title else 1, marked)]
    return front + "\n\n".join(blocks) + "\n"


def _blocks(unit: Unit, depth: int, marked: bool) -> Iterator[str]:
    for child in unit.children:
        if _has_heading(child):
            marks = int(child.attribute("marks") or 0) or (min(depth, _DEEPEST) if marked else 0)
            yield f"{'#' * marks} {_line(child)}" if marks else _line(child)
            said = _words(child)
            deeper = depth + 1
        else:
            said = " ".join(filter(None, (child.num, child.heading, _words(child))))
            deeper = depth
        if said:
            yield said
        yield from _blocks(child, deeper, marked)


def _has_heading(unit: Unit) -> bool:
    """Whether a unit begins with a line of its own."""
    if unit.attribute("marks") or unit.attribute("line"):
        return True
    if unit.type not in _HEADED or not (unit.num or unit.heading):
        return False
    # A paragraph of French codes is a division with its word, that of other laws a number in brackets.
    return unit.type in _ALWAYS or bare_heading(_line(unit)) is not None


def _line(unit: Unit) -> str:
    if said := unit.attribute("line"):
        return said
    return f"{unit.num} : {unit.heading}" if unit.num and unit.heading else unit.num or unit.heading


def _words(unit: Unit) -> str:
    return _LIKE_MARK.sub(r"\\", unit.text)
