"""Sanctions worked out from others: fractions for attempt and complicity, caps for a class of persons."""

import re
from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Literal

from attrs import evolve, frozen

from ..arguments import checked
from ..errors import ReadingError
from ..missing import UNKNOWN
from ..patterns import pattern
from ..penalties.amounts import as_bound
from ..penalties.kinds import KINDS, LIFE_KINDS
from ..penalties.parts import Atom, Component, Track
from ..penalties.relation import EQUAL, GREATER, LESS, relation
from ..penalties.sanction import Sanction
from ..penalties.units import GENERAL_PART, LIFE, LIFE_WITHOUT_RELEASE, Bound, Limit, Quantity
from .rewriting import rewritten, with_ends

__all__ = ["Derived", "derived", "with_variant"]

_FORMULA = pattern(r"\s*(\d{1,4})\s*/\s*(\d{1,4})\s+of\s+(maximum|minimum|both)\s*", re.IGNORECASE)
_LIVES = (LIFE, LIFE_WITHOUT_RELEASE)


@frozen(kw_only=True)
class Derived:
    """A sanction worked out from another one.

    Attributes:
        sanction: The sanction.
        notes: What was worked out, what was rounded, and what was left and why, as sentences.
    """

    sanction: Sanction
    notes: tuple[str, ...]

    def __str__(self) -> str:
        return str(self.sanction)


@checked
def derived(
    sanction: Sanction | str,
    formula: str,
    *,
    kinds: Collection[str] = ("prison",),
    round_to: Literal["y", "mo", "d", "h"] | None = None,
) -> Derived:
    """The sanction that a general rule makes of *sanction*, such as ``3/4 of maximum`` for an attempt.

    Args:
        sanction: The sanction of the completed offence, or its notation.
        formula: A fraction ``of maximum``, ``of minimum`` or ``of both``.
        kinds: Kinds of penalty it applies to; extras after ``+`` of these kinds too.
        round_to: Round terms down to whole units of this length; exact amounts without it. Every rounding is
            noted.

    Life, death and ends that are not stated have no fraction: they stay, with a note. Where the new maximum
    falls below the stated minimum, the clause no longer says how low a court may go: the minimum becomes
    ``unknown``, with a note.

    Raises:
        ReadingError: The formula is another, or its fraction is above one.
    """
    found = _FORMULA.fullmatch(formula) if isinstance(formula, str) else None
    if found is None or int(found[2]) == 0 or int(found[1]) > int(found[2]):
        raise ReadingError(formula, 'a fraction such as "3/4 of maximum", "1/2 of both"')
    share = Fraction(int(found[1]), int(found[2]))
    ends = {"maximum": ("high",), "minimum": ("low",), "both": ("low", "high")}[found[3].lower()]
    notes: list[str] = []

    def part(bound: Bound, end: str, component: Component) -> Bound:
        if end not in ends or bound is GENERAL_PART:
            return bound
        if not isinstance(bound, Quantity):
            word = "life" if bound in _LIVES else str(bound)
            notes.append(f"{component}: {word} has no fraction and stays.")
            return bound
        return _rounded(_whole(bound, share), round_to, notes)

    def change(component: Component) -> Component:
        if component.meant_kind not in kinds:
            return component
        low, high = component.ends
        new_low = part(low, "low", component)
        new_high = new_low if low == high and "high" not in ends else part(high, "high", component)
        return _fitted(component, new_low, new_high, notes)

    made = rewritten(Sanction.of(sanction), change)
    told = f"{formula.strip()} for {', '.join(kinds)}."
    return Derived(sanction=made, notes=(told, *dict.fromkeys(notes)))


def _whole(bound: Quantity, share: Fraction) -> Quantity:
    """A share of an amount, in months where years would break."""
    amount = bound.amount * share
    if bound.unit in ("y", "w") and amount.denominator != 1:
        return evolve(bound.canonical(), amount=bound.canonical().amount * share)
    return evolve(bound, amount=amount)


def _rounded(bound: Quantity, unit: str | None, notes: list[str]) -> Quantity:
    if unit is None or not bound.is_time:
        return bound
    step = Quantity(amount=Fraction(1), unit=unit).canonical()
    held = bound.canonical()
    if held.unit != step.unit or (held.amount / step.amount).denominator == 1:
        return bound
    made = Quantity(amount=Fraction(held.amount // step.amount), unit=unit)
    notes.append(f"{bound} is rounded down to {made}.")
    return made


def _fitted(component: Component, low: Bound, high: Bound, notes: list[str]) -> Component:
    """The component with new ends; a minimum above the maximum becomes unknown."""
    if (low, high) == component.ends:
        return component
    if relation(low, high) == GREATER:
        notes.append(
            f"{component}: the minimum of {low} is above the new maximum of {high}, so it is not known."
        )
        low = UNKNOWN
    span = with_ends(component.span, low, high)
    if isinstance(span, str):
        notes.append(f"{component} is left as it is: {span}.")
        return component
    return evolve(component, span=span)


@checked
def with_variant(
    sanction: Sanction | str,
    label: str,
    *,
    caps: Mapping[str, str | Quantity],
    without: Collection[str] = (),
) -> Derived:
    """The sanction with a track of its own for one class of persons, such as juveniles.

    Args:
        sanction: A sanction whose tracks say nothing of that class, or its notation.
        label: The class, as the track names it: ``juvenile``.
        caps: The most that may be imposed of each kind: ``{"prison": "10y"}``.
        without: Kinds that may not be imposed at all on that class: ``("life", "death")``. Alternatives that
            consist of them are left out; nothing is put in their place.

    ``[juvenile]`` is then the most special track for that class, and comparisons pair it so. A minimum above
    a cap becomes ``unknown``, with a note, as for :func:`derived`.

    Raises:
        ReadingError: A cap is no amount, or a kind is not known.
        ValueError: The class has a track already, or nothing is left for it.
    """
    held = Sanction.of(sanction)
    atom = Atom(label)
    limits = {kind: _cap(kind, value) for kind, value in caps.items()}
    for kind in without:
        _check(kind)
    if any(atom in choice for track in held.tracks for choice in track.labels):
        raise ValueError(f"there is a track for {label} already: {held}")
    notes: list[str] = []

    def change(component: Component) -> Component | None:
        if component.kind in without or component.meant_kind in without:
            notes.append(f"{component} is left out for {label}.")
            return None
        low, high = component.ends
        if component.kind in LIFE_KINDS or component.meant_kind not in limits:
            return component
        cap = limits[component.meant_kind]
        if high is not GENERAL_PART and not isinstance(high, Limit) and relation(high, cap) <= LESS | EQUAL:
            return component
        notes.append(f"{component} is capped at {cap} for {label}.")
        return _fitted(component, low, cap, notes)

    capped = rewritten(held, change)
    special = tuple(evolve(track, labels=(*track.labels, (atom,))) for track in capped.tracks)
    tracks: tuple[Track, ...] = (*held.tracks, *special)
    return Derived(sanction=Sanction(tracks=tracks), notes=tuple(dict.fromkeys(notes)))


def _cap(kind: str, value: str | Quantity) -> Quantity:
    _check(kind)
    held = as_bound(value)
    if not isinstance(held, Quantity):
        raise ReadingError(value, f"an amount as cap of {kind}, such as 10y")
    return held


def _check(kind: str) -> None:
    if kind not in KINDS:
        raise ReadingError(kind, f"a kind of penalty: {', '.join(KINDS)}", code="LT-PEN-006")
