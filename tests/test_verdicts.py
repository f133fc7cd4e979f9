"""Sets of possible answers, their product, three-valued logic and tiers."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.missing import UNKNOWN
from lawtrack.verdicts import ANY, Verdict, Verdicts, all_of, any_of, negate, tiers

MORE, LESS, SAME, APART = Verdict
names = st.lists(st.sampled_from(["floor", "ceiling", "scope"]), max_size=2)
sets = st.sets(st.sampled_from(Verdict), min_size=1).map(frozenset)
verdicts = st.builds(Verdicts, sets, names)
several = st.lists(verdicts, max_size=4)
answers = st.sampled_from([True, False, UNKNOWN])


@given(several)
def test_the_product_is_the_componentwise_order_counted_out(dimensions):
    """A product holds what follows from each choice of one possible answer per dimension."""
    expected = {frozenset()}
    for dimension in dimensions:
        expected = {chosen | {one} for chosen in expected for one in dimension.possible}
    meaning = {
        frozenset(): SAME,
        frozenset({SAME}): SAME,
        frozenset({MORE}): MORE,
        frozenset({MORE, SAME}): MORE,
        frozenset({LESS}): LESS,
        frozenset({LESS, SAME}): LESS,
    }

    assert Verdicts.product(dimensions).possible == {meaning.get(chosen, APART) for chosen in expected}


@given(several, several)
def test_the_product_is_associative(first, second):
    """Dimensions may be combined in groups."""
    grouped = Verdicts.product([Verdicts.product(first), Verdicts.product(second)])

    assert grouped.possible == Verdicts.product([*first, *second]).possible


@given(several, st.randoms())
def test_the_product_is_commutative(dimensions, random):
    """The order of dimensions does not matter."""
    mixed = list(dimensions)
    random.shuffle(mixed)

    assert Verdicts.product(mixed) == Verdicts.product(dimensions)


@given(several)
def test_an_equal_dimension_is_neutral(dimensions):
    """A dimension on which both are equal changes nothing."""
    assert Verdicts.product([*dimensions, Verdicts.of(SAME)]) == Verdicts.product(dimensions)


@given(several)
def test_the_mirror_of_a_product_is_the_product_of_mirrors(dimensions):
    """Comparing the other way round commutes with combining dimensions."""
    mirrored = Verdicts.product([dimension.mirror() for dimension in dimensions])

    assert Verdicts.product(dimensions).mirror() == mirrored


@given(several, several)
def test_learning_more_only_shrinks_the_product(dimensions, wider):
    """Fewer answers on a dimension never give more answers in all (I-31)."""
    padded = [*wider, *[ANY] * len(dimensions)]
    less_known = [one | other for one, other in zip(dimensions, padded, strict=False)]

    assert Verdicts.product(dimensions).possible <= Verdicts.product(less_known).possible


@given(several)
def test_only_an_open_verdict_says_what_would_decide_it(dimensions):
    """A definite product names no undecided field."""
    combined = Verdicts.product(dimensions)

    assert not (combined.is_definite and combined.undecided)


@given(verdicts)
def test_mirroring_twice_changes_nothing(one):
    """The mirror of the mirror is the verdict."""
    assert one.mirror().mirror() == one


@given(verdicts, verdicts)
def test_either_of_two_leaves_the_answers_of_both(one, other):
    """The union holds every answer of either and loses none."""
    assert (one | other).possible == one.possible | other.possible


@given(verdicts)
def test_one_answer_is_definite_and_more_are_unknown(one):
    """The verdict is the single possible answer, or UNKNOWN."""
    expected = next(iter(one.possible)) if len(one.possible) == 1 else UNKNOWN

    assert one.verdict is expected


def test_no_answer_at_all_is_no_verdict():
    """A set of possible answers is never empty."""
    with pytest.raises(ValueError, match="at least one"):
        Verdicts.of()


@pytest.mark.parametrize(
    ("possible", "sanction", "words"),
    [
        ([MORE], False, "MORE_RESTRICTIVE"),
        ([MORE], True, "HARSHER"),
        ([LESS], True, "MILDER"),
        ([MORE, APART], False, "UNKNOWN (MORE_RESTRICTIVE or INCOMPARABLE)"),
        (list(Verdict), True, "UNKNOWN"),
    ],
)
def test_verdicts_say_what_is_still_possible(possible, sanction, words):
    """An open verdict lists its answers, unless all four are left; sanctions have words of their own."""
    assert Verdicts.of(*possible).words(sanction=sanction) == words


# three-valued logic


def possible(answer):
    return {True, False} if answer is UNKNOWN else {answer}


def known(results):
    return results.pop() if len(results) == 1 else UNKNOWN


@given(answers, answers)
def test_and_and_or_are_what_every_completion_agrees_on(a, b):
    """Kleene's and, or: definite exactly when the unknown parts cannot matter."""
    pairs = [(x, y) for x in possible(a) for y in possible(b)]

    assert all_of([a, b]) is known({x and y for x, y in pairs})
    assert any_of([a, b]) is known({x or y for x, y in pairs})


@given(st.lists(answers))
def test_de_morgan(given_answers):
    """Not all is some not, and not any is all not."""
    assert negate(all_of(given_answers)) is any_of(map(negate, given_answers))
    assert negate(any_of(given_answers)) is all_of(map(negate, given_answers))


@given(answers)
def test_not_not_is_the_answer(answer):
    """Negation undoes itself and leaves UNKNOWN alone."""
    assert negate(negate(answer)) is answer
    assert (negate(answer) is UNKNOWN) == (answer is UNKNOWN)


def test_nothing_at_all():
    """All of none is true, any of none false."""
    assert (all_of([]), any_of([])) == (True, False)


# tiers

points = st.tuples(st.integers(0, 3), st.integers(0, 3))


def componentwise(a, b):
    """How *b* compares with *a* when both coordinates count."""
    ways = [SAME if x == y else MORE if y > x else LESS for x, y in zip(a, b, strict=True)]
    return Verdicts.product([Verdicts.of(way) for way in ways])


@given(st.lists(points, max_size=7))
def test_tiers_keep_every_item_once(items):
    """Grouping into tiers loses and doubles nothing."""
    assert sorted(item for tier in tiers(items, componentwise) for item in tier) == sorted(items)


@given(st.lists(points, max_size=7))
def test_a_milder_item_stands_lower(items):
    """Whatever is definitely milder than an item stands in a lower tier."""
    grouped = tiers(items, componentwise)
    level = {item: height for height, tier in enumerate(grouped) for item in tier}

    assert all(level[a] < level[b] for a, b in permutations(items, 2) if componentwise(a, b).verdict is MORE)


@given(st.lists(points, max_size=7))
def test_nothing_stands_higher_than_it_must(items):
    """Every item above the lowest tier has a definitely milder one just below."""
    grouped = tiers(items, componentwise)
    for below, tier in pairwise(grouped):
        assert all(any(componentwise(b, item).verdict is MORE for b in below) for item in tier)


@given(st.lists(points, max_size=7))
def test_a_tier_keeps_the_order_given(items):
    """Within a tier, items stand as they were given."""
    marked = list(enumerate(items))
    for tier in tiers(marked, lambda a, b: componentwise(a[1], b[1])):
        assert [number for number, _ in tier] == sorted(number for number, _ in tier)


def test_what_cannot_be_compared_shares_the_lowest_tier():
    """Undecided and incomparable items are not ranked against each other."""
    assert tiers(["a", "b"], lambda a, b: ANY) == (("a", "b"),)
    assert tiers([], componentwise) == ()


def among(*definite):
    """A comparison in which only the pairs given, milder first, are decided."""

    def compare(a, b):
        if (a, b) in definite:
            return Verdicts.of(MORE)
        return Verdicts.of(LESS) if (b, a) in definite else ANY

    return compare


@pytest.mark.parametrize("items", list(permutations("abc")))
def test_tiers_do_not_depend_on_the_order_given(items):
    """With a below b and b below c, and a and c undecided, there are three tiers in whatever order."""
    assert tiers(items, among(("a", "b"), ("b", "c"))) == (("a",), ("b",), ("c",))


def test_a_circle_has_no_tiers():
    """Definite answers that lead in a circle are refused with a sentence."""
    with pytest.raises(ValueError, match="3 items lead in a circle"):
        tiers("abcd", among(("a", "b"), ("b", "c"), ("c", "a")))


@given(st.lists(points, max_size=7))
def test_a_key_changes_no_tier(items):
    """Items of equal key are asked about once, and the tiers are the same."""
    asked = []

    def compare(a, b):
        asked.append(frozenset((a, b)))
        return componentwise(a, b)

    assert tiers(items, compare, key=lambda item: item) == tiers(items, componentwise)
    assert len(asked) == len(set(asked)) == len(set(items)) * (len(set(items)) - 1) // 2


def test_a_key_that_cannot_be_hashed_is_a_group_of_its_own():
    """Lists as keys keep the items apart, and nothing is raised."""
    assert tiers([1, 2], lambda a, b: Verdicts.of(MORE), key=lambda item: [item]) == ((1,), (2,))
