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
    """How many critics object on their own account, as they sign.

    Whoever draws on another of these critiques, also through others, adds nothing to it; those who draw on
    each other are one. A joint opinion adds one where none of its authors is counted already, and never makes
    one of authors who object alone. Drawing counts only between critiques given here.
    """
    drawing: Mapping[str, frozenset[str]] = corpus.cached("sources_of_critiques", _all_drawn_on)
    ids: set[str] = set()
    names = set()
    for critique in critiques:
        drawn = drawing.get(critique.id)
        if drawn is not None and not ids:
            ids = {other.id for other in critiques}
        # Where everybody signs alone and nobody draws on another of these, they are as many as their names.
        if len(critique.critics) > 1 or (drawn is not None and not ids.isdisjoint(drawn)):
            return _apart(_sources_among(_links(critiques, drawing)))
        names.add(critique.critics)
    return len(names)


Signature = frozenset[str]


def _links(
    critiques: Sequence[Critique], drawing: Mapping[str, frozenset[str]]
) -> dict[Signature, set[Signature]]:
    """Who draws on whom, by what they sign."""
    signer = {critique.id: frozenset(critique.critics) for critique in critiques}
    links: dict[Signature, set[Signature]] = {signature: set() for signature in signer.values()}
    for id, signature in signer.items():
        links[signature].update(signer[drawn] for drawn in drawing.get(id, ()) if drawn in signer)
    for signature, sources in links.items():
        if len(signature) > 1:  # what an author has from others, a joint opinion has from them too
            for critic in signature:
                sources |= links.get(frozenset((critic,)), set())
    return {signature: sources - {signature} for signature, sources in links.items()}


def _sources_among(links: Mapping[Signature, set[Signature]]) -> Iterator[Signature]:
    """Signatures that draw on no other, and one for each circle that draws on nothing outside it."""
    drawn_by: dict[Signature, set[Signature]] = {signature: set() for signature in links}
    for signature, sources in links.items():
        for source in sources:
            drawn_by[source].add(signature)
    firsts = [signature for signature, sources in links.items() if not sources]
    yield from firsts
    settled = _reached(firsts, drawn_by)
    for signature in links:
        if signature in settled:
            continue
        # Whatever cannot be followed to such a source leads into a circle; its first member stands for it.
        reached = _reached([signature], links)
        while outside := reached - _reached([signature], drawn_by):
            signature = next(other for other in links if other in outside)
            reached = _reached([signature], links)
        yield signature
        settled |= _reached(reached, drawn_by)


def _reached(starts: Iterable[Signature], links: Mapping[Signature, set[Signature]]) -> set[Signature]:
    found = set(starts)
    todo = list(found)
    while todo:
        for other in links[todo.pop()] - found:
            found.add(other)
            todo.append(other)
    return found


def _apart(signatures: Iterable[Signature]) -> int:
    """How many of them share no author, taking those who sign alone first, then the smallest."""
    taken: set[str] = set()
    many = 0
    for signature in sorted(signatures, key=lambda each: (len(each), sorted(each))):
        if taken.isdisjoint(signature):
            taken |= signature
            many += 1
    return many


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
