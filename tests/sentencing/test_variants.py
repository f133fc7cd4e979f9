"""Sanctions worked out from others: fractions and caps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.sanctions import sanctions

from lawtrack.errors import ReadingError
from lawtrack.penalties import Sanction
from lawtrack.sentencing import derived, with_variant


@pytest.mark.parametrize(
    ("text", "formula", "meant"),
    [
        ("prison 6..10y + confiscation!", "3/4 of maximum", "prison 6y..90mo + confiscation!"),
        ("prison 4..8y", "1/2 of maximum", "prison 4..4y"),
        ("prison 4..8y", "1/2 of both", "prison 2..4y"),
        ("prison 4..8y", "1/2 of minimum", "prison 2..8y"),
        ("prison <=5y", "3/4 of maximum", "prison <=45mo"),
        ("fine <=100 MCI | prison <=4y", "1/2 of maximum", "fine <=100 MCI | prison <=2y"),
        ("prison 15..20y | life", "3/4 of maximum", "prison 15..15y | life"),
    ],
)
def test_fractions_are_exact(text, formula, meant):
    """Years that break become months; kinds not named and life stay."""
    assert str(derived(text, formula)) == meant


def test_rounding_is_down_and_told():
    """Three quarters of seven years are 63 months; in whole years that is five, and a note says so."""
    answer = derived("prison 3..7y", "3/4 of maximum", round_to="y")

    assert str(answer) == "prison 3..5y"
    assert "63mo is rounded down to 5y." in answer.notes


def test_maximum_below_the_minimum_leaves_the_minimum_unknown():
    """Half of ten years is below six: how low a court may go then is not in the clause."""
    answer = derived("prison 6..10y", "1/2 of maximum")

    assert str(answer) == "prison unknown..5y"
    assert "not known" in answer.notes[1]


@pytest.mark.parametrize("formula", ["3/4", "3/4 of the maximum", "5/4 of maximum", "1/0 of maximum", ""])
def test_other_formulas_are_refused(formula):
    """A fraction above one, or words beside it, is an error with an example."""
    with pytest.raises(ReadingError, match="3/4 of maximum"):
        derived("prison 3..7y", formula)


@given(sanctions, st.sampled_from(["maximum", "minimum", "both"]))
def test_whole_of_anything_changes_nothing(sanction, end):
    """One whole is the sanction itself."""
    assert derived(sanction, f"1/1 of {end}").sanction == sanction


@given(sanctions, st.sampled_from(["1/2 of maximum", "2/3 of both"]))
def test_derived_sanctions_can_be_written(sanction, formula):
    """Whatever comes out is a sanction of the notation."""
    made = derived(sanction, formula, kinds=("prison", "fine", "arrest")).sanction

    assert Sanction.read(str(made)) == made


def test_juvenile_cap_is_a_track_of_its_own():
    """The general track stays; for juveniles life and death go and terms end at the cap."""
    answer = with_variant(
        "prison 10..20y | life | death", "juvenile", caps={"prison": "12y"}, without=("life", "death")
    )

    assert str(answer) == "prison 10..20y | life | death ; [juvenile] prison 10..12y"
    assert "life is left out for juvenile." in answer.notes


def test_cap_that_does_not_bite_changes_nothing():
    """A maximum below the cap stays."""
    assert str(with_variant("prison 3..8y", "juvenile", caps={"prison": "10y"})) == (
        "prison 3..8y ; [juvenile] prison 3..8y"
    )


def test_capped_track_is_milder():
    """Comparison pairs the class with the general track of the other side."""
    general = Sanction.read("prison 3..12y")

    assert (
        general.compare(with_variant(general, "juvenile", caps={"prison": "10y"}).sanction).words()
        == "MILDER"
    )


def test_class_with_nothing_left_is_refused():
    """A sanction of death alone leaves nothing for those on whom it may not be imposed."""
    with pytest.raises(ValueError, match="nothing is left"):
        with_variant("death", "juvenile", caps={}, without=("death",))


def test_class_that_has_a_track_is_refused():
    """Two tracks for one class would be two answers."""
    with pytest.raises(ValueError, match="already"):
        with_variant("prison <=5y ; [juvenile] prison <=2y", "juvenile", caps={"prison": "1y"})
