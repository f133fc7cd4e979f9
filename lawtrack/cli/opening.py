"""How commands open what a caller names, with progress on a terminal."""

import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

import click

import lawtrack as lt

from ..readers.sources import is_history

__all__ = ["CORPUS", "KNOWN", "PACKAGE", "Progress", "of_history", "open_any", "open_corpus"]

_Command = TypeVar("_Command", bound=Callable[..., Any])

CORPUS = click.argument("corpus", metavar="CORPUS")
PACKAGE = click.option("--package", help="Only what this package of amendments does.")
KNOWN = click.option(
    "--as-known-on", metavar="DATE", help="Only what sources had told by this day (2017-03-01)."
)


def of_history(command: _Command) -> _Command:
    """The options of a command that reads histories: which branch, and which law of several."""
    file = click.option(
        "--file", default="", metavar="NAME", help="Of a history of several laws, the file of one."
    )
    branch = click.option("--branch", default="", metavar="NAME", help="Of a history, another branch.")
    return file(branch(command))


def open_corpus(name: str) -> lt.Corpus:
    """The shipped corpus of that name, or the one at that path; a text is refused."""
    held = open_any(name)
    if not isinstance(held, lt.Corpus):
        raise click.UsageError(f"{name!r} is the text of a law, and this asks for a corpus; try show.")
    return held


def open_any(name: str, file: str = "", branch: str = "") -> lt.Corpus | lt.Expression | lt.History:
    """The shipped corpus of that name, or the corpus, law or history at that path."""
    if not name:
        raise click.UsageError("The corpus has an empty name; name an example, a file or a folder.")
    path = Path(name)
    if (file or branch) and not (path.exists() and is_history(path)):
        raise click.UsageError(f"{name!r} is no history; --file and --branch have nothing to choose from.")
    if name in lt.examples() and not path.exists():
        return lt.example(name)
    if not path.exists() and path.parent == Path() and not path.suffix:
        return lt.example(name)  # raises, and names the nearest example
    if not path.exists():
        raise click.UsageError(f"There is no file or folder {name!r}.")
    if not is_history(path):
        with Progress("files") as progress:
            held: lt.Corpus | lt.Expression = lt.read(path, progress=progress)
            return held
    with Progress("versions") as progress:
        return lt.read_history(path, file=file, branch=branch, progress=progress)


class Progress:
    """Shows on a terminal how much is read, as a bar, once that takes a while; a pipe sees nothing.

    Told is how much is done and of how much, 0 where nobody knows.
    """

    def __init__(self, what: str = "files") -> None:
        self._what = what

    def __enter__(self) -> Callable[[int, int], None]:
        self._bar: Any = None
        self._until = monotonic() + 0.5
        return self._tell

    def _tell(self, done: int, known: int) -> None:
        if not sys.stderr.isatty() or monotonic() < self._until:
            return
        if self._bar is None:
            self._bar = click.progressbar(
                None if known else count(), known or None, label=f"reading {self._what}", file=sys.stderr
            )
        self._bar.length, self._bar.finished = known or None, False  # more may become known on the way
        self._bar.update(done - self._bar.pos)

    def __exit__(self, *fault: object) -> None:
        if self._bar is not None:
            click.echo("\r\033[K\033[?25h", err=True, nl=False)  # the bar hides the cursor
