"""Orders of how far a power reaches: its holders, its cases, the checks on it, the terms it rests on."""

from typing import Any

from attrs import frozen

from ..missing import NONE, UNKNOWN, Missing, is_known, is_open
from ..verdicts import ANY, Truth, Verdicts, all_of, any_of
from .given import Extent, Given
from .orders import EQUAL, ORDERED, by_inclusion, by_sign, covers
from .scope import Broader, Openness, Safeguard, SafeguardKind, Trigger

__all__ = ["Checks", "authorities", "authority", "checks_elsewhere", "extents", "safeguards", "triggers"]


# authorities


AUTHORITY_RANK = ("court", "prosecutor")
"""Authorities that check more than any other body of the state does, the strictest check first."""


def _rank(name: str, broader: Broader) -> int | None:
    for place, held in enumerate(AUTHORITY_RANK):
        if broader(held, name) is True:
            return place
    return len(AUTHORITY_RANK) if broader("state", name) is True and name != "state" else None


def authorities(a: tuple[str, ...], b: tuple[str, ...], given: Given) -> Verdicts:
    """Who may act, each alone: a further holder, or one who checks less strictly, is more restrictive.

    Of those who stand on one side alone, each must be outdone by one of the other side. A court checks more
    strictly than a prosecutor, a prosecutor more than any other body of the state; among those only a wider
    role counts as more. A role inside another of the same list adds nothing.
    """
    first, second = _widest(a, given.broader), _widest(b, given.broader)
    return by_inclusion(_outdone(second, first, given.broader), _outdone(first, second, given.broader))


def _widest(held: tuple[str, ...], broader: Broader) -> tuple[str, ...]:
    kept: list[str] = []
    for one in held:
        if not any(broader(other, one) is True for other in kept):
            kept = [other for other in kept if broader(one, other) is not True]
            kept.append(one)
    return tuple(kept)


def _outdone(those: tuple[str, ...], others: tuple[str, ...], broader: Broader) -> Truth:
    """Whether each of *those* is among *others* too, or outdone by one that is there alone."""
    alone = [one for one in others if one not in those]

    def outdone(one: str) -> Truth:
        found = any_of(_outdoes(other, one, broader) for other in alone)
        # Of a name outside the vocabulary nobody knows what it includes.
        unsure = any(broader(other, one) is UNKNOWN for other in others)
        return UNKNOWN if found is False and unsure else found

    return all_of(outdone(one) for one in those if one not in others)


def _outdoes(one: str, other: str, broader: Broader) -> Truth:
    wider = broader(one, other)
    if wider is True:
        return True
    first, second = _rank(one, broader), _rank(other, broader)
    if first is not None and second is not None and first != second:
        return first > second
    return wider


def authority(a: Any, b: Any, given: Given) -> Verdicts:
    """Who must agree first: the weaker the check, the more restrictive; NONE is nobody."""
    if a is NONE or b is NONE:
        return by_sign((b is NONE) - (a is NONE))
    return authorities((a,), (b,), given)


# checks


@frozen
class Checks:
    """A list of checks, with those that the same rule states in other fields.

    Attributes:
        listed: The list, or NONE.
        elsewhere: Kinds of check that another field provides, such as a court that must agree first.
    """

    listed: tuple[Safeguard, ...] | Missing
    elsewhere: frozenset[SafeguardKind] = frozenset()


def checks_elsewhere(rule: Any) -> frozenset[SafeguardKind]:
    """Kinds of check that a rule provides by its authoriser, limit in time, review or remedy."""
    authoriser = getattr(rule, "authoriser", None)
    found = (
        {_AUTHORISERS[authoriser]} if isinstance(authoriser, str) and authoriser in _AUTHORISERS else set()
    )
    stated = {
        kind for kind, name in _FIELDS.items() if is_known(value := getattr(rule, name, UNKNOWN)) and value
    }
    return frozenset(found | stated)


_AUTHORISERS = {"court": SafeguardKind.PRIOR_JUDICIAL, "prosecutor": SafeguardKind.PRIOR_PROSECUTOR}
_FIELDS = {
    SafeguardKind.TIME_LIMIT: "duration_limit",
    SafeguardKind.POST_HOC_REVIEW: "review",
    SafeguardKind.REMEDY: "remedy",
}


def safeguards(a: Any, b: Any, given: Given) -> Verdicts:
    """Check by check: one more is less restrictive. NONE says that there is none at all.

    A check that one list names and the other side provides in another field counts once: as present on both.

    A check that one list alone names is lacking in the other if lists are taken as complete, and not known
    there otherwise; what neither names is no difference.
    Where both state a detail of a check and word it otherwise, it may be more, less or the same.
    """
    a, b = (side if isinstance(side, Checks) else Checks(side) for side in (a, b))
    first, second = _by_kind(a.listed), _by_kind(b.listed)
    answers = []
    for kind in {*first, *second}:
        one, other = first.get(kind), second.get(kind)
        answers.append(_one_check(one or _unlisted(a, kind, given), other or _unlisted(b, kind, given)))
    return Verdicts.product(answers)


def _unlisted(side: Checks, kind: SafeguardKind, given: Given) -> "tuple[Truth, _Details]":
    if kind in side.elsewhere:
        return True, frozenset()
    return (False if given.as_listed or side.listed is NONE else UNKNOWN), frozenset()


_Details = frozenset[str]


def _by_kind(listed: Any) -> dict[SafeguardKind, tuple[Truth, _Details]]:
    """For each kind of check whether the law has one, and the details of those it has or may have."""
    if isinstance(listed, Missing):
        return {}
    held: dict[SafeguardKind, list[Safeguard]] = {}
    for check in listed:
        held.setdefault(check.kind, []).append(check)
    return {
        kind: (
            any_of(map(_present, checks)),
            frozenset(c.detail for c in checks if c.detail and _present(c) is not False),
        )
        for kind, checks in held.items()
    }


def _present(check: Safeguard) -> Truth:
    if isinstance(check.present, Missing):
        return UNKNOWN if is_open(check.present) else False
    return check.present


def _one_check(first: tuple[Truth, _Details], second: tuple[Truth, _Details]) -> Verdicts:
    (a, detail), (b, other) = first, second
    found = ANY.possible & frozenset()
    for one in _readings(a):
        for two in _readings(b):
            same = EQUAL if detail == other or not detail or not other else ORDERED
            found |= (same if one and two else by_sign(int(one) - int(two))).possible
    return Verdicts(found)


def _readings(answer: Truth) -> tuple[bool, ...]:
    return (True, False) if isinstance(answer, Missing) else (answer,)


# cases and terms


def extents(a: Extent, b: Extent, given: Given) -> Verdicts:
    """How far two defined terms reach: the wider is more restrictive for whoever falls under it."""
    if not a.is_stated or not b.is_stated:
        return ANY
    listed = a.cases or b.cases or Openness.OPEN in (a.openness, b.openness)
    return Verdicts.product(
        (
            _cases(a, b, given) if listed else EQUAL,
            by_inclusion(a.conditions <= b.conditions, b.conditions <= a.conditions),
            by_inclusion(b.alternatives <= a.alternatives, a.alternatives <= b.alternatives),
        )
    )


def _cases(a: Extent, b: Extent, given: Given) -> Verdicts:
    """Lists of cases; one that goes on ("and others") has cases that no complete list names."""
    found = ANY.possible & frozenset()
    for left in _ways(given.openness(a.openness)):
        for right in _ways(given.openness(b.openness)):
            found |= by_inclusion(
                _within(b.cases, right, a.cases, left, given.broader),
                _within(a.cases, left, b.cases, right, given.broader),
            ).possible
    return Verdicts(found)


def _ways(openness: Openness) -> tuple[bool, ...]:
    """Whether the list goes on, as far as anybody knows."""
    return {Openness.OPEN: (True,), Openness.CLOSED: (False,)}.get(openness, (True, False))


def _within(
    inner: frozenset[str], inner_goes_on: bool, outer: frozenset[str], outer_goes_on: bool, broader: Broader
) -> Truth:
    if inner_goes_on:
        if not outer_goes_on:
            return False
        return True if inner == outer else UNKNOWN
    covered = covers(outer, inner, broader)
    return UNKNOWN if covered is False and outer_goes_on else covered


def triggers(a: Trigger, b: Trigger, given: Given) -> Verdicts:
    """What must have happened first: the more cases set a power free, the more restrictive.

    A trigger that rests on a definition covers what the definition does; a definition whose extent is not
    known cancels out where both sides rest on the same one, and leaves all answers open elsewhere.
    """
    return Verdicts.product((_cases_of(a, b, given), _who_decides(a, b, given)))


def _who_decides(a: Trigger, b: Trigger, given: Given) -> Verdicts:
    """Who decides whether the case is given: a weaker check is more restrictive."""
    one, other = a.decided_by, b.decided_by
    if isinstance(one, str) and isinstance(other, str):
        return authority(one, other, given)
    if is_open(one) and is_open(other):
        return EQUAL if given.as_listed or given.others_equal else ANY
    return EQUAL if one is other else ANY


def _cases_of(a: Trigger, b: Trigger, given: Given) -> Verdicts:
    ids = tuple(side.definition if is_known(side.definition) else None for side in (a, b))
    terms = tuple(None if id is None else given.extent(place, id) for place, id in enumerate(ids))
    if any(id is not None and term is None for id, term in zip(ids, terms, strict=True)):
        if ids[0] != ids[1] or terms[0] is not terms[1]:
            return ANY
        if frozenset(a.concepts) == frozenset(b.concepts):
            return EQUAL
    first, second = (_covered(side, term) for side, term in zip((a, b), terms, strict=True))
    if ids[0] is not None and ids[0] == ids[1] and first == second:
        return EQUAL
    return extents(first, second, given)


def _covered(trigger: Trigger, term: Extent | None) -> Extent:
    if term is None:
        return Extent(cases=frozenset(trigger.concepts), openness=trigger.openness)
    stated = {trigger.openness, term.openness} if trigger.concepts else {term.openness}
    openness = next((way for way in (Openness.OPEN, Openness.UNKNOWN) if way in stated), Openness.CLOSED)
    return Extent(
        cases=term.cases | frozenset(trigger.concepts),
        openness=openness,
        conditions=term.conditions,
        alternatives=term.alternatives,
    )
