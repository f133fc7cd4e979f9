"""How commands print their answers, and the options that say so."""

import shutil
import sys
from typing import TYPE_CHECKING, Any, Final

import click

import lawtrack as lt

from ..tables import Table, harmless

__all__ = ["FORMAT", "FORMATS", "FOUND", "MISUSE", "PROBLEMS", "OneOf", "say"]

FORMATS: Final = ("table", "json", "csv", "markdown", "html")
"""Forms of an answer that is a table."""

FOUND, PROBLEMS, MISUSE = 0, 1, 2
"""Exit statuses."""

_NARROWEST: Final = 20


def _rendered(answer: Any, format: str) -> str:
    if format == "table":
        # A terminal gets its own width; a pipe a fixed one, so that output does not depend on where it runs.
        width = max(_NARROWEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else None
        answer = answer.table(full=False) if isinstance(answer, lt.Selection) else answer
        return str(answer.to_text(width) if hasattr(answer, "to_text") else answer)
    if format == "html":
        return str(answer._repr_html_())
    if format == "markdown" and hasattr(answer, "to_markdown"):
        return str(answer.to_markdown())
    table: Table = answer if isinstance(answer, Table) else answer.table()
    return {"json": table.to_json, "csv": table.to_csv, "markdown": table.to_markdown}[format]()


def say(answer: Any, format: str) -> None:
    """Print an answer in one of :data:`FORMATS`, with one newline at the end."""
    text = _rendered(answer, format)
    if sys.stdout.isatty():
        text = harmless(text)  # a file keeps what the data hold; a terminal shall not obey it
    click.echo(text, nl=not text.endswith("\n"))


if TYPE_CHECKING:  # generic from click 8.3 on
    _Param = click.ParamType[str]
else:
    _Param = click.ParamType


class OneOf(_Param):
    """One of a few words; a slip is told with the nearest."""

    def __init__(self, what: str, words: tuple[str, ...]) -> None:
        self.name, self.words = what, words

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """The words, for the help."""
        return f"[{'|'.join(self.words)}]"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word meant, in any case; UnknownNameError with the nearest for any other."""
        folded = {word.lower(): word for word in self.words}
        if value.lower() not in folded:
            raise lt.UnknownNameError(self.name, value, self.words)
        return folded[value.lower()]


FORMAT = click.option(
    "--format",
    type=OneOf("format", FORMATS),
    default="table",
    show_default=True,
    help="How to print the answer.",
)
