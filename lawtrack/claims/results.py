"""The answer to ``verify``: rows, one verdict, and what it rests on."""

from fractions import Fraction
from functools import cached_property

from attrs import evolve, field, frozen

from ..codec import digest
from ..corpus import Corpus
from ..identifiers import tail
from ..missing import NONE, NOT_APPLICABLE, UNKNOWN, Missing, is_known
from ..model.assertion import Claim
from ..model.counting import CountingUnit, Reading
from ..ranges import Range
from ..tables import Table, card_html, counted, one_line
from .deciding import ClaimVerdict

__all__ = ["CountedRow", "StatedRow", "Verification", "told_as"]


@frozen(kw_only=True)
class CountedRow:
    """One meaning of a count or share: a unit, and an end of the range where the claim leaves that open.

    Attributes:
        unit: What is counted.
        reading: Which end a step is said of; NOT_APPLICABLE where none is.
        low: How many surely pass the test.
        high: How many may pass it; what lies between is not known.
        identified: How many the corpus holds in all.
        complete: Whether these are all there are.
        implied: How many there must be in all for the claimed share to hold of those that surely pass; NONE
            if no number would do. :attr:`outgrown` tells where more are identified.
        implied_at_most: The same for all that may pass.
        verdict: Whether the claim holds in this meaning.
        evidence: Ids of those that pass.
    """

    unit: CountingUnit
    reading: Reading | Missing = NOT_APPLICABLE
    low: int
    high: int
    identified: int
    complete: bool
    implied: Range | Missing = NOT_APPLICABLE
    implied_at_most: Range | Missing = NOT_APPLICABLE
    verdict: ClaimVerdict
    evidence: tuple[str, ...] = ()

    @property
    def numerator(self) -> Range:
        """How many pass the test, as far as that is known."""
        return Range(self.low, self.high)

    @property
    def denominator(self) -> int | Missing:
        """How many there are in all; UNKNOWN while the corpus does not hold every one."""
        return self.identified if self.complete else UNKNOWN

    @property
    def share(self) -> Range | Missing:
        """The share that passes; UNKNOWN without a denominator."""
        if not self.complete or not self.identified:
            return UNKNOWN
        return Range(Fraction(self.low, self.identified), Fraction(self.high, self.identified))

    @property
    def outgrown(self) -> bool:
        """Whether more are identified than the claimed share allows for all that may pass.

        The claim can then hold only if others pass that the corpus does not hold, and not at all where it is
        said of all and one of them fails.
        """
        if self.implied_at_most is NONE:
            return True
        most = self.implied_at_most.hi if isinstance(self.implied_at_most, Range) else None
        return most is not None and self.identified > most

    def meaning(self) -> str:
        """The unit and the end in words."""
        unit = self.unit.value.replace("_", " ")
        return f"{unit} ({_READINGS[self.reading]})" if isinstance(self.reading, Reading) else unit


_READINGS = {
    Reading.FLOOR: "lower end only",
    Reading.CEILING: "upper end only",
    Reading.BOTH: "both ends",
    Reading.EITHER: "either end or both",
}


@frozen(kw_only=True)
class StatedRow:
    """One rule of the law beside a claim about what the law says.

    Attributes:
        record: Id of the effect or norm.
        gist: What it says, in our own words.
        answer: Whether it is as claimed; UNKNOWN where the coding does not tell.
        complete: Whether the rule was read in the law and surely comes from there.
        verdict: Whether the claim holds of this rule.
        why: What decides, in words.
    """

    record: str
    gist: str
    answer: bool | Missing
    complete: bool
    verdict: ClaimVerdict
    why: str = ""

    def meaning(self) -> str:
        """The rule by the end of its id."""
        return tail(self.record)


@frozen(kw_only=True)
class Verification:
    """Whether a claim holds, meaning by meaning.

    Attributes:
        claim: The claim.
        says: What it says, in our own words or those of its source.
        claimed: The number or interval claimed; a token for a claim without one.
        rule: Id of the rule of the hedge lexicon that reads its hedge; empty without one.
        rows: One row for each meaning, in a fixed order.
        verdict: That on which all meanings agree, else ``undetermined``.
        others: What other sources claim of the same: id of the source, number, and what it says.
        assumptions: What was taken for granted, and what is missing, as sentences.
        as_known_on: Day of knowledge asked about, or empty.
        query: The call that reproduces it.
    """

    claim: Claim
    says: str
    claimed: Range | Missing
    rule: str
    rows: tuple[CountedRow, ...] | tuple[StatedRow, ...]
    verdict: ClaimVerdict
    others: tuple[tuple[str, Range | Missing, str], ...] = ()
    assumptions: tuple[str, ...] = ()
    as_known_on: str = ""
    query: str = ""
    _corpus: Corpus = field(eq=False, repr=False)

    @cached_property
    def corpus_digest(self) -> str:
        """Digest of the corpus it was checked against; the same digest gives the same answer."""
        return digest(self._corpus)

    @property
    def is_unit_dependent(self) -> bool:
        """Whether it is supported in one meaning and contradicted in another."""
        return {ClaimVerdict.SUPPORTED, ClaimVerdict.CONTRADICTED} <= {row.verdict for row in self.rows}

    @property
    def evidence(self) -> tuple[str, ...]:
        """Ids of all records that any meaning rests on, each once."""
        found: dict[str, None] = {}
        for row in self.rows:
            found.update(dict.fromkeys(row.evidence if isinstance(row, CountedRow) else (row.record,)))
        return tuple(found)

    def in_words(self) -> str:
        """The verdict of every meaning in one sentence."""
        if len(self.rows) < 2:
            return f"{_capital(self.verdict.value.replace('_', ' '))}."
        by_verdict: dict[ClaimVerdict, list[str]] = {}
        for row in self.rows:
            by_verdict.setdefault(row.verdict, []).append(row.meaning())
        if len(by_verdict) == 1:
            return f"{_capital(self.verdict.value.replace('_', ' '))} whatever is meant."
        one = "the rule meant is" if isinstance(self.rows[0], StatedRow) else "what is counted is"
        told = [
            f"{verdict.value.replace('_', ' ')} if {one} {'; '.join(by_verdict[verdict])}"
            for verdict in ClaimVerdict
            if verdict in by_verdict
        ]
        return f"{_capital('. '.join(map(_capital, told)))}."

    @property
    def notes(self) -> tuple[str, ...]:
        """Of several meanings the verdict in words, then what it rests on and what other sources claim."""
        said = [self.in_words()] if len(self.rows) > 1 else []
        if self.rule:
            said.append(f"The hedge is read by rule {self.rule} of the lexicon.")
        for source, number, words in self.others:
            told = told_as(number) if is_known(number) else words
            said.append(f"{tail(source)} says {told} of the same.")
        return (*said, *self.assumptions)

    def table(self) -> Table:
        """One row for each meaning, with the notes below."""
        title = f"{self.verdict.value.replace('_', ' ')}: {self.says}"
        if self.rows and isinstance(self.rows[0], StatedRow):
            columns: tuple[str, ...] = ("rule", "says", "as_claimed", "verdict", "why")
            cells: list[tuple[object, ...]] = [
                (tail(r.record), r.gist, _answer(r.answer), _word(r.verdict), r.why)
                for r in self.rows
                if isinstance(r, StatedRow)
            ]
            return Table(columns, tuple(cells), title=title, notes=self.notes)
        counts = [row for row in self.rows if isinstance(row, CountedRow)]
        if not counts:
            return Table(("verdict", "why"), ((_word(self.verdict), self.assumptions),), title=title)
        ends = any(isinstance(row.reading, Reading) for row in counts)
        columns = ("unit", *(("reading",) if ends else ()), "passing", "in_all", "identified")
        if self.claim.is_share:
            columns += ("share", "implied_total")
        columns += ("claimed", "verdict")
        cells = []
        for row in counts:
            reading = row.reading.value if isinstance(row.reading, Reading) else row.reading
            line: tuple[object, ...] = (row.unit.value.replace("_", " "), *((reading,) if ends else ()))
            line += (told_as(row.numerator), row.denominator, row.identified)
            if self.claim.is_share:
                line += (told_as(row.share), _totals(row))
            cells.append((*line, told_as(self.claimed), _word(row.verdict)))
        told = (_TOTALS,) if any(_totals_differ(row) for row in counts) and self.claim.is_share else ()
        return Table(columns, tuple(cells), title=title, notes=(*self.notes, *told))

    def to_markdown(self) -> str:
        """The table as Markdown."""
        return self.table().to_markdown()

    def __str__(self) -> str:
        return str(self.table())

    def __repr__(self) -> str:
        rows = counted(len(self.rows), "meaning")
        return f"<Verification {self.claim.id}: {self.verdict.value}; {rows}; {self.query}>"

    def _repr_html_(self) -> str:
        tone = _TONES[self.verdict]
        shown = evolve(self.table(), title="")
        return card_html(one_line(self.says), [(_word(self.verdict), tone)], (), [shown], [self.query])


def _totals(row: CountedRow) -> object:
    """Totals that the claim would imply for those that surely pass, and how far those that may pass reach.

    None of fewer than are identified: those are there, whatever else is.
    """
    sure, wide = _both_totals(row)
    if not isinstance(wide, Range) or sure == wide:
        return told_as(sure)
    if not isinstance(sure, Range):
        return f"{told_as(wide)}, if more pass"
    return (
        f"{told_as(sure)}, or up to {told_as(Range.exact(wide.hi))}" if wide.hi is not None else told_as(sure)
    )


_TOTALS = (
    "An implied total is how many there would be in all if the claim held of those that surely pass; after "
    "“or”, and before “if more pass”, of those that may pass too."
)


def _both_totals(row: CountedRow) -> tuple[Range | Missing, Range | Missing]:
    return _from(row.identified, row.implied), _from(row.identified, row.implied_at_most)


def _totals_differ(row: CountedRow) -> bool:
    sure, wide = _both_totals(row)
    return isinstance(wide, Range) and sure != wide


def _from(least: int, totals: Range | Missing) -> Range | Missing:
    """The totals that are not below *least*; NONE when all of them are."""
    if not isinstance(totals, Range):
        return totals
    if totals.hi is not None and totals.hi < least:
        return NONE
    return Range(max(totals.lo or 0, least), totals.hi)


_TONES = {
    ClaimVerdict.SUPPORTED: "good",
    ClaimVerdict.CONTRADICTED: "bad",
    ClaimVerdict.UNDETERMINED: "neutral",
    ClaimVerdict.NOT_CHECKABLE: "neutral",
}


def _word(verdict: ClaimVerdict) -> str:
    return verdict.value.replace("_", " ")


def _answer(answer: bool | Missing) -> object:
    return answer if isinstance(answer, Missing) else "yes" if answer else "no"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def told_as(number: Range | Missing) -> object:
    """A number as a reader takes it in: ``16``, ``81 to 94``, ``0.17 to under 0.2``; to three decimals."""
    if isinstance(number, Missing):
        return number
    low = None if number.lo is None else _decimal(number.lo)
    high = None if number.hi is None else _decimal(number.hi)
    if number.is_exact and low is not None:
        return int(low) if low.isdigit() else low
    if low is None:
        return f"{'under' if number.hi_open else 'at most'} {high}" if high is not None else "any number"
    start = f"over {low}" if number.lo_open else low
    if high is None:
        return start if number.lo_open else f"at least {low}"
    return f"{start} to {'under ' if number.hi_open else ''}{high}"


def _decimal(number: Fraction) -> str:
    if number.denominator == 1:
        return str(number.numerator)
    for digits in range(1, 4):
        scaled = number * 10**digits
        if scaled.denominator == 1:
            return f"{float(number):.{digits}f}"
    return f"{float(number):.3f}"
