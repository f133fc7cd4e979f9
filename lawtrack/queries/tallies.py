"""Critiques counted by ground, frame, stage, critic, target or right; recommendations by outcome."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from itertools import product

from attrs import define, field, frozen

from ..arguments import checked
from ..checks.doubles import coded_twice
from ..corpus import WORD_OF, Corpus
from ..errors import ReadingError, UnknownNameError
from ..missing import UNKNOWN, Missing, is_known
from ..model.actors import Actor
from ..model.critique import Critique, OutcomeStatus, Recommendation
from ..model.grounds import FRAMES, Ground
from ..model.record import Record
from ..model.substance import Effect
from ..tables import counted
from .asking import named, package_name, word_of
from .critics import Objection, count_critics, objections_of
from .knowledge import answer_as_known
from .objections import critiques_inside
from .outcomes import outcome_status
from .selection import Column, Selection, echo

__all__ = ["CritiqueCount", "Uptake", "critique_counts", "uptake"]

_Cell = tuple[str | Missing, ...]


@frozen(kw_only=True)
class CritiqueCount:
    """How often critics object in one way.

    Attributes:
        cell: The way: one word for each column asked for, or the token where it is not known.
        objections: Critique by target by ground (and right, where asked): every one is in one cell only.
        critiques: Critiques with such an objection.
        critics: Critics as they sign, and no more than there are bodies: a joint opinion has one, unnamed
            collectives are never merged.
        targets: Different targets.
    """

    cell: _Cell
    objections: int
    critiques: int
    critics: int
    targets: int


@checked
def critique_counts(
    corpus: Corpus,
    *,
    by: str = "ground",
    across: str | None = None,
    package: str | Record | None = None,
    as_known_on: date | str | None = None,
) -> Selection[CritiqueCount]:
    """Critiques, critics and targets together, by one or two of the columns of critiques.

    *by* and *across* are ``ground``, ``top``, ``three_part_test``, ``rule_of_law``, ``stage``, ``severity``,
    ``critic_type``, ``target_kind`` or ``right``. Objections add up to their total over any column, with what
    is not known as a row of its own; a critique with several grounds or targets stands in several rows, so
    the other counts do not add up, and the notes give their totals. Rows with most objections come first.
    """
    if as_known_on is not None:

        def ask(known: Corpus) -> Selection[CritiqueCount]:
            return critique_counts(known, by=by, across=across, package=package)

        return answer_as_known(ask, corpus, as_known_on, key=lambda row: row.cell, row="row")
    for word in (by, across):
        if word is not None and word not in _COLUMNS:
            raise UnknownNameError("way to count critiques", word, _COLUMNS)
    if across == by:
        raise ReadingError(across, f"another way to count than by={by!r}", "Leave across out.")
    asked = [by] if across is None else [by, across]
    name = package_name(package)
    rows, notes = corpus.cached(
        f"critique_counts by {asked} of {name}",
        lambda _: _counted(corpus, asked, critiques_inside(corpus, name)),
    )
    columns = [Column(word, _cell(place)) for place, word in enumerate(asked)]
    counts = ("critiques", "critics", "targets", "objections")
    return Selection(
        rows=rows,
        columns=(*columns, *(Column(count, _number(count)) for count in counts)),
        title="Critiques by " + " and ".join(word.replace("_", " ") for word in asked),
        notes=notes,
        query=echo("critique_counts", by=by, across=across, package=name),
    )


def _counted(
    corpus: Corpus, asked: list[str], critiques: tuple[Critique, ...]
) -> tuple[list[CritiqueCount], tuple[str, ...]]:
    """The rows in their order, and the notes that give their totals."""
    cells: dict[_Cell, _Tally] = {}
    every = _Tally()
    columns = [_COLUMNS[word] for word in asked]
    for objection in objections_of(critiques):
        for way in product(*[values(corpus, objection) for values in columns]):
            tally = cells.get(way)
            if tally is None:
                tally = cells[way] = _Tally()
            tally.add(objection)
            every.add(objection)
    rows = [tally.count(cell) for cell, tally in cells.items()]
    rows.sort(key=lambda row: (-row.objections, tuple(map(str, row.cell))))
    return rows, _totals(rows, every.count(()))


@define
class _Tally:
    """Objections as they are counted; only what tells critiques and targets apart is kept."""

    objections: int = 0
    critiques: dict[str, Critique] = field(factory=dict)
    targets: set[str] = field(factory=set)

    def add(self, objection: Objection) -> None:
        self.objections += 1
        self.critiques[objection.critique.id] = objection.critique
        self.targets.add(objection.target)

    def count(self, cell: _Cell) -> CritiqueCount:
        return CritiqueCount(
            cell=cell,
            objections=self.objections,
            critiques=len(self.critiques),
            critics=count_critics(self.critiques.values()) if self.critiques else 0,
            targets=len(self.targets),
        )


def _cell(place: int) -> Callable[[CritiqueCount], object]:
    def get(row: CritiqueCount) -> object:
        value = row.cell[place]
        return value if isinstance(value, Missing) else value.replace("_", " ")

    return get


def _number(name: str) -> Callable[[CritiqueCount], object]:
    return lambda row: getattr(row, name)


def _totals(rows: list[CritiqueCount], total: CritiqueCount) -> tuple[str, ...]:
    if not rows:
        return ()
    told = (
        f"In all {counted(total.critiques, 'critique')} by {counted(total.critics, 'critic')} of "
        f"{counted(total.targets, 'target')}: {counted(total.objections, 'objection')}."
    )
    lost = sum(row.objections for row in rows if any(isinstance(word, Missing) for word in row.cell))
    unknown = f"{counted(lost, 'objection')} among them with something not known."
    return (told, unknown) if lost else (told,)


_Values = tuple[str | Missing, ...]


def _by_frame(frame: str) -> Callable[[Corpus, Objection], _Values]:
    heads: dict[Ground | Missing, _Values] = {ground: (getattr(ground, frame),) for ground in Ground}

    def values(corpus: Corpus, objection: Objection) -> _Values:
        ground = objection.ground
        return (ground,) if isinstance(ground, Missing) else heads[ground]

    return values


def _by_word(name: str) -> Callable[[Corpus, Objection], _Values]:
    def values(corpus: Corpus, objection: Objection) -> _Values:
        held: Enum = getattr(objection.critique, name)
        return (held if isinstance(held, Missing) else str(held.value),)

    return values


def _by_critic(corpus: Corpus, objection: Objection) -> _Values:
    actors = (corpus.get(id) for id in objection.critique.critics)
    kinds = {actor.kind if isinstance(actor, Actor) else UNKNOWN for actor in actors}
    kind = kinds.pop() if len(kinds) == 1 else None
    return ("several kinds" if kind is None else kind if isinstance(kind, Missing) else kind.value,)


def _by_target(corpus: Corpus, objection: Objection) -> _Values:
    record = corpus.get(objection.target)
    return (UNKNOWN if record is None else WORD_OF[type(record)],)


def _by_right(corpus: Corpus, objection: Objection) -> _Values:
    """Rights of the harm that the critic predicts, else those that the target engages."""
    harm = objection.critique.predicted_harm
    rights: tuple[str, ...] = harm.rights if is_known(harm) else ()
    record = corpus.get(objection.target)
    if not rights and isinstance(record, Effect):
        rights = record.rights_engaged
    return tuple(dict.fromkeys(rights)) or (UNKNOWN,)


_COLUMNS: dict[str, Callable[[Corpus, Objection], _Values]] = {
    "ground": _by_frame("value"),
    **{frame: _by_frame(frame) for frame in FRAMES},
    "stage": _by_word("stage"),
    "severity": _by_word("severity"),
    "critic_type": _by_critic,
    "target_kind": _by_target,
    "right": _by_right,
}


@frozen(kw_only=True)
class Uptake:
    """What became of the recommendations of one group.

    Attributes:
        group: The group; a token where it is not known.
        total: How many recommendations.
        counts: How many of them by status, in the order of the statuses; UNKNOWN comes last.
    """

    group: str | Missing
    total: int
    counts: tuple[tuple[OutcomeStatus | Missing, int], ...]


@checked
def uptake(
    corpus: Corpus,
    *,
    by: str = "priority",
    package: str | Record | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Uptake]:
    """What became of recommendations, by ``priority``, ``asks`` or ``critic``, as numbers, never as a share.

    The status is that of the latest definite outcome, with *unknown* as a column of its own; rows add up to
    ``total``. *heeded* says that the text later moved as asked, and not that it did so because of it.
    """
    if as_known_on is not None:

        def ask(known: Corpus) -> Selection[Uptake]:
            return uptake(known, by=by, package=package)

        return answer_as_known(ask, corpus, as_known_on, key=lambda row: row.group, row="row")
    if by not in _GROUPS:
        raise UnknownNameError("way to count recommendations", by, _GROUPS)
    name = package_name(package)
    inside = {critique.id for critique in critiques_inside(corpus, name)}
    held: dict[str | Missing, list[Recommendation]] = {}
    for rec in corpus.recommendations:
        if rec.critique in inside or name is None:
            held.setdefault(_GROUPS[by](corpus, rec), []).append(rec)
    statuses: tuple[OutcomeStatus | Missing, ...] = (*OutcomeStatus, UNKNOWN)
    rows = []
    for group, recs in sorted(held.items(), key=lambda pair: str(pair[0])):
        found = [outcome_status(corpus, rec.id) for rec in recs]
        found = [status if is_known(status) else UNKNOWN for status in found]
        counts = tuple((status, found.count(status)) for status in statuses)
        rows.append(Uptake(group=group, total=len(recs), counts=counts))
    double = {second.id for _, second in coded_twice(corpus)}
    again = sum(rec.id in double for recs in held.values() for rec in recs)
    notes = (f"{counted(again, 'recommendation')} of a joint opinion is coded twice.",) if again else ()
    shown = [status for status in statuses if status is UNKNOWN or any(dict(r.counts)[status] for r in rows)]
    return Selection(
        rows=rows,
        columns=(
            Column(by, lambda row: row.group),
            Column("total", lambda row: row.total),
            *(Column(status.value, _status_of(status)) for status in shown),
        ),
        title=f"What became of recommendations, by {by}",
        notes=notes,
        query=echo("uptake", by=by, package=name),
    )


def _status_of(status: OutcomeStatus | Missing) -> Callable[[Uptake], object]:
    return lambda row: dict(row.counts)[status]


def _asks(corpus: Corpus, rec: Recommendation) -> str | Missing:
    return rec.asks if isinstance(rec.asks, Missing) else str(word_of(rec.asks))


def _priority(corpus: Corpus, rec: Recommendation) -> str | Missing:
    return rec.priority if isinstance(rec.priority, Missing) else rec.priority.value


def _critic(corpus: Corpus, rec: Recommendation) -> str | Missing:
    critique = corpus.get(rec.critique)
    return " & ".join(named(corpus, critique.critics)) if isinstance(critique, Critique) else UNKNOWN


_GROUPS: dict[str, Callable[[Corpus, Recommendation], str | Missing]] = {
    "priority": _priority,
    "asks": _asks,
    "critic": _critic,
}
