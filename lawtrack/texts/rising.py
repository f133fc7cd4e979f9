"""The longest part of a row of numbers that rises: what kept its order when the rest moved."""

from bisect import bisect_left
from collections.abc import Iterable

__all__ = ["longest_rising"]


def longest_rising(numbers: Iterable[int]) -> list[int]:
    """Indexes of a longest strictly rising part of *numbers*, in order; in time about as its length."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        rank = bisect_left(ends, number)
        before.append(last[rank - 1] if rank else -1)
        ends[rank : rank + 1] = [number]
        last[rank : rank + 1] = [at]
    kept = []
    at = last[-1] if last else -1
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept[::-1]
