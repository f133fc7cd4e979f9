"""The orders on which rules are compared: sets, ranks, plain values, sanctions.

An order takes two values and says how the second stands to the first, as the set of answers that are still
possible. MORE_RESTRICTIVE means: for those whom the rule exposes, the second is more so. Values that nobody
stated never reach an order; :class:`lawtrack.model.dimension.Dimension` answers for them.
"""

from collections.abc import Callable, Collection
from enum import Enum
from functools import lru_cache
from typing import Any

import attrs

from ..missing import NONE, UNKNOWN, Missing
from ..penalties import PenaltyLadder, Sanction, compare_sanctions
from ..verdicts import ANY, Truth, Verdict, Verdicts, all_of, any_of
from .given import Given
from .scope import Broader, Openness, Scope

__all__ = [
    "EQUAL",
    "LESS",
    "MORE",
    "NEITHER",
    "ORDERED",
    "Order",
    "by_inclusion",
    "by_sign",
    "covers",
    "flat",
    "items",
    "mirrored",
    "names",
    "penalties",
    "phrases",
    "ranked",
    "scopes",
    "words",
    "yes",
]

MORE = Verdicts.of(Verdict.MORE_RESTRICTIVE)
LESS = Verdicts.of(Verdict.LESS_RESTRICTIVE)
EQUAL = Verdicts.of(Verdict.EQUIVALENT)
NEITHER = Verdicts.of(Verdict.INCOMPARABLE)
ORDERED = MORE | LESS | EQUAL
"""What is left where two values surely stand in an order and nobody knows in which."""

Order = Callable[[Any, Any, Given], Verdicts]
"""Says how the second value stands to the first; both are stated."""


def mirrored(order: Order) -> Order:
    """The order turned round: where *order* says more restrictive, this says less."""

    def turned(a: Any, b: Any, given: Given) -> Verdicts:
        return order(a, b, given).mirror()

    return turned


def by_sign(sign: int) -> Verdicts:
    """More restrictive for a positive number, less for a negative one, equal for zero."""
    return MORE if sign > 0 else LESS if sign < 0 else EQUAL


# sets: the wider is the more restrictive


def by_inclusion(second_in_first: Truth, first_in_second: Truth) -> Verdicts:
    """How two sets compare, the wider being more restrictive, from what lies in what."""
    return _INCLUSION[second_in_first, first_in_second]


_INCLUSION: dict[tuple[Truth, Truth], Verdicts] = {
    (True, True): EQUAL,
    (True, False): LESS,
    (False, True): MORE,
    (False, False): NEITHER,
    (True, UNKNOWN): LESS | EQUAL,
    (UNKNOWN, True): MORE | EQUAL,
    (False, UNKNOWN): MORE | NEITHER,
    (UNKNOWN, False): LESS | NEITHER,
    (UNKNOWN, UNKNOWN): ANY,
}


def scopes(a: Scope, b: Scope, given: Given) -> Verdicts:
    """By inclusion of what the scopes cover, over the concepts of a vocabulary.

    A list that nobody calls open or complete may be either, unless lists are taken as complete; where
    neither side says and silence is the same on both, both are the one or both the other.
    """
    left, right = _readings(a, given), _readings(b, given)
    same = len(left) == len(right) == 2 and (given.others_equal or (given.restated and a == b))
    found: Verdicts | None = None
    for place, one in enumerate(left):
        for other in right[place : place + 1] if same else right:
            way = by_inclusion(one.includes(other, given.broader), other.includes(one, given.broader))
            found = way if found is None else found | way
    return found or ANY


def _readings(scope: Scope, given: Given) -> tuple[Scope, ...]:
    if scope.openness is not Openness.UNKNOWN or scope.is_the_rest:
        return (scope,)
    return (_read(scope, Openness.CLOSED),) if given.as_listed else _both(scope)


def _both(scope: Scope) -> tuple[Scope, ...]:
    return _read(scope, Openness.CLOSED), _read(scope, Openness.OPEN)


@lru_cache(maxsize=8192)
def _read(scope: Scope, openness: Openness) -> Scope:
    return attrs.evolve(scope, openness=openness)


def names(a: Collection[str], b: Collection[str], given: Given) -> Verdicts:
    """By inclusion of party roles or concepts; the lists are complete."""
    return by_inclusion(covers(a, b, given.broader), covers(b, a, given.broader))


def covers(wide: Collection[str], narrow: Collection[str], broader: Broader) -> Truth:
    """Whether each of the narrow names lies within one of the wide."""
    return all_of(any_of(broader(one, other) for one in wide) for other in narrow)


def items(a: Collection[object], b: Collection[object], given: Given) -> Verdicts:
    """By inclusion of coded items, each equal to itself alone; the lists are complete."""
    first, second = set(a), set(b)
    return by_inclusion(second <= first, first <= second)


def phrases(a: tuple[str, ...], b: tuple[str, ...], given: Given) -> Verdicts:
    """By inclusion of phrases in a coder's words: other words may mean the same, so they decide nothing."""
    first, second = set(a), set(b)
    if first == second:
        return EQUAL
    return MORE if first < second else LESS if second < first else ANY


# ranks and plain values


def ranked(*mildest_first: Enum | str) -> Order:
    """The order of a list of words, the mildest first; a word outside the list decides nothing."""
    place: dict[object, int] = {member: i for i, member in enumerate(mildest_first)}

    def order(a: Any, b: Any, given: Given) -> Verdicts:
        if a in place and b in place:
            return by_sign(place[b] - place[a])
        return EQUAL if a == b else ANY

    return order


def yes(a: bool, b: bool, given: Given) -> Verdicts:
    """Yes is more restrictive than no."""
    return by_sign(int(b) - int(a))


def flat(a: object, b: object, given: Given) -> Verdicts:
    """Equal or incomparable: codes without an order."""
    return EQUAL if a == b else NEITHER


def words(a: object, b: object, given: Given) -> Verdicts:
    """Texts: the same words are equal, other words decide nothing."""
    return EQUAL if a == b else ANY


# sanctions


# A code threatens many offences with one sanction, so the same pairs come again and again.
@lru_cache(maxsize=8192)
def _overall(before: Sanction, after: Sanction, ladder: PenaltyLadder | None, one_part: bool) -> Verdicts:
    return compare_sanctions(before, after, ladder=ladder, same_general_part=one_part).overall


def penalties(a: Any, b: Any, given: Given) -> Verdicts:
    """By the overall penalty order; NONE is a sanction too, that of no penalty."""
    first, second = (_NO_PENALTY if side is NONE else side for side in (a, b))
    if isinstance(first, Missing) or isinstance(second, Missing):
        return EQUAL if first is second else ANY
    return _overall(first, second, given.ladder, given.same_general_part)


_NO_PENALTY = Sanction.read("none")
