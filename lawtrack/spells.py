"""From when until when something is law, when acts may undo and prolong it."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from .dates import EdtfDate, Period
from .dates.doubt import bounds, surely_held
from .missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known, is_open
from .verdicts import Truth, all_of, negate

__all__ = ["Prolonging", "Spell", "Undoing"]

_Day = EdtfDate | Missing


@frozen(kw_only=True)
class Spell:
    """The time in which something is law, as its own act says and as others make of it.

    Attributes:
        start: First day; UNKNOWN when nothing says.
        until: First day on which it no longer is; NOT_APPLICABLE when it lasts, UNKNOWN when it ends on a day
            nobody knows.
        begins: Whether it ever begins: False when it surely was repealed first, UNKNOWN when perhaps.
        undone: What undoes it for a time or for good, as a revival does a repeal.
        prolonged: What moved its end, in order of time.
        doubts: Which acts leave its days unsure, in words.
    """

    start: _Day = UNKNOWN
    until: _Day = NOT_APPLICABLE
    begins: Truth = True
    undone: tuple["Undoing", ...] = ()
    prolonged: tuple["Prolonging", ...] = ()
    doubts: tuple[str, ...] = ()

    def applies(self, on: date, facts_on: date | None = None, since: _Day = NOT_APPLICABLE) -> Truth:
        """Whether it is law on a day, for facts of another day if one is given; UNKNOWN when undecided.

        *since* is the day to which it reaches back for facts, when that is not its start.
        """
        if self.begins is False:
            return False
        begun = all_of((self.begins, _from(self.start, on)))
        if facts_on is not None and begun is True:
            begun = _from(since if is_known(since) else self.start, facts_on)
        if begun is False:
            return False
        day = on if facts_on is None else facts_on
        over = [negate(_from(self.until, day))] if is_known(self.until) or is_open(self.until) else []
        return all_of((begun, *over, *(negate(undoing.applies(day)) for undoing in self.undone)))

    def bounds(self) -> Iterator[date]:
        """The days on which the answer of :meth:`applies` can change."""
        yield from bounds(self.start)
        yield from bounds(self.until)
        for undoing in self.undone:
            yield from undoing.spell.bounds()

    def told(self) -> str:
        """Since when and until when, for a note, and which acts leave that open."""
        words = f"from {self.start}" if is_known(self.start) else "nothing says from which day"
        if is_known(self.until):
            words += f" until {self.until}"
        elif is_open(self.until) and is_known(self.start):
            words += " until a day nobody knows"
        revived = (f"perhaps revived by {undoing.by}" for undoing in self.undone if not undoing.is_sure)
        return "; ".join((words, *self.doubts, *revived))


@frozen(kw_only=True)
class Undoing:
    """A revival, as seen by what it revives.

    Attributes:
        by: Id of the amendment that revives.
        spell: When that is law.
        comes_after: Whether it began after what it undoes, so that it is meant.
    """

    by: str
    spell: Spell
    comes_after: Truth

    def applies(self, day: date) -> Truth:
        """Whether the repeal is undone on a day."""
        return all_of((self.comes_after, self.spell.applies(day)))

    @property
    def is_sure(self) -> bool:
        """Whether it is known on every day."""
        spell = self.spell
        exact = is_known(spell.start) and spell.start.is_definite and not is_open(spell.until)
        return self.comes_after is True and spell.begins is True and exact


@frozen(kw_only=True)
class Prolonging:
    """One act making temporary law last longer: by which amendment, from which day, and to which end."""

    by: str
    start: _Day
    to: _Day


def _from(start: _Day, day: date) -> Truth:
    return surely_held(Period(start), day) if is_known(start) else UNKNOWN
