"""Critics as they sign: who is one, who is unnamed, and which critiques do not stand alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ..corpus import Corpus
from ..missing import Missing, is_known
from ..model.actors import ActorKind
from ..model.critique import Critique
from ..model.grounds import Ground

__all__ = [
    "Objection",
    "count_critics",
    "count_independent",
    "independent_groups",
    "objections_of",
    "span_of",
    "unnamed",
]


class Objection(NamedTuple):
    """One critique against one target on one ground: what a partition of critiques is counted in."""

    critique: Critique
    target: str
    ground: Ground | Missing


def objections_of(critiques: Iterable[Critique]) -> Iterator[Objection]:
    """Each critique taken apart by target and ground; a ground that is not known stands as its token."""
    for critique in critiques:
        for target, grounds in grounds_by_target(critique):
            for ground in grounds:
                yield Objection(critique, target, ground)


def grounds_by_target(critique: Critique) -> Iterator[tuple[str, tuple[Ground | Missing, ...]]]:
    """Each target once with the grounds against it, or the token that stands for them."""
    for target in dict.fromkeys(critique.targets):
        grounds = critique.grounds_on(target)
        yield target, ((grounds,) if isinstance(grounds, Missing) else grounds or (Missing.UNKNOWN,))


def count_critics(critiques: Iterable[Critique]) -> int:
    """How many critics there are: as many as sign differently, and never more than there are bodies.

    A joint opinion so has one critic, two bodies that sign alone and together are two, and unnamed
    collectives are never taken for each other (I-57).
    """
    signatures = {frozenset(critique.critics) for critique in critiques}
    return min(len(signatures), len(frozenset().union(*signatures)))


def unnamed(corpus: Corpus, critiques: Iterable[Critique]) -> frozenset[str]:
    """Ids of the unnamed collectives among the critics."""
    every: frozenset[str] = corpus.cached("unnamed_collectives", _all_unnamed)
    return every.intersection(critic for critique in critiques for critic in critique.critics)


def _all_unnamed(corpus: Corpus) -> frozenset[str]:
    return frozenset(actor.id for actor in corpus.actors if actor.kind is ActorKind.UNNAMED_COLLECTIVE)


def count_independent(corpus: Corpus, critiques: Sequence[Critique]) -> int:
    """How many of :func:`independent_groups` there are."""
    drawing: Mapping[str, frozenset[str]] = corpus.cached("sources_of_critiques", _all_drawn_on)
    ids: set[str] = set()
    names = set()
    for critique in critiques:
        drawn = drawing.get(critique.id)
        if drawn is not None and not ids:
            ids = {other.id for other in critiques}
        # Where everybody signs alone and nobody draws on another of these, they are as many as their names.
        if len(critique.critics) > 1 or (drawn is not None and not ids.isdisjoint(drawn)):
            return len(independent_groups(corpus, critiques))
        names.add(critique.critics)
    return len(names)


def independent_groups(corpus: Corpus, critiques: Sequence[Critique]) -> tuple[tuple[Critique, ...], ...]:
    """The critiques in groups that stand alone: none shares an author with another or draws on it.

    Drawing on a critique counts through others too, but only between critiques given here.
    """
    leader: dict[str, str] = {critique.id: critique.id for critique in critiques}

    def top(id: str) -> str:
        while leader[id] != id:
            leader[id] = leader[leader[id]]
            id = leader[id]
        return id

    first_of: dict[str, str] = {}
    sources: Mapping[str, frozenset[str]] = corpus.cached("sources_of_critiques", _all_drawn_on)
    for critique in critiques:
        for critic in critique.critics:
            other = first_of.setdefault(critic, critique.id)
            leader[top(critique.id)] = top(other)
        for drawn in sources.get(critique.id, ()):
            if drawn in leader:
                leader[top(critique.id)] = top(drawn)
    groups: dict[str, list[Critique]] = {}
    for critique in critiques:
        groups.setdefault(top(critique.id), []).append(critique)
    return tuple(tuple(group) for group in groups.values())


def _all_drawn_on(corpus: Corpus) -> dict[str, frozenset[str]]:
    """Every critique that draws on others, with all it draws on, also through them."""
    direct = {critique.id: critique.draws_on for critique in corpus.critiques if critique.draws_on}
    found: dict[str, frozenset[str]] = {}
    for id in direct:
        seen: set[str] = set()
        todo = list(direct[id])
        while todo:
            current = todo.pop()
            if current not in seen:
                seen.add(current)
                todo.extend(direct.get(current, ()))
        found[id] = frozenset(seen - {id})
    return found


def span_of(critiques: Iterable[Critique]) -> tuple[object, object]:
    """First and last date of the critiques; UNKNOWN for each when none has one."""
    dated = [c.date for c in critiques if is_known(c.date)]
    if not dated:
        return Missing.UNKNOWN, Missing.UNKNOWN
    first = min(dated, key=lambda d: (d.earliest or date.min, str(d)))
    last = max(dated, key=lambda d: (d.latest or date.max, str(d)))
    return first, last
