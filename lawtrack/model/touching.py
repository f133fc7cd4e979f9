"""How much of a party two rules of one kind touch, in every way that silence leaves possible.

Where lists are read as complete, silence about a party is read in one way only; each such reading is kept as
a sentence, so that an answer can tell what it rests on.
"""

from collections.abc import Iterable
from itertools import product as pairings
from typing import Any

from ..missing import Missing
from ..verdicts import any_of
from .dimension import Dimension, Reach, Stake
from .given import Given
from .orders import covers
from .scope import Openness, Scope, ScopeTerm, is_stated

__all__ = ["Pairs", "Touching", "among"]

_MAY = frozenset({Reach.ALL, Reach.SOME, Reach.NONE})
_NOT = frozenset({Reach.NONE})
_SOME = frozenset({Reach.SOME})
_ALL = frozenset({Reach.ALL})
_SIZE = {Reach.NONE: 0, Reach.SOME: 1, Reach.ALL: 2}

Pairs = frozenset[tuple[Reach, Reach]]
"""How much of a party the first and the second rule touch, in every way that is possible."""


def among(party: str) -> str:
    """The assumption that a rule which names nobody touches the party."""
    return f"{_said(party)} is among those concerned, which is not stated"


def _said(name: str) -> str:
    return name.replace("_", " ")


class Touching:
    """One question about a party.

    Attributes:
        assumed: What silence about the party was taken to mean, as sentences in order.
    """

    def __init__(self, party: str, given: Given) -> None:
        self.party, self.given = party, given
        self.assumed: dict[str, None] = {}

    @property
    def is_taken_in(self) -> bool:
        """Whether the party was taken to be among those whom nobody names."""
        return among(self.party) in self.assumed

    def pairs(
        self, a: Any, b: Any, stake: Stake, own: list[Dimension], concerns: tuple[str, ...], exposed: bool
    ) -> Pairs:
        """How much of the party *a*, which is None where there is no rule, and *b* touch in that stake.

        *exposed* says that the party was found to bear what the rules are about.
        """
        sure: frozenset[Reach] = self.of(concerns) if concerns else _NOT
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
            self._assume(among(self.party))
            pairs = _each(_ALL, _ALL)
        return self._less_spared(a, b, pairs)

    def names_only_roles(self, a: Any, b: Any, dimension: Dimension) -> bool:
        """Whether what is spared is nothing but roles, on both sides."""
        sides = [dimension.of(rule) for rule in (a, b)]
        terms = [term for side in sides if isinstance(side, Scope) for term in side.include]
        return bool(terms) and all(self._roots(term.concept) for term in terms)

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
                found = self.of(dimension.of(rule), _NOT)
                held = frozenset(_wider(x, y) for x, y in pairings(held, found))
            ways.append(held)
        for side, quiet in enumerate(silent):
            if quiet and Reach.NONE not in ways[1 - side]:
                self._assume(among(self.party))
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
                _NOT if rule is None else self.of(value, unstated)
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
        found = self.of(value)
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

    def of(self, value: object, unstated: frozenset[Reach] = _MAY) -> frozenset[Reach]:
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
