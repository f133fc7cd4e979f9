"""Amounts that cannot be meant: such words are quoted, and the notation stays one that can be read again."""

import pytest

from lawtrack import Sanction, parse_sanction

UNSOUND = [
    ("de", "mit Freiheitsstrafe von drei Jahren bis zu fünf Euro bestraft", "prison"),
    ("ru", "наказывается штрафом от трех лет до пяти МРП", "fine"),
    ("de", "mit Geldstrafe bis zu fünf Jahren bestraft", "fine <=5y"),
    ("kk", "бес АЕК мөлшерінде бас бостандығынан айыруға", "prison =5 MCI"),
]
UPSIDE_DOWN = [
    ("de", "mit Freiheitsstrafe von zehn Jahren bis zu sechs Monaten", "prison 6mo..10y"),
    ("ru", "лишением свободы на срок от десяти лет до пяти месяцев", "prison 5mo..10y"),
    ("kk", "он жылдан бес айға дейінгі мерзімге бас бостандығынан айыруға", "prison 5mo..10y"),
]


@pytest.mark.parametrize(("lang", "clause", "reads"), UNSOUND)
def test_an_amount_that_cannot_be_one_of_the_penalty(lang, clause, reads):
    """A range of years and money, a fine of years and imprisonment of money make a reading incomplete."""
    parsed = parse_sanction(clause, lang=lang)

    assert str(parsed.sanction) == reads
    assert not parsed.complete
    assert Sanction.read(str(parsed.sanction)) == parsed.sanction


@pytest.mark.parametrize(("lang", "clause", "reads"), UPSIDE_DOWN)
def test_ends_the_wrong_way_round(lang, clause, reads):
    """A minimum above the maximum is a defect in print, in whatever units the two are said."""
    parsed = parse_sanction(clause, lang=lang)

    assert str(parsed.sanction) == reads
    assert [doubt.code for doubt in parsed.ambiguities] == ["defect_in_print"]
