"""Read bounds and spans from tokens: the part of the notation that deals with amounts."""

from fractions import Fraction
from typing import Final, Literal

from ..errors import nearest
from ..missing import UNKNOWN
from .parts import Span
from .relation import GREATER, OPEN, relation
from .tokens import NotationError, Token, tokenize
from .units import (
    INDEX_UNITS,
    LIFE,
    LIFE_WITHOUT_RELEASE,
    TIME_UNITS,
    UNLIMITED,
    Basis,
    Bound,
    Greatest,
    Quantity,
    Quoted,
    Reference,
    is_unit,
)

__all__ = ["BoundReader"]

_DEEPEST = 3
_WIDEST = 8
_COMPARISONS: Final = ("<=", ">=", "<", ">", "=")
_UNITS = (*TIME_UNITS, *INDEX_UNITS, "USD", "EUR", "GBP", "CAD", "RUB", "KZT", "UYU")
_LONG_NAMES = {"year": "y", "month": "mo", "week": "w", "day": "d", "hour": "h", "m": "mo"}
# Words that cannot be the basis of a multiple because they begin what may follow it.
_RESERVED = frozenset({"cap", "all", "if"})
_BOUND = "an amount such as 5y, 200 MCI or x20 bribe, or life, unlimited, ref(…), max(…)"


class BoundReader:
    """A cursor over the tokens of one text, with the rules for bounds and spans.

    Every method reads from the cursor on, moves it, and raises only NotationError.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = tokenize(text)
        self._at = 0

    # the cursor

    @property
    def next(self) -> Token:
        """The token under the cursor."""
        return self._tokens[self._at]

    def ahead(self, steps: int) -> Token:
        """The token *steps* further on, or the end."""
        return self._tokens[min(self._at + steps, len(self._tokens) - 1)]

    def take(self) -> Token:
        """The token under the cursor; moves on, except at the end."""
        token = self.next
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def sees(self, *what: str) -> bool:
        """Whether the next token is one of these signs or sorts of token."""
        return self.next.what in what

    def sees_word(self, *words: str) -> bool:
        """Whether the next token is one of these names."""
        return self.next.what == "name" and self.next.text in words

    def want(self, what: str, expected: str) -> Token:
        """Take a token of this sort or fail with *expected*."""
        if not self.sees(what):
            raise self.fault(expected)
        return self.take()

    def fault(
        self, expected: str, hint: str = "", *, code: str = "LT-PEN-006", at: int | None = None
    ) -> NotationError:
        """An error at the next token, or at index *at*."""
        return NotationError(self.text, self.next.start if at is None else at, expected, hint, code=code)

    # amounts

    def quoted(self, expected: str) -> str:
        """A parenthesised string: the rest of ``ref("…")`` or ``if("…")``."""
        self.want("(", f"an opening parenthesis before {expected}")
        words = self.want("string", f"{expected} in double quotes").text[1:-1]
        self.want(")", "a closing parenthesis")
        return words

    def life(self) -> Literal["life", "life+"]:
        """``life`` or ``life+``; ``life + confiscation!`` is life with an extra."""
        word = self.take()
        plus = self.next
        follows = self.ahead(1)
        adds = follows.what == "name" and not (
            follows.text in ("cap", "if") or (follows.text == "all" and self.ahead(2).what == ":")
        )
        if plus.what == "+" and plus.start == word.start + len(word.text) and not adds:
            self.take()
            return "life+"
        return "life"

    def bound(self, depth: int = 0) -> Bound:
        """One bound."""
        if self.sees("number", "multiple"):
            return self._quantity()
        if self.sees_word("life"):
            return LIFE if self.life() == "life" else LIFE_WITHOUT_RELEASE
        if self.sees_word("unlimited"):
            self.take()
            return UNLIMITED
        if self.sees_word("unknown"):
            self.take()
            return UNKNOWN
        if self.sees_word("ref"):
            return self._reference()
        if self.sees_word("max", "min"):
            return self._greatest(depth)
        raise self.fault(_BOUND)

    def _reference(self) -> Reference:
        self.take()
        return Reference(self.quoted("the provision referred to"))

    def _greatest(self, depth: int) -> Greatest:
        word = self.take()
        if depth >= _DEEPEST:
            raise self.fault(f"at most {_DEEPEST} levels of max and min", at=word.start)
        self.want("(", "an opening parenthesis")
        of = [self.bound(depth + 1)]
        while self.sees(","):
            self.take()
            of.append(self.bound(depth + 1))
        if len(of) > _WIDEST:
            raise self.fault(f"at most {_WIDEST} bounds inside {word.text}", at=word.start)
        self.want(")", "a comma or a closing parenthesis")
        return Greatest(which="max" if word.text == "max" else "min", of=tuple(of))

    def _number(self, digits: str, start: int) -> Fraction:
        if digits.endswith("/0") or ("/" in digits and int(digits.split("/")[1]) == 0):
            raise self.fault("a fraction with a denominator above zero", at=start)
        return Fraction(digits)

    def _basis(self) -> Basis | None:
        if self.sees("string"):
            return Quoted(self.take().text[1:-1])
        if self.sees_word("ref"):
            return self._reference()
        if self.sees("name") and self.next.text not in _RESERVED:
            return self.take().text
        return None

    def _quantity(self) -> Quantity:
        token = self.take()
        if token.what == "multiple":
            amount = self._number(token.text[1:].strip(), token.start)
            return Quantity(amount=amount, unit="x", basis=self._basis())
        amount = self._number(token.text, token.start)
        if self.sees("%"):
            self.take()
            return Quantity(amount=amount, unit="%", basis=self._basis())
        if self.sees("name") and is_unit(self.next.text):
            return Quantity(amount=amount, unit=self.take().text)
        raise self._lacks_unit(token)

    def _lacks_unit(self, number: Token) -> NotationError:
        if self.sees("name") and self.next.text not in _RESERVED:
            word = self.next.text
            folded = word.casefold().rstrip("s")
            near = _LONG_NAMES.get(folded) or nearest(word, _UNITS)
            hint = f"Did you mean {near!r}?" if near else f"Units: {', '.join(_UNITS)}, x20, 50%."
            return self.fault(f"a unit after the number, not {word!r}", hint)
        return self.fault("a unit after the number", f"Write {number.text}y or {number.text}mo, say.")

    # spans

    def span(self) -> Span | None:
        """A span, or None when no span begins here."""
        for sign in _COMPARISONS:
            if self.sees(sign):
                self.take()
                return self._compared(sign)
        start = self.next
        if self.sees("number") and self.ahead(1).what == "..":
            return self._shared_unit()
        if not (self.sees("number", "multiple") or self.sees_word(*_WORDS)):
            return None
        first = self.bound()
        if self.sees(".."):
            self.take()
            return self._range(first, self.bound(), start.start)
        if first in (LIFE, LIFE_WITHOUT_RELEASE, UNLIMITED):
            return Span("", first)
        raise self.fault(
            "a sign before a single amount",
            f"Write ={first} for exactly that, <={first} for up to that.",
            at=start.start,
        )

    def _compared(self, sign: Literal["<=", ">=", "<", ">", "="]) -> Span:
        bound = self.bound()
        if self.sees(".."):
            raise self.fault("one bound after the sign", f"A range has no sign: write {bound}..… without it.")
        return Span(sign, bound)

    def _shared_unit(self) -> Span:
        """``3..8y``: the unit or basis of the high end serves for the low one."""
        number = self.take()
        amount = self._number(number.text, number.start)
        self.take()
        high = self.bound()
        if not isinstance(high, Quantity) or high.unit == "x":
            hint = f"Write x{number.text}.." if isinstance(high, Quantity) else f"Write {number.text}y, say."
            raise self.fault("a unit after the low end of this range", hint, at=number.start)
        return self._range(Quantity(amount=amount, unit=high.unit, basis=high.basis), high, number.start)

    def _range(self, low: Bound, high: Bound, start: int) -> Span:
        if isinstance(low, Quantity) and isinstance(high, Quantity):
            if low.is_multiple and high.is_multiple and low.basis is None:
                low = Quantity(amount=low.amount, unit=low.unit, basis=high.basis)
            elif _never_meet(low, high):
                raise self.fault(
                    "one unit at both ends of a range",
                    f"{low} and {high} cannot be compared; give both ends in one unit.",
                    code="LT-PEN-005",
                    at=start,
                )
        if relation(low, high) == GREATER:
            raise self.fault(
                "a minimum that is not above the maximum",
                f"Write {Span('..', high, low)} if the ends were swapped.",
                code="LT-PEN-001",
                at=start,
            )
        return Span("..", low, high)


_WORDS = ("life", "unlimited", "unknown", "ref", "max", "min")


def _never_meet(low: Quantity, high: Quantity) -> bool:
    """Whether two amounts are in units that no clause puts into one range (a multiple may meet any)."""
    if low.is_multiple or high.is_multiple or (low.is_time and high.is_time):
        return False
    return low.unit != high.unit and (relation(low, high) == OPEN or 0 in (low.amount, high.amount))
