"""Shares that sources claim, and what each of them speaks of."""

from collections.abc import Iterator
from enum import Enum

from ..corpus import Corpus
from ..hedges import Hedge
from ..kinds import Sentence
from ..model.assertion import Assertion, Claim
from ..model.critique import Critique, GovernmentResponse, Outcome, Recommendation
from ..model.record import Record
from ..model.substance import Effect, Norm
from ..ranges import Range
from .asking import gist_of
from .evidence import said_in

__all__ = ["Subject", "share_in_words", "spoken_of", "subject_of"]


class Subject(Enum):
    """What a claim speaks of."""

    ACT = "act"
    SENTENCES = "sentences"
    PEOPLE = "people"
    OBJECTIONS = "objections"


def subject_of(corpus: Corpus, claim: Claim) -> Subject:
    """What a claim speaks of: its own subject, or else what the statement it comes from speaks of.

    A claim about a package or work counts as one about the act when its statement names neither effects,
    norms nor critiques, or several of these.
    """
    named = {_subject(record) for record in spoken_of(corpus, claim)} - {Subject.ACT}
    return named.pop() if len(named) == 1 else Subject.ACT


def spoken_of(corpus: Corpus, claim: Claim) -> tuple[Record, ...]:
    """The record a claim is about, if more than an act; else all that its statement is about or lists."""
    own = corpus.get(claim.about)
    if own is not None and (_subject(own) is not Subject.ACT or not isinstance(claim.statement, str)):
        return (own,)
    said = said_in(corpus, claim.statement) if isinstance(claim.statement, str) else (claim,)
    found = (corpus.get(id) for each in said for id in _named_by(each))
    return tuple(dict.fromkeys(record for record in found if record is not None))


def _named_by(said: Assertion) -> Iterator[str]:
    yield said.about
    if isinstance(said.value, tuple):
        yield from said.value


def _subject(record: Record) -> Subject:
    if isinstance(record, Effect | Norm):
        return Subject.SENTENCES if record.kind == Sentence.kind else Subject.PEOPLE
    if isinstance(record, Critique | Recommendation | GovernmentResponse | Outcome):
        return Subject.OBJECTIONS
    return Subject.ACT


def share_in_words(corpus: Corpus, claim: Claim) -> str:
    """A share as its source puts it: gist, words of its hedge, and the interval they are read as."""
    statement = corpus.get(claim.statement) if isinstance(claim.statement, str) else None
    said = gist_of(statement if statement is not None else claim).rstrip(".")
    hedge = claim.hedge.surface if isinstance(claim.hedge, Hedge) else ""
    read = f", read as {claim.quantity}" if isinstance(claim.quantity, Range) else ""
    return f"{said} (“{hedge}”{read})." if hedge else f"{said}."
