import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.sanctions import definite, sanctions

from lawtrack.errors import ReadingError
from lawtrack.missing import NOT_APPLICABLE, NOT_STATED, UNKNOWN
from lawtrack.penalties import DayRange, Sanction, SentenceDelta, Step, delta, mean_delta
from lawtrack.verdicts import Verdict


def change(before, after, **options):
    return delta(Sanction.read(before), Sanction.read(after), **options)


@settings(deadline=None)
@given(sanctions, sanctions)
def test_applying_a_delta_gives_the_second_sanction(a, b):
    """``a + (b - a)`` is *b*, on normal forms."""
    assert delta(a, b).apply_to(a) == b.normal_form()


@settings(deadline=None)
@given(sanctions, sanctions)
def test_written_deltas_read_back_equal(a, b):
    """The notation of a delta holds all of it."""
    found = delta(a, b)

    assert SentenceDelta.read(str(found)) == found


@given(definite, definite)
def test_the_verdict_is_among_those_the_delta_leaves_possible(a, b):
    """A delta alone never rules out what the comparison of the sanctions finds."""
    assert a.compare(b).overall.possible <= delta(a, b).possible_verdicts().possible


@given(st.text())
def test_reading_raises_only_reading_errors(text):
    """No text makes the reader fail in another way."""
    with pytest.raises(ReadingError):
        SentenceDelta.read(f"min {text}")


@pytest.mark.parametrize(
    ("before", "after", "minimum", "maximum"),
    [
        ("prison 5..8y", "prison 7..10y", "+2y", "+2y"),
        ("prison 3..8y", "prison 5..7y", "+2y", "-1y"),
        ("prison 6mo..2y", "prison 1..2y", "+6mo", "+0"),
        ("prison 10..20d", "prison 2..3w", "+4d", "+1d"),
        ("prison =10y | fine", "prison =12y | fine", "+2y", "+2y"),
        ("prison 15..20y | life", "prison 17..20y | life", "+2y", "+0"),
    ],
)
def test_steps_are_exact(before, after, minimum, maximum):
    """Steps are worked out in months or days, signed."""
    found = change(before, after)

    assert (str(found.minimum), str(found.maximum)) == (minimum, maximum)


def test_steps_between_months_and_days_are_ranges_of_days():
    """A month has 28 to 31 days, so the step has two ends: 45 - 31 to 45 - 28."""
    found = change("prison 1mo..1y", "prison 45d..1y")

    assert found.minimum == DayRange(least=14, most=17)


def test_ends_that_nobody_states_are_not_stated():
    """A step is a number only where both sides state the end."""
    assert change("prison <=5y", "prison <=7y").minimum is NOT_STATED
    assert change("prison <=5y", "prison 1..7y").minimum is UNKNOWN
    assert change("fine", "warning").maximum is NOT_APPLICABLE
    assert change("unknown", "prison =5y").maximum is UNKNOWN


def test_other_kinds_are_measured_on_request():
    """The caller names the kind whose ends are wanted."""
    found = change("prison <=5y & fine <=75000 EUR", "prison <=5y & fine <=100000 EUR", kind="fine")

    assert (found.maximum, str(found)) == (
        Step(amount=25000, unit="EUR"),
        "fine: min not_stated max +25000 EUR",
    )


@pytest.mark.parametrize(
    ("before", "after", "crossing"),
    [
        ("prison 15..20y", "prison 15..20y | life", "escalated_to_life"),
        ("prison 15..20y", "life", "escalated_to_life"),
        ("prison 10y..life", "prison 10..30y", "from_life"),
        ("fine <=5 EUR", "prison <=1y", "custodial_introduced"),
        ("arrest <=5d | fine", "fine", "custodial_removed"),
        # death is a kind of its own, and the gravest change names them all
        ("life", "death", "escalated_to_death"),
        ("prison 15..20y | life", "prison 15..20y | life | death", "escalated_to_death"),
        ("prison 15..20y | death", "prison 15..20y", "from_death"),
        ("death", "life", "from_death"),
        ("fine", "death", "escalated_to_death"),
        ("fine", "prison 10y..life", "escalated_to_life"),
        ("life", "fine", "from_life"),
        ("prison 15..20y | death", "prison 15..25y | death", "none"),
        ("prison <=1y", "prison <=2y", "none"),
    ],
)
def test_crossings(before, after, crossing):
    """Death, life and custody coming or going is a crossing."""
    assert change(before, after).crossing == crossing


def test_life_is_never_a_number():
    """A maximum that becomes life has no step."""
    found = change("prison 10..20y", "prison 10y..life")

    assert (found.minimum, found.maximum) == (Step(amount=0), NOT_APPLICABLE)


def test_death_is_never_a_number():
    """Neither end of anything turns into death, and no length for life makes a mean of it."""
    found = [change("prison 10..20y", "death"), change("prison 10..20y", "prison 10..20y | death")]

    assert (found[0].minimum, found[0].maximum) == (NOT_APPLICABLE, NOT_APPLICABLE)
    for one in found:
        with pytest.raises(ValueError, match="death"):
            mean_delta([one], end="maximum", life_as="25y")


@pytest.mark.parametrize(
    ("before", "after", "steps"),
    [
        # every class took the step
        ("[first] prison 1..2y ; [second] prison 3..4y", "[first] prison 2..3y ; [second] prison 4..5y",
         ("+1y", "+1y")),
        ("[first] prison 1..2y ; [second] fine", "[second] fine ; [first] prison 1..3y", ("+0", "+1y")),
        # a class without labels of its own is the one that covers it
        ("prison 1..2y", "[first] prison 1..3y ; [second] prison 1..3y", ("+0", "+1y")),
        # classes that moved differently, or of which one has no such term, have no common step
        ("[first] prison 1..2y ; [second] prison 3..4y", "[first] prison 2..3y ; [second] prison 3..4y",
         ("not_applicable", "not_applicable")),
        ("[first] prison 1..2y ; [second] fine", "[first] prison 2..3y ; [second] prison 3..4y",
         ("not_applicable", "not_applicable")),
        # classes that do not pair
        ("[natural] prison 1..2y", "[legal] prison 3..4y", ("unknown", "unknown")),
        ("[first] prison 1..2y", "[first] prison 2..3y ; [second] prison 3..4y", ("unknown", "unknown")),
    ],
)  # fmt: skip
def test_steps_of_several_classes(before, after, steps):
    """A step is that of every class, and there is none between classes that do not pair."""
    found = change(before, after)

    assert (str(found.minimum), str(found.maximum)) == steps


def test_a_shift_of_every_class_is_simple():
    """Two years more for first and repeated offenders are one simple shift, for one of them they are not."""
    before = "[first] prison 1..2y ; [second] prison 3..4y"

    assert change(before, "[first] prison 3..4y ; [second] prison 5..6y").is_simple_shift("+2y", mode="both")
    assert not change(before, "[first] prison 3..4y ; [second] prison 3..4y").is_simple_shift(
        "+2y", mode="both"
    )


@pytest.mark.parametrize(
    ("before", "after", "reworded"),
    [
        ("prison 1..2y + confiscation(car)!", "prison 3..4y + confiscation(house)!", ("confiscation",)),
        ("prison 1..2y + confiscation!", "prison 3..4y + confiscation(house)!", ("confiscation",)),
        ('prison 1..2y + confiscation! if("a")', 'prison 3..4y + confiscation! if("b")', ("confiscation",)),
        ('prison 1..2y & fine <=ref("a")', 'prison 3..4y & fine <=ref("b")', ("fine",)),
        ('prison 1..2y & fine =x2 "gain"', 'prison 3..4y & fine =x2 "loss"', ("fine",)),
        (
            "prison 1..2y + confiscation(car)! | prison 1..2y & fine + confiscation(house)!",
            "prison 3..4y + confiscation(house)! | prison 3..4y & fine + confiscation(car)!",
            ("confiscation",),
        ),
        ('["a"] prison 1..2y ; ["b"] fine', '["b"] prison 1..2y ; ["a"] fine', ("labels",)),
        ("prison 1..2y + confiscation(Car)!", "prison 3..4y + confiscation(car)!", ()),
    ],
)
def test_other_words_are_seen_by_a_bare_delta(before, after, reworded):
    """What no amount measures is named, is no simple shift, and leaves every verdict open."""
    found = change(before, after)

    assert found.reworded == reworded
    assert found.is_simple_shift("+2y", mode="both") is (not reworded)
    assert found.possible_verdicts().is_definite is (not reworded)
    assert SentenceDelta.read(str(found)) == found


def test_unknown_ends_elsewhere_leave_the_verdict_open():
    """A fine that nobody knows may have moved either way while prison went up."""
    found = change("prison 1..2y & fine <=unknown", "prison 3..4y & fine <=unknown")

    assert (str(found.minimum), found.unsettled) == ("+2y", ("fine",))
    assert found.possible_verdicts().possible == set(Verdict)
    assert not found.is_simple_shift("+2y", mode="both")
    assert str(found) == "min +2y max +2y unsettled fine"


def test_an_unknown_ceiling_of_the_kind_measured_is_unsettled():
    """The steps of the ends say nothing about a ceiling that nobody knows."""
    assert change("fine =5 EUR /d cap unknown", "fine =5 EUR /d cap unknown", kind="fine").unsettled == (
        "fine",
    )


def test_a_penalty_the_court_may_leave_out_need_not_move_the_floor():
    """A higher minimum of an optional penalty leaves the mildest outcome as it was."""
    found = change("fine & prison 1..3y?", "fine & prison 2..3y?")

    assert found.beside
    assert found.possible_verdicts().possible == {Verdict.MORE_RESTRICTIVE, Verdict.EQUIVALENT}


def test_kinds_and_extras_that_changed_are_named():
    """Principal kinds, extras and their flags are told apart."""
    found = change(
        "prison <=5y | fine all: + confiscation? + expulsion! + rank_loss!",
        "prison <=5y | arrest all: + confiscation! + expulsion? + citizenship_loss?",
    )

    assert (found.kinds_added, found.kinds_removed) == (("arrest",), ("fine",))
    assert (found.extras_added, found.extras_removed) == (("citizenship_loss",), ("rank_loss",))
    assert (found.extras_hardened, found.extras_softened) == (("confiscation",), ("expulsion",))


MODES = ("floor", "ceiling", "both", "either")
SHIFTS = [
    ("prison 5..8y", "prison 7..10y", {"both", "either"}),
    ("prison 5..8y", "prison 7..8y", {"floor", "either"}),
    ("prison 5..8y", "prison 5..10y", {"ceiling", "either"}),
    ("prison <=5y & fine", "prison <=7y & fine", {"ceiling", "either"}),
    ("prison 5..8y", "prison 7..9y", set()),
    ("prison 5..8y", "prison 4..10y", set()),
    ("prison 5..8y + confiscation?", "prison 7..10y + confiscation!", set()),
    ("prison 5..8y | fine", "prison 7..10y", set()),
    ("prison 5..8y", "prison 5..8y", set()),
    ("prison 5..8y", "prison 5..8y | life", set()),
]


@pytest.mark.parametrize(("before", "after", "modes"), SHIFTS)
def test_simple_shifts(before, after, modes):
    """Adding two years is simple when the ends named moved by just that and nothing else changed."""
    found = change(before, after)

    assert {mode for mode in MODES if found.is_simple_shift("+2y", mode=mode)} == modes


def test_the_mode_must_be_named():
    """A report that says "add two years" does not say to which end."""
    with pytest.raises(TypeError):
        change("prison =5y", "prison =7y").is_simple_shift("+2y")


def test_a_step_with_ends_not_stated():
    """ "Two years were added" is harsher, whichever end it was, and cannot be applied to a clause."""
    found = SentenceDelta.read("min +2y? max +2y? any")

    assert str(found) == "min +2y? max +2y? any"
    assert found.possible_verdicts().possible == {Verdict.MORE_RESTRICTIVE}
    assert found.is_simple_shift("+2y", mode="either")
    assert not found.is_simple_shift("+2y", mode="both")
    with pytest.raises(ValueError, match="which end"):
        found.apply_to(Sanction.read("prison 5..8y"))


def test_a_shift_applies_to_other_clauses():
    """A change of the ends alone can be made to any clause with one such term."""
    shift = change("prison 5..8y", "prison 7..10y")
    shifted = shift.apply_to(Sanction.read("fine | prison 1..2y"))

    assert shifted == Sanction.read("fine | prison 3..4y").normal_form()
    with pytest.raises(ValueError, match="no single prison term"):
        shift.apply_to(Sanction.read("fine"))


def test_a_change_that_does_not_fit_is_refused():
    """What a change drops must be there."""
    with pytest.raises(ValueError, match="does not fit"):
        change("fine | arrest", "fine").apply_to(Sanction.read("prison =5y"))


def test_means_are_exact():
    """The mean of two and three years is thirty months."""
    deltas = [change("prison =5y", "prison =7y"), change("prison =5y", "prison =8y")]

    assert str(mean_delta(deltas, end="maximum")) == "+30mo at the maximum, mean of 2"


def test_means_refuse_life_unless_it_is_given_a_length():
    """A crossing counts only with a length for life, and the result says so."""
    deltas = [change("prison 10..20y", "prison 10y..life"), change("prison 10..20y", "prison 10..22y")]

    with pytest.raises(ValueError, match="life_as"):
        mean_delta(deltas, end="maximum")
    told = str(mean_delta(deltas, end="maximum", life_as="30y"))
    assert told == "+6y at the maximum, mean of 2 (1 to or from life, taken as 30y)"


@pytest.mark.parametrize(
    "pair",
    [("prison <=5y", "prison 1..7y"), ("prison =1mo", "prison =45d"), ("fine", "prison =5y")],
)
def test_means_refuse_what_is_not_exact(pair):
    """Unknown, ranged and inapplicable steps have no mean."""
    with pytest.raises(ValueError):
        mean_delta([change(*pair)], end="minimum")


@pytest.mark.parametrize("reader", [SentenceDelta, Step])
def test_reading_what_is_no_text_is_a_reading_error(reader):
    """A missing value is neither a delta nor a step."""
    with pytest.raises(ReadingError):
        reader.read(None)
