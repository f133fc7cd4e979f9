"""What changed: effects, and how much harsher or milder each sentence became."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import cached_property, lru_cache

from attrs import evolve, frozen

from ..arguments import checked
from ..corpus import Corpus
from ..errors import UnknownNameError
from ..identifiers import tail
from ..kinds import Sentence
from ..missing import ABSENT, NOT_APPLICABLE, UNKNOWN, Missing, is_known
from ..model.position import Direction
from ..model.record import Record
from ..model.rule import comparison_of
from ..model.substance import Change, Effect
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
from .asking import (
    as_member,
    checked_kind,
    day_or_none,
    effects_of,
    force_start,
    found_id,
    gist_of,
    package_name,
    provision_label,
    source_tags,
    unknown_force_note,
    word_of,
)
from .derived import is_draft, once, stakes, standing_on, with_positions
from .knowledge import answer_as_known
from .selection import Column, Selection, echo
from .span import outside_note

__all__ = [
    "SentenceChange",
    "direction_words",
    "effects",
    "is_simple_shift",
    "near_role",
    "offence_of",
    "sentence_change_of",
    "sentence_changes",
    "touches_role",
]


@checked
def effects(
    corpus: Corpus,
    *,
    package: str | Record | None = None,
    kind: str | None = None,
    role: str | None = None,
    change: str | Change | None = None,
    work: str | Record | None = None,
    on: date | str | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Effect]:
    """Effects that fit every condition given, in natural order of ids.

    *role* keeps effects that speak to the role or move a position of it, of a role that includes it, or
    of one inside it. *work* keeps those whose provisions belong to that work. *on* keeps what is law on
    that day; what may be is kept too, with a note, and there is one for a day beyond the corpus.
    What stands in bills alone is no law; it is listed only by :func:`lawtrack.draft_vs_enacted`.
    *as_known_on* leaves out what no source had told by that day and says in notes how much that is. The
    column ``direction`` says what the change means for *role*, or else for each addressee. Raises
    UnknownNameError or UnknownKindError for a name the corpus does not have.
    """
    if as_known_on is not None:

        def ask(known: Corpus) -> Selection[Effect]:
            return effects(known, package=package, kind=kind, role=role, change=change, work=work, on=on)

        return answer_as_known(ask, corpus, as_known_on)
    checked_kind(corpus, kind)
    package = package_name(package)
    wanted_change = as_member(Change, change, "change")
    wanted_work = None if work is None else found_id(corpus, work, "work")
    day = day_or_none(on)
    touches = None if role is None else touches_role(corpus, role)
    standing = standing_on(corpus, day)
    rows: list[Effect] = []
    for effect in effects_of(corpus, package):
        if kind is not None and effect.kind != kind:
            continue
        if wanted_change is not None and effect.change is not wanted_change:
            continue
        if wanted_work is not None and not any(wanted_work == _work_of(corpus, p) for p in effect.provisions):
            continue
        if touches is not None and not touches(effect):
            continue
        if standing(effect) is False:
            continue
        rows.append(effect)

    outside = outside_note(corpus, day)

    def noted(rows: tuple[Effect, ...]) -> tuple[str, ...]:
        groups = sum(effect.schematic for effect in rows)
        stand = "1 of these stands" if groups == 1 else f"{groups} of these stand"
        said = (f"{stand} for a group that a source did not enumerate.",) if groups else ()
        return (
            *unknown_force_note(sum(standing(effect) is UNKNOWN for effect in rows), day),
            *said,
            *outside,
        )

    return Selection(
        rows=rows,
        columns=_effect_columns(corpus, role),
        title="Effects" + (f" of {package}" if package else ""),
        noted=noted,
        query=echo(
            "effects",
            package=package,
            kind=kind,
            role=role,
            change=wanted_change,
            work=wanted_work,
            on=day,
        ),
        order=lambda a, b: _compare_after(corpus, a, b),
        order_key=_compared_after,
    )


def _work_of(corpus: Corpus, provision: str) -> str:
    record = corpus.get(provision)
    return record.work if isinstance(record, Provision) else provision


def _compare_after(corpus: Corpus, a: Effect, b: Effect) -> Verdicts:
    if is_known(a.after) and is_known(b.after) and a.kind == b.kind:
        return comparison_of(a.after, b.after, b.id, broader=corpus.vocabulary.includes)
    return ANY


def _compared_after(effect: Effect) -> Hashable:
    """What the comparison looks at: of a sentence the sanction alone."""
    after = effect.after
    return (effect.kind, after.sanction if type(after) is Sentence else after)


def near_role(corpus: Corpus, role: str) -> Callable[[str], bool]:
    """Tells whether a role is that one, includes it or lies inside it; raises UnknownNameError."""
    vocabulary = corpus.vocabulary
    vocabulary.check_role(role)
    return lambda name: vocabulary.includes(name, role) is True or vocabulary.includes(role, name) is True


def touches_role(corpus: Corpus, role: str) -> Callable[[Effect], bool]:
    """Tells whether an effect speaks to a role or moves a position of it, of one around it or inside it.

    Raises UnknownNameError for a role that does not exist.
    """
    near = near_role(corpus, role)
    return lambda effect: any(near(name) for name in _roles(corpus, effect))


def _roles(corpus: Corpus, effect: Effect) -> set[str]:
    """Roles that the effect speaks to, and those on either side of the positions it may move."""
    return {*effect.addressees, *(role for side in stakes(corpus, effect) for role, _ in side)}


def _effect_columns(corpus: Corpus, role: str | None) -> tuple[Column, ...]:
    return (
        Column("effect", lambda effect: tail(effect.id)),
        Column("kind", lambda effect: effect.kind),
        Column("change", lambda effect: word_of(effect.change)),
        Column("gist", gist_of),
        Column("direction", lambda effect: direction_words(corpus, effect, role)),
        Column("in_force_from", lambda effect: force_start(corpus, effect)),
        Column("confidence", lambda effect: word_of(effect.confidence), detail=True),
        Column("sources", lambda effect: source_tags(corpus, effect.id)),
    )


def direction_words(corpus: Corpus, effect: Effect, role: str | None = None) -> object:
    """What an effect means for a role, or else for each of its addressees, as a table shows it."""
    broader = corpus.vocabulary.includes
    moved = with_positions(corpus, effect)
    if role is not None:
        return word_of(moved.direction(role, broader=broader))
    for_whom = effect.addressees or tuple(dict.fromkeys(p.holder for p in moved.positions))
    told = {name: moved.direction(name, broader=broader) for name in for_whom}
    return tuple(f"{name} {word_of(way)}" for name, way in told.items() if way is not Direction.NONE)


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
