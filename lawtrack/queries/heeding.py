"""Whether the text later moved as a recommendation asked, by the test that a coder wrote for it."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..identifiers import tail
from ..missing import UNKNOWN, Missing, is_known
from ..model.critique import Critique, OutcomeStatus, Recommendation
from ..model.instruction import Amendment
from ..model.predicate import Predicate
from ..model.record import Record
from ..model.substance import Definition, Effect
from ..model.text import EventKind, Provision, Wording, Work
from ..passages import occurrences, spelled
from ..timelines import force_of
from .asking import found_id, named, provision_label
from .fitting import fits
from .knowledge import answer_as_known
from .outcomes import outcome_status
from .selection import Column, Selection, echo

__all__ = ["CAUSAL", "Heeding", "heeding"]

CAUSAL = "not_claimed"
"""That a text moved as asked never means that it moved because of it."""


@frozen(kw_only=True)
class Heeding:
    """A recommendation against what came later.

    Attributes:
        record: The recommendation.
        status: HEEDED when later changes of all its targets pass its test, PARTLY when those of some do, or
            of a part of one; else UNKNOWN: no test can tell that nothing came.
        change: Ids of the amendments, or of the earlier and the later wording, that show it.
        later: How many later changes of its targets were looked at.
        causal: Always ``not_claimed``.
        why: What was looked at, in words.
    """

    record: Recommendation
    status: OutcomeStatus | Missing
    change: tuple[str, ...] = ()
    later: int = 0
    causal: str = CAUSAL
    why: str = ""


@checked
def heeding(
    corpus: Corpus, *, recommendation: str | Record | None = None, as_known_on: date | str | None = None
) -> Selection[Heeding]:
    """Recommendations with a test, and whether a later change of their targets passes it, in order of ids.

    Later is what is surely of a later day than the critique. A change is an effect on a provision that a
    target stands in, that holds it or lies in it, or a wording that follows another; *heeded* always names it
    (I-56). Where only some of the targets changed as asked, or only a part of one, the answer is *partly*.
    Without such a change it is UNKNOWN, whatever outcomes sources assert: those stay in
    :func:`recommendations`.
    """
    if as_known_on is not None:
        return answer_as_known(
            lambda known: heeding(known, recommendation=recommendation), corpus, as_known_on
        )
    wanted = None if recommendation is None else found_id(corpus, recommendation, "recommendation")
    rows = [
        _assessed(corpus, rec, rec.testable_as)
        for rec in corpus.recommendations
        if wanted in (None, rec.id) and isinstance(rec.testable_as, Predicate)
    ]
    without = sum(not is_known(rec.testable_as) for rec in corpus.recommendations if wanted in (None, rec.id))
    notes: tuple[str, ...] = ()
    if without:
        have = "1 recommendation has" if without == 1 else f"{without} recommendations have"
        notes = (f"{have} no test, so nothing is computed for {'it' if without == 1 else 'them'}.",)
    return Selection(
        rows=rows,
        columns=(
            Column("recommendation", lambda row: tail(row.record.id)),
            Column("critic", lambda row: _critics(corpus, row.record)),
            Column("test", lambda row: str(row.record.testable_as)),
            Column("computed", lambda row: _word(row.status)),
            Column("change", lambda row: tuple(map(tail, row.change))),
            Column("causal", lambda row: row.causal),
            Column("recorded", lambda row: _word(outcome_status(corpus, row.record.id))),
            Column("why", lambda row: row.why, detail=True),
        ),
        title="Recommendations against later changes",
        notes=notes,
        query=echo("heeding", recommendation=wanted),
    )


def _word(status: OutcomeStatus | Missing) -> object:
    return status if isinstance(status, Missing) else status.value.replace("_", " ")


def _critics(corpus: Corpus, rec: Recommendation) -> object:
    critique = corpus.get(rec.critique)
    return named(corpus, critique.critics) if isinstance(critique, Critique) else UNKNOWN


def _assessed(corpus: Corpus, rec: Recommendation, test: Predicate) -> Heeding:
    critique = corpus.get(rec.critique)
    made = critique.date if isinstance(critique, Critique) else UNKNOWN
    if not isinstance(critique, Critique) or not is_known(made):
        return Heeding(record=rec, status=UNKNOWN, why="When it was made is not known.")
    targets = rec.targets or critique.targets
    if test.of_text:
        return _by_wordings(corpus, rec, test, targets, made)
    later = list(_later_effects(corpus, targets, made))
    passing = [effect for effect in later if fits(corpus, test, effect) is True]
    if passing:
        whole = all(
            any(_covers(corpus, own, place) for effect in passing for own in effect.provisions)
            for place in _all_places(corpus, targets)
        )
        passes = "passes" if len(passing) == 1 else "pass"
        told = f"{', '.join(tail(effect.id) for effect in passing)} {passes} the test"
        return Heeding(
            record=rec,
            status=OutcomeStatus.HEEDED if whole else OutcomeStatus.PARTLY,
            change=tuple(dict.fromkeys(id for effect in passing for id in _makers(corpus, effect))),
            later=len(later),
            why=f"{told}." if whole else f"{told}, but not for the whole of what was asked about.",
        )
    told = (
        "No later change of its targets is coded." if not later else "No later change surely passes the test."
    )
    return Heeding(record=rec, status=UNKNOWN, later=len(later), why=told)


def _makers(corpus: Corpus, effect: Effect) -> tuple[str, ...]:
    """The amendments behind an effect; its own id where none is identified."""
    found = tuple(id for id in effect.by if isinstance(corpus.get(id), Amendment))
    return found or (effect.id,)


def _later_effects(corpus: Corpus, targets: tuple[str, ...], made: EdtfDate) -> Iterator[Effect]:
    places = _all_places(corpus, targets)
    by_article: dict[str, list[Effect]] = corpus.cached("effects_by_article", _by_article)
    near = {e.id: e for place in places for e in by_article.get(_outermost(corpus, place), ())}
    for effect in near.values():
        if any(_touch(corpus, place, own) for place in places for own in effect.provisions):
            day = _day_of(corpus, effect)
            if effect.id not in targets and is_known(day) and made.before(day) is True:
                yield effect


def _all_places(corpus: Corpus, targets: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for target in targets for place in _places(corpus, target)))


def _places(corpus: Corpus, target: str) -> tuple[str, ...]:
    """Provisions that a target stands in."""
    record = corpus.get(target)
    if isinstance(record, Provision):
        return (record.id,)
    if isinstance(record, Definition):
        return (record.provision,) if is_known(record.provision) else ()
    if isinstance(record, Amendment):
        return tuple(id for id in record.targets if isinstance(corpus.get(id), Provision))
    return tuple(getattr(record, "provisions", ()))


def _outermost(corpus: Corpus, place: str) -> str:
    record = corpus.get(place)
    if not isinstance(record, Provision):
        return place
    return f"{record.work}~{'_'.join(record.eid.steps[0])}"


def _by_article(corpus: Corpus) -> dict[str, list[Effect]]:
    held: dict[str, list[Effect]] = {}
    for effect in corpus.effects:
        for place in dict.fromkeys(_outermost(corpus, id) for id in effect.provisions):
            held.setdefault(place, []).append(effect)
    return held


def _touch(corpus: Corpus, one: str, other: str) -> bool:
    """Whether two provisions are the same or one holds the other."""
    return _covers(corpus, one, other) or _covers(corpus, other, one)


def _covers(corpus: Corpus, around: str, place: str) -> bool:
    """Whether one provision is the other or holds it."""
    a, b = corpus.get(around), corpus.get(place)
    if not isinstance(a, Provision) or not isinstance(b, Provision) or a.work != b.work:
        return around == place
    return b.eid.starts_with(a.eid)


def _day_of(corpus: Corpus, effect: Effect) -> EdtfDate | Missing:
    """When a change was made: the signature or adoption of its act, else its first day of force."""
    for id in effect.by:
        maker = corpus.get(id)
        work = corpus.get(maker.instrument) if isinstance(maker, Amendment) else maker
        if isinstance(work, Work):
            for kind in (EventKind.SIGNED, EventKind.ADOPTED):
                if is_known(day := work.event(kind)):
                    return day
    period = force_of(corpus, effect)
    return period.start if isinstance(period, Period) and period.start is not None else UNKNOWN


def _by_wordings(
    corpus: Corpus, rec: Recommendation, test: Predicate, targets: tuple[str, ...], made: EdtfDate
) -> Heeding:
    pairs = 0
    shown: dict[str, tuple[str, str]] = {}
    places = _all_places(corpus, targets)
    for place in places:
        for old, new in _pairs(corpus, place, made):
            pairs += 1
            if _passes(test, old, new):
                shown[place] = (old.id, new.id)
                break
    if shown:
        named = ", ".join(provision_label(corpus, place) for place in shown)
        rest = "" if len(shown) == len(places) else ", but not every wording asked about"
        return Heeding(
            record=rec,
            status=OutcomeStatus.PARTLY if rest else OutcomeStatus.HEEDED,
            change=tuple(id for pair in shown.values() for id in pair),
            later=pairs,
            why=f"The wording of {named} changed as asked{rest}.",
        )
    told = (
        "No later wording surely passes the test."
        if pairs
        else "The corpus holds no wordings before and after."
    )
    return Heeding(record=rec, status=UNKNOWN, later=pairs, why=told)


def _pairs(corpus: Corpus, place: str, made: EdtfDate) -> Iterator[tuple[Wording, Wording]]:
    """Each wording that began surely before the critique with each of its language that began after."""
    held = corpus.cached("dated_wordings", _dated).get(place, ())
    for old, began in held:
        if began.before(made) is True:
            for new, start in held:
                if new.lang == old.lang and made.before(start) is True:
                    yield old, new


def _dated(corpus: Corpus) -> dict[str, tuple[tuple[Wording, EdtfDate], ...]]:
    found: dict[str, list[tuple[Wording, EdtfDate]]] = {}
    for wording in corpus.wordings:
        period = wording.in_force
        if isinstance(wording.text, str) and isinstance(period, Period) and period.start is not None:
            found.setdefault(wording.provision, []).append((wording, period.start))
    return {id: tuple(pairs) for id, pairs in found.items()}


def _passes(test: Predicate, old: Wording, new: Wording) -> bool:
    parts = [_passes(arg, old, new) for arg in test.args if isinstance(arg, Predicate)]
    if parts:
        return not parts[0] if test.name == "not" else (all if test.name == "all_of" else any)(parts)
    if test.name not in ("words_gone", "words_in"):
        return False
    words = spelled(str(test.args[0])).text
    had, has = (any(True for _ in occurrences(words, spelled(str(w.text)).text)) for w in (old, new))
    return had and not has if test.name == "words_gone" else has and not had
