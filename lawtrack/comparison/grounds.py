"""What a comparison rests on: the vocabulary, the ladder and the definitions of the corpora it is made in."""

from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve, field, frozen

from ..corpus import Corpus
from ..errors import ReadingError
from ..model.given import Extent, Given
from ..model.substance import Definition
from ..penalties import PenaltyLadder
from ..vocabulary import Vocabulary

__all__ = ["Corpora", "Grounds", "as_corpora", "extent_of"]

Corpora = Corpus | tuple[Corpus, Corpus] | None
"""The corpus of both things, one for each, or none."""


def extent_of(definition: Definition) -> Extent:
    """What a definition covers: the cases it lists, the two ends of a list, and its elements."""
    return Extent(
        cases=frozenset((*definition.members, *definition.endpoints)),
        openness=definition.openness,
        conditions=frozenset(e.text for e in definition.elements if not e.alternative),
        alternatives=frozenset(e.text for e in definition.elements if e.alternative),
    )


def as_corpora(given: object) -> tuple[Corpus | None, Corpus | None]:
    """The corpus of the first and of the second thing; raises ReadingError for anything else."""
    if given is None or isinstance(given, Corpus):
        return given, given
    if isinstance(given, tuple) and len(given) == 2 and all(isinstance(one, Corpus) for one in given):
        return given
    raise ReadingError(given, "a corpus, or two in round brackets", "Write corpus=kz, or corpus=(kz, ru).")


@lru_cache(maxsize=32)
def _vocabulary(concepts: tuple[object, ...]) -> Vocabulary:
    return Vocabulary(concepts)  # type: ignore[arg-type]


@frozen
class Grounds:
    """What is given for one comparison, and how it is told.

    Attributes:
        corpora: The corpus of each side.
        ladder: The order of punishments.
        as_listed: See :class:`lawtrack.model.given.Given`.
        others_equal: The same.
    """

    corpora: tuple[Corpus | None, Corpus | None] = (None, None)
    ladder: PenaltyLadder | None = None
    as_listed: bool = True
    others_equal: bool = False
    vocabulary: Vocabulary = field(init=False, eq=False)
    given: Given = field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if self.ladder is not None and not isinstance(self.ladder, PenaltyLadder):
            raise ReadingError(self.ladder, "a PenaltyLadder or None")
        first, second = self.corpora
        if first is second:
            vocabulary = _vocabulary(()) if first is None else first.vocabulary
        else:
            vocabulary = _vocabulary(tuple(_concepts(self.corpora)))
        object.__setattr__(self, "vocabulary", vocabulary)
        object.__setattr__(
            self,
            "given",
            Given(
                broader=vocabulary.includes,
                ladder=self.ladder,
                extent=self._extent,
                as_listed=self.as_listed,
                others_equal=self.others_equal,
                same_general_part=not self.two_countries,
            ),
        )

    @property
    def two_countries(self) -> bool:
        """Whether the two corpora are of different countries, as far as they say."""
        first, second = (
            {place.id for place in corpus.jurisdictions} if corpus else set() for corpus in self.corpora
        )
        return bool(first and second) and first.isdisjoint(second)

    def _extent(self, side: int, id: str) -> Extent | None:
        corpus = self.corpora[side]
        record = corpus.get(id) if corpus is not None else None
        return extent_of(record) if isinstance(record, Definition) else None

    def strict(self) -> Given:
        """The same vocabulary, ladder and definitions with nothing read into silence."""
        return evolve(self.given, as_listed=False, others_equal=False)

    def told(self) -> tuple[str, ...]:
        """Vocabulary and ladder, as sentences of a basis."""
        own = len(set(_concepts(self.corpora)))
        vocabulary = f"built-in vocabulary{f' and {own} concepts of the corpus' if own else ''}"
        ladder = "no ladder" if self.ladder is None else f"ladder {self.ladder.name}".strip()
        apart = ("an end of a penalty that one country leaves to its general part is not that of the other",)
        return vocabulary, ladder, *(apart if self.two_countries else ())


def _concepts(corpora: Iterable[Corpus | None]) -> Iterable[object]:
    held = {id(corpus): corpus for corpus in corpora if corpus is not None}
    return (concept for corpus in held.values() for concept in corpus.concepts)
