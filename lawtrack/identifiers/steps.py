"""Numbers as laws print them, as steps of an eId and as parts of a label."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ..patterns import pattern
from .eids import ABBREVIATED, LABELS

__all__ = ["eid_step", "label_parts"]

_SUPERSCRIPT: Final = pattern("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_RAISED: Final = pattern("<sup>([0-9]+)</sup>")
# Estonian and Kazakh put the word after the number: "1. peatükk", "255-бап".
_BEHIND: Final = pattern(
    r"([0-9]+(?:-[0-9]+)?|[IVXLC]+)[.-]? ?(?:peatükk|jagu|jaotis|osa|raamat|бап|тарау|бөлім|бөлік|тармақ)",
    re.IGNORECASE,
)
_ORDINAL: Final = pattern("[°º]")
_DASH: Final = pattern("[‐‑‒–—―−/]")
# "Article", "Статья", "ст.", "§": words and signs that say what is numbered.
_SAID: Final = pattern(r"(?:[^\W\d_]{2,}(?:-[^\W\d_]{2,})*\.?\s+|[§№¶#]+\s*)(?=\S)")
_BARE: Final = pattern(
    r"(?:[^\W\d_]{1,3}\W*)?\d.*|[ivxlcdm]+(?:e|er|re|bis|ter|quater)?|[^\W\d_]", re.IGNORECASE | re.DOTALL
)
_OUTSIDE: Final = pattern(r"[^0-9A-Za-z.:*+-]")
_EDGES: Final = pattern(r"^[^0-9A-Za-z]+|[^0-9A-Za-z*+]+$")

# Enough to keep apart the letters that number things; names are never written with it.
_CYRILLIC: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "shh", "ъ": "qq",
    "ы": "y", "ь": "q", "э": "eh", "ю": "yu", "я": "ya", "ё": "yo", "ә": "ae", "ғ": "gh", "қ": "qa",
    "ң": "ng", "ө": "oe", "ұ": "uu", "ү": "ue", "һ": "hh", "і": "ii",
}  # fmt: skip


@lru_cache(maxsize=65536)
def eid_step(element: str, printed: str = "") -> str:
    """The step of an eId for a unit of that element and number as printed: ``art_41-1``, ``para_a``.

    The element is abbreviated as Akoma Ntoso does. Of the number remain letters, figures and the signs
    between them: ``Article 41-1.``, ``(a)``, ``[(d-1)]`` and ``§ 22-2803`` give ``41-1``, ``a``, ``d-1`` and
    ``22-2803``. A raised figure is set off (``41¹`` gives ``41-1``), letters of other alphabets are written
    in Latin ones. A number of which nothing remains counts as none. Two numbers can give one step, as
    ``1.`` and ``(1)`` do.
    """
    short = ABBREVIATED.get(element, element)
    number = _number(printed) if printed else ""
    return f"{short}_{number}" if number else short


def _number(printed: str) -> str:
    text = _RAISED.sub(r"-\1", printed.strip())
    if behind := _BEHIND.fullmatch(text):
        text = behind[1]
    place = 0
    while said := _SAID.match(text, place):
        place = said.end()
        if _BARE.fullmatch(rest := _stripped(text[place:])):
            return rest
    return _stripped(text)


def _stripped(text: str) -> str:
    text = _SUPERSCRIPT.sub(lambda found: f"-{unicodedata.normalize('NFKC', found[0])}", text)
    text = _DASH.sub("-", _ORDINAL.sub("", text))
    if not text.isascii():
        text = "".join(map(_in_latin, unicodedata.normalize("NFC", text)))
    text = _OUTSIDE.sub("", text)
    return _EDGES.sub("", text)


def _in_latin(char: str) -> str:
    if char.isascii():
        return char
    if latin := _CYRILLIC.get(char.lower()):
        return latin if char.islower() else latin.capitalize()
    plain = unicodedata.normalize("NFKD", char)
    folded = "".join(c for c in plain if c.isascii() and c.isalnum())
    # What no table knows is kept apart by its code.
    return folded or (f"u{ord(char):x}" if char.isalnum() else " ")


_ELEMENTS: Final[dict[str, frozenset[str]]] = {}


def _elements() -> dict[str, frozenset[str]]:
    """Elements, abbreviated, by the words that stand for them in labels, without their full stops."""
    if not _ELEMENTS:
        found: dict[str, set[str]] = {}
        for long, short in ABBREVIATED.items():
            found.setdefault(long, set()).add(short)
            found.setdefault(short, set()).add(short)
        for table in LABELS.values():
            for short, form in table.items():
                word = form.replace("{}", "").strip(" .-")
                found.setdefault(word.casefold(), set()).add(short)
        for word, short in _WRITTEN_OUT.items():
            found.setdefault(word, set()).add(short)
        # In Russian a пункт stands below an article or below a part of one, and a подпункт below a пункт.
        found["пп"] = {"point", "subpara"}
        _ELEMENTS.update({word: frozenset(shorts) for word, shorts in found.items()})
    return _ELEMENTS


_WRITTEN_OUT: Final = {
    "§": "sec", "пункт": "point", "подпункт": "subpara", "статья": "art", "статьи": "art", "часть": "part",
    "части": "part", "глава": "chp", "главы": "chp", "бап": "art", "бөлік": "part", "тармақ": "point",
    "livre": "book", "titre": "title", "chapitre": "chp", "comma": "para", "lettera": "point",
    # Regulations and orders number what acts call sections; readers call both articles.
    "regulation": "art", "regulations": "art", "reg": "art", "regs": "art",
}  # fmt: skip

_LABEL: Final = pattern(r"(?:([^\W\d_]{2,})\.?\s+|(§+)\s*|\b([^\W\d_])\.\s+)?(\(?[^\s,;()]+\)?)[\s,;]*")
_LATIN: Final = pattern("bis|ter|quater|quinquies|sexies|septies|octies|no[nv]ies|decies", re.IGNORECASE)
# Kazakh puts the word after the number: 255-бап.
_WORD_AFTER: Final = pattern(r"(.*\d)-([^\W\d_]{3,})")


def label_parts(text: str) -> Iterator[tuple[frozenset[str], str]]:
    """The parts of a printed label such as ``art. 12 para. 2`` or ``5(1)(a)``, outermost first.

    Each is the elements its word may stand for, abbreviated and empty when it has none or one that is not
    known, and the number as an eId has it.
    """
    place = 0
    text = text.strip()
    while place < len(text):
        found = _LABEL.match(text, place)
        if found is None:
            return
        word, printed = found[1] or found[2] or found[3] or "", found[4]
        if not word and (after := _WORD_AFTER.fullmatch(printed)):
            printed, word = after.groups()
        if _LATIN.fullmatch(word):  # "3 bis A": no word for a unit, but part of the number
            yield frozenset(), word
            word = ""
        if number := _stripped(printed):
            yield _elements().get(word.casefold(), frozenset()), number
        place = found.end()
