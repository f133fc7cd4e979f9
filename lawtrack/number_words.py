"""Numbers in running text: "a fifth", "two thirds", "one in five", "10 million", "20 %"."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import field, frozen

from .errors import ReadingError
from .patterns import pattern
from .ranges import read_fraction

__all__ = ["NumberWords", "folded"]

_TOKEN = pattern(r"[-\N{MINUS SIGN}]?[0-9]+(?:[.,][0-9]+)*(?:/[0-9]+)?|%|[^\W\d_]+")
_SPACED_THOUSANDS = pattern(r"(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_HYPHEN = pattern(r"(?<=[^\W\d_])-(?=[^\W\d_])")

# "3 in 2016" names a year; "1 in 100 000" is rarer than that and stays unread.
_LARGEST_WHOLE = 1000

Phrase = tuple[str, ...]


def folded(text: str) -> str:
    """*text* in lower case and Unicode normal form C, with single spaces and none around it."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _phrases(words: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(tuple(_tokens(word)) for word in words)


def _values(words: Mapping[str, str]) -> dict[Phrase, Fraction]:
    return {tuple(_tokens(word)): read_fraction(value) for word, value in words.items()}


@frozen(kw_only=True)
class NumberWords:
    """The number words of one language.

    Attributes:
        numbers: Words that are numbers, such as "twenty" or "half".
        multipliers: Words that multiply what stands before them, such as "thousand".
        fractions: Words that are parts, such as "fifth"; where a language has articles, only with a number
            or an article before them, since "the fifth" is something else.
        articles: Indefinite articles.
        connectives: Words after a number that make another number of it: "or", "to".
        percent: Ways of writing per cent.
        out_of: Words between the two numbers of a share: "one in five".
        decimal: The decimal sign; the other of ``.`` and ``,`` groups thousands.
    """

    numbers: Mapping[Phrase, Fraction] = field(hash=False)
    multipliers: Mapping[Phrase, Fraction] = field(hash=False)
    fractions: Mapping[Phrase, Fraction] = field(hash=False)
    articles: frozenset[Phrase]
    connectives: frozenset[Phrase]
    percent: frozenset[Phrase]
    out_of: frozenset[Phrase]
    decimal: str = "."

    @classmethod
    def of(
        cls,
        *,
        numbers: Mapping[str, str],
        multipliers: Mapping[str, str],
        fractions: Mapping[str, str],
        articles: Iterable[str],
        connectives: Iterable[str],
        percent: Iterable[str],
        out_of: Iterable[str],
        decimal: str = ".",
    ) -> "NumberWords":
        """Make one from words and fractions as text, as they stand in the lexicon file."""
        return cls(
            numbers=_values(numbers),
            multipliers=_values(multipliers),
            fractions=_values(fractions),
            articles=_phrases(articles),
            connectives=_phrases(connectives),
            percent=_phrases(percent),
            out_of=_phrases(out_of),
            decimal=decimal,
        )

    def read(self, text: str) -> Fraction | None:
        """The number with which *text* begins; None if there is none, or more than one is in it.

        Words after it, such as a unit, are passed over unless they hold another number or a connective:
        "10 or 12" is not ten.
        """
        words = _tokens(_SPACED_THOUSANDS.sub(lambda found: found[0].replace(" ", ""), folded(text)))
        start = _length(words, 0, self.articles)
        value, here = self._cardinal(words, start)
        part = _length(words, here, self.fractions)
        if part and (value is not None or start or not self.articles):
            value = (1 if value is None else value) * self.fractions[tuple(words[here : here + part])]
            here += part
        if value is None:
            return None
        joint = _length(words, here, self.out_of)
        if joint:
            whole, end = self._cardinal(words, here + joint)
            if whole is not None:
                if not 0 < whole <= _LARGEST_WHOLE or value > whole:
                    return None
                value, here = value / whole, end
        percent = _length(words, here, self.percent)
        if percent:
            value, here = value / 100, here + percent
        return None if self._goes_on(words, here) else value

    def starts_with_connective(self, text: str) -> bool:
        """Whether *text* begins with a connective."""
        return _length(_tokens(folded(text)), 0, self.connectives) > 0

    def _cardinal(self, words: list[str], start: int) -> tuple[Fraction | None, int]:
        """A number in figures or words from *start* on, and the place after it."""
        total: Fraction = Fraction(0)
        current: Fraction | None = None
        here = start
        while here < len(words):
            if size := _length(words, here, self.multipliers):
                factor = self.multipliers[tuple(words[here : here + size])]
                current = (Fraction(1) if current is None else current) * factor
                if factor >= 1000:
                    total, current = total + current, Fraction(0)
            elif size := _length(words, here, self.numbers):
                number = self.numbers[tuple(words[here : here + size])]
                if current is not None and not number < _room(current):
                    break
                current = number + (current or 0)
            elif current is None and (figures := self._figures(words[here])) is not None:
                current, size = figures, 1
            else:
                break
            here += size
        return (None if here == start else total + (current or 0)), here

    def _figures(self, word: str) -> Fraction | None:
        group = "," if self.decimal == "." else "."
        plain = word.replace("\N{MINUS SIGN}", "-")
        if re.fullmatch(
            rf"-?[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{3}})+(?:{re.escape(self.decimal)}[0-9]+)?", plain
        ):
            plain = plain.replace(group, "")
        elif group in plain:
            return None
        try:
            return read_fraction(plain.replace(self.decimal, "."))
        except ReadingError:
            return None

    def _goes_on(self, words: list[str], here: int) -> bool:
        """Whether the words from *here* on make another number of what was read."""
        numeric = (self.numbers, self.multipliers, self.fractions, self.percent, self.connectives)
        return any(
            words[i][-1].isdigit() or any(_length(words, i, phrases) for phrases in numeric)
            for i in range(here, len(words))
        )


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_HYPHEN.sub(" ", text))


def _length(words: list[str], start: int, phrases: Iterable[Phrase]) -> int:
    """Number of words of the longest of *phrases* that stands at *start*; 0 if none does."""
    return max(
        (len(phrase) for phrase in phrases if tuple(words[start : start + len(phrase)]) == phrase), default=0
    )


def _room(current: Fraction) -> int:
    """What may be added to a number in words: below ten to "twenty", below a hundred to "hundred"."""
    if current == 0:
        return 1000
    if current % 100 == 0:
        return 100
    return 10 if current % 10 == 0 and current % 100 >= 20 else 0
