"""Trees with a part exchanged; what is not on the way to that part is shared with the tree before."""

from typing import Final

from .naming import names_after, names_around
from .unit import IndexPath, Unit

__all__ = ["OWN_PARTS", "exchanged", "part_of", "shared", "with_children", "with_part"]

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
    return with_children(root, path[:-1], path[-1], path[-1] + 1, units)


def with_children(root: Unit, way: IndexPath, start: int, end: int, units: tuple[Unit, ...]) -> Unit:
    """The tree with *units* in place of the children from *start* to before *end* of the unit at *way*."""
    above = [root]
    for place in way:
        above.append(above[-1].children[place])
    before = above.pop()
    held = before.children
    after = before.holding((*held[:start], *units, *held[end:]), *units)
    change = names_after(before, after, start, held[start:end], units)
    for parent, place in zip(reversed(above), reversed(way), strict=True):
        held = parent.children
        around = parent.holding((*held[:place], after, *held[place + 1 :]), after)
        change = names_around(parent, around, place, held[place], change)
        after = around
    return after


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
