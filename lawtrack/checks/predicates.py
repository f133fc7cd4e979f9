"""Every word in the tests of claims and recommendations is one that a rule of the corpus can have."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from typing import Any

from attrs import frozen

from ..corpus import Corpus
from ..errors import Problem, ReadingError, Severity, listed, nearest
from ..kinds import KINDS
from ..missing import Missing
from ..model.hints import hints_of, leaves
from ..model.predicate import Predicate
from ..model.rule import OpaqueRule
from ..model.scope import Scope
from ..model.substance import Effect, Norm
from ..penalties import Step

__all__ = ["WrongWord", "check", "wrong_words"]


@frozen
class WrongWord:
    """A word of a test that nothing can have, so that the test would be answered by a slip.

    Attributes:
        read: The word, with what it stands for.
        expected: What would be one.
        hint: The way out.
    """

    read: str
    expected: str
    hint: str = ""


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-CLM-004: a test with a kind, role, topic, field or value that nothing can have."""
    if also_known:
        return  # what could not be read may have the word
    tests = [(claim.id, "predicate", claim.predicate) for claim in corpus.claims]
    tests += [(rec.id, "testable_as", rec.testable_as) for rec in corpus.recommendations]
    for id, where, test in tests:
        if isinstance(test, Predicate):
            for wrong in wrong_words(corpus, test):
                yield Problem(
                    code="LT-CLM-004",
                    severity=Severity.WARNING,
                    record=id,
                    where=where,
                    read=wrong.read,
                    expected=wrong.expected,
                    hint=wrong.hint,
                )


def wrong_words(corpus: Corpus, test: Predicate) -> Iterator[WrongWord]:
    """The words of a test that no kind, role, topic or field has, in order, each with the nearest."""
    told: dict[str, tuple[WrongWord, ...]] = corpus.cached("wrong_words_of_tests", lambda _: {})
    if str(test) not in told:
        told[str(test)] = tuple(word for part in test.parts() for word in _wrong_in(corpus, part))
    yield from told[str(test)]


def _wrong_in(corpus: Corpus, test: Predicate) -> Iterator[WrongWord]:
    words = [arg for arg in test.args if isinstance(arg, str)]
    if test.name in _KNOWN:
        known = corpus.cached(f"words of {test.name} in tests", _KNOWN[test.name])
        for word in words:
            # Topics are words of a coder's own: where nobody used any, none can be a slip for another.
            free = test.name == "topic" and (not known or word in corpus.vocabulary)
            if word not in known and not free:
                yield _unlike(f"{test.name} {word!r}", word, known, f"a {test.name} of the corpus")
    if test.name == "simple_shift":
        try:
            Step.read(words[0])
        except ReadingError as fault:
            yield WrongWord(f"step {words[0]!r}", fault.expected, fault.hint)
    if test.name in ("rule", "universal"):
        yield from _wrong_field(corpus, words[0], words[1] if test.name == "rule" else None)


def _rules(corpus: Corpus) -> tuple[Effect | Norm, ...]:
    return (*corpus.effects, *corpus.norms)


def _kinds(corpus: Corpus) -> frozenset[str]:
    return frozenset({*KINDS, *(record.kind for record in _rules(corpus))})


def _roles(corpus: Corpus) -> frozenset[str]:
    return frozenset(corpus.vocabulary.role_names())


def _topics(corpus: Corpus) -> frozenset[str]:
    return frozenset(topic for record in _rules(corpus) for topic in record.topics)


_KNOWN: dict[str, Callable[[Corpus], frozenset[str]]] = {"kind": _kinds, "role": _roles, "topic": _topics}


def _unlike(read: str, word: str, known: Iterable[str], expected: str) -> WrongWord:
    names = sorted(known)
    near = nearest(word, names)
    return WrongWord(read, f"{expected}: {listed(names, near)}", f"Did you mean {near!r}?" if near else "")


# fields, and the values that they can have


def _wrong_field(corpus: Corpus, path: str, wanted: str | None) -> Iterator[WrongWord]:
    holders: list[Any] = [Effect, Norm]
    hints: list[Any] = []
    for place, step in enumerate(path.split(".")):
        if place == 0 and step in ("before", "after", "rule"):
            holders, hints = [KINDS[tag] for tag in KINDS], [Any]
            continue
        having = [cls for cls in holders if hasattr(cls, step)]
        if not having:
            if corpus.cached("has_opaque_rules", _has_opaque_rules):
                return  # a kind that is not installed here may have such a field
            fields = {name for cls in holders for name in hints_of(cls)}
            yield _unlike(f"field {path!r}", step, fields, "a field of a rule")
            return
        hints = [hints_of(cls).get(step, Any) for cls in having]
        holders = [leaf for hint in hints for leaf, _ in leaves(hint) if isinstance(leaf, type)]
    if wanted is not None and wanted not in [token.value for token in Missing]:
        yield from _wrong_value(corpus, path, wanted, hints)


def _wrong_value(corpus: Corpus, path: str, wanted: str, hints: Iterable[Any]) -> Iterator[WrongWord]:
    words: set[str] = set()
    expected = ""
    for hint in hints:
        for leaf, is_role in leaves(hint):
            if leaf is type(None) or leaf is Missing:
                continue
            if is_role:
                words |= _roles(corpus)
            elif isinstance(leaf, type) and issubclass(leaf, Enum):
                words |= {str(member.value) for member in leaf}
            elif leaf is bool:
                words |= _YES_OR_NO
            elif leaf in _FREE or not callable(getattr(leaf, "read", None)):
                return  # a text in the coder's words, or what has no notation
            else:
                try:
                    leaf.read(wanted)
                except ReadingError as fault:
                    expected = fault.expected
                else:
                    return
    if words and wanted not in words and wanted.casefold() not in words & _YES_OR_NO:
        yield _unlike(f"{path} {wanted!r}", wanted, words, f"a value of {path}")
    elif not words and expected:
        yield WrongWord(f"{path} {wanted!r}", expected)


def _has_opaque_rules(corpus: Corpus) -> bool:
    sides = [side for effect in corpus.effects for side in (effect.before, effect.after)]
    return any(isinstance(rule, OpaqueRule) for rule in (*sides, *(norm.rule for norm in corpus.norms)))


_YES_OR_NO = {"yes", "no", "true", "false"}
_FREE = (Any, str, Scope)
"""Types whose words no list holds."""
