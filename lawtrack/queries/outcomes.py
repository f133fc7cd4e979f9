"""What critics asked for, who answered, and what became of it."""

from collections.abc import Sequence
from datetime import date

from ..arguments import checked
from ..checks.doubles import coded_twice
from ..corpus import Corpus
from ..identifiers import tail
from ..missing import NONE, UNKNOWN, Missing, is_known
from ..model.critique import Critique, GovernmentResponse, Outcome, OutcomeStatus, Recommendation
from ..model.record import Record
from ..tables import counted
from .asking import as_member, day_or_none, named, package_name, provision_label, word_of
from .knowledge import answer_as_known
from .objections import critiques_inside
from .selection import Column, Selection, echo

__all__ = ["latest_outcome", "outcome_status", "recommendations"]

_Status = str | OutcomeStatus | Missing


@checked
def recommendations(
    corpus: Corpus,
    *,
    status: str | OutcomeStatus | Missing | Sequence[_Status] | None = None,
    made_before: date | str | None = None,
    package: str | Record | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Recommendation]:
    """Recommendations with what became of them, in natural order of ids.

    The latest definite outcome is shown, in order of the day for which it is said; all stay in the corpus.
    *status* is one word or several, ``unknown`` among them for those of which nobody says. *made_before*
    keeps what is surely of an earlier day. Where one recommendation of a joint opinion is coded under several
    critics, a note tells both counts. That a text moved as asked is never taken to mean that it moved because
    of it.
    """
    if as_known_on is not None:

        def ask(known: Corpus) -> Selection[Recommendation]:
            return recommendations(known, status=status, made_before=made_before, package=package)

        return answer_as_known(ask, corpus, as_known_on)
    name = package_name(package)
    day = day_or_none(made_before)
    several = status is not None and not isinstance(status, str | OutcomeStatus | Missing)
    asked: list[_Status | None] = list(status) if several else [status]  # type: ignore[arg-type,list-item]
    wanted = [_wanted(word) for word in asked]
    inside = None if name is None else {critique.id for critique in critiques_inside(corpus, name)}
    rows = []
    undated = 0
    for rec in corpus.recommendations:
        if (None not in wanted and outcome_status(corpus, rec.id) not in wanted) or (
            inside is not None and rec.critique not in inside
        ):
            continue
        if day is not None and (earlier := _made_before(corpus, rec, day)) is not True:
            undated += earlier is UNKNOWN
            continue
        rows.append(rec)
    double = {second.id for _, second in coded_twice(corpus)}

    def once_each(rows: tuple[Recommendation, ...]) -> tuple[str, ...]:
        again = sum(rec.id in double for rec in rows)
        many = counted(len(rows), "recommendation")
        return (f"{many}, {len(rows) - again} if those of a joint opinion count once.",) if again else ()

    notes: tuple[str, ...] = ()
    if undated:
        are = "recommendation is" if undated == 1 else "recommendations are"
        notes = (f"{undated} {are} left out, since the day of the critique does not decide.",)
    told = [UNKNOWN if word is UNKNOWN else word for word in wanted]
    return Selection(
        rows=rows,
        columns=_columns(corpus),
        title="Recommendations" + (f" about {name}" if name else ""),
        notes=notes,
        noted=once_each,
        query=echo(
            "recommendations",
            status=[_plain(word) for word in told] if several else _plain(told[0]),
            made_before=day,
            package=name,
        ),
    )


def _wanted(word: _Status | None) -> OutcomeStatus | Missing | None:
    if isinstance(word, Missing) or word == "unknown":
        return UNKNOWN
    return as_member(OutcomeStatus, word, "status")


def _plain(word: OutcomeStatus | Missing | None) -> object:
    return "unknown" if word is UNKNOWN else word


def _made_before(corpus: Corpus, rec: Recommendation, day: date) -> object:
    critique = corpus.get(rec.critique)
    made = critique.date if isinstance(critique, Critique) else UNKNOWN
    if not is_known(made):
        return UNKNOWN
    if made.latest is not None and made.latest < day:
        return True
    return False if made.earliest is not None and made.earliest >= day else UNKNOWN


def _columns(corpus: Corpus) -> tuple[Column, ...]:
    def critic(rec: Recommendation) -> object:
        critique = corpus.get(rec.critique)
        return named(corpus, critique.critics) if isinstance(critique, Critique) else UNKNOWN

    def stage(rec: Recommendation) -> object:
        critique = corpus.get(rec.critique)
        return word_of(critique.stage) if isinstance(critique, Critique) else UNKNOWN

    def word(rec: Recommendation) -> object:
        held = outcome_status(corpus, rec.id)
        return held if isinstance(held, Missing) else held.value

    def evidence(rec: Recommendation) -> object:
        outcome = latest_outcome(corpus, rec.id)
        return tuple(tail(id) for id in outcome.evidence) if outcome else UNKNOWN

    def assessed_by(rec: Recommendation) -> object:
        outcome = latest_outcome(corpus, rec.id)
        return word_of(outcome.assessed_by) if outcome else UNKNOWN

    def responses(rec: Recommendation) -> object:
        by_matter = corpus.cached("responses_by_matter", _responses_by_matter)
        held = (*by_matter.get(rec.id, ()), *by_matter.get(rec.critique, ()))
        return tuple(str(word_of(response.kind)) for response in held) or NONE

    return (
        Column("critic", critic),
        Column("label", lambda rec: rec.label),
        Column("asks", lambda rec: word_of(rec.asks)),
        Column("target", lambda rec: tuple(provision_label(corpus, id) for id in rec.targets)),
        Column("stage", stage, detail=True),
        Column("outcome", word),
        Column("evidence", evidence),
        Column("assessed_by", assessed_by, detail=True),
        Column("responses", responses, detail=True),
        Column("text", lambda rec: rec.text),
    )


def _responses_by_matter(corpus: Corpus) -> dict[str, tuple[GovernmentResponse, ...]]:
    held: dict[str, list[GovernmentResponse]] = {}
    for response in corpus.responses:
        held.setdefault(response.to, []).append(response)
    return {id: tuple(group) for id, group in held.items()}


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


def outcome_status(corpus: Corpus, recommendation: str) -> OutcomeStatus | Missing:
    """The status of the outcome that counts; UNKNOWN without one."""
    outcome = latest_outcome(corpus, recommendation)
    return outcome.status if outcome is not None else UNKNOWN
