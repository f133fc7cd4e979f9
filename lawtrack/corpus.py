"""The corpus: an immutable, indexed collection of records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from inspect import signature
from itertools import chain
from typing import Any, ClassVar, Self, TypeVar

from attrs import field, frozen

from .arguments import checked
from .errors import UnknownNameError
from .identifiers import natural_key, tail
from .languages import LangMap
from .missing import NOT_STATED, Missing
from .model.actors import Actor
from .model.assertion import Assertion, Claim, Source, Statement
from .model.context import (
    Approach,
    ContextRecord,
    Incident,
    InstitutionEvent,
    Membership,
    Practice,
    Programme,
    Statistic,
    StatusEvent,
)
from .model.critique import Critique, GovernmentResponse, Outcome, Recommendation
from .model.instruction import Amendment, Package
from .model.record import Record
from .model.substance import Definition, Effect, Gap, Norm
from .model.text import Jurisdiction, Provision, Wording, Work
from .tables import card_html, counted
from .vocabulary import Concept, Vocabulary

__all__ = ["COLLECTIONS", "RECORD_TYPES", "Corpus", "CorpusDiff"]

R = TypeVar("R", bound=Record)
T = TypeVar("T")

RECORD_TYPES: Mapping[str, type[Record]] = {
    "jurisdiction": Jurisdiction,
    "concept": Concept,
    "actor": Actor,
    "source": Source,
    "statement": Statement,
    "work": Work,
    "provision": Provision,
    "wording": Wording,
    "amendment": Amendment,
    "package": Package,
    "definition": Definition,
    "effect": Effect,
    "norm": Norm,
    "gap": Gap,
    "critique": Critique,
    "recommendation": Recommendation,
    "response": GovernmentResponse,
    "outcome": Outcome,
    "approach": Approach,
    "incident": Incident,
    "institution_event": InstitutionEvent,
    "membership": Membership,
    "practice": Practice,
    "programme": Programme,
    "statistic": Statistic,
    "status_event": StatusEvent,
    "claim": Claim,
    "assertion": Assertion,
}
"""Record types by the word that stands for them in files, in the order in which files list them."""


def _ordered(records: Iterable[R]) -> tuple[R, ...]:
    return tuple(sorted(records, key=lambda record: natural_key(record.id)))


# attrs asks for the signature of a converter once for each field that uses it.
_ordered.__signature__ = signature(_ordered)  # type: ignore[attr-defined]


@frozen(kw_only=True)
class CorpusDiff:
    """How one corpus differs from another, by id.

    Attributes:
        added: Ids of records that only the second has.
        removed: Ids of records that only the first has.
        changed: Ids of records that both have and that are not equal.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def reversed(self) -> "CorpusDiff":
        """The difference seen from the second corpus."""
        return CorpusDiff(added=self.removed, removed=self.added, changed=self.changed)


def _ids(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(ids, key=natural_key))


@frozen(kw_only=True)
class Corpus:
    """Laws, amendments, effects, critiques and sources, built once and then only read.

    Every collection is a tuple in natural order of ids (``art_9`` before ``art_10``). A corpus built by
    hand is not checked; :func:`lawtrack.validate` tells what is wrong with it, :func:`lawtrack.read`
    refuses what has errors. ``corpus[id]`` takes an id, or the last part of one if that is unique.
    """

    title: LangMap | Missing = NOT_STATED
    jurisdictions: tuple[Jurisdiction, ...] = field(default=(), converter=_ordered)
    concepts: tuple[Concept, ...] = field(default=(), converter=_ordered)
    actors: tuple[Actor, ...] = field(default=(), converter=_ordered)
    sources: tuple[Source, ...] = field(default=(), converter=_ordered)
    statements: tuple[Statement, ...] = field(default=(), converter=_ordered)
    works: tuple[Work, ...] = field(default=(), converter=_ordered)
    provisions: tuple[Provision, ...] = field(default=(), converter=_ordered)
    wordings: tuple[Wording, ...] = field(default=(), converter=_ordered)
    amendments: tuple[Amendment, ...] = field(default=(), converter=_ordered)
    packages: tuple[Package, ...] = field(default=(), converter=_ordered)
    definitions: tuple[Definition, ...] = field(default=(), converter=_ordered)
    effects: tuple[Effect, ...] = field(default=(), converter=_ordered)
    norms: tuple[Norm, ...] = field(default=(), converter=_ordered)
    gaps: tuple[Gap, ...] = field(default=(), converter=_ordered)
    critiques: tuple[Critique, ...] = field(default=(), converter=_ordered)
    recommendations: tuple[Recommendation, ...] = field(default=(), converter=_ordered)
    responses: tuple[GovernmentResponse, ...] = field(default=(), converter=_ordered)
    outcomes: tuple[Outcome, ...] = field(default=(), converter=_ordered)
    approaches: tuple[Approach, ...] = field(default=(), converter=_ordered)
    incidents: tuple[Incident, ...] = field(default=(), converter=_ordered)
    institution_events: tuple[InstitutionEvent, ...] = field(default=(), converter=_ordered)
    memberships: tuple[Membership, ...] = field(default=(), converter=_ordered)
    practices: tuple[Practice, ...] = field(default=(), converter=_ordered)
    programmes: tuple[Programme, ...] = field(default=(), converter=_ordered)
    statistics: tuple[Statistic, ...] = field(default=(), converter=_ordered)
    status_events: tuple[StatusEvent, ...] = field(default=(), converter=_ordered)
    claims: tuple[Claim, ...] = field(default=(), converter=_ordered)
    assertions: tuple[Assertion, ...] = field(default=(), converter=_ordered)

    way_out: ClassVar[str] = "lt.example('kazakhstan') or lt.read(path) makes a corpus."
    """What to tell whoever gives something else where a corpus is due."""

    _memo: dict[str, Any] = field(factory=dict, init=False, eq=False, repr=False)

    @classmethod
    @checked
    def of(cls, records: Iterable[Record], *, title: LangMap | Missing = NOT_STATED) -> Self:
        """A corpus of *records* of any types, in any order."""
        sorted_out: dict[str, list[Record]] = {}
        for record in records:
            try:
                sorted_out.setdefault(_COLLECTION_OF[type(record)], []).append(record)
            except KeyError:
                known = ", ".join(t.__name__ for t in RECORD_TYPES.values())
                raise TypeError(f"{type(record).__name__} is not a record type; those are {known}") from None
        return cls(title=title, **sorted_out)  # type: ignore[arg-type]

    @checked
    def with_(self, *records: Record) -> "Corpus":
        """A corpus that also holds *records*; a record replaces one of the same type and id."""
        kept = {(type(record), record.id): record for record in (*self, *records)}
        return Corpus.of(kept.values(), title=self.title)

    @property
    def context(self) -> tuple[ContextRecord, ...]:
        """Facts around the law, type by type in the order of RECORD_TYPES."""
        return tuple(record for record in self if isinstance(record, ContextRecord))

    def __iter__(self) -> Iterator[Record]:
        """All records, type by type in the order of RECORD_TYPES."""
        return chain.from_iterable(getattr(self, name) for name in COLLECTIONS.values())

    def __len__(self) -> int:
        return sum(len(getattr(self, name)) for name in COLLECTIONS.values())

    def __bool__(self) -> bool:
        return True  # an empty corpus is still a corpus

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and (name in self._by_id or len(self._by_tail.get(name, ())) == 1)

    def __getitem__(self, name: str) -> Record:
        """The record of that id, or the only one whose id ends in it; raises UnknownNameError."""
        return self.find(name)

    def get(self, id: str) -> Record | None:
        """The record of exactly that id, or None."""
        return self._by_id.get(id)

    @checked
    def find(self, name: str, *types: str) -> Record:
        """The record called *name*, by id or the last part of one, among *types* (words of RECORD_TYPES).

        Raises UnknownNameError when there is none or several, naming the nearest or the candidates.
        """
        for word in types:
            if word not in RECORD_TYPES:
                raise UnknownNameError("record type", word, RECORD_TYPES)
        wanted = tuple(RECORD_TYPES[word] for word in types) or (Record,)
        what = " or ".join(types) or "record"
        exact = self._by_id.get(name)
        if exact is not None and isinstance(exact, wanted):
            return exact
        ids = self._by_tail.get(tail(name), ())
        ending = (self._by_id[id] for id in ids if id == name or tail(id) == name or id.endswith(f"/{name}"))
        candidates = [record for record in ending if isinstance(record, wanted)]
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            ids = tuple(record.id for record in candidates)
            raise UnknownNameError(f"single {what}", name, ids, hint="Give more of the id.")
        known = [record.id for record in self._by_id.values() if isinstance(record, wanted)]
        raise UnknownNameError(what, name, [i if name.count("/") else tail(i) for i in known])

    @checked
    def diff(self, other: "Corpus") -> "CorpusDiff":
        """What *other* has otherwise, by id: records added, removed and changed, in natural order of ids."""
        mine, theirs = self._by_id, other._by_id
        return CorpusDiff(
            added=_ids(id for id in theirs if id not in mine),
            removed=_ids(id for id in mine if id not in theirs),
            changed=_ids(id for id in mine if id in theirs and mine[id] != theirs[id]),
        )

    def resolve(self, name: str) -> tuple[Record, ...]:
        """Every record that is the same thing as *name* by ``same_as`` links, in natural order of ids.

        The links count both ways and through one another; the records stay as they are.
        """
        start = self.find(name)
        seen: set[str] = set()
        todo = [start.id]
        while todo:
            current = todo.pop()
            if current not in seen:
                seen.add(current)
                todo.extend(self._same.get(current, ()))
        return _ordered(self._by_id[i] for i in seen if i in self._by_id)

    def assertions_about(self, id: str) -> tuple[Assertion, ...]:
        """Assertions and claims about the record of that id, in natural order of their ids."""
        return self._about.get(id, ())

    def cached(self, name: str, make: "Callable[[Corpus], T]") -> T:
        """What *make* derives from this corpus, worked out once; *name* must belong to *make* alone.

        A corpus never changes, so anything derived from it may be kept with it.
        """
        if name not in self._memo:
            self._memo[name] = make(self)
        held: T = self._memo[name]
        return held

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The built-in concepts together with those of this corpus."""
        return Vocabulary(self.concepts)

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        records = tuple(self)
        held = {record.id: record for record in records}
        if len(held) < len(records):  # of a corpus that nobody checked, the first of an id counts
            held = {record.id: record for record in reversed(records)}
            held = {record.id: held[record.id] for record in records}
        return held

    @cached_property
    def _by_tail(self) -> dict[str, tuple[str, ...]]:
        held: dict[str, list[str]] = {}
        for id in self._by_id:
            held.setdefault(tail(id), []).append(id)
        return {name: tuple(ids) for name, ids in held.items()}

    @cached_property
    def _about(self) -> dict[str, tuple[Assertion, ...]]:
        held: dict[str, list[Assertion]] = {}
        for assertion in (*self.claims, *self.assertions):
            held.setdefault(assertion.about, []).append(assertion)
        return {about: tuple(said) for about, said in held.items()}

    @cached_property
    def _same(self) -> dict[str, set[str]]:
        links: dict[str, set[str]] = {}
        pairs = [(w.id, w.same_as) for w in self.works] + [(a.id, a.same_as) for a in self.actors]
        for id, others in pairs:
            for other in others:
                links.setdefault(id, set()).add(other)
                links.setdefault(other, set()).add(id)
        return links

    def __repr__(self) -> str:
        title = repr(self.title.text()) if isinstance(self.title, LangMap) else "without a title"
        return f"<Corpus {title}: {self._counts() or 'empty'}>"

    def _counts(self) -> str:
        held = [(word, name, len(getattr(self, name))) for word, name in COLLECTIONS.items()]
        return ", ".join(
            counted(n, word.replace("_", " "), name.replace("_", " ")) for word, name, n in held if n
        )

    def _repr_html_(self) -> str:
        countries = [j.name.text() if isinstance(j.name, LangMap) else j.id for j in self.jurisdictions]
        lists = {
            "Jurisdictions": countries,
            "Works": [work.label() for work in self.works],
            "Sources": [source.label() for source in self.sources],
        }
        told = [f"{what}: {_first_few(names)}" for what, names in lists.items() if names]
        title = self.title.text() if isinstance(self.title, LangMap) else "Untitled corpus"
        return card_html(title, [("corpus", "neutral")], [self._counts() or "It holds no records.", *told])


def _first_few(names: list[str]) -> str:
    more = f"; … {len(names) - _LISTED} more" if len(names) > _LISTED else ""
    return "; ".join(names[:_LISTED]) + more


_LISTED = 8
_IRREGULAR = {"approach": "approaches"}
COLLECTIONS: Mapping[str, str] = {word: _IRREGULAR.get(word, f"{word}s") for word in RECORD_TYPES}
"""Names of the corpus's collections by record type word."""

_COLLECTION_OF = {RECORD_TYPES[word]: name for word, name in COLLECTIONS.items()}
WORD_OF: Mapping[type[Record], str] = {cls: word for word, cls in RECORD_TYPES.items()}
"""The word that stands for a record type in files."""
