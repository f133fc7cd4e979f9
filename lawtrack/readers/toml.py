"""Reads TOML text into plain data."""

import re
from typing import Any

from ..errors import Problem
from ..patterns import pattern

__all__ = ["read"]

_PLACE = pattern(r"\s*\(at (line (\d+), column \d+|end of document)\)")
_SHOWN = 80

# What authors who are no programmers slip on, by the look of the line, with the way out; the first that fits.
_SLIPS = (
    (r"[“”„«»]", 'Use straight double quotes: "…".'),
    (r"=\s*\d{4}-\d{2}\s*(#.*)?$", 'Write a month in quotes: "2016-08".'),
    (r"=\s*\d{4}(-\d{2}(-\d{2})?)?[~?%/.]", "Write a date that is more than a plain day in quotes."),
    (r"=\s*\d{1,4}[./]\d{1,2}", 'Write a date as year-month-day, a fraction in quotes, as in "1/5".'),
    (r"^\s*[\w-]+\s+[^=]*$", "A key and its value are joined by =."),
    (r"^\s*[\w-]+\s*:\s", "A key and its value are joined by =, not by a colon."),
    (r'=\s*"[^"]*\\', "In double quotes a backslash has a meaning of its own; use single quotes '…'."),
    (r'=\s*"[^"]*$', 'The text does not end on its line; write """ before and after a longer one.'),
    (r"=\s*(True|False|TRUE|FALSE)\b", "Write true or false in small letters."),
    (r"=\s*[^\W\d]", "A text stands in double quotes."),
)


def read(text: str, file: str) -> dict[str, Any] | Problem:
    """Plain data of a TOML document; a fault comes back as the problem it is."""
    import tomllib  # late, see lawtrack.shipped

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return _problem(str(fault), text, file)
    except RecursionError:
        return Problem(code="LT-IO-005", file=file, read="nesting beyond reading", expected="a flat file")
    except ValueError as fault:  # a number of thousands of digits
        return Problem(code="LT-IO-005", file=file, read=str(fault), expected="numbers of ordinary length")


def _problem(told: str, text: str, file: str) -> Problem:
    place = _PLACE.search(told)
    line = text.split("\n")[int(place[2]) - 1].strip() if place and place[2] else ""
    said = _PLACE.sub("", told).strip()
    if line:
        said = f"{said} in the line {line if len(line) <= _SHOWN else line[:_SHOWN] + '…'}"
    where = place[1] if place else ""
    if "overwrite" in told or "twice" in told or "mutate" in told or "redefine" in told:
        hint = f"Head each record with [{line}], in two pairs of brackets." if _is_header(line) else ""
        return Problem(
            code="LT-IO-003", file=file, where=where, read=said, expected="each key once", hint=hint
        )
    if "Invalid date" in told:
        return Problem(code="LT-TIM-001", file=file, where=where, read=said, expected="a day of the calendar")
    hint = next((hint for look, hint in _SLIPS if re.search(look, line)), "")
    return Problem(code="LT-IO-002", file=file, where=where, read=said, expected="TOML 1.0", hint=hint)


def _is_header(line: str) -> bool:
    return re.fullmatch(r"\[[^\[\]]+\]", line) is not None
