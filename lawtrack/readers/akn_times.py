"""When a text in Akoma Ntoso is in force: the time interval that its body names, between two events.

Metadata are looked at in their canonical text, so that writing needs no XML reader.
"""

import re
from typing import Final

from ..dates import EdtfDate, Period
from ..errors import ReadingError
from ..missing import UNKNOWN, Missing
from .documents import day_of, period_of

__all__ = ["GROUP", "OURS", "force_told"]

OURS: Final = "#lawtrack"
"""Source of the metadata that are written of a text rather than kept from a file."""

GROUP: Final = "lawtrack_inForce"
"""eId of the temporal group of the period of a whole text."""

# A value may hold the sign that ends a tag.
_IN_TAG: Final = r'(?:[^">]|"[^"]*")*'
_EVENT: Final = re.compile(f"<eventRef({_IN_TAG})>")
_GROUPED: Final = re.compile(f"<temporalGroup({_IN_TAG})>(.*?)</temporalGroup>", re.DOTALL)
_INTERVAL: Final = re.compile(f"<timeInterval({_IN_TAG})>")
_CONCEPT: Final = re.compile(f"<TLCConcept({_IN_TAG})>")
_ATTRIBUTE: Final = re.compile(r'([\w:.-]+)="([^"]*)"')
_IN_FORCE: Final = re.compile("(?<!not)(?<!not[ _-])in[ _-]?force", re.IGNORECASE)


def force_told(meta: str, group: str) -> Period | Missing:
    """The period of force in the temporal group of that name, ``#tg_1``; UNKNOWN where it tells none.

    Raises:
        CorpusError: LT-TXT-028 when it ends before it begins.
    """
    said = [_attributes(found[1]) for found in _EVENT.finditer(meta)]
    days = {f"#{event.get('eId', '')}": day_of(event.get("date", "")) for event in said}
    said = [_attributes(found[1]) for found in _CONCEPT.finditer(meta)]
    concepts = {f"#{concept.get('eId', '')}": concept for concept in said}
    for found in _GROUPED.finditer(meta):
        if f"#{_attributes(found[1]).get('eId', '')}" != group:
            continue
        for interval in map(_attributes, _INTERVAL.findall(found[2])):
            means = interval.get("refersTo", "")
            concept = concepts.get(means, {})
            if not any(map(_IN_FORCE.search, (means, concept.get("href", ""), concept.get("showAs", "")))):
                continue
            if (exact := _exact(interval)) is not None:
                return exact
            ends = [days.get(interval[name], UNKNOWN) for name in ("start", "end") if name in interval]
            if ends and UNKNOWN not in ends:
                start, end = (days.get(interval.get(name, "")) for name in ("start", "end"))
                return period_of(_day(start), _day(end), f"timeInterval in {group}")
    return UNKNOWN


def _day(told: EdtfDate | Missing | None) -> EdtfDate | None:
    return told if isinstance(told, EdtfDate) else None


def _exact(interval: dict[str, str]) -> Period | None:
    """The period in our own notation, where its ends are no whole days."""
    written = next((value for name, value in interval.items() if name.endswith(":period")), "")
    try:
        return Period.read(written) if written else None
    except ReadingError:
        return None


def _attributes(tag: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(tag))
