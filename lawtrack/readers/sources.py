"""Finds the files of a corpus and reads them as text, within limits and inside one folder."""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from ..errors import Problem

__all__ = [
    "LIMITS",
    "SUFFIXES",
    "TEXT_SUFFIXES",
    "Limits",
    "find_files",
    "included",
    "is_history",
    "read_bytes",
    "read_text",
]

SUFFIXES = (".toml", ".json", ".yaml", ".yml")
"""Formats of a corpus, by file suffix."""

TEXT_SUFFIXES = (".xml", ".akn", ".md", ".markdown")
"""Formats of a law, by file suffix."""


@frozen(kw_only=True)
class Limits:
    """How much is read before a file is refused (LT-IO-005).

    Attributes:
        file_bytes: Size of one file.
        files: Number of files of one corpus.
        depth: Nesting of tables and lists.
    """

    file_bytes: int = 256 * 2**20
    files: int = 10_000
    depth: int = 64


LIMITS = Limits()
"""The limits unless others are given."""


def is_history(path: Path) -> bool:
    """Whether *path* is a git bundle by its suffix, or a folder in which git keeps a repository."""
    if path.suffix.lower() == ".bundle":
        return True
    return path.is_dir() and (path / "HEAD").is_file() and (path / "objects").is_dir()


def find_files(path: Path, limits: Limits) -> Iterator[Path | Problem]:
    """The corpus files at *path* in a stable order; a folder gives those below it, hidden ones left out.

    What cannot be used comes as a problem in its place. A link that leads out of its folder is refused.
    """
    try:
        yield from _found(path, limits)
    except (OSError, ValueError, RuntimeError) as fault:  # no name of a file, or a loop of links
        yield _unusable(path, getattr(fault, "strerror", None) or str(fault), "a path that can be read")


def _found(path: Path, limits: Limits) -> Iterator[Path | Problem]:
    if path.is_dir():
        yield from _below(path, limits)
    elif not path.exists():
        path.resolve()  # raises for a name that no file can have
        yield _unusable(path, "nothing", "a file or folder", _example_hint(path))
    elif path.suffix.lower() not in SUFFIXES:
        yield _unusable(path, f"a file ending in {path.suffix or 'nothing'}", f"one of {', '.join(SUFFIXES)}")
    elif not path.is_file():
        yield _unusable(path, "something that is no file", "a file or folder")
    else:
        yield path


def _below(folder: Path, limits: Limits) -> Iterator[Path | Problem]:
    root = folder.resolve()
    below = sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    below = [p for p in below if not any(part.startswith(".") for part in p.relative_to(folder).parts)]
    if not below:
        git = folder / ".git"
        hint = (
            f"For the history of the law that git keeps in it, give {str(git)!r}." if is_history(git) else ""
        )
        expected = f"files ending in {' or '.join(SUFFIXES)}"
        yield _unusable(folder, "a folder without corpus files", expected, hint)
    if len(below) > limits.files:
        yield Problem(
            code="LT-IO-005",
            file=str(folder),
            read=f"{len(below)} files",
            expected=f"at most {limits.files}",
            hint="Raise it with limits=Limits(files=…).",
        )
        return
    for file in below:
        if file.resolve().is_relative_to(root):
            yield file
        else:
            yield Problem(
                code="LT-IO-004",
                file=str(file),
                read=f"a link to {file.resolve()}",
                expected="a file inside the corpus folder",
            )


def included(name: str, by: Path, root: Path) -> Path | str:
    """The file that *name* means inside the file *by*; a hint instead when it leads out of *root*."""
    hint = "Write it relative to this file, as in parts/works.toml."
    if Path(name).is_absolute() or "\\" in name or ":" in name[:3]:
        return hint
    target = by.parent / name
    try:
        inside = target.resolve().is_relative_to(root)
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a loop of links
        return "No file can have this name."
    return target if inside else f"The corpus folder is {root.name}."


def _example_hint(path: Path) -> str:
    if path.parent == Path() and not path.suffix:
        return f'For a shipped corpus, call example("{path.name}").'
    return ""


def _unusable(path: Path, read: str, expected: str, hint: str = "") -> Problem:
    return Problem(code="LT-IO-006", file=str(path), read=read, expected=expected, hint=hint)


def read_text(path: Path, limits: Limits) -> str | Problem:
    """The text of a UTF-8 file, without its byte order mark; line ends become ``\\n``."""
    data = read_bytes(path, limits)
    if isinstance(data, Problem):
        return data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return Problem(
            code="LT-IO-001",
            file=str(path),
            where=f"byte {fault.start}",
            read=f"byte {fault.object[fault.start]:#04x}",
            expected="UTF-8 text",
            hint="Save the file as UTF-8.",
        )
    return text.replace("\r\n", "\n")


def read_bytes(path: Path, limits: Limits) -> bytes | Problem:
    """The content of a file that is not too large."""
    try:
        if not path.exists():
            return _unusable(path, "nothing", "a file")
        size = path.stat().st_size
        if size > limits.file_bytes:
            return Problem(
                code="LT-IO-005",
                file=str(path),
                read=f"{size:,} bytes",
                expected=f"at most {limits.file_bytes:,}",
                hint="Split the file, or raise it with limits=Limits(file_bytes=…).",
            )
        return path.read_bytes()
    except (OSError, ValueError) as fault:
        return _unusable(path, getattr(fault, "strerror", None) or str(fault), "a readable file")
