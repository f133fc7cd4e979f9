"""Dimensions: in what respects two rules of one kind compare, and for whom. One machine for all kinds.

A kind of rule lists its dimensions; each names a field and an order. The product rule joins the answers:
a rule is more restrictive than another when it is on no dimension less and on some dimension more so.
"""

from enum import Enum
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from ..errors import LawtrackError
from ..missing import NONE, UNKNOWN, Missing
from ..verdicts import ANY, Verdict, Verdicts
from .given import Given
from .orders import EQUAL, LESS, MORE, Order
from .scope import is_stated

__all__ = ["Answer", "Dimension", "Reach", "Stake"]


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

    def between(self, a: Any, b: Any, given: Given) -> Verdicts:
        """How the rule *b* stands to *a* in this respect."""
        return self.compare(self.of(a), self.of(b), given, a.kind)

    def compare(self, a: object, b: object, given: Given, kind: str = "") -> Verdicts:
        """How the value *b* stands to *a*; what nobody stated leaves all four answers open.

        Raises LawtrackError, naming dimension and *kind*, where the order raises or gives no Verdicts.
        """
        if not is_stated(a) or not is_stated(b):
            if given.others_equal and not is_stated(a) and not is_stated(b):
                return EQUAL
            return self._open(ANY)
        tokens = [value for value in (a, b) if isinstance(value, Missing)]
        if tokens and not (self.orders_none and all(token is NONE for token in tokens)):
            return EQUAL if a is b else self._open(self._of_tokens(a, b))
        try:
            found: object = self.order(a, b, given)
        except Exception as fault:
            said = f"raised {type(fault).__name__} on {a!r} and {b!r}: {fault}"
            raise LawtrackError(f"{self._called(kind)} {said}. {_AN_ORDER}") from fault
        if not isinstance(found, Verdicts):
            raise LawtrackError(f"{self._called(kind)} gave {type(found).__name__}. {_AN_ORDER}")
        return self._open(found)

    def _called(self, kind: str) -> str:
        of = f" of kind {kind!r}" if kind else ""
        return f"the order {getattr(self.order, '__name__', self.order)!r} of dimension {self.name!r}{of}"

    def _of_tokens(self, a: object, b: object) -> Verdicts:
        odd = [value for value in (a, b) if isinstance(value, Missing) and value is not NONE]
        if odd or not self.none:
            return ANY
        return MORE if (b is NONE) == (self.none == "most") else LESS

    def _open(self, found: Verdicts) -> Verdicts:
        return found if len(found.possible) == 1 else _named(found.possible, self.name)


_AN_ORDER = "An order takes two values of the field and what is given, and gives Verdicts"


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
