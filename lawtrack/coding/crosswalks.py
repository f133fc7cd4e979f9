"""Crosswalks from files, held against the codebooks that they join, and sheets to fill in for new ones."""

from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Final

from ..arguments import checked
from ..codec import codec, problems_of
from ..errors import CodingError, Problem, ReadingError, listed, nearest, shown
from ..missing import NONE, is_known
from ..model.coding import Codebook, Level, Question
from ..model.crosswalk import COLUMNS, Crosswalk, Link, Pair, Relation
from ..tables import Table, counted
from .files import read_study
from .rows import Row, read_rows

__all__ = ["crosswalk_template", "read_crosswalk"]

_NEEDED: Final = ("question", "answer", "to", "value")


@checked
def read_crosswalk(
    source: str | PathLike[str], codebook: Codebook, into: Codebook | None = None
) -> Crosswalk:
    """A crosswalk from a TOML, JSON or CSV file, held against *codebook* and, where it is at hand, *into*.

    A CSV file has one row for each answer, as :func:`crosswalk_template` makes it. A row without variable is
    left out; with a variable and no value, the answer has no counterpart; with neither answer nor value,
    every answer of the question is carried over as it is written.

    Raises:
        CodingError: Something is wrong; holds every problem found. Nothing is half-read.
    """
    path = Path(source)
    if path.suffix.lower() == ".csv":
        walk, places = _from_rows(path, codebook, into)
    else:
        try:
            walk = codec().structure(read_study(path), Crosswalk)
        except CodingError:
            raise
        except Exception as fault:
            raise CodingError(problems_of(fault, "crosswalk", file=str(path))) from None
        places = {}
    problems = list(_faults(walk, codebook, into, str(path), places))
    if problems:
        raise CodingError(problems)
    return walk


_Places = Mapping[tuple[str, ...], str]


def _from_rows(path: Path, codebook: Codebook, into: Codebook | None) -> tuple[Crosswalk, _Places]:
    rows, problems = read_rows(path, COLUMNS, _NEEDED)
    places: dict[tuple[str, ...], str] = {}
    links: dict[tuple[str, str], dict[str, Pair | None]] = {}
    told: dict[tuple[str, str], tuple[Relation, str]] = {}
    named: dict[str, dict[str, str]] = {name: {} for name in ("crosswalk", "codebook", "into")}

    def say(
        number: int, column: str, read: str, expected: str, hint: str = "", code: str = "LT-COD-011"
    ) -> None:
        where = f"row {number}, {column}"
        problems.append(
            Problem(code=code, file=str(path), where=where, read=shown(read), expected=expected, hint=hint)
        )

    for number, row in rows:
        for name, values in named.items():
            if value := row.get(name, "").strip():
                values.setdefault(value, f"row {number}")
        question, answer, to, value = (row[name].strip() for name in _NEEDED)
        if not to:
            if value:
                say(number, "to", to, "the variable that this value belongs to")
            continue  # nobody filled it in
        if value and not answer:
            say(number, "answer", answer, "the answer that comes to this value, or no value")
            continue
        relation = _relation(row, number, say)
        held = links.setdefault((question, to), {})
        if answer in held or (held and ("" in held) != (answer == "")):
            hint = "A question is carried over as it is written, or answer by answer."
            say(number, "answer", answer, "each answer of a question once", hint)
        places.setdefault((question, to), f"row {number}")
        places[question, to, answer] = f"row {number}"
        held[answer] = None
        if answer:
            caution = row.get("caution", "").strip()
            held[answer] = Pair(answer=answer, to=value or NONE, relation=relation, caution=caution)
        whole = row.get("question_caution", "").strip()
        if told.setdefault((question, to), (Relation.SAME if answer else relation, whole))[1] != whole:
            say(number, "question_caution", whole, "one text for all answers of the question")
    for name, values in named.items():
        if len(values) > 1:
            (_, _), (second, where) = list(values.items())[:2]
            expected = f"one {name} in a file: {next(iter(values))}"
            problems.append(
                Problem(code="LT-COD-011", file=str(path), where=where, read=shown(second), expected=expected)
            )
    if problems:
        raise CodingError(problems)
    walk = Crosswalk(
        id=next(iter(named["crosswalk"]), path.stem),
        codebook=next(iter(named["codebook"]), codebook.label),
        into=next(iter(named["into"]), into.label if into is not None else "unnamed"),
        links=tuple(
            Link(
                question=question, to=to, answers=tuple(pair for pair in held.values() if pair is not None),
                relation=told[question, to][0],
                caution=told[question, to][1],
            )
            for (question, to), held in links.items()
        ),
    )  # fmt: skip
    return walk, places


def _relation(row: Row, number: int, say: object) -> Relation:
    word = row.get("relation", "").strip() or Relation.SAME.value
    words = {relation.value: relation for relation in Relation}
    if word not in words:
        near = nearest(word, words)
        hint = f"Did you mean {near!r}?" if near else ""
        assert callable(say)
        say(number, "relation", word, f"one of {listed(words)}", hint)
    return words.get(word, Relation.SAME)


def _faults(
    walk: Crosswalk, codebook: Codebook, into: Codebook | None, file: str, places: _Places
) -> Iterator[Problem]:
    """What the crosswalk says of the codebooks that they do not bear out."""

    def problem(place: tuple[str, ...], where: str, read: str, expected: str, hint: str = "") -> Problem:
        at = places.get(place, where)
        return Problem(code="LT-COD-011", file=file, where=at, read=shown(read), expected=expected, hint=hint)

    for name, label, held in (("codebook", walk.codebook, codebook), ("into", walk.into, into)):
        if held is not None and label != held.label:
            yield problem((), f"crosswalk.{name}", label, f"{held.label}, the codebook given")
    for number, link in enumerate(walk.links):
        at, place = f"crosswalk.links[{number}]", (link.question, link.to)
        ours = codebook.get(link.question)
        theirs = None if into is None else into.get(link.to)
        for book, name, found in ((codebook, link.question, ours), (into, link.to, theirs)):
            if book is not None and found is None:
                known = [question.id for question in book.questions]
                near = nearest(name, known)
                hint = f"Did you mean {near!r}?" if near else ""
                yield problem(place, at, name, f"a question of {book.label}: {listed(known, near)}", hint)
        if ours is not None:
            for answer, read, expected, hint in _unfit(link, ours, theirs):
                where = f"{at}.answers" if answer else at
                yield problem((*place, answer), where, read, expected, hint)


def _unfit(link: Link, ours: Question, theirs: Question | None) -> Iterator[tuple[str, str, str, str]]:
    """Answers of a link that one of the questions does not permit: ours, what, what is due, the way out."""
    known = [code.value for code in ours.codes]
    for pair in link.answers:
        if pair.answer not in known:
            near = nearest(pair.answer, known)
            hint = (
                f"Did you mean {near!r}?" if near else "Numbers, dates and texts are carried over as written."
            )
            yield pair.answer, pair.answer, f"a code of {ours.id}: {listed(known) or 'it has none'}", hint
        if theirs is not None and is_known(pair.to):
            yield from ((pair.answer, *told) for told in _refused(theirs, pair.to))
    if theirs is None:
        return
    if not link.answers:
        for code in known:
            yield from (("", *told) for told in _refused(theirs, code))
    if _sort(ours) != _sort(theirs) and (not link.answers or _sort(ours) != "codes"):
        read = f"{ours.level.value} answers of {ours.id}"
        yield "", read, f"what {theirs.id} takes: {theirs.permitted}", "List what single answers come to."


def _sort(question: Question) -> str:
    """What answers of a question are, beside its codes."""
    if question.level is Level.DATE or question.level is Level.TEXT:
        return str(question.level.value)
    return "numbers" if question.level.is_number else "codes"


def _refused(theirs: Question, value: str) -> Iterator[tuple[str, str, str]]:
    try:
        theirs.read_answer(value)
    except ReadingError as fault:
        yield value, f"an answer of {theirs.id}: {fault.expected}", fault.hint


@checked
def crosswalk_template(codebook: Codebook, into: Codebook, *, id: str = "") -> Table:
    """A sheet for a new crosswalk: one row for each code of each question, and one for a question without.

    A variable of the same name and an answer that it permits are filled in; whether they mean the same is for
    whoever fills in the sheet to judge. ``.to_csv()`` writes it, :func:`read_crosswalk` reads it back.
    """
    rows = []
    name = id or f"{codebook.id}-to-{into.id}"
    for question in codebook.questions:
        theirs = into.get(question.id)
        for code in [code.value for code in question.codes] or [""]:
            fits = theirs is not None and not any(_refused(theirs, code)) if code else theirs is not None
            to, value = (question.id, code) if fits else ("", "")
            rows.append((name, codebook.label, into.label, question.id, code, to, value, "", "", ""))
    note = f"{counted(len(rows), 'row')}, {counted(len(codebook.questions), 'question')}."
    return Table(COLUMNS, rows, title=f"From {codebook.label} to {into.label}", notes=(note,))
