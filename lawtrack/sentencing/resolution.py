"""Ends that a clause leaves to the general part of the code, filled in from dated rules."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from attrs import evolve, frozen

from ..arguments import checked
from ..dates import Period, as_day
from ..errors import UnknownNameError
from ..missing import UNKNOWN
from ..penalties.kinds import UNMEASURED
from ..penalties.parts import Component
from ..penalties.relation import GREATER, relation
from ..penalties.sanction import Sanction
from ..penalties.units import GENERAL_PART, Bound
from ..verdicts import Truth
from .dated_facts import GeneralPart
from .facts import PenaltyFacts, penalty_facts
from .rewriting import rewritten, with_ends

__all__ = ["Execution", "Resolved", "executable", "resolve"]

End = Literal["low", "high"]


@frozen(kw_only=True)
class Resolved:
    """A sanction with the ends that the general part supplies.

    Attributes:
        sanction: The sanction; an end that could not be filled stands open in it as it did.
        on: The day of the general part.
        rules: The rules used, in order of use.
        notes: What was filled by which rule, and what was not and why, as sentences.
        oddities: Pairs of problem code and message: LT-PEN-008 a general minimum above the stated maximum.
    """

    sanction: Sanction
    on: date
    rules: tuple[GeneralPart, ...] = ()
    notes: tuple[str, ...] = ()
    oddities: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return str(self.sanction)


@checked
def resolve(
    sanction: Sanction | str,
    jurisdiction: str,
    *,
    on: date | str,
    case: str = "",
    facts: PenaltyFacts | None = None,
) -> Resolved:
    """Fill the ends that *sanction* leaves to the general part as it stood on a day.

    Where the rule depends on the class of the offence, *case* names it (``crime``, ``misdemeanour`` …); a
    rule for the case goes before one for all. An end stays open, with a note, when no rule is known, when
    several that differ may apply (the day or the case decides), or when the result would be no range.

    Args:
        sanction: A sanction or its notation.
        jurisdiction: Country code.
        on: Which day's general part.
        case: Class of the offence; empty for not said.
        facts: The rules; those that come with lawtrack when None.

    Raises:
        UnknownNameError: No rule of the country has that case.
    """
    day = as_day(on)
    held = penalty_facts() if facts is None else facts
    rules = [rule for rule in held.general_part if rule.jurisdiction == jurisdiction]
    cases = sorted({rule.case for rule in rules if rule.case})
    if case and case not in cases:
        raise UnknownNameError("case of the general part", case, cases)
    resolver = _Resolver(rules, jurisdiction, day, case)
    made = rewritten(Sanction.of(sanction), resolver.component)
    return Resolved(
        sanction=made,
        on=day,
        rules=tuple(dict.fromkeys(resolver.used)),
        notes=tuple(dict.fromkeys(resolver.notes)),
        oddities=tuple(dict.fromkeys(resolver.oddities)),
    )


class _Resolver:
    def __init__(self, rules: Sequence[GeneralPart], country: str, on: date, case: str) -> None:
        self.rules, self.country, self.on, self.case = rules, country, on, case
        self.used: list[GeneralPart] = []
        self.notes: list[str] = []
        self.oddities: list[tuple[str, str]] = []

    def component(self, component: Component) -> Component:
        kind = component.meant_kind
        if kind in UNMEASURED:
            return component
        low, high = component.ends
        ends = (
            self._rule(kind, "low") if low is GENERAL_PART else low,
            self._rule(kind, "high") if high is GENERAL_PART else high,
        )
        bounds = tuple(_bound_of(end, word) for end, word in zip(ends, ("low", "high"), strict=True))
        if bounds == (low, high):
            return component
        span = with_ends(component.span, *bounds)
        if isinstance(span, str):
            self.notes.append(f"{component} is left as it is: {span}.")
            if relation(*bounds) == GREATER:
                told = f"{component}: the minimum of the general part, {bounds[0]}, is above its maximum"
                self.oddities.append(("LT-PEN-008", told))
            return component
        for rule in ends:
            if isinstance(rule, GeneralPart):
                self.used.append(rule)
                self.notes.append(f"{rule}, in force {rule.in_force}.")
        return evolve(component, span=span)

    def _rule(self, kind: str, end: End) -> GeneralPart | Bound:
        """The one rule that supplies the end, or GENERAL_PART with a note on why there is none."""
        stating = [rule for rule in self.rules if rule.kind == kind and getattr(rule, end) is not None]
        word = "minimum" if end == "low" else "maximum"
        where = f"the general {word} of {kind} in {self.country} on {self.on}"
        standing = [(rule, rule.in_force.contains(self.on)) for rule in stating]
        standing = [(rule, stands) for rule, stands in standing if stands is not False]
        if self.case:
            own = [pair for pair in standing if pair[0].case == self.case]
            standing = own or [pair for pair in standing if not pair[0].case]
        if not standing:
            self.notes.append(f"No rule tells {where}{f' for {self.case}' if self.case else ''}.")
            return GENERAL_PART
        amounts = list(dict.fromkeys(getattr(rule, end) for rule, _ in standing))
        if len(amounts) == 1 and _certain(standing):
            return standing[0][0]
        if len(amounts) == 1:
            self.notes.append(f"It is not known whether the rule on {where} was law that day ({amounts[0]}).")
            return GENERAL_PART
        why = []
        if len({rule.case for rule, _ in standing}) > 1:
            why.append("the class of the offence (case=)")
        if any(stands is not True for _, stands in standing):
            why.append("the day on which the rule changed")
        told = ", ".join(dict.fromkeys(_told(rule, end) for rule, _ in standing))
        decides = " and ".join(why) or "which rule goes before the other"
        self.notes.append(f"Several rules may give {where}: {told}. What decides is {decides}.")
        return GENERAL_PART


def _bound_of(end: GeneralPart | Bound, word: str) -> Bound:
    if isinstance(end, GeneralPart):
        held: Bound = getattr(end, word)
        return held
    return end


def _told(rule: GeneralPart, end: End) -> str:
    return f"{getattr(rule, end)}{f' for {rule.case}' if rule.case else ''}"


def _certain(standing: Iterable[tuple[GeneralPart, Truth]]) -> bool:
    """Whether one of the rules surely is law: by its dates, or because one begins when the other ends."""
    held = list(standing)
    if any(stands is True for _, stands in held):
        return True
    return any(_takes_over(a.in_force, b.in_force) for a, _ in held for b, _ in held)


def _takes_over(first: Period, second: Period) -> bool:
    return first.end is not None and second.start is not None and first.end.written == second.start.written


@frozen(kw_only=True)
class Execution:
    """Whether a penalty that may be imposed is carried out on a day.

    Attributes:
        kind: Kind of penalty.
        executable: False under a moratorium; UNKNOWN when the facts have none for that day.
        notes: The moratorium and its dates, as sentences.
    """

    kind: str
    executable: Truth
    notes: tuple[str, ...]


@checked
def executable(
    sanction: Sanction | str, jurisdiction: str, *, on: date | str, facts: PenaltyFacts | None = None
) -> tuple[Execution, ...]:
    """Which kinds in *sanction* stand under a moratorium on a day, in order of the text.

    Only kinds for which the facts know a moratorium in that country are answered; that none is recorded does
    not mean that a penalty is carried out.
    """
    day = as_day(on)
    held = penalty_facts() if facts is None else facts
    kinds: list[str] = []

    def note(component: Component) -> Component:
        kinds.append(component.meant_kind)
        return component

    rewritten(Sanction.of(sanction), note)
    answers = []
    for kind in dict.fromkeys(kinds):
        found = [m for m in held.moratoria if (m.kind, m.jurisdiction) == (kind, jurisdiction)]
        standing = [(m, m.in_force.contains(day)) for m in found]
        if not found:
            continue
        stops: Truth = UNKNOWN
        if any(stands is True for _, stands in standing):
            stops = False
        told = tuple(f"{m.provision}, in force {m.in_force}" for m, stands in standing if stands is not False)
        answers.append(
            Execution(kind=kind, executable=stops, notes=told or ("No moratorium is recorded for that day.",))
        )
    return tuple(answers)
