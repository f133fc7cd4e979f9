"""Headings of laws as printed: ``Livre Ier : Dispositions générales``, ``Article 222-13``, ``§ 5``."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Final

from attrs import frozen

from ..patterns import pattern

__all__ = ["START", "Heading", "bare_heading", "is_marked", "marked_heading", "opens", "shape_of"]

# Words for a unit by Akoma Ntoso element, the widest first: French, English, Spanish, Portuguese, Italian,
# German, Dutch, Russian; Estonian and Kazakh, where the number goes first. Within one document the order
# decides what contains what.
_WORDS: Final = {
    "part": "partie part parte teil deel часть osa бөлім",
    "subpart": "sous-partie subpart",
    "tome": "tome tomo",
    "book": "livre book libro livro buch boek книга raamat",
    "title": "titre title título titulo titolo titel раздел",
    "subtitle": "sous-titre subtitle subtítulo untertitel",
    "chapter": "chapitre chapter capítulo capitulo capo kapitel hoofdstuk глава peatükk тарау",
    "subchapter": "sous-chapitre subchapter",
    "division": "division división",
    "section": "section sección seccion seção secção sezione abschnitt afdeling jagu",
    "subsection": "sous-section subsection subsección subseção subsecção unterabschnitt jaotis",
    "paragraph": "paragraphe paragraaf параграф",
    "subparagraph": "sous-paragraphe",
}
_ARTICLE: Final = (
    "article",
    "artículo",
    "articulo",
    "artigo",
    "articolo",
    "artikel",
    "статья",
)
_ANNEX: Final = (
    "annexe",
    "annex",
    "anexo",
    "allegato",
    "anlage",
    "anhang",
    "bijlage",
    "приложение",
    "schedule",
    "appendix",
)
_LETTERED: Final = "hcontainer"

_RANK: Final = {element: place for place, element in enumerate((*_WORDS, _LETTERED, "article"))}
_ELEMENT: Final = {
    **{word: element for element, words in _WORDS.items() for word in words.split()},
    **dict.fromkeys(_ARTICLE, "article"),
    **dict.fromkeys(_ANNEX, "attachment"),
}
_DEEPEST: Final = len(_RANK)

# "3 bis", "3 quinquies", "3 bis A".
_LATIN: Final = r"(?: (?:bis|ter|quater|[a-z]{3,12}ies)\b)?(?: [A-Z]\b)?"
_ORDINAL: Final = (
    r"(?:premier|première|préliminaire|liminaire|unique|[úu]nic[oa]|primer[oa]|preliminar|finale?|primero)"
)
_NUMBER: Final = (
    rf"(?:[IVXLCDM]+(?:er|re|e|ème)?|[0-9]+(?:er|re|e|º|°)?(?:[-.][0-9]+)*(?:[ -]?[A-Z]{{1,2}})?|[A-Z]"
    rf"|{_ORDINAL}){_LATIN}"
)
_LABEL: Final = (
    r"(?:(?:L\.?O|[LRDAC])\*{0,2}\.? ?)?[0-9]+(?:er|º|°)?(?:[-.‑–][0-9]+)*(?:<sup>[0-9]+</sup>|[⁰¹²³⁴-⁹]+)?"
    rf"(?:[ -]?[A-Z]{{1,2}}(?![A-Za-z]))?(?:-[0-9]+)*{_LATIN}"
)
_ALTERNATIVES: Final = "|".join(
    re.escape(word) for word in sorted(_ELEMENT, key=len, reverse=True) if word not in _ARTICLE
)
_UNIT: Final = pattern(
    rf"(?P<num>(?P<word>{_ALTERNATIVES})(?: {_NUMBER})?)\.?(?:\s*(?:[:–—.]|-(?= ))\s*(?P<heading>.+))?",
    re.IGNORECASE,
)
_NUMBERED: Final = pattern(rf"\S+ {_NUMBER}")
_ART: Final = pattern(
    rf"(?P<num>(?:{'|'.join(_ARTICLE)}|art\.|§§?) ?(?P<label>{_LABEL}|[IVXLC]+|{_ORDINAL}|[A-Z]))\.?"
    r"(?:(?:\s*(?:[:–—]|-(?= )|\.)\s*|(?<=[0-9a-z]) (?=\w))(?P<heading>.+))?",
    re.IGNORECASE,
)
_BARE_ART: Final = pattern(
    rf"(?:{'|'.join(_ARTICLE)}) "
    rf"(?P<label>{_LABEL}|{_ORDINAL}|annexe?(?: (?:[0-9]+|[IVXLC]+)(?:-[0-9]+)*)?)\.?",
    re.IGNORECASE,
)
_BEHIND: Final = pattern(
    r"(?P<num>(?:[0-9]+(?:<sup>[0-9]+</sup>|[⁰¹²³⁴-⁹]+|-[0-9]+)?|[IVXLC]+)[.-]? ?"
    r"(?P<word>peatükk|jagu|jaotis|osa|raamat|бап|тарау|бөлім))(?:[.:]?\s+(?P<heading>.+))?",
    re.IGNORECASE,
)
_LETTER: Final = pattern(r"(?P<num>[A-Z]\.?) ?: ?(?P<heading>.+)")
# A division without a number (Partie législative) is told from a sentence by being short and unpunctuated.
_WORDED: Final = pattern(
    r"(?P<num>(?:Partie|Part|Parte|Livre|Titre)) (?P<heading>[^.;:,!?]{3,90})(?<![.;:,])"
)
_LONGEST: Final = 40
_PARTS: Final = pattern(r"[0-9]+")
_PREFIX: Final = pattern(r"[^0-9]*")


@frozen
class Heading:
    """A line that opens a unit.

    Attributes:
        element: Akoma Ntoso element; ``level`` where the words tell none.
        num: Number as printed, with its word: ``Livre Ier``, ``Article 222-13``; may be empty.
        heading: The rest of the line; may be empty.
        label: What an article is called after its word: ``222-13``; empty for other units.
        depth: Marks of Markdown before it; 0 for a bare line.
        rank: Place of the element from the widest to the narrowest.
    """

    element: str
    num: str
    heading: str
    label: str
    depth: int
    rank: int

    @property
    def line(self) -> str:
        """The line in the form that is written where none was printed."""
        if self.num and self.heading:
            return f"{self.num} : {self.heading}"
        return self.num or self.heading


def is_marked(line: str) -> bool:
    """Whether a line begins with the marks of a heading: one to six, and a space."""
    return _MARKS.match(line) is not None


_MARKS: Final = pattern("#{1,6} ")


@lru_cache(maxsize=512)
def marked_heading(line: str) -> Heading:
    """What a line after its marks (``### Titre II : Des peines``) opens; every such line opens something."""
    depth = len(line) - len(line.lstrip("#"))
    said = line[depth:].strip().rstrip("#").rstrip()
    return _read(said, depth) or Heading("level", "", said, "", depth, _DEEPEST)


@lru_cache(maxsize=512)
def bare_heading(line: str) -> Heading | None:
    """What a line without marks opens, or None for a line of text.

    An article opens only where the line holds nothing but its word and label, a division where a number
    or a separator follows its word.
    """
    said = line.strip()
    if found := _BARE_ART.fullmatch(said):
        return Heading("article", said, "", found["label"], 0, _RANK["article"])
    if (found := _UNIT.fullmatch(said)) and said[0].isupper() and _NUMBERED.fullmatch(found["num"]):
        return _unit(found, 0)
    if found := _LETTER.fullmatch(said):
        return Heading(_LETTERED, found["num"], found["heading"], "", 0, _RANK[_LETTERED])
    if _WORDED.fullmatch(said):
        element = _ELEMENT[said.split()[0].lower()]
        return Heading(element, "", said, "", 0, _RANK[element])
    return None


def opens(line: str, *, marked: bool) -> bool:
    """Whether a line opens a unit: by its marks, or in a text whose headings have none by its words."""
    return is_marked(line) or (not marked and bare_heading(line) is not None)


def _read(said: str, depth: int) -> Heading | None:
    if found := _ART.fullmatch(said):
        return Heading(
            "article", found["num"], found["heading"] or "", found["label"], depth, _RANK["article"]
        )
    if found := _UNIT.fullmatch(said):
        return _unit(found, depth)
    if found := _LETTER.fullmatch(said):
        return Heading(_LETTERED, found["num"], found["heading"], "", depth, _RANK[_LETTERED])
    if found := _BEHIND.fullmatch(said):
        if found["word"].lower() != "бап":
            return _unit(found, depth)
        label = found["num"].partition("-")[0]
        return Heading("article", found["num"], found["heading"] or "", label, depth, _RANK["article"])
    word, _, rest = said.partition(" ")
    word = word.lower()
    if word in _ARTICLE and 0 < len(rest) <= _LONGEST:  # "Article Annexe II"
        return Heading("article", said, "", rest, depth, _RANK["article"])
    if word in _ELEMENT and _ELEMENT[word] not in ("article", "attachment"):
        return Heading(_ELEMENT[word], "", said, "", depth, _RANK[_ELEMENT[word]])
    return None


def _unit(found: re.Match[str], depth: int) -> Heading:
    element = _ELEMENT[found["word"].lower()]
    return Heading(element, found["num"], found["heading"] or "", "", depth, _RANK.get(element, 0))


def _by_first_letter(words: Iterable[str]) -> str:
    """An expression for any of the words, by first letter: most lines are then passed over at once."""
    groups = groupby(sorted(words, reverse=True), key=lambda word: word[0])
    return "|".join(
        f"{first}(?:{'|'.join(re.escape(word[1:]) for word in group)})" for first, group in groups
    )


_STARTS: Final = {form for word in _ELEMENT for form in (word.capitalize(), word.upper())}
START: Final = rf"(?:(?:{_by_first_letter(_STARTS)}) |[A-Z]\.? ?: )[^\n]{{1,300}}$"
"""An expression for the start of a line that :func:`bare_heading` might take for a heading."""


def shape_of(label: str) -> tuple[str, int]:
    """What labels of one numbering share: letters before the first number, and how many numbers there are."""
    prefix = _PREFIX.match(label)
    return (prefix[0].strip(" .*") if prefix else ""), len(_PARTS.findall(label))
