"""Amounts in a Kazakh clause: the case of the number or unit, and the word behind it, say which end it is."""

from typing import Any, Final

from ...penalties.units import Basis
from ..amounts import Amount, End, life
from ..lexicon import Item
from ..misprints import ForgivingReader

__all__ = ["KazakhAmounts"]

_SHARES: Final = frozenset({"%", "x"})


class KazakhAmounts(ForgivingReader):
    """The part of the reader that knows amounts.

    Attributes:
        basis: What the next multiple or share is taken of; the words for it stand before the number.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.basis: Basis | None = None
        self._low_ends = tuple(self.lexicon.settings["low_ends"])
        self._case_ends = tuple(self.lexicon.settings["number_ends"])

    def hold(self, amount: Amount, start: int) -> None:
        """Keep an amount, which began at the item *start*, for the penalty that follows."""
        raise NotImplementedError

    def touches(self, at: int) -> bool:
        """Whether a dash inside a word stands at *at*."""
        item, before, behind = self.item(at), self.item(at - 1), self.item(at + 1)
        if item.what != "dash" or before.end == 0 or behind.end == 0:
            return False
        starts, ends = self.words.starts, self.words.ends
        return ends[before.end - 1] == starts[item.start] and ends[item.start] == starts[behind.start]

    def on_number(self, item: Item) -> None:
        """An amount, which belongs to a penalty that is named later."""
        start = self.at
        amount = self._amount()
        if amount is not None:
            self.hold(amount, start)

    def on_life(self, item: Item) -> None:
        """'өмір бойына': an amount like any other."""
        self.at += 1
        self.hold(life(), self.at - 1)

    def _amount(self) -> Amount | None:
        """'он жылдан он бес жылға дейінгі', 'екі жылдан кем емес', 'елу'."""
        start = self.at
        first, sign = self._end()
        low: End | None = None
        high: End | None = None
        if sign == "from":
            if not self.sees("number"):
                self.left.append(self._said_at(start))
                return None
            low = first
            high, _ = self._end()
        elif sign.startswith(">") and self._another():
            before = self.at
            self.took("comma", "and")
            second, its = self._end()
            if its.startswith("<"):
                low, high = first, second
            else:
                self.at = before
        if low is not None and high is not None:
            return Amount("..", low, high, at=self._said_at(start))
        return Amount(sign, first, at=self._said_at(start))

    def _said_at(self, start: int) -> tuple[int, int]:
        return self.place(self.item(start), self.item(self.at - 1))

    def _another(self) -> bool:
        return self.sees("number") or (self.sees("comma", "and") and self.ahead(1).what == "number")

    def _end(self) -> tuple[End, str]:
        """A number, its unit if it has one, and its sign; the sign is ``from`` for an ablative that waits."""
        last = self.ahead()
        end = End(last.value)
        self.at += 1
        if self.sees("dash") and self.words.folded[self.ahead(1).start] in self._case_ends:
            last = self.ahead(1)  # "10-ға"
            self.at += 2
        if self.sees("open") and self.ahead(1).what == "number":
            self.on_open(self.ahead())
        if self.sees("unit"):
            last = self.ahead()
            self._measured(end)
        of_low = self.words.folded[last.end - 1].endswith(self._low_ends)
        while of_low and self.sees("filler"):
            self.at += 1
        sign = "from" if of_low else "="
        if self.sees("low", "high"):
            sign = self.ahead().value
            self.at += 1
            if end.unit is None and self.sees("unit"):
                self._measured(end)  # "оннан жиырмаға дейінгі айлық есептік көрсеткіш"
        return end, sign

    def _measured(self, end: End) -> None:
        end.unit = self.unit(self.ahead().value)
        self.at += 1
        if end.unit in _SHARES:
            end.basis = self.basis
