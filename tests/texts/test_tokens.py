"""Words of every script, numbers with what groups them, and what of a text is only layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.wordings import law_texts

from lawtrack.texts.tokens import accents_end, fold, folded_text, inside_number, same_but_layout, tokens


@given(law_texts | st.text())
def test_tokens_joined_are_the_text(text):
    """Nothing of a text is lost or changed by splitting it."""
    assert "".join(tokens(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fine of 75 000,50 €.", ["fine", " ", "of", " ", "75 000,50", " ", "€", "."]),
        ("R610-1 and 41bis", ["R610", "-", "1", " ", "and", " ", "41bis"]),
        ("in 2016 100 people", ["in", " ", "2016 100", " ", "people"]),
        ("l’article 5, 6", ["l", "’", "article", " ", "5", ",", " ", "6"]),
        ("हिन्दी", ["हिन्दी"]),
        ("第五条", ["第", "五", "条"]),
        ("ที่ดิน 5", ["ที่", "ดิ", "น", " ", "5"]),
        ("co\u00adop", ["co\u00adop"]),
        ("e\u0301tat", ["e\u0301tat"]),
    ],
)
def test_tokens_of(text, expected):
    """Marks stay with their letters, groups of digits together, unspaced scripts go letter by letter."""
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n\nc", "a b c"),
        ("§ 447", "§\u2009447"),
        ("§447", "§ 447"),
        ("75 000 €", "75000€"),
        ("1 234 567", "1234567"),
        ("« mot »", '"mot"'),
        ("l’État", "l'État"),
        ("in – out", "in - out"),
        ("co\u00adoperate", "cooperate"),
        ("её", "ее"),
        ("мо\u0438\u0306", "мой"),
        ("l'e\u0301tat", "l'état"),
        ("е\u0308лка", "елка"),
        (" edge ", "edge"),
    ],
)
def test_layout_only(one, other):
    """Blanks, quotes, dashes, invisible signs, ё, accents apart and groups of digits are layout."""
    assert same_but_layout(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 2", "12"),
        ("a b", "ab"),
        ("Euros", "euros"),
        ("a, b", "a b"),
        ("art. 5 000 1", "art. 5 0001"),
        ("é", "e"),
    ],
)
def test_not_layout_only(one, other):
    """Letters, their case, signs, and blanks between words or separate numbers are wording."""
    assert not same_but_layout(one, other)


@given(law_texts)
def test_folding_keeps_the_way_back(text):
    """Every character left by folding comes from one that folds to it, in the same order."""
    folded = fold(text)
    sources = [folded.source(at) for at in range(len(folded.text))]

    assert folded.text == folded_text(text)
    assert sources == sorted(set(sources))
    for char, at in zip(folded.text, sources, strict=True):
        letter = text[at : accents_end(text, at + 1)]
        assert char == " " or folded_text(f"x{letter}x")[1:-1] == char


@given(law_texts)
def test_folding_twice_changes_nothing_more(text):
    """What is folded has no layout left."""
    once = folded_text(text)

    assert folded_text(once) == once


@given(law_texts, st.sampled_from(["", " ", "\u00a0\u00a0", "\n", "\u00ad", ",", "5", "x"]), law_texts)
def test_the_same_but_layout_as_a_whole(before, between, after):
    """Looking only at what differs and a little around it answers as folding the whole texts does."""
    one, other = before + after, before + between + after

    assert same_but_layout(one, other) == (folded_text(one) == folded_text(other))


def test_a_page_of_blanks_folds_at_once():
    """A long run of white space costs time in proportion to its length."""
    assert folded_text("a" + " " * 300_000 + "b") == "a b"


@pytest.mark.parametrize(
    ("text", "at", "held"),
    [
        ("of 75 000 €", 5, (3, 9)),
        ("of 75 000 €", 3, None),
        ("art. 5, 6", 6, None),
        ("1.500", 1, (0, 5)),
        ("", 0, None),
    ],
)
def test_place_inside_a_number(text, at, held):
    """A place between the digits of one number is told with the whole of it."""
    assert inside_number(text, at) == held


@given(st.text("0123 .,ab", max_size=20), st.integers(0, 20))
def test_a_number_that_is_cut_is_a_token(text, at):
    """What is told to be cut at a place has that place inside it, and is a number with its separators."""
    if held := inside_number(text, at):
        assert held[0] < at < held[1]
        assert text[held[0]].isdigit()
        assert text[held[1] - 1].isdigit()
