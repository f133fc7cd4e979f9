"""What penalties of one kind bear on, and how the things may stand to each other.

Confiscation of the car and confiscation of the house are no amounts of one thing: nothing in the two clauses
says whether one is more, less or as much, or whether they can be set against each other at all. Each *view*
is one complete answer for all the things that a comparison meets; a verdict is worked out under each of them.
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import product

from attrs import frozen

from .offers import Corners

__all__ = ["MOST_THINGS", "View", "views", "views_of"]

MOST_THINGS = 4
"""Most different things, of one kind of penalty, whose order is looked at; beyond it nothing is decided."""

Order = tuple[tuple[bool, ...], ...]
"""Whether the thing of the row counts as no more than that of the column."""


@frozen
class View:
    """One way to see the things of one kind.

    Attributes:
        at_most: Whether the first thing counts as no more than the second, by their numbers.
        shared: Whether a penalty that bears on one thing may answer for several on other things
            (confiscation of all property for that of the car and of the house).
    """

    at_most: Order
    shared: bool = False


@lru_cache(maxsize=MOST_THINGS)
def views(count: int) -> tuple[Order, ...]:
    """Every reflexive and transitive order of *count* things, the one that connects none first."""
    pairs = [(i, j) for i in range(count) for j in range(count) if i != j]
    found = []
    for chosen in product((False, True), repeat=len(pairs)):
        held = dict(zip(pairs, chosen, strict=True))
        order = tuple(tuple(i == j or held[i, j] for j in range(count)) for i in range(count))
        if _is_transitive(order):
            found.append(order)
    return tuple(found)


def _is_transitive(order: Order) -> bool:
    size = range(len(order))
    return all(order[i][k] for i in size for j in size if i != j and order[i][j] for k in size if order[j][k])


def views_of(kind: str, a: Corners, b: Corners) -> tuple[Mapping[str | None, int], tuple[View, ...]]:
    """Numbers for the things that penalties of *kind* bear on, and the views; none when there are too many.

    A thing that the clause leaves out is one of them: it may be anything.
    """
    before, after = a.bearings.get(kind, frozenset()), b.bearings.get(kind, frozenset())
    things = sorted(before | after, key=lambda thing: (thing is not None, thing or ""))
    numbers = {thing: i for i, thing in enumerate(things)}
    if len(things) > MOST_THINGS:
        return numbers, ()
    orders = views(len(things))
    held = tuple(map(View, orders))
    # Where one side only adds to the things of the other, they are things apart for both.
    if before <= after or after <= before or not (_repeats(kind, a) or _repeats(kind, b)):
        return numbers, held
    return numbers, (*held, *(View(order, True) for order in orders))


def _repeats(kind: str, corners: Corners) -> bool:
    return any(sum(point[0] == kind for point in corner) > 1 for corner in corners.ceilings)
