"""Selectors against texts: found, ambiguous, orphaned, and what the digest alone can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.passages import passage_digest

TEXT = "Who gathers is fined. Who gathers again is arrested. Nobody else is fined."
WORDS = st.lists(
    st.sampled_from(["who", "Gathers", "is", "fined", "жиын", "ß", "again"]), min_size=1, max_size=6
)


@pytest.mark.parametrize(
    ("selector", "state", "start"),
    [
        (lt.Selector(exact="gathers again"), "found", 26),
        (lt.Selector(exact="WHO  gathers\nagain"), "found", 22),
        (lt.Selector(exact="is fined"), "ambiguous", None),
        (lt.Selector(exact="is fined", prefix="Who gathers"), "found", 12),
        (lt.Selector(exact="is fined", prefix="nobody else", suffix="."), "found", 65),
        (lt.Selector(exact="is fined", start=65, end=73), "found", 65),
        (lt.Selector(exact="is fined", prefix="they say"), "ambiguous", None),
        (lt.Selector(exact="is hanged"), "orphaned", None),
        (lt.Selector(exact="is hanged", start=0, end=9), "orphaned", None),
        (lt.Selector(start=0, end=11), "found", 0),
        (lt.Selector(start=0, end=1100), "orphaned", None),
        (lt.Selector(fragment="art. 5"), "unchecked", None),
    ],
)
def test_what_decides_where_a_passage_stands(selector, state, start):
    """The quotation counts, then its context, then the position; spaces and case never do."""
    found = lt.anchor(selector, TEXT)

    assert found.state.value == state
    assert start is None or [span[0] for span in found.spans] == [start]


def test_quotation_wins_over_position():
    """A report set anew has its words elsewhere: found there, with a warning."""
    found = lt.anchor(lt.Selector(exact="again", start=3, end=8), TEXT)

    assert (found.state.value, found.spans) == ("found", ((34, 39),))
    assert "at 34 and not, as recorded, at 3" in found.warning


def test_position_alone_cannot_vouch_for_words():
    """Without words or digest nobody can tell whether the text is still the same."""
    assert "position alone" in lt.anchor(lt.Selector(start=0, end=3), TEXT).warning


@given(WORDS, WORDS, WORDS)
def test_a_digest_finds_its_passage_wherever_it_stands(before, passage, after):
    """Terms and digest find the passage in any text that holds it, and what they find is the passage."""
    told = " ".join(passage)
    selector = lt.Selector.of(told, words=2)
    text = "\n".join([*before, told.upper() if "ß" not in told else told, *after])
    found = lt.anchor(selector, text)

    assert found.state.value in ("found", "ambiguous")
    assert all(passage_digest(text[start:end]) == selector.digest for start, end in found.spans)


@given(WORDS, WORDS)
def test_a_digest_is_not_fooled(passage, other):
    """Another passage has another digest, however alike its first words are."""
    one, two = " ".join(passage), " ".join(other)

    same = one.casefold() == two.casefold()
    assert (passage_digest(one) == passage_digest(two)) == same


def test_the_passage_itself_is_not_kept():
    """First and last words and a digest: the middle of the passage stands nowhere in the selector."""
    kept = lt.Selector.of("one two three secret words here four five six")

    assert kept.terms == ("one two three", "four five six")
    assert "secret" not in repr(kept)


@pytest.mark.parametrize(
    "fields",
    [
        {"start": 3},
        {"start": 5, "end": 5},
        {"start": -1, "end": 5},
        {"digest": "sha256:beef"},
        {"terms": ("alone",)},
    ],
)
def test_half_a_selector_is_refused(fields):
    """A position without an end, terms without a digest or a digest that is none are refused."""
    with pytest.raises(lt.ReadingError):
        lt.Selector(**fields)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("simple_shft(+2y)", "Did you mean 'simple_shift'"),
        ("change(widened)", "one of"),
        ("simple_shift()", "1 or 2"),
        ("not(power)", "name with brackets"),
        ("kind(any())", "takes words"),
        ("kind(power", "bracket"),
        ("power", "name with brackets"),
    ],
)
def test_a_test_that_is_none_is_refused(text, told):
    """The notation of tests is closed: a slip is named, with what was expected."""
    with pytest.raises(lt.ReadingError, match=told):
        lt.Predicate.read(text)
