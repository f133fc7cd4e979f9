"""A number claimed against what was counted: the verdict, and the totals that the claim would imply."""

from collections.abc import Iterable
from enum import Enum
from math import ceil, floor

from ..missing import NONE, NOT_APPLICABLE, Missing
from ..ranges import Range

__all__ = ["ClaimVerdict", "decide", "implied_totals", "joined"]


class ClaimVerdict(Enum):
    """Whether a claim holds.

    ``undetermined`` means that the corpus does not hold enough to say, ``not_checkable`` that the claim as it
    stands names nothing that could be counted or looked up.
    """

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNDETERMINED = "undetermined"
    NOT_CHECKABLE = "not_checkable"


def decide(
    claimed: Range, numerator: tuple[int, int], total: int, *, is_share: bool, complete: bool
) -> ClaimVerdict:
    """The verdict on a count, or on a share of *total*.

    *numerator* is the least and the greatest number that pass the test; between them lies what is not known.
    Nothing is decided on a population of which the corpus does not hold every member (I-52), and a wider
    interval never turns support into contradiction (I-51).
    """
    if is_share and total == 0 and complete:
        return ClaimVerdict.NOT_CHECKABLE
    if not complete:
        return ClaimVerdict.UNDETERMINED
    low, high = numerator
    fitting = _whole_numbers(claimed * total if is_share else claimed)
    if fitting is None:
        return ClaimVerdict.CONTRADICTED
    least, most = fitting
    if (least is None or least <= low) and (most is None or high <= most):
        return ClaimVerdict.SUPPORTED
    apart = (least is not None and least > high) or (most is not None and most < low)
    return ClaimVerdict.CONTRADICTED if apart else ClaimVerdict.UNDETERMINED


def _whole_numbers(numbers: Range) -> tuple[int | None, int | None] | None:
    """The least and the greatest whole number of a range, None where it has no end; None if it has none."""
    low = high = None
    if numbers.lo is not None:
        low = floor(numbers.lo) + 1 if numbers.lo_open else ceil(numbers.lo)
    if numbers.hi is not None:
        high = ceil(numbers.hi) - 1 if numbers.hi_open else floor(numbers.hi)
    return None if low is not None and high is not None and low > high else (low, high)


def implied_totals(claimed: Range, numerator: tuple[int, int]) -> Range | Missing:
    """How many there must be in all if the claimed share holds of those counted.

    From the least to the greatest total of which some number between the two of *numerator* makes such a
    share. NONE when no total whatever would do, as when nothing was counted and the share is above zero;
    NOT_APPLICABLE when any total would, as when none may pass and the share may be zero.
    """
    low, high = numerator
    if low == 0 and claimed.contains(0):
        return NOT_APPLICABLE
    passing = range(max(low, 1), high + 1)
    first = next(filter(None, (_totals_for(claimed, n) for n in passing)), None)
    last = next(filter(None, (_totals_for(claimed, n) for n in reversed(passing))), None)
    return NONE if first is None or last is None else Range(first[0], last[1])


def _totals_for(claimed: Range, passing: int) -> tuple[int, int | None] | None:
    """The least and the greatest total of which *passing* is such a share, with None for no end.

    None if there is no such total. More than all can never pass.
    """
    least, most = passing, None
    if claimed.hi is not None:
        if claimed.hi <= 0:
            return None
        end = passing / claimed.hi
        least = max(least, floor(end) + 1 if claimed.hi_open else ceil(end))
    if claimed.lo is not None and claimed.lo > 0:
        end = passing / claimed.lo
        most = ceil(end) - 1 if claimed.lo_open else floor(end)
    return None if most is not None and most < least else (least, most)


def joined(verdicts: Iterable[ClaimVerdict]) -> ClaimVerdict:
    """One verdict for several meanings of a claim: that on which all agree, else ``undetermined``."""
    every = set(verdicts)
    if every - {ClaimVerdict.NOT_CHECKABLE}:
        every -= {ClaimVerdict.NOT_CHECKABLE}
    if not every:
        return ClaimVerdict.NOT_CHECKABLE
    return every.pop() if len(every) == 1 else ClaimVerdict.UNDETERMINED
