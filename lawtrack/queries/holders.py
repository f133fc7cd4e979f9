"""Who holds a power, or what else a field of rules names, from one day to the next."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs
from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..dates.doubt import surely_held
from ..errors import ReadingError, UnknownNameError, nearest
from ..identifiers import tail
from ..kinds import KINDS, Power
from ..missing import NOT_STATED, UNKNOWN, Missing, is_known
from ..model.rule import Rule
from ..model.scope import Scope, is_stated
from ..model.substance import Effect, Norm
from ..timelines import force_of
from ..verdicts import all_of
from .acts import does
from .asking import checked_kind, named, source_tags
from .derived import is_draft
from .selection import Column, Selection, echo

__all__ = ["Holders", "track"]


@frozen(kw_only=True)
class Holders:
    """Who holds a power from one day on.

    Attributes:
        when: The day on which the set changes; where it is not known exactly, the set is that of its last
            possible day.
        values: Who surely holds it.
        perhaps: Who may hold it too.
        added: Who surely does and did not surely before.
        removed: Who surely did before and surely does not.
        not_stated: How many rules that stand, or may, do not state the field.
        records: The rules that begin or end on that day.
    """

    when: EdtfDate
    values: frozenset[str]
    perhaps: frozenset[str]
    added: frozenset[str]
    removed: frozenset[str]
    not_stated: int
    records: tuple[Effect | Norm, ...]


@checked
def track(
    corpus: Corpus, field: str, *, kind: str = Power.kind, act: str | None = None
) -> Selection[Holders]:
    """How the values of a field of rules grow and shrink: one row for each day on which rules begin or end.

    *field* names parties or concepts, such as ``holder`` of powers; *act* keeps rules whose ``acts`` name
    that concept, one inside it or one around it. On each day the values of all rules that stand are put
    together: those of rules that surely stand, and surely are to do so, in ``values``, those of rules that
    may in ``perhaps``. Rules that do not state the field are counted in ``not_stated``: a 0 beside a count
    there is no "nobody". Raises UnknownKindError for a kind that does not exist, UnknownNameError for an act
    that is no concept, and ReadingError for a field that no rule of the kind has.
    """
    checked_kind(corpus, kind)
    vocabulary = corpus.vocabulary
    if act is not None and act not in vocabulary:
        raise UnknownNameError("concept", act, list(vocabulary.concepts))
    known = [a.name for a in attrs.fields(KINDS[kind])] if kind in KINDS else []
    if known and field not in known:
        near = nearest(field, known)
        hint = f"Did you mean {near!r}?" if near else f"Fields are {', '.join(known)}."
        raise ReadingError(field, f"a field of kind {kind!r}", hint)
    rules = [
        (record, rule, truth)
        for record, rule in _rules(corpus, kind)
        if (truth := does(rule, act, vocabulary)) is not False
    ]
    points: dict[str, list[Effect | Norm]] = {}
    days: dict[str, EdtfDate] = {}
    for record, _, _ in rules:
        period = force_of(corpus, record)
        for when in (period.start, period.end) if isinstance(period, Period) else ():
            if when is not None:
                days[str(when)] = when
                points.setdefault(str(when), []).append(record)
    rows: list[Holders] = []
    before: frozenset[str] = frozenset()
    for name in sorted(days, key=lambda each: (_looked_at(days[each]) or date.min, each)):
        day = _looked_at(days[name])
        sure: set[str] = set()
        maybe: set[str] = set()
        silent = 0
        for record, rule, truth in rules:
            period = force_of(corpus, record)
            stands = surely_held(period, day) if isinstance(period, Period) and day is not None else UNKNOWN
            found = all_of((stands, truth))
            if found is False:
                continue
            silent += not is_stated(getattr(rule, field, NOT_STATED))
            (sure if found is True else maybe).update(_values(rule, field))
        rows.append(
            Holders(
                when=days[name],
                values=frozenset(sure),
                perhaps=frozenset(maybe - sure),
                added=frozenset(sure - before),
                # Where some rule does not say, nobody is known to be gone.
                removed=frozenset() if silent else frozenset(before - sure - maybe),
                not_stated=silent,
                records=tuple(points[name]),
            )
        )
        before = frozenset(sure)
    return Selection(
        rows=rows,
        columns=(
            Column("when", lambda row: row.when),
            Column("n", lambda row: len(row.values)),
            Column(field, lambda row: tuple(sorted(row.values))),
            Column("perhaps", lambda row: tuple(sorted(row.perhaps))),
            Column("not_stated", lambda row: row.not_stated),
            Column("added", lambda row: tuple(sorted(row.added))),
            Column("removed", lambda row: tuple(sorted(row.removed))),
            Column("rules", lambda row: tuple(dict.fromkeys(tail(r.id) for r in row.records))),
            Column("instruments", lambda row: _makers(corpus, row.records), detail=True),
            Column("sources", lambda row: _sources(corpus, row.records), detail=True),
        ),
        title=f"{field} of {kind}" + (f" to {act}" if act else ""),
        notes=(
            "Roles are counted, not the bodies that fill them; only rules on record count.",
            "A day that is not known exactly stands at its last possible day.",
        ),
        query=echo("track", [field], kind=kind, act=act),
    )


def _rules(corpus: Corpus, kind: str) -> Iterator[tuple[Effect | Norm, Rule]]:
    for effect in corpus.effects:
        if effect.kind == kind and not is_draft(corpus, effect) and is_known(effect.after):
            yield effect, effect.after
    for norm in corpus.norms:
        if norm.kind == kind and is_known(norm.rule):
            yield norm, norm.rule


def _looked_at(when: EdtfDate) -> date | None:
    return when.latest or when.earliest


def _values(rule: Rule, field: str) -> tuple[str, ...]:
    held = getattr(rule, field, ())
    if isinstance(held, Scope):
        return held.concepts
    if isinstance(held, Missing) or not isinstance(held, str | tuple):
        return ()
    return tuple(map(str, held)) if isinstance(held, tuple) else (held,)


def _makers(corpus: Corpus, records: Iterable[Effect | Norm]) -> tuple[str, ...]:
    ids = dict.fromkeys(id for record in records if isinstance(record, Effect) for id in record.by)
    return named(corpus, ids)


def _sources(corpus: Corpus, records: Iterable[Effect | Norm]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for record in records for tag in source_tags(corpus, record.id)))
