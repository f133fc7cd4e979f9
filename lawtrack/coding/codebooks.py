"""Codebooks from files, and those that come with lawtrack."""

from os import PathLike
from pathlib import Path
from typing import Any

from ..arguments import checked
from ..codec import codec, problems_of
from ..corpus import RECORD_TYPES
from ..errors import CodingError, Problem, UnknownNameError, listed, nearest
from ..model.coding import Codebook
from ..shipped import read_table
from .files import read_study

__all__ = ["SHIPPED", "read_codebook"]

SHIPPED = ("restrictive-amendments",)
"""Names of the codebooks that come with lawtrack."""


@checked
def read_codebook(source: str | PathLike[str]) -> Codebook:
    """A codebook from a TOML or JSON file, or the shipped one of that name (``restrictive-amendments``).

    Raises:
        CodingError: The file cannot be read or is no codebook; holds every problem found.
        UnknownNameError: *source* is neither a path with a suffix nor the name of a shipped codebook.
    """
    path = Path(source)
    if not path.suffix and not _is_there(path):
        if str(source) not in SHIPPED:
            raise UnknownNameError("codebook", str(source), SHIPPED)
        return _built(read_table(f"codebooks/{source}"), f"{source}.toml")
    return _built(read_study(path), str(path))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long a name for a file, or one with a zero in it
        return False


def _built(data: dict[str, Any], file: str) -> Codebook:
    try:
        codebook = codec().structure(data, Codebook)
    except Exception as fault:
        raise CodingError(problems_of(fault, "codebook", file=file)) from None
    if codebook.unit not in RECORD_TYPES:
        near = nearest(codebook.unit, RECORD_TYPES)
        raise CodingError(
            [
                Problem(
                    code="LT-COD-007",
                    file=file,
                    where="codebook.unit",
                    read=repr(codebook.unit),
                    expected=f"a record type: {listed(RECORD_TYPES, near)}",
                    hint=f"Did you mean {near!r}?" if near else "",
                )
            ]
        )
    return codebook
