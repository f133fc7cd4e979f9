"""Which stretches of two texts correspond: exact, near-linear, word by word where it matters.

The ends that two texts share are cut off first, at the speed of comparing memory. Long texts are then
anchored on lines that stand once in each, long ones first; what is left between anchors is aligned by the
longest common row of words, which rapidfuzz finds with bit-parallel arithmetic, and at last token by token
inside what differs. A row too long for that is split at words that stand once on both sides, and cut at even
places where there are none, so that no pair of texts takes time or memory as the product of their lengths.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from math import isqrt
from typing import Any, Final, TypeAlias

from .affixes import shared_end, shared_start
from .rising import longest_rising
from .tokens import tokens

__all__ = ["Span", "changed_spans"]

Span: TypeAlias = tuple[int, int, int, int]
"""Start and end in the old text, start and end in the new one."""

# A table of matches has a bit for each pair of units: eight megabytes at most, a few milliseconds to fill.
_MOST_PAIRS: Final = 1 << 26
# Texts shorter than this are words to each other; anchors would cost more than they save.
_LONG: Final = 12_000
_LONG_PARAGRAPH: Final = 40

# What stands once in a stretch splits it, and what then stands once in a part splits that. Real texts need
# three rounds; what resists longer is aligned as it is.
_DEEPEST: Final = 6

_Blocks: TypeAlias = list[tuple[int, int, int]]
"""Where a run of equal units begins in either row, and its length; in order."""


def changed_spans(old: str, new: str) -> list[Span]:
    """Where two texts differ, in order; what lies between the spans is equal, character by character.

    Spans neither touch nor are empty on both sides. Time grows with the length of the texts and with
    how much they differ, and is bounded whatever they hold.
    """
    if old == new:
        return []
    spans: list[Span] = []
    if len(old) > _LONG and len(new) > _LONG:
        _by_paragraphs(old, new, spans)
    else:
        _by_words(old, new, 0, 0, spans)
    return spans


def _by_words(old: str, new: str, old_at: int, new_at: int, spans: list[Span]) -> None:
    """Align two texts that begin at *old_at* and *new_at* by what stands between blanks."""
    start = shared_start(old, new)
    end = shared_end(old, new, min(len(old), len(new)) - start)
    # Back to a blank on either side, so that no word is cut.
    start = old.rfind(" ", 0, start) + 1
    if end:
        blank = old.find(" ", len(old) - end)
        end = len(old) - blank if blank >= 0 else 0
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    old_at, new_at = old_at + start, new_at + start
    if not left or not right:
        if left or right:
            _add(spans, old_at, old_at + len(left), new_at, new_at + len(right))
        return
    ours, theirs = left.split(" "), right.split(" ")
    if len(ours) == 1 or len(theirs) == 1:
        _by_tokens(left, right, old_at, new_at, spans)
        return
    blocks = _matched(ours, theirs)
    a = b = 0  # where the stretch begins that no block has claimed
    # Where a word begins: the lengths of those before it, and a blank after each.
    ours_before, theirs_before = _lengths(ours), _lengths(theirs)
    for i, j, size in blocks:
        to_a, to_b = ours_before[i] + i, theirs_before[j] + j
        if to_a > a or to_b > b:
            _between(left, right, a, to_a, b, to_b, old_at, new_at, spans)
        length = ours_before[i + size] + i + size - to_a
        if i + size == len(ours) or j + size == len(theirs):
            length -= 1  # the last word has no blank behind it
        a, b = to_a + length, to_b + length
    if a < len(left) or b < len(right):
        _between(left, right, a, len(left), b, len(right), old_at, new_at, spans)


def _lengths(units: Iterable[str]) -> list[int]:
    """The length of all units before each, and of all at the end."""
    return [*accumulate(map(len, units), initial=0)]


def _between(
    left: str, right: str, a: int, to_a: int, b: int, to_b: int, old_at: int, new_at: int, spans: list[Span]
) -> None:
    """What stands between two blocks of equal words: gone, new, or other words for words."""
    if a == to_a or b == to_b:
        _add(spans, old_at + a, old_at + to_a, new_at + b, new_at + to_b)
    else:
        _by_tokens(left[a:to_a], right[b:to_b], old_at + a, new_at + b, spans)


def _by_tokens(left: str, right: str, old_at: int, new_at: int, spans: list[Span]) -> None:
    """Align two texts by words without the signs that touch them."""
    if left[-1] == right[-1] == " " and _is_word(left[:-1]) and _is_word(right[:-1]):
        _add(spans, old_at, old_at + len(left) - 1, new_at, new_at + len(right) - 1)
        return
    ours, theirs = tokens(left), tokens(right)
    a = b = i = j = 0
    for to_i, to_j, size in (*_matched(ours, theirs), (len(ours), len(theirs), 0)):
        gone, come = sum(map(len, ours[i:to_i])), sum(map(len, theirs[j:to_j]))
        # One text may be cut into other tokens than the other, and still have the same words here.
        if (gone or come) and left[a : a + gone] != right[b : b + come]:
            _add(spans, old_at + a, old_at + a + gone, new_at + b, new_at + b + come)
        i, j = to_i + size, to_j + size
        same = sum(map(len, ours[to_i:i]))
        a, b = a + gone + same, b + come + same


def _is_word(text: str) -> bool:
    """Whether it is a single token: letters and digits of scripts that write blanks."""
    return text.isalnum() and max(text) < "\u0e00"


def _add(spans: list[Span], old_start: int, old_end: int, new_start: int, new_end: int) -> None:
    """Append a span, or widen the last one when the new one touches it."""
    if spans and spans[-1][1] == old_start and spans[-1][3] == new_start:
        first = spans[-1]
        spans[-1] = (first[0], old_end, first[2], new_end)
    else:
        spans.append((old_start, old_end, new_start, new_end))


def _by_paragraphs(old: str, new: str, spans: list[Span]) -> None:
    """Align two long texts by paragraphs that each has once, and by words between those."""
    start = shared_start(old, new)
    end = shared_end(old, new, min(len(old), len(new)) - start)
    start = old.rfind("\n", 0, start) + 1
    if end:
        line = old.find("\n", len(old) - end)
        end = len(old) - line - 1 if line >= 0 else 0
    left, right = old[start : len(old) - end], new[start : len(new) - end]
    ours, theirs = left.splitlines(keepends=True), right.splitlines(keepends=True)
    our_places, their_places = _lengths(ours), _lengths(theirs)
    todo = [(0, len(ours), 0, len(theirs), 0)]
    while todo:
        i, to_i, j, to_j, depth = todo.pop()
        while i < to_i and j < to_j and ours[i] == theirs[j]:
            i, j = i + 1, j + 1
        while i < to_i and j < to_j and ours[to_i - 1] == theirs[to_j - 1]:
            to_i, to_j = to_i - 1, to_j - 1
        a, to_a, b, to_b = our_places[i], our_places[to_i], their_places[j], their_places[to_j]
        if a == to_a and b == to_b:
            continue
        if a == to_a or b == to_b:
            _add(spans, start + a, start + to_a, start + b, start + to_b)
            continue
        is_long = to_a - a + to_b - b > _LONG and depth < _DEEPEST
        if gaps := _gaps(ours, theirs, i, to_i, j, to_j) if is_long else []:
            todo += ((*gap, depth + 1) for gap in reversed(gaps))
        else:
            _by_words(left[a:to_a], right[b:to_b], start + a, start + b, spans)


def _gaps(
    ours: list[str], theirs: list[str], i: int, to_i: int, j: int, to_j: int
) -> list[tuple[int, int, int, int]]:
    """The stretches that anchors leave between them; none when there is no anchor."""
    ranges = ours[i:to_i], theirs[j:to_j]
    anchors = _anchors(*ranges, _LONG_PARAGRAPH) or _anchors(*ranges, 2)
    if not anchors:
        return []
    gaps = []
    a, b = i, j
    for at, there in (*((i + x, j + y) for x, y in anchors), (to_i, to_j)):
        if a < at or b < there:
            gaps.append((a, at, b, there))
        a, b = at + 1, there + 1
    return gaps


def _anchors(ours: Sequence[str], theirs: Sequence[str], shortest: int) -> list[tuple[int, int]]:
    """Places of the units that stand once in each row and in the same order in both, as many as there are."""
    once = {unit: at for at, unit in enumerate(ours) if len(unit) >= shortest}
    counts = Counter(ours)
    other = {unit: at for at, unit in enumerate(theirs) if unit in once and counts[unit] == 1}
    twice = Counter(unit for unit in theirs if unit in other)
    pairs = [(once[unit], there) for unit, there in other.items() if twice[unit] == 1]
    pairs.sort()
    return [pairs[at] for at in longest_rising(there for _, there in pairs)]


def _matched(ours: list[str], theirs: list[str], depth: int = 0) -> _Blocks:
    """The longest common row of two rows of units, as blocks; a good one when the rows are very long."""
    if len(ours) * len(theirs) <= _MOST_PAIRS:
        return _longest_common(ours, theirs)
    start, most = 0, min(len(ours), len(theirs))
    while start < most and ours[start] == theirs[start]:
        start += 1
    end = 0
    while end < most - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    left, right = ours[start : len(ours) - end], theirs[start : len(theirs) - end]
    blocks = [(0, 0, start)] if start else []
    anchors = _anchors(left, right, 2) if depth < _DEEPEST else []
    cuts = anchors or _even_cuts(len(left), len(right))
    size = 1 if anchors else 0
    i = j = 0
    for at, there in (*cuts, (len(left), len(right))):
        if i < at and j < there:
            blocks += [
                (start + i + x, start + j + y, n)
                for x, y, n in _matched(left[i:at], right[j:there], depth + 1)
            ]
        if size and at < len(left):
            blocks.append((start + at, start + there, 1))
        i, j = at + size, there + size
    if end:
        blocks.append((len(ours) - end, len(theirs) - end, end))
    return blocks


def _even_cuts(ours: int, theirs: int) -> list[tuple[int, int]]:
    """Places that cut two long rows into as many stretches, short enough for a table of matches."""
    count = -(-max(ours, theirs) // isqrt(_MOST_PAIRS))
    return [(ours * n // count, theirs * n // count) for n in range(1, count)]


def _longest_common(ours: list[str], theirs: list[str]) -> _Blocks:
    if not ours or not theirs:
        return []
    from rapidfuzz.distance import Indel  # late: importing lawtrack loads nothing that only texts need

    find: Callable[..., Any] = Indel.opcodes
    blocks: _Blocks = list(find(ours, theirs).as_matching_blocks())[:-1]
    if any(ours[i : i + size] != theirs[j : j + size] for i, j, size in blocks):
        # rapidfuzz compares hashes; two words with one hash are as good as impossible, and not fatal.
        numbers: dict[str, int] = {}
        rows = ([numbers.setdefault(unit, len(numbers)) for unit in row] for row in (ours, theirs))
        blocks = list(find(*rows).as_matching_blocks())[:-1]
    return blocks
