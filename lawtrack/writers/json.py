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
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, allow_nan=False)
    return text if text.isascii() else unicodedata.normalize("NFC", text)
