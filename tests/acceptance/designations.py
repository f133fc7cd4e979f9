"""The order of designations such as (a), (a-1), (b), (aa), or (1), (1A), (2), or (i), (ii)."""

import re

__all__ = ["follows", "may_close"]

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


def follows(num, other):
    """Whether *num* is a later number of the same sort as *other*: (b) after (a), not (1) after (a)."""
    if not _same_case(num, other):
        return False
    first, second = _key(other, False), _key(num, False)
    return bool(first and second) and first[0][0] == second[0][0] and first < second


def _same_case(*nums):
    letters = ["".join(re.findall("[A-Za-z]+", num)[:1]) for num in nums]
    return len({(text.isupper(), text.islower()) for text in letters}) == 1


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
