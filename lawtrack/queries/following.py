"""Provisions followed through renumbering, moves, splits and joins."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate
from ..identifiers import EId
from ..interplay import ENDS
from ..missing import NOT_STATED, UNKNOWN, Missing, is_known
from ..model.instruction import Amendment, Operation
from ..model.modification import Join, Modification, Repeal
from ..model.record import Record
from ..model.text import Provision
from ..references import work_of
from ..schedules import Change, changes_of
from ..texts.readdressing import MOVING, parts_of, readdressed
from .asking import day_or_none, found_id

__all__ = ["Trace", "follow", "followed", "may_move"]


@frozen(kw_only=True)
class Trace:
    """Where a provision is found on a day.

    Attributes:
        provision: Id under which it started.
        now: Id under which it stands on the day; UNKNOWN when its way is lost.
        steps: Each step on the way: the amendment, the old id, the new id.
        among: Where it was split, ids of the provisions on the day of which one or several hold its words.
        note: Why the way is lost or doubtful; empty when it is clear.
    """

    provision: str
    now: str | Missing
    steps: tuple[tuple[str, str, str], ...] = ()
    among: tuple[str, ...] = ()
    note: str = ""


@checked
def follow(
    corpus: Corpus, provision: str | Record, *, since: date | str | None = None, on: date | str | None = None
) -> Trace:
    """Follow a provision from *since* to *on* through all that the corpus records of its address.

    That is what amendments say in ``renumbered_as``, and their modifications: renumbering, move, split, join,
    repeal, substitution of units, and words gathered under a new unit or freed from one. A part goes with the
    unit around it; of a join it is the unit joined. Without *since* all of them count, without *on* up to the
    last, in the order in which amendments are applied.

    The way is lost where a unit is repealed or split, where two renumberings of one day meet in it, and where
    nobody says whereto or the corpus has no such provision; the note tells which. What is not surely in the
    stretch is not followed, and the note says so.
    """
    id = found_id(corpus, provision, "provision")
    return followed(corpus, id, day_or_none(since), day_or_none(on))


def followed(corpus: Corpus, id: str, since: date | None, on: date | None) -> Trace:
    """The trace of the provision of that id, as :func:`follow` gives it."""
    start = corpus.get(id)
    steps = _steps_near(corpus, start)
    if steps is None or not isinstance(start, Provision):
        return Trace(provision=id, now=id)
    return _Walk(corpus, start, steps, since, on).trace(start.eid, -1)


def may_move(corpus: Corpus, id: str) -> bool:
    """Whether anything recorded may ever give the provision of that id another address."""
    return _steps_near(corpus, corpus.get(id)) is not None


def _steps_near(corpus: Corpus, record: Record | None) -> "_Steps | None":
    """What moves units of a provision's work, if any of it may move the provision."""
    if not isinstance(record, Provision):
        return None
    steps = corpus.cached("steps_of_works", _steps_of).get(record.work)
    return None if steps is None or steps.after(-1, record.eid) is None else steps


@frozen
class _Step:
    """One amendment that may give units of a work another address, or none."""

    place: int
    change: Change

    @property
    def day(self) -> EdtfDate | Missing:
        """Day on which it begins; UNKNOWN too when it perhaps never does."""
        return UNKNOWN if self.change.spell.begins is UNKNOWN else self.change.start

    @property
    def amendment(self) -> Amendment:
        return self.change.amendment

    def modifications(self) -> Iterator[Modification]:
        """What it does to addresses, in order."""
        yield from (each for each in self.change.modifications if isinstance(each, MOVING))


@frozen
class _Steps:
    """The steps of one work in order; those that touch a unit by the first step of its address."""

    all: tuple[_Step, ...]
    near: Mapping[tuple[str, str], tuple[int, ...]]
    anywhere: tuple[int, ...]

    def after(self, place: int, here: EId) -> _Step | None:
        """The next step that may touch a unit."""
        lists = (self.near.get(here.steps[0], ()), self.anywhere)
        following = [places[i] for places in lists if (i := bisect_right(places, place)) < len(places)]
        return self.all[min(following)] if following else None


def _steps_of(corpus: Corpus) -> dict[str, _Steps]:
    moving: dict[str, set[str]] = {}
    for amendment in corpus.amendments:
        if _may_move(amendment):
            for target in amendment.targets:
                moving.setdefault(work_of(corpus, target), set()).add(amendment.id)
    return {work: _of_work(corpus, work, ids) for work, ids in moving.items()}


def _may_move(amendment: Amendment) -> bool:
    return (
        bool(amendment.renumbered_as)
        or amendment.operation in (Operation.RENUMBERING, *ENDS)
        or any(isinstance(change, MOVING) for change in amendment.modifications)
    )


def _of_work(corpus: Corpus, work: str, ids: set[str]) -> _Steps:
    changes = [change for change in changes_of(corpus, work) if change.amendment.id in ids]
    steps = []
    near: dict[tuple[str, str], list[int]] = {}
    anywhere: list[int] = []
    for place, change in enumerate(changes):
        step = _Step(place, change)
        steps.append(step)
        firsts = set(_firsts(corpus, work, step))
        if None in firsts:
            anywhere.append(place)
        for first in firsts - {None}:
            assert first is not None
            near.setdefault(first, []).append(place)
    return _Steps(tuple(steps), {first: tuple(places) for first, places in near.items()}, tuple(anywhere))


def _firsts(corpus: Corpus, work: str, step: _Step) -> Iterator[tuple[str, str] | None]:
    """Steps with which the addresses that it touches may begin; None where that may be any."""
    for target in map(corpus.get, step.change.targets):
        if isinstance(target, Provision) and target.work == work:
            yield target.eid.steps[0]
    for change in step.modifications():
        parts = parts_of(change.target)
        if not parts or isinstance(change, Join):
            yield None
        # An article may be named with what is around it, so that its address begins further in.
        for part in parts:
            yield None if part is None or len(part[0]) != 1 else (min(part[0]), part[1])


@frozen
class _Walk:
    """The way of one provision."""

    corpus: Corpus
    start: Provision
    held: _Steps
    since: date | None
    on: date | None

    def trace(self, here: EId, place: int) -> Trace:
        """The trace from an address onwards, after the step at *place*."""
        steps: list[tuple[str, str, str]] = []
        doubts: list[str] = []
        renumbered: _Step | None = None
        while (step := self.held.after(place, here)) is not None:
            place = step.place
            if _is_over(step.change, self.on):
                continue
            after = self._after(step, here)
            if after == (here,):
                continue
            by = step.amendment.id
            if not _within(step.day, self.since, self.on):
                if _maybe_within(step.day, self.since, self.on):
                    doubts.append(f"Whether {by} came in between is not known, so it is not followed.")
                continue
            if after is UNKNOWN:
                doubts.append(f"Whether {by} reaches it only the text tells, so it is not followed.")
                continue
            if isinstance(after, str):
                return self._lost(steps, f"{by} {after}.")
            assert isinstance(after, tuple)
            if len(after) > 1:
                return self._split(step, here, after, steps)
            if renumbered is not None and step.amendment.renumbered_as and step.day == renumbered.day:
                # Whether the second means numbers as they were in the morning, nobody says.
                return self._lost(steps, f"{renumbered.amendment.id} and {by} renumber it on one day.")
            renumbered = step if step.amendment.renumbered_as else None
            steps.append((by, self._id(here), self._id(after[0])))
            here = after[0]
        if steps and not isinstance(self.corpus.get(self._id(here)), Provision):
            return self._lost(steps, f"{steps[-1][0]} makes it {here}, and the corpus has no such provision.")
        return self._told(self._id(here), steps, note=" ".join(doubts))

    def _after(self, step: _Step, here: EId) -> tuple[EId, ...] | str | Missing:
        """Where one step leads, or in words why the way is lost; UNKNOWN when only the text would tell."""
        amendment = step.amendment
        if amendment.renumbered_as:
            return _renamed(self.corpus, self.start.work, amendment, here)
        if not amendment.modifications and amendment.operation is Operation.RENUMBERING:
            covered = any(self._covers(target, here) for target in amendment.targets)
            return "renumbers it without saying into what" if covered else (here,)
        if not step.change.modifications and amendment.operation in ENDS:
            whole = not is_known(amendment.old_text)
            covered = whole and any(self._covers(target, here) for target in step.change.targets)
            return "repeals it" if covered else (here,)
        parts: tuple[EId, ...] = (here,)
        for change in step.modifications():
            found: dict[EId, None] = {}
            for part in parts:
                led = readdressed(change, part)
                if led is NOT_STATED:
                    return "gives it a place or number that cannot be told"
                if isinstance(led, Missing):
                    return UNKNOWN
                found.update(dict.fromkeys(led))
            if not found:
                return "repeals it" if isinstance(change, Repeal) else "puts other units in its place"
            parts = tuple(found)
        return parts

    def _covers(self, target: str, here: EId) -> bool:
        record = self.corpus.get(target)
        same_work = isinstance(record, Provision) and record.work == self.start.work
        return same_work and isinstance(record, Provision) and here.starts_with(record.eid)

    def _id(self, eid: EId) -> str:
        return f"{self.start.work}~{eid}"

    def _told(
        self,
        now: str | Missing,
        steps: Iterable[tuple[str, str, str]],
        among: Iterable[str] = (),
        note: str = "",
    ) -> Trace:
        return Trace(provision=self.start.id, now=now, steps=tuple(steps), among=tuple(among), note=note)

    def _lost(self, steps: Iterable[tuple[str, str, str]], why: str) -> Trace:
        return self._told(UNKNOWN, steps, note=why)

    def _split(
        self, step: _Step, here: EId, parts: tuple[EId, ...], steps: Iterable[tuple[str, str, str]]
    ) -> Trace:
        """The trace where the words may stand in several units: each of those is followed on its own."""
        traces = [self.trace(part, step.place) for part in parts]
        among = dict.fromkeys(
            id for each in traces for id in (each.among if each.now is UNKNOWN else (str(each.now),))
        )
        known = [id for id in among if isinstance(self.corpus.get(id), Provision)]
        told = f"{step.amendment.id} splits it into {' and '.join(map(str, parts))}."
        return self._told(UNKNOWN, steps, known, told)


def _renamed(corpus: Corpus, work: str, amendment: Amendment, here: EId) -> tuple[EId, ...] | str:
    """The address under what ``renumbered_as`` says, a part with the unit around it; in words, why none."""
    for target, became in zip(amendment.targets, amendment.renumbered_as, strict=True):
        old, new = corpus.get(target), corpus.get(became)
        if isinstance(old, Provision) and old.work == work and here.starts_with(old.eid):
            if not isinstance(new, Provision) or new.work != work:
                return f"makes it {became}, which is no provision of the work"
            return (EId((*new.eid.steps, *here.steps[len(old.eid.steps) :])),)
    return (here,)


def _is_over(change: Change, on: date | None) -> bool:
    """Whether a change that lasts for a time only has surely ended, or never began."""
    last = max(change.days(), default=date.min)
    begun = is_known(change.start) or change.spell.begins is False
    return begun and change.applies(last if on is None else on) is False


def _within(day: EdtfDate | Missing, since: date | None, on: date | None) -> bool:
    if not is_known(day) or day.earliest is None or day.latest is None:
        return since is None and on is None
    return (since is None or day.earliest > since) and (on is None or day.latest <= on)


def _maybe_within(day: EdtfDate | Missing, since: date | None, on: date | None) -> bool:
    if not is_known(day):
        return True
    after = since is None or day.latest is None or day.latest > since
    return after and (on is None or day.earliest is None or day.earliest <= on)
