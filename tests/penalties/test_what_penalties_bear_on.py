"""Objects and the words of cases: other words are another thing, which may be more, less, or neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.sanctions import LADDER

from lawtrack.penalties import Sanction, compare_sanctions
from lawtrack.verdicts import Verdict

MORE, LESS, EQUAL, NEITHER = Verdict
ALL = set(Verdict)


@pytest.mark.parametrize(
    ("before", "after", "possible"),
    [
        # other words, or words on one side only, settle nothing
        ("confiscation(car)", "confiscation(house)", ALL),
        ("confiscation", "confiscation(house)", ALL),
        ("confiscation(car)", "confiscation", ALL),
        ("prison =1y & confiscation(car)", "prison =1y & confiscation(house)", ALL),
        # how much there is of it, and what stands beside it, counts all the same
        ("disqualification(driving) =3y", "disqualification(office) =5y", {MORE, NEITHER}),
        ("prison =1y + confiscation(car)!", "prison =2y + confiscation(house)!", {MORE, NEITHER}),
        # the same words are the same thing, whatever capitals and spaces
        ("confiscation(the  Car)", "confiscation(the car)", {EQUAL}),
        ("disqualification(driving) =3y", "disqualification(driving) =5y", {MORE}),
        # decided whatever the things are
        ("prison =1y", "prison =1y + confiscation(car)!", {MORE}),
        ("confiscation(car)", "confiscation(car) + confiscation(house)!", {MORE}),
        ("confiscation(car) + confiscation(house)!", "confiscation(house)", {LESS}),
        ("prison =2y + confiscation(car)?", "arrest =2d + confiscation(house)?", {NEITHER}),
        # one confiscation of everything may answer for two
        ("confiscation(car) + confiscation(house)!", "confiscation", ALL),
        # the same two things, which stand apart, with their amounts exchanged
        ("activity_ban(a) =2y + activity_ban(b) =3y!", "activity_ban(b) =2y + activity_ban(a) =3y!",
         {EQUAL, NEITHER}),
        # cases: the same words are one case, other words another
        ('prison =1y + confiscation! if("a")', 'prison =2y + confiscation! if("A")', {MORE}),
        ('confiscation! if("a")', 'confiscation! if("b")', {MORE, LESS, EQUAL}),
        ('prison =5y + rank_loss! if("a")', 'prison =6y + rank_loss! if("b")', {MORE, NEITHER}),
    ],
)  # fmt: skip
def test_what_other_words_leave_possible(before, after, possible):
    """The answers are those left by every way in which the things may stand to each other."""
    assert compare_sanctions(before, after).overall.possible == possible
    assert compare_sanctions(before, before).words() == "EQUIVALENT"


def test_the_deciding_field_is_named():
    """What would decide is told in words, and only where it would."""
    optional = compare_sanctions("prison =1y + confiscation(car)?", "prison =1y + confiscation(house)?")

    assert optional.ceiling.undecided == ("what confiscation bears on",)
    assert (optional.floor_moved, optional.floor.undecided) == ("same", ())
    assert any("worded otherwise" in said for said in optional.basis)


def test_too_many_things_decide_nothing():
    """Past a handful of different things every answer stays open, and the name is still given."""
    before = " | ".join(f"confiscation({thing})" for thing in "abc")
    told = compare_sanctions(before, " | ".join(f"confiscation({thing})" for thing in "def"))

    assert told.overall.possible == ALL
    assert told.overall.undecided == ("what confiscation bears on",)


def test_a_ladder_looks_past_things():
    """A kind ranked above answers whatever the penalty below bears on."""
    told = compare_sanctions("fine(victim) =5 EUR", "prison(open) =1y", ladder=LADDER)

    assert told.words() == "HARSHER"


THINGS = ("", "(car)", "(house)")


@st.composite
def bans(draw):
    """Options of a ban for some years each, on one thing or on something not said; a fine may come on top."""
    options = []
    for _ in range(draw(st.integers(1, 2))):
        low, high = sorted(draw(st.tuples(st.integers(1, 3), st.integers(1, 3))))
        fine = draw(st.sampled_from(["", " & fine =1 EUR", " & fine =2 EUR"]))
        options.append((draw(st.sampled_from(THINGS)), low, high, draw(st.sampled_from("!?")), fine))
    return options


def written(options):
    return " | ".join(
        f"disqualification{thing} {low}..{high}y{mark}{fine}" for thing, low, high, mark, fine in options
    )


def outcomes(options, extent):
    """Corners: the places that a ban takes away, for how long, and the fine."""
    for thing, low, high, mark, fine in options:
        euros = int(fine[-5]) if fine else 0
        yield ("floor", frozenset(), 0, euros) if mark == "?" else ("floor", extent[thing], low, euros)
        yield ("ceiling", extent[thing], high, euros)


def at_most(x, y):
    return (x[2] == 0 or (x[1] <= y[1] and 0 < x[2] <= y[2])) and x[3] <= y[3]


def verdict(low, high, end):
    x, y = ([o for o in side if o[0] == end] for side in (low, high))
    if end == "floor":
        up, down = (all(any(at_most(p, q) for p in a) for q in b) for a, b in ((x, y), (y, x)))
    else:
        up, down = (all(any(at_most(p, q) for q in b) for p in a) for a, b in ((x, y), (y, x)))
    return {(True, True): EQUAL, (True, False): MORE, (False, True): LESS, (False, False): NEITHER}[up, down]


@given(bans(), bans(), st.tuples(*[st.frozensets(st.integers(1, 3), min_size=1)] * 3))
def test_finding_out_what_the_words_mean_stays_within_the_possible(a, b, extents):
    """Whatever places the words turn out to cover, the verdict was among those left open."""
    extent = dict(zip(THINGS, extents, strict=True))
    told = compare_sanctions(written(a), written(b))
    left, right = list(outcomes(a, extent)), list(outcomes(b, extent))

    assert verdict(left, right, "floor") in told.floor.possible
    assert verdict(left, right, "ceiling") in told.ceiling.possible


@given(bans())
def test_a_clause_with_things_equals_itself(options):
    """Within one clause a thing is what it is, so nothing is open against the very same clause."""
    sanction = Sanction.read(written(options))

    assert sanction.compare(written(options)).words() == "EQUIVALENT"
    assert sanction.reduced() == Sanction.read(written(options[::-1])).reduced()
