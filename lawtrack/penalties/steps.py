"""How far one end of a penalty moved: exact signed amounts, never rounded."""

from fractions import Fraction

from attrs import field, frozen

from ..errors import ReadingError
from ..missing import NOT_APPLICABLE, NOT_STATED, TOKENS, UNKNOWN, Missing
from ..patterns import pattern
from .bounds import BoundReader
from .normal import canonical_bound
from .relation import days_in
from .tokens import NotationError
from .units import GENERAL_PART, Basis, Bound, Limit, Quantity, Quoted, Reference, holds_unknown

__all__ = ["DayRange", "EndStep", "Step", "read_step", "step_between", "stepped"]


@frozen(kw_only=True)
class Step:
    """A signed amount in a canonical unit: months, days, hours, money, index units or multiples.

    Attributes:
        amount: Positive for up.
        unit: Canonical unit; empty for a step of nothing, which is the same in every unit.
        basis: Of a multiple.
    """

    amount: Fraction = field(converter=Fraction)
    unit: str = ""
    basis: Basis | None = None

    def __attrs_post_init__(self) -> None:
        if (self.amount == 0) is not (self.unit == ""):
            raise ValueError("a step of nothing has no unit, any other step has one")

    @classmethod
    def of(cls, quantity: Quantity, sign: int = 1) -> "Step":
        """The step of *quantity* up, or down when *sign* is -1."""
        canonical = quantity.canonical()
        if canonical.amount == 0:
            return cls(amount=Fraction(0))
        return cls(amount=sign * canonical.amount, unit=canonical.unit, basis=canonical.basis)

    @classmethod
    def read(cls, text: str) -> "Step":
        """Read ``+2y``, ``-500 EUR``, ``+0``. Raises ReadingError (LT-PEN-006)."""
        if not isinstance(text, str):
            raise ReadingError(text, "a step with its sign", "Write +2y or -6mo.", code="LT-PEN-006")
        said = text.strip()
        if said in ("+0", "-0", "0"):
            return cls(amount=Fraction(0))
        if not said.startswith(("+", "-")):
            raise ReadingError(text, "a step with its sign", "Write +2y or -6mo.", code="LT-PEN-006")
        cursor = BoundReader(said[1:])
        bound = cursor.bound()
        if not isinstance(bound, Quantity) or not cursor.sees("end"):
            raise ReadingError(text, "a signed amount such as +2y or -6mo", code="LT-PEN-006")
        return cls.of(bound, -1 if said[0] == "-" else 1)

    def __str__(self) -> str:
        if self.amount == 0:
            return "+0"
        size, unit = abs(self.amount), self.unit
        if unit == "mo" and size % 12 == 0:
            size, unit = size / 12, "y"
        return ("+" if self.amount > 0 else "-") + str(Quantity(amount=size, unit=unit, basis=self.basis))


@frozen(kw_only=True)
class DayRange:
    """A step between months and days: from *least* to *most* days, both signed and included."""

    least: Fraction = field(converter=Fraction)
    most: Fraction = field(converter=Fraction)

    def __str__(self) -> str:
        return f"{_signed(self.least)}..{_signed(self.most)}d"


def _signed(value: Fraction) -> str:
    return f"{'+' if value >= 0 else '-'}{abs(value)}"


EndStep = Step | DayRange | Missing
"""NOT_STATED: neither side states the end. NOT_APPLICABLE: no number says it (life, no such penalty, or
classes of persons whose penalties moved by different steps). UNKNOWN: the clause does not settle it."""

_RANGE = pattern(r"([+-]\d+(?:/\d+)?)\.\.([+-]\d+(?:/\d+)?)d")


def read_step(text: str) -> EndStep:
    """Read a step, a range of days, or a missing-value word. Raises ReadingError."""
    said = text.strip()
    if said in TOKENS:
        return TOKENS[said]
    found = _RANGE.fullmatch(said)
    if found:
        try:
            return DayRange(least=Fraction(found[1]), most=Fraction(found[2]))
        except (ZeroDivisionError, ValueError):
            raise ReadingError(text, "a range of days such as +28..+31d", code="LT-PEN-006") from None
    try:
        return Step.read(said)
    except NotationError as fault:
        raise ReadingError(text, fault.expected, fault.hint, code=fault.code) from None


def step_between(before: Bound, after: Bound) -> EndStep:
    """*after* minus *before*, for the same end of two penalties of one kind."""
    a, b = canonical_bound(before, keep_words=True), canonical_bound(after, keep_words=True)
    if holds_unknown(a) or holds_unknown(b):
        return UNKNOWN
    if a is GENERAL_PART and b is GENERAL_PART:
        return NOT_STATED
    if a == b:
        return Step(amount=Fraction(0))
    if isinstance(a, Limit) or isinstance(b, Limit):
        return UNKNOWN if GENERAL_PART in (a, b) else NOT_APPLICABLE
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return UNKNOWN
    if a.basis == "other" or isinstance(a.basis, Quoted | Reference):
        # The normal form no longer tells whose words these are, so no step in them could be applied to one.
        return UNKNOWN
    if (a.unit, a.basis) == (b.unit, b.basis):
        return Step(amount=b.amount - a.amount, unit=a.unit, basis=a.basis)
    if {a.unit, b.unit} == {"mo", "d"}:
        (a_least, a_most), (b_least, b_most) = _days(a), _days(b)
        return DayRange(least=b_least - a_most, most=b_most - a_least)
    return UNKNOWN


def _days(quantity: Quantity) -> tuple[Fraction, Fraction]:
    return days_in(quantity.amount) if quantity.unit == "mo" else (quantity.amount, quantity.amount)


def stepped(bound: Bound, step: EndStep) -> Bound | None:
    """*bound* moved by *step*; None when that is not an exact amount of zero or more."""
    if isinstance(step, Step) and step.amount == 0:
        return bound
    if step is NOT_STATED:
        return bound if bound is GENERAL_PART else None
    if not isinstance(step, Step) or not isinstance(bound, Quantity):
        return None
    held = bound.canonical()
    if (held.unit, held.basis) != (step.unit, step.basis) or held.amount + step.amount < 0:
        return None
    return Quantity(amount=held.amount + step.amount, unit=held.unit, basis=held.basis)
