"""The part of two long texts that shows how they differ."""

from typing import Final

from .affixes import shared_start

__all__ = ["excerpts"]

_BEFORE: Final = 60


def excerpts(old: str, new: str, most: int) -> tuple[str, str]:
    """At most *most* characters of each text, those around the first difference; all of short texts."""
    if max(len(old), len(new)) <= most:
        return old, new
    start = shared_start(old, new) - _BEFORE
    # Words are kept whole where they have blanks between them.
    start = old.rfind(" ", 0, start) + 1 if start > 0 else 0
    return _from(old, start, most), _from(new, start, most)


def _from(text: str, start: int, most: int) -> str:
    said = f"…{text[start:]}" if start else text
    return said if len(said) <= most else f"{said[: most - 1]}…"
