"""Trees with a part exchanged; what is not on the way to that part is shared with the tree before."""

from typing import Final

from .naming import carry_names
from .unit import IndexPath, Unit

__all__ = ["OWN_PARTS", "exchanged", "part_of", "shared", "with_part"]

OWN_PARTS: Final = ("num", "heading", "text")
"""The strings that every unit prints, in order."""

_FIELDS: Final = frozenset((*OWN_PARTS, "type", "eid"))


def part_of(unit: Unit, part: str) -> str | None:
    """Number, heading, own words, type, given eId, or the attribute of that name; None when it lacks that."""
    if part in _FIELDS:
        held: str = getattr(unit, part)
        return held
    return next((value for name, value in unit.attributes if name == part), None)


def with_part(unit: Unit, part: str, words: str | None) -> Unit:
    """The unit with another string for that part; None takes an attribute away and empties the others."""
    if part in _FIELDS:
        return unit.with_(**{part: words or ""})  # type: ignore[arg-type]
    others = tuple(pair for pair in unit.attributes if pair[0] != part)
    return unit.with_(attributes=others if words is None else (*others, (part, words)))


def exchanged(root: Unit, path: IndexPath, units: tuple[Unit, ...]) -> Unit:
    """The tree with *units*, any number of them, in place of the unit at *path*; for the root exactly one."""
    if not path:
        (only,) = units
        return only
    above = [root]
    for place in path[:-1]:
        above.append(above[-1].children[place])
    for parent, place in zip(reversed(above), reversed(path), strict=True):
        before = parent.children
        after = parent.holding((*before[:place], *units, *before[place + 1 :]), *units)
        if len(units) == 1:
            carry_names(parent, after, before[place], units[0])
        units = (after,)
    return units[0]


def shared(unit: Unit, pool: dict[Unit, Unit]) -> Unit:
    """The unit of *pool* that is equal to *unit*; what the pool lacks is added, made of the parts it has.

    Texts read one by one share nothing; passed through one pool they take no more room than their distinct
    wordings.
    """
    held = pool.get(unit)
    if held is not None:
        return held
    children = tuple(shared(child, pool) for child in unit.children)
    if any(one is not other for one, other in zip(children, unit.children, strict=True)):
        unit = unit.holding(children)
    pool[unit] = unit
    return unit
