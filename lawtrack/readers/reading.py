"""Reads a corpus, a law or the history of a law from files; which of them, the suffix tells."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import Any

from ..arguments import checked
from ..corpus import Corpus
from ..errors import CorpusError, UnknownNameError
from ..histories import History
from ..kinds import KINDS, KindRegistry
from ..shipped import examples_folder
from .documents import Document
from .gathering import Gathering
from .sources import LIMITS, TEXT_SUFFIXES, Limits, is_history, read_bytes

__all__ = ["example", "examples", "read", "read_corpus", "read_document", "read_history"]

Path_ = str | PathLike[str]
Progress = Callable[[int, int], None]


@checked
def read(
    paths: Path_ | Iterable[Path_],
    *,
    kinds: KindRegistry = KINDS,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
) -> Any:
    """Read what stands in a file or folder, or in several.

    - A corpus, in TOML or JSON, files or folders of them: gives what :func:`read_corpus` gives.
    - A law, in Akoma Ntoso, CLML, USLM or Canadian federal XML (``.xml``, ``.akn``) or in Markdown (``.md``):
      gives its :class:`~lawtrack.Expression`; :func:`read_document` gives the work with it.
    - The history of a law in Markdown, a git bundle (``.bundle``) or the folder of a repository (``x.git``):
      gives a :class:`~lawtrack.History`; :func:`read_history` can choose a file or branch.

    Those three functions do the same with exact types. *progress* is called with the number of files, or of
    versions, read so far and of all known. Raises CorpusError with every problem found.
    """
    if isinstance(paths, str | PathLike):
        path = Path(paths)
        if path.suffix.lower() in TEXT_SUFFIXES and not path.is_dir():
            return read_document(path, limits=limits).expression
        if is_history(path):
            return read_history(path, limits=limits, progress=progress)
    return read_corpus(paths, kinds=kinds, limits=limits, progress=progress)


@checked
def read_document(path: Path_, *, limits: Limits = LIMITS) -> Document:
    """Read a law from a file: the work with what the file says about it, and its text.

    The suffix tells Markdown from XML, the root element which XML it is. Nothing printed is lost but white
    space; nothing is made up: what the file does not say is UNKNOWN.

    Raises:
        MissingExtraError: The file is XML and lxml is not installed.
        CorpusError: LT-IO-001, LT-IO-002, LT-IO-005, LT-IO-006, LT-TXT-025 or LT-TXT-028.
    """
    given = Path(path)
    data = read_bytes(given, limits)
    if not isinstance(data, bytes):
        raise CorpusError([data])
    if given.suffix.lower() in (".md", ".markdown"):
        from . import markdown  # late: only texts need it

        return markdown.read(data, str(given))
    from . import law_xml

    return law_xml.read(data, str(given), limits)


@checked
def read_history(
    path: Path_,
    *,
    file: str = "",
    branch: str = "",
    limits: Limits = LIMITS,
    progress: Progress | None = None,
) -> History:
    """Read the history of a law in a git bundle (``x.bundle``) or a repository (``x.git``).

    The folder of a checkout is the repository that is in it.

    A version is a commit that changes the law, and its day the author date as written, in the offset that it
    was written with. Git cannot date what is older than 1970: such a commit has the day that its text or
    message states. *file* names the law where a repository holds several, *branch* another branch than the
    main one. *progress* is told the number of versions read and of all.

    Raises:
        LawtrackError: Git is not installed.
        CorpusError: LT-IO-001, LT-IO-002, LT-IO-005 or LT-IO-006, saying which file or branch is meant.
    """
    from .git_history import read as read_git  # late: most reading needs no git

    with _collector_paused():
        return read_git(Path(path), file, branch, limits, progress)


@checked
def read_corpus(
    paths: Path_ | Iterable[Path_],
    *,
    kinds: KindRegistry = KINDS,
    limits: Limits = LIMITS,
    progress: Progress | None = None,
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
    return read_corpus(examples_folder() / name)
