"""When things are law: the periods of force of works, amendments, effects and norms."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import Enum
from typing import Any, Final

from .commencement_rules import CommencementRule
from .corpus import Corpus
from .dates import EdtfDate, Period
from .dates.doubt import surely_held, widened
from .errors import ReadingError
from .missing import NONE, UNKNOWN, Missing, is_known, is_open
from .model.instruction import Amendment, Operation
from .model.substance import Effect, Norm
from .model.text import CommencementPart, EventKind, Work
from .verdicts import Truth

__all__ = [
    "ENDS",
    "ForceStatus",
    "entry_into_force",
    "force_of",
    "in_force",
    "part_start",
    "repeal_of",
    "start_of",
    "status_of",
]

ENDS: Final = (Operation.REPEAL, Operation.END_OF_ENACTMENT, Operation.UNCONSTITUTIONALITY)
"""Operations that end their target, a provision or a whole work."""


class ForceStatus(Enum):
    """Status of a work on a day, in the words of the European Legislation Identifier."""

    IN_FORCE = "in_force"
    PARTIALLY_IN_FORCE = "partially_in_force"
    NOT_IN_FORCE = "not_in_force"
    UNKNOWN = "unknown"


def part_start(
    work: Work, part: CommencementPart | None, events: Mapping[str, EdtfDate] | None = None
) -> EdtfDate | Missing:
    """Day to which the rule of a part leads; without a part, the recorded day of entry into force.

    *events* are those of the work, for whoever asks for many parts.
    """
    if part is None:
        return work.event(EventKind.IN_FORCE)
    return _evaluated(part.rule, work.event_dates() if events is None else events)


def start_of(
    corpus: Corpus, work: Work, part: CommencementPart | None, events: Mapping[str, EdtfDate] | None = None
) -> EdtfDate | Missing:
    """:func:`part_start`, as other acts set or postponed the day."""
    named = {work.id, *(part.provisions if part else ())}
    return _set_by_others(corpus, named, part_start(work, part, events))


def _evaluated(rule: CommencementRule, events: Mapping[str, EdtfDate]) -> EdtfDate | Missing:
    try:
        return rule.evaluate(events)
    except ReadingError:  # a day beyond the calendar; the checks name it
        return UNKNOWN


def entry_into_force(corpus: Corpus, id: str, provisions: frozenset[str] = frozenset()) -> EdtfDate | Missing:
    """Day on which what the work or amendment of that id does to *provisions* becomes law."""
    record = corpus.get(id)
    if isinstance(record, Amendment):
        named = {record.id, record.instrument, record.source_provision}
        return _set_by_others(corpus, named, _own_start(corpus, record, provisions))
    if isinstance(record, Work):
        start = part_start(record, record.part_for(provisions))
        return _set_by_others(corpus, {record.id, *provisions}, start)
    return UNKNOWN


def _own_start(corpus: Corpus, amendment: Amendment, provisions: frozenset[str]) -> EdtfDate | Missing:
    work = corpus.get(amendment.instrument)
    if not isinstance(work, Work):
        return UNKNOWN
    if is_known(amendment.commencement):
        return _evaluated(amendment.commencement, work.event_dates())
    return part_start(work, work.part_for(provisions | frozenset(amendment.targets)))


def _set_by_others(
    corpus: Corpus, named: Collection[str | Missing], start: EdtfDate | Missing
) -> EdtfDate | Missing:
    """The day of entry into force as other acts set or postponed it, for what any of the ids *named* begins.

    An amendment with the operation ``entry_into_force`` sets the day on which it begins itself, as the order
    does for which a law waits. One that postpones moves the day to its own end, ``until``, unless what it
    postpones surely began before; without such a day nobody knows when. They count in the order in which
    they begin.
    """
    for act, begins in _setting_days(corpus):
        if frozenset(named).isdisjoint(act.targets):
            continue
        if act.operation is Operation.ENTRY_INTO_FORCE:
            start = begins
        elif not (is_known(start) and is_known(begins) and widened(start).before(widened(begins)) is True):
            start = act.until if is_known(act.until) else UNKNOWN
    return start


def _setting_days(corpus: Corpus) -> list[tuple[Amendment, EdtfDate | Missing]]:
    return corpus.cached("amendments_that_set_days", _find_setting_days)


def _find_setting_days(corpus: Corpus) -> list[tuple[Amendment, EdtfDate | Missing]]:
    found = [
        (amendment, _own_start(corpus, amendment, frozenset()))
        for amendment in corpus.amendments
        if amendment.operation in (Operation.ENTRY_INTO_FORCE, Operation.POSTPONEMENT_OF_ENTRY_INTO_FORCE)
    ]
    return sorted(found, key=lambda pair: ((is_known(pair[1]) and pair[1].earliest) or date.max, pair[0].id))


def repeal_of(corpus: Corpus, work: Work) -> EdtfDate | Missing:
    """Day on which the work ended, by its own events or by the first amendment that ends it as a whole."""
    ended = work.event(EventKind.REPEALED)
    if is_known(ended):
        return ended
    found = corpus.cached("repeals_of_works", _repeals)
    return found.get(work.id, ended)


def _repeals(corpus: Corpus) -> dict[str, EdtfDate]:
    found: dict[str, EdtfDate] = {}
    for amendment in corpus.amendments:
        if amendment.operation not in ENDS or is_open(amendment.until) or is_known(amendment.until):
            continue
        day = entry_into_force(corpus, amendment.id)
        if is_known(day):
            for target in amendment.targets:
                held = found.get(target, day)
                found[target] = min(held, day, key=lambda ended: ended.earliest or date.min)
    return found


def force_of(corpus: Corpus, record: Effect | Norm) -> Period | Missing:
    """Period in which a rule is law; UNKNOWN when nothing says when it began.

    A period or rule stated on the record wins. Otherwise an effect follows the amendments and works that
    bring it about; if these begin on different days, the start is the interval between them. NONE where all
    of them were surely repealed before they began: the rule never was law. Rules with equal periods get one
    and the same object.
    """
    held: dict[int, tuple[Effect | Norm, Period | Missing]] = corpus.cached("periods_of_force", _empty)
    found = held.get(id(record))
    if found is None or found[0] is not record:
        pool: dict[Period | Missing, Period | Missing] = corpus.cached("distinct_periods_of_force", _empty)
        period = _force_of(corpus, record)
        # The record is kept beside its period, so that no other can come to live at its address.
        found = held[id(record)] = (record, pool.setdefault(period, period))
    return found[1]


def _empty(corpus: Corpus) -> dict[Any, Any]:
    return {}


def _force_of(corpus: Corpus, record: Effect | Norm) -> Period | Missing:
    stated = record.in_force
    if isinstance(stated, Period):
        return stated
    makers = record.by if isinstance(record, Effect) else ()
    starts: list[EdtfDate | Missing] = []
    if isinstance(stated, CommencementRule):
        works = [work for name in makers if isinstance(work := _work(corpus, name), Work)]
        starts = [_evaluated(stated, work.event_dates()) for work in works] or [_without_events(stated)]
    elif stated is UNKNOWN:
        starts = [entry_into_force(corpus, name, frozenset(record.provisions)) for name in makers]
        pairs = zip(makers, starts, strict=True)
        if makers and all(_ended_before(corpus, name, start) for name, start in pairs):
            return NONE
    known = [start for start in starts if is_known(start)]
    if not known or len(known) < len(starts):
        return UNKNOWN
    if len({str(start) for start in known}) == 1:
        return Period(known[0])
    earliest = [start.earliest for start in known]
    latest = [start.latest for start in known]
    low = None if None in earliest else min(day for day in earliest if day)
    high = None if None in latest else max(day for day in latest if day)
    return Period(EdtfDate.between(low, high)) if low or high else UNKNOWN


def _ended_before(corpus: Corpus, name: str, start: EdtfDate | Missing) -> bool:
    """Whether the act was surely repealed no later than the day it would have begun."""
    work = _work(corpus, name)
    ended = repeal_of(corpus, work) if isinstance(work, Work) else UNKNOWN
    return is_known(ended) and is_known(start) and ended.after(start) is False


def _without_events(rule: CommencementRule) -> EdtfDate | Missing:
    try:
        return rule.evaluate({})
    except ReadingError:
        return UNKNOWN


def _work(corpus: Corpus, id: str) -> object:
    record = corpus.get(id)
    return corpus.get(record.instrument) if isinstance(record, Amendment) else record


def in_force(corpus: Corpus, record: Effect | Norm, on: date) -> Truth:
    """Whether the rule is law on a day; UNKNOWN when the dates do not decide, or a mark leaves it open."""
    period = force_of(corpus, record)
    if period is NONE:
        return False
    return surely_held(period, on) if is_known(period) else UNKNOWN


def status_of(work: Work, on: date, corpus: Corpus | None = None) -> ForceStatus:
    """Status of a work on a day, computed from its events and the rules of its parts.

    With a *corpus*, other acts that set or postponed the day of a part count.

    Partly in force when some part surely is and another surely is not; unknown when the dates of some
    part do not decide and none of the rest settles it. Around a day that is marked nothing is sure.
    """
    ended = _widened(work.event(EventKind.REPEALED))
    if is_known(ended) and ended.after(on) is False:
        return ForceStatus.NOT_IN_FORCE
    parts = work.commencement or (None,)
    events = work.event_dates()
    answers: list[Truth] = []
    for part in parts:
        start = part_start(work, part, events) if corpus is None else start_of(corpus, work, part, events)
        answers.append(surely_held(Period(start), on) if is_known(start) else UNKNOWN)
    began = _widened(work.event(EventKind.SIGNED))
    if is_known(began) and began.after(on) is True and not is_known(work.retroactive_from):
        return ForceStatus.NOT_IN_FORCE
    if is_known(ended) and ended.after(on) is not True:
        return ForceStatus.UNKNOWN
    if True in answers and False in answers:
        return ForceStatus.PARTIALLY_IN_FORCE
    if any(isinstance(answer, Missing) for answer in answers):
        return ForceStatus.UNKNOWN
    return ForceStatus.IN_FORCE if answers[0] else ForceStatus.NOT_IN_FORCE


def _widened(day: EdtfDate | Missing) -> EdtfDate | Missing:
    return widened(day) if is_known(day) else day
