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
    """All versions as texts, against piping every file and folder of them out of git."""
    listed = subprocess.run(
        ["git", "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)"],
        cwd=place,
        capture_output=True,
        check=True,
    ).stdout.splitlines()
    wanted = b"".join(line.split()[0] + b"\n" for line in listed if line.endswith((b" blob", b" tree")))

    def plain() -> None:
        subprocess.run(
            ["git", "cat-file", "--batch"], cwd=place, input=wanted, capture_output=True, check=True
        )

    what = f"read {len(lt.read(place))} versions, {place.stem[:24]}"
    return what, {"lawtrack": lambda: lt.read(place), "plain": plain}


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
