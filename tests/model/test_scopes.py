"""Scopes: their notation, and inclusion as far as facts decide it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.leaves import scope_terms, thresholds
from strategies.scopes import broader, plain_terms, scopes, terms, things

from lawtrack.dates import Duration
from lawtrack.errors import ReadingError
from lawtrack.missing import UNKNOWN
from lawtrack.model.scope import Comparator, Openness, Scope, ScopeTerm, Threshold

closed = st.just(Openness.CLOSED)
plain_closed = scopes(plain_terms, closed)


@given(scope_terms)
def test_a_term_reads_back(term):
    """A scope term prints the notation that reads back as the same term."""
    assert ScopeTerm.read(str(term)) == term


@given(thresholds)
def test_a_threshold_reads_back(threshold):
    """A threshold prints the notation that reads back as the same threshold."""
    assert Threshold.read(str(threshold)) == threshold


@pytest.mark.parametrize(
    "text", ["", "guest [", "guest []", "guest [a,,b]", "guest [ ]", "a b", "gäst", "x:"]
)
def test_a_malformed_term_is_refused(text):
    """What is not a concept with facet and qualifiers is no scope term."""
    with pytest.raises(ReadingError):
        ScopeTerm.read(text)


@pytest.mark.parametrize(
    "parts", [("object:firearm",), ("a", "x"), ("asset", "", ("a,b",)), ("asset", "", ("",))]
)
def test_a_term_that_would_read_back_differently_is_refused(parts):
    """A term cannot be built of parts that mean something else in its notation."""
    with pytest.raises(ReadingError):
        ScopeTerm(*parts)


@pytest.mark.parametrize("text", ["10 d", "> d", "> -1 d", "> ٣ firearm", "> 5", "=> 5 d"])
def test_a_malformed_threshold_is_refused(text):
    """A threshold needs a comparator, and a duration or a counted number."""
    with pytest.raises(ReadingError):
        Threshold.read(text)


def test_a_threshold_cannot_count_days():
    """Ten of unit "d" would read back as a duration, so it has to be one."""
    with pytest.raises(ReadingError, match="Duration"):
        Threshold(Comparator.MORE, Duration.read("10 d").days, "d")


@given(terms)
def test_a_term_includes_itself(term):
    """Inclusion of terms is reflexive."""
    assert term.includes(term, broader) is True


@given(terms, terms, terms)
def test_inclusion_of_terms_is_transitive(a, b, c):
    """A term certainly inside one that is certainly inside a third is certainly inside the third."""
    if a.includes(b, broader) is True and b.includes(c, broader) is True:
        assert a.includes(c, broader) is True


def test_terms_of_two_facets_exclude_each_other():
    """The object firearm is not the purpose firearm."""
    assert ScopeTerm.read("object:firearm").includes(ScopeTerm.read("purpose:firearm")) is False


def test_a_qualifier_narrows():
    """Known assets are assets; whether all assets are known ones is not decided."""
    assets, known = ScopeTerm.read("asset"), ScopeTerm.read("asset [known]")

    assert (assets.includes(known), known.includes(assets)) == (True, UNKNOWN)


@given(scopes())
def test_a_scope_includes_itself(scope):
    """Inclusion of scopes is reflexive (I-26)."""
    assert scope.includes(scope, broader) is True


@given(scopes(), scopes(), scopes())
def test_inclusion_of_scopes_is_transitive(a, b, c):
    """Certain inclusion passes on (I-26)."""
    if a.includes(b, broader) is True and b.includes(c, broader) is True:
        assert a.includes(c, broader) is True


@given(plain_closed, plain_closed)
def test_a_definite_answer_is_right_in_a_world_that_can_be_counted_out(a, b):
    """Where a closed scope says yes or no, so do the things it stands for."""
    answer = a.includes(b, broader)

    assert answer in (UNKNOWN, things(b) <= things(a))


@given(st.lists(plain_terms, min_size=1, max_size=2), st.lists(plain_terms, max_size=2))
def test_closed_lists_without_exceptions_are_decided(mine, theirs):
    """Between closed lists of known concepts, of which none is excepted, nothing stays open."""
    a, b = (Scope(include=held, openness=Openness.CLOSED) for held in (mine, theirs))

    assert a.includes(b, broader) is (things(b) <= things(a))


@given(scopes(), scopes(openness=closed))
def test_an_open_scope_is_never_certainly_inside_a_closed_one(a, b):
    """A list that may go on may hold what a closed one lacks (I-27)."""
    if a.openness is not Openness.CLOSED:
        assert b.includes(a, broader) is not True


@given(scopes(), terms)
def test_adding_an_exception_never_grows_a_scope(scope, term):
    """A scope includes itself with one more exception (I-26)."""
    less = Scope(include=scope.include, exclude=(*scope.exclude, term), openness=scope.openness)

    assert scope.includes(less, broader) is True


@given(scopes(), scopes(), terms)
def test_what_fits_into_a_scope_fits_before_it_had_an_exception(a, b, term):
    """Whatever is certainly inside a scope with an exception is certainly inside it without (I-26)."""
    less = Scope(include=a.include, exclude=(*a.exclude, term), openness=a.openness)
    if less.includes(b, broader) is True:
        assert a.includes(b, broader) is True


@given(scopes(openness=closed), scopes(openness=closed), terms)
def test_adding_a_term_never_shrinks_a_scope(a, b, term):
    """Whatever is certainly inside a closed scope is certainly inside it with one more term (I-26)."""
    more = Scope(include=(*a.include, term), exclude=a.exclude, openness=a.openness)
    if a.includes(b, broader) is True:
        assert more.includes(b, broader) is True


@given(scopes(), st.randoms())
def test_the_order_of_terms_does_not_matter(scope, random):
    """A scope is a set: its terms written in another order give the same scope (I-30)."""
    terms = list(scope.include)
    random.shuffle(terms)

    assert Scope(include=terms, exclude=scope.exclude[::-1], openness=scope.openness) == scope


def test_the_worked_order_of_literature():
    """All literature but internal documents is certainly within open literature, not the other way round."""
    b = Scope.of("religious_literature", openness=Openness.OPEN)
    c = Scope(include=["religious_literature"], exclude=["internal_documents"])

    assert (b.includes(c), c.includes(b)) == (True, UNKNOWN)


def test_what_a_scope_excludes_is_not_inside_it():
    """Rifles are no part of weapons except firearms."""
    spared = Scope(include=["weapon"], exclude=["firearm"], openness=Openness.CLOSED)

    assert spared.includes(Scope.of("rifle", openness=Openness.CLOSED), broader) is False
