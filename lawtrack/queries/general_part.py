"""What a change of the general part alone does to the offences that lean on it."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate, as_day
from ..identifiers import tail
from ..missing import UNKNOWN
from ..model.substance import Effect, Norm
from ..penalties import PenaltyLadder, Sanction, SanctionComparison, compare_sanctions
from ..sentencing import PenaltyFacts, Resolved, penalty_facts, resolve
from .asking import provision_label
from .facts import penalty_facts_of
from .selection import Column, Selection, echo
from .sentences import offence_of
from .versions import provisions_with_sentences, sentence_versions

__all__ = ["GeneralPartChange", "general_part_changes"]

Held = Corpus | str | Iterable[Sanction | str | Effect | Norm]


@frozen(kw_only=True)
class GeneralPartChange:
    """One offence whose sanction means something else on another day though its clause did not change.

    Attributes:
        offence: The provision or record in words.
        sanction: The clause, with its open ends.
        before: The clause as the general part of the first day fills it.
        after: The same for the second day.
        records: Ids of the records that give the clause.
        ladder: The order of kinds used, or None.
    """

    offence: str
    sanction: Sanction
    before: Resolved
    after: Resolved
    records: tuple[str, ...] = ()
    ladder: PenaltyLadder | None = None

    @cached_property
    def comparison(self) -> SanctionComparison:
        """How the clause of the second day compares with that of the first."""
        return compare_sanctions(self.before.sanction, self.after.sanction, ladder=self.ladder)


@checked
def general_part_changes(
    held: Held,
    jurisdiction: str,
    *,
    from_: date | str,
    to: date | str,
    case: str = "",
    facts: PenaltyFacts | None = None,
    ladder: PenaltyLadder | None = None,
) -> Selection[GeneralPartChange]:
    """The offences whose sanction the general part changed between two days while their clauses stood still.

    Args:
        held: A corpus, or sanctions, notations, effects (their *after*) and norms in any mixture.
        jurisdiction: Country code, as for :func:`lawtrack.sentencing.resolve`.
        from_: The first day.
        to: The second day.
        case: Class of offences, where the general part tells classes apart.
        facts: The general part; None for that which comes with lawtrack, with that of the corpus.
        ladder: Order of kinds of penalty.

    Of a corpus, clauses count that were law, or may have been, on both days. In the order of the provisions,
    or as given. Clauses with an end that stays open on a day are counted in a note.
    """
    first, second = as_day(from_), as_day(to)
    held = (held,) if isinstance(held, str) else held
    if facts is None:
        facts = penalty_facts()
        facts = penalty_facts_of(held).with_(facts) if isinstance(held, Corpus) else facts
    rows: list[GeneralPartChange] = []
    open_ended = 0
    seen = 0
    for offence, sanction, records in _clauses(held, first, second):
        seen += 1
        before = resolve(sanction, jurisdiction, on=first, case=case, facts=facts)
        after = resolve(sanction, jurisdiction, on=second, case=case, facts=facts)
        changed = before.sanction.normal_form() != after.sanction.normal_form()
        if not changed:
            open_ended += any(
                note.startswith(("Several", "It is not known")) for note in before.notes + after.notes
            )
            continue
        rows.append(
            GeneralPartChange(
                offence=offence, sanction=sanction, before=before, after=after, records=records, ladder=ladder
            )
        )
    notes = [f"{seen} clauses looked at, {len(rows)} changed by the general part alone."]
    if open_ended:
        notes.append(
            f"{open_ended} more have an end for which several rules may apply (the day or case= decides)."
        )
    return Selection(
        rows=rows,
        columns=_COLUMNS,
        title=f"Changed by the general part of {jurisdiction} alone, {first} to {second}",
        notes=tuple(notes),
        query=echo(
            "general_part_changes", [jurisdiction], from_=first, to=second, case=case or None, ladder=ladder
        ),
        order=lambda a, b: compare_sanctions(a.after.sanction, b.after.sanction, ladder=ladder).overall,
    )


def _clauses(held: Held, first: date, second: date) -> Iterator[tuple[str, Sanction, tuple[str, ...]]]:
    if isinstance(held, Corpus):
        yield from _of_corpus(held, first, second)
        return
    for item in held:
        if isinstance(item, Effect | Norm):
            side = item.after if isinstance(item, Effect) else item.rule
            sanction = getattr(side, "sanction", UNKNOWN)
            if isinstance(sanction, Sanction):
                yield (offence_of(item) if isinstance(item, Effect) else tail(item.id)), sanction, (item.id,)
        else:
            sanction = Sanction.of(item)
            yield str(sanction), sanction, ()


def _of_corpus(corpus: Corpus, first: date, second: date) -> Iterator[tuple[str, Sanction, tuple[str, ...]]]:
    days = EdtfDate.of(first), EdtfDate.of(second)
    for provision in provisions_with_sentences(corpus):
        versions, _ = sentence_versions(corpus, provision)
        for version in versions:
            if isinstance(version.sanction, Sanction) and all(version.on(day) is not False for day in days):
                yield provision_label(corpus, provision.id), version.sanction, version.records


_COLUMNS = (
    Column("offence", lambda row: row.offence),
    Column("clause", lambda row: row.sanction),
    Column("before", lambda row: row.before.sanction),
    Column("after", lambda row: row.after.sanction),
    Column("floor", lambda row: row.comparison.floor_moved),
    Column("ceiling", lambda row: row.comparison.ceiling_moved),
    Column("verdict", lambda row: row.comparison.words()),
    Column(
        "rules", lambda row: tuple(str(r) for r in row.after.rules if r not in row.before.rules), detail=True
    ),
    Column("records", lambda row: tuple(map(tail, row.records)), detail=True),
)
