"""The two ends of the penalties of one kind in a normal form, measured and moved."""

from attrs import evolve

from ..missing import NOT_APPLICABLE, UNKNOWN, Missing
from .normal import NormalComponent, NormalForm, NormalTrack
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


def _terms(form: NormalForm, kind: str) -> list[_Ends]:
    """The distinct ends of *kind*, those that are life at both ends left out."""
    ends = ((part.low, part.high) for part in parts_of(form, kind))
    return list(dict.fromkeys(pair for pair in ends if pair[0] not in LIVES))


def _hull(terms: list[_Ends]) -> _Ends | None:
    """The least minimum and the greatest maximum; None when the clause does not settle which they are."""
    if len(terms) == 1:
        return terms[0]
    least = [low for low, _ in terms if all(relation(low, other) <= LESS | EQUAL for other, _ in terms)]
    most = [high for _, high in terms if all(relation(high, other) <= GREATER | EQUAL for _, other in terms)]
    return (least[0], most[0]) if least and most else None


def end_steps(a: NormalForm, b: NormalForm, kind: str) -> tuple[EndStep, EndStep]:
    """How far minimum and maximum of *kind* moved; NOT_APPLICABLE when a side has no such term,
    UNKNOWN when a side is not known whole."""
    if any(track.options is UNKNOWN for form in (a, b) for track in form.tracks):
        return UNKNOWN, UNKNOWN
    before, after = _terms(a, kind), _terms(b, kind)
    if not before or not after:
        return NOT_APPLICABLE, NOT_APPLICABLE
    old, new = _hull(before), _hull(after)
    if old is None or new is None:
        return UNKNOWN, UNKNOWN
    return step_between(old[0], new[0]), step_between(old[1], new[1])


def moved_ends(form: NormalForm, kind: str, minimum: EndStep, maximum: EndStep) -> NormalForm | None:
    """*form* with the ends of its one term of *kind* moved; None when there is not just one, or it cannot."""
    terms = _terms(form, kind)
    if len(terms) != 1:
        return None
    low, high = stepped(terms[0][0], minimum), stepped(terms[0][1], maximum)
    if low is None or high is None or relation(low, high) == GREATER:
        return None
    moved = (low, high)

    def part(held: NormalComponent) -> NormalComponent:
        fits = held.kind == kind and (held.low, held.high) == terms[0]
        return evolve(held, low=moved[0], high=moved[1]) if fits else held

    def track(held: NormalTrack) -> NormalTrack:
        if isinstance(held.options, Missing):
            return held
        return evolve(held, options=frozenset(frozenset(map(part, option)) for option in held.options))

    return NormalForm(tracks=frozenset(map(track, form.tracks)))


def longest_term(form: NormalForm, kind: str) -> Quantity | None:
    """The greatest term of *kind* that is a number, or None when there is none or several could be it."""
    bounds = (part.high for part in parts_of(form, kind))
    highs = [bound for bound in bounds if isinstance(bound, Quantity) and bound.is_time]
    return next((h for h in highs if all(relation(h, other) <= GREATER | EQUAL for other in highs)), None)
