"""A proposed sentence is one sentence, and a judgment comes after what it judges."""

import pytest

import lawtrack as lt

KZ = lt.example("kazakhstan")
DATES = {"offence_on": "2016-12-20", "judged_on": "2017-03-15"}


@pytest.mark.parametrize(
    "proposed",
    [
        "prison 5..20y",
        "prison >=5y",
        "prison =5y | death",
        "prison =5y ; [legal] death",
        "prison =5y |& fine =5 MCI",
        "prison =5y + confiscation?",
        "unknown",
        "none",
    ],
)
def test_what_leaves_something_open_is_no_sentence(proposed):
    """Ranges, choices, classes and unknowns are refused."""
    with pytest.raises(lt.ReadingError, match="one concrete sentence"):
        lt.applicable_sanctions(KZ, "art. 255(1)", mode="concrete", proposed=proposed, **DATES)


@pytest.mark.parametrize(
    ("proposed", "permitted"), [("prison =5y", True), ("prison =11y", False), ("life", False)]
)
def test_a_concrete_sentence_is_tested(proposed, permitted):
    """Against the law that applies: four to ten years."""
    answer = lt.applicable_sanctions(KZ, "art. 255(1)", mode="concrete", proposed=proposed, **DATES)

    assert answer.permitted is permitted


def test_a_continuing_offence_is_judged_after_it_began():
    """A judgment before it is refused, as for an offence of one day."""
    with pytest.raises(lt.ReadingError, match="before the offence"):
        lt.applicable_sanctions(KZ, "255(1)", offence_on="2020-01-01..2021-01-01", judged_on="1990-01-01")
