"""Codings in the variables of another codebook."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..errors import Problem, ReadingError, Severity
from ..interplay import spell_of
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known
from ..model.coding import Answer, Codebook, Coding, Question, answer_text
from ..model.crosswalk import Crosswalk, Link, Pair, Relation
from ..model.instruction import Amendment
from ..model.record import Record
from ..model.substance import Effect, Norm
from ..queries.selection import Column, Selection
from ..tables import counted
from ..timelines import force_of
from .codings import Codings, key_of
from .differences import Settled, settled

__all__ = ["Crossed", "crosswalk", "recode"]


@frozen(kw_only=True)
class Crossed:
    """The answer of a study to one question about one unit, in a variable of another codebook.

    Attributes:
        unit: Id of the unit.
        variable: Id of the variable there.
        value: The answer there; NONE where it has none for ours, UNKNOWN where nothing follows.
        citations: Where our answer rests on.
        effective: First day on which the unit is law; UNKNOWN without a corpus or where it does not say.
        valid_through: Last day on which it is; NOT_APPLICABLE while it lasts.
        caution: What a user of the value must know; empty when nothing.
        question: Our question.
        answer: Our answer; UNKNOWN while coders differ.
    """

    unit: str
    variable: str
    value: str | Missing
    citations: tuple[str, ...]
    effective: EdtfDate | Missing
    valid_through: EdtfDate | Missing
    caution: str
    question: str
    answer: Answer | Missing


@checked
def crosswalk(codings: Codings, walk: Crosswalk, *, corpus: Corpus | None = None) -> Selection[Crossed]:
    """What a study answers in the end, in the variables of another codebook; an export row by row.

    A value stands where it follows from our answer: it is the same, close to it or broader, and the column
    *caution* says which. Where theirs is narrower or only related, where coders differ, or where the
    crosswalk does not say, the value is UNKNOWN. With a *corpus* each row tells since when and until when
    its unit is law. Rows are in the order of units, then of our codebook, then of the crosswalk.

    Raises:
        ReadingError: *walk* is for another codebook.
    """
    _of_one_codebook(codings, walk)
    by_question: dict[str, list[Link]] = {}
    for link in walk.links:
        by_question.setdefault(link.question, []).append(link)
    rows = []
    lost: set[str] = set()
    for row in settled(codings):
        if row.question not in by_question:
            lost.add(row.question)
        for link in by_question.get(row.question, ()):
            rows.append(_crossed(codings.codebook, row, link, corpus))
    notes: tuple[str, ...] = ()
    if lost:
        named = ", ".join(q.id for q in codings.codebook.questions if q.id in lost)
        notes = (f"{counted(len(lost), 'question')} with answers have no counterpart: {named}.",)
    return Selection(
        rows=rows,
        columns=(
            Column("unit", lambda row: row.unit),
            Column("variable", lambda row: row.variable),
            Column("value", lambda row: row.value),
            Column("citation", lambda row: row.citations),
            Column("effective", lambda row: row.effective),
            Column("valid_through", lambda row: row.valid_through),
            Column("caution", lambda row: row.caution),
            Column("question", lambda row: row.question, detail=True),
            Column("answer", lambda row: _shown(row.answer), detail=True),
        ),
        title=f"Answers by {walk.codebook} in the variables of {walk.into}",
        notes=notes,
        noted=_totals,
        query="lt.crosswalk(codings, walk" + (", corpus=corpus)" if corpus is not None else ")"),
    )


def _of_one_codebook(codings: Codings, walk: Crosswalk) -> None:
    label = codings.codebook.label
    if walk.codebook != label:
        hint = "Codings and crosswalk must follow one codebook."
        raise ReadingError(walk.codebook, f"a crosswalk from {label}", hint, code="LT-COD-011")


def _shown(answer: Answer | Missing) -> object:
    return answer if isinstance(answer, Missing) else answer_text(answer)


def _totals(rows: tuple[Crossed, ...]) -> tuple[str, ...]:
    if not rows:
        return ()
    known = sum(is_known(row.value) for row in rows)
    return (f"{counted(len(rows), 'row')}, {known} with a value.",)


def _crossed(codebook: Codebook, row: Settled, link: Link, corpus: Corpus | None) -> Crossed:
    question = codebook.get(row.question)
    assert question is not None  # codings follow their codebook
    record = corpus.get(row.unit) if corpus is not None else None
    effective, valid_through = _force(corpus, record)
    if isinstance(row.answer, Missing):
        value: str | Missing = UNKNOWN
        told = ["coders differ"]
    else:
        value, told = _value(question, link, row.answer)
    return Crossed(
        unit=row.unit, variable=link.to, value=value, citations=row.citations, effective=effective,
        valid_through=valid_through, caution="; ".join(filter(None, [*told, link.caution])),
        question=row.question, answer=row.answer,
    )  # fmt: skip


def _value(question: Question, link: Link, answer: Answer) -> tuple[str | Missing, list[str]]:
    """The answer there, and the cautions that go with it."""
    values: dict[str, None] = {}
    cautions: list[str] = []
    without: list[str] = []
    for said, pair in _pairs(question, link, answer):
        if pair is None:
            return UNKNOWN, [f"the crosswalk does not say what {said!r} comes to"]
        if isinstance(pair.to, Missing):
            without.append(said)
            cautions.append(pair.caution)
        elif not pair.relation.follows:
            told = "narrower than" if pair.relation is Relation.NARROWER else "only related to"
            return UNKNOWN, [f"{pair.to!r} is {told} {said!r}", pair.caution]
        else:
            values[pair.to] = None
            cautions += [_CAUTION.get(pair.relation, "").format(theirs=pair.to, ours=said), pair.caution]
    if values:
        # Of several choices some are lost on the way, and the value must not pass for all of them.
        cautions += [f"{said!r} has no counterpart" for said in without]
        return "; ".join(values), list(dict.fromkeys(cautions))
    return (Missing.NONE if without else UNKNOWN), list(dict.fromkeys(cautions))


_CAUTION = {
    Relation.CLOSE: "{theirs!r} is close to {ours!r}",
    Relation.BROADER: "{theirs!r} is broader than {ours!r}",
}


def _pairs(question: Question, link: Link, answer: Answer) -> Iterator[tuple[str, Pair | None]]:
    """Each code of an answer with what it comes to; what is no code is carried over as it is written."""
    codes = {code.value for code in question.codes}
    for said in answer if isinstance(answer, tuple) else (answer_text(answer),):
        if said in codes:
            yield said, link.pair_for(said)
        else:
            yield said, Pair(answer=said, to=said, relation=link.relation)


def _force(corpus: Corpus | None, record: Record | None) -> tuple[EdtfDate | Missing, EdtfDate | Missing]:
    if corpus is None or record is None:
        return UNKNOWN, UNKNOWN
    if isinstance(record, Amendment):
        spell = spell_of(corpus, record.id)
        return spell.start, _day_before(spell.until) if is_known(spell.until) else spell.until
    period = (
        force_of(corpus, record)
        if isinstance(record, Effect | Norm)
        else getattr(record, "in_force", UNKNOWN)
    )
    if not isinstance(period, Period):
        return UNKNOWN, UNKNOWN
    start = period.start if period.start is not None else UNKNOWN
    return start, NOT_APPLICABLE if period.end is None else _day_before(period.end)


def _day_before(day: EdtfDate) -> EdtfDate | Missing:
    """The last day of what ends on *day*, which itself no longer belongs to it."""
    if day.earliest is None or day.latest is None or day.earliest == date.min:
        return UNKNOWN
    from datetime import timedelta

    one = timedelta(days=1)
    return EdtfDate.between(day.earliest - one, day.latest - one, day.marks)


@checked
def recode(codings: Codings, walk: Crosswalk, into: Codebook) -> Codings:
    """What coders answered, as codings by another codebook, so that two studies can be compared.

    Every coder and round stays. Answers from which none there follows are left out, and counted in
    ``empty``; where two questions of ours lead to one variable and answer it differently, neither is taken,
    and ``problems`` says so.

    Raises:
        ReadingError: *walk* is for another codebook, or leads to another one than *into*.
    """
    _of_one_codebook(codings, walk)
    if walk.into != into.label:
        hint = "Give the codebook that the crosswalk leads to."
        raise ReadingError(into.label, walk.into, hint, code="LT-COD-011")
    kept: dict[tuple[str, ...], Coding | None] = {}
    problems = list(codings.problems)
    left_out = 0
    for link in walk.links:
        question, theirs = codings.codebook.get(link.question), into.get(link.to)
        if question is None or theirs is None:
            continue
        for row in codings.rows:
            if row.question != question.id:
                continue
            value, told = _value(question, link, row.answer)
            there = None if isinstance(value, Missing) else _read(theirs, value)
            if there is None:
                left_out += 1
                continue
            note = "; ".join(filter(None, [row.note, *told, link.caution]))
            coding = Coding(
                unit=row.unit, question=theirs.id, coder=row.coder, answer=there,
                round=row.round, citations=row.citations, note=note,
            )  # fmt: skip
            key = key_of(coding)
            other = kept.setdefault(key, coding)
            if other is None or other.answer != coding.answer:
                if other is not None:
                    problems.append(_two_ways(coding, other))
                kept[key] = None
    rows = tuple(coding for coding in kept.values() if coding is not None)
    return Codings(codebook=into, rows=rows, empty=codings.empty + left_out, problems=tuple(problems))


def _read(theirs: Question, value: str) -> Answer | None:
    """The answer there; None where several of ours come to more than the question takes."""
    try:
        return theirs.read_answer(value)
    except ReadingError:
        return None


def _two_ways(coding: Coding, other: Coding) -> Problem:
    return Problem(
        code="LT-COD-012",
        where=f"{coding.unit}, {coding.question}, {coding.coder}",
        read=f"{answer_text(other.answer)!r} and {answer_text(coding.answer)!r}",
        expected="one answer from all questions that lead to it",
        hint="It is left out.",
        severity=Severity.WARNING,
    )
