"""A table of answers: columns, rows, a title and notes. It knows no law."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import Attribute, field, frozen

from ..errors import UnknownNameError
from . import frames, html, markup, plain, records

__all__ = ["Table"]


def _as_rows(rows: Iterable[Iterable[object]]) -> tuple[tuple[object, ...], ...]:
    return tuple(tuple(row) for row in rows)


def _as_texts(texts: Iterable[str]) -> tuple[str, ...]:
    if isinstance(texts, str):
        raise TypeError(f"a sequence of texts is due, not the single text {texts!r}")
    return tuple(texts)


@frozen(repr=False)
class Table:
    """Rows under named columns, printable in every format the library offers.

    Iterating gives one dict per row (column to cell, in the order of the columns); ``len`` counts rows.
    Cells keep their values: text, whole numbers, fractions, truth values, dates, missing-value tokens,
    texts in several languages, anything with a good ``str``, and tuples of those. Floats are refused.

    People read missing-value tokens as marks with a legend; CSV and JSON write their words.

    Attributes:
        columns: Names, each once, at least one.
        rows: Cells, as many in each row as there are columns.
        title: One line above the table; may be empty.
        notes: Sentences below it: assumptions, unknowns, as-of dates.
    """

    columns: tuple[str, ...] = field(converter=_as_texts)
    rows: tuple[tuple[object, ...], ...] = field(default=(), converter=_as_rows)
    title: str = ""
    notes: tuple[str, ...] = field(default=(), converter=_as_texts)

    @columns.validator
    def _once_each(self, attribute: "Attribute[object]", columns: tuple[str, ...]) -> None:
        if not columns:
            raise ValueError("a table needs at least one column")
        twice = sorted({name for name in columns if columns.count(name) > 1})
        if twice:
            raise ValueError(f"columns stand twice: {', '.join(twice)}")

    @rows.validator
    def _fit(self, attribute: "Attribute[object]", rows: tuple[tuple[object, ...], ...]) -> None:
        for number, row in enumerate(rows):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells for {len(self.columns)} columns")
            for name, cell in zip(self.columns, row, strict=True):
                if isinstance(cell, float):
                    raise TypeError(f"row {number}, {name}: {cell!r} is a float; use Fraction, int or text")

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        # An empty answer is still an answer; `if table:` must not depend on len.
        return True

    def __iter__(self) -> Iterator[dict[str, object]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __repr__(self) -> str:
        title = f"{self.title!r}, " if self.title else ""
        return f"Table({title}{len(self.columns)} columns, {len(self.rows)} rows)"

    def __str__(self) -> str:
        return self.to_text()

    def column(self, name: str) -> tuple[object, ...]:
        """The cells of one column, from top to bottom.

        Raises:
            UnknownNameError: No column has this name; the nearest is named.
        """
        place = self._place(name)
        return tuple(row[place] for row in self.rows)

    def select(self, *names: str) -> "Table":
        """The same rows with only the columns *names*, in that order; title and notes stay.

        Raises:
            UnknownNameError: No column has one of these names.
        """
        places = [self._place(name) for name in names]
        return Table(names, ([row[place] for place in places] for row in self.rows), self.title, self.notes)

    def _place(self, name: str) -> int:
        if name not in self.columns:
            raise UnknownNameError("column", name, self.columns)
        return self.columns.index(name)

    def to_text(self, width: int | None = None) -> str:
        """Aligned text for a fixed-width font, no line wider than *width* (120 when None, at least 20).

        Cells wrap at spaces, words longer than their column inside the word. When the columns cannot
        stand side by side, each row is printed as a block with one line per column. Numbers are flush
        right. Ends without a newline.
        """
        return plain.to_text(self, 120 if width is None else width)

    def to_markdown(self) -> str:
        """A GitHub-flavoured Markdown table; nothing in a cell acts as markup. Ends with a newline."""
        return markup.to_markdown(self)

    def to_latex(self, booktabs: bool = True, caption: str = "", label: str = "") -> str:
        r"""A LaTeX table; a ``table`` float when it has a caption, a label or a title, else a bare tabular.

        Needs the package booktabs unless *booktabs* is false, and XeLaTeX or LuaLaTeX for text that is
        not Latin (a comment on top says so when it is needed). Ends with a newline.

        Raises:
            ValueError: *label* holds something else than ASCII letters, digits and ``:._-``.
        """
        return markup.to_latex(self, booktabs=booktabs, caption=caption, label=label)

    def to_html(self, max_rows: int | None = 50) -> str:
        """One HTML fragment without scripts or external files; after *max_rows* rows it counts the rest."""
        return html.to_html(self, max_rows)

    def to_csv(self) -> str:
        """RFC 4180 text: a header, then the rows, each line ended by CR LF.

        A text cell that a spreadsheet would run as a formula is prefixed with an apostrophe;
        :func:`read_csv_cell` takes it away again. Control characters are kept, as data. Title and notes
        are left out.
        """
        return records.to_csv(self)

    def to_json(self) -> str:
        """A JSON list with one object per row: keys sorted, tokens as their words, no floats."""
        return records.to_json(self)

    def to_dicts(self) -> list[dict[str, object]]:
        """One dict per row with the cells as they are."""
        return list(self)

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame``; see :mod:`lawtrack.tables.frames` for how cells become columns.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        return frames.to_pandas(self)

    def to_polars(self) -> Any:
        """A ``polars.DataFrame``; see :mod:`lawtrack.tables.frames` for how cells become columns.

        Raises:
            MissingExtraError: polars is not installed.
        """
        return frames.to_polars(self)

    def to_arrow(self) -> Any:
        """A ``pyarrow.Table``; see :mod:`lawtrack.tables.frames` for how cells become columns.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        return frames.to_arrow(self)

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()
