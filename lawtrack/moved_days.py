"""Acts that move the start or the end of others, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from .dates import EdtfDate
from .dates.bounded import either_of, latest_of
from .dates.doubt import widened
from .identifiers import natural_key
from .missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known
from .model.instruction import Amendment, Operation
from .spells import Spell
from .verdicts import Truth, all_of, negate

__all__ = ["Act", "in_turn", "prolonged_by", "set_by", "span"]

_Day = EdtfDate | Missing


@frozen(kw_only=True)
class Act:
    """An amendment that acts upon others, and when."""

    amendment: Amendment
    spell: Spell
    signed: _Day

    def order(self) -> tuple[object, ...]:
        """Key that puts what begins earlier first; ids come last, where nothing else tells two apart."""
        until = self.amendment.until
        return (*span(self.spell.start), *span(self.signed), *span(until), natural_key(self.amendment.id))

    def surely_before(self, other: "Act") -> bool:
        """Whether it began before the other, or on one day but was signed before."""
        one, two = self.spell.start, other.spell.start
        if not (is_known(one) and is_known(two)):
            return False
        one, two = widened(one), widened(two)
        if one.same(two) is True and is_known(self.signed) and is_known(other.signed):
            return self.signed.before(other.signed) is True
        return one.before(two) is True


def span(day: _Day) -> tuple[date, date]:
    """The first and the last day that is possible."""
    if not is_known(day):
        return date.min, date.max
    return widened(day).earliest or date.min, widened(day).latest or date.max


Effect = Callable[[_Day, Act], tuple[_Day, Truth]]
"""What an act makes of a day, and whether it acts upon it at all."""


def set_by(day: _Day, act: Act) -> tuple[_Day, Truth]:
    """A day of entry into force after an act that sets or postpones it."""
    acted, begins = act.spell.begins, act.spell.start
    if act.amendment.operation is Operation.ENTRY_INTO_FORCE:
        return _perhaps(day, begins, acted)
    until = act.amendment.until
    if not is_known(day):
        return day, all_of((acted, UNKNOWN))  # it may have begun before
    in_time = negate(widened(day).before(widened(begins))) if is_known(begins) else UNKNOWN
    return _perhaps(day, until if is_known(until) else _not_before(day), all_of((acted, in_time)))


def prolonged_by(day: _Day, act: Act) -> tuple[_Day, Truth]:
    """The end of temporary law after an act that prolongs it, which never makes it earlier.

    An act that says no new end leaves it unknown, but not earlier than the old one.
    """
    begins = act.spell.start
    if not is_known(day):
        return day, UNKNOWN
    in_time = negate(widened(begins).after(widened(day))) if is_known(begins) else UNKNOWN
    new = latest_of([day, act.amendment.until if is_known(act.amendment.until) else UNKNOWN])
    return _perhaps(day, new, all_of((act.spell.begins, in_time)))


def _not_before(day: EdtfDate) -> _Day:
    earliest = widened(day).earliest
    return EdtfDate.between(earliest, None) if earliest else UNKNOWN


def _perhaps(day: _Day, new: _Day, acted: Truth) -> tuple[_Day, Truth]:
    if acted is UNKNOWN:
        return either_of([day, new]), UNKNOWN
    return (new if acted else day), acted


_VERBS: Final = {
    Operation.ENTRY_INTO_FORCE: "its day is set by",
    Operation.POSTPONEMENT_OF_ENTRY_INTO_FORCE: "postponed by",
    Operation.PROROGATION_OF_FORCE: "prolonged by",
}


def in_turn(day: _Day, acts: Sequence[Act], effect: Effect) -> tuple[_Day, tuple[str, ...]]:
    """A day after acts that move it in the order in which they begin, and who leaves it unsure, in words.

    Where nothing says which of some came first, and the day depends on it, it may be any that one of them
    leads to.
    """
    doubts: list[str] = []
    for group in _of_unknown_order(acts):
        outcomes, sure = [], True
        for last in range(len(group)):
            outcome = day
            for act in (*group[:last], *group[last + 1 :], group[last]):
                outcome, acted = effect(outcome, act)
                sure = sure and acted is not UNKNOWN
            outcomes.append(outcome)
        before, day = day, either_of(outcomes)
        widest: _Day = NOT_APPLICABLE
        while len(group) > 1 and day != widest:  # one act may let another come in time
            widest = day
            day = either_of([day, *(effect(day, act)[0] for act in group)])
        settled = {day} == set(outcomes)
        exact = sure and settled and is_known(day) and day.is_definite
        if exact and day != before:
            doubts = []
        elif not exact and day != before:
            perhaps = "" if sure and settled else "perhaps "
            doubts += [f"{perhaps}{_told(act)}" for act in group]
    return day, tuple(doubts)


def _told(act: Act) -> str:
    operation = act.amendment.operation
    assert is_known(operation)
    return f"{_VERBS[operation]} {act.amendment.id}"


def _of_unknown_order(acts: Sequence[Act]) -> Iterator[list[Act]]:
    group: list[Act] = []
    for act in acts:
        if group and all(one.surely_before(act) for one in group):
            yield group
            group = []
        group.append(act)
    if group:
        yield group
