"""The ways the values of one kind of penalty can be ordered, given what is known.

Some values cannot be placed: an end left to the general part, an index unit against money, a multiple
of an unnamed bribe. Each *world* is one complete ordering that the known relations allow; a verdict is
then computed in every world and the answers are collected.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from attrs import field, frozen

from ..missing import Missing
from .relation import EQUAL, GREATER, LESS, OPEN, Signs, relation, turned
from .units import GENERAL_PART, Bound, Quantity, holds_unknown

__all__ = ["MOST_WORLDS", "Ranks", "TooManyWorlds", "Value", "ValueOrder", "value_relation", "worlds_of"]

MOST_WORLDS = 500
"""Most orderings looked at for one kind; beyond it nothing is decided."""


_MOST_VALUES = 60

Ranks = tuple[int, ...]
"""The rank of each of several values, in their order; equal ranks are ties."""


class TooManyWorlds(Exception):
    """So much is open that the orderings are not worth listing."""


@frozen(kw_only=True, cache_hash=True)
class Value:
    """How much of one kind: an end of a component, as a point on the line of its kind.

    Attributes:
        bound: Canonical bound, its words kept.
        edge: -1 just below the bound (``<2y``), 1 just above (``>0y``), else 0.
        per: Unit the amount is paid for each of.
        cap: Ceiling of the sum.
        mark: Tells apart ends and ceilings that need not be equal though they look alike; empty for
            everything known.
    """

    bound: Bound
    edge: int = 0
    per: str | None = None
    cap: Bound | None = None
    mark: str = ""
    _scale: tuple[object, ...] | None = field(init=False, eq=False, repr=False, default=None)
    _size: int | Fraction = field(init=False, eq=False, repr=False, default=0)

    def __attrs_post_init__(self) -> None:
        # Most values are plain amounts, and those of one unit are told apart by their numbers alone.
        if isinstance(self.bound, Quantity) and not self.mark and not holds_unknown(self.cap):
            amount = self.bound.amount
            object.__setattr__(self, "_scale", (self.bound.unit, self.bound.basis, self.per, self.cap))
            object.__setattr__(self, "_size", amount.numerator if amount.denominator == 1 else amount)

    @property
    def is_open(self) -> bool:
        """Whether the bound is an unstated or unknown end."""
        return self.bound is GENERAL_PART or isinstance(self.bound, Missing)


def value_relation(a: Value, b: Value) -> Signs:
    """The signs that ``a - b`` can have, as far as the two values themselves tell."""
    if a is b:
        return EQUAL
    if a._scale is not None and a._scale == b._scale:
        if a._size == b._size:
            return EQUAL if a.edge == b.edge else GREATER if a.edge > b.edge else LESS
        return GREATER if a._size > b._size else LESS
    return _by_bounds(a, b)


def _by_bounds(a: Value, b: Value) -> Signs:
    if a == b:
        return EQUAL
    if a.per != b.per:
        return OPEN
    if a.is_open and b.is_open:
        return OPEN
    signs = relation(a.bound, b.bound)
    if a.cap != b.cap or holds_unknown(a.cap):
        capped = _cap_relation(a.cap, b.cap)
        if signs == EQUAL:
            signs = capped
        elif capped != signs:
            return OPEN
    if 0 in signs and a.edge != b.edge:
        signs = signs - EQUAL | (GREATER if a.edge > b.edge else LESS)
    return signs


def _cap_relation(a: Bound | None, b: Bound | None) -> Signs:
    if a is None or b is None:
        return GREATER if a is None else LESS
    return relation(a, b)


@frozen(kw_only=True)
class ValueOrder:
    """The values of one kind that a comparison meets, and what is known of their order.

    Attributes:
        lows: Values that minima take.
        highs: Values that maxima take.
        spans: Pairs of low and high of one component: the first is never above the second.
    """

    lows: tuple[Value, ...]
    highs: tuple[Value, ...]
    spans: tuple[tuple[Value, Value], ...] = ()
    _above: Mapping[Value, tuple[Value, ...]] = field(init=False, eq=False, repr=False)
    _below: Mapping[Value, tuple[Value, ...]] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        above: dict[Value, tuple[Value, ...]] = {}
        below: dict[Value, tuple[Value, ...]] = {}
        for low, high in self.spans:
            if low.is_open:
                above[low] = (*above.get(low, ()), high)
            if high.is_open:
                below[high] = (*below.get(high, ()), low)
        object.__setattr__(self, "_above", above)
        object.__setattr__(self, "_below", below)

    def signs(self, a: Value, b: Value) -> Signs:
        """The signs that ``a - b`` can have, the spans taken into account."""
        if a == b:
            return EQUAL
        narrowed = self._narrowed(a, b) & turned(self._narrowed(b, a))
        return narrowed or OPEN

    def _narrowed(self, a: Value, b: Value) -> Signs:
        signs = value_relation(a, b)
        if not a.is_open:
            return signs
        for high in self._above.get(a, ()):
            if high == b or self._limited(high, b) <= LESS | EQUAL:
                signs &= LESS if high != b and self._limited(high, b) == LESS else LESS | EQUAL
        for low in self._below.get(a, ()):
            if low == b or self._limited(low, b) <= GREATER | EQUAL:
                signs &= GREATER if low != b and self._limited(low, b) == GREATER else GREATER | EQUAL
        return signs

    def _limited(self, known: Value, b: Value) -> Signs:
        """``known - b``, where *b* may itself be an open end with limits."""
        signs = value_relation(known, b)
        if any(value_relation(known, high) <= GREATER | EQUAL for high in self._above.get(b, ())):
            least = any(value_relation(known, high) == GREATER for high in self._above.get(b, ()))
            signs &= GREATER if least else GREATER | EQUAL
        if any(value_relation(known, low) <= LESS | EQUAL for low in self._below.get(b, ())):
            most = any(value_relation(known, low) == LESS for low in self._below.get(b, ()))
            signs &= LESS if most else LESS | EQUAL
        return signs or OPEN

    def worlds(self) -> list[tuple[Ranks, Ranks]]:
        """Every distinct pair of ranks, of the lows and of the highs, that the known facts allow.

        Ranks stand in the order of ``lows`` and of ``highs``.

        Raises:
            TooManyWorlds: When more than MOST_WORLDS orderings come up.
        """
        values = list(dict.fromkeys((*self.lows, *self.highs)))
        # Values that others can be placed against come first, so that fewer branches die late.
        values.sort(key=lambda value: value.is_open)
        if len(values) > _MOST_VALUES:
            raise TooManyWorlds
        # Numbers stand for the values from here on: hashing exact amounts is what would cost most.
        table = [[self.signs(a, b) for b in values] for a in values]
        place = {value: i for i, value in enumerate(values)}
        lows, highs = ([place[value] for value in held] for held in (self.lows, self.highs))
        seen: dict[tuple[Ranks, Ranks], None] = {}
        for count, order in enumerate(_weak_orders(len(values), table)):
            if count >= MOST_WORLDS:
                raise TooManyWorlds
            rank = {value: i for i, block in enumerate(order) for value in block}
            seen.setdefault((_dense(lows, rank), _dense(highs, rank)))
        return list(seen)


# Codes state few amounts in many clauses, so the same values meet again and again.
@lru_cache(maxsize=4096)
def worlds_of(
    lows: tuple[Value, ...], highs: tuple[Value, ...], spans: tuple[tuple[Value, Value], ...]
) -> tuple[tuple[Ranks, Ranks], ...]:
    """The worlds of :class:`ValueOrder`; none when there are too many."""
    low, high = _settled(lows), _settled(highs)
    if low is not None and high is not None:
        return ((low, high),)
    try:
        return tuple(ValueOrder(lows=lows, highs=highs, spans=spans).worlds())
    except TooManyWorlds:
        return ()


def _settled(values: tuple[Value, ...]) -> Ranks | None:
    """The one way in which *values* are ordered; None when any two of them may stand otherwise."""
    if len(values) < 2:
        return (0,) * len(values)
    scale = values[0]._scale
    if scale is not None and all(value._scale == scale for value in values):
        keys = [(value._size, value.edge) for value in values]
        place = {key: i for i, key in enumerate(sorted(set(keys)))}
        return tuple(place[key] for key in keys)
    signs = [[value_relation(a, b) for b in values] for a in values]
    if any(len(held) != 1 for row in signs for held in row):
        return None
    below = [sum(1 in held for held in row) for row in signs]
    return _dense(range(len(values)), below)


def _dense(values: Iterable[int], rank: Mapping[int, int] | Sequence[int]) -> Ranks:
    held = [rank[value] for value in values]
    place = {height: i for i, height in enumerate(sorted(set(held)))}
    return tuple(place[height] for height in held)


def _weak_orders(count: int, table: Sequence[Sequence[Signs]]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Orderings with ties of 0 … *count* - 1 in which every pair stands as *table* allows."""
    if not count:
        yield ()
        return
    last = count - 1
    signs = table[last]
    for order in _weak_orders(last, table):
        for at in range(len(order) + 1):
            under, over = order[:at], order[at:]
            if all(1 in signs[v] for block in under for v in block):
                if all(-1 in signs[v] for block in over for v in block):
                    yield (*under, (last,), *over)
                tied = over and all(0 in signs[v] for v in over[0])
                if tied and all(-1 in signs[v] for block in over[1:] for v in block):
                    yield (*under, (*over[0], last), *over[1:])
            else:
                break
