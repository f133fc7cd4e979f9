"""Texts as they are written: authentic languages, normal form, look-alike letters."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

import attrs

from ..corpus import Corpus
from ..errors import Problem, Severity, shown
from ..languages import LangMap
from ..model.record import Record
from ..model.text import Provision, Work
from ..patterns import pattern

__all__ = ["check"]

# A hyphen parts words, so that "IT-сфера" is no word of two alphabets.
_WORD = pattern(r"\w+")
_LATIN, _CYRILLIC = pattern("[A-Za-z]"), pattern("[\u0400-\u052f]")


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-LNG-002 and LT-LNG-004."""
    authentic = {j.id: j.authentic_languages for j in corpus.jurisdictions}
    for wording in corpus.wordings:
        provision = corpus.get(wording.provision)
        work = corpus.get(provision.work) if isinstance(provision, Provision) else None
        languages = authentic.get(str(work.jurisdiction), ()) if isinstance(work, Work) else ()
        if wording.official and languages and wording.lang not in languages:
            yield Problem(
                code="LT-LNG-002",
                severity=Severity.WARNING,
                record=wording.id,
                where="lang",
                read=wording.lang,
                expected=f"an authentic language: {', '.join(languages)}",
            )
    for record in corpus:
        for where, text in _beyond_ascii(record):
            yield from _oddities(record.id, where, text)


@cache
def _text_fields(cls: Any) -> tuple[str, ...]:
    hints = get_type_hints(cls)
    return tuple(
        a.name
        for a in attrs.fields(cls)
        if a.name != "id" and {str, LangMap} & {hints[a.name], *get_args(hints[a.name])}
    )


def _beyond_ascii(record: Record) -> Iterator[tuple[str, str]]:
    """Texts of the record that plain ASCII does not hold; only those can be odd, and most are plain."""
    cls: Any = type(record)
    for name in _text_fields(cls):
        value = getattr(record, name)
        if type(value) is str:
            if not value.isascii():
                yield name, value
        elif type(value) is LangMap:
            for tag, text in value.entries:
                if not text.isascii():
                    yield f"{name}.{tag}", text


def _oddities(record: str, where: str, text: str) -> Iterator[Problem]:
    if not unicodedata.is_normalized("NFC", text):
        yield Problem(
            code="LT-LNG-004",
            severity=Severity.WARNING,
            record=record,
            where=where,
            read="a text not in NFC",
            expected="Unicode normal form C",
        )
    for word in _WORD.findall(text) if _LATIN.search(text) and _CYRILLIC.search(text) else ():
        latin, cyrillic = _LATIN.findall(word), _CYRILLIC.findall(word)
        if latin and cyrillic:
            odd = min(cyrillic, latin, key=len)[0]
            yield Problem(
                code="LT-LNG-004",
                severity=Severity.WARNING,
                record=record,
                where=where,
                read=shown(word),
                expected="letters of one alphabet in a word",
                hint=f"{odd!r} is {unicodedata.name(odd)}.",
            )
            return
