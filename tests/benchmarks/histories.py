"""Histories of laws in git: reading every version, and what all of them hold in memory."""

import gc
import subprocess
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import lawtrack as lt

from .texts import DATA, Cases

__all__ = ["histories", "reading", "size_of"]


def histories(folder: Path, most: int | None) -> Iterator[Path]:
    """Bare repositories of the bundles of the acceptance data; none without data."""
    for bundle in sorted(DATA.glob("corpora/*/*.bundle"), reverse=True)[:most]:
        place = folder / f"{bundle.stem}.git"
        subprocess.run(["git", "clone", "--quiet", "--bare", str(bundle), str(place)], check=True)
        yield place


def reading(place: Path) -> tuple[str, Cases]:
    """All versions as texts, against having ``git cat-file --batch`` pipe them, in one process, into memory.

    ``every``: every file of every version, as whoever wants all versions would ask for them. ``once``: every
    file and folder once, however many versions have it; no reader that knows nothing beforehand can ask so.
    Either is told the hashes, which lawtrack has to find.
    """
    history = lt.read(place)
    every = b"".join(_files(place, version.id) for version in history)
    known = _git(place, "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")
    once = b"".join(
        line.split()[0] + b"\n" for line in known.splitlines() if line.endswith((b" blob", b" tree"))
    )
    return f"read {len(history)} versions, {place.stem[:24]}", {
        "lawtrack": lambda: lt.read(place),
        "every": lambda: _git(place, "cat-file", "--batch", wanted=every),
        "once": lambda: _git(place, "cat-file", "--batch", wanted=once),
    }


def _files(place: Path, commit: str) -> bytes:
    """Hash of each file of a commit, each in a line."""
    return b"".join(line.split()[2] + b"\n" for line in _git(place, "ls-tree", "-r", commit).splitlines())


def _git(place: Path, *arguments: str, wanted: bytes = b"") -> bytes:
    return subprocess.run(
        ["git", *arguments], cwd=place, input=wanted, capture_output=True, check=True
    ).stdout


def size_of(place: Path) -> tuple[int, int]:
    """Bytes that all versions and their expressions hold together, and bytes of the last text in its file."""
    lt.read(place)  # what is loaded on first use is not part of it
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    history = lt.read(place)
    held = [history, *history.expressions()]
    gc.collect()
    size = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    del held
    return size, history.versions[-1].size
