"""Whether an amendment is due in the text of a day."""

from datetime import date

from ..dates import EdtfDate, Period
from ..missing import UNKNOWN, Missing, is_known
from ..model.expression import Expression
from ..model.instruction import AmendmentMode
from ..model.text import Wording
from ..schedules import Change
from .recorded_texts import RecordedText

__all__ = ["is_due"]


def is_due(
    change: Change, day: date, facts: date | None, start: RecordedText, base: Expression | None
) -> tuple[bool, str]:
    """Whether a change is to be applied, and a note when that cannot be told."""
    applies = change.applies(day, facts)
    id_ = change.amendment.id
    if applies is not True and (where := _still_in(change, start, base)):
        doubt = "no longer law" if applies is False else "not surely in force"
        return False, f"{id_}: {doubt}, yet it is in {where}, and stays there; {change.told()}."
    if applies is False:
        return False, ""
    if not change.modifications:
        silent = change.amendment.mode in (AmendmentMode.TEXTUAL, UNKNOWN) and applies is True
        if silent and not _held(change, start):
            return False, f"{id_}: nobody says what it does to the words; it is not in the text."
        return False, ""
    if isinstance(applies, Missing):
        return False, f"{id_}: left out, not surely in force; {change.told()}."
    if base is not None:
        began = base.in_force.start if isinstance(base.in_force, Period) else None
        held = change.start.after(began) if began and is_known(change.start) else True
        if isinstance(held, Missing):
            return False, f"{id_}: left out; it may be in the text from which this starts."
        return held is True, ""
    if id_ in start.made_by:
        return False, _half_done(change, start)
    return not _held(change, start), ""


def _still_in(change: Change, start: RecordedText, base: Expression | None) -> str:
    """Where the text from which this starts has what a change did while it was law; empty when nowhere."""
    if not change.modifications or change.spell.begins is False:
        return ""
    if base is not None:
        began = base.in_force.start if isinstance(base.in_force, Period) else None
        day = began.latest if began else None
        return "the text from which this starts" if day and change.applies(day) is True else ""
    made = tuple(start.made_by.get(change.amendment.id, ()))
    if not made and _held(change, start):
        made = change.targets
        starts = [_start(start.chosen[id]) for id in made if id in start.chosen]
        if not all(began and began.latest and change.applies(began.latest) is True for began in starts):
            return ""
    return f"the wording of {', '.join(id.rpartition('~')[2] for id in made)}" if made else ""


def _start(wording: Wording) -> EdtfDate | None:
    return wording.in_force.start if isinstance(wording.in_force, Period) else None


def _half_done(change: Change, start: RecordedText) -> str:
    """A note when some wordings are what a change made, and others of its targets are from before it."""
    amendment, made = change.amendment, start.made_by[change.amendment.id]
    inside = tuple(f"{target}__" for target in change.targets)
    older = [
        id
        for id, wording in start.chosen.items()
        if (id in change.targets or id.startswith(inside)) and id not in made and _before(wording, change)
    ]
    if not older:
        return ""
    told, stale = (", ".join(id.rpartition("~")[2] for id in ids) for ids in (made, older))
    return f"{amendment.id}: taken as done, since it made the wording of {told}; {stale} has one from before."


def _before(wording: Wording, change: Change) -> bool:
    begun = _start(wording)
    return begun is not None and is_known(change.start) and begun.before(change.start) is True


def _held(change: Change, start: RecordedText) -> bool:
    """Whether the wordings already have what a change does."""
    if change.amendment.id in start.made_by:
        return True
    chosen = [start.chosen[target] for target in change.targets if target in start.chosen]
    if not chosen or len(chosen) < len(change.targets) or not is_known(change.start):
        return False
    starts = [_start(wording) for wording in chosen]
    return all(begun is not None and begun.before(change.start) is False for begun in starts)
