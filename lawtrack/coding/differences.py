"""Where coders differ, who answered what, and how it was settled."""

from collections.abc import Callable

from attrs import frozen

from ..arguments import checked
from ..missing import UNKNOWN, Missing, is_known
from ..model.coding import Answer, Coding, Level, Question, answer_text
from ..queries.selection import Column, Selection
from ..tables import counted
from .codings import Codings
from .reliability import chosen_questions, chosen_rounds

__all__ = ["Divergence", "Settled", "divergence", "settled"]


@frozen(kw_only=True)
class Divergence:
    """One question on which coders of one unit differ.

    Attributes:
        codings: What each answered, in order of coders.
        final: The answer that settled it; UNKNOWN while it is open.
    """

    unit: str
    question: str
    round: str
    codings: tuple[Coding, ...]
    final: Answer | Missing = UNKNOWN

    @property
    def answers(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each answer with the coders who gave it, the most frequent first, then as it is written."""
        by_answer: dict[str, list[str]] = {}
        for coding in self.codings:
            by_answer.setdefault(answer_text(coding.answer), []).append(coding.coder)
        held = ((answer, tuple(coders)) for answer, coders in by_answer.items())
        return tuple(sorted(held, key=lambda pair: (-len(pair[1]), pair[0])))


_COLUMNS = (
    Column("unit", lambda row: row.unit),
    Column("question", lambda row: row.question),
    Column("round", lambda row: row.round),
    Column("answers", lambda row: tuple(f"{', '.join(who)}: {answer}" for answer, who in row.answers)),
    Column("final", lambda row: _shown(row.final)),
    Column("citations", lambda row: _of_each(row, lambda coding: ", ".join(coding.citations)), detail=True),
    Column("notes", lambda row: _of_each(row, lambda coding: coding.note), detail=True),
)


def _shown(answer: Answer | Missing) -> object:
    return answer if isinstance(answer, Missing) else answer_text(answer)


def _of_each(row: Divergence, get: Callable[[Coding], str]) -> tuple[str, ...]:
    return tuple(f"{coding.coder}: {said}" for coding in row.codings if (said := get(coding)))


@checked
def divergence(
    codings: Codings, *, question: str | None = None, round: str | None = None
) -> Selection[Divergence]:
    """Units and questions on which coders of one round differ, with who answered what.

    Rows are in the order of units, then of the codebook, then of rounds. What is settled stays, with the
    final answer beside what each coder had said. Free texts are not compared.

    Raises:
        UnknownNameError: No such question or round.
    """
    found: list[Divergence] = []
    rounds = chosen_rounds(codings, round)
    for asked in chosen_questions(codings, question):
        if asked.level is Level.TEXT:
            continue
        for name in rounds:
            found += _differing(codings, asked, name)
    places = {unit: place for place, unit in enumerate(codings.units)}
    rows = tuple(
        sorted(found, key=lambda row: places[row.unit])
    )  # stable: questions and rounds stay in order
    given = {"question": question, "round": round}
    told = "".join(f", {name}={value!r}" for name, value in given.items() if value is not None)
    return Selection(
        rows=rows,
        columns=_COLUMNS,
        title=f"Where coders differ by {codings.codebook.label}",
        query=f"lt.divergence(codings{told})",
        noted=_notes,
    )


def _differing(codings: Codings, asked: Question, round: str) -> list[Divergence]:
    found = []
    for unit, by_coder in codings.answers(asked, round).items():
        if len({coding.answer for coding in by_coder.values()}) > 1:
            final = codings.final.get((unit, asked.id))
            held = tuple(by_coder[coder] for coder in sorted(by_coder))
            found.append(
                Divergence(
                    unit=unit, question=asked.id, round=round, codings=held,
                    final=UNKNOWN if final is None else final.answer,
                )
            )  # fmt: skip
    return found


def _notes(rows: tuple[Divergence, ...]) -> tuple[str, ...]:
    if not rows:
        return ("No coders differ.",)
    still = sum(not is_known(row.final) for row in rows)
    return (f"{counted(len(rows), 'difference')}, {still} not settled.",)


@frozen(kw_only=True)
class Settled:
    """The answer of the study to one question about one unit.

    Attributes:
        answer: What holds; UNKNOWN while coders differ and nothing settles it.
        how: ``adjudicated``, ``unanimous``, ``single coder`` or ``open``.
    """

    unit: str
    question: str
    answer: Answer | Missing
    how: str
    citations: tuple[str, ...] = ()


_SETTLED_COLUMNS = (
    Column("unit", lambda row: row.unit),
    Column("question", lambda row: row.question),
    Column("answer", lambda row: _shown(row.answer)),
    Column("how", lambda row: row.how),
    Column("citations", lambda row: row.citations),
)


@checked
def settled(codings: Codings, *, question: str | None = None) -> Selection[Settled]:
    """What the study answers, one row for each unit and question that anybody answered.

    An adjudication holds; without one, what every coder of every round says. Majorities decide nothing. Free
    texts of several coders stay open unless they are the same. Rows are in the order of units, then of the
    codebook. Raises UnknownNameError when there is no such question.
    """
    wanted = {asked.id for asked in chosen_questions(codings, question)}
    held: dict[tuple[str, str], list[Coding]] = {}
    for row in codings.rows:
        if row.question in wanted:
            held.setdefault((row.unit, row.question), []).append(row)
    rows = tuple(_settled(codings, *key, given) for key, given in held.items())
    told = f", question={question!r}" if question is not None else ""
    return Selection(
        rows=rows,
        columns=_SETTLED_COLUMNS,
        title=f"Answers by {codings.codebook.label}",
        query=f"lt.settled(codings{told})",
    )


def _settled(codings: Codings, unit: str, question: str, given: list[Coding]) -> Settled:
    final = codings.final.get((unit, question))
    if final is not None:
        return Settled(
            unit=unit, question=question, answer=final.answer, how="adjudicated", citations=final.citations
        )
    cited = tuple(dict.fromkeys(place for coding in given for place in coding.citations))
    if len({coding.answer for coding in given}) > 1:
        return Settled(unit=unit, question=question, answer=UNKNOWN, how="open", citations=cited)
    how = "unanimous" if len({coding.coder for coding in given}) > 1 else "single coder"
    return Settled(unit=unit, question=question, answer=given[0].answer, how=how, citations=cited)
