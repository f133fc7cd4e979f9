"""Whether an effect or norm passes a test that a claim or a recommendation names."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from ..corpus import Corpus
from ..dates import Period
from ..errors import ReadingError
from ..kinds import Sentence
from ..missing import ABSENT, NONE, UNKNOWN, Missing
from ..model.counting import Reading
from ..model.predicate import OF_TEXT, Predicate
from ..model.record import Record
from ..model.scope import Scope, ScopeTerm
from ..model.substance import Change, Effect, Norm
from ..timelines import force_of
from ..verdicts import Truth, all_of, any_of
from .derived import stakes
from .sentences import SentenceChange, is_simple_shift, sentence_change_of

__all__ = ["field_of", "fits", "has_field", "spares"]

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
    """Whether *record* passes *test*; UNKNOWN when what decides is not known.

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
            return UNKNOWN if told[0] is UNKNOWN else not told[0]
        return all_of(told) if name == "all_of" else any_of(told)
    if name == "any":
        return True
    if name == "simple_shift":
        mode = Reading(words[1]) if len(words) > 1 else reading
        return _shifted(corpus, record, words[0], mode)
    if name == "kind":
        return record.kind in words
    if name == "change":
        return _changed(record, words)
    if name == "topic":
        return not set(words).isdisjoint(record.topics)
    if name == "role":
        return _speaks_to(corpus, record, words)
    if name == "rule":
        return _has_value(field_of(record, words[0]), words[1])
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
    if not isinstance(record, Effect):
        return False
    return UNKNOWN if record.change is Change.UNSPECIFIED else record.change.value in words


def _speaks_to(corpus: Corpus, record: Effect | Norm, words: tuple[str, ...]) -> Truth:
    held = set(record.addressees)
    if isinstance(record, Effect):
        held.update(role for side in stakes(corpus, record) for role, _ in side)
    includes = corpus.vocabulary.includes
    return any_of([includes(word, role) for word in words for role in sorted(held)] or [False])


def field_of(record: Effect | Norm, path: str) -> object:
    """The value of a field such as ``after.threshold``; UNKNOWN where there is none.

    A norm has one rule: for it ``before`` and ``after`` both mean that.
    """
    value: object = record
    for step in path.split("."):
        if isinstance(value, Norm) and step in ("before", "after"):
            step = "rule"
        value = UNKNOWN if isinstance(value, Missing) else getattr(value, step, UNKNOWN)
    return value


def has_field(record: Effect | Norm, path: str) -> bool:
    """Whether a record of this kind can have a value there at all."""
    value: object = record
    for step in path.split("."):
        if isinstance(value, Norm) and step in ("before", "after"):
            step = "rule"
        if isinstance(value, Missing):
            return True
        if not hasattr(value, step):
            return False
        value = getattr(value, step)
    return True


def _has_value(held: object, wanted: str) -> Truth:
    if isinstance(held, Missing):
        return UNKNOWN if held not in (NONE, ABSENT) else wanted == str(held)
    read = getattr(type(held), "read", None)
    if callable(read):
        try:
            return bool(held == read(wanted))
        except ReadingError:
            return False
    if isinstance(held, Scope):
        return any(str(term) == wanted for term in held.include) or str(held) == wanted
    if isinstance(held, tuple):
        return any(str(getattr(item, "value", item)) == wanted for item in held)
    return str(getattr(held, "value", held)) == wanted


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
