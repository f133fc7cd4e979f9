"""What may be named from a unit: the steps of what is inside it, worked out once and kept on it.

A unit that is like the one before it but for one child keeps the names of that one, with the change beside
them. So an act that puts in a thousand articles does not have the names of all others worked out each time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from attrs import frozen

from ..identifiers import eid_step
from .unit import IndexPath, Unit

__all__ = [
    "APART",
    "THROUGH",
    "Exchange",
    "begins_anew",
    "candidates",
    "expanded",
    "has_given",
    "is_through",
    "names_after",
    "names_around",
    "names_of",
    "places_like",
    "places_of",
]

# Units whose number counts through the whole work, and units inside which that count begins anew.
THROUGH: Final = frozenset({"article", "section"})
APART: Final = frozenset({"attachment", "attachments", "annex", "schedule", "appendix", "doc", "component"})

_Places: TypeAlias = int | tuple[int, ...]
_Kind: TypeAlias = Literal["local", "through", "given"]


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

    def of(self, kind: _Kind) -> Mapping[str, _Places]:
        """The names of one kind."""
        return self.local if kind == "local" else self.through if kind == "through" else self.given


_NO_NAMES: Final = _Names((), {}, {}, {})


@frozen
class Exchange:
    """Children that gave way to others, as the names of their parent tell it.

    Attributes:
        place: Where they stood.
        gone: How many went; 0 also when the change is inside the child at that place.
        came: How many came.
        names: What may be named from those that came, or came inside the child; places count from *place*.
        loses: Whether a name went that units further up may have kept: it may lead to where nothing is.
    """

    place: int
    gone: int
    came: int
    names: _Names
    loses: bool


@frozen
class _Amended:
    """Names of an earlier version, and what was exchanged since."""

    before: _Names
    since: tuple[Exchange, ...]

    def places(self, kind: _Kind, key: str) -> tuple[int, ...]:
        """Where the name stands by now, in order."""
        places = _each(self.before.of(kind).get(key, ()))
        for one in self.since:
            shift, end = one.came - one.gone, one.place + one.gone
            if places and one.place <= places[-1] and (shift or one.gone):
                places = tuple(p if p < end else p + shift for p in places if not one.place <= p < end)
            if (new := one.names.of(kind).get(key)) is not None:
                places = tuple(sorted({*places, *(one.place + p for p in _each(new))}))
        return places


def _each(places: _Places) -> tuple[int, ...]:
    return (places,) if isinstance(places, int) else places


def begins_anew(unit: Unit) -> bool:
    """Whether numbers that count through a work begin anew inside *unit*."""
    return unit.type in APART or is_through(unit)


def is_through(unit: Unit) -> bool:
    """Whether the number of the unit counts through the work: an article, or a section without articles."""
    if unit.type not in THROUGH or unit.step == eid_step(unit.type):
        return False
    return unit.type == "article" or not _has_any(unit, "through")


def has_given(unit: Unit) -> bool:
    """Whether a file gives an address to a unit inside; it may also be one that was there."""
    return _has_any(unit, "given")


def _has_any(unit: Unit, kind: _Kind) -> bool:
    known = _known(unit)
    if isinstance(known, _Names):
        return bool(known.of(kind))
    return bool(known.before.of(kind)) or any(one.names.of(kind) for one in known.since)


def names_of(unit: Unit) -> _Names:
    """What may be named from the unit; kept on it."""
    known = _known(unit)
    if isinstance(known, _Amended):
        known = _named(unit.children)
        object.__setattr__(unit, "_names", known)
    return known


def _known(unit: Unit) -> _Names | _Amended:
    """What may be named from the unit, as it is kept."""
    if not unit.children:
        return _NO_NAMES
    if unit._names is None:
        object.__setattr__(unit, "_names", _named(unit.children))
    held: _Names | _Amended = unit._names
    return held


# What stays when a tree changes


def names_after(
    parent: Unit, after: Unit, place: int, gone: Sequence[Unit], came: Sequence[Unit]
) -> Exchange | None:
    """Keep what may be named from *parent* for *after*, in which some children gave way to others.

    Returns:
        What changed, for the units around it; None when the names are the same, or not known any more.
    """
    if len(gone) == len(came) == 1:
        if gone[0].children is came[0].children and came[0]._names is None:
            object.__setattr__(came[0], "_names", gone[0]._names)
        if _same_names(parent, after, gone[0], came[0]):
            return None
    if not _is_known(parent) or any("_" not in unit.step for unit in (*gone, *came)):
        return None  # units without number are counted
    names = _named(came)
    loses = any(_is_seen_from_above(unit) for unit in gone)
    return _amend(parent, after, Exchange(place, len(gone), len(came), names, loses))


def names_around(
    parent: Unit, after: Unit, place: int, child: Unit, change: Exchange | None
) -> Exchange | None:
    """The same where it is inside one child that something was exchanged; *child* is what it was before."""
    child_after = after.children[place]
    if _same_names(parent, after, child, child_after):
        return None
    if change is None or not _is_known(parent) or child_after._names is None:
        return None
    if is_through(child) != is_through(child_after):
        return None
    inside = {} if child.type in APART or is_through(child) else dict.fromkeys(change.names.through, 0)
    names = _Names((), {}, inside, dict.fromkeys(change.names.given, 0))
    return _amend(parent, after, Exchange(place, 0, 0, names, change.loses))


def _same_names(parent: Unit, after: Unit, child: Unit, child_after: Unit) -> bool:
    """Keep the names as they are, if they are the same: most changes are of words."""
    same_inside = child._names is child_after._names and bool(child.children) == bool(child_after.children)
    same = same_inside and (child.type, child.num, child.eid) == (
        child_after.type,
        child_after.num,
        child_after.eid,
    )
    if same:
        object.__setattr__(after, "_names", parent._names)
    return same


def _is_known(unit: Unit) -> bool:
    return unit._names is not None or not unit.children


def _is_seen_from_above(unit: Unit) -> bool:
    return bool(unit.eid) or is_through(unit) or _has_any(unit, "through") or _has_any(unit, "given")


_FEWEST: Final = 16
_SHARE: Final = 64


def _amend(parent: Unit, after: Unit, change: Exchange) -> Exchange | None:
    """Keep the names of *parent* and the change for *after*, unless so many changed that all go quicker."""
    if change.loses and parent.type in THROUGH:
        return None  # whether anything is numbered inside says how it is called itself
    known = _known(parent)
    before, since = (known, ()) if isinstance(known, _Names) else (known.before, known.since)
    size = len(before.local) + len(before.through) + len(before.given)
    if len(since) >= max(_FEWEST, size // _SHARE):
        return None
    object.__setattr__(after, "_names", _Amended(before, (*since, change)))
    return change


# How names are worked out


def _steps(children: Sequence[Unit]) -> tuple[str, ...]:
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


def _named(children: Sequence[Unit]) -> _Names:
    steps = _steps(children)
    local: dict[str, _Places] = {}
    through: dict[str, _Places] = {}
    given: dict[str, _Places] = {}
    for place, (child, step) in enumerate(zip(children, steps, strict=True)):
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


# How names are looked up


def places_of(unit: Unit, kind: _Kind, key: str) -> tuple[int, ...]:
    """Places of the children that a name leads to, or into; it may lead to where a unit was."""
    known = _known(unit)
    return _each(known.of(kind).get(key, ())) if isinstance(known, _Names) else known.places(kind, key)


def places_like(parent: Unit, unit: Unit) -> Iterable[int]:
    """Places of the children among which are all that have the number and type of *unit*."""
    if parent._names is None or "_" not in (step := unit.step):
        return range(len(parent.children))
    return {*places_of(parent, "local", step), *places_of(parent, "through", step)}


def candidates(unit: Unit, step: str) -> list[IndexPath]:
    """Every way from *unit* to what *step* may mean there, in the order of the text."""
    here: list[IndexPath] = [(place,) for place in places_of(unit, "local", step)]
    if through := list(expanded(unit, step, "through")):
        here = sorted([*here, *through])
    return here


def expanded(unit: Unit, key: str, kind: _Kind) -> Iterator[IndexPath]:
    """Every way from *unit* to what *key* names there, in the order of the text."""
    for place in places_of(unit, kind, key):
        child = unit.children[place]
        if kind == "local" or (child.eid == key if kind == "given" else is_through(child)):
            yield (place,)
        if kind == "given" or (kind == "through" and not is_through(child)):
            yield from ((place, *more) for more in expanded(child, key, kind))
