"""The orders that dimensions are made of, against worlds small enough to count out."""

from hypothesis import given
from hypothesis import strategies as st
from strategies.leaves import thresholds as any_thresholds

from lawtrack.dates import Duration
from lawtrack.missing import NONE
from lawtrack.model.given import NOTHING_GIVEN, Given
from lawtrack.model.measures import amounts, limits, thresholds
from lawtrack.model.orders import EQUAL, LESS, MORE, items
from lawtrack.model.reaches import authorities, safeguards
from lawtrack.model.scope import Comparator, Safeguard, SafeguardKind, Threshold
from lawtrack.ranges import Range
from lawtrack.verdicts import Verdict
from lawtrack.vocabulary import Vocabulary

HALVES = [n / 2 for n in range(21)]
TESTS = {
    Comparator.MORE: lambda x, n: x > n,
    Comparator.AT_LEAST: lambda x, n: x >= n,
    Comparator.LESS: lambda x, n: x < n,
    Comparator.AT_MOST: lambda x, n: x <= n,
    Comparator.EXACTLY: lambda x, n: x == n,
}
counted = st.builds(Threshold, st.sampled_from(Comparator), st.integers(2, 8), st.just("firearm"))


def let_in(threshold):
    """The cases of a small world that a threshold lets in."""
    return {x for x in HALVES if TESTS[threshold.comparator](x, threshold.quantity)}


@given(counted, counted)
def test_thresholds_compare_as_the_cases_they_let_in(a, b):
    """Of counts the wider threshold is the one with more cases."""
    first, second = let_in(a), let_in(b)
    expected = (
        Verdict.EQUIVALENT
        if first == second
        else Verdict.MORE_RESTRICTIVE
        if first < second
        else Verdict.LESS_RESTRICTIVE
        if second < first
        else Verdict.INCOMPARABLE
    )

    assert thresholds(a, b, NOTHING_GIVEN).verdict is expected


@given(any_thresholds, any_thresholds)
def test_thresholds_the_other_way_round(a, b):
    """Compared backwards, thresholds give the mirror."""
    assert thresholds(b, a, NOTHING_GIVEN) == thresholds(a, b, NOTHING_GIVEN).mirror()


def test_a_limit_lowered_is_more():
    """Two guns allowed instead of five are more restrictive."""
    five, two = ((Threshold.read(f"<= {n} firearm"),) for n in (5, 2))

    assert limits(five, two, NOTHING_GIVEN) == MORE


def test_thirty_days_and_a_month():
    """A month may be shorter or longer than thirty days, never incomparable."""
    found = amounts(Duration.read("30 d"), Duration.read("1 mo"), NOTHING_GIVEN)

    assert found.possible == {Verdict.MORE_RESTRICTIVE, Verdict.LESS_RESTRICTIVE, Verdict.EQUIVALENT}


def test_numbers_of_which_bounds_are_known():
    """Ranges that lie apart decide; overlapping ones do not."""
    low, high, wide = Range.read("[1, 2]"), Range.read("[3, 4]"), Range.read("[1, 4]")

    assert amounts(low, high, NOTHING_GIVEN) == MORE
    assert not amounts(low, wide, NOTHING_GIVEN).is_definite


@given(st.sets(st.sampled_from("abc"), min_size=1), st.sets(st.sampled_from("abc"), min_size=1))
def test_items_compare_by_subset(a, b):
    """Coded items compare as sets."""
    found = items(tuple(a), tuple(b), NOTHING_GIVEN).verdict

    assert (found is Verdict.MORE_RESTRICTIVE) == (a < b)
    assert (found is Verdict.INCOMPARABLE) == (not a <= b and not b <= a)


bodies = st.lists(
    st.sampled_from(["court", "prosecutor", "police", "migration_police", "security_service", "ministry"]),
    min_size=1, max_size=3, unique=True,
)  # fmt: skip
WITH_WORDS = Given(broader=Vocabulary().includes)


@given(bodies, bodies, bodies)
def test_authorities_are_partly_ordered(a, b, c):
    """The order of holders is reflexive, passes on, and turns round."""
    assert authorities(a, a, WITH_WORDS) == EQUAL
    assert authorities(b, a, WITH_WORDS) == authorities(a, b, WITH_WORDS).mirror()
    if authorities(a, b, WITH_WORDS) == MORE and authorities(b, c, WITH_WORDS) == MORE:
        assert authorities(a, c, WITH_WORDS) == MORE


checks = st.lists(
    st.builds(Safeguard, kind=st.sampled_from(list(SafeguardKind)[:3]), present=st.booleans()),
    min_size=1, max_size=3, unique_by=lambda check: check.kind,
).map(tuple)  # fmt: skip
LISTED = Given(as_listed=True)


@given(checks, checks)
def test_safeguards_compare_as_sets_of_checks(a, b):
    """Lists taken as complete compare as the sets of checks that are there, fewer being more restrictive."""
    first, second = ({check.kind for check in side if check.present} for side in (a, b))
    found = safeguards(a, b, LISTED).verdict

    assert (found is Verdict.MORE_RESTRICTIVE) == (second < first)
    assert (found is Verdict.EQUIVALENT) == (first == second)


def test_a_check_not_named_is_not_known_to_be_lacking():
    """A check that one list alone names leaves open whether the other side has it too."""
    review = (Safeguard(kind=SafeguardKind.POST_HOC_REVIEW, present=True),)

    assert safeguards(NONE, review, NOTHING_GIVEN) == LESS
    assert (
        safeguards((Safeguard(kind=SafeguardKind.NOTICE, present=False),), review, NOTHING_GIVEN)
        == LESS | EQUAL
    )
