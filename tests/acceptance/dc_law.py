"""Cases of the law of the District of Columbia, as this data set lays them out."""

import gzip
import json
from collections.abc import Iterator

from acceptance.dc_reading import as_cited, inside, waiting
from acceptance.designations import later_ones, may_close

from lawtrack.model.modification import (
    Insertion,
    Modification,
    Move,
    PartSubstitution,
    Place,
    Renumbering,
    Repeal,
    UnitSubstitution,
    Which,
    WordSubstitution,
    Wrapping,
)
from lawtrack.model.unit import Unit

__all__ = ["Unreadable", "cases", "modifications", "text_of"]

_TYPES = {"para": "paragraph", "text": "content", "aftertext": "wrapUp"}
_BLOCKS = {name: _TYPES.get(name, name) for name in ("text", "aftertext")}
_PRINTED = ("reason", "prefix")
_PLACES = {"first": Place.FIRST, "last": Place.LAST}


def cases(path) -> Iterator[dict]:
    """The cases of one file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _unit(node: dict) -> Unit:
    return Unit(
        type=_TYPES.get(node["type"], node["type"]),
        num=node.get("num", ""),
        heading=node.get("heading", ""),
        text=node.get("text", ""),
        children=[_unit(child) for child in node.get("children", ())],
        attributes={name: node[name] for name in _PRINTED if name in node},
    )


def text_of(section: dict | None) -> Unit:
    """The place of a section in its code, with the section in it if there is one yet."""
    return Unit(type="chapter", children=[_unit(section)] if section else [])


class Unreadable(Exception):
    """An instruction does not say enough to be carried out."""


def modifications(instruction: dict, text: Unit, *, made: bool = False) -> list[Modification]:
    """One instruction as modifications of *text*, which :func:`text_of` gave and the earlier ones changed.

    When it was *made* already, the place of what it inserted is not asked for, and no stub is looked for.
    """
    target = as_cited(text, (0, *instruction["target"]))
    by = f"{instruction['act']} {instruction['act_path']}"
    read = _READERS.get(instruction["op"])
    if read is None:
        raise Unreadable(f"operation {instruction['op']}")
    return read(instruction, target, by, Unit(type="chapter") if made else text)


def _replace_text(told: dict, target: tuple, by: str, text: Unit) -> list[Modification]:
    which: Which | int = Which.EACH
    if occurrence := told.get("occurrence"):
        which = int(occurrence) if str(occurrence).isdecimal() else Which(occurrence)
    part = {"aftertext": "wrapUp"}.get(told.get("part", ""), told.get("part", ""))
    return [
        WordSubstitution(
            target=target, old=told["find"], new=told["replace"], which=which, count=told.get("count"),
            part=part, attributes=_PRINTED, tidy=True, by=by,
        )
    ]  # fmt: skip


def _insert(told: dict, target: tuple, by: str, text: Unit) -> list[Modification]:
    units = [_unit(node) for node in told["nodes"]]
    if (stub := waiting(inside(text, target), units[0].num)) is not None:
        return [UnitSubstitution(target=(*target, stub), units=units, by=by)]
    for place in (Place.AFTER, Place.BEFORE):
        if place.value in told:
            beside = (*target, told[place.value])
            return [Insertion(target=beside, where=place, units=units, by=by)]
    if "position" in told:
        return [Insertion(target=target, where=_PLACES[told["position"]], units=units, by=by)]
    siblings = inside(text, target)
    if siblings and not may_close(units[0].num, [child.num for child in siblings]):
        raise Unreadable("no place given, and its number is not the last")
    return [Insertion(target=target, units=units, by=by)]


def _insert_section(told: dict, target: tuple, by: str, text: Unit) -> list[Modification]:
    units = [_unit(node) for node in told["nodes"]]
    if (stub := waiting(inside(text, ()), units[0].num)) is not None:
        return [UnitSubstitution(target=(stub,), units=units, by=by)]
    return [Insertion(target=(), units=units, by=by)]


def _replace(told: dict, target: tuple, by: str, text: Unit) -> list[Modification]:
    units = [_unit(node) for node in told["nodes"]]
    part = told.get("part")
    if part is None:
        return [UnitSubstitution(target=target, units=units, by=by)]
    if part in _BLOCKS:
        return [UnitSubstitution(target=(*target, _BLOCKS[part]), units=units, by=by)]
    words = [node.get("text") or node.get(part) for node in told["nodes"]]
    if len(words) != 1 or not words[0]:
        raise Unreadable(f"no single new {part}")
    return [PartSubstitution(target=target, part=part, new=words[0], by=by)]


def _repeal(told: dict, target: tuple, by: str, text: Unit) -> list[Modification]:
    part = told.get("part")
    if part in _BLOCKS:
        return [Repeal(target=(*target, _BLOCKS[part]), by=by)]
    if part is not None:
        return [PartSubstitution(target=target, part=part, by=by)]
    whole = len(target) == 1
    done: list[Modification] = [Repeal(target=target, leaving=told["leaves"], keeps_heading=whole, by=by)]
    if whole:
        done.append(PartSubstitution(target=target, part="reason", new="Repealed", by=by))
    return done


def _designate(told: dict, target: tuple, by: str, text: Unit) -> list[Modification]:
    """What has a later number of that sort already stays beside the new unit."""
    num = told["num"]
    others = later_ones(num, [child.num for child in inside(text, target) if child.num])
    out = [
        Move(target=(*target, num, other), to=(*target, num), where=Place.AFTER, by=by)
        for other in reversed(others)
    ]
    return [Wrapping(target=target, num=num, by=by), *out]


def _renumber(told: dict, target: tuple, by: str, text: Unit) -> list[Modification]:
    return [Renumbering(target=target, num=told["num"], by=by)]


_READERS = {
    "replace_text": _replace_text,
    "insert": _insert,
    "insert_section": _insert_section,
    "replace": _replace,
    "repeal": _repeal,
    "designate": _designate,
    "renumber": _renumber,
}
