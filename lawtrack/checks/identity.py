"""Ids and aliases are unique, and links between records form no cycle."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ..corpus import Corpus
from ..errors import Problem
from ..model.record import Record

__all__ = ["check"]

R = TypeVar("R", bound=Record)


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-REF-001, LT-REF-004 and LT-REF-006."""
    yield from _doubled_ids(corpus)
    yield from _doubled_aliases(corpus)
    yield from _cycles(corpus.works, "enacted_as", lambda work: _one(work.enacted_as))
    yield from _cycles(corpus.actors, "parent", lambda actor: _one(actor.parent))
    yield from _cycles((*corpus.claims, *corpus.assertions), "supersedes", lambda said: _one(said.supersedes))
    yield from _cycles(corpus.concepts, "broader", lambda concept: concept.broader)
    yield from _cycles(corpus.critiques, "draws_on", lambda critique: critique.draws_on)


def _one(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else ()


def _doubled_ids(corpus: Corpus) -> Iterator[Problem]:
    seen: dict[str, type[Record]] = {}
    for record in corpus:
        if record.id not in seen:
            seen[record.id] = type(record)
        else:
            yield Problem(
                code="LT-REF-001",
                record=record.id,
                where="id",
                read=repr(record.id),
                expected="an id of its own",
                hint=f"It is also the id of a {seen[record.id].__name__}.",
            )


def _doubled_aliases(corpus: Corpus) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for work in corpus.works:
        for i, alias in enumerate(work.aliases):
            first = seen.setdefault((alias.scheme, alias.value), work.id)
            if first != work.id:
                yield Problem(
                    code="LT-REF-006",
                    record=work.id,
                    where=f"aliases[{i}]",
                    read=f"{alias.scheme} {alias.value}",
                    expected="an alias of this work alone",
                    hint=f"{first} has it too.",
                )


def _cycles(records: Iterable[R], field: str, above: Callable[[R], Iterable[str]]) -> Iterator[Problem]:
    links = {record.id: others for record in records if (others := tuple(above(record)))}
    done: set[str] = set()
    for start in links:
        path: list[str] = []
        on_path: set[str] = set()
        todo: list[tuple[str, bool]] = [(start, True)]
        while todo:
            id, entering = todo.pop()
            if not entering:
                on_path.discard(path.pop())
                done.add(id)
            elif id in on_path:
                cycle = [*path[path.index(id) :], id]
                yield Problem(
                    code="LT-REF-004",
                    record=id,
                    where=field,
                    read=" → ".join(cycle),
                    expected="no cycle",
                    hint="Take out one of these links.",
                )
            elif id in links and id not in done:
                path.append(id)
                on_path.add(id)
                todo.append((id, False))
                todo += [(other, True) for other in links[id]]
