"""Whether what critics objected to still stands where it stood."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate

from attrs import define, field, frozen

from ..arguments import checked
from ..consolidation import consolidate, days_of_change
from ..consolidation.recorded_texts import languages_of
from ..corpus import Corpus
from ..dates import Period
from ..dates.doubt import surely_held
from ..errors import ConsolidationError
from ..missing import UNKNOWN, Missing, is_known
from ..model.addresses import eids
from ..model.critique import Critique
from ..model.record import Record
from ..model.selector import Selector
from ..model.text import Provision, Wording
from ..passages import spelled
from ..references import work_of
from ..tables import counted
from ..texts.anchoring import AnchorState, standing
from .asking import day_or_none, found_id, named, provision_label
from .following import Trace, followed, may_move
from .knowledge import answer_as_known
from .selection import Column, Selection, echo

__all__ = ["Anchored", "anchors"]


@frozen(kw_only=True)
class Anchored:
    """One passage that a critic objected to, on a day.

    Attributes:
        record: The critique.
        target: Id of the provision it was said of.
        now: Id under which that stands on the day; UNKNOWN when its way is lost.
        state: Whether the passage is found there once, in several places or not at all, or cannot be checked.
        wording: Id of the wording looked at; UNKNOWN when the corpus has none for the day, and when the text
            of the day was looked at as amendments made it.
        note: What happened on the way, as sentences.
    """

    record: Critique
    target: str
    now: str | Missing
    state: AnchorState
    wording: str | Missing = UNKNOWN
    note: str = ""
    _passage: Selector = field(eq=False, repr=False)
    _texts: "_Texts" = field(eq=False, repr=False)

    @cached_property
    def seen_in(self) -> tuple[str, ...]:
        """Ids of other provisions of the work in which an orphaned passage stands on the day.

        Searched for when somebody looks.
        """
        if self.state is not AnchorState.ORPHANED:
            return ()
        return tuple(self._texts.elsewhere(self._passage, self.target, self.now))


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
    day, or in the last one recorded, after following the provision since the critique (:func:`follow`);
    where it was split, in each of its parts. Where amendments carry modifications of a work, that is its
    text of the day as :func:`lawtrack.consolidate` gives it. ``orphaned`` passages are never moved by guess:
    where the same words stand elsewhere in the work, ``seen_in`` tells. Without words of that day the answer
    is ``unchecked``.
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
    asked: Sequence[Critique] = corpus.critiques
    if wanted is not None:
        asked = [held for held in asked if held.id == wanted]
    rows, elsewhere = corpus.cached(f"anchors on {day} of {wanted}", lambda c: _anchored(c, asked, day))
    notes: tuple[str, ...] = ()
    if not rows and not elsewhere:
        notes = ("No point of a critique selects words of what it is about.",)
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


def _anchored(corpus: Corpus, asked: Sequence[Critique], on: date | None) -> tuple[tuple[Anchored, ...], int]:
    """The rows, and how many passages have a target that is no provision."""
    texts: _Texts = corpus.cached(f"texts on {on}", lambda c: _Texts(c, on))
    traces: dict[tuple[str, date | None], Trace] = {}
    still: dict[str, bool] = {}
    rows = []
    elsewhere = 0
    for critique in asked:
        for point in critique.points:
            target, passage = point.target, point.selector
            if not isinstance(passage, Selector):
                continue
            if target not in still:
                if not isinstance(corpus.get(target), Provision):
                    elsewhere += 1
                    continue
                still[target] = not may_move(corpus, target)
            since = None if still[target] or not is_known(critique.date) else critique.date.latest
            trace = traces.get((target, since))
            if trace is None:
                trace = traces[target, since] = followed(corpus, target, since, on)
            rows.append(_looked_up(critique, passage, trace, texts))
    return tuple(rows), elsewhere


_Look = tuple[str, AnchorState, str]
"""Id of a wording, empty for a text that amendments made; what became of a passage in it; and a warning."""


def _looked_up(critique: Critique, passage: Selector, trace: Trace, texts: "_Texts") -> Anchored:
    now = trace.now
    looked: _Look | None
    if isinstance(now, Missing):
        now, looked = _in_parts(trace, passage, texts)
    else:
        looked = texts.look(now, passage)
    told = [f"{by} makes it {new.rpartition('~')[2]}." for by, _, new in trace.steps]
    if trace.note:
        told.append(trace.note)
    wording: str | Missing = UNKNOWN
    state = AnchorState.UNCHECKED
    if looked is not None:
        wording, state, warning = looked[0] or UNKNOWN, *looked[1:]
        if warning:
            told.append(warning)
        if state is AnchorState.ORPHANED:
            told.append("The passage is gone from it.")
    elif isinstance(now, Missing) and not trace.among:
        state = AnchorState.ORPHANED
    else:
        told.append("The corpus holds no text of it for that day.")
    return Anchored(
        record=critique, target=trace.provision, now=now, state=state, wording=wording,
        note=" ".join(told), passage=passage, texts=texts,
    )  # fmt: skip


def _in_parts(trace: Trace, passage: Selector, texts: "_Texts") -> tuple[str | Missing, _Look | None]:
    """Where the passage stands of a provision that was split, and what became of it there.

    Found in one part, that is where these words went; in several, nobody can tell.
    """
    held = [(id, looked) for id in trace.among if (looked := texts.look(id, passage)) is not None]
    seen = [(id, looked) for id, looked in held if looked[1] in _SEEN]
    if len(seen) == 1:
        return seen[0]
    if seen:
        wording, _, warning = seen[0][1]
        return UNKNOWN, (wording, AnchorState.AMBIGUOUS, warning)
    return UNKNOWN, held[0][1] if held else None


_SEEN = (AnchorState.FOUND, AnchorState.AMBIGUOUS)
_ORDER = {
    state: place
    for place, state in enumerate(
        (AnchorState.FOUND, AnchorState.AMBIGUOUS, AnchorState.UNCHECKED, AnchorState.ORPHANED)
    )
}


@frozen
class _WorkText:
    """All that a work says on a day as one text spelled for comparison, with where each wording begins."""

    text: str
    starts: tuple[int, ...]
    provisions: tuple[str, ...]

    def having(self, words: str) -> Iterator[str]:
        """Provisions with a wording that has these words, spelled so, in natural order of ids, each once."""
        place, last = self.text.find(words), ""
        while place >= 0:
            wording = bisect_right(self.starts, place) - 1
            if self.provisions[wording] != last:
                last = self.provisions[wording]
                yield last
            after = wording + 1
            place = self.text.find(words, self.starts[after]) if after < len(self.starts) else -1


@define(eq=False)
class _Texts:
    """What the wordings of a corpus say on a day, or last, in all languages."""

    corpus: Corpus
    on: date | None
    _of_works: dict[str, _WorkText] = field(factory=dict)

    def look(self, provision: str, passage: Selector) -> _Look | None:
        """The wording with the best that there is, its state and warning; None without a wording."""
        best: _Look | None = None
        for wording, text in self._held.get(provision, ()):
            state, warning = standing(passage, text)
            if best is None or _ORDER[state] < _ORDER[best[1]]:
                best = (wording, state, warning)
        return best

    def elsewhere(self, passage: Selector, target: str, now: str | Missing) -> Iterator[str]:
        """Other provisions of the target's work that have the passage."""
        opening = passage.exact if is_known(passage.exact) else (passage.terms or ("",))[0]
        start = self.corpus.get(target)
        words = spelled(opening).text
        if not words or not isinstance(start, Provision):
            return
        for id in self._of_work(start.work).having(words):
            looked = self.look(id, passage) if id != now else None
            if looked is not None and looked[1] in _SEEN:
                yield id

    @cached_property
    def _held(self) -> dict[str, list[tuple[str, str]]]:
        """Id and text of the wordings of each provision that count, or its text as amendments made it."""
        held: dict[str, list[Wording]] = {}
        for wording in self.corpus.wordings:
            if isinstance(wording.text, str):
                held.setdefault(wording.provision, []).append(wording)
        found = {
            provision: [(w.id, w.text) for w in self._counting(wordings) if isinstance(w.text, str)]
            for provision, wordings in held.items()
        }
        for work in self._amended:
            made: dict[str, list[tuple[str, str]]] = {}
            for lang in languages_of(self.corpus, work):
                for provision, text in _words_of(self.corpus, work, self.on, lang).items():
                    made.setdefault(provision, []).append(("", text))
            found |= made
        return found

    @property
    def _amended(self) -> Iterator[str]:
        """Works of which amendments change words that are recorded."""
        targets = {
            work_of(self.corpus, target)
            for amendment in self.corpus.amendments
            if amendment.modifications
            for target in amendment.targets
        }
        return (work.id for work in self.corpus.works if work.id in targets)

    def _counting(self, wordings: list[Wording]) -> list[Wording]:
        """Wordings that are law on the day, or the last of each language."""
        on = self.on
        if on is not None:
            return [
                w for w in wordings if isinstance(w.in_force, Period) and surely_held(w.in_force, on) is True
            ]
        last: dict[str, Wording] = {}
        for wording in sorted(wordings, key=_starts) if len(wordings) > 1 else wordings:
            last[wording.lang] = wording
        return list(last.values())

    @cached_property
    def _provisions(self) -> dict[str, list[str]]:
        """Provisions with a text by work, in natural order of ids."""
        held: dict[str, list[str]] = {}
        for provision in self.corpus.provisions:
            if self._held.get(provision.id):
                held.setdefault(provision.work, []).append(provision.id)
        return held

    def _of_work(self, work: str) -> _WorkText:
        if work not in self._of_works:
            held = [
                (id, spelled(text).text)
                for id in self._provisions.get(work, ())
                for _, text in self._held[id]
            ]
            starts = accumulate((len(text) + 1 for _, text in held), initial=0)
            self._of_works[work] = _WorkText(
                "\0".join(text for _, text in held), tuple(starts)[:-1], tuple(id for id, _ in held)
            )
        return self._of_works[work]


def _words_of(corpus: Corpus, work: str, on: date | None, lang: str) -> dict[str, str]:
    """What each provision says in the text of a day, or the last one; nothing where no text is certain."""
    days = days_of_change(corpus, work)
    if on is None and not days:
        return {}
    try:
        root = consolidate(corpus, work, on=on or days[-1], lang=lang, strict=False).root
    except ConsolidationError:
        return {}
    return {f"{work}~{eid}": root.at(path).plain_text() for eid, path in eids(root).items() if eid}


def _starts(wording: Wording) -> date:
    period = wording.in_force
    start = period.start if isinstance(period, Period) else None
    return start.earliest if start is not None and start.earliest is not None else date.min
