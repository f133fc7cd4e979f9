"""What coders answered, held together with the codebook they answered by."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import field, frozen

from ..arguments import checked, wrong_type
from ..errors import Problem, ReadingError, Said, WrongTypeError
from ..identifiers import natural_key
from ..model.coding import FINAL, Codebook, Coding, Question, answer_text
from ..tables import Table, card_html, counted

__all__ = ["Codings", "check_coding"]


def _ordered(rows: Iterable[Coding]) -> tuple[Coding, ...]:
    if isinstance(rows, str) or not isinstance(rows, Iterable):
        raise WrongTypeError("Codings", "rows", rows, "codings")
    held = tuple(rows)
    for row in held:
        if not isinstance(row, Coding):
            raise wrong_type("Codings", "rows", row, (Coding,))
    return held


def check_coding(codebook: Codebook, coding: Coding) -> None:
    """Refuse an answer that the codebook does not permit, with a ReadingError."""
    for name in ("unit", "question", "coder", "round"):
        said = getattr(coding, name)
        if not isinstance(said, str) or not said.strip():
            raise ReadingError(said, f"a text for {name} of a coding", code="LT-KEY-004")
    question = codebook.get(coding.question)
    if question is None:
        raise ReadingError(coding.question, f"a question of {codebook.label}", code="LT-COD-008")
    told = answer_text(coding.answer)
    if (meant := question.read_answer(told)) != coding.answer:
        where = Said(f"{coding.answer!r} for {question.id} of {coding.unit}")
        hint = f"codebook.get({question.id!r}).read_answer({told!r}) gives it."
        raise ReadingError(where, f"{meant!r}", hint, code="LT-COD-001")


@frozen(kw_only=True, repr=False)
class Codings:
    """Codings of one codebook, in order of units, questions, rounds and coders; immutable.

    Attributes:
        codebook: The codebook they follow.
        rows: The codings; at most one for each unit, question, round and coder, and one for each unit and
            question in the round ``final``.
        empty: How many rows of the sheets had no answer yet.
        problems: Warnings of reading, such as two coders whose names differ in a space.
    """

    codebook: Codebook
    rows: tuple[Coding, ...] = field(converter=_ordered)
    empty: int = 0
    problems: tuple[Problem, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.codebook, Codebook):
            raise wrong_type("Codings", "codebook", self.codebook, (Codebook,))
        places = {question.id: place for place, question in enumerate(self.codebook.questions)}
        seen: set[tuple[str, ...]] = set()
        for row in self.rows:
            check_coding(self.codebook, row)
            key = key_of(row)
            if key in seen:
                raise ReadingError(" · ".join(key), "one answer", code="LT-COD-003")
            seen.add(key)
        names = {row.unit for row in self.rows} | {row.round for row in self.rows}
        natural = {name: natural_key(name) for name in names}  # thousands of rows share a few names
        order = sorted(
            self.rows,
            key=lambda row: (
                natural[row.unit],
                places[row.question],
                row.round == FINAL,
                natural[row.round],
                row.coder,
            ),
        )
        object.__setattr__(self, "rows", tuple(order))

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        return True  # a study that has not begun is still a study

    def __iter__(self) -> Iterator[Coding]:
        return iter(self.rows)

    @property
    def coders(self) -> tuple[str, ...]:
        """Who coded, in order of names; whoever only settled is not among them."""
        return tuple(sorted({row.coder for row in self.rows if row.round != FINAL}))

    @property
    def rounds(self) -> tuple[str, ...]:
        """The rounds of coders in natural order, without ``final``."""
        return tuple(sorted({row.round for row in self.rows if row.round != FINAL}, key=natural_key))

    @property
    def units(self) -> tuple[str, ...]:
        """Ids of the units with at least one answer, in natural order."""
        return tuple(dict.fromkeys(row.unit for row in self.rows))

    @cached_property
    def final(self) -> dict[tuple[str, str], Coding]:
        """The settling codings by unit and question."""
        return {(row.unit, row.question): row for row in self.rows if row.round == FINAL}

    def answers(self, question: Question, round: str) -> dict[str, dict[str, Coding]]:
        """Codings of one question in one round: unit, then coder."""
        held: dict[str, dict[str, Coding]] = {}
        for row in self._by_question.get((question.id, round), ()):
            held.setdefault(row.unit, {})[row.coder] = row
        return held

    @cached_property
    def _by_question(self) -> dict[tuple[str, str], list[Coding]]:
        held: dict[tuple[str, str], list[Coding]] = {}
        for row in self.rows:
            held.setdefault((row.question, row.round), []).append(row)
        return held

    @checked
    def with_(self, *codings: Coding) -> "Codings":
        """These and *codings*; nothing is replaced, a second answer in one round raises ReadingError."""
        return Codings(
            codebook=self.codebook, rows=(*self.rows, *codings), empty=self.empty, problems=self.problems
        )

    def table(self) -> Table:
        """One row for each coding, with the columns of a sheet."""
        rows = [
            (r.unit, r.question, r.coder, r.round, answer_text(r.answer), "; ".join(r.citations), r.note)
            for r in self.rows
        ]
        columns = ("unit", "question", "coder", "round", "answer", "citations", "note")
        return Table(columns, rows, title=f"Codings by {self.codebook.label}", notes=(self._total(),))

    def _total(self) -> str:
        coders = counted(len(self.coders), "coder")
        blank = f"; {counted(self.empty, 'row')} without an answer" if self.empty else ""
        return (
            f"{counted(len(self.rows), 'answer')} of {coders} on {counted(len(self.units), 'unit')}{blank}."
        )

    def __repr__(self) -> str:
        return f"<Codings by {self.codebook.label}: {self._total().removesuffix('.')}>"

    def _repr_html_(self) -> str:
        return card_html(f"Codings by {self.codebook.label}", [("codings", "neutral")], [self._total()])


def key_of(row: Coding) -> tuple[str, ...]:
    """What may have one answer only."""
    who = () if row.round == FINAL else (row.coder,)
    return (row.unit, row.question, row.round, *who)
