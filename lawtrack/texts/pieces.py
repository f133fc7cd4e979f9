"""A difference as a row of pieces to print: kept, deleted, inserted, moved, laid out anew; and figures."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Final

from attrs import frozen

from .differences import Hunk, HunkKind, TextDiff
from .figures import Figure, figures_touching

__all__ = ["Piece", "PieceKind", "beside_figures", "changed_figures", "pieces"]


class PieceKind(StrEnum):
    """How one piece of a redline is printed."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED_AWAY = "moved away"
    MOVED_HERE = "moved here"
    LAYOUT = "layout"
    LEFT_OUT = "left out"


@frozen
class Piece:
    """Words that are printed in one way.

    Attributes:
        kind: Which way.
        text: The words; for LEFT_OUT what is not shown.
        is_figure: Whether they are part of a number, duration, amount or date that changed.
    """

    kind: PieceKind
    text: str
    is_figure: bool = False


def pieces(diff: TextDiff, context: int | None = None) -> Iterator[Piece]:
    """The redline in order; of kept stretches only *context* characters beside each change, if given."""
    moved_away = [(move.old_start, move.old_end) for move in diff.moves]
    moved_here = sorted((move.new_start, move.new_end) for move in diff.moves)
    last = len(diff.hunks) - 1
    for place, hunk in enumerate(diff.hunks):
        if hunk.kind is HunkKind.EQUAL:
            yield from _kept(hunk.new, context, is_first=place == 0, is_last=place == last)
        elif hunk.kind is HunkKind.LAYOUT:
            yield Piece(PieceKind.LAYOUT, hunk.new)
        else:
            figures = changed_figures(diff, hunk)
            yield from _side(diff, hunk, moved_away, [old for old, _ in figures], is_old=True)
            yield from _side(diff, hunk, moved_here, [new for _, new in figures], is_old=False)


def _kept(text: str, context: int | None, *, is_first: bool, is_last: bool) -> Iterator[Piece]:
    if context is None:
        yield Piece(PieceKind.KEPT, text)
        return
    start = 0 if is_first else context
    end = len(text) if is_last else max(len(text) - context, 0)
    if start > 0:
        start = _next_blank(text, start)
    if end < len(text):
        end = text.rfind(" ", 0, end) + 1
    if end - start <= max(context, 1):
        yield Piece(PieceKind.KEPT, text)
        return
    if start:
        yield Piece(PieceKind.KEPT, text[:start])
    yield Piece(PieceKind.LEFT_OUT, text[start:end])
    if end < len(text):
        yield Piece(PieceKind.KEPT, text[end:])


def _next_blank(text: str, at: int) -> int:
    blank = text.find(" ", at)
    return len(text) if blank < 0 else blank


_LONGEST: Final = 800


def changed_figures(diff: TextDiff, hunk: Hunk) -> list[tuple[Figure, Figure]]:
    """Figures of a replacement that gave way to one of the same kind, old and new, in order.

    A number without a unit counts only when nothing else of the change differs: in a passage that was
    written anew, 2 and 1 are numbers of something else. Long passages are taken to be written anew.
    """
    if hunk.kind is not HunkKind.REPLACED or len(hunk.old) + len(hunk.new) > _LONGEST:
        return []
    before = figures_touching(diff.old, hunk.old_start, hunk.old_end)
    after = figures_touching(diff.new, hunk.new_start, hunk.new_end)
    is_alone = _around(hunk.old, hunk.old_start, before) == _around(hunk.new, hunk.new_start, after)
    if not is_alone:
        before = [figure for figure in before if figure.kind != "number"]
        after = [figure for figure in after if figure.kind != "number"]
    if [figure.kind for figure in before] != [figure.kind for figure in after] and not is_alone:
        return []
    return [(old, new) for old, new in zip(before, after, strict=False) if old.text != new.text]


def beside_figures(hunk: Hunk, pairs: list[tuple[Figure, Figure]]) -> tuple[str, str]:
    """The old and new words of a replacement without the figures that gave way to each other."""
    old = _around(hunk.old, hunk.old_start, [before for before, _ in pairs])
    new = _around(hunk.new, hunk.new_start, [after for _, after in pairs])
    return " ".join("".join(old).split()), " ".join("".join(new).split())


def _around(text: str, start: int, figures: list[Figure]) -> list[str]:
    """The words of a change between its figures."""
    cuts = [0, *(at - start for figure in figures for at in (figure.start, figure.end)), len(text)]
    cuts = [min(max(at, 0), len(text)) for at in cuts]
    return [text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _side(
    diff: TextDiff, hunk: Hunk, moved: list[tuple[int, int]], figures: list[Figure], *, is_old: bool
) -> Iterator[Piece]:
    """What one text has in a change: cut where figures and moved paragraphs begin and end."""
    text, start, end = (
        (diff.old, hunk.old_start, hunk.old_end) if is_old else (diff.new, hunk.new_start, hunk.new_end)
    )
    if start == end:
        return
    plain = PieceKind.DELETED if is_old else PieceKind.INSERTED
    away = PieceKind.MOVED_AWAY if is_old else PieceKind.MOVED_HERE
    inside = [(max(a, start), min(b, end)) for a, b in moved if a < end and b > start]
    numbers = [(max(f.start, start), min(f.end, end)) for f in figures]
    cuts = sorted({start, end, *(at for pair in (*inside, *numbers) for at in pair)})
    for first, stop in pairwise(cuts):
        is_moved = any(a <= first and stop <= b for a, b in inside)
        is_figure = not is_moved and any(a <= first and stop <= b for a, b in numbers)
        yield Piece(away if is_moved else plain, text[first:stop], is_figure)
