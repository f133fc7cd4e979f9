"""Reads JSON text into plain data, with keys allowed only once."""

import json
from typing import Any

from ..errors import Problem

__all__ = ["read"]


class _DoubledKey(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        names = [name for name, _ in pairs]
        raise _DoubledKey(next(name for name in names if names.count(name) > 1))
    return table


def read(text: str, file: str) -> dict[str, Any] | Problem:
    """Plain data of a JSON document; a fault comes back as the problem it is."""
    try:
        data = json.loads(text, object_pairs_hook=_once)
    except _DoubledKey as fault:
        return Problem(
            code="LT-IO-003", file=file, read=f"the key {str(fault)!r} twice", expected="each key once"
        )
    except json.JSONDecodeError as fault:
        place = f"line {fault.lineno}, column {fault.colno}"
        return Problem(code="LT-IO-002", file=file, where=place, read=fault.msg, expected="JSON")
    except RecursionError:
        return Problem(code="LT-IO-005", file=file, read="nesting beyond reading", expected="a flat file")
    except ValueError as fault:  # a number of thousands of digits
        return Problem(code="LT-IO-005", file=file, read=str(fault), expected="numbers of ordinary length")
    if not isinstance(data, dict):
        return Problem(
            code="LT-IO-002",
            file=file,
            read=f"a {type(data).__name__}",
            expected='a table such as {"work": […]}',
        )
    return data
