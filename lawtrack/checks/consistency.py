"""Records that fit one another: who says it, penalties that make sense, critiques at their stage."""

from collections.abc import Iterator
from typing import Any

from ..corpus import Corpus
from ..errors import Problem, Severity
from ..hedges import Hedge
from ..missing import UNKNOWN, is_known
from ..model.critique import Critique, Outcome, OutcomeStatus, Recommendation, Stage
from ..model.instruction import Amendment, Package
from ..model.rule import Rule
from ..model.substance import Effect
from ..model.text import EventKind, Provision, Wording, Work
from ..penalties import Sanction, oddities

__all__ = ["check", "works_behind"]


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-SUB-002/003, LT-PEN-003/004/007, LT-CRI-001/004/005, LT-CLM-001/003 and LT-TXT-010.

    Every effect, gap and critique needs somebody who says so, and a critique of a draft is not made after
    signature, nor one of a law before it.
    """
    # The assertion about a record may be among those that could not be read.
    spoken_of = {id[:-1] for id in also_known if id.endswith("@")}
    for record in (*corpus.effects, *corpus.gaps, *corpus.critiques):
        if not corpus.assertions_about(record.id) and record.id not in spoken_of:
            yield Problem(
                code="LT-SUB-002",
                record=record.id,
                read="no assertion about it",
                expected="at least one",
                hint='Say who says so: source = "…" in the record, or an [[assertion]] about it.',
            )
    for effect in corpus.effects:
        yield from _nothing_known(effect)
        for side in ("before", "after"):
            yield from _odd_penalties(effect.id, side, getattr(effect, side))
    for amendment in corpus.amendments:
        yield from _no_one_text(corpus, amendment)
    for norm in corpus.norms:
        yield from _odd_penalties(norm.id, "rule", norm.rule)
    for critique in corpus.critiques:
        yield from _stage(corpus, critique)
    yield from _outcomes(corpus)
    yield from _claims(corpus)
    yield from _hedges(corpus)


def _no_one_text(corpus: Corpus, amendment: Amendment) -> Iterator[Problem]:
    """Nothing else says in which work the targets of modifications are to be found."""
    if not amendment.modifications:
        return
    records = [corpus.get(target) for target in amendment.targets]
    works = {record.work if isinstance(record, Provision) else record.id for record in records if record}
    if len(works) != 1:
        yield Problem(
            code="LT-TXT-010",
            severity=Severity.WARNING,
            record=amendment.id,
            where="targets",
            read=f"{len(works)} works" if works else "no work",
            expected="one",
            hint="Record an amendment for each work.",
        )


def _nothing_known(effect: Effect) -> Iterator[Problem]:
    if not is_known(effect.before) and not is_known(effect.after) and not effect.positions:
        yield Problem(
            code="LT-SUB-003",
            severity=Severity.WARNING,
            record=effect.id,
            read=f"before {effect.before}, after {effect.after}",
            expected="something of the rule",
            hint="It stays on the completeness list.",
        )


def _odd_penalties(record: str, side: str, rule: object) -> Iterator[Problem]:
    sanction = getattr(rule, "sanction", UNKNOWN) if isinstance(rule, Rule) else UNKNOWN
    if isinstance(sanction, Sanction):
        for code, message in oddities(sanction):
            yield Problem(
                code=code,
                severity=Severity.WARNING,
                record=record,
                where=f"{side}.sanction",
                read=str(sanction),
                expected="a penalty that can be meant",
                hint=message,
            )


def works_behind(corpus: Corpus, id: str) -> Iterator[Work]:
    """The amending works that the record of that id belongs to, itself or by amendments and packages.

    Each comes once; references that lead in a circle are followed once.
    """
    seen: set[str] = set()
    todo = [id]
    while todo:
        name = todo.pop(0)
        if name in seen:
            continue
        seen.add(name)
        record = corpus.get(name)
        if isinstance(record, Work):
            yield record
        elif isinstance(record, Amendment):
            todo.append(record.instrument)
        elif isinstance(record, Effect):
            todo += record.by
        elif isinstance(record, Package):
            todo += record.members


def _stage(corpus: Corpus, critique: Critique) -> Iterator[Problem]:
    if not is_known(critique.stage) or not is_known(critique.date):
        return
    for work in {
        work.id: work for target in critique.targets for work in works_behind(corpus, target)
    }.values():
        signed, adopted = work.event(EventKind.SIGNED), work.event(EventKind.ADOPTED)
        # A draft is one until it is adopted, or until it is signed where nobody says when that was.
        made_law = adopted if is_known(adopted) else signed
        late = critique.stage.is_draft and is_known(made_law) and critique.date.after(made_law) is True
        early = critique.stage in (Stage.SIGNED_NOT_IN_FORCE, Stage.IN_FORCE, Stage.APPLICATION)
        if late or (early and is_known(signed) and critique.date.before(signed) is True):
            made = f"adopted {made_law}" if late else f"signed {signed}"
            yield Problem(
                code="LT-CRI-001",
                record=critique.id,
                where="stage",
                read=f"{critique.stage.value}, made {critique.date}",
                expected=f"a stage that fits {work.id}, {made}",
            )


def _outcomes(corpus: Corpus) -> Iterator[Problem]:
    for outcome in corpus.outcomes:
        rec = corpus.get(outcome.recommendation)
        critique = corpus.get(rec.critique) if isinstance(rec, Recommendation) else None
        made = critique.date if isinstance(critique, Critique) else UNKNOWN
        if is_known(made) and is_known(outcome.as_of) and outcome.as_of.before(made) is True:
            yield Problem(
                code="LT-CRI-004",
                record=outcome.id,
                where="as_of",
                read=f"{outcome.as_of}",
                expected=f"a day not before the critique of {made}",
            )
        if outcome.status in _MOVED and not _names_a_change(corpus, outcome):
            yield Problem(
                code="LT-CRI-005",
                severity=Severity.WARNING,
                record=outcome.id,
                where="evidence",
                read=f"{outcome.status.value} on the word of {', '.join(outcome.evidence)}",
                expected="the amendment, or an earlier and a later wording, that shows the change",
                hint='Say status = "unknown" where only somebody says so.',
            )


_MOVED = (OutcomeStatus.HEEDED, OutcomeStatus.PARTLY)


def _names_a_change(corpus: Corpus, outcome: Outcome) -> bool:
    held = [corpus.get(id) for id in outcome.evidence]
    wordings = {record.id for record in held if isinstance(record, Wording)}
    return any(isinstance(record, Amendment) for record in held) or len(wordings) > 1


def _claims(corpus: Corpus) -> Iterator[Problem]:
    for claim in corpus.claims:
        if claim.unit is UNKNOWN:
            yield Problem(
                code="LT-CLM-001",
                severity=Severity.WARNING,
                record=claim.id,
                where="unit",
                read=f"{claim.quantity} of an unnamed unit",
                expected="what is counted, such as law or amendment",
            )


def _hedges(corpus: Corpus) -> Iterator[Problem]:
    hedges: list[tuple[str, str, object]] = []
    for statement in corpus.statements:
        hedges += [(statement.id, f"hedges[{i}]", hedge) for i, hedge in enumerate(statement.hedges)]
    said: tuple[Any, ...] = (*corpus.assertions, *corpus.claims, *corpus.practices, *corpus.statistics)
    hedges += [(record.id, "hedge", record.hedge) for record in said if type(record.hedge) is Hedge]
    for id, where, hedge in hedges:
        if isinstance(hedge, Hedge) and not hedge.rule:
            yield Problem(
                code="LT-CLM-003",
                severity=Severity.WARNING,
                record=id,
                where=where,
                read=repr(hedge.surface),
                expected="a hedge of the lexicon",
                hint="It is kept as written; its interval is unknown.",
            )
