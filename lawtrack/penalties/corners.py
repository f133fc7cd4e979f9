"""The order of outcomes, and of sets of outcomes.

An outcome is one concrete sentence: some amount of each of several kinds. One outcome is at most as harsh
as another when each of its penalties can be answered by a different penalty of the other: of the same kind
and no smaller, or of a kind that the ladder ranks above. Penalties absent count as nothing.
Every option is a box of outcomes with one mildest and one harshest corner, so comparing corners compares
boxes.

A penalty of the same kind that bears on another thing is no smaller only where that thing counts as no less.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from .ladder import PenaltyLadder

__all__ = ["AtMost", "Outcome", "at_most", "by_ladder", "ceiling_below", "floor_below"]

Penalty = tuple[str, Any, Any]
"""A kind, what it bears on and how much, the last two as the caller's order of penalties knows them."""

Outcome = tuple[Penalty, ...]

AtMost = Callable[[Penalty, Penalty], bool]
"""Whether one penalty is no harsher than another."""

_NOTHING: frozenset[str] = frozenset()


def at_most(
    x: Outcome,
    y: Outcome,
    point_at_most: AtMost,
    shared: Collection[str] = _NOTHING,
) -> bool:
    """Whether each penalty of *x* has an answer of its own in *y*.

    Of a kind in *shared*, one penalty of *y* may answer several of *x*.
    """
    if shared:
        x = tuple(
            p for p in x if p[0] not in shared or not any(p[0] == q[0] and point_at_most(p, q) for q in y)
        )
    if len(x) > len(y):
        return False
    if len(x) == 1:
        return any(point_at_most(x[0], q) for q in y)
    answered: dict[int, int] = {}

    def answer(i: int, tried: set[int]) -> bool:
        for j, point in enumerate(y):
            if j not in tried and point_at_most(x[i], point):
                tried.add(j)
                if j not in answered or answer(answered[j], tried):
                    answered[j] = i
                    return True
        return False

    return all(answer(i, set()) for i in range(len(x)))


def floor_below(
    a: Iterable[Outcome],
    b: Iterable[Outcome],
    point_at_most: AtMost,
    shared: Collection[str] = _NOTHING,
) -> bool:
    """Whether each mildest outcome of *b* is at least as harsh as one of *a*."""
    held = tuple(a)
    return all(any(at_most(x, y, point_at_most, shared) for x in held) for y in b)


def ceiling_below(
    a: Iterable[Outcome],
    b: Iterable[Outcome],
    point_at_most: AtMost,
    shared: Collection[str] = _NOTHING,
) -> bool:
    """Whether each harshest outcome of *a* is matched or exceeded by one of *b*."""
    held = tuple(b)
    return all(any(at_most(x, y, point_at_most, shared) for y in held) for x in a)


def by_ladder(ladder: PenaltyLadder | None, same_kind: AtMost) -> AtMost:
    """The order of penalties: *same_kind* within a kind, *ladder* between kinds."""
    if ladder is None:
        return lambda p, q: p[0] == q[0] and same_kind(p, q)
    below = ladder.below
    return lambda p, q: same_kind(p, q) if p[0] == q[0] else below(p[0], q[0])
