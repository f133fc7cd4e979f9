"""Changed stretches as a reader wants them: whole words and numbers, few pieces, at the seams of the text.

What two texts have in common between two changes is often chance: a comma, a blank, an article. Such islands
are taken into the change around them, unless a line or a sentence ends there. A passage that is only new or
only gone could often stand a few words further left or right; it goes where a sentence or clause begins.
"""

from collections.abc import Iterable
from typing import Final

from .alignment import Span
from .tokens import inside_number

__all__ = ["grouped"]

# An island goes under when four times its length is no more than the smaller change beside it.
_ISLAND: Final = 8
_FURTHEST: Final = 400
_DIGITS: Final = frozenset("0123456789")
_SENTENCE: Final = (". ", "; ", "! ", "? ", ": ", "। ", "。", "；")


def grouped(old: str, new: str, spans: Iterable[Span]) -> list[Span]:
    """Merge and move *spans*, the changes of two texts, so that they read well; the rest stays equal."""
    made: list[Span] = []
    given = [*spans, (len(old), len(old), len(new), len(new))]
    last = (0, 0, 0, 0)
    for at in range(len(given) - 1):
        start, end, there, to = span = given[at]
        edges = old[start - 1 : start + 1], old[end - 1 : end + 1], new[there : there + 1], new[to - 1 : to]
        if not _DIGITS.isdisjoint("".join(edges)):
            start, end, there, to = span = _whole_numbers(old, new, span, last[1], given[at + 1][0])
        if made and _is_island(old, last, span):
            last = made[-1] = (last[0], end, last[2], to)
            continue
        if start == end or there == to:
            span = _at_seam(old, new, span, last[1], given[at + 1][0])
            if made and span[0] == last[1]:  # it went left as far as the change before it
                last = made[-1] = (last[0], span[1], last[2], span[3])
                continue
        made.append(span)
        last = span
    return _with_lines_apart(old, new, made)


def _is_island(old: str, last: Span, span: Span) -> bool:
    between = span[0] - last[1]
    if between <= 0:
        return True
    island = old[last[1] : span[0]]
    if "\n" in island:
        return False
    if between < 4 and not any(map(str.isalnum, island)):
        return not island.startswith(_SENTENCE)
    smaller = min(last[1] - last[0] + last[3] - last[2], span[1] - span[0] + span[3] - span[2])
    return between * _ISLAND <= smaller and not any(sign in island for sign in _SENTENCE)


def _whole_numbers(old: str, new: str, span: Span, after: int, before: int) -> Span:
    """Widen a change that begins or ends inside a number to all of it: 75 000 to 15 000, not 75 to 15."""
    start, end, there, to = span
    left = right = 0
    for text, at in ((old, start), (new, there)):
        if held := inside_number(text, at):
            left = max(left, at - held[0])
    for text, at in ((old, end), (new, to)):
        if held := inside_number(text, at):
            right = max(right, held[1] - at)
    # Up to the changes beside it both texts are equal, so that one step is right for both.
    left, right = min(left, start - after), min(right, before - end)
    return start - left, end + right, there - left, to + right


def _at_seam(old: str, new: str, span: Span, after: int, before: int) -> Span:
    """Move a passage that only one text has to the best of the places where it may as well stand."""
    start, end, there, to = span
    text, first, stop = (new, there, to) if start == end else (old, start, end)
    left, right = min(start - after, _FURTHEST), min(before - end, _FURTHEST)
    best, where = _seam(text, first, stop), 0
    step = 1
    # It may go left while its end repeats what stands before it, right while its start repeats what follows.
    while step <= left and text[first - step] == text[stop - step]:
        if (score := _seam(text, first - step, stop - step)) > best:
            best, where = score, -step
        step += 1
    step = 0
    while step < right and text[first + step] == text[stop + step]:
        step += 1
        if (score := _seam(text, first + step, stop + step)) > best:
            best, where = score, step
    return start + where, end + where, there + where, to + where


def _with_lines_apart(old: str, new: str, spans: list[Span]) -> list[Span]:
    """The same changes, those within a line kept apart from whole lines that come or go after it.

    Where ``less.`` became ``more.`` and a line followed, the full stop that stays is that of the first line.
    """
    made: list[Span] = []
    for at, span in enumerate(spans):
        start, end, there, to = span
        if start < end and there < to:
            if end - start == to - there and old[start:end] == new[there:to]:
                continue  # two changes and what was between them came to nothing
            gone, come = old.find("\n", start, end), new.find("\n", there, to)
            if (gone < 0) != (come < 0):
                before = spans[at + 1][0] if at + 1 < len(spans) else len(old)
                stop = old.find("\n", end, min(before, end + _FURTHEST))
                tail = old[end:stop] if stop > end else ""
                if tail and gone < 0 and new[there:come].endswith(tail):
                    made.append((start, end, there, come - len(tail)))
                    span = stop, stop, come, to + len(tail)
                elif tail and come < 0 and old[start:gone].endswith(tail):
                    made.append((start, gone - len(tail), there, to))
                    span = gone, stop, to + len(tail), to + len(tail)
        made.append(span)
    return made


def _seam(text: str, first: int, stop: int) -> int:
    """How well a passage reads that begins at *first* and ends before *stop*."""
    before = text[first - 1 : first]
    if before in ("\n", ""):
        return 5
    if text[first : first + 1] == "\n" and text[stop : stop + 1] in ("\n", ""):
        return 4
    if before != " ":
        return 0 if before.isalnum() and text[first : first + 1].isalnum() else 1
    sign = text[first - 2 : first - 1]
    if sign in ".;!?:":
        return 3
    return 2 if sign == "," else 1
