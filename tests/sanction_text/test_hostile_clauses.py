"""Clauses made to break the parser: bounded work, bounded answers, nothing that cannot be printed."""

import pytest

from lawtrack import Sanction, parse_sanction, read_clauses
from lawtrack.penalties.parts import MOST_IN_GROUP


def test_more_alternatives_than_a_group_may_hold():
    """'or both' behind nine penalties is not understood, and nothing is raised."""
    kinds = "a fine or imprisonment or community service or probation or confiscation or restitution or death"
    clause = f"{kinds} or costs or a caution, or both"
    parsed = parse_sanction(clause, lang="en")

    assert len(parsed.sanction.tracks[0].options) == 9 > MOST_IN_GROUP
    assert not parsed.complete


def test_a_numeral_beyond_measure_is_no_amount():
    """A line of multipliers stays printable, and takes no other line with it."""
    endless = "a fine of " + "hundred " * 2500 + "dollars"
    read = read_clauses([endless, "a fine of five pounds"], lang="en", jurisdiction="GB")

    assert all(str(row.parsed) for row in read)
    assert str(read.rows[1].parsed.sanction) == "fine =5 GBP"
    assert not read.rows[0].parsed.complete


@pytest.mark.parametrize(
    ("clause", "permits"),
    [
        ("a fine of 1.125 times the value of the goods", "fine =x9/8 value"),
        ("a fine of 1,500 pounds", "fine =1500 GBP"),
        ("a fine of 1,500.50 pounds", "fine =3001/2 GBP"),
        ("a fine of 12.50 pounds", "fine =25/2 GBP"),
    ],
)
def test_a_point_is_a_decimal_sign_in_english(clause, permits):
    """And the comma groups thousands."""
    assert parse_sanction(clause, lang="en", jurisdiction="GB").sanction == Sanction.read(permits)


def test_classes_beyond_measure_are_not_written_out():
    """What would grow with the square of a clause is left out, and the reading says that it is not whole."""
    clause = "штраф или арест либо " * 200 + "штраф на физических лиц – пяти, на юридических лиц – десяти МРП"
    parsed = parse_sanction(clause, lang="ru")

    assert not parsed.complete
    assert len(str(parsed.sanction)) < 20 * len(clause)


@pytest.mark.parametrize("lang", ["ru", "en", "kk", "de", "fr", "es"])
def test_what_cannot_be_printed_is_not_printed(lang):
    """Terminal escapes and marks of direction are made visible or left out."""
    clause = "fine \x1b[2J если \u202e if x\x1b[31m, штраф amende"
    parsed = parse_sanction(clause, lang=lang)

    assert all(sign.isprintable() or sign == "\n" for sign in str(parsed))
    assert str(parsed.sanction).isprintable()
