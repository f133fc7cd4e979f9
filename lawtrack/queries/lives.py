"""The dated life of a work: its events, what other acts did to it, and what was said and done around it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from ..arguments import checked
from ..corpus import WORD_OF, Corpus
from ..dates import EdtfDate, Period
from ..identifiers import tail
from ..missing import UNKNOWN, Missing, is_known
from ..model.context import ContextRecord
from ..model.critique import Critique
from ..model.instruction import Amendment, Operation
from ..model.record import Record
from ..model.text import Work
from ..schedules import Change, changes_of
from .asking import gist_of
from .calendars import starts_of, work_of
from .objections import critiques_of_work
from .reach import referring
from .selection import Column, Selection, echo

__all__ = ["Moment", "timeline"]


@frozen(kw_only=True)
class Moment:
    """One dated thing in the life of a work.

    Attributes:
        when: Day, month, year or interval.
        what: What happened, in words.
        type: ``event``, ``in_force``, ``amended``, ``suspended``, ``lapsed``, ``critique`` or ``context``.
        record: The record it comes from; of what other acts did, the act.
    """

    when: EdtfDate
    what: str
    type: str
    record: Record


_Found = tuple[EdtfDate | Missing, str, str, Record]
"""When, what, type and record; without a day it only counts."""


@checked
def timeline(corpus: Corpus, work: str | Record) -> Selection[Moment]:
    """The dated life of a work: its events, its days of entry into force, amendments, critiques, context.

    What other acts do to it is told once for each act and day, with the day on which temporary law or a
    suspension ends. In order of the earliest possible day, then of the latest, the type and the id. What has
    no date is counted in a note.
    """
    record = work_of(corpus, work)
    found = [*_own(corpus, record), *_by_others(corpus, record), *_around(corpus, record)]
    moments = [
        Moment(when=day, what=what, type=type_, record=of) for day, what, type_, of in found if is_known(day)
    ]
    undated = len(found) - len(moments)
    return Selection(
        rows=sorted(moments, key=_chronological),
        columns=(
            Column("when", lambda row: row.when),
            Column("type", lambda row: row.type),
            Column("what", lambda row: row.what),
            Column("record", lambda row: f"{WORD_OF[type(row.record)]} {tail(row.record.id)}"),
        ),
        title=f"Timeline of {record.label()}",
        notes=(f"{undated} more have no date.",) if undated else (),
        query=echo("timeline", [record.id]),
    )


def _own(corpus: Corpus, work: Work) -> Iterator[_Found]:
    for event in work.events:
        yield event.date, event.kind.value, "event", work
    for start in starts_of(corpus, work):
        scope = start.part.scope if is_known(start.part.scope) else "general rule"
        yield start.start, f"in force: {scope}", "in_force", work


_DONE: Final = {
    Operation.INAPPLICATION: ("suspended", "suspended by", "suspended no longer by"),
    Operation.RE_ENACTMENT: ("amended", "revived by", ""),
    Operation.PROROGATION_OF_FORCE: ("amended", "prolonged by", ""),
    Operation.POSTPONEMENT_OF_ENTRY_INTO_FORCE: ("amended", "postponed by", ""),
    Operation.ENTRY_INTO_FORCE: ("amended", "day of entry into force set by", ""),
}
"""Type, words for the start and words for the end of what an amendment does to a work."""

_AMENDED: Final = ("amended", "amended by", "amended no longer by")


def _by_others(corpus: Corpus, work: Work) -> Iterator[_Found]:
    told: set[tuple[str, str, str]] = set()
    silent: set[str] = set()
    for day, what, type_, act in (*_amending_works(corpus, work), *_changes(corpus, work)):
        key = (act.id, what, str(day))
        # An act that is dated somewhere is not counted as undated too, nor twice.
        if key not in told and (is_known(day) or act.id not in silent):
            told.add(key)
            silent.add(act.id)
            yield day, what, type_, act


def _amending_works(corpus: Corpus, work: Work) -> Iterator[_Found]:
    for maker in corpus.works:
        if work.id in maker.amends and maker.id != work.id:
            begins = [start.start for start in starts_of(corpus, maker) if is_known(start.start)]
            yield begins[0] if begins else UNKNOWN, f"amended by {maker.label()}", "amended", maker


def _changes(corpus: Corpus, work: Work) -> Iterator[_Found]:
    for change in changes_of(corpus, work.id):
        act = corpus.get(change.amendment.instrument)
        operation = change.amendment.operation
        type_, begun, ended = _DONE.get(operation, _AMENDED) if is_known(operation) else _AMENDED
        if not isinstance(act, Work) or change.never_applies or change.spell.begins is False:
            continue
        perhaps = "perhaps " if change.spell.begins is UNKNOWN else ""
        yield change.start, f"{perhaps}{begun} {act.label()}", type_, act
        yield from _prolongings(corpus, change)
        for day, over, doubt in _turns(change):
            words = f"{perhaps or doubt}{ended if over else begun} {act.label()}"
            if ended:
                yield day, words, "lapsed" if over else type_, act


def _prolongings(corpus: Corpus, change: Change) -> Iterator[_Found]:
    end: EdtfDate | Missing = change.amendment.until
    for prolonging in change.spell.prolonged:
        by = corpus.get(prolonging.by)
        act = corpus.get(by.instrument) if isinstance(by, Amendment) else None
        if isinstance(act, Work):
            to = prolonging.to if is_known(prolonging.to) else "a day nobody knows"
            yield prolonging.start, f"prolonged from {end} to {to} by {act.label()}", "amended", act
        end = prolonging.to


def _turns(change: Change) -> Iterator[tuple[EdtfDate | Missing, bool, str]]:
    """The days on which a change ends, and on which it is back since what undid it ended; with doubts."""
    if is_known(change.until):
        yield change.until, True, ""
    for undoing in change.spell.undone:
        doubt = "" if undoing.is_sure else "perhaps "
        yield undoing.spell.start, True, doubt
        if is_known(undoing.spell.until):
            yield undoing.spell.until, False, doubt


def _around(corpus: Corpus, work: Work) -> Iterator[_Found]:
    around: dict[str, Record] = {c.id: c for c in critiques_of_work(corpus, work.id)}
    around |= {r.id: r for r, _ in referring(corpus, work.id) if isinstance(r, ContextRecord)}
    for other in around.values():
        when = other.date if isinstance(other, Critique) else getattr(other, "when", UNKNOWN)
        if isinstance(when, Period):
            when = when.start if when.start is not None else UNKNOWN
        type_ = "critique" if isinstance(other, Critique) else "context"
        yield when if isinstance(when, EdtfDate) else UNKNOWN, gist_of(other), type_, other


def _chronological(moment: Moment) -> tuple[date, date, str, str]:
    return (
        moment.when.earliest or date.min,
        moment.when.latest or date.max,
        moment.type,
        f"{moment.what} {moment.record.id}",
    )
