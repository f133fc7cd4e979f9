"""Sheets that coders filled in, read strictly: one row for each unit and question."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any, Final

from ..arguments import checked, wrong_type
from ..corpus import RECORD_TYPES, Corpus
from ..errors import CodingError, Problem, ReadingError, Severity, UnknownNameError, listed, nearest, shown
from ..model.coding import FINAL, Codebook, Coding, Condition, Question, answer_text
from .codings import Codings, key_of
from .rows import read_rows

__all__ = ["COLUMNS", "read_codings"]

COLUMNS: Final = (
    "codebook", "unit", "about", "question", "text", "instructions", "permitted", "coder", "round", "answer",
    "citations", "note",
)  # fmt: skip
"""Columns of a sheet; those that tell the coder something are not read back."""

_NEEDED: Final = ("unit", "question", "coder", "answer")
_CITABLE: Final = ("provision", "work", "amendment")


@checked
def read_codings(
    source: "str | PathLike[str] | Iterable[str | PathLike[str]]",
    codebook: Codebook,
    *,
    corpus: Corpus | None = None,
) -> Codings:
    """Codings from CSV files (one path or several), each with one row for each unit and question.

    A row without an answer is counted and left out. Cells may be separated by commas, semicolons or tabs, as
    the header shows. Answers are taken as written: ``Yes`` is not ``yes``. With a *corpus*, units must be
    records of it of the codebook's type, and citations provisions, works or amendments of it; both may be
    given by the last part of an id, and come back as the whole id.

    Raises:
        CodingError: Something is wrong; holds every problem of every file, each with its row (1 is the
            header), its column, what was read, what was expected and the nearest. Nothing is half-read.
    """
    paths = [source] if isinstance(source, str | PathLike) else list(source)
    reading = _Reading(codebook, corpus)
    for path in paths:
        if not isinstance(path, str | PathLike):
            raise wrong_type("read_codings", "source", path, (str, PathLike))
        reading.take(Path(path))
    reading.finish()
    if any(problem.severity is Severity.ERROR for problem in reading.problems):
        raise CodingError(reading.problems)
    return Codings(
        codebook=codebook,
        rows=tuple(coding for coding, _, _ in reading.read.values()),
        empty=reading.empty,
        problems=tuple(reading.problems),
    )


class _Reading:
    """Codings read so far by what may have one answer only, each with its place, and all problems."""

    def __init__(self, codebook: Codebook, corpus: Corpus | None) -> None:
        self.codebook, self.corpus = codebook, corpus
        self.read: dict[tuple[str, ...], tuple[Coding, str, int]] = {}
        self.problems: list[Problem] = []
        self.empty = 0
        self._questions = {question.id: question for question in codebook.questions}

    def _say(self, code: str, file: str, where: str, read: str, expected: str, **said: Any) -> None:
        problem = Problem(code=code, file=file, where=where, read=read, expected=expected, **said)
        self.problems.append(problem)

    def take(self, path: Path) -> None:
        rows, problems = read_rows(path, COLUMNS, _NEEDED)
        self.problems += problems
        for number, row in rows:
            self._take_row(row, str(path), number)

    def _take_row(self, row: Mapping[str, str], file: str, number: int) -> None:
        before = len(self.problems)

        def say(code: str, column: str, read: str, expected: str, hint: str = "") -> None:
            self._say(code, file, f"row {number}, {column}", shown(read), expected, hint=hint)

        if row.get("codebook", "") not in ("", self.codebook.label):
            hint = "Read it with that codebook, or carry its answers over by hand."
            say("LT-COD-006", "codebook", row["codebook"], self.codebook.label, hint)
        question = self._questions.get(row["question"].strip())
        if question is None:
            near = nearest(row["question"].strip(), self._questions)
            known = f"a question of {self.codebook.label}: {listed(self._questions, near)}"
            say("LT-COD-008", "question", row["question"], known, f"Did you mean {near!r}?" if near else "")
        unit = self._record(row["unit"].strip(), (self.codebook.unit,), "unit", say)
        text = row["answer"].strip()
        if not text:
            self._take_empty(row, say)
            return
        pass_name = row.get("round", "").strip()
        if pass_name.casefold() == FINAL and pass_name != FINAL:
            say(
                "LT-KEY-003",
                "round",
                pass_name,
                f"{FINAL!r} in small letters, or the name of a pass of coders",
            )
        coder = row["coder"].strip()
        if not coder:
            say("LT-KEY-004", "coder", "", "who answered")
        for column, name in (("unit", row["unit"].strip()), ("coder", coder), ("round", pass_name)):
            if not name.isprintable():
                hint = "A sign that nobody sees makes one name look like another."
                say("LT-KEY-003", column, name, "a name of signs that print", hint)
        answer = None
        if question is not None:
            try:
                answer = question.read_answer(text)
            except ReadingError as fault:
                say(fault.code, "answer", str(fault.read), fault.expected, fault.hint)
        named = [part.strip() for part in row.get("citations", "").split(";") if part.strip()]
        cited = [self._record(name, _CITABLE, "citations", say) for name in named]
        if question is not None and answer is not None and question.needs_citation(answer) and not named:
            expected = f"where {answer_text(answer)!r} rests on"
            say(
                "LT-COD-004", "citations", "", expected, "Name a provision; several are joined by semicolons."
            )
        if len(self.problems) == before and question is not None and answer is not None:
            coding = Coding(
                unit=unit, question=question.id, coder=coder, answer=answer,
                round=pass_name or "1", citations=tuple(cited),
                note=row.get("note", "").strip(),
            )  # fmt: skip
            self._keep(coding, file, number)

    def _take_empty(self, row: Mapping[str, str], say: Any) -> None:
        self.empty += 1
        if row.get("citations", "").strip():
            say(
                "LT-COD-001",
                "answer",
                "",
                "an answer, since there are citations",
                "Empty the citations else.",
            )

    def _record(self, name: str, types: tuple[str, ...], column: str, say: Any) -> str:
        """The whole id of the record that a cell names; the cell itself when there is no corpus."""
        if not name:
            say("LT-KEY-004", column, name, f"the id of one {types[0]}")
            return name
        if self.corpus is None:
            return name
        try:
            return self.corpus.find(name, *types).id
        except UnknownNameError as fault:
            held = self.corpus.get(name)
            if held is not None:
                word = next(word for word, cls in RECORD_TYPES.items() if type(held) is cls)
                say("LT-REF-003", column, name, f"one of type {' or '.join(types)}", f"It is of type {word}.")
            else:
                hint = f"Did you mean {fault.near!r}?" if fault.near else fault.hint
                say("LT-REF-002", column, name, f"the id of one {' or '.join(types)} of the corpus", hint)
            return name

    def _keep(self, coding: Coding, file: str, number: int) -> None:
        key = key_of(coding)
        if key in self.read:
            other, first_file, first = self.read[key]
            place = f"row {first}" if first_file == file else f"{first_file} row {first}"
            expected = f"one answer; {answer_text(other.answer)!r} stands in {place}"
            hint = "" if coding.round == FINAL else "Give a second pass a round of its own."
            read = shown(answer_text(coding.answer))
            self._say("LT-COD-003", file, f"row {number}, answer", read, expected, hint=hint)
        else:
            self.read[key] = (coding, file, number)

    def finish(self) -> None:
        """What only shows once every row is read."""
        for coding, file, number in self.read.values():
            question = self._questions[coding.question]
            if isinstance(question.asked_if, Condition):
                self._check_asked(question, question.asked_if, coding, file, number)
        for twins in _twins({coding.coder for coding, _, _ in self.read.values()}):
            read = " and ".join(map(repr, twins))
            self._say(
                "LT-COD-002", "", "coder", read, "names that differ by more than case and spaces",
                severity=Severity.WARNING, hint="They are taken as different coders.",
            )  # fmt: skip
        for part, whole in _parts_of_others({coding.unit for coding, _, _ in self.read.values()}):
            self._say(
                "LT-COD-010", "", "unit", f"{shown(part)} beside {shown(whole)}", "one name for one unit",
                severity=Severity.WARNING, hint="They count as two units; corpus= looks both up.",
            )  # fmt: skip

    def _check_asked(
        self, question: Question, asked_if: Condition, coding: Coding, file: str, number: int
    ) -> None:
        who = () if coding.round == FINAL else (coding.coder,)
        held = self.read.get((coding.unit, asked_if.question, coding.round, *who))
        if held is None:
            return  # not answered yet, or beside one that is told already
        given = held[0].answer if isinstance(held[0].answer, tuple) else (answer_text(held[0].answer),)
        if not set(given) & set(asked_if.answers):
            expected = (
                f"none: {question.id} arises only where {asked_if.question} is "
                f"{' or '.join(asked_if.answers)}, and row {held[2]} has {'; '.join(given)!r}"
            )
            read = shown(answer_text(coding.answer))
            self._say("LT-COD-005", file, f"row {number}, answer", read, expected)


def _twins(coders: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Names that look like one name: but for case, spaces, and how letters are encoded; in order."""
    held: dict[str, list[str]] = {}
    for name in sorted(coders):
        seen = unicodedata.normalize("NFKC", name).casefold()
        held.setdefault("".join(sign for sign in seen if sign.isprintable() and sign != " "), []).append(name)
    yield from (tuple(names) for names in held.values() if len(names) > 1)


def _parts_of_others(units: set[str]) -> Iterator[tuple[str, str]]:
    """Names that are the last part of another name, with that other, in order."""
    for unit in sorted(units):
        for place, char in enumerate(unit):
            if char in "/~" and unit[place + 1 :] in units:
                yield unit[place + 1 :], unit
