"""How much harsher or milder each sentence became."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, lru_cache

from attrs import evolve, frozen

from ..arguments import checked
from ..corpus import Corpus
from ..errors import UnknownNameError
from ..identifiers import tail
from ..kinds import Sentence
from ..missing import ABSENT, NOT_APPLICABLE, UNKNOWN, Missing, is_known
from ..model.record import Record
from ..model.substance import Effect
from ..model.text import Provision
from ..penalties import (
    PenaltyLadder,
    Sanction,
    SanctionComparison,
    SentenceDelta,
    Step,
    compare_sanctions,
    delta,
    side_words,
)
from ..verdicts import ANY, Verdicts
from .asking import effects_of, gist_of, package_name, provision_label, word_of
from .derived import is_draft, once
from .knowledge import answer_as_known
from .selection import Column, Selection, echo

__all__ = ["SentenceChange", "is_simple_shift", "offence_of", "sentence_change_of", "sentence_changes"]


@frozen(kw_only=True)
class SentenceChange:
    """One offence part before and after a change.

    Attributes:
        effect: The effect.
        provision: The provision as a lawyer writes it.
        before: Sanction before; a token when it is not known or the offence is new.
        after: Sanction after.
        ladder: The order of punishments used, or None.
    """

    effect: Effect
    provision: str
    before: Sanction | Missing
    after: Sanction | Missing
    ladder: PenaltyLadder | None = None

    @cached_property
    def delta(self) -> SentenceDelta | Missing:
        """What moved; UNKNOWN unless both sanctions are known and each has a single track."""
        if not isinstance(self.before, Sanction) or not isinstance(self.after, Sanction):
            return UNKNOWN
        return _delta(self.before, self.after)

    @cached_property
    def comparison(self) -> SanctionComparison | Missing:
        """How the sanctions compare; UNKNOWN unless both are known."""
        if not isinstance(self.before, Sanction) or not isinstance(self.after, Sanction):
            return UNKNOWN
        return _compared(self.before, self.after, self.ladder)

    @cached_property
    def verdict(self) -> str:
        """HARSHER, MILDER, EQUIVALENT, INCOMPARABLE or UNKNOWN (…)."""
        if is_known(self.comparison):
            return self.comparison.words()
        return self.effect.compare_sides(ladder=self.ladder).words(sanction=True)


@checked
def sentence_changes(
    corpus: Corpus,
    *,
    package: str | Record | None = None,
    ladder: PenaltyLadder | None = None,
    as_known_on: date | str | None = None,
) -> Selection[SentenceChange]:
    """Every change of a sentence, one row for each offence part, in natural order of the ids of effects.

    Columns ``d_min`` and ``d_max`` are the exact steps of the prison term, with the same in months beside
    them for sorting; ``floor`` and ``ceiling`` say how the mildest and the harshest possible outcome moved,
    ``verdict`` is the order on both. Without a *ladder* nothing is inferred between kinds of penalty. Groups
    that a source did not enumerate are left out and named in a note. *as_known_on* works as in
    :func:`effects`.
    """
    if as_known_on is not None:
        return answer_as_known(
            lambda known: sentence_changes(known, package=package, ladder=ladder), corpus, as_known_on
        )

    package = package_name(package)
    rows = []
    groups = []
    for effect in effects_of(corpus, package):
        if effect.kind != Sentence.kind or is_draft(corpus, effect):
            continue
        if effect.schematic:
            groups.append(effect)
            continue
        row = sentence_change_of(corpus, effect)
        rows.append(row if ladder is None else evolve(row, ladder=ladder))
    notes = tuple(f"Not listed, since the source does not enumerate it: {gist_of(group)}" for group in groups)
    return Selection(
        rows=rows,
        columns=_SENTENCE_COLUMNS,
        title="Sentence changes" + (f" of {package}" if package else ""),
        notes=notes,
        query=echo("sentence_changes", package=package, ladder=ladder),
        order=_harsher_after,
        order_key=lambda row: (row.after, row.ladder),
    )


def sentence_change_of(corpus: Corpus, effect: Effect) -> SentenceChange:
    """The change of one effect on a sentence, worked out once and without a ladder."""

    def change_of(effect: Effect) -> SentenceChange:
        return SentenceChange(
            effect=effect,
            provision="; ".join(_short_label(corpus, id) for id in effect.provisions) or offence_of(effect),
            before=_sanction(effect.before),
            after=_sanction(effect.after),
        )

    return once(corpus, "sentence_changes", effect, change_of)


def offence_of(effect: Effect) -> str:
    """What an effect without provisions is called: its offence, else its gist, else the end of its id."""
    for side in (effect.after, effect.before):
        if isinstance(side, Sentence) and is_known(side.offence):
            return side.offence
    return effect.gist.text() if is_known(effect.gist) else tail(effect.id)


def _harsher_after(a: SentenceChange, b: SentenceChange) -> Verdicts:
    if isinstance(a.after, Sanction) and isinstance(b.after, Sanction):
        return _compared(a.after, b.after, a.ladder).overall
    return ANY


# A code repeats few sentences many times, and the same step of one; the answers are pure.
@lru_cache(maxsize=8192)
def _compared(before: Sanction, after: Sanction, ladder: PenaltyLadder | None) -> SanctionComparison:
    return compare_sanctions(before, after, ladder=ladder)


_delta = lru_cache(maxsize=8192)(delta)


def _sanction(rule: object) -> Sanction | Missing:
    if isinstance(rule, Sentence):
        return rule.sanction
    return ABSENT if rule is ABSENT else UNKNOWN


def _short_label(corpus: Corpus, id: str) -> str:
    record = corpus.get(id)
    return record.eid.label() if isinstance(record, Provision) else provision_label(corpus, id)


@checked
def is_simple_shift(step: str, *, mode: str) -> Callable[[SentenceChange], bool | Missing]:
    """A test for ``where``: an end moved by exactly *step* (``"+2y"``) and nothing else changed.

    *mode* is ``floor``, ``ceiling``, ``both`` or ``either``; reports seldom say which end they mean. A row
    whose sanctions are not known answers UNKNOWN.
    """
    if mode not in _MODES:
        raise UnknownNameError("mode", mode, _MODES)
    wanted = Step.read(step)

    def test(row: SentenceChange) -> bool | Missing:
        sides = [side.tracks for side in (row.before, row.after) if isinstance(side, Sanction)]
        # Confiscation of the car and of all property is no simple shift, though only words differ.
        if len(sides) == 2 and side_words(sides[0]) != side_words(sides[1]):
            return False
        return row.delta.is_simple_shift(wanted, mode=mode) if is_known(row.delta) else UNKNOWN  # type: ignore[arg-type]

    test.__name__ = f"is_simple_shift({step!r}, mode={mode!r})"
    return test


_MODES = ("floor", "ceiling", "both", "either")


def _step(end: str) -> Callable[[SentenceChange], object]:
    return lambda row: getattr(row.delta, end) if is_known(row.delta) else UNKNOWN


def _months(end: str) -> Callable[[SentenceChange], object]:
    """The step as a whole number of months, where it is one; for sorting and counting."""

    def get(row: SentenceChange) -> object:
        step = getattr(row.delta, end) if is_known(row.delta) else UNKNOWN
        if isinstance(step, Step) and step.unit in ("", "mo"):
            return step.amount if step.amount.denominator > 1 else int(step.amount)
        return step if isinstance(step, Missing) else NOT_APPLICABLE

    return get


def _extras(row: SentenceChange) -> object:
    if not is_known(row.delta):
        return UNKNOWN
    marks = {
        "added": "extras_added",
        "removed": "extras_removed",
        "compulsory": "extras_hardened",
        "optional": "extras_softened",
    }
    said = [f"{kind} {word}" for word, name in marks.items() for kind in getattr(row.delta, name)]
    return tuple(said) if said else NOT_APPLICABLE


def _moved(end: str) -> Callable[[SentenceChange], object]:
    return lambda row: getattr(row.comparison, end) if is_known(row.comparison) else UNKNOWN


_SENTENCE_COLUMNS = (
    Column("provision", lambda row: row.provision),
    Column("offence", lambda row: offence_of(row.effect), detail=True),
    Column("before", lambda row: row.before),
    Column("after", lambda row: row.after),
    Column("d_min", _step("minimum")),
    Column("d_max", _step("maximum")),
    Column("d_min_months", _months("minimum"), detail=True),
    Column("d_max_months", _months("maximum"), detail=True),
    Column("extras", _extras, detail=True),
    Column("floor", _moved("floor_moved")),
    Column("ceiling", _moved("ceiling_moved")),
    Column("verdict", lambda row: row.verdict),
    Column("confidence", lambda row: word_of(row.effect.confidence)),
    Column("attribution", lambda row: word_of(row.effect.attribution), detail=True),
)
