"""The smallest corpus answers every question, and says honestly what it does not know."""

import pytest
from small_corpora import SMALLEST

import lawtrack as lt

ACT = "/akn/kz/act/law/2020/7"


def test_it_has_at_most_fifteen_lines():
    """One code, one amending act, one effect and one source stand in fifteen lines."""
    assert len(SMALLEST.splitlines()) <= 15


@pytest.mark.parametrize(
    ("ask", "rows"),
    [
        (lambda c: lt.effects(c), 1),
        (lambda c: lt.effects(c, on="2020-05-05"), 1),
        (lambda c: lt.effects(c, role="resident"), 0),
        (lambda c: lt.sentence_changes(c), 0),
        (lambda c: lt.powers(c), 0),
        (lambda c: lt.duties(c, role="resident", on="2020-05-05"), 0),
        (lambda c: lt.positions(c, effect="e"), 0),
        (lambda c: lt.exposure(c, "resident"), 0),
        (lambda c: lt.impact(c, "/akn/kz/act/code/2000/1"), 2),
        (lambda c: lt.critiques(c), 0),
        (lambda c: lt.recommendations(c), 0),
        (lambda c: lt.gaps(c), 0),
        (lambda c: lt.conflicts(c), 0),
        (lambda c: lt.coverage(c, source="s"), 0),
        (lambda c: lt.timeline(c, ACT), 0),
        (lambda c: lt.commencement(c, ACT), 0),
    ],
)
def test_every_question_is_answered(smallest, ask, rows):
    """No question fails; an empty answer is a table with its columns and a note."""
    answer = ask(smallest)

    assert len(answer) == rows
    assert answer.table().columns
    assert rows or answer.table().notes[0] == "Nothing in the corpus answers this."
    assert answer._repr_html_()
    assert str(answer)


def test_what_is_not_known_is_said(smallest):
    """Day of force, status, conflict-free value and the rule itself: each is unknown, none is guessed."""
    effects = lt.effects(smallest, on="2020-05-05")

    assert effects.column("in_force_from") == (lt.UNKNOWN,)
    assert "does not say whether it was law" in effects.notes[0]
    assert lt.status(smallest, ACT, on="2020-05-05").status.value == "unknown"
    assert lt.value_of(smallest, "e", "anything") is lt.UNKNOWN


def test_brief_of_the_smallest(smallest):
    """The brief tells the one effect and that neither side of it is on record."""
    text = str(lt.brief(smallest))

    assert "not even the rule after it" in " ".join(text.split())


def test_chain_of_the_smallest(smallest):
    """The effect is tied to its amendment and its source."""
    assert [table.title for table in lt.show(smallest, "e").tables()][:2] == ["lt:kz/effect/e", "Who says so"]


def test_it_is_valid(smallest):
    """Nothing in it is wrong: what is lacking is at most warned about."""
    assert all(problem.severity is not lt.Severity.ERROR for problem in lt.validate(smallest))
