"""Orders of what is measured: amounts, durations, thresholds, limits."""

from fractions import Fraction
from typing import Any

from ..dates import Duration
from ..ranges import Range
from ..verdicts import ANY, Truth, Verdict, Verdicts
from .given import Given
from .orders import EQUAL, LESS, MORE, by_inclusion
from .scope import Comparator, Threshold

__all__ = ["amounts", "limits", "thresholds"]


def amounts(a: Any, b: Any, given: Given) -> Verdicts:
    """More is more restrictive, for numbers, ranges and durations; what cannot be told stays open.

    Anything else, a limit in words beside a duration say, is equal to itself and decides nothing.
    """
    if isinstance(a, Duration) and isinstance(b, Duration):
        return _by_size(b.longer_than(a), b.shorter_than(a), b.same_length(a))
    if isinstance(a, _NUMBERS) and isinstance(b, _NUMBERS):
        first, second = _range(a), _range(b)
        return _by_size(first.less_than(second), second.less_than(first), first.equals(second))
    return EQUAL if a == b else ANY


_NUMBERS = (int, Fraction, Range)


def _range(value: Any) -> Range:
    return value if isinstance(value, Range) else Range.exact(value)


def _by_size(greater: Truth, smaller: Truth, same: Truth) -> Verdicts:
    answers = ((MORE, greater), (LESS, smaller), (EQUAL, same))
    for verdicts, answer in answers:
        if answer is True:
            return verdicts
    left = [verdicts.possible for verdicts, answer in answers if answer is not False]
    return Verdicts(frozenset().union(*left))


_UPWARD = (Comparator.MORE, Comparator.AT_LEAST)
_DOWNWARD = (Comparator.LESS, Comparator.AT_MOST)
_WITH_LIMIT = (Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.EXACTLY)
_SIGN = {Verdict.MORE_RESTRICTIVE: 1, Verdict.LESS_RESTRICTIVE: -1, Verdict.EQUIVALENT: 0}


def thresholds(a: Threshold, b: Threshold, given: Given) -> Verdicts:
    """By inclusion of the cases let in: from 10 days on is wider than more than 10 days.

    Amounts are those of the real line, in which more than 9 days is wider than from 10 days on. Thresholds
    that count different things decide nothing.
    """
    if a.unit != b.unit or isinstance(a.quantity, Duration) is not isinstance(b.quantity, Duration):
        return ANY
    left: frozenset[Verdict] = frozenset()
    for verdict in amounts(a.quantity, b.quantity, given).possible:
        sign = _SIGN[verdict]
        left |= by_inclusion(
            _holds(a.comparator, b.comparator, sign), _holds(b.comparator, a.comparator, -sign)
        ).possible
    return Verdicts(left)


def _holds(outer: Comparator, inner: Comparator, sign: int) -> bool:
    """Whether all cases of *inner* are cases of *outer*; *sign* is that of its quantity less the other."""
    if outer is Comparator.EXACTLY:
        return inner is Comparator.EXACTLY and sign == 0
    along = _UPWARD if outer in _UPWARD else _DOWNWARD
    if inner not in along and inner is not Comparator.EXACTLY:
        return False
    inward = sign if outer in _UPWARD else -sign
    if inward:
        return inward > 0
    return outer in _WITH_LIMIT or inner not in _WITH_LIMIT


def limits(a: tuple[Threshold, ...], b: tuple[Threshold, ...], given: Given) -> Verdicts:
    """Figures within which conduct stays allowed, unit by unit: letting in less is more restrictive."""
    first, second = _by_unit(a), _by_unit(b)
    if first is None or second is None or first.keys() != second.keys():
        return EQUAL if set(a) == set(b) else ANY
    return Verdicts.product(thresholds(first[unit], second[unit], given).mirror() for unit in sorted(first))


def _by_unit(limits: tuple[Threshold, ...]) -> dict[tuple[str, bool], Threshold] | None:
    """One limit for each unit and direction; None where two would claim one place."""
    held = {(limit.unit, limit.comparator in _UPWARD): limit for limit in limits}
    return held if len(held) == len(set(limits)) else None
