"""A selector against a text: found, ambiguous or orphaned."""

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from ..arguments import checked
from ..missing import is_known
from ..model.selector import Selector
from ..passages import Spelled, digest_length, holds, occurrences, spelled, word_starts

__all__ = ["AnchorState", "Anchoring", "anchor", "standing"]


class AnchorState(Enum):
    """What became of a passage in a text."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"
    UNCHECKED = "unchecked"


@frozen(kw_only=True)
class Anchoring:
    """Where a text has what a selector points at.

    Attributes:
        state: Found once, found in several places, not found, or not to be checked in a text.
        spans: Start and end of each place, in the Unicode form C of the text; none unless found.
        how: What decided: quote, quote with context, digest, position.
        warning: What does not fit although the passage was found; empty if everything does.
    """

    state: AnchorState
    spans: tuple[tuple[int, int], ...] = ()
    how: str = ""
    warning: str = ""


@checked
def anchor(selector: Selector, text: str) -> Anchoring:
    """Look for what *selector* points at in *text*.

    The quotation counts, spaces, line ends and case aside; of several places the context before and after it
    decides, then the position. Without a quotation the digest counts, and without both the position alone,
    which cannot tell whether the words are still the same. A selector with none of them is ``unchecked``.
    """
    if is_known(selector.exact):
        return _by_words(selector, text, "quote")
    if is_known(selector.digest):
        return _by_words(selector, text, "digest")
    if is_known(selector.start) and is_known(selector.end):
        if selector.end > len(text):
            return Anchoring(state=AnchorState.ORPHANED, how="position", warning="The text ends before.")
        warning = "Found by position alone; whether the words are the same cannot be told."
        span = (selector.start, selector.end)
        return Anchoring(state=AnchorState.FOUND, spans=(span,), how="position", warning=warning)
    return Anchoring(state=AnchorState.UNCHECKED, how="fragment")


def standing(selector: Selector, text: str) -> tuple[AnchorState, str]:
    """The state and the warning of :func:`anchor`, without the places, which cost a pass over the text."""
    if is_known(selector.exact) and not is_known(selector.start):
        quote, page = spelled(selector.exact).text, spelled(text).text
        first = page.find(quote) if quote else -1
        if first < 0:
            return AnchorState.ORPHANED, ""
        if page.find(quote, first + 1) < 0:
            return AnchorState.FOUND, ""
    found = anchor(selector, text)
    return found.state, found.warning


def _by_words(selector: Selector, text: str, how: str) -> Anchoring:
    page = spelled(text)
    found = list(_quoted(selector, page) if how == "quote" else _digested(selector, page))
    if len(found) > 1 and (told := [span for span in found if _in_context(selector, page, span)]):
        if len(told) < len(found):
            how = f"{how} with context"
        found = told
    spans = [page.span(*span) for span in found]
    start = selector.start
    if len(spans) > 1 and is_known(start) and (at := [span for span in spans if span[0] == start]):
        spans, how = at, f"{how} with position"
    if not spans:
        return Anchoring(state=AnchorState.ORPHANED, how=how)
    if len(spans) > 1:
        return Anchoring(state=AnchorState.AMBIGUOUS, spans=tuple(spans), how=how)
    moved = is_known(start) and spans[0][0] != start
    warning = f"It stands at {spans[0][0]} and not, as recorded, at {start}." if moved else ""
    return Anchoring(state=AnchorState.FOUND, spans=tuple(spans), how=how, warning=warning)


def _quoted(selector: Selector, page: Spelled) -> Iterator[tuple[int, int]]:
    quote = spelled(str(selector.exact)).text
    for start in occurrences(quote, page.text):
        yield start, start + len(quote)


def _digested(selector: Selector, page: Spelled) -> Iterator[tuple[int, int]]:
    digest = str(selector.digest)
    opening = spelled(selector.terms[0]).text if selector.terms else ""
    # A passage opens with its first term; without terms any word may be its first.
    starts = occurrences(opening, page.text) if opening else word_starts(page.text)
    for start in starts:
        if holds(page.text, start, digest):
            yield start, start + digest_length(digest)


def _in_context(selector: Selector, page: Spelled, span: tuple[int, int]) -> bool:
    before, after = page.text[: span[0]].rstrip(), page.text[span[1] :].lstrip()
    prefix = spelled(selector.prefix).text if is_known(selector.prefix) else ""
    suffix = spelled(selector.suffix).text if is_known(selector.suffix) else ""
    return before.endswith(prefix) and after.startswith(suffix)
