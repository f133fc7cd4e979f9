"""Compare sanctions: is the second harsher, milder, equivalent, or neither?

A sanction is the set of outcomes a court may impose, and sets are compared in the three usual ways
(Hoare, Smyth, Egli-Milner in the order literature). The *ceiling* does not fall when each harshest outcome
before is matched or exceeded after; the *floor* does not fall when each mildest outcome after is at least
as harsh as one before; *overall* is both.

How open questions are read:

- An end the clause leaves to the general part is some finite amount (or, at the top, unlimited), within the
  other end of its span, and the same for every penalty of that kind on both sides; with
  ``same_general_part=False`` each side has its own. An UNKNOWN end may be anything, life included.
- Amounts in units that only outside facts connect (MCI and money, months and days, two bases, two
  references) may stand either way wherever the calendar or zero does not settle it.
- ``if("…")`` may hold or not; the same words hold on both sides or on neither.

The verdict is computed in every case left and the answers are collected.

A ladder never turns harsher into milder or incomparable. It may turn it into equivalent: once a fine is
known to be milder than any prison, a higher minimum of prison beside that fine leaves the floor where it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Protocol, TypeVar

from attrs import frozen

from ..missing import UNKNOWN, Missing
from ..verdicts import ANY, Verdict, Verdicts
from ..verdicts import tiers as tiers_of
from .corners import Corner, Corners, by_ladder, ceiling_below, corners_of, floor_below
from .kinds import UNMEASURED
from .ladder import PenaltyLadder
from .pairing import Pair, pair_tracks, with_nothing
from .parts import Track, side_words
from .units import GENERAL_PART
from .worlds import Ranks, TooManyWorlds, Value, ValueOrder

__all__ = ["HasTracks", "SanctionComparison", "compare_sanctions", "tiers"]

_MOST_CONDITIONS = 4
_MOST_CASES = 600
_MOVED = {
    Verdict.MORE_RESTRICTIVE: "up",
    Verdict.LESS_RESTRICTIVE: "down",
    Verdict.EQUIVALENT: "same",
    Verdict.INCOMPARABLE: "incomparable",
}


class HasTracks(Protocol):
    """Anything made of tracks: a Sanction."""

    @property
    def tracks(self) -> tuple[Track, ...]:
        """The tracks, in order of the text."""


S = TypeVar("S", bound=HasTracks)


@frozen(kw_only=True)
class SanctionComparison:
    """How one sanction compares with an earlier one.

    Attributes:
        overall: MORE_RESTRICTIVE when the second is harsher.
        floor: The same for the mildest outcomes alone: more restrictive means it went up.
        ceiling: The same for the harshest outcomes alone.
        ladder: Name of the ladder used; None without one.
        basis: What the verdict rests on, as sentences.
    """

    overall: Verdicts
    floor: Verdicts
    ceiling: Verdicts
    ladder: str | None = None
    basis: tuple[str, ...] = ()

    @property
    def floor_moved(self) -> str:
        """``up``, ``down``, ``same``, ``incomparable`` or ``unknown``."""
        return _moved(self.floor)

    @property
    def ceiling_moved(self) -> str:
        """``up``, ``down``, ``same``, ``incomparable`` or ``unknown``."""
        return _moved(self.ceiling)

    def words(self) -> str:
        """The overall verdict in words: HARSHER, MILDER, EQUIVALENT, INCOMPARABLE or UNKNOWN (…)."""
        return self.overall.words(sanction=True)

    def mirror(self) -> "SanctionComparison":
        """The comparison made the other way round."""
        return SanctionComparison(
            overall=self.overall.mirror(),
            floor=self.floor.mirror(),
            ceiling=self.ceiling.mirror(),
            ladder=self.ladder,
            basis=self.basis,
        )

    def __str__(self) -> str:
        return f"{self.words()} (floor {self.floor_moved}, ceiling {self.ceiling_moved})"


def _moved(verdicts: Verdicts) -> str:
    verdict = verdicts.verdict
    return "unknown" if isinstance(verdict, Missing) else _MOVED[verdict]


def compare_sanctions(
    before: HasTracks,
    after: HasTracks,
    *,
    ladder: PenaltyLadder | None = None,
    same_general_part: bool = True,
) -> SanctionComparison:
    """Say how *after* compares with *before*; MORE_RESTRICTIVE means harsher.

    Tracks are compared class by class (:mod:`lawtrack.penalties.pairing`) and the answers joined by the
    product rule; a class that one side does not provide for leaves all four answers open. Without a
    *ladder* different kinds are incomparable. An unknown sanction compares as anything, even with itself.
    """
    pairs, basis = pair_tracks(before.tracks, after.tracks)
    answers = [_compare_pair(pair, ladder, same_general_part) for pair in pairs]
    basis = ("no ladder" if ladder is None else f"ladder {ladder.name}".strip(), *basis)
    if same_general_part and any(_leaves_end_out(pair) for pair in pairs):
        basis += ("ends not stated are taken from one general part on both sides",)
    if side_words(before.tracks) != side_words(after.tracks):
        basis += ("what a penalty bears on, or the case it is for, is worded otherwise and not compared",)
    return SanctionComparison(
        overall=Verdicts.product(overall for overall, _, _ in answers),
        floor=Verdicts.product(floor for _, floor, _ in answers),
        ceiling=Verdicts.product(ceiling for _, _, ceiling in answers),
        ladder=None if ladder is None else ladder.name,
        basis=basis,
    )


def tiers(items: Sequence[S], *, ladder: PenaltyLadder | None = None) -> tuple[tuple[S, ...], ...]:
    """Group sanctions into tiers, the mildest first; see :func:`lawtrack.verdicts.tiers`."""
    return tiers_of(items, lambda a, b: compare_sanctions(a, b, ladder=ladder).overall)


_Three = tuple[Verdicts, Verdicts, Verdicts]


def _leaves_end_out(pair: Pair) -> bool:
    return any(
        component.meant_kind not in UNMEASURED and GENERAL_PART in component.ends
        for options in (pair.before, pair.after)
        if not isinstance(options, Missing)
        for option in options
        for component in option
    )


def _compare_pair(pair: Pair, ladder: PenaltyLadder | None, shared: bool) -> _Three:
    a, b = pair.before, pair.after
    if a is UNKNOWN or b is UNKNOWN:
        nothing = Verdicts(ANY.possible, (pair.name,))
        return nothing, nothing, nothing
    before, after = with_nothing(a), with_nothing(b)
    conditions = sorted({c.condition for o in (*before, *after) for c in o if c.condition is not None})
    if len(conditions) > _MOST_CONDITIONS:
        nothing = Verdicts(ANY.possible, tuple(f'if("{c}")' for c in conditions))
        return nothing, nothing, nothing
    found: set[tuple[Verdict, Verdict]] = set()
    undecided = {f'if("{condition}")' for condition in conditions}
    for true in _subsets(conditions):
        corners = [
            corners_of(options, true=true, side=side, shared_general_part=shared)
            for side, options in (("before", before), ("after", after))
        ]
        answers, open_ends = _in_every_world(corners[0], corners[1], ladder)
        found |= answers
        undecided |= open_ends
    return (
        _collected({_both(floor, ceiling) for floor, ceiling in found}, undecided),
        _collected({floor for floor, _ in found}, undecided),
        _collected({ceiling for _, ceiling in found}, undecided),
    )


def _subsets(conditions: Sequence[str]) -> Iterator[frozenset[str]]:
    for size in range(len(conditions) + 1):
        yield from map(frozenset, combinations(conditions, size))


def _both(floor: Verdict, ceiling: Verdict) -> Verdict:
    verdict = Verdicts.product((Verdicts.of(floor), Verdicts.of(ceiling))).verdict
    assert not isinstance(verdict, Missing)  # two definite verdicts have a definite product
    return verdict


def _collected(possible: set[Verdict], undecided: Iterable[str]) -> Verdicts:
    return Verdicts(frozenset(possible), tuple(undecided) if len(possible) > 1 else ())


_EVERY = frozenset(product(Verdict, Verdict))


def _in_every_world(
    a: Corners, b: Corners, ladder: PenaltyLadder | None
) -> tuple[frozenset[tuple[Verdict, Verdict]], frozenset[str]]:
    """Floor and ceiling verdicts in each ordering of the values, and the ends that leave them open."""
    kinds = sorted({kind for corners in (a, b) for kind, _, _ in corners.spans})
    orders = {kind: _value_order(kind, a, b) for kind in kinds}
    worlds = []
    undecided = set()
    cases = 1
    for kind, order in orders.items():
        try:
            held = order.worlds()
        except TooManyWorlds:
            held = []
        cases *= len(held) if held else _MOST_CASES + 1
        for end, ranks in (("minimum", [w[0] for w in held]), ("maximum", [w[1] for w in held])):
            if not held or any(rank != ranks[0] for rank in ranks):
                undecided.add(f"{kind} {end}")
        worlds.append(held)
    if cases > _MOST_CASES:
        return _EVERY, frozenset(undecided)
    lows = {kind: order.lows for kind, order in orders.items()}
    highs = {kind: order.highs for kind, order in orders.items()}
    a_floors, b_floors = _numbered(a.floors, lows), _numbered(b.floors, lows)
    a_ceilings, b_ceilings = _numbered(a.ceilings, highs), _numbered(b.ceilings, highs)
    found = set()
    for chosen in product(*worlds):
        low = by_ladder(ladder, _Within({k: w[0] for k, w in zip(kinds, chosen, strict=True)}))
        high = by_ladder(ladder, _Within({k: w[1] for k, w in zip(kinds, chosen, strict=True)}))
        floor = _verdict(floor_below(a_floors, b_floors, low), floor_below(b_floors, a_floors, low))
        ceiling = _verdict(
            ceiling_below(a_ceilings, b_ceilings, high), ceiling_below(b_ceilings, a_ceilings, high)
        )
        found.add((floor, ceiling))
    return frozenset(found), frozenset(undecided)


class _Within:
    """The order of two values of one kind in one world, the values given by their index."""

    def __init__(self, ranks: dict[str, Ranks]) -> None:
        self.ranks = ranks

    def __call__(self, kind: str, a: int, b: int) -> bool:
        rank = self.ranks[kind]
        return rank[a] <= rank[b]


def _numbered(
    corners: Iterable[Corner[Value]], values: Mapping[str, tuple[Value, ...]]
) -> tuple[Corner[int], ...]:
    """The corners with each value replaced by its index among the values of its kind."""
    place = {(kind, value): i for kind, held in values.items() for i, value in enumerate(held)}
    return tuple(tuple((kind, place[kind, value]) for kind, value in corner) for corner in corners)


def _value_order(kind: str, a: Corners, b: Corners) -> ValueOrder:
    return ValueOrder(
        lows=_of_kind(kind, (*a.floors, *b.floors)),
        highs=_of_kind(kind, (*a.ceilings, *b.ceilings)),
        spans=tuple((low, high) for corners in (a, b) for held, low, high in corners.spans if held == kind),
    )


def _of_kind(kind: str, corners: Iterable[Corner[Value]]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(value for corner in corners for held, value in corner if held == kind))


def _verdict(up: bool, down: bool) -> Verdict:
    if up and down:
        return Verdict.EQUIVALENT
    if up:
        return Verdict.MORE_RESTRICTIVE
    return Verdict.LESS_RESTRICTIVE if down else Verdict.INCOMPARABLE
