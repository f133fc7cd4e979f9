"""The shape of a table, for the modules that print one."""

from typing import Protocol

from ..missing import Missing
from .cells import is_number

__all__ = ["Rows", "numeric_columns"]


class Rows(Protocol):
    """What a printer needs to know of a table."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""

    @property
    def rows(self) -> tuple[tuple[object, ...], ...]:
        """Cells, row by row."""

    @property
    def title(self) -> str:
        """Line above the table; may be empty."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences below it."""


def numeric_columns(table: Rows) -> list[bool]:
    """For each column, whether it holds numbers and tokens only; such columns stand flush right."""
    columns = zip(*table.rows, strict=True) if table.rows else [()] * len(table.columns)
    return [
        any(map(is_number, column)) and all(is_number(cell) or isinstance(cell, Missing) for cell in column)
        for column in columns
    ]
