"""Positions, duties, powers and exposure: who holds what against whom, and on which day."""

import attrs
import pytest

import lawtrack as lt
from lawtrack.model.position import PositionDelta, Relation


def cells(answer, *names):
    return [tuple(str(row[name]) for name in names) for row in answer.table()]


def test_positions_come_with_the_other_side(small):
    """A power gained is a liability gained by whom it is over."""
    assert cells(lt.positions(small, effect="e-2"), "party", "relation", "against", "delta") == [
        ("police", "power", "subscriber", "gained"),
        ("subscriber", "liability", "police", "gained"),
    ]


def test_every_position_has_its_correlative(small):
    """Rows with a named other side come in pairs whose relations are correlatives (I-25)."""
    rows = lt.positions(small).where(lambda row: lt.is_known(row.position.against))
    held = {attrs.evolve(row.position) for row in rows}

    assert held
    assert {position.correlative() for position in held} == held


def test_positions_of_a_package(small):
    """A package narrows the effects whose positions are shown."""
    assert set(lt.positions(small, package="guests-only").column("effect")) == {"e-10"}


def test_positions_of_an_unknown_effect(small):
    """A wrong effect is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'e-1"):
        lt.positions(small, effect="e-1x")


def test_duties_stand_in_natural_order(small):
    """Duties of effects by id, then those of norms; a duty taken away is none."""
    assert cells(lt.duties(small), "id", "bearer") == [
        ("e-10", "householder"),
        ("e-13", "ngo"),
        ("files", "operator"),
    ]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("householder", [("e-10", "all")]),
        ("landlord", [("e-10", "all")]),
        ("resident", [("e-10", "some")]),
        ("legal_person", [("e-13", "some"), ("files", "some")]),
        ("police", []),
    ],
)
def test_reach_says_whether_all_are_meant(small, role, expected):
    """A duty of householders binds all landlords and some residents."""
    assert cells(lt.duties(small, role=role), "id", "reach") == expected


def test_before_the_change_the_old_rule_stands(small):
    """The day before, guests are registered after ten days; on the day itself after five."""
    old, new = (lt.duties(small, role="householder", on=day)[0] for day in ("2020-03-20", "2020-03-21"))

    assert str(old.rule.threshold) == str(lt.Threshold.read("> 10 d"))
    assert str(new.rule.threshold) == str(lt.Threshold.read("> 5 d"))


def test_the_start_of_an_old_rule_is_not_known(small):
    """The day of the change is not the day on which the rule before it began."""
    answer = lt.duties(small, role="householder", on="2020-03-20")

    assert answer.column("in_force_from") == (lt.UNKNOWN,)


def test_a_repealed_duty_ends(small):
    """Operators keep names until the day before the repeal, and file reports on both days."""
    assert cells(lt.duties(small, role="operator", on="2020-03-20"), "id") == [("e-14",), ("files",)]
    assert cells(lt.duties(small, role="operator", on="2020-03-21"), "id") == [("files",)]


def test_a_norm_ends_with_its_period(small):
    """The norm is law until the day before 2030."""
    assert "files" in lt.duties(small, on="2029-12-31").column("id")
    assert "files" not in lt.duties(small, on="2030-01-01").column("id")


def test_a_package_leaves_norms_out(small):
    """Norms belong to no package."""
    assert "files" not in lt.duties(small, package="spring").column("id")


def test_duty_of_unknown_force_is_kept_with_a_note(small):
    """The duty of NGOs may be law on any day, and the note says so."""
    answer = lt.duties(small, role="ngo", on="2001-01-01")

    assert answer.column("stands") == (lt.UNKNOWN,)
    assert answer.notes == (
        "1 row is kept although the corpus does not say whether it was law on 2001-01-01.",
    )


def test_powers_tell_trigger_and_silence(small):
    """The trigger is the defined term with its two ends; who authorises, the source does not state."""
    row = next(iter(lt.powers(small).table()))

    assert (row["holder"], row["over"]) == ("police", "subscriber")
    assert row["trigger"] == "riot, from shouting to arson"
    assert not lt.is_known(row["authoriser"])


@pytest.mark.parametrize(("holder", "reach"), [("police", 1), ("law_enforcement", 1), ("court", 0)])
def test_powers_of_a_holder(small, holder, reach):
    """Powers of police are powers of some law enforcement bodies, and of no court."""
    assert len(lt.powers(small, holder=holder).where(id="e-2")) == reach


def test_exposure_is_both_sides(small):
    """Police hold a power, and a claim that guests be registered; the householder's side is the duty."""
    answer = lt.exposure(small, "police")

    assert {(row.record.id.rpartition("/")[2], row.position.relation) for row in answer} == {
        ("e-2", Relation.POWER),
        ("e-10", Relation.CLAIM),
    }


def test_exposure_on_a_day_leaves_out_what_was_taken_away(small):
    """That a duty was lifted touches operators; on a later day it is not there any more."""
    lifted = lt.exposure(small, "operator").where(id="e-14")

    assert {row.position.delta for row in lifted} == {PositionDelta.LOST}
    assert "e-14" not in lt.exposure(small, "operator", on="2021-01-01").column("id")


@pytest.mark.parametrize("ask", [lt.duties, lt.powers])
def test_wrong_role_suggests_the_nearest(small, ask):
    """A role that does not exist is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'householder'"):
        ask(small, **{"role" if ask is lt.duties else "holder": "housholder"})


def test_wrong_role_of_exposure(small):
    """So it is for exposure."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'resident'"):
        lt.exposure(small, "residnt")


def test_direction_of_a_norm_is_none(small):
    """A norm changes nothing, so it makes nobody more or less exposed."""
    assert set(lt.exposure(small, "operator").where(id="files").column("direction")) == {"none"}
