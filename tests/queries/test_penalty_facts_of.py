"""Facts that a corpus carries: bounds of the general part and worths of units, as norms and effects."""

import attrs
import pytest

import lawtrack as lt
from lawtrack.kinds import GeneralBounds, Sentence, UnitWorth
from lawtrack.sentencing import resolve
from lawtrack.verdicts import Verdict

CORPUS = """
lawtrack = 1
[[source]]
id = "lt:xx/source/gazette"
[[work]]
id = "/akn/uy/act/code/2000-01-01/1"
jurisdiction = "UY"
events = [{ kind = "in_force", date = "2000-01-01" }]
[[work]]
id = "/akn/uy/act/law/2012-01-01/9"
jurisdiction = "UY"
commencement = ["2012-03-01"]
[[provision]]
work = "/akn/uy/act/code/2000-01-01/1"
eid = "art_68"
[[provision]]
work = "/akn/uy/act/code/2000-01-01/1"
eid = "art_300"

[[norm]]
id = "lt:uy/norm/theft"
kind = "sentence"
rule = "prison <=5y"
provisions = ["/akn/uy/act/code/2000-01-01/1~art_300"]
source = "lt:xx/source/gazette"
[[norm]]
id = "lt:uy/norm/most"
kind = "general_part"
rule = "prison <=30y"
jurisdiction = "UY"
in_force = "2000-01-01.."
source = "lt:xx/source/gazette"
[[norm]]
id = "lt:uy/norm/ur-2011"
kind = "index_unit"
rule = { unit = "UR", worth = "500 UYU" }
jurisdiction = "UY"
in_force = "2011-01-01..2012-01-01"
source = "lt:xx/source/gazette"
[[norm]]
id = "lt:uy/norm/ur-2012"
kind = "index_unit"
rule = { unit = "UR", worth = "550 UYU" }
jurisdiction = "UY"
in_force = "2012-01-01.."
source = "lt:xx/source/gazette"

[[effect]]
id = "lt:uy/effect/minimum"
kind = "general_part"
before = "prison >=3mo"
after = "prison >=6mo"
by = ["/akn/uy/act/law/2012-01-01/9"]
provisions = ["/akn/uy/act/code/2000-01-01/1~art_68"]
source = "lt:xx/source/gazette"
"""


@pytest.fixture(scope="module")
def uy(tmp_path_factory):
    file = tmp_path_factory.mktemp("uy") / "uy.toml"
    file.write_text(CORPUS)
    return lt.read(file)


@pytest.mark.parametrize(
    ("on", "meant"),
    [
        ("2005-01-01", "prison 3mo..5y"),
        ("2012-02-29", "prison 3mo..5y"),
        ("2012-03-01", "prison 6mo..5y"),
    ],
)
def test_effect_gives_both_rules_with_their_dates(uy, on, meant):
    """Before the day of force the old minimum holds, from then on the new one."""
    assert str(resolve("prison <=5y", "UY", on=on, facts=lt.penalty_facts_of(uy))) == meant


def test_norm_gives_its_bound(uy):
    """A maximum that simply is fills the other end; its source comes along."""
    found = resolve("prison >=10y", "UY", on="2005-01-01", facts=lt.penalty_facts_of(uy))

    assert str(found) == "prison 10..30y"
    assert found.rules[0].source == "gazette"


def test_amended_minimum_shows_as_a_change_of_every_offence(uy):
    """The effect on article 68 hardens the theft article, whose clause nobody touched."""
    (row,) = lt.general_part_changes(uy, "UY", from_="2012-01-01", to="2012-06-01")

    assert row.records == ("lt:uy/norm/theft",)
    assert (str(row.before), str(row.after)) == ("prison 3mo..5y", "prison 6mo..5y")
    assert row.comparison.words() == "HARSHER"


def test_worth_of_a_unit_is_a_series(uy):
    """Norms of one unit make one series; the last is open because its period is."""
    worth = lt.penalty_facts_of(uy).series("UR", "UY")

    assert [str(worth.worth(day)) for day in ("2011-06-01", "2020-01-01")] == ["500 UYU", "550 UYU"]


def test_worths_that_differ_for_one_day_are_told(uy):
    """Both records are kept; asking for the one worth names both, and other questions go on."""
    norm = uy["ur-2012"]
    other = attrs.evolve(norm, id="lt:uy/norm/other", rule=UnitWorth(unit="UR", worth="560 UYU"))
    facts = lt.penalty_facts_of(uy.with_(other))

    assert len(facts.index_units) == 2
    assert lt.general_part_changes(uy.with_(other), "UY", from_="2012-01-01", to="2012-06-01")
    with pytest.raises(lt.ReadingError, match=r"5[56]0 UYU and 5[56]0 UYU on 2012-01-01"):
        facts.series("UR", "UY")


def test_effect_on_a_minimum_compares_like_sanctions(uy):
    """Raising the least that may be imposed is harsher, with the most left open on both sides."""
    assert uy["minimum"].compare_sides().verdict is Verdict.MORE_RESTRICTIVE


def test_bounds_of_other_classes_are_not_compared():
    """A bound for misdemeanours and one for crimes say nothing of each other."""
    bounds = lt.Sanction.read("prison >=3mo")
    one, other = GeneralBounds(bounds=bounds, case="crime"), GeneralBounds(bounds=bounds, case="misdemeanour")

    assert not one.compare(other).is_definite
    assert one.compare(Sentence(sanction=bounds)).verdict is Verdict.INCOMPARABLE


@pytest.mark.parametrize("text", ["prison 1..2y | fine <=5 EUR", "prison", "none", "prison 1..2y + fine?"])
def test_bounds_are_of_one_penalty(text):
    """Anything but one kind with an amount is refused."""
    with pytest.raises(lt.ReadingError, match="one kind of penalty"):
        GeneralBounds(bounds=lt.Sanction.read(text))


@pytest.mark.parametrize(
    ("unit", "worth"), [("MCI", "2 MCI"), ("MCI", "2y"), ("level", "2 EUR"), ("MCI", "2")]
)
def test_worth_is_money_for_an_index_unit(unit, worth):
    """A unit is never worth units, and a level of a scale has no worth of its own."""
    with pytest.raises(lt.ReadingError):
        UnitWorth(unit=unit, worth=worth)


def test_corpus_without_such_rules_has_no_facts():
    """The example corpus carries none; the shipped facts are apart from it."""
    facts = lt.penalty_facts_of(lt.example("kazakhstan"))

    assert (facts.general_part, facts.index_units) == ((), ())


def test_rules_survive_writing(uy, tmp_path):
    """What is read is written back and reads equal."""
    lt.write(uy, tmp_path / "again.json")

    assert lt.read(tmp_path / "again.json") == uy
