"""How two texts differ, word by word: what was replaced, put in, left out, moved, or only laid out anew."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from .affixes import shared_end, shared_start
from .alignment import Span, changed_spans
from .grouping import grouped
from .moves import Move, moved_paragraphs
from .tokens import AROUND, accents_end, fold, may_combine, same_but_layout

if TYPE_CHECKING:
    from ..tables import Table

__all__ = ["Hunk", "HunkKind", "TextDiff", "text_diff"]


class HunkKind(StrEnum):
    """What happened to one stretch of a text."""

    EQUAL = "equal"
    LAYOUT = "layout"
    REPLACED = "replaced"
    INSERTED = "inserted"
    DELETED = "deleted"


@frozen
class Hunk:
    """A stretch of the old text and what stands in its place in the new one.

    Attributes:
        kind: EQUAL, REPLACED, INSERTED, DELETED; LAYOUT when the words are the same and only blanks, quote
            marks, dashes and the like differ. Where layout is ignored, EQUAL covers those too.
        old_start: Offset in the old text, in characters.
        old_end: Where it ends, excluded; equal to the start for an insertion.
        new_start: Offset in the new text.
        new_end: Where it ends there.
        old: The words gone.
        new: The words that came.
    """

    kind: HunkKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    old: str
    new: str


def _as_tuple(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(spans)


@frozen(repr=False)
class TextDiff:
    """The difference of two texts as hunks that cover both from start to end.

    Joining ``hunk.old`` of all hunks gives the old text, joining ``hunk.new`` the new one.

    Attributes:
        old: The old text.
        new: The new text.
        spans: Start and end in the old text, start and end in the new, of each change; in order.
        ignore_layout: Whether differences of layout count as none.
    """

    old: str
    new: str
    spans: tuple[Span, ...] = field(converter=_as_tuple)
    ignore_layout: bool = False

    @cached_property
    def hunks(self) -> tuple[Hunk, ...]:
        """Everything, in order: equal stretches and changes by turns."""
        old, new = self.old, self.new
        made = []
        a = b = 0
        for start, end, there, to in self.spans:
            if a < start or b < there:
                made.append(Hunk(HunkKind.EQUAL, a, start, b, there, old[a:start], new[b:there]))
            kind = self._kind(start, end, there, to)
            made.append(Hunk(kind, start, end, there, to, old[start:end], new[there:to]))
            a, b = end, to
        if a < len(old) or b < len(new):
            made.append(Hunk(HunkKind.EQUAL, a, len(old), b, len(new), old[a:], new[b:]))
        return tuple(made)

    def _kind(self, start: int, end: int, there: int, to: int) -> HunkKind:
        old, new = self.old[start:end], self.new[there:to]
        # Only short changes of few words can be layout; what stands beside them tells whether a blank counts.
        if not self.ignore_layout and _may_be_layout(old, new):
            around = max(start - 1, 0), max(there - 1, 0)
            if same_but_layout(self.old[around[0] : end + 1], self.new[around[1] : to + 1]):
                return HunkKind.LAYOUT
        if not old:
            return HunkKind.INSERTED
        return HunkKind.REPLACED if new else HunkKind.DELETED

    @property
    def changes(self) -> tuple[Hunk, ...]:
        """The hunks that are not EQUAL."""
        return tuple(hunk for hunk in self.hunks if hunk.kind is not HunkKind.EQUAL)

    @property
    def wording(self) -> tuple[Hunk, ...]:
        """The changes of words: neither EQUAL nor LAYOUT."""
        return tuple(hunk for hunk in self.changes if hunk.kind is not HunkKind.LAYOUT)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Paragraphs that stand unchanged at another place; their text is a deletion and an insertion too."""
        return moved_paragraphs(self.old, self.new, self.spans)

    @property
    def size(self) -> int:
        """Characters deleted and inserted together."""
        return sum(end - start + to - there for start, end, there, to in self.spans)

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.spans)

    def inverted(self) -> "TextDiff":
        """The difference from the new text back to the old one."""
        spans = tuple((there, to, start, end) for start, end, there, to in self.spans)
        return TextDiff(self.new, self.old, spans, self.ignore_layout)

    def table(self) -> "Table":
        """One row for each change: its kind, offset in the old and in the new text, old words, new words."""
        from ..tables import Table

        rows = [(h.kind.value, h.old_start, h.new_start, h.old, h.new) for h in self.changes]
        return Table(("change", "old at", "new at", "old", "new"), rows)

    def __repr__(self) -> str:
        changes = len(self.spans)
        return f"<TextDiff: {changes} change{'' if changes == 1 else 's'}, {self.size} characters>"

    def _repr_html_(self) -> str:
        return self.table().to_html()


def _may_be_layout(old: str, new: str) -> bool:
    """A quick no: what is not layout mostly has another number of letters."""
    if not old or not new:
        return len(old or new) < _LONGEST_LAYOUT and not any(map(str.isalnum, old or new))
    if abs(len(old) - len(new)) > _LONGEST_LAYOUT:
        return False
    if may_combine(old) or may_combine(new):
        return True
    ends = ((old[0], new[0]), (old[-1], new[-1]))
    return not any(a != b and a.isalnum() and b.isalnum() and a not in "ёеЁЕ" for a, b in ends)


_LONGEST_LAYOUT = 64


def text_diff(old: str, new: str, *, ignore_layout: bool = False) -> TextDiff:
    """Compare two texts word by word.

    Changes are whole words and numbers, close ones are one, and a passage that could stand in several places
    stands where a sentence or clause begins. The time taken grows about as the length of the texts.

    Args:
        old: The text before.
        new: The text after.
        ignore_layout: Leave out differences of blanks, line ends, quote marks, dashes, invisible signs,
            ё for е and blanks between digits. Otherwise they are hunks of kind LAYOUT.
    """
    if not ignore_layout:
        return TextDiff(old, new, _grouped(old, new))
    # Lines that both have at either end need no folding; whether a blank counts is told by its neighbours.
    start = shared_start(old, new)
    end = max(0, shared_end(old, new, min(len(old), len(new)) - start) - AROUND)
    start = old.rfind("\n", 0, max(0, start - AROUND)) + 1
    line = old.find("\n", len(old) - end)
    end = len(old) - line if end and line >= 0 else 0
    before, after = fold(old[start : len(old) - end]), fold(new[start : len(new) - end])
    spans: list[Span] = []
    for first, last, there, to in _grouped(before.text, after.text):
        a, b = start + before.source(first), start + after.source(there)
        end = start + before.source(last - 1) + 1 if last > first else a
        new_end = start + after.source(to - 1) + 1 if to > there else b
        spans.append((a, accents_end(old, end), b, accents_end(new, new_end)))
    return TextDiff(old, new, tuple(spans), True)


def _grouped(old: str, new: str) -> Iterable[Span]:
    return grouped(old, new, changed_spans(old, new))
