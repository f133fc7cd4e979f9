"""What touches a work or provision, link by link."""

import pytest
from small_corpora import ACT, CODE, LATE

import lawtrack as lt


def touched(answer):
    return {(row.record.id.rpartition("/")[2], row.steps) for row in answer}


def test_impact_follows_the_chain(small):
    """From the provision to the amendment and the effect, and on to the critique of the effect."""
    found = touched(lt.impact(small, CODE, "art_9"))

    assert {("guests", 1), ("e-10", 1), ("c-2", 2), ("r-1", 3)} <= found


def test_impact_of_a_provision_holds_what_it_contains(small):
    """The effect stands at paragraph 1, and so it touches the article."""
    assert "e-10" in lt.impact(small, CODE, "art_9").column("id")
    assert "e-10" in lt.impact(small, f"{CODE}~art_9__para_1").column("id")
    assert "e-10" not in lt.impact(small, CODE, "art_10").column("id")


def test_impact_of_the_work_holds_that_of_its_provisions(small):
    """Whatever touches a provision touches the work."""
    whole = {row.record.id for row in lt.impact(small, CODE)}

    for eid in ("art_9", "art_10", "art_11"):
        assert {row.record.id for row in lt.impact(small, CODE, eid)} <= whole


def test_impact_is_ordered_by_distance(small):
    """The nearest first, then by type and id."""
    rows = [
        (row.steps, type)
        for row, type in zip(lt.impact(small, CODE), lt.impact(small, CODE).column("type"), strict=True)
    ]

    assert rows == sorted(rows)


def test_impact_names_no_record_twice(small):
    """A record reached along two ways is one row."""
    ids = [row.record.id for row in lt.impact(small, ACT)]

    assert len(ids) == len(set(ids))


def test_assertions_are_a_column(small):
    """Who says so stands in the column of sources, not in rows of its own."""
    rows = lt.impact(small, CODE, "art_9")

    assert "assertion" not in rows.column("type")
    assert [set(held) for held in rows.where(id="e-10").column("sources")] == [{"ngo", "law"}]


def test_a_provision_the_corpus_does_not_have(small):
    """An address without a record is an empty answer whose note says what the corpus knows."""
    answer = lt.impact(small, CODE, "art_77")

    assert not answer
    assert "no provision art_77" in answer.notes[0]
    assert "art_9" in answer.notes[0]


def test_an_address_that_is_none(small):
    """What is no address at all is refused."""
    with pytest.raises(lt.ReadingError):
        lt.impact(small, CODE, "article nine")


def test_a_work_the_corpus_does_not_have(small):
    """A wrong work is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean"):
        lt.impact(small, LATE + "r")
