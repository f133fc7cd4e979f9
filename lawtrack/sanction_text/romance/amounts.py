"""Amounts in the clauses of Romance languages: numerals, ranges, signs before and behind, multiples.

French and Spanish say an amount in the same ways: "de trois à six mois", "no menor de dos ni mayor de
cinco años", "d'au moins cent dollars et d'au plus mille dollars", "cinq ans au plus", "el doble de la
condena".
"""

from fractions import Fraction
from typing import Final

from ...penalties.units import TIME_UNITS, Basis
from ..amounts import Amount, End, life
from ..clause import ClauseReader
from ..lexicon import Item, Number, Words

__all__ = ["RomanceAmounts"]

MOST_FILLERS: Final = 12
AMOUNTS: Final = frozenset({"number", "money", "times"})
_RESAID: Final = frozenset({"number", "unit", "money", "to", "low", "high", "filler", "and"})
_ROMAN: Final = frozenset(
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]
)
_UNKNOWN_MONEY: Final = "XXX"


class RomanceAmounts(ClauseReader):
    """The part of the reader that knows amounts."""

    def __init__(self, text: str, jurisdiction: str = "", *args: object, **kwargs: object) -> None:
        super().__init__(text, jurisdiction, *args, **kwargs)  # type: ignore[arg-type]
        self.items = _prepared(self.items, self.words, frozenset(self.lexicon.settings["articles"]))
        self.country = self.jurisdiction.split("-")[0].upper()

    # where an amount begins

    def past_fillers(self, at: int) -> int:
        """The place of the first item from *at* on that is no filler, not farther than a few words on."""
        most = at + MOST_FILLERS
        while at < most and self.item(at).what == "filler":
            at += 1
        return at

    def amount_at(self, at: int) -> bool:
        """Whether an amount begins there: a sign with a number, a number with its unit, a multiple."""
        at = self.past_fillers(at)
        if self.item(at).what in ("low", "high"):
            at = self.past_fillers(at + 1)
            return self.item(at).what in AMOUNTS
        return self._counts(at)

    def _counts(self, at: int) -> bool:
        item = self.item(at)
        if item.what == "times":
            return True
        if item.what == "money":
            return self.item(at + 1).what == "number"
        if item.what != "number":
            return False
        if self.item(at - 1).what == "cite":
            return False
        here = self._past_number(at)
        what = self.item(here).what
        if what in ("to", "or", "low", "high") and self._number_near(here + 1):
            here = self.past_fillers(here + 1)
            here = self.past_fillers(here + 1) if self.item(here).what in ("low", "high") else here
            what = self.item(self._past_number(here)).what
        return what == "unit"

    def _past_number(self, at: int) -> int:
        """The place behind a number, what says it again, and fillers."""
        here = at + 1
        if self.item(here).what == "open":
            here = (self.closing(here) or here) + 1
        return self.past_fillers(here)

    def _number_near(self, at: int) -> bool:
        at = self.past_fillers(at)
        if self.item(at).what in ("low", "high"):
            at = self.past_fillers(at + 1)
        return self.item(at).what in AMOUNTS

    # reading

    def amount(self) -> Amount | None:
        """The amount under the cursor; None, and the cursor unmoved, when there is none."""
        start = self.at
        self.at = self.past_fillers(self.at)
        first = self._signed()
        if first is None:
            self.at = start
            return None
        sign, end = first
        if sign == "=" and self.range_follows():
            self.took("to", "dash", "filler")
            high = self._signed()
            if high is not None:
                return Amount("..", end, high[1], at=self._said_at(start))
        if sign != "=" and self._more_follows(sign):
            second = self._signed()
            if second is not None:
                low, high_end = (end, second[1]) if sign[0] == ">" else (second[1], end)
                return Amount("..", low, high_end, at=self._said_at(start))
        return Amount(sign, end, at=self._said_at(start))

    def _said_at(self, start: int) -> tuple[int, int]:
        start = self.past_fillers(start)
        return self.place(self.item(start), self.item(max(self.at - 1, start)))

    def _signed(self) -> tuple[str, End] | None:
        """A bound with its sign, which may stand behind: 'au plus cinq ans', 'cinq ans au plus'."""
        before = self.at
        sign = "="
        between = False
        if self.sees("low", "high"):
            sign = self.ahead().value
            self.at = self.past_fillers(self.at + 1)
        elif self.sees("between"):
            between = True
            self.at = self.past_fillers(self.at + 1)
        end = self._end()
        if end is None:
            self.at = before
            return None
        if sign == "=" and self._sign_behind():
            sign = self.ahead().value
            self.at += 1
        if self.took("less_a_day"):
            sign = "<"
        if between and self.sees("and"):
            self.items[self.at] = self.ahead()._replace(what="to")
        elif between:
            self.left.append(self.place(self.item(before)))
        return sign, end

    def _sign_behind(self) -> bool:
        """Whether the sign under the cursor belongs to what precedes: no amount follows it."""
        if not self.sees("low", "high"):
            return False
        return self.item(self.past_fillers(self.at + 1)).what not in AMOUNTS

    def range_follows(self) -> bool:
        """Whether 'à', 'a' or a dash with another number stands under the cursor."""
        if self.sees("high"):
            return self.item(self.past_fillers(self.at + 1)).what in AMOUNTS
        return self._leads_on() and self._number_near(self.at + 1)

    def _leads_on(self) -> bool:
        """Whether 'à', 'a', 'al' or a dash stands under the cursor."""
        contracted = self.lexicon.settings["contracted_to"]
        return self.sees("to", "dash") or (
            self.sees("filler") and self.words.folded[self.ahead().start] in contracted
        )

    def _more_follows(self, sign: str) -> bool:
        """Whether a bound of the other direction follows: 'et d'au plus', 'ni mayor de'. Steps up to it."""
        here = self.at
        while self.item(here).what in ("and", "comma", "filler") and here < self.at + 4:
            here += 1
        item = self.item(here)
        if item.what in ("low", "high"):
            if item.value[0] != sign[0] and self.item(self.past_fillers(here + 1)).what in AMOUNTS:
                self.at = here
                return True
            return False
        if item.what in ("number", "money") and here > self.at:
            # "au moins X et Y au plus": the second sign stands behind
            ahead = here + 1
            while self.item(ahead).what in ("number", "unit", "filler") and ahead < here + 4:
                ahead += 1
            after = self.item(ahead)
            if after.what in ("low", "high") and after.value[0] != sign[0]:
                self.at = here
                return True
        return False

    def _end(self) -> End | None:
        item = self.ahead()
        if item.what == "money" and self.ahead(1).what == "number":
            number = self.ahead(1).value
            self.at += 2
            end = End(number, self.unit(item.value))
            self._resaid(number)
            if self.sees("unit") and self.ahead().value == item.value:
                self.at += 1
            return end
        if item.what == "times":
            self.at += 1
            value = item.value
            return End(Number(int(value) if value.isdigit() else Fraction(value)), "x", self._taken_of())
        if item.what == "number":
            return self.quantity()
        if item.what == "life":
            self.at += 1
            return life(without_release=item.value == "life+").first
        return None

    def quantity(self) -> End | None:
        """A number with its unit: 'un million de dollars', 'dos años y seis meses', '50 UR (cincuenta …)'."""
        item = self.ahead()
        number: Number = item.value
        self.at += 1
        end = End(number)
        self._resaid(number)
        here = self.past_fillers(self.at)
        if self.item(here).what != "unit":
            return end
        self.at = here + 1
        end.unit = self.unit(self.item(here).value)
        self._resaid(number)
        if end.unit in ("%", "x"):
            end.basis = self._taken_of()
        elif end.unit in TIME_UNITS:
            self._smaller_unit(end)
        return end

    def _taken_of(self) -> Basis | None:
        """What a multiple or share is taken of: 'del valor', 'del máximo señalado para el delito'."""
        if self._leads_on() and self.item(self.at + 1).what in AMOUNTS:
            return None  # "del duplo al décuplo": what the high end is taken of
        self.at = self.past_fillers(self.at)
        item = self.ahead()
        penalty = item.what == "kind" and item.value in ("base", "fine", "prison")
        if penalty or (item.what in ("low", "high") and not self.amount_at(self.at)):
            self.at += 1
            self.tail()
            return "base"
        start = self.at
        basis, end = self.basis_tail()
        self.left += [
            self.place(one) for one in self.items[start:end] if one.value in ("order", "max", "min")
        ]
        return basis

    def _smaller_unit(self, end: End) -> None:
        """'un an et six mois': one term told in two units."""
        if not (self.sees("and") and self.ahead(1).what == "number" and self.ahead(2).what == "unit"):
            return
        smaller = self.ahead(2).value
        if end.unit != "y" or smaller != "mo" or end.number is None:
            return
        if self.item(self.past_fillers(self.at + 3)).what == "kind":
            return  # "un año y seis meses de inhabilitación" are two penalties
        end.number = Number(end.number.amount * 12 + self.ahead(1).value.amount)
        end.unit = "mo"
        self.at += 3

    def _resaid(self, number: Number | None) -> bool:
        """Step over a parenthesis that says the amount again, a range or a sum of money too."""
        close = self.closing(self.at) if self.sees("open") else None
        inside = self.items[self.at + 1 : close] if close is not None else []
        if close is None or not inside or not all(one.what in _RESAID for one in inside):
            return False
        last = self.draft.last
        held = [number.amount] if number is not None else []
        if number is None and last is not None and last.amount is not None:
            held = [end.number.amount for end in last.amount.ends if end.number is not None]
        again = [one.value.amount for one in inside if one.what == "number"]
        if held and again and not set(held) & set(again):
            self.doubt("defect_in_print", self.place(inside[0], inside[-1]))
        self.at = close + 1
        return True

    def unit(self, name: str) -> str:
        """Whose dollars or pesos are meant, the jurisdiction says."""
        if name in TIME_UNITS or name not in self.lexicon.settings:
            return name
        known = self.lexicon.settings[name].get(self.country)
        if known is None:
            self.left.append(self.place(self.item(self.at - 1)))
            return _UNKNOWN_MONEY
        return str(known)


def _prepared(items: list[Item], words: Words, articles: frozenset[str]) -> list[Item]:
    """The items with marks of enumeration put together, and "un" an article where no unit follows."""
    made: list[Item] = []
    at, depth, letter = 0, 0, ""
    while at < len(items):
        item = items[at]
        mark = _mark(items, words, at, depth)
        if mark is not None:
            text, size = mark
            cited = bool(made) and _is_cited(made, words, items[at], items[at + size - 1])
            level = "cite"
            if not cited:
                level = _level(text, letter)
                letter = text if level == "letter" else letter
            end = items[at + size - 1].end
            made.append(Item("cite" if cited else "mark", level, item.start, end))
            at += size
            continue
        depth += (item.what == "open") - (item.what == "close" and depth > 0)
        if item.what == "number" and words.folded[item.start] in articles and item.end == item.start + 1:
            item = _article(items, at, item)
        made.append(item)
        at += 1
    return made


def _mark(items: list[Item], words: Words, at: int, depth: int) -> tuple[str, int] | None:
    """The text of a mark such as ``a)``, ``(i)`` or ``1°`` that begins there, and of how many items it is."""
    first = items[at]
    opened = first.what == "open"
    inner = at + opened
    if inner + 1 >= len(items) or items[inner].end != items[inner].start + 1 or (depth and not opened):
        return None
    text = words.folded[items[inner].start]
    degree = text.isdecimal() and not opened and items[inner + 1].value in ("°", "º")
    closed = items[inner + 1].what == "close" or degree
    letters = text.isalpha() and (len(text) == 1 or text in _ROMAN)
    if not closed or not (letters or (text.isdecimal() and len(text) < 3)):
        return None
    if opened and text.isdecimal() and at and items[at - 1].what == "number":
        return None  # "tres (3) años"
    return text, inner + 2 - at


def _is_cited(made: list[Item], words: Words, item: Item, last: Item) -> bool:
    """Whether a mark is part of a citation: 'aux alinéas h) ou j)', '47(8)', 'aux 1° à 5°'."""
    before = made[-1]
    if last.what != "close":
        return before.what not in ("stop", "mark", "end")
    if before.what == "cite":
        return True
    if before.what in ("or", "and", "to", "comma") and len(made) > 1 and made[-2].what == "cite":
        return True
    return item.what == "open" and words.ends[before.end - 1] == words.starts[item.start]


def _level(text: str, letter: str) -> str:
    if text.isdecimal():
        return "figure"
    follows = len(text) == 1 and len(letter) == 1 and ord(text) == ord(letter) + 1
    return "roman" if text in _ROMAN and not follows else "letter"


def _article(items: list[Item], at: int, item: Item) -> Item:
    """'un' before a unit or within a range is a number; elsewhere it is the article."""
    following = items[at + 1].what if at + 1 < len(items) else "end"
    if following in ("unit", "open"):
        return item
    if following in ("to", "or") and at + 2 < len(items) and items[at + 2].what == "number":
        return item
    if following in ("low", "high") and at and items[at - 1].what in ("low", "high"):
        return item  # "no menor de uno ni mayor de cinco años"
    if at and items[at - 1].what in ("low", "money") and following not in ("kind", "filler"):
        return item
    return Item("filler", "filler", item.start, item.end)
