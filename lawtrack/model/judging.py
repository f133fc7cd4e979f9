"""Two rules of one kind judged: dimension by dimension, for those exposed or for one party.

For a party it first matters whether the rules touch it at all. What nobody stated about that leaves several
pairs of reaches possible, and the answer is the union over them. Where lists are read as complete, silence
about a party may be read in one way only; each such reading is told in :attr:`Judged.assumed`.
"""

from collections.abc import Iterable
from itertools import product as pairings
from typing import Any

from attrs import evolve, frozen

from ..missing import Missing
from ..verdicts import ANY, Verdicts, any_of
from .dimension import Answer, Dimension, Reach, Stake
from .given import Given
from .orders import EQUAL, LESS, MORE, covers
from .scope import Openness, Scope, ScopeTerm, is_stated

__all__ = ["Judged", "judge", "none_against"]


@frozen
class Judged:
    """What the machine found for one party, or for those exposed.

    Attributes:
        verdicts: The answers left.
        answers: Dimension by dimension, for the party asked about.
        before: How much of the party the first rule touches; ALL when no party was asked about.
        after: The same of the second.
        stake: How the party stands to the rules.
        assumed: What silence about the party was taken to mean, as sentences.
    """

    verdicts: Verdicts
    answers: tuple[Answer, ...]
    before: Reach = Reach.ALL
    after: Reach = Reach.ALL
    stake: Stake = Stake.EXPOSED
    assumed: tuple[str, ...] = ()


def judge(a: Any, b: Any, given: Given, for_: str | None = None) -> Judged:
    """How the rule *b* compares with *a*, of the same kind, for the party *for_* or for those exposed."""
    if for_ is None:
        return _joined(_answers(a, b, a.dimensions, given))
    if not a.concerns and not any(d.parties in _TOUCHING for d in a.dimensions):
        found = _joined(_answers(a, b, a.dimensions, given))
        verdicts = found.verdicts if given.as_listed else found.verdicts | EQUAL
        return Judged(verdicts, found.answers, Reach.NOT_STATED, Reach.NOT_STATED, assumed=(_among(for_),))
    return _Asked(for_, given).judge(a, b)


def none_against(rule: Any, given: Given, for_: str | None = None) -> Judged:
    """How a rule compares with none at all."""
    if for_ is None:
        return Judged(_burden(rule), (), Reach.NONE)
    if not rule.dimensions:
        return Judged(ANY, (), Reach.NONE, Reach.NOT_STATED)
    return _Asked(for_, given).judge(None, rule)


def _burden(rule: Any) -> Verdicts:
    """How a rule compares with none at all, for those it exposes."""
    if rule.burden is None:
        return ANY
    return MORE if rule.burden else LESS


def _answers(a: Any, b: Any, dimensions: Iterable[Dimension], given: Given) -> tuple[Answer, ...]:
    return tuple(
        Answer(d.name, d.between(a, b, given), getattr(a, d.name), getattr(b, d.name))
        for d in dimensions
        if d.counts
    )


def _joined(answers: tuple[Answer, ...]) -> Judged:
    return Judged(Verdicts.product(answer.verdicts for answer in answers) if answers else ANY, answers)


_TOUCHING = (Stake.EXPOSED, Stake.EMPOWERED)
_MAY = frozenset({Reach.ALL, Reach.SOME, Reach.NONE})
_NOT = frozenset({Reach.NONE})
_SOME = frozenset({Reach.SOME})
_ALL = frozenset({Reach.ALL})
_SIZE = {Reach.NONE: 0, Reach.SOME: 1, Reach.ALL: 2}

Pairs = frozenset[tuple[Reach, Reach]]
"""How much of a party the first and the second rule touch, in every way that is possible."""


def _among(party: str) -> str:
    return f"{_said(party)} is among those concerned, which is not stated"


def _said(name: str) -> str:
    return name.replace("_", " ")


class _Asked:
    """One question about a party, and what had to be taken as given to answer it."""

    def __init__(self, party: str, given: Given) -> None:
        self.party, self.given = party, given
        self.assumed: dict[str, None] = {}

    def judge(self, a: Any, b: Any) -> Judged:
        """How *b* compares with *a*, which is None where there is no rule."""
        found: list[Judged] = []
        for stake in _TOUCHING:
            exposed = bool(found) and {found[0].before, found[0].after} != {Reach.NONE}
            if (judged := self._for(a, b, stake, exposed)) is not None:
                found.append(judged)
        if not found:
            return Judged(EQUAL, (), Reach.NONE, Reach.NONE)
        touched = [j for j in found if {j.before, j.after} != {Reach.NONE}] or found[:1]
        first = touched[0]
        if len(touched) > 1 and not _is_sure(first) and _is_sure(touched[1]):
            first = touched[1]
        return evolve(
            first,
            verdicts=Verdicts.product(j.verdicts for j in touched) if touched[1:] else first.verdicts,
            answers=tuple(answer for j in touched for answer in j.answers),
            assumed=tuple(self.assumed),
        )

    def _for(self, a: Any, b: Any, stake: Stake, exposed: bool) -> Judged | None:
        """What the rules mean for the party in one stake; None for a kind without such parties."""
        own = [d for d in b.dimensions if d.parties is stake]
        concerns = b.concerns if stake is Stake.EXPOSED else ()
        if not own and not concerns:
            return None
        pairs = self._pairs(a, b, stake, own, concerns, exposed)
        verdicts: Verdicts | None = None
        answers: tuple[Answer, ...] = ()
        for before, after in sorted(pairs, key=lambda pair: (_SIZE[pair[0]], _SIZE[pair[1]])):
            judged = self._with(a, b, before, after, own)
            verdicts = judged.verdicts if verdicts is None else verdicts | judged.verdicts
            answers = judged.answers or answers
        assert verdicts is not None
        if len(pairs) > 1 and len(verdicts.possible) > 1:
            silent = [d.name for d in b.dimensions if d in own or d.parties is Stake.SPARED]
            verdicts = Verdicts(verdicts.possible, (*verdicts.undecided, *silent))
        elif len(verdicts.possible) == 1:
            verdicts = Verdicts(verdicts.possible)
        if stake is Stake.EMPOWERED:
            verdicts = verdicts.mirror()
            answers = tuple(evolve(answer, verdicts=answer.verdicts.mirror()) for answer in answers)
        sides = [{pair[side] for pair in pairs} for side in (0, 1)]
        reach = [held.pop() if len(held) == 1 else Reach.NOT_STATED for held in sides]
        if _among(self.party) in self.assumed and stake is Stake.EXPOSED and own:
            reach = [
                how if how is Reach.NONE or any(is_stated(d.of(rule)) for d in own) else Reach.NOT_STATED
                for how, rule in zip(reach, (a, b), strict=True)
            ]
        return Judged(verdicts, answers, reach[0], reach[1], stake)

    def _with(self, a: Any, b: Any, before: Reach, after: Reach, own: list[Dimension]) -> Judged:
        """The answer if the rules touch so much of the party."""
        if Reach.NONE in (before, after):
            if before is after:
                return Judged(EQUAL, ())
            verdicts = _burden(b) if before is Reach.NONE else _burden(a).mirror()
            shown = own[:1] if a is not None else []
            told = (Answer(d.name, verdicts, getattr(a, d.name), getattr(b, d.name)) for d in shown)
            return Judged(verdicts, tuple(told))
        # Whoever is reached on both sides does not care who else is; of a role reached in part, more may be.
        drop = {d.name for d in own if all(self._of(d.of(rule)) == _ALL for rule in (a, b))}
        if Reach.SOME not in (before, after):
            drop |= {d.name for d in a.dimensions if d.parties is Stake.SPARED and self._only_roles(a, b, d)}
        return _joined(_answers(a, b, (d for d in a.dimensions if d.name not in drop), self.given))

    def _only_roles(self, a: Any, b: Any, dimension: Dimension) -> bool:
        """Whether what is spared is nothing but roles, on both sides."""
        sides = [dimension.of(rule) for rule in (a, b)]
        terms = [term for side in sides if isinstance(side, Scope) for term in side.include]
        return bool(terms) and all(self._roots(term.concept) for term in terms)

    # how much of the party is touched

    def _pairs(
        self, a: Any, b: Any, stake: Stake, own: list[Dimension], concerns: tuple[str, ...], exposed: bool
    ) -> Pairs:
        sure: frozenset[Reach] = self._of(concerns) if concerns else _NOT
        pairs = _each(_NOT if a is None else sure, sure, same=a is not None)
        silent = [rule is not None and not any(is_stated(d.of(rule)) for d in own) for rule in (a, b)]
        if stake is Stake.EMPOWERED:
            if exposed and self.given.as_listed and any(silent):
                self._assume(f"{_said(self.party)} does not hold the power, of which nobody says who does")
                return self._by_field(a, b, own, pairs, unstated=_NOT)
            return self._by_field(a, b, own, pairs)
        if self.given.as_listed and not all(silent[0 if a is not None else 1 :]):
            return self._less_spared(a, b, self._as_listed(a, b, own, pairs, silent))
        pairs = self._by_field(a, b, own, pairs)
        if own and a is not None and self.given.as_listed:
            self._assume(_among(self.party))
            pairs = _each(_ALL, _ALL)
        return self._less_spared(a, b, pairs)

    def _as_listed(self, a: Any, b: Any, own: list[Dimension], pairs: Pairs, silent: list[bool]) -> Pairs:
        """Where one field says whom a rule exposes, another that says nothing is taken to add nobody."""
        for rule, quiet in zip((a, b), silent, strict=True):
            unstated = [d.name for d in own if rule is not None and not quiet and not is_stated(d.of(rule))]
            if unstated:
                fields = " or ".join(map(_said, unstated))
                self._assume(f"{_said(self.party)} is not among {fields}, which is not stated")
        ways = []
        for side, (rule, quiet) in enumerate(zip((a, b), silent, strict=True)):
            held = frozenset(pair[side] for pair in pairs)
            for dimension in own if rule is not None and not quiet else ():
                found = self._of(dimension.of(rule), _NOT)
                held = frozenset(_wider(x, y) for x, y in pairings(held, found))
            ways.append(held)
        for side, quiet in enumerate(silent):
            if quiet and Reach.NONE not in ways[1 - side]:
                self._assume(_among(self.party))
                ways[side] = _ALL
            elif quiet:
                ways[side] = _MAY
        same = a is not None and all(self._alike(a, [d.of(a), d.of(b)]) for d in own) and not any(silent)
        return _each(ways[0], ways[1], same=same and ways[0] == ways[1])

    def _by_field(
        self, a: Any, b: Any, own: list[Dimension], pairs: Pairs, unstated: frozenset[Reach] = _MAY
    ) -> Pairs:
        for dimension in own:
            values = [None if rule is None else dimension.of(rule) for rule in (a, b)]
            one, other = (
                _NOT if rule is None else self._of(value, unstated)
                for rule, value in zip((a, b), values, strict=True)
            )
            found = _each(one, other, same=self._alike(a, values))
            pairs = frozenset((_wider(x, p), _wider(y, q)) for (x, y), (p, q) in pairings(pairs, found))
        return pairs

    def _alike(self, a: Any, values: list[Any]) -> bool:
        """Whether a field surely names the same parties on both sides, whoever they are."""
        if a is None:
            return False
        one, other = values
        if not is_stated(one) and not is_stated(other):
            return self.given.others_equal
        may_differ = isinstance(one, Scope) and one.openness is Openness.UNKNOWN
        return bool(one == other) and (not may_differ or self.given.as_listed or self.given.others_equal)

    def _less_spared(self, a: Any, b: Any, pairs: Pairs) -> Pairs:
        """What is left once those whom the rules spare are taken out."""
        if pairs == {(Reach.NONE, Reach.NONE)}:
            return pairs
        for dimension in b.dimensions:
            if dimension.parties is not Stake.SPARED:
                continue
            values = [None if rule is None else dimension.of(rule) for rule in (a, b)]
            ways = [_NOT if rule is None else self._spared(rule, dimension) for rule in (a, b)]
            found = _each(ways[0], ways[1], same=self._alike(a, values))
            pairs = frozenset((_left(x, p), _left(y, q)) for (x, y), (p, q) in pairings(pairs, found))
        return pairs

    def _spared(self, rule: Any, dimension: Dimension) -> frozenset[Reach]:
        """How much of what the rule touches of the party it spares again."""
        value = dimension.of(rule)
        if not is_stated(value):
            if not self.given.as_listed:
                return _MAY
            self._assume(f"{_said(self.party)} is not spared, where {_said(dimension.name)} are not stated")
            return _NOT
        found = self._of(value)
        if found == _ALL or not isinstance(value, Scope):
            return found
        inside = [
            role
            for held in rule.dimensions
            if held.parties is Stake.EXPOSED
            for role in _names(held.of(rule))
            if self.given.broader(self.party, role) is True and role != self.party
        ]
        covering = [term.concept for term in value.include if not term.qualifiers]
        if inside and covers(covering, inside, self.given.broader) is True:
            return _ALL
        return found

    def _of(self, value: object, unstated: frozenset[Reach] = _MAY) -> frozenset[Reach]:
        """How much of the party a field may name."""
        if value is None or (isinstance(value, Missing) and is_stated(value)):
            return _NOT
        if not is_stated(value):
            return unstated
        if not isinstance(value, Scope):
            return self._widest(_names(value))
        return self._of_scope(value)

    def _of_scope(self, scope: Scope) -> frozenset[Reach]:
        if not scope.include and scope.openness is not Openness.CLOSED:
            found = _MAY
        else:
            plain = self._widest(term.concept for term in scope.include if not term.qualifiers)
            found = frozenset(
                _wider(x, y)
                for x, y in pairings(plain, self._qualified(t for t in scope.include if t.qualifiers))
            )
            goes_on = scope.openness is Openness.OPEN
            if scope.openness is Openness.UNKNOWN:
                goes_on = not self.given.as_listed
                if found != _ALL and not goes_on:
                    self._assume("lists of parties that nobody calls open say all there is")
            if goes_on:
                found = frozenset(_wider(x, y) for x, y in pairings(found, _MAY))
        out = [term.concept for term in scope.exclude if not term.qualifiers]
        if any(self.given.broader(one, self.party) is True for one in out):
            return _NOT
        if scope.exclude:
            found = frozenset(Reach.SOME if x is Reach.ALL else x for x in found) | (
                found if not any(self.given.broader(self.party, one) is True for one in out) else frozenset()
            )
        return found

    def _qualified(self, terms: Iterable[ScopeTerm]) -> frozenset[Reach]:
        """Of what a qualifier narrows, some or all is left; of a wider concept the party may be no part."""
        found = _NOT
        for term in terms:
            if term.concept == self.party:
                way = _SOME | _ALL
            elif self.given.broader(self.party, term.concept) is True:
                way = _SOME
            else:
                way = _NOT if self._apart(term.concept) else _MAY
            found = frozenset(_wider(x, y) for x, y in pairings(found, way))
        return found

    def _widest(self, names: Iterable[str]) -> frozenset[Reach]:
        """How much of the party the roles named so are, each by itself."""
        held = tuple(names)
        whole = any_of(self.given.broader(role, self.party) for role in held)
        if whole is True:
            return _ALL
        some = any(self.given.broader(self.party, role) is True for role in held)
        near = [role for role in held if not self._apart(role)]
        if some:
            return (
                frozenset({Reach.SOME}) if whole is False or self.given.as_listed else frozenset(_MAY - _NOT)
            )
        if not near:
            return _NOT
        if self.given.as_listed:
            told = ", ".join(sorted(map(_said, near)))
            self._assume(f"no {_said(self.party)} is also {told}, since no vocabulary joins them")
            return _NOT
        return _SOME | _NOT if whole is False else _MAY

    def _apart(self, role: str) -> bool:
        """Whether nobody can be both that role and the party: people, bodies and the state are apart."""
        mine, theirs = self._roots(self.party), self._roots(role)
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _roots(self, name: str) -> frozenset[str]:
        return frozenset(root for root in _ROOTS if self.given.broader(root, name) is True)

    def _assume(self, sentence: str) -> None:
        self.assumed[sentence] = None


_ROOTS = ("natural_person", "legal_person", "state")
"""Roles under which the others stand."""


def _is_sure(judged: Judged) -> bool:
    return Reach.NOT_STATED not in (judged.before, judged.after)


def _each(one: frozenset[Reach], other: frozenset[Reach], *, same: bool = False) -> Pairs:
    return frozenset((x, x) for x in one) if same else frozenset(pairings(one, other))


def _wider(one: Reach, other: Reach) -> Reach:
    return one if _SIZE[one] >= _SIZE[other] else other


def _left(reach: Reach, spared: Reach) -> Reach:
    if spared is Reach.NONE or reach is Reach.NONE:
        return reach
    return Reach.NONE if spared is Reach.ALL else Reach.SOME


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, Scope):
        return tuple(term.concept for term in value.include if not term.qualifiers)
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()
