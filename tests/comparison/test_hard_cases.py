"""The hard cases: one test for each, with the answer that the design settles."""

import attrs
import pytest

import lawtrack as lt
from lawtrack.kinds import DefinitionRule, Exemption, Power, Registration, SafeguardRule
from lawtrack.kinds.institutions import PrecisionIndicator
from lawtrack.missing import ABSENT, NONE, UNKNOWN
from lawtrack.model.change import Change
from lawtrack.model.dimension import Reach
from lawtrack.model.scope import Openness, Safeguard, SafeguardKind, Scope, Trigger
from lawtrack.model.substance import Definition, DefinitionElement
from lawtrack.verdicts import Verdict

MORE, LESS = Verdict.MORE_RESTRICTIVE, Verdict.LESS_RESTRICTIVE
EQUAL, APART = Verdict.EQUIVALENT, Verdict.INCOMPARABLE

PEOPLE = """
[[concept]]
id = "x:t/journalist"
facet = "role"
broader = ["resident"]
[[concept]]
id = "x:t/tourist"
facet = "role"
broader = ["natural_person"]
"""


@pytest.fixture
def people(corpus_of):
    return corpus_of(PEOPLE)


def duty(**fields):
    return Registration(
        bearer=("householder",), registers=Scope.of("guest", openness=Openness.CLOSED), **fields
    )


def power(**fields):
    return Power(holder=("prosecutor",), acts=Scope.of("suspend"), affected=("suspect",), **fields)


def compared(a, b, **more):
    """The comparison when nothing else differs."""
    return lt.compare(a, b, others_equal=True, **more)


def test_one_eases_and_one_hardens():
    """A higher threshold eases a duty, a higher fine hardens it: neither is stricter, whatever the rest."""
    a = duty(threshold=lt.Threshold.read("> 10 d"), sanction=lt.Sanction.read("fine <=5 MCI"))
    b = duty(threshold=lt.Threshold.read("> 30 d"), sanction=lt.Sanction.read("fine <=10 MCI"))

    assert lt.compare(a, b).verdict is APART


def test_from_ten_days_on_is_more_than_over_ten_days():
    """The day of the limit itself is the difference."""
    a, b = (duty(threshold=lt.Threshold.read(text)) for text in ("> 10 d", ">= 10 d"))

    assert compared(a, b).verdict is MORE


def test_extended_to_tourists_and_journalists_spared(people):
    """Persons in general: neither; the journalist is spared, the tourist caught."""
    a = Registration(bearer=("resident",), exemptions=Scope(openness=Openness.CLOSED))
    spared = Scope.of("x:t/journalist", openness=Openness.CLOSED)
    b = Registration(bearer=("resident", "x:t/tourist"), exemptions=spared)

    verdicts = {
        role: compared(a, b, for_=role, corpus=people).verdict
        for role in ("natural_person", "x:t/journalist", "x:t/tourist")
    }
    assert verdicts == {"natural_person": APART, "x:t/journalist": LESS, "x:t/tourist": MORE}


def test_a_power_moved_from_prosecutor_to_court():
    """A stricter check is less for the suspect; one holder loses the power and the other gains it."""
    a, b = power(), attrs.evolve(power(), holder=("court",))

    assert compared(a, b, for_="suspect").verdict is LESS
    assert compared(a, b, for_="prosecutor").direction is lt.Direction.LESS_POWER
    assert compared(a, b, for_="court").direction is lt.Direction.MORE_POWER


def test_a_power_duplicated():
    """A second holder opens a second way to the power: the weakest way counts."""
    a, b = power(), attrs.evolve(power(), holder=("prosecutor", "police"))

    assert compared(a, b, for_="suspect").verdict is MORE


def test_a_sunset_is_added():
    """A check more on a power is less for those under it."""
    a = power(safeguards=NONE)
    b = power(safeguards=(Safeguard(kind=SafeguardKind.SUNSET, present=True),))

    assert compared(a, b, for_="suspect").verdict is LESS


def test_a_definition_reworded():
    """The same elements in another order are the same definition."""
    one, two = DefinitionElement(text="violence"), DefinitionElement(text="political aim")
    a, b = (
        Definition(id=f"d/{n}", term=lt.LangMap.of({"en": "terrorism"}), elements=parts)
        for n, parts in enumerate(((one, two), (two, one)))
    )

    assert lt.compare(a, b).verdict is EQUAL


def test_a_list_replaced_by_other_cases_provided_by_law():
    """Who reads "and other cases" cannot tell whether the old cases are still among them."""
    a = power(trigger=Trigger(concepts=("a", "b"), openness=Openness.CLOSED))
    b = power(trigger=Trigger(openness=Openness.OPEN))

    assert compared(a, b).possible == {MORE, APART}
    assert compared(a, b).verdict is UNKNOWN


def test_other_cases_added_to_a_list():
    """The old cases and others are more than the old cases."""
    a = power(trigger=Trigger(concepts=("a", "b"), openness=Openness.CLOSED))
    b = power(trigger=Trigger(concepts=("a", "b"), openness=Openness.OPEN))

    assert compared(a, b).verdict is MORE


def test_an_exemption_moved_to_a_by_law():
    """What the by-law says is not known, so neither is the direction; that a statute holds it is lost."""
    spared = Exemption(holders=("believer",), exempt=Scope.of("religious_literature"))
    moved = lt.Effect(id="e/1", kind="exemption", change=Change.SUBSTITUTED, before=spared)
    in_statute, in_by_law = (
        SafeguardRule(
            protects=("believer",),
            safeguards=(Safeguard(kind=SafeguardKind.PRIMARY_LAW, present=present),),
        )
        for present in (True, False)
    )

    assert moved.direction("believer") is lt.Direction.UNKNOWN
    assert lt.compare(spared, moved.after, for_="believer").verdict is UNKNOWN
    assert lt.compare(in_statute, in_by_law, for_="believer").direction is lt.Direction.MORE_EXPOSED


def test_both_ends_rise_and_a_compulsory_extra_goes():
    """Never "on balance harsher"."""
    found = lt.compare("prison 2..5y + confiscation!", "prison 3..6y")

    assert found.verdict is APART


TWO_SOURCES = """
[[source]]
id = "s/ministry"
[[source]]
id = "s/league"
[[work]]
id = "w/act"
[[effect]]
id = "e/guests"
kind = "registration"
change = "increased"
by = ["w/act"]
after = { bearer = ["householder"], threshold = "> 10 d" }
assertions = [
  { source = "s/ministry", field = "after.threshold", value = "> 30 d" },
  { source = "s/league", field = "after.threshold", value = "> 10 d" },
]
"""


def test_reported_by_one_source_and_denied_by_another(corpus_of):
    """Both are kept, each gives a verdict of its own, and asking for one value raises Conflict."""
    corpus = corpus_of(TWO_SOURCES)
    before = duty(threshold=lt.Threshold.read("> 20 d"))
    verdicts = {
        said.source: compared(before, duty(threshold=lt.Threshold.read(said.value))).verdict
        for said in corpus.assertions_about("e/guests")
    }

    assert verdicts == {"s/ministry": LESS, "s/league": MORE}
    with pytest.raises(lt.Conflict):
        lt.value_of(corpus, "e/guests", "after.threshold")


TWICE = """
[[source]]
id = "s/law"
[[work]]
id = "w/one"
events = [{ kind = "in_force", date = "2020-01-01" }]
[[work]]
id = "w/two"
events = [{ kind = "in_force", date = "2020-01-01" }]
"""
EACH = """
[[effect]]
id = "e/{n}"
kind = "registration"
change = "created"
by = ["w/{n}"]
after = {{ bearer = ["householder"], registers = ["guest"], authority = "police" }}
source = "s/law"
"""


def test_the_same_duty_in_two_codes(corpus_of):
    """Two effects, one burden: the two rows are one position, held twice."""
    corpus = corpus_of(TWICE + EACH.format(n="one") + EACH.format(n="two"))
    rows = lt.duties(corpus, role="householder", on="2021-01-01")

    assert len(lt.effects(corpus)) == 2
    assert len({(row.position.holder, row.position.relation, row.position.action) for row in rows}) == 1


NEVER = """
[[source]]
id = "s/law"
[[work]]
id = "w/act"
events = [{ kind = "in_force", date = "2021-01-01" }, { kind = "repealed", date = "2020-06-01" }]
[[effect]]
id = "e/never"
kind = "registration"
change = "created"
by = ["w/act"]
after = { bearer = ["householder"] }
source = "s/law"
"""


def test_repealed_before_it_began(corpus_of):
    """It is never law, on no day at all, and stays among the effects that are on record."""
    corpus = corpus_of(NEVER)

    assert [len(lt.effects(corpus, on=f"{year}-02-01")) for year in (2020, 2021, 2022)] == [0, 0, 0]
    assert len(lt.duties(corpus, role="householder", on="2022-01-01")) == 0
    assert [e.id for e in lt.effects(corpus)] == ["e/never"]


def test_wider_and_more_precise(corpus_of):
    """A definition that is wider but more precise than another is neither."""
    corpus = corpus_of(
        """
        [[definition]]
        id = "d/a"
        term = "terror"
        elements = [{ text = "violence" }, { text = "aim" }]
        [[definition]]
        id = "d/b"
        term = "terror"
        elements = [{ text = "violence" }]
        """
    )
    a = DefinitionRule(definition="d/a", indicators=(PrecisionIndicator.CIRCULAR,))
    b = DefinitionRule(definition="d/b", indicators=NONE)

    assert lt.compare(a, b, corpus=corpus).verdict is APART


def test_no_rule_at_all_is_less():
    """A duty is more than none for those it binds, a power less restrictive for who gains it."""
    assert lt.compare(ABSENT, duty(), for_="householder").verdict is MORE
    assert lt.compare(power(), ABSENT, for_="suspect").verdict is LESS
    assert lt.compare(ABSENT, power(), for_="prosecutor").direction is lt.Direction.MORE_POWER
    assert lt.compare(ABSENT, power(), for_="media").reach == (Reach.NONE, Reach.NONE)
