"""Tables that know no law, in every format the library prints, and the cards of notebooks."""

from .cells import harmless
from .html import card_html, escape
from .records import read_csv_cell
from .table import Table

__all__ = ["Table", "card_html", "escape", "harmless", "read_csv_cell"]
