"""Dimensions: in what respects two rules of one kind compare, and for whom. One machine for all kinds.

A kind of rule lists its dimensions; each names a field and an order. The product rule joins the answers:
a rule is more restrictive than another when it is on no dimension less and on some dimension more so.
"""

from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from ..missing import NONE, UNKNOWN, Missing
from ..verdicts import ANY, Truth, Verdict, Verdicts
from .given import Given
from .orders import EQUAL, LESS, MORE, Order, covers
from .scope import Scope, is_stated

__all__ = ["Answer", "Dimension", "Judged", "Reach", "Stake", "judge", "none_against", "reach_of"]


class Stake(Enum):
    """How the parties that a dimension lists stand to the rule."""

    EXPOSED = "exposed"
    """They bear it: more restrictive means more exposed."""
    EMPOWERED = "empowered"
    """They wield it: what exposes others more leaves them freer."""
    SPARED = "spared"
    """They are taken out of it."""


class Reach(Enum):
    """How much of a party a rule touches."""

    ALL = "all"
    SOME = "some"
    NONE = "none"
    NOT_STATED = "not_stated"


@frozen
class Dimension:
    """One respect in which two rules of a kind compare.

    Attributes:
        name: The field of the rule that it looks at.
        order: Says how the second of two stated values stands to the first, for those exposed.
        none: What the token NONE amounts to, ``most`` or ``least`` restrictive, where the order itself has
            no answer; empty when it amounts to neither.
        parties: How the roles that the field lists stand to the rule; None for a field without roles.
        orders_none: Whether the order takes the token NONE itself.
        reads: The attribute to look at, where it is not the field itself.
        counts: False for a field that only tells whom a rule empowers or exposes, and makes it no stricter.
    """

    name: str
    order: Order = field(eq=False)
    none: str = ""
    parties: Stake | None = None
    orders_none: bool = False
    reads: str = ""
    counts: bool = True

    def of(self, rule: object) -> object:
        """The value of *rule* that the dimension looks at."""
        return getattr(rule, self.reads or self.name)

    def compare(self, a: object, b: object, given: Given) -> Verdicts:
        """How the value *b* stands to *a*; what nobody stated leaves all four answers open."""
        if not is_stated(a) or not is_stated(b):
            if given.others_equal and not is_stated(a) and not is_stated(b):
                return EQUAL
            return self._open(ANY)
        tokens = [value for value in (a, b) if isinstance(value, Missing)]
        if tokens and not (self.orders_none and all(token is NONE for token in tokens)):
            return EQUAL if a is b else self._open(self._of_tokens(a, b))
        return self._open(self.order(a, b, given))

    def _of_tokens(self, a: object, b: object) -> Verdicts:
        odd = [value for value in (a, b) if isinstance(value, Missing) and value is not NONE]
        if odd or not self.none:
            return ANY
        return MORE if (b is NONE) == (self.none == "most") else LESS

    def _open(self, found: Verdicts) -> Verdicts:
        return found if len(found.possible) == 1 else _named(found.possible, self.name)


@lru_cache(maxsize=4096)
def _named(possible: frozenset[Verdict], name: str) -> Verdicts:
    return Verdicts(possible, (name,))


@frozen
class Answer:
    """What one dimension says.

    Attributes:
        dimension: Its name.
        verdicts: The answers it leaves possible.
        before: The value of the first rule.
        after: The value of the second.
    """

    dimension: str
    verdicts: Verdicts
    before: object = UNKNOWN
    after: object = UNKNOWN


@frozen
class Judged:
    """What the machine found for one party, or for those exposed.

    Attributes:
        verdicts: The answers left.
        answers: Dimension by dimension, for the party asked about.
        before: How much of the party the first rule touches; ALL when no party was asked about.
        after: The same of the second.
        stake: How the party stands to the rules.
        left_out: Dimensions that do not matter to the party.
    """

    verdicts: Verdicts
    answers: tuple[Answer, ...]
    before: Reach = Reach.ALL
    after: Reach = Reach.ALL
    stake: Stake = Stake.EXPOSED
    left_out: tuple[str, ...] = ()


def _burden(rule: Any) -> Verdicts:
    """How a rule compares with none at all, for those it exposes."""
    if rule.burden is None:
        return ANY
    return MORE if rule.burden else LESS


def none_against(rule: Any, given: Given, for_: str | None = None) -> tuple[Verdicts, Reach, Stake]:
    """How a rule compares with none at all, how much of the party it touches, and in which stake."""
    if for_ is None:
        return _burden(rule), Reach.ALL, Stake.EXPOSED
    if not rule.dimensions:
        return ANY, Reach.NOT_STATED, Stake.EXPOSED
    near = _near(rule.concerns, for_, given) if rule.concerns else Reach.NONE
    if near is not Reach.NONE:
        return _burden(rule), near, Stake.EXPOSED
    stakes = {d.parties for d in rule.dimensions if d.parties in (Stake.EXPOSED, Stake.EMPOWERED)}
    found = {stake: reach_of(rule, for_, stake, given) for stake in Stake if stake in stakes}
    for stake, reach in found.items():
        if reach in (Reach.ALL, Reach.SOME):
            verdicts = _burden(rule)
            return (verdicts.mirror() if stake is Stake.EMPOWERED else verdicts), reach, stake
    if Reach.NOT_STATED in found.values():
        return ANY, Reach.NOT_STATED, Stake.EXPOSED
    return EQUAL, Reach.NONE, Stake.EXPOSED


def judge(a: Any, b: Any, given: Given, for_: str | None = None) -> Judged:
    """How the rule *b* compares with *a*, of the same kind, for the party *for_* or for those exposed."""
    dimensions: tuple[Dimension, ...] = a.dimensions
    if for_ is None:
        return _product(a, b, dimensions, given)
    if for_ in a.concerns or _near(a.concerns, for_, given) is not Reach.NONE:
        reach = Reach.ALL if for_ in a.concerns else _near(a.concerns, for_, given)
        return _product(a, b, dimensions, given, before=reach, after=reach)
    found = [
        judged
        for stake in (Stake.EXPOSED, Stake.EMPOWERED)
        if (judged := _for_stake(a, b, given, for_, stake)) is not None
    ]
    if not found:
        if a.concerns:
            return Judged(EQUAL, (), Reach.NONE, Reach.NONE)
        return _product(a, b, dimensions, given, before=Reach.NOT_STATED, after=Reach.NOT_STATED)
    touched = [j for j in found if {j.before, j.after} & {Reach.ALL, Reach.SOME}]
    # Who is named nowhere may be the one of whom it is not stated that the rule empowers them; who is exposed
    # is taken not to be, where lists are read as complete.
    unstated = [j for j in found if j.stake is Stake.EMPOWERED and Reach.NOT_STATED in (j.before, j.after)]
    exposed = [j for j in found if j.stake is Stake.EXPOSED]
    nowhere = bool(exposed) and {exposed[0].before, exposed[0].after} == {Reach.NONE}
    if unstated and exposed and (nowhere or not given.as_listed):
        return _may_be_any(unstated[0], dimensions)
    touched = touched or found[:1]
    if len(touched) == 1:
        return touched[0]
    first = touched[0]
    both = Verdicts.product(j.verdicts for j in touched)
    return Judged(both, tuple(x for j in touched for x in j.answers), first.before, first.after)


def _may_be_any(judged: Judged, dimensions: Iterable[Dimension]) -> Judged:
    """Open in every way, for a party of which nobody said whether the rule gives it that part."""
    names = tuple(dimension.name for dimension in dimensions if dimension.parties is judged.stake)
    return Judged(Verdicts(ANY.possible, names), judged.answers, judged.before, judged.after, judged.stake)


def _for_stake(a: Any, b: Any, given: Given, for_: str, stake: Stake) -> Judged | None:
    """What the rules mean for a party that stands to them so; None for a kind without such parties."""
    own = [dimension for dimension in a.dimensions if dimension.parties is stake]
    if not own:
        return None
    before, after = (reach_of(rule, for_, stake, given) for rule in (a, b))
    sides = {before, after}
    if sides == {Reach.NONE}:
        return Judged(EQUAL, (), before, after, stake)
    if sides == {Reach.NONE, Reach.NOT_STATED}:
        return Judged(Verdicts(ANY.possible, tuple(d.name for d in own)), (), before, after, stake)
    if Reach.NONE in sides:
        gained = after is not Reach.NONE
        verdicts = _burden(b) if gained else _burden(a).mirror()
        verdicts = verdicts.mirror() if stake is Stake.EMPOWERED else verdicts
        told = Answer(own[0].name, verdicts, own[0].of(a), own[0].of(b))
        return Judged(verdicts, (told,), before, after, stake)
    # Whoever is reached on both sides does not care who else is; of a role reached in part, more may be.
    drop = {
        d.name for d in own if all(_near(_roles(d.of(rule)), for_, given) is Reach.ALL for rule in (a, b))
    }
    if Reach.SOME not in sides:
        drop |= {d.name for d in a.dimensions if d.parties is Stake.SPARED and _roles_only(a, b, d, given)}
    kept = tuple(dimension for dimension in a.dimensions if dimension.name not in drop)
    judged = _product(a, b, kept, given, before=before, after=after, left_out=tuple(sorted(drop)))
    return judged if stake is Stake.EXPOSED else _turned(judged)


def _turned(judged: Judged) -> Judged:
    answers = tuple(Answer(x.dimension, x.verdicts.mirror(), x.before, x.after) for x in judged.answers)
    return Judged(
        judged.verdicts.mirror(), answers, judged.before, judged.after, Stake.EMPOWERED, judged.left_out
    )


def _product(
    a: Any,
    b: Any,
    dimensions: Iterable[Dimension],
    given: Given,
    *,
    before: Reach = Reach.ALL,
    after: Reach = Reach.ALL,
    left_out: tuple[str, ...] = (),
) -> Judged:
    answers = []
    for dimension in dimensions:
        if not dimension.counts:
            continue
        one, other = dimension.of(a), dimension.of(b)
        answers.append(Answer(dimension.name, dimension.compare(one, other, given), one, other))
    verdicts = Verdicts.product(answer.verdicts for answer in answers) if answers else ANY
    return Judged(verdicts, tuple(answers), before, after, left_out=left_out)


def reach_of(rule: Any, party: str, stake: Stake, given: Given) -> Reach:
    """How much of *party* the rule touches in that stake, those it spares taken out."""
    named = [_roles(d.of(rule)) for d in rule.dimensions if d.parties is stake]
    roles = tuple(role for held in named for role in held)
    if not roles:
        values = [d.of(rule) for d in rule.dimensions if d.parties is stake]
        said = [value for value in values if isinstance(value, Missing) and is_stated(value)]
        return Reach.NONE if said and len(said) == len(values) else Reach.NOT_STATED
    found = _near(roles, party, given)
    if stake is Stake.EXPOSED and found is not Reach.NONE:
        lists = [_roles(d.of(rule)) for d in rule.dimensions if d.parties is Stake.SPARED]
        spared = tuple(role for held in lists for role in held)
        if spared and _includes(spared, party, given) is True:
            return Reach.NONE
    return found


def _near(roles: Iterable[str], party: str, given: Given) -> Reach:
    held = tuple(roles)
    if _includes(held, party, given) is True:
        return Reach.ALL
    return Reach.SOME if any(given.broader(party, role) is True for role in held) else Reach.NONE


def _includes(roles: tuple[str, ...], party: str, given: Given) -> Truth:
    return covers(roles, (party,), given.broader)


def _roles(value: object) -> tuple[str, ...]:
    if isinstance(value, Scope):
        return tuple(term.concept for term in value.include if not term.qualifiers)
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _roles_only(a: Any, b: Any, dimension: Dimension, given: Given) -> bool:
    """Whether what is spared is nothing but other roles, on both sides."""
    sides = [dimension.of(rule) for rule in (a, b)]
    terms = [term for side in sides if isinstance(side, Scope) for term in side.include]
    return bool(terms) and all(
        any(given.broader(root, term.concept) is True for root in _ROOTS) for term in terms
    )


_ROOTS = ("natural_person", "legal_person", "state")
"""Roles under which the others stand."""
