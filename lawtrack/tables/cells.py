"""What one cell says: in words for people, in plain values for machines."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Final

from ..languages import LangMap
from ..missing import Missing

__all__ = [
    "MARKS",
    "cell_text",
    "counted",
    "display_width",
    "harmless",
    "is_number",
    "legend",
    "one_line",
    "plain_value",
    "tokens_in",
]

MARKS: Final = {
    Missing.NOT_STATED: "·",
    Missing.UNKNOWN: "?",
    Missing.NONE: "–",
    Missing.NOT_APPLICABLE: "n/a",
    Missing.ABSENT: "∅",
}
"""What stands in a cell for each missing-value token, in the order of the legend."""

_MEANINGS: Final = {
    Missing.NOT_STATED: "not stated",
    Missing.UNKNOWN: "unknown",
    Missing.NONE: "none",
    Missing.NOT_APPLICABLE: "not applicable",
    Missing.ABSENT: "absent, did not exist",
}
_SEPARATOR: Final = "; "


def _shown(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"‹U+{code:04X}›"


# Line ends become newlines and tabs spaces; other control characters, and the marks that turn the
# direction of text (which can make a line read as its opposite), become visible signs.
_HARMLESS: Final = (
    {code: _shown(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))}
    | {code: _shown(code) for code in range(0x2066, 0x206A)}
    | {0x09: " ", 0x0A: "\n", 0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
)


def harmless(text: str) -> str:
    """Return *text* with control characters, ANSI escapes and direction overrides made visible.

    The result holds no control character but newlines, one for each line end of any kind.
    """
    # Most texts have none of what is replaced, which is told much faster than replacing it.
    if text.replace("\n", "").replace("\u00a0", "").isprintable():
        return text
    return text.replace("\r\n", "\n").translate(_HARMLESS)


def cell_text(value: object) -> str:
    """What a cell says to a reader: tokens as marks, yes and no, tuples joined by semicolons.

    Text is shown :func:`harmless`; it may hold newlines. None is an empty cell. A set is shown in the
    order of its texts.
    """
    if isinstance(value, Missing):
        return MARKS[value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return ""
    if isinstance(value, (tuple, list)):
        return _SEPARATOR.join(cell_text(item) for item in value)
    if isinstance(value, (set, frozenset)):
        return _SEPARATOR.join(sorted(cell_text(item) for item in value))
    return harmless(str(value))


def plain_value(value: object) -> object:
    """The cell as JSON holds it: text, whole number, truth value, null, list, or object of texts by tag.

    Tokens are their words, dates ISO text, fractions ``7/2``; anything else is its text.
    """
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, LangMap):
        return dict(value)
    if isinstance(value, (tuple, list)):
        return [plain_value(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return sorted((plain_value(item) for item in value), key=str)
    return value.isoformat() if isinstance(value, date) else str(value)


def counted(number: int, word: str, plural: str = "") -> str:
    """A number and its noun: ``1 row``, ``2 rows``, and *plural* where an s does not do."""
    return f"{number} {word if number == 1 else plural or f'{word}s'}"


def one_line(text: str) -> str:
    """*text* :func:`harmless` and without line breaks, for titles, notes and names of columns."""
    return " ".join(harmless(text).split())


def is_number(value: object) -> bool:
    """Whether *value* is a count or quantity, so that its column stands flush right."""
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def tokens_in(values: Iterable[object]) -> set[Missing]:
    """The missing-value tokens among *values*, those inside tuples included."""
    found: set[Missing] = set()
    for value in values:
        if isinstance(value, Missing):
            found.add(value)
        elif isinstance(value, (tuple, list, set, frozenset)):
            found |= tokens_in(value)
    return found


def legend(values: Iterable[object]) -> str:
    """Say what the marks used among *values* mean, on one line; empty when none is used."""
    used = tokens_in(values)
    return "; ".join(f"{mark} {_MEANINGS[token]}" for token, mark in MARKS.items() if token in used)


def display_width(text: str) -> int:
    """Columns that *text* takes in a terminal: wide East Asian characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
