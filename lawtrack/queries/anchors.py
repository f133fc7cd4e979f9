"""Provisions followed through renumbering, and whether what critics objected to still stands there."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..missing import UNKNOWN, Missing, is_known
from ..model.critique import Critique
from ..model.instruction import Amendment, Operation
from ..model.record import Record
from ..model.selector import Selector
from ..model.text import Provision, Wording
from ..passages import spelled
from ..tables import counted
from ..texts.anchoring import Anchoring, AnchorState, anchor
from ..timelines import entry_into_force
from .asking import day_or_none, found_id, named, provision_label
from .knowledge import answer_as_known
from .selection import Column, Selection, echo

__all__ = ["Anchored", "Trace", "anchors", "follow"]


@frozen(kw_only=True)
class Trace:
    """Where a provision is found on a day.

    Attributes:
        provision: Id under which it started.
        now: Id under which it stands on the day; UNKNOWN when its way is lost.
        steps: Each renumbering on the way: the amendment, the old id, the new id.
        note: Why the way is lost or doubtful; empty when it is clear.
    """

    provision: str
    now: str | Missing
    steps: tuple[tuple[str, str, str], ...] = ()
    note: str = ""


@checked
def follow(
    corpus: Corpus, provision: str | Record, *, since: date | str | None = None, on: date | str | None = None
) -> Trace:
    """Follow a provision from *since* to *on* through every renumbering that the corpus records.

    A renumbering is an amendment that says in ``renumbered_as`` what its targets are called from then on; a
    part goes with the unit around it. Without *since* all renumberings count, without *on* up to the last.
    The way is lost where a unit is repealed, renumbered in two ways on one day, or renumbered by an amendment
    that does not say into what; a renumbering whose day is not surely in the stretch is not followed, and
    the note says so.
    """
    id = found_id(corpus, provision, "provision")
    return _followed(corpus, id, day_or_none(since), day_or_none(on))


def _followed(corpus: Corpus, id: str, since: date | None, on: date | None) -> Trace:
    steps: list[tuple[str, str, str]] = []
    here = id
    doubts: list[str] = []
    start = corpus.get(id)
    work = start.work if isinstance(start, Provision) else ""
    for amendment, day in corpus.cached("renumberings", _renumberings).get(work, ()):
        moved = _moved(corpus, amendment, here)
        if moved is None:
            continue
        if not _within(day, since, on):
            if _maybe_within(day, since, on):
                doubts.append(f"Whether {amendment.id} came in between is not known, so it is not followed.")
            continue
        if moved is UNKNOWN:
            told = (
                "repeals it"
                if amendment.operation is Operation.REPEAL
                else "renumbers it without saying into what"
            )
            return Trace(provision=id, now=UNKNOWN, steps=tuple(steps), note=f"{amendment.id} {told}.")
        assert isinstance(moved, str)
        steps.append((amendment.id, here, moved))
        here = moved
    return Trace(provision=id, now=here, steps=tuple(steps), note=" ".join(doubts))


def _renumberings(corpus: Corpus) -> dict[str, list[tuple[Amendment, EdtfDate | Missing]]]:
    """For each work the amendments that move or end its provisions, in order of their days of force."""
    held = [
        (amendment, entry_into_force(corpus, amendment.id, frozenset(amendment.targets)))
        for amendment in corpus.amendments
        if amendment.renumbered_as or amendment.operation in (Operation.RENUMBERING, Operation.REPEAL)
    ]
    by_work: dict[str, list[tuple[Amendment, EdtfDate | Missing]]] = {}
    for pair in sorted(held, key=lambda pair: _first(pair[1])):
        targets = (corpus.get(target) for target in pair[0].targets)
        for work in dict.fromkeys(target.work for target in targets if isinstance(target, Provision)):
            by_work.setdefault(work, []).append(pair)
    return by_work


def _first(day: EdtfDate | Missing) -> date:
    return day.earliest if is_known(day) and day.earliest is not None else date.max


def _within(day: EdtfDate | Missing, since: date | None, on: date | None) -> bool:
    if not is_known(day) or day.earliest is None or day.latest is None:
        return since is None and on is None
    return (since is None or day.earliest > since) and (on is None or day.latest <= on)


def _maybe_within(day: EdtfDate | Missing, since: date | None, on: date | None) -> bool:
    if not is_known(day):
        return True
    after = since is None or day.latest is None or day.latest > since
    return after and (on is None or day.earliest is None or day.earliest <= on)


def _moved(corpus: Corpus, amendment: Amendment, here: str) -> str | Missing | None:
    """The new id of a provision under an amendment; UNKNOWN if it is lost, None if it stays."""
    unit = corpus.get(here)
    for place, target in enumerate(amendment.targets):
        around = corpus.get(target)
        if target == here:
            rest: tuple[tuple[str, str], ...] = ()
        elif (
            isinstance(unit, Provision)
            and isinstance(around, Provision)
            and unit.work == around.work
            and unit.eid.starts_with(around.eid)
        ):
            rest = unit.eid.steps[len(around.eid.steps) :]
        else:
            continue
        if not amendment.renumbered_as:
            return UNKNOWN
        became = amendment.renumbered_as[place]
        return became if not rest else _part_of(corpus, became, rest)
    return None


def _part_of(corpus: Corpus, became: str, rest: tuple[tuple[str, str], ...]) -> str | Missing:
    around = corpus.get(became)
    if not isinstance(around, Provision):
        return UNKNOWN
    eid = type(around.eid)((*around.eid.steps, *rest))
    id = f"{around.work}~{eid}"
    return id if isinstance(corpus.get(id), Provision) else UNKNOWN


@frozen(kw_only=True)
class Anchored:
    """One passage that a critic objected to, on a day.

    Attributes:
        record: The critique.
        target: Id of the provision it was said of.
        now: Id under which that stands on the day; UNKNOWN when its way is lost.
        state: Whether the passage is found there once, in several places or not at all, or cannot be checked.
        wording: Id of the wording looked at; UNKNOWN when the corpus has none for the day.
        seen_in: Ids of other provisions of the work in which the passage stands on the day.
        note: What happened on the way, as sentences.
    """

    record: Critique
    target: str
    now: str | Missing
    state: AnchorState
    wording: str | Missing = UNKNOWN
    seen_in: tuple[str, ...] = ()
    note: str = ""


@checked
def anchors(
    corpus: Corpus,
    *,
    on: date | str | None = None,
    critique: str | Record | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Anchored]:
    """Whether the passages that critics objected to still stand where they were, in order of critiques.

    Each point of a critique that selects words of a provision is looked up in the wording that is law *on* a
    day, or in the last one recorded, after following the provision through renumbering since the critique.
    ``orphaned`` passages are never moved by guess: where the same words stand elsewhere in the work,
    ``seen_in`` tells. Without a wording of that day the answer is ``unchecked``.
    """
    if as_known_on is not None:
        return answer_as_known(
            lambda known: anchors(known, on=on, critique=critique),
            corpus,
            as_known_on,
            key=lambda row: (row.record.id, row.target),
            row="passage",
        )
    day = day_or_none(on)
    wanted = None if critique is None else found_id(corpus, critique, "critique")
    asked = [held for held in corpus.critiques if wanted in (None, held.id)]
    rows = corpus.cached(
        f"anchors on {day} of {wanted}", lambda c: [row for held in asked for row in _of(c, held, day)]
    )
    elsewhere = sum(
        isinstance(point.selector, Selector) and not isinstance(corpus.get(point.target), Provision)
        for held in asked
        for point in held.points
    )
    notes: tuple[str, ...] = ()
    if elsewhere:
        notes = (f"Not looked up, since the target is no provision: {counted(elsewhere, 'passage')}.",)
    return Selection(
        rows=rows,
        notes=notes,
        columns=(
            Column("critic", lambda row: named(corpus, row.record.critics)),
            Column("target", lambda row: provision_label(corpus, row.target)),
            Column(
                "now", lambda row: provision_label(corpus, row.now) if isinstance(row.now, str) else row.now
            ),
            Column("state", lambda row: row.state.value),
            Column(
                "seen_in", lambda row: tuple(provision_label(corpus, id) for id in row.seen_in), detail=True
            ),
            Column("wording", lambda row: row.wording, detail=True),
            Column("note", lambda row: row.note),
        ),
        title="Anchors of critiques" + (f" on {day}" if day else ""),
        noted=_counts,
        query=echo("anchors", on=day, critique=wanted),
    )


def _counts(rows: tuple[Anchored, ...]) -> tuple[str, ...]:
    states = [row.state for row in rows]
    told = [f"{states.count(state)} {state.value}" for state in AnchorState if state in states]
    return (f"{', '.join(told)}.",) if told else ()


def _of(corpus: Corpus, critique: Critique, on: date | None) -> Iterator[Anchored]:
    made = critique.date
    since = made.latest if is_known(made) and made.latest is not None else None
    for point in critique.points:
        if not isinstance(point.selector, Selector):
            continue
        start = corpus.get(point.target)
        if not isinstance(start, Provision):
            continue
        trace = _followed(corpus, point.target, since, on)
        told = [f"{by} renumbered it." for by, _, _ in trace.steps] + ([trace.note] if trace.note else [])
        looked = _look(corpus, trace.now, point.selector, on) if isinstance(trace.now, str) else None
        state = AnchorState.ORPHANED if trace.now is UNKNOWN else AnchorState.UNCHECKED
        wording: str | Missing = UNKNOWN
        if looked is not None:
            wording, found = looked
            state = found.state
            told += [found.warning] if found.warning else []
        elif isinstance(trace.now, str):
            told.append("The corpus holds no text of it for that day.")
        seen = (
            ()
            if state is not AnchorState.ORPHANED
            else tuple(_elsewhere(corpus, start.work, trace.now, point.selector, on))
        )
        if state is AnchorState.ORPHANED and looked is not None:
            told.append("The passage is gone from it.")
        yield Anchored(
            record=critique,
            target=point.target,
            now=trace.now,
            state=state,
            wording=wording,
            seen_in=seen,
            note=" ".join(told),
        )


def _look(
    corpus: Corpus, provision: str, selector: Selector, on: date | None
) -> tuple[str, Anchoring] | None:
    """The best that the wordings of a day, in whatever languages, have to offer; None without a wording."""
    order = (AnchorState.FOUND, AnchorState.AMBIGUOUS, AnchorState.UNCHECKED, AnchorState.ORPHANED)
    tried = [(w.id, anchor(selector, w.text)) for w in _on(corpus, provision, on) if isinstance(w.text, str)]
    return min(tried, key=lambda pair: order.index(pair[1].state), default=None)


def _on(corpus: Corpus, provision: str, on: date | None) -> list[Wording]:
    """Wordings that are law on a day, or the last of each language."""
    held = corpus.cached("wordings_of_provisions", _wordings).get(provision, ())
    if on is not None:
        return [w for w in held if isinstance(w.in_force, Period) and w.in_force.contains(on) is True]
    last: dict[str, Wording] = {}
    for wording in sorted(held, key=_starts):
        last[wording.lang] = wording
    return list(last.values())


def _starts(wording: Wording) -> date:
    period = wording.in_force
    start = period.start if isinstance(period, Period) else None
    return start.earliest if start is not None and start.earliest is not None else date.min


def _wordings(corpus: Corpus) -> dict[str, tuple[Wording, ...]]:
    held: dict[str, list[Wording]] = {}
    for wording in corpus.wordings:
        held.setdefault(wording.provision, []).append(wording)
    return {id: tuple(group) for id, group in held.items()}


def _texts_of_works(corpus: Corpus) -> dict[str, tuple[tuple[str, ...], str]]:
    """For each work its provisions with wordings, and all their texts in one, spelled for comparison."""
    held: dict[str, dict[str, list[str]]] = {}
    for id, wordings in corpus.cached("wordings_of_provisions", _wordings).items():
        provision = corpus.get(id)
        if isinstance(provision, Provision):
            texts = [spelled(w.text).text for w in wordings if isinstance(w.text, str)]
            held.setdefault(provision.work, {})[id] = texts
    return {
        work: (tuple(by_id), "\0".join(text for texts in by_id.values() for text in texts))
        for work, by_id in held.items()
    }


def _elsewhere(
    corpus: Corpus, work: str, now: str | Missing, selector: Selector, on: date | None
) -> Iterator[str]:
    opening = selector.exact if is_known(selector.exact) else (selector.terms or ("",))[0]
    ids, text = corpus.cached("texts_of_works", _texts_of_works).get(work, ((), ""))
    # One look at everything the work ever said spares a look at each provision.
    if not opening or spelled(opening).text not in text:
        return
    for id in ids:
        if id != now:
            looked = _look(corpus, id, selector, on)
            if looked is not None and looked[1].state in (AnchorState.FOUND, AnchorState.AMBIGUOUS):
                yield id
