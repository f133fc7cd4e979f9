"""Where in a text something stands, so that it can be found again after the text has moved."""

from typing import Self

from attrs import field, frozen

from ..arguments import checked
from ..equality import ByValue
from ..errors import ReadingError
from ..missing import NOT_STATED, UNKNOWN, Missing, is_known
from ..passages import digest_length, passage_digest
from .record import HoldsLists

__all__ = ["Selector"]


@frozen(kw_only=True, repr=False, eq=False)
class Selector(HoldsLists, ByValue):
    """Where in a source or a law something stands (after the W3C Web Annotation selectors).

    A passage may be quoted (*exact*), or kept as *terms* and *digest* where it may not be copied: the terms
    find it, the digest tells whether it is still the same. Where quotation and position disagree, the
    quotation counts.

    Attributes:
        fragment: Article, paragraph or page.
        exact: A short quotation.
        prefix: Words just before it, which tell several occurrences apart.
        suffix: Words just after it.
        start: Place of its first character in the text, counted from 0 in Unicode form C.
        end: Place just after its last character.
        terms: Short terms of the passage in their order; the first one opens it.
        digest: Digest of the passage, as :meth:`of` makes it.
    """

    fragment: str | Missing = UNKNOWN
    exact: str | Missing = UNKNOWN
    prefix: str | Missing = NOT_STATED
    suffix: str | Missing = NOT_STATED
    start: int | Missing = UNKNOWN
    end: int | Missing = UNKNOWN
    terms: tuple[str, ...] = ()
    digest: str | Missing = field(default=UNKNOWN)

    @digest.validator
    def _well_formed(self, attribute: object, value: str | Missing) -> None:
        if is_known(value):
            digest_length(value)

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        if is_known(start) != is_known(end):
            raise ReadingError("start or end alone", "both of them, or neither")
        if is_known(start) and is_known(end) and not 0 <= start < end:
            raise ReadingError(f"start {start}, end {end}", "a start of at least 0 and an end after it")
        if self.terms and not is_known(self.digest):
            raise ReadingError(
                ", ".join(self.terms), "a digest beside the terms", "Selector.of(…) makes both."
            )

    @classmethod
    @checked
    def of(cls, passage: str, *, words: int = 3, fragment: str | Missing = UNKNOWN) -> Self:
        """The selector of a passage that keeps its first and last *words* words and a digest."""
        if words < 1:
            raise ReadingError(words, "a number of words from 1 on", "The first one is how it is found.")
        every = passage.split()
        ends = dict.fromkeys((" ".join(every[:words]), " ".join(every[-words:])))
        return cls(fragment=fragment, terms=tuple(ends), digest=passage_digest(passage))
