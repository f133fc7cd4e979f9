"""The five tokens that stand where a value would."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.missing import (
    ABSENT,
    NONE,
    NOT_APPLICABLE,
    NOT_STATED,
    TOKENS,
    UNKNOWN,
    Missing,
    is_known,
    is_open,
)

anything = st.one_of(
    st.sampled_from(Missing),
    st.sampled_from(list(TOKENS)),
    st.none(),
    st.integers(),
    st.just(()),
    st.just(""),
)


@pytest.mark.parametrize("token", Missing)
def test_a_token_has_no_truth(token):
    """Testing a token for truth raises, and the message names what to ask instead."""
    with pytest.raises(TypeError, match="is_known"):
        bool(token)


@pytest.mark.parametrize("token", Missing)
def test_a_token_survives_copies_and_pickles(token):
    """A token stays the one object that ``is`` finds."""
    assert copy.deepcopy(token) is token
    assert pickle.loads(pickle.dumps(token)) is token


def test_there_are_five_answers():
    """The five tokens are five, and each has its word in files."""
    assert set(TOKENS.values()) == {UNKNOWN, NOT_STATED, NONE, NOT_APPLICABLE, ABSENT}
    assert [str(token) for token in Missing] == list(TOKENS)


@pytest.mark.parametrize("token", Missing)
def test_two_tokens_leave_the_question_open(token):
    """UNKNOWN and NOT_STATED leave it open; the other three are answers."""
    assert is_open(token) is (token in (UNKNOWN, NOT_STATED))


@given(anything)
def test_everything_but_a_token_is_known(value):
    """Any value is known, also an empty, false or token-like one; no token is."""
    assert is_known(value) is (type(value) is not Missing)
