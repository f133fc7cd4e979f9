"""When amendments change a work: from which day, until which, in which order, and how."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from attrs import evolve, frozen

from .corpus import Corpus
from .dates import EdtfDate
from .dates.doubt import bounds, widened
from .identifiers import natural_key
from .interplay import ENDS, ends, spell_of, spell_on
from .missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known
from .model.instruction import Amendment, AmendmentMode, Operation, TextPosition
from .model.modification import Modification, Repeal, Which, WordSubstitution
from .model.text import EventKind, Provision, Work
from .references import work_of
from .spells import Spell, Undoing
from .timelines import ForceStatus, status_of
from .verdicts import Truth

__all__ = ["ORDER", "Change", "changes_of", "savings", "status_on", "suspended_works", "suspensions"]

_WORDS: Final = (Operation.SUBSTITUTION, Operation.REPLACEMENT, Operation.REPEAL)


@frozen(kw_only=True)
class Change:
    """One amendment of a work in time, or of a repeal that is undone in part, what of it shares one fate.

    Attributes:
        amendment: The amendment.
        targets: Those of its targets that this is about.
        modifications: What it does to the text, in order; empty when it does nothing to words, or nobody
            said what.
        spell: When it is law, as other acts made it.
        retroactive: Day from which facts fall under it, when that is before the start.
        signed: Day on which its instrument was signed or adopted.
    """

    amendment: Amendment
    targets: tuple[str, ...] = ()
    modifications: tuple[Modification, ...] = ()
    spell: Spell
    retroactive: EdtfDate | Missing = NOT_APPLICABLE
    signed: EdtfDate | Missing = UNKNOWN

    @property
    def start(self) -> EdtfDate | Missing:
        """First day on which it applies; UNKNOWN when nothing says."""
        return self.spell.start

    @property
    def until(self) -> EdtfDate | Missing:
        """First day on which it no longer does; NOT_APPLICABLE when it lasts, UNKNOWN when nobody knows."""
        return self.spell.until

    def applies(self, on: date, facts_on: date | None = None) -> Truth:
        """Whether it is law on a day, for facts of another day if one is given; UNKNOWN when undecided."""
        return self.spell.applies(on, facts_on, self.retroactive)

    def days(self) -> Iterator[date]:
        """The days on which the answer of :meth:`applies` can change."""
        yield from self.spell.bounds()
        yield from bounds(self.retroactive)

    @property
    def never_applies(self) -> bool:
        """Whether it is recorded to end no later than it begins, which cannot be right."""
        return all(
            is_known(end) and is_known(self.start) and end.after(self.start) is False
            for end in (self.amendment.until, self.until)
        )

    def told(self) -> str:
        """Since when and until when, for a note."""
        return self.spell.told()


def changes_of(corpus: Corpus, work: str) -> tuple[Change, ...]:
    """Every amendment of a work, in the order of :data:`ORDER`; what has no start comes last.

    When each is law, :func:`lawtrack.interplay.spell_of` says. A repeal of several provisions of which only
    some are revived is one change for each fate.
    """
    held: dict[str, tuple[Change, ...]] = corpus.cached("changes_of_works", lambda _: {})
    if work not in held:
        found = [
            change
            for amendment in _amendments_of(corpus, work)
            for change in _changes(corpus, work, amendment)
        ]
        held[work] = tuple(sorted(found, key=_order))
    return held[work]


def _amendments_of(corpus: Corpus, work: str) -> Iterator[Amendment]:
    by_work: dict[str, list[Amendment]] = corpus.cached("amendments_in_time", _by_work)
    yield from by_work.get(work, ())


def _by_work(corpus: Corpus) -> dict[str, list[Amendment]]:
    found: dict[str, list[Amendment]] = {}
    for amendment in corpus.amendments:
        for work in dict.fromkeys(work_of(corpus, target) for target in amendment.targets):
            found.setdefault(work, []).append(amendment)
    return found


def _changes(corpus: Corpus, work: str, amendment: Amendment) -> Iterator[Change]:
    instrument = corpus.get(amendment.instrument)
    whole = Change(
        amendment=amendment,
        targets=amendment.targets,
        modifications=_modifications(corpus, work, amendment),
        spell=spell_of(corpus, amendment.id),
    )
    if isinstance(instrument, Work):
        signed = instrument.event(EventKind.SIGNED)
        if not is_known(signed):
            signed = instrument.event(EventKind.ADOPTED)
        whole = evolve(whole, retroactive=instrument.retroactive_from, signed=signed)
    return _by_fate(corpus, whole) if ends(amendment) else iter((whole,))


def _by_fate(corpus: Corpus, repeal: Change) -> Iterator[Change]:
    """A repeal, divided among its targets where some are revived and others are not."""
    fates: dict[tuple[Undoing, ...], list[str]] = {}
    for target in repeal.targets:
        fates.setdefault(spell_on(corpus, repeal.amendment, target).undone, []).append(target)
    spell = repeal.spell
    if len(fates) < 2:
        yield evolve(repeal, spell=evolve(spell, undone=next(iter(fates), ())))
        return
    parts = {undone: _modifications_of(corpus, repeal, targets) for undone, targets in fates.items()}
    if sum(map(len, parts.values())) == len(repeal.modifications):
        for undone, targets in fates.items():
            part = evolve(repeal, targets=tuple(targets), spell=evolve(spell, undone=undone))
            yield evolve(part, modifications=parts[undone])
        return
    # Nothing says which of the words are revived.
    unsure = (evolve(undoing, comes_after=UNKNOWN) for undone in fates for undoing in undone)
    yield evolve(repeal, spell=evolve(spell, undone=tuple(dict.fromkeys(unsure))))


def _modifications_of(corpus: Corpus, repeal: Change, targets: Iterable[str]) -> tuple[Modification, ...]:
    """Those of a repeal that act on the targets or inside them."""
    eids = [str(target.eid) for id in targets if isinstance(target := corpus.get(id), Provision)]
    return tuple(
        change
        for change in repeal.modifications
        if any(change.target == eid or str(change.target).startswith(f"{eid}__") for eid in eids)
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
        if len({work_of(corpus, target) for target in amendment.targets}) > 1:
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


def suspended_works(corpus: Corpus) -> tuple[str, ...]:
    """Ids of the works of which anything is ever suspended, each once."""
    return corpus.cached("suspended_works", _suspended_works)


def _suspended_works(corpus: Corpus) -> tuple[str, ...]:
    targets = (
        target
        for amendment in corpus.amendments
        if amendment.operation is Operation.INAPPLICATION
        for target in amendment.targets
    )
    return tuple(dict.fromkeys(work_of(corpus, target) for target in targets))


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
    return change.amendment.operation in ENDS and work in change.targets


def _suspends(change: Change, work: str) -> bool:
    return change.amendment.operation is Operation.INAPPLICATION


def _saves(change: Change, work: str) -> bool:
    return bool(change.amendment.savings)
