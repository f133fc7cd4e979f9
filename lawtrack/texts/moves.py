"""Paragraphs that went to another place of a text without a change."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from .alignment import Span

__all__ = ["Move", "moved_paragraphs"]

# Shorter lines (numbers, headings such as "General provisions") come back by chance.
_SHORTEST: Final = 25
_FEWEST_WORDS: Final = 4


@frozen
class Move:
    """One or more whole lines, the same at two places.

    Attributes:
        old_start: Offset in the old text where the lines begin.
        old_end: Where they end there, before the last line end.
        new_start: Offset in the new text.
        new_end: Where they end there.
        text: The lines.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    text: str


def moved_paragraphs(old: str, new: str, spans: Iterable[Span]) -> tuple[Move, ...]:
    """Lines of at least four words that were deleted once and inserted once; in the order of the old text.

    Lines that follow each other at both places, blank ones between them aside, are one move.
    """
    spans = tuple(spans)
    gone = list(_lines(old, ((start, end) for start, end, _, _ in spans)))
    come = list(_lines(new, ((there, to) for _, _, there, to in spans)))
    once = {text for text, n in Counter(text for _, text in gone).items() if n == 1}
    counts = Counter(text for _, text in come)
    places = {text: at for at, text in come if counts[text] == 1}
    moves: list[Move] = []
    for at, text in gone:
        if text not in once or text not in places:
            continue
        to = places[text]
        last = moves[-1] if moves else None
        if (
            last
            and last.new_end < to
            and not old[last.old_end : at].strip()
            and not new[last.new_end : to].strip()
        ):
            start, there = last.old_start, last.new_start
            between = old[start : at + len(text)]
            if between == new[there : to + len(text)]:
                moves[-1] = Move(start, at + len(text), there, to + len(text), between)
                continue
        moves.append(Move(at, at + len(text), to, to + len(text), text))
    return tuple(moves)


def _lines(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Offset and words of each line, blanks around it aside, that lies in one of the ranges as a whole."""
    for start, end in ranges:
        if end - start < _SHORTEST:
            continue
        at = start
        for line in text[start:end].split("\n"):
            words = line.strip()
            first = at + line.find(words) if words else at
            last = first + len(words)
            at += len(line) + 1
            if len(words) < _SHORTEST or words.count(" ") < _FEWEST_WORDS - 1:
                continue
            # A line that goes on outside the range is not gone, only changed.
            before = text[text.rfind("\n", 0, first) + 1 : first]
            stop = text.find("\n", last)
            if not before.strip() and not text[last : len(text) if stop < 0 else stop].strip():
                yield first, words
