"""From the answers of one codebook to those of another."""

from collections.abc import Iterator
from enum import Enum
from typing import Final

from attrs import frozen

from ..equality import ByValue
from ..errors import ReadingError
from ..languages import LangMap
from ..missing import NONE, NOT_STATED, Missing, is_known
from ..tables import Table
from .record import HoldsLists

__all__ = ["COLUMNS", "Crosswalk", "Link", "Pair", "Relation"]

COLUMNS: Final = (
    "crosswalk", "codebook", "into", "question", "answer", "to", "value", "relation", "caution",
    "question_caution",
)  # fmt: skip
"""Columns of a crosswalk as a sheet; the last holds what is true of all answers of a question."""


class Relation(Enum):
    """How an answer of the other codebook stands to ours (after the mappings of SKOS).

    ``same`` and ``close`` say the same, the second not quite; a ``broader`` answer holds ours, and so follows
    from it. A ``narrower`` one does not follow, nor does one that is only ``related``.
    """

    SAME = "same"
    CLOSE = "close"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"

    @property
    def follows(self) -> bool:
        """Whether the other answer may be given wherever ours is."""
        return self in (Relation.SAME, Relation.CLOSE, Relation.BROADER)


@frozen(kw_only=True, repr=False, eq=False)
class Pair(ByValue):
    """One answer of a question, and what it comes to in the other codebook.

    Attributes:
        answer: A code of our question.
        to: The answer there; NONE where that codebook has none for it.
        relation: How that answer stands to ours.
        caution: What a user of the result must know.
    """

    answer: str
    to: str | Missing = NONE
    relation: Relation = Relation.SAME
    caution: str = ""


@frozen(kw_only=True, repr=False, eq=False)
class Link(HoldsLists, ByValue):
    """One question of ours beside a variable of the other codebook.

    Attributes:
        question: Id of our question.
        to: Id of their variable.
        answers: What the single answers come to. Without any, every answer is carried over as it is written,
            as numbers, dates and equal codes are.
        relation: How their answer stands to ours where no single answers are listed.
        caution: What a user of any of its answers must know.
    """

    question: str
    to: str
    answers: tuple[Pair, ...] = ()
    relation: Relation = Relation.SAME
    caution: str = ""

    def __attrs_post_init__(self) -> None:
        if self.answers and self.relation is not Relation.SAME:
            hint = "Each of its answers says its own."
            raise ReadingError(
                self.relation.value, "no relation of the whole question", hint, code="LT-COD-011"
            )

    def pair_for(self, answer: str) -> Pair | None:
        """What a code of ours comes to; None where the crosswalk does not say."""
        if not self.answers:
            return Pair(answer=answer, to=answer, relation=self.relation)
        return next((pair for pair in self.answers if pair.answer == answer), None)


@frozen(kw_only=True, repr=False, eq=False)
class Crosswalk(HoldsLists, ByValue):
    """What the questions of one codebook come to in another.

    Attributes:
        codebook: Our codebook, as its label says: id and version.
        into: The other one, in the same way.
        links: Question by question; one question may lead to several variables.
    """

    id: str
    codebook: str
    into: str
    links: tuple[Link, ...]
    title: LangMap | Missing = NOT_STATED

    def __attrs_post_init__(self) -> None:
        seen: set[tuple[str, ...]] = set()
        for place in self.places():
            if place in seen:
                raise ReadingError(" · ".join(place), f"each of them once in {self.id}", code="LT-COD-011")
            seen.add(place)

    def places(self) -> Iterator[tuple[str, ...]]:
        """What may stand once: each pair of question and variable, and in it each answer of ours."""
        for link in self.links:
            yield link.question, link.to
            for pair in link.answers:
                yield link.question, link.to, pair.answer

    def table(self) -> Table:
        """A sheet, for ``.to_csv()``: one row for each answer, or one for what is carried over as written."""
        rows: list[tuple[str, ...]] = []
        for link in self.links:
            head = (self.id, self.codebook, self.into, link.question)
            if not link.answers:
                rows.append((*head, "", link.to, "", link.relation.value, "", link.caution))
            for pair in link.answers:
                value = pair.to if is_known(pair.to) else ""
                rows.append(
                    (*head, pair.answer, link.to, value, pair.relation.value, pair.caution, link.caution)
                )
        return Table(COLUMNS, rows, title=f"From {self.codebook} to {self.into}")

    def __repr__(self) -> str:
        return f"<Crosswalk {self.id}: {self.codebook} to {self.into}, {len(self.links)} links>"
