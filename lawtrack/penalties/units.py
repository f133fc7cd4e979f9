"""Exact amounts of a penalty, and the ends of a span that are not amounts.

Everything is a :class:`fractions.Fraction`; nothing is rounded. Years are months (12) and weeks are
days (7); months, days and hours are three lines that meet only where a calendar lets them
(:mod:`lawtrack.penalties.relation`).
"""

from enum import Enum
from fractions import Fraction
from typing import Literal

from attrs import field, frozen

from ..missing import Missing
from ..patterns import pattern

__all__ = [
    "GENERAL_PART",
    "INDEX_UNITS",
    "LIFE",
    "LIFE_WITHOUT_RELEASE",
    "TIME_UNITS",
    "UNLIMITED",
    "Basis",
    "Bound",
    "Greatest",
    "Limit",
    "Quantity",
    "Quoted",
    "Reference",
    "as_number",
    "holds_unknown",
    "is_unit",
]

TIME_UNITS = ("y", "mo", "w", "d", "h")
"""Years, months, weeks, days, hours."""

INDEX_UNITS = ("MCI", "UR", "df", "level")
"""Monthly calculation index, unidad reajustable, day-fine, level of the standard scale."""

_CANONICAL = {"y": ("mo", Fraction(12)), "w": ("d", Fraction(7)), "%": ("x", Fraction(1, 100))}
_CURRENCY = pattern(r"[A-Z]{3}")


def is_unit(name: str) -> bool:
    """Tell whether *name* is a unit of time, an index unit, or shaped like an ISO 4217 currency."""
    return name in TIME_UNITS or name in INDEX_UNITS or _CURRENCY.fullmatch(name) is not None


def as_number(value: Fraction) -> str:
    """Write *value* as ``3`` or ``5/2``."""
    return str(value)


def _no_quote(instance: object, attribute: object, value: str) -> None:
    if '"' in value:
        raise ValueError(f"quoted words cannot hold a double quote: {value!r}")


@frozen
class Quoted:
    """Words of the author, written in double quotes."""

    text: str = field(validator=_no_quote)

    def __str__(self) -> str:
        return f'"{self.text}"'


@frozen
class Reference:
    """An amount that another provision fixes, such as ``ref("§ 22-3571.01")``."""

    text: str = field(validator=_no_quote)

    def __str__(self) -> str:
        return f'ref("{self.text}")'


Basis = str | Quoted | Reference
"""What a multiple is a multiple of: a name such as ``bribe``, the author's words, or a reference."""


@frozen(kw_only=True)
class Quantity:
    """A number of units, as written: ``2y`` and ``24mo`` are two records with one canonical value.

    Attributes:
        amount: Never negative.
        unit: A unit of time, an index unit, a currency, ``x`` (multiple) or ``%`` (share).
        basis: What a multiple or share is taken of; None when not said, and for other units.
    """

    amount: Fraction = field(converter=Fraction)
    unit: str = field()
    basis: Basis | None = None

    @amount.validator
    def _not_negative(self, attribute: object, value: Fraction) -> None:
        if value < 0:
            raise ValueError(f"a penalty is never negative, got {value}")

    @unit.validator
    def _is_a_unit(self, attribute: object, value: str) -> None:
        if value not in ("x", "%") and not is_unit(value):
            raise ValueError(f"no unit {value!r}")

    def __attrs_post_init__(self) -> None:
        if self.basis is not None and not self.is_multiple:
            raise ValueError(f"only multiples and shares have a basis, not {self.unit!r}")

    @property
    def is_multiple(self) -> bool:
        """Whether this is a multiple or share of something else."""
        return self.unit in ("x", "%")

    @property
    def is_time(self) -> bool:
        """Whether this is a term."""
        return self.unit in TIME_UNITS

    def canonical(self) -> "Quantity":
        """The same amount in months, days, hours, multiples or its own unit."""
        unit, factor = _CANONICAL.get(self.unit, (self.unit, Fraction(1)))
        if unit == self.unit:
            return self
        return Quantity(amount=self.amount * factor, unit=unit, basis=self.basis)

    def bare(self) -> str:
        """The number without its unit; a multiple keeps its ``x``."""
        return f"x{as_number(self.amount)}" if self.unit == "x" else as_number(self.amount)

    def tail(self) -> str:
        """What follows the number: the unit, with the space that notation puts before it."""
        basis = f" {self.basis}" if self.basis is not None else ""
        if self.unit == "x":
            return basis
        return f"{'' if self.is_time or self.unit == '%' else ' '}{self.unit}{basis}"

    def __str__(self) -> str:
        return self.bare() + self.tail()


class Limit(Enum):
    """An end of a span that is not an amount.

    ``LIFE`` and ``LIFE_WITHOUT_RELEASE`` top the line of terms; ``UNLIMITED`` is an end left free on
    purpose; ``GENERAL_PART`` is an end that this clause does not state and another part of the code does.
    An end that nobody here knows is :data:`lawtrack.missing.UNKNOWN`.
    """

    LIFE = "life"
    LIFE_WITHOUT_RELEASE = "life+"
    UNLIMITED = "unlimited"
    GENERAL_PART = "general part"

    def __repr__(self) -> str:
        return self.name

    def __str__(self) -> str:
        return self.value


LIFE = Limit.LIFE
LIFE_WITHOUT_RELEASE = Limit.LIFE_WITHOUT_RELEASE
UNLIMITED = Limit.UNLIMITED
GENERAL_PART = Limit.GENERAL_PART


@frozen(kw_only=True)
class Greatest:
    """Whichever of several bounds is greatest, or least: ``max(1000 USD, x2 value)``."""

    which: Literal["max", "min"]
    of: tuple["Bound", ...] = field()

    @of.validator
    def _not_empty(self, attribute: object, value: tuple["Bound", ...]) -> None:
        if not value:
            raise ValueError(f"{self.which}() needs at least one bound")
        if any(bound is Limit.GENERAL_PART for bound in value):
            raise ValueError(f"an unstated end cannot stand inside {self.which}()")

    def __str__(self) -> str:
        return f"{self.which}({', '.join(map(str, self.of))})"


Bound = Quantity | Reference | Greatest | Limit | Literal[Missing.UNKNOWN]
"""One end of a span."""


def holds_unknown(bound: Bound | None) -> bool:
    """Whether nobody here knows *bound*, or one of the bounds it is the greatest or the least of."""
    if isinstance(bound, Greatest):
        return any(map(holds_unknown, bound.of))
    return isinstance(bound, Missing)
