"""Shares that sources claim, and what each of them speaks of."""

from collections.abc import Container, Iterator
from enum import Enum

from ..corpus import Corpus
from ..hedges import Hedge
from ..identifiers import tail
from ..kinds import Sentence
from ..model.assertion import Assertion, Claim
from ..model.critique import Critique, GovernmentResponse, Outcome, Recommendation
from ..model.record import Record
from ..model.substance import Effect, Norm
from ..ranges import Range
from .asking import effects_of, gist_of
from .briefs import BriefLine
from .changes import effects
from .evidence import said_in

__all__ = ["Subject", "share_lines", "shares_told", "subject_of"]


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


def shares_told(
    corpus: Corpus, package: str | None, role: str | None, about_act: Container[str]
) -> dict[Subject, list[Claim]]:
    """Shares that sources claim of a package, its works or effects, by what they speak of, in order of ids.

    *about_act* are ids of the claims about the package and its works. For a party role, those that speak of
    effects only where one of them touches it.
    """
    shares = [claim for claim in corpus.claims if claim.is_share]
    if not shares:
        return {}
    of_package = {effect.id for effect in effects_of(corpus, package)}
    touching = of_package if role is None else {e.id for e in effects(corpus, package=package, role=role)}
    told: dict[Subject, list[Claim]] = {}
    for claim in shares:
        if claim.id in about_act or claim.about in of_package:
            named = {record.id for record in spoken_of(corpus, claim) if isinstance(record, Effect)}
            if not named or not named.isdisjoint(touching):
                told.setdefault(subject_of(corpus, claim), []).append(claim)
    return told


def share_lines(
    corpus: Corpus, told: dict[Subject, list[Claim]], subject: Subject, section: str
) -> Iterator[BriefLine]:
    """The shares of one subject as lines of a brief."""
    for claim in told.get(subject, ()):
        yield BriefLine(section=section, text=_in_words(corpus, claim), sources=(tail(claim.source),))


def _in_words(corpus: Corpus, claim: Claim) -> str:
    """A share as its source puts it: gist, words of its hedge, and the interval they are read as."""
    statement = corpus.get(claim.statement) if isinstance(claim.statement, str) else None
    said = gist_of(statement if statement is not None else claim).rstrip(".")
    hedge = claim.hedge.surface if isinstance(claim.hedge, Hedge) else ""
    read = f", read as {claim.quantity}" if isinstance(claim.quantity, Range) else ""
    return f"{said} (“{hedge}”{read})." if hedge else f"{said}."
