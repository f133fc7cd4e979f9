"""Ends that a clause leaves to the general part, filled as of a day; moratoria."""

import pytest
from hypothesis import given
from strategies.sanctions import sanctions

from lawtrack.errors import UnknownNameError
from lawtrack.missing import UNKNOWN
from lawtrack.penalties import Sanction
from lawtrack.sentencing import GeneralPart, Moratorium, PenaltyFacts, executable, resolve


def rule(kind, low=None, high=None, in_force="2000-01-01..", **more):
    return GeneralPart(jurisdiction="XX", kind=kind, low=low, high=high, in_force=in_force, **more)


def facts(*rules):
    return PenaltyFacts(general_part=rules)


PRISON = rule("prison", low="6mo", high="15y")


def filled(text, *rules, on="2010-01-01", **options):
    return resolve(text, "XX", on=on, facts=facts(*rules), **options)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("prison <=5y", "prison 6mo..5y"),
        ("prison >=2y", "prison 2..15y"),
        ("prison", "prison 6mo..15y"),
        ("prison 3..8y", "prison 3..8y"),
        ("prison =5y", "prison =5y"),
        ("prison 3y..life", "prison 3y..life"),
        ("life | prison <=5y + confiscation!", "life | prison 6mo..5y + confiscation!"),
        ("fine <=10 MCI | prison <=5y", "fine <=10 MCI | prison 6mo..5y"),
    ],
)
def test_only_open_ends_are_filled(text, meant):
    """What the clause states stays as it is written, and so do kinds without a rule."""
    assert str(filled(text, PRISON)) == meant


def test_kazakhstan_sets_six_months():
    """Article 46 of the Criminal Code: prison from six months; the source was read in three editions."""
    answer = resolve("prison <=5y", "KZ", on="2016-12-01")

    assert str(answer) == "prison 6mo..5y"
    assert answer.rules[0].provision == "Criminal Code art. 46 para. 3"
    assert answer.rules[0].confidence == "primary"


def test_dates_choose_the_rule():
    """Restriction of liberty began at one year in the Code of 2014, at six months in the edition of 2023."""
    days = ("2016-12-01", "2023-06-01")

    assert [str(resolve("restriction <=5y", "KZ", on=day)) for day in days] == [
        "restriction 1..5y",
        "restriction 6mo..5y",
    ]


def test_day_between_leaves_the_end_open():
    """Law 180-VI was signed in July 2018; when it came into force was not read, so that 2019 stays open."""
    answer = resolve("restriction <=5y", "KZ", on="2019-01-01")

    assert str(answer) == "restriction <=5y"
    assert "1y, 6mo" in answer.notes[0]
    assert "the day on which the rule changed" in answer.notes[0]


def test_rules_that_take_over_and_agree_need_no_day():
    """Whichever of the two holds, the maximum is the same."""
    old = rule("prison", high="15y", in_force="2000-01-01..(2009-01-01/2012-01-01)")
    new = rule("prison", high="15y", in_force="(2009-01-01/2012-01-01)..")

    assert str(filled("prison >=2y", old, new)) == "prison 2..15y"


def test_rule_that_may_not_be_law_fills_nothing():
    """A rule that perhaps had not begun is not taken."""
    late = rule("prison", low="6mo", in_force="(2009-01-01/2012-01-01)..")

    assert str(filled("prison <=5y", late)) == "prison <=5y"


def test_case_chooses_among_rules():
    """Fines of misdemeanours and of crimes have bounds of their own."""
    day = "2016-12-01"

    assert str(resolve("fine <=600 MCI", "KZ", on=day, case="crime")) == "fine 500..600 MCI"
    assert str(resolve("fine <=400 MCI", "KZ", on=day, case="misdemeanour")) == "fine 25..400 MCI"


def test_without_a_case_the_end_stays_open():
    """A note says that the class of the offence decides."""
    answer = resolve("fine <=400 MCI", "KZ", on="2016-12-01")

    assert str(answer) == "fine <=400 MCI"
    assert "case=" in answer.notes[0]


def test_rule_for_the_case_goes_before_one_for_all():
    """A general minimum yields to the special one."""
    special = rule("prison", low="2mo", case="minor")

    assert str(filled("prison <=5y", PRISON, special, case="minor")) == "prison 2mo..5y"


def test_unknown_case_names_the_known():
    """A slip in the case is an error, not an empty answer."""
    with pytest.raises(UnknownNameError, match="misdemeanour"):
        resolve("fine <=4 MCI", "KZ", on="2016-12-01", case="misdemeanor")


def test_general_minimum_above_the_stated_maximum_is_an_oddity():
    """Up to three months where prison begins at six: the clause stays, and LT-PEN-008 says why."""
    answer = filled("prison <=3mo", PRISON)

    assert str(answer) == "prison <=3mo"
    assert [code for code, _ in answer.oddities] == ["LT-PEN-008"]


def test_excluded_end_stays():
    """Less than two years cannot be written with a minimum, so nothing is filled."""
    assert str(filled("prison <2y", PRISON)) == "prison <2y"


def test_unknown_and_none_are_no_ends():
    """What nobody knows is not what the general part would say."""
    assert str(filled("unknown", PRISON)) == "unknown"
    assert str(filled("prison unknown..5y", PRISON)) == "prison unknown..5y"


@given(sanctions)
def test_resolving_twice_is_resolving_once(sanction):
    """What is filled stays filled, and the answer is always a sanction of the notation."""
    rules = (PRISON, rule("fine", low="1 MCI", high="100 MCI"), rule("arrest", low="10d", high="50d"))
    once = filled(sanction, *rules).sanction

    assert filled(once, *rules).sanction == once
    assert Sanction.read(str(once)) == once


def test_moratorium_stops_execution():
    """Death may be imposed in 2016 and is not carried out; the answer carries the dates."""
    (answer,) = executable("prison 15..20y | life | death", "KZ", on="2016-12-20")

    assert (answer.kind, answer.executable) == ("death", False)
    assert "2004-01-01" in answer.notes[0]


def test_no_moratorium_is_no_statement():
    """Outside a recorded moratorium nothing is claimed, and kinds without one are left out."""
    held = PenaltyFacts(
        moratoria=[Moratorium(jurisdiction="XX", kind="death", in_force="2000-01-01..2005-01-01")]
    )

    assert executable("death", "XX", on="2010-01-01", facts=held)[0].executable is UNKNOWN
    assert executable("prison <=5y", "XX", on="2010-01-01", facts=held) == ()
