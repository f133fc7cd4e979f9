"""Writes a corpus to a file, whole or not at all."""

import os
from os import PathLike
from pathlib import Path

from ..arguments import checked
from ..corpus import Corpus
from ..errors import UnknownNameError
from ..kinds import KINDS, KindRegistry
from . import json, toml
from .plain import plain

__all__ = ["dump", "write"]

_FORMATS = {"json": json.write, "toml": toml.write}


@checked
def dump(corpus: Corpus, format: str = "json", *, kinds: KindRegistry = KINDS) -> str:
    """The corpus as text; *format* is ``json`` (canonical, byte-stable) or ``toml``."""
    if format not in _FORMATS:
        raise UnknownNameError("format", format, _FORMATS)
    return _FORMATS[format](plain(corpus, kinds=kinds))


@checked
def write(
    corpus: Corpus, path: str | PathLike[str], *, format: str | None = None, kinds: KindRegistry = KINDS
) -> Path:
    """Write the corpus to *path* and return it; the format follows the suffix unless given.

    The file appears whole or not at all: a failure leaves what stood there before. A file that is there keeps
    its permissions, and a link goes on leading to the file it leads to.
    """
    import tempfile  # late: it loads much that only writing needs

    target = Path(path)
    if not target.parent.is_dir():
        raise FileNotFoundError(f"there is no folder {str(target.parent)!r} to write {target.name!r} into")
    text = dump(corpus, format or target.suffix.lower().removeprefix(".") or "json", kinds=kinds)
    place = target.resolve()
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:100]}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(beside, place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
        os.replace(beside, place)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return target


def _umask() -> int:
    """The permissions that new files are to lack; it can only be read by setting it."""
    held = os.umask(0o077)
    os.umask(held)
    return held
