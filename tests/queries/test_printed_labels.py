"""Provisions are found as they are printed, wherever one is asked for."""

import pytest

import lawtrack as lt

KZ = lt.example("kazakhstan")


@pytest.mark.parametrize("label", ["art. 255 para. 1", "art. 255(1)", "255(1)", "ст. 255 ч. 1"])
def test_show_finds_a_printed_label(label):
    """As by its id."""
    record = KZ.find("226-v~art_255__para_1")

    assert str(lt.show(KZ, label)) == str(lt.show(KZ, record.id))


def test_impact_takes_a_printed_label():
    """An article that only holds recorded parts is found too."""
    assert lt.impact(KZ, "226-v", "art. 255") == lt.impact(KZ, "226-v", "art_255")


def test_a_label_that_is_none_is_refused():
    """With the place of what cannot be read."""
    with pytest.raises(lt.ReadingError):
        lt.impact(KZ, "226-v", "chapter of doubt")


def test_critics_of_a_package_are_named_for_a_part_of_it():
    """Nobody attacks the article alone, and the answer says that somebody attacks the package."""
    answer = lt.critiques(KZ, target="art. 255(1)")

    assert not answer
    assert any("package kz-2016-12 as a whole" in note for note in answer.notes)
