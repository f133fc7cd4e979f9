"""What a sanction means, whatever the words: expansion, and the normal form that decides equality.

Two notations say the same exactly when their normal forms are equal. Objects, the words of conditions
and of references, and the order of anything play no part; ``life`` is prison, years are months, ``%`` is
a multiple, ``|&`` stands for every non-empty choice, ``all:`` reaches every option.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations, product

from attrs import evolve, field, frozen

from ..missing import Missing
from .parts import Addition, Atom, Component, Flag, Option, Span, Track
from .units import (
    GENERAL_PART,
    LIFE,
    LIFE_WITHOUT_RELEASE,
    UNLIMITED,
    Bound,
    Greatest,
    Quantity,
    Quoted,
    Reference,
)

__all__ = [
    "NormalComponent",
    "NormalForm",
    "NormalOption",
    "NormalTrack",
    "canonical_bound",
    "case_numbers",
    "expand",
    "label_sets",
    "normal_form",
]

LabelSet = frozenset[str]


@frozen(kw_only=True)
class NormalComponent:
    """A component reduced to what counts; ends are canonical amounts.

    Attributes:
        low_in: Whether the low end itself may be imposed.
        high_in: Whether the high end itself may be imposed.
        conditional: Whether it is imposed only in some case; the case itself is not compared.
    """

    kind: str
    low: Bound
    high: Bound
    low_in: bool = True
    high_in: bool = True
    per: str | None = None
    cap: Bound | None = None
    flag: Flag = "!"
    conditional: bool = False

    def written(self, *, first: bool) -> str:
        """Notation for this component; the *first* of an option leaves out a compulsory mark."""
        flag: Flag | None = "?" if self.flag == "?" else None
        condition = "" if self.conditional else None
        life = self.kind == "prison" and self.low == self.high and self.low in (LIFE, LIFE_WITHOUT_RELEASE)
        kind = str(self.low) if life else self.kind
        span = None if life else self._span()
        said = str(
            Component(kind=kind, span=span, per=self.per, cap=self.cap, flag=flag, condition=condition)
        )
        return said if first else f"& {said}"

    def _span(self) -> Span | None:
        if self.low is GENERAL_PART:
            if self.high is GENERAL_PART:
                return None
            if self.high is UNLIMITED and self.high_in:
                return Span("", UNLIMITED)
            return Span("<=" if self.high_in else "<", self.high)
        if self.high is GENERAL_PART:
            return Span(">=" if self.low_in else ">", self.low)
        return Span("=", self.low) if self.low == self.high else Span("..", self.low, self.high)


NormalOption = frozenset[NormalComponent]


@frozen(kw_only=True, repr=False)
class NormalTrack:
    """A track reduced to what counts.

    Attributes:
        labels: The classes it covers, each a set of labels; ``base`` is dropped, the clause's own words
            are ``case1``, ``case2`` … in order of first appearance.
        options: The options; UNKNOWN or NONE when the track says that.
        shown: The labels as notation; not compared.
    """

    labels: frozenset[LabelSet]
    options: frozenset[NormalOption] | Missing
    shown: str = field(default="", eq=False)

    def __str__(self) -> str:
        if isinstance(self.options, Missing):
            return f"{self.shown}{self.options}"
        return self.shown + " | ".join(sorted(_option_text(option) for option in self.options))

    def __repr__(self) -> str:
        return f"NormalTrack({str(self)!r})"


def _option_text(option: NormalOption) -> str:
    ordered = sorted(option, key=lambda component: component.written(first=True))
    return " ".join(component.written(first=i == 0) for i, component in enumerate(ordered))


@frozen(kw_only=True, repr=False)
class NormalForm:
    """What a sanction says, as a set of tracks; hashable. ``str`` is notation with the same normal form."""

    tracks: frozenset[NormalTrack]

    def __str__(self) -> str:
        return " ; ".join(sorted(map(str, self.tracks)))

    def __repr__(self) -> str:
        return f"NormalForm({str(self)!r})"


def expand(track: Track) -> tuple[tuple[Component, ...], ...] | Missing:
    """The options of *track* in full: ``|&`` chosen out, ``all:`` handed to each, every flag set.

    Conditions, objects and the wording of references stay. Equal options are not removed.
    """
    if isinstance(track.options, Missing):
        return track.options
    return tuple(
        tuple(
            _flagged(component) for component in (*chosen, *_added(option.additions), *_added(track.shared))
        )
        for option in track.options
        for chosen in _choices(option)
    )


def _choices(option: Option) -> Iterable[tuple[Component, ...]]:
    for size in range(1, len(option.group) + 1):
        yield from combinations(option.group, size)


def _added(additions: tuple[Addition, ...]) -> list[Component]:
    return [addition.component for addition in additions]


def _flagged(component: Component) -> Component:
    return component if component.flag else evolve(component, flag="!")


def canonical_bound(bound: Bound, *, keep_words: bool = False) -> Bound:
    """*bound* in canonical units; without *keep_words*, quoted words and references lose their text."""
    if isinstance(bound, Quantity):
        canonical = bound.canonical()
        if keep_words or not isinstance(canonical.basis, Quoted | Reference):
            return canonical
        return evolve(canonical, basis="other" if isinstance(canonical.basis, Quoted) else Reference(""))
    if isinstance(bound, Reference):
        return bound if keep_words else Reference("")
    if isinstance(bound, Greatest):
        of = {canonical_bound(item, keep_words=keep_words) for item in bound.of}
        return next(iter(of)) if len(of) == 1 else Greatest(which=bound.which, of=tuple(sorted(of, key=str)))
    return bound


def _normal_component(component: Component) -> NormalComponent:
    low, high = component.ends
    sign = component.span.sign if component.span else ""
    return NormalComponent(
        kind=component.meant_kind,
        low=canonical_bound(low),
        high=canonical_bound(high),
        low_in=sign != ">",
        high_in=sign != "<",
        per=component.per,
        cap=None if component.cap is None else canonical_bound(component.cap),
        flag=component.flag or "!",
        conditional=component.condition is not None,
    )


def case_numbers(tracks: Iterable[Track]) -> Mapping[Atom, str]:
    """``case1``, ``case2`` … for the quoted labels and ``case``, in order of first appearance."""
    numbers: dict[Atom, str] = {}
    for track in tracks:
        for label in track.labels:
            for atom in label:
                if atom.quoted or atom.text == "case":
                    numbers.setdefault(atom, f"case{len(numbers) + 1}")
    return numbers


def label_sets(track: Track, names: Mapping[Atom, str]) -> frozenset[LabelSet]:
    """The classes that *track* covers, choices written out, ``base`` dropped, atoms renamed by *names*."""
    return frozenset(
        frozenset(names.get(atom, str(atom)) for atom in chosen if str(atom) != "base")
        for chosen in product(*track.labels)
    )


def _shown(track: Track, names: Mapping[Atom, str]) -> str:
    labels = sorted("/".join(sorted(names.get(atom, str(atom)) for atom in label)) for label in track.labels)
    return f"[{', '.join(labels)}] " if labels and labels != ["base"] else ""


def normal_form(tracks: Iterable[Track]) -> NormalForm:
    """The normal form of a sanction given by its tracks."""
    held = tuple(tracks)
    names = case_numbers(held)
    return NormalForm(tracks=frozenset(_normal_track(track, names) for track in held))


def _normal_track(track: Track, names: Mapping[Atom, str]) -> NormalTrack:
    options = expand(track)
    return NormalTrack(
        labels=label_sets(track, names),
        options=options
        if isinstance(options, Missing)
        else frozenset(frozenset(map(_normal_component, option)) for option in options),
        shown=_shown(track, names),
    )
