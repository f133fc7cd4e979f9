"""The invariants of the orders on sanctions with alternatives, classes, extras, life and unknown ends."""

import pickle
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies.sanctions import LADDER, open_options, open_pairs, open_texts

from lawtrack.errors import ReadingError
from lawtrack.missing import is_known
from lawtrack.penalties import Sanction, SentenceDelta, compare_sanctions, delta, oddities
from lawtrack.penalties.judging import judge, judge_cases
from lawtrack.penalties.pairing import pair_classes
from lawtrack.verdicts import Verdict, Verdicts

MORE, LESS, EQUAL, NEITHER = Verdict
ladders = st.sampled_from([None, LADDER])
kinds = st.sampled_from(["prison", "fine", "disqualification", "arrest", "death"])


@given(open_pairs(), ladders)
def test_comparing_backwards_mirrors(pair, ladder):
    """The comparison the other way round gives the mirrored verdicts."""
    there, back = pair[0].compare(pair[1], ladder=ladder), pair[1].compare(pair[0], ladder=ladder).mirror()

    assert (there.overall, there.floor, there.ceiling) == (back.overall, back.floor, back.ceiling)


@given(open_pairs(), ladders)
def test_overall_lies_within_the_product_of_floor_and_ceiling(pair, ladder):
    """What is left overall is left by some answer on the floor with some answer on the ceiling."""
    told = pair[0].compare(pair[1], ladder=ladder)

    assert told.overall.possible <= Verdicts.product((told.floor, told.ceiling)).possible


@given(open_pairs(), ladders, st.booleans())
def test_what_would_decide_is_named_whenever_something_is_open(pair, ladder, shared):
    """An open verdict names a field, a definite one names none."""
    told = pair[0].compare(pair[1], ladder=ladder, same_general_part=shared)

    for verdicts in (told.overall, told.floor, told.ceiling):
        assert bool(verdicts.undecided) is not verdicts.is_definite


@given(open_pairs(), ladders)
def test_two_general_parts_leave_more_open_than_one(pair, ladder):
    """What is possible under one general part is possible under two."""
    one = pair[0].compare(pair[1], ladder=ladder)
    two = pair[0].compare(pair[1], ladder=ladder, same_general_part=False)

    assert one.floor.possible <= two.floor.possible
    assert one.ceiling.possible <= two.ceiling.possible


@given(open_texts())
def test_what_is_worked_out_once_is_not_carried_along(text):
    """A sanction crosses process borders as what it says, whatever was asked of it before."""
    sanction = Sanction.read(text)
    asked = hash(sanction), sanction.normal_form(), sanction.compare(sanction)
    again = pickle.loads(pickle.dumps(sanction))

    assert again == sanction
    assert (hash(again), again.normal_form(), again.compare(again)) == asked


@given(open_texts(), ladders)
def test_known_clauses_are_equivalent_to_themselves(text, ladder):
    """Without anything unknown, even what is left to outside facts is the same on both sides."""
    assume("unknown" not in text)

    assert compare_sanctions(text, Sanction.read(text), ladder=ladder).words() == "EQUIVALENT"


@given(open_options, open_options, ladders)
def test_an_added_alternative_never_lowers_the_ceiling(text, option, ladder):
    """One more alternative leaves the ceiling up or same possible, and nothing else when all is known."""
    told = compare_sanctions(text, f"{text} | {option}", ladder=ladder)

    assert told.ceiling.possible & {MORE, EQUAL}
    assert told.floor.possible & {LESS, EQUAL}
    if "unknown" not in text:
        assert told.ceiling.possible <= {MORE, EQUAL}
        assert told.floor.possible <= {LESS, EQUAL}


@given(open_options, st.sampled_from("!?"), ladders)
def test_an_extra_is_never_milder(text, mark, ladder):
    """An extra for all raises the ceiling; the floor only when it is compulsory."""
    assume("unknown" not in text)
    told = compare_sanctions(text, f"{text} + rank_loss{mark}", ladder=ladder)

    assert (told.floor_moved, told.ceiling_moved) == ("up" if mark == "!" else "same", "up")


@given(open_options, ladders)
def test_an_extra_made_compulsory_raises_the_floor_alone(text, ladder):
    """From optional to compulsory the floor rises and the ceiling stays, whatever stands beside."""
    assume("unknown" not in text)
    told = compare_sanctions(f"{text} + rank_loss?", f"{text} + rank_loss!", ladder=ladder)

    assert (told.floor_moved, told.ceiling_moved) == ("up", "same")


_PATTERNS = (
    (re.compile(r"unknown\.\.(\d)"), lambda n, found: f"{n % (int(found[1]) + 1)}..{found[1]}"),
    (
        re.compile(r"(\d)(y|mo|d| EUR| MCI)\.\.unknown"),
        lambda n, found: f"{found[1]}..{int(found[1]) + n}{found[2]}",
    ),
    (re.compile(r"(fine(?:\(\w+\))?) <=unknown"), lambda n, found: f"{found[1]} <={n} EUR"),
    (re.compile(r"<=unknown"), lambda n, found: f"<={n}y" if n else "<=life"),
    (re.compile(r"cap unknown"), lambda n, found: f"cap {n} EUR"),
    (re.compile(r"EUR, unknown"), lambda n, found: f"EUR, {n} EUR"),
)


def filled(text, data):
    """*text* with each unknown end and ceiling replaced by some legal value."""
    for pattern, write in _PATTERNS:
        text = pattern.sub(lambda found, write=write: write(data.draw(st.integers(0, 6)), found), text)
    return text


@given(open_pairs(), ladders, st.data())
def test_filling_unknown_ends_stays_within_the_possible(pair, ladder, data):
    """Learning unknown ends of any kind, alternative or class brings up no verdict ruled out before."""
    try:
        known = [Sanction.read(filled(str(side), data)) for side in pair]
    except ReadingError:
        assume(False)
    before, after = pair[0].compare(pair[1], ladder=ladder), known[0].compare(known[1], ladder=ladder)

    assert after.floor.possible <= before.floor.possible
    assert after.ceiling.possible <= before.ceiling.possible
    assert after.overall.possible <= before.overall.possible


@given(open_pairs(), ladders)
def test_the_short_way_gives_what_the_long_way_gives(pair, ladder):
    """Comparing kind by kind has no meaning of its own."""
    for held in pair_classes(pair[0].classes, pair[1].classes).pairs:
        if held.before.is_known and held.after.is_known:
            short = judge(held.before, held.after, ladder, shared_general_part=True)
            long = judge_cases(held.before, held.after, ladder, shared_general_part=True)

            assert short.verdicts() == long.verdicts()


@given(open_pairs(), kinds, ladders)
def test_a_delta_never_rules_out_what_the_comparison_finds(pair, kind, ladder):
    """Whatever is unknown, reworded or beside, the record alone is never surer than the two clauses."""
    found = delta(*pair, kind=kind)

    assert pair[0].compare(pair[1], ladder=ladder).overall.possible <= found.possible_verdicts().possible


@given(open_pairs(), kinds)
def test_deltas_apply_and_read_back(pair, kind):
    """``a + (b - a)`` is *b* on normal forms, and the notation holds all of it."""
    found = delta(*pair, kind=kind)

    assert found.apply_to(pair[0]) == pair[1].normal_form()
    assert SentenceDelta.read(str(found)) == found


@given(open_pairs())
def test_no_step_is_given_between_classes_that_do_not_pair(pair):
    """Where one side does not provide for a class of the other, no end has a step."""
    classes = pair_classes(pair[0].classes, pair[1].classes).pairs
    assume(not all(held.before.is_known and held.after.is_known for held in classes))
    found = delta(*pair)

    assert not is_known(found.minimum)
    assert not is_known(found.maximum)


REPEATED = [
    ("prison =1y + confiscation! + confiscation!", "prison =1y + confiscation!", "EQUIVALENT", True),
    ("prison =1y & prison =12mo", "prison =1y", "EQUIVALENT", True),
    ("fine =5 EUR & fine =7 EUR", "fine =6 EUR & fine =8 EUR", "HARSHER", True),
    # no sum is made: nothing says that two fines weigh what one of their total weighs
    ("fine =5 EUR & fine =7 EUR", "fine =12 EUR", "INCOMPARABLE", True),
    ("fine =5 EUR & fine =7 EUR", "fine =7 EUR", "MILDER", True),
    # what bears on other things, is for another case or for each day is not the same penalty twice
    (
        "confiscation(car) & confiscation(house)",
        "confiscation(car) & confiscation(house)",
        "EQUIVALENT",
        False,
    ),
    (
        'expulsion! if("a") & expulsion! if("b")',
        'expulsion! if("b") & expulsion! if("a")',
        "EQUIVALENT",
        False,
    ),
    ("fine =5 EUR & fine =1 EUR /d", "fine =5 EUR & fine =2 EUR /d", "HARSHER", False),
]


@pytest.mark.parametrize(("before", "after", "words", "odd"), REPEATED)
def test_a_penalty_twice_in_one_alternative(before, after, words, odd):
    """Equal ones count once, others are all imposed; two on one thing in one case are remarked on."""
    assert compare_sanctions(before, after).words() == words
    assert ("LT-PEN-007" in dict(oddities(before))) is odd
