"""The two ends of the penalties of one kind in a normal form, measured and moved."""

from attrs import evolve

from ..missing import NOT_APPLICABLE, UNKNOWN, Missing
from .normal import NormalComponent, NormalForm, NormalTrack
from .offers import Offer
from .pairing import Pairing
from .relation import EQUAL, GREATER, LESS, relation
from .steps import EndStep, step_between, stepped
from .units import LIFE, LIFE_WITHOUT_RELEASE, Bound, Quantity

__all__ = ["LIVES", "end_steps", "longest_term", "moved_ends", "parts_of"]

LIVES = (LIFE, LIFE_WITHOUT_RELEASE)

_Ends = tuple[Bound, Bound]


def parts_of(form: NormalForm, kind: str) -> list[NormalComponent]:
    """Every distinct component of *kind*, in a fixed order."""
    found = {
        part
        for track in form.tracks
        if not isinstance(track.options, Missing)
        for option in track.options
        for part in option
        if part.kind == kind
    }
    return sorted(found, key=repr)


def _terms_of(offer: Offer, kind: str) -> list[_Ends]:
    """The distinct ends of *kind*, words kept, those that are life at both ends left out."""
    parts = (part for option in offer.options for part in option if part.kind == kind)
    ends = ((part.low.bound, part.high.bound) for part in parts)
    return list(dict.fromkeys(pair for pair in ends if pair[0] not in LIVES))


def _hull(terms: list[_Ends]) -> _Ends | None:
    """The least minimum and the greatest maximum; None when the clause does not settle which they are."""
    if len(terms) == 1:
        return terms[0]
    least = [low for low, _ in terms if all(relation(low, other) <= LESS | EQUAL for other, _ in terms)]
    most = [high for _, high in terms if all(relation(high, other) <= GREATER | EQUAL for _, other in terms)]
    return (least[0], most[0]) if least and most else None


def end_steps(pairing: Pairing, kind: str) -> tuple[EndStep, EndStep]:
    """How far minimum and maximum of *kind* moved, in every class that has it.

    UNKNOWN when a side is not known whole or does not provide for a class of the other. NOT_APPLICABLE when a
    class has such a term on one side only, no class has one, or the classes moved by different steps.
    """
    if not all(pair.before.is_known and pair.after.is_known for pair in pairing.pairs):
        return UNKNOWN, UNKNOWN
    moves = []
    for pair in pairing.pairs:
        before, after = _terms_of(pair.before, kind), _terms_of(pair.after, kind)
        if before or after:
            moves.append(_move(before, after))
    return _joint([minimum for minimum, _ in moves]), _joint([maximum for _, maximum in moves])


def _move(before: list[_Ends], after: list[_Ends]) -> tuple[EndStep, EndStep]:
    if not before or not after:
        return NOT_APPLICABLE, NOT_APPLICABLE
    old, new = _hull(before), _hull(after)
    if old is None or new is None:
        return UNKNOWN, UNKNOWN
    return step_between(old[0], new[0]), step_between(old[1], new[1])


def _joint(steps: list[EndStep]) -> EndStep:
    """The one step that all classes took."""
    if UNKNOWN in steps:
        return UNKNOWN
    return steps[0] if steps and all(step == steps[0] for step in steps) else NOT_APPLICABLE


def moved_ends(form: NormalForm, kind: str, minimum: EndStep, maximum: EndStep) -> NormalForm | None:
    """*form* with the ends of its term of *kind* moved in every track that has one.

    None when no track has one, one has several, or one cannot be moved so.
    """
    if all(part.low in LIVES for part in parts_of(form, kind)):
        return None
    moved = [_moved_track(track, kind, minimum, maximum) for track in form.tracks]
    tracks = frozenset(track for track in moved if track is not None)
    return None if None in moved else NormalForm(tracks=tracks)


def _moved_track(held: NormalTrack, kind: str, minimum: EndStep, maximum: EndStep) -> NormalTrack | None:
    if isinstance(held.options, Missing):
        return held
    parts = (part for option in held.options for part in option)
    terms = {(part.low, part.high) for part in parts if part.kind == kind and part.low not in LIVES}
    if not terms:
        return held
    if len(terms) > 1:
        return None
    ends = terms.pop()
    low, high = stepped(ends[0], minimum), stepped(ends[1], maximum)
    if low is None or high is None or relation(low, high) == GREATER:
        return None
    moved = (low, high)

    def part(of: NormalComponent) -> NormalComponent:
        fits = of.kind == kind and (of.low, of.high) == ends
        return evolve(of, low=moved[0], high=moved[1]) if fits else of

    return evolve(held, options=frozenset(frozenset(map(part, option)) for option in held.options))


def longest_term(form: NormalForm, kind: str) -> Quantity | None:
    """The greatest term of *kind* that is a number, or None when there is none or several could be it."""
    bounds = (part.high for part in parts_of(form, kind))
    highs = [bound for bound in bounds if isinstance(bound, Quantity) and bound.is_time]
    return next((h for h in highs if all(relation(h, other) <= GREATER | EQUAL for other in highs)), None)
