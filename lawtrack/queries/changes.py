"""What changed: effects, and what they mean for whom."""

from collections.abc import Callable, Hashable
from datetime import date

from ..arguments import checked
from ..corpus import Corpus
from ..identifiers import tail
from ..kinds import Sentence
from ..missing import UNKNOWN, is_known
from ..model.position import Direction
from ..model.record import Record
from ..model.rule import comparison_of
from ..model.substance import Change, Effect
from ..references import work_of
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
    source_tags,
    unknown_force_note,
    word_of,
)
from .derived import stakes, standing_on, with_positions
from .knowledge import answer_as_known
from .selection import Column, Selection, echo
from .span import outside_note
from .suspended import suspended_notes

__all__ = ["direction_words", "effects", "near_role", "touches_role"]


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
    column ``direction`` says what the change means for *role*, with "(some)" where it concerns only a role
    inside that one, or else for each addressee. Raises
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
        if wanted_work is not None and not any(wanted_work == work_of(corpus, p) for p in effect.provisions):
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
            *suspended_notes(corpus, rows, day),
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
    return lambda name: vocabulary.is_near(name, role)


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
        whole = moved.direction(role, broader=broader)
        if whole is not Direction.NONE:
            return word_of(whole)
        part = moved.direction(role, broader=lambda wide, narrow: broader(narrow, wide))
        return word_of(part) if part is Direction.NONE else f"{word_of(part)} (some)"
    for_whom = effect.addressees or tuple(dict.fromkeys(p.holder for p in moved.positions))
    told = {name: moved.direction(name, broader=broader) for name in for_whom}
    return tuple(f"{name} {word_of(way)}" for name, way in told.items() if way is not Direction.NONE)
