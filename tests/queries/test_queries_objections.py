"""Critiques, recommendations and gaps: every condition, and silence that stays silence."""

import attrs
import pytest
from small_corpora import LATE

import lawtrack as lt
from lawtrack.model.critique import Ground, Outcome, OutcomeStatus, Stage
from lawtrack.model.substance import GapType


def names(answer):
    return [record.id.rpartition("/")[2] for record in answer]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, ["c-2", "c-3", "c-10"]),
        ({"package": "spring"}, ["c-2", "c-3"]),
        ({"package": "guests-only"}, ["c-2"]),
        ({"target": "e-10"}, ["c-2"]),
        ({"target": LATE}, ["c-10"]),
        ({"ground": "vagueness"}, ["c-2"]),
        ({"ground": Ground.SPEED}, ["c-10"]),
        ({"stage": "in_force"}, ["c-2"]),
        ({"stage": "in force"}, ["c-2"]),
        ({"stage": Stage.GENERAL, "ground": "speed"}, ["c-10"]),
        ({"stage": "general", "package": "spring"}, []),
    ],
)
def test_critiques_fit_every_condition(small, conditions, expected):
    """A package finds critiques of its effects, and of the definition that one of its powers rests on."""
    assert names(lt.critiques(small, **conditions)) == expected


def test_grounds_not_stated_are_shown_so(small):
    """A critic who gives no ground is given none, and no question about a ground finds the critique."""
    answer = lt.critiques(small)
    held = dict(zip(answer, answer.column("ground"), strict=True))

    assert held[small["c-3"]] is lt.NOT_STATED
    assert all(small["c-3"] not in lt.critiques(small, ground=ground) for ground in Ground)


def test_a_joint_critique_is_one(small):
    """One opinion of two bodies is one row with two critics (I-57)."""
    assert lt.critiques(small, target="e-10").column("critic") == (("The League", "The Chamber"),)


@pytest.mark.parametrize(
    ("conditions", "near"),
    [
        ({"ground": "vagueniss"}, "vagueness"),
        ({"stage": "in_forse"}, "in_force"),
        ({"package": "sprin"}, "spring"),
        ({"target": "e-1x"}, "e-1"),
    ],
)
def test_wrong_names_suggest_the_nearest(small, conditions, near):
    """A wrong ground, stage, package or target is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match=f"Did you mean '{near}"):
        lt.critiques(small, **conditions)


# recommendations


def test_the_latest_definite_outcome_counts(small):
    """Not heeded by 2022 counts: what is later is not definite, and what has no day is not later."""
    assert lt.recommendations(small).column("outcome") == ("not_heeded", lt.UNKNOWN)


def test_later_outcome_replaces_earlier(small):
    """Days count as days: December 2022 is after the year 2021 and before 2023."""
    said = [
        Outcome(
            id=f"lt:kz/outcome/x-{i}",
            recommendation="lt:kz/recommendation/r-2",
            status=status,
            as_of=lt.EdtfDate.read(day),
        )
        for i, (status, day) in enumerate(
            [
                (OutcomeStatus.NOT_YET, "2023"),
                (OutcomeStatus.OVERTAKEN, "2022-12"),
                (OutcomeStatus.REVERSED, "2021"),
            ]
        )
    ]

    assert lt.recommendations(small.with_(*said)).column("outcome")[1] == "not_yet"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (None, ["r-1", "r-2"]),
        ("not_heeded", ["r-1"]),
        ("unknown", ["r-2"]),
        (lt.UNKNOWN, ["r-2"]),
        ("heeded", []),
    ],
)
def test_recommendations_by_status(small, status, expected):
    """Those of which nobody says what became of them are asked for as unknown."""
    assert names(lt.recommendations(small, status=status)) == expected


def test_wrong_status_suggests_the_nearest(small):
    """A status that does not exist is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'not_heeded'"):
        lt.recommendations(small, status="not_heded")


def test_recommendation_without_its_critique(small):
    """In a corpus nobody checked a critic may be unknown, and nothing fails."""
    lost = attrs.evolve(small["r-1"], critique="lt:kz/critique/none")

    assert lt.recommendations(small.with_(lost)).column("critic")[0] is lt.UNKNOWN


# gaps


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        (None, ["g-2", "g-10"]),
        ("no_oversight", ["g-2"]),
        (GapType.DATA_NOT_RELEASED, ["g-10"]),
        ("no_remedy", []),
    ],
)
def test_gaps_by_type(small, type, expected):
    """Gaps in law and in data are told apart by type."""
    assert names(lt.gaps(small, type=type)) == expected


def test_wrong_gap_type_suggests_the_nearest(small):
    """A type that does not exist is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'no_remedy'"):
        lt.gaps(small, type="no_remedie")
