"""The text of a work on a day: recorded wordings, and the amendments that are law that day."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import Period, as_day
from ..dates.doubt import bounds, surely_held
from ..interplay import own_end, start_of
from ..missing import UNKNOWN, Missing, is_known
from ..model.expression import Expression
from ..model.record import Record
from ..model.text import EventKind, Work
from ..model.unit import Unit
from ..schedules import Change, changes_of, status_on
from ..texts import ModificationError
from ..texts.interaction import interact
from ..timelines import ForceStatus
from .due_changes import is_due
from .precedence import carried_out, parted, together
from .recorded_texts import RecordedText, chosen_language, days_of_wordings, recorded_text
from .remarks import doubts, idle, idle_revivals, is_doubtful, remarks, suspended_makers

__all__ = ["Consolidation", "consolidate", "days_of_change"]

_NAMED = 3


@checked
def consolidate(
    corpus: Corpus,
    work: str | Record,
    *,
    on: date | str,
    facts_on: date | str | None = None,
    lang: str | None = None,
    base: Expression | None = None,
    strict: bool = True,
) -> Expression:
    """The text of a work on a day, as law, with everything in it that is surely in force.

    The text starts from the wordings in force that day, or from *base*. Amendments that are law that day and
    are not yet in those are applied, in the order of :func:`lawtrack.schedules.changes_of`. An amendment that
    has lapsed is not applied, so what it changed is as if it had never been: temporary law, a sunset, a
    repeal that was itself undone. What is undated, or known only to be later than some day, is never counted
    as in force; the notes of the answer name it. Around a day that is marked (``2017-01-07?``) nothing is
    sure, a month either way. The notes also name suspended provisions, whose words stay, and old law that
    lives on for some.

    Args:
        corpus: Holds the work, its wordings and its amendments.
        work: The work, or its id.
        on: The day.
        facts_on: Day of the facts to which the text is to be applied, where retroactive amendments count
            from the day to which they reach back; *on* unless given.
        lang: Language; may be left out when there is only one.
        base: A text to start from instead of the wordings. Amendments count from the start of its period.
        strict: Whether an amendment that does not fit is an error. Otherwise it is left out, with a note.

    Returns:
        An expression whose period runs from the last day on which anything about the work changed to the
        next; within it every day has the same text. Empty, with a note, while the work is not law.

    Raises:
        ModificationError: An amendment does not fit the text; ``by`` of its modification has its id.
        ConsolidationError: Amendments contradict each other, or nothing says which of two came first and the
            text depends on it; or two wordings of one provision are in force.
    """
    record = corpus.find(work.id if isinstance(work, Record) else work, "work")
    assert isinstance(record, Work)
    day = as_day(on)
    facts = None if facts_on is None else as_day(facts_on)
    return Consolidation(corpus, record, facts, lang, base, strict).on(day)


class Consolidation:
    """The texts of one work, best asked for in the order of days.

    What is due on one day and the next is looked at once, and applied once: a later day only adds what
    changed since. Without that, all texts would take time by the square of the number of changes.
    """

    def __init__(
        self,
        corpus: Corpus,
        work: Work,
        facts: date | None,
        lang: str | None,
        base: Expression | None,
        strict: bool,
    ) -> None:
        self.corpus, self.work, self.facts, self.base, self.strict = corpus, work, facts, base, strict
        self.lang = chosen_language(corpus, work, lang) if base is None else lang
        if base is not None and is_known(base.lang):
            self.lang = base.lang
        self.days = days_of_change(corpus, work, base=base)
        self._changes = changes_of(corpus, work.id)
        self._doubtful = [change for change in self._changes if is_doubtful(change)]
        self._idle = idle_revivals(self._changes)
        self._of_day: dict[date, list[int]] | None = None
        self._until: date | None = None
        self._start: RecordedText | None = None
        self._due: list[int] = []
        self._told: dict[int, str] = {}
        self._applied: list[_Applied] = []

    def on(self, day: date) -> Expression:
        """The text of a day, as :func:`consolidate` gives it."""
        start = self._started(day)
        period = _period(self.days, day)
        status = _status(self.corpus, self.work, day)
        notes: tuple[str, ...] = ()
        if status is ForceStatus.NOT_IN_FORCE:
            root, notes = start.root.with_(children=()), ("The work is not in force.",)
        else:
            if status is ForceStatus.UNKNOWN:
                notes = ("Whether the work is in force is not known.",)
            first = self._look(day, start)
            told = tuple(self._told[i] for i in sorted(self._told))
            last = self._apply(start.root, first)
            root = last.root
            notes += (*start.notes, *_too_early(self.base, day), *told, *last.notes)
            notes += (*doubts(self._doubtful, day), *remarks(self.corpus, self.work, day))
            notes += tuple(suspended_makers(self.corpus, self._changes, day))
            notes += tuple(idle(self._idle, root, day))
        return Expression(
            work=self.work.id, lang=self.lang or UNKNOWN, in_force=period, root=root, notes=notes
        )

    def _started(self, day: date) -> RecordedText:
        """The text without any amendment; the one asked for before when no wording began or ended since."""
        if self.base is not None:
            return self._start or RecordedText(root=self.base.root)
        assert self.lang is not None
        days = days_of_wordings(self.corpus, self.work)
        if (
            self._start is not None
            and self._until is not None
            and bisect_right(days, day) == bisect_right(days, self._until)
        ):
            return self._start
        return recorded_text(self.corpus, self.work, day, self.lang, self._changes)

    def _look(self, day: date, start: RecordedText) -> int:
        """Find what is due on a day, and the first place in it that is not as it was."""
        first = len(self._due)
        for i in self._touched(day, start):
            due, told = is_due(self._changes[i], day, self.facts, start, self.base)
            if told:
                self._told[i] = told
            else:
                self._told.pop(i, None)
            place = bisect_left(self._due, i)
            was_due = place < len(self._due) and self._due[place] == i
            if due is was_due:
                continue
            first = min(first, place)
            if due:
                self._due.insert(place, i)
            else:
                del self._due[place]
        self._until, self._start = day, start
        return first

    def _touched(self, day: date, start: RecordedText) -> Iterable[int]:
        """The places of the changes of which the answer may be another than on the day asked for before."""
        if self._until is None or self._start is not start or day < self._until:
            self._due, self._told, self._applied = [], {}, []
            return range(len(self._changes))
        if self._of_day is None:
            self._of_day = {}
            for i, change in enumerate(self._changes):
                for bound in change.days():
                    self._of_day.setdefault(bound, []).append(i)
        passed = self.days[bisect_right(self.days, self._until) : bisect_right(self.days, day)]
        return dict.fromkeys(i for one in passed for i in self._of_day.get(one, ()))

    def _apply(self, root: Unit, first: int) -> "_Applied":
        """What is due applied to a text; what stands before place *first* was applied already."""
        due, held = [self._changes[i] for i in self._due[self._sure(first) :]], self._applied
        last = held[-1] if held else _Applied(0, root, ())
        for group in together(due):
            notes: list[str] = []
            before = partial(self._first_due, last.end)
            try:
                root = carried_out(last.root, group, before, strict=self.strict, notes=notes)
            except ModificationError as misfit:
                raise self._explained(misfit) from None
            last = _Applied(last.end + len(group), root, (*last.notes, *notes) if notes else last.notes)
            held.append(last)
        return last

    def _first_due(self, count: int) -> list[Change]:
        return [self._changes[i] for i in self._due[:count]]

    def _explained(self, misfit: ModificationError) -> ModificationError:
        """The error, with what changed the same place before, whether it still does or not, and a way out."""
        wanted, due, day = misfit.modification, set(self._due), self._until
        told = []
        for i, change in enumerate(self._changes):
            if any(each is wanted for each in change.modifications):
                break
            if day is not None and any(interact(each, wanted) for each in change.modifications):
                if i in due:
                    told.append(f"{change.amendment.id} changed the same place before it.")
                elif change.applies(day) is False and change.spell.begins is not False:
                    told.append(f"{change.amendment.id}, which is no longer law, changed the same place.")
        way_out = "strict=False leaves out what does not fit, with a note."
        hint = " ".join(filter(None, (misfit.hint, *told[-_NAMED:], way_out)))
        return ModificationError(misfit.code, misfit.index, wanted, misfit.found, misfit.expected, hint)

    def _sure(self, first: int) -> int:
        """How many of those due are applied for good: those before place *first*, in whole groups."""
        held = self._applied
        while held and not (held[-1].end < first or (held[-1].end == first and self._parts(first))):
            held.pop()
        return held[-1].end if held else 0

    def _parts(self, place: int) -> bool:
        """Whether the last group that was applied ends before what now stands at its end among those due."""
        begin = self._applied[-2].end if len(self._applied) > 1 else 0
        group = [self._changes[i] for i in self._due[begin:place]]
        return all(parted(group, self._changes[i]) for i in self._due[place : place + 1])


@frozen
class _Applied:
    """So many of the changes that are due, what they made of the text, and what is to be said of them."""

    end: int
    root: Unit
    notes: tuple[str, ...]


def _too_early(base: Expression | None, day: date) -> Iterator[str]:
    period = base.in_force if base is not None else UNKNOWN
    if isinstance(period, Period) and surely_held(Period(period.start), day) is not True:
        yield f"The text from which this starts is that of {period}; what it said before is not told."


def _status(corpus: Corpus, work: Work, day: date) -> ForceStatus:
    status = status_on(corpus, work, day)
    dated = work.commencement or any(
        is_known(work.event(kind)) for kind in (EventKind.IN_FORCE, EventKind.REPEALED)
    )
    # Wordings with periods of their own say more than a work without dates.
    return ForceStatus.IN_FORCE if status is ForceStatus.UNKNOWN and not dated else status


@checked
def days_of_change(corpus: Corpus, work: str | Record, *, base: Expression | None = None) -> tuple[date, ...]:
    """The days on which the text of a work, or what is known of it, can change; sorted, each once.

    A day known only within bounds makes two of them: the first on which it may have come, and the day on
    which it surely has.
    """
    record = corpus.find(work.id if isinstance(work, Record) else work, "work")
    assert isinstance(record, Work)
    held: dict[str, tuple[date, ...]] = corpus.cached("change_points_of_works", lambda _: {})
    if base is not None:
        return _points(corpus, record, base)
    if record.id not in held:
        held[record.id] = _points(corpus, record, None)
    return held[record.id]


def _points(corpus: Corpus, record: Work, base: Expression | None) -> tuple[date, ...]:
    days: set[date] = set()
    for change in changes_of(corpus, record.id):
        days.update(change.days())
    for part in record.commencement or (None,):
        days.update(bounds(start_of(corpus, record, part)[0]))
    days.update(bounds(record.event(EventKind.SIGNED)))
    if (end := own_end(corpus, record)) is not None:
        days.update(end.bounds())
    if base is not None and isinstance(base.in_force, Period):
        days.update(bounds(base.in_force.start or UNKNOWN), bounds(base.in_force.end or UNKNOWN))
    return tuple(sorted(days.union(days_of_wordings(corpus, record))))


def _period(points: tuple[date, ...], day: date) -> Period | Missing:
    place = bisect_right(points, day)
    start = points[place - 1] if place else None
    end = points[place] if place < len(points) else None
    return Period(start, end) if start or end else UNKNOWN
