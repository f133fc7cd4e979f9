"""How two bounds of one kind of penalty can stand to each other.

The answer is a set of signs: ``{-1}`` the first is certainly less, ``{-1, 0}`` less or equal, all three
when only facts outside the clause (an exchange rate, the value of an index unit, another provision,
the size of the bribe) would tell. Nothing is converted by guess.
"""

from fractions import Fraction
from itertools import product

from ..missing import Missing
from .units import (
    GENERAL_PART,
    LIFE,
    LIFE_WITHOUT_RELEASE,
    UNLIMITED,
    Bound,
    Greatest,
    Limit,
    Quantity,
    holds_unknown,
)

__all__ = ["EQUAL", "GREATER", "LESS", "OPEN", "Signs", "days_in", "relation", "turned"]

Signs = frozenset[int]
"""A non-empty set of -1, 0 and 1."""

LESS: Signs = frozenset({-1})
EQUAL: Signs = frozenset({0})
GREATER: Signs = frozenset({1})
OPEN: Signs = frozenset({-1, 0, 1})


def turned(signs: Signs) -> Signs:
    """The relation seen from the other side."""
    return frozenset(-sign for sign in signs)


def days_in(months: Fraction) -> tuple[Fraction, Fraction]:
    """Fewest and most days that *months* can have: a year 365 to 366, a month 28 to 31."""
    years, rest = divmod(months, 12)
    return years * 365 + rest * 28, years * 366 + rest * 31


def relation(a: Bound, b: Bound) -> Signs:
    """The signs that ``a - b`` can have, for two bounds of one kind of penalty.

    Equal records are equal, those excepted that hold something UNKNOWN: two unknowns need not be the same.
    """
    if isinstance(a, Missing) or isinstance(b, Missing):
        return OPEN
    if a == b and not holds_unknown(a):
        return EQUAL
    if isinstance(a, Greatest):
        return _of_several(a, [relation(item, b) for item in a.of])
    if isinstance(b, Greatest):
        return turned(_of_several(b, [relation(item, a) for item in b.of]))
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return _of_quantities(a.canonical(), b.canonical())
    if isinstance(a, Limit):
        return _of_limit(a, b)
    return turned(_of_limit(b, a)) if isinstance(b, Limit) else OPEN


def _of_several(bound: Greatest, items: list[Signs]) -> Signs:
    choose = max if bound.which == "max" else min
    # Signs add up item by item at most; three distinct sets of signs keep the product small.
    distinct = set(items)
    return frozenset(choose(signs) for signs in product(*distinct))


def _of_quantities(a: Quantity, b: Quantity) -> Signs:
    if (a.unit, a.basis) == (b.unit, b.basis):
        return frozenset({(a.amount > b.amount) - (a.amount < b.amount)})
    if a.amount == 0 or b.amount == 0:
        # Nothing is nothing in every unit.
        return frozenset({(a.amount > b.amount) - (a.amount < b.amount)})
    if (a.unit, b.unit) == ("mo", "d"):
        return _of_months_and_days(a.amount, b.amount)
    if (a.unit, b.unit) == ("d", "mo"):
        return turned(_of_months_and_days(b.amount, a.amount))
    return OPEN


def _of_months_and_days(months: Fraction, days: Fraction) -> Signs:
    fewest, most = days_in(months)
    signs = set()
    if fewest < days:
        signs.add(-1)
    if fewest <= days <= most:
        signs.add(0)
    if most > days:
        signs.add(1)
    return frozenset(signs)


def _of_limit(a: Limit, b: Bound) -> Signs:
    if {a, b} == {LIFE, LIFE_WITHOUT_RELEASE}:
        return GREATER if a is LIFE_WITHOUT_RELEASE else LESS
    if a in (LIFE, LIFE_WITHOUT_RELEASE):
        # The general part never supplies life: a clause that means it says so.
        term = isinstance(b, Quantity) and (b.is_time or b.amount == 0)
        return GREATER if term or b is GENERAL_PART else OPEN
    if a is UNLIMITED:
        if isinstance(b, Quantity):
            return GREATER
        return OPEN if b in (LIFE, LIFE_WITHOUT_RELEASE) else frozenset({0, 1})
    if isinstance(b, Limit):
        return turned(_of_limit(b, a))
    return frozenset({0, 1}) if isinstance(b, Quantity) and b.amount == 0 else OPEN
