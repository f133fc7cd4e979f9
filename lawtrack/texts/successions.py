"""Law that gives way to other law, as emergency law does to the permanent law that follows it."""

from collections.abc import Callable, Hashable, Iterable
from functools import partial
from itertools import pairwise

from attrs import evolve, frozen

from ..arguments import checked
from ..errors import shown
from ..model.addresses import Address
from ..model.expression import Expression
from ..model.grafting import exchanged
from ..model.modification import (
    Insertion,
    Modification,
    Repeal,
    UnitSubstitution,
    WordSubstitution,
)
from ..model.unit import IndexPath, Unit
from .application import apply, carried_out, in_order, root_of
from .faults import Misfit, ModificationError
from .interaction import Neighbours
from .tree_differences import tree_diff
from .withdrawal import around, taken_back, tried, unit_at

__all__ = ["Succession", "exchange", "pair"]

Pairs = tuple[tuple[int, int], ...]


@frozen(kw_only=True)
class Succession:
    """How modifications that vanish stand to those that come instead, as pairs of places among each.

    Attributes:
        alike: Both do the same, so that the text keeps it, whoever orders it. What another act inserts anew
            is no such pair: it comes later, and may come to stand elsewhere.
        in_place: One instruction that puts in a unit, before and after it was corrected: the unit changes
            where it stands.
    """

    alike: Pairs = ()
    in_place: Pairs = ()

    @property
    def vanishing(self) -> frozenset[int]:
        """Places of those that vanish and have a partner."""
        return frozenset(place for place, _ in (*self.alike, *self.in_place))

    @property
    def coming(self) -> frozenset[int]:
        """Places of those that come and have a partner."""
        return frozenset(place for _, place in (*self.alike, *self.in_place))


@checked
def pair(
    gone: Modification | Iterable[Modification], came: Modification | Iterable[Modification]
) -> Succession:
    """Which of the modifications that vanish are taken over by which of those that come instead.

    Two are no pair when anything without a partner acts on the same unit, on one around it or on one in it:
    all of these are taken back and made anew, since their order may matter.
    """
    old, new = in_order(gone), in_order(came)
    alike = Succession(alike=_matches(old, new, _what, Succession()))
    found = evolve(alike, in_place=_matches(old, new, _instruction, alike))
    while (kept := _undisturbed(old, new, found)) != found:
        found = kept
    return found


@checked
def exchange(
    text: Expression | Unit,
    gone: Modification | Iterable[Modification],
    came: Modification | Iterable[Modification],
) -> Unit:
    """The tree after modifications that it has gave way to others, without the text from before.

    What both do alike stays. A unit that a corrected instruction put in changes where it stands, and keeps
    what others changed in it since, if the corrections do not touch that. All else is taken back, as
    :func:`lawtrack.texts.withdraw` does, and then made. See :class:`Succession`.

    Args:
        text: The text that has *gone*.
        gone: What vanishes, in the order in which it was made.
        came: What comes instead, in its order.

    Raises:
        ModificationError: When the text does not have what vanishes, or what comes does not fit.
    """
    root = root_of(text)
    old, new = in_order(gone), in_order(came)
    found = pair(old, new)
    for place, _ in found.alike:
        tried(_present, root, old, place)
    for place, other in found.in_place:
        root = tried(partial(_corrected, after=_unit_of(new[other])), root, old, place)
    root = taken_back(root, old, but=found.vanishing)
    for step in carried_out(root, new, but=found.coming):
        root = step.root
    return root


def _unit_of(change: Modification) -> Unit | None:
    """The unit that an instruction puts in, if it is one with a number."""
    units = change.units if isinstance(change, Insertion | UnitSubstitution) else ()
    return units[0] if len(units) == 1 and units[0].num else None


def _present(root: Unit, change: Modification) -> Unit:
    """The tree, which must have what the modification put in, whatever others changed in it since."""
    if isinstance(change, Insertion):
        _hold(root.at(around(root, change)), change.units)
    elif isinstance(change, UnitSubstitution) and change.target:
        _hold(root.at(_parent(root, change.target)), change.units)
    elif isinstance(change, WordSubstitution):
        _say(root.at(unit_at(root, change.target)), change.new)
    elif isinstance(change, Repeal) and change.leaving:
        _say(root.at(unit_at(root, change.target)), change.leaving)
    return root


def _parent(root: Unit, target: Address) -> IndexPath:
    """The way to the unit around the target, which may have another number by now."""
    return unit_at(root, target[:-1]) if isinstance(target, tuple) else unit_at(root, target)[:-1]


def _hold(around: Unit, units: tuple[Unit, ...]) -> None:
    for unit in units:
        if not any(child.num == unit.num and child.type == unit.type for child in around.children):
            raise Misfit("LT-TXT-002", f"there is no {unit.num or unit.type}", "what was put in")


def _say(unit: Unit, words: str) -> None:
    wanted = " ".join(words.split())
    attributes = (value for _, inner in unit.walk() for _, value in inner.attributes)
    if not any(wanted in string for string in (*unit.strings(), *attributes)):
        raise Misfit("LT-TXT-004", f"{shown(wanted)} stands nowhere in it", "what was put in")


def _corrected(root: Unit, change: Modification, *, after: Unit | None) -> Unit:
    """The tree in which the unit that *change* put in is as it would be, had *after* been put in."""
    before = _unit_of(change)
    assert before is not None  # only instructions that put in one unit are paired
    assert after is not None
    beside = around(root, change) if isinstance(change, Insertion) else _parent(root, change.target)
    inside = root.at(beside).children
    places = [i for i, unit in enumerate(inside) if unit.num == before.num and unit.type == before.type]
    if len(places) != 1:
        raise Misfit("LT-TXT-002", f"{len(places)} units are {before.num}", "the one that was put in")
    way = (*beside, places[0])
    return exchanged(root, way, (_with_both(before, after, root.at(way)),))


def _with_both(before: Unit, corrected: Unit, changed: Unit) -> Unit:
    """The unit with the corrections and with what others changed, which must not touch each other."""
    if changed == before:
        return corrected
    try:
        one = apply(changed, tree_diff(before, corrected))
        other = apply(corrected, tree_diff(before, changed))
    except ModificationError as fault:
        raise Misfit("LT-TXT-007", f"{before.num} was changed since: {fault.found}", fault.expected) from None
    if one != other:
        raise Misfit(
            "LT-TXT-007", f"{before.num} was changed since, just where it is corrected", "other places"
        )
    return one


def _matches(
    old: tuple[Modification, ...],
    new: tuple[Modification, ...],
    key: Callable[[Modification], Hashable],
    but: Succession,
) -> Pairs:
    """Pairs with one key, each place in one pair at most, in the order of both."""
    waiting: dict[Hashable, list[int]] = {}
    for other, change in enumerate(new):
        if other not in but.coming and (what := key(change)) is not None:
            waiting.setdefault(what, []).append(other)
    found = []
    for place, change in enumerate(old):
        if place not in but.vanishing and (partners := waiting.get(key(change))):
            found.append((place, partners.pop(0)))
    return tuple(found)


def _what(change: Modification) -> Hashable:
    return change if isinstance(change, Insertion) else evolve(change, by="")


def _instruction(change: Modification) -> Hashable:
    """What an instruction to put in a unit keeps when its words are corrected."""
    unit = _unit_of(change)
    if unit is None or not change.by or (not change.target and isinstance(change, UnitSubstitution)):
        return None
    where = change.where if isinstance(change, Insertion) else None
    return change.by, change.target, where, unit.type, unit.num


def _undisturbed(
    old: tuple[Modification, ...], new: tuple[Modification, ...], found: Succession
) -> Succession:
    """The pairs that keep their order, on whose units nothing acts that is taken back or made anew."""
    others = [change for i, change in enumerate(old) if i not in found.vanishing]
    others += [change for i, change in enumerate(new) if i not in found.coming]
    crossed = _crossed(old, (*found.alike, *found.in_place))

    def kept(pairs: Pairs, moving: list[Modification]) -> Pairs:
        near = Neighbours((change, change) for change in moving)
        return tuple(two for two in pairs if two not in crossed and next(near.of(old[two[0]]), None) is None)

    in_place = kept(found.in_place, others)
    corrected = [change for i, j in in_place for change in (old[i], new[j])]
    return Succession(alike=kept(found.alike, [*others, *corrected]), in_place=in_place)


def _crossed(old: tuple[Modification, ...], pairs: Pairs) -> set[tuple[int, int]]:
    """Pairs whose order is another among those that come, though it may matter."""
    found: set[tuple[int, int]] = set()
    if all(one[1] < other[1] for one, other in pairwise(sorted(pairs))):
        return found
    near = Neighbours((old[pair[0]], pair) for pair in pairs)
    for one in pairs:
        for other in near.of(old[one[0]]):
            if (one[0] < other[0]) != (one[1] < other[1]):
                found |= {one, other}
    return found
