"""Verdicts as sets of answers that are still possible, and three-valued truth.

A comparison of two legal things seldom has one certain answer. A :class:`Verdicts` holds every answer
that the known facts leave open: one answer is definite, four are no knowledge at all. The product rule
and the four answers follow the componentwise order: a thing is more restrictive than another when it is on
no dimension less and on some dimension more so.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import Enum
from functools import lru_cache
from itertools import combinations
from itertools import product as pairings
from typing import TYPE_CHECKING, Literal, NoReturn, TypeVar

from attrs import field, frozen

from .missing import UNKNOWN, Missing

__all__ = [
    "ANY",
    "PartlyOrdered",
    "Truth",
    "Verdict",
    "Verdicts",
    "all_of",
    "any_of",
    "group_key",
    "negate",
    "tiers",
]

T = TypeVar("T")

Truth = bool | Literal[Missing.UNKNOWN]
"""True, False, or UNKNOWN when the facts do not decide."""


def all_of(answers: Iterable[Truth]) -> Truth:
    """Kleene's *and*: False if any is False, else UNKNOWN if any is, else True."""
    found: Truth = True
    for answer in answers:
        if answer is False:
            return False
        if answer is UNKNOWN:
            found = UNKNOWN
    return found


def any_of(answers: Iterable[Truth]) -> Truth:
    """Kleene's *or*: True if any is True, else UNKNOWN if any is, else False."""
    found: Truth = False
    for answer in answers:
        if answer is True:
            return True
        if answer is UNKNOWN:
            found = UNKNOWN
    return found


def negate(answer: Truth) -> Truth:
    """Kleene's *not*: UNKNOWN stays UNKNOWN."""
    return UNKNOWN if isinstance(answer, Missing) else not answer


class Verdict(Enum):
    """How the second of two things compares with the first, for one party."""

    MORE_RESTRICTIVE = "more_restrictive"
    LESS_RESTRICTIVE = "less_restrictive"
    EQUIVALENT = "equivalent"
    INCOMPARABLE = "incomparable"

    def mirror(self) -> "Verdict":
        """The verdict of the comparison made the other way round."""
        return _MIRROR.get(self, self)


_MIRROR = {
    Verdict.MORE_RESTRICTIVE: Verdict.LESS_RESTRICTIVE,
    Verdict.LESS_RESTRICTIVE: Verdict.MORE_RESTRICTIVE,
}


class PartlyOrdered:
    """Mixin for things that have no total order: ``<``, ``sorted`` and ``max`` raise TypeError."""

    __slots__ = ()

    def _refuse(self, other: object) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} values are only partly ordered, so they cannot be sorted; "
            "compare two with .compare(), or group a selection with .tiers()"
        )

    if not TYPE_CHECKING:  # mypy's attrs plugin gives every attrs class comparison methods of its own
        __lt__ = __le__ = __gt__ = __ge__ = _refuse


def _sorted_names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


@frozen(order=False)
class Verdicts(PartlyOrdered):
    """The verdicts that the known facts leave possible; never empty.

    Attributes:
        possible: The answers still open.
        undecided: Names of the fields that would decide, sorted; empty when the verdict is definite.
    """

    possible: frozenset[Verdict] = field()
    undecided: tuple[str, ...] = field(default=(), converter=_sorted_names)

    @possible.validator
    def _not_empty(self, attribute: object, value: frozenset[Verdict]) -> None:
        if not value:
            raise ValueError("a verdict needs at least one possible answer")

    @classmethod
    def of(cls, *possible: Verdict, undecided: Iterable[str] = ()) -> "Verdicts":
        """The verdict that leaves exactly *possible* open."""
        return cls(frozenset(possible), tuple(undecided))

    @property
    def verdict(self) -> Verdict | Missing:
        """The one possible answer, or UNKNOWN while several are."""
        return next(iter(self.possible)) if self.is_definite else UNKNOWN

    @property
    def is_definite(self) -> bool:
        """Whether a single answer is left."""
        return len(self.possible) == 1

    def mirror(self) -> "Verdicts":
        """The verdict of the comparison made the other way round."""
        return Verdicts(_mirrored(self.possible), self.undecided)

    def __or__(self, other: "Verdicts") -> "Verdicts":
        """Every answer that either leaves possible."""
        return Verdicts(self.possible | other.possible, self.undecided + other.undecided)

    @classmethod
    def product(cls, dimensions: Iterable["Verdicts"]) -> "Verdicts":
        """Combine verdicts on several dimensions into one.

        All equal is equal; equal or more, with at least one more, is more; its mirror is less; anything
        else is incomparable. Open dimensions give the union over every combination of their answers.
        """
        left = _ALIKE
        undecided: tuple[str, ...] = ()
        for verdicts in dimensions:
            left = _joined(left, verdicts.possible)
            undecided += verdicts.undecided
        return cls(left, undecided if len(left) > 1 else ())

    def words(self, *, sanction: bool = False) -> str:
        """The verdict in words; sanctions say HARSHER and MILDER for the first two."""
        names = [_word(v, sanction) for v in Verdict if v in self.possible]
        if self.is_definite:
            return names[0]
        if len(names) == len(Verdict):
            return "UNKNOWN"
        return f"UNKNOWN ({' or '.join(names)})"

    def __str__(self) -> str:
        return self.words()


ANY = Verdicts(frozenset(Verdict))
"""Nothing is known: all four answers are possible."""


def _word(verdict: Verdict, sanction: bool) -> str:
    if sanction and verdict is Verdict.MORE_RESTRICTIVE:
        return "HARSHER"
    if sanction and verdict is Verdict.LESS_RESTRICTIVE:
        return "MILDER"
    return verdict.name


_ALIKE = frozenset({Verdict.EQUIVALENT})


@lru_cache(maxsize=16)
def _mirrored(possible: frozenset[Verdict]) -> frozenset[Verdict]:
    return frozenset(verdict.mirror() for verdict in possible)


# Fifteen sets of answers on either side, so that every combination is soon known.
@lru_cache(maxsize=256)
def _joined(left: frozenset[Verdict], right: frozenset[Verdict]) -> frozenset[Verdict]:
    return frozenset(_join(a, b) for a, b in pairings(left, right))


def _join(a: Verdict, b: Verdict) -> Verdict:
    if a is Verdict.EQUIVALENT:
        return b
    if b is Verdict.EQUIVALENT or a is b:
        return a
    return Verdict.INCOMPARABLE


def tiers(
    items: Sequence[T],
    compare: Callable[[T, T], Verdicts],
    *,
    key: Callable[[T], Hashable] | None = None,
) -> tuple[tuple[T, ...], ...]:
    """Group *items* into tiers, the mildest first.

    ``compare(a, b)`` says how *b* compares with *a*; each pair is asked about once, and the answer the other
    way round is its mirror. An item stands one tier above the highest item that is definitely milder,
    whatever the order in which the items are given; items of one tier may be equivalent, incomparable or
    undecided. Within a tier the given order is kept.

    *key* gives what the comparison looks at: items of equal key are never asked about against each other,
    and share a tier. Raises ValueError when definite answers lead in a circle.
    """
    groups: dict[object, int] = {}
    heads: list[T] = []
    group_of: list[int] = []
    for item in items:
        place = groups.setdefault(group_key(key(item)), len(heads)) if key else len(heads)
        if place == len(heads):
            heads.append(item)
        group_of.append(place)
    level = _heights(heads, compare)
    grouped: list[list[T]] = [[] for _ in range(max(level, default=-1) + 1)]
    for item, place in zip(items, group_of, strict=True):
        grouped[level[place]].append(item)
    return tuple(map(tuple, grouped))


def group_key(held: object) -> object:
    """*held* itself to group by; what cannot be hashed, as a list of a study's class, stands alone."""
    try:
        hash(held)
    except TypeError:
        return _Alone()
    return held


class _Alone:
    """A key that equals no other."""


def _heights(heads: Sequence[T], compare: Callable[[T, T], Verdicts]) -> list[int]:
    """For each item the number of items on the longest way up to it over definite answers."""
    harsher: list[list[int]] = [[] for _ in heads]
    waits_for = [0] * len(heads)
    for (i, one), (j, other) in combinations(enumerate(heads), 2):
        verdict = compare(one, other).verdict
        if verdict is Verdict.MORE_RESTRICTIVE:
            harsher[i].append(j)
            waits_for[j] += 1
        elif verdict is Verdict.LESS_RESTRICTIVE:
            harsher[j].append(i)
            waits_for[i] += 1
    level = [0] * len(heads)
    ready = [i for i, milder in enumerate(waits_for) if not milder]
    for i in ready:  # grows while it is walked: an item is ready once all that are milder are done
        for j in harsher[i]:
            level[j] = max(level[j], level[i] + 1)
            waits_for[j] -= 1
            if not waits_for[j]:
                ready.append(j)
    if len(ready) < len(heads):
        raise ValueError(
            f"the definite comparisons of {len(heads) - len(ready)} items lead in a circle, each above the "
            "one before it, so they have no tiers; mend the comparison"
        )
    return level
