"""Dated facts of a legal order that clauses rest on and do not state: bounds, moratoria, names of regimes."""

from attrs import field, frozen

from ..dates import Period
from ..errors import ReadingError
from ..penalties.amounts import as_bound
from ..penalties.kinds import KINDS
from ..penalties.relation import GREATER, relation
from ..penalties.units import Bound, Quantity

__all__ = ["GeneralPart", "Moratorium", "RegimeName"]


def _period(value: Period | str) -> Period:
    return Period.read(value) if isinstance(value, str) else value


def _kind(record: object, attribute: object, value: str) -> None:
    if value not in KINDS:
        raise ReadingError(value, f"a kind of penalty: {', '.join(KINDS)}", code="LT-PEN-006")


@frozen(kw_only=True)
class GeneralPart:
    """A bound that the general part of a code sets for one kind of penalty.

    Attributes:
        jurisdiction: Country code.
        kind: Kind of penalty.
        low: The least that may be imposed; None when this rule does not say. Notation is accepted.
        high: The most; None when this rule does not say.
        in_force: When it is law. Ends that are not exactly known are intervals.
        case: The class of offences it is for, such as ``misdemeanour``; empty for all.
        provision: Where it stands.
        source: Where it was read.
        confidence: ``primary``, ``secondary``, ``unverified`` or empty.
        note: A remark.
    """

    jurisdiction: str
    kind: str = field(validator=_kind)
    in_force: Period = field(converter=_period)
    low: Bound | None = field(default=None, converter=as_bound)
    high: Bound | None = field(default=None, converter=as_bound)
    case: str = ""
    provision: str = ""
    source: str = ""
    confidence: str = ""
    note: str = ""

    def __attrs_post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ReadingError(self.kind, "a low or a high bound, or both", code="LT-PEN-006")
        if (
            isinstance(self.low, Quantity)
            and isinstance(self.high, Quantity)
            and relation(self.low, self.high) == GREATER
        ):
            raise ReadingError(
                f"{self.low}..{self.high}", "a minimum that is not above the maximum", code="LT-PEN-001"
            )

    def __str__(self) -> str:
        ends = [
            f"{word} {bound}" for word, bound in (("at least", self.low), ("at most", self.high)) if bound
        ]
        said = f"{self.kind} {', '.join(ends)}"
        said += f" ({self.case.replace('_', ' ')})" if self.case else ""
        return f"{said}, {self.provision}" if self.provision else said


@frozen(kw_only=True)
class Moratorium:
    """A stretch of time in which a penalty may be imposed and is not carried out.

    Attributes:
        jurisdiction: Country code.
        kind: Kind of penalty, such as ``death``.
        in_force: From when until when.
        provision: What orders it.
    """

    jurisdiction: str
    kind: str = field(validator=_kind)
    in_force: Period = field(converter=_period)
    provision: str = ""
    source: str = ""
    confidence: str = ""
    note: str = ""


@frozen(kw_only=True)
class RegimeName:
    """What a law calls a prison regime over a time; records of one *level* name the same regime.

    Attributes:
        jurisdiction: Country code.
        level: The regime behind the names, in a word of the file's own.
        names: Its names, in any language; compared without regard to case.
        in_force: When the law uses them.
        provision: Which law.
    """

    jurisdiction: str
    level: str
    names: tuple[str, ...] = field(converter=tuple)
    in_force: Period = field(converter=_period)
    provision: str = ""
    source: str = ""
    confidence: str = ""
    note: str = ""
