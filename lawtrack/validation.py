"""Everything that is wrong, doubtful or missing in a corpus."""

from typing import Any

import attrs

from .arguments import checked
from .checks import check
from .checks.values import wrong_values
from .corpus import COLLECTIONS, Corpus
from .errors import Problem, Severity

__all__ = ["validate"]


@checked
def validate(corpus: Corpus) -> tuple[Problem, ...]:
    """Problems of a corpus: errors, then warnings, then notes, each in the corpus's order; never raises.

    A corpus from :func:`lawtrack.read` has no errors, since reading refuses them; one built in memory may.
    A record that holds a value of a wrong type is told of for that alone, as when it is read from a file:
    nothing more can be asked of it until that is mended.
    """
    rank = {severity: place for place, severity in enumerate(Severity)}
    found = corpus.cached("all_problems", _found)
    return tuple(sorted(found, key=lambda problem: rank[problem.severity]))


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
