"""Which sentence a provision carried when: versions read off effects and norms with their dates."""

from collections.abc import Iterable

from attrs import evolve, frozen

from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..identifiers import natural_key, tail
from ..missing import ABSENT, NONE, UNKNOWN, Missing, is_known
from ..model.substance import Effect, Norm
from ..model.text import EventKind, Provision, Work
from ..penalties import Sanction
from ..timelines import force_of
from ..verdicts import Truth, all_of, negate
from .asking import source_tags

__all__ = ["NO_PENALTY", "SentenceVersion", "provisions_with_sentences", "sentence_versions", "since_when"]

NO_PENALTY = Sanction.read("none")


@frozen(kw_only=True)
class SentenceVersion:
    """One sentence of a provision, over the time it was law.

    Attributes:
        sanction: The sanction; ABSENT when the provision provided for no sentence, UNKNOWN when nobody says.
        in_force: From when until when; without a start for the first version known.
        records: Ids of the effects and norms that say so.
        sources: Short names of the sources that speak about those records.
        since: Day before which the work itself did not exist, for a version without a start.
        undated: Whether nothing at all says when it was law; a period without ends then means no knowledge.
    """

    sanction: Sanction | Missing
    in_force: Period
    records: tuple[str, ...]
    since: EdtfDate | Missing = UNKNOWN
    undated: bool = False
    sources: tuple[str, ...] = ()

    def compared(self) -> Sanction | None:
        """The sanction as comparisons take it: no sentence is no penalty; None when it is not known."""
        if self.sanction is ABSENT or self.sanction is NONE:
            return NO_PENALTY
        return self.sanction if isinstance(self.sanction, Sanction) else None

    def on(self, day: EdtfDate) -> Truth:
        """Whether it was law on a day. The first version known reaches back as far as the work does."""
        return all_of((self._begun_by(day), self._lasted_to(day)))

    def between(self, first: EdtfDate, last: EdtfDate) -> Truth:
        """Whether it was law on some day from *first* to *last*, both included."""
        return all_of((self._begun_by(last), self._lasted_to(first)))

    def _begun_by(self, day: EdtfDate) -> Truth:
        start = self.in_force.start
        if start is not None:
            return negate(day.before(start))
        if self.undated:
            return UNKNOWN
        return negate(day.before(self.since)) if is_known(self.since) else True

    def _lasted_to(self, day: EdtfDate) -> Truth:
        end = self.in_force.end
        if end is not None:
            return day.before(end)
        return UNKNOWN if self.undated else True

    def words(self) -> str:
        """The sanction, or what stands for it, in words."""
        if self.sanction is ABSENT:
            return "no sentence"
        return "a sentence that is not known" if isinstance(self.sanction, Missing) else str(self.sanction)

    def when(self) -> str:
        """The time in words."""
        start, end = self.in_force.start, self.in_force.end
        if self.undated:
            return "at a time that is not known"
        since = f"from {start}" if start is not None else ""
        until = f"until before {end}" if end is not None else "on" if since else ""
        return " ".join(filter(None, (since, until))) or "throughout"


def sentence_versions(
    corpus: Corpus, provision: Provision
) -> tuple[tuple[SentenceVersion, ...], tuple[str, ...]]:
    """The versions of the sentence of a provision, the earliest first, and notes on how they were found.

    An effect gives two: before and after its day of force. Where the sentence after one change is not the one
    before the next, something between is not recorded: both are versions, and the day between them is open.
    Effects that stand for a group, and those that another refines, are left out.
    """
    notes: list[str] = []
    index = corpus.cached("sentences_by_provision", _by_provision)
    effects, norms = index.get(provision.id, ([], []))
    refined = {id for effect in effects for id in effect.refines}
    effects = [effect for effect in effects if effect.id not in refined]
    changes = sorted(((_period(corpus, effect), effect) for effect in effects), key=_chronological)
    versions = _chain(changes, notes)
    for norm in norms:
        _add_norm(corpus, norm, versions, notes)
    since = since_when(corpus, provision)
    return tuple(
        evolve(
            version,
            since=since if version.in_force.start is None else UNKNOWN,
            sources=tuple(dict.fromkeys(tag for id in version.records for tag in source_tags(corpus, id))),
        )
        for version in versions
    ), tuple(notes)


def provisions_with_sentences(corpus: Corpus) -> tuple[Provision, ...]:
    """The provisions for which some effect or norm tells a sentence, in the order of the corpus."""
    index = corpus.cached("sentences_by_provision", _by_provision)
    return tuple(provision for provision in corpus.provisions if provision.id in index)


_Told = dict[str, tuple[list[Effect], list[Norm]]]


def _by_provision(corpus: Corpus) -> _Told:
    held: _Told = {}
    for effect in filter(_speaks, corpus.effects):
        for id in effect.provisions:
            held.setdefault(id, ([], []))[0].append(effect)
    for norm in corpus.norms:
        sanction = _sanction(norm.rule)
        if isinstance(sanction, Sanction) or (norm.kind == "sentence" and sanction is not None):
            for id in norm.provisions:
                held.setdefault(id, ([], []))[1].append(norm)
    return held


def _speaks(effect: Effect) -> bool:
    sides = [_sanction(side) for side in (effect.before, effect.after)]
    told = effect.kind == "sentence" or any(isinstance(side, Sanction) for side in sides)
    return told and not effect.schematic


def _sanction(side: object) -> Sanction | Missing | None:
    """The sanction of a side; None for a rule of a kind that has none."""
    if side is ABSENT:
        return ABSENT
    if isinstance(side, Missing):
        return UNKNOWN
    held = getattr(side, "sanction", None)
    return held if isinstance(held, Sanction | Missing) else None


def _side(side: object) -> Sanction | Missing:
    held = _sanction(side)
    return UNKNOWN if held is None else held


def _period(corpus: Corpus, effect: Effect) -> Period:
    period = force_of(corpus, effect)
    return period if isinstance(period, Period) else Period()


def _chronological(change: tuple[Period, Effect]) -> tuple[object, ...]:
    period, effect = change
    start = period.start
    # A change without a date comes last: nothing says which others it precedes.
    early = "9999" if start is None else str(start.earliest or "0000")
    return early, "9999" if start is None else str(start.latest or "9999"), natural_key(effect.id)


def _chain(changes: Iterable[tuple[Period, Effect]], notes: list[str]) -> list[SentenceVersion]:
    versions: list[SentenceVersion] = []
    for period, effect in changes:
        start, name = period.start, tail(effect.id)
        before, after = _side(effect.before), _side(effect.after)
        if start is None:
            notes.append(f"{name} has no known day of force; its two sentences may be law at any time.")
            versions += [
                SentenceVersion(sanction=side, in_force=Period(), records=(effect.id,), undated=True)
                for side in (before, after)
            ]
            continue
        last = versions[-1] if versions else None
        if last is not None and _same_day(last.in_force.start, start):
            if after == last.sanction:
                versions[-1] = evolve(last, records=(*last.records, effect.id))
                continue
            notes.append(
                f"{tail(last.records[0])} and {name} give two sentences from {start} on; both are kept."
            )
        elif last is None:
            versions.append(_version(before, None, start, effect))
        elif (ended := last.in_force.end) is not None and ended.before(start) is True:
            versions.append(_version(before, ended, start, effect))
        else:
            last = versions.pop()
            # Others of the same day, kept because records differ, end with it.
            began = last.in_force.start
            versions = [
                evolve(v, in_force=Period(began, start))
                if v.in_force == last.in_force and not v.undated
                else v
                for v in versions
            ]
            versions += _joined(last, before, start, effect, notes)
        versions.append(_version(after, start, period.end, effect))
        if period.end is not None:
            notes.append(f"{name} is law until before {period.end}; what follows is not recorded with it.")
    return versions


def _same_day(one: EdtfDate | None, other: EdtfDate) -> bool:
    return one is not None and (one == other or one.same(other) is True)


def _joined(
    last: SentenceVersion, before: Sanction | Missing, start: EdtfDate, effect: Effect, notes: list[str]
) -> list[SentenceVersion]:
    """What stood between one change and the next: one version when both name the same sentence, else two."""
    began = last.in_force.start
    if before == last.sanction or UNKNOWN in (before, last.sanction):
        known = last.sanction if before is UNKNOWN else before
        return [evolve(last, sanction=known, in_force=Period(began, start))]
    notes.append(
        f"The sentence after {tail(last.records[-1])} is not the one before {tail(effect.id)}: "
        "a change between them is not recorded."
    )
    first, latest = began.earliest if began else None, start.latest
    if first is None and latest is None:  # the change between them may have been on any day at all
        between = SentenceVersion(sanction=before, in_force=Period(), records=(effect.id,), undated=True)
        return [evolve(last, in_force=Period(began, start)), between]
    border = EdtfDate.between(first, latest)
    return [evolve(last, in_force=Period(began, border)), _version(before, border, start, effect)]


def _version(
    sanction: Sanction | Missing, start: EdtfDate | None, end: EdtfDate | None, record: Effect | Norm
) -> SentenceVersion:
    return SentenceVersion(sanction=sanction, in_force=Period(start, end), records=(record.id,))


def _add_norm(corpus: Corpus, norm: Norm, versions: list[SentenceVersion], notes: list[str]) -> None:
    sanction = _side(norm.rule)
    for place, held in enumerate(versions):
        if held.sanction == sanction:
            versions[place] = evolve(held, records=(*held.records, norm.id))
            return
    period = force_of(corpus, norm)
    if isinstance(period, Missing):
        if versions:
            notes.append(f"{tail(norm.id)} gives {sanction} and no time; it may be law at any time.")
        else:
            notes.append(f"{tail(norm.id)} gives no time; it is taken to be law throughout.")
    made = Period() if isinstance(period, Missing) else period
    undated = isinstance(period, Missing) and bool(versions)
    versions.append(SentenceVersion(sanction=sanction, in_force=made, records=(norm.id,), undated=undated))
    versions.sort(key=lambda v: str(v.in_force.start.earliest or "0000") if v.in_force.start else "0000")


def since_when(corpus: Corpus, provision: Provision) -> EdtfDate | Missing:
    """Day before which the work of a provision did not exist: its entry into force, else its adoption."""
    work = corpus.get(provision.work)
    if not isinstance(work, Work):
        return UNKNOWN
    for kind in (EventKind.IN_FORCE, EventKind.ADOPTED, EventKind.SIGNED):
        if is_known(day := work.event(kind)):
            return day
    return UNKNOWN
