"""The text of a work as its recorded wordings give it on a day, one unit for each provision."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from attrs import field, frozen

from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..dates.doubt import bounds, surely_held
from ..errors import ConsolidationError, UnknownNameError
from ..identifiers import EId
from ..identifiers.eids import ABBREVIATED
from ..missing import UNKNOWN, Missing, is_known
from ..model.addresses import eids
from ..model.grafting import shared
from ..model.text import Provision, Wording, Work
from ..model.unit import TEXT_BLOCKS, Unit
from ..schedules import Change
from ..timelines import entry_into_force
from ..verdicts import Truth

__all__ = ["RecordedText", "chosen_language", "days_of_wordings", "recorded_text"]

_ELEMENTS: Final = {short: long for long, short in ABBREVIATED.items()}


@frozen(kw_only=True)
class RecordedText:
    """What the wordings of a work come to on a day.

    Attributes:
        root: The text, as one unit of type ``body``.
        chosen: The wording taken for each provision, by id of the provision.
        made_by: Ids of the provisions whose wording an amendment made, by id of the amendment.
        notes: What was left out, and why.
    """

    root: Unit
    chosen: Mapping[str, Wording] = field(factory=dict)
    made_by: Mapping[str, list[str]] = field(factory=dict)
    notes: tuple[str, ...] = ()


def wordings_of(corpus: Corpus, work: str) -> Mapping[Provision, tuple[Wording, ...]]:
    """Wordings whose words are known, by provision in natural order of ids; also provisions without any."""
    held: dict[str, dict[Provision, tuple[Wording, ...]]] = corpus.cached("wordings_of_works", _all_wordings)
    return held.get(work, {})


def _all_wordings(corpus: Corpus) -> dict[str, dict[Provision, tuple[Wording, ...]]]:
    words: dict[str, list[Wording]] = {}
    for wording in corpus.wordings:
        if is_known(wording.text):
            words.setdefault(wording.provision, []).append(wording)
    found: dict[str, dict[Provision, tuple[Wording, ...]]] = {}
    for provision in corpus.provisions:
        found.setdefault(provision.work, {})[provision] = tuple(words.get(provision.id, ()))
    return found


def languages_of(corpus: Corpus, work: str) -> tuple[str, ...]:
    """Languages in which words of the work are recorded, sorted."""
    return tuple(sorted({w.lang for held in wordings_of(corpus, work).values() for w in held}))


def period_of(corpus: Corpus, work: Work, wording: Wording) -> Period | Missing:
    """When the wording is law: its own period, else from when the work's rule for the provision says."""
    if isinstance(wording.in_force, Period):
        return wording.in_force
    if wording.in_force is not UNKNOWN:
        return wording.in_force
    start = entry_into_force(corpus, work.id, frozenset({wording.provision}))
    return Period(start) if is_known(start) else UNKNOWN


def days_of_wordings(corpus: Corpus, work: Work) -> tuple[date, ...]:
    """The days on which what the wordings of a work give can change; sorted, each once."""
    held: dict[str, tuple[date, ...]] = corpus.cached("days_of_wordings", lambda _: {})
    if work.id not in held:
        days: set[date] = set()
        for wordings in wordings_of(corpus, work.id).values():
            for wording in wordings:
                period = period_of(corpus, work, wording)
                if isinstance(period, Period):
                    days.update(bounds(period.start or UNKNOWN), bounds(period.end or UNKNOWN))
        held[work.id] = tuple(sorted(days))
    return held[work.id]


def recorded_text(
    corpus: Corpus, work: Work, on: date, lang: str, changes: Iterable[Change] = ()
) -> RecordedText:
    """The text that the wordings in *lang* give on a day.

    A wording whose period does not surely hold the day is left out, and a note says so. One that ended
    because an amendment of *changes* began stays: the amendment says what became of it.

    Raises:
        ConsolidationError: When two wordings of one provision are both in force that day.
    """
    starts = _starts_by_target(changes)
    chosen: dict[str, Wording] = {}
    notes: list[str] = []
    for provision, wordings in wordings_of(corpus, work.id).items():
        dated = [(w, period_of(corpus, work, w)) for w in wordings if w.lang == lang]
        found = _wording_on(provision, dated, on, starts.get(provision.id, ()), notes)
        if found is not None:
            chosen[provision.id] = found
    if not chosen:
        notes += _outside(corpus, work, on, lang)
    pool: dict[Unit, Unit] = corpus.cached("units_of_wordings", lambda _: {})
    root = shared(_tree(wordings_of(corpus, work.id), chosen, lang), pool)
    made_by: dict[str, list[str]] = {}
    for id, wording in chosen.items():
        for amendment in wording.produced_by:
            made_by.setdefault(amendment, []).append(id)
    return RecordedText(root=root, chosen=chosen, made_by=made_by, notes=tuple(notes))


def _outside(corpus: Corpus, work: Work, on: date, lang: str) -> Iterator[str]:
    """A note when the day lies before or after every wording, so that an empty text does not pass for law."""
    periods = [
        period_of(corpus, work, wording)
        for wordings in wordings_of(corpus, work.id).values()
        for wording in wordings
        if wording.lang == lang
    ]
    known = [period for period in periods if is_known(period)]
    if not known or len(known) < len(periods):
        return
    firsts = [period.start.earliest for period in known if period.start and period.start.earliest]
    starts = [period.start for period in known if period.start]
    if len(firsts) == len(known) and all(surely_held(Period(day), on) is False for day in starts):
        yield f"The first wording recorded begins on {min(firsts)}: what the work said before is not told."
    lasts = [period.end.latest for period in known if period.end and period.end.latest]
    ends = [period.end for period in known if period.end]
    if len(lasts) == len(known) and all(surely_held(Period(day), on) is True for day in ends):
        yield f"The last wording recorded ends on {max(lasts)}: what the work says from then on is not told."


def _starts_by_target(changes: Iterable[Change]) -> dict[str, list[EdtfDate]]:
    found: dict[str, list[EdtfDate]] = {}
    for change in changes:
        if is_known(change.start) and change.modifications:
            for target in change.targets:
                found.setdefault(target, []).append(change.start)
    return found


def _wording_on(
    provision: Provision,
    dated: list[tuple[Wording, Period | Missing]],
    on: date,
    starts: Iterable[EdtfDate],
    notes: list[str],
) -> Wording | None:
    answers: list[tuple[Wording, Period | Missing, Truth]] = [
        (w, p, surely_held(p, on) if is_known(p) else UNKNOWN) for w, p in dated
    ]
    holding = [w for w, _, answer in answers if answer is True]
    if len(holding) > 1:
        one, other, *_ = holding
        reason = "both wordings are in force. Correct the period of one."
        raise ConsolidationError(on.isoformat(), one.id, other.id, reason)
    if holding:
        return holding[0]
    open_ones = [(w, p) for w, p, answer in answers if isinstance(answer, Missing)]
    for _, period in open_ones:
        when = f"its period is {period}" if is_known(period) else "nothing says since when it is law"
        notes.append(f"{provision.eid}: left out a wording that is not surely in force; {when}.")
    if open_ones:
        return None
    ended = [(w, p.end) for w, p in dated if is_known(p) and p.end and p.end.after(on) is False]
    ended.sort(key=lambda pair: pair[1].latest or date.min)
    if ended and any(ended[-1][1].same(start) is True for start in starts):
        return ended[-1][0]
    if ended and len(ended) < len(dated):
        notes.append(
            f"{provision.eid}: no wording is recorded, though there are some for times before and after."
        )
    return None


def _tree(provisions: Iterable[Provision], chosen: Mapping[str, Wording], lang: str) -> Unit:
    """The units of the provisions chosen, each inside the one whose eId its own begins with.

    A provision without words of its own is there, with its heading, if one inside it is chosen.
    """
    by_eid: dict[str, Provision] = {str(p.eid): p for p in provisions}
    inside: dict[str, list[EId]] = {}
    seen: set[str] = set()

    def enter(eid: EId) -> None:
        if str(eid) in seen:
            return
        seen.add(str(eid))
        parent = eid.parent
        if parent is not None:
            enter(parent)
        inside.setdefault(str(parent) if parent else "", []).append(eid)

    for provision in by_eid.values():
        if provision.id in chosen:
            enter(provision.eid)

    def unit(eid: EId, given: bool) -> Unit:
        element, number = eid.steps[-1]
        provision = by_eid.get(str(eid))
        heading = text = ""
        if provision is not None:
            number = provision.num if is_known(provision.num) else number
            heading = provision.heading.text(lang) if is_known(provision.heading) else ""
            words = chosen[provision.id].text if provision.id in chosen else UNKNOWN
            text = words if is_known(words) else ""
        block = element in TEXT_BLOCKS
        return Unit(
            type=_ELEMENTS.get(element, element),
            num="" if block else number,
            heading=heading,
            text=text,
            children=[unit(inner, given) for inner in inside.get(str(eid), ())],
            eid=str(eid) if given else "",
        )

    def in_order(around: str = "") -> Iterator[str]:
        for eid in inside.get(around, ()):
            yield str(eid)
            yield from in_order(str(eid))

    def body(given: bool) -> Unit:
        return Unit(type="body", children=[unit(eid, given) for eid in inside.get("", ())])

    # Where numbers make the addresses anyway, these follow whatever becomes of the numbers.
    root = body(given=False)
    own = {path: eid for eid, path in eids(root).items()}
    made = [own.get(path) for path, _ in root.walk() if path]
    return root if made == list(in_order()) else body(given=True)


def chosen_language(corpus: Corpus, work: Work, lang: str | None) -> str:
    """The language asked for, or the only one there is; UnknownNameError when that is not settled."""
    known = languages_of(corpus, work.id)
    if lang is None and len(known) == 1:
        return known[0]
    if lang is None or lang not in known:
        hint = "" if known else "No words are recorded; give base=, a text to which amendments are applied."
        if known and lang is None:
            hint = "Say which with lang=."
        raise UnknownNameError("language of the text", lang or "", known, hint=hint)
    return lang
