"""Modifications of one day that get in each other's way."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Final

from attrs import frozen

from ..arguments import checked
from ..errors import shown
from ..model.expression import Expression
from ..model.grafting import OWN_PARTS
from ..model.modification import Modification
from ..model.unit import Unit
from .application import carried_out, in_order, root_of
from .faults import ModificationError

__all__ = ["Clash", "ClashKind", "clashes", "dependence"]


_SHOWN: Final = 60


class ClashKind(Enum):
    """How two amendments of one day stand to each other when they do not commute."""

    WRONG_ORDER = "wrong_order"
    ORDER_MATTERS = "order_matters"
    NEEDS = "needs"
    EXCLUDES = "excludes"
    DOES_NOT_FIT = "does_not_fit"


@frozen(kw_only=True)
class Clash:
    """Two amendments of which it is not the same which comes first, or one that fits nowhere.

    Attributes:
        kind: ``wrong_order``: they fit only the other way round. ``order_matters``: both orders work and give
            different texts. ``needs``: the second fits only after the first, which counts only where their
            order is not known. ``excludes``: each fits without the other, not both. ``does_not_fit``: the
            first does not fit, and no single other one explains it.
        first: Place of the earlier one among those given, from 0.
        second: Place of the later one; that of the first again when nothing else is concerned.
        reason: What does not fit, or what differs, as a sentence.
    """

    kind: ClashKind
    first: int
    second: int
    reason: str

    def __str__(self) -> str:
        pair = f"{self.first} and {self.second}" if self.first != self.second else str(self.first)
        return f"{self.kind.value.replace('_', ' ')}: {pair}: {self.reason}"


Group = Modification | Sequence[Modification]


@checked
def clashes(text: Expression | Unit, groups: Sequence[Group], *, ordered: bool = False) -> tuple[Clash, ...]:
    """Which amendments of one day depend on the order in which they are applied.

    Each group is what one amendment does; they are tried in the order given. What belongs together and comes
    in the right order, such as an insertion and a change of the words inserted, is no clash. Modifications
    that touch different units commute and are none either. Two are compared at a time, upon the text before
    the first: what only three or more in another order would change is not looked for, as where one names a
    unit by a place at which two others put in and remove units.

    Args:
        text: The text as it stands before that day.
        groups: A modification, or several that are carried out together, for each amendment.
        ordered: Whether the order is given by law, as it is within one act. Then it may matter.

    Returns:
        In order of the first, then of the second. Empty when all fit in the order given, and either order of
        each two that fit in both gives the same text.
    """
    root = root_of(text)
    changes = [in_order(group) for group in groups]
    found: list[Clash] = []
    states: list[Unit] = []
    fitting: dict[int, Unit] = {}
    for index in range(len(changes)):
        states.append(root)
        after = _after(root, changes[index])
        if isinstance(after, Unit):
            root = fitting[index] = after
        else:
            found.append(_misfit(states, changes, index, after))
    if not ordered:
        for later in fitting:
            for earlier in fitting:
                if earlier >= later:
                    break
                clash = _order_matters(states[earlier], fitting[earlier], changes, earlier, later)
                found += [clash] if clash else []
    return tuple(sorted(found, key=lambda clash: (clash.first, clash.second)))


def _after(root: Unit, changes: tuple[Modification, ...]) -> Unit | ModificationError:
    try:
        for step in carried_out(root, changes):
            root = step.root
    except ModificationError as fault:
        return fault
    return root


def _misfit(
    states: list[Unit], changes: list[tuple[Modification, ...]], index: int, fault: ModificationError
) -> Clash:
    """What keeps the modifications of one group from fitting upon the last of the states."""

    def clash(kind: ClashKind, one: int, other: int) -> Clash:
        return Clash(kind=kind, first=min(one, other), second=max(one, other), reason=str(fault))

    for later in range(index + 1, len(changes)):
        between = _after(states[index], changes[later])
        if isinstance(between, Unit) and isinstance(_after(between, changes[index]), Unit):
            return clash(ClashKind.WRONG_ORDER, index, later)
    for earlier in range(index - 1, -1, -1):
        without = _after(states[earlier], changes[index])
        if isinstance(without, Unit):
            other_way = isinstance(_after(without, changes[earlier]), Unit)
            kind = ClashKind.WRONG_ORDER if other_way else ClashKind.EXCLUDES
            return clash(kind, earlier, index)
    return clash(ClashKind.DOES_NOT_FIT, index, index)


def dependence(root: Unit, one: Group, other: Group, between: Iterable[Group] = ()) -> Clash | None:
    """How two amendments depend on each other of which nobody knows the order; None when they commute.

    Args:
        root: The text before both.
        one: The first in the order tried.
        other: The second.
        between: What comes between them and may come before both; made only if the second needs it.
    """
    first, second = in_order(one), in_order(other)
    middle: tuple[Modification, ...] = ()
    there = _after(root, (*first, *second))
    if not isinstance(there, Unit):
        middle = tuple(change for group in between for change in in_order(group))
        there = _after(root, (*first, *middle, *second))
    if not isinstance(there, Unit):
        return None  # told as a misfit
    back = _after(root, (*middle, *second, *first))
    if isinstance(back, Unit) and _same(there, back):
        return None
    if isinstance(back, Unit):
        reason = f"in the other order {_first_difference(there, back)} would stand there"
        return Clash(kind=ClashKind.ORDER_MATTERS, first=0, second=1, reason=reason)
    reason = f"in the other order it does not fit: {back.found}"
    return Clash(kind=ClashKind.NEEDS, first=0, second=1, reason=reason)


def _same(one: Unit, other: Unit) -> bool:
    """Whether two versions of a text are equal; quick where they share all but a few units."""
    if one is other:
        return True
    if len(one.children) != len(other.children) or _own(one) != _own(other):
        return False
    return all(_same(*pair) for pair in _differing(one, other))


def _own(unit: Unit) -> tuple[object, ...]:
    return unit.type, unit.num, unit.heading, unit.text, unit.attributes, unit.eid


def _first_difference(one: Unit, other: Unit) -> str:
    """What the other tree says first of what only it says, where the two are not one."""
    before, after = _apart(one, other)
    for told in (_strings, _attributes):
        kept = {said for unit in before for said in told(unit)}
        for said in (said for unit in after for said in told(unit)):
            if said not in kept:
                return shown(said[:_SHOWN])
    return "another order of units"


def _strings(unit: Unit) -> Iterator[str]:
    return filter(None, (getattr(unit, part) for part in OWN_PARTS))


def _attributes(unit: Unit) -> Iterator[str]:
    yield f"type {unit.type}"
    yield f"eid {unit.eid}"
    yield from (f"{name} {value}" for name, value in unit.attributes)


def _apart(one: Unit, other: Unit) -> tuple[list[Unit], list[Unit]]:
    """The units of each of two versions that are not shared with the other, in the order of the text."""
    before, after = list(one.children), list(other.children)
    if len(before) == len(after):
        pairs = _differing(one, other)
        before, after = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    shared = {*map(id, before)}.intersection(map(id, after))
    before, after = ([unit for unit in units if id(unit) not in shared] for units in (before, after))
    if len(before) == len(after) == 1:
        inside, within = _apart(before[0], after[0])
    else:
        inside, within = ([unit for top in tops for _, unit in top.walk()] for tops in (before, after))
    return [one, *inside], [other, *within]


def _differing(one: Unit, other: Unit) -> list[tuple[Unit, Unit]]:
    """The children at the same places that are not one object."""
    pairs = zip(one.children, other.children, strict=True)
    return [pair for pair in pairs if pair[0] is not pair[1]]


def _order_matters(
    root: Unit, one: Unit, changes: list[tuple[Modification, ...]], earlier: int, later: int
) -> Clash | None:
    """A clash when, from the text before the earlier one, both orders work and give different texts.

    *one* is the text after the earlier one.
    """
    other = _after(root, changes[later])
    if not isinstance(other, Unit):
        return None
    there, back = _after(one, changes[later]), _after(other, changes[earlier])
    if not isinstance(there, Unit) or not isinstance(back, Unit) or _same(there, back):
        return None
    reason = f"in the other order {_first_difference(there, back)} would stand there"
    return Clash(kind=ClashKind.ORDER_MATTERS, first=earlier, second=later, reason=reason)
