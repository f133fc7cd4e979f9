"""The words of one language's penalty clauses, read from a data file, and the search for them in a text.

A lexicon file is a table of sections. Each section is a class of words (``kind``, ``unit``, ``or``) and holds
values with the phrases that express them. A phrase is words with single blanks between; a star at the end of
a word stands for any ending: ``лишени* свободы``. The sections ``numbers`` and ``multipliers`` hold numerals,
``compounds`` the pieces of numerals written in one word. ``settings`` say the rest: ``times`` are endings
that make a multiple of a numeral, ``number_ends`` endings behind which no numeral goes on ("from two hundred"
before "to five hundred"), ``teens_apart`` says that eleven is written "ten one", ``number_joiners`` are words
inside a numeral.
"""

import re
import unicodedata
from collections.abc import Mapping, Set
from fractions import Fraction
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar

from ..shipped import read_table

__all__ = ["Item", "Lexicon", "Number", "Words"]

_TOKEN: Final = re.compile(
    # words; an apostrophe belongs to what stands before it (d', l')
    r"(?:[^\W\d_½⅓⅔¼¾]|[\u00ad\u0300-\u036f])+'?"
    # figures: grouped by blanks, grouped by points or commas, fractions, plain or with decimals
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.,]*\d)"
    r"|\d{1,3}(?:[.,]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,9}[ \u00a0]\d{1,3}/\d{1,3}(?!\d)|\d{1,9}/\d{1,9}(?!\d)|\d{0,9}[½⅓⅔¼¾]"
    r"|\d+(?:[.,]\d+)?"
    r"|\S"
)
_SIGNS: Final = {
    ",": "comma", ";": "stop", ".": "stop", ":": "stop", "-": "dash", "–": "dash", "—": "dash", "−": "dash",
    "(": "open", ")": "close", "[": "open", "]": "close",
    '"': "quote", "“": "quote", "”": "quote", "«": "quote", "»": "quote", "„": "quote",
}  # fmt: skip
_LONGEST_FIGURE: Final = 18
_SHORTEST_MISPRINT: Final = 4
_GREATEST: Final = 10**18
"""No amount is larger, in words or in figures."""
_SAME: Final = {"ё": "е", "’": "'", "ʼ": "'", "‘": "'", "`": "'", "‐": "-", "‑": "-"}


Kept = TypeVar("Kept")


class Item(NamedTuple):
    """A piece of a clause that the lexicon knows, or one token that it does not.

    Attributes:
        what: The class of words: a section of the lexicon, ``number``, ``times``, ``word``; for a sign its
            name (``comma``, ``stop``, ``dash``, ``open``, ``close``, ``quote``), else ``sign``.
        value: The value in that section; the amount of a number; the token itself for words and signs.
        start: First token.
        end: Token after the last.
    """

    what: str
    value: Any
    start: int
    end: int


class Number(NamedTuple):
    """A numeral: its amount, and the multiplier with which it ends (``seven thousand``: 7000, 1000)."""

    amount: Fraction | int
    multiplier: int = 1


class Words(NamedTuple):
    """The tokens of a text, folded, with their places in the text as given."""

    text: str
    folded: list[str]
    starts: list[int]
    ends: list[int]


class _Node:
    """A place in the tree of phrases: what ends here, and the words that may follow."""

    __slots__ = ("found", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.found: tuple[str, Any] | None = None


class Lexicon:
    """The words of one language.

    Attributes:
        lang: Language tag.
        settings: What the grammar of the language wants to know beside words.
        sayings: How a sanction is said in the language; empty where nobody has written it down.
    """

    def __init__(self, lang: str, sections: Mapping[str, Mapping[str, Any]]) -> None:
        self.lang = lang
        self.settings: Mapping[str, Any] = sections.get("settings", {})
        self.sayings: Mapping[str, Any] = sections.get("render", {})
        self._same = str.maketrans({**_SAME, **self.settings.get("same_letters", {})})
        self._joiners = frozenset(self.settings.get("number_joiners", ()))
        self._times = tuple(self.settings.get("times", ()))
        self._decimal = str(self.settings.get("decimal", ""))
        self._ends = tuple(self.settings.get("number_ends", ()))
        self._units_after = 10 if self.settings.get("teens_apart") else 20
        self._root = _Node()
        self._keys: dict[str, tuple[str, ...]] = {}
        self._starts: dict[str, list[_Node]] = {}
        self._alone: dict[str, tuple[str, Any]] = {}
        self._words: set[str] = set()
        self._stems: set[str] = set()
        self._pieces: dict[str, int] = {}
        for what, entries in sections.items():
            if what == "compounds":
                for value, pieces in entries.items():
                    self._pieces.update(dict.fromkeys(map(self._fold, pieces.split()), int(value)))
            elif what in ("numbers", "multipliers"):
                for value, words in entries.items():
                    self._add(what, _amount(value), words.split() if isinstance(words, str) else words)
            elif what not in ("settings", "render"):
                for value, phrases in entries.items():
                    self._add(what, value, phrases)
        self._stem_sizes = sorted({len(stem) for stem in self._stems}, reverse=True)
        self._piece_sizes = sorted({len(piece) for piece in self._pieces}, reverse=True)

    @classmethod
    def shipped(cls, lang: str) -> "Lexicon":
        """The lexicon that comes with lawtrack for *lang*; its file is read once."""
        return _shipped(lang)

    @property
    def vocabulary(self) -> tuple[Set[str], Set[str]]:
        """Single words of all phrases, and the stems of words with any ending."""
        return self._words, self._stems

    def _add(self, what: str, value: Any, phrases: list[str]) -> None:
        for phrase in phrases:
            node = self._root
            for word in phrase.split():
                tokens = self.cut(word.removesuffix("*")).folded
                for token in tokens[:-1]:
                    self._words.add(token)
                    node = node.next.setdefault(token, _Node())
                last = tokens[-1]
                (self._stems if word.endswith("*") else self._words).add(last)
                node = node.next.setdefault(f"{last}*" if word.endswith("*") else last, _Node())
            node.found = (what, value)

    # cutting

    def _fold(self, text: str) -> str:
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
        return lowered.translate(self._same)

    def cut(self, text: str) -> Words:
        """The tokens of *text* in lower case, look-alike letters made one; every offset is into *text*."""
        same = self._fold(text)
        places = [match.span() for match in _TOKEN.finditer(same)]
        folded = [same[start:end] for start, end in places]
        starts, ends = [start for start, _ in places], [end for _, end in places]
        if "\u00ad" in text or not unicodedata.is_normalized("NFC", text):
            folded = [self._composed(word) for word in folded]
        return Words(text, folded, starts, ends)

    def _composed(self, word: str) -> str:
        """*word* without soft hyphens and combining marks where a single letter will do; never empty."""
        plain = unicodedata.normalize("NFC", word.replace("\u00ad", ""))
        return self._fold(plain) or word

    def items(self, words: Words) -> list[Item]:
        """The pieces that the words make: the longest known phrase at each place; numerals put together."""
        folded = words.folded
        found: list[Item] = []
        at, size = 0, len(folded)
        while at < size:
            item = self._figure(folded, at) or self._phrase(folded, at)
            if item.what in _NUMERALS or item.what == "figure":
                item = self._numeral(folded, item)
            found.append(item)
            at = item.end
        return found

    def _phrase(self, folded: list[str], at: int) -> Item:
        """The longest phrase at this place, else the single token."""
        word = folded[at]
        nodes = self._starts.get(word)
        if nodes is None:
            nodes = self._kept(self._starts, word, self._next([self._root], word))
        best: Item | None = None
        here, size = at + 1, len(folded)
        while nodes:
            for node in nodes:
                if node.found is not None:
                    best = Item(node.found[0], node.found[1], at, here)
                    break
            if here == size:
                break
            nodes = self._next(nodes, folded[here])
            here += 1
        return best or self._unknown(word, at)

    def _unknown(self, word: str, at: int) -> Item:
        """A token that begins no phrase: a numeral in one word, a word, a sign by its name."""
        found = self._alone.get(word)
        if found is None:
            made = self._compound(word) if word[0].isalpha() else (_SIGNS.get(word, "sign"), word)
            found = self._kept(self._alone, word, made or ("word", word))
        return Item(found[0], found[1], at, at + 1)

    def _next(self, nodes: list[_Node], word: str) -> list[_Node]:
        """Where *word* leads from these places, by itself or by a stem of it."""
        keys = self._keys.get(word)
        if keys is None:
            stems = [f"{word[:size]}*" for size in self._stem_sizes if word[:size] in self._stems]
            keys = self._kept(self._keys, word, tuple([word] * (word in self._words) + stems))
        return [child for node in nodes for key in keys if (child := node.next.get(key)) is not None]

    @staticmethod
    def _kept(cache: dict[str, Kept], word: str, value: Kept) -> Kept:
        """Keep what was worked out for a word, as long as there are not too many of them."""
        if len(cache) < _MOST_KEPT:
            cache[word] = value
        return value

    # numbers

    def misprinted(self, word: str) -> Number | None:
        """The one numeral that differs from *word* in a single letter: "fire" for "five"."""
        if len(word) < _SHORTEST_MISPRINT:
            return None
        near = {
            node.found[1]
            for other, node in self._root.next.items()
            if node.found is not None
            and node.found[0] == "numbers"
            and len(other) == len(word)
            and sum(a != b for a, b in zip(other, word, strict=True)) == 1
        }
        return Number(near.pop()) if len(near) == 1 else None

    def _figure(self, folded: list[str], at: int) -> Item | None:
        word = folded[at]
        if not "0" <= word[0] <= "9" and word not in _PARTS:
            return None
        if word in self._words and self._phrase(folded, at).what not in ("sign", "word"):
            return None  # "1st" is no amount
        amount = self._decimal_of(word) or _figures(word)
        return None if amount is None else Item("figure", amount, at, at + 1)

    def _decimal_of(self, word: str) -> Fraction | None:
        """A number with a decimal sign, in a language that has one sign for that: "1.500" in English."""
        sign = self._decimal
        if not sign or word.count(sign) != 1 or len(word) > _LONGEST_FIGURE:
            return None
        whole, _, parts = word.partition(sign)
        return Fraction(f"{whole}.{parts}") if whole.isdecimal() and parts.isdecimal() else None

    def _numeral(self, folded: list[str], first: Item) -> Item:
        """The numeral that begins with *first*: 'two hundred and fifty', '5 million'."""
        total: int | Fraction = 0
        current: int | Fraction | None = None
        last = 1
        item, end = first, first.start
        while True:
            in_one_word = item.what == "number"
            value = item.value.amount if in_one_word else item.value
            if item.what == "multipliers":
                if (current or 1) * value > _GREATEST:
                    break
                if current is not None and total and value >= 1000 and total % (value * 1000):
                    break
                current = (1 if current is None else current) * value
                last = value
                if value >= 1000:
                    total, current = total + current, 0
            elif current is None or (in_one_word and total and not current and value < last):
                current, last = value, item.value.multiplier if in_one_word else 1
            elif item.what == "numbers" and 0 < value < _room(current, total, self._units_after):
                current, last = current + value, 1
            else:
                break
            end = item.end
            if self._ends and folded[end - 1].endswith(self._ends):
                break
            here = end
            joined = here < len(folded) - 1 and folded[here] in self._joiners
            if joined:
                here += 1
            if here >= len(folded):
                break
            item = self._figure(folded, here) or self._phrase(folded, here)
            if item.what not in _NUMERALS:
                break
            if joined and item.what == "multipliers" and folded[here - 1].isalpha():
                break  # "between a hundred and a thousand" are two numbers
        return Item("number", Number(total + (current or 0), last), first.start, end)

    def _compound(self, word: str) -> tuple[str, Any] | None:
        """A numeral written in one word with its parts, or with an ending that makes a multiple of it."""
        if not self._pieces:
            return None
        for ending in self._times:
            cut = word.find(ending)
            if cut > 0 and (amount := self._joined(word[:cut])) is not None:
                return "times", amount[0]
        whole = self._joined(word)
        return None if whole is None else ("number", Number(*whole))

    def _joined(self, word: str) -> tuple[int, int] | None:
        total, current, last = 0, 0, 1
        at = 0
        while at < len(word):
            for size in self._piece_sizes:
                value = self._pieces.get(word[at : at + size])
                if value is not None and at + size <= len(word):
                    break
            else:
                return None
            at += size
            if value >= 100 and (value >= 1000 or 0 < current < 10):
                current, last = (current or 1) * value, value
                if value >= 1000:
                    total, current = total + current, 0
            else:
                current, last = current + value, 1
        return (total + current, last) if total + current else None


_NUMERALS: Final = frozenset({"numbers", "multipliers", "number"})
_MOST_KEPT: Final = 20_000
_PARTS: Final = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}


def _amount(text: str) -> int | Fraction:
    return int(text) if text.isdigit() else Fraction(text)


def _room(current: int | Fraction, total: int | Fraction, units_after: int) -> int:
    """What may still be added to a numeral: below ten to "twenty", below a hundred to "two hundred".

    *units_after* is the first ten to which units are added: "ten five" is fifteen in some languages.
    """
    if current == 0:
        return 1000 if total else 0
    if current % 100 == 0:
        return 100
    return 10 if current % 10 == 0 and current % 100 >= units_after else 0


def _figures(word: str) -> int | Fraction | None:
    """The value of a number in figures; None when it has too many of them to be an amount."""
    if word.isdecimal():
        return int(word) if len(word) <= _LONGEST_FIGURE else None
    if len(word) > 2 * _LONGEST_FIGURE:
        return None
    if word[-1] in _PARTS:
        return int(word[:-1] or 0) + _PARTS[word[-1]]
    whole, slash, parts = word.rpartition("/")
    if slash:
        head, _, top = whole.replace("\u00a0", " ").rpartition(" ")
        return Fraction(int(head or 0)) + Fraction(int(top), int(parts)) if int(parts) else None
    plain = "".join(word.split())
    groups = plain.replace(",", ".").split(".")
    if all(len(group) == 3 for group in groups[1:]):
        return int("".join(groups))
    if len(groups) == 1:
        return int(plain)
    return Fraction(f"{''.join(groups[:-1])}.{groups[-1]}")


@cache
def _shipped(lang: str) -> Lexicon:
    return Lexicon(lang, read_table(f"penalty_words/{lang}"))
