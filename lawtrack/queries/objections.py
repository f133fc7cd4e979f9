"""Who objected to what, and what is lacking."""

from collections.abc import Sequence
from datetime import date

from ..arguments import checked
from ..corpus import Corpus
from ..identifiers import tail
from ..missing import is_known
from ..model.context import ContextRecord
from ..model.critique import Critique, Stage
from ..model.grounds import Ground
from ..model.record import Record
from ..model.substance import Effect, Gap, GapType
from ..references import mentions
from ..tables import counted
from .asking import (
    as_member,
    effects_of,
    found_id,
    gist_of,
    makers_of,
    named,
    package_name,
    provision_label,
    source_tags,
    word_of,
)
from .critics import count_critics
from .derived import once
from .knowledge import answer_as_known
from .nesting import covers, touch
from .selection import Column, Selection, echo

__all__ = ["critiques", "critiques_inside", "critiques_of_work", "gaps"]


@checked
def critiques(
    corpus: Corpus,
    *,
    package: str | Record | None = None,
    target: str | Record | None = None,
    ground: str | Ground | None = None,
    stage: str | Stage | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Critique]:
    """Critiques that fit every condition given, in natural order of ids.

    *target* keeps those aimed at it and, of a provision, at what holds it or stands in it; a note counts
    these. *package* keeps critiques aimed at the package, its works, amendments or effects, at a definition
    that its rules rest on or a policy that bears on it, and critiques made on reading its text or the bill
    that became it. A critique whose grounds no source states shows NOT_STATED, never a guess. One joint
    opinion is one row with several critics. *as_known_on* leaves out what no source had told by that day, and
    the notes say how much that is.
    """
    if as_known_on is not None:

        def ask(known: Corpus) -> Selection[Critique]:
            return critiques(known, package=package, target=target, ground=ground, stage=stage)

        return answer_as_known(ask, corpus, as_known_on)
    package = package_name(package)
    wanted_ground = as_member(Ground, ground, "ground")
    wanted_stage = as_member(Stage, stage, "stage")
    wanted_target = None if target is None else found_id(corpus, target)
    rows = [
        critique
        for critique in critiques_inside(corpus, package)
        if (wanted_ground is None or _objects(critique, wanted_ground, wanted_target))
        and (wanted_stage is None or critique.stage is wanted_stage)
        and (wanted_target is None or any(touch(wanted_target, target) for target in critique.targets))
    ]
    return Selection(
        rows=rows,
        columns=(
            Column("critic", lambda c: named(corpus, c.critics)),
            Column("date", lambda c: c.date),
            Column("stage", lambda c: word_of(c.stage)),
            Column("target", lambda c: tuple(provision_label(corpus, id) for id in c.targets)),
            Column("ground", _ground_words),
            Column("gist", gist_of),
            Column("sources", lambda c: source_tags(corpus, c.id)),
        ),
        title="Critiques" + (f" of {package}" if package else ""),
        notes=()
        if wanted_target is None
        else (*_aimed_beside(rows, wanted_target), *_aimed_wider(corpus, wanted_target)),
        noted=_counts,
        query=echo(
            "critiques",
            package=package,
            target=wanted_target,
            ground=wanted_ground,
            stage=wanted_stage,
        ),
    )


def _aimed_beside(rows: Sequence[Critique], target: str) -> tuple[str, ...]:
    """A note on critiques that name a provision around *target* or inside it, and not *target* itself."""
    beside = [critique for critique in rows if target not in critique.targets]
    around = sum(any(covers(each, target) for each in critique.targets) for critique in beside)
    told = []
    if around:
        told.append(f"{counted(around, 'critique')} of a provision that holds {tail(target)}.")
    if inside := len(beside) - around:
        told.append(f"{counted(inside, 'critique')} of a part of {tail(target)} alone.")
    return tuple(told)


def _aimed_wider(corpus: Corpus, target: str) -> tuple[str, ...]:
    """A note for each package that touches *target* and is criticised as a whole."""
    told = []
    for package in corpus.packages:
        whole = {package.id, *makers_of(corpus, package.id)}
        aimed = sum(not whole.isdisjoint(critique.targets) for critique in corpus.critiques)
        touched = (
            target == effect.id or any(touch(target, place) for place in effect.provisions)
            for effect in effects_of(corpus, package.id)
        )
        if aimed and target not in whole and any(touched):
            name = tail(package.id)
            told.append(
                f"{counted(aimed, 'critique')} of the package {name} as a whole: critiques(package={name!r})."
            )
    return tuple(told)


def _counts(rows: tuple[Critique, ...]) -> tuple[str, ...]:
    silent = sum(not is_known(critique.all_grounds()) for critique in rows)
    critics = count_critics(rows)
    targets = {target for critique in rows for target in critique.targets}
    notes: tuple[str, ...] = ()
    if rows:
        by, of = counted(critics, "critic"), counted(len(targets), "target")
        notes = (f"{counted(len(rows), 'critique')} by {by} of {of}.",)
    if silent:
        notes += (f"{silent} {'states' if silent == 1 else 'state'} no ground that the corpus knows.",)
    return notes


def _objects(critique: Critique, ground: Ground, target: str | None) -> bool:
    if target is None:
        told = [critique.all_grounds()]
    else:
        told = [critique.grounds_on(each) for each in critique.targets if touch(target, each)]
    return any(is_known(grounds) and ground in grounds for grounds in told)


def _ground_words(critique: Critique) -> object:
    grounds = critique.all_grounds()
    return tuple(map(word_of, grounds)) if is_known(grounds) else grounds


def critiques_inside(corpus: Corpus, package: str | None) -> tuple[Critique, ...]:
    """Critiques that bear on a package, as :func:`critiques` takes them, or all, in natural order of ids."""
    if package is None:
        return corpus.critiques
    held = _inside(corpus, package)
    return tuple(c for c in corpus.critiques if not held.isdisjoint((*c.targets, c.basis_text)))


def _inside(corpus: Corpus, package: str) -> frozenset[str]:
    """Ids of a package, what makes it up, what it does and rests on, and context that bears on it."""
    held = {corpus.find(package, "package").id, *makers_of(corpus, package)}
    for effect in effects_of(corpus, package):
        held.add(effect.id)
        held.update(once(corpus, "definitions_of_effects", effect, _definitions))
    facts = corpus.cached("context", _context)
    held.update(fact.id for fact in facts if not held.isdisjoint(fact.touches))
    held.update(work.id for work in corpus.works if work.enacted_as in held)
    return frozenset(held)


def _definitions(effect: Effect) -> frozenset[str]:
    return frozenset(mention.name for mention in mentions(effect) if mention.types == ("definition",))


def _context(corpus: Corpus) -> tuple[ContextRecord, ...]:
    return corpus.context


@checked
def gaps(
    corpus: Corpus, *, type: str | GapType | None = None, as_known_on: date | str | None = None
) -> Selection[Gap]:
    """Expected rules, procedures and publications that are absent, in natural order of ids.

    Gaps in law and gaps in data are kinds of one thing here; ``type`` tells them apart.
    *as_known_on* leaves out what no source had told by that day.
    """
    if as_known_on is not None:
        return answer_as_known(lambda known: gaps(known, type=type), corpus, as_known_on)
    wanted = as_member(GapType, type, "gap type")
    rows = [gap for gap in corpus.gaps if wanted is None or gap.type is wanted]
    return Selection(
        rows=rows,
        columns=(
            Column("gap", lambda gap: tail(gap.id)),
            Column("expects", lambda gap: gap.expects),
            Column("type", lambda gap: word_of(gap.type)),
            Column("within", lambda gap: tail(gap.within) if is_known(gap.within) else gap.within),
            Column(
                "closed_by", lambda gap: tail(gap.closed_by) if is_known(gap.closed_by) else gap.closed_by
            ),
            Column("sources", lambda gap: source_tags(corpus, gap.id)),
        ),
        title="Gaps",
        query=echo("gaps", type=wanted),
    )


def critiques_of_work(corpus: Corpus, work: str) -> tuple[Critique, ...]:
    """Critiques aimed at a work, its amendments, effects or packages, or made on reading it."""
    held = {work}
    held.update(amendment.id for amendment in corpus.amendments if amendment.instrument == work)
    held.update(package.id for package in corpus.packages if not held.isdisjoint(package.members))
    held.update(effect.id for effect in corpus.effects if not held.isdisjoint(effect.by))
    held.update(bill.id for bill in corpus.works if bill.enacted_as == work)
    return tuple(c for c in corpus.critiques if not held.isdisjoint((*c.targets, c.basis_text)))
