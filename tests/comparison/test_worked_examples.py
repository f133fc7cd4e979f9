"""Worked examples, kind by kind, with the verdict that the design states for each."""

import pytest

import lawtrack as lt
from lawtrack.kinds import (
    Approval,
    AssetMeasure,
    DataDuty,
    Institution,
    Liability,
    Offence,
    Procedure,
    Registration,
    Reporting,
    SafeguardRule,
    Sentence,
    Unspecified,
)
from lawtrack.kinds.powers import QualitativeLimit
from lawtrack.kinds.punishment import LiabilityType
from lawtrack.missing import ABSENT, NONE, UNKNOWN
from lawtrack.model.change import Change
from lawtrack.model.scope import Openness, Safeguard, SafeguardKind, Scope
from lawtrack.verdicts import Verdict

MORE, LESS = Verdict.MORE_RESTRICTIVE, Verdict.LESS_RESTRICTIVE
EQUAL, APART = Verdict.EQUIVALENT, Verdict.INCOMPARABLE


def test_two_years_simply_added():
    """A step of two years at some end is harsher, although neither sentence is known."""
    rule = Sentence(delta=lt.SentenceDelta.read("min +2y? max +2y? any"))
    effect = lt.Effect(id="e/1", kind="sentence", change=Change.INCREASED, after=rule)

    assert effect.compare_sides().verdict is MORE


def test_the_article_read_in_full():
    """The floor rises by two years, the ceiling stays, confiscation becomes compulsory."""
    found = lt.compare("prison 4..10y + confiscation?", "prison 6..10y + confiscation!")

    assert found.words() == "HARSHER"
    assert "floor" in found.explain()


def test_an_offence_repealed():
    """Decriminalising is less for whoever might be charged."""
    rule = Offence(conduct=Scope.of("armed_conflict_abroad"), perpetrator=("citizen",))

    assert lt.compare(rule, ABSENT, for_="citizen").verdict is LESS


def test_more_liability_of_dealers_because_a_source_says_so(kz):
    """The direction is somebody's word; against any other liability nothing is known."""
    (row,) = lt.directions(kz, "gun-dealers", for_="firearm_dealer")
    other = Liability(bearer=("firearm_dealer",), type=LiabilityType.CRIMINAL)

    assert (row.direction, row.basis) == (lt.Direction.MORE_EXPOSED, "asserted")
    assert lt.compare(kz["gun-dealers"].after, other).verdict is UNKNOWN


def test_from_administrative_to_criminal_law():
    """Criminal liability is more than administrative; civil stands beside both."""
    kinds = LiabilityType.ADMINISTRATIVE, LiabilityType.CRIMINAL, LiabilityType.CIVIL
    a, b, c = (Liability(type=kind) for kind in kinds)

    assert lt.compare(a, b, others_equal=True).verdict is MORE
    assert lt.compare(b, c, others_equal=True).verdict is APART


def test_a_definition_that_nobody_changed(kz):
    """That a law failed to clarify a term is no effect on the term."""
    assert len(lt.effects(kz, kind="definition").where(lambda e: "extremism" in str(e.gist))) == 0


def test_guests_in_the_report_and_tenants_as_the_police_tell_it(corpus_of):
    """Fewer persons and no threshold at all: neither is the stricter duty."""
    corpus = corpus_of("""
        [[concept]]
        id = "guest"
        facet = "person"
        [[concept]]
        id = "tenant"
        facet = "person"
        broader = ["guest"]
    """)
    report = Registration(
        bearer=("householder",), registers=Scope.of("guest"), threshold=lt.Threshold.read("> 10 d")
    )
    police = Registration(
        bearer=("householder",),
        registers=Scope.of("tenant"),
        threshold=NONE,
        deadline=lt.Duration.read("10 d"),
    )

    assert lt.compare(report, police, corpus=corpus).verdict is APART


def test_all_foreign_funds_in_the_report_and_some_in_the_law():
    """The law reaches more bearers and fewer funds: the report is neither more nor less than the law."""
    report = Reporting(bearer=("ngo",), subject=Scope.of("asset"))
    law = Reporting(bearer=("ngo", "natural_person"), subject=Scope.of("funds"))

    assert lt.compare(report, law).verdict is APART


SIX = tuple(f"{who}_{what}" for who in ("originator", "recipient") for what in ("name", "address", "account"))


@pytest.mark.parametrize(("openness", "possible"), [(Openness.CLOSED, {MORE}), (Openness.OPEN, set(Verdict))])
def test_six_data_of_a_transfer_and_seven(openness, possible):
    """Seven are more than exactly six; six "such as" may be as many."""
    six = DataDuty(items=SIX, openness=openness)
    seven = DataDuty(items=(*SIX, "purpose"), openness=Openness.CLOSED)

    found = lt.compare(six, seven, others_equal=True).possible
    assert found == possible or (openness is Openness.OPEN and MORE in found and len(found) > 1)


def test_approval_of_production_alone_is_less():
    """Approval for spreading too is more than for producing."""
    a = Approval(conduct=Scope.of("production"), object=Scope.of("religious_literature"))
    b = Approval(conduct=Scope.of("production", "dissemination"), object=Scope.of("religious_material"))

    assert lt.compare(a, b, others_equal=True).verdict is MORE


def test_an_exemption_narrowed_by_somebodys_word(kz):
    """The direction is asserted, and by how much nobody says."""
    (row,) = lt.directions(kz, "2016-12-22/import-exemption", for_="importer")

    assert (row.direction, row.basis) == (lt.Direction.MORE_EXPOSED, "asserted")
    assert kz["2016-12-22/import-exemption"].compare_sides().verdict is UNKNOWN


def test_guns_and_encryption_are_of_one_kind_and_not_comparable(kz):
    """Disjoint conduct: the answer is not "equal"."""
    found = lt.compare(kz["encryption"], kz["gun-ownership"], corpus=kz)

    assert found.verdict is APART
    assert any("lists that nobody calls open" in line for line in found.assumptions)


def test_the_kill_switch_of_2018_against_2016(kz):
    """More holders and more cases; with safeguards not stated it is at least not less restrictive."""
    found = lt.compare(kz["2016-12-22/kill-switch"], kz["suspension-bodies"], corpus=kz, for_="subscriber")

    assert found.possible == {MORE, APART}
    assert {x.dimension for x in found.by_dimension if x.verdicts.verdict is MORE} == {"holder", "trigger"}
    assert "safeguards" in found.missing
    assert "at least not less restrictive" in found.explain()


def test_simpler_procedures_of_search(kz):
    """Which steps fell away is not said, so the comparison is open; the position is a coder's."""
    effect = kz["2016-12-22/special-search-operations"]

    assert effect.compare_sides().verdict is UNKNOWN
    assert lt.directions(kz, effect, for_="suspect")[0].direction is lt.Direction.MORE_EXPOSED


def test_fewer_steps_and_a_lower_authority():
    """A step left out, and a prosecutor instead of a court, are both more for the suspect."""
    from lawtrack.kinds.powers import AuthorisationLevel

    a = Procedure(steps=("ask", "warn", "search"), authorisation_level=AuthorisationLevel.COURT)
    b = Procedure(steps=("ask", "search"), authorisation_level=AuthorisationLevel.PROSECUTOR)

    assert lt.compare(a, b, others_equal=True).verdict is MORE


def test_more_control_of_visas(kz):
    """Which decisions were gained is not said."""
    assert kz["visas-residence"].compare_sides().verdict is UNKNOWN


def test_limits_in_words_have_an_order_of_their_own():
    """At once is stricter than without delay; against hours neither is."""
    at_once, no_delay, day = (
        AssetMeasure(time_limit=limit)
        for limit in (QualitativeLimit.IMMEDIATELY, QualitativeLimit.WITHOUT_DELAY, lt.Duration.read("24 h"))
    )

    assert lt.compare(at_once, no_delay, others_equal=True).verdict is LESS
    assert lt.compare(no_delay, day, others_equal=True).verdict is UNKNOWN


def test_tourism_and_hajj_are_two_mandates(kz):
    """One domain lies in the other, the verbs differ: neither is more."""
    assert lt.compare(kz["effect/2016-12-22/religious-tourism"], kz["hajj"], corpus=kz).verdict is APART


def test_institutions_have_no_order():
    """A body created is neither more nor less than one dissolved."""
    from lawtrack.kinds.institutions import InstitutionChange

    a, b = (
        Institution(body="committee", event=e)
        for e in (InstitutionChange.CREATED, InstitutionChange.DISSOLVED)
    )
    assert lt.compare(a, b).verdict is APART


def test_a_safeguard_added_is_less():
    """Of safeguards more is less restrictive for whoever may rely on them."""
    a, b = (
        SafeguardRule(
            protects=("suspect",), safeguards=(Safeguard(kind=SafeguardKind.REMEDY, present=there),)
        )
        for there in (False, True)
    )

    assert lt.compare(a, b, for_="suspect").verdict is LESS
    assert lt.compare(ABSENT, b, for_="suspect").verdict is LESS


def test_what_nobody_specified_is_never_comparable():
    """Two unspecified rules leave every answer open, also in equal words."""
    a = Unspecified(described_as=lt.LangMap.of({"en": "further measures"}))

    assert lt.compare(a, a).possible == set(Verdict)


def test_other_kinds_do_not_compare():
    """Rules of two kinds have no verdict but NOT_SAME_KIND."""
    assert lt.compare(Institution(), Unspecified()).words() == "NOT_SAME_KIND"


def test_a_kind_that_is_not_installed_is_never_comparable():
    """A rule of an unknown kind leaves every answer open, and the basis says why (I-10)."""
    from lawtrack.model.rule import OpaqueRule

    found = lt.compare(OpaqueRule(tag="x:t/one"), OpaqueRule(tag="x:t/one"))
    assert found.possible == set(Verdict)
    assert any("not installed" in line for line in found.basis)


def test_a_sentence_beside_the_notation_of_one(kz):
    """Where a sanction is due its notation will do, and the rule of a sentence stands for its sanction."""
    assert lt.compare(kz["cc-255-1"], "prison 8..10y + confiscation!").words() == "HARSHER"
    assert (
        lt.compare("prison 8..10y", Sentence(sanction=lt.Sanction.read("prison 1..2y"))).words() == "MILDER"
    )
    with pytest.raises(lt.ReadingError):
        lt.compare(kz["kill-switch"], "prison 1..2y")
