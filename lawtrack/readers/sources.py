"""Finds the files of a corpus and reads them as text, within limits and inside one folder."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from ..errors import Problem

__all__ = ["SUFFIXES", "Limits", "find_files", "read_text"]

SUFFIXES = (".toml", ".json")
"""Formats that can be read, by file suffix."""


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


def find_files(paths: Iterable[Path], limits: Limits) -> Iterator[Path | Problem]:
    """The corpus files at *paths* in a stable order; a folder gives those below it, hidden ones left out.

    What cannot be used comes as a problem in its place. A link that leads out of its folder is refused.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            root = path.resolve()
            below = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
            below = [p for p in below if not any(part.startswith(".") for part in p.relative_to(path).parts)]
            if not below:
                yield _unusable(
                    path, "a folder without corpus files", f"files ending in {' or '.join(SUFFIXES)}"
                )
            if len(below) > limits.files:
                yield Problem(
                    code="LT-IO-005",
                    file=str(path),
                    read=f"{len(below)} files",
                    expected=f"at most {limits.files}",
                    hint="Raise it with limits=Limits(files=…).",
                )
                continue
            for file in below:
                if not file.resolve().is_relative_to(root):
                    yield _outside(file, str(file.resolve()))
                elif file.resolve() not in seen:
                    seen.add(file.resolve())
                    yield file
        elif not path.exists():
            yield _unusable(path, "nothing", "a file or folder", _example_hint(path))
        elif path.suffix.lower() not in SUFFIXES:
            yield _unusable(
                path, f"a file ending in {path.suffix or 'nothing'}", f"one of {', '.join(SUFFIXES)}"
            )
        elif path.resolve() not in seen:
            seen.add(path.resolve())
            yield path


def _example_hint(path: Path) -> str:
    return (
        f'For a shipped corpus, call example("{path.name}").'
        if path.parent == Path() and not path.suffix
        else ""
    )


def _unusable(path: Path, read: str, expected: str, hint: str = "") -> Problem:
    return Problem(code="LT-IO-006", file=str(path), read=read, expected=expected, hint=hint)


def _outside(path: Path, target: str) -> Problem:
    return Problem(
        code="LT-IO-004",
        file=str(path),
        read=f"a link to {target}",
        expected="a file inside the corpus folder",
    )


def read_text(path: Path, limits: Limits) -> str | Problem:
    """The text of a UTF-8 file, without its byte order mark; line ends become ``\\n``."""
    size = path.stat().st_size
    if size > limits.file_bytes:
        return Problem(
            code="LT-IO-005",
            file=str(path),
            read=f"{size:,} bytes",
            expected=f"at most {limits.file_bytes:,}",
            hint="Split the file, or raise it with limits=Limits(file_bytes=…).",
        )
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return Problem(
            code="LT-IO-001",
            file=str(path),
            where=f"byte {fault.start}",
            read=f"byte {fault.object[fault.start]:#04x}",
            expected="UTF-8 text",
            hint="Save the file as UTF-8.",
        )
    except OSError as fault:
        return _unusable(path, str(fault.strerror), "a readable file")
    return text.replace("\r\n", "\n")
