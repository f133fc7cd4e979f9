"""Everything that is wrong, doubtful or missing in a corpus, a text or the history of a text."""

from collections.abc import Iterator
from typing import Any

import attrs

from .arguments import checked
from .checks import check
from .checks.values import wrong_values
from .corpus import COLLECTIONS, Corpus
from .errors import Problem, Severity, shown
from .histories import History
from .model.expression import Expression

__all__ = ["validate"]


@checked
def validate(thing: Corpus | Expression | History) -> tuple[Problem, ...]:
    """Problems of a corpus: errors, then warnings, then notes, each in the corpus's order; never raises.

    Of a text it tells numbers that stand more than once and what its reader had to say (LT-TXT); of the
    history of a text what is doubtful about its versions (LT-HIS), such as gaps, labels that come twice or
    vanish for a time. Those are findings about the source: nothing is mended.

    A corpus from :func:`lawtrack.read` has no errors, since reading refuses them; one built in memory may.
    A record that holds a value of a wrong type is told of for that alone, as when it is read from a file:
    nothing more can be asked of it until that is mended.
    """
    rank = {severity: place for place, severity in enumerate(Severity)}
    if isinstance(thing, History):
        from .histories.findings import findings  # late: few ask for them

        found = findings(thing)
    elif isinstance(thing, Expression):
        found = tuple(_of_text(thing))
    else:
        found = thing.cached("all_problems", _found)
    return tuple(sorted(found, key=lambda problem: rank[problem.severity]))


def _of_text(text: Expression) -> Iterator[Problem]:
    for eid in text.repeated:
        read = f"the number {shown(text.root.at(text.eids[eid]).num)} more than once"
        warning = Severity.WARNING
        yield Problem(
            code="LT-TXT-023", severity=warning, where=eid, read=read, expected="once", record=text.work
        )
    for note in text.notes:
        yield Problem(code="LT-TXT-024", severity=Severity.NOTE, read=f"the text. {note}", record=text.work)


def _found(corpus: Corpus) -> tuple[Problem, ...]:
    wrong = tuple(wrong_values(corpus))
    try:
        return (*wrong, *(_of_the_others(corpus, wrong) if wrong else check(corpus)))
    except Exception as fault:  # a class of a study may raise anything, wherever it is asked
        told = Problem(
            code="LT-KEY-003",
            read=f"{type(fault).__name__}: {fault}",
            expected="records that can be checked",
            hint="The checks stopped there; mend this first.",
        )
        return (*wrong, told)


def _of_the_others(corpus: Corpus, wrong: tuple[Problem, ...]) -> tuple[Problem, ...]:
    ids = {problem.record for problem in wrong}
    kept: dict[str, Any] = {
        name: tuple(record for record in getattr(corpus, name) if record.id not in ids)
        for name in COLLECTIONS.values()
    }
    known = {told for id in ids for told in (id, f"{id}@")}
    return check(attrs.evolve(corpus, **kept), also_known=known)
