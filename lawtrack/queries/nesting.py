"""Provisions inside provisions.

What is said of an article bears on its paragraphs, and what is said of a paragraph on a part of the article.
"""

from collections.abc import Collection, Iterable
from functools import lru_cache

from ..corpus import Corpus
from ..missing import is_known
from ..model.instruction import Amendment
from ..model.substance import Definition
from ..model.text import Provision

__all__ = ["Area", "covers", "outermost", "places_of", "touch", "within"]


# Every critique and effect names provisions, mostly the same ones.
@lru_cache(maxsize=65536)
def within(place: str) -> tuple[str, ...]:
    """Ids of a provision and of all that hold it, the outermost first; of another record its own id."""
    work, mark, eid = place.partition("~")
    if not mark:
        return (place,)
    steps = eid.split("__")
    return tuple(f"{work}~{'__'.join(steps[:many])}" for many in range(1, len(steps) + 1))


def outermost(place: str) -> str:
    """Id of the outermost unit that holds a provision."""
    return within(place)[0]


def covers(around: str, place: str) -> bool:
    """Whether one provision is the other or holds it."""
    return around in within(place)


def touch(one: str, other: str) -> bool:
    """Whether two provisions are the same or one holds the other; other records touch themselves alone."""
    return covers(one, other) or covers(other, one)


class Area:
    """Ids of records, with all provisions that touch those among them."""

    def __init__(self, places: Iterable[str]) -> None:
        self._places = frozenset(places)
        self._around = frozenset(outer for place in self._places for outer in within(place))

    def touches(self, ids: Collection[str]) -> bool:
        """Whether one of *ids* is among the records, holds one of them or lies in one."""
        return any(id in self._around or not self._places.isdisjoint(within(id)) for id in ids)


def places_of(corpus: Corpus, targets: Iterable[str]) -> tuple[str, ...]:
    """Provisions that the records of those ids are or stand in, each once."""
    return tuple(dict.fromkeys(place for target in targets for place in _places(corpus, target)))


def _places(corpus: Corpus, target: str) -> tuple[str, ...]:
    record = corpus.get(target)
    if isinstance(record, Provision):
        return (record.id,)
    if isinstance(record, Definition):
        return (record.provision,) if is_known(record.provision) else ()
    if isinstance(record, Amendment):
        return tuple(id for id in record.targets if isinstance(corpus.get(id), Provision))
    return tuple(getattr(record, "provisions", ()))
