"""Modifications taken back from a text that has them, without the text from before."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Final

from ..arguments import checked
from ..model.addresses import Address, locate
from ..model.expression import Expression
from ..model.grafting import exchanged, with_part
from ..model.modification import (
    Insertion,
    Modification,
    PartSubstitution,
    Place,
    Renumbering,
    Repeal,
    UnitSubstitution,
    Unwrapping,
    Which,
    WordSubstitution,
    Wrapping,
)
from ..model.unit import UNKNOWN_WORDS, IndexPath, Unit
from .application import in_order, root_of
from .faults import Misfit, ModificationError
from .operations import step_of
from .renumbering import renumbered
from .words import edits_of

__all__ = ["around", "held", "taken_back", "tried", "unit_at", "withdraw"]


@checked
def withdraw(text: Expression | Unit, modifications: Modification | Iterable[Modification]) -> Unit:
    """The tree as it would be if the modifications, which it has, had not been made.

    The text from before is not needed; what it said is worked out where that is certain, but for white
    space that was tidied. Inserted units go, if they still are as they were inserted. Words that stand just
    as often as they were put in become the words they replaced. Of all else, such as a provision that gave
    way whole, nothing in the text says what it was: the unit stays with its number and is marked by the
    attribute ``words = "unknown"``. No words in it can be changed then, it can only give way as a whole.
    A unit of which one string alone is not known, such as its heading, keeps the others beside that mark.
    Whoever has the text from before uses :func:`lawtrack.invert`.

    Args:
        text: The text that has the modifications.
        modifications: One, or several in the order in which they were made.

    Raises:
        ModificationError: When the text does not have what a modification made.
    """
    return taken_back(root_of(text), in_order(modifications))


def taken_back(root: Unit, changes: tuple[Modification, ...], *, but: Collection[int] = ()) -> Unit:
    """The tree without the changes, the last taken back first, *but* those at some places."""
    for index in range(len(changes) - 1, -1, -1):
        if index not in but:
            root = tried(_WAYS.get(type(changes[index]), _refused), root, changes, index)
    return root


def tried(
    way: Callable[[Unit, Any], Unit], root: Unit, changes: tuple[Modification, ...], index: int
) -> Unit:
    """What *way* makes of the tree for the change at a place; a Misfit becomes a ModificationError."""
    try:
        return way(root, changes[index])
    except Misfit as fault:
        hint = fault.hint() if callable(fault.hint) else fault.hint
        raise ModificationError(
            fault.code, index, changes[index], fault.found, fault.expected, hint
        ) from None


def unit_at(root: Unit, address: Address) -> IndexPath:
    """The way to a unit; Misfit when there is none or several."""
    try:
        return locate(root, address)
    except LookupError as fault:
        raise Misfit("LT-TXT-002", str(fault), "the unit that was changed") from None


def _marked(unit: Unit, num: str | None = None) -> Unit:
    bare = Unit(
        type=unit.type, num=unit.num if num is None else num, attributes=unit.attributes, eid=unit.eid
    )
    return with_part(bare, *UNKNOWN_WORDS)


def _unknown(root: Unit, change: Modification) -> Unit:
    way = unit_at(root, change.target)
    return exchanged(root, way, (_marked(root.at(way)),))


def _above(root: Unit, address: Address) -> IndexPath:
    """The way to the unit around the one that *address* names, which itself may be gone."""
    if isinstance(address, tuple) and address:
        return unit_at(root, address[:-1])
    return unit_at(root, address)[:-1]


def _printed(address: Address) -> str | None:
    """The number that an address gives for its unit, as printed; None when it does not say."""
    last = address[-1] if isinstance(address, tuple) and address else None
    return last if isinstance(last, str) else None


def held(root: Unit, parent: IndexPath, unit: Unit) -> IndexPath:
    """The way to the only child equal to *unit*; Misfit when there is none."""
    places = [place for place, child in enumerate(root.at(parent).children) if child == unit]
    if len(places) != 1:
        name = unit.num or unit.type
        raise Misfit("LT-TXT-007", f"{len(places)} units are {name} as it was put in", "one")
    return (*parent, places[0])


def around(root: Unit, change: Insertion) -> IndexPath:
    """The way to the unit in which the insertion put its own."""
    beside = change.where in (Place.BEFORE, Place.AFTER)
    return _above(root, change.target) if beside else unit_at(root, change.target)


def _insertion(root: Unit, change: Insertion) -> Unit:
    for unit in change.units:
        root = exchanged(root, held(root, around(root, change), unit), ())
    return root


def _substitution(root: Unit, change: UnitSubstitution) -> Unit:
    if not change.target or change.target == ():
        return _marked(root)
    parent = _above(root, change.target)
    first, *others = change.units
    for unit in others:
        root = exchanged(root, held(root, parent, unit), ())
    return exchanged(root, held(root, parent, first), (_marked(first, _printed(change.target)),))


def _words(root: Unit, change: WordSubstitution) -> Unit:
    way = unit_at(root, change.target)
    unit = root.at(way)
    wanted = change.count if change.which is Which.EACH else 1
    back = WordSubstitution(
        target="", old=change.new or " ", new=change.old, which=Which.EACH, count=wanted, part=change.part,
        attributes=change.attributes,
    )  # fmt: skip
    # Had the new words stood there before, or fewer been put in, more than one text could have led here.
    try:
        edits = edits_of(unit, back) if change.new.strip() and change.at is None and wanted else []
    except Misfit:
        edits = []
    before = unit
    for edit in edits:
        changed = with_part(before.at(edit.path), edit.part, edit.new)
        before = exchanged(before, edit.path, (changed,))
    if not edits or not _leads_to(before, change, unit):
        return _unknown(root, change)
    return exchanged(root, way, (before,))


def _leads_to(before: Unit, change: WordSubstitution, after: Unit) -> bool:
    again = WordSubstitution(
        target="", old=change.old, new=change.new, which=change.which, count=change.count, part=change.part,
        attributes=change.attributes, tidy=change.tidy,
    )  # fmt: skip
    try:
        return step_of(before, again).root == after
    except Misfit:
        return False


def _renumbering(root: Unit, change: Renumbering) -> Unit:
    num = _printed(change.target)
    if num is None:
        raise Misfit("LT-TXT-007", "nothing says what the number was", "a path of printed numbers")
    parent = _above(root, change.target)
    way = unit_at(root, (*parent, change.num))
    return exchanged(root, way, (renumbered(root.at(way), num),))


def _part(root: Unit, change: PartSubstitution) -> Unit:
    if change.old is None:
        way = unit_at(root, change.target)
        unit = root.at(way)
        # All else it says is known; a type that nobody knows stays, since a unit must have one.
        rest = unit if change.part == "type" else with_part(unit, change.part, None)
        return exchanged(root, way, (with_part(rest, *UNKNOWN_WORDS),))
    back = PartSubstitution(target=change.target, part=change.part, old=change.new, new=change.old)
    return step_of(root, back).root


def _repeal(root: Unit, change: Repeal) -> Unit:
    if not change.leaving:
        raise Misfit("LT-TXT-007", "the unit is gone with its place", "one that left words")
    return _unknown(root, change)


def _wrapping(root: Unit, change: Wrapping) -> Unit:
    way = unit_at(root, change.target)
    if [child.num for child in root.at(way).children] != [change.num]:
        raise Misfit("LT-TXT-007", "it holds other units", f"only {change.num}")
    return step_of(root, Unwrapping(target=way)).root


def _refused(root: Unit, change: Modification) -> Unit:
    raise Misfit(
        "LT-TXT-007", f"a {change.op} cannot be taken back from the text alone", "the text from before"
    )


_WAYS: Final[Mapping[type[Modification], Callable[[Unit, Any], Unit]]] = {
    Insertion: _insertion,
    UnitSubstitution: _substitution,
    WordSubstitution: _words,
    PartSubstitution: _part,
    Repeal: _repeal,
    Renumbering: _renumbering,
    Wrapping: _wrapping,
}
