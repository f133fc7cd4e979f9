"""Which tracks of two sanctions are compared with each other.

A track is taken apart into the classes it names (``[official/small]`` is two). Each class is compared with
the same class of the other side. A class that the other side does not name falls under the other side's most
special track that covers it: one whose labels are among its own, the unlabelled track covering everyone.
When none covers it, what applied to that class is unknown. A class that only ever served to cover such
classes of the other side has been compared through them and is not compared again.

Labels in the clause's own words are matched by their words when both sides use the same ones, else by order
of appearance, as the normal form does.
"""

from collections.abc import Mapping
from typing import Literal

from attrs import frozen

from ..missing import NONE, UNKNOWN, Missing
from .normal import case_numbers, expand, label_sets
from .parts import Atom, Component, Track

__all__ = ["Options", "Pair", "options_by_class", "pair_tracks", "with_nothing"]

Options = tuple[tuple[Component, ...], ...] | Literal[Missing.UNKNOWN, Missing.NONE]
"""Expanded options, UNKNOWN, or NONE for no penalty."""

_Class = frozenset[str]


@frozen
class Pair:
    """The options of one class on both sides, and its name for messages."""

    name: str
    before: Options
    after: Options


def options_by_class(tracks: tuple[Track, ...], names: Mapping[Atom, str]) -> dict[_Class, Options]:
    """The options for each class, of all tracks that name it together."""
    held: dict[_Class, Options] = {}
    for track in tracks:
        options = expand(track)
        # A track holds options, UNKNOWN or NONE; no other token gets through its validation.
        given: Options = options if not isinstance(options, Missing) else _token(options)
        for labels in sorted(label_sets(track, names), key=sorted):
            held[labels] = _joined(held[labels], given) if labels in held else given
    return held


def _token(token: Missing) -> Literal[Missing.UNKNOWN, Missing.NONE]:
    return NONE if token is NONE else UNKNOWN


def _joined(a: Options, b: Options) -> Options:
    if a is UNKNOWN or b is UNKNOWN:
        return UNKNOWN
    if a is NONE and b is NONE:
        return NONE
    return (*with_nothing(a), *with_nothing(b))


def with_nothing(options: Options) -> tuple[tuple[Component, ...], ...]:
    """No penalty is one option in which nothing is imposed."""
    return ((),) if isinstance(options, Missing) else options


def pair_tracks(
    before: tuple[Track, ...], after: tuple[Track, ...]
) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
    """The pairs to compare, and sentences on how they were found."""
    basis: list[str] = []
    names = [case_numbers(before), case_numbers(after)]
    if set(names[0]) == set(names[1]):
        names = [{}, {}]
    elif names[0] and names[1]:
        basis.append("classes in the clause's own words are matched by order of appearance")
    a, b = options_by_class(before, names[0]), options_by_class(after, names[1])
    if set(a) == set(b):
        return tuple(Pair(_name(labels), a[labels], b[labels]) for labels in a), tuple(basis)
    cover = {labels: _cover(labels, b) for labels in a if labels not in b}
    back = {labels: _cover(labels, a) for labels in b if labels not in a}
    served = set(cover.values()) | set(back.values())
    pairs = []
    for labels in (*a, *(labels for labels in b if labels not in a)):
        left: _Class | None = labels
        right: _Class | None = labels
        if labels in cover:
            right = cover[labels]
        elif labels in back:
            left = back[labels]
        if left is not None and right is not None:
            pairs.append(Pair(_name(labels), a[left], b[right]))
            if left != right:
                other = right if left == labels else left
                basis.append(f"{_name(labels)} is compared with {_name(other)} of the other side")
        elif labels not in served:
            pairs.append(Pair(_name(labels), a.get(labels, UNKNOWN), b.get(labels, UNKNOWN)))
            basis.append(f"the other side does not say what applies to {_name(labels)}")
    return tuple(pairs), tuple(basis)


def _cover(labels: _Class, tracks: Mapping[_Class, Options]) -> _Class | None:
    """The most special class that covers *labels*; None when there is none or there are several."""
    covering = [held for held in tracks if held < labels]
    most = [held for held in covering if not any(held < other for other in covering)]
    return most[0] if len(most) == 1 else None


def _name(labels: _Class) -> str:
    return f"track [{', '.join(sorted(labels))}]" if labels else "the general track"
