"""All texts of a work in order of time."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate, Period, as_day
from ..missing import Missing
from ..model.expression import Expression
from ..model.grafting import shared
from ..model.record import Record
from ..model.text import Work
from ..model.unit import Unit
from .consolidating import Consolidation

__all__ = ["Editions", "editions"]


@frozen(kw_only=True)
class Editions:
    """All texts of a work in order of time, each with its period; they share what does not change.

    Attributes:
        work: Id of the work.
        starts: First day of each text.
        texts: The texts. The first is that of *starts*' first day; before it there is none.
    """

    work: str
    starts: tuple[date, ...]
    texts: tuple[Expression, ...]

    def on(self, day: date | str) -> Expression:
        """The text of a day; LookupError when the day lies before the first."""
        try:
            place = bisect_right(self.starts, day)
        except TypeError:  # asking first would cost every caller who gives a date
            return self.on(as_day(day))
        if place:
            return self.texts[place - 1]
        first = f"; the first begins on {self.starts[0]}" if self.starts else ""
        raise LookupError(f"no text of {self.work} on {day}{first}")

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[Expression]:
        return iter(self.texts)


@checked
def editions(
    corpus: Corpus,
    work: str | Record,
    *,
    lang: str | None = None,
    base: Expression | None = None,
    strict: bool = True,
) -> Editions:
    """The texts of a work between all its days of change; those next to each other that are equal are one.

    Each is what :func:`consolidate` gives for any day of its period. For many questions about one work this
    is much faster than asking for one day after the other.
    """
    record = corpus.find(work.id if isinstance(work, Record) else work, "work")
    found: list[Expression] = []
    pool: dict[Unit, Unit] = {}
    assert isinstance(record, Work)
    consolidation = Consolidation(corpus, record, None, lang, base, strict)
    for day in consolidation.days:
        text = consolidation.on(day)
        text = evolve(text, root=shared(text.root, pool))
        if found and found[-1].root == text.root and found[-1].notes == text.notes:
            before = found[-1].in_force
            ends = text.in_force.end if isinstance(text.in_force, Period) else None
            starts = before.start if isinstance(before, Period) else None
            found[-1] = evolve(found[-1], in_force=Period(starts, ends))
        else:
            found.append(text)
    return Editions(
        work=record.id,
        starts=tuple(_first_day(text.in_force) for text in found),
        texts=tuple(found),
    )


def _first_day(period: Period | Missing) -> date:
    start: EdtfDate | None = period.start if isinstance(period, Period) else None
    return start.earliest if start and start.earliest else date.min
