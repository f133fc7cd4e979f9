from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.sanctions import LADDER, definite, definite_options, definite_texts, sanctions

from lawtrack.penalties import Sanction, SanctionComparison, compare_sanctions, tiers
from lawtrack.verdicts import Verdict, Verdicts

MORE, LESS, EQUAL, NEITHER = Verdict

short = st.lists(definite_options(), min_size=1, max_size=2).map(" | ".join).map(Sanction.read)
ladders = st.sampled_from([None, LADDER])


def compare(before, after, **options) -> SanctionComparison:
    return Sanction.read(before).compare(Sanction.read(after), **options)


TABLE = [
    ("prison 4..10y + confiscation?", "prison 6..10y + confiscation!", "HARSHER", "up", "same", "HARSHER"),
    ("prison 7..12y + confiscation?", "prison 8..12y + confiscation!", "HARSHER", "up", "same", "HARSHER"),
    ("prison 5..8y", "prison 7..10y", "HARSHER", "up", "up", "HARSHER"),
    ("prison 3..6y", "prison 3..8y", "HARSHER", "same", "up", "HARSHER"),
    ("prison 3..8y", "prison 5..7y", "INCOMPARABLE", "up", "down", "INCOMPARABLE"),
    ("prison 5..7y", "prison 3..8y", "INCOMPARABLE", "down", "up", "INCOMPARABLE"),
    ("fine 1..9 MCI | prison 1..2y", "prison 1..2y", "HARSHER", "up", "same", "INCOMPARABLE"),
    ("prison 1..2y", "fine 1..9 MCI | prison 1..2y", "MILDER", "down", "same", "INCOMPARABLE"),
    ("prison 15..20y", "prison 15..20y | life", "HARSHER", "same", "up", "HARSHER"),
    (
        "prison 6..10y + confiscation!",
        "prison 8..12y",
        "INCOMPARABLE",
        "incomparable",
        "incomparable",
        "INCOMPARABLE",
    ),
    ("prison 6..10y + confiscation?", "prison 6..10y + confiscation!", "HARSHER", "up", "same", "HARSHER"),
    ("prison 6..10y", "prison 6..10y + citizenship_loss?", "HARSHER", "same", "up", "HARSHER"),
]


@pytest.mark.parametrize(("before", "after", "overall", "floor", "ceiling", "bare"), TABLE)
def test_reference_table(before, after, overall, floor, ceiling, bare):
    """The worked rows of the reference: overall, floor and ceiling with a ladder, and overall without."""
    with_ladder = compare(before, after, ladder=LADDER)

    assert (with_ladder.words(), with_ladder.floor_moved, with_ladder.ceiling_moved) == (
        overall,
        floor,
        ceiling,
    )
    assert compare(before, after).words() == bare


@pytest.mark.parametrize(
    ("before", "after", "possible"),
    [
        # the general part is one for both sides, so an end that neither states has not moved
        ("prison <=5y", "prison <=7y", {MORE}),
        ("prison <=5y & fine <=75000 EUR", "prison <=7y & fine <=100000 EUR", {MORE}),
        # an end stated on one side only may have moved either way, within its own kind
        ("prison <=5y", "prison 2..5y", {MORE, LESS, EQUAL}),
        ("fine", "fine <=500 EUR", {MORE, LESS, EQUAL}),
        ("prison <=5y", "prison 6..7y", {MORE}),
        ("fine", "fine unlimited", {MORE, EQUAL}),
        # units that only outside facts connect
        ("fine =10 MCI", "fine =500 EUR", {MORE, LESS, EQUAL}),
        ("fine =x2 bribe", "fine =x3 damage", {MORE, LESS, EQUAL}),
        ('fine =ref("§ 1")', 'fine =ref("§ 2")', {MORE, LESS, EQUAL}),
        ("arrest =12h", "arrest =1d", {MORE, LESS, EQUAL}),
        # a month has 28 to 31 days, a year 365 or 366
        ("prison =1mo", "prison =27d", {LESS}),
        ("prison =1mo", "prison =28d", {LESS, EQUAL}),
        ("prison =1mo", "prison =30d", {MORE, LESS, EQUAL}),
        ("prison =1mo", "prison =32d", {MORE}),
        ("prison =1y", "prison =367d", {MORE}),
        ("prison =1y", "prison =365d", {LESS, EQUAL}),
        # the same outside fact on both sides cancels
        ("fine =x2 bribe", "fine =x3 bribe", {MORE}),
        ('fine =ref("§ 1")', 'fine =ref("§ 1") + confiscation!', {MORE}),
        ("fine =max(1000 EUR, x2 value)", "fine =max(2000 EUR, x2 value)", {MORE, EQUAL}),
        # the top of the line of terms
        ("prison =90y", "life", {MORE}),
        ("life", "life+", {MORE}),
        ("life", "death", {NEITHER}),
        # open ends
        ("prison <2y", "prison <=2y", {MORE}),
        ("prison >=1y", "prison >1y", {MORE}),
        # cases
        ("prison =5y", 'prison =5y + confiscation! if("gang")', {MORE, EQUAL}),
        ('prison =5y + confiscation! if("a")', 'prison =5y + confiscation! if("a")', {EQUAL}),
        # the whole
        ("unknown", "prison =5y", {MORE, LESS, EQUAL, NEITHER}),
        ("unknown", "unknown", {MORE, LESS, EQUAL, NEITHER}),
        ("none", "none", {EQUAL}),
        ("none", "warning", {MORE}),
        # tracks
        ("[first] fine =5 EUR ; [second] fine =9 EUR", "[second] fine =9 EUR ; [first] fine =6 EUR", {MORE}),
        ("[natural/legal] fine =5 EUR", "[legal] fine =5 EUR ; [natural] fine =5 EUR", {EQUAL}),
        ("fine =5 EUR", "fine =5 EUR ; [legal] fine =9 EUR", {MORE}),
        ("fine =5 EUR", "[natural] fine =5 EUR ; [legal] fine =9 EUR", {MORE}),
        ("[natural] fine =5 EUR", "[natural] fine =5 EUR ; [legal] fine =9 EUR", set(Verdict)),
        ("[first] fine =5 EUR ; [second] fine =9 EUR", "[first] fine =6 EUR", {MORE, NEITHER}),
        ('["part 1"] fine =5 EUR', '["Part 1"] fine =6 EUR', {MORE}),
    ],
)
def test_what_stays_possible(before, after, possible):
    """Nothing is guessed: exactly the answers that the two clauses leave open are given."""
    assert compare(before, after).overall.possible == possible


def test_death_tops_life_only_through_a_ladder():
    """Death is a kind of its own, above prison where a code ranks it so."""
    assert compare("life", "death", ladder=LADDER).words() == "HARSHER"


def test_without_one_general_part_unstated_ends_are_open():
    """The strict reading lets the general part differ between the sides."""
    strict = compare("prison <=5y", "prison <=7y", same_general_part=False)

    assert strict.overall.possible == {MORE, NEITHER}
    assert strict.overall.undecided == ("prison minimum",)


def test_the_basis_says_what_the_verdict_rests_on():
    """Ladder or none, and the assumption about unstated ends."""
    assert compare("prison =1y", "fine =5 EUR").basis == ("no ladder",)
    assert any("general part" in said for said in compare("prison <=1y", "prison <=2y").basis)
    assert compare("prison =1y", "prison =2y", ladder=LADDER).ladder == "KZ"


def test_tiers_group_from_the_mildest_up():
    """Incomparable sanctions share a tier."""
    mild, other, harsh = map(Sanction.read, ("prison 1..2y", "fine =5 EUR", "prison 2..3y"))

    assert tiers([harsh, mild, other]) == ((mild, other), (harsh,))


@given(definite, ladders)
def test_orders_are_reflexive(sanction, ladder):
    """A sanction is equivalent to itself on every order."""
    told = sanction.compare(sanction, ladder=ladder)

    assert {told.overall.verdict, told.floor.verdict, told.ceiling.verdict} == {EQUAL}


@given(short, short, short, ladders, st.sampled_from(["overall", "floor", "ceiling"]))
def test_orders_are_transitive(a, b, c, ladder, order):
    """What is at least as harsh as something at least as harsh is at least as harsh."""
    up = {MORE, EQUAL}
    for x, y, z in permutations((a, b, c)):
        xy, yz, xz = (
            getattr(p.compare(q, ladder=ladder), order).verdict for p, q in ((x, y), (y, z), (x, z))
        )

        assert not (xy in up and yz in up) or xz is (EQUAL if xy is yz is EQUAL else MORE)


@given(definite, definite, ladders)
def test_overall_is_floor_and_ceiling_together(a, b, ladder):
    """The overall verdict is the product of the other two."""
    told = a.compare(b, ladder=ladder)

    assert told.overall.verdict is Verdicts.product((told.floor, told.ceiling)).verdict


@given(definite, definite, ladders)
def test_equivalent_means_equal_reduced_forms(a, b, ladder):
    """For definite bounds, two sanctions are equivalent exactly when they reduce alike."""
    same = a.compare(b, ladder=ladder).overall.verdict is EQUAL

    assert same is (a.reduced(ladder=ladder) == b.reduced(ladder=ladder))


def test_inner_alternatives_reduce_away():
    """An option between the corners of another changes nothing."""
    assert Sanction.read("prison 3..8y | prison 4..6y").reduced() == Sanction.read("prison 3..8y").reduced()


@given(definite_texts, definite_options(), ladders)
def test_an_added_alternative_widens(text, option, ladder):
    """One more alternative never lowers the ceiling and never raises the floor."""
    told = compare(text, f"{text} | {option}", ladder=ladder)

    assert told.ceiling.verdict in (MORE, EQUAL)
    assert told.floor.verdict in (LESS, EQUAL)


@given(definite_texts, ladders)
def test_a_compulsory_extra_is_not_milder(text, ladder):
    """A new compulsory extra for all raises floor and ceiling."""
    assert compare(text, f"{text} all: + rank_loss!", ladder=ladder).words() == "HARSHER"


@given(definite_options(), definite_texts, ladders)
def test_a_compulsory_extra_to_one_alternative_is_not_milder(option, text, ladder):
    """A compulsory extra to one of several alternatives never makes the whole milder."""
    told = compare(f"{option} | {text}", f"{option} + rank_loss! | {text}", ladder=ladder)

    assert told.overall.verdict in (MORE, EQUAL)


@given(definite_texts, ladders)
def test_an_optional_extra_keeps_the_floor(text, ladder):
    """A new extra at the court's choice leaves the floor and raises the ceiling."""
    told = compare(text, f"{text} all: + rank_loss?", ladder=ladder)

    assert (told.floor_moved, told.ceiling_moved) == ("same", "up")


@given(definite_texts, ladders)
def test_an_extra_made_compulsory_keeps_the_ceiling(text, ladder):
    """From optional to compulsory the floor rises and the ceiling stays."""
    told = compare(f"{text} all: + rank_loss?", f"{text} all: + rank_loss!", ladder=ladder)

    assert (told.floor_moved, told.ceiling_moved) == ("up", "same")


@given(st.integers(1, 9), st.integers(0, 9), st.integers(1, 9))
def test_shifting_both_ends_up_is_harsher(low, width, shift):
    """Moving both ends by the same amount up moves floor and ceiling up."""
    told = compare(f"prison {low}..{low + width}y", f"prison {low + shift}..{low + width + shift}y")

    assert (told.words(), told.floor_moved, told.ceiling_moved) == ("HARSHER", "up", "up")


@given(st.integers(1, 5), st.integers(2, 9), st.integers(-1, 1), st.integers(-1, 1))
def test_only_opposite_moves_of_the_ends_are_incomparable(low, width, minimum, maximum):
    """With one option, ends moving apart or together are incomparable; other moves are not."""
    told = compare(f"prison {low}..{low + width}y", f"prison {low + minimum}..{low + width + maximum}y")

    assert (told.overall.verdict is NEITHER) is (minimum * maximum == -1)


@given(short, short)
def test_a_ladder_never_reverses(a, b):
    """With a ladder, harsher never turns milder or incomparable, and equivalent stays."""
    bare, ranked = a.compare(b).overall.verdict, a.compare(b, ladder=LADDER).overall.verdict

    assert bare is NEITHER or ranked in (bare, EQUAL)


def test_a_ladder_may_find_a_difference_immaterial():
    """Once a fine is known to be the mildest outcome, a higher minimum of prison beside it moves no floor."""
    told = ("fine =1 USD | prison 2..4y", "fine =1 USD | prison 3..4y")

    assert compare(*told).words() == "HARSHER"
    assert compare(*told, ladder=LADDER).words() == "EQUIVALENT"


@settings(deadline=None)
@given(sanctions, sanctions, ladders)
def test_comparing_backwards_mirrors(a, b, ladder):
    """The comparison the other way round gives the mirrored verdicts."""
    there, back = a.compare(b, ladder=ladder), compare_sanctions(b, a, ladder=ladder)

    assert (there.overall, there.floor, there.ceiling) == (
        back.overall.mirror(),
        back.floor.mirror(),
        back.ceiling.mirror(),
    )


@settings(deadline=None)
@given(sanctions, ladders)
def test_a_sanction_without_unknowns_can_be_equivalent_to_itself(sanction, ladder):
    """Whatever is open, being the same stays possible for the very same clause."""
    assert EQUAL in sanction.compare(sanction, ladder=ladder).overall.possible
