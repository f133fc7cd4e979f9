"""What a file of a law gives: the work it is of, and its text at one time in one language."""

import re
from typing import Final

from attrs import frozen

from ..countries import check_country
from ..dates import EdtfDate, Period
from ..errors import CorpusError, Problem, ReadingError
from ..identifiers import check_id
from ..languages import ISO_639_2, LangMap, check_tag
from ..missing import UNKNOWN, Missing
from ..model.expression import Expression
from ..model.text import Work

__all__ = ["Document", "country_of", "day_of", "language_of", "period_of", "title_of", "work_id"]

_NOT_IN_ID: Final = re.compile(r"[^!-~]+")
_TWO: Final = {three: two for two, three in ISO_639_2.items()}


@frozen(kw_only=True)
class Document:
    """A law as one file has it.

    Attributes:
        work: The work, with what the file says about it and nothing else.
        expression: Its text.
    """

    work: Work
    expression: Expression


def work_id(said: str, stem: str) -> str:
    """The id of a work: what the file calls it, else the file's own name; never more than is written."""
    kept = _NOT_IN_ID.sub("-", (said or "").strip())[:300]
    if not kept:
        kept = f"file:{_NOT_IN_ID.sub('-', stem)[:200] or 'unnamed'}"
    return check_id(kept)


def language_of(said: str, notes: list[str]) -> str | Missing:
    """The BCP 47 tag of a language as a file writes it, ``eng`` or ``en``; UNKNOWN, with a note, for none.

    ``und`` says that nobody knows, and needs no note.
    """
    low = said.strip().lower()
    if low == "und":
        return UNKNOWN
    try:
        return check_tag(_TWO.get(low, low)) if low else UNKNOWN
    except ReadingError:
        notes.append(f"The file gives {said!r} as its language, which is no ISO 639 code.")
        return UNKNOWN


def country_of(said: str) -> str | Missing:
    """The country code that a file writes, ``us`` or ``GB-UKM``; UNKNOWN for what is none."""
    for code in (said.strip().upper(), said.strip().upper().partition("-")[0]):
        try:
            return check_country(code)
        except ReadingError:
            continue
    return UNKNOWN


def day_of(said: str) -> EdtfDate | Missing:
    """The day, month or year that a file writes; UNKNOWN for anything else. A zone after it is left out."""
    found = re.match(r"[0-9]{4}(?:-[0-9]{2}){0,2}(?![0-9])", said.strip())
    try:
        return EdtfDate.read(found[0]) if found else UNKNOWN
    except ReadingError:
        return UNKNOWN


def period_of(start: EdtfDate | None, end: EdtfDate | None, where: str) -> Period:
    """The period between two days of a file; CorpusError, LT-TXT-028, when the end does not follow."""
    try:
        return Period(start, end)
    except ReadingError:
        problem = Problem(
            code="LT-TXT-028",
            where=where,
            read=f"a period from {start} to {end}",
            expected=f"an end after {start}",
            hint="Correct the days in the file, or take out the one that is wrong.",
        )
        raise CorpusError([problem]) from None


def title_of(text: str, lang: str | Missing) -> LangMap | Missing:
    """The title in its language, or in one that is not determined; UNKNOWN for an empty one."""
    said = " ".join(text.split())
    return LangMap({lang if isinstance(lang, str) else "und": said}) if said else UNKNOWN
