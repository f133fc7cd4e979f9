"""Amounts in a German clause: 'bis zu', 'nicht unter', 'von … bis zu …', multiples and shares."""

from typing import Any, Final

from ..amounts import Amount, End, life
from ..lexicon import Item, Number
from ..misprints import ForgivingReader

__all__ = ["GermanAmounts"]

_SIGNS: Final = frozenset({"of", "low", "high"})
_SIGNS_AND_FILLERS: Final = _SIGNS | {"filler"}
_PASSED: Final = frozenset({"comma", "and", "filler"})


class GermanAmounts(ForgivingReader):
    """The part of the reader that knows amounts.

    Attributes:
        limit: The sign of the next amount where words before the penalty gave it: "das Höchstmaß".
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._articles = frozenset(self.lexicon.settings["articles"])
        self.limit = ""
        self._negations = frozenset(self.lexicon.settings["negations"])

    def is_article(self, at: int) -> bool:
        """Whether the number at *at* is only 'ein', 'eine' before a noun."""
        item = self.item(at)
        if item.what != "number" or item.end - item.start > 1:
            return False
        return self.words.folded[item.start] in self._articles and self.item(at + 1).what not in (
            "unit", "and", "high", "low",
        )  # fmt: skip

    def denies(self, at: int) -> bool:
        """Whether 'kein', 'nicht' or the like stands at *at*."""
        item = self.item(at)
        return item.what == "word" and self.words.folded[item.start] in self._negations

    def is_amount(self, at: int) -> bool:
        """Whether an amount begins at *at*, with or without words such as 'bis zu'."""
        here = at
        while self.item(here).what in (_SIGNS if here == at else _SIGNS_AND_FILLERS) and here < at + 6:
            here += 1
        what = self.item(here).what
        if what == "number" and not self.is_article(here):
            return here > at or self.item(here + 1).what == "unit"
        return here > at and (what == "times" or (what == "life" and self.item(here - 1).what == "high"))

    def _amount(self) -> Amount | None:
        """'von sechs Monaten bis zu fünf Jahren', 'nicht unter einem Jahr', 'mindestens fünf'."""
        start = self.at
        between = self.sees("of") and self.ahead().value == "between"
        self.took("of")
        sign, first = self._end()
        if first is None:
            self.at = max(self.at, start + 1)
            self.left.append(self._said_at(start))
            return None
        second: End | None = None
        if (sign == "=" and self._high_follows()) or (sign == ">=" and self._high_follows(passed=True)):
            _, second = self._end()
            if sign == ">=" and second is not None and second.number is not None:
                second.number = Number(second.number.amount)  # two bounds of their own share no multiplier
        elif (
            sign == "=" and self.sees("dash", "and" if between else "dash") and self.ahead(1).what == "number"
        ):
            self.at += 1
            _, second = self._end()
        if second is not None:
            return Amount("..", first, second, at=self._said_at(start))
        return Amount(sign, first, at=self._said_at(start))

    def _said_at(self, start: int) -> tuple[int, int]:
        return self.place(self.item(start), self.item(max(self.at - 1, start)))

    def _high_follows(self, *, passed: bool = False) -> bool:
        """Whether the high end of a range follows, behind 'und' and the like if *passed*; steps up to it."""
        here = self.at
        while passed and self.item(here).what in _PASSED:
            here += 1
        if self.item(here).what == "high" and self.item(here).value == "<=" and self.is_amount(here):
            self.at = here
            return True
        return False

    def _end(self) -> tuple[str, End | None]:
        sign = "="
        while self.sees("low", "high", "filler"):
            if not self.sees("filler"):
                sign = self.ahead().value
            self.at += 1
        item = self.ahead()
        if item.what == "times":
            self.at += 1
            end = End(Number(int(item.value)), "x")
            end.basis, _ = self.basis_tail()
            return sign, end
        if item.what == "life":
            self.at += 1
            if self.sees("kind") and self.ahead().value == "prison":
                self.at += 1
            return sign, life().first
        if item.what != "number":
            return sign, None
        if self.limit and sign == "=":
            sign, self.limit = self.limit, ""
        self.at += 1
        adjectives = self.at
        while self.sees("filler"):
            self.at += 1  # "volle Tagessätze"
        if not self.sees("unit"):
            self.at = adjectives
            return sign, End(item.value)
        end = End(item.value, self.unit(self.ahead().value))
        self.at += 1
        if end.unit in ("%", "x"):
            end.basis, _ = self.basis_tail()
        return sign, end

    def on_of(self, item: Item) -> None:
        """'von', 'in Höhe von': before an amount; 'auf' before a penalty."""
        if self.is_amount(self.at):
            amount = self._amount()
            if amount is not None:
                self.measure(amount)
        elif self.names_penalty(self.at + 1):
            self.at += 1
        else:
            self.leave()

    def on_low(self, item: Item) -> None:
        """An amount with its sign."""
        if not self.is_amount(self.at):
            self.leave()
            return
        amount = self._amount()
        if amount is not None:
            self.measure(amount)

    on_high = on_times = on_low

    def on_limit(self, item: Item) -> None:
        """'Das Höchstmaß der Freiheitsstrafe ist': the next amount is the high end."""
        self.limit = item.value
        self.at += 1

    def on_number(self, item: Item) -> None:
        """An article, a mark of enumeration such as ``1.``, or an amount."""
        if self.is_article(self.at):
            self.at += 1
        elif self.ahead(1).value == "df" and self.words.folded[item.start] in self._articles:
            self.leave(2)  # "ein Tagessatz" is spoken of, not imposed
        elif self.ahead(1).what == "stop" and self.said(self.at, self.at + 1).isdigit():
            self.at += 2
        else:
            amount = self._amount()
            if amount is not None:
                self.measure(amount)

    def measure(self, amount: Amount) -> None:
        """Give an amount to the penalty it measures."""
        raise NotImplementedError

    def names_penalty(self, at: int) -> bool:
        """Whether a penalty is named at *at*, articles and the like before it."""
        here = at
        while (self.item(here).what == "filler" or self.is_article(here)) and here < at + 5:
            here += 1
        return self.item(here).what in ("kind", "life")
