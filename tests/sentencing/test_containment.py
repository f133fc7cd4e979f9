"""Terms seen against terms permitted, and one sentence against a sanction: containment, not harshness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.sanctions import definite

from lawtrack.missing import UNKNOWN
from lawtrack.penalties import Sanction
from lawtrack.sentencing import Containment, admits, terms_within


def within(observed, permitted, **options):
    answer, _ = terms_within(Sanction.read(observed).tracks, Sanction.read(permitted).tracks, **options)
    return answer.value


def allows(permitted, outcome):
    return admits(Sanction.read(permitted).tracks, Sanction.read(outcome).tracks)


@pytest.mark.parametrize(
    ("observed", "permitted", "answer"),
    [
        ("prison 3..6y", "prison 3..8y", "inside"),
        ("prison 3..6y", "prison 3..6y", "inside"),
        ("prison 3..6y", "prison 36..72mo", "inside"),
        ("prison 3..6y", "prison 4..10y + confiscation?", "partly"),
        ("prison 3..6y", "prison 6..10y", "partly"),
        ("prison 3..6y", "prison 7..12y", "outside"),
        ("prison 3..6y", "prison <=2y", "outside"),
        ("prison 3..6y", "prison 1..4y | prison 4..7y", "inside"),
        ("prison 3..6y", "prison 1..3y | prison 5..7y", "partly"),
        ("prison 3..6y", "prison >6y", "outside"),
        ("prison =20y", "prison 15..20y | life", "inside"),
        ("life", "prison 15..20y | life", "inside"),
        ("life", "prison 15..20y", "outside"),
        ("prison 3..6y", "fine <=10 MCI", "outside"),
        ("prison 3..6y", "none", "outside"),
        ("prison 3..6y", "unknown", "unknown"),
        ("fine <=10 MCI", "prison 3..6y", "unknown"),
        ("prison 3..6y", "prison unknown..8y", "unknown"),
        ("prison 3..6y", "prison unknown..2y", "outside"),
        ("prison 3..6y", "prison <=8y", "unknown"),
        ("prison 3..6y", "prison >=7y", "outside"),
        ("prison 3..6y", "prison 100..200d", "unknown"),
    ],
)
def test_containment_by_hand(observed, permitted, answer):
    """Cases worked out by hand; an end that is not stated is tried at both extremes."""
    assert within(observed, permitted) == answer


terms = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted)
several = st.lists(terms, min_size=1, max_size=3)


def text_of(spans):
    return " | ".join(f"prison {low}..{high}y" for low, high in spans)


@given(terms, several)
def test_agrees_with_counting_out(seen, allowed):
    """On fine steps of half a year, inside means every step is permitted, and outside means none is."""
    steps = range(2 * seen[0], 2 * seen[1] + 1)
    held = [any(2 * low <= half <= 2 * high for low, high in allowed) for half in steps]
    answer = within(text_of([seen]), text_of(allowed))

    # Between two permitted spans that end and begin a year apart lies half a year that is not permitted.
    assert answer == ("inside" if all(held) else "partly" if any(held) else "outside")


@given(terms, several, terms)
def test_permitting_more_never_leads_away_from_inside(seen, allowed, more):
    """Another alternative can turn outside into partly or inside, never the reverse."""
    rank = ["outside", "partly", "inside"]
    before, after = (within(text_of([seen]), text_of(held)) for held in (allowed, [*allowed, more]))

    assert rank.index(before) <= rank.index(after)


@given(terms, several, st.integers(0, 12))
def test_unknown_end_covers_every_value_it_may_have(seen, allowed, low):
    """The answer with an unknown minimum is UNKNOWN or the answer for any minimum it may turn out to be."""
    high = max(allowed[0])
    open_ended = within(text_of([seen]), f"prison unknown..{high}y")
    exact = within(text_of([seen]), text_of([(min(low, high), high)]))

    assert open_ended in ("unknown", exact)


@pytest.mark.parametrize(
    ("permitted", "outcome", "answer"),
    [
        ("prison 4..10y + confiscation?", "prison =5y", True),
        ("prison 4..10y + confiscation?", "prison =5y + confiscation!", True),
        ("prison 6..10y + confiscation!", "prison =7y", False),
        ("prison 6..10y + confiscation!", "prison =7y + confiscation!", True),
        ("prison 6..10y + confiscation!", "prison =5y + confiscation!", False),
        ("prison <=5y", "prison =6y", False),
        ("prison <=5y", "prison =1y", UNKNOWN),
        ("prison 15..20y | life", "life", True),
        ("prison 15..20y", "life", False),
        ("fine <=100 MCI |& prison 1..2y", "prison =1y & fine =50 MCI", UNKNOWN),
        ("fine 1..100 MCI |& prison 1..2y", "prison =1y & fine =50 MCI", True),
        ("fine 1..100 MCI | prison 1..2y", "prison =1y & fine =50 MCI", False),
        ('prison 1..2y + confiscation! if("repeat")', "prison =1y", UNKNOWN),
        ("none", "none", True),
        ("unknown", "prison =1y", UNKNOWN),
    ],
)
def test_membership_by_hand(permitted, outcome, answer):
    """A sentence is permitted when some alternative has exactly its penalties, within their spans."""
    assert allows(permitted, outcome) is answer


@given(definite)
def test_mildest_corner_is_permitted(sanction):
    """The low end of every compulsory penalty of the first alternative is a sentence that may be imposed."""
    option = sanction.tracks[0].options[0]
    parts = [c for c in (*option.group, *(a.component for a in option.additions)) if c.flag != "?"]
    outcome = " & ".join(c.kind if c.span is None else f"{c.kind} ={c.ends[0]}" for c in parts)

    assert admits(sanction.tracks, Sanction.read(outcome).tracks) is True


def test_answers_are_words():
    """Four words, as the reference names them."""
    assert [answer.value for answer in Containment] == ["inside", "partly", "outside", "unknown"]
