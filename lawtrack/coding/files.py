"""Plain data of a codebook or crosswalk from a TOML or JSON file."""

from pathlib import Path
from typing import Any

from ..errors import CodingError, Problem
from ..readers import Limits
from ..readers.json import read as read_json
from ..readers.sources import read_text
from ..readers.toml import read as read_toml

__all__ = ["read_study"]


def read_study(path: Path) -> dict[str, Any]:
    """The data of a file, TOML unless its name ends in ``.json``; raises CodingError."""
    text = read_text(path, Limits())
    read = read_json if path.suffix.lower() == ".json" else read_toml
    data = text if isinstance(text, Problem) else read(text, str(path))
    if isinstance(data, Problem):
        raise CodingError([data])
    return data
