"""From when to when a corpus tells of the law, and what to say of a day outside."""

from collections.abc import Iterator
from datetime import date

from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..interplay import part_start
from ..missing import is_known

__all__ = ["outside_note", "span_of"]

_Span = tuple[date | None, date | None]


def span_of(corpus: Corpus) -> _Span:
    """First and last day of which the corpus tells, as :func:`outside_note` has it; None for none."""
    return corpus.cached("span", _span)


def outside_note(corpus: Corpus, on: date | None) -> tuple[str, ...]:
    """A note for a day before the first state of the law that the corpus knows, or after the last.

    The first is that of its earliest event, wording or rule; the last the latest of these, or the day on
    which the latest source appeared, since what it tells stood then. Of days not known exactly the outer
    bound counts.
    """
    first, last = span_of(corpus)
    if on is None or first is None or last is None:
        return ()
    if on < first:
        return (f"The corpus begins on {first}: what was law on {on} it does not tell.",)
    if on > last:
        return (f"The corpus ends on {last}: what changed between then and {on} it does not tell.",)
    return ()


def _span(corpus: Corpus) -> _Span:
    starts = [start for when in _states(corpus) if (start := when.earliest or when.latest)]
    ends = [end for when in (*_states(corpus), *_told(corpus)) if (end := when.latest or when.earliest)]
    return min(starts, default=None), max(ends, default=None)


def _states(corpus: Corpus) -> Iterator[EdtfDate]:
    """Dates of events, days on which parts enter into force, and the ends of stated periods of force."""
    for work in corpus.works:
        events = work.event_dates()
        yield from events.values()
        starts = (part_start(work, part, events) for part in work.commencement)
        yield from (start for start in starts if is_known(start))
    # A rule without a period of its own follows the works, which are looked at above.
    for record in (*corpus.effects, *corpus.norms, *corpus.wordings):
        if isinstance(period := getattr(record, "in_force", None), Period):
            yield from (end for end in (period.start, period.end) if end is not None)


def _told(corpus: Corpus) -> Iterator[EdtfDate]:
    yield from (source.published for source in corpus.sources if is_known(source.published))
