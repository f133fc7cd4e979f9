"""Validation: all problems, the gravest first, and never an exception."""

from typing import ClassVar

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from strategies import records

import lawtrack as lt
from lawtrack.errors import Severity
from lawtrack.kinds import Sentence
from lawtrack.model.text import LifecycleEvent


def broken():
    """A corpus built by hand with a reference that leads nowhere and an effect nobody speaks of."""
    return lt.Corpus.of([lt.Effect(id="lt:kz/effect/e", kind="unspecified", by=("lt:kz/amendment/none",))])


def test_errors_come_first():
    """Errors, then warnings, then notes."""
    ranks = [list(Severity).index(problem.severity) for problem in lt.validate(broken())]

    assert ranks == sorted(ranks)
    assert ranks[0] == 0


def test_a_lost_reference_is_named():
    """The record, the place and the id that leads nowhere."""
    problem = next(p for p in lt.validate(broken()) if p.code == "LT-REF-002")

    assert problem.record == "lt:kz/effect/e"
    assert "lt:kz/amendment/none" in problem.read


def test_what_was_read_has_no_errors():
    """Reading refuses errors, so what was read has none."""
    assert all(problem.severity is not Severity.ERROR for problem in lt.validate(lt.example("kazakhstan")))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(records.corpora())
def test_corpora_without_errors_have_none(corpus):
    """What holds together is not found fault with."""
    assert all(problem.severity is not Severity.ERROR for problem in lt.validate(corpus))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(records.corpora())
def test_validation_survives_what_is_missing(corpus):
    """With any collection taken away the problems are told, not raised, and twice the same."""
    for name in ("sources", "works", "amendments", "effects", "actors"):
        torn = attrs.evolve(corpus, **{name: ()})

        assert lt.validate(torn) == lt.validate(attrs.evolve(torn))


@attrs.frozen(kw_only=True)
class Loose(lt.Rule):
    """A kind of a study that does not look at what it is built from."""

    kind: ClassVar[str] = "x:demo/loose"
    hours: int = 0

    def __attrs_post_init__(self):
        """Take anything."""


EFFECT = lt.Effect(id="e/1", kind="sentence", after=Sentence(offence="theft"))
WRONG = [
    (lt.Work(id="e/1", events=[1]), "LT-KEY-002", "events"),
    (lt.Work(id="e/1", events=(1,)), "LT-KEY-003", "events[0]"),
    (lt.Work(id="e/1", events=None), "LT-KEY-002", "events"),
    (lt.Work(id="e/1", events=(LifecycleEvent(kind="signed"),)), "LT-KEY-003", "events[0].kind"),
    (attrs.evolve(EFFECT, change="created"), "LT-KEY-003", "change"),
    (attrs.evolve(EFFECT, gist=5), "LT-KEY-003", "gist"),
    (attrs.evolve(EFFECT, schematic=1), "LT-KEY-003", "schematic"),
    (attrs.evolve(EFFECT, kind=Loose.kind, after=Loose(hours="6")), "LT-KEY-003", "after.hours"),
]


@pytest.mark.parametrize(("record", "code", "where"), WRONG)
def test_a_value_of_a_wrong_type_is_told(record, code, where):
    """Record and field are named, nothing is raised, and nothing else is asked of the record."""
    problems = lt.validate(lt.Corpus.of([record]))

    assert [(p.code, p.record, p.where) for p in problems] == [(code, "e/1", where)]


def test_the_other_records_are_checked_all_the_same():
    """One wrong value hides no fault of another record, and makes no reference a lost one."""
    wrong = lt.Work(id="w/1", events=[1])
    lost = lt.Amendment(id="a/1", instrument="w/2")
    found = lt.Amendment(id="a/2", instrument="w/1")

    told = {(p.record, p.code) for p in lt.validate(lt.Corpus.of([wrong, lost, found]))}

    assert told == {("w/1", "LT-KEY-002"), ("a/1", "LT-REF-002")}


def test_a_record_among_others_is_told():
    """A record in the wrong collection is told of, not raised about."""
    assert [p.code for p in lt.validate(lt.Corpus(works=(EFFECT,)))] == ["LT-KEY-003"]
