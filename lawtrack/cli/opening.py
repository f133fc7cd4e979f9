"""How commands open what a caller names, with progress on a terminal."""

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import click

import lawtrack as lt

__all__ = ["CORPUS", "KNOWN", "PACKAGE", "Progress", "open_any", "open_corpus"]

CORPUS = click.argument("corpus", metavar="CORPUS")
PACKAGE = click.option("--package", help="Only what this package of amendments does.")
KNOWN = click.option(
    "--as-known-on", metavar="DATE", help="Only what sources had told by this day (2017-03-01)."
)


def open_corpus(name: str) -> lt.Corpus:
    """The shipped corpus of that name, or the one at that path; a text is refused."""
    held = open_any(name)
    if not isinstance(held, lt.Corpus):
        raise click.UsageError(f"{name!r} is the text of a law, and this asks for a corpus; try show.")
    return held


def open_any(name: str) -> lt.Corpus | lt.Expression | lt.History:
    """The shipped corpus of that name, or the corpus, law or history at that path."""
    if not name:
        raise click.UsageError("The corpus has an empty name; name an example, a file or a folder.")
    path = Path(name)
    if name in lt.examples() and not path.exists():
        return lt.example(name)
    if not path.exists() and path.parent == Path() and not path.suffix:
        return lt.example(name)  # raises, and names the nearest example
    if not path.exists():
        raise click.UsageError(f"There is no file or folder {name!r}.")
    with Progress("versions" if path.suffix in (".bundle", ".git") else "files") as progress:
        held: lt.Corpus | lt.Expression | lt.History = lt.read(path, progress=progress)
        return held


class Progress:
    """Tells on a terminal how much is read, once that takes a while; a pipe sees nothing."""

    def __init__(self, what: str = "files") -> None:
        self._what = what

    def __enter__(self) -> Callable[[int, int], None]:
        self._said = False
        self._until = monotonic() + 0.5
        return self._tell

    def _tell(self, done: int, known: int) -> None:
        if sys.stderr.isatty() and monotonic() > self._until:
            known_of = f" of {known}" if self._what in ("files", "versions") else ""
            click.echo(f"\rreading: {done}{known_of} {self._what}", err=True, nl=False)
            self._said = True

    def __exit__(self, *fault: object) -> None:
        if self._said:
            click.echo("\r\033[K", err=True, nl=False)
