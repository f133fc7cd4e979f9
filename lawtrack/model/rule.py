"""The base of every kind of rule."""

from enum import Enum
from typing import Any, ClassVar, Final, TypeVar

import attrs
from attrs import frozen

from ..arguments import wrong_type
from ..equality import ByValue
from ..errors import LawtrackError, ReadingError
from ..languages import LangMap
from ..missing import Missing, is_known, is_open
from ..penalties import PenaltyLadder, Sanction
from ..verdicts import ANY, PartlyOrdered, Verdict, Verdicts
from .dimension import Dimension
from .given import Given
from .judging import judge
from .position import Position
from .record import HoldsLists
from .scope import Broader, Openness, Scope, Threshold, same_concept
from .values import LIST, faults_in

__all__ = [
    "OpaqueRule",
    "Rule",
    "compares_itself",
    "comparison_of",
    "of_another_kind",
    "open_fields",
    "positions_of",
    "same_or_unknown",
    "step_of",
    "summary_of",
]

R = TypeVar("R", bound="Rule")


@frozen(kw_only=True, repr=False, eq=False)
class Rule(HoldsLists, PartlyOrdered, ByValue):
    """Normative content: what is required, allowed, empowered or punished. One subclass per kind.

    A subclass sets ``kind``, adds fields with honest defaults (UNKNOWN or empty), lists the ``dimensions`` in
    which two rules of the kind compare, and may override :meth:`positions` and :meth:`summary`. Registered
    with ``KINDS.register``, it then behaves like the built-in kinds in files, tables and questions.
    """

    kind: ClassVar[str]
    shorthand: ClassVar[str] = ""
    """Field that a bare text stands for in files; empty when the kind has no shorthand."""
    in_order: ClassVar[tuple[str, ...]] = ()
    """Fields whose items stand in an order that matters; every other list is a set to comparison."""
    dimensions: ClassVar[tuple[Dimension, ...]] = ()
    """In what respects two rules of the kind compare; without any, only equality is known."""
    concerns: ClassVar[tuple[str, ...]] = ()
    """Roles that every rule of the kind exposes, beside those its fields name."""
    burden: ClassVar[bool | None] = True
    """Whether a rule of the kind is more restrictive than none; None when that is no question."""
    aligned_by: ClassVar[tuple[str, ...]] = ()
    """Fields that say what a rule is about; rules of two packages are put side by side by them."""
    grows_by_name: ClassVar[bool] = True
    """Whether a change called broadened or increased strengthens positions, and its opposite weakens them."""

    def __attrs_post_init__(self) -> None:
        """Refuse a value of another type than its field has; raises ReadingError (LT-KEY-003, LT-KEY-002)."""
        for where, held, wanted in faults_in(self):
            if held is not attrs.NOTHING:  # a reader asks this of a rule whose other fields could be read
                raise _misfit(self, where, held, wanted)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.summary()}>"

    def __str__(self) -> str:
        # A class of a study mostly has the repr that attrs generates, with every field that is not stated.
        return Rule.__repr__(self)

    def positions(self) -> tuple[Position, ...]:
        """Hohfeld positions that the rule creates while it is in force; empty by default."""
        return ()

    def compare(
        self, other: "Rule", *, for_: str | None = None, ladder: PenaltyLadder | None = None
    ) -> Verdicts:
        """Say how *other* compares with this rule for the party *for_*, or for those whom it exposes.

        By the dimensions of the kind, joined by the product rule. A kind without dimensions knows only
        equality: two equal rules without open fields are EQUIVALENT, and for the rest every answer stays
        possible. A rule of another kind is INCOMPARABLE. Without a vocabulary every concept includes itself
        alone, and whether one role may also be another is open; :func:`lawtrack.compare` brings one, and
        gives the reasons.
        Raises WrongTypeError for what is no rule.
        """
        if type(other) is not type(self):
            return of_another_kind(other)
        if not self.dimensions:
            return same_or_unknown(self, other)
        return judge(self, other, Given(ladder=ladder, restated=True), for_).verdicts

    def step(self) -> Verdicts:
        """How this rule compares with the one it replaced, where it states that itself; else all four."""
        return ANY

    def summary(self) -> str:
        """The stated fields in one line; what nobody stated is left out."""
        said = []
        for attribute in attrs.fields(type(self)):
            value = getattr(self, attribute.name)
            if is_known(value) and value not in ((), Scope(), "", Openness.UNKNOWN):
                told = ", ".join(map(_told, value)) if isinstance(value, tuple) else _told(value)
                said.append(f"{attribute.name.rstrip('_').replace('_', ' ')}: {told}")
        return "; ".join(said) or "nothing stated"


def _misfit(rule: Rule, where: str, held: object, wanted: str) -> ReadingError:
    """The error for a value that a field cannot hold, with how to write it where that can be told."""
    expected = f"{wanted} for {where} of {type(rule).__name__}"
    if isinstance(held, list) and LIST in wanted:
        return ReadingError(held, expected, f"Write {where}={tuple(held)!r}.", code="LT-KEY-002")
    maker = next((maker for name, maker in _MADE_BY.items() if name in wanted), "")
    hint = f"Write {where}={maker}({held!r})." if isinstance(held, str) and maker else ""
    return ReadingError(held, expected, hint)


_MADE_BY: Final = {
    "Sanction": "Sanction.read",
    "Threshold": "Threshold.read",
    "Duration": "Duration.read",
    "Scope": "Scope.of",
}
"""What makes a value of a type out of a text."""


def of_another_kind(other: object) -> Verdicts:
    """INCOMPARABLE, which is what a rule says of one of another kind; what is no rule is refused."""
    if not isinstance(other, Rule):
        raise wrong_type("compare", "other", other, (Rule,))
    return Verdicts.of(Verdict.INCOMPARABLE)


def positions_of(rule: Rule, record: str = "") -> tuple[Position, ...]:
    """``rule.positions()``, as the library asks for it.

    What a study's own class raises, or gives instead of a tuple of positions, becomes a LawtrackError that
    names the kind, the id of the *record* and the cause; so it is with the three functions below.
    """
    try:
        held = rule.positions()
    except Exception as fault:
        raise _failed(rule, "positions", record, fault) from fault
    if not isinstance(held, tuple) or not all(isinstance(item, Position) for item in held):
        raise _gave(rule, "positions", record, held, "a tuple of Position")
    return held


def comparison_of(
    rule: Rule,
    other: Rule,
    record: str = "",
    *,
    for_: str | None = None,
    ladder: PenaltyLadder | None = None,
    broader: Broader = same_concept,
) -> Verdicts:
    """``rule.compare(other)``, as the library asks for it; a class with a comparison of its own is asked."""
    try:
        if compares_itself(rule) or not rule.dimensions or type(other) is not type(rule):
            held = rule.compare(other, for_=for_, ladder=ladder)
        else:
            held = judge(rule, other, Given(broader=broader, ladder=ladder, restated=True), for_).verdicts
    except Exception as fault:
        raise _failed(rule, "compare", record, fault) from fault
    return _verdicts(rule, "compare", record, held)


def compares_itself(rule: Rule) -> bool:
    """Whether the kind has a comparison of its own instead of dimensions."""
    return type(rule).compare is not Rule.compare


def step_of(rule: Rule, record: str = "") -> Verdicts:
    """``rule.step()``, as the library asks for it."""
    try:
        held = rule.step()
    except Exception as fault:
        raise _failed(rule, "step", record, fault) from fault
    return _verdicts(rule, "step", record, held)


def summary_of(rule: Rule, record: str = "") -> str:
    """``rule.summary()``, as the library asks for it."""
    try:
        held = rule.summary()
    except Exception as fault:
        raise _failed(rule, "summary", record, fault) from fault
    if not isinstance(held, str):
        raise _gave(rule, "summary", record, held, "a text")
    return held


def _verdicts(rule: Rule, hook: str, record: str, held: object) -> Verdicts:
    if not isinstance(held, Verdicts):
        raise _gave(rule, hook, record, held, "Verdicts")
    return held


def _failed(rule: Rule, hook: str, record: str, fault: Exception) -> LawtrackError:
    return LawtrackError(f"{_asked(rule, hook, record)} raised {type(fault).__name__}: {fault}")


def _gave(rule: Rule, hook: str, record: str, held: object, wanted: str) -> LawtrackError:
    return LawtrackError(f"{_asked(rule, hook, record)} gave {type(held).__name__}, expected {wanted}")


def _asked(rule: Rule, hook: str, record: str) -> str:
    return f"{hook}() of kind {tag_of(rule)!r}{f' in {record}' if record else ''}"


def _told(value: object) -> str:
    """A value in the words of a reader: enumerations with spaces, thresholds spelled out."""
    if isinstance(value, Threshold):
        return value.words()
    return str(value.value).replace("_", " ") if isinstance(value, Enum) else str(value)


def same_or_unknown(before: R, after: R) -> Verdicts:
    """EQUIVALENT for equal rules that leave nothing open; otherwise all four, naming what would decide."""
    unsettled = {*open_fields(before), *open_fields(after)}
    unsettled |= {
        a.name for a in attrs.fields(type(before)) if _content(before, a.name) != _content(after, a.name)
    }
    return Verdicts(ANY.possible, tuple(unsettled)) if unsettled else Verdicts.of(Verdict.EQUIVALENT)


def _content(rule: Rule, name: str) -> object:
    value = getattr(rule, name)
    return frozenset(value) if isinstance(value, tuple) and name not in rule.in_order else value


def open_fields(rule: Rule) -> tuple[str, ...]:
    """Names of the fields whose value nobody knows or stated, wholly or in part, in order of definition."""
    return tuple(a.name for a in attrs.fields(type(rule)) if _leaves_open(getattr(rule, a.name)))


def _leaves_open(value: object) -> bool:
    if is_open(value):
        return True
    if isinstance(value, Openness):
        return value is not Openness.CLOSED
    if isinstance(value, Sanction):
        # A term or fine that is not known in full does not even compare with itself.
        return value.compare(value).overall.verdict is not Verdict.EQUIVALENT
    if isinstance(value, tuple):
        return any(_leaves_open(item) for item in value)
    cls: type = type(value)
    if attrs.has(cls) and not isinstance(value, LangMap):
        return any(_leaves_open(getattr(value, a.name)) for a in attrs.fields(cls))
    return False


@frozen(kw_only=True, repr=False, eq=False)
class OpaqueRule(Rule):
    """A rule of a kind that is not installed here: kept and written back unchanged, never compared.

    Attributes:
        tag: Its kind, such as ``x:study/curfew``.
        data: Its fields as plain data, in canonical JSON.
    """

    kind: ClassVar[str] = "opaque"
    tag: str
    data: str = "{}"

    def compare(self, other: Rule, *, for_: str | None = None, ladder: Any = None) -> Verdicts:
        """Every answer stays possible: nothing is known of this kind's meaning."""
        return ANY

    def summary(self) -> str:
        """Its kind, and that it is not installed."""
        return f"kind {self.tag} is not installed here"


def tag_of(rule: Rule | Missing) -> str | None:
    """The kind tag of *rule*; None for a token."""
    if not is_known(rule):
        return None
    return rule.tag if isinstance(rule, OpaqueRule) else rule.kind
