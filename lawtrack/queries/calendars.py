"""When: how a work enters into force, and its status on a day."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate, Period, as_day
from ..dates.doubt import REACH_TOLD, surely_held
from ..dates.wording import day_in_words
from ..identifiers import tail
from ..interplay import part_start, start_of
from ..missing import UNKNOWN, Missing, is_known
from ..model.record import Record
from ..model.text import CommencementPart, EventKind, Work
from ..schedules import status_on, suspensions
from ..tables import Table, card_html, one_line
from ..timelines import ForceStatus
from .asking import found_id, provision_label
from .selection import Column, Selection, echo
from .span import outside_note

__all__ = ["Start", "Status", "commencement", "starts_of", "status", "work_of"]


@frozen(kw_only=True)
class Start:
    """How and when one part of a work enters into force.

    Attributes:
        part: The part as recorded.
        start: The day the rule leads to, with bounds; UNKNOWN if it leads to none.
        reason: The arithmetic in words, and the day that a later act set.
    """

    part: CommencementPart
    start: EdtfDate | Missing
    reason: str


def work_of(corpus: Corpus, work: str | Record) -> Work:
    """The work meant, by record or id."""
    record = corpus[found_id(corpus, work, "work")]
    assert isinstance(record, Work)
    return record


def starts_of(corpus: Corpus, work: Work) -> list[Start]:
    """The parts of a work with the days on which they begin, in the order recorded."""
    events = work.event_dates()
    found = []
    for part in work.commencement:
        start, doubts = start_of(corpus, work, part)
        reason = part.rule.explain(events)
        if start != part_start(work, part, events):
            reason = f"{reason}; another act makes it {day_in_words(start)}"
        reason = "; ".join((reason, *doubts))
        found.append(Start(part=part, start=start, reason=reason))
    return found


@checked
def commencement(corpus: Corpus, work: str | Record) -> Selection[Start]:
    """When each part of a work enters into force, by which rule, in the order recorded.

    A rule that counts from an event whose day is not known leads to a bound or to UNKNOWN, never to a guess.
    Acts that set or postpone the day of another, such as the order for which a law waits, have the last word.
    """
    record = work_of(corpus, work)
    return Selection(
        rows=starts_of(corpus, record),
        columns=(
            Column("scope", lambda row: row.part.scope if is_known(row.part.scope) else "general rule"),
            Column("rule", lambda row: str(row.part.rule), detail=True),
            Column("in_force_from", lambda row: row.start),
            Column("reason", lambda row: row.reason),
            Column(
                "provisions", lambda row: tuple(provision_label(corpus, id) for id in row.part.provisions)
            ),
            Column(
                "source", lambda row: tail(row.part.source) if is_known(row.part.source) else row.part.source
            ),
        ),
        title=f"Commencement of {record.label()}",
        query=echo("commencement", [record.id]),
    )


@frozen(kw_only=True)
class Status:
    """Whether a work is law on a day. Computed, never stored.

    Attributes:
        work: Id of the work.
        on: The day.
        status: In force, partly, not, or unknown.
        starts: Its parts with the days they begin.
        query: The call that reproduces the answer.
        notes: What suspends it or part of it that day, surely or perhaps, and what limits the answer: that
            the corpus begins later, or ends before that day.
    """

    work: str
    label: str
    on: date
    status: ForceStatus
    starts: tuple[Start, ...]
    query: str = ""
    notes: tuple[str, ...] = ()

    def table(self) -> Table:
        """One row for each part, with whether it is law on the day."""
        rows = []
        for start in self.starts:
            stands = surely_held(Period(start.start), self.on) if is_known(start.start) else UNKNOWN
            scope = start.part.scope if is_known(start.part.scope) else "general rule"
            rows.append((scope, start.start, stands))
        bare = () if rows else ("No rule of commencement is recorded; the answer rests on events alone.",)
        notes = (*bare, *self.notes)
        return Table(("scope", "in_force_from", f"on {self.on}"), tuple(rows), title=str(self), notes=notes)

    def __str__(self) -> str:
        more = next((f"; {note[0].lower()}{note[1:]}" for note in self.notes if note.startswith(_MARKED)), "")
        return f"{one_line(self.label)}: {self._word()} on {self.on}{more.rstrip('.')}"

    def __repr__(self) -> str:
        return f"<Status {str(self)!r}; {self.query}>"

    def _word(self) -> str:
        return self.status.value.replace("_", " ")

    def _repr_html_(self) -> str:
        badge = (f"{self._word()} on {self.on}", "neutral")
        return card_html(self.label, [badge], (), [self.table()], [self.query])


@checked
def status(corpus: Corpus, work: str | Record, *, on: date | str) -> Status:
    """Whether a work is law on a day, in the words of the European Legislation Identifier.

    Acts that end the whole work, or undo such an end, count from their day; what suspends it is in the notes.
    """
    record, day = work_of(corpus, work), as_day(on)
    return Status(
        work=record.id,
        label=record.label(),
        on=day,
        status=status_on(corpus, record, day),
        starts=tuple(starts_of(corpus, record)),
        query=echo("status", [record.id], on=day),
        notes=(*_suspended(corpus, record, day), *_marked(corpus, record), *outside_note(corpus, day)),
    )


def _marked(corpus: Corpus, work: Work) -> Iterator[str]:
    ended = work.event(EventKind.REPEALED)
    days = [*(start.start for start in starts_of(corpus, work)), ended]
    if not work.commencement:
        days.append(work.event(EventKind.IN_FORCE))
    for day in dict.fromkeys(day for day in days if is_known(day) and day.marks):
        end = "end" if day is ended else "start"
        yield f"The day of its {end} is marked: {day}. Around it nothing is sure, {REACH_TOLD}."


_MARKED = ("Suspended", "Perhaps suspended")


def _suspended(corpus: Corpus, work: Work, day: date) -> Iterator[str]:
    for change, applies in suspensions(corpus, work.id, day):
        amendment = change.amendment
        whole = work.id in amendment.targets
        what = "the work" if whole else ", ".join(provision_label(corpus, id) for id in amendment.targets)
        sure = _MARKED[applies is not True]
        yield f"{sure}: {what}, {change.told()} ({amendment.id})."
