"""TOML in the layout that people edit: a heading for each record, short tables inline.

The standard library reads TOML and does not write it. What is written here is only what plain data of
a corpus can be: texts, whole numbers, booleans, lists and tables.
"""

from typing import Any

from ..patterns import pattern

__all__ = ["write"]

_BARE = pattern(r"[A-Za-z0-9_-]+")
_WIDTH = 110


def write(data: dict[str, Any]) -> str:
    """TOML text of the plain data of a corpus."""
    blocks = ["\n".join(f"{_key(k)} = {_value(v)}" for k, v in data.items() if not isinstance(v, list))]
    for word, records in data.items():
        if isinstance(records, list):
            blocks += [f"[[{_key(word)}]]\n" + "\n".join(_lines(record)) for record in records]
    return "\n\n".join(blocks) + "\n"


def _lines(record: dict[str, Any]) -> list[str]:
    """``key = value`` lines, the id first; a list that would be too long takes one line an item."""
    names = sorted(record, key=lambda name: name != "id")
    lines = []
    for name in names:
        line = f"{_key(name)} = {_value(record[name])}"
        if len(line) > _WIDTH and isinstance(record[name], list):
            items = "".join(f"    {_value(item)},\n" for item in record[name])
            line = f"{_key(name)} = [\n{items}]"
        lines.append(line)
    return lines


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        inner = ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    raise TypeError(f"no TOML for {type(value).__name__}")


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def _text(text: str) -> str:
    return f'"{"".join(_escaped(char) for char in text)}"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    return f"\\u{ord(char):04x}" if ord(char) < 0x20 or ord(char) == 0x7F else char
