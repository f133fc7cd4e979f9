"""The order of designations such as (a), (a-1), (b), (aa), or (1), (1A), (2), or (i), (ii)."""

import re

__all__ = ["later_ones", "may_close"]

_ROMAN = re.compile(r"m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_RUN = re.compile(r"\d+|[A-Za-z]+")


def _number(roman):
    values = [_VALUES[letter] for letter in roman.lower()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _key(num, roman):
    key = []
    for place, run in enumerate(_RUN.findall(num)):
        if run.isdecimal():
            key.append((0, int(run), ""))
        elif roman and not place and _ROMAN.fullmatch(run):
            key.append((0, _number(run), ""))
        else:
            key.append((1, len(run), run))
    return tuple(key)


def later_ones(num, siblings):
    """Those of *siblings* that go on from *num* in its own series: (b) and (c) from (a), never (i) or (1).

    The next one must be among them, which tells (b) after (a) from points (i) and (ii) inside (a).
    """
    if _next(num) not in siblings:
        return []
    own = _key(num, False)
    return [other for other in siblings if _key(other, False) > own and _alike(num, other)]


def _next(num):
    runs = _RUN.findall(num)
    if len(runs) != 1 or (not runs[0].isdecimal() and len(runs[0]) > 1):
        return None
    (run,) = runs
    return num.replace(run, str(int(run) + 1) if run.isdecimal() else chr(ord(run) + 1))


def _alike(num, other):
    """Whether two numbers begin both with a figure, both with a small or both with a capital letter."""
    first, second = (_RUN.findall(text)[0][0] for text in (num, other))
    return (first.isdecimal(), first.isupper()) == (second.isdecimal(), second.isupper())


def may_close(num, siblings):
    """Whether *num* comes after the last of *siblings* (numbers, empty for units without one).

    Letters are taken as Roman numbers when the first of them all is i and a second or the number itself is
    one. Where the last sibling is of another sort, nothing says.
    """
    numbered = [other for other in siblings if other]
    if not numbered:
        return len(siblings) <= 1
    firsts = [_RUN.findall(other)[:1] for other in numbered]
    roman = firsts[0] in (["i"], ["I"]) and (len(firsts) == 1 or firsts[1] in (["i"], ["ii"], ["I"], ["II"]))
    own, keys = _key(num, roman), [_key(other, roman) for other in numbered]
    if not own or not keys[-1] or own[0][0] != keys[-1][0][0]:
        return False
    return all(key < own for key in keys if key and key[0][0] == own[0][0])
