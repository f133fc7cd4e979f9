"""Tables as data frames of pandas, polars and Arrow, each imported only when asked for.

A column whose values are all truth values, all whole numbers of 64 bits, or all dates keeps that type;
every other column becomes text (fractions ``7/2``, tuples joined by semicolons). A missing-value token is
null there, and a column beside it, named ``<column>_missing``, holds its word; that column exists only
when a token is in use.
"""

from collections.abc import Sequence
from datetime import date, datetime
from importlib import import_module
from typing import Any

from ..errors import MissingExtraError
from ..missing import Missing
from .rows import Rows

__all__ = ["to_arrow", "to_pandas", "to_polars"]


def to_pandas(table: Rows) -> Any:
    """Make a ``pandas.DataFrame`` of *table*; nulls keep whole numbers whole (``Int64``)."""
    pandas = _load("pandas")
    types = {"bool": "boolean", "int": "Int64", "date": "object", "text": "object"}
    series = {
        name: pandas.Series(values, dtype=types[kind]) for name, (kind, values) in _columns(table).items()
    }
    return pandas.DataFrame(series, columns=list(series))


def to_polars(table: Rows) -> Any:
    """Make a ``polars.DataFrame`` of *table*."""
    polars = _load("polars")
    types = {"bool": polars.Boolean, "int": polars.Int64, "date": polars.Date, "text": polars.String}
    columns = _columns(table).items()
    return polars.DataFrame([polars.Series(name, held, dtype=types[kind]) for name, (kind, held) in columns])


def to_arrow(table: Rows) -> Any:
    """Make a ``pyarrow.Table`` of *table*."""
    arrow = _load("pyarrow")
    types = {"bool": arrow.bool_(), "int": arrow.int64(), "date": arrow.date32(), "text": arrow.string()}
    columns = _columns(table)
    return arrow.table({name: arrow.array(held, type=types[kind]) for name, (kind, held) in columns.items()})


def _load(package: str) -> Any:
    try:
        return import_module(package)
    except ImportError:
        raise MissingExtraError(package, "frames") from None


def _columns(table: Rows) -> dict[str, tuple[str, list[object]]]:
    """Kind and values of each column; kinds are bool, int, date and text."""
    made: dict[str, tuple[str, list[object]]] = {}
    for place, name in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        kind = _kind([cell for cell in cells if cell is not None and not isinstance(cell, Missing)])
        made[name] = kind, [_value(cell, kind) for cell in cells]
        if any(isinstance(cell, Missing) for cell in cells):
            beside = f"{name}_missing"
            while beside in table.columns or beside in made:
                beside += "_"
            made[beside] = "text", [cell.value if isinstance(cell, Missing) else None for cell in cells]
    return made


def _kind(cells: Sequence[object]) -> str:
    if cells and all(isinstance(cell, bool) for cell in cells):
        return "bool"
    if cells and all(_is_small_int(cell) for cell in cells):
        return "int"
    if cells and all(isinstance(cell, date) and not isinstance(cell, datetime) for cell in cells):
        return "date"
    return "text"


def _is_small_int(cell: object) -> bool:
    return isinstance(cell, int) and not isinstance(cell, bool) and -(2**63) <= cell < 2**63


def _value(cell: object, kind: str) -> object:
    if cell is None or isinstance(cell, Missing):
        return None
    if kind != "text":
        return cell
    if isinstance(cell, (tuple, list)):
        return "; ".join(str(item) for item in cell)
    if isinstance(cell, (set, frozenset)):
        return "; ".join(sorted(str(item) for item in cell))
    return str(cell)
