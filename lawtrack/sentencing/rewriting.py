"""Sanctions with some amounts put otherwise: the walk that valuation, resolution and variants share."""

from collections.abc import Callable

from attrs import evolve

from ..missing import Missing
from ..penalties.parts import Addition, Component, Option, Span, Track
from ..penalties.relation import GREATER, OPEN, relation
from ..penalties.sanction import Sanction
from ..penalties.units import GENERAL_PART, UNLIMITED, Bound, Greatest, Quantity

__all__ = ["each_quantity", "rewritten", "with_ends"]

Change = Callable[[Component], Component | None]


def rewritten(sanction: Sanction, change: Change) -> Sanction:
    """*sanction* with each component put through *change*; None takes the component out.

    An option that loses its principal penalties goes whole; a track that loses every option raises
    ValueError.
    """
    return Sanction(tracks=tuple(_track(track, change) for track in sanction.tracks))


def _track(track: Track, change: Change) -> Track:
    if isinstance(track.options, Missing):
        return track
    options = tuple(option for held in track.options if (option := _option(held, change)) is not None)
    if not options:
        raise ValueError(f"nothing is left of {track}")
    return evolve(track, options=options, shared=_additions(track.shared, change))


def _option(option: Option, change: Change) -> Option | None:
    group = tuple(part for held in option.group if (part := change(held)) is not None)
    return Option(group=group, additions=_additions(option.additions, change)) if group else None


def _additions(additions: tuple[Addition, ...], change: Change) -> tuple[Addition, ...]:
    made = ((held, change(held.component)) for held in additions)
    return tuple(evolve(held, component=part) for held, part in made if part is not None)


def with_ends(span: Span | None, low: Bound, high: Bound) -> Span | str | None:
    """*span* with other ends, written in the notation; a sentence when the notation cannot say it.

    GENERAL_PART is an end that stays unstated. An end that the clause excludes (``<2y``) keeps its sign.
    """
    sign = span.sign if span is not None else ""
    if low is GENERAL_PART and high is GENERAL_PART:
        return None
    if sign in ("<", ">"):
        kept = (low is GENERAL_PART) if sign == "<" else (high is GENERAL_PART)
        if not kept:
            return "an end that the clause excludes cannot stand in a range"
        return Span(sign, high if sign == "<" else low)
    if sign == "" and span is not None and low is not GENERAL_PART and low == high:
        return Span("", low)
    if low is GENERAL_PART:
        return Span("", UNLIMITED) if high is UNLIMITED and sign == "" else Span("<=", high)
    if high is GENERAL_PART:
        return Span(">=", low)
    if relation(low, high) == GREATER:
        return f"the minimum of {low} is above the maximum of {high}"
    if _never_meet(low, high):
        return f"{low} and {high} cannot be compared"
    return Span("=", low) if sign == "=" and low == high else Span("..", *_with_basis(low, high))


def _with_basis(low: Bound, high: Bound) -> tuple[Bound, Bound]:
    # In notation the basis of the high end serves for the low one as well.
    if isinstance(low, Quantity) and isinstance(high, Quantity) and low.is_multiple and high.is_multiple:
        return (evolve(low, basis=high.basis) if low.basis is None else low), high
    return low, high


def _never_meet(low: Bound, high: Bound) -> bool:
    """Whether the notation refuses these two units in one range."""
    if not isinstance(low, Quantity) or not isinstance(high, Quantity):
        return False
    if low.is_multiple or high.is_multiple or (low.is_time and high.is_time):
        return False
    return low.unit != high.unit and (relation(low, high) == OPEN or 0 in (low.amount, high.amount))


def each_quantity(bound: Bound, change: Callable[[Quantity], Bound]) -> Bound:
    """*bound* with every amount in it put through *change*; ``max(…)`` of one unit becomes the greatest."""
    if isinstance(bound, Quantity):
        return change(bound)
    if isinstance(bound, Greatest):
        of = tuple(each_quantity(item, change) for item in bound.of)
        amounts = [item for item in of if isinstance(item, Quantity)]
        if len(amounts) == len(of) and len({(item.unit, item.basis) for item in amounts}) == 1:
            choose = max if bound.which == "max" else min
            return choose(amounts, key=lambda item: item.amount)
        return Greatest(which=bound.which, of=of)
    return bound
