"""Which grammar reads a clause."""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final

from ..countries import check_country
from ..errors import ReadingError, shown
from .parsed import Parsed

if TYPE_CHECKING:
    from .clause import ClauseReader

_USUAL: Final = {"UK": "GB"}

__all__ = ["LANGUAGES", "add_grammar", "language_of", "parse_sanction"]

LANGUAGES: Final = {
    "ru": "russian",
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "kk": "kazakh",
    "de": "german",
}
"""Languages with a grammar, and the module that holds it."""


def parse_sanction(text: str, *, lang: str, jurisdiction: str = "") -> Parsed:
    """Read a penalty clause as printed into the set of sentences it permits.

    What is not understood is quoted in ``unparsed`` and makes ``complete`` false; what can be read in more
    than one way is told in ``ambiguities`` with every reading. No text makes it fail.

    Args:
        text: The clause, from its verb on.
        lang: Language of the clause: ``ru``, ``en``, ``kk``, ``fr``, ``de``, ``es``; a region is ignored.
        jurisdiction: Country code, or code of a part (``US-DC``); settles what words leave open, such as
            whose dollars are meant.

    Raises:
        ReadingError: No grammar for that language, no country of that code, or *text* is no text.
    """
    if not isinstance(text, str):
        raise ReadingError(shown(text), "the text of a clause", "Write lt.parse_sanction('…', lang='ru').")
    return _reader(language_of(lang))(text, _place(jurisdiction)).read()


def _place(jurisdiction: str) -> str:
    """The code of a country or part of one, in capitals; a name or another code is refused."""
    code = str(jurisdiction or "").strip().upper()
    if not code or code.startswith("X-"):
        return code.lower()
    country, hyphen, part = code.partition("-")
    try:
        return f"{check_country(_USUAL.get(country, country))}{hyphen}{part}"
    except (ValueError, ReadingError):
        hint = "Write the code, such as KZ, GB or US-DC."
        raise ReadingError(jurisdiction, "an ISO 3166 code of a country", hint) from None


def language_of(lang: str) -> str:
    """The language of a tag, if there is a grammar for it. Raises ReadingError."""
    base = str(lang).replace("_", "-").split("-")[0].lower()
    if base not in LANGUAGES and base not in _ADDED:
        raise ReadingError(lang, f"a language with a grammar: {', '.join((*LANGUAGES, *_ADDED))}")
    return base


_ADDED: "dict[str, type[ClauseReader]]" = {}


def add_grammar(reader: "type[ClauseReader]") -> "type[ClauseReader]":
    """Let :func:`parse_sanction` read the language of *reader*; gives *reader* back, so it decorates a class.

    A class of the same language that was added before is replaced, as when a notebook cell runs twice.

    Raises:
        ReadingError: The library has a grammar of its own for that language, or the class names none.
    """
    if reader.lang in LANGUAGES or not reader.lang:
        raise ReadingError(reader.lang, f"the tag of another language than {', '.join(LANGUAGES)}")
    _ADDED[reader.lang] = reader
    return reader


def _reader(lang: str) -> "type[ClauseReader]":
    return _ADDED[lang] if lang in _ADDED else _shipped(lang)


@cache
def _shipped(lang: str) -> "type[ClauseReader]":
    # late: whoever reads no clauses pays for no grammar
    module = import_module(f".{LANGUAGES[lang]}", __package__)
    name = f"{LANGUAGES[lang].capitalize()}Reader"
    reader: type[ClauseReader] = getattr(module, name)
    return reader
