"""Sanctions in money: index units at their worth on a day, multiples of a sum that the caller knows.

The day is always the caller's: whether the worth at the offence or at the judgment counts is law, and the
same ten units are another sum each year without any amendment. Nominal comparison
(:func:`lawtrack.penalties.compare_sanctions`) never looks at any of this; valued comparison is another call.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve, frozen

from ..arguments import checked
from ..dates import as_day
from ..errors import ReadingError
from ..penalties.amounts import as_bound
from ..penalties.ladder import PenaltyLadder
from ..penalties.order import SanctionComparison, compare_sanctions
from ..penalties.parts import Component
from ..penalties.sanction import Sanction
from ..penalties.units import INDEX_UNITS, Bound, Quantity, Quoted, Reference
from .index_units import IndexUnitSeries
from .rewriting import each_quantity, rewritten, with_ends

__all__ = ["Valued", "compare_valued", "value_sanction"]

Series = IndexUnitSeries | Iterable[IndexUnitSeries]
Bases = Mapping[str, str | Quantity]


@frozen(kw_only=True)
class Valued:
    """A sanction with its amounts in money.

    Attributes:
        sanction: The sanction; what could not be valued stands in it as it was.
        on: The day of valuation.
        notes: At which worth each unit was turned, and what was left and why, as sentences.
    """

    sanction: Sanction
    on: date
    notes: tuple[str, ...]

    def __str__(self) -> str:
        return str(self.sanction)


@checked
def value_sanction(
    sanction: Sanction | str,
    *,
    on: date | str,
    series: Series = (),
    bases: Bases | None = None,
    day_rate: str | Quantity | None = None,
) -> Valued:
    """The sanction with index units, multiples and shares turned into money, as exact amounts.

    Args:
        sanction: A sanction or its notation.
        on: Day whose worth counts. Article 41 of Kazakhstan's Criminal Code says the day of the offence.
        series: What index units are worth; :func:`lawtrack.sentencing.penalty_facts` has some.
        bases: What multiples and shares are of: ``{"bribe": "1000000 KZT"}`` turns ``x50 bribe`` and
            ``50% bribe``. A basis in the author's own words is named by those words.
        day_rate: Money for one day-fine (``df``).

    Terms and sums of money stay. What nothing is given for, a level of a scale, and an amount fixed by
    another provision stay as they are and are named in the notes.

    Raises:
        ReadingError: A series says nothing about that day (LT-TIM-013), two series are of one unit, or a
            basis or rate is no sum of money.
    """
    day = as_day(on)
    valuer = _Valuer(day, series, bases or {}, day_rate)
    valued = rewritten(Sanction.of(sanction), valuer.component)
    return Valued(sanction=valued, on=day, notes=tuple(dict.fromkeys(valuer.notes)))


class _Valuer:
    """Turns the components of one sanction, and keeps a note of how."""

    def __init__(self, on: date, series: Series, bases: Bases, day_rate: str | Quantity | None) -> None:
        self.on = on
        self.notes: list[str] = []
        self.series: dict[str, IndexUnitSeries] = {}
        for one in (series,) if isinstance(series, IndexUnitSeries) else series:
            if one.unit_id in self.series:
                raise ReadingError(one.unit_id, "one series for each index unit")
            self.series[one.unit_id] = one
        self.bases = {name: _money(name, sum_) for name, sum_ in bases.items()}
        self.day_rate = None if day_rate is None else _money("day_rate", day_rate)

    def component(self, component: Component) -> Component:
        low, high = component.ends
        ends = each_quantity(low, self.quantity), each_quantity(high, self.quantity)
        for end in (low, high, component.cap):
            if isinstance(end, Reference):
                self.notes.append(f"{end} is fixed by another provision and left as it is.")
        cap = None if component.cap is None else each_quantity(component.cap, self.quantity)
        if ends == (low, high):
            return component if cap == component.cap else evolve(component, cap=cap)
        span = with_ends(component.span, *ends)
        if isinstance(span, str):
            self.notes.append(f"{component} is left as it is: {span}.")
            return component
        return evolve(component, span=span, cap=cap)

    def quantity(self, held: Quantity) -> Bound:
        if held.is_multiple:
            return self._multiple(held)
        if held.unit not in INDEX_UNITS:
            return held
        if held.unit == "df" and self.day_rate is not None:
            self.notes.append(f"1 day-fine counts as {self.day_rate}, as given.")
            return _times(self.day_rate, held)
        if held.unit in self.series:
            point = self.series[held.unit].point_on(self.on)
            by = f" ({point.source})" if point.source else ""
            self.notes.append(f"1 {held.unit} counts as {point.worth} on {self.on}{by}.")
            return _times(point.worth, held)
        why = f"no worth of 1 {held.unit} is given"
        if held.unit == "level":
            why = "a level is no multiple of anything"
        self.notes.append(f"{held} is left as it is: {why}.")
        return held

    def _multiple(self, held: Quantity) -> Bound:
        basis = held.basis.text if isinstance(held.basis, Quoted | Reference) else held.basis
        if basis is not None and basis in self.bases:
            self.notes.append(f"{basis} counts as {self.bases[basis]}, as given.")
            return _times(self.bases[basis], held.canonical())
        what = "it is not said of what" if basis is None else f"no sum is given for {basis!r}"
        self.notes.append(f"{held} is left as it is: {what}.")
        return held


def _times(worth: Quantity, count: Quantity) -> Quantity:
    return evolve(worth, amount=worth.amount * count.amount)


def _money(name: str, value: Any) -> Quantity:
    held = as_bound(value)
    if not isinstance(held, Quantity) or held.is_time or held.is_multiple or held.unit in INDEX_UNITS:
        raise ReadingError(value, f"a sum of money for {name!r}, such as 1000000 KZT")
    return held


@checked
def compare_valued(
    before: Sanction | str,
    after: Sanction | str,
    *,
    on: date | str | None = None,
    on_before: date | str | None = None,
    on_after: date | str | None = None,
    series: Series = (),
    bases: Bases | None = None,
    day_rate: str | Quantity | None = None,
    ladder: PenaltyLadder | None = None,
    same_general_part: bool = True,
) -> SanctionComparison:
    """How *after* compares with *before*, both in money; the basis says at which worth.

    Give ``on`` for both, or a day for each. Two days make the same clause harsher or milder without any
    amendment. Raises TypeError when a side has no day, else as :func:`value_sanction`.
    """
    first, second = on_before or on, on_after or on
    if first is None or second is None:
        raise TypeError("a valued comparison needs on=, or on_before= and on_after=: there is no default day")
    held = tuple(series) if not isinstance(series, IndexUnitSeries) else (series,)
    a = value_sanction(before, on=first, series=held, bases=bases, day_rate=day_rate)
    b = value_sanction(after, on=second, series=held, bases=bases, day_rate=day_rate)
    told = compare_sanctions(a.sanction, b.sanction, ladder=ladder, same_general_part=same_general_part)
    notes = dict.fromkeys(
        (f"before is valued on {a.on}, after on {b.on}", *(n.rstrip(".") for n in (*a.notes, *b.notes)))
    )
    return evolve(told, basis=(*told.basis, *notes))
