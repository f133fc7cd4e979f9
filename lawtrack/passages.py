"""Passages of a text: one spelling for comparing them, and a digest that tells whether one has changed."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from .errors import ReadingError
from .patterns import pattern

__all__ = ["Spelled", "digest_length", "holds", "occurrences", "passage_digest", "spelled", "word_starts"]

_DIGEST = pattern(r"sha256:([1-9][0-9]{0,6}):([0-9a-f]{32})")
EXPECTED = "a digest such as sha256:42: and 32 figures of 0-9 and a-f"


class Spelled:
    """A text as it is compared: Unicode form C, case folded, every run of spaces one space, none at the ends.

    Attributes:
        text: The text so spelled.
    """

    __slots__ = ("_original", "_places", "text")

    def __init__(self, original: str) -> None:
        self.text = " ".join(original.split()).casefold()
        self._original = original
        self._places: tuple[int, ...] | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """For each character of the spelling the place in the original, and one place more for the end."""
        if self._places is None:  # most searches never ask where
            self._places = tuple(self._counted())
        return self._places

    def _counted(self) -> Iterator[int]:
        gap = begun = False
        end = 0
        for place, char in enumerate(self._original):
            if char.isspace():
                gap = begun
                continue
            if gap:
                yield place - 1
                gap = False
            begun = True
            end = place + 1
            for _ in char.casefold():
                yield place
        yield end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where characters *start* to *end* stand in the original."""
        return self.places[start], self.places[end - 1] + 1


# The same wordings are searched for every passage that somebody quotes from them.
@lru_cache(maxsize=4096)
def spelled(text: str) -> Spelled:
    """The text in the spelling in which passages are compared; places count in its Unicode form C."""
    return Spelled(unicodedata.normalize("NFC", text))


def passage_digest(passage: str) -> str:
    """The digest of a passage: its length and half a SHA-256, both of its spelling for comparison.

    Line ends, double spaces and case do not change it; any other letter does. Raises ReadingError for a
    passage without letters.
    """
    plain = spelled(passage).text
    if not plain:
        raise ReadingError(passage, "a passage of at least one character")
    return _digest(plain)


def _digest(plain: str) -> str:
    from hashlib import sha256  # late: few corpora hold digests

    return f"sha256:{len(plain)}:{sha256(plain.encode('utf-8')).hexdigest()[:32]}"


def digest_length(digest: str) -> int:
    """Length of the passage that a digest speaks of; ReadingError for another form."""
    found = _DIGEST.fullmatch(digest) if isinstance(digest, str) else None
    if found is None:
        raise ReadingError(digest, EXPECTED, "passage_digest(…) or Selector.of(…) makes one.")
    return int(found[1])


def occurrences(wanted: str, text: str) -> Iterator[int]:
    """Places at which *wanted* begins in *text*, overlapping ones too; both spelled for comparison."""
    place = text.find(wanted) if wanted else -1
    while place >= 0:
        yield place
        place = text.find(wanted, place + 1)


def word_starts(text: str) -> Iterator[int]:
    """Places at which a word begins in a text spelled for comparison."""
    inside = False
    for place, char in enumerate(text):
        if char.isalnum() and not inside:
            yield place
        inside = char.isalnum()


def holds(plain: str, start: int, digest: str) -> bool:
    """Whether the passage that begins at *start* of a text spelled for comparison has that digest."""
    piece = plain[start : start + digest_length(digest)]
    return len(piece) == digest_length(digest) and _digest(piece) == digest
