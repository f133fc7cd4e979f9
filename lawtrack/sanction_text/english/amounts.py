"""Amounts in an English clause: bounds, ranges, multiples, references, and whose dollars are meant."""

from fractions import Fraction
from typing import Any, Final

from ...penalties import Reference
from ...penalties.units import Basis
from ..amounts import Amount, End, basis_of, life, literal
from ..lexicon import Item, Number
from .labels import EnglishLabels

__all__ = ["EnglishAmounts"]

_AMOUNTS: Final = frozenset({"number", "money", "times", "level", "life", "refer", "any_term"})
_UNKNOWN_MONEY = "XXX"
_AFTER_FILLERS: Final = frozenset(
    {"kind", "money", "low", "high", "both", "ordinal", "life", "same", "greater"}
)
_STARTS: Final = frozenset(
    {
        "kind", "both", "mark", "procedure", "person", "other", "default", "whichever", "addition", "life",
        "money", "greater", "ordinal", "per", "may", "daily", "end", "without", "less_day", "with_or",
    }
)  # fmt: skip


class EnglishAmounts(EnglishLabels):
    """The part of the reader that knows amounts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country = self.jurisdiction.split("-")[0].upper()

    def begins(self, at: int) -> bool:
        """Penalties, labels, marks and amounts do."""
        item = self.item(at)
        what = item.what
        if what in ("low", "high"):
            return self.item(at + 1).what in _AMOUNTS or self.item(at + 1).what == "filler"
        if what == "number":
            return self.item(at + 1).what == "unit"
        if what in ("filler", "verb"):
            here = at
            while self.item(here).what in ("filler", "verb") and here < at + 6:
                here += 1
            return self.item(here).what in _AFTER_FILLERS
        if what == "case":
            return (
                self.item(at - 1).what in ("comma", "and", "or", "stop") or self.item(at + 1).what == "person"
            )
        return what in _STARTS

    def _amount(self) -> Amount | None:
        """'not less than 5 and not more than 20 years', 'five to ten years', 'of $500'."""
        start = self.at
        found: dict[str, End] = {}
        while True:
            before = self.at
            if found and not self._more_follows():
                break
            sign = "="
            if self.sees("low", "high"):
                sign = self.ahead().value
                self.at += 1
                while self.sees("filler", "mark") or (
                    self.sees("low", "high") and self.ahead().value == sign
                ):
                    self.at += 1
            end = self._end()
            if end is None or sign in found:
                self.at = before if found else max(self.at, start + 1)
                break
            if found and self._of_another():
                self.at = before
                break
            found[sign] = end
            if sign == "=":
                if self._range_follows():
                    self.at += 1
                    high = self._end()
                    if high is not None:
                        return Amount("..", end, high, at=self._said_at(start))
                break
            if len(found) == 2:
                break
        if not found:
            self.left.append(self._said_at(start))
            return None
        low = next((end for sign, end in found.items() if sign[0] == ">"), None)
        high = next((end for sign, end in found.items() if sign[0] == "<"), None)
        if low is not None and high is not None:
            if found.keys() & {">", "<"}:
                self.left.append(self._said_at(start))  # a range of the notation has its ends in it
            return Amount("..", low, high, at=self._said_at(start))
        sign, end = next(iter(found.items()))
        return Amount(sign, end, at=self._said_at(start))

    def _of_another(self) -> bool:
        """Whether a second bound measures what follows: "90 days, at least 30 hours of labour"."""
        return (
            self.sees("filler")
            and self.words.folded[self.ahead().start] == "of"
            and self.ahead(1).what == "kind"
        )

    def _said_at(self, start: int) -> tuple[int, int]:
        return self.place(self.item(start), self.item(max(self.at - 1, start)))

    def _more_follows(self) -> bool:
        """Whether a second bound follows: 'and not more than', 'nor more than'. Steps over the joint."""
        here = self.at
        while self.item(here).what in ("and", "comma", "filler") and here < self.at + 3:
            here += 1
        if self.item(here).what in ("low", "high"):
            ahead = here + 1
            while self.item(ahead).what == "filler":
                ahead += 1
            if self.item(ahead).what in _AMOUNTS:
                self.at = here
                return True
        return False

    def _range_follows(self) -> bool:
        """'to' (or 'and' after 'between') with another number."""
        return (
            (self.sees("filler") and self.words.folded[self.ahead().start] == "to")
            or self.sees("dash", "and")
        ) and (
            self.ahead(1).what == "number"
            or (self.ahead(1).what == "money" and self.ahead(2).what == "number")
        )

    def _end(self) -> End | None:
        item = self.ahead()
        if item.what == "life":
            self.at += 1
            self.took("kind" if self.ahead().value == "prison" else "")
            return life(without_release=item.value == "life+").first
        if item.what == "refer":
            return self._reference()
        if item.what == "money" and self.ahead(1).what == "number":
            self.at += 1
            end = End(self.ahead().value, self.unit(item.value))
            self.at += 1
            if self.sees("unit") and self.ahead().value == item.value:
                self.at += 1
            return end
        if item.what == "level" and self.ahead(1).what == "number":
            end = End(self.ahead(1).value, "level")
            self.at += 2
            self.took("standard")
            return end
        if item.what == "times":
            self.at += 1
            return End(Number(_number(item.value)), "x", self._basis())
        if item.what == "number":
            return self._counted(item)
        return self.quantity() if item.what == "word" else None

    def _counted(self, item: Item) -> End | None:
        if self.ahead(1).what == "multiply" or (
            isinstance(item.value.amount, Fraction) and self.words.folded[self.ahead(1).start] == "of"
        ):
            self.at += 2
            return End(item.value, "x", self._basis())
        return self.quantity()

    def _basis(self) -> Basis | None:
        """What a multiple is taken of: 'the value of …', 'that authorized by …', 'the maximum fine'."""
        while self.sees("filler"):
            self.at += 1
        start = self.at
        maximum = self.sees("high") and self.words.folded[self.ahead().start] == "maximum"
        if self.sees("basis") or maximum:
            name = "base" if maximum else self.ahead().value
            self.at += 1
            self.took("kind")
            self.tail()
            return basis_of(name, "")
        self.took("kind")
        if self.sees("refer"):
            end = self._reference()
            return end.bound if isinstance(end.bound, Reference) else None
        basis, _ = self.basis_tail()
        return basis if basis is not None else basis_of(None, self.said(start, self.at))

    def _reference(self) -> End:
        """The words that name a provision, from 'the amount set forth in' on."""
        start = self.at
        self.at += 1
        while self.sees("cite"):
            self.at += 1
            self._touching()
        self._touching()
        self.tail()
        if self.item(start + 1).what == "cite":
            start += 1  # the provision itself, without "the amount set forth in"
        return End.reference(literal(self.said(start, self.at)))

    def _touching(self) -> None:
        """Step over what is written together: ``22-3571.01(a)(2)``."""
        if not self.sees("number", "word", "cite"):
            return
        self.at += 1
        while self.ahead() is not None and self.at < len(self.items):
            item = self.ahead()
            if self.words.ends[self.item(self.at - 1).end - 1] != self.words.starts[item.start]:
                return
            if item.what in ("comma", "stop"):
                return
            self.at += 1

    def unit(self, name: str) -> str:
        """Whose dollars are meant, the jurisdiction says."""
        if name != "dollars":
            return name
        known = self.lexicon.settings["dollars"].get(self.country)
        if known is None:
            self.left.append(self.place(self.item(self.at - 1)))
            return _UNKNOWN_MONEY
        return str(known)


def _number(text: str) -> int | Fraction:
    return int(text) if text.isdigit() else Fraction(text)
