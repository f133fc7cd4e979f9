"""Rules that are on record for a day, though what they stand in is suspended."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..corpus import Corpus
from ..identifiers import tail
from ..model.instruction import Amendment, Operation
from ..model.substance import Effect, Norm
from ..model.text import Provision
from ..schedules import suspensions
from ..tables import counted

__all__ = ["suspended_notes"]

_NAMED = 5


def suspended_notes(corpus: Corpus, rules: Iterable[Effect | Norm], on: date | None) -> tuple[str, ...]:
    """Notes for rules of which a provision, or the act that brought them about, is suspended on a day.

    A suspension changes no word and ends no rule, so they are listed; that they do not apply is to be said.
    """
    works = corpus.cached("works_with_suspensions", _suspended_works)
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


def _suspended_works(corpus: Corpus) -> tuple[str, ...]:
    """Works of which anything is ever suspended."""
    found: dict[str, None] = {}
    for amendment in corpus.amendments:
        if amendment.operation is Operation.INAPPLICATION:
            for target in amendment.targets:
                record = corpus.get(target)
                found[record.work if isinstance(record, Provision) else target] = None
    return tuple(found)


def _lies_in(corpus: Corpus, rule: Effect | Norm, target: str) -> bool:
    return any(id == target or id.startswith((f"{target}~", f"{target}__")) for id in _places(corpus, rule))


def _places(corpus: Corpus, rule: Effect | Norm) -> Iterator[str]:
    """Ids of the provisions in which a rule stands, and of the acts that brought it about."""
    yield from rule.provisions
    for maker in rule.by if isinstance(rule, Effect) else ():
        record = corpus.get(maker)
        yield record.instrument if isinstance(record, Amendment) else maker
