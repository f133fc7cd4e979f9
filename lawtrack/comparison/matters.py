"""What rules of several countries are about in common: the concepts of conduct that their topics name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import field, frozen

from ..corpus import Corpus
from ..errors import ReadingError, UnknownKindError, UnknownNameError
from ..identifiers import tail
from ..kinds import KINDS
from ..missing import is_known
from ..model.instruction import Package
from ..model.rule import positions_of
from ..model.scope import concept_words
from ..model.substance import Effect, Norm
from ..queries.asking import effects_of
from ..queries.changes import near_role, touches_role
from ..queries.derived import is_draft, standing_on
from ..vocabulary import Vocabulary
from .subjects import matter_of

__all__ = [
    "Country",
    "as_countries",
    "check_kind",
    "concept_named",
    "label_of",
    "matters_of",
    "ruled",
    "shared_vocabulary",
    "wanted",
]

Ruled = Effect | Norm


@frozen(kw_only=True)
class Country:
    """One side of a comparison across countries.

    Attributes:
        code: Its country code; several of one country are told apart by the package.
        name: What it is called.
        corpus: Its corpus.
        members: Its effects, less what stands in bills alone, and without a package its norms.
    """

    code: str
    name: str
    corpus: Corpus = field(repr=False)
    members: tuple[Ruled, ...] = field(repr=False)


def as_countries(given: Corpus | Sequence[Any]) -> tuple[Country, ...]:
    """Countries as a caller gives them: a corpus, or a list of corpora and pairs ``(corpus, package)``.

    Raises ReadingError for anything else, and for one country twice.
    """
    found = [_country(each) for each in ((given,) if isinstance(given, Corpus) else given)]
    codes = [country.code for country in found]
    if twice := sorted({code for code in codes if codes.count(code) > 1}):
        told = ", ".join("a corpus that names no country" if code == "?" else code for code in twice)
        hint = "Give a pair (corpus, package) for each, or name the country in [[jurisdiction]]."
        raise ReadingError(told, "each country or package once", hint)
    return tuple(found)


def _country(given: Any) -> Country:
    corpus, package = given if isinstance(given, tuple) and len(given) == 2 else (given, None)
    if not isinstance(corpus, Corpus):
        raise ReadingError(given, "a corpus, or a pair (corpus, package)", Corpus.way_out)
    places = corpus.jurisdictions
    code = places[0].id if len(places) == 1 else "+".join(place.id for place in places) or "?"
    name = places[0].name.text("en") if len(places) == 1 and is_known(places[0].name) else code
    name = "a corpus that names no country" if code == "?" else name
    if package is None:
        members: tuple[Ruled, ...] = (*corpus.effects, *corpus.norms)
    else:
        record = corpus.find(package.id if isinstance(package, Package) else package, "package")
        assert isinstance(record, Package)
        members = effects_of(corpus, record)
        code, name = f"{code} {tail(record.id)}", f"{name}, {tail(record.id)}"
    kept = tuple(m for m in members if not is_draft(corpus, m) and not getattr(m, "schematic", False))
    return Country(code=code, name=name, corpus=corpus, members=kept)


def shared_vocabulary(countries: Iterable[Country]) -> Vocabulary:
    """The built-in concepts with those of all the corpora."""
    return Vocabulary(concept for country in countries for concept in country.corpus.concepts)


def ruled(record: Ruled, *, before: bool = False) -> Any:
    """The rule of a record as it stands, or before the change; a token where it is not known."""
    if isinstance(record, Norm):
        return record.rule
    return record.before if before else record.after


def wanted(
    country: Country, kind: str | None, for_: str | None, on: date | None
) -> tuple[tuple[Ruled, object], ...]:
    """Records of a kind that touch a role, each with whether it is law on the day."""
    touches = _touching(country.corpus, for_) if for_ else lambda record: True
    stands = standing_on(country.corpus, on)
    return tuple(
        (record, stands(record))
        for record in country.members
        if (kind is None or record.kind == kind) and touches(record)
    )


def _touching(corpus: Corpus, role: str) -> Callable[[Ruled], bool]:
    """Tells whether a rule speaks to a role, or gives a position to it, to one around it or inside it."""
    of_effect, near = touches_role(corpus, role), near_role(corpus, role)

    def touches(record: Ruled) -> bool:
        if isinstance(record, Effect):
            return of_effect(record)
        positions = positions_of(record.rule, record.id) if is_known(record.rule) else ()
        sides = (side for p in positions for side in (p.holder, p.against) if is_known(side))
        return any(map(near, (*record.addressees, *sides)))

    return touches


def check_kind(countries: Sequence[Country], kind: str | None) -> None:
    """Raises UnknownKindError when *kind* is neither installed nor in any of the corpora."""
    held = {member.kind for country in countries for member in country.members}
    if kind is not None and kind not in held and kind not in KINDS:
        raise UnknownKindError(kind, sorted({*KINDS, *held}))


def concept_named(name: str, vocabulary: Vocabulary, facet: str = "conduct") -> str:
    """The concept that a caller names, also as people or paths write it: ``offence/terrorist-financing``.

    Raises UnknownNameError for a name that is no concept.
    """
    plain = name if name.startswith("x:") else tail(name)
    for each in (name, plain, plain.replace("-", "_").replace(" ", "_")):
        if each in vocabulary:
            return each
    known = [concept.id for concept in vocabulary.concepts.values() if concept.facet == facet]
    raise UnknownNameError("concept", name, known)


def matters_of(
    records: Mapping[str, Sequence[Ruled]], vocabulary: Vocabulary, align: object
) -> tuple[tuple[str, dict[str, tuple[Ruled, ...]]], ...]:
    """Concepts, each with the records of every country whose topics or conduct are it or lie inside it.

    Without *align* those concepts are given under which two countries or more have records and which a record
    of theirs names itself, in order of the vocabulary; one that holds the same records as a concept inside it
    is left out.
    """
    named = {id(r): (*r.topics, *matter_of(r).concepts) for held in records.values() for r in held}
    direct = {concept for concepts in named.values() for concept in concepts}
    by_topic: dict[str, dict[str, list[Ruled]]] = {}
    for code, held in records.items():
        for record in held:
            held_in = {above for t in named[id(record)] if t in vocabulary for above in vocabulary.above(t)}
            for name in held_in:
                concept = vocabulary.concepts.get(name)
                if concept is not None and concept.facet == "conduct":
                    by_topic.setdefault(name, {}).setdefault(code, []).append(record)
    grouped = {name: {code: tuple(held.get(code, ())) for code in records} for name, held in by_topic.items()}
    if align is not None:
        names = (
            [align] if isinstance(align, str) else list(align) if isinstance(align, list | tuple) else None
        )
        if names is None or not all(isinstance(name, str) for name in names):
            raise ReadingError(align, "a concept such as 'terrorist_financing', or a list of them")
        asked = [concept_named(name, vocabulary) for name in names]
        return tuple((name, grouped.get(name, dict.fromkeys(records, ()))) for name in asked)
    order = {name: place for place, name in enumerate(vocabulary.concepts)}
    shared = sorted((n for n in direct if len(by_topic.get(n, ())) > 1), key=order.__getitem__)
    kept = [n for n in shared if not any(_inside(n, other, grouped, vocabulary) for other in shared)]
    return tuple((name, grouped[name]) for name in kept)


def _inside(wide: str, narrow: str, grouped: Mapping[str, object], vocabulary: Vocabulary) -> bool:
    inner = wide != narrow and vocabulary.includes(wide, narrow) is True
    return inner and grouped[wide] == grouped[narrow]


def label_of(name: str, vocabulary: Vocabulary) -> str:
    """What a concept is called in English; its name in words where it has no label."""
    concept = vocabulary.concepts.get(name)
    return (
        concept.label.text("en") if concept is not None and is_known(concept.label) else concept_words(name)
    )
