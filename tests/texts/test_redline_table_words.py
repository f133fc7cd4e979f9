"""The comparative table names every change, also beside figures."""

import pytest

import lawtrack as lt


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "Force on 1 June 2015.\n",
            "Force on 1 March 2019, but not for companies.\n",
            ("1 June 2015 → 1 March 2019", "but not for companies"),
        ),
        ("A term of 5 years.\n", "A term of 7 years, if armed.\n", ("5 years → 7 years", "if armed")),
        ("A term of 5 years.\n", "A term of 7 years.\n", ("5 years → 7 years",)),
    ],
)
def test_words_beside_figures_are_named(old, new, told):
    """A figure that changed hides no words that changed beside it."""
    ((_, _, said),) = lt.redline(old, new).table().rows

    assert all(words in said for words in told)
    assert len(told) > 1 or said == told[0]
