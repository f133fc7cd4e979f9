"""Amendments due on a day: which they are, and what those that begin together make of a text."""

from collections.abc import Iterator
from datetime import date

from .dates import Period
from .errors import ConsolidationError
from .missing import UNKNOWN, Missing, is_known
from .model.expression import Expression
from .model.instruction import AmendmentMode
from .model.unit import Unit
from .recorded_texts import RecordedText
from .schedules import Change
from .texts import Clash, ClashKind, ModificationError, apply, clashes

__all__ = ["carried_out", "is_due", "is_later", "same_start"]


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


def carried_out(root: Unit, group: list[Change], strict: bool, notes: list[str]) -> Unit:
    """The text after changes that begin together; what contradicts or does not fit is an error or a note."""
    told = _contradiction(root, group)
    if told is not None:
        clash, one, other = told
        kind = clash.kind.value.replace("_", " ")
        way_out = "Record when their acts were signed, or leave one out."
        fault = ConsolidationError(
            str(one.start),
            one.amendment.id,
            other.amendment.id,
            f"{kind}: {clash.reason.rstrip('.')}. {way_out}",
        )
        if strict:
            raise fault
        notes.append(f"{fault}")
        group = [change for change in group if change is not one and change is not other]
    for change in group:
        try:
            root = apply(root, change.modifications)
        except ModificationError as fault:
            if strict:
                raise
            notes.append(f"{change.amendment.id}: left out, it does not fit the text. {fault}")
    return root


def same_start(due: list[Change]) -> Iterator[list[Change]]:
    """Changes in their order, those together of which nothing says which began first."""
    group: list[Change] = []
    for change in due:
        if group and is_later(group[-1], change):
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def is_later(one: Change, other: Change) -> bool:
    """Whether the *other* surely begins later."""
    return is_known(one.start) and is_known(other.start) and one.start.before(other.start) is True


def _contradiction(root: Unit, group: list[Change]) -> tuple[Clash, Change, Change] | None:
    """A clash between acts that neither place in an act nor day of signature puts in order."""
    if len({change.amendment.instrument for change in group}) < 2:
        return None
    for clash in clashes(root, [change.modifications for change in group]):
        one, other = group[clash.first], group[clash.second]
        if clash.kind is ClashKind.DOES_NOT_FIT or one.amendment.instrument == other.amendment.instrument:
            continue
        in_order = is_known(one.signed) and is_known(other.signed) and one.signed.before(other.signed) is True
        if not (in_order and clash.kind is ClashKind.ORDER_MATTERS):
            return clash, one, other
    return None
