"""The amount of one penalty while a clause is being read, and the span it comes to.

A clause often says a number now and its unit later ("of ten, … of twenty units"), so an amount stays open
until the clause has been read.
"""

from fractions import Fraction
from functools import lru_cache
from typing import Literal

from ..penalties import (
    LIFE,
    LIFE_WITHOUT_RELEASE,
    UNLIMITED,
    Bound,
    Greatest,
    Quantity,
    Quoted,
    Reference,
    Span,
)
from ..penalties.units import TIME_UNITS, Basis
from .lexicon import Number

__all__ = ["SHARED", "Amount", "End", "basis_of", "life", "literal", "unlimited"]

SHARED = "shared_multiplier"

_INCOME = "income_year"
_LONGEST_TERM = 150
"""Years beyond which a printed term is taken for a misprint."""
_DAYS = {
    "y": Fraction(365),
    "mo": Fraction(365, 12),
    "w": Fraction(7),
    "d": Fraction(1),
    "h": Fraction(1, 24),
}
"""Enough to see which of two terms is longer."""
_OF_YEAR = {"y": Fraction(1), "mo": Fraction(1, 12), "w": Fraction(7, 365), "d": Fraction(1, 365)}


@lru_cache(maxsize=4096)
def _quantity(amount: Fraction | int, unit: str, basis: Basis | None) -> Quantity:
    return Quantity(amount=Fraction(amount), unit=unit, basis=basis)


class End:
    """One end of an amount: a number that may wait for its unit, or a bound that is ready.

    Attributes:
        number: The number; None for a bound that is ready.
        unit: Its unit, ``x`` and ``%`` included; None while it waits.
        basis: What a multiple or share is taken of.
        bound: The ready bound: life, a reference, unlimited.
        others: Ends of which the greatest (or least) counts, this one included.
        which: Whether the greatest or the least of them counts.
    """

    __slots__ = ("basis", "bound", "number", "others", "unit", "which")

    def __init__(
        self,
        number: Number | None = None,
        unit: str | None = None,
        basis: Basis | None = None,
        bound: Bound | None = None,
    ) -> None:
        self.number, self.unit, self.basis, self.bound = number, unit, basis, bound
        self.others: list[End] = []
        self.which: Literal["max", "min"] = "max"

    @classmethod
    def reference(cls, words: str) -> "End":
        """An amount that other provision fixes, in the words that name it."""
        return cls(bound=Reference(literal(words)))

    def value(self, scale: int = 1) -> Bound | None:
        """The bound; None while the unit is missing. *scale* multiplies a bare number."""
        if self.others:
            bounds = [bound for end in (self._alone(), *self.others) if (bound := end.value()) is not None]
            return (
                Greatest(which="max" if self.which == "max" else "min", of=tuple(bounds)) if bounds else None
            )
        if self.number is None:
            return self.bound
        if self.unit is None:
            return None
        basis = self.basis if self.unit in ("x", "%") else None
        return _quantity(self.number.amount * scale, self.unit, basis)

    def _alone(self) -> "End":
        return End(self.number, self.unit, self.basis, self.bound)

    @property
    def waits(self) -> bool:
        """Whether its unit is missing, or what it is a share of."""
        if self.number is None:
            return False
        return self.unit is None or (self.unit in ("x", "%") and self.basis is None)

    def doubled(self, times: int | Fraction) -> "End":
        """The same end so many times as large."""
        if self.number is None:
            return self
        return End(Number(self.number.amount * times), self.unit, self.basis)


class Amount:
    """How much: a sign as in the notation, and one or two ends.

    Attributes:
        sign: ``<=``, ``>=``, ``<``, ``>``, ``=``, ``..``, or empty for a bare bound such as ``unlimited``.
        first: The only end, or the low one.
        second: The high end of ``..``.
        of_income: Whether the ends are periods for which income is taken.
        at: Offsets of the words in the text.
    """

    __slots__ = ("at", "first", "of_income", "second", "sign")

    def __init__(
        self, sign: str, first: End, second: End | None = None, *, at: tuple[int, int] = (0, 0)
    ) -> None:
        self.sign, self.first, self.second = sign, first, second
        self.at = at
        self.of_income = False

    @property
    def ends(self) -> tuple[End, ...]:
        """The ends there are."""
        return (self.first,) if self.second is None else (self.first, self.second)

    @property
    def waits(self) -> bool:
        """Whether a unit is missing, or what a share is taken of."""
        return any(end.waits for end in self.ends)

    @property
    def is_upside_down(self) -> bool:
        """Whether the low end is above the high one."""
        low, high = self.first, self.second
        if high is None or low.number is None or high.number is None or low.basis != high.basis:
            return False
        if low.unit != high.unit:
            days = _DAYS.get(low.unit or ""), _DAYS.get(high.unit or "")
            if days[0] is None or days[1] is None:
                return False
            return low.number.amount * days[0] > high.number.amount * days[1]
        return low.number.amount > high.number.amount

    @property
    def is_mixed(self) -> bool:
        """Whether its ends cannot be ends of one range: years and euros."""
        if self.second is None:
            return False
        low, high = self.first.unit, self.second.unit
        if low is None or high is None or low == high:
            return False
        if {low, high} & {"x", "%"}:
            return {low, high} == {"x", "%"}
        return low not in _DAYS or high not in _DAYS

    @property
    def is_term(self) -> bool:
        """Whether it is measured in time, life included."""
        last = self.ends[-1]
        return last.unit in TIME_UNITS or last.bound in (LIFE, LIFE_WITHOUT_RELEASE)

    @property
    def is_no_term(self) -> bool:
        """Whether it is a term that nobody lives to serve, or of no length at all."""
        last = self.ends[-1]
        if last.number is None or last.unit not in TIME_UNITS or self.sign == ">":
            return False
        return last.number.amount == 0 or (last.unit == "y" and last.number.amount > _LONGEST_TERM)

    def fill(self, unit: str, basis: Basis | None = None) -> None:
        """Give the ends that wait a unit, and a share what it is taken of."""
        for end in self.ends:
            if end.waits and end.unit in (None, unit):
                end.unit, end.basis = unit, basis

    def settle(self) -> None:
        """Let the low end of a range take the unit of the high one: "three to eight years"."""
        if self.second is None:
            return
        low, high = self.first, self.second
        if low.waits and high.unit is not None and low.unit in (None, high.unit):
            low.unit, low.basis = high.unit, high.basis
        elif high.number is not None and high.unit is None and low.unit is not None:
            high.unit, high.basis = low.unit, low.basis  # "no menor de doce años ni mayor de veinte"

    @property
    def shares_multiplier(self) -> bool:
        """Whether a multiplier at the high end may cover the low one: "from three to seven thousand"."""
        low, high = self.first.number, self.second.number if self.second else None
        return (
            low is not None
            and high is not None
            and low.multiplier == 1
            and high.multiplier > 1
            and low.amount < high.amount / Fraction(high.multiplier)
        )

    def span(self, *, flipped: bool = False) -> Span | None:
        """What it comes to; None while a unit is missing.

        *flipped* gives the other reading where a multiplier may cover both ends.
        """
        if self.is_mixed:
            return None
        scale = 1
        if self.second is not None and self.second.number and self.shares_multiplier and not flipped:
            scale = self.second.number.multiplier
        first = self._bound(self.first, scale)
        second = None if self.second is None else self._bound(self.second)
        if first is None or (self.second is not None and second is None):
            return None
        if self.sign == "..":
            if second is None:
                return None
            return _range(second, first) if self.is_upside_down else _range(first, second)
        if self.sign == "" and isinstance(first, Quantity | Reference | Greatest):
            return Span("=", first)
        return Span(self.sign, first)  # type: ignore[arg-type]

    def _bound(self, end: End, scale: int = 1) -> Bound | None:
        bound = end.value(scale)
        if self.of_income and isinstance(bound, Quantity) and bound.unit in _OF_YEAR:
            return _quantity(bound.amount * _OF_YEAR[bound.unit], "x", _INCOME)
        return bound


def _range(low: Bound, high: Bound) -> Span:
    if low == high and isinstance(low, Quantity):
        return Span("=", low)
    if (
        isinstance(low, Quantity)
        and isinstance(high, Quantity)
        and low.is_multiple
        and low.basis is None
        and high.basis is not None
    ):
        low = _quantity(low.amount, low.unit, high.basis)
    return Span("..", low, high)


def literal(words: str) -> str:
    """*words* fit for quotation in the notation: one line of printable signs without double quotes."""
    plain = "".join(sign if sign.isprintable() else " " for sign in words.replace('"', "'"))
    return " ".join(plain.split())


def life(*, without_release: bool = False) -> Amount:
    """An amount that is for life."""
    return Amount("", End(bound=LIFE_WITHOUT_RELEASE if without_release else LIFE))


def unlimited() -> Amount:
    """An amount that is left to the court."""
    return Amount("", End(bound=UNLIMITED))


def basis_of(name: str | None, words: str) -> Basis | None:
    """What a multiple is taken of: a name of the notation, or the clause's own words."""
    if name:
        return name
    said = literal(words)
    return Quoted(said) if said else None
