"""Sentences seen in practice against the statute, and names of prison regimes."""

import pytest

import lawtrack as lt
from lawtrack.kinds import Sentence
from lawtrack.missing import UNKNOWN
from lawtrack.queries import same_regime, within_statutory_range
from lawtrack.sentencing import Containment

DAY = "2016-12-20"


@pytest.fixture(scope="module")
def recruiters():
    """Most convicted recruiters: three to six years in general-regime colonies."""
    return lt.example("kazakhstan")["recruiters-sentences"]


@pytest.mark.parametrize(
    ("sanction", "answer"),
    [
        ("prison 3..8y", Containment.INSIDE),
        ("prison 5..9y", Containment.PARTLY),
        ("prison 7..12y", Containment.OUTSIDE),
        ("prison <=8y", Containment.UNKNOWN),
        (UNKNOWN, Containment.UNKNOWN),
    ],
)
def test_three_to_six_years_against_a_statute(recruiters, sanction, answer):
    """The observed range lies inside, partly inside or outside; nobody calls it harsher or milder."""
    assert within_statutory_range(recruiters, sanction).answer is answer


def test_general_part_of_the_day_settles_an_open_minimum(recruiters):
    """Up to eight years begins at six months in Kazakhstan, so three to six lies inside."""
    found = within_statutory_range(recruiters, "prison <=8y", on=DAY)

    assert str(found) == "inside"
    assert str(found.permitted) == "prison 6mo..8y"


def test_plain_terms_are_taken_too():
    """A range in notation stands for a statistic."""
    assert str(within_statutory_range("prison 3..6y", "prison 3..8y")) == "inside"


def test_statistic_without_a_term_is_unknown():
    """A count says nothing about terms."""
    plots = lt.example("kazakhstan")["plots-stopped"]

    assert within_statutory_range(plots, "prison 3..8y").reasons == ("The statistic gives no term.",)


def test_regime_of_a_sentence_is_compared(recruiters):
    """Older and newer name of one regime are the same regime, and the answer says so."""
    sentence = Sentence(sanction=lt.Sanction.read("prison 3..8y"), regime="medium-security institution")
    found = within_statutory_range(recruiters, sentence, on=DAY)

    assert found.regime is True
    assert "is the regime that the law calls" in found.reasons[-1]


@pytest.mark.parametrize(
    ("one", "other", "on", "answer"),
    [
        ("general regime", "medium security", "2016-01-01", True),
        ("General-Regime penal colony", "общий режим", "2016-01-01", True),
        ("general regime", "strict regime", "2016-01-01", False),
        ("general regime", "medium security", None, True),
        ("general regime", "medium security", "2020-01-01", UNKNOWN),
        ("general regime", "somewhere else", None, UNKNOWN),
        ("somewhere else", "Somewhere  Else", None, True),
    ],
)
def test_names_of_regimes_are_dated(one, other, on, answer):
    """Two right names in 2016; after the law of April 2017 the older one is no name of the law any more."""
    assert same_regime(one, other, jurisdiction="KZ", on=on) is answer
