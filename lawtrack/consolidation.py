"""The text of a work on a day: recorded wordings, and the amendments that are law that day."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from .arguments import checked
from .corpus import Corpus
from .dates import Period, as_day
from .dates.doubt import REACH_TOLD, surely_held
from .missing import UNKNOWN, Missing, is_known
from .model.expression import Expression
from .model.instruction import AmendmentMode
from .model.record import Record
from .model.text import EventKind, Work
from .precedence import carried_out
from .recorded_texts import RecordedText, chosen_language, period_of, recorded_text, wordings_of
from .schedules import Change, bounds, changes_of, status_on, suspensions
from .timelines import ForceStatus, start_of

__all__ = ["consolidate", "days_of_change"]


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
    return _consolidated(corpus, record, day, facts, lang, base, strict)


def _consolidated(
    corpus: Corpus,
    work: Work,
    day: date,
    facts: date | None,
    lang: str | None,
    base: Expression | None,
    strict: bool,
) -> Expression:
    changes = changes_of(corpus, work.id)
    notes: list[str] = []
    if base is None:
        lang = chosen_language(corpus, work, lang)
        start = recorded_text(corpus, work, day, lang, changes)
    else:
        start = RecordedText(root=base.root, chosen={}, notes=_too_early(base, day))
        lang = base.lang if is_known(base.lang) else lang
    period = _period(days_of_change(corpus, work, base=base), day)
    status = _status(corpus, work, day)
    if status is ForceStatus.NOT_IN_FORCE:
        note = "The work is not in force."
        return Expression(
            work=work.id,
            lang=lang or UNKNOWN,
            in_force=period,
            root=start.root.with_(children=()),
            notes=(note,),
        )
    if status is ForceStatus.UNKNOWN:
        notes.append("Whether the work is in force is not known.")
    notes += start.notes
    due = [change for change in changes if _is_due(change, day, facts, start, base, notes)]
    root = carried_out(start.root, due, strict=strict, notes=notes)
    notes += _doubts(changes, day)
    notes += _remarks(corpus, work, changes, day)
    return Expression(work=work.id, lang=lang or UNKNOWN, in_force=period, root=root, notes=tuple(notes))


def _is_due(
    change: Change,
    day: date,
    facts: date | None,
    start: RecordedText,
    base: Expression | None,
    notes: list[str],
) -> bool:
    """Whether a change is to be applied; a note when that cannot be told."""
    applies = change.applies(day, facts)
    id_ = change.amendment.id
    if applies is False:
        return False
    if not change.modifications:
        if (
            change.amendment.mode in (AmendmentMode.TEXTUAL, UNKNOWN)
            and applies is True
            and not _held(change, start)
        ):
            notes.append(f"{id_}: nobody says what it does to the words; it is not in the text.")
        return False
    if isinstance(applies, Missing):
        notes.append(f"{id_}: left out, not surely in force; {change.told()}.")
        return False
    if base is not None:
        began = base.in_force.start if isinstance(base.in_force, Period) else None
        held = change.start.after(began) if began and is_known(change.start) else True
        if isinstance(held, Missing):
            notes.append(f"{id_}: left out; it may be in the text from which this starts.")
        return held is True
    return not _held(change, start)


def _held(change: Change, start: RecordedText) -> bool:
    """Whether the wordings already have what a change does."""
    amendment = change.amendment
    chosen = [start.chosen[target] for target in amendment.targets if target in start.chosen]
    if any(amendment.id in wording.produced_by for wording in start.chosen.values()):
        return True
    if not chosen or len(chosen) < len(amendment.targets) or not is_known(change.start):
        return False
    starts = [w.in_force.start if isinstance(w.in_force, Period) else None for w in chosen]
    return all(begun is not None and begun.before(change.start) is False for begun in starts)


def _too_early(base: Expression, day: date) -> tuple[str, ...]:
    if not isinstance(base.in_force, Period) or surely_held(Period(base.in_force.start), day) is True:
        return ()
    return (f"The text from which this starts is that of {base.in_force}; what it said before is not told.",)


def _doubts(changes: Iterable[Change], day: date) -> Iterator[str]:
    """Days that are marked or contradict each other, of changes that may have begun."""
    for change in changes:
        id_, start, until = change.amendment.id, change.start, change.until
        if change.never_applies:
            yield f"{id_}: never applies; it begins on {start} and ends on {until} already."
            continue
        for told, when in (("begun", start), ("ended", until)):
            if is_known(when) and when.marks and surely_held(Period(when), day) is True:
                yield f"{id_}: taken as {told}, though its day is marked: {when} ({REACH_TOLD})."


def _remarks(corpus: Corpus, work: Work, changes: Iterable[Change], day: date) -> Iterator[str]:
    """What the words do not show: suspensions and savings."""
    for change, applies in suspensions(corpus, work.id, day):
        doubt = "" if applies is True else "perhaps "
        amendment = change.amendment
        yield f"{amendment.id}: {doubt}suspends {_told(amendment.targets)}, {change.told()}."
    for change in changes:
        for saving in change.amendment.savings if change.applies(day) is True else ():
            what = _told((saving.preserves,)) if is_known(saving.preserves) else "the old law"
            whom = f" for {saving.for_whom}" if is_known(saving.for_whom) else ""
            until = f" until {saving.until}" if is_known(saving.until) else ""
            yield f"{change.amendment.id}: {what} lives on{whom}{until} ({saving.kind.value})."


def _told(ids: Iterable[str]) -> str:
    return ", ".join(id_.rpartition("~")[2] for id_ in ids) or "nothing named"


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
        for dated in (change.start, change.until, change.retroactive):
            days.update(bounds(dated))
    for part in record.commencement or (None,):
        days.update(bounds(start_of(corpus, record, part)))
    for kind in (EventKind.REPEALED, EventKind.SIGNED):
        days.update(bounds(record.event(kind)))
    periods: list[Period | Missing] = [base.in_force] if base else []
    for wordings in wordings_of(corpus, record.id).values():
        periods += [period_of(corpus, record, wording) for wording in wordings]
    for period in periods:
        if isinstance(period, Period):
            days.update(bounds(period.start or UNKNOWN), bounds(period.end or UNKNOWN))
    return tuple(sorted(days))


def _period(points: tuple[date, ...], day: date) -> Period | Missing:
    place = bisect_right(points, day)
    start = points[place - 1] if place else None
    end = points[place] if place < len(points) else None
    return Period(start, end) if start or end else UNKNOWN
