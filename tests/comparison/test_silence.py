"""What nobody stated is never a no: verdicts for a party, orders and answers, each settled by hand."""

from typing import ClassVar

import attrs
import pytest
from attrs import frozen

import lawtrack as lt
from lawtrack.comparison import ManyRules
from lawtrack.comparison.grounds import Grounds
from lawtrack.kinds import KINDS, DataDuty, Power, Registration, Restriction, Sentence
from lawtrack.kinds.dimensions import Dimension, authorities, scopes
from lawtrack.kinds.permissions import Degree
from lawtrack.missing import ABSENT, UNKNOWN
from lawtrack.model.dimension import Reach
from lawtrack.model.given import Given
from lawtrack.model.orders import EQUAL, LESS, MORE, ORDERED
from lawtrack.model.rule import Rule
from lawtrack.model.scope import Openness, Safeguard, SafeguardKind, Scope, Trigger
from lawtrack.verdicts import Verdict
from lawtrack.vocabulary import Vocabulary

WORDS = Given(broader=Vocabulary().includes)
LISTED = attrs.evolve(WORDS, as_listed=True)
UP, DOWN, SAME, APART = (
    Verdict.MORE_RESTRICTIVE,
    Verdict.LESS_RESTRICTIVE,
    Verdict.EQUIVALENT,
    Verdict.INCOMPARABLE,
)


def strictly(a, b, **more):
    """The comparison with nothing read into a list that nobody calls complete."""
    return lt.compare(a, b, as_listed=False, **more)


# parties


def test_whose_data_are_kept_is_not_stated():
    """Three years instead of thirty days may be about subscribers: told as assumed, or left open."""
    short, long = (
        DataDuty(bearer=("operator",), items=("calls",), retention=lt.Duration.read(time))
        for time in ("30 d", "3 y")
    )
    told = lt.compare(short, long, for_="subscriber", others_equal=True)

    assert told.verdict is SAME
    assert "subscriber is not among about, which is not stated" in told.assumptions
    assert {SAME, UP} <= strictly(short, long, for_="subscriber", others_equal=True).possible


def test_who_is_registered_is_not_stated():
    """A new duty to register may be one to register tenants."""
    duty = Registration(bearer=("householder",))
    learnt = attrs.evolve(duty, registers=Scope.of("guest_tenant"))

    assert lt.compare(ABSENT, duty, for_="guest_tenant").assumptions
    assert strictly(ABSENT, duty, for_="guest_tenant").possible == {SAME, UP}
    assert lt.compare(ABSENT, learnt, for_="guest_tenant").verdict is UP


def restrictions(**fields):
    """A limit, and the ban that took its place."""
    return tuple(Restriction(degree=degree, **fields) for degree in (Degree.LIMIT, Degree.BAN))


def test_who_is_spared_is_not_stated():
    """Whoever may be spared by the new ban may be better off; the answer has that case from the start."""
    limit, ban = restrictions(addressees=("natural_person",))
    spared = attrs.evolve(ban, exemptions=Scope.of("journalist", openness=Openness.CLOSED))

    assert UP in strictly(limit, ban, for_="journalist").possible
    assert DOWN in strictly(limit, ban, for_="journalist").possible
    assert strictly(limit, spared, for_="journalist").possible >= {DOWN}
    found = lt.compare(limit, ban, for_="journalist")
    assert "journalist is not spared, where exemptions are not stated" in found.assumptions


def test_a_ban_with_a_milder_penalty_is_not_surely_incomparable():
    """Had the first spared journalists, the second would be more for them."""
    a, b = (
        attrs.evolve(rule, sanction=lt.Sanction.read(text))
        for rule, text in zip(
            restrictions(addressees=("natural_person",)), ("prison 2..5y", "prison 1..2y"), strict=True
        )
    )

    found = strictly(a, b, for_="journalist")
    assert UP in found.possible
    assert "exemptions" in found.missing


def test_being_concerned_can_be_switched_off():
    """That an organisation is among those restricted, whom nobody names, is an assumption."""
    limit, ban = restrictions()
    told = lt.compare(limit, ban, for_="ngo", others_equal=True)

    assert told.verdict is UP
    assert any("is among those concerned" in line for line in told.assumptions)
    assert strictly(limit, ban, for_="ngo", others_equal=True).possible >= {SAME, UP}
    named = restrictions(addressees=("citizen",))
    assert strictly(*named, for_="ngo", others_equal=True).verdict is SAME


def test_roles_may_overlap():
    """Residents may be citizens; persons are no bodies of the state."""
    duty = Registration(bearer=("resident",), registers=Scope.of("firearm", openness=Openness.CLOSED))
    told = lt.compare(ABSENT, duty, for_="citizen")

    assert told.verdict is SAME
    assert any("no citizen is also" in line and "resident" in line for line in told.assumptions)
    assert strictly(ABSENT, duty, for_="citizen").possible == {SAME, UP}
    power = Power(holder=("police",), affected=("suspect",))
    assert strictly(ABSENT, power, for_="ngo").reach == (Reach.NONE, Reach.NONE)


def test_a_sanction_touches_defendants():
    """Operators are as well off under five years as under three, whichever way it is written."""
    notation = lt.compare("prison 2..5y", "prison 3..5y", for_="operator")
    rules = [Sentence(sanction=lt.Sanction.read(text)) for text in ("prison 2..5y", "prison 3..5y")]

    assert notation.verdict is SAME
    assert notation.possible == lt.compare(*rules, for_="operator").possible
    assert lt.compare("prison 2..5y", "prison 3..5y", for_="defendant").words() == "HARSHER"


def test_a_sanction_beside_none():
    """No rule, a sentence nobody knows: a comparison of sentences, not of two sorts."""
    assert lt.compare(ABSENT, "prison 2..5y").words() == "HARSHER"
    assert lt.compare(Sentence(), "prison 2..5y").verdict is UNKNOWN
    assert "defendant" in lt.compare("prison 2..5y", "prison 3..5y", for_="all").column("party")


# orders


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("police", "police court", MORE),
        ("police", "police prosecutor", MORE),
        ("court prosecutor", "police", MORE),
        ("police court", "police prosecutor", MORE),
        ("state", "state police", EQUAL),
        ("prosecutor", "court", LESS),
    ],
)
def test_a_further_holder_is_more(a, b, expected):
    """Another way to the power is more, one that checks less too; inside a wider role it is no other way."""
    assert authorities(tuple(a.split()), tuple(b.split()), WORDS) == expected


def test_the_same_words_may_go_on():
    """Of two lists in the same words either may be open, unless lists are taken as complete."""
    a, goes_on = Scope.of("film"), Scope.of("film", openness=Openness.OPEN)

    assert scopes(a, a, WORDS) == ORDERED
    assert scopes(a, goes_on, WORDS).possible == {UP, SAME}
    assert scopes(a, a, LISTED) == scopes(a, a, attrs.evolve(WORDS, others_equal=True)) == EQUAL


def test_everything_except_books():
    """All but books is not nothing: films may be among it, and lie outside of none."""
    rest, film = Scope(exclude=("book",)), Scope.of("film")

    assert scopes(rest, film, LISTED) != MORE
    assert {UP, DOWN} <= scopes(rest, film, LISTED).possible
    assert scopes(rest, rest, LISTED) == EQUAL
    assert str(rest) == "everything except book"


def test_who_decides_whether_the_case_is_given():
    """A court that decides is a stricter check than the police."""
    court, police = (
        Power(trigger=Trigger(concepts=("riot",), openness=Openness.CLOSED, decided_by=who))
        for who in ("court", "police")
    )

    assert lt.compare(court, police, others_equal=True).verdict is UP


def test_what_is_no_respect_is_told():
    """Another regime makes a sentence no stricter by its kind, and the answer says that it is another."""
    general, special = (
        Sentence(sanction=lt.Sanction.read("prison 2..5y"), regime=name) for name in ("general", "special")
    )
    found = lt.compare(general, special)

    assert found.verdict is SAME
    assert any("regime (general → special)" in line for line in found.assumptions)
    assert not lt.compare(general, general).assumptions


def test_a_court_is_one_check():
    """A court that must agree is the prior judicial check that the other list names."""
    plain = Power(authoriser="court", safeguards=(Safeguard(kind=SafeguardKind.NOTICE, present=True),))
    named = attrs.evolve(
        plain, safeguards=(*plain.safeguards, Safeguard(kind=SafeguardKind.PRIOR_JUDICIAL, present=True))
    )

    assert lt.compare(plain, named, others_equal=True).verdict is SAME
    nobody = attrs.evolve(plain, authoriser=UNKNOWN)
    assert lt.compare(nobody, named).possible != {SAME}


def test_in_bulk_no_rule_is_less():
    """Bulk and single comparison agree on a rule beside none."""
    many = ManyRules(Grounds())
    none, rule = many.add(ABSENT), many.add(Restriction())

    assert many.compare(none, rule).verdict is UP


# answers

SILENT = """
[[source]]
id = "s/law"
[[norm]]
id = "n/a"
kind = "power"
in_force = "2014-01-01.."
rule = { acts = ["suspend"], affected = ["subscriber"] }
source = "s/law"
"""


def test_a_power_that_nobody_is_said_to_hold(corpus_of):
    """Subscribers are under it; of its holders a row counts that they are not stated."""
    corpus = corpus_of(SILENT)

    assert lt.burden(corpus, "subscriber", since="2015-01-01", until="2015-01-01").column("powers_over") == (
        1,
    )
    assert any("nobody states who holds it (a)" in note for note in lt.powers(corpus).notes)
    row = lt.track(corpus, "holder", act="suspend")[0]
    assert (row.values, row.not_stated) == (frozenset(), 1)


def test_a_function_meets_no_empty_field(corpus_of):
    """A test that looks at a holder nobody stated has no answer, as the same test in words has none."""
    corpus = corpus_of(SILENT)
    tests = {"function": lambda rule: "police" in rule.holder, "text": "holder = police"}
    (row,) = lt.matrix([corpus], kind="power", test=tests).rows

    assert [cell.answer for cell in row.cells] == [UNKNOWN, UNKNOWN]


def test_a_direction_is_told_in_part_as_well(kz):
    """An effect on householders is one on some natural persons, in both answers."""
    rows = lt.effects(kz, role="natural_person", kind="registration")

    for effect, said in zip(rows, rows.column("direction"), strict=True):
        (directed,) = lt.directions(kz, effect, for_="natural_person")
        part = " (some)" if directed.reach is Reach.SOME else ""
        assert said.replace("_", " ") == f"{directed.direction.value.replace('_', ' ')}{part}"
    assert any("(some)" in said for said in rows.column("direction"))


def test_burden_of_each_day_is_that_of_its_year(kz):
    """Days between two turns share an answer; it is that of the day asked about alone."""
    for row in lt.burden(kz, "subscriber", every="P17D", since="2016-06-01", until="2018-06-01"):
        (alone,) = lt.burden(kz, "subscriber", since=row.day, until=row.day)
        assert (alone.held, alone.unknown) == (row.held, row.unknown)


# errors


@pytest.mark.parametrize(
    "order",
    [lambda a, b, given: None, lambda a, b: EQUAL, lambda a, b, given: 1 / 0],
    ids=["nothing", "two arguments", "raises"],
)
def test_an_order_that_is_none_is_named(order):
    """The error names the dimension and the kind."""

    @frozen(kw_only=True)
    class Curfew(Rule):
        kind: ClassVar[str] = "x:silence/curfew"
        dimensions: ClassVar[tuple[Dimension, ...]] = (Dimension("hours", order),)
        hours: int = 0

    with pytest.raises(lt.LawtrackError, match="'hours' of kind 'x:silence/curfew'"):
        lt.compare(Curfew(hours=1), Curfew(hours=2))


@pytest.mark.parametrize(
    ("given", "said"), [({"order": "amounts"}, "no function"), ({"none": "mid"}, "'mid'")]
)
def test_a_dimension_is_checked_when_a_kind_is_registered(given, said):
    """An order that is a text, and a place of none that is no place, are refused."""

    @frozen(kw_only=True)
    class Curfew(Rule):
        kind: ClassVar[str] = "x:silence/night"
        dimensions: ClassVar[tuple[Dimension, ...]] = (Dimension("hours", **{"order": scopes, **given}),)
        hours: int = 0

    with pytest.raises(TypeError, match=said):
        KINDS.copy().register(Curfew)


def test_ways_out(kz, tmp_path, corpus_of):
    """A list where one name is given, a reader where a name of alignments is, two records of an alignment."""
    with pytest.raises(lt.ReadingError, match="list of effects"):
        lt.states(kz, "kill-switch")
    with pytest.raises(lt.ReadingError, match="read_alignments"):
        lt.compare(kz["cc-255-1"], kz["cc-255-2"], align="terrorism-offences")
    for a, b in (("", ""), ("x", "x")):
        with pytest.raises(lt.ReadingError, match="two records"):
            lt.Alignment(a=a, b=b, basis="both")
    path = tmp_path / "twice.toml"
    path.write_text(2 * '[[alignment]]\na = "x"\nb = "y"\nbasis = "both"\n', "utf-8")
    with pytest.raises(lt.CorpusError, match="second time"):
        lt.read_alignments(path)
    plain = corpus_of(SILENT)
    with pytest.raises(lt.ReadingError, match="names no country"):
        lt.compare_across([plain, plain])
