"""The longest rising part of a row."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from lawtrack.texts.rising import longest_rising


@given(st.lists(st.integers(0, 9), max_size=9))
def test_no_longer_part_rises(numbers):
    """The part found rises, and none of the parts that are longer by one does."""
    kept = longest_rising(numbers)
    longer = combinations(numbers, len(kept) + 1)

    assert kept == sorted(set(kept))
    assert all(numbers[a] < numbers[b] for a, b in pairwise(kept))
    assert not any(all(a < b for a, b in pairwise(part)) for part in longer)
