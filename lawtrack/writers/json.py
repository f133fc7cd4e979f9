"""Canonical JSON: sorted keys, Unicode normal form C, no floats; equal corpora give equal bytes."""

import json
import unicodedata
from typing import Any

__all__ = ["write"]


def write(data: dict[str, Any]) -> str:
    """JSON text with one record a line, so that versions of a corpus can be compared line by line."""
    parts = []
    for key in sorted(data):
        value = data[key]
        if isinstance(value, list):
            lines = ",\n".join(_flat(item) for item in value)
            parts.append(f"{_flat(key)}: [\n{lines}\n]")
        else:
            parts.append(f"{_flat(key)}: {_flat(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _flat(value: object) -> str:
    return json.dumps(_composed(value), sort_keys=True, ensure_ascii=False, allow_nan=False)


def _composed(value: object) -> object:
    """The data in normal form C. JSON text itself must not be: it turns ``\\n`` and a tilde into ``\\ñ``."""
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_composed(item) for item in value]
    if isinstance(value, dict):
        return {_composed(key): _composed(item) for key, item in value.items()}
    return value
