"""Renumberings that an act orders together: each unit gives up its number as another takes it."""

from collections.abc import Sequence
from itertools import takewhile

from attrs import evolve

from ..model.addresses import AddressError, locate
from ..model.modification import Modification, Renumbering
from ..model.unit import IndexPath, Unit

__all__ = ["renumbered", "renumbered_at_once"]


def renumbered(unit: Unit, num: str) -> Unit:
    """The unit with another number.

    An address that its file gives follows, with those inside that begin with it, if it ends in the number:
    ``art_3`` would name the wrong article once another is article 3.
    """
    after = unit.with_(num=num)
    if not unit.num or not num or not unit.eid.endswith(unit.step):
        return after
    eid = unit.eid.removesuffix(unit.step) + after.step
    return _with_eids(after, f"{unit.eid}__", f"{eid}__").with_(eid=eid)


def _with_eids(unit: Unit, old: str, new: str) -> Unit:
    """The unit in which addresses that begin with *old* begin with *new*; itself where none does."""
    children = tuple(_with_eids(child, old, new) for child in unit.children)
    eid = new + unit.eid.removeprefix(old) if unit.eid.startswith(old) else unit.eid
    if eid == unit.eid and all(a is b for a, b in zip(children, unit.children, strict=True)):
        return unit
    return unit.with_(children=children, eid=eid)


def renumbered_at_once(
    root: Unit, modifications: Sequence[Modification], index: int
) -> dict[int, Modification]:
    """The renumberings from *index* on, by their places, so that each goes to its unit whatever comes first.

    "(b) becomes (c), and (c) becomes (d)" speaks of the numbers before. Empty when they are no such row: one
    target is missing, or a number would be left to two units.
    """
    rows = takewhile(lambda change: isinstance(change, Renumbering), modifications[index:])
    found: dict[int, Modification] = {}
    nums: dict[IndexPath, str] = {}
    for place, change in enumerate(rows, index):
        try:
            way = locate(root, change.target)
        except AddressError:
            break  # it speaks of a number that one of these gives
        if not isinstance(change, Renumbering) or not way or way in nums:
            break
        nums[way] = change.num
        found[place] = evolve(change, target=way, twin=True)
    return found if len(found) > 1 and _distinct(root, nums) else {}


def _distinct(root: Unit, nums: dict[IndexPath, str]) -> bool:
    """Whether each unit that gets a number has it alone among the siblings of its type."""
    for way, num in nums.items():
        kind = root.at(way).type
        for place, sibling in enumerate(root.at(way[:-1]).children):
            beside = (*way[:-1], place)
            if beside != way and sibling.type == kind and nums.get(beside, sibling.num) == num:
                return False
    return True
