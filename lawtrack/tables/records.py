"""Tables as data: CSV and JSON."""

import io
import json
from typing import Final

from ..missing import Missing
from ..patterns import pattern
from .cells import plain_value
from .rows import Rows

__all__ = ["read_csv_cell", "to_csv", "to_json"]

# What spreadsheets run when a cell starts with it; apostrophes before it are counted in, so that a
# text which had one already comes back with it.
_FORMULA: Final = pattern(r"'*[=+\-@\t\r\n＝＋－＠]")
_SEPARATOR: Final = "; "


def read_csv_cell(text: str) -> str:
    """Give back the text that ``to_csv`` wrote, without the apostrophe that keeps formulas from running."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def to_csv(table: Rows) -> str:
    """Write *table* as RFC 4180 text."""
    out = io.StringIO(newline="")
    import csv  # late, as each format's own library

    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_guarded(name) for name in table.columns])
    writer.writerows([_csv_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _csv_cell(value: object) -> str:
    # A negative number is no formula.
    if isinstance(value, int) and not isinstance(value, bool):
        return str(int(value))
    return _guarded(_csv_text(value))


def _csv_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Missing):
        return value.value
    if isinstance(value, (tuple, list)):
        return _SEPARATOR.join(_csv_text(item) for item in value)
    if isinstance(value, (set, frozenset)):
        return _SEPARATOR.join(sorted(_csv_text(item) for item in value))
    return str(value)


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def to_json(table: Rows) -> str:
    """Write *table* as a canonical JSON list of objects, ended by a newline."""
    rows = [
        {name: plain_value(cell) for name, cell in zip(table.columns, row, strict=True)} for row in table.rows
    ]
    return json.dumps(rows, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
