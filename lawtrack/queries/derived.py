"""What questions work out once for a corpus and keep with it: positions, stakes, days of force."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import attrs

from ..corpus import Corpus
from ..dates.doubt import surely_held
from ..missing import Missing, is_known
from ..model.position import Position, Relation
from ..model.record import Record
from ..model.rule import positions_of
from ..model.substance import Effect, Norm
from ..model.text import WorkKind
from ..timelines import force_of
from ..verdicts import Truth

__all__ = ["is_draft", "once", "stakes", "standing_on", "with_positions"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Stakes = tuple[frozenset[tuple[str, Relation]], frozenset[tuple[str, Relation]]]


def once(corpus: Corpus, name: str, record: R, make: Callable[[R], T]) -> T:
    """What *make* derives from a record of the corpus, worked out once; *name* belongs to *make* alone."""
    held: dict[int, tuple[Record, T]] = corpus.cached(name, _empty)
    # By identity, since ids need not be unique in a corpus that nobody checked. The record is kept beside
    # its value, so that no other can come to live at its address.
    found = held.get(id(record))
    if found is None or found[0] is not record:
        found = held[id(record)] = (record, make(record))
    return found[1]


def _empty(corpus: Corpus) -> dict[int, Any]:
    return {}


def with_positions(corpus: Corpus, effect: Effect) -> Effect:
    """The effect with the positions it moves written out, so that they need not be derived again."""

    def written_out(effect: Effect) -> Effect:
        if effect.positions:
            return effect
        moved = effect.moved_positions(broader=corpus.vocabulary.includes)
        return attrs.evolve(effect, positions=moved)

    return once(corpus, "effects_with_positions", effect, written_out)


def stakes(corpus: Corpus, effect: Effect) -> Stakes:
    """Roles and relations that an effect may give or move: of its holders, and of those against them.

    More than it moves in the end, but known without comparing its rules.
    """
    return once(corpus, "stakes_of_effects", effect, _stakes)


def _stakes(effect: Effect) -> Stakes:
    positions = effect.positions
    for rule in (effect.before, effect.after):
        positions += positions_of(rule, effect.id) if is_known(rule) else ()
    others = [side for position in positions if is_known(side := position.correlative())]
    return _named(positions), _named(tuple(others))


def _named(positions: tuple[Position, ...]) -> frozenset[tuple[str, Relation]]:
    return frozenset((position.holder, position.relation) for position in positions)


def is_draft(corpus: Corpus, record: Effect | Norm) -> bool:
    """Whether a rule stands in bills alone: it is no law and never was, unless an act has it too."""
    makers = record.by if isinstance(record, Effect) else ()
    if not makers:
        return False
    bills: frozenset[str] = corpus.cached("bills", _bills)
    return all(maker in bills for maker in makers)


def _bills(corpus: Corpus) -> frozenset[str]:
    works = {work.id for work in corpus.works if work.kind is WorkKind.BILL}
    return frozenset(works | {each.id for each in corpus.amendments if each.instrument in works})


def standing_on(corpus: Corpus, on: date | None) -> Callable[[Effect | Norm], Truth]:
    """Tells whether a rule is law on a day; without a day, False for what stands in bills alone."""
    if on is None:
        return lambda record: not is_draft(corpus, record)
    day = on
    # Effects of one act share one period; each is asked once.
    answers: dict[int, Truth] = {}

    def stands(record: Effect | Norm) -> Truth:
        if is_draft(corpus, record):
            return False
        period = force_of(corpus, record)
        if isinstance(period, Missing):
            return False if period is Missing.NONE else Missing.UNKNOWN
        answer = answers.get(id(period))
        if answer is None:
            answer = answers[id(period)] = surely_held(period, day)
        return answer

    return stands
