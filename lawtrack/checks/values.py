"""Every field of every record holds a value of the type that the field has."""

from collections.abc import Iterator

from ..corpus import COLLECTIONS, RECORD_TYPES, Corpus
from ..errors import Problem, shown
from ..model.record import Record
from ..model.values import LIST, faults_in

__all__ = ["wrong_values"]


def wrong_values(corpus: Corpus) -> Iterator[Problem]:
    """LT-KEY-003 for each value of a wrong type, LT-KEY-002 where a tuple is due; records in order.

    Reading lets none through, and rules refuse them; other records may be built by hand with anything.
    """
    for word, name in COLLECTIONS.items():
        for record in getattr(corpus, name):
            if type(record) is not RECORD_TYPES[word]:
                yield _problem(record, "", record, f"a {RECORD_TYPES[word].__name__} among the {name}")
                continue
            for where, held, wanted in faults_in(record):
                yield _problem(record, where, held, wanted)


def _problem(record: Record, where: str, held: object, wanted: str) -> Problem:
    return Problem(
        code="LT-KEY-002" if wanted == LIST else "LT-KEY-003",
        record=str(getattr(record, "id", "")),
        where=where,
        read=_read(held),
        expected=wanted,
    )


def _read(held: object) -> str:
    try:
        return f"{shown(held)} ({type(held).__name__})"
    except Exception:  # a class of somebody's own may not even print
        return type(held).__name__
