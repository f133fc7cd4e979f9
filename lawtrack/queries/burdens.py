"""What weighs on a role over time: counts of positions by kind, and the days on which they change."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import Duration, EdtfDate, Period
from ..errors import ReadingError
from ..identifiers import tail
from ..kinds import Approval, Offence, Restriction
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known
from ..model.position import Relation
from ..model.substance import Effect, Norm
from ..timelines import force_of
from .asking import checked_kind, day_or_none, gist_of, source_tags, word_of
from .changes import effects
from .holdings import Holding, exposure
from .selection import Column, Selection, echo
from .span import span_of

__all__ = ["Burden", "ChangePoint", "burden", "changepoints"]

_GROUPS = ("duties", "prohibitions", "approvals", "penalties", "powers_over", "safeguards", "own_powers")
_PROHIBITING = (Restriction.kind, Offence.kind)
_PUNISHING = ("sentence", "liability")

Told = tuple[str, str, str]


@frozen(kw_only=True)
class Burden:
    """What weighs on a role on one day.

    Attributes:
        day: The day.
        held: For each group the positions that surely stand, each once, as relation, action and other side.
        added: Positions that stand and did not on the day before in the answer.
        removed: Positions that stood on the day before in the answer and surely do not any more.
        unknown: How many positions may stand too.
    """

    day: date
    held: Mapping[str, frozenset[Told]]
    added: frozenset[Told] = frozenset()
    removed: frozenset[Told] = frozenset()
    unknown: int = 0


@checked
def burden(
    corpus: Corpus,
    role: str,
    *,
    every: str | Duration = "P1Y",
    since: date | str | None = None,
    until: date | str | None = None,
) -> Selection[Burden]:
    """Positions of a role on days *every* so often from *since*, counted in groups that are never added up.

    ``duties`` are duties to act, ``prohibitions`` those of restrictions and offences, ``approvals`` those to
    ask first, ``penalties`` liabilities to be punished, ``powers_over`` liabilities to the power of somebody,
    ``safeguards`` claims, privileges and immunities, ``own_powers`` powers. Positions that agree in relation,
    action and other side count once, however many rules give them. Columns ``added`` and ``removed`` count
    against the row before. What may stand, but is not known to, is counted in ``unknown`` alone, and what
    touches only some who have the role is not counted. *since* and *until* default to the first and last day
    that the corpus tells of. Raises UnknownNameError for a role that does not exist, ReadingError for a step
    that is none or an end before the start.
    """
    corpus.vocabulary.check_role(role)
    step = Duration.read(every) if isinstance(every, str) else every
    first, last = span_of(corpus)
    start, end = day_or_none(since) or first, day_or_none(until) or last
    if since is not None and until is not None and start and end and end < start:
        raise ReadingError(f"since {start} until {end}", "an end that is not before the start")
    rows: list[Burden] = []
    if start is not None and end is not None:
        weighs = _Weighing(corpus, role)
        before: frozenset[Told] = frozenset()
        for day in _days(start, end, step):
            row, before = _burden_on(weighs, day, before, first=not rows)
            rows.append(row)
    columns = [Column("day", lambda row: row.day.isoformat())]
    columns += [Column(group, _counted(group)) for group in _GROUPS]
    columns += [
        Column("added", lambda row: len(row.added)),
        Column("removed", lambda row: len(row.removed)),
        Column("unknown", lambda row: row.unknown),
        Column("what_was_added", lambda row: tuple(sorted(map(_said, row.added))), detail=True),
        Column("what_was_removed", lambda row: tuple(sorted(map(_said, row.removed))), detail=True),
    ]
    return Selection(
        rows=rows,
        columns=tuple(columns),
        title=f"Burden of {role}",
        notes=(
            "Positions are counted, not weighed; groups are never added up.",
            "Only what is on record is counted: a 0 tells nothing of the law.",
            "A rule that changed counts before the change only where the rule before is on record.",
        ),
        query=echo("burden", [role], every=str(step), since=start, until=end),
    )


def _days(start: date, end: date, step: Duration) -> Iterator[date]:
    if step.add_to(start) <= start:
        raise ReadingError(str(step), "a duration of a day or more, such as P1Y")
    day, whole = start, step
    while day <= end:
        yield day
        # Added up from the start, so that the 31st does not become the 28th for good.
        day, whole = whole.add_to(start), whole + step


class _Weighing:
    """What weighs on a role on a day, worked out again only where a rule may begin or end in between."""

    def __init__(self, corpus: Corpus, role: str) -> None:
        self._corpus, self._role = corpus, role
        rules: tuple[Effect | Norm, ...] = (*corpus.effects, *corpus.norms)
        periods = (force_of(corpus, rule) for rule in rules)
        ends = (end for p in periods if isinstance(p, Period) for end in (p.start, p.end) if end is not None)
        bounds = {day for end in ends for day in (end.earliest, end.latest) if day is not None}
        # On either side of a bound the answer may be another, and so on the day itself.
        self._turns = sorted(bounds | {day + timedelta(1) for day in bounds if day < date.max})
        self._held: dict[int, tuple[Mapping[str, frozenset[Told]], frozenset[Told], frozenset[Told]]] = {}

    def on(self, day: date) -> tuple[Mapping[str, frozenset[Told]], frozenset[Told], frozenset[Told]]:
        """By group what surely stands, all of that together, and what may stand too."""
        place = bisect_right(self._turns, day)
        if place not in self._held:
            self._held[place] = self._worked_out(day)
        return self._held[place]

    def _worked_out(
        self, day: date
    ) -> tuple[Mapping[str, frozenset[Told]], frozenset[Told], frozenset[Told]]:
        held: dict[str, set[Told]] = {group: set() for group in _GROUPS}
        maybe: set[Told] = set()
        for row in exposure(self._corpus, self._role, on=day):
            if row.reach != "all":
                continue
            if row.stands is True:
                held[_group(row)].add(_told(row))
            else:
                maybe.add(_told(row))
        groups = {group: frozenset(told) for group, told in held.items()}
        return groups, frozenset().union(*held.values()), frozenset(maybe)


def _burden_on(
    weighs: _Weighing, day: date, before: frozenset[Told], *, first: bool
) -> tuple[Burden, frozenset[Told]]:
    held, certain, maybe = weighs.on(day)
    return Burden(
        day=day,
        held=held,
        added=frozenset() if first else certain - before,
        removed=before - certain - maybe,
        unknown=len(maybe - certain),
    ), certain


def _group(row: Holding) -> str:
    relation, kind = row.position.relation, row.record.kind
    if relation is Relation.DUTY:
        if kind == Approval.kind:
            return "approvals"
        return "prohibitions" if kind in _PROHIBITING else "duties"
    if relation in (Relation.LIABILITY, Relation.NO_RIGHT, Relation.DISABILITY):
        return "penalties" if kind in _PUNISHING else "powers_over"
    return "own_powers" if relation is Relation.POWER else "safeguards"


def _told(row: Holding) -> Told:
    position = row.position
    return position.relation.value, position.action, str(position.against)


def _counted(group: str) -> Callable[[Burden], int]:
    return lambda row: len(row.held[group])


def _said(told: Told) -> str:
    return f"{told[0].replace('_', ' ')}: {told[1]}"


@frozen(kw_only=True)
class ChangePoint:
    """A day on which a rule begins or ends.

    Attributes:
        when: The day, with bounds where it is not known exactly.
        begins: Whether the rule begins; else it ends.
        record: The effect or norm.
    """

    when: EdtfDate | Missing
    begins: bool
    record: Effect | Norm


@checked
def changepoints(
    corpus: Corpus, *, role: str | None = None, kind: str | None = None
) -> Selection[ChangePoint]:
    """The days on which rules begin or end, earliest first; days that nobody knows come last.

    *role* keeps rules that speak to the role or move a position of it, as in :func:`lawtrack.effects`; norms
    are left out then unless they give it a position. A day that is not known exactly is ordered by its first
    possible day.
    """
    checked_kind(corpus, kind)
    touching: Iterable[Effect | Norm] = effects(corpus, role=role, kind=kind)
    norms = {id(row.record): row.record for row in exposure(corpus, role)} if role else None
    found = [
        norm
        for norm in corpus.norms
        if (kind is None or norm.kind == kind) and (norms is None or id(norm) in norms)
    ]
    rows: list[ChangePoint] = []
    for record in (*touching, *found):
        period = force_of(corpus, record)
        if isinstance(period, Period):
            if period.start is not None:
                rows.append(ChangePoint(when=period.start, begins=True, record=record))
            if period.end is not None:
                rows.append(ChangePoint(when=period.end, begins=False, record=record))
        else:
            rows.append(ChangePoint(when=UNKNOWN, begins=True, record=record))
    rows.sort(key=_by_day)
    return Selection(
        rows=rows,
        columns=(
            Column("when", lambda row: row.when),
            Column("what", lambda row: "begins" if row.begins else "ends"),
            Column("rule", lambda row: tail(row.record.id)),
            Column("kind", lambda row: row.record.kind),
            Column("change", _change),
            Column("gist", lambda row: gist_of(row.record)),
            Column("sources", lambda row: source_tags(corpus, row.record.id)),
        ),
        title="Days of change" + (f" for {role}" if role else ""),
        query=echo("changepoints", role=role, kind=kind),
    )


def _by_day(row: ChangePoint) -> tuple[bool, date, bool]:
    when = row.when
    bound = (when.earliest or when.latest) if is_known(when) else None
    return bound is None, bound or date.max, row.begins


def _change(row: ChangePoint) -> object:
    return word_of(row.record.change) if isinstance(row.record, Effect) else NOT_APPLICABLE
