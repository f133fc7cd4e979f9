"""Reads JSON text into plain data, with keys allowed only once."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..errors import Problem
from ..patterns import pattern

__all__ = ["read"]

_HALF = pattern(r"\\u[dD][89a-fA-F]")
_HALF_CHARACTER = pattern("[\ud800-\udfff]")


class _DoubledKey(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise _DoubledKey(Counter(name for name, _ in pairs).most_common(1)[0][0])
    return table


def read(text: str, file: str) -> dict[str, Any] | Problem:
    """Plain data of a JSON document; a fault comes back as the problem it is."""
    try:
        data = json.loads(text, object_pairs_hook=_once)
    except _DoubledKey as fault:
        told = f"the key {str(fault)[:80]!r} twice in one table"
        return Problem(code="LT-IO-003", file=file, read=told, expected="each key once")
    except json.JSONDecodeError as fault:
        place = f"line {fault.lineno}, column {fault.colno}"
        return Problem(code="LT-IO-002", file=file, where=place, read=fault.msg, expected="JSON")
    except RecursionError:
        return Problem(code="LT-IO-005", file=file, read="nesting beyond reading", expected="a flat file")
    except ValueError as fault:  # a number of thousands of digits
        return Problem(code="LT-IO-005", file=file, read=str(fault), expected="numbers of ordinary length")
    if not isinstance(data, dict):
        told = {list: "a list", str: "a text", type(None): "null"}.get(type(data), "a single value")
        return Problem(code="LT-IO-002", file=file, read=told, expected='a table such as {"work": […]}')
    # JSON can escape half of a character, which no file can then hold; almost no document has the escape.
    if _HALF.search(text) and (half := next(_halves(data), None)) is not None:
        said = "half of a character"
        return Problem(code="LT-IO-002", file=file, where=half, read=said, expected="whole characters")
    return data


def _halves(data: object) -> Iterator[str]:
    todo: list[tuple[object, str]] = [(data, "")]
    while todo:
        item, place = todo.pop()
        if isinstance(item, dict):
            if any(_HALF_CHARACTER.search(key) for key in item):
                yield f"a key in {place or 'the document'}"
            todo += [(value, f"{place}.{key}" if place else key) for key, value in item.items()]
        elif isinstance(item, list):
            todo += [(value, f"{place}[{i}]") for i, value in enumerate(item)]
        elif isinstance(item, str) and _HALF_CHARACTER.search(item):
            yield place
