"""Rules of two countries that answer to each other by function: kind, conduct, basic or aggravated form."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from ..identifiers import tail
from ..model.substance import Effect, Norm
from ..vocabulary import Vocabulary
from .matters import label_of
from .subjects import Match, matter_of

__all__ = ["AGGRAVATED", "ByFunction", "by_function"]

AGGRAVATED = "aggravated"
"""The topic that marks the aggravated part of an offence."""

Ruled = Effect | Norm


@frozen
class ByFunction:
    """What was paired by function, and what was not.

    Attributes:
        matches: Pairs by their places, each with the conduct and form that join them.
        left: Of each place on the left that may answer to several, in words which, and under what.
        right: The same of the right.
    """

    matches: tuple[Match, ...]
    left: dict[int, str] = field(factory=dict)
    right: dict[int, str] = field(factory=dict)


def by_function(lefts: dict[int, Ruled], rights: dict[int, Ruled], vocabulary: Vocabulary) -> ByFunction:
    """Pair the records of two sides where exactly one answers to exactly one.

    The function of a record is its kind, the narrowest concepts of conduct among its topics and its rule's
    conduct, and whether it is the aggravated form of an offence. Two records answer to each other when they
    are alike in kind and form and name a concept in common; those without such a counterpart also when a
    concept of one lies inside a concept of the other. Which of several is the counterpart, nobody says; so
    those are left alone, and named.
    """
    sides = [
        {place: (r.kind, AGGRAVATED in r.topics, _conduct(r, vocabulary)) for place, r in held.items()}
        for held in (lefts, rights)
    ]
    found: list[Match] = []
    told: tuple[dict[int, str], dict[int, str]] = ({}, {})
    for exact in (True, False):
        joined = list(_joined(sides[0], sides[1], vocabulary, exact))
        ways = _by_place((edge[0], edge) for edge in joined), _by_place((edge[1], edge) for edge in joined)
        for one, other, concept in joined:
            if len(ways[0][one]) == len(ways[1][other]) == 1:
                form = "aggravated form" if sides[0][one][1] else "basic form"
                found.append(Match(one, other, f"function: {label_of(concept, vocabulary)}, {form}"))
                continue
            told[0][one] = _may_answer([(edge[1], edge[2]) for edge in ways[0][one]], rights, vocabulary)
            told[1][other] = _may_answer([(edge[0], edge[2]) for edge in ways[1][other]], lefts, vocabulary)
        for place in ways[0]:
            del sides[0][place]
        for place in ways[1]:
            del sides[1][place]
    return ByFunction(tuple(found), *told)


def _may_answer(others: Sequence[tuple[int, str]], records: dict[int, Ruled], vocabulary: Vocabulary) -> str:
    names = [tail(records[place].id) for place, _ in others]
    said = ", ".join(names[:_NAMED]) + (f" and {len(names) - _NAMED} more" if names[_NAMED:] else "")
    about = "; ".join(dict.fromkeys(label_of(concept, vocabulary) for _, concept in others))
    return f"may answer to {said} ({about}); nobody says which answers to which"


_NAMED = 4
Edge = tuple[int, int, str]
_Function = tuple[str, bool, frozenset[str]]


def _conduct(record: Ruled, vocabulary: Vocabulary) -> frozenset[str]:
    """The narrowest concepts of conduct that the record names."""
    held = {
        name
        for name in (*record.topics, *matter_of(record).concepts)
        if (concept := vocabulary.concepts.get(name)) is not None and concept.facet == "conduct"
    }
    return frozenset(
        name
        for name in held
        if not any(other != name and vocabulary.includes(name, other) is True for other in held)
    )


def _joined(
    left: dict[int, _Function], right: dict[int, _Function], vocabulary: Vocabulary, exact: bool
) -> Iterator[Edge]:
    """Pairs of places whose records answer to each other, each once, with a concept that joins them."""

    def around(conduct: frozenset[str]) -> list[str]:
        return sorted(conduct if exact else {wide for name in conduct for wide in vocabulary.above(name)})

    index: dict[tuple[str, bool, str], list[int]] = {}
    for other, (kind, form, conduct) in right.items():
        for concept in around(conduct):
            index.setdefault((kind, form, concept), []).append(other)
    for one, (kind, form, conduct) in left.items():
        seen: set[int] = set()
        for concept in around(conduct):
            for other in index.get((kind, form, concept), ()):
                # One of them names the concept itself, so that it includes something of the other.
                if other not in seen and (concept in conduct or concept in right[other][2]):
                    seen.add(other)
                    yield one, other, concept


def _by_place(joined: Iterable[tuple[int, Edge]]) -> dict[int, list[Edge]]:
    held: dict[int, list[Edge]] = {}
    for place, edge in joined:
        held.setdefault(place, []).append(edge)
    return held
