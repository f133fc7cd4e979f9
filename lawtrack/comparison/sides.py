"""The two sides of a comparison of packages: which effects stand on each, in which corpus."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from ..corpus import Corpus
from ..errors import ReadingError
from ..identifiers import tail
from ..languages import LangMap
from ..model.instruction import Package
from ..model.substance import Effect, Norm
from ..queries.asking import effects_of

__all__ = ["Side", "as_side"]


@frozen
class Side:
    """One side.

    Attributes:
        members: Its effects, and of a whole corpus its norms too.
        label: What it is called.
        corpus: Its corpus, if known.
    """

    members: tuple[Effect | Norm, ...]
    label: str
    corpus: Corpus | None = None


def as_side(given: Any, corpus: Corpus | None, place: int) -> Side | None:
    """The side that a caller names, or None for what is no package.

    A package is a Corpus, a pair ``(corpus, package)`` of a corpus and the id or record of a package of it,
    a Package together with its *corpus*, or a selection or list of effects and norms.
    """
    if isinstance(given, Corpus):
        title = given.title.text() if isinstance(given.title, LangMap) else ("the first", "the second")[place]
        return Side((*given.effects, *given.norms), title, given)
    if isinstance(given, tuple) and len(given) == 2 and isinstance(given[0], Corpus):
        return _package(given[1], given[0])
    if isinstance(given, Package):
        if corpus is None:
            raise ReadingError(
                given.id, "a package together with its corpus", "Write (corpus, package), or give corpus=."
            )
        return _package(given, corpus)
    if isinstance(given, Sequence) and not isinstance(given, str):
        members = tuple(given)
        if all(isinstance(member, Effect | Norm) for member in members):
            title = str(getattr(given, "title", "")) or ("the first", "the second")[place]
            return Side(members, title, corpus)
    return None


def _package(package: Any, corpus: Corpus) -> Side:
    record = corpus.find(package.id if isinstance(package, Package) else package, "package")
    assert isinstance(record, Package)
    return Side(effects_of(corpus, record), tail(record.id), corpus)
