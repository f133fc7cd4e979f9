"""Containment: whether terms lie inside those a sanction permits, and whether it permits one sentence.

Not the order of harshness: "three to six years" seen in practice is neither harsher nor milder than "three
to eight" in the statute, it lies inside. An end that nobody states is tried at both of its extremes, and
where the answers differ nothing is decided.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from fractions import Fraction
from itertools import product
from math import prod
from typing import NamedTuple

from ..errors import ReadingError
from ..missing import UNKNOWN, Missing
from ..penalties.kinds import UNMEASURED
from ..penalties.normal import canonical_bound, expand
from ..penalties.parts import Component, Track, components_of
from ..penalties.relation import EQUAL, GREATER, relation
from ..penalties.sanction import Sanction
from ..penalties.units import GENERAL_PART, LIFE, LIFE_WITHOUT_RELEASE, UNLIMITED, Bound, Quantity
from ..verdicts import Truth, all_of, any_of

__all__ = ["Containment", "admits", "concrete_sentence", "terms_within"]

_MOST_PAIRINGS = 5_000
"""Most ways to set penalties against each other that are tried; no clause comes near."""


class Containment(Enum):
    """How a range observed lies to a range permitted."""

    INSIDE = "inside"
    PARTLY = "partly"
    OUTSIDE = "outside"
    UNKNOWN = "unknown"


class _Interval(NamedTuple):
    """Amounts of one unit between two ends; an infinite end has no amount but a height above every amount."""

    low: tuple[int, Fraction]
    high: tuple[int, Fraction]
    low_in: bool = True
    high_in: bool = True

    @property
    def empty(self) -> bool:
        if self.low == self.high:
            return not (self.low_in and self.high_in)
        return self.low > self.high


_ZERO = (0, Fraction(0))
# Life and life without release stand above every term, and nothing stands between.
_HEIGHTS = {LIFE: (1, Fraction(0)), LIFE_WITHOUT_RELEASE: (2, Fraction(0)), UNLIMITED: (3, Fraction(0))}
_LIVES = (LIFE, LIFE_WITHOUT_RELEASE)


def terms_within(
    observed: Iterable[Track], permitted: Iterable[Track], *, kind: str = "prison"
) -> tuple[Containment, tuple[str, ...]]:
    """How the terms of *kind* in *observed* lie to those in *permitted*, and why, as sentences.

    Several terms on one side count as all of them together. OUTSIDE when the permitted side has no penalty of
    the kind; UNKNOWN when the observed side has none, when a side is not known, and when units do not meet.
    """
    sides = [list(_components(tracks, kind)) for tracks in (observed, permitted)]
    if any(held is None for side in sides for held in side):
        return Containment.UNKNOWN, ("One of the two sanctions is not known.",)
    seen, allowed = ([c for c in side if c is not None] for side in sides)
    if not seen:
        return Containment.UNKNOWN, (f"No term of {kind} was observed.",)
    if not allowed:
        return Containment.OUTSIDE, (f"The law permits no {kind} here.",)
    units = {_unit(end) for part in (*seen, *allowed) for end in part.ends} - {None}
    if len(units) > 1 or "?" in units:
        return Containment.UNKNOWN, ("The terms are in units that do not meet.",)
    # Widening what is permitted, or narrowing what was observed, never leads away from INSIDE, so that the
    # four extremes bound every case between them.
    answers = {
        _contained([_interval(c, wide) for c in seen], [_interval(c, wider) for c in allowed])
        for wide in (False, True)
        for wider in (False, True)
    }
    if len(answers) == 1:
        return answers.pop(), ()
    open_ends = [str(part) for part in (*allowed, *seen) if any(_is_open(end) for end in part.ends)]
    return Containment.UNKNOWN, (f"What decides is an end that is not stated: {', '.join(open_ends)}.",)


def _components(tracks: Iterable[Track], kind: str) -> Iterator[Component | None]:
    for track in tracks:
        if track.options is UNKNOWN:
            yield None
        for join, component in components_of(track):
            if join != "+" and component.meant_kind == kind:
                yield component


def _unit(bound: Bound) -> str | None:
    """The unit of an end; None for one without, ``?`` for one that cannot be put on a line."""
    if isinstance(bound, Quantity):
        canonical = bound.canonical()
        return f"{canonical.unit} {canonical.basis}" if canonical.is_multiple else canonical.unit
    return None if bound in _HEIGHTS or _is_open(bound) else "?"


def _is_open(bound: Bound) -> bool:
    return bound is GENERAL_PART or isinstance(bound, Missing)


def _interval(component: Component, wide: bool) -> _Interval:
    """The amounts of a component, each open end at its widest or as narrow as the other lets it be."""
    low, high = (_height(canonical_bound(end)) for end in component.ends)
    sign = component.span.sign if component.span else ""
    top = _HEIGHTS[UNLIMITED]
    if low is None:
        low = _ZERO if wide else (high or _ZERO)
    if high is None:
        high = top if wide else low
    both_open = all(_is_open(end) for end in component.ends)
    # Nothing is stated at either end: as narrow as can be is no amount at all.
    included = wide or not both_open
    return _Interval(low, high, sign != ">" and included, sign != "<" and included)


def _height(bound: Bound) -> tuple[int, Fraction] | None:
    if isinstance(bound, Quantity):
        return (0, bound.amount)
    return _HEIGHTS.get(bound) if not _is_open(bound) else None  # type: ignore[arg-type]


def _contained(seen: list[_Interval], allowed: list[_Interval]) -> Containment:
    held = [interval for interval in seen if not interval.empty]
    union = _merged([interval for interval in allowed if not interval.empty])
    if held and all(any(_inside(one, whole) for whole in union) for one in held):
        return Containment.INSIDE
    meets = any(_meets(one, whole) for one in held for whole in union)
    return Containment.PARTLY if meets else Containment.OUTSIDE


def _merged(intervals: list[_Interval]) -> list[_Interval]:
    """Intervals joined where they overlap or touch, so that one across a seam still lies inside."""
    merged: list[_Interval] = []
    for one in sorted(intervals, key=lambda held: (held.low, not held.low_in)):
        last = merged[-1] if merged else None
        if last and (one.low < last.high or (one.low == last.high and (one.low_in or last.high_in))):
            high, high_in = max((last.high, last.high_in), (one.high, one.high_in))
            merged[-1] = _Interval(last.low, high, last.low_in, high_in)
        else:
            merged.append(one)
    return merged


def _inside(one: _Interval, whole: _Interval) -> bool:
    low = (whole.low, not whole.low_in) <= (one.low, not one.low_in)
    return low and (one.high, one.high_in) <= (whole.high, whole.high_in)


def _meets(one: _Interval, other: _Interval) -> bool:
    low, low_out = max((one.low, not one.low_in), (other.low, not other.low_in))
    high, high_in = min((one.high, one.high_in), (other.high, other.high_in))
    return not _Interval(low, high, not low_out, high_in).empty


def admits(permitted: Iterable[Track], outcome: Iterable[Track]) -> Truth:
    """Whether *permitted* lets a court impose one concrete sentence, such as ``prison =5y + confiscation!``.

    The sentence must have every compulsory penalty of some alternative, and nothing that alternative lacks;
    each amount must lie within its span. UNKNOWN when an unstated end, a condition, or units that do not meet
    decide. Tracks of *permitted* are alternatives here, whatever their labels.
    """
    answers: list[Truth] = []
    wanted = [option for track in outcome for option in _options(track)]
    for track in permitted:
        if track.options is UNKNOWN:
            answers.append(UNKNOWN)
            continue
        answers += [_admitted(option, chosen) for option in _options(track) for chosen in wanted]
    return any_of(answers)


def concrete_sentence(sanction: Sanction) -> Sanction:
    """*sanction*, if it is one concrete sentence: one alternative, every amount exact, nothing optional.

    Raises:
        ReadingError: It leaves something open; the part that does is named.
    """
    expected = "one concrete sentence, such as prison =5y + confiscation!"
    if len(sanction.tracks) != 1 or sanction.tracks[0].labels or len(_options(sanction.tracks[0])) != 1:
        hint = "Name one alternative, without classes."
        raise ReadingError(str(sanction), expected, hint, code="LT-PEN-006")
    if isinstance(sanction.tracks[0].options, Missing):
        raise ReadingError(str(sanction), expected, code="LT-PEN-006")
    for part in _options(sanction.tracks[0])[0]:
        low, high = part.ends
        exact = low == high and not _is_open(low)
        if part.flag == "?" or part.condition is not None or not (exact or part.meant_kind in UNMEASURED):
            raise ReadingError(str(part), expected, "Say how much exactly.", code="LT-PEN-006")
    return sanction


def _options(track: Track) -> tuple[tuple[Component, ...], ...]:
    expanded = expand(track)
    return ((),) if isinstance(expanded, Missing) else expanded


def _admitted(option: tuple[Component, ...], outcome: tuple[Component, ...]) -> Truth:
    """Whether each penalty of the outcome answers one of the option, and each compulsory one is answered."""
    best: Truth = False
    if prod(sum(part.meant_kind == held.meant_kind for part in option) for held in outcome) > _MOST_PAIRINGS:
        return UNKNOWN
    for chosen in _pairings(option, outcome):
        left = [part for i, part in enumerate(option) if i not in chosen]
        answers = [_fits(option[i], part) for i, part in zip(chosen, outcome, strict=True)]
        for part in left:
            answers.append(UNKNOWN if part.condition is not None else part.flag == "?")
        found = all_of(answers)
        if found is True:
            return True
        best = UNKNOWN if found is UNKNOWN else best
    return best


def _pairings(option: tuple[Component, ...], outcome: tuple[Component, ...]) -> Iterator[tuple[int, ...]]:
    """Each way to give every penalty of the outcome one of the option of its kind, no two the same."""
    places = [[i for i, part in enumerate(option) if part.meant_kind == held.meant_kind] for held in outcome]
    for chosen in product(*places):
        if len(set(chosen)) == len(chosen):
            yield chosen


def _fits(permitted: Component, imposed: Component) -> Truth:
    """Whether the amount imposed lies within the span permitted."""
    answers: list[Truth] = [] if permitted.condition is None else [UNKNOWN]
    if permitted.object != imposed.object and permitted.object is not None:
        answers.append(UNKNOWN)
    amount = imposed.ends[0]
    if imposed.span is None and permitted.meant_kind in UNMEASURED:
        return all_of(answers)
    sign = permitted.span.sign if permitted.span else ""
    low, high = permitted.ends
    answers.append(_at_least(amount, low, strict=sign == ">"))
    answers.append(_at_least(high, amount, strict=sign == "<"))
    if amount in _LIVES and high not in _LIVES and not _is_open(high):
        answers.append(False)
    return all_of(answers)


def _at_least(a: Bound, b: Bound, *, strict: bool) -> Truth:
    if _is_open(a) or _is_open(b):
        return UNKNOWN
    signs, wanted = relation(a, b), GREATER if strict else GREATER | EQUAL
    if signs <= wanted:
        return True
    return UNKNOWN if signs & wanted else False
