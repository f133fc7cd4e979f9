"""Cases of the law of the District of Columbia, as this data set lays them out."""

import gzip
import json
from collections.abc import Iterator

from lawtrack.model.modification import (
    Insertion,
    Modification,
    PartSubstitution,
    Place,
    Renumbering,
    Repeal,
    Substitution,
    Which,
    WordSubstitution,
    Wrapping,
)
from lawtrack.model.unit import Unit

__all__ = ["cases", "modifications", "text_of"]

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


def modifications(instruction: dict) -> list[Modification]:
    """One instruction as modifications of the text that :func:`text_of` gives."""
    target = (0, *instruction["target"])
    by = f"{instruction['act']} {instruction['act_path']}"
    read = _READERS.get(instruction["op"])
    if read is None:
        raise NotImplementedError(f"operation {instruction['op']}")
    return read(instruction, target, by)


def _replace_text(told: dict, target: tuple, by: str) -> list[Modification]:
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


def _insert(told: dict, target: tuple, by: str) -> list[Modification]:
    units = [_unit(node) for node in told["nodes"]]
    for place in (Place.AFTER, Place.BEFORE):
        if place.value in told:
            beside = (*target, told[place.value])
            return [Insertion(target=beside, where=place, units=units, by=by)]
    return [Insertion(target=target, where=_PLACES[told["position"]], units=units, by=by)]


def _insert_section(told: dict, target: tuple, by: str) -> list[Modification]:
    return [Insertion(target=(), units=[_unit(node) for node in told["nodes"]], by=by)]


def _replace(told: dict, target: tuple, by: str) -> list[Modification]:
    units = [_unit(node) for node in told["nodes"]]
    part = told.get("part")
    if part is None:
        return [Substitution(target=target, units=units, by=by)]
    if part in _BLOCKS:
        return [Substitution(target=(*target, _BLOCKS[part]), units=units, by=by)]
    (node,) = told["nodes"]
    return [PartSubstitution(target=target, part=part, new=node.get("text") or node[part], by=by)]


def _repeal(told: dict, target: tuple, by: str) -> list[Modification]:
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


def _designate(told: dict, target: tuple, by: str) -> list[Modification]:
    return [Wrapping(target=target, num=told["num"], by=by)]


def _renumber(told: dict, target: tuple, by: str) -> list[Modification]:
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
