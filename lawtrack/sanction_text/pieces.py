"""The pieces of a sanction while its clause is being read; unlike records they can still change."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from ..penalties import Atom, Component
from ..penalties.units import TIME_UNITS
from .amounts import SHARED, Amount

__all__ = ["DraftOption", "DraftTrack", "Extras", "Label", "Part"]

Label = tuple[str, tuple[Atom, ...]]
"""A class, procedure or case: its dimension (``person``, ``case`` …), and its atoms, any of which will do."""

_TERMS = frozenset({"prison", "restriction", "arrest", "admin_arrest", "default_prison", "disqualification"})
LIVES = {"life": "life", "life+": "life+"}


class Part:
    """One penalty as read so far.

    Attributes:
        kind: Kind of penalty in the notation.
        object: What it bears on, in a word of the lexicon.
        amount: How much.
        per: What a per-unit amount is multiplied by.
        cap: Ceiling of a per-unit amount.
        flag: Compulsory or at the court's choice.
        condition: The case in which alone it is imposed.
        join: ``&`` for a second penalty, ``+`` for an extra, empty for a principal one.
        start: Where its words begin.
        end: Where they end.
        implied: Whether the kind is not said here but taken over.
        twins: Amounts of which any may be taken instead: "or in the amount of the income …".
        bare: Whether it shares a preposition with the extra before it.
        other: Fields in another reading, by ambiguity code.
        settled: The record, once it was asked for; whoever changes a part later takes it away.
    """

    __slots__ = (
        "amount", "bare", "cap", "condition", "end", "flag", "implied", "join", "kind", "object", "other",
        "per", "settled", "start", "twins",
    )  # fmt: skip

    def __init__(self, kind: str, start: int, end: int, join: str = "", flag: str | None = None) -> None:
        self.kind, self.start, self.end, self.join, self.flag = kind, start, end, join, flag
        self.object: str | None = None
        self.amount: Amount | None = None
        self.per: str | None = None
        self.cap: Amount | None = None
        self.condition: str | None = None
        self.implied = False
        self.bare = False
        self.settled: Component | None = None
        self.twins: list[Amount] = []
        self.other: dict[str, dict[str, Any]] = {}

    def copy(self) -> "Part":
        """Another part that says the same."""
        new = Part(self.kind, self.start, self.end, self.join, self.flag)
        for name in ("object", "amount", "per", "cap", "condition", "implied", "bare"):
            setattr(new, name, getattr(self, name))
        new.twins, new.other = list(self.twins), dict(self.other)
        return new

    @property
    def clashes(self) -> bool:
        """Whether the amount cannot be one of this penalty: a fine of years, imprisonment of euros."""
        amount = self.amount
        if amount is None or self.implied:
            return False
        if self.kind == "fine":
            return amount.is_term and not amount.of_income
        units = [end.unit for end in amount.ends if end.number is not None]
        return self.kind in _TERMS and any(unit not in (None, "x", "%", *TIME_UNITS) for unit in units)

    def component(self, flip: str | None = None, amount: Amount | None = None) -> Component:
        """The record; *flip* takes the other reading under that code."""
        if amount is None and (flip is None or (flip != SHARED and flip not in self.other)):
            if self.settled is None:
                self.settled = self._component(None, None)
            return self.settled
        return self._component(flip, amount)

    def _component(self, flip: str | None, amount: Amount | None) -> Component:
        other = self.other.get(flip, {}) if flip else {}
        held: Amount | None = amount or other.get("amount", self.amount)
        kind = self.kind
        span = held.span(flipped=flip == SHARED) if held is not None else None
        if span is not None and kind == "prison" and span.sign == "" and str(span.first) in LIVES:
            kind, span = LIVES[str(span.first)], None
        cap = self.cap.span() if self.cap is not None else None
        flag: Literal["!", "?"] | None = other.get("flag", self.flag)
        condition: str | None = other.get("condition", self.condition)
        return Component(
            kind=kind,
            object=self.object,
            span=None if kind in LIVES else span,
            per=self.per,
            cap=cap.first if cap is not None else None,
            flag="!" if self.join == "+" and flag is None and condition is None else flag,
            condition=condition,
        )


class DraftOption:
    """An alternative: parts of which any may be taken together, and what comes on top."""

    __slots__ = ("additions", "group")

    def __init__(self, first: Part) -> None:
        self.group = [first]
        self.additions: list[Part] = []

    def copy(self) -> "DraftOption":
        """Another option with the same parts."""
        new = DraftOption(self.group[0])
        new.group, new.additions = list(self.group), list(self.additions)
        return new

    @property
    def parts(self) -> list[Part]:
        """Every part."""
        return self.group + self.additions


class DraftTrack:
    """The penalties of one class, procedure or case.

    Attributes:
        labels: The labels, each a choice of atoms, with the dimension they belong to.
        options: The alternatives.
        shared: Extras that reach every one.
        settled: How many of the options the words "or both" have dealt with.
        divided: Whether it is one of several classes among which one penalty is divided.
    """

    __slots__ = ("divided", "labels", "options", "settled", "shared")

    def __init__(self, labels: Iterable[Label] = ()) -> None:
        self.labels: list[Label] = list(labels)
        self.options: list[DraftOption] = []
        self.shared: list[Part] = []
        self.settled = 0
        self.divided = False

    def has(self, dimension: str) -> bool:
        """Whether it has a label of that dimension."""
        return any(held == dimension for held, _ in self.labels)


class Extras:
    """A group of extra penalties, and which options it reaches.

    Attributes:
        parts: The extras, in the order of the text.
        tracks: The tracks they may reach, the nearest last.
        count: How many options of each of those tracks stood before them.
        reaches_all: Whether they reach all of these rather than the nearest option alone.
        open: Whether the other is a possible reading.
    """

    __slots__ = ("count", "open", "parts", "reaches_all", "tracks")

    def __init__(self, tracks: Sequence[DraftTrack], *, reaches_all: bool) -> None:
        self.parts: list[Part] = []
        self.tracks = list(tracks)
        self.count = [len(track.options) for track in tracks]
        self.reaches_all = reaches_all
        self.open = sum(self.count) > 1

    def reached(self, *, flipped: bool) -> list[tuple[DraftTrack, int | None]]:
        """Tracks with the option reached; None for every option there was."""
        if self.reaches_all is not flipped:
            return [(track, None) for track in self.tracks]
        return [(self.tracks[-1], self.count[-1] - 1)]
