"""Index units, multiples and day-fines in money: exact, dated, and out of the way of nominal comparison."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies.sanctions import sanctions

from lawtrack.errors import ReadingError, UnknownNameError
from lawtrack.penalties import Quantity, Sanction, compare_sanctions
from lawtrack.sentencing import IndexUnitSeries, PenaltyFacts, compare_valued, penalty_facts, value_sanction


def series(*amounts, unit="MCI"):
    """A series with one amount a year, from 2001 on."""
    points = [(f"{2001 + i}-01-01", amount, "KZT") for i, amount in enumerate(amounts)]
    points[-1] = (*points[-1], f"{2001 + len(amounts)}-01-01")
    return IndexUnitSeries(unit_id=unit, jurisdiction="KZ", points=points)


def valued(text, on="2001-06-01", **options):
    return str(value_sanction(text, on=on, **options))


def test_units_become_money_at_their_worth_of_the_day():
    """Ten units of 1982 are 19820, a year later ten of 2121 are 21210."""
    worth = series("1982", "2121")

    assert valued("fine =10 MCI", series=worth) == "fine =19820 KZT"
    assert valued("fine =10 MCI", on="2002-01-01", series=worth) == "fine =21210 KZT"


def test_shipped_series_gives_the_fine_that_the_press_told():
    """Ten units on the day the act of December 2016 came into force were 22690 tenge."""
    mci = penalty_facts().series("MCI", "KZ")

    assert valued("fine =10 MCI", on="2017-01-07", series=mci) == "fine =22690 KZT"


def test_other_units_stay():
    """Terms, sums of money and levels of a scale are no index units with a worth."""
    text = "fine 100..500 EUR | prison <=2y | fine <=3 level"

    answer = value_sanction(text, on="2001-06-01", series=series("1"))

    assert str(answer) == text
    assert answer.notes == ("3 level is left as it is: a level is no multiple of anything.",)


@pytest.mark.parametrize("on", ["2000-12-31", "2003-01-01", "2010-01-01"])
def test_day_outside_the_series_is_refused(on):
    """No value is carried on or back; the error names the stretch that is known."""
    with pytest.raises(ReadingError, match=r"2001-01-01\.\.2003-01-01") as told:
        valued("fine =10 MCI", on=on, series=series("10", "20"))

    assert told.value.code == "LT-TIM-013"


def test_gap_in_the_series_is_outside_of_it():
    """The shipped series has no value for 2019, and says between which days it has some."""
    with pytest.raises(ReadingError, match=r"2015-01-01\.\.2018-01-01, 2025-01-01"):
        penalty_facts().series("MCI", "KZ").worth("2019-05-01")


def test_last_point_without_an_end_speaks_of_its_first_day():
    """Nobody said how long it holds, so the day after is an error that says what to give."""
    open_ended = IndexUnitSeries(
        unit_id="MCI", jurisdiction="KZ", points=[("2015-01-01", 1982, "KZT"), ("2017-01-01", 2269, "KZT")]
    )

    assert str(open_ended.worth("2016-12-31")) == "1982 KZT"
    assert str(open_ended.worth("2017-01-01")) == "2269 KZT"
    with pytest.raises(ReadingError, match=r"2015-01-01\.\.2017-01-02.*until when the last point holds"):
        open_ended.worth("2017-01-02")


def test_points_must_not_overlap():
    """Two worths of one day would be a conflict that nobody decided."""
    with pytest.raises(ReadingError, match="without overlap"):
        IndexUnitSeries(
            unit_id="MCI",
            jurisdiction="KZ",
            points=[("2001-01-01", "5", "KZT", "2003-01-01"), ("2002-01-01", "6", "KZT", "2004-01-01")],
        )


def test_multiples_and_shares_take_the_base_that_the_caller_gives():
    """Fifty times a bribe of a million is fifty million; half of it half a million."""
    bases = {"bribe": "1000000 KZT"}

    assert valued("fine x2..x50 bribe", bases=bases) == "fine 2000000..50000000 KZT"
    assert valued("fine <=50% bribe", bases=bases) == "fine <=500000 KZT"


def test_income_based_fine():
    """One to three monthly wages, the wage given."""
    assert valued("fine x1..x3 income", bases={"income": "200000 KZT"}) == "fine 200000..600000 KZT"


def test_basis_in_the_clauses_own_words_is_named_by_them():
    """A quoted basis is looked up by its words."""
    assert valued('fine <=x2 "unpaid tax"', bases={"unpaid tax": "10 KZT"}) == "fine <=20 KZT"


def test_day_fines_take_the_rate_given():
    """Sixty day-fines at 40 euros are 2400."""
    assert valued("fine 30..60 df", day_rate="40 EUR") == "fine 1200..2400 EUR"


def test_what_nothing_is_given_for_stays_and_is_named():
    """Without a base or a rate the amount stands as it was, and a note says which."""
    answer = value_sanction('fine <=x50 bribe | fine <=60 df | fine <=ref("§ 5")', on="2001-06-01")

    assert str(answer) == 'fine <=x50 bribe | fine <=60 df | fine <=ref("§ 5")'
    assert answer.notes == (
        "x50 bribe is left as it is: no sum is given for 'bribe'.",
        "60 df is left as it is: no worth of 1 df is given.",
        'ref("§ 5") is fixed by another provision and left as it is.',
    )


def test_greatest_of_several_is_settled_when_all_are_money():
    """The greater of a thousand and twice a value of six hundred is twelve hundred."""
    assert valued("fine <=max(1000 KZT, x2 value)", bases={"value": "600 KZT"}) == "fine <=1200 KZT"


def test_range_turned_upside_down_is_left_as_it_was():
    """A minimum in units above a maximum in multiples is the clause's own quarrel and not settled here."""
    answer = value_sanction(
        "fine 100 MCI..x2 bribe", on="2001-06-01", series=series("10"), bases={"bribe": "1 KZT"}
    )

    assert str(answer) == "fine 100 MCI..x2 bribe"
    assert "the minimum of 1000 KZT is above the maximum of 2 KZT" in answer.notes[-1]


def test_cap_is_valued_too():
    """A fine per day with a cap in units has its cap in money as well."""
    assert valued("fine =1 MCI /d cap 10 MCI", series=series("5")) == "fine =5 KZT /d cap 50 KZT"


def test_base_must_be_money():
    """A term is no sum."""
    with pytest.raises(ReadingError, match="sum of money for 'bribe'"):
        valued("fine <=x2 bribe", bases={"bribe": "2y"})


def test_valued_comparison_differs_from_the_nominal_one():
    """The same ten units are equal as units, and harsher in money a year later."""
    same = Sanction.read("fine =10 MCI")
    worth = series("10", "11")

    assert compare_sanctions(same, same).words() == "EQUIVALENT"
    answer = compare_valued(same, same, on_before="2001-06-01", on_after="2002-06-01", series=worth)
    assert answer.words() == "HARSHER"
    assert "before is valued on 2001-06-01, after on 2002-06-01" in answer.basis


def test_valued_comparison_needs_a_day():
    """There is no default day, since today's worth is hardly ever the right one."""
    with pytest.raises(TypeError, match="no default day"):
        compare_valued("fine =1 MCI", "fine =1 MCI", series=series("1"))


def test_fine_in_units_meets_one_in_money_only_when_valued():
    """Nominally nobody can tell, in money it is settled."""
    a, b = Sanction.read("fine =100 KZT"), Sanction.read("fine =10 MCI")

    assert compare_sanctions(a, b).words() == "UNKNOWN (HARSHER or MILDER or EQUIVALENT)"
    assert compare_valued(a, b, on="2001-06-01", series=series("20")).words() == "HARSHER"


worths = st.integers(1, 5000).map(Fraction)


@given(sanctions, worths, worths)
def test_valuation_is_monotone_in_the_worth(sanction, one, other):
    """I-45: a higher worth of the unit never makes any amount of money smaller."""
    low, high = sorted((one, other))
    first = value_sanction(sanction, on="2001-06-01", series=series(low)).sanction
    second = value_sanction(sanction, on="2001-06-01", series=series(high)).sanction

    for a, b in zip(_amounts(first), _amounts(second), strict=True):
        if a.unit == b.unit == "KZT":
            assert a.amount <= b.amount


def _amounts(sanction):
    held = []
    for track in sanction.tracks:
        for option in track.options if isinstance(track.options, tuple) else ():
            for component in (*option.group, *(a.component for a in option.additions)):
                held += [end for end in component.ends if isinstance(end, Quantity)]
    return held


@given(st.integers(0, 50), st.integers(0, 50), worths, worths)
def test_nominal_comparison_ignores_the_worth(a, b, one, other):
    """I-45: the order of units is that of money under any one worth, and no worth enters the nominal call."""
    assume(a != b)
    before, after = f"fine ={a} MCI", f"fine ={b} MCI"
    nominal = compare_sanctions(Sanction.read(before), Sanction.read(after)).overall

    for worth in (one, other):
        assert compare_valued(before, after, on="2001-06-01", series=series(worth)).overall == nominal


@given(sanctions)
def test_valued_sanctions_can_be_written(sanction):
    """Whatever is valued is still a sanction of the notation."""
    made = value_sanction(
        sanction, on="2001-06-01", series=series("7"), bases={"bribe": "10 KZT", "value": "3 KZT"}
    ).sanction

    assert Sanction.read(str(made)) == made


def test_facts_of_a_study_are_read_and_added(tmp_path):
    """A file in the layout of the shipped ones brings another series."""
    file = tmp_path / "uy.toml"
    file.write_text(
        'jurisdiction = "UY"\n[[index_unit]]\nunit = "UR"\n'
        'points = [{ from = "2020-01-01", until = "2021-01-01", amount = "1200 UYU", source = "gazette" }]\n'
    )

    facts = penalty_facts().with_(PenaltyFacts.read(file))

    assert str(facts.series("UR", "UY").worth("2020-02-01")) == "1200 UYU"
    assert facts.series("MCI", "KZ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[[index_unt]]", "LT-KEY-001"),
        ('[[general_part]]\nkind = "prison"\nlow = "2y"', "LT-KEY-004"),
        ('[[general_part]]\nkind = "prison"\nlow = "2y"\nin_force = "2001"', "LT-TIM-011"),
        ('[[general_part]]\nkind = "prisn"\nlow = "2y"\nin_force = "2001.."', "LT-PEN-006"),
        ('[[general_part]]\nkind = "prison"\nlow = "9y"\nhigh = "2y"\nin_force = "2001.."', "LT-PEN-001"),
        ('[[moratorium]]\nkind = "death"\nin_force = "2001.."\nsurce = "x"', "LT-KEY-001"),
        ("index_unit = 3", "LT-KEY-002"),
        ("index_unit = [", "LT-IO-002"),
    ],
)
def test_faulty_facts_are_refused_with_a_code(tmp_path, text, code):
    """A file of facts is read strictly: the fault is named, and nothing is half-loaded."""
    file = tmp_path / "facts.toml"
    file.write_text(f'jurisdiction = "KZ"\n{text}\n')

    with pytest.raises(ReadingError) as told:
        PenaltyFacts.read(file)

    assert told.value.code == code


def test_series_from_two_files_are_one_when_they_agree():
    """A study's points join the shipped ones; where both speak of a day they must say the same."""
    own = IndexUnitSeries(
        unit_id="MCI",
        jurisdiction="KZ",
        points=[("2017-06-01", "2269", "KZT"), ("2018-01-01", "2405", "KZT", "2019-01-01")],
    )
    other = IndexUnitSeries(
        unit_id="MCI", jurisdiction="KZ", points=[("2017-06-01", "1", "KZT", "2017-07-01")]
    )
    both = penalty_facts().with_(PenaltyFacts(index_units=[own]))

    assert both.series("MCI", "KZ").known().startswith("2015-01-01..2019-01-01")
    with pytest.raises(ReadingError, match="Sources differ"):
        penalty_facts().with_(PenaltyFacts(index_units=[other])).series("MCI", "KZ")


def test_unknown_series_names_the_known():
    """A series that nobody shipped is refused with those there are."""
    with pytest.raises(UnknownNameError, match=r"MCI \(KZ\)"):
        penalty_facts().series("UR", "UY")


def test_shipped_facts_have_sources_and_confidence():
    """Every shipped fact says where it was read and how good that is."""
    facts = penalty_facts()
    held = [*facts.general_part, *facts.moratoria, *facts.regimes]
    held += [point for one in facts.index_units for point in one.points]

    assert all(fact.source and fact.confidence in ("primary", "secondary") for fact in held)
