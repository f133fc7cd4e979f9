"""A matrix of yes, no and unknown: countries or single rules against questions about them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from ..arguments import checked
from ..corpus import Corpus
from ..errors import UnknownNameError
from ..identifiers import tail
from ..kinds import KINDS, Power
from ..missing import NOT_APPLICABLE, NOT_STATED, UNKNOWN
from ..model.substance import Effect, Norm
from ..queries.acts import does
from ..queries.asking import day_or_none, source_tags
from ..tables import Table, card_html, counted
from .answers import Test, as_tests
from .matters import Country, as_countries, check_kind, concept_named, ruled, shared_vocabulary, wanted

__all__ = ["Matrix", "MatrixCell", "MatrixRow", "matrix"]

Found = Sequence[tuple[Effect | Norm, Any]]


@frozen(kw_only=True)
class MatrixCell:
    """The answer to one question for one row.

    Attributes:
        column: Heading of its column.
        answer: True, False or a token.
        evidence: Each rule behind it with its own answer.
    """

    column: str
    answer: object
    evidence: tuple[tuple[Effect | Norm, object], ...] = field(repr=False)

    def shown(self) -> object:
        """``yes``, ``no`` or the token; of several rules also how many say so."""
        if not isinstance(self.answer, bool):
            return self.answer
        word = "yes" if self.answer else "no"
        agree = sum(answer is self.answer for _, answer in self.evidence)
        return word if len(self.evidence) == 1 else f"{word} ({agree} of {len(self.evidence)})"


@frozen(kw_only=True)
class MatrixRow:
    """One row: a rule, or a country with the rules it was asked of.

    Attributes:
        country: Country code.
        label: The last part of the rule's id, or how many rules there are.
        cells: A cell for each question.
        sources: Short names of the sources that the answers rest on.
    """

    country: str
    label: str
    cells: tuple[MatrixCell, ...]
    sources: tuple[str, ...]


@frozen(kw_only=True, repr=False)
class Matrix:
    """Rows against questions, each cell yes, no or a token.

    Attributes:
        head: What the second column is: ``rule`` or ``rules``.
        rows: The rows, by country in the order given.
        columns: Headings of the questions.
        title: The question in a few words.
        notes: How to read the cells.
        query: The call that reproduces it, with the names of ``lawtrack`` in scope and ``corpora`` as given.
        trims: Whether print leaves out questions that no row answers with yes or no.
    """

    head: str
    rows: tuple[MatrixRow, ...]
    columns: tuple[str, ...]
    title: str
    notes: tuple[str, ...]
    query: str
    trims: bool = False

    @checked
    def cell(self, row: str, column: str) -> MatrixCell:
        """The cell of the first row of that label or country, and a column; raises UnknownNameError."""
        if column not in self.columns:
            raise UnknownNameError("column", column, self.columns)
        for each in self.rows:
            if row in (each.label, each.country):
                return each.cells[self.columns.index(column)]
        raise UnknownNameError(
            "row", row, [name for each in self.rows for name in (each.label, each.country)]
        )

    def table(self, *, full: bool = True) -> Table:
        """The matrix; numbers lead to the sources of a row below it.

        With ``full=False``, as in print, a matrix that trims leaves out columns without a yes or no.
        """
        shown = [place for place in range(len(self.columns)) if full or self.is_telling(place)]
        left = [name for place, name in enumerate(self.columns) if place not in shown]
        held = dict.fromkeys(row.sources for row in self.rows if row.sources)
        numbers = {sources: number for number, sources in enumerate(held, start=1)}
        notes = self.notes
        if left and self.rows:
            notes += (f"Neither stated nor denied in any row: {', '.join(left)}.",)
        if numbers:
            said = (f"[{number}] {', '.join(sources)}" for sources, number in numbers.items())
            notes += (f"Sources: {'; '.join(said)}.",)
        rows = [
            (
                row.country,
                row.label + (f" [{numbers[row.sources]}]" if row.sources else ""),
                *(row.cells[place].shown() for place in shown),
            )
            for row in self.rows
        ]
        names = ("country", self.head, *(self.columns[place] for place in shown))
        return Table(columns=names, rows=tuple(rows), title=self.title, notes=notes)

    def is_telling(self, place: int) -> bool:
        """Whether the question of that number is shown in print."""
        return not self.trims or any(isinstance(row.cells[place].answer, bool) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __str__(self) -> str:
        return str(self.table(full=False))

    def __repr__(self) -> str:
        return f"<Matrix {self.title!r}: {counted(len(self), 'row')}; {self.query}>"

    def _repr_html_(self) -> str:
        badges = [(counted(len(self), "row"), "neutral")]
        return card_html(self.title, badges, (), [evolve(self.table(full=False), title="")], [self.query])


@checked
def matrix(
    corpora: Corpus | Sequence[Any],
    *,
    test: Any = "safeguards",
    rows: str | None = None,
    kind: str = Power.kind,
    act: str | None = None,
    on: date | str | None = None,
) -> Matrix:
    """Ask rules of several countries questions that are answered yes, no or unknown.

    ``no`` is said only where a rule states it, or where every rule surely answers no. Silence is "not stated"
    where somebody read the text, and unknown where nobody did.

    Args:
        corpora: Corpora of one country each, or pairs ``(corpus, package)``.
        test: ``"safeguards"`` (each kind of safeguard), a function of a rule, a text such as
            ``"trigger.openness = closed"``, or a mapping of headings to such tests. A function that looks at
            a field that is not known or not stated is answered with that token.
        rows: ``rule`` for one row each (the default for safeguards), ``jurisdiction`` for one row a country:
            yes when some rule of it surely answers yes, no when it has rules and all surely answer no.
        kind: Kind of rule.
        act: Only rules that do this, a concept such as ``suspend``, or one inside or around it. Where a rule
            of which nobody states that could upset a no, the answer is unknown, and a note names the rule.
        on: Only what is law on this day, or may be.

    Raises:
        UnknownNameError: *act* is no concept, *rows* neither word, or a test names a field, value, role or
            concept that does not exist.
        UnknownKindError: *kind* is neither installed nor in any of the corpora.
        ReadingError: *test* is no test, or something else than corpora is given.
    """
    countries = as_countries(corpora)
    check_kind(countries, kind)
    of_safeguards = isinstance(test, str) and test == "safeguards"
    by = rows or ("rule" if of_safeguards else "jurisdiction")
    if by not in ("rule", "jurisdiction"):
        raise UnknownNameError("rows", by, ("rule", "jurisdiction"))
    vocabulary = shared_vocabulary(countries)
    cls = KINDS[kind] if kind in KINDS else None  # noqa: SIM401 (a registry has no get)
    tests = as_tests(test, cls, vocabulary)
    done = None if act is None else concept_named(act, vocabulary)
    day = day_or_none(on)
    made: list[MatrixRow] = []
    empty: list[str] = []
    doubtful: list[str] = []
    for one in countries:
        standing = [(r, ruled(r)) for r, stands in wanted(one, kind, None, day) if stands is not False]
        doing = [(r, rule, does(rule, done, vocabulary)) for r, rule in standing]
        found = [(r, rule) for r, rule, truth in doing if truth is True]
        perhaps = [(r, rule) for r, rule, truth in doing if truth is UNKNOWN]
        made += _by_rule(one, found, tests) if by == "rule" else [_whole(one, found, perhaps, tests)]
        empty += [] if found else [one.name]
        doubtful += [f"{tail(r.id)} ({one.code})" for r, _ in perhaps]
    notes = ["An answer speaks of the rules on record; other law of a country may say more."]
    notes += [f"No such rule on record: {', '.join(empty)}."] if empty else []
    if doubtful and done:
        left = "not listed" if by == "rule" else "a no that they could upset is unknown"
        notes.append(
            f"Nobody states whether these rules are to {_words(done)}; {left}: {', '.join(doubtful)}."
        )
    what = f"{kind.replace('_', ' ')} rules" + (f" to {_words(done)}" if done else "")
    given = {"test": test if isinstance(test, str) else None, "rows": rows, "kind": kind, "act": act}
    said = [f"{name}={value!r}" for name, value in given.items() if value is not None]
    said += [f"on={str(day)!r}"] if day else []
    return Matrix(
        head="rule" if by == "rule" else "rules",
        rows=tuple(made),
        columns=tuple(tests),
        title=f"{what.capitalize()}: {'safeguards' if of_safeguards else ', '.join(tests)}",
        notes=tuple(notes),
        query=f"matrix({', '.join(['corpora', *said])})",
        trims=of_safeguards,
    )


def _by_rule(country: Country, found: Found, tests: Mapping[str, Test]) -> list[MatrixRow]:
    made = []
    tails = [tail(record.id) for record, _ in found]
    for record, rule in found:
        # Two rules of one name are told apart by the part of the id before it.
        name = tail(record.id)
        label = name if tails.count(name) == 1 else "/".join(record.id.split("/")[-2:])
        answers = {head: ask(rule) for head, ask in tests.items()}
        cells = (MatrixCell(column=h, answer=a, evidence=((record, a),)) for h, a in answers.items())
        sources = source_tags(country.corpus, record.id)
        made.append(MatrixRow(country=country.code, label=label, cells=tuple(cells), sources=sources))
    return made


def _words(concept: str) -> str:
    return concept.rpartition("/")[2].replace("_", " ")


def _whole(country: Country, found: Found, perhaps: Found, tests: Mapping[str, Test]) -> MatrixRow:
    cells = []
    for head, ask in tests.items():
        evidence = tuple((record, ask(rule)) for record, rule in found)
        answer = _any([a for _, a in evidence])
        # A rule that may be such a rule turns "no" and "none on record" into unknown, unless it says no too.
        if answer is not True and any(ask(rule) is not False for _, rule in perhaps):
            answer = UNKNOWN
        cells.append(MatrixCell(column=head, answer=answer, evidence=evidence))
    # The rules that decide an answer lead to its sources; where none does, all that were asked.
    telling = {id(record) for cell in cells for record, answer in cell.evidence if answer is cell.answer}
    behind = [record for record, _ in found if id(record) in telling or not telling]
    sources = dict.fromkeys(tag for record in behind for tag in source_tags(country.corpus, record.id))
    return MatrixRow(country=country.code, label=str(len(found)), cells=tuple(cells), sources=tuple(sources))


def _any(answers: list[object]) -> object:
    """True if one surely is, False if all surely are not; else why it cannot be told."""
    if not answers:
        return NOT_APPLICABLE
    if any(answer is True for answer in answers):
        return True
    if all(answer is False for answer in answers):
        return False
    return NOT_STATED if all(answer in (NOT_STATED, False) for answer in answers) else UNKNOWN
