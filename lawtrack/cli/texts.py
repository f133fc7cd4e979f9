"""Commands that compare two texts: files, or days in the history of a law."""

import sys
from pathlib import Path
from typing import Any, Final

import click
from attrs import frozen

import lawtrack as lt

from ..readers.sources import is_history
from .laws import on_day
from .opening import of_history, open_any, open_corpus
from .output import FORMAT, FOUND, PROBLEMS, OneOf, say

__all__ = ["REDLINES", "diff", "redline"]

REDLINES: Final = ("text", "ansi", "html", "markdown", "latex")
"""Forms of a redline, each an attribute of the answer."""

_OLD = click.argument("old", metavar="OLD")
_NEW = click.argument("new", metavar="[NEW]", default="")
_IGNORE_LAYOUT = click.option(
    "--ignore-layout", is_flag=True, help="Pass over what differs only in blanks, quote marks and dashes."
)
_FROM = click.option(
    "--from", "before", metavar="DATE", help="Of a history, the old text is that of this day."
)
_TO = click.option("--to", "after", metavar="DATE", help="Of a history, the new text is that of this day.")
_UNIT = click.option(
    "--unit", default="", metavar="EID", help="Compare only this unit of laws, by eId or label."
)


@click.command()
@_OLD
@_NEW
@_FROM
@_TO
@_UNIT
@of_history
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
def redline(format: str | None, context: int | None, ignore_layout: bool, **texts: Any) -> int:
    """The new text of two files with what went and what came marked in it: texts, laws in XML, histories.

    Without NEW, OLD is the history of a law, or CORPUS#WORK, of which two days are compared. Exit status 1
    when they differ.
    """
    shown = lt.redline(*_pair(**texts), ignore_layout=ignore_layout, context=context)
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
@_FROM
@_TO
@_UNIT
@of_history
@_IGNORE_LAYOUT
@FORMAT
def diff(ignore_layout: bool, format: str, **texts: Any) -> int:
    """Each change between two texts or laws: its kind, its place, old words, new words.

    Without NEW, OLD is the history of a law, or CORPUS#WORK, of which two days are compared. Exit status 1
    when they differ.
    """
    found = lt.diff(*_pair(**texts), ignore_layout=ignore_layout)
    say(found.table(), format)
    return PROBLEMS if found else FOUND


def _pair(
    old: str, new: str, before: str | None, after: str | None, unit: str, file: str, branch: str
) -> tuple[Any, ...]:
    """The two texts to compare: of two files, or of two days in the life of a law."""
    first = _opened(old, file, branch)
    if not new and not isinstance(first, _DATED):
        raise click.UsageError(
            "Name two files, or with --from and --to the history of a law, or CORPUS#WORK."
        )
    second = _opened(new, file, branch) if new else first
    if (file or branch) and not any(isinstance(held, lt.History) for held in (first, second)):
        raise click.UsageError("--file and --branch are for the history of a law.")
    if isinstance(first, _DATED) and before is None:
        raise click.UsageError("Which text is the old one, --from a day says.")
    held = _text(first, before, "--from", unit), _text(second, after, "--to", unit)
    return _of_one_sort(held, (old, new))


@frozen
class _Work:
    """A work of a corpus, of which a day has a text."""

    corpus: lt.Corpus
    id: str

    def on(self, day: str | None) -> lt.Expression:
        days = lt.days_of_change(self.corpus, self.id)
        if day is None and not days:
            raise click.UsageError(f"Nothing dates the text of {self.id}; name a day with --to.")
        return lt.consolidate(self.corpus, self.id, on=day or days[-1])


_DATED: Final = (lt.History, _Work)


def _of_one_sort(texts: tuple[Any, Any], names: tuple[str, str]) -> tuple[Any, ...]:
    """The two as they compare: a law in Markdown is a tree where the other text is one."""
    if all(isinstance(text, str) for text in texts):
        return texts
    for name, text in zip(names, texts, strict=True):
        if isinstance(text, str) and Path(name).suffix.lower() not in _MARKDOWN:
            raise click.UsageError(
                f"{name!r} is plain text and the other file is a law. Compare two texts, or two laws."
            )
    pairs = zip(names, texts, strict=True)
    return tuple(lt.read_document(name).expression if isinstance(text, str) else text for name, text in pairs)


_MARKDOWN: Final = (".md", ".markdown")
_XML: Final = (".xml", ".akn")


def _text(held: Any, day: str | None, option: str, unit: str) -> Any:
    """What to compare of something opened: the text of a day, or one unit of it."""
    if isinstance(held, _Work):
        held = held.on(day)
    elif isinstance(held, lt.History):
        held = on_day(held, day)
    elif day is not None:
        raise click.UsageError(
            f"{option} is for the history of a law, or CORPUS#WORK; a file of one text has no days."
        )
    if not unit:
        return held
    if isinstance(held, str):
        raise click.UsageError("--unit is for laws; a plain text has no units.")
    return held[unit]


def _opened(name: str, file: str, branch: str) -> Any:
    """The text of a file, plain or Markdown, with newlines for line ends; the tree or life of a law."""
    path = Path(name)
    corpus, _, work = name.partition("#")
    if work and not path.exists():
        held = open_corpus(corpus)
        return _Work(held, held.find(work, "work").id)
    if is_history(path):
        return open_any(name, file, branch)
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
