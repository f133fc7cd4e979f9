import pickle

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies.sanctions import sanctions

from lawtrack.missing import NONE, UNKNOWN
from lawtrack.penalties import NotationError, Sanction, oddities

EXAMPLES = (
    "prison 6..10y + confiscation!",
    "prison <=5y + disqualification <=3y?",
    "fine <=2000 MCI | corrective_labour <=2000 MCI | community_service <=600h"
    " | restriction <=2y | prison <=2y",
    "restriction <=7y | prison <=7y all: + confiscation! + disqualification life!",
    "prison 15..20y | life | death",
    "prison 12..17y + confiscation! + citizenship_loss?",
    "fine x20..x50 bribe | prison <=5y all: + confiscation? + disqualification life!",
    'prison 5..10y + confiscation! if("п. 3") + disqualification life!',
    "[natural] fine =10 MCI + licence_loss? ; [official/small] fine =20 MCI",
    "admin_arrest =15d & disqualification(driving) =7y",
    'fine <=ref("§ 22-3571.01") |& prison <=180d',
    "prison 30y..life+",
    "[indictment] prison <=10y |& fine ; [summary, first] fine <=5000 CAD |& prison <=6mo",
    "fine <=max(1000 USD, x2 value) |& prison <=30d",
    "fine =500 USD /d cap 25000 USD",
    "prison <=5y & fine <=75000 EUR",
    "life | prison >=10y",
    "prison 8mo..2y",
    "fine =150% tax",
    "prison >0y | life all: & fine <=50000 USD?",
)


@given(sanctions)
def test_written_sanctions_read_back_equal(sanction):
    """What is written reads back as the same record, and so with the same normal form."""
    again = Sanction.read(str(sanction))

    assert again == sanction
    assert again.normal_form() == sanction.normal_form()


@pytest.mark.parametrize("text", EXAMPLES)
def test_the_examples_of_the_grammar_print_as_written(text):
    """Canonically spaced notation is printed back to the letter."""
    assert str(Sanction.read(text)) == text


_PIECES = """
    prison fine life + & |& | all: ; [ ] ( ) " if(" ") ref(" max( 5 3..8y <= = x20 bribe ? ! / cap % 2.5 -3
    unknown none
"""
_pieces = st.sampled_from(_PIECES.split())


@given(st.one_of(st.text(), st.lists(_pieces, max_size=25).map(" ".join), st.lists(_pieces).map("".join)))
@example("(" * 5000)
@example("fine <=" + "max(" * 5000)
@example("prison <=" + "9" * 6000 + "y")
@example("prison <=1/0y")
@example("a" * 30_000)
def test_reading_raises_only_notation_errors(text):
    """Whatever the text, reading gives a sanction that prints back, or an error that points into the text."""
    try:
        sanction = Sanction.read(text)
    except NotationError as caught:
        fault = caught
    else:
        assert Sanction.read(str(sanction)) == sanction
        return

    assert 0 <= fault.position <= len(text)


@pytest.mark.parametrize(
    ("text", "code", "position", "told"),
    [
        ("prison 5", "LT-PEN-006", 7, "write prison =5y"),
        ("prison 5y", "LT-PEN-006", 7, "=5y for exactly that"),
        ("prison 8..5y", "LT-PEN-001", 7, "5..8y"),
        ("prison life..20y", "LT-PEN-001", 7, "minimum"),
        ("fine 10 MCI..500 USD", "LT-PEN-005", 5, "one unit"),
        ("prison -2y", "LT-PEN-002", 7, "negative"),
        ("prison <=2.5y", "LT-PEN-006", 9, "30mo"),
        ("prison <=2.3y", "LT-PEN-006", 9, "23/10"),
        ("fine <=1,000 USD", "LT-PEN-006", 7, "1000"),
        ("prson <=5y", "LT-PEN-006", 0, "'prison'"),
        ("prison 3–8y", "LT-PEN-006", 8, "3..8y"),
        ("prison <=5 years", "LT-PEN-006", 11, "'y'"),
        ("prison <=5y + confiscation", "LT-PEN-006", 26, "confiscation!"),
        ("fine (<=30000 EUR | <=x2 gain)", "LT-PEN-006", 5, "two options"),
        ("", "LT-PEN-006", 0, "a kind of penalty"),
        ("prison <=5y all: ", "LT-PEN-006", 17, "after all:"),
    ],
)
def test_errors_name_place_and_way_out(text, code, position, told):
    """A fault has its code, the index where it stands, and words that help."""
    with pytest.raises(NotationError) as caught:
        Sanction.read(text)

    assert (caught.value.code, caught.value.position) == (code, position)
    assert told in str(caught.value)


def test_the_caret_stands_under_the_offending_place():
    """The last line of the message points at the place in the line above."""
    with pytest.raises(NotationError) as caught:
        Sanction.read("prison 3..8y + confiscaton!")

    _, excerpt, caret = str(caught.value).splitlines()
    assert excerpt[caret.index("^") :].startswith("confiscaton")


def test_notation_errors_survive_pickling():
    """Errors cross process borders with all their parts."""
    with pytest.raises(NotationError) as caught:
        Sanction.read("prison 5")
    again = pickle.loads(pickle.dumps(caught.value))

    assert (str(again), again.position, again.text) == (str(caught.value), 7, "prison 5")


def test_life_with_an_extra_is_not_life_without_release():
    """``life+`` ends at its sign; before a kind the sign adds an extra."""
    assert str(Sanction.read("life+confiscation!")) == "life + confiscation!"
    assert str(Sanction.read("life+ + confiscation!")) == "life+ + confiscation!"


def test_unknown_and_none_stand_alone_and_in_a_track():
    """Both words are whole sanctions and may also fill one track."""
    whole = Sanction.read("unknown")
    parts = Sanction.read("[natural] none ; [legal] unknown")

    assert whole.tracks[0].options is UNKNOWN
    assert [track.options for track in parts.tracks] == [NONE, UNKNOWN]
    assert (whole.is_known, parts.is_known, Sanction.read("none").is_known) == (False, False, True)


def test_zero_amounts_and_ranges_to_life_are_oddities():
    """A penalty of zero and a range from a number to life are read and remarked on."""
    codes = [code for code, _ in oddities(Sanction.read("fine =0 EUR | prison 20y..life | prison >0y"))]

    assert codes == ["LT-PEN-003", "LT-PEN-004"]


def test_ordering_signs_are_refused():
    """Sanctions have no total order, and the message says what to use."""
    with pytest.raises(TypeError, match="tiers"):
        sorted([Sanction.read("prison <=5y"), Sanction.read("prison <=7y")])


def test_ends_of_the_first_penalty_of_a_kind_print_themselves():
    """A table cell can be filled from ``term``."""
    sanction = Sanction.read("fine | prison 6mo..4y & arrest <=15d")

    assert [str(end) for end in sanction.term("prison")] == ["6mo", "4y"]
    assert [str(end) for end in sanction.term("arrest")] == ["general part", "15d"]
    assert sanction.term("death") == (NONE, NONE)
    assert [str(end) for end in Sanction.read("life").term()] == ["life", "life"]


def test_extras_are_listed_with_their_flags():
    """Only what ``+`` joins is an extra; a condition shows as ``if``."""
    sanction = Sanction.read('prison <=5y & fine + confiscation! all: + expulsion? + rank_loss if("x")')

    assert sanction.extras() == {"confiscation": "!", "expulsion": "?", "rank_loss": "if"}


def test_terms_of_several_tracks_are_refused():
    """With several tracks the caller must choose one."""
    with pytest.raises(ValueError, match="tracks"):
        Sanction.read("[first] fine ; [second] prison <=1y").term()


def test_reading_what_is_no_text_is_a_notation_error():
    """A missing value is no sanction, and the error is the one that every bad text gives."""
    with pytest.raises(NotationError, match="a text"):
        Sanction.read(None)
