"""Exact numbers of which perhaps only bounds are known."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from attrs import field, frozen

from .errors import ReadingError
from .missing import UNKNOWN
from .patterns import pattern
from .verdicts import Truth

__all__ = ["Number", "Range", "as_fraction", "read_fraction"]

Number = int | Fraction | Decimal
"""The numbers lawtrack computes with; never float."""

EXPECTED = "a range such as [17/100, 1/5), (10, ∞) or a number such as 3 or 1/5"

# Beyond any law, and it keeps hostile input such as 1e999999999 cheap.
_FIGURES = 400
_NUMBER = pattern(rf"-?[0-9]{{1,{_FIGURES}}}(?:/[0-9]{{1,{_FIGURES}}}|\.[0-9]{{1,{_FIGURES}}})?")
_RANGE = pattern(r"([\[(])\s*([^,\s]+)\s*,\s*([^,\s]+)\s*([\])])")
_INFINITY = ("∞", "inf")


def as_fraction(value: Number) -> Fraction:
    """Return *value* exactly; ReadingError for a float, a flag, a text or what is not finite."""
    if isinstance(value, float):
        raise ReadingError(
            value,
            "an int, Fraction or Decimal",
            "A float is not exact; write a Fraction such as Fraction(1, 5).",
        )
    if isinstance(value, bool) or not isinstance(value, (int, Fraction, Decimal)):
        raise ReadingError(value, "an int, Fraction or Decimal")
    if isinstance(value, Decimal) and not (value.is_finite() and abs(value.adjusted()) <= _FIGURES):
        raise ReadingError(value, f"a finite number of at most {_FIGURES} figures")
    return Fraction(value)


def read_fraction(text: str) -> Fraction:
    """Read ``3``, ``-1/5`` or ``0.25``; ReadingError for anything else."""
    if not isinstance(text, str) or not _NUMBER.fullmatch(text):
        raise ReadingError(text, "a number such as 3, 1/5 or 0.25")
    try:
        return Fraction(text)
    except ZeroDivisionError:
        raise ReadingError(text, "a fraction whose denominator is not zero") from None


def _bound(value: Number | None) -> Fraction | None:
    return None if value is None else as_fraction(value)


class _End(NamedTuple):
    """One end of a range, as a number or as an infinity of the sign given."""

    value: Fraction
    open: bool
    infinite: int = 0

    def key(self) -> tuple[int, Fraction]:
        return self.infinite, self.value


@frozen(order=False)
class Range:
    """Every number from *lo* to *hi*; never empty. Written ``[17/100, 1/5)``, or ``3`` for ``[3, 3]``.

    Sums, differences and products are those of interval arithmetic: every result that some number of the
    one and some number of the other can give. The two are taken as independent, so ``r - r`` is not zero.

    Attributes:
        lo: Lower end; None: no lower bound. Int, Fraction or Decimal; a float is refused.
        hi: Upper end; None: no upper bound.
        lo_open: Whether *lo* itself is left out; always so when there is no bound.
        hi_open: Whether *hi* itself is left out; always so when there is no bound.
    """

    lo: Fraction | None = field(converter=_bound)
    hi: Fraction | None = field(converter=_bound)
    lo_open: bool = False
    hi_open: bool = False

    def __attrs_post_init__(self) -> None:
        # One writing for one set of numbers, so that equality by value holds for unbounded ranges too.
        object.__setattr__(self, "lo_open", self.lo_open or self.lo is None)
        object.__setattr__(self, "hi_open", self.hi_open or self.hi is None)
        if self.lo is None or self.hi is None:
            return
        if self.lo > self.hi or (self.lo == self.hi and (self.lo_open or self.hi_open)):
            raise ReadingError(
                _as_text(self), "a range with at least one number in it", "The lower end comes first."
            )

    @classmethod
    def exact(cls, value: Number) -> "Range":
        """The range of one number."""
        return cls(as_fraction(value), as_fraction(value))

    @classmethod
    def read(cls, text: str) -> "Range":
        """Read the notation of the class; ``inf`` may stand for ``∞`` and ``0.25`` for ``1/4``."""
        if not isinstance(text, str):
            raise ReadingError(text, EXPECTED)
        plain = text.replace("\N{MINUS SIGN}", "-")
        if _NUMBER.fullmatch(plain):
            return cls.exact(read_fraction(plain))
        found = _RANGE.fullmatch(plain)
        if found is None:
            raise ReadingError(text, EXPECTED)
        left, lo, hi, right = found.groups()
        lowest, highest = lo.removeprefix("-") in _INFINITY and lo[0] == "-", hi in _INFINITY
        if (lowest and left == "[") or (highest and right == "]"):
            raise ReadingError(text, "a round bracket at ∞", "No number is infinite.")
        return cls(
            None if lowest else read_fraction(lo),
            None if highest else read_fraction(hi),
            left == "(",
            right == ")",
        )

    @property
    def is_exact(self) -> bool:
        """Whether it holds one number only."""
        return self.lo is not None and self.lo == self.hi

    def contains(self, value: Number) -> bool:
        """Whether *value* is one of its numbers."""
        return Range.exact(value).within(self)

    def within(self, other: "Range") -> bool:
        """Whether every number of this range is in *other*."""
        starts = other.lo is None or (
            self.lo is not None
            and (self.lo > other.lo or (self.lo == other.lo and (self.lo_open or not other.lo_open)))
        )
        ends = other.hi is None or (
            self.hi is not None
            and (self.hi < other.hi or (self.hi == other.hi and (self.hi_open or not other.hi_open)))
        )
        return starts and ends

    def intersect(self, other: "Range") -> "Range | None":
        """The numbers in both, or None when there are none."""
        # The later start and the earlier end; at one point the open end is the stricter.
        low = max((_low(self), _low(other)), key=lambda end: (*end.key(), end.open))
        high = min((_high(self), _high(other)), key=lambda end: (*end.key(), not end.open))
        if low.key() > high.key() or (low.key() == high.key() and (low.open or high.open)):
            return None
        return _from_ends(low, high)

    def hull(self, other: "Range") -> "Range":
        """The smallest range that holds both, and whatever lies between them."""
        return _from_ends(
            min((_low(self), _low(other)), key=lambda end: (*end.key(), end.open)),
            max((_high(self), _high(other)), key=lambda end: (*end.key(), not end.open)),
        )

    def less_than(self, other: "Range | Number") -> Truth:
        """Whether the number meant here is less than the one meant there; UNKNOWN if the ranges overlap."""
        other = _as_range(other)
        if self.hi is not None and other.lo is not None:
            apart = self.hi_open or other.lo_open
            if self.hi < other.lo or (self.hi == other.lo and apart):
                return True
        if self.lo is not None and other.hi is not None and self.lo >= other.hi:
            return False
        return UNKNOWN

    def equals(self, other: "Range | Number") -> Truth:
        """Whether both mean one number; True only when each holds a single one."""
        other = _as_range(other)
        if self.is_exact and other.is_exact:
            return self.lo == other.lo
        return False if self.intersect(other) is None else UNKNOWN

    def __add__(self, other: "Range | Number") -> "Range":
        other = _as_range(other)
        return Range(
            None if self.lo is None or other.lo is None else self.lo + other.lo,
            None if self.hi is None or other.hi is None else self.hi + other.hi,
            self.lo_open or other.lo_open,
            self.hi_open or other.hi_open,
        )

    __radd__ = __add__

    def __neg__(self) -> "Range":
        return Range(
            None if self.hi is None else -self.hi,
            None if self.lo is None else -self.lo,
            self.hi_open,
            self.lo_open,
        )

    def __sub__(self, other: "Range | Number") -> "Range":
        return self + -_as_range(other)

    def __rsub__(self, other: Number) -> "Range":
        return -self + other

    def __mul__(self, other: "Range | Number") -> "Range":
        other = _as_range(other)
        ends = [_times(a, b) for a in (_low(self), _high(self)) for b in (_low(other), _high(other))]
        return _from_ends(
            min(ends, key=lambda end: (*end.key(), end.open)),
            max(ends, key=lambda end: (*end.key(), not end.open)),
        )

    __rmul__ = __mul__

    def __str__(self) -> str:
        return str(self.lo) if self.is_exact else _as_text(self)


def _as_text(numbers: Range) -> str:
    left, right = "(" if numbers.lo_open else "[", ")" if numbers.hi_open else "]"
    lo = "-∞" if numbers.lo is None else numbers.lo
    hi = "∞" if numbers.hi is None else numbers.hi
    return f"{left}{lo}, {hi}{right}"


def _as_range(value: Range | Number) -> Range:
    return value if isinstance(value, Range) else Range.exact(value)


def _low(numbers: Range) -> _End:
    return _End(Fraction(0), True, -1) if numbers.lo is None else _End(numbers.lo, numbers.lo_open)


def _high(numbers: Range) -> _End:
    return _End(Fraction(0), True, 1) if numbers.hi is None else _End(numbers.hi, numbers.hi_open)


def _from_ends(low: _End, high: _End) -> Range:
    return Range(
        None if low.infinite else low.value, None if high.infinite else high.value, low.open, high.open
    )


def _times(a: _End, b: _End) -> _End:
    """The product of two ends; zero times anything is zero, and is reached if the zero itself is."""
    zeros = [end for end in (a, b) if not end.infinite and end.value == 0]
    if zeros:
        return _End(Fraction(0), all(end.open for end in zeros))
    sign = _sign(a) * _sign(b)
    if a.infinite or b.infinite:
        return _End(Fraction(0), True, sign)
    return _End(a.value * b.value, a.open or b.open)


def _sign(end: _End) -> int:
    return end.infinite or (1 if end.value > 0 else -1)
