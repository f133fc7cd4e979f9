"""No text makes the parser fail, and whatever it says of a text points into it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.clauses import clause_like

from lawtrack import Sanction, parse_sanction
from lawtrack.sanction_text import AMBIGUITIES, LANGUAGES, RULES

CLAUSES = {
    "fr": "encourt : a) par procédure sommaire, une amende de 5 à 9 $ et un emprisonnement d'un an, ou l'une de ces peines",
    "es": "con prisión de seis meses o multa de $ 50 a $ 90 (noventa pesos) e inhabilitación, y el doble en caso de reincidencia",
    "ru": "наказывается штрафом в размере от трех до семи тысяч МРП либо арестом, с конфискацией",
    "kk": "мүлкі тәркіленіп немесе онсыз, жеке тұлғаларға – бес, заңды тұлғаларға – он АЕК айыппұл салуға не қамаққа алуға",
    "de": "in den Fällen des Absatzes 1 mit Freiheitsstrafe von drei bis zu fünf Jahren oder mit Geldstrafe, sonst "
    "mit Geldbuße bis zum Doppelten des Gewinns oder mit beiden Strafen bestraft. Daneben kann Fahrverbot angeordnet werden",
    "en": "(a) on summary conviction, to a fine of up to $5 or twice the value, whichever is less, or both",
}


def check(text, lang):
    parsed = parse_sanction(text, lang=lang, jurisdiction="US")

    assert parsed.text == text
    for piece in (*parsed.spans, *parsed.unparsed):
        assert text[piece.start : piece.end] == piece.text
    starts = [piece.start for piece in parsed.unparsed]
    assert starts == sorted(starts)
    assert all(first.end <= second.start for first, second in pairwise(parsed.unparsed))
    for doubt in parsed.ambiguities:
        assert doubt.code in AMBIGUITIES
        assert doubt.taken == parsed.sanction
        assert 0 <= doubt.start <= doubt.end <= len(text)
    assert {rule.partition(".")[2] for rule in parsed.rule_ids} <= set(RULES)
    assert Sanction.read(str(parsed.sanction)) == parsed.sanction
    assert not (parsed.complete and parsed.unparsed)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
def test_any_words_of_the_language(lang, data):
    """The language's own words, in any order, are read or quoted."""
    check(data.draw(clause_like(lang)), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=st.text(max_size=200))
def test_any_text(lang, text):
    """So is any text at all."""
    check(text, lang)


@pytest.mark.parametrize("lang", CLAUSES)
@given(data=st.data())
def test_mutated_clauses(lang, data):
    """And a clause with pieces cut out, doubled and moved."""
    words = CLAUSES[lang].split()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(words)))
        end = data.draw(st.integers(start, len(words)))
        to = data.draw(st.integers(0, len(words)))
        words = data.draw(
            st.sampled_from(
                [
                    words[:start] + words[end:],
                    words[:end] + words[start:],
                    words[:to] + words[start:end] + words[to:],
                ]
            )
        )
    check(" ".join(words), lang)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["(" * 5000, "1 " * 5000, "от " * 5000, "or both " * 3000, "(a) (i) " * 3000, "1/0 9" * 99]
)
def test_monotonous_texts(lang, text):
    """Long repetition of one thing is no trap."""
    check(text, lang)
