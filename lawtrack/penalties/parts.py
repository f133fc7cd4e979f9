"""What a sanction is made of, kept as written: spans, components, options, tracks.

Two records are equal when they say the same in the same words (``2y`` is not ``24mo`` here); the normal
form (:mod:`lawtrack.penalties.normal`) is what compares meaning.
"""

from collections.abc import Iterable
from typing import Any, Literal

from attrs import field, frozen

from ..missing import Missing
from ..patterns import pattern
from ..verdicts import PartlyOrdered
from .kinds import KINDS, LIFE_KINDS
from .units import GENERAL_PART, Bound, Limit, Quantity

__all__ = ["MOST_IN_GROUP", "Addition", "Atom", "Component", "Flag", "Option", "Span", "Track"]

MOST_IN_GROUP = 8
"""Most components that ``|&`` may join: n of them stand for 2**n - 1 options."""

Flag = Literal["!", "?"]
"""Compulsory, or at the court's choice."""

_NAME = pattern(r"[^\W\d_][\w-]*")


@frozen
class Span:
    """The two ends of a penalty, as written.

    Attributes:
        sign: ``<=``, ``>=``, ``<``, ``>``, ``=``, ``..`` (both ends given), or empty for the bare words
            ``life``, ``life+`` and ``unlimited``.
        first: The bound, or the low one of ``..``.
        second: The high bound of ``..``; else None.
    """

    sign: Literal["<=", ">=", "<", ">", "=", "..", ""]
    first: Bound
    second: Bound | None = None

    def __attrs_post_init__(self) -> None:
        if (self.sign == "..") is (self.second is None):
            raise ValueError("a range has two bounds, every other span one")
        if Limit.GENERAL_PART in (self.first, self.second):
            raise ValueError("an end that the clause leaves out is not written")
        if self.sign == "" and not isinstance(self.first, Limit):
            raise ValueError(f"{self.first} needs a sign, such as =")
        low, high = self.first, self.second
        if (
            isinstance(low, Quantity)
            and isinstance(high, Quantity)
            and low.is_multiple
            and high.is_multiple
            and low.basis is None
            and high.basis is not None
        ):
            raise ValueError("the basis of the high end serves for the low end; give both")

    @property
    def low(self) -> Bound:
        """The low end; GENERAL_PART when the clause leaves it out."""
        if self.sign in ("<=", "<") or (self.first is Limit.UNLIMITED and self.sign == ""):
            return GENERAL_PART
        return self.first

    @property
    def high(self) -> Bound:
        """The high end; GENERAL_PART when the clause leaves it out."""
        if self.second is not None:
            return self.second
        return GENERAL_PART if self.sign in (">=", ">") else self.first

    def __str__(self) -> str:
        if self.second is None:
            return f"{self.sign}{self.first}"
        low, high = self.first, self.second
        if isinstance(low, Quantity) and isinstance(high, Quantity) and low.tail() == high.tail():
            # The unit or basis of the high end serves for both.
            return f"{low.bare()}..{high}"
        return f"{low}..{high}"


@frozen(kw_only=True)
class Component:
    """One penalty of one kind.

    Attributes:
        kind: One of :data:`lawtrack.penalties.kinds.KINDS`; ``life`` and ``life+`` stand without a span.
        object: What the penalty bears on, in the clause's words (``driving``). The normal form drops it; a
            comparison takes other words for another thing that may be more or less.
        span: How much; None when the clause does not say.
        per: What the amount is multiplied by: ``d`` for a fine per day.
        cap: Ceiling of the sum of a per-unit penalty.
        flag: ``!`` compulsory, ``?`` at the court's choice, None when no mark is written.
        condition: The case in which alone it may be imposed; None for always.
    """

    kind: str = field()
    object: str | None = None
    span: Span | None = None
    per: str | None = None
    cap: Bound | None = None
    flag: Flag | None = None
    condition: str | None = None

    @kind.validator
    def _is_known(self, attribute: Any, value: str) -> None:
        if value not in KINDS:
            raise ValueError(f"no kind of penalty {value!r}")

    def __attrs_post_init__(self) -> None:
        if self.kind in LIFE_KINDS and self.span is not None:
            raise ValueError(f"{self.kind} takes no amount")
        if self.object is not None and not _is_balanced(self.object):
            raise ValueError(f"the object cannot be written in parentheses: {self.object!r}")
        if self.condition is not None and '"' in self.condition:
            raise ValueError("a condition cannot hold a double quote")
        if self.per is not None and not _NAME.fullmatch(self.per):
            raise ValueError(f"not a name: {self.per!r}")

    @property
    def meant_kind(self) -> str:
        """The kind, with ``prison`` for ``life`` and ``life+``."""
        return "prison" if self.kind in LIFE_KINDS else self.kind

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """Low and high end; GENERAL_PART where the clause leaves one out."""
        if self.kind in LIFE_KINDS:
            return Limit(self.kind), Limit(self.kind)
        return (self.span.low, self.span.high) if self.span else (GENERAL_PART, GENERAL_PART)

    def __str__(self) -> str:
        said = self.kind
        if self.object is not None:
            said += f"({self.object})"
        if self.span is not None:
            said += f" {self.span}"
        if self.per is not None:
            said += f" /{self.per}"
        if self.cap is not None:
            said += f" cap {self.cap}"
        said += self.flag or ""
        return f'{said} if("{self.condition}")' if self.condition is not None else said


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0 and text == text.strip() and text != "" and text[0] not in "<>="


@frozen(kw_only=True)
class Addition:
    """A component joined to an option: ``+`` for an extra, ``&`` for a second penalty."""

    join: Literal["+", "&"]
    component: Component

    def __attrs_post_init__(self) -> None:
        if self.join == "+" and self.component.flag is None and self.component.condition is None:
            raise ValueError(f"an extra after + is marked !, ? or if(…): {self.component}")

    def __str__(self) -> str:
        return f"{self.join} {self.component}"


@frozen(kw_only=True, order=False)
class Option(PartlyOrdered):
    """One alternative before the court.

    Attributes:
        group: The principal penalty; or several joined by ``|&``, of which any may be taken together.
        additions: What comes on top, in the order of the clause.
    """

    group: tuple[Component, ...] = field()
    additions: tuple[Addition, ...] = ()

    @group.validator
    def _is_small(self, attribute: Any, value: tuple[Component, ...]) -> None:
        if not 1 <= len(value) <= MOST_IN_GROUP:
            raise ValueError(f"|& joins 1 to {MOST_IN_GROUP} components, got {len(value)}")

    def __str__(self) -> str:
        return " ".join([" |& ".join(map(str, self.group)), *map(str, self.additions)])


@frozen
class Atom:
    """One word of a label: a name such as ``legal``, or the clause's own words in quotes."""

    text: str
    quoted: bool = False

    def __attrs_post_init__(self) -> None:
        if self.quoted and '"' in self.text:
            raise ValueError("a quoted label cannot hold a double quote")
        if not self.quoted and not _NAME.fullmatch(self.text):
            raise ValueError(f"not a name: {self.text!r}")

    def __str__(self) -> str:
        return f'"{self.text}"' if self.quoted else self.text


@frozen(kw_only=True, order=False, cache_hash=True)
class Track(PartlyOrdered):
    """The penalty for one class of persons, procedure or repetition.

    Attributes:
        labels: All of these apply; each is a choice of atoms, any of which will do. Empty: applies generally.
        options: The alternatives; UNKNOWN when nobody here knows them, NONE when there is no penalty.
        shared: Additions that reach every alternative (``all:``).
    """

    labels: tuple[tuple[Atom, ...], ...] = ()
    options: tuple[Option, ...] | Literal[Missing.UNKNOWN, Missing.NONE] = field()
    shared: tuple[Addition, ...] = ()

    def __attrs_post_init__(self) -> None:
        if any(not label for label in self.labels):
            raise ValueError("a label needs at least one word")
        if isinstance(self.options, Missing):
            if self.options not in (Missing.UNKNOWN, Missing.NONE):
                raise ValueError(f"options may be UNKNOWN or NONE, not {self.options!r}")
            if self.shared:
                raise ValueError(f"{self.options} options have no additions")
        elif not self.options:
            raise ValueError("no option at all is written NONE")

    def __str__(self) -> str:
        labels = ", ".join("/".join(map(str, label)) for label in self.labels)
        said = f"[{labels}] " if labels else ""
        if isinstance(self.options, Missing):
            return f"{said}{self.options}"
        said += " | ".join(map(str, self.options))
        return f"{said} all: {' '.join(map(str, self.shared))}" if self.shared else said


def components_of(track: Track) -> list[tuple[str, Component]]:
    """Every component of a track with what joins it: ``+`` for an extra, else empty or ``&``."""
    found: list[tuple[str, Component]] = []
    for option in () if isinstance(track.options, Missing) else track.options:
        found += [("", component) for component in option.group]
        found += [(added.join, added.component) for added in option.additions]
    return found + [(added.join, added.component) for added in track.shared]


def same_words(text: str) -> str:
    """*text* as it is compared with other words: capitals and spaces make no difference."""
    return " ".join(text.split()).casefold()


def side_words(tracks: Iterable[Track]) -> frozenset[tuple[str, str | None, str | None]]:
    """Kinds with the words that no amount measures: what they bear on, and the case they are for.

    As compared: capitals and spaces make no difference.
    """
    parts = (component for track in tracks for _, component in components_of(track))
    return frozenset(
        (
            part.meant_kind,
            None if part.object is None else same_words(part.object),
            None if part.condition is None else same_words(part.condition),
        )
        for part in parts
        if part.object or part.condition
    )
