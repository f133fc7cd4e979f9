"""Several countries side by side, matter by matter: what each had, what it has, how the change compares."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from ..arguments import checked
from ..corpus import Corpus
from ..errors import UnknownNameError
from ..missing import ABSENT, NOT_APPLICABLE, UNKNOWN
from ..model.substance import Effect, Norm
from ..penalties import PenaltyLadder
from ..queries.asking import day_or_none
from ..queries.selection import Grouping, Selection
from ..tables import Table, card_html, counted
from .cells import Cell, CrossPair, cell_columns, cell_lines, pair_columns, pair_of, work_label
from .grounds import Grounds
from .matters import Country, as_countries, check_kind, label_of, matters_of, ruled, shared_vocabulary, wanted
from .pairs import compare_rules

__all__ = ["Across", "compare_across"]


@frozen(kw_only=True, repr=False)
class Across:
    """Countries side by side: a row for each matter, a column for each country.

    Attributes:
        cells: One row for each rule, with its sources; ``.where`` and the exports work on it.
        countries: The countries in the order given.
        matters: Label of each matter by the concept it is, in order.
        title: The question in a few words.
        notes: What the answer rests on and leaves open.
        query: The call that reproduces it, with the names of ``lawtrack`` in scope and ``corpora`` as given.
        ladder: The order of punishments used.
        inner: For each matter the matters here that lie inside it.
        blank: What stands where a country has no rule under a matter.
    """

    cells: Selection[Cell]
    countries: tuple[Country, ...]
    matters: Mapping[str, str]
    title: str
    notes: tuple[str, ...]
    query: str
    ladder: PenaltyLadder | None = field(default=None, eq=False)
    inner: Mapping[str, tuple[str, ...]] = field(factory=dict, repr=False)
    blank: str = "nothing on record"

    def summary(self) -> Table:
        """Matters down, countries across: how many rules of each are new, harsher, unknown and so on."""
        rows = [
            (
                label,
                *(
                    _counts([c for c in self._of(one) if c.matter == matter]) or self.blank
                    for one in self.countries
                ),
            )
            for matter, label in self.matters.items()
        ]
        names = ("matter", *(one.name for one in self.countries))
        note = (
            "Units: rules, each with how it changed by itself, not against another country; a rule under "
            "several matters is counted under each."
        )
        return Table(columns=names, rows=tuple(rows), title=self.title, notes=(note,))

    def _of(self, country: Country) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.country is country)

    @checked
    def where(self, *tests: Callable[[Cell], object], **values: object) -> "Across":
        """The same with the cells that pass, as :meth:`Selection.where` takes them; empty matters go.

        ``where(country=["KZ", "RU"], change="HARSHER")`` shows what became harsher there.
        """
        kept = self.cells.where(*tests, **values)
        held = {cell.matter for cell in kept}
        codes = {cell.country.code for cell in kept} if "country" in values else None
        return evolve(
            self,
            cells=kept,
            countries=tuple(one for one in self.countries if codes is None or one.code in codes),
            matters=MappingProxyType({m: label for m, label in self.matters.items() if m in held}),
            notes=tuple(dict.fromkeys((*self.notes, *kept.notes, *_filtered(self, kept)))),
            query=kept.query.replace(".cells", "", 1),
            blank="none passes the filter",
        )

    @checked
    def by(self, name: str) -> Grouping[Cell]:
        """The cells grouped by a column of theirs, such as ``change`` or ``country``."""
        return self.cells.by(name)

    def table(self, *, full: bool = True) -> Table:
        """The wide table: provisions of one matter below each other, numbers leading to the sources below.

        With ``full=False``, as in print, a matter refers to those inside it for the rules they show.
        """
        inner = {} if full else self.inner
        shown = {m: [c for c in self.cells if c.matter == m] for m in self.matters}
        numbers: dict[tuple[str, tuple[str, ...]], int] = {}
        works = [work_label(cells) if (cells := self._of(one)) else "" for one in self.countries]
        rows: list[tuple[object, ...]] = []
        for matter, label in self.matters.items():
            within = {m: {id(c.record) for c in shown.get(m, ())} for m in inner.get(matter, ())}
            below = frozenset().union(*within.values())
            columns: list[list[str]] = []
            for one, work in zip(self.countries, works, strict=True):
                held = [c for c in shown[matter] if c.country is one]
                lines = []
                for cell in held:
                    if id(cell.record) not in below:
                        place = (one.code, cell.sources)
                        number = numbers.setdefault(place, len(numbers) + 1)
                        lines.append(cell_lines(cell, number, with_work=not work))
                for name, records in within.items():
                    count = sum(id(cell.record) in records for cell in held)
                    lines += [f"• {counted(count, 'rule')} under “{self.matters[name]}”"] if count else []
                columns.append(lines or [self.blank])
            for line in range(max(1, *map(len, columns))):
                told = [lines[line] if line < len(lines) else "" for lines in columns]
                rows.append((label if line == 0 else "", *told))
        sources = [f"[{number}] {code}: {', '.join(tags)}" for (code, tags), number in numbers.items()]
        notes = (*self.notes, *((f"Sources: {'; '.join(sources)}.",) if sources else ()))
        names = (
            one.name + (f", {work}" if work else "") for one, work in zip(self.countries, works, strict=True)
        )
        return Table(columns=("matter", *names), rows=tuple(rows), title=self.title, notes=notes)

    @checked
    def against(self, country: str) -> Selection[CrossPair]:
        """Each sanction of the others on a matter against each of *country*, a country code.

        ``up`` means that the mildest (floor) or the harshest (ceiling) sentence there is the harsher. An end
        that a law leaves to its general part is not known here, and never the same for two countries. Raises
        UnknownNameError for a country that is not here.
        """
        codes = [one.code for one in self.countries]
        if country not in codes:
            raise UnknownNameError("country", country, codes)
        pairs = [
            pair_of(matter, here, there, self.ladder)
            for matter in self.matters
            for here in self.cells
            if here.matter == matter and here.country.code == country
            for there in self.cells
            if there.matter == matter and there.country.code != country
        ]
        return Selection(
            rows=pairs,
            columns=pair_columns(self.matters),
            title=f"Sanctions against those of {country}",
            notes=self.notes,
            query=f"{self.query}.against({country!r})",
        )

    def __len__(self) -> int:
        return len(self.matters)

    def __bool__(self) -> bool:
        return bool(self.cells)

    def to_text(self, width: int | None = None) -> str:
        """The summary, where there are several matters, then the wide table, no wider than *width* (120)."""
        return "\n\n".join(table.to_text(width) for table in self._tables())

    def _tables(self) -> tuple[Table, ...]:
        wide = self.table(full=False)
        return (self.summary(), evolve(wide, title="")) if len(self.matters) > 1 else (wide,)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<Across {self.title!r}: {counted(len(self), 'matter')}; {self.query}>"

    def _repr_html_(self) -> str:
        badges = [(counted(len(self), "matter"), "neutral"), (counted(len(self.cells), "rule"), "neutral")]
        tables = [evolve(table, title="") for table in self._tables()]
        return card_html(self.title, badges, (), tables, [self.query])


def _counts(cells: Sequence[Cell]) -> str:
    """How many rules changed how, in words; of rules without a change just how many."""
    words = [cell.change_words() for cell in cells]
    said = [f"{words.count(word)} {word}" for word in dict.fromkeys(words) if word]
    plain = counted(words.count(""), "rule")
    return "; ".join([*said, *([plain] if "" in words else [])])


def _filtered(all_: "Across", kept: Selection[Cell]) -> tuple[str, ...]:
    gone = len(all_.cells) - len(kept)
    return (f"{counted(gone, 'rule')} left out by the filter.",) if gone else ()


@checked
def compare_across(
    corpora: Corpus | Sequence[Any],
    *,
    align: str | list[str] | tuple[str, ...] | None = None,
    kind: str | None = "sentence",
    for_: str | None = None,
    on: date | str | None = None,
    ladder: PenaltyLadder | None = None,
) -> Across:
    """Put the rules of several countries side by side, matter by matter.

    A matter is a concept of conduct. A rule belongs to it when one of its topics, or of the acts and conduct
    that it names itself, is that concept or lies inside it: a coder's judgement of function, as the notes
    say, which does not make two offences the same. A rule with several stands under each. Rules of bills, and
    groups that a source did not enumerate, are left out. A country with nothing under a matter has "nothing
    on record", which tells nothing of its law.

    Args:
        corpora: Corpora of one country each, or pairs ``(corpus, package)``.
        align: The matter or matters; without it all that two countries share.
        kind: Kind of rule; None for all.
        for_: Only effects that touch this party role.
        on: Show the law on this day instead of the change; what may be law is kept and marked.
        ladder: An order of punishments for the verdicts; without one kinds of penalty do not compare.

    Raises:
        UnknownNameError: *align* is no concept, or *for_* no party role.
        UnknownKindError: *kind* is neither installed nor in any of the corpora.
        ReadingError: Something else than corpora is given, or a country twice.
    """
    countries = as_countries(corpora)
    day = day_or_none(on)
    vocabulary = shared_vocabulary(countries)
    check_kind(countries, kind)
    if for_ is not None:
        vocabulary.check_role(for_)
    held = {one.code: wanted(one, kind, for_, day) for one in countries}
    records = {code: tuple(record for record, _ in rows) for code, rows in held.items()}
    stands = {id(record): truth for rows in held.values() for record, truth in rows}
    cells = []
    found = matters_of(records, vocabulary, align)
    for name, by_country in found:
        for one in countries:
            made = (_cell(name, one, r, stands[id(r)], day, ladder) for r in by_country[one.code])
            cells += [cell for cell in made if cell is not None]
    labels = {name: label_of(name, vocabulary) for name, _ in found}
    title = f"{_subject(kind)} of {', '.join(one.name for one in countries)}" + (f" on {day}" if day else "")
    notes: tuple[str, ...] = (
        "Matters align rules by function: a coder of each corpus put them under the concept. That does not "
        "make two offences the same.",
        f"Basis: {vocabulary.basis}; {'no ladder' if ladder is None else f'ladder {ladder.name}'.strip()}.",
    )
    if not found:
        several = f"No concept of conduct has {'rules' if kind is None else f'rules of the kind {kind}'}"
        notes += (f"{several} of two of these countries; align= names a matter for one alone.",)
    query = _query(align, kind, for_, day)
    columns = cell_columns(labels, dated=day is not None)
    return Across(
        cells=Selection(rows=cells, columns=columns, title=title, notes=notes, query=f"{query}.cells"),
        countries=countries,
        matters=MappingProxyType(labels),
        title=title,
        notes=notes,
        query=query,
        ladder=ladder,
        inner={m: tuple(n for n in labels if n != m and vocabulary.includes(m, n) is True) for m in labels},
    )


def _subject(kind: str | None) -> str:
    if kind is None:
        return "Rules"
    return "Sentences" if kind == "sentence" else f"Rules ({kind.replace('_', ' ')})"


def _query(align: object, kind: str | None, for_: str | None, on: date | None) -> str:
    given = {"align": align, "for_": for_, "on": on.isoformat() if on else None}
    said = [f"{name}={value!r}" for name, value in given.items() if value is not None]
    said += [f"kind={kind!r}"] if kind != "sentence" else []
    return f"compare_across({', '.join(['corpora', *said])})"


def _cell(
    matter: str,
    country: Country,
    record: Effect | Norm,
    stands: object,
    on: date | None,
    ladder: PenaltyLadder | None,
) -> Cell | None:
    before, after = ruled(record, before=True), ruled(record)
    if on is not None:
        # What surely is not law shows the rule before; of a norm that has ended nothing is left.
        rule = before if stands is False else after
        if rule is ABSENT or (stands is False and isinstance(record, Norm)):
            return None
        dated = {"before": NOT_APPLICABLE, "after": rule, "perhaps": stands is UNKNOWN}
        return Cell(matter=matter, country=country, record=record, **dated)
    if isinstance(record, Norm):
        return Cell(matter=matter, country=country, record=record, before=NOT_APPLICABLE, after=after)
    verdict = compare_rules(before, after, Grounds((country.corpus, country.corpus), ladder)).verdicts
    return Cell(matter=matter, country=country, record=record, before=before, after=after, verdict=verdict)
