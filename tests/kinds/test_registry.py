"""The registry of kinds, an open set, and what every kind of rule offers."""

from typing import Any, ClassVar

import pytest
from attrs import Factory, fields, frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.records import SETTLED, rules

import lawtrack as lt
from lawtrack.errors import DuplicateKindError, LawtrackError, ReadingError, UnknownKindError
from lawtrack.kinds import KINDS, KindRegistry, Power, Sentence, Unspecified
from lawtrack.kinds.dimensions import Dimension, Stake, amounts, names
from lawtrack.missing import ABSENT, UNKNOWN, Missing
from lawtrack.model.position import Direction, Position, Relation
from lawtrack.model.rule import OpaqueRule, Rule, open_fields, summary_of
from lawtrack.model.scope import Safeguard, Scope
from lawtrack.model.substance import Change, Effect
from lawtrack.verdicts import Verdict, Verdicts
from lawtrack.vocabulary import Vocabulary

CORE = [
    *("sentence", "offence", "liability", "definition", "registration", "reporting", "data_duty", "approval"),
    *("exemption", "restriction", "power", "procedure", "status_control", "asset_measure", "mandate"),
    *("institution", "safeguard", "unspecified", "general_part", "index_unit"),
]
few = settings(max_examples=15)


@frozen(kw_only=True)
class ShutdownPower(Rule):
    """Lets an authority cut off communications."""

    kind: ClassVar[str] = "x:demo/shutdown_power"
    holder: str

    def positions(self):
        """The holder has a power over subscribers."""
        return (Position(holder=self.holder, relation=Relation.POWER, against="subscriber"),)


@pytest.fixture
def kinds():
    return KINDS.copy()


def test_the_core_kinds_are_there():
    """The twenty core tags are registered, and listed in alphabetical order."""
    assert list(KINDS) == sorted(CORE)
    assert len(KINDS) == 20


@pytest.mark.parametrize("tag", CORE)
def test_a_tag_finds_its_class(tag):
    """A kind's class carries the tag under which it is registered."""
    assert KINDS[tag].kind == tag
    assert tag in KINDS


def test_a_kind_that_is_none_names_the_nearest():
    """A misspelt tag is refused with the closest one."""
    with pytest.raises(UnknownKindError) as told:
        KINDS["powr"]
    assert told.value.near == "power"


def test_a_copy_is_added_to_alone(kinds):
    """A kind registered on a copy is not in the registry it was copied from."""
    kinds.register(ShutdownPower)

    assert kinds[ShutdownPower.kind] is ShutdownPower
    assert ShutdownPower.kind not in KINDS


def test_a_cell_may_run_twice(kinds):
    """The same class defined again replaces its former self."""

    def define():
        @kinds.register
        @frozen(kw_only=True)
        class Curfew(Rule):
            """Keeps people at home."""

            kind: ClassVar[str] = "x:demo/curfew"

        return Curfew

    first, second = define(), define()

    assert first is not second
    assert kinds["x:demo/curfew"] is second


def test_two_classes_cannot_share_a_tag(kinds):
    """Another class that claims a taken tag is refused, and the first one stays."""
    kinds.register(ShutdownPower)

    @frozen(kw_only=True)
    class Blackout(Rule):
        """Another power."""

        kind: ClassVar[str] = ShutdownPower.kind

    with pytest.raises(DuplicateKindError, match="ShutdownPower"):
        kinds.register(Blackout)
    assert kinds[ShutdownPower.kind] is ShutdownPower


def test_a_class_without_fields_is_refused(kinds):
    """A kind has to be an attrs class, told with what to add."""

    class Plain(Rule):
        kind: ClassVar[str] = "x:demo/plain"

    with pytest.raises(TypeError, match="frozen"):
        kinds.register(Plain)


@pytest.mark.parametrize("tag", CORE)
def test_the_kind_is_guessed_from_its_fields(tag):
    """A rule's own fields are enough to guess its kind."""
    assert KINDS.guess({a.name for a in fields(KINDS[tag])}) == tag


def test_nothing_is_guessed_from_nothing():
    """Keys that no kind has give no guess."""
    assert KINDS.guess({"colour"}) is None
    assert KINDS.guess(set()) is None


@pytest.mark.parametrize("tag", CORE)
def test_a_rule_needs_no_field(tag):
    """Every field of a core kind has an honest default, and a rule of defaults states nothing."""
    rule = KINDS[tag]()

    assert rule.summary() == "nothing stated"
    assert tag == "sentence" or rule.compare(rule).verdict is UNKNOWN


@pytest.mark.parametrize("tag", CORE)
@given(data=st.data())
@few
def test_positions_are_between_party_roles(tag, data):
    """Whatever a rule says, its positions are held by party roles, and say no change."""
    known = Vocabulary()
    for position in data.draw(rules(tag)).positions():
        assert known.is_role(position.holder)
        assert position.direction() is Direction.NONE


@pytest.mark.parametrize("tag", CORE)
@given(data=st.data())
@few
def test_a_rule_has_a_summary(tag, data):
    """The summary of a rule is one line that is never empty."""
    assert data.draw(rules(tag)).summary().strip()


@pytest.mark.parametrize("tag", [tag for tag in CORE if tag != "unspecified"])
@given(data=st.data())
@few
def test_a_rule_that_leaves_nothing_open_equals_itself(tag, data):
    """A settled rule compares as EQUIVALENT with itself."""
    rule = data.draw(rules(tag, SETTLED))

    assert open_fields(rule) == ()
    assert rule.compare(rule) == Verdicts.of(Verdict.EQUIVALENT)


@given(st.sampled_from(CORE), st.sampled_from(CORE), st.data())
def test_rules_of_two_kinds_are_incomparable(one, other, data):
    """A rule of another kind is neither more nor less."""
    if one != other:
        verdicts = data.draw(rules(one)).compare(data.draw(rules(other)))

        assert verdicts == Verdicts.of(Verdict.INCOMPARABLE)


@pytest.mark.parametrize("tag", CORE)
@given(data=st.data())
@few
def test_comparing_the_other_way_round_gives_the_mirror(tag, data):
    """compare(b, a) is the mirror of compare(a, b)."""
    a, b = data.draw(rules(tag)), data.draw(rules(tag))

    assert b.compare(a).possible == a.compare(b).mirror().possible


def test_a_kind_of_a_study_has_directions():
    """A user's kind gives effects positions and directions like ours (I-10)."""
    effect = Effect(
        id="e",
        kind=ShutdownPower.kind,
        change=Change.CREATED,
        before=ABSENT,
        after=ShutdownPower(holder="police"),
    )

    assert effect.direction("police") is Direction.MORE_POWER
    assert effect.direction("subscriber") is Direction.MORE_EXPOSED


def test_a_kind_of_a_study_compares_by_equality():
    """Without a comparison of its own, a user's kind knows equal and open (I-10)."""
    police, army = ShutdownPower(holder="police"), ShutdownPower(holder="army")

    assert police.compare(ShutdownPower(holder="police")).verdict is Verdict.EQUIVALENT
    assert police.compare(army).undecided == ("holder",)
    assert police.compare(Power()).verdict is Verdict.INCOMPARABLE


def test_an_opaque_rule_says_that_its_kind_is_missing():
    """The summary of a rule of a kind not installed names the kind."""
    rule = OpaqueRule(tag="x:study/curfew")

    assert "x:study/curfew" in rule.summary()
    assert rule.positions() == ()


def test_sentences_of_known_sanctions_compare_by_the_penalty_order():
    """A sentence is as harsh as its sanction; what is open is named."""
    assert Sentence().compare(Sentence()).undecided == ("sanction",)
    assert Unspecified().compare(Sentence()).verdict is Verdict.INCOMPARABLE


@pytest.mark.parametrize(
    "tag", ["curfew", "x:demo", "x:/a", "x:demo/a b", "x:démo/a", "x:demo/a/b", "y:demo/a"]
)
def test_a_tag_has_a_shape(kinds, tag):
    """A tag is a word of the core or x:study/kind; the refusal names the shape."""

    @frozen(kw_only=True)
    class Odd(Rule):
        kind: ClassVar[str] = tag

    with pytest.raises(ReadingError, match="x:study/kind"):
        kinds.register(Odd)
    assert tag not in kinds


def test_core_kinds_go_into_any_registry():
    """An empty registry takes the library's own classes."""
    empty = KindRegistry()

    assert [empty.register(KINDS[tag]) for tag in CORE]
    assert list(empty) == sorted(CORE)


@pytest.mark.parametrize("thing", [None, 3, "x:demo/a", int, ShutdownPower(holder="police")])
def test_only_classes_of_rules_are_registered(kinds, thing):
    """Whatever is no class derived from Rule is refused with a sentence."""
    with pytest.raises(TypeError, match="derived from Rule"):
        kinds.register(thing)


def test_a_class_that_can_be_changed_is_refused(kinds):
    """Rules are values; a class that takes assignments is none."""

    @frozen(kw_only=True)
    class Soft(Rule):
        kind: ClassVar[str] = "x:demo/soft"

    def assign(self, name, value):
        object.__setattr__(self, name, value)

    Soft.__setattr__ = assign
    with pytest.raises(TypeError, match="not frozen"):
        kinds.register(Soft)


@pytest.mark.parametrize("default", [[], Factory(list), {}])
def test_a_default_can_be_hashed(kinds, default):
    """A default that is a list or dict is refused, naming the field."""

    @frozen(kw_only=True)
    class Listed(Rule):
        kind: ClassVar[str] = "x:demo/listed"
        whom: object = default

    with pytest.raises(TypeError, match="whom"):
        kinds.register(Listed)


@frozen(kw_only=True, repr=False)
class Faulty(Rule):
    """A kind whose methods fail, or give what they should not."""

    kind: ClassVar[str] = "x:demo/faulty"
    gives: object = None

    def positions(self):
        return self.gives if self.gives is not None else 1 / 0

    def compare(self, other, *, for_=None, ladder=None):
        return self.positions()

    def summary(self):
        return self.positions()


def an_effect(gives):
    rule = Faulty(gives=gives)
    return Effect(id="e/1", kind=rule.kind, before=rule, after=rule)


@pytest.mark.parametrize("ask", [Effect.compare_sides, Effect.moved_positions])
@pytest.mark.parametrize("gives", [None, "words", [], (1,)])
def test_a_fault_of_a_study_is_named(ask, gives):
    """What a study's method raises or wrongly gives names the kind and the record, and is chained."""
    with pytest.raises(LawtrackError, match="'x:demo/faulty' in e/1") as told:
        ask(an_effect(gives))
    assert isinstance(told.value.__cause__, ZeroDivisionError) == (gives is None)


def test_a_faulty_summary_is_named():
    """So with a summary that is no text."""
    with pytest.raises(LawtrackError, match=r"summary\(\) of kind 'x:demo/faulty' in e/1 gave tuple"):
        summary_of(Faulty(gives=()), "e/1")


def test_a_dimension_is_a_field(kinds):
    """A kind that compares by a field it has not is refused with the nearest."""

    @frozen(kw_only=True)
    class Slip(Rule):
        kind: ClassVar[str] = "x:demo/slip"
        dimensions: ClassVar[tuple[Dimension, ...]] = (Dimension("hour", amounts),)
        hours: int = 0

    with pytest.raises(TypeError, match="did you mean 'hours'"):
        kinds.register(Slip)


def test_a_field_does_not_hide_what_the_kind_says(kinds):
    """What a kind says about itself is a ClassVar; a field of that name is refused."""

    @frozen(kw_only=True)
    class Hiding(Rule):
        kind: ClassVar[str] = "x:demo/hiding"
        burden: str = ""

    with pytest.raises(TypeError, match="ClassVar"):
        kinds.register(Hiding)


def test_a_kind_of_a_study_compares_by_its_dimensions(kinds):
    """Dimensions and parties of a user's kind are read as those of the core, for every party."""

    @kinds.register
    @frozen(kw_only=True)
    class Curfew(Rule):
        kind: ClassVar[str] = "x:demo/curfew"
        dimensions: ClassVar[tuple[Dimension, ...]] = (
            Dimension("bearer", names, parties=Stake.EXPOSED),
            Dimension("hours", amounts),
        )
        bearer: tuple[str, ...] = ()
        hours: int = 0

    six, nine = (Curfew(bearer=("resident",), hours=hours) for hours in (6, 9))
    assert six.compare(nine).verdict is Verdict.MORE_RESTRICTIVE
    assert nine.compare(six, for_="resident").verdict is Verdict.LESS_RESTRICTIVE
    assert lt.compare(six, nine, for_="media").verdict is Verdict.EQUIVALENT
    assert not six.compare(nine, for_="media").is_definite  # no vocabulary says that media are no residents


class TestValues:
    """A rule holds what its annotations say, whoever wrote the class."""

    @pytest.fixture
    def curfew(self, kinds):
        @kinds.register
        @frozen(kw_only=True)
        class Curfew(Rule):
            kind: ClassVar[str] = "x:demo/curfew"
            bearer: tuple[str, ...] = ()
            hours: int | Missing = UNKNOWN
            exempt: Scope = Scope()
            checks: tuple[Safeguard, ...] = ()

        return Curfew

    @pytest.mark.parametrize(
        "wrong",
        [
            {"bearer": ["resident"]},
            {"bearer": "resident"},
            {"bearer": ("resident", 3)},
            {"hours": "6"},
            {"hours": True},
            {"hours": None},
            {"exempt": "police"},
            {"checks": ("notice",)},
        ],
    )
    def test_a_value_of_another_type_is_refused(self, curfew, wrong):
        """The error names the field; nothing is converted."""
        with pytest.raises(ReadingError, match=f"for {next(iter(wrong))}.* of Curfew"):
            curfew(**wrong)

    def test_the_kinds_of_the_library_refuse_the_same(self):
        """A text in place of a sanction is refused with the call that reads it."""
        with pytest.raises(ReadingError, match=r"Write sanction=Sanction.read\('prison 3y'\)"):
            Sentence(sanction="prison 3y")
        with pytest.raises(ReadingError, match="a value of type Scope"):
            Power(acts=5)

    def test_a_tuple_of_two_has_a_type_for_each(self):
        """A pair is no list of one type; its length counts."""

        @frozen(kw_only=True)
        class Hours(Rule):
            kind: ClassVar[str] = "x:demo/hours"
            span: tuple[int, str] = (0, "h")

        assert Hours(span=(6, "h")).span == (6, "h")
        for wrong in ((6, 7), ("h", 6), (6,), (6, "h", 7)):
            with pytest.raises(ReadingError, match="span"):
                Hours(span=wrong)

    def test_annotations_that_say_nothing_take_anything(self):
        """Any, and names that cannot be looked up, leave a field unchecked."""

        @frozen(kw_only=True)
        class Loose(Rule):
            kind: ClassVar[str] = "x:demo/loose"
            what: Any = None

        @frozen(kw_only=True)
        class Lost(Rule):
            kind: ClassVar[str] = "x:demo/lost"
            what: "NoSuchName" = None  # noqa: F821

        assert (Loose(what=5).what, Lost(what=5).what) == (5, 5)

    def test_what_fits_is_taken_as_it_is(self, curfew):
        """Tokens and values of the type pass unchanged."""
        rule = curfew(bearer=("resident",), hours=6, exempt=Scope.of("police"))

        assert (rule.hours, curfew(hours=UNKNOWN).hours) == (6, UNKNOWN)
