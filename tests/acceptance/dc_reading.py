"""How a lawyer reads an instruction that leaves something to be understood, in the law of the District.

Each rule is general and looks only at the instruction and the text it meets; what none of them settles stays
an error.
"""

import re

from lawtrack.model.addresses import AddressError, find
from lawtrack.model.unit import Unit

__all__ = ["as_cited", "inside", "waiting"]

_WAITING = re.compile(r"\W*(not funded|reserved)\W*", re.IGNORECASE)


def inside(text: Unit, target: tuple) -> tuple[Unit, ...]:
    """What the target holds; nothing when it is missing, which applying tells."""
    try:
        return find(text, target).children
    except AddressError:
        return ()


def waiting(units: tuple[Unit, ...], num: str) -> int | None:
    """Place of the stub of that number, such as "(b) Not Funded.", which gives way to what it waits for."""
    places = [i for i, unit in enumerate(units) if num and _plain(unit.num) == _plain(num)]
    if len(places) == 1 and _is_stub(units[places[0]]):
        return places[0]
    return None


def _is_stub(unit: Unit) -> bool:
    words = " ".join(inner.text for _, inner in unit.walk() if inner.text)
    return len(unit.children) <= 1 and _WAITING.fullmatch(words) is not None


def _plain(num: str) -> str:
    """A number without the brackets by which editors correct it: ``[(d-1)]``."""
    return num.replace("[", "").replace("]", "")


def as_cited(text: Unit, target: tuple) -> tuple:
    """The target with the levels that the citation leaves out since they have one unit only.

    "Section 5(13)" is 5(a)(13) when (a) is all there is.
    """
    unit, found = text, []
    for step in target:
        while isinstance(step, str) and not _holds(unit, step):
            numbered = [child for child in unit.children if child.num]
            if len(numbered) != 1:
                return target  # applying tells what is missing
            (unit,) = numbered
            found.append(unit.num)
        try:
            unit = find(unit, (step,))
        except AddressError:
            return target
        found.append(step)
    return tuple(found)


def _holds(unit: Unit, step: str) -> bool:
    return any(child.num == step or (not child.num and child.type == step) for child in unit.children)
