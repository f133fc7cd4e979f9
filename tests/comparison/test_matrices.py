"""Matrices of yes, no and unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.comparison.answers import as_tests, safeguard_of
from lawtrack.comparison.matrices import _any
from lawtrack.kinds import Power
from lawtrack.missing import NOT_STATED, UNKNOWN
from lawtrack.model.scope import Openness, SafeguardKind
from lawtrack.vocabulary import Vocabulary

answers = st.lists(st.sampled_from([True, False, UNKNOWN, NOT_STATED]), max_size=5)


@pytest.fixture(scope="module")
def corpora():
    return [lt.example(name) for name in ("kazakhstan", "russia", "united-kingdom")]


def test_silence_is_told_from_not_looked_at(corpora):
    """A list that does not name a safeguard is silent; where nobody read the conditions all is unknown."""
    found = lt.matrix(corpora)

    assert found.cell("kill-switch-urgent", "prior judicial").answer is False
    assert found.cell("kill-switch", "prior judicial").answer is NOT_STATED
    assert found.cell("s-13-home-search", "prior judicial").answer is UNKNOWN
    assert found.cell("s-22-port-stops", "independent oversight").answer is True


def test_sources_that_differ_leave_the_answer_open(corpora):
    """Reports on court orders for access to messages in Russia differ, and both are kept."""
    ru = corpora[1]
    said = {str(a.value) for a in ru.assertions if a.field == "safeguards.prior_judicial"}

    assert lt.matrix([ru]).cell("data-access", "prior judicial").answer is UNKNOWN
    assert said == {"no", "on paper"}


def test_every_row_leads_to_its_sources(corpora):
    """Each row has sources, and print numbers them."""
    found = lt.matrix(corpora)

    assert all(row.sources for row in found.rows)
    assert "[1] " in str(found.table().notes[-1])


def test_a_closed_list_is_asked_for_in_words(corpora):
    """Two British powers and one more name all their cases; of Kazakhstan's and Russia's nobody knows."""
    found = lt.matrix(corpora, test="trigger.openness = closed")

    assert [row.cells[0].answer for row in found.rows] == [UNKNOWN, UNKNOWN, True]
    assert found.cell("GB", "trigger.openness = closed").shown().startswith("yes (")


def test_a_country_without_such_a_rule_is_neither_yes_nor_no(corpora):
    """Russia's and Britain's corpora have no power to suspend networks: the question does not arise."""
    found = lt.matrix(corpora, test="trigger.openness = closed", act="suspend")

    assert [row.cells[0].answer for row in found.rows][1:] == [lt.NOT_APPLICABLE] * 2
    assert any("Russia" in note for note in found.notes)


def test_a_function_never_takes_a_token_for_a_value(corpora):
    """``authoriser == "court"`` is no "no" while nobody knows who authorises."""
    found = lt.matrix(corpora, test={"court": lambda rule: rule.authoriser == "court"}, rows="rule")

    # Of one power a source says that nobody has to authorise it: that is a no.
    assert {row.cells[0].answer for row in found.rows} == {UNKNOWN, False}
    assert found.cell("s-13-home-search", "court").answer is UNKNOWN


def test_nor_inside_a_part_of_a_rule():
    """The openness of a trigger that nobody coded is no answer either."""
    test = lambda rule: rule.trigger.openness is Openness.CLOSED  # noqa: E731
    (ask,) = as_tests(test, Power, Vocabulary()).values()

    assert ask(Power(trigger=lt.Trigger(concepts=("riot",)))) is UNKNOWN
    assert ask(Power(trigger=lt.Trigger(concepts=("riot",), openness=Openness.CLOSED))) is True
    assert ask(Power(trigger=lt.Trigger(concepts=("riot",), openness=Openness.OPEN))) is False


def test_a_mistake_in_a_function_is_not_hidden(corpora):
    """A field that no rule has is refused with the nearest; whatever else a function raises is told."""
    with pytest.raises(lt.UnknownNameError) as told:
        lt.matrix(corpora, test=lambda rule: rule.authorizer == "court")
    assert told.value.near == "authoriser"
    with pytest.raises(lt.LawtrackError, match="ZeroDivisionError"):
        lt.matrix(corpora, test=lambda rule: 1 // 0)


@pytest.mark.parametrize(
    ("test", "near"),
    [
        ("triger.openness = closed", "trigger"),
        ("trigger.opennes = closed", "openness"),
        ("trigger.openness = closd", "closed"),
        ("holder = polise", "police"),
        ("acts = suspnd", "suspend"),
    ],
)
def test_a_misspelt_test_names_the_nearest(corpora, test, near):
    """A field, a word, a role or a concept that does not exist is no unknown."""
    with pytest.raises(lt.UnknownNameError) as told:
        lt.matrix(corpora, test=test)
    assert told.value.near == near


@pytest.mark.parametrize("test", ["trigger.openness = unknown", "duration_limit = long", {}])
def test_a_value_that_no_field_can_have_is_refused(corpora, test):
    """What is not known is no value to ask for; a limit of time is written as one; no test asks nothing."""
    with pytest.raises(lt.ReadingError):
        lt.matrix(corpora, test=test)


def test_lists_are_asked_for_what_they_name(corpora):
    """A holder or an act is one of several, and whoever lies inside a role holds what it holds."""
    found = lt.matrix(corpora, test={"police": "holder = police", "stop": "acts = stop_and_question"})

    assert [row.cells[0].answer for row in found.rows] == [True, False, True]
    assert [row.cells[1].answer for row in found.rows] == [False, False, True]


def test_a_wider_holder_may_be_the_one_asked_about():
    """Of a power of the state nobody can say that the police have it, nor that they have it not."""
    (ask,) = as_tests("holder = police", Power, Vocabulary()).values()

    assert ask(Power(holder=("state",))) is UNKNOWN
    assert ask(Power(holder=("court",))) is False
    assert ask(Power()) is UNKNOWN


SWITCH = """
[[jurisdiction]]
id = "KZ"
[[source]]
id = "s/law"
[[norm]]
id = "n/switch"
kind = "power"
rule.holder = ["prosecutor"]
rule.acts = ["suspend"]
rule.trigger = { concepts = ["x:t/riot"], openness = "open" }
source = "s/law"
[[concept]]
id = "x:t/riot"
facet = "event"
"""


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ("", False),
        ('holder = ["police"]', UNKNOWN),
        ('holder = ["police"], acts = ["inspect"]', False),
        ('holder = ["police"], trigger = { openness = "open" }', False),
    ],
)
def test_a_rule_that_may_be_one_of_those_asked_about_upsets_a_no(corpus_of, more, answer):
    """A power whose acts nobody states may be one to suspend; it matters unless it says no as well."""
    extra = f'[[norm]]\nid = "n/other"\nkind = "power"\nrule = {{ {more} }}\nsource = "s/law"' if more else ""
    found = lt.matrix(corpus_of(SWITCH + extra), test="trigger.openness = closed", act="suspend")

    assert found.rows[0].cells[0].answer is answer
    assert any("Nobody states" in note for note in found.notes) is ("acts" not in more and bool(more))


def test_fields_of_a_power_count_as_safeguards():
    """A court that authorises is prior judicial control, a limit of duration a time limit."""
    rule = Power(authoriser="court", duration_limit=lt.Duration.read("6h"))

    assert safeguard_of(rule, SafeguardKind.PRIOR_JUDICIAL) is True
    assert safeguard_of(rule, SafeguardKind.TIME_LIMIT) is True
    assert safeguard_of(rule, SafeguardKind.NOTICE) is NOT_STATED


@given(answers, answers)
def test_yes_stays_yes_and_no_needs_all(one, more):
    """A yes survives further rules; a no means that every rule says no."""
    if _any(one) is True:
        assert _any(one + more) is True
    if _any(one) is False:
        assert set(one) == {False}


@given(answers)
def test_learning_an_answer_turns_no_answer_round(held):
    """Replacing an unknown by yes or no never turns yes into no or no into yes."""
    for place, answer in enumerate(held):
        if answer is UNKNOWN:
            for learnt in (True, False):
                before, after = _any(held), _any([*held[:place], learnt, *held[place + 1 :]])
                assert not isinstance(before, bool) or before is after


def test_a_bad_test_is_refused(corpora):
    """A text without an equals sign is no test."""
    with pytest.raises(lt.ReadingError, match=r"trigger\.openness = closed"):
        lt.matrix(corpora, test="closed")


def test_the_query_asks_again(corpora):
    """The echo gives the same answer."""
    found = lt.matrix(corpora, act="detain", on="2021-01-01")

    assert str(eval(found.query, {**vars(lt), "matrix": lt.matrix, "corpora": corpora})) == str(found)


def test_two_rules_of_one_name_are_told_apart(corpora):
    """Every row has a label of its own, by which its cells are found."""
    labels = [(row.country, row.label) for row in lt.matrix(corpora).rows]

    assert len(set(labels)) == len(labels)
    assert ("KZ", "norm/communications-suspension") in labels
