"""Words put in the place of words: exact, whole words, once or everywhere."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.texts.substitution import SubstitutionError, apply_substitution, places_of

CLAUSE = (
    "наказываются лишением свободы на срок от четырех до десяти лет с конфискацией имущества или без таковой."
)


def test_article_255_follows_from_the_formula():
    """The step from four to six years, with confiscation compulsory, as one replacement of words."""
    after = apply_substitution(
        CLAUSE,
        "от четырех до десяти лет с конфискацией имущества или без таковой",
        "от шести до десяти лет с конфискацией имущества",
    )

    assert after == ("наказываются лишением свободы на срок от шести до десяти лет с конфискацией имущества.")


def test_absent_words_are_an_error():
    """The error names both sides, and the part."""
    with pytest.raises(SubstitutionError, match=r"'пяти'.*'шести'") as told:
        apply_substitution(CLAUSE, "пяти", "шести", part="часть первая")

    assert told.value.places == ()
    assert "in часть первая" in str(told.value)


def test_words_in_other_case_are_pointed_to():
    """Case counts, and a near miss is told."""
    with pytest.raises(SubstitutionError, match="in other case at 38"):
        apply_substitution(CLAUSE, "От четырех", "от шести")


def test_words_that_stand_twice_are_an_error():
    """The error names both sides and every place found, and the way out."""
    with pytest.raises(SubstitutionError, match="each=True") as told:
        apply_substitution("до двух лет либо до двух лет", "двух лет", "трех лет")

    assert [place.start for place in told.value.places] == [3, 20]
    assert (told.value.old, told.value.new) == ("двух лет", "трех лет")


def test_each_replaces_every_occurrence():
    """Where the law means all of them, the caller says so."""
    assert apply_substitution("до двух лет либо до двух лет", "двух", "трех", each=True) == (
        "до трех лет либо до трех лет"
    )


def test_whole_words_only():
    """«лет» does not stand in «летний», and «10» not in «10-1», «2.10» or «1,10»."""
    assert places_of("летний срок", "лет") == ()
    assert [place.start for place in places_of("10-1, 2.10, 1,10, 10 лет", "10")] == [18]


def test_layout_does_not_count():
    """No-break spaces, line ends, soft hyphens and kinds of quotation marks are not wording."""
    text = "на срок до\u00a0двух\nлет по делам «о свя\u00adзи»"

    assert len(places_of(text, "до двух лет")) == 1
    assert len(places_of(text, '"о связи"')) == 1


def test_blank_at_the_end_of_the_words_belongs_to_them():
    """Acts that print a blank inside the marks mean it to go or to come."""
    assert apply_substitution("a fee and which is paid.", " and which is paid.", ".") == "a fee."
    assert apply_substitution("in 5 states; or", "; or", " or more; or") == "in 5 states or more; or"


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("с конфискацией или без таковой.", "или без таковой", "с конфискацией."),
        ("с конфискацией или без таковой, либо", "или без таковой", "с конфискацией, либо"),
        ("один два три", "два", "один три"),
        ("два три", "два", "три"),
        ("один два", "два", "один"),
    ],
)
def test_words_taken_out_leave_one_space(text, words, after):
    """No double space and none before a mark that closes."""
    assert apply_substitution(text, words, "") == after


def test_no_words_to_go_is_an_error():
    """An empty left side would match everywhere."""
    with pytest.raises(SubstitutionError, match="which words"):
        apply_substitution(CLAUSE, " ", "x")


def test_error_travels():
    """It can be pickled, as errors of worker processes are."""
    with pytest.raises(SubstitutionError) as told:
        apply_substitution("а а", "а", "б")

    assert str(pickle.loads(pickle.dumps(told.value))) == str(told.value)


word = st.text("абвг", min_size=1, max_size=4)


@given(st.lists(word, max_size=6), word, st.lists(word, max_size=6), word)
def test_all_else_stays(before, old, after, new):
    """What stands around the one occurrence is kept to the character, and the way back leads back."""
    sides = [w for w in (*before, *after) if w not in (old, new)]
    cut = min(len(before), len(sides))
    left, right = sides[:cut], sides[cut:]
    text = " ".join((*left, old, *right))
    made = apply_substitution(text, old, new)

    assert made == " ".join((*left, new, *right))
    assert apply_substitution(made, new, old) == text
