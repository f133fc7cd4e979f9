"""The word-replacement formula of amending laws: words put in the place of words, exactly or not at all."""

import re
from typing import Literal

from attrs import frozen

from ..arguments import checked
from ..errors import LawtrackError

__all__ = ["Action", "Place", "Substitution", "SubstitutionError", "apply_substitution", "places_of"]

Action = Literal["replace", "insert_after", "insert_before", "delete", "append"]

_AROUND = 30
_SHOWN = 4
_QUOTES = '"«»“”„‟‹›'
_SOFT = "\u00ad\u200b\u2060"


@frozen(kw_only=True)
class Place:
    """Where words stand in a text.

    Attributes:
        start: Index of their first character.
        end: Index after their last.
        around: They with a little of what stands about them.
    """

    start: int
    end: int
    around: str

    def __str__(self) -> str:
        return f"{self.start}: …{self.around}…"


class SubstitutionError(LawtrackError, ValueError):
    """The words of a replacement formula are not in the text just once.

    Attributes:
        old: The words looked for.
        new: The words that should come.
        part: The part of the provision, as named; may be empty.
        places: Where the words were found; empty when nowhere.
    """

    def __init__(self, old: str, new: str, part: str, places: tuple[Place, ...], hint: str = "") -> None:
        self.old, self.new, self.part, self.places, self.hint = old, new, part, places, hint
        where = f" in {part}" if part else ""
        if not places:
            told = f"{old!r} does not stand{where}, so {new!r} cannot come in"
        else:
            shown = "; ".join(str(place) for place in places[:_SHOWN])
            more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
            told = f"{old!r} stands {len(places)} times{where} and {new!r} is for one place: {shown}{more}"
        super().__init__(f"{told}. {hint}" if hint else told)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.old, self.new, self.part, self.places, self.hint)


@frozen(kw_only=True)
class Substitution:
    """One word-level instruction of an amending law.

    Attributes:
        action: ``replace``, ``insert_after``, ``insert_before``, ``delete``, or ``append`` at the end.
        old: The words it is about; empty for ``append``.
        new: The words that come; empty for ``delete``.
        each: Whether it means every occurrence.
        part: The part it names, as it names it (``абзац второй части первой``); empty when it names none.
        figures: Whether it speaks of figures and not of words.
        written: The formula as read.
    """

    action: Action
    old: str = ""
    new: str = ""
    each: bool = False
    part: str = ""
    figures: bool = False
    written: str = ""

    def apply(self, text: str, *, each: bool | None = None) -> str:
        """*text* with the instruction carried out; raises SubstitutionError as :func:`apply_substitution`.

        *text* is the part that the instruction names. *each* overrules what the formula says.
        """
        every = self.each if each is None else each
        if self.action == "append":
            return _appended(text, self.new)
        old, new = self.old, self.new
        if self.action in ("insert_after", "insert_before"):
            return _at_places(text, old, new, every, self.part, before=self.action == "insert_before")
        return apply_substitution(text, old, new, each=every, part=self.part)


def places_of(text: str, words: str) -> tuple[Place, ...]:
    """Where *words* stand in *text* as whole words, in order.

    Layout does not count: any white space matches any, marks of quotation match each other, soft hyphens are
    passed over. Letters and their case do count, and so does white space at the ends of *words*: it must be
    there, and belongs to the place. Numbers match whole numbers only, so that ``10`` does not stand in
    ``10-1`` or ``2.10``.
    """
    pattern = _pattern(words)
    if pattern is None:
        return ()
    return tuple(
        Place(start=m.start(), end=m.end(), around=_around(text, m.start(), m.end()))
        for m in pattern.finditer(text)
    )


def _around(text: str, start: int, end: int) -> str:
    return " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())


def _pattern(words: str) -> re.Pattern[str] | None:
    said = words
    if not said.strip():
        return None
    pieces = []
    for piece in re.split(r"(\s+)", said):
        pieces.append(rf"[\s{_SOFT}]+" if piece.isspace() else f"[{_SOFT}]*".join(map(_letter, piece)))
    begins = r"(?<![\w-])(?<!\d[.,])" if said[0].isdigit() else r"(?<!\w)" if said[0].isalnum() else ""
    ends = r"(?![\w-]|[.,]\d)" if said[-1].isdigit() else r"(?!\w)" if said[-1].isalnum() else ""
    return re.compile(begins + "".join(pieces) + ends)


def _letter(letter: str) -> str:
    return f"[{re.escape(_QUOTES)}]" if letter in _QUOTES else re.escape(letter)


@checked
def apply_substitution(
    text: str, old_words: str, new_words: str, *, each: bool = False, part: str = ""
) -> str:
    """*text* with *old_words* replaced by *new_words*; everything else stays as it is, to the character.

    Args:
        text: The text of the part that the formula names.
        old_words: Words that must stand there as whole words; see :func:`places_of` for what counts as equal.
        new_words: Words that come in their place; empty to take them out, with one space left where two met.
        each: Replace every occurrence, where the law says so. Without it there must be exactly one.
        part: What the part is called, for messages.

    Raises:
        SubstitutionError: The words stand nowhere, or several times without *each*. It names both sides and
            every place found.
    """
    found = _found(text, old_words, new_words, each, part)
    made = []
    last = 0
    for place in found:
        made += [text[last : place.start], new_words]
        last = place.end
        if not new_words.strip():
            # Words taken out leave one space behind, and none before a mark that closes.
            left = made[-2]
            rest = text[last:]
            if rest[:1].isspace() and (not left or left[-1:].isspace()):
                last += 1
            elif left[-1:].isspace() and re.match(r"[,.;:)»”]|$", rest):
                made[-2] = left[:-1]
    return "".join((*made, text[last:]))


def _found(text: str, old: str, new: str, each: bool, part: str) -> tuple[Place, ...]:
    if not old.strip():
        raise SubstitutionError(old, new, part, (), "Say which words are to go.")
    found = places_of(text, old)
    if not found:
        close = places_of(text.casefold(), old.casefold())
        hint = f"It stands there in other case at {close[0]}." if close else ""
        raise SubstitutionError(old, new, part, (), hint)
    if len(found) > 1 and not each:
        hint = "Name the part, give only its text, or say each=True if the law means every occurrence."
        raise SubstitutionError(old, new, part, found, hint)
    return found


def _at_places(text: str, old: str, new: str, each: bool, part: str, *, before: bool) -> str:
    made = []
    last = 0
    for place in _found(text, old, new, each, part):
        at = place.start if before else place.end
        made += [text[last:at], f"{new} " if before else new if new[:1] in ",.;:)" else f" {new}"]
        last = at
    return "".join((*made, text[last:]))


def _appended(text: str, new: str) -> str:
    """Words at the end of a text, before the mark that closes it."""
    bare = text.rstrip()
    at = len(bare[:-1].rstrip() if bare[-1:] in (".", ";", ":") else bare)
    return f"{text[:at]}{'' if new[:1] in ',.;:)' else ' '}{new}{text[at:]}"
