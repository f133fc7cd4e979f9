"""The answer to which penalty applies, with every version looked at and what became of it."""

from typing import Any, Literal

from attrs import frozen

from ..dates import EdtfDate, Period
from ..identifiers import tail
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing
from ..penalties import Sanction
from ..tables import Table, card_html, one_line
from ..verdicts import Truth
from .mildest import Fate

__all__ = ["ApplicableSanctions", "Mode"]

Mode = Literal["abstract", "concrete"]


@frozen(kw_only=True)
class ApplicableSanctions:
    """Which sanction, or which several, a court may take the sentence from, and why.

    Attributes:
        provision: Id of the provision.
        label: The provision as a lawyer writes it.
        offence_on: The day of the offence, or the period of a continuing one.
        judged_on: The day of the judgment.
        mode: ``abstract`` (whole sanctions are compared) or ``concrete`` (a proposed sentence is tested too).
        fates: Every version of the sentence, the earliest first, with what became of it and why.
        applicable: The sanctions that apply; several when none is surely the mildest, empty when the choice
            is left to judgment or there was no law. A token stands where a version has no sanction: ABSENT
            for no sentence, UNKNOWN for one that is not known.
        needs_judgment: Whether the rule alone does not give one answer.
        proposed: The sentence tested in concrete mode.
        permitted: Whether what applies permits *proposed*; UNKNOWN when it depends on what applies.
        reasons: The reasons in words, the basis first.
        notes: Assumptions, what is not known, what is not decided.
        query: The call that reproduces the answer.
    """

    provision: str
    label: str
    offence_on: EdtfDate | Period
    judged_on: EdtfDate
    mode: Mode
    fates: tuple[Fate, ...]
    applicable: tuple[Sanction | Missing, ...]
    needs_judgment: bool
    proposed: Sanction | None = None
    permitted: Truth | Literal[Missing.NOT_APPLICABLE] = NOT_APPLICABLE
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    query: str = ""

    @property
    def sanction(self) -> Sanction | Missing:
        """The one sanction that applies; UNKNOWN when that needs judgment or nothing applies."""
        return self.applicable[0] if len(self.applicable) == 1 and not self.needs_judgment else UNKNOWN

    def explain(self) -> str:
        """The answer, its reasons and notes, one to a line."""
        return "\n".join((str(self), *(f"- {reason}" for reason in self.reasons), *self.notes))

    def table(self) -> Table:
        """One row for each version: when it was law, how it compares, whether it applies, and why."""
        rows = tuple(
            (
                fate.version.sanction,
                str(fate.version.in_force),
                fate.at_offence,
                fate.later,
                NOT_APPLICABLE if fate.verdict is None else fate.verdict.words(sanction=True),
                fate.applies,
                fate.why,
                tuple(map(tail, fate.version.records)),
                fate.version.sources,
            )
            for fate in self.fates
        )
        return Table(columns=_COLUMNS, rows=rows, title=str(self), notes=self.notes)

    def to_pandas(self) -> Any:
        """The table as a pandas DataFrame; raises MissingExtraError without pandas."""
        return self.table().to_pandas()

    def to_polars(self) -> Any:
        """The table as a polars DataFrame; raises MissingExtraError without polars."""
        return self.table().to_polars()

    def to_arrow(self) -> Any:
        """The table as an Arrow table; raises MissingExtraError without pyarrow."""
        return self.table().to_arrow()

    def __str__(self) -> str:
        told = " or ".join(dict.fromkeys(_words(held) for held in self.applicable)) or "no answer by rule"
        judged = " (needs judgment)" if self.needs_judgment else ""
        said = f"{one_line(self.label)}, offence {self.offence_on}, judgment {self.judged_on}: {told}{judged}"
        if self.proposed is None:
            return said
        word = {True: "permitted", False: "not permitted"}
        answer = "not certain" if isinstance(self.permitted, Missing) else word[self.permitted]
        return f"{said}; {self.proposed} is {answer}"

    def __repr__(self) -> str:
        return f"<ApplicableSanctions {str(self)!r}; {self.query}>"

    def _repr_html_(self) -> str:
        badge = ("needs judgment", "warn") if self.needs_judgment else ("decided by the rule", "neutral")
        table = Table(
            columns=("sanction", "in_force", "against_offence", "applies"),
            rows=tuple((row[0], row[1], row[4], row[5]) for row in self.table().rows),
        )
        return card_html(str(self), [badge], self.reasons, [table], [*self.notes, self.query])


_COLUMNS = (
    "sanction", "in_force", "at_offence", "until_judgment", "against_offence", "applies", "why", "records",
    "sources",
)  # fmt: skip


def _words(sanction: Sanction | Missing) -> str:
    return "no sentence" if sanction is Missing.ABSENT else str(sanction)
