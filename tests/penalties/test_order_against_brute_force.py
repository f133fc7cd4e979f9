"""The order of corners against the definition, counted out over every outcome."""

from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.sanctions import LADDER, definite, span_text

from lawtrack.missing import Missing
from lawtrack.penalties import Sanction
from lawtrack.verdicts import Verdict

MORE, LESS, EQUAL, NEITHER = Verdict


def outcomes(sanction):
    """Every sentence the court may impose, as tuples of (kind, amount)."""
    for option in sanction.tracks[0].options:
        parts = [*option.group, *(addition.component for addition in option.additions)]
        choices = []
        for part in parts:
            low, high = part.ends
            if isinstance(low, Missing) or not hasattr(low, "amount"):
                held = [((part.kind, 1),)]
            else:
                held = [((part.kind, n),) for n in range(int(low.amount), int(high.amount) + 1)]
            choices.append([(), *held] if part.flag == "?" else held)
        for chosen in product(*choices):
            yield sum(chosen, ())


def at_most(x, y, ladder):
    """Whether the penalties of *x* can be answered one by one by different penalties of *y*."""

    def answers(p, q):
        return p[1] <= q[1] if p[0] == q[0] else ladder is not None and ladder.below(p[0], q[0])

    return any(all(map(answers, x, picked)) for picked in permutations(y, len(x)))


def verdict(up, down):
    return {(True, True): EQUAL, (True, False): MORE, (False, True): LESS, (False, False): NEITHER}[up, down]


def by_definition(a, b, ladder):
    """Floor and ceiling verdicts straight from the definition."""
    left, right = set(outcomes(a)), set(outcomes(b))

    def ceiling(low, high):
        return all(any(at_most(x, y, ladder) for y in high) for x in low)

    def floor(low, high):
        return all(any(at_most(x, y, ladder) for x in low) for y in high)

    return verdict(floor(left, right), floor(right, left)), verdict(
        ceiling(left, right), ceiling(right, left)
    )


@settings(max_examples=60)
@given(definite, definite, st.sampled_from([None, LADDER]))
def test_corners_decide_like_all_outcomes(a, b, ladder):
    """Comparing corners gives what comparing every single outcome gives."""
    told = a.compare(b, ladder=ladder)

    assert (told.floor.verdict, told.ceiling.verdict) == by_definition(a, b, ladder)


OPEN = "unknown"
ends = st.sampled_from([2, 4, 6, OPEN])


@st.composite
def open_spans(draw):
    """Low and high of a prison term; either may be unknown."""
    low, high = draw(ends), draw(ends)
    return (high, low) if OPEN not in (low, high) and low > high else (low, high)


def fillings(span):
    """Every way to fill the unknown ends of *span*, in half steps and up to life."""
    low, high = span
    lows = range(9) if low == OPEN else [low]
    highs = [*range(1, 10), "life"] if high == OPEN else [high]
    return [(x, y) for x in lows for y in highs if y == "life" or x <= y]


def prison(*spans):
    return Sanction.read(" | ".join(f"prison {span_text(*span, 'mo')}" for span in spans))


@settings(max_examples=60)
@given(open_spans(), open_spans())
def test_unknown_ends_give_exactly_the_verdicts_of_their_fillings(a, b):
    """The set of answers is that of all ways to fill in the unknown ends, no more and no less."""
    filled = {prison(x).compare(prison(y)).overall.verdict for x in fillings(a) for y in fillings(b)}

    assert prison(a).compare(prison(b)).overall.possible == filled


@settings(max_examples=60)
@given(
    st.lists(open_spans(), min_size=1, max_size=2), st.lists(open_spans(), min_size=1, max_size=2), st.data()
)
def test_filling_an_unknown_end_stays_within_the_possible(a, b, data):
    """Learning an unknown end never brings up a verdict that was ruled out."""
    filled = [prison(*(data.draw(st.sampled_from(fillings(span))) for span in side)) for side in (a, b)]

    assert filled[0].compare(filled[1]).overall.possible <= prison(*a).compare(prison(*b)).overall.possible


stated = st.tuples(st.sampled_from([None, 1, 2]), st.sampled_from([None, 2, 3, 4]))


@settings(max_examples=80)
@given(
    st.lists(stated, min_size=1, max_size=2),
    st.lists(stated, min_size=1, max_size=2),
    st.integers(0, 4),
    st.integers(0, 6),
)
def test_filling_in_the_general_part_stays_within_the_possible(a, b, least, most):
    """Resolving unstated ends by one general part gives a verdict that was possible before."""

    def resolved(low, high):
        return (least if low is None else low), (most if high is None else high)

    sides = [[resolved(*span) for span in side] for side in (a, b)]
    if any(low > high for side in sides for low, high in side):
        return
    told = prison(*a).compare(prison(*b))

    assert prison(*sides[0]).compare(prison(*sides[1])).overall.possible <= told.overall.possible


@settings(max_examples=80)
@given(stated, stated, st.tuples(*[st.integers(0, 2)] * 2), st.tuples(*[st.integers(2, 6)] * 2))
def test_filling_in_two_general_parts_stays_within_the_strictly_possible(a, b, least, most):
    """The strict reading also covers general parts that differ between the sides."""

    def resolved(span, i):
        low, high = span
        return (least[i] if low is None else low), (most[i] if high is None else high)

    told = prison(a).compare(prison(b), same_general_part=False)
    filled = prison(resolved(a, 0)).compare(prison(resolved(b, 1)))

    assert filled.overall.possible <= told.overall.possible
