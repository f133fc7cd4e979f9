"""How far coders agree, question by question."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from attrs import frozen

from ..arguments import checked, wrong_type
from ..dates import EdtfDate
from ..errors import UnknownNameError
from ..model.coding import Answer, Code, Level, Question
from ..queries.selection import Column, Selection
from ..tables import counted
from .codings import Codings
from .coefficients import Figure, Undefined, cohen_kappa, fleiss_kappa, krippendorff_alpha, percent

__all__ = ["Agreement", "agreement", "chosen_questions", "chosen_rounds"]

_FIGURES = ("percent", "cohen", "fleiss", "alpha")


@frozen(kw_only=True)
class Agreement:
    """How far coders agree on one question in one round.

    Attributes:
        units: Units with an answer that counts.
        double_coded: Those with answers of two coders or more; only they bear on the figures.
        coders: Coders with an answer that counts, in order of names.
        percent: Share of agreeing pairs among all pairs of answers to one unit.
        cohen: Cohen's kappa, where exactly two coded.
        fleiss: Fleiss' kappa, over units with two answers or more, where all have equally many.
        alpha: Krippendorff's alpha at the level of the question.
        left_out: Answers not counted because the caller said so.
        off_scale: Answers not counted in alpha since they have no place on a scale of ranks, numbers or days.
        settled: Units for which the round ``final`` has an answer.
    """

    question: str
    round: str
    level: Level
    units: int
    double_coded: int
    coders: tuple[str, ...]
    percent: Figure
    cohen: Figure
    fleiss: Figure
    alpha: Figure
    left_out: int = 0
    off_scale: int = 0
    settled: int = 0

    @property
    def undefined(self) -> tuple[tuple[str, str], ...]:
        """Figures without a value, each with the reason."""
        figures = ((name, getattr(self, name)) for name in _FIGURES)
        return tuple((name, figure.reason) for name, figure in figures if isinstance(figure, Undefined))


_COLUMNS = (
    Column("question", lambda row: row.question),
    Column("round", lambda row: row.round),
    Column("level", lambda row: row.level.value),
    Column("units", lambda row: row.units),
    Column("double_coded", lambda row: row.double_coded),
    Column("coders", lambda row: len(row.coders)),
    Column("percent", lambda row: row.percent),
    Column("cohen", lambda row: row.cohen),
    Column("fleiss", lambda row: row.fleiss),
    Column("alpha", lambda row: row.alpha),
    Column("settled", lambda row: row.settled),
    Column("undefined", lambda row: tuple(f"{n}: {why}" for n, why in row.undefined), detail=True),
)


@checked
def agreement(
    codings: Codings,
    *,
    question: str | None = None,
    round: str | None = None,
    leave_out: Iterable[str] = (),
) -> Selection[Agreement]:
    """Percent agreement, Cohen's and Fleiss' kappa and Krippendorff's alpha, one row per question and round.

    Rows are in the order of the codebook, then of rounds. What nobody answered in a round has no row, unless
    it is asked for by *question*; a note counts it.
    Figures are exact (``.value`` is a fraction) and print to four decimals; where a formula has no value,
    there is :class:`Undefined` with the reason. The round ``final`` is an adjudication and never compared.

    Args:
        codings: What coders answered.
        question: Only this question.
        round: Only this round.
        leave_out: Codes that count as not coded, such as ``["unknown"]``. Otherwise every code is an answer;
            codes off the scale are left out of alpha where answers are ordered or numbers.

    Raises:
        UnknownNameError: No such question, round or code.
    """
    codes = _checked_codes(codings, leave_out)
    rounds = chosen_rounds(codings, round)
    chosen = chosen_questions(codings, question)
    answered = {(row.question, row.round) for row in codings.rows}
    rows = tuple(
        _row(codings, asked, name, codes)
        for asked in chosen
        for name in rounds
        if question is not None or (asked.id, name) in answered
    )
    told_of = {row.question for row in rows}
    silent = [asked.id for asked in chosen if asked.id not in told_of]
    given = {"question": question, "round": round, "leave_out": list(codes) or None}
    told = "".join(f", {name}={value!r}" for name, value in given.items() if value is not None)
    return Selection(
        rows=rows,
        columns=_COLUMNS,
        title=f"Agreement of coders by {codings.codebook.label}",
        notes=nobody_answered(silent),
        query=f"lt.agreement(codings{told})",
        noted=_notes,
    )


def nobody_answered(questions: Sequence[str]) -> tuple[str, ...]:
    """A note for questions that nobody answered; nothing for none."""
    many = counted(len(questions), "question")
    return (f"Nobody answered {many}: {', '.join(questions)}.",) if questions else ()


def _checked_codes(codings: Codings, leave_out: Iterable[str]) -> tuple[str, ...]:
    codes = (leave_out,) if isinstance(leave_out, str) else tuple(leave_out)
    known = dict.fromkeys(code.value for asked in codings.codebook.questions for code in asked.codes)
    for code in codes:
        if not isinstance(code, str):
            raise wrong_type("agreement", "leave_out", code, (str,))
        if code not in known:
            raise UnknownNameError("code", code, known)
    return codes


def chosen_questions(codings: Codings, question: str | None) -> tuple[Question, ...]:
    """The one question of that id, or all; raises UnknownNameError."""
    if question is None:
        return codings.codebook.questions
    found = codings.codebook.get(question)
    if found is None:
        raise UnknownNameError("question", question, [asked.id for asked in codings.codebook.questions])
    return (found,)


def chosen_rounds(codings: Codings, round: str | None) -> tuple[str, ...]:
    """The one round of that name, or all of coders; raises UnknownNameError."""
    if round is None:
        return codings.rounds or ("1",)
    if round not in codings.rounds:
        raise UnknownNameError("round", round, codings.rounds)
    return (round,)


def _row(codings: Codings, asked: Question, round: str, leave_out: tuple[str, ...]) -> Agreement:
    every = {
        unit: {coder: coding.answer for coder, coding in by_coder.items()}
        for unit, by_coder in codings.answers(asked, round).items()
    }
    held = _without(every, leave_out)
    units = [list(by_coder.values()) for by_coder in held.values()]
    double = [answers for answers in units if len(answers) > 1]
    coders = tuple(sorted(set(chain.from_iterable(held.values()))))
    on_scale = held if asked.level is Level.NOMINAL else _placed(held, asked)
    return Agreement(
        question=asked.id,
        round=round,
        level=asked.level,
        units=len(units),
        double_coded=len(double),
        coders=coders,
        percent=_figure(asked, lambda: percent(double)),
        cohen=_figure(asked, lambda: _cohen(held, coders)),
        fleiss=_figure(asked, lambda: fleiss_kappa(double)),
        alpha=_figure(asked, lambda: _alpha(asked, [list(given.values()) for given in on_scale.values()])),
        left_out=_count(every) - _count(held),
        off_scale=_count(held) - _count(on_scale),
        settled=sum(question == asked.id for _, question in codings.final),
    )


def _figure(asked: Question, work_out: Callable[[], Figure]) -> Figure:
    return Undefined("free texts are not compared") if asked.level is Level.TEXT else work_out()


_Held = dict[str, dict[str, Answer]]


def _without(held: _Held, codes: tuple[str | EdtfDate, ...]) -> _Held:
    """What is left when answers that are one of *codes* count as not given."""
    if not codes:
        return held
    left = {
        unit: {coder: given for coder, given in by_coder.items() if not _is_one(given, codes)}
        for unit, by_coder in held.items()
    }
    return {unit: by_coder for unit, by_coder in left.items() if by_coder}


def _is_one(answer: Answer, codes: tuple[str | EdtfDate, ...]) -> bool:
    return set(answer) <= set(codes) if isinstance(answer, tuple) else answer in codes


def _placed(held: _Held, asked: Question) -> _Held:
    """What has a place on the scale of the question: neither a code off it nor a date of several days."""
    left = _without(held, _off_scale(asked.codes))
    if asked.level is not Level.DATE:
        return left
    vague = {
        a for given in left.values() for a in given.values() if isinstance(a, EdtfDate) and not a.is_definite
    }
    return _without(left, tuple(vague))


def _off_scale(codes: Iterable[Code]) -> tuple[str, ...]:
    return tuple(code.value for code in codes if code.off_scale)


def _count(held: _Held) -> int:
    return sum(map(len, held.values()))


def _cohen(held: _Held, coders: tuple[str, ...]) -> Figure:
    if len(coders) != 2:
        return Undefined(f"it takes two coders, not {len(coders)}")
    first, second = coders
    both = (by_coder for by_coder in held.values() if len(by_coder) == 2)
    return cohen_kappa((by_coder[first], by_coder[second]) for by_coder in both)


def _alpha(asked: Question, units: list[list[Answer]]) -> Figure:
    if asked.level is Level.ORDINAL:
        return krippendorff_alpha(units, asked.level, asked.scale)
    return krippendorff_alpha(units, asked.level)


def _notes(rows: tuple[Agreement, ...]) -> tuple[str, ...]:
    """What a reader of the figures must know, each thing once with the questions it is true of."""
    held: dict[str, list[str]] = {}
    for row in rows:
        for why in dict.fromkeys(why for _, why in row.undefined):
            figures = ", ".join(figure for figure, reason in row.undefined if reason == why)
            held.setdefault(f"{figures} undefined, {why}", []).append(row.question)
        if row.off_scale:
            gone = counted(row.off_scale, "answer")
            held.setdefault(f"alpha leaves out {gone} off the scale", []).append(row.question)
        if row.left_out:
            held.setdefault(f"{counted(row.left_out, 'answer')} left out as asked", []).append(row.question)
    told = tuple(f"{', '.join(dict.fromkeys(names))}: {what}." for what, names in held.items())
    return (*told, "Only units that two coders or more answered bear on the figures.") if rows else ()
