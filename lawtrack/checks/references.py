"""Every reference leads to a record of an allowed type, every role is one, every kind is installed."""

from collections.abc import Iterable, Iterator
from functools import cache

from ..corpus import WORD_OF, Corpus
from ..errors import Problem, Severity, nearest
from ..identifiers import tail
from ..model.rule import OpaqueRule
from ..references import Mention, mentions

__all__ = ["check"]


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-REF-002, LT-REF-003, LT-VOC-003 and LT-KND-002."""
    vocabulary = corpus.vocabulary
    ids: dict[str, str] = {record.id: WORD_OF[type(record)] for record in corpus}

    @cache
    def nearest_id(name: str, types: tuple[str, ...]) -> str | None:
        wanted = [id for id, word in ids.items() if not types or word in types]
        near_tail = nearest(tail(name), (by_tail := {tail(id): id for id in wanted}))
        return by_tail[near_tail] if near_tail else nearest(name, wanted)

    for record in corpus:
        for mention in mentions(record):
            if mention.types is None:
                if not vocabulary.is_role(mention.name):
                    yield _no_role(record.id, mention, vocabulary.role_names())
            elif mention.name not in ids:
                if mention.name not in also_known:
                    near = nearest_id(mention.name, mention.types)
                    yield Problem(
                        code="LT-REF-002", record=record.id, where=mention.where, read=repr(mention.name),
                        expected=f"the id of {_a(mention.types)}", hint=f"Did you mean {near!r}?" if near else "",
                    )  # fmt: skip
            elif mention.types and ids[mention.name] not in mention.types:
                yield Problem(
                    code="LT-REF-003", record=record.id, where=mention.where,
                    read=f"{mention.name!r}, which is {_a((ids[mention.name],))}", expected=_a(mention.types),
                )  # fmt: skip
    yield from _opaque(corpus)


def _a(types: Iterable[str]) -> str:
    words = [word.replace("_", " ") for word in types] or ["record"]
    return f"{'an' if words[0][0] in 'aeiou' else 'a'} {' or '.join(words)}"


def _no_role(record: str, mention: Mention, roles: tuple[str, ...]) -> Problem:
    near = nearest(mention.name, roles)
    ask = f"Did you mean {near!r}? " if near else ""
    return Problem(
        code="LT-VOC-003", record=record, where=mention.where, read=repr(mention.name), expected="a party role",
        hint=f'{ask}To add one: [[concept]] with id = "x:yourname/{tail(mention.name)}" and facet = "role".',
    )  # fmt: skip


def _opaque(corpus: Corpus) -> Iterator[Problem]:
    rules: list[tuple[str, str, object]] = []
    for effect in corpus.effects:
        rules += [(effect.id, "before", effect.before), (effect.id, "after", effect.after)]
    rules += [(norm.id, "rule", norm.rule) for norm in corpus.norms]
    for id, where, rule in rules:
        if isinstance(rule, OpaqueRule):
            yield Problem(
                code="LT-KND-002", severity=Severity.WARNING, record=id, where=where, read=f"kind {rule.tag!r}",
                expected="a kind that is installed", hint="Import the study that defines it to compare such rules.",
            )  # fmt: skip
