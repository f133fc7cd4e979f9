"""Who objected, what they asked, what became of it, and what is lacking."""

from datetime import date

from ..arguments import checked
from ..checks.doubles import coded_twice
from ..corpus import Corpus
from ..identifiers import tail
from ..missing import UNKNOWN, Missing, is_known
from ..model.context import ContextRecord
from ..model.critique import Critique, Ground, Outcome, OutcomeStatus, Recommendation, Stage
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
from .derived import once
from .knowledge import answer_as_known
from .selection import Column, Selection, echo

__all__ = ["critiques", "critiques_of_work", "gaps", "latest_outcome", "recommendations"]


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

    *package* keeps critiques aimed at the package, its works, amendments or effects, at a definition that
    its rules rest on or a policy that bears on it, and critiques made on reading its text or the bill that
    became it. A critique whose grounds no source states shows NOT_STATED, never a guess. One joint opinion
    is one row with several critics. *as_known_on* leaves out what no source had told by that day, and the
    notes say how much that is.
    """
    if as_known_on is not None:

        def ask(known: Corpus) -> Selection[Critique]:
            return critiques(known, package=package, target=target, ground=ground, stage=stage)

        return answer_as_known(ask, corpus, as_known_on)
    package = package_name(package)
    wanted_ground = as_member(Ground, ground, "ground")
    wanted_stage = as_member(Stage, stage, "stage")
    wanted_target = None if target is None else found_id(corpus, target)
    of_package = None if package is None else _inside(corpus, package)
    rows = [
        critique
        for critique in corpus.critiques
        if (wanted_ground is None or (is_known(critique.grounds) and wanted_ground in critique.grounds))
        and (wanted_stage is None or critique.stage is wanted_stage)
        and (wanted_target is None or wanted_target in critique.targets)
        and (of_package is None or not of_package.isdisjoint((*critique.targets, critique.basis_text)))
    ]
    return Selection(
        rows=rows,
        columns=(
            Column("critic", lambda c: named(corpus, c.critics)),
            Column("date", lambda c: c.date),
            Column("stage", lambda c: word_of(c.stage)),
            Column("target", lambda c: tuple(provision_label(corpus, id) for id in c.targets)),
            Column("ground", lambda c: tuple(map(word_of, c.grounds)) if is_known(c.grounds) else c.grounds),
            Column("gist", gist_of),
            Column("sources", lambda c: source_tags(corpus, c.id)),
        ),
        title="Critiques" + (f" of {package}" if package else ""),
        noted=_counts,
        query=echo(
            "critiques",
            package=package,
            target=wanted_target,
            ground=wanted_ground,
            stage=wanted_stage,
        ),
    )


def _counts(rows: tuple[Critique, ...]) -> tuple[str, ...]:
    silent = sum(not is_known(critique.grounds) for critique in rows)
    critics = {critic for critique in rows for critic in critique.critics}
    targets = {target for critique in rows for target in critique.targets}
    notes: tuple[str, ...] = ()
    if rows:
        by, of = counted(len(critics), "critic"), counted(len(targets), "target")
        notes = (f"{counted(len(rows), 'critique')} by {by} of {of}.",)
    if silent:
        notes += (f"{silent} {'states' if silent == 1 else 'state'} no ground that the corpus knows.",)
    return notes


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
def recommendations(
    corpus: Corpus, *, status: str | OutcomeStatus | Missing | None = None
) -> Selection[Recommendation]:
    """Recommendations with what became of them, in natural order of ids.

    The latest definite outcome is shown, in order of the day for which it is said; all stay in the corpus.
    *status* may be ``unknown`` for those of which nobody says. Where one recommendation of a joint opinion is
    coded under several critics, a note tells both counts. That a text moved as asked is never taken
    to mean that it moved because of it.
    """
    latest = {rec.id: latest_outcome(corpus, rec.id) for rec in corpus.recommendations}
    wanted: OutcomeStatus | Missing | None = UNKNOWN
    if not isinstance(status, Missing) and status != "unknown":
        wanted = as_member(OutcomeStatus, status, "status")
    rows = [rec for rec in corpus.recommendations if wanted is None or _status(latest[rec.id]) is wanted]

    double = {second.id for _, second in coded_twice(corpus)}

    def once_each(rows: tuple[Recommendation, ...]) -> tuple[str, ...]:
        again = sum(rec.id in double for rec in rows)
        many = counted(len(rows), "recommendation")
        return (f"{many}, {len(rows) - again} if those of a joint opinion count once.",) if again else ()

    def critic(rec: Recommendation) -> object:
        critique = corpus.get(rec.critique)
        if not isinstance(critique, Critique):
            return UNKNOWN
        return named(corpus, critique.critics)

    def word(rec: Recommendation) -> object:
        held = _status(latest[rec.id])
        return held if isinstance(held, Missing) else held.value

    def evidence(rec: Recommendation) -> object:
        outcome = latest[rec.id]
        return tuple(tail(id) for id in outcome.evidence) if outcome else UNKNOWN

    return Selection(
        rows=rows,
        columns=(
            Column("critic", critic),
            Column("label", lambda rec: rec.label),
            Column("asks", lambda rec: word_of(rec.asks)),
            Column("target", lambda rec: tuple(provision_label(corpus, id) for id in rec.targets)),
            Column("outcome", word),
            Column("evidence", evidence),
            Column("text", lambda rec: rec.text),
        ),
        title="Recommendations",
        noted=once_each,
        query=echo("recommendations", status="unknown" if wanted is UNKNOWN else wanted),
    )


def latest_outcome(corpus: Corpus, recommendation: str) -> Outcome | None:
    """The outcome of a recommendation that counts: the last definite one, else the last.

    One without a day counts as earlier than any with one; of several for one day the first by id is taken.
    """
    by_recommendation = corpus.cached("outcomes_by_recommendation", _outcomes_by_recommendation)
    held = by_recommendation.get(recommendation, [])
    definite = [o for o in held if is_known(o.status)]
    return max(definite or held, key=_said_for, default=None)


def _outcomes_by_recommendation(corpus: Corpus) -> dict[str, list[Outcome]]:
    held: dict[str, list[Outcome]] = {}
    for outcome in corpus.outcomes:
        held.setdefault(outcome.recommendation, []).append(outcome)
    return held


def _said_for(outcome: Outcome) -> tuple[bool, date, date]:
    day = outcome.as_of
    if not is_known(day):
        return False, date.min, date.min
    return True, day.latest or date.max, day.earliest or date.min


def _status(outcome: Outcome | None) -> OutcomeStatus | Missing:
    return outcome.status if outcome is not None else UNKNOWN


@checked
def gaps(corpus: Corpus, *, type: str | GapType | None = None) -> Selection[Gap]:
    """Expected rules, procedures and publications that are absent, in natural order of ids.

    Gaps in law and gaps in data are kinds of one thing here; ``type`` tells them apart.
    """
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
