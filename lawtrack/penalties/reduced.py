"""A sanction reduced to the corners that decide every comparison."""

from collections.abc import Callable

from attrs import frozen

from ..missing import NONE, Missing
from .corners import Corner, Point, at_most, by_ladder, corners_of
from .ladder import PenaltyLadder
from .normal import case_numbers
from .pairing import Options, options_by_class
from .parts import Track
from .relation import EQUAL, LESS
from .worlds import Value, value_relation

__all__ = ["ReducedForm", "ReducedTrack", "reduced_form"]


@frozen(kw_only=True)
class ReducedTrack:
    """One class, with the mildest of its mildest outcomes and the harshest of its harshest.

    Attributes:
        labels: The class.
        floors: Mildest outcomes, without those that are harsher than another; UNKNOWN when the track is.
        ceilings: Harshest outcomes, without those that are milder than another; UNKNOWN likewise.
    """

    labels: frozenset[str]
    floors: frozenset[Corner[Value]] | Missing
    ceilings: frozenset[Corner[Value]] | Missing


@frozen(kw_only=True)
class ReducedForm:
    """The reduced tracks; equal for two sanctions with definite bounds and the same classes exactly when
    they are equivalent (conditions count as holding)."""

    tracks: frozenset[ReducedTrack]


def reduced_form(tracks: tuple[Track, ...], ladder: PenaltyLadder | None = None) -> ReducedForm:
    """Drop what cannot matter: ``3..8y | 4..6y`` reduces like ``3..8y``."""
    held = options_by_class(tracks, case_numbers(tracks))
    return ReducedForm(
        tracks=frozenset(_reduced_track(labels, options, ladder) for labels, options in held.items())
    )


def _reduced_track(labels: frozenset[str], options: Options, ladder: PenaltyLadder | None) -> ReducedTrack:
    if isinstance(options, Missing) and options is not NONE:
        return ReducedTrack(labels=labels, floors=options, ceilings=options)
    expanded = ((),) if isinstance(options, Missing) else options
    conditions = frozenset(c.condition for option in expanded for c in option if c.condition is not None)
    corners = corners_of(expanded, true=conditions, side="", shared_general_part=True)
    below = by_ladder(ladder, _certainly_at_most)
    return ReducedTrack(
        labels=labels,
        floors=_minimal(corners.floors, lambda x, y: at_most(x, y, below)),
        ceilings=_minimal(corners.ceilings, lambda x, y: at_most(y, x, below)),
    )


def _certainly_at_most(kind: str, a: Value, b: Value) -> bool:
    return value_relation(a, b) <= LESS | EQUAL


def _minimal(
    corners: tuple[Corner[Value], ...], at_most: Callable[[Corner[Value], Corner[Value]], bool]
) -> frozenset[Corner[Value]]:
    """Corners with no other one strictly below them, each in a fixed order of its points."""
    ordered = tuple(dict.fromkeys(tuple(sorted(corner, key=_place)) for corner in corners))
    return frozenset(x for x in ordered if not any(at_most(y, x) and not at_most(x, y) for y in ordered))


def _place(point: Point[Value]) -> str:
    return f"{point[0]} {point[1]!r}"
