"""Quotations: whether what an assertion quotes stands in the wording it quotes from."""

from collections.abc import Iterator

from ..corpus import Corpus
from ..errors import Problem, Severity, shown
from ..missing import Missing, is_known
from ..model.assertion import Assertion, Source, SourceKind
from ..model.selector import Selector
from ..model.text import Wording

__all__ = ["check"]

_TEXTS_OF_LAW = (SourceKind.PRIMARY_LAW, SourceKind.OFFICIAL_TRANSLATION, SourceKind.UNOFFICIAL_TRANSLATION)


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-SRC-001.

    Only what quotes the law can be looked up, and only where the corpus holds a wording, in the language of
    the source, of what the assertion is about. Spaces, line ends and case count for nothing, since whoever
    quotes sets them anew.
    """
    wordings = corpus.cached("wordings_by_provision", _by_provision)
    for said in (*corpus.claims, *corpus.assertions):
        if not isinstance(said.selector, Selector) or not isinstance(said.selector.exact, str):
            continue
        texts = list(_texts(corpus, said, wordings))
        quote = _plain(said.selector.exact)
        if texts and quote and not any(quote in _plain(text) for text in texts):
            yield Problem(
                code="LT-SRC-001",
                severity=Severity.WARNING,
                record=said.id,
                where="selector.exact",
                read=shown(said.selector.exact),
                expected="words of the wording quoted",
                hint=_nearest(quote, texts),
            )


def _by_provision(corpus: Corpus) -> dict[str, list[Wording]]:
    held: dict[str, list[Wording]] = {}
    for wording in corpus.wordings:
        held.setdefault(wording.provision, []).append(wording)
    return held


def _texts(corpus: Corpus, said: Assertion, wordings: dict[str, list[Wording]]) -> Iterator[str]:
    """Texts on record in which the quotation may stand."""
    source = corpus.get(said.source)
    if not isinstance(source, Source) or source.kind not in _TEXTS_OF_LAW:
        return
    record = corpus.get(said.about)
    near: list[Wording] = [record] if isinstance(record, Wording) else []
    for provision in getattr(record, "provisions", (said.about,)):
        near += wordings.get(provision, ())
    for wording in near:
        if is_known(wording.text) and (isinstance(source.lang, Missing) or source.lang == wording.lang):
            yield wording.text


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _nearest(quote: str, texts: list[str]) -> str:
    """The stretch of the texts most like the quotation, and how much of the quotation it holds."""
    from difflib import SequenceMatcher  # late: only quotations that fail need it

    best, share = "", 0.0
    for text in map(_plain, texts):
        matcher = SequenceMatcher(None, text, quote, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size > 2]
        held = sum(block.size for block in blocks) / len(quote)
        if held > share:
            best, share = text[blocks[0].a : blocks[-1].a + blocks[-1].size], held
    return (
        f"Nearest is {shown(best)}, which has {share:.0%} of its letters." if best else "Nothing is near it."
    )
