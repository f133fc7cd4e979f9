"""The mean of several sentence deltas, which life has no part in unless it is given a length."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from attrs import frozen

from .bounds import BoundReader
from .delta import SentenceDelta
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

    Life is no number: with a crossing among the *deltas*, the call raises ValueError unless *life_as*
    (``"25y"``) says what to take it for, and the result prints that. ValueError too when there are no
    deltas, when a step is not an exact amount, or when units differ.
    """
    held = tuple(deltas)
    if not held:
        raise ValueError("the mean of no deltas is undefined")
    length = _quantity(life_as) if isinstance(life_as, str) else life_as
    crossings = sum(one.crossing in ("escalated_to_life", "from_life") for one in held)
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


def _quantity(text: str) -> Quantity:
    cursor = BoundReader(text)
    bound = cursor.bound()
    if not isinstance(bound, Quantity) or not bound.is_time or not cursor.sees("end"):
        raise ValueError(f"life_as takes a term such as 25y, not {text!r}")
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
