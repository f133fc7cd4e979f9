"""When things are law: the periods of force of works, effects and norms."""

from datetime import date
from enum import Enum
from typing import Any

from .commencement_rules import CommencementRule
from .corpus import Corpus
from .dates import EdtfDate, Period
from .dates.doubt import surely_held, widened
from .interplay import evaluated, own_end, part_start, spell_of, start_of
from .missing import NONE, UNKNOWN, Missing, is_known
from .model.instruction import Amendment
from .model.substance import Effect, Norm
from .model.text import EventKind, Work
from .spells import Spell
from .verdicts import Truth

__all__ = ["ForceStatus", "entry_into_force", "force_of", "in_force", "status_of"]


class ForceStatus(Enum):
    """Status of a work on a day, in the words of the European Legislation Identifier."""

    IN_FORCE = "in_force"
    PARTIALLY_IN_FORCE = "partially_in_force"
    NOT_IN_FORCE = "not_in_force"
    UNKNOWN = "unknown"


def entry_into_force(corpus: Corpus, id: str, provisions: frozenset[str] = frozenset()) -> EdtfDate | Missing:
    """Day on which what the work or amendment of that id does to *provisions* becomes law."""
    return spell_of(corpus, id, provisions).start


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
        starts = [evaluated(stated, work.event_dates()) for work in works] or [evaluated(stated, {})]
    elif stated is UNKNOWN:
        spells = [spell_of(corpus, name, frozenset(record.provisions)) for name in makers]
        if spells and all(spell.begins is False for spell in spells):
            return NONE
        starts = [UNKNOWN if spell.begins is UNKNOWN else spell.start for spell in spells]
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

    With a *corpus*, other acts that set or postponed the day of a part, or revived the work, count.

    Partly in force when some part surely is and another surely is not; unknown when the dates of some
    part do not decide and none of the rest settles it. Around a day that is marked nothing is sure.
    """
    repealed = work.event(EventKind.REPEALED)
    end = Spell(start=repealed) if is_known(repealed) else None
    if corpus is not None:
        end = own_end(corpus, work)
    ended = end.applies(on) if end is not None else False
    if ended is True:
        return ForceStatus.NOT_IN_FORCE
    parts = work.commencement or (None,)
    events = work.event_dates()
    answers: list[Truth] = []
    for part in parts:
        start = part_start(work, part, events) if corpus is None else start_of(corpus, work, part)[0]
        answers.append(surely_held(Period(start), on) if is_known(start) else UNKNOWN)
    began = work.event(EventKind.SIGNED)
    if is_known(began) and widened(began).after(on) is True and not is_known(work.retroactive_from):
        return ForceStatus.NOT_IN_FORCE
    if ended is UNKNOWN:
        return ForceStatus.UNKNOWN
    if True in answers and False in answers:
        return ForceStatus.PARTIALLY_IN_FORCE
    if any(isinstance(answer, Missing) for answer in answers):
        return ForceStatus.UNKNOWN
    return ForceStatus.IN_FORCE if answers[0] else ForceStatus.NOT_IN_FORCE
