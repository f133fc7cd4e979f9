"""Effects: what may stand on their sides, and what a change means for whom."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.leaves import lang_maps, roles
from strategies.records import SETTLED, effects, rules

from lawtrack.errors import ReadingError
from lawtrack.kinds import KINDS, Exemption, Procedure, Registration, Sentence, Unspecified
from lawtrack.missing import ABSENT, NONE, NOT_STATED, UNKNOWN, Missing, is_known
from lawtrack.model.position import Direction, Position, PositionDelta, Relation
from lawtrack.model.scope import Openness, Scope
from lawtrack.model.substance import Change, Effect, Norm
from lawtrack.penalties import Sanction, SentenceDelta
from lawtrack.verdicts import Verdict, Verdicts

ORDINARY = [change for change in Change if change not in (Change.CREATED, Change.REPEALED)]
DECIDED_KINDS = [tag for tag in KINDS if tag != "unspecified"]


def concerned(effect):
    """Every role that some position of the effect names."""
    rules = [side for side in (effect.before, effect.after) if is_known(side)]
    held = [*effect.positions, *(position for rule in rules for position in rule.positions())]
    return {role for position in held for role in (position.holder, position.against) if is_known(role)}


def changed(change, before, after, **more):
    kind = next(side.kind for side in (before, after) if is_known(side))
    return Effect(id="lt:kz/effect/1", kind=kind, change=change, before=before, after=after, **more)


# what may stand on the sides


@given(st.sampled_from(list(KINDS)).flatmap(rules), st.sampled_from(list(KINDS)), st.sampled_from(ORDINARY))
def test_both_sides_are_of_the_kind_of_the_effect(rule, kind, change):
    """A rule of another kind than the effect or norm names is refused (I-23)."""
    if rule.kind == kind:
        Effect(id="e", kind=kind, change=change, before=rule, after=rule)
        Norm(id="n", kind=kind, rule=rule)
        return
    for sides in ({"before": rule}, {"after": rule}):
        with pytest.raises(ReadingError) as told:
            Effect(id="e", kind=kind, change=change, **sides)
        assert told.value.code == "LT-KND-003"
    with pytest.raises(ReadingError):
        Norm(id="n", kind=kind, rule=rule)


sides = st.one_of(st.sampled_from(Missing), rules("power"))


@given(st.sampled_from(Change), sides, sides)
def test_created_has_no_before_and_repealed_no_after(change, before, after):
    """ABSENT stands before if and only if the rule was created, after if and only if repealed (I-24)."""
    fits = (before is ABSENT) == (change is Change.CREATED) and (after is ABSENT) == (
        change is Change.REPEALED
    )
    if fits:
        Effect(id="e", kind="power", change=change, before=before, after=after)
        return
    with pytest.raises(ReadingError) as told:
        Effect(id="e", kind="power", change=change, before=before, after=after)
    assert told.value.code == "LT-SUB-001"


@pytest.mark.parametrize("change", Change)
def test_a_side_left_out_fits_the_change(change):
    """Left out, a side is ABSENT where the change says so and UNKNOWN elsewhere (I-24)."""
    effect = Effect(id="e", kind="power", change=change)

    assert effect.before is (ABSENT if change is Change.CREATED else UNKNOWN)
    assert effect.after is (ABSENT if change is Change.REPEALED else UNKNOWN)


# reversing


@given(effects)
def test_reversing_twice_gives_the_effect_back(effect):
    """The change back of the change back is the change."""
    assert effect.reversed().reversed() == effect


@given(effects)
def test_reversing_mirrors_the_verdict(effect):
    """The sides compared the other way round give the mirror of the verdict."""
    assert effect.reversed().compare_sides().possible == effect.compare_sides().mirror().possible


@given(effects, st.booleans())
def test_reversing_turns_the_direction_for_every_role(effect, asserted):
    """What a change means for a party, the change back means the other way round (I-28)."""
    back = effect.reversed()
    for role in concerned(effect) | {"media"}:
        there = effect.direction(role, asserted=asserted)

        assert back.direction(role, asserted=asserted) is there.reversed()


# directions


@pytest.mark.parametrize("tag", DECIDED_KINDS)
@given(data=st.data())
@settings(max_examples=15)
def test_equal_sides_mean_nothing_for_anyone(tag, data):
    """Where both sides are equal and leave nothing open, nobody's position moves (I-29)."""
    rule = data.draw(rules(tag, SETTLED))
    effect = changed(data.draw(st.sampled_from(ORDINARY)), rule, rule)

    assert {effect.direction(role) for role in concerned(effect) | {"media"}} == {Direction.NONE}


@given(effects, lang_maps, st.randoms())
def test_the_direction_rests_on_the_rules_alone(effect, gist, random):
    """Ids, notes, gists, topics and the order of lists change no direction (I-30)."""
    positions = list(effect.positions)
    random.shuffle(positions)
    named = attrs.evolve(
        effect, id="lt:other/9", note="n", gist=gist, topics=("t",), positions=tuple(positions),
        addressees=effect.addressees[::-1], by=effect.by[::-1],
    )  # fmt: skip
    for role in concerned(effect) | {"media"}:
        assert named.direction(role) is effect.direction(role)


def shuffled(rule):
    """The rule with its lists the other way round, those left out whose order means something."""
    values = {a.name: getattr(rule, a.name) for a in attrs.fields(type(rule)) if a.name not in rule.in_order}
    return attrs.evolve(rule, **{k: v[::-1] for k, v in values.items() if isinstance(v, tuple)})


@pytest.mark.parametrize("tag", DECIDED_KINDS)
@given(data=st.data())
@settings(max_examples=15)
def test_the_order_of_lists_makes_no_difference(tag, data):
    """A rule whose lists are written in another order is the same rule (I-30)."""
    rule = data.draw(rules(tag, SETTLED))

    assert rule.compare(shuffled(rule)) == Verdicts.of(Verdict.EQUIVALENT)


def test_the_order_of_steps_makes_a_difference():
    """Steps of a procedure follow one another: another order is another procedure."""
    one, two = Procedure(steps=("ask", "search")), Procedure(steps=("search", "ask"))

    assert "steps" in one.compare(two).undecided


def masked(draw, rule):
    """The rule with some fields that allow it turned into a token that leaves them open."""
    held = {}
    for attribute in attrs.fields(type(rule)):
        value = getattr(rule, attribute.name)
        if isinstance(value, Scope) and draw(st.booleans()):
            held[attribute.name] = attrs.evolve(value, openness=Openness.UNKNOWN)
        elif attribute.default in (UNKNOWN, NOT_STATED) and draw(st.booleans()):
            held[attribute.name] = draw(st.sampled_from([UNKNOWN, NOT_STATED]))
    return attrs.evolve(rule, **held)


@pytest.mark.parametrize("tag", KINDS)
@given(data=st.data())
@settings(max_examples=15)
def test_learning_more_only_shrinks_what_is_possible(tag, data):
    """A token replaced by a value never makes an answer possible that was not (I-31)."""
    whole = [data.draw(rules(tag, SETTLED)) for _ in range(2)]
    if tag == "sentence":  # a step that contradicts the sanctions is no knowledge
        whole = [attrs.evolve(rule, delta=NONE) for rule in whole]
    if data.draw(st.booleans()):
        whole[1] = whole[0]
    partly = [masked(data.draw, rule) for rule in whole]

    assert whole[0].compare(whole[1]).possible <= partly[0].compare(partly[1]).possible
    assert whole[0].compare(whole[1]).possible <= changed(
        Change.SUBSTITUTED, data.draw(st.sampled_from([partly[0], UNKNOWN, NOT_STATED])), partly[1]
    ).compare_sides().possible  # fmt: skip


@given(roles)
def test_an_effect_that_names_nobody_means_nobody_knows_what(role):
    """Where no rule and no position is known, the direction is UNKNOWN, not NONE."""
    assert Effect(id="e", kind="restriction").direction(role) is Direction.UNKNOWN


def test_a_simple_step_is_harsher_although_no_sanction_is_known():
    """ "Two years more at some end" is more restrictive for the defendant whatever the sentence was."""
    stated = Sentence(delta=SentenceDelta.read("min +2y? max +2y? any"))
    effect = changed(Change.UNSPECIFIED, UNKNOWN, stated)

    assert effect.compare_sides() == Verdicts.of(Verdict.MORE_RESTRICTIVE)
    assert effect.direction("defendant") is Direction.MORE_EXPOSED


def test_a_step_says_nothing_about_other_rules():
    """A stated step belongs to its own change; against another rule the sentence stays unknown."""
    stated = Sentence(delta=SentenceDelta.read("min +2y max +2y"))

    assert Sentence(sanction=Sanction.read("fine <=1 MCI")).compare(stated).verdict is UNKNOWN


def test_no_penalty_at_all_is_a_sanction():
    """Prison where there was no penalty is more restrictive."""
    before, after = Sentence(sanction=NONE), Sentence(sanction=Sanction.read("prison 2..4y"))

    assert before.compare(after).verdict is Verdict.MORE_RESTRICTIVE


def test_the_sentence_of_the_terrorism_article():
    """From 4–10 years with optional to 6–10 with compulsory confiscation is more for the defendant."""
    before, after = (
        Sentence(sanction=Sanction.read(text))
        for text in ("prison 4..10y + confiscation?", "prison 6..10y + confiscation!")
    )

    assert changed(Change.UNSPECIFIED, before, after).direction("defendant") is Direction.MORE_EXPOSED


def test_a_broader_duty_is_no_other_duty():
    """A duty whose subject grows is strengthened: it is not lost and another one gained."""
    before = Registration(bearer=("householder",), registers=Scope.of("guest"))
    after = Registration(bearer=("householder",), registers=Scope.of("guest", "tenant"))
    effect = changed(Change.BROADENED, before, after)

    assert [p.delta for p in effect.moved_positions()] == [PositionDelta.STRENGTHENED]
    assert effect.direction("householder") is Direction.MORE_EXPOSED


def test_a_new_bearer_gains_the_duty():
    """A bearer who stands only on one side gains or loses the duty."""
    before, after = (Registration(bearer=bearers) for bearers in (("householder",), ("householder", "ngo")))
    effect = changed(Change.UNSPECIFIED, before, after)

    assert effect.direction("ngo") is Direction.MORE_EXPOSED
    assert effect.reversed().direction("ngo") is Direction.LESS_EXPOSED


def test_a_narrowed_exemption_exposes_those_it_spared():
    """Narrowing an exemption weakens a privilege, by the word of the source alone."""
    after = Exemption(holders=("believer",), exempt=Scope.of("imported_religious_material"))
    effect = changed(Change.NARROWED, UNKNOWN, after)

    assert effect.direction("believer") is Direction.MORE_EXPOSED
    assert effect.direction("believer", asserted=False) is Direction.UNKNOWN


@pytest.mark.parametrize("change", [Change.NARROWED, Change.BROADENED, Change.INCREASED, Change.DECREASED])
def test_name_of_a_change_tells_nothing_of_a_procedure(change):
    """Fewer steps favour the authority, fewer grounds do not: a narrowed procedure may be either."""
    after = Procedure(holder=("security_service",), affected=("suspect",), procedure="search")
    effect = changed(change, UNKNOWN, after)

    assert [p.delta for p in effect.moved_positions()] == [UNKNOWN]
    assert effect.direction("suspect") is Direction.UNKNOWN
    assert effect.direction("security_service") is Direction.UNKNOWN


def test_a_new_procedure_gives_the_power_and_a_repealed_one_takes_it():
    """That a procedure begins or ends is told by the change, whatever its steps."""
    rule = Procedure(holder=("police",), affected=("suspect",))

    assert changed(Change.CREATED, ABSENT, rule).direction("suspect") is Direction.MORE_EXPOSED
    assert changed(Change.REPEALED, rule, ABSENT).direction("suspect") is Direction.LESS_EXPOSED


def test_stated_positions_decide_for_a_narrowed_procedure():
    """A coder who knows that the steps were narrowed states what that does to the power."""
    stated = Position(
        holder="police", relation=Relation.POWER, against="suspect", delta=PositionDelta.STRENGTHENED
    )
    after = Procedure(holder=("police",), affected=("suspect",))
    effect = changed(Change.NARROWED, UNKNOWN, after, positions=(stated,))

    assert effect.direction("suspect") is Direction.MORE_EXPOSED


def test_positions_stated_by_a_coder_win():
    """A coder's positions are taken as they are, whatever the rules would give."""
    stated = Position(holder="ngo", relation=Relation.IMMUNITY, delta=PositionDelta.GAINED)
    effect = Effect(id="e", kind="power", change=Change.BROADENED, positions=(stated,))

    assert effect.moved_positions() == (stated,)
    assert effect.direction("ngo") is Direction.LESS_EXPOSED


def test_a_role_within_the_holder_is_concerned():
    """With a vocabulary, a duty of residents is one of householders too."""
    after = Registration(bearer=("resident",))
    effect = changed(Change.CREATED, ABSENT, after)

    wider = effect.direction("householder", broader=lambda wide, narrow: wide in ("resident", narrow))
    assert (wider, effect.direction("householder")) == (Direction.MORE_EXPOSED, Direction.NONE)


@given(rules("unspecified", SETTLED))
def test_what_nobody_specified_stays_unknown(rule):
    """Two unspecified rules described alike may differ, so nothing is decided."""
    assert rule.compare(rule).verdict is UNKNOWN
    assert rule.compare(Sentence()).verdict is Verdict.INCOMPARABLE
    assert isinstance(rule, Unspecified)


# no order


@given(st.data())
@settings(max_examples=20)
def test_rules_effects_sanctions_and_verdicts_do_not_sort(data):
    """What is only partly ordered refuses <, sorted and max, naming .tiers()."""
    several = data.draw(
        st.sampled_from(
            [
                [data.draw(rules(tag)) for tag in ("power", "sentence")],
                [data.draw(effects), data.draw(effects)],
                [Sanction.read("fine <=1 MCI"), Sanction.read("prison 1..2y")],
                [Verdicts.of(Verdict.EQUIVALENT), Verdicts.of(Verdict.INCOMPARABLE)],
            ]
        )
    )
    for attempt in (
        sorted,
        max,
        min,
        lambda pair: pair[0] < pair[1],
        lambda pair: pair[0] >= pair[1],
        lambda pair: pair[0] <= pair[1],
        lambda pair: pair[0] > pair[1],
    ):
        with pytest.raises(TypeError, match=r"\.tiers\(\)"):
            attempt(several)
