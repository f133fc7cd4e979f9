"""One rule of one country among those of others: what it was, what it is, and how that is said in a cell."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import frozen

from ..identifiers import tail
from ..kinds import Sentence
from ..missing import ABSENT, NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing, is_known
from ..model.substance import Effect, Norm
from ..model.text import Provision, Work
from ..penalties import PenaltyLadder, Sanction, SanctionComparison, SentenceDelta, compare_sanctions, delta
from ..queries.asking import force_start, gist_of, provisions_label, source_tags, word_of
from ..queries.selection import Column
from ..verdicts import Verdicts
from .matters import Country

__all__ = ["Cell", "CrossPair", "cell_columns", "cell_lines", "pair_columns", "pair_of", "work_label"]


@frozen(kw_only=True)
class Cell:
    """One rule of one country in a comparison across countries.

    Attributes:
        matter: The concept it stands under.
        country: Its country.
        record: The effect or norm.
        before: The rule before the change; NOT_APPLICABLE where a day is asked about, and for norms.
        after: The rule as it stands, on the day asked about if one is.
        verdict: How *after* compares with *before*; None where there is no change to judge.
        perhaps: Whether nobody knows that it is law on the day asked about.
    """

    matter: str
    country: Country
    record: Effect | Norm
    before: Any
    after: Any
    verdict: Verdicts | None = None
    perhaps: bool = False

    @cached_property
    def delta(self) -> SentenceDelta | Missing:
        """What moved in a sentence; UNKNOWN unless both sanctions are known."""
        sides = _sanction(self.before), _sanction(self.after)
        known = isinstance(sides[0], Sanction) and isinstance(sides[1], Sanction)
        return delta(*sides) if known else UNKNOWN

    @property
    def provision(self) -> str:
        """The provision as a lawyer writes it; what the record is about where it names none."""
        return provisions_label(self.country.corpus, self.record) or gist_of(self.record)

    @property
    def sources(self) -> tuple[str, ...]:
        """Short names of the sources that speak about the record."""
        return source_tags(self.country.corpus, self.record.id)

    def change_words(self) -> str:
        """The change in words: new, repealed, HARSHER …; empty where none is judged."""
        if self.before is ABSENT:
            return "new"
        if self.after is ABSENT:
            return "repealed"
        if self.verdict is None:
            return ""
        return self.verdict.words(sanction=self.record.kind == Sentence.kind)


@frozen(kw_only=True)
class CrossPair:
    """Two sanctions of two countries on one matter.

    Attributes:
        matter: The concept both stand under.
        here: The rule of the country compared with.
        there: The other rule.
        comparison: How *there* compares with *here*; UNKNOWN unless both sanctions are known.
    """

    matter: str
    here: Cell
    there: Cell
    comparison: SanctionComparison | Missing

    def step(self, end: str) -> object:
        """How much longer or shorter the prison term is *there* at its ``minimum`` or ``maximum``."""
        if not is_known(self.comparison):
            return UNKNOWN
        found = getattr(delta(_sanction(self.here.after), _sanction(self.there.after)), end)
        # What a law leaves to its general part is not the same in two countries.
        return UNKNOWN if found is NOT_STATED else found


def pair_of(matter: str, here: Cell, there: Cell, ladder: PenaltyLadder | None) -> CrossPair:
    """The two compared; ends that laws leave to their general parts are never taken as the same."""
    first, second = _sanction(here.after), _sanction(there.after)
    found: SanctionComparison | Missing = UNKNOWN
    if isinstance(first, Sanction) and isinstance(second, Sanction):
        found = compare_sanctions(first, second, ladder=ladder, same_general_part=False)
    return CrossPair(matter=matter, here=here, there=there, comparison=found)


def _sanction(rule: Any) -> Any:
    return rule if isinstance(rule, Missing) else getattr(rule, "sanction", NOT_APPLICABLE)


def _shown(rule: Any) -> object:
    if isinstance(rule, Missing):
        return rule
    if isinstance(rule, Sentence):
        return rule.sanction
    # The id of a definition tells a reader nothing; its last part is a name.
    defined = getattr(rule, "definition", None)
    return rule.summary().replace(defined, tail(defined)) if isinstance(defined, str) else rule.summary()


def cell_columns(labels: Mapping[str, str], *, dated: bool) -> tuple[Column, ...]:
    """Columns of a selection of cells; *dated* when a day was asked about, so that no change is shown."""
    change = (
        Column("before", lambda cell: _shown(cell.before)),
        Column("after", lambda cell: _shown(cell.after)),
        Column("d_min", lambda cell: _step(cell, "minimum")),
        Column("d_max", lambda cell: _step(cell, "maximum")),
        Column("change", lambda cell: cell.change_words()),
    )
    law = (
        Column("rule", lambda cell: _shown(cell.after)),
        Column("perhaps", lambda cell: cell.perhaps, detail=True),
    )
    return (
        Column("matter", lambda cell: labels[cell.matter]),
        Column("country", lambda cell: cell.country.code),
        Column("provision", lambda cell: cell.provision),
        *(law if dated else change),
        Column("kind", lambda cell: cell.record.kind, detail=True),
        Column("gist", lambda cell: gist_of(cell.record), detail=True),
        Column("in_force_from", lambda cell: force_start(cell.country.corpus, cell.record), detail=True),
        Column("confidence", lambda cell: word_of(cell.record.confidence), detail=True),
        Column("id", lambda cell: cell.record.id, detail=True),
        Column("sources", lambda cell: cell.sources, detail=True),
    )


def pair_columns(labels: Mapping[str, str]) -> tuple[Column, ...]:
    """Columns of a selection of pairs."""
    return (
        Column("matter", lambda row: labels[row.matter]),
        Column("provision", lambda row: row.here.provision),
        Column("sanction", lambda row: _sanction(row.here.after)),
        Column("country", lambda row: row.there.country.code),
        Column("provision_there", lambda row: row.there.provision),
        Column("sanction_there", lambda row: _sanction(row.there.after)),
        Column("d_min", lambda row: row.step("minimum"), detail=True),
        Column("d_max", lambda row: row.step("maximum"), detail=True),
        Column("floor", lambda row: _of(row, "floor_moved")),
        Column("ceiling", lambda row: _of(row, "ceiling_moved")),
        Column("verdict", lambda row: row.comparison.words() if is_known(row.comparison) else "UNKNOWN"),
        Column("missing", _missing, detail=True),
        Column("sources", lambda row: (*row.here.sources, *row.there.sources), detail=True),
    )


def _of(row: CrossPair, name: str) -> object:
    return getattr(row.comparison, name) if is_known(row.comparison) else UNKNOWN


def _missing(row: CrossPair) -> tuple[str, ...]:
    return row.comparison.overall.undecided if is_known(row.comparison) else ("sanction",)


def _step(cell: Cell, end: str) -> object:
    if not isinstance(cell.after, Sentence):
        return NOT_APPLICABLE
    return getattr(cell.delta, end) if is_known(cell.delta) else UNKNOWN


def _works_of(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Ids of the works that the provisions of the cells belong to, each once."""
    corpus = cells[0].country.corpus
    found = [corpus.get(id) for cell in cells for id in cell.record.provisions]
    return tuple(dict.fromkeys(r.work if isinstance(r, Provision) else r.id for r in found if r is not None))


def work_label(cells: tuple[Cell, ...]) -> str:
    """The one work to which all provisions of the cells belong; empty where there are several."""
    works = _works_of(cells)
    record = cells[0].country.corpus.get(works[0]) if len(works) == 1 else None
    return record.label() if isinstance(record, Work) else ""


def cell_lines(cell: Cell, number: int, *, with_work: bool) -> str:
    """A cell of the wide table: provision, rules, change, and the number of its sources."""
    place = cell.provision
    if not with_work:
        found = [cell.country.corpus.get(id) for id in cell.record.provisions]
        place = "; ".join(r.eid.label() for r in found if isinstance(r, Provision)) or place
    perhaps = " (may be law)" if cell.perhaps else ""
    return f"• {place}{perhaps}\n{_said(cell)} [{number}]"


def _said(cell: Cell) -> str:
    after = _words(_shown(cell.after))
    if cell.before is NOT_APPLICABLE:
        return after
    if cell.before is ABSENT:
        return f"new: {after}"
    steps = [
        f"{name} not stated" if step is NOT_STATED else f"{name} {step}"
        for name, end in (("min", "minimum"), ("max", "maximum"))
        if (step := _step(cell, end)) is NOT_STATED or not isinstance(step, Missing)
    ]
    return f"{_words(_shown(cell.before))} → {after}\n{'; '.join([*steps, cell.change_words()])}"


def _words(value: object) -> str:
    return {UNKNOWN: "not known", NOT_STATED: "not stated", ABSENT: "none"}.get(value, str(value))  # type: ignore[call-overload,no-any-return]
