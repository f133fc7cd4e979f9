import pytest

from lawtrack.errors import ReadingError
from lawtrack.penalties import PenaltyLadder, Sanction


def test_ladders_read_back_equal():
    """A ladder is a value with a notation."""
    ladder = PenaltyLadder.read("KZ: fine < restriction = arrest < prison")

    assert PenaltyLadder.read(str(ladder)) == ladder
    assert ladder.ranks == (("fine",), ("restriction", "arrest"), ("prison",))


def test_equal_ranks_and_kinds_left_out_are_not_ordered():
    """Only different ranks of one ladder decide."""
    ladder = PenaltyLadder(name="X", ranks=("fine", ("restriction", "arrest"), "prison"))

    assert ladder.below("fine", "arrest")
    assert not ladder.below("restriction", "arrest")
    assert not ladder.below("arrest", "fine")
    assert not ladder.below("fine", "death")


@pytest.mark.parametrize(
    ("text", "told"),
    [("fine < prson", "'prison'"), ("fine < life", "longest term"), ("fine < fine", "one rank only")],
)
def test_bad_ladders_are_refused(text, told):
    """Unknown kinds, life and repeated kinds do not make a ladder."""
    with pytest.raises(ReadingError, match=told):
        PenaltyLadder.read(text)


def test_reading_what_is_no_text_is_a_reading_error():
    """A missing value is no ladder."""
    with pytest.raises(ReadingError, match="a ladder"):
        PenaltyLadder.read(None)


def test_death_has_no_place_of_its_own():
    """Codes rank death, or have none: without a ladder it is neither above nor below prison; life is."""
    prison = Sanction.read("prison 5..10y")
    ladder = PenaltyLadder.read("study: prison < death")

    assert prison.compare(Sanction.read("death")).words() == "INCOMPARABLE"
    assert prison.compare(Sanction.read("death"), ladder=ladder).words() == "HARSHER"
    assert prison.compare(Sanction.read("prison 5..10y | life")).words() == "HARSHER"
    assert Sanction.read("life").compare(Sanction.read("death")).words() == "INCOMPARABLE"
