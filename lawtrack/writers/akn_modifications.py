"""Modifications of a text as Akoma Ntoso has them: ``textualMod`` elements for the analysis of a document."""

from collections.abc import Iterable
from typing import Final

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
    Substitution,
    Unwrapping,
    WordSubstitution,
    Wrapping,
)
from ..model.unit import Unit
from .xml_text import attributes_text

__all__ = ["NAMESPACE", "textual_mods"]

NAMESPACE: Final = "https://lawtrack.invalid/ns"
"""Namespace of what Akoma Ntoso has no place for: our kind of modification, words without an address."""

_TYPES: Final[dict[type[Modification], str]] = {
    Insertion: "insertion",
    Substitution: "substitution",
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
    """One ``textualMod`` for each modification, in order.

    *before* is the text that they change; a target that it does not have, since an earlier modification
    brings it, keeps the address it is called by.
    """
    return tuple(_mod(number, one, before) for number, one in enumerate(modifications, 1))


def _mod(number: int, one: Modification, before: Expression) -> str:
    eid = f"textualMod_{number}"
    attributes = (
        ("type", _TYPES[type(one)]),
        ("eId", eid),
        ("xmlns:lawtrack", NAMESPACE),
        ("lawtrack:op", one.op),
    )
    parts = [f"<source{attributes_text((('eId', f'{eid}__source_1'), ('href', one.by or '#')))}></source>"]
    where = getattr(one, "where", None) if isinstance(one, Insertion) else None
    position = (("pos", _POSITIONS[where]),) if isinstance(where, Place) else ()
    parts.append(_part("destination", eid, _href(one.target, before), *position))
    if isinstance(one, Move | Join):
        other = one.to if isinstance(one, Move) else one.through
        parts.append(_part("destination", eid, _href(other, before), number=2))
    parts += [_said("old", eid, words) for words in _old(one)]
    parts += [_said("new", eid, words) for words in _new(one)]
    return f"<textualMod{attributes_text(attributes)}>{''.join(parts)}</textualMod>"


def _part(name: str, eid: str, href: str, *more: tuple[str, str], number: int = 1) -> str:
    said = attributes_text((("eId", f"{eid}__{name}_{number}"), ("href", href), *more))
    return f"<{name}{said}></{name}>"


def _said(name: str, eid: str, words: str) -> str:
    return _part(name, eid, "#", ("lawtrack:text", words))


def _href(address: Address, before: Expression) -> str:
    if address in before:
        way = before.locate(address)
        return "#" + next(eid for eid, path in before.eids.items() if path == way)
    return "#" + (address if isinstance(address, str) else "__".join(map(str, address))).replace(" ", "_")


def _old(one: Modification) -> tuple[str, ...]:
    if isinstance(one, WordSubstitution):
        return (one.old,)
    return (one.old,) if isinstance(one, PartSubstitution) and one.old is not None else ()


def _new(one: Modification) -> tuple[str, ...]:
    if isinstance(one, WordSubstitution | PartSubstitution):
        return (one.new,) if one.new else ()
    if isinstance(one, Insertion | Substitution | Split):
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
