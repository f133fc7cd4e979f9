"""Law that gives way to other law, as emergency law does to the permanent law that follows it."""

from collections.abc import Callable, Hashable, Iterable, Iterator

from attrs import evolve, frozen

from ..arguments import checked
from ..model.addresses import Address
from ..model.expression import Expression
from ..model.modification import Insertion, Join, Modification, Move, Place, Renumbering
from ..model.unit import Unit
from .application import carried_out, in_order, root_of
from .withdrawal import given_way, present, taken_back

__all__ = ["Succession", "exchange", "pair"]

Pairs = tuple[tuple[int, int], ...]


@frozen(kw_only=True)
class Succession:
    """How modifications that vanish stand to those that come instead, as pairs of places among each.

    Attributes:
        alike: Both do the same, whoever orders it, so that the text keeps it.
        in_place: Both insert a unit of one number at one place, which changes where it stands.
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
    found = evolve(alike, in_place=_matches(old, new, _insertion_at, alike))
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

    What both do alike stays. A unit that both insert at one place in other words changes where it stands.
    All else is taken back, as :func:`lawtrack.texts.withdraw` does, and then made.

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
        present(root, old, place)
    for place, other in found.in_place:
        root = given_way(root, old, place, _units(new[other]))
    root = taken_back(root, old, but=found.vanishing)
    for step in carried_out(root, new, but=found.coming):
        root = step.root
    return root


def _units(change: Modification) -> tuple[Unit, ...]:
    return change.units if isinstance(change, Insertion) else ()


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
    return evolve(change, by="")


def _insertion_at(change: Modification) -> Hashable:
    """What two insertions have in common when one can give way to the other where it stands."""
    if not isinstance(change, Insertion) or len(change.units) != 1 or not change.units[0].num:
        return None
    return change.target, change.where, change.units[0].type, change.units[0].num


def _undisturbed(
    old: tuple[Modification, ...], new: tuple[Modification, ...], found: Succession
) -> Succession:
    """The pairs on whose units nothing acts that is taken back or made anew."""
    others = [change for i, change in enumerate(old) if i not in found.vanishing]
    others += [change for i, change in enumerate(new) if i not in found.coming]
    moving = [address for change in others for address in _touched(change)]
    in_place = tuple(two for two in found.in_place if not _meets(old[two[0]], moving))
    for place, other in in_place:
        moving += [*_touched(old[place]), *_touched(new[other])]
    return Succession(
        alike=tuple(two for two in found.alike if not _meets(old[two[0]], moving)), in_place=in_place
    )


def _touched(change: Modification) -> Iterator[Address]:
    """Addresses of the units on which a modification acts."""
    target = change.target
    if isinstance(change, Insertion) and isinstance(target, tuple):
        around = target[:-1] if change.where in (Place.BEFORE, Place.AFTER) else target
        for unit in change.units:
            yield (*around, unit.num or unit.type)
        return
    yield target
    if isinstance(change, Move):
        yield change.to
    elif isinstance(change, Join):
        yield change.through
    elif isinstance(change, Renumbering) and isinstance(target, tuple):
        yield (*target[:-1], change.num)


def _meets(change: Modification, addresses: list[Address]) -> bool:
    return any(_overlap(own, other) for own in _touched(change) for other in addresses)


def _overlap(one: Address, other: Address) -> bool:
    """Whether two addresses may name one unit, or a unit and one inside it."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return all(a == b or type(a) is not type(b) for a, b in zip(one, other, strict=False))
    if isinstance(one, str) and isinstance(other, str) and "_" in one and "_" in other:
        return f"{one}__".startswith(f"{other}__") or f"{other}__".startswith(f"{one}__")
    return True  # a label or the whole text
