"""Reads TOML text into plain data."""

import re
import tomllib
from typing import Any

from ..errors import Problem

__all__ = ["read"]

_PLACE = re.compile(r"\(at (line \d+, column \d+|end of document)\)")


def read(text: str, file: str) -> dict[str, Any] | Problem:
    """Plain data of a TOML document; a fault comes back as the problem it is."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        told = str(fault)
        place = _PLACE.search(told)
        doubled = "overwrite" in told or "twice" in told
        return Problem(
            code="LT-IO-003" if doubled else "LT-IO-002",
            file=file,
            where=place[1] if place else "",
            read=_PLACE.sub("", told).strip(),
            expected="each key once" if doubled else "TOML 1.0",
        )
    except RecursionError:
        return Problem(code="LT-IO-005", file=file, read="nesting beyond reading", expected="a flat file")
