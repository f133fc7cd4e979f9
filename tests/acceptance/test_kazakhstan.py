"""The Kazakhstan case carried whole: what the questions answer, settled from the facts and the report.

What the country report says comes from its text, days and counts from the facts gathered beside it. Nothing
here was read off an answer of the library.
"""

from datetime import date

import pytest

import lawtrack as lt
from lawtrack.model.critique import Ground
from lawtrack.model.position import PositionDelta, Relation
from lawtrack.model.substance import GapType

PACKAGE = "kz-2016-12"
ACT = "/akn/kz/act/law/2016-12-22/28-vi"
REPORT = "lt:kz/source/country-report-2016"


@pytest.fixture(scope="module")
def kz():
    return lt.example("kazakhstan")


@pytest.fixture(scope="module")
def brief(kz):
    return " ".join(str(lt.brief(kz, package=PACKAGE)).split())


# Time


def test_the_act_begins_ten_days_after_publication_have_run(kz):
    """Published on 27 December 2016; ten days expire on 6 January 2017; law on the 7th."""
    general = lt.commencement(kz, ACT)[0]

    assert str(general.part.rule) == "after_expiry(published, P10D)"
    assert general.start == lt.EdtfDate.read("2017-01-07")
    assert "2016-12-27" in general.reason


def test_the_general_day_is_computed_from_the_event(kz):
    """Had the act been published two days later, it would begin two days later: the day is not stored."""
    act = kz[ACT]
    events = act.event_dates() | {"published": lt.EdtfDate.read("2016-12-29")}

    assert act.commencement[0].rule.evaluate(events) == lt.EdtfDate.read("2017-01-09")


def test_registration_of_devices_is_deferred(kz):
    """The article on mobile subscriber devices begins on 1 July 2017."""
    deferred = lt.commencement(kz, ACT)[1]

    assert deferred.start == lt.EdtfDate.read("2017-07-01")
    assert [tail.split("~")[1] for tail in deferred.part.provisions] == ["art_36-2"]


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2016-12-21", "not_in_force"),
        ("2016-12-27", "not_in_force"),
        ("2017-01-06", "not_in_force"),
        ("2017-01-07", "partially_in_force"),
        ("2017-06-30", "partially_in_force"),
        ("2017-07-01", "in_force"),
    ],
)
def test_status_around_the_days(kz, day, status):
    """Not law until 6 January 2017, in part until 30 June, then as a whole."""
    assert lt.status(kz, ACT, on=day).status.value == status


def test_sentences_are_law_from_january(kz):
    """Every changed sentence is law from 7 January 2017 on, and none the day before."""
    kind = {"package": PACKAGE, "kind": "sentence"}
    listed = lt.effects(kz, **kind).where(lambda effect: not effect.schematic)

    before = {effect.id for effect in lt.effects(kz, **kind, on="2017-01-06")}
    after = {effect.id for effect in lt.effects(kz, **kind, on="2017-01-07")}
    assert len(listed) == 30
    assert before.isdisjoint(effect.id for effect in listed)
    assert after.issuperset(effect.id for effect in listed)


def test_device_registration_is_not_law_in_spring(kz):
    """The deferred article gives no duty in March 2017 and gives one in July."""

    def registered(day):
        return {row.record.id for row in lt.duties(kz, on=day)} & {"lt:kz/effect/28-vi/device-registration"}

    assert not registered("2017-03-01")
    assert registered("2017-07-01")


# Who says what


def test_every_statement_of_the_report_is_carried(kz):
    """Fifty numbered statements, each carried by at least one record."""
    rows = lt.coverage(kz, source="country-report-2016")

    assert [row.statement.label for row in rows] == [f"S{n:02}" for n in range(1, 51)]
    assert "unmapped" not in rows.column("status")
    assert all(row.records for row in rows)


def test_nineteen_laws_stand_against_twenty(kz):
    """The report counts 19 amended laws, Forum 18 counts 20; both are kept, each with its source."""
    rows = lt.conflicts(kz, about=PACKAGE).where(field="laws_amended")

    said = {source.rpartition("/")[2]: str(value) for source, value in rows[0].values}
    assert len(rows) == 1
    assert said == {"country-report-2016": "19", "forum18-2017": "20"}


def test_five_codes_are_no_conflict(kz):
    """Both count five codes, so there is nothing to choose."""
    assert str(lt.value_of(kz, PACKAGE, "codes_amended")) == "5"
    assert not lt.conflicts(kz).where(field="codes_amended")


def test_asking_for_one_number_of_laws_names_both(kz):
    """Without a policy, asking how many laws were amended is a conflict that names 19 and 20."""
    with pytest.raises(lt.Conflict) as caught:
        lt.value_of(kz, PACKAGE, "laws_amended")

    assert {str(value) for _, value in caught.value.values} == {"19", "20"}
    assert "country-report-2016" in str(caught.value)
    assert "forum18-2017" in str(caught.value)


def test_a_named_source_settles_the_number(kz):
    """Who names the report gets its 19; who asks for the span gets 19 to 20."""
    assert str(lt.value_of(kz, PACKAGE, "laws_amended", policy="named:country-report-2016")) == "19"
    assert lt.value_of(kz, PACKAGE, "laws_amended", policy="range_hull") == lt.Range.read("[19, 20]")


# The brief


@pytest.mark.parametrize(
    "said",
    [
        "22 December 2016",
        "27 December 2016",
        "7 January 2017",
        "1 July 2017",
        "5 codes",
        "19 laws according to country-report-2016",
        "20 laws according to forum18-2017",
        "30 offence parts",
        "more than 10 days",
        "kill switch",
        "terrorist attack to unapproved public rally",
        "“almost a fifth”",
        "[17/100, 1/5)",
        "OSCE Office for Democratic Institutions and Human Rights",
        "What is not known",
        "identified here 2, not identified 3",
        "identified here 8, not identified 11 or 12",
    ],
)
def test_brief_says(brief, said):
    """Dates, counts of both sources, the rules people ask about, the hedge as written, the unknowns."""
    assert said in brief


def test_brief_for_a_householder_is_about_householders(kz):
    """The guest rule is told to a householder, the rules on weapons are not."""
    told = str(lt.brief(kz, package=PACKAGE, for_="householder"))

    assert "10 days" in told
    assert "firearm" not in told


def test_every_telling_line_names_a_source(kz):
    """What is told of people and of critics names who says so."""
    sections = lt.brief(kz, package=PACKAGE).sections()

    told = [line for name in ("What it does to people", "Who objected") for line in sections[name]]
    assert told
    assert all(line.sources for line in told)


# People


def test_a_householder_before_and_after(kz):
    """On 5 January a householder has no duty to register guests; on 8 January that is all that is added."""

    def held(day):
        return {row.position.action for row in lt.duties(kz, role="householder", on=day)}

    added = held("2017-01-08") - held("2017-01-05")
    assert held("2017-01-05") <= held("2017-01-08")
    assert len(added) == 1
    assert "guests" in added.pop()


def test_the_threshold_is_more_than_ten_days(kz):
    """Ten days are free: the duty begins beyond them."""
    row = lt.duties(kz, role="householder", on="2017-01-08").where(id="guest-registration")[0]

    assert row.rule.threshold == lt.Threshold.read("> 10 d")


def test_who_gains_the_kill_switch(kz):
    """The government gains a power; operators and subscribers are liable to it."""
    rows = lt.positions(kz, effect="lt:kz/effect/2016-12-22/kill-switch")

    gained = {
        (r.position.holder, r.position.relation) for r in rows if r.position.delta is PositionDelta.GAINED
    }
    assert ("government", Relation.POWER) in gained
    assert {("operator", Relation.LIABILITY), ("subscriber", Relation.LIABILITY)} <= gained


def test_the_power_names_its_trigger_and_no_safeguard(kz):
    """The emergency reaches from attacks to rallies without permission; the report names no authoriser."""
    row = lt.powers(kz, holder="government", package=PACKAGE).where(id="kill-switch")[0]
    trigger = next(c.get(row) for c in lt.powers(kz).columns if c.name == "trigger")

    assert "terrorist attack to unapproved public rally" in trigger
    assert not lt.is_known(row.rule.authoriser)


def test_the_security_service_cuts_by_itself_in_urgent_cases(kz):
    """Primary law tells more exactly who acts in urgent cases: the security service, without a court."""
    rows = lt.powers(kz, holder="security_service", package=PACKAGE).where(id="kill-switch-urgent")

    assert rows
    assert {row.record.refines for row in rows} == {("lt:kz/effect/2016-12-22/kill-switch",)}


def test_subscribers_are_exposed(kz):
    """What touches subscribers after January 2017 includes the kill switch, and makes them more exposed."""
    rows = lt.exposure(kz, "subscriber", on="2017-02-01").where(id="kill-switch")

    assert set(rows.column("direction")) == {"more exposed"}


def test_the_gap_beside_the_freezing_norm(kz):
    """Freezing without delay is demanded while the procedure is not explicit: a gap beside a rule."""
    gap = next(gap for gap in lt.gaps(kz, type="not_explicit") if "freez" in gap.expects.text())
    norm = kz[gap.within]

    assert gap.type is GapType.NOT_EXPLICIT
    assert norm.kind == "asset_measure"
    assert "without delay" in norm.gist.text()


# Critics


def test_grounds_nobody_stated_stay_not_stated(kz):
    """The report says that local analysts criticised two rules, not why; they are given no ground."""
    rows = [
        c
        for c in lt.critiques(kz, target="lt:kz/effect/2016-12-22/kill-switch")
        if c.grounds is lt.NOT_STATED
    ]

    assert rows
    assert not set(rows) & set(lt.critiques(kz, ground=Ground.OVERBREADTH))


def test_odihr_speaks_of_a_definition_the_act_left_alone(kz):
    """ODIHR objects to the definition of extremism; no effect changes it, yet the package finds them."""
    rows = lt.critiques(kz, package=PACKAGE).where(lambda c: "lt:kz/actor/odihr" in c.critics)

    assert len(rows) == 1
    assert rows[0].targets == ("lt:kz/definition/extremism",)
    assert Ground.VAGUENESS in rows[0].grounds
    assert not lt.effects(kz, kind="definition")


def test_critics_of_other_laws_stay_out_of_the_package(kz):
    """Reporters Without Borders wrote in 2014 of an older law, the UN rapporteur in 2020 of that in force."""
    critics = {name for row in lt.critiques(kz, package=PACKAGE) for name in row.critics}

    assert "lt:kz/actor/rsf" not in critics
    assert "lt:kz/actor/un-special-rapporteur-counter-terrorism" not in critics


def test_the_advice_was_not_heeded(kz):
    """ODIHR asked to clarify; the report says the law failed to."""
    rows = lt.recommendations(kz, status="not_heeded")

    assert any("Democratic Institutions" in critic for names in rows.column("critic") for critic in names)


def test_impact_of_the_emergency_reaches_its_critics(kz):
    """What touches article 41-1 of the Communications Law goes on to the effects, and to who objected."""
    rows = lt.impact(kz, "/akn/kz/act/law/2004-07-05/nn-communications", "art_41-1")

    assert {"amendment", "effect", "critique"} <= set(rows.column("type"))


def test_effects_on_a_day_are_of_that_day(kz):
    """The duty of NGOs to report comes from August 2016: in January 2016 it is not law."""
    ids = {effect.id for effect in lt.effects(kz, role="ngo", on=date(2016, 1, 31))}

    assert "lt:kz/effect/2016-08/ngo-reporting" not in ids
