"""What one index unit is worth in money, and since when."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen

from ..dates import as_day
from ..errors import ReadingError
from ..penalties.units import INDEX_UNITS, Quantity
from ..ranges import read_fraction

__all__ = ["IndexPoint", "IndexUnitSeries"]


def _day(value: date | str | None) -> date | None:
    return None if value is None else as_day(value)


@frozen(kw_only=True)
class IndexPoint:
    """The worth of one unit over one stretch of time.

    Attributes:
        start: First day. An ISO date as text is accepted, here and for *until*.
        until: First day it no longer holds; None when nobody says, and then only *start* itself is known.
        worth: Money for one unit.
        source: Who says so.
        confidence: ``primary``, ``secondary``, ``unverified`` or empty.
    """

    start: date = field(converter=as_day)
    worth: Quantity
    until: date | None = field(default=None, converter=_day)
    source: str = ""
    confidence: str = ""

    def __str__(self) -> str:
        end = f"to before {self.until}" if self.until else "on, the end not given"
        return f"{self.worth} from {self.start} {end}"

    def holds_on(self, day: date) -> bool:
        """Whether the worth is known to hold on a day."""
        if self.until is None:
            return day == self.start
        return self.start <= day < self.until


def _points(given: Iterable[Any]) -> tuple[IndexPoint, ...]:
    """Points in order of time; one without an end lasts until the next one starts."""
    held = sorted((_point(item) for item in given), key=lambda point: point.start)
    following: list[IndexPoint | None] = [*held[1:], None]
    return tuple(
        evolve(point, until=after.start) if point.until is None and after else point
        for point, after in zip(held, following, strict=True)
    )


def _point(item: Any) -> IndexPoint:
    if isinstance(item, IndexPoint):
        return item
    if not isinstance(item, tuple | list) or len(item) not in (3, 4):
        raise ReadingError(item, 'a point such as ("2017-01-01", "2269", "KZT"), with an optional end')
    start, amount, currency, *until = item
    number = Fraction(amount) if isinstance(amount, int | Fraction) else read_fraction(amount)
    return IndexPoint(
        start=start, worth=Quantity(amount=number, unit=currency), until=until[0] if until else None
    )


@frozen(kw_only=True)
class IndexUnitSeries:
    """The worth of an index unit over time, such as Kazakhstan's monthly calculation index.

    Nothing is extrapolated: a day in no point is an error. A last point without an end therefore speaks of
    its first day alone.

    Attributes:
        unit_id: The unit as sanctions write it: ``MCI``, ``UR``, ``df``. A level of a scale is no multiple of
            anything, so it has no series.
        jurisdiction: Country code.
        points: Stretches of time with their worth, the earliest first. Tuples (first day, amount, currency)
            or (first day, amount, currency, first day after) are accepted; a point without an end lasts until
            the next one starts.
        name: The unit in words.
        source: Who says so, where the points do not.
        note: A remark.
    """

    unit_id: str = field()
    jurisdiction: str
    points: tuple[IndexPoint, ...] = field(converter=_points)
    name: str = ""
    source: str = ""
    note: str = ""

    @unit_id.validator
    def _has_worth(self, attribute: object, value: str) -> None:
        if value not in INDEX_UNITS or value == "level":
            raise ReadingError(value, "an index unit: MCI, UR or df")

    @points.validator
    def _in_order(self, attribute: object, points: tuple[IndexPoint, ...]) -> None:
        if not points:
            raise ReadingError("no points", "at least one point with an amount of money")
        for point, after in zip(points, [*points[1:], None], strict=True):
            end = point.until
            if end is not None and (end <= point.start or (after is not None and after.start < end)):
                raise ReadingError(
                    str(point), "points that follow one another without overlap", code="LT-TIM-009"
                )

    def point_on(self, on: date | str) -> IndexPoint:
        """The point that holds on a day.

        Raises ReadingError (LT-TIM-013), which names the stretches that are known.
        """
        day = as_day(on)
        for point in self.points:
            if point.holds_on(day):
                return point
        hint = "Nothing is extrapolated; add a point from a source."
        if self.points[-1].until is None and day > self.points[-1].start:
            hint = "Nothing is extrapolated; say until when the last point holds."
        raise ReadingError(
            day.isoformat(),
            f"a day on which the worth of 1 {self.unit_id} ({self.jurisdiction}) is known: {self.known()}",
            hint,
            code="LT-TIM-013",
        )

    def worth(self, on: date | str) -> Quantity:
        """Money for one unit on a day; raises as :meth:`point_on`."""
        return self.point_on(on).worth

    def known(self) -> str:
        """The stretches of time that the points cover, as text: ``2015-01-01..2018-01-01``."""
        runs: list[list[date]] = []
        for point in self.points:
            end = point.until or point.start + timedelta(days=1)
            if runs and runs[-1][1] == point.start:
                runs[-1][1] = end
            else:
                runs.append([point.start, end])
        return ", ".join(f"{first}..{last}" for first, last in runs)
