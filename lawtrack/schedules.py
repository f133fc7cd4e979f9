"""When amendments change a work: from which day, until which, in which order, and how."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from attrs import evolve, frozen

from .corpus import Corpus
from .dates import EdtfDate, Period
from .dates.doubt import surely_held, widened
from .identifiers import natural_key
from .missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known, is_open
from .model.instruction import Amendment, AmendmentMode, Operation, TextPosition
from .model.modification import Modification, Repeal, Which, WordSubstitution
from .model.text import EventKind, Provision, Work
from .timelines import ENDS, ForceStatus, entry_into_force, repeal_of, status_of
from .verdicts import Truth

__all__ = ["ORDER", "Change", "bounds", "changes_of", "savings", "status_on", "suspensions"]

_WORDS: Final = (Operation.SUBSTITUTION, Operation.REPLACEMENT, Operation.REPEAL)


@frozen(kw_only=True)
class Change:
    """One amendment of a work in time.

    Attributes:
        amendment: The amendment.
        modifications: What it does to the text, in order; empty when it does nothing to words, or nobody
            said what.
        start: First day on which it applies; UNKNOWN when nothing says.
        until: First day on which it no longer does; NOT_APPLICABLE when it lasts, UNKNOWN when it ends on
            a day nobody knows.
        retroactive: Day from which facts fall under it, when that is before the start.
        signed: Day on which its instrument was signed or adopted.
    """

    amendment: Amendment
    modifications: tuple[Modification, ...] = ()
    start: EdtfDate | Missing = UNKNOWN
    until: EdtfDate | Missing = NOT_APPLICABLE
    retroactive: EdtfDate | Missing = NOT_APPLICABLE
    signed: EdtfDate | Missing = UNKNOWN

    def applies(self, on: date, facts_on: date | None = None) -> Truth:
        """Whether it is law on a day, for facts of another day if one is given; UNKNOWN when undecided."""
        if not is_known(self.start):
            return UNKNOWN
        begun = _from(self.start, on)
        if facts_on is not None and begun is True:
            since = self.retroactive if is_known(self.retroactive) else self.start
            begun = _from(since, facts_on)
        if begun is False:
            return False
        if not is_known(self.until):
            return UNKNOWN if is_open(self.until) else begun
        ended = _from(self.until, on if facts_on is None else facts_on)
        if ended is True:
            return False
        return begun if ended is False else UNKNOWN

    @property
    def never_applies(self) -> bool:
        """Whether it is recorded to end no later than it begins, which cannot be right."""
        recorded = self.amendment.until
        return all(
            is_known(end) and is_known(self.start) and end.after(self.start) is False
            for end in (recorded, self.until)
        )

    def told(self) -> str:
        """Since when and until when, for a note."""
        if not is_known(self.start):
            return "nothing says from which day"
        since = f"from {self.start}"
        if is_known(self.until):
            return f"{since} until {self.until}"
        return f"{since} until a day nobody knows" if is_open(self.until) else since


def _from(start: EdtfDate, day: date) -> Truth:
    return surely_held(Period(start), day)


def changes_of(corpus: Corpus, work: str) -> tuple[Change, ...]:
    """Every amendment of a work, in the order of :data:`ORDER`; what has no start comes last.

    An amendment whose instrument was repealed before it started never does; one that a later prorogation or
    re-enactment of its targets speaks of ends when those say.
    """
    held: dict[str, tuple[Change, ...]] = corpus.cached("changes_of_works", lambda _: {})
    if work not in held:
        found = [_change(corpus, work, amendment) for amendment in _amendments_of(corpus, work)]
        held[work] = tuple(sorted(_ended_by_others(corpus, found), key=_order))
    return held[work]


def _amendments_of(corpus: Corpus, work: str) -> Iterator[Amendment]:
    by_work: dict[str, list[Amendment]] = corpus.cached("amendments_in_time", _by_work)
    yield from by_work.get(work, ())


def _by_work(corpus: Corpus) -> dict[str, list[Amendment]]:
    found: dict[str, list[Amendment]] = {}
    for amendment in corpus.amendments:
        for work in dict.fromkeys(_work_of(corpus, target) for target in amendment.targets):
            found.setdefault(work, []).append(amendment)
    return found


def _work_of(corpus: Corpus, target: str) -> str:
    record = corpus.get(target)
    return record.work if isinstance(record, Provision) else target


def _change(corpus: Corpus, work: str, amendment: Amendment) -> Change:
    instrument = corpus.get(amendment.instrument)
    start = entry_into_force(corpus, amendment.id)
    signed: EdtfDate | Missing = UNKNOWN
    retroactive: EdtfDate | Missing = NOT_APPLICABLE
    until = amendment.until
    if isinstance(instrument, Work):
        signed = instrument.event(EventKind.SIGNED)
        if not is_known(signed):
            signed = instrument.event(EventKind.ADOPTED)
        retroactive = instrument.retroactive_from
        repealed = repeal_of(corpus, instrument)
        if is_known(repealed) and is_known(start) and start.before(repealed) is False:
            until = start  # it never began
    return Change(
        amendment=amendment,
        modifications=_modifications(corpus, work, amendment),
        start=start,
        until=until,
        retroactive=retroactive,
        signed=signed,
    )


def _earliest(day: EdtfDate | Missing) -> date:
    if not is_known(day):
        return date.max
    return widened(day).earliest or date.min


def _place(change: Change) -> object:
    place = change.amendment.source_provision
    return natural_key(place if is_known(place) else "")


ORDER: Final[Mapping[str, tuple[str, Callable[[Change], Any]]]] = {
    "day of its start": (
        "the earlier first; of a vague day the earliest possible",
        lambda change: _earliest(change.start),
    ),
    "day of signature of its act": ("what was signed first, first", lambda change: _earliest(change.signed)),
    "the act": ("natural order of ids", lambda change: natural_key(change.amendment.instrument)),
    "place in the act": ("natural order of the provision that holds the instruction", _place),
    "the amendment": ("natural order of ids", lambda change: natural_key(change.amendment.id)),
}
"""In which order amendments are applied: by the first line that tells two of them apart."""


def _order(change: Change) -> tuple[Any, ...]:
    return tuple(key(change) for _, key in ORDER.values())


def _modifications(corpus: Corpus, work: str, amendment: Amendment) -> tuple[Modification, ...]:
    """Those recorded, else those that operation and quoted words come to; each names the amendment."""
    if amendment.modifications:
        if len({_work_of(corpus, target) for target in amendment.targets}) > 1:
            return ()  # nothing says which of the works they change
        return tuple(
            change if change.by else evolve(change, by=amendment.id) for change in amendment.modifications
        )
    if amendment.mode not in (AmendmentMode.TEXTUAL, AmendmentMode.FORCE, UNKNOWN):
        return ()
    targets = [corpus.get(target) for target in amendment.targets]
    eids = [str(t.eid) for t in targets if isinstance(t, Provision) and t.work == work]
    operation, old, new = amendment.operation, amendment.old_text, amendment.new_text
    if operation in _WORDS and is_known(old) and len(eids) == 1:
        if operation is not Operation.REPEAL and not is_known(new):
            return ()
        which = Which.EACH if amendment.position is TextPosition.THROUGHOUT else Which.ONLY
        by = amendment.id
        words = new if is_known(new) and operation is not Operation.REPEAL else ""
        return (WordSubstitution(target=eids[0], old=old, new=words, which=which, by=by),) if old else ()
    if operation in ENDS and not is_known(old):
        return tuple(Repeal(target=eid, by=amendment.id) for eid in reversed(eids))
    return ()


def _ended_by_others(corpus: Corpus, changes: list[Change]) -> Iterator[Change]:
    """The changes with ends moved by prorogations and by re-enactments of what they repealed."""
    revivals = [c for c in changes if c.amendment.operation is Operation.RE_ENACTMENT and not c.modifications]
    longer = [
        _change(corpus, "", amendment)
        for amendment in corpus.amendments
        if amendment.operation is Operation.PROROGATION_OF_FORCE
    ]
    for change in changes:
        for revival in revivals:
            if _revives(revival, change):
                change = evolve(change, until=revival.start)
        for other in longer:
            if _prolongs(other, change):
                change = evolve(change, until=other.until)
        yield change


def _revives(revival: Change, change: Change) -> bool:
    if change.amendment.operation not in ENDS or not is_known(revival.start) or not is_known(change.start):
        return False
    targets = frozenset(revival.amendment.targets)
    return change.start.before(revival.start) is True and targets.issuperset(change.amendment.targets)


def _prolongs(other: Change, change: Change) -> bool:
    if not (is_known(change.until) and is_known(other.until) and is_known(other.start)) or other is change:
        return False
    amendment = change.amendment
    spoken_of = {amendment.id, amendment.instrument, amendment.source_provision}
    same = not spoken_of.isdisjoint(other.amendment.targets) or (
        frozenset(other.amendment.targets) >= frozenset(amendment.targets)
        and amendment.operation is Operation.INAPPLICATION
    )
    # A prolonged act may hold something that was to last longer anyway.
    longer = other.until.before(change.until) is not True
    return same and longer and other.start.after(change.until) is not True


def bounds(day: EdtfDate | Missing) -> Iterator[date]:
    """The days on which an answer that depends on *day* can change."""
    if isinstance(day, EdtfDate):
        possible = widened(day)
        yield from (bound for bound in (possible.earliest, possible.latest) if bound)


def status_on(corpus: Corpus, work: Work, on: date) -> ForceStatus:
    """Status of a work on a day, from its own events and rules and from what other acts made of it.

    An act that ends the whole work ends it from its day, for as long as it lasts and is not undone itself.
    One that may or may not be in force leaves the status unknown. A suspension is no end; see
    :func:`suspensions`.
    """
    status = status_of(work, on, corpus)
    if status is ForceStatus.NOT_IN_FORCE:
        return status
    ends = [change.applies(on) for change in _chosen(corpus, work.id, "ends", _ends_all)]
    if True in ends:
        return ForceStatus.NOT_IN_FORCE
    return ForceStatus.UNKNOWN if any(isinstance(answer, Missing) for answer in ends) else status


def suspensions(corpus: Corpus, work: str, on: date) -> Iterator[tuple[Change, Truth]]:
    """What suspends the work or part of it on a day, surely or perhaps, in the order of the changes."""
    for change in _chosen(corpus, work, "suspensions", _suspends):
        applies = change.applies(on)
        if applies is not False:
            yield change, applies


def savings(corpus: Corpus, work: str, on: date) -> Iterator[Change]:
    """What on a day is surely law and leaves old law alive for some, in the order of the changes."""
    for change in _chosen(corpus, work, "savings", _saves):
        if change.applies(on) is True:
            yield change


def _chosen(corpus: Corpus, work: str, what: str, test: Callable[[Change, str], bool]) -> tuple[Change, ...]:
    """The few changes that a question is about, looked for once and not for every day."""
    held: dict[str, tuple[Change, ...]] = corpus.cached(f"{what}_of_works", lambda _: {})
    if work not in held:
        held[work] = tuple(change for change in changes_of(corpus, work) if test(change, work))
    return held[work]


def _ends_all(change: Change, work: str) -> bool:
    return change.amendment.operation in ENDS and work in change.amendment.targets


def _suspends(change: Change, work: str) -> bool:
    return change.amendment.operation is Operation.INAPPLICATION


def _saves(change: Change, work: str) -> bool:
    return bool(change.amendment.savings)
