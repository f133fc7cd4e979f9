"""Metadata of Akoma Ntoso: what is known of a text that brings none, and modifications that are added."""

import re
from collections.abc import Sequence
from typing import Final

from ..errors import ReadingError
from ..identifiers import WorkIri, read_iri
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
    since = getattr(getattr(expression.in_force, "start", None), "written", "")
    whole = f"{uri}/{wire}@{since}" if wire else uri
    rows = [("FRBRthis", "value", f"{uri}/!main"), ("FRBRuri", "value", uri)]
    try:
        iri = read_iri(uri)
    except ReadingError:
        pass
    else:
        rows += [("FRBRdate", "date", iri.date)] if isinstance(iri, WorkIri) else []
    if work is not None:
        if is_known(work.jurisdiction):
            rows.append(("FRBRcountry", "value", str(work.jurisdiction).lower()))
        if is_known(work.number):
            rows.append(("FRBRnumber", "value", str(work.number)))
        if is_known(work.title):
            rows.append(("FRBRname", "value", work.title.text()))
    versions = [("FRBRthis", "value", f"{whole}/!main"), ("FRBRuri", "value", whole)]
    versions += [("FRBRdate", "date", since)] if since else []
    versions += [("FRBRlanguage", "language", wire)] if wire else []
    levels = "".join(
        f"<{level}>{''.join(map(_fact, facts))}</{level}>"
        for level, facts in (("FRBRWork", rows), ("FRBRExpression", versions))
    )
    return f'<meta xmlns="{AKN}"><identification source="#lawtrack">{levels}</identification></meta>'


def _fact(fact: tuple[str, str, str]) -> str:
    name, key, value = fact
    return f"<{name}{attributes_text([(key, value)])}></{name}>"


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
