"""Rules that are on record for a day, though what they stand in is suspended."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..corpus import Corpus
from ..identifiers import tail
from ..model.instruction import Amendment
from ..model.substance import Effect, Norm
from ..references import work_of
from ..schedules import suspended_works, suspensions
from ..tables import counted
from .nesting import within

__all__ = ["suspended_notes"]

_NAMED = 5


def suspended_notes(corpus: Corpus, rules: Iterable[Effect | Norm], on: date | None) -> tuple[str, ...]:
    """Notes for rules of which a provision, or the act that brought them about, is suspended on a day.

    A suspension changes no word and ends no rule, so they are listed; that they do not apply is to be said.
    """
    works = suspended_works(corpus)
    if on is None or not works:
        return ()
    rules = {rule.id: rule for rule in rules}.values()
    notes = []
    for work in works:
        for change, applies in suspensions(corpus, work, on):
            targets = change.amendment.targets
            if held := [rule for rule in rules if any(_lies_in(corpus, rule, target) for target in targets)]:
                named = ", ".join(tail(rule.id) for rule in held[:_NAMED])
                more = f" and {len(held) - _NAMED} more" if len(held) > _NAMED else ""
                doubt = "Suspended" if applies is True else "Perhaps suspended"
                what = f"{counted(len(held), 'rule')} listed: {named}{more}"
                notes.append(f"{doubt} on {on}, {what} ({change.amendment.id}, {change.told()}).")
    return tuple(notes)


def _lies_in(corpus: Corpus, rule: Effect | Norm, target: str) -> bool:
    return any(target in (*within(id), work_of(corpus, id)) for id in _places(corpus, rule))


def _places(corpus: Corpus, rule: Effect | Norm) -> Iterator[str]:
    """Ids of the provisions in which a rule stands, and of the acts that brought it about."""
    yield from rule.provisions
    for maker in rule.by if isinstance(rule, Effect) else ():
        record = corpus.get(maker)
        yield record.instrument if isinstance(record, Amendment) else maker
