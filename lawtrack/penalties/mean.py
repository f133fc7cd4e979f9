"""The mean of several sentence deltas, which life has no part in unless it is given a length."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from attrs import frozen

from .bounds import BoundReader
from .crossings import LIFE_CROSSINGS
from .delta import SentenceDelta
from .inputs import one_of, refused
from .steps import EndStep, Step, step_between
from .units import Quantity

__all__ = ["MeanDelta", "mean_delta"]


@frozen(kw_only=True)
class MeanDelta:
    """A mean step, and what it rests on.

    Attributes:
        step: The exact mean.
        end: Which end it is of.
        count: Number of deltas.
        crossings: How many of them go to or from life.
        life_as: The length life was given; None when none crossed.
    """

    step: Step
    end: Literal["minimum", "maximum"]
    count: int
    crossings: int
    life_as: Quantity | None

    def __str__(self) -> str:
        said = f"{self.step} at the {self.end}, mean of {self.count}"
        return (
            f"{said} ({self.crossings} to or from life, taken as {self.life_as})" if self.crossings else said
        )


def mean_delta(
    deltas: Iterable[SentenceDelta],
    *,
    end: Literal["minimum", "maximum"],
    life_as: str | Quantity | None = None,
) -> MeanDelta:
    """The mean step of one *end*.

    Life is no number: with a crossing to or from life among the *deltas*, the call raises ValueError unless
    *life_as* (``"25y"``) says what to take it for, and the result prints that. Death has no length at all: a
    crossing to or from death raises ValueError whatever *life_as* says. ValueError too when there are no
    deltas, when a step is not an exact amount, or when units differ.

    Raises:
        UnknownNameError: *end* is neither ``minimum`` nor ``maximum``.
        ReadingError: (LT-PEN-006) Something else is given than deltas, or than a term for life.
        ValueError: There is no mean, as said above.
    """
    one_of("end", end, ("minimum", "maximum"))
    held = _deltas(deltas)
    length = _length(life_as)
    if not held:
        raise ValueError("the mean of no deltas is undefined")
    deaths = sum(one.crossing in ("escalated_to_death", "from_death") for one in held)
    if deaths:
        raise ValueError(
            f"{deaths} of {len(held)} deltas go to or from death, which has no length; leave them out"
        )
    crossings = sum(one.crossing in LIFE_CROSSINGS for one in held)
    if crossings and length is None:
        raise ValueError(
            f'{crossings} of {len(held)} deltas go to or from life; say life_as="25y", for example'
        )
    steps = [_exact(one, end, length) for one in held]
    units = {(step.unit, step.basis) for step in steps if step.amount != 0}
    if len(units) > 1:
        raise ValueError(f"steps in different units have no mean: {', '.join(map(str, steps))}")
    mean = sum((step.amount for step in steps), Fraction(0)) / len(steps)
    unit, basis = units.pop() if units and mean else ("", None)
    return MeanDelta(
        step=Step(amount=mean, unit=unit, basis=basis),
        end=end,
        count=len(held),
        crossings=crossings,
        life_as=length if crossings else None,
    )


def _deltas(given: object) -> tuple[SentenceDelta, ...]:
    hint = "Make them with delta(before, after), and put them into a list."
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise refused(given, "several sentence deltas", hint)
    held = tuple(given)
    for one in held:
        if not isinstance(one, SentenceDelta):
            raise refused(one, "a SentenceDelta", hint)
    return held


def _length(given: object) -> Quantity | None:
    expected, hint = "a term that life is taken for", "Write 25y, say."
    if given is None:
        return None
    if isinstance(given, Quantity) and given.is_time:
        return given
    if not isinstance(given, str):
        raise refused(given, expected, hint)
    cursor = BoundReader(given)
    bound = cursor.bound()
    if not isinstance(bound, Quantity) or not bound.is_time or not cursor.sees("end"):
        raise refused(given, expected, hint)
    return bound


def _exact(one: SentenceDelta, end: Literal["minimum", "maximum"], length: Quantity | None) -> Step:
    step: EndStep = one.minimum if end == "minimum" else one.maximum
    if end == "maximum" and length is not None and one.life_from is not None:
        if one.crossing == "escalated_to_life":
            step = step_between(one.life_from, length)
        elif one.crossing == "from_life":
            step = step_between(length, one.life_from)
    if one.any_end or not isinstance(step, Step):
        said = "is not stated for one end" if one.any_end else f"is {step}"
        raise ValueError(f"the step of the {end} {said} in {one}; only exact steps have a mean")
    return step
