"""The order of designations such as (a), (a-1), (b), (aa), or (1), (1A), (2), or (i), (ii)."""

import re
from itertools import pairwise

__all__ = ["place_among"]

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


def place_among(num, siblings):
    """Place for *num* among the numbers of *siblings* (empty for units without one), or None.

    There is one when the siblings with a number stand in rising order and *num* is not among them. Letters
    are taken as Roman numbers when the first of them all is i and a second or the number itself is one.
    """
    numbered = [(i, other) for i, other in enumerate(siblings) if other]
    if not numbered:
        return None if len(siblings) > 1 else len(siblings)
    firsts = [_RUN.findall(other)[:1] for _, other in numbered]
    roman = firsts[0] in (["i"], ["I"]) and (len(firsts) == 1 or firsts[1] in (["i"], ["ii"], ["I"], ["II"]))
    keys = [_key(other, roman) for _, other in numbered]
    own = _key(num, roman)
    if any(a >= b for a, b in pairwise(keys)) or own in keys or not own:
        return None
    if own[0][0] != keys[0][0][0]:
        return None
    after = [i for (i, _), key in zip(numbered, keys, strict=True) if key < own]
    return after[-1] + 1 if after else numbered[0][0]
