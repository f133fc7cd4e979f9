"""A draft beside the act."""

import attrs
import pytest

import lawtrack as lt
from lawtrack.missing import ABSENT, UNKNOWN


@pytest.fixture(scope="module")
def gb():
    return lt.example("united-kingdom")


@pytest.fixture(scope="module")
def rows(gb):
    return lt.draft_vs_enacted(gb, "219", "gb-2019")


def named(rows, name):
    return next(r for r in rows if isinstance(r.enacted, lt.Effect) and r.enacted.id.endswith(f"/{name}"))


def test_three_views_became_one(rows):
    """The viewing offence was hardened: the bill asked for three occasions, the Act for one."""
    row = named(rows, "s-3-viewing")

    assert row.change == "hardened"
    assert {critique.id.rpartition("/")[2] for critique in row.critiques} >= {
        "jchr-viewing",
        "thomas-symonds",
    }


def test_reach_abroad_was_softened(rows):
    """The Lords tied one part of the reach abroad to nationals and residents."""
    assert named(rows, "s-6-abroad").change == "softened"


def test_what_came_late_is_new(rows):
    """Designated areas were tabled at report stage: a source says the bill had none."""
    row = named(rows, "ta-58B")

    assert (row.draft, row.change) == (ABSENT, "new")


def test_what_nobody_coded_is_unknown(rows):
    """Most of the bill was not coded; that is not taken for new."""
    row = named(rows, "ta-38B")

    assert (row.draft, row.change) == (UNKNOWN, "unknown")


def test_what_is_known_stands_first(rows):
    """Rows that say something come before those that do not."""
    unknown = [row.change == "unknown" for row in rows]

    assert unknown == sorted(unknown)


def test_what_fell_out_is_dropped_if_no_source_denies_it():
    """Citizenship fell out; on leaving the country the sources differ, so nothing is said."""
    found = lt.draft_vs_enacted(lt.example("russia"), "nn-counter-terrorism", "ru-2016-07")
    changes = {
        row.draft.id.rpartition("/")[2]: row.change for row in found if isinstance(row.draft, lt.Effect)
    }

    assert changes == {"draft-citizenship": "dropped", "draft-exit": "unknown"}


def test_a_draft_that_nobody_coded_is_said_to_be_so():
    """Of Kazakhstan's bill only critics speak; every row says unknown and a note says why."""
    found = lt.draft_vs_enacted(lt.example("kazakhstan"), "nn-extremism-terrorism", "kz-2016-12")

    assert set(found.column("change")) == {"unknown"}
    assert any("Nobody coded the draft" in note for note in found.notes)


def test_equal_rules_are_the_same(gb):
    """A draft that says what the act says is the same."""
    act = gb["s-3-viewing"]
    same = gb.with_(attrs.evolve(gb["draft-s-3-viewing"], after=act.after))

    assert named(lt.draft_vs_enacted(same, "219", "gb-2019"), "s-3-viewing").change == "same"
