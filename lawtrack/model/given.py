"""What a comparison takes as given: a vocabulary, a ladder, what terms mean, and how silence is read."""

from collections.abc import Callable

from attrs import frozen

from ..penalties import PenaltyLadder
from .scope import Broader, Openness, same_concept

__all__ = ["NOTHING_GIVEN", "Extent", "Given"]


@frozen(kw_only=True)
class Extent:
    """What a defined term covers.

    Attributes:
        cases: Names of the cases that it lists.
        openness: Whether they are all.
        conditions: Elements that must all be given; one dropped widens the term.
        alternatives: Elements of which one suffices; one added widens the term.
    """

    cases: frozenset[str] = frozenset()
    openness: Openness = Openness.UNKNOWN
    conditions: frozenset[str] = frozenset()
    alternatives: frozenset[str] = frozenset()

    @property
    def is_stated(self) -> bool:
        """Whether anything is said about it."""
        return bool(self.cases or self.conditions or self.alternatives) or (
            self.openness is not Openness.UNKNOWN
        )


def _not_known(side: int, id: str) -> Extent | None:
    return None


@frozen(kw_only=True)
class Given:
    """What a comparison takes as given.

    Attributes:
        broader: Which concept includes which; without a vocabulary every name includes itself alone.
        ladder: The order of punishments.
        extent: What a definition covers, by side (0 the first, 1 the second) and id; None if not known.
        as_listed: Whether a list that nobody called open or complete is taken as complete.
        others_equal: Whether what neither side states is taken as the same on both.
        restated: Whether two lists in the same words both go on, or neither does, as of one rule before and
            after a change.
        same_general_part: Whether ends of penalties that the law leaves out come from one general part, so
            that they are equal; never so for two countries.
    """

    broader: Broader = same_concept
    ladder: PenaltyLadder | None = None
    extent: Callable[[int, str], Extent | None] = _not_known
    as_listed: bool = False
    others_equal: bool = False
    restated: bool = False
    same_general_part: bool = True

    def openness(self, stated: Openness) -> Openness:
        """How a list is read that says this about itself."""
        return Openness.CLOSED if self.as_listed and stated is Openness.UNKNOWN else stated


NOTHING_GIVEN = Given()
"""No vocabulary, no ladder, no definitions, and silence is silence."""
