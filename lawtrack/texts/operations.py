"""What each kind of modification makes of a tree, and the modifications that would undo it."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from attrs import frozen

from ..arguments import wrong_type
from ..errors import ReadingError, nearest, shown
from ..model.addresses import Address, AddressError, eids, locate, ways
from ..model.grafting import exchanged, part_of, with_children, with_part
from ..model.modification import (
    Insertion,
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
    WordSubstitution,
    Wrapping,
)
from ..model.naming import places_like
from ..model.unit import UNKNOWN_WORDS, IndexPath, Unit
from .faults import Misfit, told_address
from .renumbering import renumbered
from .words import Edit, edits_of

__all__ = ["Step", "step_of"]


@frozen
class Step:
    """One modification carried out.

    Attributes:
        root: The tree after it.
        undo: Makes the modifications that lead back from *root*, in their order.
    """

    root: Unit
    undo: Callable[[], list[Modification]]


def step_of(root: Unit, modification: Modification) -> Step:
    """Carry out one modification; Misfit when it does not fit the tree."""
    try:
        operation = _OPERATIONS[type(modification)]
    except KeyError:
        raise wrong_type("apply", "modifications", modification, (Modification,)) from None
    try:
        return operation(root, modification)
    except ReadingError as fault:  # a unit cannot be what the modification would make of it
        raise Misfit(fault.code, f"it would be {shown(fault.read)}", fault.expected, fault.hint) from None


def _way(root: Unit, address: Address) -> IndexPath:
    if isinstance(address, str):
        found = ways(root, address)
        if len(found) == 1:
            return found[0]
        if not found:
            # What is near takes as long to find as all addresses of the text.
            raise _missing(address, lambda: _nearest(root, address))
    try:
        return locate(root, address)
    except AddressError as fault:
        if fault.candidates:
            raise Misfit(
                "LT-TXT-003", f"{told_address(address)} is {len(fault.candidates)} units", "one",
                f"They are {', '.join(fault.candidates[:8])}.",
            ) from None  # fmt: skip
        raise _missing(address, f"The nearest is {fault.near}." if fault.near else "") from None


def _missing(address: Address, hint: str | Callable[[], str]) -> Misfit:
    return Misfit("LT-TXT-002", f"there is no {told_address(address)}", "a unit of that address", hint)


def _nearest(root: Unit, address: str) -> str:
    near = nearest(address, filter(None, eids(root)))
    return f"The nearest is {near}." if near else ""


def _below_root(path: IndexPath, what: str) -> None:
    if not path:
        raise Misfit(
            "LT-TXT-007", f"the target is the whole text, which cannot be {what}", "a unit inside it"
        )


def _spot(root: Unit, way: IndexPath, where: Place | int) -> tuple[IndexPath, int]:
    """Parent and place among its children for something that goes *where* as seen from the unit at *way*."""
    if where in (Place.BEFORE, Place.AFTER):
        _below_root(way, "given neighbours")
        return way[:-1], way[-1] + (where is Place.AFTER)
    inside = len(root.at(way).children)
    if isinstance(where, Place):
        return way, 0 if where is Place.FIRST else inside
    if where > inside:
        raise Misfit(
            "LT-TXT-007", f"the unit has {inside} units inside", f"a place from 0 to {inside}, not {where}"
        )
    return way, where


def _unoccupied(
    change: Modification, parent: Unit, units: tuple[Unit, ...], but: Collection[int] = ()
) -> None:
    """Misfit when one of *units* has the number of a child of its type and no twin is meant.

    The children at the places *but* give way, and do not count.
    """
    for unit in () if change.twin else units:
        for place in places_like(parent, unit) if unit.num else ():
            sibling = parent.children[place]
            if place not in but and sibling.num == unit.num and sibling.type == unit.type:
                begins = next((s for s in sibling.strings() if s != sibling.num), "nothing")
                raise Misfit(
                    "LT-TXT-006", f"{unit.num} is the number of a unit that begins {shown(begins)}",
                    "a number that is free",
                )  # fmt: skip


def _insertion(root: Unit, change: Insertion) -> Step:
    parent, place = _spot(root, _way(root, change.target), change.where)
    _unoccupied(change, root.at(parent), change.units)
    undo = [Repeal(target=(*parent, place), by=change.by, twin=True) for _ in change.units]
    return Step(with_children(root, parent, place, place, change.units), lambda: list(undo))


def _substitution(root: Unit, change: UnitSubstitution) -> Step:
    way = _way(root, change.target)
    old = root.at(way)
    if not way and len(change.units) != 1:
        raise Misfit("LT-TXT-007", f"{len(change.units)} units are to be the whole text", "one")
    if way:
        others = tuple(unit for unit in change.units if unit.num != old.num)
        _unoccupied(change, root.at(way[:-1]), others, but=way[-1:])

    def undo() -> list[Modification]:
        more = [Repeal(target=(*way[:-1], way[-1] + 1), by=change.by, twin=True) for _ in change.units[1:]]
        return [*more, UnitSubstitution(target=way, units=(old,), by=change.by, twin=True)]

    return Step(exchanged(root, way, change.units), undo)


def _words(root: Unit, change: WordSubstitution) -> Step:
    way = _way(root, change.target)
    edits = edits_of(root.at(way), change)
    after = root
    for edit in reversed(edits):  # places of blocks that vanish count from the front
        after = _edited(after, (*way, *edit.path), edit)

    def undo() -> list[Modification]:
        back: list[Modification] = []
        for edit in edits:
            path = (*way, *edit.path)
            if edit.vanishes and path:
                block = root.at(path)
                back.append(
                    Insertion(target=path[:-1], where=path[-1], units=(block,), by=change.by, twin=True)
                )
            else:
                back.append(
                    PartSubstitution(
                        target=path, part=edit.part, old=edit.new, new=edit.old, by=change.by, twin=True
                    )
                )
        return back

    return Step(after, undo)


def _edited(root: Unit, path: IndexPath, edit: Edit) -> Unit:
    unit = root.at(path)
    if edit.vanishes and path:
        return exchanged(root, path, ())
    return exchanged(root, path, (with_part(unit, edit.part, edit.new),))


def _part(root: Unit, change: PartSubstitution) -> Step:
    way = _way(root, change.target)
    unit = root.at(way)
    held = part_of(unit, change.part)
    if change.old is not None and held != change.old:
        stands = f"its {change.part} is {shown(held)}" if held else f"it has no {change.part}"
        raise Misfit("LT-TXT-004", stands, shown(change.old))
    after = with_part(unit, change.part, change.new)

    def undo() -> list[Modification]:
        part, new = change.part, change.new
        return [PartSubstitution(target=way, part=part, old=new, new=held, by=change.by, twin=True)]

    return Step(exchanged(root, way, (after,)), undo)


def _repeal(root: Unit, change: Repeal) -> Step:
    way = _way(root, change.target)
    old = root.at(way)
    if not change.leaving:
        _below_root(way, "removed")
        back = Insertion(target=way[:-1], where=way[-1], units=(old,), by=change.by, twin=True)
        return Step(exchanged(root, way, ()), lambda: [back])
    heading = old.heading if change.keeps_heading else ""
    if old.is_block:
        after = old.with_(text=change.leaving, children=())
    else:
        block = Unit(type="content", text=change.leaving)
        after = old.with_(heading=heading, text="", children=(block,))
    undo = UnitSubstitution(target=way, units=(old,), by=change.by, twin=True)
    return Step(exchanged(root, way, (after,)), lambda: [undo])


def _renumbering(root: Unit, change: Renumbering) -> Step:
    way = _way(root, change.target)
    old = root.at(way)
    after = renumbered(old, change.num)
    if way:
        _unoccupied(change, root.at(way[:-1]), (after,), but=way[-1:])

    def undo() -> list[Modification]:
        if renumbered(after, old.num) == old:
            return [Renumbering(target=way, num=old.num, by=change.by, twin=True)]
        # Addresses inside that a file gives do not lead back.
        return [UnitSubstitution(target=way, units=(old,), by=change.by, twin=True)]

    return Step(exchanged(root, way, (after,)), undo)


def _move(root: Unit, change: Move) -> Step:
    way, to = _way(root, change.target), _way(root, change.to)
    _below_root(way, "moved")
    if to[: len(way)] == way:
        raise Misfit("LT-TXT-007", "it would go into or beside itself", "a place outside it")
    unit = root.at(way)
    without = exchanged(root, way, ())
    shift = len(way) - 1
    if len(to) > shift and to[:shift] == way[:shift] and to[shift] > way[shift]:
        to = (*to[:shift], to[shift] - 1, *to[shift + 1 :])
    parent, place = _spot(without, to, change.where)
    _unoccupied(change, without.at(parent), (unit,))
    home = way[:-1]
    if len(home) > len(parent) and home[: len(parent)] == parent and home[len(parent)] >= place:
        home = (*parent, home[len(parent)] + 1, *home[len(parent) + 1 :])
    back = Move(target=(*parent, place), to=home, where=way[-1], by=change.by, twin=True)
    return Step(with_children(without, parent, place, place, (unit,)), lambda: [back])


def _words_in(units: tuple[Unit, ...]) -> list[str]:
    """The words of the units without numbers and headings."""
    return [word for unit in units for _, inner in unit.walk() for word in inner.text.split()]


def _same_words(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> None:
    before, after = _words_in(old), _words_in(new)
    if "".join(before) != "".join(after):
        place = next(
            (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
            min(len(before), len(after)),
        )
        ours, theirs = (" ".join(words[place : place + 5]) for words in (after, before))
        raise Misfit(
            "LT-TXT-007", f"where the words should be the same it has {shown(ours) if ours else 'no more'}",
            shown(theirs) if theirs else "no more words",
            "A change of words is a modification of its own.",
        )  # fmt: skip


def _split(root: Unit, change: Split) -> Step:
    way = _way(root, change.target)
    _below_root(way, "split")
    old = root.at(way)
    _same_words((old,), change.units)
    others = tuple(unit for unit in change.units if unit.num != old.num)
    _unoccupied(change, root.at(way[:-1]), others, but=way[-1:])
    last = (*way[:-1], way[-1] + len(change.units) - 1)
    back = Join(target=way, through=last, unit=old, by=change.by, twin=True)
    return Step(exchanged(root, way, change.units), lambda: [back])


def _join(root: Unit, change: Join) -> Step:
    first, last = _way(root, change.target), _way(root, change.through)
    _below_root(first, "joined")
    if first[:-1] != last[:-1] or last < first:
        raise Misfit(
            "LT-TXT-007",
            f"{told_address(change.through)} is no sibling after the target",
            "one of the same parent",
        )
    parent = root.at(first[:-1])
    old = parent.children[first[-1] : last[-1] + 1]
    _same_words(old, (change.unit,))
    _unoccupied(change, parent, (change.unit,), but=range(first[-1], last[-1] + 1))
    back = Split(target=first, units=old, by=change.by, twin=True)
    return Step(with_children(root, first[:-1], first[-1], last[-1] + 1, (change.unit,)), lambda: [back])


def _wrapping(root: Unit, change: Wrapping) -> Step:
    way = _way(root, change.target)
    unit = root.at(way)
    inner = Unit(
        type=change.type, num=change.num, heading=change.heading, text=unit.text, children=unit.children
    )
    back = Unwrapping(target=way, by=change.by, twin=True)
    return Step(exchanged(root, way, (unit.with_(text="", children=(inner,)),)), lambda: [back])


def _unwrapping(root: Unit, change: Unwrapping) -> Step:
    way = _way(root, change.target)
    unit = root.at(way)
    if len(unit.children) != 1 or unit.text:
        raise Misfit("LT-TXT-007", f"it holds {len(unit.children)} units and {len(unit.text)} characters",
                     "a single unit and no words beside it")  # fmt: skip
    (inner,) = unit.children
    back: Modification = Wrapping(
        target=way, num=inner.num, type=inner.type, heading=inner.heading, by=change.by
    )
    if inner.attributes or inner.eid:
        back = UnitSubstitution(target=way, units=(unit,), by=change.by, twin=True)
    after = unit.with_(text=inner.text, children=inner.children)
    if UNKNOWN_WORDS in inner.attributes:
        after = with_part(after, *UNKNOWN_WORDS)  # what nobody knows is no better known without the number
    return Step(exchanged(root, way, (after,)), lambda: [back])


_OPERATIONS: Final[Mapping[type[Modification], Callable[[Unit, Any], Step]]] = {
    Insertion: _insertion,
    UnitSubstitution: _substitution,
    WordSubstitution: _words,
    PartSubstitution: _part,
    Repeal: _repeal,
    Renumbering: _renumbering,
    Move: _move,
    Split: _split,
    Join: _join,
    Wrapping: _wrapping,
    Unwrapping: _unwrapping,
}
