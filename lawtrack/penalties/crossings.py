"""Changes of a sanction that no number measures: death, life and custody coming or going."""

from collections.abc import Iterable
from typing import Literal

from .ends import LIVES, longest_term, parts_of
from .kinds import CUSTODIAL
from .normal import NormalForm
from .units import Quantity

__all__ = ["LIFE_CROSSINGS", "Crossing", "crossing_between"]

Crossing = Literal[
    "none",
    "escalated_to_death",
    "from_death",
    "escalated_to_life",
    "from_life",
    "custodial_introduced",
    "custodial_removed",
]
"""The gravest of the changes names them all: life to death is ``escalated_to_death`` and no removal of
custody, a fine to life ``escalated_to_life`` and no introduction. Death is a kind of its own, neither a term
nor custody.
"""

LIFE_CROSSINGS = ("escalated_to_life", "from_life")
"""The crossings that a length for life turns into a number."""


def crossing_between(a: NormalForm, b: NormalForm) -> tuple[Crossing, Quantity | None]:
    """The crossing from *a* to *b*; if to or from life, also the longest term beside it that is a number."""
    if _moves(_has(form, ["death"]) for form in (a, b)) is not None:
        return ("escalated_to_death" if _has(b, ["death"]) else "from_death"), None
    lives = _moves(any(part.high in LIVES for part in parts_of(form, "prison")) for form in (a, b))
    if lives is not None:
        return (
            ("escalated_to_life", longest_term(a, "prison"))
            if lives
            else ("from_life", longest_term(b, "prison"))
        )
    custody = _moves(_has(form, CUSTODIAL) for form in (a, b))
    if custody is not None:
        return ("custodial_introduced" if custody else "custodial_removed"), None
    return "none", None


def _has(form: NormalForm, kinds: Iterable[str]) -> bool:
    return any(parts_of(form, kind) for kind in kinds)


def _moves(sides: Iterable[bool]) -> bool | None:
    """True when something comes, False when it goes, None when it is on both sides or on neither."""
    before, after = sides
    return None if before == after else after
