"""A sanction reduced to the corners that decide every comparison."""

from collections.abc import Callable

from attrs import frozen

from ..missing import UNKNOWN, Missing
from .corners import Penalty, at_most, by_ladder
from .ladder import PenaltyLadder
from .offers import Corner, Offer, Point
from .pairing import Classes
from .relation import EQUAL, LESS
from .worlds import value_relation

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
    floors: frozenset[Corner] | Missing
    ceilings: frozenset[Corner] | Missing


@frozen(kw_only=True)
class ReducedForm:
    """The reduced tracks; equal for two sanctions with definite bounds and the same classes exactly when
    they are equivalent (conditions count as holding)."""

    tracks: frozenset[ReducedTrack]


def reduced_form(classes: Classes, ladder: PenaltyLadder | None = None) -> ReducedForm:
    """Drop what cannot matter: ``3..8y | 4..6y`` reduces like ``3..8y``."""
    return ReducedForm(
        tracks=frozenset(_reduced_track(labels, offer, ladder) for labels, offer in classes.by_number.items())
    )


def _reduced_track(labels: frozenset[str], offer: Offer, ladder: PenaltyLadder | None) -> ReducedTrack:
    if not offer.is_known:
        return ReducedTrack(labels=labels, floors=UNKNOWN, ceilings=UNKNOWN)
    corners = offer.corners(frozenset(offer.conditions), side="", shared_general_part=True)
    below = by_ladder(ladder, _certainly_at_most)
    return ReducedTrack(
        labels=labels,
        floors=_minimal(corners.floors, lambda x, y: at_most(x, y, below)),
        ceilings=_minimal(corners.ceilings, lambda x, y: at_most(y, x, below)),
    )


def _certainly_at_most(p: Penalty, q: Penalty) -> bool:
    return p[1] == q[1] and value_relation(p[2], q[2]) <= LESS | EQUAL


def _minimal(corners: tuple[Corner, ...], at_most: Callable[[Corner, Corner], bool]) -> frozenset[Corner]:
    """Corners with no other one strictly below them, each in a fixed order of its points."""
    ordered = tuple(dict.fromkeys(tuple(sorted(corner, key=_place)) for corner in corners))
    return frozenset(x for x in ordered if not any(at_most(y, x) and not at_most(x, y) for y in ordered))


def _place(point: Point) -> str:
    return repr(point)
