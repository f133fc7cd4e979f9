"""What nobody coded, and what no rule can have, decides no claim."""

import pytest
from claim_corpora import ACT, CODE, HEAD, claim, read_text
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.model.scope import Openness
from lawtrack.queries.field_values import has_value, names_it
from lawtrack.vocabulary import Vocabulary

EFFECT = "lt:kz/effect/e"
NONE_OF_THEM = lt.Range.read("[0, 0]")


def package(kind, after="", more="", change="created"):
    """A complete package of one effect, read in the law."""
    rule = f"after = {{ {after} }}\n" if after else ""
    return read_text(
        f'{HEAD}enumerates = ["effect"]\n[[provision]]\nwork = "{CODE}"\neid = "art_1"\n'
        f'[[effect]]\nid = "{EFFECT}"\nkind = "{kind}"\nchange = "{change}"\nby = ["{ACT}"]\n'
        f'provisions = ["{CODE}~art_1"]\nconfidence = "primary_both"\nattribution = "stated"\n'
        f'source = "lt:kz/source/law"\n{more}\n{rule}'
    )


def none_pass(corpus, test):
    """The verdict on the claim that none of the effects passes."""
    asked = claim(quantity=NONE_OF_THEM, unit="effect", predicate=lt.Predicate.read(test))
    return lt.verify(corpus, asked)


def of_rule(corpus, test):
    """The answer about the claim that the one effect passes."""
    return lt.verify(corpus, claim(EFFECT, predicate=lt.Predicate.read(test)))


NOTHING = package("unspecified")
BAN = package("restriction", 'addressees = ["resident"], degree = "ban"')
STAY = package("registration", 'bearer = ["resident"], threshold = "> 240 h"')
UNCODED = [
    "topic(religion)", "kind(power)", "role(citizen)", "not(topic(religion))", "not(kind(power))",
    "any_of(topic(religion), role(ngo))", 'rule(after.degree, "ban")', "simple_shift(+2y, floor)",
]  # fmt: skip


@pytest.mark.parametrize("test", UNCODED)
def test_an_effect_of_which_nothing_is_coded_decides_nothing(test):
    """It neither passes nor fails, in a count as for itself (I-52)."""
    assert none_pass(NOTHING, test).verdict.value == "undetermined"
    assert of_rule(NOTHING, test).verdict.value == "undetermined"
    assert all(row.why for row in of_rule(NOTHING, test).rows)


@pytest.mark.parametrize(
    ("test", "verdict"),
    [
        ('rule(after.conduct, "suspend")', "undetermined"),
        ('rule(after.exemptions, "minor")', "undetermined"),
        ('rule(after.conditions, "x")', "undetermined"),
        ('rule(after.sanction, "prison 0..2y")', "undetermined"),
        ("rule(after.degree, ban)", "supported"),
        ("rule(after.degree, limit)", "contradicted"),
        ("rule(after.addressees, resident)", "supported"),
        ("rule(after.addressees, natural_person)", "supported"),
        ("rule(after.addressees, householder)", "undetermined"),
        ("rule(after.addressees, citizen)", "undetermined"),
        ("rule(after.addressees, ngo)", "contradicted"),
        ("role(natural_person)", "supported"),
        ("role(citizen)", "undetermined"),
        ("kind(restriction)", "supported"),
        ("kind(power)", "contradicted"),
    ],
)
def test_a_ban_on_residents(test, verdict):
    """Residents are natural persons, some are householders, some citizens, and none an organisation."""
    found = of_rule(BAN, test)
    opposite = {"supported": "contradicted", "contradicted": "supported"}.get(verdict, verdict)

    assert found.verdict.value == verdict
    assert found.rows[0].why
    assert none_pass(BAN, test).verdict.value == opposite


def test_a_sentence_tells_its_ends():
    """Why a step was, or was not, as claimed stands beside the verdict."""
    before = 'before = { sanction = "prison 2..5y" }'
    corpus = package("sentence", 'sanction = "prison 4..7y"', before, "increased")
    (row,) = of_rule(corpus, "simple_shift(+2y, floor)").rows

    assert row.why == "prison 2..5y to prison 4..7y"


def test_topics_say_no_once_there_are_some():
    """A coder who gave topics gave all of them."""
    corpus = package("unspecified", more='topics = ["religion"]')

    assert of_rule(corpus, "topic(religion)").verdict.value == "supported"
    assert of_rule(corpus, "topic(firearm)").verdict.value == "contradicted"


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ("> 10 d", "supported"),
        ("> 240 h", "supported"),
        (">= 10 d", "contradicted"),
        ("> 5 d", "contradicted"),
        ("> 10 firearm", "undetermined"),
        ("more than ten days", "not_checkable"),
    ],
)
def test_thresholds_are_the_same_by_their_order(value, verdict):
    """Ten days are 240 hours; more than that is not from that on; what does not read is not checked."""
    assert of_rule(STAY, f'rule(after.threshold, "{value}")').verdict.value == verdict


@pytest.mark.parametrize(
    ("test", "near"),
    [
        ("kind(powr)", "power"),
        ("role(reisdent)", "resident"),
        ("topic(relgion)", "religion"),
        ('rule(after.addressees, "reisdent")', "resident"),
        ('rule(after.degree, "baan")', "ban"),
        ('rule(after.treshold, "> 10 d")', "threshold"),
        ("universal(after.objct)", "object"),
        ("not(all_of(any(), kind(powr)))", "power"),
    ],
)
def test_words_that_nothing_has_are_told_with_the_nearest(test, near):
    """A slip in a test is told by validate, and never answered."""
    corpus = package("unspecified", more='topics = ["religion"]')
    asked = claim(quantity=NONE_OF_THEM, unit="effect", predicate=lt.Predicate.read(test))
    (problem,) = [p for p in lt.validate(corpus.with_(asked)) if p.code == "LT-CLM-004"]

    assert f"Did you mean '{near}'" in problem.hint
    assert lt.verify(corpus, asked).verdict.value == "not_checkable"
    assert of_rule(corpus, test).verdict.value == "not_checkable"


@pytest.mark.parametrize("test", ["simple_shift(two)", 'rule(after.threshold, "ten days")'])
def test_values_that_do_not_read_are_told(test):
    """A step or an amount in words is told by validate."""
    corpus = STAY.with_(claim(predicate=lt.Predicate.read(test), unit="effect"))

    assert [p.code for p in lt.validate(corpus) if p.code == "LT-CLM-004"]


@pytest.mark.parametrize("name", ["kazakhstan", "russia", "united-kingdom"])
def test_the_tests_of_the_examples_are_right(name):
    """Their claims and recommendations name what there is."""
    assert not [p for p in lt.validate(lt.example(name)) if p.code == "LT-CLM-004"]


@pytest.mark.parametrize("quantity", [5, "5"])
def test_an_amount_is_a_range(quantity):
    """Neither a number nor a text is taken for one, and the error says what to write."""
    with pytest.raises(lt.ReadingError, match=r"quantity=Range\.read\('5'\)"):
        claim(quantity=quantity, unit="law")


def test_a_test_is_read_first():
    """A text is not taken for a test."""
    with pytest.raises(lt.ReadingError, match=r"predicate=Predicate\.read"):
        claim(predicate="kind(power)")


# the algebra


ROLES = st.sampled_from(Vocabulary().role_names())


@given(ROLES, ROLES)
def test_a_name_is_its_own_and_never_surely_apart_from_what_it_overlaps(one, other):
    """Every role is itself; what the vocabulary puts below is meant; a no is the same both ways."""
    known = Vocabulary()

    assert names_it(one, one, known) is True
    assert (names_it(one, other, known) is True) == (known.includes(one, other) is True)
    assert (names_it(one, other, known) is False) == (names_it(other, one, known) is False)


SCOPES = st.builds(
    lt.Scope,
    include=st.lists(ROLES, max_size=3),
    exclude=st.lists(ROLES, max_size=1),
    openness=st.sampled_from(list(Openness)),
)


@given(SCOPES, ROLES)
def test_only_a_closed_list_or_an_exclusion_says_no(scope, wanted):
    """A list that may go on may hold what it does not name, and an empty one says nothing."""
    answer = has_value(scope, wanted, Vocabulary())
    out = any(Vocabulary().includes(term.concept, wanted) is True for term in scope.exclude)

    assert answer is not False or out or scope.openness is Openness.CLOSED
    assert answer is lt.UNKNOWN or scope.include or scope.exclude or scope.openness is not Openness.UNKNOWN


@given(st.sampled_from([lt.UNKNOWN, lt.NOT_STATED, (), lt.Scope(), ""]), st.text(max_size=5))
def test_what_is_not_stated_is_neither(held, wanted):
    """No value that a field has by default passes or fails a test."""
    assert has_value(held, wanted, Vocabulary()) is lt.UNKNOWN
