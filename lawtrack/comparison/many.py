"""Comparing many rules with one another: each value is coded once, each pair of values compared once."""

from collections.abc import Hashable
from itertools import combinations

from ..missing import Missing
from ..model.dimension import Dimension
from ..model.rule import Rule, compares_itself, tag_of
from ..verdicts import ANY, Verdict, Verdicts
from .grounds import Grounds
from .pairs import compare_rules

__all__ = ["ManyRules"]

_ORDER = tuple(Verdict)
_BIT = {verdict: 1 << i for i, verdict in enumerate(_ORDER)}
_SETS: tuple[frozenset[Verdict], ...] = tuple(
    frozenset(verdict for verdict in _ORDER if mask & _BIT[verdict]) for mask in range(16)
)


def _mask(verdicts: Verdicts) -> int:
    return sum(_BIT[verdict] for verdict in verdicts.possible)


def _joined(a: int, b: int) -> int:
    if not a or not b:
        return 0
    return _mask(Verdicts.product((Verdicts(_SETS[a]), Verdicts(_SETS[b]))))


_JOIN = tuple(tuple(_joined(a, b) for b in range(16)) for a in range(16))
"""The product rule on sets of answers written as four bits."""

_EQUAL = _BIT[Verdict.EQUIVALENT]
_APART = _BIT[Verdict.INCOMPARABLE]
_VERDICTS = tuple(Verdicts(_SETS[mask]) if mask else ANY for mask in range(16))


def _is_single(mask: int) -> bool:
    return mask & (mask - 1) == 0


class _Column:
    """The values that one dimension has met, and how those compare that were asked about."""

    __slots__ = ("codes", "dimension", "kind", "met", "values")

    def __init__(self, dimension: Dimension, kind: str) -> None:
        self.dimension, self.kind = dimension, kind
        self.codes: dict[tuple[type, Hashable], int] = {}
        self.values: list[object] = []
        self.met: dict[tuple[int, int], int] = {}

    def code(self, value: Hashable) -> int:
        key = (type(value), value)
        code = self.codes.get(key)
        if code is None:
            code = self.codes[key] = len(self.values)
            self.values.append(value)
        return code


class ManyRules:
    """Compares rules by the same dimensions as :func:`lawtrack.compare`, for those whom they expose.

    Give each rule to :meth:`add` once; :meth:`compare` then takes the numbers it gave. :meth:`answer`
    names what would decide; for values and reasons ask :func:`lawtrack.compare` about the pair that matters.
    """

    def __init__(self, grounds: Grounds) -> None:
        self._grounds = grounds
        self._columns: dict[type[Rule], tuple[_Column, ...]] = {}
        self._rules: list[Rule | Missing] = []
        self._coded: list[tuple[int, ...] | None] = []

    def __len__(self) -> int:
        return len(self._rules)

    def add(self, rule: Rule | Missing) -> int:
        """Take in a rule, or a token where one is missing; gives the number by which to ask about it."""
        self._rules.append(rule)
        self._coded.append(self._codes(rule))
        return len(self._rules) - 1

    def _codes(self, rule: Rule | Missing) -> tuple[int, ...] | None:
        if isinstance(rule, Missing) or not rule.dimensions or compares_itself(rule):
            return None
        cls = type(rule)
        columns = self._columns.get(cls)
        if columns is None:
            counted = (dimension for dimension in rule.dimensions if dimension.counts)
            columns = self._columns[cls] = tuple(_Column(dimension, rule.kind) for dimension in counted)
        try:
            return tuple(column.code(column.dimension.of(rule)) for column in columns)
        except TypeError:  # a class of a study may hold a list
            return None

    def compare(self, first: int, second: int) -> Verdicts:
        """How the rule of the second number compares with that of the first."""
        return _VERDICTS[self.mask(first, second)]

    def answer(self, first: int, second: int) -> Verdicts:
        """The same, with the names of the dimensions that would decide while several answers are left."""
        found = self.mask(first, second)
        a, b = self._coded[first], self._coded[second]
        one, other = self._rules[first], self._rules[second]
        if _is_single(found) or a is None or b is None or type(one) is not type(other):
            return _VERDICTS[found]
        columns = self._columns[type(one)]  # type: ignore[index]  # what is coded is a rule
        open_ones = (
            column.dimension.name
            for column, x, y in zip(columns, a, b, strict=True)
            if not _is_single(column.met[x, y])
        )
        return Verdicts(_SETS[found], tuple(open_ones))

    def mask(self, first: int, second: int) -> int:
        """The same as four bits, in the order of :class:`lawtrack.verdicts.Verdict`."""
        a, b = self._coded[first], self._coded[second]
        one, other = self._rules[first], self._rules[second]
        if a is None or b is None or isinstance(one, Missing) or type(one) is not type(other):
            return self._slowly(one, other)
        found = _EQUAL
        for column, x, y in zip(self._columns[type(one)], a, b, strict=True):
            answer = column.met.get((x, y))
            if answer is None:
                answer = self._meet(column, x, y)
            found = _JOIN[found][answer]
            if found == _APART:  # nothing on another dimension changes that
                return found
        return found

    def _meet(self, column: _Column, x: int, y: int) -> int:
        found = column.dimension.compare(column.values[x], column.values[y], self._grounds.given, column.kind)
        answer = column.met[x, y] = _mask(found)
        return answer

    def _slowly(self, one: Rule | Missing, other: Rule | Missing) -> int:
        found = compare_rules(one, other, self._grounds, quick=True)
        return _mask(found.verdicts) if found.same_kind else _APART

    def counts(self) -> dict[frozenset[Verdict], int]:
        """How many pairs of rules of one kind leave which answers; each pair is counted once."""
        kinds = [tag_of(rule) for rule in self._rules]
        held = [0] * 16
        for i, j in combinations(range(len(kinds)), 2):
            if kinds[i] == kinds[j]:
                held[self.mask(i, j)] += 1
        return {_SETS[mask]: count for mask, count in enumerate(held) if count}
