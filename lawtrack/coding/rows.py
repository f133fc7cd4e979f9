"""Rows of the CSV files that people fill in, by the names of their columns."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..errors import Problem, listed, nearest, shown
from ..readers import Limits
from ..readers.sources import read_text
from ..tables import read_csv_cell

__all__ = ["Row", "read_rows"]

Row = dict[str, str]


def read_rows(
    path: Path, columns: Sequence[str], needed: Sequence[str]
) -> tuple[list[tuple[int, Row]], list[Problem]]:
    """The rows with their numbers as a spreadsheet counts them (1 is the header), and what is wrong.

    Cells are separated by commas, semicolons or tabs, as the header shows. Empty rows are left out, and so is
    the apostrophe that keeps a cell from being run as a formula. Without fitting columns there are no rows.
    """
    text = read_text(path, Limits())
    if isinstance(text, Problem):
        return [], [text]
    file = str(path)
    separator, text = _separated(text)
    every: list[list[str]] = []
    try:
        every.extend(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as fault:
        read, hint = f"{fault} in row {len(every) + 1}", "A quotation mark inside a cell is doubled."
        expected = "CSV after RFC 4180"
        return [], [Problem(code="LT-COD-009", file=file, read=read, expected=expected, hint=hint)]
    if not every:
        expected = f"a header with the columns {listed(needed)}"
        return [], [Problem(code="LT-COD-009", file=file, read="an empty file", expected=expected)]
    names = [read_csv_cell(name).strip() for name in every[0]]
    problems = list(_unfit(names, columns, needed, file))
    rows: list[tuple[int, Row]] = []
    if problems:
        return rows, problems
    for number, cells in enumerate(every[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue  # spreadsheets leave empty rows at the end
        if len(cells) != len(names):
            read, expected = f"{len(cells)} cells", f"{len(names)} cells, as in the header"
            problems.append(
                Problem(code="LT-COD-009", file=file, where=f"row {number}", read=read, expected=expected)
            )
            continue
        rows.append((number, {n: read_csv_cell(cell) for n, cell in zip(names, cells, strict=True)}))
    return rows, problems


def _unfit(names: list[str], columns: Sequence[str], needed: Iterable[str], file: str) -> Iterator[Problem]:
    def problem(code: str, read: str, expected: str, hint: str = "") -> Problem:
        return Problem(code=code, file=file, where="row 1", read=read, expected=expected, hint=hint)

    for name in names:
        if name not in columns:
            near = nearest(name, columns)
            hint = f"Did you mean {near!r}?" if near else "Keep notes of your own in the column note."
            yield problem("LT-KEY-001", shown(name), f"one of {listed(columns)}", hint)
        elif names.count(name) > 1:
            yield problem("LT-COD-009", f"{name} twice", "each column once")
            break
    for name in needed:
        if name not in names:
            yield problem("LT-KEY-004", "nothing", f"a column {name}")


def _separated(text: str) -> tuple[str, str]:
    """The separator, the first of comma, semicolon and tab in the header, and the text it separates.

    Some of them say it in a line of its own before the header, ``sep=;``, which then is no row.
    """
    header, _, rest = text.partition("\n")
    said = header.strip().strip('"')
    if said.startswith("sep=") and said[4:] in _SEPARATORS:
        return said[4:], rest
    found = [mark for mark in _SEPARATORS if mark in header]
    return (min(found, key=header.index) if found else ","), text


_SEPARATORS = (",", ";", "\t")
