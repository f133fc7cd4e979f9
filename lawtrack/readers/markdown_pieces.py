"""Texts in Markdown as pieces, one for each heading, and the units that pieces make.

Successive versions of a law share most of their pieces. Each distinct piece is read once, and a version that
is like the one before is cut by comparing it with the pieces of that one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import Factory, define, frozen

from ..model.unit import Unit
from ..texts.headings import (
    START,
    Heading,
    bare_heading,
    is_marked,
    marked_heading,
    opens,
    shape_of,
)

__all__ = ["Cutter", "Piece"]

_MARK: Final = re.compile(rb"^#{1,6} [^\n]*$", re.MULTILINE)
_DEEP_MARK: Final = re.compile(rb"^#{2,6} ", re.MULTILINE)
_LINE: Final = re.compile(rf"^(?:#{{1,6}} |{START})".encode(), re.MULTILINE)
_BLANK: Final = re.compile(r"\n[ \t]*\n\s*")


@frozen(eq=False)
class Piece:
    """One heading with the paragraphs up to the next, as it is in every version that has it.

    Attributes:
        data: The text as it is in the file.
        heading: What opens it; None for text before any heading.
        unit: The unit without what nests in it.
        key: Marks and rank of its heading in one number, by which it nests.
        doubtful: Whether it is an article on a bare line with a label of one number, as ``Article 4``.
    """

    data: bytes
    heading: Heading | None
    unit: Unit
    key: int
    doubtful: bool


_NO_KEY: Final = 9999
# Pairs that a thousand units share.
_MARKS: Final = ((), *((("marks", str(depth)),) for depth in range(1, 7)))
_TITLE: Final = 100
_TITLES: Final = frozenset(range(_TITLE, 2 * _TITLE))
_BODY: Final = Unit(type="body")


@define
class Cutter:
    """Cuts texts into pieces and builds units of them, each distinct piece, paragraph and unit only once."""

    _pieces: dict[bytes, Piece] = Factory(dict)
    _paragraphs: dict[tuple[str, bool], Unit] = Factory(dict)
    _nested: dict[tuple[int, ...], Unit] = Factory(dict)

    def cut(self, body: bytes, before: tuple[bytes, list[Piece]] | None = None) -> list[Piece]:
        """The pieces of a text; *before* is a similar text with its pieces, which makes it quicker."""
        if before is None or not before[1]:
            return list(self._rest(body, 0, _Starts(body, _has_marks(body))))
        old = before[1]
        starts = _Starts(body, _are_marked(old))
        pieces = self._near(body, old, starts)
        # What is no heading in the one kind of text may be one in the other.
        return pieces if _are_marked(pieces) == starts.marked else self.cut(body)

    def _near(self, body: bytes, old: list[Piece], starts: "_Starts") -> list[Piece]:
        """The pieces of a text that is mostly made of *old* ones in their order."""
        pieces: list[Piece] = []
        places: dict[bytes, int] = {}
        at = here = 0
        while True:
            first, begun = at, here
            while at < len(old) and body.startswith(old[at].data, here):
                here += len(old[at].data)
                at += 1
            pieces += old[first:at]
            if here >= len(body):
                return pieces
            if here > begun and not starts.at(here):
                at -= 1  # what was the end of a piece goes on here
                here -= len(pieces.pop().data)
            piece = self._piece(body[here : starts.after(here)], starts.marked)
            pieces.append(piece)
            here += len(piece.data)
            near = (i for i in (at + 1, at, at + 2) if i < len(old) and body.startswith(old[i].data, here))
            if (next_ := next(near, None)) is None:
                places = places or _places(old)
                next_ = places.get(body[here : body.find(b"\n", here)], at)
            at = next_

    def _rest(self, body: bytes, here: int, starts: "_Starts") -> Iterator[Piece]:
        while here < len(body):
            end = starts.after(here)
            yield self._piece(body[here:end], starts.marked)
            here = end

    def _piece(self, data: bytes, marked: bool) -> Piece:
        # A line without marks opens nothing in a text that has them.
        key = data if marked else b"\0" + data
        piece = self._pieces.get(key)
        if piece is None:
            piece = self._pieces[key] = self._made(data, marked)
        return piece

    def _made(self, data: bytes, marked: bool) -> Piece:
        text = data.decode("utf-8")
        line, _, rest = text.partition("\n")
        heading = marked_heading(line) if is_marked(line) else None if marked else bare_heading(line)
        if heading is None:
            intro = Unit(type="intro", children=self.paragraphs(text, marked))
            return Piece(data, None, intro, _NO_KEY, False)
        attributes = _MARKS[heading.depth]
        if heading.line != line.lstrip("# ").strip():
            attributes = (("line", line.lstrip("# ").strip()), *attributes)
        unit = Unit(
            type=heading.element, num=heading.num, heading=heading.heading,
            children=self.paragraphs(rest, marked), attributes=attributes,
        )  # fmt: skip
        bare = heading.element == "article" and not heading.depth
        doubtful = bare and shape_of(heading.label)[1] == 1
        return Piece(data, heading, unit, heading.depth * _TITLE + heading.rank, doubtful)

    def paragraphs(self, text: str, marked: bool = True) -> tuple[Unit, ...]:
        """The paragraphs of a text as units, the same object for the same words.

        *marked* says whether headings have marks in the text, so that no line without opens anything.
        """
        units = []
        for part in _BLANK.split(text):
            if said := "\n".join(map(str.strip, part.strip().split("\n"))) if "\n" in part else part.strip():
                key = said, marked
                unit = self._paragraphs.get(key)
                if unit is None:
                    if "\\" in said:
                        said = "\n".join(_as_words(line, marked) for line in said.split("\n"))
                    unit = self._paragraphs[key] = Unit(type="p", text=said)
                units.append(unit)
        return tuple(units)

    def joined(self, pieces: list[Piece]) -> tuple[list[Piece], tuple[Piece, ...]]:
        """The pieces with those that only look like articles joined to the one before, and these.

        A bare line opens no article when its label is one number outside those of its two neighbours, whose
        labels are built alike of more numbers and are in order: an ``Article 4`` between 222-8 and 222-9.
        """
        stray = [i for i, piece in enumerate(pieces) if piece.doubtful and _is_stray(pieces, i)]
        if not stray:
            return pieces, ()
        kept: list[Piece] = []
        for i, piece in enumerate(pieces):
            if i in stray:
                before = kept.pop()
                assert before.heading is not None
                rest = before.data.decode("utf-8").partition("\n")[2]
                text = f"{rest}\n{piece.data.decode('utf-8')}"
                kept.append(self._joined(before, piece, text))
            else:
                kept.append(piece)
        return kept, tuple(pieces[i] for i in stray)

    def _joined(self, before: Piece, piece: Piece, text: str) -> Piece:
        key = b"\1" + before.data + piece.data
        held = self._pieces.get(key)
        if held is None:
            unit = before.unit
            whole = Unit(
                type=unit.type, num=unit.num, heading=unit.heading,
                children=self.paragraphs(text, marked=False), attributes=unit.attributes,
            )  # fmt: skip
            held = self._pieces[key] = Piece(
                before.data + piece.data, before.heading, whole, before.key, False
            )
        return held

    def tree(self, pieces: list[Piece]) -> Unit:
        """The text that these pieces make: one unit ``body`` with the title as its heading."""
        title = ""
        first: tuple[Unit, ...] = ()
        if pieces and pieces[0].heading is None and not pieces[0].unit.children:
            pieces = pieces[1:]  # nothing but blank lines
        titles = {piece.key for piece in pieces[:1]} & _TITLES
        if titles and not _TITLES & {piece.key for piece in pieces[1:]}:
            head = pieces[0]
            title = head.unit.attribute("line") or (head.heading.line if head.heading else "")
            first, pieces = head.unit.children, pieces[1:]
        last = len(pieces) - 1
        keys = [-1]
        units = [_BODY]
        inner: list[list[Unit]] = [list(first)]
        for i, piece in enumerate(pieces):
            key = piece.key
            while keys[-1] >= key:
                keys.pop()
                closed = self._closed(units.pop(), inner.pop())
                inner[-1].append(closed)
            if i == last or pieces[i + 1].key <= key:
                inner[-1].append(piece.unit)  # nothing nests in it
            else:
                keys.append(key)
                units.append(piece.unit)
                inner.append([])
        while len(keys) > 1:
            keys.pop()
            closed = self._closed(units.pop(), inner.pop())
            inner[-1].append(closed)
        return Unit(type="body", heading=title, children=tuple(inner[0]))

    def _closed(self, unit: Unit, inner: list[Unit]) -> Unit:
        if not inner:
            return unit
        key = (id(unit), *map(id, inner))
        held = self._nested.get(key)
        if held is None:
            held = self._nested[key] = Unit(
                type=unit.type, num=unit.num, heading=unit.heading, children=(*unit.children, *inner),
                attributes=unit.attributes,
            )  # fmt: skip
        return held


def _as_words(line: str, marked: bool) -> str:
    """A line without the backslash that is written before words which look like a heading."""
    return line[1:] if line.startswith("\\") and opens(line.lstrip("\\"), marked=marked) else line


def _places(pieces: list[Piece]) -> dict[bytes, int]:
    """The place of each piece by its first line, for lines that stand only once."""
    lines = [piece.data[: piece.data.find(b"\n")] for piece in pieces]
    count = Counter(lines)
    return {line: i for i, line in enumerate(lines) if count[line] == 1}


def _has_marks(body: bytes) -> bool:
    """Whether a text has headings with marks other than that of its title."""
    return _DEEP_MARK.search(body) is not None


def _are_marked(pieces: list[Piece]) -> bool:
    return any(2 * _TITLE <= key < _NO_KEY for key in {piece.key for piece in pieces})


class _Starts:
    """Where headings begin in a text."""

    def __init__(self, body: bytes, marked: bool) -> None:
        self.body, self.marked = body, marked
        self.line = _MARK if self.marked else _LINE

    def at(self, here: int) -> bool:
        """Whether a heading begins at this place, which is the first of a line."""
        return self.line.match(self.body, here) is not None and self._opens(here)

    def after(self, here: int) -> int:
        """The place of the next heading after the line that begins here, or the end."""
        end = self.body.find(b"\n", here)
        while end >= 0:
            found = self.line.search(self.body, end + 1)
            if found is None:
                break
            if self._opens(found.start()):
                return found.start()
            end = self.body.find(b"\n", found.start())
        return len(self.body)

    def _opens(self, here: int) -> bool:
        if self.body.startswith(b"#", here):
            return True
        end = self.body.find(b"\n", here)
        line = self.body[here : end if end >= 0 else len(self.body)]
        return bare_heading(line.decode("utf-8")) is not None


def _is_stray(pieces: list[Piece], i: int) -> bool:
    before, own = pieces[i - 1].heading, pieces[i].heading
    after = next((p.heading for p in pieces[i + 1 : i + 4] if p.heading and p.heading.label), None)
    if not i or before is None or after is None or own is None or not before.label:
        return False
    shape = shape_of(before.label)
    if shape != shape_of(after.label) or shape[1] < 2:
        return False
    low, label, high = map(_order, (before.label, own.label, after.label))
    return low < high and not low <= label <= high and label[0] not in (low[0], high[0])


def _order(label: str) -> tuple[tuple[int, str], ...]:
    return tuple(
        (int(run), "") if run.isdigit() else (0, run) for run in re.findall(r"[0-9]+|[A-Za-z]+", label)
    )
