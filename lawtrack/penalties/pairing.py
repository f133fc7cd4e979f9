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
from functools import cached_property

from attrs import field, frozen

from ..missing import NONE, Missing
from .inputs import refused
from .normal import case_numbers, expand, label_sets
from .notation import read_tracks
from .offers import Offer
from .parts import Atom, Track, side_words

__all__ = ["Classes", "Pair", "Pairing", "classes_of", "pair_classes"]

_Class = frozenset[str]

_UNKNOWN_OFFER = Offer((), is_known=False)
_NO_PENALTY = Offer(((),))


@frozen(eq=False)
class Classes:
    """The classes that a sanction names, and what may be imposed on each. Each answer is worked out once."""

    tracks: tuple[Track, ...]

    @cached_property
    def numbers(self) -> Mapping[Atom, str]:
        """``case1``, ``case2`` … for the labels in the clause's own words."""
        return case_numbers(self.tracks)

    @cached_property
    def by_words(self) -> Mapping[_Class, Offer]:
        """The offer for each class, the clause's own words kept in the names."""
        return self._named({})

    @cached_property
    def by_number(self) -> Mapping[_Class, Offer]:
        """The offer for each class, the clause's own words replaced by numbers."""
        return self._named(self.numbers) if self.numbers else self.by_words

    @cached_property
    def side_words(self) -> frozenset[tuple[str, str | None, str | None]]:
        """See :func:`lawtrack.penalties.parts.side_words`."""
        return side_words(self.tracks)

    def _named(self, names: Mapping[Atom, str]) -> dict[_Class, Offer]:
        """The offer for each class, of all tracks that name it together."""
        held: dict[_Class, Offer] = {}
        for track in self.tracks:
            offer = _offer(track)
            for labels in sorted(label_sets(track, names), key=sorted):
                held[labels] = _joined(held[labels], offer) if labels in held else offer
        return held


def classes_of(sanction: object) -> Classes:
    """The classes of a Sanction, or of its notation.

    Raises:
        NotationError: A text does not follow the notation.
        ReadingError: (LT-PEN-006) It is neither.
    """
    if isinstance(sanction, str):
        return Classes(read_tracks(sanction))
    held = getattr(sanction, "classes", None)
    if isinstance(held, Classes):
        return held
    hint = "Write prison <=5y, say; a penalty nobody knows is written unknown, no penalty at all none."
    raise refused(sanction, "a Sanction or its notation", hint)


def _offer(track: Track) -> Offer:
    expanded = expand(track)
    if isinstance(expanded, Missing):
        return _NO_PENALTY if expanded is NONE else _UNKNOWN_OFFER
    return Offer.of(expanded)


def _joined(a: Offer, b: Offer) -> Offer:
    return Offer((*a.options, *b.options)) if a.is_known and b.is_known else _UNKNOWN_OFFER


@frozen
class Pair:
    """The offers for one class on both sides, and its labels."""

    labels: _Class
    before: Offer
    after: Offer

    @property
    def name(self) -> str:
        """What messages call the class."""
        return _name(self.labels)


@frozen(kw_only=True)
class Pairing:
    """Which offers are compared.

    Attributes:
        pairs: One for each class to compare.
        basis: Sentences on how they were found.
        relabelled: Whether classes in the clause's own words are matched by their words and do not appear in
            the same order on both sides, so that the normal forms number them otherwise.
        before: All classes of the first side, named as they were matched.
        after: All classes of the second side.
    """

    pairs: tuple[Pair, ...]
    basis: tuple[str, ...] = ()
    relabelled: bool = False
    before: Mapping[_Class, Offer] = field(repr=False)
    after: Mapping[_Class, Offer] = field(repr=False)


def pair_classes(before: Classes, after: Classes) -> Pairing:
    """The pairs to compare, and how they were found."""
    basis: list[str] = []
    relabelled = False
    if before.numbers.keys() == after.numbers.keys():
        a, b = before.by_words, after.by_words
        relabelled = before.numbers != after.numbers
    else:
        a, b = before.by_number, after.by_number
        if before.numbers and after.numbers:
            basis.append("classes in the clause's own words are matched by order of appearance")
    if a.keys() == b.keys():
        same = tuple(Pair(labels, offer, b[labels]) for labels, offer in a.items())
        return Pairing(pairs=same, basis=tuple(basis), relabelled=relabelled, before=a, after=b)
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
            pairs.append(Pair(labels, a[left], b[right]))
            if left != right:
                other = right if left == labels else left
                basis.append(f"{_name(labels)} is compared with {_name(other)} of the other side")
        elif labels not in served:
            pairs.append(Pair(labels, a.get(labels, _UNKNOWN_OFFER), b.get(labels, _UNKNOWN_OFFER)))
            basis.append(f"the other side does not say what applies to {_name(labels)}")
    return Pairing(pairs=tuple(pairs), basis=tuple(basis), relabelled=relabelled, before=a, after=b)


def _cover(labels: _Class, tracks: Mapping[_Class, Offer]) -> _Class | None:
    """The most special class that covers *labels*; None when there is none or there are several."""
    covering = [held for held in tracks if held < labels]
    most = [held for held in covering if not any(held < other for other in covering)]
    return most[0] if len(most) == 1 else None


def _name(labels: _Class) -> str:
    return f"track [{', '.join(sorted(labels))}]" if labels else "the general track"
