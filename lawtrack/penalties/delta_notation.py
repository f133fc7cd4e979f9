"""The clauses of the notation of a sentence delta, cut apart but not yet understood."""

import re

from attrs import field, frozen

from ..errors import ReadingError
from ..patterns import pattern

__all__ = ["DeltaClauses", "cut_delta"]

_HEAD = pattern(
    r"""\s*(?:(?P<kind>[a-z_]+)\s*:)?
    \s*min\s+(?P<minimum>\S.*?)
    \s+max\s+(?P<maximum>\S.*?)
    (?P<rest>(?:\s+(?:any|beside|crossing|kinds|extras|reworded|unsettled)\b.*)?)\s*""",
    re.VERBOSE | re.DOTALL,
)
_REST = pattern(
    r"""(?:\s+(?P<any>any))?
    (?:\s+(?P<beside>beside))?
    (?:\s+crossing\s+(?P<crossing>[a-z_]+)(?:\s+from\s+(?P<life_from>[^\s{}]+))?)?
    (?:\s+kinds(?P<kinds>(?:\s+[+-][a-z_]+)+))?
    (?:\s+extras(?P<extras>(?:\s+[+!?-][a-z_]+)+))?
    (?:\s+reworded(?P<reworded>(?:\s+(?!unsettled\b)[a-z_]+)+))?
    (?:\s+unsettled(?P<unsettled>(?:\s+[a-z_]+)+))?\s*""",
    re.VERBOSE,
)
_LONGEST = 50_000
_LONGEST_HEAD = 2_000


@frozen(kw_only=True)
class DeltaClauses:
    """The clauses as text; empty where one is missing."""

    kind: str
    minimum: str
    maximum: str
    any_end: bool
    beside: bool
    crossing: str
    life_from: str
    marked: dict[str, tuple[str, ...]] = field()
    reworded: tuple[str, ...]
    unsettled: tuple[str, ...]
    drop: str
    add: str


def cut_delta(text: str) -> DeltaClauses:
    """Cut *text* into clauses. Raises ReadingError (LT-PEN-006)."""
    if not isinstance(text, str):
        raise ReadingError(text, "a sentence delta", "Write min +2y max +2y, say.", code="LT-PEN-006")
    if len(text) > _LONGEST:
        raise ReadingError(text[:60], f"at most {_LONGEST} characters", code="LT-PEN-006")
    head, drop, add = _without_braces(text)
    found = _HEAD.fullmatch(head) if len(head) <= _LONGEST_HEAD else None
    rest = _REST.fullmatch(found["rest"]) if found else None
    if found is None or rest is None:
        raise ReadingError(
            text,
            "a sentence delta: min …, max …, then any, beside, crossing, kinds, extras, reworded, unsettled,"
            " drop {…}, add {…}",
            "Write min +2y max +2y, say.",
            code="LT-PEN-006",
        )
    return DeltaClauses(
        kind=found["kind"] or "prison",
        minimum=found["minimum"],
        maximum=found["maximum"],
        any_end=rest["any"] is not None,
        beside=rest["beside"] is not None,
        crossing=rest["crossing"] or "none",
        life_from=rest["life_from"] or "",
        marked=_marked("kinds", rest["kinds"]) | _marked("extras", rest["extras"]),
        reworded=tuple((rest["reworded"] or "").split()),
        unsettled=tuple((rest["unsettled"] or "").split()),
        drop=drop,
        add=add,
    )


def _marked(what: str, words: str | None) -> dict[str, tuple[str, ...]]:
    held = (words or "").split()
    return {what + mark: tuple(w[1:] for w in held if w[0] == mark) for mark in "+-!?"}


def _without_braces(text: str) -> tuple[str, str, str]:
    """The text before the first brace, and what ``drop {…}`` and ``add {…}`` hold."""
    # Quoted words may contain braces, so they are stepped over whole.
    pieces = re.findall(r'"[^"]*"|[{}]|[^"{}]+|"', text)
    outside, inside = [""], [""]
    depth = 0
    for piece in pieces:
        if piece == "{" and depth == 0:
            depth = 1
            inside.append("")
        elif piece == "}" and depth == 1:
            depth = 0
            outside.append("")
        elif piece in "{}":
            raise ReadingError(text, "braces in pairs", code="LT-PEN-006")
        elif depth:
            inside[-1] += piece
        else:
            outside[-1] += piece
    held = dict.fromkeys(("drop", "add"), "")
    head = outside[0]
    for i, body in enumerate(inside[1:]):
        before, _, word = outside[i].rstrip().rpartition(" ")
        if depth or word not in held or held[word] or (i and before.strip()):
            raise ReadingError(text, "drop {…} and then add {…}", code="LT-PEN-006")
        held[word] = body
        head = before if i == 0 else head
    if len(outside) > 1 and outside[-1].strip():
        raise ReadingError(text, "nothing after the last brace", code="LT-PEN-006")
    return head, held["drop"], held["add"]
