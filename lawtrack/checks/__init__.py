"""Integrity of a corpus as a whole: what no single record can know about itself."""

from collections.abc import Iterator

from ..corpus import Corpus
from ..errors import Problem
from . import consistency, doubles, identity, predicates, quotes, references, timing, wording

__all__ = ["check"]

_CHECKS = (
    identity.check,
    references.check,
    timing.check,
    consistency.check,
    wording.check,
    doubles.check,
    quotes.check,
    predicates.check,
)


def check(corpus: Corpus, *, also_known: frozenset[str] | set[str] = frozenset()) -> tuple[Problem, ...]:
    """Every error, warning and note about *corpus*, check by check, records in the corpus's order.

    *also_known* are ids that count as existing although their records could not be read, so that one
    fault is not told again at every reference to it. With ``@`` after it, an id counts as one that a source
    speaks of.
    """
    if not also_known:
        return corpus.cached("problems", lambda held: tuple(_found(held, frozenset())))
    return tuple(_found(corpus, frozenset(also_known)))


def _found(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    for one in _CHECKS:
        yield from one(corpus, also_known)
