"""Commands that compare two files of text."""

import sys
from pathlib import Path
from typing import Any, Final

import click

import lawtrack as lt

from .output import FORMAT, FOUND, PROBLEMS, OneOf, say

__all__ = ["REDLINES", "diff", "redline"]

REDLINES: Final = ("text", "ansi", "html", "markdown", "latex")
"""Forms of a redline, each an attribute of the answer."""

_OLD = click.argument("old", metavar="OLD")
_NEW = click.argument("new", metavar="NEW")
_IGNORE_LAYOUT = click.option(
    "--ignore-layout", is_flag=True, help="Pass over what differs only in blanks, quote marks and dashes."
)


@click.command()
@_OLD
@_NEW
@click.option(
    "--format",
    type=OneOf("format", (*REDLINES, "table", "json", "csv")),
    help="How to print it; colours on a terminal and plain text in a pipe when not said. "
    "table, json and csv have three columns: old, new, what changed.",
)
@click.option(
    "--context", type=click.IntRange(min=0), metavar="N", help="Show only N characters beside each change."
)
@_IGNORE_LAYOUT
def redline(old: str, new: str, format: str | None, context: int | None, ignore_layout: bool) -> int:
    """The new text of two files with what went and what came marked in it: texts, or laws in XML.

    Exit status 1 when they differ.
    """
    shown = lt.redline(*_texts(old, new), ignore_layout=ignore_layout, context=context)
    format = format or ("ansi" if sys.stdout.isatty() else "text")
    if format in REDLINES:
        text = str(getattr(shown, format))
        click.echo(text, nl=not text.endswith("\n"), color=True)
    else:
        say(shown.table(), format)
    return PROBLEMS if shown.diff else FOUND


@click.command()
@_OLD
@_NEW
@_IGNORE_LAYOUT
@FORMAT
def diff(old: str, new: str, ignore_layout: bool, format: str) -> int:
    """Each change between two texts, or two laws in XML: its kind, its place, old words, new words.

    Exit status 1 when they differ.
    """
    found = lt.diff(*_texts(old, new), ignore_layout=ignore_layout)
    say(found.table(), format)
    return PROBLEMS if found else FOUND


def _texts(*names: str) -> list[Any]:
    """What two files hold, of one sort: a law in Markdown is a tree where the other file is one."""
    texts = [_text(name) for name in names]
    if all(isinstance(text, str) for text in texts):
        return texts
    for place, name in enumerate(names):
        if isinstance(texts[place], str):
            if Path(name).suffix.lower() not in _MARKDOWN:
                raise click.UsageError(
                    f"{name!r} is plain text and the other file is a law. Compare two texts, or two laws."
                )
            texts[place] = lt.read_document(name).expression
    return texts


_MARKDOWN: Final = (".md", ".markdown")
_XML: Final = (".xml", ".akn")


def _text(name: str) -> Any:
    """The text of a file, plain or Markdown, with newlines for line ends; of a law in XML its tree."""
    path = Path(name)
    if not path.is_file():
        raise click.UsageError(f"There is no file {name!r}.")
    if path.suffix.lower() in _XML:
        return lt.read_document(path).expression
    try:
        text = path.read_text("utf-8-sig")
        if path.suffix.lower() in _MARKDOWN and text.startswith("---\n"):
            return lt.read_document(path).expression  # a law: what stands in front of it is no text of it
    except UnicodeDecodeError as fault:
        raise click.UsageError(
            f"{name!r} is no text in UTF-8: byte {fault.start} cannot be read. Convert it first."
        ) from None
    if "\0" in text:
        raise click.UsageError(f"{name!r} is no text: it holds NUL bytes.")
    return text
