"""Metadata of Akoma Ntoso: what is known of a text that brings none, and what is added to those it brings."""

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

from ..dates import EdtfDate, Period
from ..errors import ReadingError
from ..identifiers import WorkIri
from ..languages import ISO_639_2
from ..missing import Missing, is_known
from ..model.expression import Expression
from ..model.text import Work
from ..readers.akn import AKN
from ..readers.akn_times import GROUP, OURS
from ..readers.xml_units import NAMESPACE
from .xml_text import attributes_text, escaped

__all__ = ["dated", "known_meta", "with_analysis", "with_force", "with_front"]


def known_meta(expression: Expression, work: Work | None) -> str:
    """The metadata that is known of a text that brings none; what is not known is left out.

    The day of the expression is put in by :func:`dated`.
    """
    uri = expression.work
    wire = _wire(expression)
    iri = _iri(uri)
    begun = _born(iri, work)
    whole = f"{uri}/{wire}@" if wire else uri
    rows = [("FRBRthis", {"value": f"{uri}/!main"}), ("FRBRuri", {"value": uri}), *begun, _NOBODY]
    country = work.jurisdiction if work is not None and is_known(work.jurisdiction) else ""
    if country or iri:
        rows.append(("FRBRcountry", {"value": str(country).lower() or (iri.jurisdiction if iri else "")}))
    if work is not None:
        if is_known(work.number):
            rows.append(("FRBRnumber", {"value": str(work.number)}))
        if is_known(work.title):
            rows.append(("FRBRname", {"value": work.title.text()}))
    names = [("FRBRthis", {"value": f"{whole}/!main"}), ("FRBRuri", {"value": whole})]
    versions = [*names, _NOBODY, ("FRBRlanguage", {"language": wire or "und"})]
    made = [*names, ("FRBRauthor", {"href": "#lawtrack", "as": "#generator"})]
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


_ORDER: Final = (
    "identification", "publication", "classification", "lifecycle", "workflow", "analysis", "temporalData",
    "references", "notes", "proprietary", "presentation",
)  # fmt: skip


def placed(meta: str, name: str, said: str) -> str:
    """The metadata with one more element of that name where the format has it, after those that are there."""
    later = "|".join(_ORDER[_ORDER.index(name) + 1 :])
    found = re.search(f"<(?:{later})[ >/]", meta) if later else None
    at = found.start() if found else meta.rindex("</meta>")
    return f"{meta[:at]}{said}{meta[at:]}"


def with_analysis(meta: str, analysis: Sequence[str]) -> str:
    """The metadata with more modifications, in the analysis that it has or in one of its own."""
    inner = f"<passiveModifications>{''.join(analysis)}</passiveModifications>"
    if "</passiveModifications>" in meta:
        at, said = meta.rindex("</passiveModifications>"), "".join(analysis)
    elif "</analysis>" in meta:
        at, said = meta.rindex("</analysis>"), inner
    else:
        return placed(meta, "analysis", f'<analysis source="{OURS}">{inner}</analysis>')
    return f"{meta[:at]}{said}{meta[at:]}"


def dated(meta: str, in_force: Period | Missing) -> str:
    """The metadata with the day of the expression where they are ours: its first in force, or the work's."""
    if f'<identification source="{OURS}">' not in meta:
        return meta
    since = _whole_day(in_force.start) if isinstance(in_force, Period) else ""
    born = _OF_WORK.search(meta)
    told = _fact(("FRBRdate", {"date": since, "name": "in force"})) if since else born[1] if born else ""
    return _LEVEL.sub(
        lambda found: _VERSION.sub(rf"@{since}\1", found[0]).replace(
            "<FRBRauthor ", f"{told}<FRBRauthor ", 1
        ),
        meta,
    )


_OF_WORK: Final = re.compile(r"<FRBRWork>(?:(?!</FRBRWork>).)*?(<FRBRdate [^>]*></FRBRdate>)", re.DOTALL)
_LEVEL: Final = re.compile("<FRBR(Expression|Manifestation)>.*?</FRBR\\1>", re.DOTALL)
_VERSION: Final = re.compile('@((?:/!main)?")')


def with_front(meta: str, front: str) -> str:
    """The metadata with the front matter of a Markdown file, which is no text of the law."""
    said = f'<lawtrack:front xmlns:lawtrack="{NAMESPACE}">{escaped(front)}</lawtrack:front>'
    return placed(meta, "proprietary", f'<proprietary source="{OURS}">{said}</proprietary>')


def with_force(meta: str, in_force: Period) -> str:
    """The metadata with the period of the text: an event at either end, and an interval between them."""
    events, ends = "", {}
    is_exact = True
    for name, day in (("start", in_force.start), ("end", in_force.end)):
        if day is None:
            continue
        if (whole := _whole_day(day)) and whole == str(day):
            eid = f"{GROUP}_{name}"
            said = {"eId": eid, "date": whole, "source": "#unknown", "refersTo": _CONCEPT}
            events += f"<eventRef{attributes_text(said.items())}></eventRef>"
            ends[name] = f"#{eid}"
        else:
            is_exact = False
    # A day that is not known exactly is no date; the period then stands in our own notation too.
    vague = {} if is_exact and ends else {"xmlns:lawtrack": NAMESPACE, "lawtrack:period": str(in_force)}
    interval = attributes_text({**ends, "refersTo": _CONCEPT, **vague}.items())
    grouped = f'<temporalGroup eId="{GROUP}"><timeInterval{interval}></timeInterval></temporalGroup>'
    concept = attributes_text({"eId": _CONCEPT[1:], "href": _IN_FORCE, "showAs": "in force"}.items())
    if events:
        meta = placed(meta, "lifecycle", f'<lifecycle source="{OURS}">{events}</lifecycle>')
    meta = placed(meta, "temporalData", f'<temporalData source="{OURS}">{grouped}</temporalData>')
    referred = f"<TLCConcept{concept}></TLCConcept>"
    return placed(meta, "references", f'<references source="{OURS}">{referred}</references>')


_CONCEPT: Final = f"#{GROUP}_concept"
_IN_FORCE: Final = "/akn/ontology/concept/lawtrack/inForce"
