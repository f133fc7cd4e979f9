"""Several countries side by side, matter by matter: what each had, what it has, how the change compares."""

from collections.abc import Mapping, Sequence
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
from ..queries.selection import Selection
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
    """

    cells: Selection[Cell]
    countries: tuple[Country, ...]
    matters: Mapping[str, str]
    title: str
    notes: tuple[str, ...]
    query: str
    ladder: PenaltyLadder | None = field(default=None, eq=False)

    def table(self) -> Table:
        """The wide table: provisions of one matter below each other, numbers leading to the sources below."""
        numbers: dict[tuple[str, tuple[str, ...]], int] = {}
        of_country = [tuple(cell for cell in self.cells if cell.country is one) for one in self.countries]
        works = [work_label(cells) if cells else "" for cells in of_country]
        rows: list[tuple[object, ...]] = []
        for matter, label in self.matters.items():
            held = [[cell for cell in cells if cell.matter == matter] for cells in of_country]
            for line in range(max(1, *map(len, held))):
                told: list[object] = [label if line == 0 else ""]
                for cells, work in zip(held, works, strict=True):
                    if line < len(cells):
                        place = (cells[line].country.code, cells[line].sources)
                        number = numbers.setdefault(place, len(numbers) + 1)
                        told.append(cell_lines(cells[line], number, with_work=not work))
                    else:
                        told.append("" if cells or line else "nothing on record")
                rows.append(tuple(told))
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

    def __str__(self) -> str:
        return str(self.table())

    def __repr__(self) -> str:
        return f"<Across {self.title!r}: {counted(len(self), 'matter')}; {self.query}>"

    def _repr_html_(self) -> str:
        badges = [(counted(len(self), "matter"), "neutral"), (counted(len(self.cells), "rule"), "neutral")]
        return card_html(self.title, badges, (), [evolve(self.table(), title="")], [self.query])


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

    A matter is a concept of conduct. A rule belongs to it when one of its topics is that concept or lies
    inside it: a coder's judgement of function, as the notes say, which does not make two offences the same.
    A rule with several topics stands under each. Rules of bills, and groups that a source did not
    enumerate, are left out. A country with nothing under a matter has "nothing on record", which tells
    nothing of its law.

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
    notes = (
        "Matters align rules by function: a coder of each corpus put them under the concept. That does not "
        "make two offences the same.",
        f"Basis: {vocabulary.basis}; {'no ladder' if ladder is None else f'ladder {ladder.name}'.strip()}.",
    )
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
