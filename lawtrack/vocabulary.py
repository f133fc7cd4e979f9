"""Concepts and party roles, with what includes what.

The built-in concepts are data (``lawtrack/data/vocabulary.toml``); ``[[concept]]`` adds those of a corpus.
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
from .verdicts import Truth

__all__ = ["Concept", "Vocabulary", "builtin_concepts"]


@frozen(kw_only=True, repr=False, eq=False)
class Concept(Record):
    """A concept that scopes, triggers and roles may name.

    Attributes:
        id: Its name, such as ``firearm``; one of a study's own is ``x:name/concept``.
        facet: ``role`` for party roles; otherwise person, conduct, object, medium and so on.
        broader: Names of the concepts that include it.
    """

    facet: str
    broader: tuple[str, ...] = ()
    label: LangMap | Missing = UNKNOWN


@cache
def builtin_concepts() -> tuple[Concept, ...]:
    """The concepts that come with lawtrack, in order of the data file."""
    return tuple(
        Concept(
            id=name,
            facet=facet,
            broader=tuple(entry.get("broader", ())),
            label=LangMap.of({"en": entry["label"]}),
        )
        for facet, entries in read_table("vocabulary").items()
        for name, entry in entries.items()
    )


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

    def includes(self, wide: str, narrow: str) -> Truth:
        """Whether *wide* includes *narrow*; UNKNOWN when either is not in the vocabulary."""
        if wide == narrow or wide in self.above(narrow):
            return True
        return False if wide in self.concepts and narrow in self.concepts else UNKNOWN
