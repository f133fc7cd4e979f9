"""Floor and ceiling verdicts on two offers, in every case that the clauses leave open."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations, product
from math import prod

from attrs import evolve, frozen

from ..verdicts import Verdict, Verdicts
from .bearings import View, views_of
from .corners import AtMost, Outcome, Penalty, by_ladder, ceiling_below, floor_below
from .ladder import PenaltyLadder
from .offers import Corner, Corners, Offer
from .single import answer_of_singles, verdict_of
from .worlds import Ranks, Value, worlds_of

__all__ = ["Judgment", "judge", "judge_cases"]

_MOST_CONDITIONS = 4
_MOST_CASES = 600

_Answer = tuple[Verdict, Verdict]
"""Floor and ceiling."""

_SAME: _Answer = (Verdict.EQUIVALENT, Verdict.EQUIVALENT)
_EVERY = frozenset(product(Verdict, Verdict))


@frozen
class Judgment:
    """Every pair of floor and ceiling verdict that is left, and what would decide.

    Attributes:
        answers: Pairs of floor and ceiling verdict.
        floor_open: Names of what would decide the floor.
        ceiling_open: Names of what would decide the ceiling.
    """

    answers: frozenset[_Answer]
    floor_open: frozenset[str] = frozenset()
    ceiling_open: frozenset[str] = frozenset()

    def verdicts(self) -> tuple[Verdicts, Verdicts, Verdicts]:
        """Overall, floor and ceiling."""
        if len(self.answers) == 1:
            return _DEFINITE[next(iter(self.answers))]
        overall = frozenset(_both(*answer) for answer in self.answers)
        return (
            _collected(overall, self.floor_open | self.ceiling_open),
            _collected(frozenset(floor for floor, _ in self.answers), self.floor_open),
            _collected(frozenset(ceiling for _, ceiling in self.answers), self.ceiling_open),
        )


def _both(floor: Verdict, ceiling: Verdict) -> Verdict:
    (verdict,) = Verdicts.product((Verdicts.of(floor), Verdicts.of(ceiling))).possible
    return verdict


def _collected(possible: frozenset[Verdict], undecided: Iterable[str]) -> Verdicts:
    return Verdicts(possible, tuple(undecided) if len(possible) > 1 else ())


_DEFINITE = {
    (floor, ceiling): (Verdicts.of(_both(floor, ceiling)), Verdicts.of(floor), Verdicts.of(ceiling))
    for floor, ceiling in _EVERY
}

_JUDGED = {answer: Judgment(frozenset({answer})) for answer in _EVERY}


def judge(a: Offer, b: Offer, ladder: PenaltyLadder | None, *, shared_general_part: bool) -> Judgment:
    """How the known offer *b* can compare with the known offer *a*."""
    # Whose general part it is makes no difference where nothing is left to it.
    shared_general_part = shared_general_part or not (a.leaves_end_out or b.leaves_end_out)
    if shared_general_part and a.is_plain and b.is_plain:
        answer = answer_of_singles(a, b, ladder)
        if answer is not None:
            return _JUDGED[answer]
    judgment = judge_cases(a, b, ladder, shared_general_part=shared_general_part)
    return _contained(judgment, a, b) if shared_general_part else judgment


def _contained(judgment: Judgment, a: Offer, b: Offer) -> Judgment:
    """The judgment without what an option more, or less, cannot bring about, in whatever case.

    It matters where there are more cases than are looked at.
    """
    if not a.is_open and a.meaning <= b.meaning:
        floor, ceiling = Verdict.LESS_RESTRICTIVE, Verdict.MORE_RESTRICTIVE
    elif not b.is_open and b.meaning <= a.meaning:
        floor, ceiling = Verdict.MORE_RESTRICTIVE, Verdict.LESS_RESTRICTIVE
    else:
        return judgment
    possible = frozenset(product((floor, Verdict.EQUIVALENT), (ceiling, Verdict.EQUIVALENT)))
    return evolve(judgment, answers=judgment.answers & possible or possible)


def judge_cases(a: Offer, b: Offer, ladder: PenaltyLadder | None, *, shared_general_part: bool) -> Judgment:
    """The same without the short way."""
    if shared_general_part and a.meaning == b.meaning and not a.is_open:
        return _JUDGED[_SAME]
    if shared_general_part and a.is_plain and b.is_plain:
        return _in_every_world(a.plain_corners, b.plain_corners, ladder)
    conditions = tuple(sorted({*a.conditions, *b.conditions}))
    if len(conditions) > _MOST_CONDITIONS:
        names = frozenset(map(_case, conditions))
        return Judgment(_EVERY, names, names)
    judgments = {
        true: _in_every_world(
            a.corners(true, side="before", shared_general_part=shared_general_part),
            b.corners(true, side="after", shared_general_part=shared_general_part),
            ladder,
        )
        for true in _subsets(conditions)
    }
    deciding = frozenset(
        _case(condition)
        for condition in conditions
        for true in judgments
        if condition not in true and judgments[true].answers != judgments[true | {condition}].answers
    )
    return Judgment(
        frozenset().union(*(judgment.answers for judgment in judgments.values())),
        deciding.union(*(judgment.floor_open for judgment in judgments.values())),
        deciding.union(*(judgment.ceiling_open for judgment in judgments.values())),
    )


def _case(condition: str) -> str:
    return f'if("{condition}")'


def _subsets(conditions: Sequence[str]) -> Iterable[frozenset[str]]:
    for size in range(len(conditions) + 1):
        yield from map(frozenset, combinations(conditions, size))


def _in_every_world(a: Corners, b: Corners, ladder: PenaltyLadder | None) -> Judgment:
    """The verdicts under each order of the amounts and each view of the things that penalties bear on."""
    if a.floors == b.floors and a.ceilings == b.ceilings:
        return Judgment(frozenset({_SAME}))
    a, b = _without_equal_kinds(a, b)
    kinds = [_Kind.of(kind, a, b) for kind in dict.fromkeys((*a.bearings, *b.bearings))]
    cases = prod(kind.cases for kind in kinds)
    if cases > _MOST_CASES:
        return Judgment(
            _EVERY,
            frozenset(name for kind in kinds for name in kind.open_names(low=True)),
            frozenset(name for kind in kinds for name in kind.open_names(low=False)),
        )
    by_kind = {kind.kind: kind for kind in kinds}
    floors = _numbered(a.floors, by_kind, low=True), _numbered(b.floors, by_kind, low=True)
    ceilings = _numbered(a.ceilings, by_kind, low=False), _numbered(b.ceilings, by_kind, low=False)
    if cases == 1:
        return _JUDGED[_answer(floors, ceilings, [kind.only for kind in kinds], kinds, ladder)]
    found = {
        chosen: _answer(floors, ceilings, chosen, kinds, ladder)
        for chosen in product(*(tuple(product(kind.worlds, kind.views)) for kind in kinds))
    }
    return Judgment(
        frozenset(found.values()),
        frozenset(_deciding(kinds, {case: floor for case, (floor, _) in found.items()}, low=True)),
        frozenset(_deciding(kinds, {case: ceiling for case, (_, ceiling) in found.items()}, low=False)),
    )


def _without_equal_kinds(a: Corners, b: Corners) -> tuple[Corners, Corners]:
    """The corners without the kinds that stand alike on both sides, where each has one option.

    What both impose cancels out: an answer that leads over an equal penalty leads on to what answers that.
    """
    if len(a.floors) != 1 or len(b.floors) != 1 or len(a.ceilings) != 1 or len(b.ceilings) != 1:
        return a, b
    alike = {
        kind
        for kind in a.bearings.keys() & b.bearings.keys()
        if _points(a.floors[0], kind) == _points(b.floors[0], kind)
        and _points(a.ceilings[0], kind) == _points(b.ceilings[0], kind)
    }
    return (_without(a, alike), _without(b, alike)) if alike else (a, b)


def _points(corner: Corner, kind: str) -> list[tuple[str | None, Value]]:
    # The same penalties in another order are not found alike: the cases come out right all the same.
    return [(thing, value) for held, thing, value in corner if held == kind]


def _without(corners: Corners, kinds: Collection[str]) -> Corners:
    def rest(corner: Corner) -> Corner:
        return tuple(point for point in corner if point[0] not in kinds)

    return Corners(
        (rest(corners.floors[0]),),
        (rest(corners.ceilings[0]),),
        tuple(span for span in corners.spans if span[0] not in kinds),
        {kind: things for kind, things in corners.bearings.items() if kind not in kinds},
    )


_Case = tuple[tuple[Ranks, Ranks], View]
"""One order of the lows and of the highs of a kind, and one view of what its penalties bear on."""


@frozen
class _Kind:
    """One kind of penalty in a comparison.

    Attributes:
        lows: Numbers of the values that minima take.
        highs: Numbers of the values that maxima take.
        things: Numbers of what the penalties bear on.
        worlds: The orders of the values that are possible; none when there are too many.
        views: The views of the things; none when there are too many.
    """

    kind: str
    lows: Mapping[Value, int]
    highs: Mapping[Value, int]
    things: Mapping[str | None, int]
    worlds: tuple[tuple[Ranks, Ranks], ...]
    views: tuple[View, ...]

    @classmethod
    def of(cls, kind: str, a: Corners, b: Corners) -> "_Kind":
        lows = _values_of(kind, a.floors, b.floors)
        highs = _values_of(kind, a.ceilings, b.ceilings)
        worlds = worlds_of(tuple(lows), tuple(highs), _spans_of(kind, (*a.spans, *b.spans)))
        things, views = views_of(kind, a, b)
        return cls(kind, lows, highs, things, worlds, views)

    @property
    def cases(self) -> int:
        """How many cases there are to look at."""
        return len(self.worlds) * len(self.views) or _MOST_CASES + 1

    @property
    def only(self) -> _Case:
        """The first case, which is the only one where there is one."""
        return self.worlds[0], self.views[0]

    def end_name(self, *, low: bool) -> str:
        """What undecided minima or maxima of this kind are called."""
        return f"{self.kind} {'minimum' if low else 'maximum'}"

    @property
    def view_name(self) -> str:
        """What an undecided view is called."""
        return f"what {self.kind} bears on"

    def open_names(self, *, low: bool) -> Iterable[str]:
        """Names of what is open about the minima, or the maxima, and what they bear on."""
        if len({world[0 if low else 1] for world in self.worlds}) != 1:
            yield self.end_name(low=low)
        if len(self.views) != 1:
            yield self.view_name


def _values_of(kind: str, a: tuple[Corner, ...], b: tuple[Corner, ...]) -> dict[Value, int]:
    found: dict[Value, int] = {}
    for corners in (a, b):
        for corner in corners:
            for held, _, value in corner:
                if held == kind and value not in found:
                    found[value] = len(found)
    return found


def _spans_of(kind: str, spans: Iterable[tuple[str, Value, Value]]) -> tuple[tuple[Value, Value], ...]:
    return tuple((low, high) for held, low, high in spans if held == kind)


def _numbered(corners: tuple[Corner, ...], kinds: Mapping[str, _Kind], *, low: bool) -> tuple[Outcome, ...]:
    """The corners with each value, and each thing, replaced by its number."""
    return tuple(
        tuple(
            (kind, kinds[kind].things[thing], (kinds[kind].lows if low else kinds[kind].highs)[value])
            for kind, thing, value in corner
        )
        for corner in corners
    )


_Sides = tuple[tuple[Outcome, ...], tuple[Outcome, ...]]


def _answer(
    floors: _Sides,
    ceilings: _Sides,
    cases: Sequence[_Case],
    kinds: Sequence[_Kind],
    ladder: PenaltyLadder | None,
) -> _Answer:
    shared = frozenset(kind.kind for kind, (_, view) in zip(kinds, cases, strict=True) if view.shared)
    low = by_ladder(ladder, _within(kinds, cases, low=True))
    high = by_ladder(ladder, _within(kinds, cases, low=False))
    (a_low, b_low), (a_high, b_high) = floors, ceilings
    return (
        verdict_of(floor_below(a_low, b_low, low, shared), floor_below(b_low, a_low, low, shared)),
        verdict_of(ceiling_below(a_high, b_high, high, shared), ceiling_below(b_high, a_high, high, shared)),
    )


def _within(kinds: Sequence[_Kind], cases: Sequence[_Case], *, low: bool) -> AtMost:
    """The order of penalties of one kind in one case."""
    held = {
        kind.kind: (world[0 if low else 1], view.at_most)
        for kind, (world, view) in zip(kinds, cases, strict=True)
    }

    def at_most(p: Penalty, q: Penalty) -> bool:
        ranks, things = held[p[0]]
        return ranks[p[2]] <= ranks[q[2]] and things[p[1]][q[1]]

    return at_most


def _deciding(
    kinds: Sequence[_Kind], found: Mapping[tuple[_Case, ...], Verdict], *, low: bool
) -> Iterable[str]:
    """Names of what would decide: of all that is open, what changes the verdict when it alone is changed."""
    if len(set(found.values())) == 1:
        return
    for i, kind in enumerate(kinds):
        for part, name in ((0, kind.end_name(low=low)), (1, kind.view_name)):
            others: dict[tuple[object, ...], Verdict] = {}
            for case, verdict in found.items():
                rest = (*case[:i], case[i][1 - part], *case[i + 1 :])
                if others.setdefault(rest, verdict) is not verdict:
                    yield name
                    break
