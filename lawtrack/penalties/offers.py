"""What a court may impose on one class of persons, prepared once for every comparison.

An option is a set of penalties: one that stands in it twice counts once, as in the normal form. Two of one
kind that differ in anything, be it the amount or what they bear on, are two penalties, both imposed.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from attrs import evolve, frozen

from .kinds import UNMEASURED
from .normal import canonical_bound
from .parts import Component, same_words
from .units import GENERAL_PART, Bound, holds_unknown
from .worlds import Value

__all__ = ["Corner", "Corners", "Offer", "Part", "Point"]

Point = tuple[str, str | None, Value]
"""A kind, what it bears on, and how much of it."""

Corner = tuple[Point, ...]
"""An outcome."""

Bearings = Mapping[str, frozenset[str | None]]
"""For each kind what the penalties of that kind bear on; None where the clause does not say."""


@frozen(kw_only=True, cache_hash=True)
class Part:
    """A component as comparisons see it.

    Attributes:
        kind: With ``prison`` for ``life`` and ``life+``.
        object: What it bears on, capitals and spaces evened out; None when the clause does not say.
        low: Its least amount.
        high: Its greatest amount.
        optional: Whether the court may leave it out.
        condition: The case in which alone it is imposed, evened out likewise; None for always.
    """

    kind: str
    object: str | None
    low: Value
    high: Value
    optional: bool
    condition: str | None

    @property
    def is_open(self) -> bool:
        """Whether an end or the ceiling is UNKNOWN, so that the part need not even equal itself."""
        return self.low.mark.startswith(_UNKNOWN) or self.high.mark.startswith(_UNKNOWN)

    @property
    def leaves_end_out(self) -> bool:
        """Whether an end that can be measured is left to the general part."""
        return self.kind not in UNMEASURED and GENERAL_PART in (self.low.bound, self.high.bound)


@frozen
class Corners:
    """The mildest and harshest outcomes of several options, and the least and most of each part."""

    floors: tuple[Corner, ...]
    ceilings: tuple[Corner, ...]
    spans: tuple[tuple[str, Value, Value], ...]
    bearings: Bearings


@frozen(eq=False)
class Offer:
    """The options before the court; none at all is a known answer, UNKNOWN is not.

    Attributes:
        options: Each without repetition; NONE is one option in which nothing is imposed.
        is_known: Whether they are known. When not, *options* is empty.
    """

    options: tuple[tuple[Part, ...], ...]
    is_known: bool = True

    @classmethod
    def of(cls, expanded: Iterable[Sequence[Component]]) -> "Offer":
        """The offer that *expanded* options make."""
        return cls(tuple(tuple(dict.fromkeys(map(_part, option))) for option in expanded))

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """The cases that parts are made for, sorted."""
        held = {part.condition for option in self.options for part in option}
        return tuple(sorted(condition for condition in held if condition is not None))

    @cached_property
    def is_plain(self) -> bool:
        """Whether nothing is conditional or UNKNOWN."""
        return not self.is_open and not self.conditions

    @cached_property
    def is_open(self) -> bool:
        """Whether an end or a ceiling is UNKNOWN, so that the offer need not even equal itself."""
        return any(part.is_open for option in self.options for part in option)

    @cached_property
    def meaning(self) -> frozenset[frozenset[Part]]:
        """The options whatever their order; two offers that are not open and mean the same are equivalent."""
        return frozenset(map(frozenset, self.options))

    @cached_property
    def by_kind(self) -> Mapping[str, Part] | None:
        """The parts of a single option by kind; None when options are several, or a kind stands twice."""
        if len(self.options) != 1:
            return None
        found = {part.kind: part for part in self.options[0]}
        return found if len(found) == len(self.options[0]) else None

    @cached_property
    def leaves_end_out(self) -> bool:
        """Whether some end that can be measured is left to the general part."""
        return any(part.leaves_end_out for option in self.options for part in option)

    @cached_property
    def plain_corners(self) -> Corners:
        """The corners of a plain offer under one general part, whichever side it is on."""
        return self._corners(frozenset(), "", "")

    def corners(self, true: frozenset[str], *, side: str, shared_general_part: bool) -> Corners:
        """The corners when just the conditions in *true* hold.

        *side* marks open ends that need not equal those of the other side.
        """
        if self.is_plain and shared_general_part:
            return self.plain_corners
        return self._corners(true, side, "" if shared_general_part else side)

    def _corners(self, true: frozenset[str], side: str, general: str) -> Corners:
        floors: list[Corner] = []
        ceilings: list[Corner] = []
        spans: dict[tuple[str, Value, Value], None] = {}
        bearings: dict[str, set[str | None]] = {}
        for i, option in enumerate(self.options):
            floor: list[Point] = []
            ceiling: list[Point] = []
            for j, part in enumerate(option):
                if part.condition is not None and part.condition not in true:
                    continue
                apart = "" if part.kind in UNMEASURED else general
                low = _placed(part.low, f"{side}{i}.{j}", apart)
                high = _placed(part.high, f"{side}{i}.{j}", apart)
                spans[part.kind, low, high] = None
                bearings.setdefault(part.kind, set()).add(part.object)
                if not part.optional:
                    floor.append((part.kind, part.object, low))
                ceiling.append((part.kind, part.object, high))
            floors.append(tuple(floor))
            ceilings.append(tuple(ceiling))
        return Corners(
            tuple(dict.fromkeys(floors)),
            tuple(dict.fromkeys(ceilings)),
            tuple(spans),
            {kind: frozenset(held) for kind, held in bearings.items()},
        )


_UNKNOWN = "unknown "


def _part(component: Component) -> Part:
    low, high = (canonical_bound(bound, keep_words=True) for bound in component.ends)
    sign = component.span.sign if component.span else ""
    cap = None if component.cap is None else canonical_bound(component.cap, keep_words=True)
    return Part(
        kind=component.meant_kind,
        object=None if component.object is None else same_words(component.object),
        low=_value(low, 1 if sign == ">" else 0, component.per, cap, _mark(low, cap, "minimum")),
        high=_value(high, -1 if sign == "<" else 0, component.per, cap, _mark(high, cap, "maximum")),
        optional=component.flag == "?",
        condition=None if component.condition is None else same_words(component.condition),
    )


# Values come again and again, and one and the same is found equal without a look inside.
@lru_cache(maxsize=4096)
def _value(bound: Bound, edge: int, per: str | None, cap: Bound | None, mark: str) -> Value:
    return Value(bound=bound, edge=edge, per=per, cap=cap, mark=mark)


def _mark(bound: Bound, cap: Bound | None, end: str) -> str:
    if holds_unknown(bound) or holds_unknown(cap):
        return _UNKNOWN + end
    return end if bound is GENERAL_PART else ""


def _placed(value: Value, place: str, general: str) -> Value:
    """*value* as it stands at *place*, so that it equals no other that may turn out otherwise."""
    if value.mark.startswith(_UNKNOWN):
        return evolve(value, mark=f"{value.mark} {place}")
    if value.mark and general:
        return evolve(value, mark=f"{value.mark} {general}")
    return value
