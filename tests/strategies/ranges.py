"""Exact numbers and ranges of them."""

from fractions import Fraction

from hypothesis import strategies as st

from lawtrack.ranges import Range

numbers = st.fractions(min_value=-20, max_value=20, max_denominator=12)


@st.composite
def ranges(draw, within=numbers):
    """Ranges with any mixture of open, closed and missing ends."""
    lo, hi = sorted((draw(within), draw(within)))
    if lo == hi:
        return Range.exact(lo)
    return Range(
        draw(st.sampled_from([lo, None])),
        draw(st.sampled_from([hi, None])),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@st.composite
def members(draw, of):
    """A number of the range *of*."""
    lo = of.lo if of.lo is not None else (of.hi if of.hi is not None else Fraction(0)) - 30
    hi = of.hi if of.hi is not None else lo + 60
    share = draw(st.fractions(0, 1, max_denominator=8))
    number = lo + share * (hi - lo)
    return number if of.contains(number) else (lo + hi) / 2
