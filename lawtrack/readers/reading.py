"""Reads a corpus from a file, a folder or several of them: all of it, or none with every problem named."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path

from ..arguments import checked
from ..corpus import Corpus
from ..errors import UnknownNameError
from ..kinds import KINDS, KindRegistry
from ..shipped import examples_folder
from .gathering import Gathering
from .sources import LIMITS, Limits

__all__ = ["example", "examples", "read"]

Path_ = str | PathLike[str]


@checked
def read(
    paths: Path_ | Iterable[Path_],
    *,
    kinds: KindRegistry = KINDS,
    limits: Limits = LIMITS,
    progress: Callable[[int, int], None] | None = None,
) -> Corpus:
    """Read the corpus in a file, a folder of files (and folders below it), or several of either.

    Files of one corpus may refer to one another in any order. Files are TOML, JSON or YAML (extra
    ``yaml``), told by suffix.
    Raises CorpusError with every error and warning of every file when there is any error; warnings and
    notes alone do not keep a corpus from loading, :func:`lawtrack.validate` tells them. *progress* is called
    after each file with the number of files read and of those known so far.
    """
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)
    gathering = Gathering(kinds, limits)
    with _collector_paused():
        for path in given:
            gathering.take(Path(path), progress)
        return gathering.finish()


@contextmanager
def _collector_paused() -> Iterator[None]:
    """A pause in the search for cycles: records form none, and the search takes a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def examples() -> tuple[str, ...]:
    """Names of the corpora that come with lawtrack."""
    return tuple(sorted(p.name for p in examples_folder().iterdir() if p.is_dir()))


@checked
def example(name: str) -> Corpus:
    """Read a corpus that comes with lawtrack, such as ``kazakhstan``; raises UnknownNameError."""
    if name not in examples():
        raise UnknownNameError("example corpus", name, examples())
    return read(examples_folder() / name)
