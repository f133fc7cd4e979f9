"""Cut sanction notation into tokens, in one pass over the text."""

import re
from typing import Final, NamedTuple

from ..errors import ReadingError, shown
from ..patterns import pattern

__all__ = ["LONGEST", "NotationError", "Token", "tokenize"]

LONGEST: Final = 20_000
"""Most characters of one sanction."""

_LONGEST_NUMBER = 30
_SHOWN = 60

_TOKEN = pattern(
    r"""(?P<space>\s+)
    | (?P<string>"[^"]*")
    | (?P<decimal>[0-9]+[.,][0-9]+)
    | (?P<negative>[-\u2212]\s*[0-9])
    | (?P<number>[0-9]+(?:/[0-9]+)?)
    | (?P<multiple>x\s*[0-9]+(?:/[0-9]+)?(?![\w-]))
    | (?P<name>[^\W\d_][\w-]*)
    | (?P<sign>\.\.|<=|>=|\|&|[<>=|&+;,\[\]()/!?%:])
    """,
    re.VERBOSE,
)
# A parenthesis after these words holds notation; after any other name it holds an object, which is free text.
_CALLS = frozenset({"ref", "if", "max", "min"})


class NotationError(ReadingError):
    """A text does not follow the sanction notation.

    Attributes:
        text: The whole text.
        position: Index in it of the offending place.
    """

    def __init__(
        self, text: str, position: int, expected: str, hint: str = "", *, code: str = "LT-PEN-006"
    ) -> None:
        self.text, self.position = text, position
        start, end = max(0, position - _SHOWN), min(len(text), position + _SHOWN)
        super().__init__(text[start:end], expected, hint, code=code)
        excerpt = "".join(c if c.isprintable() else " " for c in text[start:end])
        told = f"expected {expected}. {hint}" if hint else f"expected {expected}"
        self.args = (f"{told}\n  {excerpt}\n  {' ' * (position - start)}^",)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.text, self.position, self.expected, self.hint, self.code)


def _rebuild(
    cls: type[NotationError], text: str, position: int, expected: str, hint: str, code: str
) -> NotationError:
    return cls(text, position, expected, hint, code=code)


class Token(NamedTuple):
    """A piece of notation: what it is, its text, and the index where it begins.

    ``what`` is ``string``, ``number``, ``multiple``, ``name``, ``object``, ``end``, or the sign itself.
    """

    what: str
    text: str
    start: int


def tokenize(text: str) -> list[Token]:
    """Cut *text*; the last token is the ``end``. Raises NotationError at a character that fits nowhere."""
    if not isinstance(text, str):
        raise NotationError(shown(text), 0, "a text in the notation", "Write prison <=5y, say.")
    if len(text) > LONGEST:
        raise NotationError(text, LONGEST, f"at most {LONGEST} characters", "Split the sanction.")
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise _unreadable(text, at)
        what = found.lastgroup or ""
        piece = found.group()
        if what == "sign":
            if piece == "(" and _names_a_kind(tokens):
                inside = _object(text, at)
                tokens.append(Token("object", inside, at))
                at += len(inside)
                continue
            tokens.append(Token(piece, piece, at))
        elif what in ("decimal", "negative") or (what == "number" and len(piece) > _LONGEST_NUMBER):
            raise _bad_number(text, at, what, piece)
        elif what != "space":
            tokens.append(Token(what, piece, at))
        at = found.end()
    tokens.append(Token("end", "", len(text)))
    return tokens


def _names_a_kind(tokens: list[Token]) -> bool:
    """Whether the last token may be a kind, so that a parenthesis after it holds an object."""
    if tokens and tokens[-1].what == "name":
        return tokens[-1].text not in _CALLS
    return [token.text for token in tokens[-2:]] == ["life", "+"]


def _object(text: str, start: int) -> str:
    """The parenthesised object at *start*, its parentheses balanced."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            inside = text[start + 1 : at].strip()
            if not inside:
                raise NotationError(text, start, "words inside the parentheses", "Leave out empty ones.")
            if inside[0] in "<>=":
                hint = "Two measures of one penalty are two options: fine <=30000 EUR | fine <=x2 gain."
                raise NotationError(text, start, "an object in words, not an amount", hint)
            return text[start : at + 1]
    raise NotationError(text, start, "a closing parenthesis for this one")


def _unreadable(text: str, at: int) -> NotationError:
    if text[at] == '"':
        return NotationError(text, at, "a closing double quote for this one")
    if text[at] in "–—−-" and at and text[at - 1].isalnum():
        return NotationError(text, at, "two dots between the ends of a range", "Write 3..8y.")
    hints = {
        "≤": "Write <= .",
        "≥": "Write >= .",
        "«": 'Use " around quoted words.',
        "“": 'Use " around quoted words.',
        "_": "A name begins with a letter.",
    }
    return NotationError(text, at, f"notation, not {text[at]!r}", hints.get(text[at], ""))


def _bad_number(text: str, at: int, what: str, piece: str) -> NotationError:
    if what == "negative":
        if at and text[at - 1].isalnum():
            return NotationError(text, at, "two dots between the ends of a range", "Write 3..8y.")
        return NotationError(
            text, at, "an amount of zero or more", "No penalty is negative.", code="LT-PEN-002"
        )
    if what == "number":
        return NotationError(text, at, f"a number of at most {_LONGEST_NUMBER} digits")
    whole, mark, rest = re.split(r"([.,])", piece)
    if mark == "," and len(rest) == 3:
        hint = f"There are no thousands separators: write {whole}{rest}."
        return NotationError(text, at, "digits only", hint)
    return NotationError(text, at, "a whole number or a fraction", _exact(text, at, whole, rest))


def _exact(text: str, at: int, whole: str, rest: str) -> str:
    """The way to write a decimal, in months when it is a whole number of them."""
    if len(whole) + len(rest) > _LONGEST_NUMBER:
        return "Write it as a fraction."
    over = 10 ** len(rest)
    number = int(whole + rest)
    unit = re.compile(r"\s*(y|w|mo|d|h)?(?![\w-])").match(text, at + len(whole) + 1 + len(rest))
    named = unit.group(1) if unit else None
    smaller = {"y": (12, "mo"), "w": (7, "d")}.get(named or "")
    if smaller and number * smaller[0] % over == 0:
        return f"Write {number * smaller[0] // over}{smaller[1]}, which is exact."
    return f"A fraction is written {number}/{over}."
