"""Whether an amendment is due in the text of a day."""

from datetime import date

from ..dates import Period
from ..missing import UNKNOWN, Missing, is_known
from ..model.expression import Expression
from ..model.instruction import AmendmentMode
from ..schedules import Change
from .recorded_texts import RecordedText

__all__ = ["is_due"]


def is_due(
    change: Change, day: date, facts: date | None, start: RecordedText, base: Expression | None
) -> tuple[bool, str]:
    """Whether a change is to be applied, and a note when that cannot be told."""
    applies = change.applies(day, facts)
    id_ = change.amendment.id
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
    return not _held(change, start), ""


def _held(change: Change, start: RecordedText) -> bool:
    """Whether the wordings already have what a change does."""
    amendment = change.amendment
    chosen = [start.chosen[target] for target in amendment.targets if target in start.chosen]
    if any(amendment.id in wording.produced_by for wording in start.chosen.values()):
        return True
    if not chosen or len(chosen) < len(amendment.targets) or not is_known(change.start):
        return False
    starts = [w.in_force.start if isinstance(w.in_force, Period) else None for w in chosen]
    return all(begun is not None and begun.before(change.start) is False for begun in starts)
