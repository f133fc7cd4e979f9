"""Everything that is wrong, doubtful or missing in a corpus."""

from .checks import check
from .corpus import Corpus
from .errors import Problem, Severity

__all__ = ["validate"]


def validate(corpus: Corpus) -> tuple[Problem, ...]:
    """Problems of a corpus: errors, then warnings, then notes, each in the corpus's order; never raises.

    A corpus from :func:`lawtrack.read` has no errors, since reading refuses them; one built in memory may.
    """
    rank = {severity: place for place, severity in enumerate(Severity)}
    return tuple(sorted(check(corpus), key=lambda problem: rank[problem.severity]))
