"""What the sources of a corpus had told by a day: ``as_known_on=`` of the questions."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any, TypeVar

import attrs
from attrs import frozen

from ..corpus import COLLECTIONS, WORD_OF, Corpus
from ..dates import EdtfDate, as_day
from ..missing import UNKNOWN, Missing, is_known
from ..model.assertion import Assertion, Source
from ..model.context import ContextRecord
from ..model.critique import Critique, GovernmentResponse, Outcome, Recommendation
from ..model.record import Record
from ..model.substance import Definition, Effect, Gap, Norm
from ..tables import counted
from .selection import Selection

__all__ = ["Known", "answer_as_known", "known_on", "left_out_note"]

T = TypeVar("T")

_TOLD = (Effect, Norm, Definition, Gap, Critique, Recommendation, ContextRecord)
"""Types of what is in a corpus because sources tell of it; works and actors are there as its frame."""

_DAYS_KEPT = 8


@frozen(kw_only=True)
class Known:
    """A corpus as its sources had told it by a day.

    Attributes:
        corpus: Without what no source had told by then.
        undecided: Ids of the records kept although no source surely told of them by then.
        half: Ids of the effects and norms kept of which a rule was told only later; it is UNKNOWN there.
    """

    corpus: Corpus
    undecided: frozenset[str]
    half: frozenset[str]


def known_on(corpus: Corpus, day: date | str) -> Known:
    """The corpus without what its sources told only after *day*.

    An assertion is known from the day it gives, else from the publication of its source, until the day it was
    withdrawn, if any. Left out are assertions surely not known then, and effects, norms, definitions, gaps,
    critiques, recommendations and facts around the law of which no other assertion tells; with a critique
    its recommendations, with those their outcomes, and outcomes and responses of a later day. Who tells the
    rule before a change does not yet tell of the change. A rule of which sources spoke only later is UNKNOWN.
    What has no date, or no assertion at all, is kept. Events, wordings and links that a record states itself
    carry no day of knowledge and stay as they are.
    """
    on = as_day(day)
    held: dict[date, Known] = corpus.cached("known_on", _empty)
    if on not in held:
        if len(held) >= _DAYS_KEPT:
            del held[next(iter(held))]
        held[on] = _known_on(corpus, on)
    return held[on]


def _empty(corpus: Corpus) -> dict[Any, Any]:
    return {}


def _known_on(corpus: Corpus, on: date) -> Known:
    later = {id(said) for said in (*corpus.claims, *corpus.assertions) if _unknown_then(corpus, said, on)}
    gone: set[str] = set()
    undecided: set[str] = set()
    half: set[str] = set()
    kept: dict[str, list[Record]] = {name: [] for name in COLLECTIONS.values()}
    # In the order of the corpus critiques come before their recommendations, and those before outcomes.
    for record in corpus:
        if isinstance(record, _TOLD):
            telling = [said for said in corpus.assertions_about(record.id) if _tells_of(record, said)]
            then = [said for said in telling if id(said) not in later]
            if telling and not then:
                gone.add(record.id)
                continue
            if not any(_surely_known(corpus, said, on) for said in then):
                undecided.add(record.id)
        if id(record) in later or _follows(corpus, record, gone, on):
            gone.add(record.id)
            continue
        if isinstance(record, Effect | Norm) and (sides := _told_later(corpus, record, later)):
            half.add(record.id)
            unknown: dict[str, Any] = dict.fromkeys(sides, UNKNOWN)
            record = attrs.evolve(record, **unknown)
        kept[COLLECTIONS[WORD_OF[type(record)]]].append(record)
    changed: dict[str, Any] = {name: tuple(records) for name, records in kept.items()}
    reduced = attrs.evolve(corpus, **changed)
    reduced.cached("whole_corpus", lambda _: corpus)
    return Known(corpus=reduced, undecided=frozenset(undecided), half=frozenset(half))


def _tells_of(record: Record, said: Assertion) -> bool:
    """Whether an assertion about a record tells that there is such a thing."""
    before = isinstance(said.field, str) and said.field.partition(".")[0] == "before"
    return not (before and isinstance(record, Effect))


def _told_later(corpus: Corpus, record: Effect | Norm, later: set[int]) -> list[str]:
    """Names of the sides of which every assertion is later."""
    sides = ("before", "after") if isinstance(record, Effect) else ("rule",)
    about = corpus.assertions_about(record.id)
    told = {side: [said for said in about if said.field == side] for side in sides}
    return [
        side
        for side, said in told.items()
        if said and is_known(getattr(record, side)) and all(id(each) in later for each in said)
    ]


def _follows(corpus: Corpus, record: Record, gone: set[str], on: date) -> bool:
    """Whether a record goes with another that is left out, or is itself of a later day."""
    if isinstance(record, Recommendation):
        return record.critique in gone
    if isinstance(record, Outcome):
        return record.recommendation in gone or _is_later(record.as_of, on)
    if isinstance(record, GovernmentResponse):
        return (
            record.to in gone
            or _is_later(record.date, on)
            or _is_later(_published(corpus, record.source), on)
        )
    return False


# Asked of every assertion, so by the bounds themselves rather than through EdtfDate.after.
def _is_later(day: EdtfDate | Missing, on: date) -> bool:
    """Whether a day surely comes after *on*."""
    return is_known(day) and day.earliest is not None and day.earliest > on


def _has_come(day: EdtfDate | Missing, on: date) -> bool:
    """Whether a day surely is *on* or before it."""
    return is_known(day) and day.latest is not None and day.latest <= on


def _published(corpus: Corpus, source: str | Missing) -> EdtfDate | Missing:
    record = corpus.get(source) if isinstance(source, str) else None
    return record.published if isinstance(record, Source) else UNKNOWN


def _known_from(corpus: Corpus, said: Assertion) -> EdtfDate | Missing:
    return said.known_from if is_known(said.known_from) else _published(corpus, said.source)


def _unknown_then(corpus: Corpus, said: Assertion, on: date) -> bool:
    return _has_come(said.known_to, on) or _is_later(_known_from(corpus, said), on)


def _surely_known(corpus: Corpus, said: Assertion, on: date) -> bool:
    lasting = not is_known(said.known_to) or _is_later(said.known_to, on)
    return lasting and _has_come(_known_from(corpus, said), on)


def answer_as_known(
    ask: Callable[[Corpus], Selection[T]],
    corpus: Corpus,
    as_known_on: date | str,
    *,
    key: Callable[[T], Hashable] | None = None,
    row: str = "row",
) -> Selection[T]:
    """The answer to a question as the sources of the corpus gave it by a day.

    Notes count the records of the full answer that are left out, or the rows, called *row*, where a *key*
    tells them apart; and the rows kept of which no source surely told by then.
    """
    day = as_day(as_known_on)
    known = known_on(corpus, day)
    full, answer = ask(corpus), ask(known.corpus)
    place = key or _record_of
    kept = [place(each) for each in answer]
    gone = dict.fromkeys(place(each) for each in full)
    for each in kept:
        gone.pop(each, None)
    notes = left_out_note(corpus, map(str, gone), day) if key is None else _left_out({row: len(gone)}, day)
    if undecided := sum(each in known.undecided for each in kept):
        notes += (f"Kept although no source surely told of them by {day}: {counted(undecided, row)}.",)
    if half := sum(each in known.half for each in kept):
        notes += (f"Shown without a rule that no source had told by {day}: {counted(half, row)}.",)
    query = f"{answer.query.removesuffix(')')}, as_known_on={day.isoformat()!r})"
    return attrs.evolve(answer, notes=(*answer._notes, *notes), query=query)


def _record_of(row: object) -> str:
    """Id of the record a row is or rests on."""
    record = row if isinstance(row, Record) else getattr(row, "record", None) or getattr(row, "effect", None)
    assert isinstance(record, Record)
    return record.id


def left_out_note(corpus: Corpus, ids: Iterable[str], day: date) -> tuple[str, ...]:
    """A sentence that counts, by type, the records of *ids* left out for a day; nothing for no records."""
    numbers: dict[str, int] = {}
    for id in ids:
        record = corpus.get(id)
        word = "record" if record is None else WORD_OF[type(record)].replace("_", " ")
        numbers[word] = numbers.get(word, 0) + 1
    return _left_out(numbers, day)


def _left_out(numbers: dict[str, int], day: date) -> tuple[str, ...]:
    told = ", ".join(counted(number, word) for word, number in numbers.items() if number)
    return (f"Left out, since no source had told of them by {day}: {told}.",) if told else ()
