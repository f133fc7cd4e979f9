"""Counts and shares of a claim: one row for each thing that may have been counted."""

from collections.abc import Iterator, Sequence

from ..corpus import Corpus
from ..identifiers import tail
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing
from ..model.counting import CountingUnit, Reading
from ..model.predicate import Predicate
from ..model.record import Record
from ..model.substance import Effect
from ..queries.fitting import fits
from ..ranges import Range
from ..tables import counted
from ..verdicts import Truth, all_of
from .deciding import decide, implied_totals
from .results import CountedRow
from .units import Change, Population, population_of

__all__ = ["counted_rows"]


def counted_rows(
    corpus: Corpus,
    about: Record,
    units: Sequence[CountingUnit],
    test: Predicate,
    claimed: Range,
    is_share: bool,
) -> tuple[tuple[CountedRow, ...], tuple[str, ...]]:
    """One row for each unit and each end of a sentence that may be meant, and what they rest on, in words."""
    rows: list[CountedRow] = []
    why = [] if test.name == "any" else [f"Tested: {test}."]
    readings: Sequence[Reading | Missing] = tuple(Reading) if test.needs_reading else (NOT_APPLICABLE,)
    missing: list[str] = []
    for unit in units:
        population = population_of(corpus, about, unit)
        if population is None:
            return (), (f"{tail(about.id)} is neither a package nor a work, so nothing is counted in it.",)
        word = unit.value.replace("_", " ")
        if not population.enumerated:
            missing.append(word)
        why += _gaps(population, word)
        for reading in readings:
            rows.append(_row(corpus, about, population, test, reading, claimed, is_share))
    most = claimed.hi
    if not is_share and most is not None and any(row.low > most for row in rows):
        why.append("The corpus already holds more than claimed.")
    why += _limits(claimed, [row for row in rows if is_share and not row.complete])
    if missing:
        why.append(
            f"Not decided, since the corpus may not hold every one of these: {', '.join(missing)}. "
            "The package does not say that it enumerates them."
        )
    if test.name != "any":
        why.append("A unit passes when every change coded for it passes.")
    return tuple(rows), tuple(why)


def _limits(claimed: Range, rows: Sequence[CountedRow]) -> Iterator[str]:
    """What those identified alone say of a share though others may be missing, as sentences."""
    refuted = [row for row in rows if _refuted(claimed, row)]
    if refuted:
        yield f"Those identified rule the share out, whatever else there is: {_meanings(refuted, rows)}."
    outgrown = [row for row in rows if row.outgrown and row not in refuted]
    if outgrown:
        yield (
            "More are identified than the share allows for all that may pass, so it can hold only if others "
            f"pass that the corpus does not hold: {_meanings(outgrown, rows)}."
        )


def _meanings(rows: Sequence[CountedRow], of: Sequence[CountedRow]) -> str:
    return "whatever is meant" if len(rows) == len(of) > 1 else "; ".join(row.meaning() for row in rows)


def _refuted(claimed: Range, row: CountedRow) -> bool:
    """Whether "all" has a member that fails, or "none" one that passes; between them a total always fits."""
    return (row.high < row.identified and claimed.lo == 1) or (row.low > 0 and claimed.hi == 0)


def _gaps(population: Population, word: str) -> Iterator[str]:
    """Why a unit is not decided though its members may all be there, as sentences."""
    if population.unplaced:
        yield f"{counted(population.unplaced, 'change')} could be put under no {word}."
    if population.unpointed:
        many = counted(population.unpointed, "instruction")
        yield f"The numbered point of {many} is not known: at most one for each."
    if population.rivals:
        many = counted(population.rivals, "change")
        yield f"{many} told by records that contradict each other about the {word} it falls under."


def _row(
    corpus: Corpus,
    about: Record,
    population: Population,
    test: Predicate,
    reading: Reading | Missing,
    claimed: Range,
    is_share: bool,
) -> CountedRow:
    answers = _answers(corpus, about, population, test, reading)
    passing = tuple(id for id, answer in answers.items() if answer is True)
    low = len(passing)
    high = low + sum(answer is UNKNOWN for answer in answers.values())
    if population.unpointed:
        # A point may hold several instructions, so those not placed add at most one point each.
        instructions = population_of(corpus, about, CountingUnit.INSTRUCTION)
        assert instructions is not None
        single = _answers(corpus, about, instructions, test, reading)
        passing = tuple(id for id, answer in single.items() if answer is True)
        low, high = 0, max(high, sum(answer is not False for answer in single.values()))
    return CountedRow(
        unit=population.unit,
        reading=reading if isinstance(reading, Reading) else NOT_APPLICABLE,
        low=low,
        high=high,
        identified=len(population.members),
        complete=population.complete,
        implied=implied_totals(claimed, (low, low)) if is_share else NOT_APPLICABLE,
        implied_at_most=implied_totals(claimed, (low, high)) if is_share else NOT_APPLICABLE,
        verdict=decide(
            claimed,
            (low, high),
            len(population.members),
            is_share=is_share,
            complete=population.complete,
        ),
        evidence=passing,
    )


def _answers(
    corpus: Corpus, about: Record, population: Population, test: Predicate, reading: Reading | Missing
) -> dict[str, Truth]:
    kept: dict[tuple[object, ...], dict[str, Truth]] = corpus.cached("answers_of_claims", lambda _: {})
    place = (about.id, population.unit, str(test), reading)
    if place not in kept:
        held: dict[str, Truth] = corpus.cached(f"answers to {test} {reading}", lambda _: {})
        end = reading if isinstance(reading, Reading) else None

        def answer(effect: Effect) -> Truth:
            if effect.id not in held:
                held[effect.id] = fits(corpus, test, effect, reading=end)
            return held[effect.id]

        def agreed(change: Change) -> Truth:
            told = set(map(answer, change))
            return told.pop() if len(told) == 1 else UNKNOWN

        kept[place] = {
            id: True if test.name == "any" else all_of(map(agreed, changes)) if changes else UNKNOWN
            for id, changes in population.members.items()
        }
    return kept[place]
