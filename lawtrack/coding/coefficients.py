"""Coefficients of agreement, worked out exactly.

Each takes units, every one the answers it was given; an answer is any hashable value. Results are fractions,
or :class:`Undefined` with the reason where a formula would divide by nothing.

Sources: J. Cohen, "A coefficient of agreement for nominal scales" (1960); J. L. Fleiss, "Measuring nominal
scale agreement among many raters" (1971); K. Krippendorff, "Computing Krippendorff's alpha-reliability"
(2011).
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import Any, NoReturn, TypeVar

from attrs import frozen

from ..arguments import checked
from ..dates import EdtfDate, as_day
from ..errors import ReadingError, WrongTypeError
from ..model.coding import Level

__all__ = [
    "Coefficient",
    "Figure",
    "Undefined",
    "cohen_kappa",
    "fleiss_kappa",
    "krippendorff_alpha",
    "percent",
]

V = TypeVar("V", bound=Hashable)

NO_VARIATION = "no variation: every answer is the same"
NO_PAIRS = "no unit has answers of two coders"


@frozen(order=True, repr=False)
class Coefficient:
    """A figure of agreement; prints to four decimals, rounded half to even, and holds the exact *value*."""

    value: Fraction

    def __str__(self) -> str:
        scaled = round(self.value * 10_000)
        sign, whole = ("-" if scaled < 0 else ""), abs(scaled)
        return f"{sign}{whole // 10_000}.{whole % 10_000:04d}"

    def __repr__(self) -> str:
        return f"Coefficient({self.value})"


@frozen(repr=False)
class Undefined:
    """Stands where a figure has no value; neither true nor false, and never a number.

    Attributes:
        reason: Why there is none.
    """

    reason: str

    def __bool__(self) -> NoReturn:
        """Refuse to be tested for truth; raises TypeError."""
        raise TypeError(f"an undefined figure is neither true nor false ({self.reason}); look at its type")

    def __str__(self) -> str:
        return "undefined"

    def __repr__(self) -> str:
        return f"Undefined({self.reason!r})"


Figure = Coefficient | Undefined


@checked
def percent(units: Iterable[Sequence[Hashable]]) -> Figure:
    """Share of agreeing pairs among all pairs of answers to one unit, from 0 to 1."""
    same = pairs = 0
    for answers in _answers("percent", units):
        same += sum(n * (n - 1) for n in Counter(answers).values())
        pairs += len(answers) * (len(answers) - 1)
    return Coefficient(Fraction(same, pairs)) if pairs else Undefined(NO_PAIRS)


@checked
def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> Figure:
    """Cohen's kappa of two coders, unweighted; each pair is what they gave to one unit."""
    held = _answers("cohen_kappa", pairs, "pairs")
    if any(len(pair) != 2 for pair in held):
        read = next(pair for pair in held if len(pair) != 2)
        raise ReadingError(read, "two answers for each unit", "Units that one coder left empty stay out.")
    if not held:
        return Undefined("no unit has answers of both coders")
    n = len(held)
    first, second = Counter(a for a, _ in held), Counter(b for _, b in held)
    observed = Fraction(sum(a == b for a, b in held), n)
    return _beyond_chance(observed, Fraction(sum(first[v] * second[v] for v in first), n * n))


@checked
def fleiss_kappa(units: Iterable[Sequence[Hashable]]) -> Figure:
    """Fleiss' kappa; every unit must have equally many answers, two or more. For two it is Scott's pi."""
    held = [answers for answers in _answers("fleiss_kappa", units) if answers]
    sizes = {len(answers) for answers in held}
    if not sizes or sizes == {1}:
        return Undefined(NO_PAIRS)
    if len(sizes) > 1:
        return Undefined("units differ in how many answers they have, which this coefficient does not allow")
    totals: Counter[Hashable] = Counter()
    for answers in held:
        totals.update(answers)
    n = totals.total()
    chance = Fraction(sum(count * count for count in totals.values()), n * n)
    observed = percent(held)
    assert isinstance(observed, Coefficient)  # every unit has at least one pair
    return _beyond_chance(observed.value, chance)


def _answers(function: str, units: Iterable[Any], parameter: str = "units") -> list[Sequence[Any]]:
    """The units as lists of answers; a text is one answer, and taken for a unit it would be its letters."""
    held = list(units)
    for answers in held:
        if isinstance(answers, str) or not isinstance(answers, Sequence):
            expected = "lists of answers, one for each unit,"
            raise WrongTypeError(function, parameter, answers, expected, "A unit is a list: ['yes', 'no'].")
        for answer in answers:
            _check_hashable(function, parameter, answer)
    return held


def _check_hashable(function: str, parameter: str, answer: object) -> None:
    try:
        hash(answer)
    except TypeError:
        expected = "answers that can be told apart, as texts, numbers and tuples can,"
        hint = "An answer of several choices is a tuple: ('a', 'b')."
        raise WrongTypeError(function, parameter, answer, expected, hint) from None


def _beyond_chance(observed: Fraction, chance: Fraction) -> Figure:
    return Undefined(NO_VARIATION) if chance == 1 else Coefficient((observed - chance) / (1 - chance))


@checked
def krippendorff_alpha(
    units: Iterable[Sequence[V]], level: Level = Level.NOMINAL, order: Sequence[V] = ()
) -> Figure:
    """Krippendorff's alpha; units with fewer than two answers are left out, as the method has it.

    *order* gives the answers from low to high where *level* is ordinal; without it they are sorted. Interval
    and ratio answers are exact numbers, ratio ones not negative. Dates are whole days, as ``date`` or as
    :class:`EdtfDate`, and as far apart as there are days between them.
    """
    counts = [Counter(each) for each in _answers("krippendorff_alpha", units) if len(each) > 1]
    if not counts:
        return Undefined(NO_PAIRS)
    totals: Counter[V] = Counter()
    for count in counts:
        totals.update(count)
    squared = _Distances(totals, level, order)
    expected = squared.within(totals) / (totals.total() - 1)
    if not expected:
        return Undefined(NO_VARIATION)
    observed = sum((squared.within(count) / (count.total() - 1) for count in counts), Fraction(0))
    return Coefficient(1 - observed / expected)


class _Distances:
    """Squared distances of answers; ordinal ones depend on how often each answer is given."""

    def __init__(self, totals: Mapping[V, int], level: Level, order: Sequence[V]) -> None:
        self._level = level
        self._place: dict[Hashable, Fraction] = {}
        if level is Level.ORDINAL:
            # Two answers are as far apart as answers lie between them, each end counted by half.
            for answer in order:
                _check_hashable("krippendorff_alpha", "order", answer)
            ranked = order or _sorted(totals)
            for answer in totals:
                if answer not in ranked:
                    known = ", ".join(map(str, ranked))
                    raise ReadingError(answer, f"an answer of the order given: {known}", code="LT-COD-001")
            below = 0
            for answer in ranked:
                self._place[answer] = below + Fraction(totals.get(answer, 0), 2)
                below += totals.get(answer, 0)
        if level.is_number:
            for answer in totals:
                _check_number(answer, level)
        if level is Level.DATE:
            self._place = {answer: Fraction(_whole_day(answer).toordinal()) for answer in totals}

    def within(self, counts: Mapping[V, int]) -> Fraction:
        """Sum of squared distances over all unordered pairs of answers."""
        n = sum(counts.values())
        if self._level is Level.RATIO:
            pairs = combinations(counts.items(), 2)
            return sum((c * k * _ratio(a, b) for (a, c), (b, k) in pairs), Fraction(0))
        if self._level in (Level.NOMINAL, Level.TEXT):
            return Fraction(n * n - sum(c * c for c in counts.values()), 2)
        # Σ over pairs of (a - b)² is n Σa² - (Σa)², in one pass over the answers.
        placed: list[tuple[Any, int]] = [(self._place.get(a, a), c) for a, c in counts.items()]
        return Fraction(n * sum(c * x * x for x, c in placed) - sum(c * x for x, c in placed) ** 2)


def _sorted(answers: Iterable[Any]) -> list[Any]:
    try:
        return sorted(answers)
    except TypeError:
        read = ", ".join(map(repr, answers))
        raise ReadingError(read, "answers with an order", "Give them from low to high as order=.") from None


def _check_number(answer: object, level: Level) -> None:
    exact = isinstance(answer, int | Fraction) and not isinstance(answer, bool)
    if not exact or (level is Level.RATIO and isinstance(answer, int | Fraction) and answer < 0):
        least = ", not below zero" if level is Level.RATIO else ""
        hint = "Fraction('0.1') is exact, 0.1 is not." if isinstance(answer, float) else ""
        raise ReadingError(
            answer, f"an exact number{least}, for {level.value} answers", hint, code="LT-COD-001"
        )


def _whole_day(answer: Any) -> date:
    if isinstance(answer, EdtfDate) and answer.is_definite and answer.earliest is not None:
        return answer.earliest
    return as_day(str(answer) if isinstance(answer, EdtfDate) else answer)


def _ratio(a: Any, b: Any) -> Fraction:
    apart, together = Fraction(a) - Fraction(b), Fraction(a) + Fraction(b)
    return (apart / together) ** 2
