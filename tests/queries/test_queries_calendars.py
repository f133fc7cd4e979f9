"""Commencement, status and the dated life of a work."""

import pytest
from small_corpora import ACT, CODE, LATE

import lawtrack as lt
from lawtrack.timelines import ForceStatus


def test_commencement_part_by_part(small):
    """Published on 10 March: ten days expire on the 20th, law on the 21st; sentences on 1 September."""
    answer = lt.commencement(small, ACT)

    assert [str(start.start) for start in answer] == ["2020-03-21", "2020-09-01"]
    assert answer.column("scope") == ("general rule", "sentences")


def test_commencement_without_a_rule_is_empty(small):
    """A work without rules has no rows, and the table says so."""
    answer = lt.commencement(small, LATE)

    assert not answer
    assert answer.table().notes == ("Nothing in the corpus answers this.",)


@pytest.mark.parametrize(
    ("work", "day", "status"),
    [
        (ACT, "2020-02-29", ForceStatus.NOT_IN_FORCE),
        (ACT, "2020-03-20", ForceStatus.NOT_IN_FORCE),
        (ACT, "2020-03-21", ForceStatus.PARTIALLY_IN_FORCE),
        (ACT, "2020-08-31", ForceStatus.PARTIALLY_IN_FORCE),
        (ACT, "2020-09-01", ForceStatus.IN_FORCE),
        (CODE, "1999-12-31", ForceStatus.NOT_IN_FORCE),
        (CODE, "2000-06-30", ForceStatus.NOT_IN_FORCE),
        (CODE, "2000-07-01", ForceStatus.IN_FORCE),
        (LATE, "2020-01-01", ForceStatus.UNKNOWN),
    ],
)
def test_status_on_a_day(small, work, day, status):
    """In force, in part, not, or unknown: computed from events and rules."""
    answer = lt.status(small, work, on=day)

    assert answer.status is status
    assert str(answer).endswith(f"{status.value.replace('_', ' ')} on {day}")


def test_status_tells_each_part(small):
    """One row for each part, with whether it is law on the day."""
    table = lt.status(small, ACT, on="2020-04-01").table()

    assert [row["on 2020-04-01"] for row in table] == [True, False]


def test_status_says_what_it_rests_on(small):
    """Where no rule is recorded, the table says that events alone were asked."""
    assert "events alone" in lt.status(small, CODE, on="2020-04-01").table().notes[0]


def test_timeline_is_in_order(small):
    """Events, days of force and critiques by the earliest possible day."""
    assert [(str(row.when), row.type) for row in lt.timeline(small, ACT)] == [
        ("2020-03-01", "event"),
        ("2020-03-10", "event"),
        ("2020-03-21", "in_force"),
        ("2020-09-01", "in_force"),
        ("2021-05", "critique"),
    ]


def test_timeline_of_the_amended_work(small):
    """The act amended the code in two stages; when the late law did, nobody knows: a note counts it."""
    answer = lt.timeline(small, CODE)

    assert [(str(row.when), row.record.id) for row in answer if row.type == "amended"] == [
        ("2020-03-21", ACT),
        ("2020-09-01", ACT),
    ]
    assert answer.notes == ("1 more have no date.",)


@pytest.mark.parametrize(
    "ask",
    [
        lambda c, w: lt.commencement(c, w),
        lambda c, w: lt.timeline(c, w),
        lambda c, w: lt.status(c, w, on="2020-01-01"),
    ],
)
def test_wrong_work_suggests_the_nearest(small, ask):
    """A wrong work is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean"):
        ask(small, ACT.replace("2020-03-01", "2020-03-02"))


def test_status_is_about_one_day(small):
    """A month is no day."""
    with pytest.raises(lt.ReadingError):
        lt.status(small, ACT, on="2020-03")
