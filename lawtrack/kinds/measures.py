"""Kinds about what sentences are measured by: bounds of the general part, the worth of index units."""

from typing import Any, ClassVar

from attrs import field, frozen

from ..errors import ReadingError
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing
from ..model.rule import Rule
from ..penalties import Component, PenaltyLadder, Quantity, Sanction, compare_sanctions
from ..penalties.amounts import as_bound
from ..penalties.units import INDEX_UNITS
from ..verdicts import Verdicts
from .registry import KINDS

__all__ = ["GeneralBounds", "UnitWorth"]


def _one_penalty(rule: object, attribute: object, value: Sanction | Missing) -> None:
    if isinstance(value, Sanction) and _component(value) is None:
        hint = "One rule for each kind of penalty."
        raise ReadingError(str(value), "the bounds of one kind of penalty, such as prison 6mo..15y", hint)


def _component(bounds: Sanction) -> Component | None:
    """The one penalty of bounds; None when they hold anything else."""
    track = bounds.tracks[0]
    if len(bounds.tracks) > 1 or track.labels or track.shared or isinstance(track.options, Missing):
        return None
    option = track.options[0]
    single = len(track.options) == len(option.group) == 1 and not option.additions
    return option.group[0] if single and option.group[0].span is not None else None


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class GeneralBounds(Rule):
    """The least and the most of one kind of penalty, as the general part of a code sets them.

    In files a bare text is the bounds. A norm or effect of this kind belongs to the country of its
    provisions.

    Attributes:
        bounds: ``prison 6mo..15y``; ``prison >=6mo`` where only the least is set, ``prison <=15y`` the most.
        case: The class of offences it is for, such as ``misdemeanour``.
    """

    kind: ClassVar[str] = "general_part"
    burden: ClassVar[bool | None] = None
    shorthand: ClassVar[str] = "bounds"
    bounds: Sanction | Missing = field(default=UNKNOWN, validator=_one_penalty)
    case: str | Missing = NOT_APPLICABLE

    def component(self) -> Component | Missing:
        """The kind of penalty with its two ends; UNKNOWN when the bounds are."""
        held = _component(self.bounds) if isinstance(self.bounds, Sanction) else None
        return UNKNOWN if held is None else held

    def compare(
        self, other: Rule, *, for_: str | None = None, ladder: PenaltyLadder | None = None
    ) -> Verdicts:
        """As sanctions compare, for bounds of one class of offences; else only equality is known."""
        if isinstance(other, GeneralBounds) and self.case == other.case:
            before, after = self.bounds, other.bounds
            if isinstance(before, Sanction) and isinstance(after, Sanction):
                return compare_sanctions(before, after, ladder=ladder).overall
        return super().compare(other, for_=for_, ladder=ladder)


def _is_money(rule: object, attribute: object, value: Any) -> None:
    if isinstance(value, Missing):
        return
    held = as_bound(value)
    if not isinstance(held, Quantity) or held.is_time or held.is_multiple or held.unit in INDEX_UNITS:
        raise ReadingError(value, "an amount of money such as 2269 KZT")


def _is_index_unit(rule: object, attribute: object, value: Any) -> None:
    if not isinstance(value, Missing) and (value not in INDEX_UNITS or value == "level"):
        raise ReadingError(value, "an index unit: MCI, UR or df")


@KINDS.register
@frozen(kw_only=True, repr=False, eq=False)
class UnitWorth(Rule):
    """What one index unit is worth in money while the rule is law.

    Attributes:
        unit: The unit as sanctions write it: ``MCI``.
        worth: An amount of money: ``2269 KZT``.
    """

    kind: ClassVar[str] = "index_unit"
    burden: ClassVar[bool | None] = None
    unit: str | Missing = field(default=UNKNOWN, validator=_is_index_unit)
    worth: str | Missing = field(default=UNKNOWN, validator=_is_money)
