"""What holds of every comparison, whatever the kind, the rules and the party."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.leaves import roles
from strategies.records import SETTLED, corpora, effects, rules

import lawtrack as lt
from lawtrack.comparison import ManyRules, Outcome
from lawtrack.comparison.grounds import Grounds
from lawtrack.comparison.parties import parties_of
from lawtrack.kinds import KINDS
from lawtrack.missing import ABSENT, NOT_STATED, UNKNOWN
from lawtrack.model.scope import Openness, Scope, Trigger
from lawtrack.verdicts import Verdict

COMPARED = [tag for tag in KINDS if KINDS[tag].dimensions]
few = settings(max_examples=12)


def parties(draw, *held):
    """A role that the rules name, or another."""
    return draw(st.one_of(st.none(), st.sampled_from([*parties_of(*held), "media"])))


@pytest.mark.parametrize("tag", KINDS)
@given(data=st.data())
@few
def test_the_other_way_round(tag, data):
    """Compared backwards, two rules give the mirror, for every party (I-28)."""
    a, b = data.draw(rules(tag)), data.draw(rules(tag))
    for_ = parties(data.draw, a, b)

    there, back = lt.compare(a, b, for_=for_), lt.compare(b, a, for_=for_)
    assert back.possible == there.mirror().possible


@pytest.mark.parametrize("tag", COMPARED)
@given(data=st.data())
@few
def test_a_rule_equals_itself(tag, data):
    """A rule that leaves nothing open is equivalent to itself for everyone (I-29)."""
    rule = data.draw(rules(tag, SETTLED))

    assert lt.compare(rule, rule, for_=parties(data.draw, rule)).verdict is Verdict.EQUIVALENT


def masked(draw, rule):
    """The rule with some of what it states taken away again: parties, exemptions and openness too."""
    held = {}
    for attribute in attrs.fields(type(rule)):
        value = getattr(rule, attribute.name)
        if not draw(st.booleans()):
            continue
        if isinstance(value, Scope) and draw(st.booleans()):
            held[attribute.name] = Scope()
        elif isinstance(value, Scope | Trigger):
            held[attribute.name] = attrs.evolve(value, openness=Openness.UNKNOWN)
        elif attribute.default in (UNKNOWN, NOT_STATED):
            held[attribute.name] = draw(st.sampled_from([UNKNOWN, NOT_STATED]))
        elif attribute.default == ():
            held[attribute.name] = ()
            if hasattr(rule, "openness"):  # an empty list that is complete says that there is nothing
                held["openness"] = Openness.UNKNOWN
    return attrs.evolve(rule, **held)


@pytest.mark.parametrize("tag", COMPARED)
@given(data=st.data())
@settings(max_examples=60)
def test_learning_more_only_shrinks(tag, data):
    """What is learnt never makes an answer possible that was not, for any party (I-31)."""
    whole = [data.draw(rules(tag, SETTLED)) for _ in range(2)]
    if data.draw(st.booleans()):
        whole[1] = whole[0]
    partly = [masked(data.draw, rule) for rule in whole]
    for_ = data.draw(st.one_of(st.just(parties(data.draw, *whole)), roles))

    known = lt.compare(*whole, for_=for_, as_listed=False).possible
    assert known <= lt.compare(*partly, for_=for_, as_listed=False).possible


@pytest.mark.parametrize("tag", COMPARED)
@given(data=st.data())
@few
def test_an_assumption_only_shrinks(tag, data):
    """Reading lists as complete, or silence as equality, adds no answer and is told where it drops one."""
    a, b = data.draw(rules(tag)), data.draw(rules(tag))
    for_ = parties(data.draw, a, b)
    open_ = lt.compare(a, b, for_=for_, as_listed=False)
    for reading in ({"as_listed": True}, {"as_listed": False, "others_equal": True}):
        found = lt.compare(a, b, for_=for_, **reading)

        assert found.possible <= open_.possible
        assert found.possible == open_.possible or found.assumptions


@pytest.mark.parametrize("tag", COMPARED)
@given(data=st.data())
@few
def test_labels_and_order_make_no_difference(tag, data):
    """Lists written in another order give the same verdict (I-30)."""
    a, b = data.draw(rules(tag)), data.draw(rules(tag))
    turned = {
        f.name: getattr(a, f.name)[::-1]
        for f in attrs.fields(type(a))
        if isinstance(getattr(a, f.name), tuple) and f.name not in a.in_order
    }

    assert lt.compare(attrs.evolve(a, **turned), b).possible == lt.compare(a, b).possible


@given(st.lists(st.sampled_from(list(KINDS)).flatmap(rules), min_size=2, max_size=4))
@few
def test_many_at_once_as_one_by_one(held):
    """Rules compared in bulk have the answers they have one by one."""
    grounds = Grounds()
    many = ManyRules(grounds)
    places = [many.add(rule) for rule in held]

    for i, a in zip(places, held, strict=True):
        for j, b in zip(places, held, strict=True):
            one_by_one = lt.compare(a, b)
            if one_by_one.same_kind:
                assert many.compare(i, j).possible == one_by_one.possible


@given(st.data())
@few
def test_more_than_more_is_more(data):
    """Three rules of which each is definitely more than the one before: so is the last than the first."""
    a, b, c = (data.draw(rules("mandate", SETTLED)) for _ in range(3))
    first, second = lt.compare(a, b), lt.compare(b, c)
    if first.verdict is second.verdict is Verdict.MORE_RESTRICTIVE:
        assert lt.compare(a, c).verdict is Verdict.MORE_RESTRICTIVE


@given(effects, roles)
@few
def test_directions_turn_with_the_effect(effect, role):
    """What an effect means for a party, the change back means the other way round (I-28)."""
    corpus, back = lt.Corpus.of([effect]), lt.Corpus.of([effect.reversed()])
    (there,) = lt.directions(corpus, effect.id, for_=role)
    (turned,) = lt.directions(back, effect.id, for_=role)

    assert (turned.direction, turned.reach) == (there.direction.reversed(), there.reach)


@given(st.sampled_from(COMPARED).flatmap(rules))
@few
def test_no_rule_against_no_rule(rule):
    """Nothing equals nothing, and a rule against nothing is the mirror of nothing against the rule."""
    assert lt.compare(ABSENT, ABSENT).verdict is Verdict.EQUIVALENT
    assert lt.compare(rule, ABSENT).possible == lt.compare(ABSENT, rule).mirror().possible


@given(corpora())
@few
def test_a_corpus_differs_from_itself_in_nothing(corpus):
    """Every effect and norm of a corpus stands beside itself and is equivalent (I-60)."""
    assert not corpus.diff(corpus)
    if corpus.effects or corpus.norms:
        assert {row.outcome for row in lt.compare(corpus, corpus)} == {Outcome.EQUIVALENT}


@given(corpora(), corpora())
@few
def test_differences_turn_round(a, b):
    """The difference of two corpora seen from the second is that of the second and the first (I-60)."""
    assert a.diff(b).reversed() == b.diff(a)
