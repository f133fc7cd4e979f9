"""What is to be said of a text that its words do not show: doubts, suspensions, savings, idle revivals."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..corpus import Corpus
from ..dates import Period
from ..dates.doubt import REACH_TOLD, surely_held
from ..missing import Missing, is_known
from ..model.addresses import eids
from ..model.instruction import Operation
from ..model.text import Work
from ..model.unit import Unit
from ..schedules import Change, savings, suspended_works, suspensions

__all__ = ["doubts", "idle", "idle_revivals", "is_doubtful", "remarks", "suspended_makers"]


def is_doubtful(change: Change) -> bool:
    """Whether its days are marked or contradict each other, so that :func:`doubts` may tell of it."""
    days = (change.start, change.until)
    return change.never_applies or any(is_known(day) and bool(day.marks) for day in days)


def idle_revivals(changes: Iterable[Change]) -> list[Change]:
    """Revivals of something of which no repeal is recorded, as of a part of what was repealed."""
    changes = list(changes)
    busy = {undoing.by for change in changes for undoing in change.spell.undone}
    return [
        change
        for change in changes
        if change.amendment.operation is Operation.RE_ENACTMENT
        and not change.modifications
        and change.amendment.id not in busy
    ]


def idle(revivals: Iterable[Change], root: Unit, day: date) -> Iterator[str]:
    """Those of :func:`idle_revivals` whose targets are not in the text, as nothing brings them back."""
    for revival in revivals:
        missing = [id for id in revival.targets if "~" in id and id.rpartition("~")[2] not in eids(root)]
        if missing and revival.applies(day) is True:
            told = f"revives {_told(missing)}, of which no repeal is recorded; nothing comes back"
            yield f"{revival.amendment.id}: {told}."


def doubts(changes: Iterable[Change], day: date) -> Iterator[str]:
    """Days that are marked or contradict each other, of changes that may have begun."""
    for change in changes:
        id_, start, until = change.amendment.id, change.start, change.until
        if change.never_applies:
            yield f"{id_}: never applies; it begins on {start} and ends on {until} already."
            continue
        if isinstance(change.applies(day), Missing):
            continue  # left out, which is told already
        for told, when in (("begun", start), ("ended", until)):
            if is_known(when) and when.marks and surely_held(Period(when), day) is True:
                yield f"{id_}: taken as {told}, though its day is marked: {when} ({REACH_TOLD})."


def remarks(corpus: Corpus, work: Work, day: date) -> Iterator[str]:
    """What the words do not show: suspensions and savings."""
    for change, applies in suspensions(corpus, work.id, day):
        doubt = "" if applies is True else "perhaps "
        amendment = change.amendment
        yield f"{amendment.id}: {doubt}suspends {_told(amendment.targets)}, {change.told()}."
    for change in savings(corpus, work.id, day):
        for saving in change.amendment.savings:
            what = _told((saving.preserves,)) if is_known(saving.preserves) else "the old law"
            whom = f" for {saving.for_whom}" if is_known(saving.for_whom) else ""
            until = f" until {saving.until}" if is_known(saving.until) else ""
            yield f"{change.amendment.id}: {what} lives on{whom}{until} ({saving.kind.value})."


def suspended_makers(corpus: Corpus, changes: Iterable[Change], day: date) -> Iterator[str]:
    """Acts that are suspended themselves: what they have made of the words stays, and is to be doubted."""
    for act in suspended_works(corpus):
        if any(change.amendment.instrument == act for change in changes):
            for change, applies in suspensions(corpus, act, day):
                doubt = "" if applies is True else "perhaps "
                told = f"{_told(change.amendment.targets)}, whose changes stay in the text"
                yield f"{change.amendment.id}: {doubt}suspends {told}, {change.told()}."


def _told(ids: Iterable[str]) -> str:
    return ", ".join(id_.rpartition("~")[2] for id_ in ids) or "nothing named"
