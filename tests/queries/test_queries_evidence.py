"""Who says what: coverage, conflicts, and one value under a policy."""

import attrs
import pytest

import lawtrack as lt
from lawtrack.model.assertion import Assertion, Claim

LAW, NGO, PAPER = (f"lt:kz/source/{name}" for name in ("law", "ngo", "paper"))


def corpus_saying(small, *said, field="term_years"):
    """The small corpus with assertions about effect e-2: source, value, perhaps the one corrected."""
    records = []
    for i, (source, value, *corrects) in enumerate(said):
        shared = {
            "id": f"lt:kz/assertion/v-{i}",
            "about": "lt:kz/effect/e-2",
            "source": source,
            "field": field,
        }
        if corrects:
            shared["supersedes"] = f"lt:kz/assertion/v-{corrects[0]}"
        is_range = isinstance(value, lt.Range)
        records.append(Claim(quantity=value, **shared) if is_range else Assertion(value=value, **shared))
    return small.with_(*records)


def said_about(corpus, **policy):
    return lt.value_of(corpus, "e-2", "term_years", **policy)


# coverage


def test_coverage_follows_the_numbers(small):
    """Statements stand in the order of their numbers, each with what carries it."""
    rows = lt.coverage(small, source="ngo")

    assert [(row.statement.label, row.status) for row in rows] == [
        ("S2", "mapped"),
        ("S3", "partial"),
        ("S4", "context"),
        ("S10", "unmapped"),
    ]


def test_coverage_counts_what_is_missing(small):
    """The notes count statements nothing carries, and effects of which the source does not speak."""
    assert lt.coverage(small, source="ngo").notes == (
        "4 statements, 1 unmapped.",
        "4 of 7 effects in the corpus are told by other sources alone.",
    )


def test_coverage_of_a_source_without_statements(small):
    """A source nobody numbered has no rows, and the table says so."""
    answer = lt.coverage(small, source="paper")

    assert not answer
    assert "Nothing in the corpus answers this." in answer.table().notes
    assert answer.table().columns


def test_coverage_of_an_unknown_source(small):
    """A wrong source is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'paper'"):
        lt.coverage(small, source="papers")


# conflicts


def test_conflicts_keep_both_sides(small):
    """A number on which sources differ, and two records coded as contradicting each other."""
    rows = lt.conflicts(small)

    assert [(row.about, row.field) for row in rows] == [
        ("lt:kz/effect/e-10", "rule"),
        ("lt:kz/package/spring", "laws_amended"),
    ]
    assert {str(value) for _, value in rows[1].values} == {"3", "5"}


@pytest.mark.parametrize("side", ["e-10", "e-14"])
def test_conflict_is_found_from_either_side(small, side):
    """Who asks about the one or the other of two contradicting records finds the conflict."""
    assert len(lt.conflicts(small, about=side)) == 1


def test_conflict_shows_a_side_without_source(small):
    """A record nobody is named for still stands as one side."""
    silent = lt.Effect(id="lt:kz/effect/e-16", kind="power", contradicts=("lt:kz/effect/e-14",))
    row = lt.conflicts(small.with_(silent), about="e-16")[0]

    assert [source for source, _ in row.values] == [LAW, "unknown"]


def test_one_source_is_no_conflict(small):
    """A source that says two things does not conflict with another."""
    assert not lt.conflicts(corpus_saying(small, (NGO, 3), (NGO, 4))).where(field="term_years")


def test_agreement_is_no_conflict(small):
    """Sources that say the same do not conflict."""
    assert not lt.conflicts(corpus_saying(small, (NGO, 3), (PAPER, 3))).where(field="term_years")


def test_a_correction_is_no_conflict(small):
    """What a later assertion corrects takes no part."""
    corpus = corpus_saying(small, (NGO, 3), (PAPER, 5), (PAPER, 3, 1))

    assert not lt.conflicts(corpus).where(field="term_years")
    assert said_about(corpus) == 3


# one value


def test_nobody_speaks(small):
    """Of what nobody says the value is UNKNOWN."""
    assert said_about(small) is lt.UNKNOWN


def test_all_agree(small):
    """When all say the same, that is the value."""
    assert said_about(corpus_saying(small, (NGO, 3), (LAW, 3))) == 3


def test_disagreement_is_a_conflict_that_names_both(small):
    """Without a policy both values are named with their sources, and the policies that decide (I-49)."""
    with pytest.raises(lt.Conflict) as caught:
        said_about(corpus_saying(small, (NGO, 3), (PAPER, 5)))

    assert caught.value.values == (("ngo", 3), ("paper", 5))
    assert "ngo says 3" in str(caught.value)
    assert "paper says 5" in str(caught.value)
    assert "primary_first" in str(caught.value)


@pytest.mark.parametrize(
    ("policy", "expected"),
    [("primary_first", 7), ("named:ngo", 3), ("named:lt:kz/source/law", 7)],
)
def test_policies_choose(small, policy, expected):
    """The law itself, or the source named."""
    assert said_about(corpus_saying(small, (NGO, 3), (LAW, 7), (PAPER, 5)), policy=policy) == expected


def test_hull_holds_all_numbers(small):
    """The smallest interval that holds what all say, whether they give numbers or ranges."""
    corpus = corpus_saying(small, (NGO, lt.Range.read("[2, 3]")), (LAW, 7))

    assert said_about(corpus, policy="range_hull") == lt.Range.read("[2, 7]")


def test_hull_of_words_is_a_conflict(small):
    """Words have no interval."""
    with pytest.raises(lt.Conflict):
        said_about(corpus_saying(small, (NGO, "few"), (LAW, "many")), policy="range_hull")


def test_first_of_two_laws_is_a_conflict(small):
    """A policy that leaves several values does not choose among them, and names those it leaves."""
    with pytest.raises(lt.Conflict) as caught:
        said_about(corpus_saying(small, (LAW, 3), (LAW, 4), (NGO, 9)), policy="primary_first")

    assert [value for _, value in caught.value.values] == [3, 4]


def test_latest_is_the_source_certainly_published_last(small):
    """A source of 2021 comes after a law of 2020; one without a day may be newer than both."""
    assert said_about(corpus_saying(small, (NGO, 3), (LAW, 7)), policy="latest") == 3
    with pytest.raises(lt.Conflict):
        said_about(corpus_saying(small, (NGO, 3), (LAW, 7), (PAPER, 5)), policy="latest")


def test_latest_without_dates_is_a_conflict(small):
    """Where no source is dated, none is the latest."""
    corpus = corpus_saying(small, (PAPER, 3), (PAPER, 4))

    with pytest.raises(lt.Conflict):
        said_about(corpus, policy="latest")


def test_a_named_source_that_is_silent(small):
    """Who names a source asks what that source says, and others do not answer for it."""
    assert said_about(corpus_saying(small, (NGO, 3)), policy="named:paper") is lt.UNKNOWN


@pytest.mark.parametrize(("policy", "near"), [("latst", "latest"), ("named:papr", "paper")])
def test_wrong_policy_suggests_the_nearest(small, policy, near):
    """A policy or source that does not exist is refused even where all agree."""
    with pytest.raises(lt.UnknownNameError, match=f"Did you mean '{near}'"):
        said_about(corpus_saying(small, (NGO, 3)), policy=policy)


def test_assertions_are_kept_as_they_are(small):
    """A policy chooses and merges nothing: the corpus still holds every assertion (I-49)."""
    corpus = corpus_saying(small, (NGO, 3), (LAW, 7))
    said_about(corpus, policy="latest")

    held = [said.value for said in corpus.assertions_about("lt:kz/effect/e-2") if said.field == "term_years"]
    assert held == [3, 7]
    assert attrs.evolve(corpus) == corpus


def test_a_slip_in_a_field_is_no_finding(small):
    """A field that looks like one that sources speak of is refused with the nearest, not answered UNKNOWN."""
    corpus = corpus_saying(small, (NGO, 3), (LAW, 3))
    spoken = next(a.field for a in corpus.assertions if isinstance(a.field, str))

    with pytest.raises(lt.UnknownNameError, match=spoken):
        lt.value_of(corpus, next(a.about for a in corpus.assertions if a.field == spoken), f"{spoken}x")
