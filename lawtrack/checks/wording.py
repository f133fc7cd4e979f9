"""Texts as they are written: authentic languages, normal form, look-alike letters."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

import attrs

from ..corpus import Corpus
from ..errors import Problem, Severity
from ..languages import LangMap
from ..model.record import Record
from ..model.text import Provision, Work

__all__ = ["check"]

_LATIN, _CYRILLIC = "A-Za-z", "\u0400-\u052f"
# One word with letters of both alphabets; a hyphen parts words, so that "IT-сфера" is none.
_MIXED = re.compile(rf"\w*(?:[{_LATIN}]\w*[{_CYRILLIC}]|[{_CYRILLIC}]\w*[{_LATIN}])\w*")


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-LNG-002 and LT-LNG-004."""
    authentic = {j.id: j.authentic_languages for j in corpus.jurisdictions}
    for wording in corpus.wordings:
        provision = corpus.get(wording.provision)
        work = corpus.get(provision.work) if isinstance(provision, Provision) else None
        languages = authentic.get(str(work.jurisdiction), ()) if isinstance(work, Work) else ()
        if wording.official and languages and wording.lang not in languages:
            yield Problem(
                code="LT-LNG-002", severity=Severity.WARNING, record=wording.id, where="lang", read=wording.lang,
                expected=f"an authentic language: {', '.join(languages)}",
            )  # fmt: skip
    for record in corpus:
        for where, text in _texts(record):
            if not text.isascii():
                yield from _oddities(record.id, where, text)


@cache
def _text_fields(cls: Any) -> tuple[str, ...]:
    hints = get_type_hints(cls)
    return tuple(
        a.name
        for a in attrs.fields(cls)
        if a.name != "id" and {str, LangMap} & {hints[a.name], *get_args(hints[a.name])}
    )


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    cls: Any = type(record)
    for name in _text_fields(cls):
        value = getattr(record, name)
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, LangMap):
            for tag, text in value.items():
                yield f"{name}.{tag}", text


def _oddities(record: str, where: str, text: str) -> Iterator[Problem]:
    if not unicodedata.is_normalized("NFC", text):
        yield Problem(
            code="LT-LNG-004", severity=Severity.WARNING, record=record, where=where, read="a text not in NFC",
            expected="Unicode normal form C",
        )  # fmt: skip
    mixed = _MIXED.search(text)
    if mixed:
        letter = next((c for c in mixed[0] if c.isascii() and c.isalpha()), mixed[0][0])
        yield Problem(
            code="LT-LNG-004", severity=Severity.WARNING, record=record, where=where, read=repr(mixed[0]),
            expected="letters of one alphabet in a word",
            hint=f"{letter!r} is {unicodedata.name(letter)}.",
        )  # fmt: skip
