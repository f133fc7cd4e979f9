"""Misprints: mended only where the first reading left words over, and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack import parse_sanction

MISPRINTS = [
    ("de", "mit Freiheitstrafe bis zu fünf Jahren oder mit Geldstrafe bestraft", "prison <=5y | fine"),
    ("de", "mit Freiheitsstrafe bis zu fünf Jahren oder mit Gledstrafe bestraft", "prison <=5y | fine"),
    ("kk", "үш жылдан он жылға деінгі мерзімге бас бостандығынан айыруға", "prison 3..10y"),
    ("kk", "он бес айлық есептік көрсеткышке дейінгі мөлшерде айыпұл салуға", "fine <=15 MCI"),
    ("kk", "бес жылға дейінгі мерзімге бас бостандығнан айыруға", "prison <=5y"),
]
CLAUSE = "mit Freiheitsstrafe von drei Monaten bis zu fünf Jahren bestraft"


@pytest.mark.parametrize(("lang", "clause", "reads"), MISPRINTS)
def test_one_letter_off(lang, clause, reads):
    """A word one letter off is read as the word it looks like, and the print called defective."""
    parsed = parse_sanction(clause, lang=lang)

    assert str(parsed.sanction) == reads
    assert parsed.complete
    (doubt,) = parsed.ambiguities
    assert doubt.code == "defect_in_print"
    assert 0 < doubt.end - doubt.start <= len(max(clause.split(), key=len))


@pytest.mark.parametrize(
    "clause",
    ["mit Prügelstrafe bestraft", "keine Freiheitsstrafe", "mit Freiheitsstrafe nie unter drei Jahren"],
)
def test_another_word_is_no_misprint(clause):
    """Short words and words further off are quoted, not mended."""
    assert not parse_sanction(clause, lang="de").complete


@given(data=st.data())
def test_a_letter_lost_is_never_passed_over(data):
    """Whatever letter is lost, the clause reads the same and says so, or is incomplete, or says something else."""
    at = data.draw(st.integers(0, len(CLAUSE) - 1))
    text = CLAUSE[:at] + CLAUSE[at + 1 :]
    parsed = parse_sanction(text, lang="de")

    if str(parsed.sanction) == "prison 3mo..5y" and parsed.complete and not parsed.ambiguities:
        assert {"Monate", "Jahre"} & set(text.split())
