"""Whether an effect or norm passes a test that a claim or a recommendation names."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from ..corpus import Corpus
from ..dates import Period
from ..kinds import Sentence
from ..missing import UNKNOWN, Missing
from ..model.counting import Reading
from ..model.predicate import OF_TEXT, Predicate
from ..model.record import Record
from ..model.scope import Scope, ScopeTerm
from ..model.substance import Change, Effect, Norm
from ..timelines import force_of
from ..verdicts import Truth, all_of, any_of, negate
from .derived import stakes
from .field_values import field_of, has_value, names_it
from .sentences import SentenceChange, is_simple_shift, sentence_change_of

__all__ = ["fits", "parties", "spares"]

_WIDENING = ("all", "any", "every", "each", "whole")
"""Qualifiers that take nothing out of a concept."""


def fits(
    corpus: Corpus,
    test: Predicate,
    record: Effect | Norm,
    *,
    reading: Reading | None = None,
    as_claimed: Record | None = None,
) -> Truth:
    """Whether *record* passes *test*; UNKNOWN when what decides is not known, or was not coded (I-52).

    Args:
        corpus: The corpus it stands in.
        test: The test; tests of wordings answer UNKNOWN here.
        record: The effect or norm.
        reading: Which end ``simple_shift`` means where the test does not say.
        as_claimed: The record the claim speaks of: ``new`` asks whether *record* was law before it, and
            ``universal`` whether *record* reaches all that it does.
    """
    name, words = test.name, tuple(str(arg) for arg in test.args)
    inner = [arg for arg in test.args if isinstance(arg, Predicate)]
    if inner:
        told = [fits(corpus, t, record, reading=reading, as_claimed=as_claimed) for t in inner]
        if name == "not":
            return negate(told[0])
        return all_of(told) if name == "all_of" else any_of(told)
    if name == "any":
        return True
    if name == "simple_shift":
        mode = Reading(words[1]) if len(words) > 1 else reading
        return _shifted(corpus, record, words[0], mode)
    if name == "kind":
        return True if record.kind in words else UNKNOWN if record.kind == "unspecified" else False
    if name == "change":
        return _changed(record, words)
    if name == "topic":
        return not set(words).isdisjoint(record.topics) if record.topics else UNKNOWN
    if name == "role":
        return _speaks_to(corpus, record, words)
    if name == "rule":
        return has_value(field_of(record, words[0]), words[1], corpus.vocabulary)
    if name == "universal":
        return _universal(corpus, record, words[0], as_claimed)
    if name == "new":
        return _new(corpus, record, as_claimed)
    assert name in OF_TEXT, name
    return UNKNOWN


def _shifted(corpus: Corpus, record: Effect | Norm, step: str, mode: Reading | None) -> Truth:
    if not isinstance(record, Effect) or mode is None:
        return UNKNOWN
    if record.kind != Sentence.kind:
        # What nobody could say anything about may have been a sentence too.
        return UNKNOWN if record.kind == "unspecified" else False
    row: SentenceChange = sentence_change_of(corpus, record)
    answer = _test_of(step, mode.value)(row)
    return UNKNOWN if isinstance(answer, Missing) else answer


@lru_cache(maxsize=64)  # one test is put to every change of a population
def _test_of(step: str, mode: str) -> Callable[[SentenceChange], bool | Missing]:
    return is_simple_shift(step, mode=mode)


def _changed(record: Effect | Norm, words: tuple[str, ...]) -> Truth:
    # Of a rule that simply is, nobody coded what made it.
    if not isinstance(record, Effect) or record.change is Change.UNSPECIFIED:
        return UNKNOWN
    return record.change.value in words


def _speaks_to(corpus: Corpus, record: Effect | Norm, words: tuple[str, ...]) -> Truth:
    held = parties(corpus, record)
    answer = any_of(names_it(word, role, corpus.vocabulary) for word in words for role in held)
    # Only the addressees are a list of all whom it concerns; without them a rule may reach others as well.
    return UNKNOWN if answer is False and not record.addressees else answer


def parties(corpus: Corpus, record: Effect | Norm) -> tuple[str, ...]:
    """Whom it is addressed to, and whose positions it may move, in alphabetical order."""
    held = set(record.addressees)
    if isinstance(record, Effect):
        held.update(role for side in stakes(corpus, record) for role, _ in side)
    return tuple(sorted(held))


def spares(record: Effect | Norm) -> tuple[str, ...]:
    """What a rule says it spares or where it stops: exemptions, thresholds, limits, in words."""
    side = record.after if isinstance(record, Effect) else record.rule
    told = []
    for name in ("exemptions", "threshold", "quantity_limit", "limits", "exceptions"):
        value = UNKNOWN if isinstance(side, Missing) else getattr(side, name, UNKNOWN)
        if isinstance(value, Missing):
            continue
        many = value.include if isinstance(value, Scope) else value if isinstance(value, tuple) else (value,)
        told += [f"{name} {item}" for item in many]
    return tuple(told)


def _universal(corpus: Corpus, record: Effect | Norm, path: str, as_claimed: Record | None) -> Truth:
    held = field_of(record, path)
    if not isinstance(held, Scope) or not held.include:
        return UNKNOWN
    claimed = field_of(as_claimed, path) if isinstance(as_claimed, Effect | Norm) else UNKNOWN
    # A qualifier that the claim has as well takes nothing out of what is claimed.
    allowed = (
        {word for term in claimed.include for word in term.qualifiers}
        if isinstance(claimed, Scope)
        else set()
    )
    narrowed = any(set(term.qualifiers).difference(_WIDENING, allowed) for term in held.include)
    if narrowed or held.exclude or spares(record):
        return False
    if not isinstance(claimed, Scope):
        return UNKNOWN
    broader = corpus.vocabulary.includes
    return all_of(
        [any_of([_bare(h).includes(_bare(w), broader) for h in held.include]) for w in claimed.include]
    )


def _bare(term: ScopeTerm) -> ScopeTerm:
    kept = tuple(word for word in term.qualifiers if word not in _WIDENING)
    return ScopeTerm(concept=term.concept, facet=term.facet, qualifiers=kept)


def _new(corpus: Corpus, record: Effect | Norm, as_claimed: Record | None) -> Truth:
    since = _start(corpus, as_claimed) if isinstance(as_claimed, Effect | Norm) else None
    own = force_of(corpus, record)
    start = own.start if isinstance(own, Period) else None
    if since is not None and start is not None and start.latest is not None and start.latest < since:
        return False
    if not isinstance(record, Effect) or record.change is Change.UNSPECIFIED:
        return UNKNOWN
    return record.change is Change.CREATED


def _start(corpus: Corpus, record: Effect | Norm) -> date | None:
    """First day on which it may have been law."""
    period = force_of(corpus, record)
    return period.start.earliest if isinstance(period, Period) and period.start is not None else None
