"""Notations that read like function calls: ``latest(on(published), 2017-07-01)``, ``by_order("a decree")``.

Only the form is read here; what the names mean is for the caller to say.
"""

import json

from attrs import frozen

from .equality import ByValue
from .patterns import pattern

__all__ = ["Call", "MalformedCallError", "Quoted", "Word", "parse_call"]

_NAME = pattern(r"([A-Za-z_][A-Za-z0-9_]*)\s*\(\s*")
_WORD = pattern(r"[^\s,()\"][^,()\"]*")
_SPACE = pattern(r"\s*")


class MalformedCallError(ValueError):
    """The text has not the form of a call; the message says where it breaks."""


@frozen(repr=False, eq=False)
class Word(ByValue):
    """Anything that is neither quoted nor a call, such as a date or a name."""

    text: str


@frozen(repr=False, eq=False)
class Quoted(ByValue):
    """A text in double quotes, with its JSON escapes undone."""

    text: str


@frozen(repr=False, eq=False)
class Call(ByValue):
    """A name with arguments in brackets.

    Attributes:
        name: The name as written.
        args: The arguments in order.
    """

    name: str
    args: "tuple[Call | Quoted | Word, ...]"


def parse_call(text: str, *, max_depth: int) -> Call | Quoted | Word:
    """Read one call, word or quoted text; MalformedCallError otherwise, also when it nests too deeply."""
    found, end = _one(text, 0, max_depth)
    if end != len(text):
        raise MalformedCallError(f"Nothing was expected after character {end}.")
    return found


def _one(text: str, start: int, depth: int) -> tuple[Call | Quoted | Word, int]:
    if text[start : start + 1] == '"':
        try:
            quoted, end = json.JSONDecoder().raw_decode(text, start)
        except json.JSONDecodeError:
            raise MalformedCallError("A quoted text does not end, or has a wrong escape.") from None
        return Quoted(quoted), end
    opened = _NAME.match(text, start)
    if opened is None:
        word = _WORD.match(text, start)
        if word is None:
            raise MalformedCallError(f"A name or a date was expected at character {start + 1}.")
        return Word(word[0].rstrip()), start + len(word[0].rstrip())
    if depth == 0:
        raise MalformedCallError("The rule has too many brackets inside each other.")
    args: list[Call | Quoted | Word] = []
    here = opened.end()
    while text[here : here + 1] != ")":
        if args:
            if text[here : here + 1] != ",":
                raise MalformedCallError("A closing bracket or a comma is missing.")
            here = _skip(text, here + 1)
        arg, here = _one(text, here, depth - 1)
        args.append(arg)
        here = _skip(text, here)
    return Call(opened[1], tuple(args)), here + 1


def _skip(text: str, start: int) -> int:
    space = _SPACE.match(text, start)
    return space.end() if space else start
