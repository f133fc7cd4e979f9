"""Validation: all problems, the gravest first, and never an exception."""

import attrs
from hypothesis import HealthCheck, given, settings
from strategies import records

import lawtrack as lt
from lawtrack.errors import Severity


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
