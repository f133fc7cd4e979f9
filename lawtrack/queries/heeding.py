"""Whether the text later moved as a recommendation asked, by the test that a coder wrote for it."""

from collections.abc import Iterator
from datetime import date

import attrs
from attrs import frozen

from ..arguments import checked
from ..checks.predicates import wrong_words
from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..identifiers import tail
from ..missing import UNKNOWN, Missing, is_known
from ..model.change import Change
from ..model.critique import Critique, OutcomeStatus, Recommendation
from ..model.instruction import Amendment
from ..model.predicate import Predicate
from ..model.record import Record
from ..model.rule import Rule
from ..model.scope import is_stated
from ..model.substance import Effect
from ..model.text import EventKind, Work
from ..timelines import force_of
from .asking import found_id, named, provision_label
from .derived import is_draft
from .fitting import fits
from .knowledge import answer_as_known
from .nesting import covers, outermost, places_of, touch
from .outcomes import outcome_status
from .rewordings import Rewording, Stands, rewordings
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
            of a part of one, REVERSED when such a change was undone again; else UNKNOWN: no test can tell
            that nothing came.
        change: Ids of the amendments, or of the earlier and the later wordings, that show it.
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

    Later is what is surely of a later day than the critique. A change is an effect of law on a provision that
    a target stands in, that holds it or lies in it, or a wording that follows the one surely in force when
    the critique was made; *heeded* always names it (I-56). Where only some of the targets changed as asked,
    or only a part of one, the answer is *partly*. Where a last wording, or a later effect, brings back what
    stood before, it is *reversed*; an opposite change of the same kind at the same place, whose rules do not
    tell, leaves it open. Without such a change it is UNKNOWN, whatever outcomes sources assert: those stay in
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
    if wrong := next(wrong_words(corpus, test), None):
        return Heeding(record=rec, status=UNKNOWN, why=f"The test names {wrong.read}, not {wrong.expected}.")
    if test.of_text:
        return _by_wordings(corpus, rec, test, targets, made)
    return _by_effects(corpus, rec, test, targets, made)


# effects


def _by_effects(
    corpus: Corpus, rec: Recommendation, test: Predicate, targets: tuple[str, ...], made: EdtfDate
) -> Heeding:
    later = list(_later_effects(corpus, targets, made))
    passing = [effect for effect in later if fits(corpus, test, effect) is True]
    left, undone = _sorted_out(corpus, passing, later)
    shown = left or undone
    if not shown:
        told = (
            "No later change of its targets is coded."
            if not later
            else "A later change passes the test, but another may undo it or come before it."
            if passing
            else "No later change surely passes the test."
        )
        return Heeding(record=rec, status=UNKNOWN, later=len(later), why=told)
    passes = "passes" if len(shown) == 1 else "pass"
    told = f"{', '.join(tail(effect.id) for effect in shown)} {passes} the test"
    status, rest = OutcomeStatus.REVERSED, ", but what stood before was brought back"
    if left:
        whole = all(
            any(covers(own, place) for effect in left for own in effect.provisions)
            for place in places_of(corpus, targets)
        )
        status = OutcomeStatus.HEEDED if whole else OutcomeStatus.PARTLY
        rest = "" if whole else ", but not for the whole of what was asked about"
    return Heeding(
        record=rec,
        status=status,
        change=tuple(dict.fromkeys(id for effect in shown for id in _makers(corpus, effect))),
        later=len(later),
        why=f"{told}{rest}.",
    )


def _sorted_out(
    corpus: Corpus, passing: list[Effect], later: list[Effect]
) -> tuple[list[Effect], list[Effect]]:
    """Of the effects that pass, those that surely stand beside the law of the critique, and those undone."""
    days = {effect.id: day for effect in later if is_known(day := _day_of(corpus, effect))}

    def before(one: Effect, other: Effect) -> bool:
        return days[one.id].before(days[other.id]) is True

    left, undone = [], []
    for effect in passing:
        near = [other for other in later if other is not effect and _meet(effect, other)]
        backs = [other for other in near if before(effect, other) and _cancels(effect, other)]
        # What only brings back the law of the critique is no answer to it, nor what may be undone.
        if not any(
            (not before(other, effect) and _cancels(effect, other))
            or (not before(effect, other) and _cancels(other, effect))
            or (other not in passing and _opposite(effect, other))
            for other in near
        ):
            left.append(effect)
        elif any(
            all(before(other, back) for other in passing if other is not back and _meet(other, back))
            for back in backs
        ):
            undone.append(effect)
    return left, undone


def _meet(one: Effect, other: Effect) -> bool:
    """Whether two effects are of one kind, at one place."""
    return one.kind == other.kind and any(touch(a, b) for a in one.provisions for b in other.provisions)


def _opposite(one: Effect, other: Effect) -> bool:
    """Whether what they are called goes opposite ways."""
    return other.change is one.change.reversed() is not one.change


def _cancels(first: Effect, second: Effect) -> bool:
    """Whether after *second* the rule is the one from before *first*, as far as the rules are coded."""
    if first.change is Change.CREATED and second.change is Change.REPEALED:
        return _says_something(first.after) and first.after == second.before
    return _says_something(first.before) and first.before == second.after != first.after


def _says_something(rule: Rule | Missing) -> bool:
    """Whether a rule states anything; two of which nothing is coded are not the same by that."""
    if not isinstance(rule, Rule):
        return False
    values = ((getattr(rule, field.name), field.default) for field in attrs.fields(type(rule)))
    return any(is_stated(value) and value != default for value, default in values)


def _makers(corpus: Corpus, effect: Effect) -> tuple[str, ...]:
    """The amendments behind an effect; its own id where none is identified."""
    found = tuple(id for id in effect.by if isinstance(corpus.get(id), Amendment))
    return found or (effect.id,)


def _later_effects(corpus: Corpus, targets: tuple[str, ...], made: EdtfDate) -> Iterator[Effect]:
    places = places_of(corpus, targets)
    by_article: dict[str, list[Effect]] = corpus.cached("effects_by_article", _by_article)
    near = {e.id: e for place in places for e in by_article.get(outermost(place), ())}
    for effect in near.values():
        if any(touch(place, own) for place in places for own in effect.provisions):
            day = _day_of(corpus, effect)
            if effect.id not in targets and is_known(day) and made.before(day) is True:
                yield effect


def _by_article(corpus: Corpus) -> dict[str, list[Effect]]:
    held: dict[str, list[Effect]] = {}
    for effect in corpus.effects:
        if not is_draft(corpus, effect):
            for place in dict.fromkeys(map(outermost, effect.provisions)):
                held.setdefault(place, []).append(effect)
    return held


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


# wordings


def _by_wordings(
    corpus: Corpus, rec: Recommendation, test: Predicate, targets: tuple[str, ...], made: EdtfDate
) -> Heeding:
    places = places_of(corpus, targets)
    found = {place: tuple(rewordings(corpus, place, test, made)) for place in places}
    later = sum(each.later for held in found.values() for each in held)
    asked = {place: ids for place in places if (ids := _agreed(found[place], Stands.AS_ASKED))}
    undone = {place: ids for place in places if (ids := _agreed(found[place], Stands.UNDONE))}
    shown = asked or undone
    if not shown:
        told = (
            "No later wording surely passes the test."
            if later
            else "The corpus holds no wording in force at the critique and one after it."
        )
        return Heeding(record=rec, status=UNKNOWN, later=later, why=told)
    status, rest = OutcomeStatus.REVERSED, ", and was changed back"
    if asked:
        whole = len(asked) == len(places)
        status = OutcomeStatus.HEEDED if whole else OutcomeStatus.PARTLY
        rest = "" if whole else ", but not every wording asked about"
    return Heeding(
        record=rec,
        status=status,
        change=tuple(id for ids in shown.values() for id in ids),
        later=later,
        why=f"The wording of {', '.join(provision_label(corpus, p) for p in shown)} changed as asked{rest}.",
    )


def _agreed(found: tuple[Rewording, ...], stands: Stands) -> tuple[str, ...]:
    """The wordings of the first language that stands so, unless another stands otherwise."""
    told = {each.stands for each in found if each.stands is not None}
    return next((each.wordings for each in found if each.stands is stands), ()) if told == {stands} else ()
