"""Where a modification leads an address, told from the address alone, without the text."""

from collections.abc import Iterable
from functools import lru_cache, singledispatch
from typing import Final

from ..errors import ReadingError
from ..identifiers import EId, eid_step, label_parts, natural_key
from ..identifiers.eids import ABBREVIATED
from ..missing import NOT_STATED, UNKNOWN, Missing
from ..model.addresses import Address, ways
from ..model.modification import (
    Join,
    Modification,
    Move,
    PartSubstitution,
    Place,
    Renumbering,
    Repeal,
    Split,
    UnitSubstitution,
    Unwrapping,
    Wrapping,
)
from ..model.naming import APART, THROUGH
from ..model.unit import Unit

__all__ = ["MOVING", "parts_of", "readdressed"]

MOVING: Final = (
    Join, Move, PartSubstitution, Renumbering, Repeal, Split, UnitSubstitution, Unwrapping, Wrapping,
)  # fmt: skip
"""Modifications after which a unit may have another address, or none."""

_Step = tuple[str, str]
_THROUGH: Final = frozenset(ABBREVIATED[element] for element in THROUGH)
_ANEW: Final = _THROUGH.union(ABBREVIATED.get(element, element) for element in APART)
_Part = tuple[frozenset[str], str] | None
"""Elements a part of an address may stand for, none for any, and its number; None for a place in the text."""


@lru_cache(maxsize=4096)  # asked once for every provision that somebody follows
def parts_of(address: Address) -> tuple[_Part, ...]:
    """The parts of an address from the root down, as far as the address itself tells them."""
    if isinstance(address, tuple):
        named = (list(label_parts(step)) if isinstance(step, str) else [] for step in address)
        return tuple(found[0] if len(found) == 1 else None for found in named)
    if not address:
        return ()
    try:
        steps = EId.read(address).steps
    except ReadingError:
        return tuple(label_parts(address)) or (None,)
    return tuple((frozenset((element,)), number) for element, number in steps)


def readdressed(change: Modification, here: EId) -> tuple[EId, ...] | Missing:
    """Addresses at which the words of a unit stand after a modification.

    One as a rule; several where the unit is split, and the words stand in one of them; none where the unit
    is gone. After a join it is the unit joined, which holds the words of all; a unit whose words go into a
    new one inside it keeps its address. NOT_STATED when the unit gets an address that nobody says; UNKNOWN
    when only the text would tell whether it is the one named, as where a unit is named by its place.
    """
    if not isinstance(change, MOVING):
        return (here,)
    try:
        return _readdressed(change, here)
    except ReadingError:  # a number, type or address of which no eId can be made
        return NOT_STATED


def _readdressed(change: Modification, here: EId) -> tuple[EId, ...] | Missing:
    if isinstance(change, Join):
        return _joined(change, here)
    parts = _alike(parts_of(change.target), here)
    depth = _depth(parts, here)
    if isinstance(depth, Missing):
        return UNKNOWN
    if depth is not None:
        return _led(change, here, depth)
    return UNKNOWN if isinstance(change, Repeal | UnitSubstitution) and _may_hold(parts, here) else (here,)


def _may_hold(parts: tuple[_Part, ...], here: EId) -> bool:
    """Whether a unit may be around an article whose address, as that of all articles, does not say so."""
    return here.steps[0][0] in _THROUGH and all(
        part is None or part[0].isdisjoint(_THROUGH) for part in parts
    )


def _alike(parts: tuple[_Part, ...], here: EId) -> tuple[_Part, ...]:
    """The parts without those around an article, where the address of the unit begins with its article."""
    first = here.steps[0][0]
    if first in _THROUGH:
        for place, part in enumerate(parts):
            if part is not None and first in part[0]:
                return parts[place:]
    return parts


def _depth(parts: tuple[_Part, ...], here: EId) -> int | Missing | None:
    """How many steps of *here* the parts name; None when they name another unit, or one inside it."""
    for place, part in enumerate(parts):
        if place >= len(here.steps):
            return None
        if part is None:
            return UNKNOWN
        if not _names(part, here.steps[place]):
            return None
    return len(parts)


def _names(part: tuple[frozenset[str], str], step: _Step) -> bool:
    elements, number = part
    return number == step[1] and (not elements or step[0] in elements)


@singledispatch
def _led(change: Modification, here: EId, depth: int) -> tuple[EId, ...] | Missing:
    """The way of *here*, of which the first *depth* steps name the target."""
    raise TypeError(type(change).__name__)  # every class of MOVING has its own


@_led.register
def _(change: Repeal, here: EId, depth: int) -> tuple[EId, ...] | Missing:
    return ()


@_led.register
def _(change: Renumbering, here: EId, depth: int) -> tuple[EId, ...] | Missing:
    return _renumbered(here, depth, change.num)


@_led.register
def _(change: PartSubstitution, here: EId, depth: int) -> tuple[EId, ...] | Missing:
    if not depth:
        return (here,)
    if change.part == "num":
        return _renumbered(here, depth, change.new or "")
    above, (_, number), rest = here.steps[: depth - 1], here.steps[depth - 1], here.steps[depth:]
    if change.part == "type" and change.new:
        return (EId((*above, (ABBREVIATED.get(change.new, change.new), number), *rest)),)
    if change.part == "eid" and change.new:
        return (EId((*EId.read(change.new).steps, *rest)),)
    return (here,)


def _renumbered(here: EId, depth: int, num: str) -> tuple[EId, ...] | Missing:
    if not depth:
        return (here,)
    element = here.steps[depth - 1][0]
    number = _number(element, num)
    return (
        (EId((*here.steps[: depth - 1], (element, number), *here.steps[depth:])),) if number else NOT_STATED
    )


@_led.register
def _(change: Move, here: EId, depth: int) -> tuple[EId, ...] | Missing:
    through = depth == 1 and here.steps[0][0] in _THROUGH
    around: list[_Step] = []
    for part in parts_of(change.to):
        if part is None or len(part[0]) != 1:
            return UNKNOWN if through else NOT_STATED
        around.append((min(part[0]), part[1]))
    beside = change.where in (Place.BEFORE, Place.AFTER)
    if beside:
        around = around[:-1]
    if through and _ANEW.isdisjoint(element for element, _ in around):
        return (here,)  # numbered through the work: its address does not say where it stands
    if not depth or (beside and not around):
        return NOT_STATED  # nor does an address say what is around the article beside which this goes
    return (EId((*around, *here.steps[depth - 1 :])),)


@_led.register
def _(change: UnitSubstitution, here: EId, depth: int) -> tuple[EId, ...] | Missing:
    if not depth:
        return (here,) if any(_holds(unit, here.steps) for unit in change.units) else ()
    step, rest = here.steps[depth - 1], here.steps[depth:]
    same = [unit for unit in change.units if _step(unit) == step]
    return (here,) if any(_holds(unit, rest) for unit in same) else ()


@_led.register
def _(change: Split, here: EId, depth: int) -> tuple[EId, ...] | Missing:
    return _beside(here, depth, change.units) if depth else NOT_STATED


@_led.register
def _(change: Wrapping, here: EId, depth: int) -> tuple[EId, ...] | Missing:
    rest = here.steps[depth:]
    if not rest:
        return (here,)
    element = ABBREVIATED.get(change.type, change.type)
    number = _number(element, change.num)
    return (EId((*here.steps[:depth], (element, number), *rest)),) if number else NOT_STATED


@_led.register
def _(change: Unwrapping, here: EId, depth: int) -> tuple[EId, ...] | Missing:
    left = (*here.steps[:depth], *here.steps[depth + 1 :])
    return (EId(left),) if left else NOT_STATED


def _joined(change: Join, here: EId) -> tuple[EId, ...] | Missing:
    first, last = (_alike(parts_of(end), here) for end in (change.target, change.through))
    depth = len(first)
    if not depth or len(last) != depth:
        return UNKNOWN
    around = _depth(first[:-1], here)
    if isinstance(around, Missing):
        return UNKNOWN
    if around is None or len(here.steps) < depth:
        return (here,)
    low_end, high_end = first[-1], last[-1]
    if low_end is None or high_end is None:
        return UNKNOWN
    element, number = here.steps[depth - 1]
    if any(elements and element not in elements for elements, _ in (low_end, high_end)):
        return (here,)
    low, own, high = map(natural_key, (low_end[1], number, high_end[1]))
    return _beside(here, depth, (change.unit,)) if low <= own <= high else (here,)


def _beside(here: EId, depth: int, units: Iterable[Unit]) -> tuple[EId, ...]:
    return tuple(EId((*here.steps[: depth - 1], _step(unit))) for unit in units)


def _holds(unit: Unit, rest: tuple[_Step, ...]) -> bool:
    """Whether a unit has a part of that address; of one whose parts nobody spelled out nothing is missing."""
    return not rest or not unit.children or bool(ways(unit, str(EId(rest))))


def _step(unit: Unit) -> _Step:
    element, _, number = unit.step.partition("_")
    return element, number


_LONG: Final = {short: long for long, short in ABBREVIATED.items()}


def _number(element: str, printed: str) -> str:
    return eid_step(_LONG.get(element, element), printed).partition("_")[2]
