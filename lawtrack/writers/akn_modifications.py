"""Modifications of a text as Akoma Ntoso has them: ``textualMod`` elements for the analysis of a document."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ..arguments import wrong_type
from ..identifiers import eid_step
from ..model.addresses import Address
from ..model.expression import Expression
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
from ..model.unit import IndexPath, Unit
from ..readers.xml_units import NAMESPACE
from .xml_text import attributes_text

__all__ = ["textual_mods"]

_TYPES: Final[dict[type[Modification], str]] = {
    Insertion: "insertion",
    UnitSubstitution: "substitution",
    WordSubstitution: "substitution",
    PartSubstitution: "substitution",
    Repeal: "repeal",
    Renumbering: "renumbering",
    Move: "replacement",
    Split: "split",
    Join: "join",
    Wrapping: "renumbering",
    Unwrapping: "renumbering",
}
"""Akoma Ntoso's word for each class; it has fewer, so that a wrapping is a renumbering."""

_POSITIONS: Final = {Place.BEFORE: "before", Place.AFTER: "after", Place.FIRST: "start", Place.LAST: "end"}


def textual_mods(modifications: Iterable[Modification], before: Expression) -> tuple[str, ...]:
    """One ``textualMod`` for each modification, in order, numbered after those in the metadata of the text.

    *before* is the text that they change; a target that it does not have, since an earlier modification
    brings it, keeps the address it is called by.
    """
    every = tuple(modifications)
    for change in every:
        if not isinstance(change, Modification):
            raise wrong_type("dump", "modifications", change, (Modification,))
    if not every:
        return ()
    told = "".join(unit.attribute("meta") for _, unit in before.root.walk())
    first = max(map(int, _NUMBERED.findall(told)), default=0) + 1
    by_path = {path: eid for eid, path in before.eids.items()}
    return tuple(_mod(number, one, before, by_path) for number, one in enumerate(every, first))


_NUMBERED: Final = re.compile('eId="textualMod_([0-9]+)"')


def _mod(number: int, one: Modification, before: Expression, by_path: Mapping[IndexPath, str]) -> str:
    eid = f"textualMod_{number}"
    attributes = (
        ("type", _TYPES[type(one)]),
        ("eId", eid),
        ("xmlns:lawtrack", NAMESPACE),
        ("lawtrack:op", one.op),
    )
    where = one.where if isinstance(one, Insertion) else None
    position = (("pos", _POSITIONS[where]),) if isinstance(where, Place) else ()
    parts = [
        _part("source", eid, 1, one.by or "#"),
        _part("destination", eid, 1, _href(one.target, before, by_path), *position),
    ]
    if isinstance(one, Move | Join):
        other = one.to if isinstance(one, Move) else one.through
        parts.append(_part("destination", eid, 2, _href(other, before, by_path)))
    for name, said in (("old", _old(one)), ("new", _new(one))):
        parts += [_part(name, eid, i, "#", ("lawtrack:text", words)) for i, words in enumerate(said, 1)]
    return f"<textualMod{attributes_text(attributes)}>{''.join(parts)}</textualMod>"


def _part(name: str, eid: str, number: int, href: str, *more: tuple[str, str]) -> str:
    said = attributes_text((("eId", f"{eid}__{name}_{number}"), ("href", href), *more))
    return f"<{name}{said}></{name}>"


def _href(address: Address, before: Expression, by_path: Mapping[IndexPath, str]) -> str:
    if address in before:
        return f"#{by_path[before.locate(address)]}"
    return "#" + (address if isinstance(address, str) else "__".join(map(str, address))).replace(" ", "_")


def _old(one: Modification) -> tuple[str, ...]:
    if isinstance(one, WordSubstitution):
        return (one.old,)
    return (one.old,) if isinstance(one, PartSubstitution) and one.old is not None else ()


def _new(one: Modification) -> tuple[str, ...]:
    if isinstance(one, WordSubstitution | PartSubstitution):
        return (one.new,) if one.new else ()
    if isinstance(one, Insertion | UnitSubstitution | Split):
        return tuple(map(_plain, one.units))
    if isinstance(one, Renumbering):
        return (one.num,)
    if isinstance(one, Wrapping):
        return (f"{eid_step(one.type, one.num)} {one.num} {one.heading}".strip(),)
    if isinstance(one, Repeal):
        return (one.leaving,) if one.leaving else ()
    return (_plain(one.unit),) if isinstance(one, Join) else ()


def _plain(unit: Unit) -> str:
    return unit.plain_text()
