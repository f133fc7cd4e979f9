"""Coefficients of agreement: published examples to four decimals, algebra, and other people's programs."""

from fractions import Fraction
from itertools import chain, repeat

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.coding import (
    Coefficient,
    Level,
    Undefined,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    percent,
)

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example C: four observers, gaps.
FOUR_OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
# The same paper, examples A (two observers, two values) and B (two observers, many values).
TWO_OBSERVERS_BINARY = ("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")
TWO_OBSERVERS_NOMINAL = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")

# Fleiss (1971): thirty patients, six psychiatrists each; how often each of five diagnoses was given.
DIAGNOSES = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""
# Fourteen raters, ten subjects, five categories: the example most textbooks of Fleiss' kappa print.
FOURTEEN_RATERS = (
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
)  # fmt: skip

answer = st.sampled_from("abcd")
number = st.fractions(-5, 5, max_denominator=4)
levels = st.sampled_from([Level.NOMINAL, Level.ORDINAL, Level.INTERVAL])


def units_of(observers):
    """Units as the answers given, from one line of answers for each observer; a dot is a gap."""
    return [[v for v in unit if v != "."] for unit in zip(*map(str.split, observers), strict=True)]


def numbers(observers):
    return [[Fraction(value) for value in unit] for unit in units_of(observers)]


def spelled(counts):
    """Answers of one unit from how often each category was given."""
    return list(chain.from_iterable(repeat(category, n) for category, n in enumerate(counts)))


def crossed(table):
    """Pairs of answers from a square table of two coders."""
    cells = ((i, j, n) for i, row in enumerate(table) for j, n in enumerate(row))
    return [(i, j) for i, j, n in cells for _ in range(n)]


@st.composite
def coded(draw, answers=answer, least=0, coders=4):
    return draw(st.lists(st.lists(answers, min_size=least, max_size=coders), min_size=1, max_size=8))


@pytest.mark.parametrize(
    ("level", "published"),
    [
        (Level.NOMINAL, "0.7434"),
        (Level.ORDINAL, "0.8154"),
        (Level.INTERVAL, "0.8491"),
        (Level.RATIO, "0.7974"),
    ],
)
def test_alpha_of_four_observers_with_gaps(level, published):
    """Krippendorff's example with missing data gives 0.743, 0.815, 0.849 and 0.797, level by level."""
    assert str(krippendorff_alpha(numbers(FOUR_OBSERVERS), level)) == published


@pytest.mark.parametrize("figure", [percent, fleiss_kappa, krippendorff_alpha])
def test_answers_that_cannot_be_told_apart_are_refused(figure):
    """A list of choices is no answer, a tuple is."""
    with pytest.raises(lt.WrongTypeError, match="is a tuple"):
        figure([[["a"], ["a"]]])
    assert isinstance(figure([[("a",), ("a",)], [("b",), ("b",)]]), Coefficient)


def test_an_order_is_of_such_answers():
    """So are the answers of an order."""
    with pytest.raises(lt.WrongTypeError, match="is a tuple"):
        krippendorff_alpha([[("a",), ("b",)]], Level.ORDINAL, [["a"], ["b"]])


def test_alpha_of_two_observers():
    """His examples of two observers give 0.095 for two values and 0.692 for five."""
    assert str(krippendorff_alpha(units_of(TWO_OBSERVERS_BINARY))) == "0.0952"
    assert str(krippendorff_alpha(units_of(TWO_OBSERVERS_NOMINAL))) == "0.6920"


def test_kappa_of_three_categories():
    """Cohen (1960, table 2b): Po 0.70 and Pe 0.41 give kappa 0.492."""
    assert cohen_kappa(crossed([(88, 14, 18), (10, 40, 10), (2, 6, 12)])) == Coefficient(Fraction(29, 59))


def test_kappa_of_two_categories():
    """Of fifty units both say yes to 20 and no to 15: Po 0.7, Pe 0.5, kappa 0.4."""
    assert str(cohen_kappa(crossed([(20, 5), (10, 15)]))) == "0.4000"


def test_kappa_of_psychiatric_diagnoses():
    """Fleiss' thirty patients give 0.430."""
    units = [spelled(map(int, counts)) for counts in DIAGNOSES.split()]

    assert len(units) == 30
    assert str(fleiss_kappa(units)) == "0.4302"


def test_kappa_of_fourteen_raters():
    """Ten subjects and fourteen raters give 0.210, of which 0.378 was observed."""
    units = [spelled(counts) for counts in FOURTEEN_RATERS]

    assert str(fleiss_kappa(units)) == "0.2099"
    assert str(percent(units)) == "0.3780"


def test_no_variation_is_undefined():
    """Where every answer is the same, chance agreement is certain and no coefficient has a value."""
    units = [["yes", "yes"], ["yes", "yes"]]

    figures = (cohen_kappa([("yes", "yes")] * 2), fleiss_kappa(units), krippendorff_alpha(units))
    assert {figure.reason for figure in figures} == {"no variation: every answer is the same"}
    assert percent(units) == Coefficient(Fraction(1))


def test_one_coder_is_undefined():
    """One answer a unit leaves nothing to compare."""
    for figure in (
        percent([["a"]]),
        fleiss_kappa([["a"], ["b"]]),
        krippendorff_alpha([["a"], ["b"]]),
        cohen_kappa([]),
    ):
        assert isinstance(figure, Undefined)


def test_fleiss_refuses_gaps():
    """Units with two and with three answers have no Fleiss' kappa, and the reason says so."""
    assert "differ in how many answers" in fleiss_kappa([["a", "b"], ["a", "b", "b"]]).reason


def test_undefined_has_no_truth_value():
    """Nobody takes a figure that is not there for a low one."""
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(Undefined("no variation"))


def test_figures_print_to_four_decimals():
    """Rounded half to even, with the sign in front, also just below zero."""
    values = (Fraction(1), Fraction(-1, 3), Fraction(1, 20_000), Fraction(3, 20_000), Fraction(-1, 10**9))

    assert [str(Coefficient(v)) for v in values] == ["1.0000", "-0.3333", "0.0000", "0.0002", "0.0000"]


@given(coded(number), levels, st.randoms())
def test_order_of_coders_and_units_changes_nothing(units, level, random):
    """Alpha, percent and Fleiss' kappa look at no order."""
    shuffled = [random.sample(unit, len(unit)) for unit in random.sample(units, len(units))]

    assert krippendorff_alpha(shuffled, level) == krippendorff_alpha(units, level)
    assert percent(shuffled) == percent(units)
    assert fleiss_kappa(shuffled) == fleiss_kappa(units)


@given(st.lists(st.tuples(number, st.integers(2, 4)), min_size=2, max_size=8), levels)
def test_perfect_agreement_is_one(given_to, level):
    """Coders who agree on every unit, and not always on the same answer, reach 1."""
    assume(len({value for value, _ in given_to}) > 1)
    units = [[value] * n for value, n in given_to]

    assert krippendorff_alpha(units, level) == Coefficient(Fraction(1)) == percent(units)


@given(coded(), st.permutations("abcd"))
def test_names_of_categories_change_nothing(units, names):
    """Relabelling nominal answers leaves alpha, percent and Fleiss' kappa as they are."""
    renamed = [[dict(zip("abcd", names, strict=True))[v] for v in unit] for unit in units]

    assert krippendorff_alpha(renamed) == krippendorff_alpha(units)
    assert (percent(renamed), fleiss_kappa(renamed)) == (percent(units), fleiss_kappa(units))


@given(coded(number), levels, number)
def test_unit_of_one_coder_changes_nothing(units, level, value):
    """A unit that only one coder answered does not bear on alpha."""
    assert krippendorff_alpha([*units, [value]], level) == krippendorff_alpha(units, level)


@given(coded(number), number, st.fractions(Fraction(1, 4), 4, max_denominator=4))
def test_interval_alpha_knows_no_zero_and_no_unit(units, shift, stretch):
    """Moving and stretching the scale leaves interval alpha as it is."""
    moved = [[shift + stretch * value for value in unit] for unit in units]

    assert krippendorff_alpha(moved, Level.INTERVAL) == krippendorff_alpha(units, Level.INTERVAL)


@given(coded(number))
def test_ordinal_alpha_looks_at_ranks_only(units):
    """Any scale that keeps the order, cubes for instance, leaves ordinal alpha as it is."""
    cubed = [[value**3 for value in unit] for unit in units]

    assert krippendorff_alpha(cubed, Level.ORDINAL) == krippendorff_alpha(units, Level.ORDINAL)


@given(st.lists(st.tuples(answer, answer), min_size=1, max_size=10))
def test_alpha_of_two_coders_is_scotts_pi_corrected(pairs):
    """For two coders without gaps, alpha = pi + (1 - pi) / 2N (Krippendorff); Fleiss' kappa of two is pi."""
    pi, alpha = fleiss_kappa(pairs), krippendorff_alpha(pairs)

    assert isinstance(pi, Undefined) == isinstance(alpha, Undefined)
    if isinstance(pi, Coefficient):
        assert alpha.value == pi.value + (1 - pi.value) / (2 * len(pairs))


@given(coded(number), levels)
def test_no_coefficient_exceeds_one(units, level):
    """Alpha is at most 1, percent from 0 to 1."""
    alpha, share = krippendorff_alpha(units, level), percent(units)

    assert isinstance(alpha, Undefined) or alpha.value <= 1
    assert isinstance(share, Undefined) or 0 <= share.value <= 1


@given(st.lists(st.tuples(answer, answer), min_size=1, max_size=10))
def test_cohen_is_never_below_scott(pairs):
    """Cohen's chance agreement is at most Scott's, so kappa is at least pi (after Krippendorff)."""
    kappa, pi = cohen_kappa(pairs), fleiss_kappa(pairs)

    assume(isinstance(kappa, Coefficient) and isinstance(pi, Coefficient))
    assert kappa.value >= pi.value


@given(coded(st.integers(1, 5)), st.sampled_from(list(Level)[:4]))
def test_alpha_agrees_with_the_package_krippendorff(units, level):
    """The package of that name, which works in floating point, comes to the same."""
    package = pytest.importorskip("krippendorff", reason="krippendorff is needed to compare with")
    ours = krippendorff_alpha([list(map(Fraction, unit)) for unit in units], level)
    assume(isinstance(ours, Coefficient))
    gaps = [[*unit, *[float("nan")] * (4 - len(unit))] for unit in units]

    theirs = package.alpha(
        reliability_data=list(zip(*gaps, strict=True)),
        level_of_measurement=level.value,
        value_domain=[1, 2, 3, 4, 5],
    )
    assert float(ours.value) == pytest.approx(theirs, abs=1e-9)


@given(st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=2, max_size=10))
def test_kappas_agree_with_statsmodels(triples):
    """So does statsmodels, for both kappas."""
    theirs = pytest.importorskip(
        "statsmodels.stats.inter_rater", reason="statsmodels is needed to compare with"
    )
    fleiss, cohen = fleiss_kappa(triples), cohen_kappa((a, b) for a, b, _ in triples)
    if isinstance(fleiss, Coefficient):
        table, _ = theirs.aggregate_raters(triples)
        assert float(fleiss.value) == pytest.approx(theirs.fleiss_kappa(table), abs=1e-9)
    if isinstance(cohen, Coefficient):
        square = [[sum((a, b) == (i, j) for a, b, _ in triples) for j in range(4)] for i in range(4)]
        assert float(cohen.value) == pytest.approx(
            theirs.cohens_kappa(square, return_results=False), abs=1e-9
        )


@pytest.mark.parametrize(
    "work_out",
    [
        lambda: percent(["yes", "no"]),
        lambda: fleiss_kappa(None),
        lambda: krippendorff_alpha([["a", "b"]], "nominal"),
        lambda: krippendorff_alpha([[0.1, 0.2]], Level.INTERVAL),
        lambda: krippendorff_alpha([["a", "b"]], Level.INTERVAL),
        lambda: krippendorff_alpha([[1, -1]], Level.RATIO),
        lambda: krippendorff_alpha([["a", "c"]], Level.ORDINAL, ["a", "b"]),
        lambda: krippendorff_alpha([["a", 1]], Level.ORDINAL),
        lambda: cohen_kappa([("a",)]),
    ],
)
def test_what_no_formula_takes_is_refused_in_a_sentence(work_out):
    """A text for a list of answers, words for numbers, numbers that are not exact, answers out of order."""
    with pytest.raises((lt.ReadingError, lt.WrongTypeError)):
        work_out()
