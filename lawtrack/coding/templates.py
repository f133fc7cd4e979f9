"""Sheets for coders to fill in: one row for each unit and question, with ids kept and instructions beside."""

from collections.abc import Iterable, Iterator

from ..arguments import checked
from ..corpus import COLLECTIONS, RECORD_TYPES, Corpus
from ..errors import ReadingError, UnknownNameError
from ..identifiers import natural_key
from ..missing import is_known
from ..model.coding import FINAL, Codebook, Condition, Question
from ..model.instruction import Amendment
from ..model.record import Record
from ..queries.asking import effects_of, gist_of, makers_of, provisions_label
from ..tables import Table, counted
from .codings import Codings
from .differences import Divergence, divergence
from .sheets import COLUMNS

__all__ = ["template", "units_of"]


@checked
def template(
    corpus: Corpus,
    codebook: Codebook,
    *,
    units: Iterable[str | Record] | None = None,
    package: str | None = None,
    coder: str = "",
    round: str = "1",
    lang: str | None = None,
    differing: Codings | None = None,
) -> Table:
    """A sheet with one row for each unit and question, in that order; ``.to_csv()`` writes it.

    :func:`read_codings` reads it back once coders have filled in coder, answer, citations and note; a sheet
    nobody touched reads as no codings.

    Args:
        corpus: Where the units are.
        codebook: What is asked about each.
        units: Only these, by id, by the last part of one, or as records; otherwise all of its type.
        package: Only amendments or effects of this package.
        coder: Who will fill it in; empty leaves that to them.
        round: Which pass it is for.
        lang: Language of the texts, as far as the codebook has it.
        differing: Codings whose open differences the sheet is to settle: it has only the rows on which coders
            differ, tells what each said, and is for the round ``final``.

    Raises:
        UnknownNameError: The corpus has no such unit or package, or no records of the codebook's type exist.
        ReadingError: *package* is given and the codebook's units are neither amendments nor effects.
    """
    chosen = units_of(corpus, codebook, units, package)
    open_rows: dict[tuple[str, str], list[Divergence]] | None = None
    if differing is not None:
        round = FINAL
        open_rows = {}
        for row in divergence(differing):
            if not is_known(row.final):
                open_rows.setdefault((row.unit, row.question), []).append(row)
    rows = []
    for record in chosen:
        about = _about(corpus, record)
        for question in codebook.questions:
            found = () if open_rows is None else open_rows.get((record.id, question.id), ())
            if open_rows is None or found:
                said = tuple(_instructions(question, found, lang))
                rows.append(
                    (
                        codebook.label, record.id, about, question.id, question.text.text(lang),
                        " ".join(said), question.permitted, coder, round, "", "", "",
                    )
                )  # fmt: skip
    asked = counted(len(dict.fromkeys(row[COLUMNS.index("question")] for row in rows)), "question")
    held = len(dict.fromkeys(row[COLUMNS.index("unit")] for row in rows))
    note = f"{counted(len(rows), 'row')}: {counted(held, codebook.unit)}, {asked}."
    return Table(COLUMNS, rows, title=f"Sheet for {codebook.label}", notes=(note,))


def units_of(
    corpus: Corpus, codebook: Codebook, units: Iterable[str | Record] | None, package: str | None
) -> tuple[Record, ...]:
    """The records that a codebook codes, in natural order of ids: all of its type, or those chosen."""
    if codebook.unit not in RECORD_TYPES:
        raise UnknownNameError("record type", codebook.unit, RECORD_TYPES)
    if units is None:
        chosen: tuple[Record, ...] = getattr(corpus, COLLECTIONS[codebook.unit])
    else:
        named = (units,) if isinstance(units, str | Record) else units
        ids = {u.id if isinstance(u, Record) else u for u in named}
        found = {record.id: record for record in (corpus.find(id, codebook.unit) for id in ids)}
        chosen = tuple(found[id] for id in sorted(found, key=natural_key))
    if package is None:
        return chosen
    if codebook.unit == "amendment":
        makers = makers_of(corpus, package)
        return tuple(record for record in chosen if record.id in makers)
    if codebook.unit == "effect":
        kept = {effect.id for effect in effects_of(corpus, package)}
        return tuple(record for record in chosen if record.id in kept)
    expected = "amendments or effects, of which package= chooses some"
    raise ReadingError(f"{codebook.label} codes each {codebook.unit}", expected, "Leave package out.")


def _about(corpus: Corpus, record: Record) -> str:
    """What a coder reads to know the unit: an amendment by what it amends, others by their gist as well."""
    place = provisions_label(corpus, record)
    if isinstance(record, Amendment):
        return place or gist_of(record)
    return f"{gist_of(record)} ({place})" if place else gist_of(record)


def _instructions(question: Question, differing: Iterable[Divergence], lang: str | None) -> Iterator[str]:
    if isinstance(question.asked_if, Condition):
        yield f"Only where {question.asked_if.question} is {' or '.join(question.asked_if.answers)}."
    if is_known(question.instructions):
        yield question.instructions.text(lang)
    labels = [f"{code.value}: {code.label.text(lang)}" for code in question.codes if is_known(code.label)]
    if labels:
        yield f"{'; '.join(labels)}."
    if question.cited:
        yield "Cite the provisions it rests on."
    for row in differing:
        said = "; ".join(f"{', '.join(who)} {answer}" for answer, who in row.answers)
        yield f"Round {row.round}: {said}."
