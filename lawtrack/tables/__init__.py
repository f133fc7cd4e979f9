"""Tables that know no law, in every format the library prints, and the cards of notebooks."""

from .cells import cell_text, counted, harmless, one_line
from .html import card_html, escape
from .markup import escape_markdown
from .plain import wrap
from .records import read_csv_cell
from .table import Table

__all__ = [
    "Table",
    "card_html",
    "cell_text",
    "counted",
    "escape",
    "escape_markdown",
    "harmless",
    "one_line",
    "read_csv_cell",
    "wrap",
]
