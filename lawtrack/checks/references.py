"""Every reference leads to a record of an allowed type, every role is one, every kind is installed."""

from collections.abc import Iterable, Iterator

from ..corpus import WORD_OF, Corpus
from ..errors import Problem, Severity, nearest
from ..identifiers import tail
from ..model.rule import OpaqueRule
from ..references import Mention, naming

__all__ = ["check"]


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-REF-002, LT-REF-003, LT-VOC-003 and LT-KND-002."""
    roles = corpus.vocabulary.role_names()
    a_role = {*roles, *also_known}
    ids: dict[str, str] = {record.id: WORD_OF[type(record)] for record in corpus}
    near_ids, near_roles = _NearIds(ids), _Nearest(roles)
    # Names are far fewer than mentions, and nearly all are right: only those of wrong names are looked at.
    wrong = [
        mention
        for name, group in naming(corpus).items()
        for mention in group
        if (name not in a_role if mention.types is None else _misses(mention, ids.get(name), also_known))
    ]
    place = {id: i for i, id in enumerate(ids)} if wrong else {}
    for mention in sorted(wrong, key=lambda mention: place[mention.record.id]):
        if mention.types is None:
            yield _no_role(mention, near_roles.to(mention.name))
        elif mention.name not in ids:
            yield _no_record(mention, near_ids.to(mention.name, mention.types))
        else:
            yield Problem(
                code="LT-REF-003",
                record=mention.record.id,
                where=mention.where,
                read=f"{mention.name!r}, which is {_a((ids[mention.name],))}",
                expected=_a(mention.types),
            )
    yield from _opaque(corpus)


def _misses(mention: Mention, word: str | None, also_known: frozenset[str]) -> bool:
    """Whether a reference leads nowhere, or to a record of the type *word* that it may not name."""
    if word is None:
        return mention.name not in also_known
    return bool(mention.types) and word not in (mention.types or ())


class _Nearest:
    """Nearest names, each looked for once, and none any more once the search has cost too much."""

    # Comparing texts is slow; past this many comparisons the first suggestions have to serve.
    work = 30_000

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._found: dict[str, str | None] = {}

    def to(self, name: str) -> str | None:
        if name not in self._found:
            self._found[name] = nearest(name, self._known) if self.work > 0 else None
            self.work -= len(self._known)
        return self._found[name]


class _NearIds:
    """Nearest ids among the records of the types allowed: by their last parts first, then whole."""

    def __init__(self, ids: dict[str, str]) -> None:
        self._ids = ids
        self._by_types: dict[tuple[str, ...], tuple[dict[str, str], _Nearest, _Nearest]] = {}

    def to(self, name: str, types: tuple[str, ...]) -> str | None:
        if types not in self._by_types:
            wanted = [id for id, word in self._ids.items() if not types or word in types]
            by_tail = {tail(id): id for id in reversed(wanted)}
            self._by_types[types] = by_tail, _Nearest(by_tail), _Nearest(wanted)
        by_tail, tails, whole = self._by_types[types]
        if (last := tail(name)) in by_tail:
            return by_tail[last]
        near = tails.to(last)
        return by_tail[near] if near else whole.to(name)


def _a(types: Iterable[str]) -> str:
    words = [word.replace("_", " ") for word in types] or ["record"]
    return f"{'an' if words[0][0] in 'aeiou' else 'a'} {' or '.join(words)}"


def _no_record(mention: Mention, near: str | None) -> Problem:
    return Problem(
        code="LT-REF-002",
        record=mention.record.id,
        where=mention.where,
        read=repr(mention.name),
        expected=f"the id of {_a(mention.types or ())}",
        hint=f"Did you mean {near!r}?" if near else "",
    )


def _no_role(mention: Mention, near: str | None) -> Problem:
    ask = f"Did you mean {near!r}? " if near else ""
    return Problem(
        code="LT-VOC-003",
        record=mention.record.id,
        where=mention.where,
        read=repr(mention.name),
        expected="a party role",
        hint=f'{ask}To add one: [[concept]] with id = "x:yourname/{tail(mention.name)}" and facet = "role".',
    )


def _opaque(corpus: Corpus) -> Iterator[Problem]:
    rules: list[tuple[str, str, object]] = []
    for effect in corpus.effects:
        rules += [(effect.id, "before", effect.before), (effect.id, "after", effect.after)]
    rules += [(norm.id, "rule", norm.rule) for norm in corpus.norms]
    for id, where, rule in rules:
        if isinstance(rule, OpaqueRule):
            yield Problem(
                code="LT-KND-002",
                severity=Severity.WARNING,
                record=id,
                where=where,
                read=f"kind {rule.tag!r}",
                expected="a kind that is installed",
                hint="Import the study that defines it to compare such rules.",
            )
