"""Metadata of Akoma Ntoso: what is known of a text that brings none, and modifications that are added."""

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

from ..dates import EdtfDate
from ..errors import ReadingError
from ..identifiers import WorkIri
from ..languages import ISO_639_2
from ..missing import is_known
from ..model.expression import Expression
from ..model.text import Work
from ..readers.akn import AKN
from .xml_text import attributes_text

__all__ = ["known_meta", "with_analysis"]


def known_meta(expression: Expression, work: Work | None) -> str:
    """The metadata that is known of a text that brings none; what is not known is left out."""
    uri = expression.work
    wire = _wire(expression)
    since = _whole_day(getattr(expression.in_force, "start", None))
    iri = _iri(uri)
    begun = _born(iri, work)
    whole = f"{uri}/{wire}@{since}" if wire else uri
    rows = [("FRBRthis", {"value": f"{uri}/!main"}), ("FRBRuri", {"value": uri}), *begun, _NOBODY]
    country = work.jurisdiction if work is not None and is_known(work.jurisdiction) else ""
    if country or iri:
        rows.append(("FRBRcountry", {"value": str(country).lower() or (iri.jurisdiction if iri else "")}))
    if work is not None:
        if is_known(work.number):
            rows.append(("FRBRnumber", {"value": str(work.number)}))
        if is_known(work.title):
            rows.append(("FRBRname", {"value": work.title.text()}))
    dated = [("FRBRdate", {"date": since, "name": "in force"})] if since else begun
    names = [("FRBRthis", {"value": f"{whole}/!main"}), ("FRBRuri", {"value": whole})]
    versions = [*names, *dated, _NOBODY, ("FRBRlanguage", {"language": wire or "und"})]
    made = [*names, *dated, ("FRBRauthor", {"href": "#lawtrack", "as": "#generator"})]
    levels = "".join(
        f"<{level}>{''.join(map(_fact, facts))}</{level}>"
        for level, facts in (("FRBRWork", rows), ("FRBRExpression", versions), ("FRBRManifestation", made))
    )
    return f'<meta xmlns="{AKN}"><identification source="#lawtrack">{levels}</identification></meta>'


_Fact: TypeAlias = tuple[str, dict[str, str]]

# The format wants an author; nobody is made one.
_NOBODY: Final[_Fact] = ("FRBRauthor", {"href": "#unknown"})


def _iri(uri: str) -> WorkIri | None:
    try:
        return WorkIri.read(uri)
    except ReadingError:
        return None


def _born(iri: WorkIri | None, work: Work | None) -> list[_Fact]:
    """The day of the work's birth as its IRI or its earliest step has it; none when neither has one."""
    if iri is not None and len(iri.date) == 10:
        return [("FRBRdate", {"date": iri.date, "name": "work"})]
    events = work.events if work is not None else ()
    days = [(day, event.kind.value) for event in events if (day := _whole_day(event.date))]
    return [("FRBRdate", {"date": day, "name": kind}) for day, kind in sorted(days)[:1]]


def _whole_day(date: object) -> str:
    if isinstance(date, EdtfDate) and date.earliest and date.earliest == date.latest:
        return date.earliest.isoformat()
    return ""


def _fact(fact: _Fact) -> str:
    name, said = fact
    return f"<{name}{attributes_text(said.items())}></{name}>"


def _wire(expression: Expression) -> str:
    """The language as Akoma Ntoso writes it: three letters, then the rest of the tag."""
    if not isinstance(expression.lang, str):
        return ""
    language, hyphen, rest = expression.lang.partition("-")
    return ISO_639_2.get(language, language) + hyphen + rest


# Elements of the metadata that follow its analysis.
_AFTER_ANALYSIS: Final = re.compile(
    "<(?:temporalData|references|notes|proprietary|presentation)[ >/]|</meta>"
)


def with_analysis(meta: str, analysis: Sequence[str]) -> str:
    """The metadata with more modifications, in the analysis that it has or in one of its own."""
    inner = f"<passiveModifications>{''.join(analysis)}</passiveModifications>"
    if "</passiveModifications>" in meta:
        at, said = meta.rindex("</passiveModifications>"), "".join(analysis)
    elif "</analysis>" in meta:
        at, said = meta.rindex("</analysis>"), inner
    else:
        found = _AFTER_ANALYSIS.search(meta)
        at = found.start() if found else meta.rindex("</meta>")
        said = f'<analysis source="#lawtrack">{inner}</analysis>'
    return f"{meta[:at]}{said}{meta[at:]}"
