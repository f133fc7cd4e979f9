"""What changed in the words that neither the ends of a penalty nor the normal form measure.

What a penalty bears on, the case it is for, the provision that fixes an amount, the author's words for the
basis of a multiple: two clauses may agree in everything else and still not threaten the same.
"""

from collections.abc import Callable, Mapping

from attrs import evolve

from .normal import canonical_bound
from .offers import Offer, Part
from .pairing import Pairing
from .steps import EndStep, stepped
from .worlds import Value

__all__ = ["LABELS", "reworded_kinds", "unsettled_kinds"]

LABELS = "labels"
"""What stands beside the kinds when the classes' own words were exchanged between them."""

_Worded = Mapping[frozenset[str], frozenset[frozenset[Part]]]


def reworded_kinds(
    pairing: Pairing, kind: str, minimum: EndStep, maximum: EndStep, *, else_equal: bool
) -> tuple[str, ...]:
    """Kinds on both sides whose words differ, sorted.

    *else_equal* says that moving the ends of *kind* by *minimum* and *maximum* explains everything else; then
    words that only changed places count too, and LABELS may be the answer.
    """
    before, after = _by_kind(pairing.before), _by_kind(pairing.after)
    both = before.keys() & after.keys()
    found = {k for k in both if _words_differ(before[k], after[k])}
    if not found and else_equal:
        moved = _worded(
            pairing.before, lambda part: _moved(part, minimum, maximum) if part.kind == kind else part
        )
        there = _worded(pairing.after, lambda part: part)
        if moved != there:
            found = (
                {LABELS} if pairing.relabelled else {k for k in both if _only(moved, k) != _only(there, k)}
            )
            # Words that changed places, from one alternative to another, leave each kind by itself as it was.
            found = found or {k for k in both if any(map(_has_words, before[k]))}
    return tuple(sorted(found))


def unsettled_kinds(pairing: Pairing) -> tuple[str, ...]:
    """Kinds with an end or a ceiling that nobody here knows, on either side, sorted."""
    parts = {**_by_kind(pairing.before)}
    for kind, held in _by_kind(pairing.after).items():
        parts[kind] = parts.get(kind, []) + held
    return tuple(sorted(kind for kind, held in parts.items() if any(part.is_open for part in held)))


def _by_kind(classes: Mapping[frozenset[str], Offer]) -> dict[str, list[Part]]:
    found: dict[str, list[Part]] = {}
    for offer in classes.values():
        for option in offer.options:
            for part in option:
                found.setdefault(part.kind, []).append(part)
    return found


def _words_differ(before: list[Part], after: list[Part]) -> bool:
    if {part.object for part in before} != {part.object for part in after}:
        return True
    # A case that comes or goes is told as such; only another case is another wording.
    cases = [{part.condition for part in held} - {None} for held in (before, after)]
    return bool(cases[0] and cases[1] and cases[0] != cases[1])


def _has_words(part: Part) -> bool:
    bounds = [part.low.bound, part.high.bound, *([] if part.low.cap is None else [part.low.cap])]
    said = part.object is not None or part.condition is not None
    return said or any(canonical_bound(bound) != bound for bound in bounds)


def _worded(classes: Mapping[frozenset[str], Offer], change: Callable[[Part], Part]) -> _Worded:
    return {
        labels: frozenset(frozenset(map(change, option)) for option in offer.options)
        for labels, offer in classes.items()
    }


def _only(worded: _Worded, kind: str) -> _Worded:
    return {
        labels: frozenset(frozenset(part for part in option if part.kind == kind) for option in options)
        for labels, options in worded.items()
    }


def _moved(part: Part, minimum: EndStep, maximum: EndStep) -> Part:
    return evolve(part, low=_stepped(part.low, minimum), high=_stepped(part.high, maximum))


def _stepped(value: Value, step: EndStep) -> Value:
    bound = stepped(value.bound, step)
    return value if bound is None else evolve(value, bound=bound)
