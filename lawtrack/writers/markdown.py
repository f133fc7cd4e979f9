"""Markdown from the units of an expression: headings as they were printed, a blank line between paragraphs.

A text from Markdown keeps its marks or bare headings. In others divisions, articles and sections become
headings with marks by their depth, and what is smaller becomes a paragraph that begins with its number.
Blank lines in a row become one, and white space at both ends of lines goes, indents with it; nothing else of
a Markdown file changes.

What is written is read again before it is given: words that would be read as a heading get a backslash, and
what Markdown cannot say is refused.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import zip_longest
from typing import Final, TypeAlias

from attrs import frozen

from ..errors import ReadingError, Said, shown
from ..model.addresses import eids
from ..model.expression import Expression
from ..model.unit import Unit
from ..readers.markdown import body_of
from ..texts.headings import bare_heading, marked_heading, opens
from .markdown_outline import below, heading_line, is_headed, outlined

__all__ = ["write"]

_DEEPEST: Final = 6
_UNDER_TITLE: Final = 2
_NARROWEST: Final = 1000


def write(expression: Expression) -> str:
    """The expression as Markdown, ending in a line break.

    Raises:
        ReadingError: LT-TXT-026 when it would be read as another text, with the first unit that differs.
    """
    text = outlined(expression.root)
    faults = []
    for style in _styles(text):
        blocks = list(_blocks(text, style))
        for with_bare in (False, True):
            written = _written(text, blocks, with_bare)
            try:
                again = body_of(written.encode("utf-8"))
            except UnicodeEncodeError as fault:
                read = Said(f"the character U+{ord(written[fault.start]):04X}")
                raise ReadingError(read, "characters that UTF-8 can hold", code="LT-TXT-026") from None
            wrong = _first_difference(text, again)
            if wrong is None:
                return written
            faults.append(wrong)
    unit, told = faults[0]
    expected = f"what Markdown can say: {told}"
    hint = "Change that unit, or write Akoma Ntoso."
    at = next((path for path, one in text.walk() if path and one is unit), None)
    where = next((f" at {eid}" for eid, path in eids(text).items() if path == at), "")
    raise ReadingError(Said(f"{unit!r}{where}"), expected, hint, code="LT-TXT-026")


class _Style(Enum):
    """How headings without marks of their own are written."""

    BARE = "as bare lines"
    BY_DEPTH = "with one mark more at each level"
    BY_WORDS = "with one mark more only where words alone would not nest them"


def _styles(text: Unit) -> tuple[_Style, ...]:
    """The styles to try, the plainest first; a text with headings of two marks has no bare ones."""
    headed = [unit for path, unit in text.walk() if path and is_headed(unit)]
    marked = any(_marks(unit) > 1 or not (_marks(unit) or _is_bare(unit)) for unit in headed)
    return tuple(_Style)[marked:]


@frozen
class _Block:
    """What stands between blank lines: a heading with its marks, 0 for a bare one, or words without any."""

    text: str
    marks: int | None = None


_Key: TypeAlias = tuple[int, int]
"""Marks and rank of a heading, by which it nests."""


def _blocks(text: Unit, style: _Style) -> Iterator[_Block]:
    if line := heading_line(text):
        yield _Block(line, 1)
    yield from _inside(text, (_UNDER_TITLE - 1, _NARROWEST), style)


def _inside(unit: Unit, above: _Key, style: _Style) -> Iterator[_Block]:
    """The blocks inside a unit with such a heading."""
    given = {} if style is _Style.BARE else _given(below(unit), above, style)
    for place, child in enumerate(below(unit)):
        if is_headed(child):
            own = given.get(place, (_marks(child), 0))
            yield _Block(heading_line(child), own[0])
            if child.text:
                yield _Block(child.text)
            yield from _inside(child, own, style)
        else:
            yield _Block(child.text)


def _given(children: Sequence[Unit], above: _Key, style: _Style) -> dict[int, _Key]:
    """How many marks each heading gets: its own, those of its like, or so many that all nest right."""
    given: dict[int, _Key] = {}
    like = {child.type: own for child in children if (own := _marks(child))}
    after: _Key | None = None
    for place, child in reversed(list(enumerate(children))):
        if not is_headed(child):
            continue
        rank = marked_heading(f"# {heading_line(child)}").rank
        marks = _marks(child) or like.get(child.type, 0)
        if not marks:
            by_words = style is _Style.BY_WORDS and rank > above[1]
            marks = above[0] + (not by_words)
            if after is not None:  # of equal marks the narrower would stand in the wider
                marks = max(marks, after[0] + (rank < after[1]))
        after = given[place] = min(marks, _DEEPEST), rank
    return given


def _marks(unit: Unit) -> int:
    said = unit.attribute("marks")
    return int(said) if said in ("1", "2", "3", "4", "5", "6") else 0


def _is_bare(unit: Unit) -> bool:
    return bare_heading(heading_line(unit)) is not None


def _written(text: Unit, blocks: Sequence[_Block], with_bare: bool) -> str:
    marked = any((block.marks or 0) > 1 for block in blocks)
    said = []
    for block in blocks:
        if block.marks is None:
            lines = map(str.strip, block.text.split("\n"))
            said.append("\n".join(_as_words(line, marked, with_bare) for line in lines))
        else:
            said.append(f"{'#' * block.marks} {block.text}" if block.marks else block.text)
    body = "\n\n".join(filter(None, said)) + "\n"
    front = text.attribute("front")
    if front and not any(said):
        return front
    # What stands first could be taken for a front matter or a byte order mark.
    return f"{front}{body}" if front or not body.startswith(("---", "\ufeff")) else f"\n{body}"


def _as_words(line: str, marked: bool, with_bare: bool) -> str:
    """A line of words with a backslash before it where it would be read as a heading, or loses one."""
    core = line.lstrip("\\")
    # Bare lines out of order are no headings, and stay as they are as long as they are read so.
    return f"\\{line}" if opens(core, marked=marked or not (with_bare or core != line)) else line


def _first_difference(text: Unit, again: Unit) -> tuple[Unit, str] | None:
    """The first unit of the text that is read otherwise, and how; None when there is none."""
    if text.attribute("front") != again.attribute("front"):
        return text, f"the front matter would be {shown(again.attribute('front'))}"
    if _said(text) != _said(again):
        return text, f"the title would be {shown(again.heading)}"
    return _difference(text, again)


def _difference(text: Unit, again: Unit) -> tuple[Unit, str] | None:
    # Own words of a heading are read as its first paragraph.
    first = [Unit(type="p", text=text.text)] if text.text and is_headed(text) else []
    for one, other in zip_longest((*first, *below(text)), below(again)):
        if one is None:
            return text, f"{other!r} would be read as part of it"
        if other is None:
            return one, "it would not be read in this place"
        if _said(one) != _said(other):
            return one, f"it would be read as {other!r}"
        if found := _difference(one, other):
            return found
    return None


def _said(unit: Unit) -> tuple[str, str, str]:
    """What a unit says in Markdown: its heading and the marks given to it, or its words."""
    if unit.type != "body" and not is_headed(unit):
        return "", "", "\n".join(map(str.strip, unit.text.strip().split("\n")))
    return heading_line(unit).strip(), "", ""
