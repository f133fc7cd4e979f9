"""What penalty functions take: sanctions or their notation; and how they refuse anything else."""

import pytest

from lawtrack.errors import LawtrackError, ReadingError, UnknownNameError
from lawtrack.missing import UNKNOWN
from lawtrack.penalties import (
    NotationError,
    PenaltyLadder,
    Quantity,
    Sanction,
    SentenceDelta,
    compare_sanctions,
    delta,
    mean_delta,
    oddities,
    tiers,
)

LOW, HIGH = "prison 1..2y", "prison 3..4y"
SHIFT = delta(LOW, HIGH)


def test_notation_is_taken_wherever_a_sanction_is():
    """A text and the sanction it reads as give the same answers."""
    low, high = Sanction.read(LOW), Sanction.read(HIGH)

    assert (
        compare_sanctions(LOW, HIGH) == compare_sanctions(low, HIGH) == low.compare(HIGH) == low.compare(high)
    )
    assert delta(LOW, high) == delta(low, high)
    assert SHIFT.apply_to(LOW) == high.normal_form()
    assert oddities("prison =0y") == oddities(Sanction.read("prison =0y"))
    assert tiers([HIGH, LOW]) == ((LOW,), (HIGH,))
    assert Sanction.of(LOW) == low
    assert Sanction.of(low) is low


@pytest.mark.parametrize(
    "wrong", [None, 5, 2.5, UNKNOWN, ["prison =1y"], object(), Quantity(amount=1, unit="y")]
)
@pytest.mark.parametrize(
    "call",
    [
        lambda wrong: compare_sanctions(wrong, HIGH),
        lambda wrong: compare_sanctions(LOW, wrong),
        lambda wrong: Sanction.read(LOW).compare(wrong),
        lambda wrong: Sanction.of(wrong),
        lambda wrong: delta(wrong, HIGH),
        lambda wrong: delta(LOW, wrong),
        lambda wrong: SHIFT.apply_to(wrong),
        lambda wrong: oddities(wrong),
        lambda wrong: tiers([LOW, wrong]),
    ],
)
def test_what_is_no_sanction_is_refused(call, wrong):
    """One error that says what was expected and how an unknown penalty is written."""
    with pytest.raises(ReadingError, match=r"a Sanction or its notation.*unknown") as caught:
        call(wrong)

    assert caught.value.code == "LT-PEN-006"


@pytest.mark.parametrize("call", [Sanction.of, lambda text: compare_sanctions(LOW, text), oddities])
def test_notation_with_a_slip_is_refused_as_in_reading(call):
    """The error points at the place and names the nearest kind."""
    with pytest.raises(NotationError, match="'prison'"):
        call("prson <=5y")


@pytest.mark.parametrize("wrong", [None, 5, Sanction.read(LOW), ["x"]])
def test_reading_takes_texts_only(wrong):
    """``read`` is for notation; its one error tells anything else."""
    with pytest.raises(NotationError, match="a text in the notation"):
        Sanction.read(wrong)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: SHIFT.is_simple_shift("+2y", mode="flor"), "no mode 'flor'. Did you mean 'floor'?"),
        (lambda: SHIFT.is_simple_shift("+2y", mode=None), "no mode None"),
        (lambda: SHIFT.is_simple_shift("+2y", mode=["both"]), "Known: floor, ceiling, both, either"),
        (lambda: delta(LOW, HIGH, kind="prson"), "Did you mean 'prison'?"),
        (lambda: delta(LOW, HIGH, kind="life"), "no kind of penalty with ends of its own 'life'"),
        (lambda: delta(LOW, HIGH, kind=3), "no kind of penalty with ends of its own 3"),
        (lambda: mean_delta([SHIFT], end="maximun"), "Did you mean 'maximum'?"),
    ],
)
def test_wrong_words_get_the_nearest_valid_one(call, told):
    """A mode, a kind or an end that does not exist is an unknown name."""
    with pytest.raises(UnknownNameError) as caught:
        call()

    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda: compare_sanctions(LOW, HIGH, ladder="fine < prison"), "PenaltyLadder.read"),
        (lambda: tiers(LOW), "several sanctions"),
        (lambda: SHIFT.is_simple_shift(2, mode="both"), "a step with its sign"),
        (lambda: SHIFT.is_simple_shift("2y", mode="both"), "a step with its sign"),
        (lambda: mean_delta(SHIFT, end="minimum"), "several sentence deltas"),
        (lambda: mean_delta("min +2y max +2y", end="minimum"), "several sentence deltas"),
        (lambda: mean_delta([SHIFT, "min +2y max +2y"], end="minimum"), "a SentenceDelta"),
        (lambda: mean_delta([SHIFT], end="minimum", life_as=25), "a term that life is taken for"),
        (lambda: mean_delta([SHIFT], end="minimum", life_as="500 EUR"), "a term that life is taken for"),
        (lambda: SentenceDelta.read("min +2y max +2y crossing to_life"), "escalated_to_life"),
    ],
)
def test_other_wrong_things_are_refused_in_one_sentence(call, told):
    """Nothing reaches the inside and fails there with an error of Python's own."""
    with pytest.raises(LawtrackError) as caught:
        call()

    assert told in str(caught.value)


def test_a_ladder_knows_what_it_ranks():
    """Kinds that a ladder leaves out are weighed against nothing."""
    ladder = PenaltyLadder.read("fine < prison")

    assert ladder.ranks_kind("fine")
    assert not ladder.ranks_kind("confiscation")
