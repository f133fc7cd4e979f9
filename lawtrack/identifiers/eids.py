"""Addresses of units inside a Work, in the Akoma Ntoso manner."""

from collections.abc import Iterable
from typing import Final, Self

from attrs import Attribute, field, frozen

from ..errors import ReadingError
from ..languages import check_tag
from ..patterns import pattern
from .ids import BAD_ID, check_id

__all__ = ["ABBREVIATED", "LABELS", "EId"]

_ELEMENT: Final = pattern(r"[a-z][A-Za-z]*")
_NUMBER: Final = pattern(r"[0-9A-Za-z](?:[0-9A-Za-z.:*+-]*[0-9A-Za-z*+])?")
ABBREVIATED: Final = {
    "article": "art",
    "chapter": "chp",
    "clause": "cl",
    "division": "dvs",
    "paragraph": "para",
    "section": "sec",
    "subchapter": "subchp",
    "subclause": "subcl",
    "subdivision": "subdvs",
    "subparagraph": "subpara",
    "subsection": "subsec",
    "transitional": "trans",
}
"""Akoma Ntoso's abbreviations of elements in addresses."""
LABELS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "art": "art. {}", "att": "annex {}", "book": "book {}", "chp": "ch. {}", "cl": "cl. {}",
        "dvs": "div. {}", "para": "para. {}", "part": "part {}", "point": "point {}", "sec": "s. {}",
        "subpara": "subpara. {}", "subsec": "subs. {}", "title": "title {}",
    },
    "ru": {
        "art": "ст. {}", "att": "прил. {}", "book": "кн. {}", "chp": "гл. {}", "para": "п. {}",
        "part": "ч. {}", "point": "п. {}", "sec": "разд. {}", "subpara": "пп. {}", "subsec": "подразд. {}",
        "title": "разд. {}",
    },
    "kk": {
        "art": "{}-бап", "att": "{}-қосымша", "chp": "{}-тарау", "para": "{}-тармақ", "part": "{}-бөлік",
        "point": "{}-тармақ", "sec": "{}-бөлім", "subpara": "{}-тармақша",
    },
}  # fmt: skip
"""How readers of a language write a numbered element, by language and abbreviated element."""


def _as_steps(steps: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((element, number) for element, number in steps)


@frozen
class EId:
    """The address of a unit inside a Work: steps from the outermost unit inwards.

    ``art_255__para_1__point_2`` has three steps. A step is an element and its number; numbers are labels,
    not quantities (``41-1``, ``1-2``, ``a``), and a unit without one has an empty number (``preamble``).

    Attributes:
        steps: Pairs of element and number, at least one.
    """

    steps: tuple[tuple[str, str], ...] = field(converter=_as_steps)

    @steps.validator
    def _well_formed(self, attribute: "Attribute[object]", steps: tuple[tuple[str, str], ...]) -> None:
        if not steps:
            raise ReadingError("", "an eId of at least one step", code=BAD_ID)
        for element, number in steps:
            fits = _ELEMENT.fullmatch(element) and (not number or _NUMBER.fullmatch(number))
            # A unit spelled two ways would be two units to every reference.
            if not fits or element in ABBREVIATED:
                raise ReadingError(str(self), *_eid_expected(str(self), element), code=BAD_ID)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read ``art_255__para_1``.

        Raises:
            ReadingError: LT-REF-005 when it is not steps of element and number joined by two underscores.
        """
        check_id(text)
        steps = []
        for step in text.split("__"):
            element, underscore, number = step.partition("_")
            if underscore and not number:
                raise ReadingError(text, *_eid_expected(text, element), code=BAD_ID)
            steps.append((element, number))
        return cls(tuple(steps))

    def __str__(self) -> str:
        return "__".join(f"{element}_{number}" if number else element for element, number in self.steps)

    @property
    def parent(self) -> Self | None:
        """The unit around this one, or None for the outermost."""
        return type(self)(self.steps[:-1]) if len(self.steps) > 1 else None

    def starts_with(self, other: "EId") -> bool:
        """Whether *other* is this unit or one around it; ``art_41-1`` does not start with ``art_41``."""
        return self.steps[: len(other.steps)] == other.steps

    def label(self, lang: str = "en") -> str:
        """The address as a reader of *lang* writes it: ``art. 255 para. 1``, ``ст. 255 ч. 1``, ``255-бап``.

        Outermost first. English, Russian and Kazakh are known, other languages get English; an element
        without an abbreviation is written out.
        """
        language = check_tag(lang).partition("-")[0]
        table = LABELS.get(language, LABELS["en"])
        said = []
        previous = ""
        for element, number in self.steps:
            # A point below a paragraph is a подпункт; below a part of an article it is a пункт.
            key = (
                "subpara"
                if (element, previous) == ("point", "para") and language in ("kk", "ru")
                else element
            )
            said.append(table.get(key, element + " {}").format(number) if number else element)
            previous = element
        return " ".join(said)


def _eid_expected(text: str, element: str) -> tuple[str, str]:
    if abbreviated := ABBREVIATED.get(element.lower()):
        hint = f"Akoma Ntoso abbreviates {element.lower()} to {abbreviated}."
    elif "~" in text or "/" in text:
        hint = "This looks like an IRI; an eId is what follows its ~."
    else:
        hint = ""
    return "an eId such as art_255__para_1", hint
