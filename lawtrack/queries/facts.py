"""The dated facts that a corpus itself carries: bounds of the general part, the worth of index units."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from ..arguments import checked
from ..corpus import Corpus
from ..dates import Period
from ..kinds import GeneralBounds, UnitWorth
from ..missing import UNKNOWN, Missing, is_known
from ..model.rule import Rule
from ..model.substance import Effect, Norm
from ..model.text import Provision, Work
from ..penalties import GENERAL_PART, Quantity
from ..penalties.amounts import as_bound
from ..sentencing import GeneralPart, IndexPoint, IndexUnitSeries, PenaltyFacts
from ..timelines import force_of
from .asking import provisions_label, source_tags
from .versions import since_when

__all__ = ["penalty_facts_of"]

_Dated = tuple[Rule, Period, Effect | Norm, str]


@checked
def penalty_facts_of(corpus: Corpus) -> PenaltyFacts:
    """The penalty facts that norms and effects of the kinds ``general_part`` and ``index_unit`` state.

    A norm holds in its period of force. Of an effect, *before* holds until the day of force and *after* from
    then on; how far back the first reaches is as old as its work. The country is that of the norm or of the
    work. Left out: rules without a country, and worths of units without an exact first day. Add the shipped
    ones with ``penalty_facts_of(corpus).with_(penalty_facts())``.
    """
    return corpus.cached("penalty_facts", _collected)


def _collected(corpus: Corpus) -> PenaltyFacts:
    bounds: list[GeneralPart] = []
    points: dict[tuple[str, str], list[IndexPoint]] = {}
    for rule, period, record, country in _rules(corpus):
        if isinstance(rule, GeneralBounds):
            bounds += _bounds(corpus, rule, period, record, country)
        elif isinstance(rule, UnitWorth) and isinstance(rule.unit, str) and isinstance(rule.worth, str):
            first = period.start.earliest if period.start is not None and period.start.is_definite else None
            worth = as_bound(rule.worth)
            if first is not None and isinstance(worth, Quantity):
                last = period.end.earliest if period.end is not None and period.end.is_definite else None
                source = ", ".join(source_tags(corpus, record.id))
                point = IndexPoint(start=first, until=last, worth=worth, source=source)
                points.setdefault((rule.unit, country), []).append(point)
    return PenaltyFacts(
        index_units=[
            IndexUnitSeries(unit_id=unit, jurisdiction=country, points=run)
            for (unit, country), held in points.items()
            for run in _runs(held)
        ],
        general_part=bounds,
    )


def _runs(points: list[IndexPoint]) -> list[list[IndexPoint]]:
    """The points as runs without overlap; more than one when records differ, and then asking tells so."""
    ordered = sorted(dict.fromkeys(points), key=lambda point: point.start)
    runs: list[list[IndexPoint]] = []
    for place, point in enumerate(ordered):
        # A period without an end is still open: the next point ends it, and the last one holds on.
        later = next((p.start for p in ordered[place + 1 :] if p.start > point.start), date.max)
        closed = point if point.until is not None else evolve(point, until=later)
        fitting = (run for run in runs if (end := run[-1].until) is not None and end <= closed.start)
        run = next(fitting, None)
        if run is None:
            runs.append([closed])
        else:
            run.append(closed)
    return runs


def _rules(corpus: Corpus) -> Iterator[_Dated]:
    for norm in corpus.norms:
        if isinstance(norm.rule, GeneralBounds | UnitWorth):
            period = force_of(corpus, norm)
            country = norm.jurisdiction if is_known(norm.jurisdiction) else _country(corpus, norm)
            if is_known(country):
                yield norm.rule, period if isinstance(period, Period) else Period(), norm, country
    for effect in corpus.effects:
        if effect.kind not in (GeneralBounds.kind, UnitWorth.kind) or effect.schematic:
            continue
        country = _country(corpus, effect)
        force = force_of(corpus, effect)
        if not is_known(country) or not isinstance(force, Period) or force.start is None:
            continue
        provision = corpus.get(effect.provisions[0])
        since = since_when(corpus, provision) if isinstance(provision, Provision) else UNKNOWN
        before = Period(
            since if is_known(since) and since.before(force.start) is not False else None, force.start
        )
        for side, period in ((effect.before, before), (effect.after, force)):
            if isinstance(side, GeneralBounds | UnitWorth):
                yield side, period, effect, country


def _country(corpus: Corpus, record: Effect | Norm) -> str | Missing:
    for id in record.provisions:
        provision = corpus.get(id)
        work = corpus.get(provision.work) if isinstance(provision, Provision) else None
        if isinstance(work, Work) and is_known(work.jurisdiction):
            return work.jurisdiction
    return UNKNOWN


def _bounds(
    corpus: Corpus, rule: GeneralBounds, period: Period, record: Effect | Norm, country: str
) -> Iterator[GeneralPart]:
    component = rule.component()
    if isinstance(component, Missing):
        return
    low, high = (None if end is GENERAL_PART or isinstance(end, Missing) else end for end in component.ends)
    if low is None and high is None:
        return
    yield GeneralPart(
        jurisdiction=country,
        kind=component.meant_kind,
        low=low,
        high=high,
        in_force=period,
        case=rule.case if isinstance(rule.case, str) else "",
        provision=provisions_label(corpus, record),
        source=", ".join(source_tags(corpus, record.id)),
    )
