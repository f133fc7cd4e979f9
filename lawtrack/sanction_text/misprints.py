"""A second reading of a clause in which words one letter off are taken for the words they look like.

The first reading stands wherever it understood everything, so plain words are never bent; what the second one
changes is told as a defect in print.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from .clause import ClauseReader
from .lexicon import Lexicon, Words
from .parsed import Parsed

__all__ = ["ForgivingReader"]

_SHORTEST: Final = 6
_LONGEST: Final = 40
"""No word of a clause is longer; what is, is no misprint of one."""
_MOST_MENDED: Final = 4
"""A clause with more words that are off is not one clause with misprints."""


class ForgivingReader(ClauseReader):
    """A reader that reads again what it did not understand, if words there are one letter off."""

    def read(self) -> Parsed:
        """Read the whole clause; again with misprints mended if that leaves nothing over."""
        parsed = super().read()
        if parsed.complete or not parsed.unparsed:
            return parsed
        mended, places = self._mended(parsed)
        if not 0 < len(places) <= _MOST_MENDED:
            return parsed
        again = type(self)(self.text, self.jurisdiction, self.lexicon)
        again.words = Words(self.text, mended, self.words.starts, self.words.ends)
        again.items = self.lexicon.items(again.words)
        for at in places:
            again.doubt("defect_in_print", (self.words.starts[at], self.words.ends[at]))
        second = ClauseReader.read(again)
        return second if second.complete else parsed

    def _mended(self, parsed: Parsed) -> tuple[list[str], list[int]]:
        """The tokens with those mended that were not understood, and which these are."""
        folded, places = list(self.words.folded), []
        pieces = iter(parsed.unparsed)
        piece = next(pieces, None)
        for at, start in enumerate(self.words.starts):
            while piece is not None and piece.end <= start:
                piece = next(pieces, None)
            if piece is None:
                break
            if start >= piece.start and (word := _meant(self.lexicon, folded[at])) is not None:
                folded[at] = word
                places.append(at)
        return folded, places


@lru_cache(maxsize=4096)
def _meant(lexicon: Lexicon, word: str) -> str | None:
    """The word of the lexicon that *word* is a misprint of; None when it is known, or that is not clear."""
    words, stems = lexicon.vocabulary
    if not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha() or word in words:
        return None
    if any(word.startswith(stem) for stem in stems):
        return None
    whole, starts = _index(lexicon)
    found = {one for key in _shorter(word) for one in whole.get(key, ()) if _one_off(word, one)}
    for size in range(_SHORTEST - 1, len(word) + 1):
        head, tail = word[:size], word[size:]
        for key in _shorter(head):
            found |= {stem + tail for stem in starts.get(key, ()) if _one_off(head, stem)}
    if len(found) > 1:
        said = {(item.what, item.value) for one in found for item in lexicon.items(lexicon.cut(one))[:1]}
        if len(said) > 1 or any(what == "word" for what, _ in said):
            return None
    return min(found, default=None)


@lru_cache(maxsize=8)
def _index(lexicon: Lexicon) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Words, and stems, by what they come to with one letter left out."""
    made: tuple[dict[str, list[str]], dict[str, list[str]]] = defaultdict(list), defaultdict(list)
    for index, known in zip(made, lexicon.vocabulary, strict=True):
        for word in sorted(known):
            if len(word) >= _SHORTEST:
                for key in _shorter(word):
                    index[key].append(word)
    return made


def _shorter(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _one_off(word: str, other: str) -> bool:
    """Whether a letter more, less or another, or two neighbours changed about, is all the difference."""
    head = next((at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if len(word) == len(other) and head is not None:
        swapped = word[:head] + word[head : head + 2][::-1] + word[head + 2 :]
        return other in (swapped, word[:head] + other[head] + word[head + 1 :])
    if abs(len(word) - len(other)) != 1:
        return False
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    at = len(shorter) if head is None else head
    return longer[:at] + longer[at + 1 :] == shorter
