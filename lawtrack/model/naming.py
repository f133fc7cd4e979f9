"""What may be named from a unit: the steps of what is inside it, worked out once and kept on it."""

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from attrs import frozen

from ..identifiers import eid_step
from .unit import IndexPath, Unit

__all__ = [
    "APART",
    "THROUGH",
    "begins_anew",
    "candidates",
    "carry_names",
    "expanded",
    "is_through",
    "names_of",
]

# Units whose number counts through the whole work, and units inside which that count begins anew.
THROUGH: Final = frozenset({"article", "section"})
APART: Final = frozenset({"attachment", "attachments", "annex", "schedule", "appendix", "doc", "component"})

_Places: TypeAlias = int | tuple[int, ...]


@frozen
class _Names:
    """What can be named from one unit; the values are places among its children, several when it is shared.

    Attributes:
        steps: Step of each child in the company of its siblings.
        local: Steps of children that are counted within their parent.
        through: Steps of units numbered through the work, at any depth.
        given: Addresses given by the file, at any depth.
    """

    steps: tuple[str, ...]
    local: Mapping[str, _Places]
    through: Mapping[str, _Places]
    given: Mapping[str, _Places]


_NO_NAMES: Final = _Names((), {}, {}, {})


def begins_anew(unit: Unit) -> bool:
    """Whether numbers that count through a work begin anew inside *unit*."""
    return unit.type in APART or is_through(unit)


def is_through(unit: Unit) -> bool:
    """Whether the number of the unit counts through the work: an article, or a section without articles."""
    if unit.type not in THROUGH or unit.step == eid_step(unit.type):
        return False
    return unit.type == "article" or not names_of(unit).through


def names_of(unit: Unit) -> _Names:
    """What may be named from the unit; kept on it."""
    if not unit.children:
        return _NO_NAMES
    if unit._names is None:
        object.__setattr__(unit, "_names", _named(unit))
    held: _Names = unit._names
    return held


def carry_names(parent: Unit, after: Unit, child: Unit, child_after: Unit) -> None:
    """Keep what may be named from *parent* for *after*, which differs from it in one child, if that holds.

    Most changes are of words, and leave every address as it was.
    """
    same_inside = child._names is child_after._names and bool(child.children) == bool(child_after.children)
    if same_inside and (child.type, child.num, child.eid) == (
        child_after.type,
        child_after.num,
        child_after.eid,
    ):
        object.__setattr__(after, "_names", parent._names)


def _steps(children: tuple[Unit, ...]) -> tuple[str, ...]:
    """The children's steps; those without number are counted by type when there are several."""
    steps = [child.step for child in children]
    bare = [i for i, step in enumerate(steps) if "_" not in step]
    if len(bare) > 1:
        of_type: dict[str, list[int]] = {}
        for i in bare:
            of_type.setdefault(steps[i], []).append(i)
        for step, places in of_type.items():
            if len(places) > 1:
                for count, i in enumerate(places, 1):
                    steps[i] = f"{step}_{count}"
    return tuple(steps)


def _named(unit: Unit) -> _Names:
    steps = _steps(unit.children)
    local: dict[str, _Places] = {}
    through: dict[str, _Places] = {}
    given: dict[str, _Places] = {}
    for place, (child, step) in enumerate(zip(unit.children, steps, strict=True)):
        if is_through(child):
            _add(through, step, place)
        else:
            _add(local, step, place)
            if child.type not in APART:
                _merge(through, names_of(child).through, place)
        if child.eid:
            _add(given, child.eid, place)
        _merge(given, names_of(child).given, place)
    return _Names(steps, local, through, given)


def _add(held: dict[str, _Places], key: str, place: int) -> None:
    before = held.get(key)
    if before is None:
        held[key] = place
    elif isinstance(before, int):
        held[key] = before if before == place else (before, place)
    elif before[-1] != place:
        held[key] = (*before, place)


def _merge(held: dict[str, _Places], more: Mapping[str, _Places], place: int) -> None:
    if not more:
        return
    if held.keys().isdisjoint(more):
        held.update(dict.fromkeys(more, place))
    else:
        for key in more:
            _add(held, key, place)


def candidates(unit: Unit, step: str) -> list[IndexPath]:
    """Every way from *unit* to what *step* may mean there, in the order of the text."""
    names = names_of(unit)
    places = names.local.get(step, ())
    here: list[IndexPath] = [(i,) for i in ((places,) if isinstance(places, int) else places)]
    if step in names.through:
        here = sorted([*here, *expanded(unit, step, "through")])
    return here


def expanded(unit: Unit, key: str, kind: str) -> Iterator[IndexPath]:
    """Every way from *unit* to what *key* names there, in the order of the text."""
    places = getattr(names_of(unit), kind).get(key, ())
    for place in (places,) if isinstance(places, int) else places:
        child = unit.children[place]
        if kind == "local" or (child.eid == key if kind == "given" else is_through(child)):
            yield (place,)
        if kind == "given" or (kind == "through" and not is_through(child)):
            yield from ((place, *more) for more in expanded(child, key, kind))
