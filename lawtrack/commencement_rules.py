"""Rules by which something enters into force, and the day they lead to.

A rule is kept as the law states it; the day is computed when somebody asks, from the dates of the events it
counts from. An event that is known to the month gives a day with bounds, an unknown one gives UNKNOWN.
"""

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen, validators

from .calls import Call, MalformedCallError, Quoted, Word, parse_call
from .dates import Duration, EdtfDate, WorkingDays, bounded
from .dates.conventions import COUNTED, UNCOUNTED
from .dates.edtf import as_edtf
from .dates.wording import counting_in_words, day_in_words
from .equality import ByValue
from .errors import ReadingError, nearest
from .missing import UNKNOWN, Missing, is_known

__all__ = [
    "AfterEvent",
    "ByOrder",
    "CommencementRule",
    "Earliest",
    "Events",
    "Fixed",
    "Latest",
    "OnEvent",
    "Undated",
    "WorkingDayCount",
    "read_rule",
]

Events = Mapping[str, EdtfDate | Missing]
"""Dates of events by name, such as ``published``; a bound is an open EDTF date such as ``2016-08/..``."""

WorkingDayCount = Callable[[date, int], date]
"""A calendar: the day that is so many working days after a day; a later day never gives an earlier one."""

MAX_DEPTH = 8
"""How deep earliest(…) and latest(…) may stand in each other."""

EXPECTED = "a commencement rule such as after_expiry(published, P10D), on(published) or 2017-07-01"

_EXAMPLES: Mapping[str, str] = {
    "after_expiry": "after_expiry(published, P10D)",
    "by_order": 'by_order("a decree of the government")',
    "earliest": "earliest(on(published), 2017-07-01)",
    "end_of_period_beginning_with": "end_of_period_beginning_with(passed, P2M)",
    "from_next_month": "from_next_month(published)",
    "from_next_year": "from_next_year(published)",
    "latest": "latest(on(published), 2017-07-01)",
    "nth_day_following": "nth_day_following(published, P20D)",
    "on": "on(published)",
    "unknown": "unknown(2016-08/..)",
}


class CommencementRule(ByValue, ABC):
    """When something enters into force; one subclass for each way laws have of saying it.

    The notation: ``2017-07-01``, ``on(published)``, ``after_expiry(published, P10D)``,
    ``nth_day_following(published, P20D)``, ``end_of_period_beginning_with(passed, P2M)``,
    ``from_next_month(published)``, ``from_next_year(published)``, ``by_order("…")``, ``unknown``,
    ``unknown(2016-08/..)``, and ``earliest(…, …)`` or ``latest(…, …)`` of such rules. Working days are
    written ``10 wd`` in place of the duration.
    """

    __slots__ = ()

    @staticmethod
    def read(text: str) -> "CommencementRule":
        """Read the notation of the class; ReadingError (LT-TIM-…) with an example for anything else."""
        return read_rule(text)

    @abstractmethod
    def evaluate(self, events: Events, *, working_days: WorkingDayCount | None = None) -> EdtfDate | Missing:
        """The day to which the rule leads, as well as it can be known; UNKNOWN if not at all.

        Without a calendar in *working_days*, a count of working days gives "not before the event".
        ReadingError when the day lies beyond the year 9999.
        """

    def explain(self, events: Events, *, working_days: WorkingDayCount | None = None) -> str:
        """One English sentence, without its full stop, that shows the arithmetic."""
        return "; ".join([*self._steps(events, working_days), self._outcome(events, working_days)])

    @abstractmethod
    def _steps(self, events: Events, working_days: WorkingDayCount | None) -> list[str]:
        """What leads to the day, in order."""

    def _outcome(self, events: Events, working_days: WorkingDayCount | None) -> str:
        return f"in force {day_in_words(self.evaluate(events, working_days=working_days))}"


@frozen(repr=False, eq=False)
class Fixed(CommencementRule):
    """On a day that the law names.

    Attributes:
        day: That day; a date is accepted.
    """

    day: EdtfDate = field(converter=as_edtf)

    def evaluate(self, events: Events, *, working_days: WorkingDayCount | None = None) -> EdtfDate:
        """The day itself."""
        return self.day

    def _steps(self, events: Events, working_days: WorkingDayCount | None) -> list[str]:
        return ["the day is named"]

    def __str__(self) -> str:
        return str(self.day)


def _check_event(instance: object, attribute: object, value: Any) -> None:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z][a-z0-9_:/-]*", value):
        raise ReadingError(value, "the name of an event such as published", code="LT-TIM-001")


@frozen(repr=False, eq=False)
class OnEvent(CommencementRule):
    """On the day of an event.

    Attributes:
        event: Name of the event, such as ``published``.
    """

    event: str = field(validator=_check_event)

    def evaluate(self, events: Events, *, working_days: WorkingDayCount | None = None) -> EdtfDate | Missing:
        """The date of the event as it is written."""
        return events.get(self.event, UNKNOWN)

    def _steps(self, events: Events, working_days: WorkingDayCount | None) -> list[str]:
        return [_event_told(self.event, events)]

    def _outcome(self, events: Events, working_days: WorkingDayCount | None) -> str:
        return "in force the same day"

    def __str__(self) -> str:
        return f"on({self.event})"


@frozen(repr=False, eq=False)
class AfterEvent(CommencementRule):
    """Counted from an event by one of the conventions in :mod:`lawtrack.dates.conventions`.

    Attributes:
        convention: Name of the convention, such as ``after_expiry``.
        event: Name of the event, such as ``published``.
        duration: What is counted; None for ``from_next_month`` and ``from_next_year``.
    """

    convention: str = field()
    event: str = field(validator=_check_event)
    duration: Duration | WorkingDays | None = field(default=None)

    @convention.validator
    def _is_convention(self, attribute: object, value: str) -> None:
        if value not in COUNTED and value not in UNCOUNTED:
            raise _unknown_name(value, value)

    @duration.validator
    def _suits_convention(self, attribute: object, value: object) -> None:
        if value is None and self.convention in COUNTED:
            raise ReadingError(str(self), f"{self.convention}({self.event}, P10D)", code="LT-TIM-001")
        if value is not None and self.convention in UNCOUNTED:
            raise ReadingError(str(self), f"{self.convention}({self.event})", code="LT-TIM-001")
        if isinstance(value, Duration) and value.hours % 24:
            raise ReadingError(str(self), "a duration of whole days", code="LT-TIM-003")

    def evaluate(self, events: Events, *, working_days: WorkingDayCount | None = None) -> EdtfDate | Missing:
        """The convention applied to both bounds of the event."""
        event = events.get(self.event, UNKNOWN)
        if not is_known(event):
            return UNKNOWN
        if self.duration is None:
            return bounded.moved(event, UNCOUNTED[self.convention])
        count = COUNTED[self.convention]
        if isinstance(self.duration, Duration):
            length = self.duration
            return bounded.moved(event, lambda day: count(day, length))
        if working_days is None:
            return EdtfDate.between(event.earliest, None, event.marks) if event.earliest else UNKNOWN
        working = self.duration.count
        return bounded.moved(event, lambda day: count(working_days(day, working), Duration()))

    def _steps(self, events: Events, working_days: WorkingDayCount | None) -> list[str]:
        outcome = self.evaluate(events, working_days=working_days)
        return [_event_told(self.event, events), counting_in_words(self.convention, self.duration, outcome)]

    def __str__(self) -> str:
        length = "" if self.duration is None else f", {self.duration}"
        return f"{self.convention}({self.event}{length})"


@frozen(repr=False, eq=False)
class ByOrder(CommencementRule):
    """On a day that somebody is to set: an order, a decree, another law.

    Attributes:
        text: Who sets it and how, in our words.
    """

    text: str = field(validator=(validators.instance_of(str), validators.min_len(1)))

    def evaluate(self, events: Events, *, working_days: WorkingDayCount | None = None) -> Missing:
        """UNKNOWN: the order itself, once there is one, is a rule of its own."""
        return UNKNOWN

    def _steps(self, events: Events, working_days: WorkingDayCount | None) -> list[str]:
        return [f"to be set by order ({self.text})"]

    def __str__(self) -> str:
        return f"by_order({json.dumps(self.text, ensure_ascii=False)})"


@frozen(repr=False, eq=False)
class Undated(CommencementRule):
    """Nobody here knows when, or only a bound.

    Attributes:
        bound: What is known, such as ``2016-08/..`` for not before August 2016; None for nothing.
    """

    bound: EdtfDate | None = None

    def evaluate(self, events: Events, *, working_days: WorkingDayCount | None = None) -> EdtfDate | Missing:
        """The bound, or UNKNOWN."""
        return UNKNOWN if self.bound is None else self.bound

    def _steps(self, events: Events, working_days: WorkingDayCount | None) -> list[str]:
        return ["the rule is not known"]

    def __str__(self) -> str:
        return "unknown" if self.bound is None else f"unknown({self.bound})"


def _as_tuple(rules: Iterable[CommencementRule]) -> tuple[CommencementRule, ...]:
    return tuple(rules)


@frozen(repr=False, eq=False)
class _Several(CommencementRule):
    """A choice among the days of at least two rules.

    Attributes:
        rules: The rules in the order of the law.
    """

    rules: tuple[CommencementRule, ...] = field(converter=_as_tuple)

    @rules.validator
    def _bounded(self, attribute: object, value: tuple[CommencementRule, ...]) -> None:
        if len(value) < 2:
            raise ReadingError(str(self), "at least two rules to choose from", code="LT-TIM-001")
        if _depth(self) > MAX_DEPTH:
            raise _bad_rule(str(self), "Too many rules stand inside each other.")

    def _steps(self, events: Events, working_days: WorkingDayCount | None) -> list[str]:
        told = ", ".join(f"({rule.explain(events, working_days=working_days)})" for rule in self.rules)
        return [f"the {type(self).__name__.lower()} of {told}"]

    def __str__(self) -> str:
        return f"{type(self).__name__.lower()}({', '.join(map(str, self.rules))})"


@frozen(repr=False, eq=False)
class Earliest(_Several):
    """On the earliest of the days to which several rules lead."""

    def evaluate(self, events: Events, *, working_days: WorkingDayCount | None = None) -> EdtfDate | Missing:
        """The earliest day; a rule that gives no day leaves "not later than" the others."""
        return bounded.earliest_of(rule.evaluate(events, working_days=working_days) for rule in self.rules)


@frozen(repr=False, eq=False)
class Latest(_Several):
    """On the latest of the days to which several rules lead."""

    def evaluate(self, events: Events, *, working_days: WorkingDayCount | None = None) -> EdtfDate | Missing:
        """The latest day; a rule that gives no day leaves "not earlier than" the others."""
        return bounded.latest_of(rule.evaluate(events, working_days=working_days) for rule in self.rules)


def read_rule(text: str) -> CommencementRule:
    """Read a rule in the notation of :class:`CommencementRule`."""
    if not isinstance(text, str):
        raise ReadingError(text, EXPECTED, code="LT-TIM-001")
    try:
        return _build(parse_call(text, max_depth=MAX_DEPTH), text)
    except MalformedCallError as error:
        raise _bad_rule(text, str(error)) from None


def _build(part: Call | Quoted | Word, text: str) -> CommencementRule:
    match part:
        case Word("unknown"):
            return Undated()
        case Word(word) if word[0].isdigit() or word[0] == "." or re.search(r"[0-9]{4}$", word):
            return Fixed(EdtfDate.read(word))
        case Call("on", (Word(event),)):
            return OnEvent(event)
        case Call("unknown", (Word(bound),)):
            return Undated(EdtfDate.read(bound))
        case Call("by_order", (Quoted(said),)) if said:
            return ByOrder(said)
        case Call("earliest", rules) if len(rules) > 1:
            return Earliest(_build(rule, text) for rule in rules)
        case Call("latest", rules) if len(rules) > 1:
            return Latest(_build(rule, text) for rule in rules)
        case Call(name, (Word(event),)) if name in UNCOUNTED:
            return AfterEvent(name, event)
        case Call(name, (Word(event), Word(length))) if name in COUNTED:
            return AfterEvent(name, event, _read_length(length, text))
        case Call(name) if name in _EXAMPLES:
            raise _bad_rule(text, f"Write it as {_EXAMPLES[name]}.")
        case Call(name):
            raise _unknown_name(name, text)
    raise _bad_rule(text)


def _read_length(length: str, text: str) -> Duration | WorkingDays:
    try:
        return WorkingDays.read(length) if length.endswith("wd") else Duration.read(length)
    except ReadingError as error:
        raise _bad_rule(text, f"{length} is not {error.expected}.") from None


def _bad_rule(text: str, hint: str = "") -> ReadingError:
    return ReadingError(text, EXPECTED, hint, code="LT-TIM-001")


def _unknown_name(name: str, text: str) -> ReadingError:
    near = "on" if name == "on_day" else nearest(name, _EXAMPLES)
    return _bad_rule(text, f"Did you mean {_EXAMPLES[near]}?" if near else f"Known: {', '.join(_EXAMPLES)}.")


def _depth(rule: CommencementRule) -> int:
    return 1 + max(map(_depth, rule.rules)) if isinstance(rule, _Several) else 1


def _event_told(event: str, events: Events) -> str:
    return f"{event.replace('_', ' ')} {day_in_words(events.get(event, UNKNOWN))}"
