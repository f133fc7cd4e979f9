"""Offences of two countries paired by function, and alignments read from files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.comparison import Outcome
from lawtrack.comparison.functions import by_function
from lawtrack.kinds import Sentence
from lawtrack.vocabulary import Vocabulary

VOCABULARY = Vocabulary()
CONDUCT = (
    "terrorist_act",
    "terrorist_financing",
    "financing",
    "terrorist_organisation",
    "banned_organisation",
    "sabotage",
)


def sentence(id, *topics):
    return lt.Effect(id=id, kind="sentence", after=Sentence(offence=id), topics=topics)


def paired(left, right):
    found = by_function(dict(enumerate(left)), dict(enumerate(right)), VOCABULARY)
    return {(left[m.left].id, right[m.right].id) for m in found.matches}, found


def test_one_answers_to_one():
    """A single counterpart of the same conduct and form is paired, and the pair says by what."""
    pairs, found = paired(
        [sentence("a", "terrorist_act"), sentence("a2", "terrorist_act", "aggravated")],
        [sentence("b", "terrorist_act"), sentence("b2", "terrorist_act", "aggravated")],
    )

    assert pairs == {("a", "b"), ("a2", "b2")}
    assert found.matches[0].why == "function: act of terrorism, basic form"


def test_which_of_several_nobody_says():
    """Two that may answer to one are left alone, and each names the other side."""
    pairs, found = paired(
        [sentence("lead", "terrorist_organisation"), sentence("join", "terrorist_organisation")],
        [sentence("b", "terrorist_organisation")],
    )

    assert not pairs
    assert "may answer to b" in found.left[0]
    assert "lead, join" in found.right[0]


def test_the_narrowest_concept_counts_first():
    """Equal concepts pair before one that lies inside the other is asked for."""
    pairs, _ = paired(
        [sentence("a", "terrorist_financing", "financing"), sentence("wide", "financing")],
        [sentence("b", "terrorist_financing"), sentence("other", "financing")],
    )
    inner, _ = paired([sentence("wide", "financing")], [sentence("b", "terrorist_financing")])

    assert pairs == {("a", "b"), ("wide", "other")}
    assert inner == {("wide", "b")}


sides = st.lists(st.tuples(st.sets(st.sampled_from(CONDUCT), max_size=2), st.booleans()), max_size=5)


def made(rows, name):
    return [
        sentence(f"{name}{i}", *sorted(topics), *(["aggravated"] if worse else []))
        for i, (topics, worse) in enumerate(rows)
    ]


@given(sides, sides)
def test_pairs_are_the_same_from_either_side(left, right):
    """Who answers to whom does not depend on which package is named first, and nobody is taken twice."""
    lefts, rights = made(left, "l"), made(right, "r")
    there, found = paired(lefts, rights)
    back, turned = paired(rights, lefts)

    assert there == {(a, b) for b, a in back}
    assert len({a for a, _ in there}) == len({b for _, b in there}) == len(there)
    assert set(found.left) == set(turned.right)
    assert not set(found.left) & {m.left for m in found.matches}


@given(sides, sides)
def test_the_order_of_records_pairs_nobody_otherwise(left, right):
    """Turning a side round gives the same pairs."""
    lefts, rights = made(left, "l"), made(right, "r")

    assert paired(lefts, rights)[0] == paired(lefts[::-1], rights[::-1])[0]


@given(sides, sides, st.booleans())
def test_a_second_candidate_never_pairs_otherwise(left, right, worse):
    """A further record on one side may undo a pair or make one of its own, never move a partner."""
    lefts, rights = made(left, "l"), made(right, "r")
    before = dict(paired(lefts, rights)[0])
    more = sentence("more", "terrorist_act", *(["aggravated"] if worse else []))
    after = dict(paired([*lefts, more], rights)[0])

    for one, other in after.items():
        assert one == "more" or before.get(one) in (other, None)


@pytest.fixture(scope="module")
def examples():
    return {name: lt.example(name) for name in ("kazakhstan", "russia", "united-kingdom")}


def test_shipped_alignments_lead_to_records(examples):
    """Each names a sentence of two of the example corpora, and says on what it rests."""
    for one in lt.read_alignments("terrorism-offences"):
        held = [[c.get(id) for c in examples.values() if c.get(id)] for id in (one.a, one.b)]

        assert [len(found) for found in held] == [1, 1]
        assert {found[0].kind for found in held} == {"sentence"}
        assert one.basis


def test_each_pair_of_countries_compares_on_something(examples):
    """With the shipped alignments every two of the examples have pairs of sentences for a defendant."""
    kz, ru, gb = examples.values()
    packages = [(kz, "kz-2016-12"), (ru, "ru-2016-07"), (gb, "gb-2019")]
    said = lt.read_alignments("terrorism-offences")
    for one, other in ((0, 1), (0, 2), (1, 2)):
        found = lt.compare(packages[one], packages[other], for_="defendant", align=said)
        pairs = [row for row in found if row.left and row.right]

        assert pairs
        assert all(any(line.startswith("aligned") for line in row.comparison.basis) for row in pairs)


def test_a_maximum_alone_is_not_put_above_a_range(examples):
    """Fifteen years at most beside five to nine: the floor is not known, and no verdict is made of it."""
    kz, _, gb = examples.values()
    found = lt.compare(
        (kz, "kz-2016-12"), (gb, "gb-2019"), align=lt.read_alignments("terrorism-offences"), for_="defendant"
    )
    (row,) = (row for row in found if row.left and row.right)

    assert row.outcome is Outcome.INCOMPARABLE
    assert row.reason.startswith("floor unknown, ceiling incomparable; prison: min not known, max +6y")


BAD = {
    '[[alignment]]\na = "x"\nb = "y"\nbass = "z"': ("alignment[0].bass", "alignment[0].basis"),
    '[[alignment]]\na = "x"\nb = 3\nbasis = "z"': ("alignment[0].b",),
    '[[alignment]]\na = "x"\nb = "y"\nbasis = "z"\nstrength = "clos"': ("alignment[0].strength",),
    '[[alignments]]\na = "x"': ("alignments", "alignment"),
    "": ("alignment",),
}


@pytest.mark.parametrize(("text", "places"), BAD.items())
def test_a_file_of_alignments_is_read_strictly(tmp_path, text, places):
    """Every problem is told with its place."""
    path = tmp_path / "study.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(lt.CorpusError) as told:
        lt.read_alignments(path)

    assert {problem.where for problem in told.value.problems} == set(places)


def test_an_alignment_needs_a_basis():
    """A match that nobody gives a reason for is refused, in a file as in Python."""
    for basis in ("", "  ", None, 5):
        with pytest.raises(lt.ReadingError, match="basis"):
            lt.Alignment(a="x", b="y", basis=basis)


def test_names_of_shipped_alignments_are_known():
    """A slip is told with the nearest name."""
    with pytest.raises(lt.UnknownNameError) as told:
        lt.read_alignments("terorism-offences")
    assert told.value.near == "terrorism-offences"
