"""Counting with days of which only bounds are known."""

from collections.abc import Callable, Iterable
from datetime import date

from ..missing import UNKNOWN, Missing, is_known
from .edtf import EdtfDate

__all__ = ["earliest_of", "either_of", "latest_of", "moved"]

_NEVER_BEFORE, _NEVER_AFTER = date.min, date.max


def moved(day: EdtfDate, step: Callable[[date], date]) -> EdtfDate:
    """Apply *step*, which must never turn a later day into an earlier one, to both bounds of *day*.

    Marks are kept: a step away from about August is about as certain as August was.
    """
    earliest = step(day.earliest) if day.earliest else None
    latest = step(day.latest) if day.latest else None
    return EdtfDate.between(earliest, latest, day.marks)


def earliest_of(days: Iterable[EdtfDate | Missing]) -> EdtfDate | Missing:
    """The earliest of *days*; an unknown one leaves it open how early, a known one how late it can be."""
    return _extreme(list(days), first=True)


def latest_of(days: Iterable[EdtfDate | Missing]) -> EdtfDate | Missing:
    """The latest of *days*; a known one says how early it can be, an unknown one leaves open how late."""
    return _extreme(list(days), first=False)


def either_of(days: Iterable[EdtfDate | Missing]) -> EdtfDate | Missing:
    """One of *days*, nobody knows which; UNKNOWN when one of them is, or when nothing bounds it."""
    held = list(days)
    known = [day for day in held if is_known(day)]
    if len(known) < len(held):
        return UNKNOWN
    if len({day.written for day in known}) == 1:
        return known[0]
    lo = min(day.earliest or _NEVER_BEFORE for day in known)
    hi = max(day.latest or _NEVER_AFTER for day in known)
    earliest, latest = (lo if lo != _NEVER_BEFORE else None), (hi if hi != _NEVER_AFTER else None)
    return EdtfDate.between(earliest, latest) if earliest or latest else UNKNOWN


def _extreme(days: list[EdtfDate | Missing], *, first: bool) -> EdtfDate | Missing:
    choose = min if first else max
    spans = [
        (day.earliest or _NEVER_BEFORE, day.latest or _NEVER_AFTER) if is_known(day)
        else (_NEVER_BEFORE, _NEVER_AFTER)
        for day in days
    ]  # fmt: skip
    lo, hi = choose(span[0] for span in spans), choose(span[1] for span in spans)
    # Only days that can be the answer pass on their marks; a lone one is the answer, as it is written.
    able = [day for day, (early, late) in zip(days, spans, strict=True) if early <= hi and late >= lo]
    if len({str(day) for day in able}) == 1:
        return able[0]
    earliest, latest = (lo if lo != _NEVER_BEFORE else None), (hi if hi != _NEVER_AFTER else None)
    if earliest is None and latest is None:
        return UNKNOWN
    known = [day for day in able if is_known(day)]
    approximate, uncertain = any(d.approximate for d in known), any(d.uncertain for d in known)
    marks = "%" if approximate and uncertain else "~" if approximate else "?" if uncertain else ""
    return EdtfDate.between(earliest, latest, marks)
