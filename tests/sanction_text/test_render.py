"""What is said in words reads as it was (I-43)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.clauses import sayable

from lawtrack import ReadingError, parse_sanction, render
from lawtrack.sanction_text import LANGUAGES
from lawtrack.sanction_text.lexicon import Lexicon

SPEAKING = [lang for lang in LANGUAGES if Lexicon.shipped(lang).sayings]


@pytest.mark.parametrize("lang", SPEAKING)
@given(data=st.data())
def test_reading_what_was_said(lang, data):
    """Reading a rendered sanction gives the same normal form, whole."""
    sanction = data.draw(sayable(lang))
    parsed = parse_sanction(render(sanction, lang), lang=lang, jurisdiction="KZ")

    assert parsed.complete, parsed
    assert str(parsed.sanction.normal_form()) == str(sanction.normal_form())


@pytest.mark.parametrize(
    ("notation", "lang", "words"),
    [
        (
            "prison 4..10y + confiscation?",
            "ru",
            "наказывается лишением свободы на срок от 4 до 10 лет с конфискацией имущества или без такового",
        ),
        ("fine =1 MCI", "ru", "наказывается штрафом в размере 1 месячный расчетный показатель"),
        ("prison <=21y", "ru", "наказывается лишением свободы на срок до 21 года"),
        ("prison =22mo", "ru", "наказывается лишением свободы на срок 22 месяца"),
        (
            "fine <=5000 GBP |& prison <=1y",
            "en",
            "shall be liable to a fine of not more than 5000 pounds or imprisonment "
            "for a term of not more than 1 year, or to both",
        ),
    ],
)
def test_words_of_a_sanction(notation, lang, words):
    """A notation, and the clause that says it."""
    assert render(notation, lang) == words


@pytest.mark.parametrize(
    ("notation", "told"),
    [
        ("[natural] fine =1 MCI ; [legal] fine =2 MCI", "track"),
        ("unknown", "unknown"),
        ("fine <=max(1 MCI, 2 MCI)", "max"),
        ('prison <=1y + confiscation! if("x")', "confiscation"),
        ("fine <=1 UYU", "UYU"),
        ("prison <=1y | fine <=1 MCI + confiscation! | death", "first or last"),
    ],
)
def test_what_cannot_be_said_is_named(notation, told):
    """A part outside the subset is refused with its notation."""
    with pytest.raises(ReadingError, match=told):
        render(notation, "ru")
