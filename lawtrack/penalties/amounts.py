"""One amount by itself, in notation or as a value."""

from typing import Any

from .bounds import BoundReader

__all__ = ["as_bound"]


def as_bound(value: Any) -> Any:
    """A bound given as notation (``6mo``, ``500 MCI``, ``life``); anything else as it is.

    Raises NotationError, a ReadingError, for a text that is no bound.
    """
    if not isinstance(value, str):
        return value
    cursor = BoundReader(value)
    bound = cursor.bound()
    if not cursor.sees("end"):
        raise cursor.fault("one amount and nothing after it")
    return bound
