"""Two packages as people read them: a summary first, then kind by kind, what tells most first."""

from collections.abc import Sequence
from typing import Final

from attrs import define, field

from ..identifiers import tail
from ..kinds import Sentence
from ..missing import ABSENT, UNKNOWN, Missing
from ..model.substance import Change, Effect, Norm
from ..penalties import PenaltyLadder, Sanction
from ..queries.asking import gist_of, provisions_label, source_tags, word_of
from ..tables import Table, counted
from .grounds import Grounds
from .pairings import Outcome, Pairing
from .pairs import compare_rules
from .sides import Side

__all__ = ["sections", "summary"]

Ruled = Effect | Norm

_PAIRED: Final = (
    Outcome.STRONGER,
    Outcome.WEAKER,
    Outcome.INCOMPARABLE,
    Outcome.EQUIVALENT,
    Outcome.UNKNOWN,
)
"""Outcomes of pairs, the most telling first."""
_SHOWN: Final = 12
"""How many effects of one side that stand alone are printed for each kind; the full table has all."""
_PAIRS: Final = 40
"""How many pairs of a kind are printed."""


def summary(
    pairings: Sequence[Pairing], sides: tuple[Side, Side], title: str, notes: tuple[str, ...]
) -> Table:
    """Kinds down; pairs by outcome, then effects alone on either side, across. Nothing is added up."""
    kinds = _kinds(pairings)
    rows = []
    for kind, held in kinds.items():
        counts = {outcome: sum(p.outcome is outcome for p in held) for outcome in Outcome}
        rows.append(
            (
                kind.replace("_", " "),
                *(counts[outcome] for outcome in _PAIRED),
                counts[Outcome.ONLY_LEFT],
                counts[Outcome.ONLY_RIGHT],
            )
        )
    alone = (f"only {sides[0].label}", f"only {sides[1].label}")
    if alone[0] == alone[1]:
        alone = ("only left", "only right")
    columns = ("kind", *(outcome.value for outcome in _PAIRED), *alone)
    return Table(columns=columns, rows=tuple(rows), title=title, notes=notes)


def sections(
    pairings: Sequence[Pairing], sides: tuple[Side, Side], ladder: PenaltyLadder | None
) -> tuple[Table, ...]:
    """A table of the pairs and one of what stands alone for each kind; the last one tells the sources."""
    cells = _Cells(sides, ladder)
    made: list[Table] = []
    labels = (f"{sides[0].label} (left)", f"{sides[1].label} (right)")
    for kind, held in _kinds(pairings).items():
        name = kind.replace("_", " ").capitalize()
        pairs = sorted((p for p in held if p.outcome in _PAIRED), key=lambda p: _PAIRED.index(p.outcome))
        if pairs:
            rows = tuple(
                (cells.of(p.left, 0), cells.of(p.right, 1), f"{_word(p)}\n{verdict_lines(p)}")
                for p in pairs[:_PAIRS]
            )
            more = len(pairs) - len(rows)
            notes = (f"{counted(more, 'pair')} more; .table() has them.",) if more else ()
            made.append(Table((*labels, "right against left"), rows, f"{name}: pairs", notes))
        alone = [p for outcome in (Outcome.ONLY_LEFT, Outcome.ONLY_RIGHT) for p in _alone(held, outcome)]
        if alone:
            gone = sum(p.outcome not in _PAIRED for p in held) - len(alone)
            notes = (f"{gone} more stand alone; .table() has them.",) if gone else ()
            table = Table(
                ("only in", "effect", "counterpart"),
                (
                    (sides[place].label, cells.of(p.left or p.right, place), p.near)
                    for p in alone
                    for place in (0 if p.left else 1,)
                ),
                title=f"{name}: on one side alone",
                notes=notes,
            )
            made.append(table if any(p.near for p in alone) else table.select("only in", "effect"))
    if made and (told := cells.sources()):
        last = made[-1]
        made[-1] = Table(last.columns, last.rows, last.title, (*last.notes, told))
    return tuple(made)


def _kinds(pairings: Sequence[Pairing]) -> dict[str, list[Pairing]]:
    """Pairings by kind: kinds with pairs first, then by the alphabet."""
    held: dict[str, list[Pairing]] = {}
    for pairing in pairings:
        held.setdefault(pairing.kind, []).append(pairing)
    lonely = {kind: all(p.outcome not in _PAIRED for p in rows) for kind, rows in held.items()}
    return {kind: held[kind] for kind in sorted(held, key=lambda kind: (lonely[kind], kind))}


def _alone(held: Sequence[Pairing], outcome: Outcome) -> list[Pairing]:
    """What stands alone on a side, what may have a counterpart first; as many as are printed."""
    return sorted((p for p in held if p.outcome is outcome), key=lambda p: not p.near)[:_SHOWN]


def _word(pairing: Pairing) -> str:
    found = pairing.comparison
    return "UNKNOWN" if found is None else found.words()


def verdict_lines(pairing: Pairing) -> str:
    """What decides a pair, and what joins it."""
    found = pairing.comparison
    joined = [line for line in (found.basis if found else ()) if line.startswith(("aligned", "taken"))]
    why = joined[0] if joined and pairing.why == "alignment" else f"paired by {pairing.why}"
    return f"{pairing.reason}\n{why}"


@define
class _Cells:
    """Cells of effects, with numbers that lead to the sources of each."""

    sides: tuple[Side, Side]
    ladder: PenaltyLadder | None
    numbers: dict[tuple[int, tuple[str, ...]], int] = field(factory=dict)

    def of(self, record: Ruled | None, place: int) -> str:
        assert record is not None
        corpus = self.sides[place].corpus
        if corpus is None:
            return f"{tail(record.id)}\n{self._said(record, place)}"
        tags = source_tags(corpus, record.id)
        number = f" [{self.numbers.setdefault((place, tags), len(self.numbers) + 1)}]" if tags else ""
        where = provisions_label(corpus, record) or tail(record.id)
        return f"{where}{number}\n{self._said(record, place)}"

    def _said(self, record: Ruled, place: int) -> str:
        if record.kind != Sentence.kind:
            if not isinstance(record, Effect):
                return gist_of(record)
            new = record.change is not Change.UNSPECIFIED
            return f"{gist_of(record)} ({word_of(record.change) if new else 'how it changed is not said'})"
        after = record.after if isinstance(record, Effect) else record.rule
        offence = after.offence if isinstance(after, Sentence) else UNKNOWN
        named = f"{gist_of(record) if isinstance(offence, Missing) else offence}\n"
        if not isinstance(record, Effect):
            return named + _sanction(after)
        if record.before is ABSENT:
            return f"{named}new: {_sanction(after)}"
        corpus = self.sides[place].corpus
        found = compare_rules(record.before, after, Grounds((corpus, corpus), self.ladder), quick=True)
        return f"{named}{_sanction(record.before)} → {_sanction(after)}: {found.words()}"

    def sources(self) -> str:
        if not self.numbers:
            return ""
        said = (
            f"[{number}] {self.sides[place].label}: {', '.join(tags)}"
            for (place, tags), number in self.numbers.items()
        )
        return f"Sources: {'; '.join(said)}."


def _sanction(rule: object) -> str:
    held = rule if isinstance(rule, Missing) else getattr(rule, "sanction", rule)
    if rule is ABSENT:
        return "none"
    return str(held) if isinstance(held, Sanction) else "not known"
