"""The short way to compare two single options, which most clauses are.

No second order: where the answer does not follow from comparing each kind with itself, there is none here,
and :mod:`lawtrack.penalties.judging` goes the long way. A test holds the two ways against each other.
"""

from ..verdicts import Verdict
from .ladder import PenaltyLadder
from .offers import Offer
from .relation import EQUAL, GREATER, LESS, Signs
from .worlds import value_relation

__all__ = ["answer_of_singles", "verdict_of"]

_SIGNS: dict[Signs, int] = {LESS: -1, EQUAL: 0, GREATER: 1}


def verdict_of(up: bool, down: bool) -> Verdict:
    """The verdict when the first is at most as harsh as the second (*up*), and the reverse (*down*)."""
    if up and down:
        return Verdict.EQUIVALENT
    if up:
        return Verdict.MORE_RESTRICTIVE
    return Verdict.LESS_RESTRICTIVE if down else Verdict.INCOMPARABLE


def answer_of_singles(a: Offer, b: Offer, ladder: PenaltyLadder | None) -> tuple[Verdict, Verdict] | None:
    """Floor and ceiling verdict on two plain offers of one option each, under one general part.

    None when a kind stands twice, things or amounts differ in a way that is open, or a ladder has to weigh
    different kinds.
    """
    before, after = a.by_kind, b.by_kind
    if before is None or after is None:
        return None
    floor_up = floor_down = ceiling_up = ceiling_down = True
    weighed: list[str] = []
    for kind, part in before.items():
        other = after.get(kind)
        if other is None:
            weighed.append(kind)
            ceiling_up = False
            if not part.optional:
                floor_up = False
            continue
        if part.object != other.object:
            return None
        sign = _SIGNS.get(value_relation(part.high, other.high))
        if sign is None:
            return None
        ceiling_up &= sign <= 0
        ceiling_down &= sign >= 0
        if part.optional or other.optional:
            if part.optional is not other.optional:
                weighed.append(kind)
                if part.optional:
                    floor_down = False
                else:
                    floor_up = False
            continue
        sign = _SIGNS.get(value_relation(part.low, other.low))
        if sign is None:
            return None
        floor_up &= sign <= 0
        floor_down &= sign >= 0
    for kind, part in after.items():
        if kind not in before:
            weighed.append(kind)
            ceiling_down = False
            if not part.optional:
                floor_down = False
    # A kind can be answered by a higher one only where the two sides impose different ones: among the same
    # kinds, answering one by a higher one leaves a higher one unanswered. What the ladder leaves out can only
    # be answered by itself.
    if ladder is not None and any(map(ladder.ranks_kind, weighed)):
        return None
    return verdict_of(floor_up, floor_down), verdict_of(ceiling_up, ceiling_down)
