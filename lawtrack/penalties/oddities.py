"""What in a sanction is allowed and looks like a slip."""

from collections.abc import Iterator

from ..missing import Missing
from .parts import Component, Track
from .sanction import Sanction
from .units import LIFE, LIFE_WITHOUT_RELEASE, Quantity

__all__ = ["oddities"]


def oddities(sanction: Sanction) -> tuple[tuple[str, str], ...]:
    """Pairs of problem code and message, in order of the text: LT-PEN-003 a maximum or exact amount of zero,
    LT-PEN-004 a range from a number to life."""
    found = []
    for track in sanction.tracks:
        for component in _components(track):
            low, high = component.ends
            zeros = [end for end in (low, high) if isinstance(end, Quantity) and end.amount == 0]
            # "More than nothing" and "from nothing" are how clauses say that there is no minimum.
            if zeros and isinstance(high, Quantity) and high.amount == 0:
                found.append(
                    ("LT-PEN-003", f"{component}: the amount is zero; check that a penalty is meant")
                )
            if isinstance(low, Quantity) and high in (LIFE, LIFE_WITHOUT_RELEASE):
                told = f"{component}: read as two alternatives, {component.kind} >={low} | {high}"
                found.append(("LT-PEN-004", told))
    return tuple(found)


def _components(track: Track) -> Iterator[Component]:
    for option in () if isinstance(track.options, Missing) else track.options:
        yield from option.group
        yield from (addition.component for addition in option.additions)
    yield from (addition.component for addition in track.shared)
