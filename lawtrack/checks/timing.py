"""Days in the order in which law is made, and wordings that follow one another."""

from collections.abc import Iterator

from ..commencement_rules import AfterEvent, CommencementRule, Earliest, Latest, OnEvent
from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..errors import Problem, ReadingError, Severity, nearest
from ..missing import UNKNOWN, Missing, is_known
from ..model.instruction import Amendment
from ..model.text import EventKind, Wording, Work

__all__ = ["check"]

_ORDER = (
    EventKind.INTRODUCED,
    EventKind.FIRST_READING,
    EventKind.PASSED,
    EventKind.ADOPTED,
    EventKind.SIGNED,
    EventKind.PUBLISHED,
)


# Several bodies give opinions, and drafting goes on: more than one date is no contradiction.
_REPEATABLE = (EventKind.DRAFTING, EventKind.OPINION)
_EVENTS = tuple(kind.value for kind in EventKind)
_MOST_RUNNING = 100


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-TIM-004, LT-TIM-005, LT-TIM-007, LT-TIM-008, LT-TIM-012 and LT-TIM-014.

    Nothing is in force before signature unless marked as retroactive; wordings of one provision in one
    language do not overlap; the steps of a work follow one another and have one date each; amendments end
    after they begin.
    """
    for work in corpus.works:
        yield from _known_events(work)
        yield from _one_date_each(work)
        yield from _events_in_order(work)
        yield from _not_before_signature(work)
    yield from _effects_not_before_signature(corpus)
    yield from _amendments_that_never_apply(corpus)
    yield from _wordings(corpus)


def _known_events(work: Work) -> Iterator[Problem]:
    """A rule that counts from an event no work can have would never lead to a day."""
    for i, part in enumerate(work.commencement):
        for event in _events_of(part.rule):
            if event not in _EVENTS:
                near = nearest(event, _EVENTS)
                yield Problem(
                    code="LT-TIM-001",
                    record=work.id,
                    where=f"commencement[{i}].rule",
                    read=f"an event {event!r}",
                    expected=f"one of {', '.join(_EVENTS)}",
                    hint=f"Did you mean {near!r}?" if near else "",
                )


def _events_of(rule: CommencementRule) -> Iterator[str]:
    if isinstance(rule, OnEvent | AfterEvent):
        yield rule.event
    elif isinstance(rule, Earliest | Latest):
        for inner in rule.rules:
            yield from _events_of(inner)


def _one_date_each(work: Work) -> Iterator[Problem]:
    """Steps that are taken once and have several dates, none of which is within all the others."""
    for kind in dict.fromkeys(event.kind for event in work.events):
        known = [event for event in work.events if event.kind is kind and is_known(event.date)]
        dates = [event.date for event in known]
        if kind in _REPEATABLE or work.event(kind) in dates or len(dates) < 2:
            continue
        told = dict.fromkeys(
            f"{event.date} ({event.source if is_known(event.source) else 'no source'})" for event in known
        )
        yield Problem(
            code="LT-TIM-012",
            severity=Severity.WARNING,
            record=work.id,
            where="events",
            read=f"{kind.value} {' and '.join(told)}",
            expected="one date",
            hint=f"Until one is taken out, it counts as {work.event(kind)}.",
        )


def _events_in_order(work: Work) -> Iterator[Problem]:
    dated = [(kind, date) for kind in _ORDER if is_known(date := work.event(kind))]
    for i, (second, late) in enumerate(dated):
        # Not only the step just before: a date known to the year decides less than an older exact one.
        for first, early in reversed(dated[:i]):
            if late.before(early) is True:
                yield Problem(
                    code="LT-TIM-008",
                    record=work.id,
                    where="events",
                    read=f"{second.value} {late}",
                    expected=f"not before {first.value} {early}",
                )
                break


def _not_before_signature(work: Work) -> Iterator[Problem]:
    signed = work.event(EventKind.SIGNED)
    if not is_known(signed) or is_known(work.retroactive_from):
        return
    starts = [("events", work.event(EventKind.IN_FORCE))]
    for i, part in enumerate(work.commencement):
        try:
            starts.append((f"commencement[{i}]", part.rule.evaluate(work.event_dates())))
        except ReadingError as fault:
            yield Problem(
                code=fault.code,
                record=work.id,
                where=f"commencement[{i}]",
                read=str(part.rule),
                expected=fault.expected,
                hint=fault.hint,
            )
    for where, start in starts:
        if is_known(start) and start.before(signed) is True:
            yield _too_early(work.id, where, start, signed)


def _too_early(record: str, where: str, start: EdtfDate, signed: EdtfDate) -> Problem:
    return Problem(
        code="LT-TIM-004",
        record=record,
        where=where,
        read=f"in force {start}",
        expected=f"not before signature on {signed}",
        hint="If it reaches back, say so with retroactive_from.",
    )


def _effects_not_before_signature(corpus: Corpus) -> Iterator[Problem]:
    for effect in corpus.effects:
        if not isinstance(effect.in_force, Period) or effect.in_force.start is None:
            continue
        for name in effect.by:
            maker = corpus.get(name)
            work = corpus.get(maker.instrument) if isinstance(maker, Amendment) else maker
            if isinstance(work, Work) and not is_known(work.retroactive_from):
                signed = work.event(EventKind.SIGNED)
                if is_known(signed) and effect.in_force.start.before(signed) is True:
                    yield _too_early(effect.id, "in_force", effect.in_force.start, signed)


def _amendments_that_never_apply(corpus: Corpus) -> Iterator[Problem]:
    for amendment in corpus.amendments:
        start = _start_of(corpus, amendment) if is_known(amendment.until) else UNKNOWN
        if is_known(start) and is_known(amendment.until) and amendment.until.after(start) is False:
            yield Problem(
                code="LT-TIM-014",
                severity=Severity.WARNING,
                record=amendment.id,
                where="until",
                read=f"until {amendment.until}",
                expected=f"a day after {start}, on which it begins",
                hint="until is the first day on which it no longer applies.",
            )


def _start_of(corpus: Corpus, amendment: Amendment) -> EdtfDate | Missing:
    work = corpus.get(amendment.instrument)
    if not isinstance(work, Work):
        return UNKNOWN
    rule: CommencementRule | Missing = amendment.commencement
    if not is_known(rule):
        part = work.part_for(frozenset(amendment.targets))
        if part is None:
            return work.event(EventKind.IN_FORCE)
        rule = part.rule
    try:
        return rule.evaluate(work.event_dates())
    except ReadingError:  # told where the rule stands
        return UNKNOWN


def _wordings(corpus: Corpus) -> Iterator[Problem]:
    groups: dict[tuple[str, str], list[tuple[Wording, Period]]] = {}
    for wording in corpus.wordings:
        if isinstance(wording.in_force, Period):
            groups.setdefault((wording.provision, wording.lang), []).append((wording, wording.in_force))
    for group in groups.values():
        group.sort(key=lambda pair: (str(pair[1].start or ""), pair[0].id))
        latest = group[0]
        running = [latest]
        for second in group[1:]:
            hidden = next((one for one in running if one[1].overlaps(second[1]) is True), None)
            if hidden:
                yield _overlap(hidden, second)
            elif _apart(latest, second):
                yield _gap(latest, second)
            ended = latest[1].end
            if ended and (second[1].end is None or ended.before(second[1].end) is not False):
                latest = second
            # What has ended by now cannot overlap what begins later; nor need all that is doubtful be kept.
            running = [one for one in running if one[1].overlaps(second[1]) is not False][-_MOST_RUNNING:]
            running.append(second)


_Dated = tuple[Wording, Period]


def _apart(one: _Dated, other: _Dated) -> bool:
    end, start = one[1].end, other[1].start
    return end is not None and start is not None and end.before(start) is True


def _overlap(one: _Dated, other: _Dated) -> Problem:
    return Problem(
        code="LT-TIM-005",
        record=other[0].id,
        where="in_force",
        read=str(other[1]),
        expected=f"a period apart from {one[1]}, that of {one[0].id}",
    )


def _gap(one: _Dated, other: _Dated) -> Problem:
    return Problem(
        code="LT-TIM-007",
        severity=Severity.NOTE,
        record=other[0].id,
        where="in_force",
        read=f"{one[1]} and then {other[1]}",
        expected="wordings that meet",
        hint=f"Perhaps a wording after {one[0].id} was not collected.",
    )
