"""The mildest and the harshest outcome of each option, and the order of outcomes.

An outcome is one concrete sentence: some amount of each of several kinds. One outcome is at most as harsh
as another when each of its penalties can be answered by a different penalty of the other: of the same kind
and no smaller, or of a kind that the ladder ranks above. Penalties absent count as nothing.
Every option is a box of outcomes with one mildest and one harshest corner, so comparing corners compares
boxes.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from attrs import frozen

from ..missing import Missing
from .kinds import UNMEASURED
from .ladder import PenaltyLadder
from .normal import canonical_bound
from .parts import Component
from .units import GENERAL_PART, Bound
from .worlds import Value

__all__ = ["Corner", "Corners", "Point", "at_most", "by_ladder", "ceiling_below", "corners_of", "floor_below"]

V = TypeVar("V")

Point = tuple[str, V]
"""A kind and how much of it."""

Corner = tuple[tuple[str, V], ...]
"""An outcome."""

AtMost = Callable[[tuple[str, V], tuple[str, V]], bool]


@frozen
class Corners:
    """The corners of several options, and the low and high value of each of their components."""

    floors: tuple[Corner[Value], ...]
    ceilings: tuple[Corner[Value], ...]
    spans: tuple[tuple[str, Value, Value], ...]


def corners_of(
    options: Iterable[Sequence[Component]], *, true: frozenset[str], side: str, shared_general_part: bool
) -> Corners:
    """Corners of expanded *options* when just the conditions in *true* hold.

    *side* marks open ends that need not equal those of the other side.
    """
    floors: list[Corner[Value]] = []
    ceilings: list[Corner[Value]] = []
    spans: list[tuple[str, Value, Value]] = []
    for i, option in enumerate(options):
        floor: list[Point[Value]] = []
        ceiling: list[Point[Value]] = []
        for j, component in enumerate(option):
            if component.condition is not None and component.condition not in true:
                continue
            kind = component.meant_kind
            low, high = _values(component, f"{side}{i}.{j}", "" if shared_general_part else side)
            spans.append((kind, low, high))
            if component.flag != "?":
                floor.append((kind, low))
            ceiling.append((kind, high))
        floors.append(tuple(floor))
        ceilings.append(tuple(ceiling))
    return Corners(_distinct(floors), _distinct(ceilings), tuple(dict.fromkeys(spans)))


def _distinct(corners: Iterable[Corner[Value]]) -> tuple[Corner[Value], ...]:
    return tuple(dict.fromkeys(corners))


def _values(component: Component, place: str, side: str) -> tuple[Value, Value]:
    low, high = (canonical_bound(bound, keep_words=True) for bound in component.ends)
    sign = component.span.sign if component.span else ""
    cap = None if component.cap is None else canonical_bound(component.cap, keep_words=True)
    general = "" if component.meant_kind in UNMEASURED else side
    return (
        Value(
            bound=low,
            edge=1 if sign == ">" else 0,
            per=component.per,
            cap=cap,
            mark=_mark(low, "minimum", place, general),
        ),
        Value(
            bound=high,
            edge=-1 if sign == "<" else 0,
            per=component.per,
            cap=cap,
            mark=_mark(high, "maximum", place, general),
        ),
    )


def _mark(bound: Bound, end: str, place: str, general: str) -> str:
    if bound is GENERAL_PART:
        return f"{end} {general}"
    return f"{end} {place}" if isinstance(bound, Missing) else ""


def at_most(x: Corner[V], y: Corner[V], point_at_most: AtMost[V]) -> bool:
    """Whether each penalty of *x* has an answer of its own in *y*."""
    if len(x) > len(y):
        return False
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


def floor_below(a: Iterable[Corner[V]], b: Iterable[Corner[V]], point_at_most: AtMost[V]) -> bool:
    """Whether each mildest outcome of *b* is at least as harsh as one of *a*."""
    held = tuple(a)
    return all(any(at_most(x, y, point_at_most) for x in held) for y in b)


def ceiling_below(a: Iterable[Corner[V]], b: Iterable[Corner[V]], point_at_most: AtMost[V]) -> bool:
    """Whether each harshest outcome of *a* is matched or exceeded by one of *b*."""
    held = tuple(b)
    return all(any(at_most(x, y, point_at_most) for y in held) for x in a)


def by_ladder(ladder: PenaltyLadder | None, same_kind: Callable[[str, V, V], bool]) -> AtMost[V]:
    """The order of points: *same_kind* within a kind, *ladder* between kinds."""

    def point_at_most(p: Point[V], q: Point[V]) -> bool:
        if p[0] == q[0]:
            return same_kind(p[0], p[1], q[1])
        return ladder is not None and ladder.below(p[0], q[0])

    return point_at_most
