"""Texts in Markdown as pieces, one for each heading, and the units that pieces make.

Successive versions of a law share most of their pieces. Each distinct piece is read once, and a version that
is like the one before is cut by comparing it with that one, a run of pieces at a time.
"""

import re
from collections.abc import Sequence
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

# Looking for the end of the line before is much quicker than looking for the start of a line.
_MARK: Final = re.compile(rb"\n(?=#{1,6} )")
_DEEP_MARK: Final = re.compile(rb"#{2,6} ")
_DEEP_LINE: Final = re.compile(rb"\n#{2,6} ")
_LINE: Final = re.compile(rf"\n(?=#{{1,6}} |{START})".encode(), re.MULTILINE)
_BLANK: Final = re.compile(r"\n[ \t]*\n\s*")


@frozen(eq=False)
class Piece:
    """One heading with the paragraphs up to the next, as it is in every version that has it.

    Attributes:
        data: The text as it is in the file.
        heading: What opens it; None for text before any heading.
        marked: Whether it is of a text that has headings with marks.
        unit: The unit without what nests in it.
        key: Marks and rank of its heading in one number, by which it nests.
        doubtful: Whether it is an article on a bare line with a label of one number, as ``Article 4``.
    """

    data: bytes
    heading: Heading | None
    marked: bool
    unit: Unit
    key: int
    doubtful: bool

    @property
    def is_article(self) -> bool:
        """Whether its heading is that of an article."""
        return self.heading is not None and self.heading.element == "article"

    @property
    def is_deep(self) -> bool:
        """Whether its heading has more marks than that of a title."""
        return 2 * _TITLE <= self.key < _NO_KEY


_NO_KEY: Final = 9999
# Pairs that a thousand units share.
_MARKS: Final = ((), *((("marks", str(depth)),) for depth in range(1, 7)))
_TITLE: Final = 100
_TITLES: Final = frozenset(range(_TITLE, 2 * _TITLE))


@frozen(eq=False)
class _Run:
    """Pieces that follow one another in a text, mostly a heading with the articles under it."""

    data: bytes
    line: bytes
    pieces: list[Piece]


_LONGEST: Final = 16
"""So many pieces at most are a run, so that a change in one leaves little to cut anew."""


@define
class Cutter:
    """Cuts texts into pieces and builds units of them, each distinct piece, paragraph and unit only once.

    It is quickest when each text is similar to the one that it cut before.
    """

    _before: list[_Run] = Factory(list)
    _pieces: dict[bytes, Piece] = Factory(dict)
    _paragraphs: dict[str, Unit] = Factory(dict)
    _escaped: dict[tuple[str, bool], Unit] = Factory(dict)
    _nested: dict[tuple[int, ...], Unit] = Factory(dict)
    _divisions: dict[tuple[Piece, Piece], tuple[list[Piece], Unit]] = Factory(dict)

    def cut(self, text: bytes, here: int = 0) -> list[Piece]:
        """The pieces of a text from a place on."""
        old = self._before
        marked = old[0].pieces[0].marked if old else _has_marks(text, here)
        self._before = self._runs(text, here, old, _Starts(text, marked))
        pieces = [piece for run in self._before for piece in run.pieces]
        # What is no heading in the one kind of text may be one in the other.
        if not old or (any(piece.is_deep for piece in pieces) if marked else pieces):
            return pieces
        self._before = []
        return self.cut(text, here)

    def _runs(self, text: bytes, here: int, old: Sequence[_Run], starts: "_Starts") -> list[_Run]:
        """The text as runs, *old* ones where they stand in it; none where it has marks and those had not."""
        runs: list[_Run] = []
        new: list[Piece] = []
        places: dict[bytes, int] = {}
        at = 0
        while here < len(text):
            first = at
            while at < len(old) and text.startswith(old[at].data, here):
                here += len(old[at].data)
                at += 1
            if at > first:
                runs += _in_runs(new)
                runs += old[first:at]
                new = []
                if here == len(text):
                    break
                if not starts.at(here):  # what was the end of a piece goes on here
                    new += runs.pop().pieces
                    here -= len(new.pop().data)
            piece = self._piece(text[here : starts.after(here)], starts.marked)
            if piece.is_deep and old and not starts.marked:
                return []
            new.append(piece)
            here += len(piece.data)
            for i in (at + 1, at + 2, at):
                if i < len(old) and text.startswith(old[i].line, here):
                    at = i
                    break
            else:
                if old and len(new) > _LONGEST:
                    places = places or {run.line: i for i, run in enumerate(old)}
                    at = places.get(text[here : text.find(b"\n", here) + 1], at)
        return runs + _in_runs(new)

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
            intro = Unit.unchecked("intro", children=self.paragraphs(text, marked))
            return Piece(data, None, marked, intro, _NO_KEY, False)
        attributes = _MARKS[heading.depth]
        if heading.line != line.lstrip("# ").strip():
            attributes = (("line", line.lstrip("# ").strip()), *attributes)
        unit = Unit.unchecked(
            heading.element, heading.num, heading.heading, "", self.paragraphs(rest, marked), attributes
        )
        bare = heading.element == "article" and not heading.depth
        doubtful = bare and "-" not in heading.label and shape_of(heading.label)[1] == 1
        return Piece(data, heading, marked, unit, heading.depth * _TITLE + heading.rank, doubtful)

    def paragraphs(self, text: str, marked: bool = True) -> tuple[Unit, ...]:
        """The paragraphs of a text as units, the same object for the same words.

        *marked* says whether headings have marks in the text, so that no line without opens anything.
        """
        units = []
        known = self._paragraphs
        for part in text.split("\n\n"):
            said = part.strip()
            if "\n" in said:  # lines, or blank lines that are not empty
                units += [self._paragraph(_lines(inner), marked) for inner in _BLANK.split(said)]
            elif said:
                units.append(known.get(said) or self._paragraph(said, marked))
        return tuple(units)

    def _paragraph(self, said: str, marked: bool) -> Unit:
        if "\\" in said:  # only then marks in the text say what is meant
            unit = self._escaped.get((said, marked))
            if unit is None:
                text = "\n".join(_as_words(line, marked) for line in said.split("\n"))
                unit = self._escaped[said, marked] = Unit.unchecked("p", text=text)
            return unit
        unit = self._paragraphs.get(said)
        if unit is None:
            unit = self._paragraphs[said] = Unit.unchecked("p", text=said)
        return unit

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
            inside = self.paragraphs(text, before.marked)
            whole = unit.holding(inside, *inside)
            held = self._pieces[key] = Piece(
                before.data + piece.data, before.heading, before.marked, whole, before.key, False
            )
        return held

    def tree(self, pieces: list[Piece]) -> Unit:
        """The text that these pieces make: one unit ``body`` with the title as its heading."""
        title = ""
        first: tuple[Unit, ...] = ()
        if pieces and pieces[0].heading is None and not pieces[0].unit.children:
            pieces = pieces[1:]  # nothing but blank lines
        # Marks without words are no title, but stand in the file all the same.
        titles = {piece.key for piece in pieces[:1] if piece.heading and piece.heading.line} & _TITLES
        if titles and not _TITLES & {piece.key for piece in pieces[1:]}:
            head = pieces[0]
            title = head.unit.attribute("line") or (head.heading.line if head.heading else "")
            first, pieces = head.unit.children, pieces[1:]
        return Unit.unchecked("body", heading=title, children=(*first, *self._inside(pieces)))

    def _inside(self, pieces: list[Piece]) -> list[Unit]:
        """The units that pieces make, each with those of lower rank that follow it nested in it."""
        top: list[Unit] = []
        open_: list[tuple[int, int, list[Unit]]] = [(-1, 0, top)]  # key, place of the heading, what is inside
        i = 0
        while i < len(pieces) or len(open_) > 1:
            key = pieces[i].key if i < len(pieces) else -1
            if key <= open_[-1][0]:
                _, start, inner = open_.pop()
                open_[-1][2].append(self._closed(pieces[start:i], inner))
                continue
            if i + 1 == len(pieces) or pieces[i + 1].key <= key:
                open_[-1][2].append(pieces[i].unit)  # nothing nests in it
                i += 1
            elif (held := self._held(pieces, i)) is not None:
                open_[-1][2].append(held[1])
                i += len(held[0])
            else:
                open_.append((key, i, []))
                i += 1
        return top

    def _held(self, pieces: list[Piece], start: int) -> tuple[list[Piece], Unit] | None:
        """The division that begins here, when it is the one that last began with the same two pieces."""
        held = self._divisions.get((pieces[start], pieces[start + 1]))
        if held is None:
            return None
        end = start + len(held[0])
        same = pieces[start:end] == held[0] and (end == len(pieces) or pieces[end].key <= pieces[start].key)
        return held if same else None

    def _closed(self, pieces: list[Piece], inner: list[Unit]) -> Unit:
        unit = pieces[0].unit
        key = (id(unit), *map(id, inner))
        made = self._nested.get(key)
        if made is None:
            made = self._nested[key] = unit.holding((*unit.children, *inner), *inner)
        self._divisions[pieces[0], pieces[1]] = (pieces, made)
        return made


def _as_words(line: str, marked: bool) -> str:
    """A line without the backslash that is written before words which look like a heading."""
    return line[1:] if line.startswith("\\") and opens(line.lstrip("\\"), marked=marked) else line


def _lines(paragraph: str) -> str:
    return "\n".join(map(str.strip, paragraph.strip().split("\n")))


def _in_runs(pieces: list[Piece]) -> list[_Run]:
    """The pieces as runs, of which each but the first begins with a division or is long."""
    runs: list[_Run] = []
    start = 0
    for i in range(1, len(pieces) + 1):
        if i == len(pieces) or i - start == _LONGEST or not pieces[i].is_article:
            data = b"".join([piece.data for piece in pieces[start:i]])
            runs.append(_Run(data, data[: data.find(b"\n") + 1], pieces[start:i]))
            start = i
    return runs


def _has_marks(text: bytes, here: int) -> bool:
    """Whether a text has headings with marks other than that of its title."""
    return (_DEEP_MARK.match(text, here) or _DEEP_LINE.search(text, here)) is not None


class _Starts:
    """Where headings begin in a text."""

    def __init__(self, text: bytes, marked: bool) -> None:
        self.text, self.marked = text, marked
        self.line = _MARK if marked else _LINE

    def at(self, here: int) -> bool:
        """Whether a heading begins at this place, which is the first of a line but not of the text."""
        return self.line.match(self.text, here - 1) is not None and self._opens(here)

    def after(self, here: int) -> int:
        """The place of the next heading after the line that begins here, or the end."""
        while (found := self.line.search(self.text, here)) is not None:
            here = found.end()
            if self._opens(here):
                return here
        return len(self.text)

    def _opens(self, here: int) -> bool:
        if self.text.startswith(b"#", here):
            return True
        end = self.text.find(b"\n", here)
        line = self.text[here : end if end >= 0 else len(self.text)]
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
