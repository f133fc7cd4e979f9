"""Many clauses at once: a file with one clause a line, read in order, with nothing lost."""

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Final

from attrs import frozen

from ..arguments import checked
from ..errors import ReadingError
from ..tables import Table, counted
from .parsed import Parsed
from .reading import parse_sanction

__all__ = ["Clause", "Clauses", "read_clauses"]

LONGEST: Final = 1_000_000
"""Longest line that is read as a clause, in bytes; a longer one is listed as bad."""


@frozen(kw_only=True)
class Clause:
    """One line of the file.

    Attributes:
        line: Its number, from 1.
        parsed: What was read; None when the line is no text.
        fault: Why it was not read; empty when it was.
    """

    line: int
    parsed: Parsed | None = None
    fault: str = ""


@frozen(kw_only=True, repr=False)
class Clauses:
    """Every clause of a file, in its order; empty lines are left out and counted.

    Attributes:
        rows: One for each line that is not empty.
        empty: How many lines were.
    """

    rows: tuple[Clause, ...]
    empty: int = 0

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Clause]:
        return iter(self.rows)

    def __str__(self) -> str:
        return str(self.table(full=False))

    def __repr__(self) -> str:
        return f"<Clauses {self._total()}>"

    @property
    def bad(self) -> tuple[Clause, ...]:
        """Lines that could not be read at all."""
        return tuple(row for row in self.rows if row.parsed is None)

    def _total(self) -> str:
        read = [row.parsed for row in self.rows if row.parsed is not None]
        whole = sum(parsed.complete for parsed in read)
        doubtful = sum(bool(parsed.ambiguities) for parsed in read)
        return (
            f"{counted(len(self.rows), 'clause')}: {whole} read whole, {len(read) - whole} not whole, "
            f"{doubtful} ambiguous, {len(self.bad)} bad lines"
        )

    def table(self, *, full: bool = True) -> Table:
        """One row for each clause: its line, what it was read as, and what is open in it.

        Not *full*, the clause is cut to its first words.
        """
        rows = []
        for row in self.rows:
            if row.parsed is None:
                rows.append((row.line, "", False, "", row.fault, ""))
                continue
            parsed = row.parsed
            rows.append(
                (
                    row.line,
                    str(parsed.sanction),
                    parsed.complete,
                    ", ".join(doubt.code for doubt in parsed.ambiguities),
                    "; ".join(words.text for words in parsed.unparsed),
                    parsed.text if full else shortened(parsed.text),
                )
            )
        notes = [f"{self._total()}."]
        if self.empty:
            notes.append(f"{counted(self.empty, 'empty line')} left out.")
        columns = ("line", "sanction", "complete", "ambiguous", "not_understood", "clause")
        return Table(columns, rows, title="Penalty clauses", notes=notes)

    def _repr_html_(self) -> str:
        return self.table().to_html()


@checked
def read_clauses(
    source: "str | PathLike[str] | Iterable[str | bytes]",
    *,
    lang: str,
    jurisdiction: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Clauses:
    """Read a file with one clause a line, or any clauses given as texts.

    Args:
        source: Path of a UTF-8 file, or an iterable of clauses, such as an open file.
        lang: As for :func:`parse_sanction`.
        jurisdiction: As for :func:`parse_sanction`.
        progress: Called now and then with the number of clauses read, and the number of bytes they took.

    Lines that are no UTF-8, or longer than a million bytes, are listed as bad with the reason; the others are
    read all the same.

    Raises:
        ReadingError: No grammar for that language.
        OSError: The file cannot be read.
    """
    rows: list[Clause] = []
    empty = size = 0
    parse_sanction("", lang=lang)  # an unknown language is told before the file is opened
    for number, line in enumerate(_lines(source), 1):
        size += len(line)
        text, fault = _text(line)
        if fault:
            rows.append(Clause(line=number, fault=fault))
        elif text:
            parsed = parse_sanction(text, lang=lang, jurisdiction=jurisdiction)
            rows.append(Clause(line=number, parsed=parsed))
        else:
            empty += 1
        if progress is not None and number % _OFTEN == 0:
            progress(number, size)
    return Clauses(rows=tuple(rows), empty=empty)


_OFTEN: Final = 500
_GLIMPSE: Final = 40


def shortened(text: str) -> str:
    """The first words of a clause."""
    return text if len(text) <= _GLIMPSE else f"{text[:_GLIMPSE].rsplit(' ', 1)[0]} …"


def _lines(source: "str | PathLike[str] | Iterable[str | bytes]") -> Iterator[str | bytes]:
    if not isinstance(source, str | PathLike):
        yield from source
        return
    with Path(source).open("rb") as file:
        while line := file.readline(LONGEST + 2):
            yield line
            while len(line) > LONGEST and not line.endswith(b"\n"):
                line = file.readline(LONGEST)  # the rest of a line that is too long
                if not line:
                    break


def _text(line: str | bytes) -> tuple[str, str]:
    """The clause in a line, and what is wrong with the line."""
    if len(line) > LONGEST + 1:
        return "", f"longer than {LONGEST} bytes"
    if isinstance(line, str):
        return line.strip(), ""
    if not isinstance(line, bytes):
        raise ReadingError(line, "a text", "Give the clauses as texts, or the path of a file.")
    try:
        return line.decode("utf-8-sig").strip(), ""
    except UnicodeDecodeError as fault:
        return "", f"no UTF-8 at byte {fault.start + 1} of the line"
