"""Words, numbers, punctuation and white space of a text, and what of it is only layout.

Tokens of a text, put together, are the text again. Letters of scripts that write no blanks between words
(Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) are tokens one by one, with the marks on them.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from attrs import frozen

from .affixes import shared_end, shared_start

__all__ = [
    "AROUND",
    "Folded",
    "accents_end",
    "fold",
    "folded_text",
    "inside_number",
    "may_combine",
    "same_but_layout",
    "tokens",
]

# Signs that belong to the letter before them and that ``\w`` leaves out: accents, vowel points and the vowel
# signs of Indic scripts (without their full stops), then soft hyphens and joiners, which stand inside words.
_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    "\u0962\u0963\u0980-\u0df3\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200c\u200d\u2060"
)
_UNSPACED: Final = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u0edc-\u0edf\u0f40-\u0f6c"
    "\u1000-\u102a\u103f\u1050-\u1055\u1780-\u17b3\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f"
)
_SITTING: Final = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u0f90-\u0fbc\u102b-\u103e"
    "\u1056-\u1059\u17b4-\u17d3\u3099\u309a"
)
_GROUPING: Final = " \u00a0\u2007\u2009\u202f"
_NUMBER: Final = rf"\d+(?:[.,'’]\d+)*(?:[{_GROUPING}]\d{{3}}(?!\d))*(?:[.,]\d+)?"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """For most scripts, for text with unspaced ones, what tells them apart, and numbers."""
    word = rf"{_NUMBER}(?!\w)|\w[\w{_MARKS}]*|\s+|[^\w\s][{_MARKS}]*"
    spaced = rf"[^\W{_UNSPACED}{_SITTING}]"
    mixed = (
        rf"{_NUMBER}(?!{spaced})|[{_UNSPACED}][{_SITTING}{_MARKS}]*|{spaced}(?:{spaced}|[{_MARKS}])*"
        rf"|\s+|(?:[^\w\s]|[{_SITTING}])[{_SITTING}{_MARKS}]*"
    )
    return re.compile(word), re.compile(mixed), re.compile(f"[{_UNSPACED}]"), re.compile(_NUMBER)


def tokens(text: str) -> list[str]:
    """Split *text* into words, numbers with their separators, single signs and runs of white space.

    Joining the list gives *text*. ``75 000,50`` is one token, whatever blank groups its digits.
    """
    word, mixed, unspaced, _ = _patterns()
    if text.isascii() or not unspaced.search(text):
        return word.findall(text)
    return mixed.findall(text)


def inside_number(text: str, at: int) -> tuple[int, int] | None:
    """Start and end of the number that the place *at* cuts in two, or None when it cuts none."""
    if not (text[at - 1 : at].isdigit() or text[at : at + 1].isdigit()) or not 0 < at < len(text):
        return None
    before, after = text[at - 1], text[at]
    if before in _GROUPING and not (text[at - 2 : at - 1].isdigit() and _is_group(text, at)):
        return None
    if after in _GROUPING and not _is_group(text, at + 1):
        return None
    if not (before in _IN_NUMBERS or before.isdigit()) or not (after in _IN_NUMBERS or after.isdigit()):
        return None
    start = at
    # Twenty characters hold any sum of money; a longer row of digits is no number that anybody reads.
    first = max(0, at - 20)
    while start > first and (text[start - 1].isdigit() or text[start - 1] in f".,'’{_GROUPING}"):
        start -= 1
    for found in _patterns()[3].finditer(text, start, at + 20):
        if found.start() >= at:
            return None
        if found.end() > at:
            return found.span()
    return None


AROUND: Final = 8
"""How many characters on either side of a place decide, at most, what is layout there."""

_IN_NUMBERS: Final = frozenset(f".,'’{_GROUPING}")


def _is_group(text: str, at: int) -> bool:
    """Whether exactly three digits stand at *at*."""
    return text[at : at + 3].isdigit() and not text[at + 3 : at + 4].isdigit() and len(text) >= at + 3


_QUOTES: Final = "\"“”„‟«»‹›'‘’‚‛′″＂＇"
_DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Accents that are written after their letter.
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_ACCENTED: Final = re.compile("[^\\W_][\u0300-\u036f]+")

_SAME: Final = (
    dict.fromkeys(map(ord, _QUOTES), '"')
    | dict.fromkeys(map(ord, _DASHES), "-")
    | {ord("ё"): "е", ord("Ё"): "Е"}
)
_FOLDING: Final = _SAME | dict.fromkeys(map(ord, _INVISIBLE), "")


@lru_cache(maxsize=1)
def _layout() -> re.Pattern[str]:
    """Blanks that separate nothing, as group ``idle``, and blanks that are more than one plain blank."""
    groups = "|".join(
        rf"(?<=(?<!\d){digits})[{_GROUPING}](?=\d\d\d(?!\d))" for digits in (r"\d", r"\d\d", r"\d\d\d")
    )
    # Possessive runs: a page of blanks costs one look, not one for each.
    idle = rf"\A\s++|\s++\Z|(?<=[^\w\s])\s++|\s++(?=[^\w\s])|{groups}"
    return re.compile(rf"(?P<idle>{idle})|\s\s+|[^\S ]")


@frozen
class Folded:
    """A text without its layout, and the way back.

    Attributes:
        text: What is left.
        places: For each stretch of ``text`` that stands together in the source, where it begins here.
        sources: Where it begins there.
    """

    text: str
    places: tuple[int, ...]
    sources: tuple[int, ...]

    def source(self, at: int) -> int:
        """The offset in the source of the character at *at* of ``text``."""
        held = bisect_right(self.places, at) - 1
        return self.sources[held] + at - self.places[held]

    def place(self, source: int) -> int:
        """Where in ``text`` the character at *source* stands, or the next one that was kept."""
        held = bisect_right(self.sources, source) - 1
        end = self.places[held + 1] if held + 1 < len(self.places) else len(self.text)
        return min(self.places[held] + source - self.sources[held], end)


def fold(text: str) -> Folded:
    """Take the layout out of *text*, keeping for every character the place it came from.

    Quote marks become one, dashes one, ё becomes е, a letter with an accent written after it one letter. Soft
    hyphens and other invisible signs go. A run of white space becomes one blank, and goes where it separates
    no two words: at the ends, beside a sign, between the groups of one number (``75 000`` is ``75000``).
    Upper and lower case, and letters otherwise, are wording.
    """
    whole = _composed(text)
    seen = _rewritten(whole.text.translate(_SAME), re.compile(f"[{_INVISIBLE}]+"))
    return _through(_through(whole, seen), _rewritten(seen.text, _layout()))


def _through(first: Folded, second: Folded) -> Folded:
    """What is left after both, with the way back to the source of the first."""
    cuts = {*second.places, *(second.place(at) for at in first.places)}
    places = tuple(sorted(cuts))
    return Folded(second.text, places, tuple(first.source(second.source(at)) for at in places))


def _composed(text: str) -> Folded:
    """The text with each letter and the accents written after it as the one letter that they make."""
    if not may_combine(text):
        return Folded(text, (0,), (0,))
    parts: list[str] = []
    places, sources = [0], [0]
    at = length = 0
    for found in _ACCENTED.finditer(text):
        letter = unicodedata.normalize("NFC", found[0])
        parts += (text[at : found.start()], letter)
        length += found.start() - at + len(letter)
        at = found.end()
        places.append(length)
        sources.append(at)
    parts.append(text[at:])
    return Folded("".join(parts), tuple(places), tuple(sources))


def may_combine(text: str) -> bool:
    """Whether accents are written after their letters anywhere in a text, as some programs write й."""
    return not text.isascii() and _ACCENTS.search(text) is not None


def _rewritten(text: str, pattern: re.Pattern[str]) -> Folded:
    """Take every match out of *text*, leaving one blank unless it is idle."""
    parts: list[str] = []
    places, sources = [0], [0]
    at = length = 0
    for found in pattern.finditer(text):
        kept = "" if "idle" not in pattern.groupindex or found["idle"] is not None else " "
        parts += (text[at : found.start()], kept)
        length += found.start() - at + len(kept)
        at = found.end()
        places.append(length)
        sources.append(at)
    parts.append(text[at:])
    return Folded("".join(parts), tuple(places), tuple(sources))


def accents_end(text: str, at: int) -> int:
    """The place after accents that are written after the letter which ends at *at*."""
    while _ACCENTS.match(text, at):
        at += 1
    return at


def folded_text(text: str) -> str:
    """The same as ``fold(text).text``, for those who need no way back."""
    if may_combine(text):
        text = _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    return _layout().sub(lambda found: "" if found["idle"] is not None else " ", text.translate(_FOLDING))


def same_but_layout(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but layout, as :func:`fold` understands it."""
    if one == other:
        return True
    # What is layout is decided by a few characters on either side, so that most of two equal ends can go.
    start = shared_start(one, other)
    end = max(0, shared_end(one, other, min(len(one), len(other)) - start) - AROUND)
    start = max(0, start - AROUND)
    return folded_text(one[start : len(one) - end]) == folded_text(other[start : len(other) - end])
