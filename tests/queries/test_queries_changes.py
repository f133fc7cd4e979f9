"""Effects and sentence changes: every condition, and what is kept although nobody knows."""

from datetime import date

import pytest
from small_corpora import CODE, LATE

import lawtrack as lt
from lawtrack.model.substance import Change


def names(answer):
    return [effect.id.rpartition("/")[2] for effect in answer]


ALL = ["e-2", "e-10", "e-11", "e-12", "e-13", "e-14", "e-15"]


def test_effects_stand_in_natural_order(small):
    """e-2 before e-10: numbers in ids count as numbers."""
    assert names(lt.effects(small)) == ALL


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"package": "spring"}, ["e-2", "e-10", "e-11", "e-12", "e-14", "e-15"]),
        ({"package": "lt:kz/package/guests-only"}, ["e-10"]),
        ({"kind": "sentence"}, ["e-11", "e-12", "e-15"]),
        ({"change": "created"}, ["e-2", "e-13"]),
        ({"change": Change.REPEALED}, ["e-14"]),
        ({"change": "BROADENED"}, ["e-10"]),
        ({"work": CODE}, ["e-2", "e-10", "e-11"]),
        ({"work": LATE}, []),
        ({"package": "spring", "kind": "sentence", "change": "increased"}, ["e-11", "e-12"]),
    ],
)
def test_effects_fit_every_condition(small, conditions, expected):
    """Conditions are joined by *and*; a work is that of the provisions, whatever their ids look like."""
    assert names(lt.effects(small, **conditions)) == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("householder", ["e-10"]),
        ("landlord", ["e-10"]),
        ("resident", ["e-2", "e-10"]),
        ("natural_person", ["e-2", "e-10", "e-11", "e-12", "e-15"]),
        ("migration_police", ["e-2", "e-10"]),
        ("ngo", ["e-13"]),
        ("legal_person", ["e-13", "e-14"]),
        ("believer", []),
    ],
)
def test_effects_touch_wider_and_narrower_roles(small, role, expected):
    """An effect on householders touches landlords, who are among them, and residents, who they are among."""
    assert names(lt.effects(small, role=role)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-03-20", ["e-13"]),
        ("2020-03-21", ["e-2", "e-10", "e-12", "e-13", "e-14", "e-15"]),
        ("2020-08-31", ["e-2", "e-10", "e-12", "e-13", "e-14", "e-15"]),
        (date(2020, 9, 1), ALL),
    ],
)
def test_effects_on_a_day(small, day, expected):
    """What is law on the day, and what may be: the law of e-13 has no day of force."""
    assert names(lt.effects(small, on=day)) == expected


def test_unknown_force_is_said(small):
    """A row kept without knowing is told in a note; without a day nothing is kept so."""
    assert "1 row is kept although" in lt.effects(small, on="2020-04-01").notes[0]
    assert not any("kept although" in note for note in lt.effects(small).notes)
    assert not any("kept although" in note for note in lt.effects(small, on="2020-04-01", kind="power").notes)


def test_groups_are_told_apart(small):
    """An effect that stands for a group nobody enumerated is told in a note."""
    assert lt.effects(small).notes == ("1 of these stands for a group that a source did not enumerate.",)


@pytest.mark.parametrize(
    ("conditions", "near"),
    [
        ({"kind": "powr"}, "power"),
        ({"change": "creatd"}, "created"),
        ({"role": "housholder"}, "householder"),
        ({"package": "sprign"}, "spring"),
        ({"work": "/akn/kz/act/code/2000-01-01/2"}, CODE),
    ],
)
def test_wrong_names_suggest_the_nearest(small, conditions, near):
    """A name the corpus does not have is refused, and the nearest is named."""
    with pytest.raises(lt.UnknownNameError, match=f"Did you mean '{near}'"):
        lt.effects(small, **conditions)


def test_a_package_is_no_work(small):
    """A name that belongs to a record of another type is refused."""
    with pytest.raises(lt.UnknownNameError, match="no package"):
        lt.effects(small, package=CODE)


@pytest.mark.parametrize("on", ["2017", "2017-01", "yesterday", "2017-02-30"])
def test_a_question_is_about_one_day(small, on):
    """A year, a month or no date at all is refused, with an example of what is wanted."""
    with pytest.raises(lt.ReadingError, match="expected"):
        lt.effects(small, on=on)


def test_direction_is_told_for_the_role_asked_about(small):
    """The police gain; subscribers are exposed; of others nothing is said."""
    column = {
        role: lt.effects(small, role=role).where(effect="e-2").column("direction")
        for role in ("police", "subscriber")
    }

    assert column == {"police": ("more power",), "subscriber": ("more exposed",)}


def test_every_effect_is_sourced(small):
    """Every effect, gap and critique names at least one source (I-48)."""
    for answer in (lt.effects(small), lt.gaps(small), lt.critiques(small)):
        assert all(answer.column("sources"))


# sentences


def test_sentence_row_tells_both_ends(small):
    """2 to 5 years become 4 to 5: two years at the lower end, none at the upper."""
    row = next(iter(lt.sentence_changes(small).where(provision="art. 10").table()))

    assert [str(row[name]) for name in ("d_min", "d_max", "floor", "ceiling", "verdict")] == [
        "+2y", "+0", "up", "same", "HARSHER",
    ]  # fmt: skip


def test_unknown_side_gives_no_step(small):
    """Where the sentence before is not known, neither step nor verdict is invented."""
    row = next(iter(lt.sentence_changes(small).where(provision="Another sentence").table()))

    assert row["before"] is lt.UNKNOWN
    assert row["d_min"] is lt.UNKNOWN
    assert row["verdict"] == "UNKNOWN"


def test_unenumerated_group_is_a_note(small):
    """What a source does not enumerate is no row, and not forgotten."""
    answer = lt.sentence_changes(small)

    assert len(answer) == 2
    assert any("Some sentences rise" in note for note in answer.notes)


def test_shift_of_an_unknown_sentence_is_undecided(small):
    """A test on a row without both sanctions leaves it out and counts it."""
    answer = lt.sentence_changes(small).where(lt.is_simple_shift("+2y", mode="floor"))

    assert len(answer) == 1
    assert "1 row could not be decided" in answer.notes[-1]


def test_shift_has_four_modes():
    """Which end is meant must be said, in one of four words."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'floor'"):
        lt.is_simple_shift("+2y", mode="flor")


def test_tiers_put_the_milder_below(small):
    """1 to 3 years stand below 4 to 5."""
    tiers = lt.sentence_changes(small).tiers()

    assert [[str(row.after) for row in tier] for tier in tiers] == [["prison 1..3y"], ["prison 4..5y"]]


def test_a_ladder_is_part_of_the_answer(small):
    """A ladder given is used for every row, and asking without it again gives rows without one."""
    ladder = lt.PenaltyLadder.read("KZ: fine < prison")

    assert {row.ladder for row in lt.sentence_changes(small, ladder=ladder)} == {ladder}
    assert {row.ladder for row in lt.sentence_changes(small)} == {None}
