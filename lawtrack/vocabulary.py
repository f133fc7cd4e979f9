"""Concepts and party roles, rights, safeguards and grounds, with what includes what.

The built-in concepts are data, one file of ``lawtrack/data/vocabulary`` for each list, with a version of its
own; ``[[concept]]`` adds those of a corpus.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from attrs import field, frozen

from .arguments import checked
from .equality import ByValue
from .errors import UnknownNameError
from .languages import LangMap
from .missing import UNKNOWN, Missing
from .model.record import Record
from .shipped import read_table
from .tables import counted
from .verdicts import Truth

__all__ = ["Concept", "ConceptList", "Vocabulary", "builtin_concepts", "builtin_lists"]


@frozen(kw_only=True, repr=False, eq=False)
class Concept(Record):
    """A concept that scopes, triggers and roles may name.

    Attributes:
        id: Its name, such as ``firearm``; one of a study's own is ``x:name/concept``.
        facet: ``role`` for party roles; otherwise person, conduct, object, medium, right, safeguard, ground
            or a word of your own.
        broader: Names of the concepts that include it.
        see: Names of concepts elsewhere that match it, such as ``ECHR/8`` for ``ICCPR/17``. A pointer for
            readers: nothing follows from it.
    """

    facet: str
    broader: tuple[str, ...] = ()
    label: LangMap | Missing = UNKNOWN
    see: tuple[str, ...] = ()


@frozen(kw_only=True)
class ConceptList:
    """One list of built-in concepts, as its data file has it.

    Attributes:
        name: ``roles``, ``rights`` and so on.
        version: Raised when a concept of the list changes its name or place.
        facet: The facet of its concepts.
        about: What the list is for.
        concepts: In order of the file.
    """

    name: str
    version: str
    facet: str
    about: str
    concepts: tuple[Concept, ...]


_LISTS = ("roles", "objects", "conduct", "persons", "media", "rights", "safeguards", "grounds")


@cache
def builtin_lists() -> tuple[ConceptList, ...]:
    """The lists of concepts that come with lawtrack; links between concepts are given in both directions."""
    tables = {name: read_table(f"vocabulary/{name}") for name in _LISTS}
    seen_from: dict[str, list[str]] = {}
    for table in tables.values():
        for name, entry in table["terms"].items():
            for other in entry.get("see", ()):
                seen_from.setdefault(other, []).append(name)
    return tuple(
        ConceptList(
            name=name,
            version=table["version"],
            facet=table["facet"],
            about=table["about"],
            concepts=tuple(
                Concept(
                    id=id,
                    facet=table["facet"],
                    broader=tuple(entry.get("broader", ())),
                    label=LangMap.of({lang: entry[lang] for lang in ("en", "ru")}),
                    see=(*entry.get("see", ()), *seen_from.get(id, ())),
                )
                for id, entry in table["terms"].items()
            ),
        )
        for name, table in tables.items()
    )


@cache
def builtin_concepts() -> tuple[Concept, ...]:
    """The concepts of all built-in lists, in order of the lists and of their files."""
    return tuple(concept for listed in builtin_lists() for concept in listed.concepts)


def _by_name(concepts: Iterable[Concept]) -> Mapping[str, Concept]:
    own = {concept.id: concept for concept in concepts}
    return {concept.id: concept for concept in builtin_concepts()} | own


@frozen(repr=False, eq=False)
class Vocabulary(ByValue):
    """The built-in concepts and those of one corpus, which replace built-in ones of the same name."""

    concepts: Mapping[str, Concept] = field(factory=tuple, converter=_by_name)
    _above: dict[str, frozenset[str]] = field(factory=dict, init=False, eq=False, repr=False)

    def __contains__(self, name: object) -> bool:
        return name in self.concepts

    @property
    def basis(self) -> str:
        """The versions of the built-in lists, and how many concepts the corpus adds or replaces."""
        versions = {listed.version for listed in builtin_lists()}
        lists = ", ".join(f"{listed.name} {listed.version}" for listed in builtin_lists())
        told = f"version {versions.pop()}" if len(versions) == 1 else lists
        built_in = {concept.id: concept for concept in builtin_concepts()}
        own = sum(built_in.get(name) != concept for name, concept in self.concepts.items())
        return f"built-in vocabulary, {told}" + (f"; {counted(own, 'concept')} of the corpus" if own else "")

    def role_names(self) -> tuple[str, ...]:
        """Names of the party roles, in alphabetical order."""
        return tuple(sorted(c.id for c in self.concepts.values() if c.facet == "role"))

    def is_role(self, name: str) -> bool:
        """Whether *name* is a party role."""
        concept = self.concepts.get(name)
        return concept is not None and concept.facet == "role"

    @checked
    def check_role(self, name: str) -> str:
        """Return *name*; raises UnknownNameError naming the nearest role when it is not one."""
        if not self.is_role(name):
            raise UnknownNameError("party role", name, self.role_names())
        return name

    def above(self, name: str) -> frozenset[str]:
        """*name* and everything that includes it; a cycle of broader concepts is followed once."""
        held = self._above.get(name)
        if held is None:
            seen: set[str] = set()
            todo = [name]
            while todo:
                current = todo.pop()
                if current not in seen:
                    seen.add(current)
                    todo.extend(self.concepts[current].broader if current in self.concepts else ())
            held = self._above[name] = frozenset(seen)
        return held

    def is_near(self, one: str, other: str) -> bool:
        """Whether one of two concepts surely is or includes the other."""
        return self.includes(one, other) is True or self.includes(other, one) is True

    def includes(self, wide: str, narrow: str) -> Truth:
        """Whether *wide* includes *narrow*; UNKNOWN when either is not in the vocabulary."""
        if wide == narrow or wide in self.above(narrow):
            return True
        return False if wide in self.concepts and narrow in self.concepts else UNKNOWN
