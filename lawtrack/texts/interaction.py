"""Whether it may matter which of two modifications comes first, seen from what they act on."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from ..model.addresses import Address
from ..model.modification import Insertion, Join, Modification, Move, Place, Renumbering
from ..model.unit import TEXT_BLOCKS, Unit

__all__ = ["Neighbours", "interact"]


T = TypeVar("T")


class Neighbours(Generic[T]):
    """Things that stand for modifications, found by where those act."""

    def __init__(self, held: Iterable[tuple[Modification, T]]) -> None:
        self._anywhere: list[tuple[Modification, T]] = []
        # By the sort of the first step of an address, and by the step.
        self._by_step: dict[object, dict[str, list[tuple[Modification, T]]]] = {}
        for change, thing in held:
            steps = _first_steps(change)
            if steps is None:
                self._anywhere.append((change, thing))
            for sort, step in steps or ():
                self._by_step.setdefault(sort, {}).setdefault(step, []).append((change, thing))

    def of(self, change: Modification) -> Iterator[T]:
        """All things of which the modification interacts with this one; one may come twice."""
        return (thing for other, thing in self._near(change) if interact(change, other))

    def _near(self, change: Modification) -> Iterator[tuple[Modification, T]]:
        yield from self._anywhere
        steps = _first_steps(change)
        for sort, by_step in self._by_step.items():
            if steps is None or any(other != sort for other, _ in steps):
                for held in by_step.values():
                    yield from held
            else:
                for _, step in steps:
                    yield from by_step.get(step, ())


def _first_steps(change: Modification) -> set[tuple[object, str]] | None:
    """Where the modification acts, as far as the first steps of addresses tell; None when it may be anywhere.

    Two steps of one sort that differ name two units of which neither is in the other.
    """
    found: set[tuple[object, str]] = set()
    for address in (*_touched(change), change.target):
        first = address.partition("__")[0] if isinstance(address, str) else next(iter(address), None)
        if not isinstance(first, str) or (isinstance(address, str) and "_" not in first):
            return None
        found.add((tuple if isinstance(address, tuple) else first.partition("_")[0], first))
    return found


def interact(one: Modification, other: Modification) -> bool:
    """Whether it may matter which of the two comes first."""
    if _spot(one) is not None and _spot(one) == _spot(other):
        return True
    first, second = list(_touched(one)), list(_touched(other))
    # What an insertion stands beside may be another unit once the other modification is made.
    if _beside(one) in second or _beside(other) in first:
        return True
    return any(_overlap(a, b) for a in first for b in second)


def _spot(change: Modification) -> object:
    return (change.target, change.where) if isinstance(change, Insertion) else None


def _beside(change: Modification) -> Address | None:
    is_beside = isinstance(change, Insertion) and change.where in (Place.BEFORE, Place.AFTER)
    return change.target if is_beside else None


def _touched(change: Modification) -> Iterator[Address]:
    """Addresses of the units on which a modification acts."""
    target = change.target
    if isinstance(change, Insertion):
        if isinstance(change.where, int):
            yield target  # its place counts from what is there
        for unit in change.units:
            yield from _addresses_of_new(target, unit, beside=change.where in (Place.BEFORE, Place.AFTER))
        return
    yield target
    if isinstance(change, Move):
        yield change.to
    elif isinstance(change, Join):
        yield target[:-1] if isinstance(target, tuple) else ""  # what stands between is joined too
    elif isinstance(change, Renumbering):
        yield (*target[:-1], change.num) if isinstance(target, tuple) else ""


def _addresses_of_new(target: Address, unit: Unit, *, beside: bool) -> Iterator[Address]:
    """What a unit put in beside or into the target may be called; articles count through a whole text."""
    if isinstance(target, tuple):
        yield (*(target[:-1] if beside else target), unit.num or unit.type)
        return
    around = target.rpartition("__")[0] if beside else target
    yield f"{around}__{unit.step}" if around else unit.step
    yield unit.step


def _overlap(one: Address, other: Address) -> bool:
    """Whether two addresses may name one unit, or a unit and one inside it."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        # A place among children may be that of another unit by now; only two printed numbers tell.
        return all(a == b or int in (type(a), type(b)) for a, b in zip(one, other, strict=False))
    if not isinstance(one, str) or not isinstance(other, str):
        return True
    for a, b in zip(one.split("__"), other.split("__"), strict=False):
        if a != b:
            if _is_counted(a) or _is_counted(b):
                return True
            # Units of one sort are not inside each other; a chapter and an article may be.
            return a.partition("_")[0] != b.partition("_")[0] or "_" not in a
    return True


def _is_counted(step: str) -> bool:
    """Whether a step names its unit by its place among others, so that it may mean another one by now."""
    return "*" in step or step.partition("_")[0] in TEXT_BLOCKS
