from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.ranges import members, numbers, ranges

from lawtrack.errors import ReadingError
from lawtrack.missing import UNKNOWN
from lawtrack.ranges import Range


@given(ranges())
def test_what_is_written_reads_back_equal(numbers):
    """A range printed and read again is the same range."""
    assert Range.read(str(numbers)) == numbers


@given(ranges(), ranges(), ranges())
def test_sum_is_associative_and_commutative(a, b, c):
    """Sums of ranges do not depend on brackets or order."""
    assert (a + b) + c == a + (b + c)
    assert a + b == b + a


@given(ranges(), ranges(), st.data())
def test_results_hold_every_result_of_their_members(a, b, data):
    """A number of one and a number of the other give a number of the sum, difference and product."""
    x, y = data.draw(members(a)), data.draw(members(b))

    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert (a * b).contains(x * y)


@given(ranges(), ranges(), numbers)
def test_intersection_holds_what_is_in_both(a, b, x):
    """A number is in the intersection exactly when it is in both ranges."""
    both = a.intersect(b)

    assert (both is not None and both.contains(x)) is (a.contains(x) and b.contains(x))


@given(ranges(), ranges())
def test_intersection_is_within_both_and_they_within_the_hull(a, b):
    """Intersection, ranges and hull lie inside each other."""
    both, hull = a.intersect(b), a.hull(b)

    assert a.within(hull)
    assert b.within(hull)
    assert both is None or (both.within(a) and both.within(b))


@given(ranges(), ranges(), st.data())
def test_definite_comparison_holds_for_all_members(a, b, data):
    """A definite answer is the answer for every pair of numbers."""
    x, y = data.draw(members(a)), data.draw(members(b))

    assert a.less_than(b) in (UNKNOWN, x < y)
    assert a.equals(b) in (UNKNOWN, x == y)


@given(ranges(), ranges(), ranges())
def test_less_than_is_antisymmetric_and_transitive(a, b, c):
    """Definite order between ranges is an order."""
    assert not (a.less_than(b) is True and b.less_than(a) is True)
    if a.less_than(b) is True and b.less_than(c) is True:
        assert a.less_than(c) is True


@given(ranges(), ranges())
def test_within_both_ways_is_equality(a, b):
    """Two ranges that lie within each other are one, so each set of numbers has one writing."""
    assert (a.within(b) and b.within(a)) is (a == b)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[17/100, 1/5)", Range(Fraction(17, 100), Fraction(1, 5), False, True)),
        ("[3, 3]", Range.exact(3)),
        ("3", Range.exact(3)),
        ("0.25", Range.exact(Fraction(1, 4))),
        ("(10, ∞)", Range(10, None, True)),
        ("(10, inf)", Range(10, None, True)),
        ("(-∞, 5]", Range(None, 5)),
        ("(-inf, inf)", Range(None, None)),
        ("[-2, -1]", Range(-2, -1)),
    ],
)
def test_notation_is_that_of_mathematics(text, expected):
    """Square brackets include an end, round ones leave it out."""
    assert Range.read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[1, 2",
        "1..2",
        "[2, 1]",
        "[1, 1)",
        "(1, 1)",
        "[1, ∞]",
        "(∞, 1)",
        "[1/0, 2]",
        "1e9",
        "٣",
        "nan",
    ],
)
def test_empty_and_malformed_ranges_are_refused(text):
    """A range has at least one number, and infinity is not one."""
    with pytest.raises(ReadingError):
        Range.read(text)


@pytest.mark.parametrize(
    "value",
    [0.1, True, "3", Decimal("NaN"), Decimal("Infinity"), Decimal("1e999999999"), Decimal("1e-999999999")],
)
def test_only_exact_finite_numbers_are_accepted(value):
    """Floats, flags and numbers without end are refused in words."""
    with pytest.raises(ReadingError):
        Range(value, None)


def test_float_is_refused_with_the_way_out():
    """The message says how to write the number exactly."""
    with pytest.raises(ReadingError, match="Fraction"):
        Range(0.1, None)


@pytest.mark.parametrize("value", [3, Fraction(3), Decimal("3.0")])
def test_exact_numbers_of_every_type_are_one_range(value):
    """An int, a Fraction and a Decimal of one value are one number."""
    assert Range.exact(value) == Range.exact(3)


@pytest.mark.parametrize(
    ("a", "b", "product"),
    [
        ("[-1, 2]", "[3, 4]", "[-4, 8]"),
        ("(0, 1)", "(1, ∞)", "(0, ∞)"),
        ("[0, 1)", "(1, ∞)", "[0, ∞)"),
        ("0", "(-∞, ∞)", "0"),
        ("(-∞, -1]", "[2, ∞)", "(-∞, -2]"),
        ("(1, 2)", "[1, 2]", "(1, 4)"),
    ],
)
def test_product_follows_the_extreme_ends(a, b, product):
    """An end of a product is reached only if both its factors are; zero times anything is zero."""
    assert Range.read(a) * Range.read(b) == Range.read(product)


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("[1, 2]", "[3, 4]", True),
        ("[1, 2)", "[2, 4]", True),
        ("[1, 2]", "[2, 4]", UNKNOWN),
        ("[2, 4]", "[1, 2]", False),
        ("(2, 4]", "[1, 2]", False),
        ("2", "2", False),
        ("(10, ∞)", "[0, 11]", UNKNOWN),
    ],
)
def test_less_than_is_known_when_ranges_do_not_overlap(a, b, answer):
    """Ranges that overlap leave the order open; touching ones depend on their ends."""
    assert Range.read(a).less_than(Range.read(b)) is answer


def test_equal_ranges_may_mean_different_numbers():
    """Only single numbers are surely equal, only disjoint ranges surely not."""
    some = Range.read("[1, 2]")

    assert some.equals(some) is UNKNOWN
    assert Range.exact(2).equals(2) is True
    assert some.equals(Range.read("(2, 3]")) is False


def test_numbers_join_in_arithmetic():
    """A plain number on either side is the range of that number."""
    assert 1 + Range.read("[1, 2)") == Range.read("[2, 3)")
    assert 1 - Range.read("[1, 2)") == Range.read("(-1, 0]")
    assert 2 * Range.read("[1, 2)") == Range.read("[2, 4)")
