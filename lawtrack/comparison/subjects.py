"""What rules are about, and which rule of one package stands beside which of another."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator

from attrs import define, field, frozen

from ..missing import Missing, is_known
from ..model.rule import Rule
from ..model.scope import Scope
from ..model.substance import Effect, Norm
from ..vocabulary import Vocabulary

__all__ = ["Match", "Matter", "matches", "matter_of", "rule_of"]

_TRIED = 8
"""How many candidates of one concept are weighed; more would make the work grow with the square."""


def rule_of(record: Effect | Norm) -> Rule | Missing:
    """The rule as it stands: of an effect that after the change, of a norm its own."""
    return record.after if isinstance(record, Effect) else record.rule


@frozen
class Matter:
    """What a rule is about.

    Attributes:
        kind: Its kind.
        concepts: Names of what it is about; empty when nobody stated any.
        roles: Party roles that the record speaks to.
        provisions: Provisions that carry it.
        id: Id of the record.
    """

    kind: str
    concepts: frozenset[str]
    roles: frozenset[str]
    provisions: frozenset[str]
    id: str


def matter_of(record: Effect | Norm) -> Matter:
    """What an effect or norm is about; of a rule that was repealed, what it was about."""
    sides = (record.after, record.before) if isinstance(record, Effect) else (record.rule,)
    rule = next((side for side in sides if is_known(side)), None)
    concepts = frozenset() if rule is None else frozenset(_concepts(rule))
    return Matter(
        record.kind, concepts, frozenset(record.addressees), frozenset(record.provisions), record.id
    )


def _concepts(rule: Rule) -> Iterator[str]:
    for name in rule.aligned_by:
        value = getattr(rule, name)
        if isinstance(value, Scope):
            yield from value.concepts
        elif isinstance(value, tuple):
            yield from map(str, value)
        elif is_known(value):
            yield str(value)


@frozen
class Match:
    """Two records side by side, by their places, and why."""

    left: int
    right: int
    why: str


@define
class _Open:
    """The records of the right that nothing on the left has taken yet."""

    matters: tuple[Matter, ...]
    taken: set[int] = field(factory=set)

    def by(self, key: Callable[[Matter], Iterable[object]]) -> dict[object, list[int]]:
        held: dict[object, list[int]] = {}
        for place, matter in enumerate(self.matters):
            if place not in self.taken:
                for one in key(matter):
                    held.setdefault(one, []).append(place)
        for places in held.values():
            places.reverse()  # taken from the end, so the first comes first
        return held

    def next_of(self, places: list[int]) -> int | None:
        while places and places[-1] in self.taken:
            places.pop()
        return places[-1] if places else None


def matches(
    left: tuple[Matter, ...],
    right: tuple[Matter, ...],
    vocabulary: Vocabulary,
    *,
    fixed: Iterable[tuple[int, int]] = (),
    apart: frozenset[str] = frozenset(),
) -> tuple[Match, ...]:
    """Pair the records of two sides, each at most once, in order of the left.

    First those that an alignment joins (*fixed*), then within one kind: the same record; of one provision;
    about the same and speaking to the same roles; about the same; about something that includes, or lies
    within, what the other is about. Kinds in *apart* are paired by an alignment alone. Where one reason would
    make several pairs the first are taken, and each says of how many on either side. Time grows in
    proportion to the number of records: of each concept only a few candidates are weighed.
    """
    found: dict[int, Match] = {}
    rest = _Open(right)
    for one, other in fixed:
        if one not in found and other not in rest.taken:
            found[one] = Match(one, other, "alignment")
            rest.taken.add(other)
    for key, why in _STEPS:
        index = rest.by(key)
        there = {subject: len(places) for subject, places in index.items()}
        asking = {
            p: m for p, m in enumerate(left) if p not in found and (m.kind not in apart or key is _itself)
        }
        here = Counter(subject for matter in asking.values() for subject in key(matter))
        for place, matter in asking.items():
            for subject in key(matter):
                taken = rest.next_of(index.get(subject, []))
                if taken is not None:
                    found[place] = Match(place, taken, why + _among(here[subject], there[subject]))
                    rest.taken.add(taken)
                    break
    _by_inclusion(left, rest, vocabulary, found, apart)
    return tuple(found[place] for place in sorted(found))


def _among(here: int, there: int) -> str:
    """That a pair is one of several that the same reason would make: which answers to which nobody says."""
    if here == there == 1:
        return ""
    return f", the first of {here} and {there}"


def _itself(matter: Matter) -> Iterator[object]:
    yield matter.kind, "id", matter.id


def _provisions(matter: Matter) -> Iterator[object]:
    return ((matter.kind, "at", provision) for provision in sorted(matter.provisions))


def _same_roles(matter: Matter) -> Iterator[object]:
    if matter.concepts:
        yield matter.kind, matter.concepts, matter.roles


def _same_subject(matter: Matter) -> Iterator[object]:
    if matter.concepts:
        yield matter.kind, matter.concepts


_STEPS: tuple[tuple[Callable[[Matter], Iterator[object]], str], ...] = (
    (_itself, "same record"),
    (_provisions, "same provision"),
    (_same_roles, "same subject and roles"),
    (_same_subject, "same subject"),
)


def _by_inclusion(
    left: tuple[Matter, ...],
    rest: _Open,
    vocabulary: Vocabulary,
    found: dict[int, Match],
    apart: frozenset[str],
) -> None:
    index: dict[tuple[str, str], deque[int]] = {}
    for place, matter in enumerate(rest.matters):
        if place not in rest.taken and matter.kind not in apart:
            for concept in {wide for one in matter.concepts for wide in vocabulary.above(one)}:
                index.setdefault((matter.kind, concept), deque()).append(place)
    own = {place: m.concepts for place, m in enumerate(rest.matters)}
    for place, matter in enumerate(left):
        if place in found or matter.kind in apart:
            continue
        weighed: list[tuple[int, int, int]] = []
        for concept in sorted({wide for one in matter.concepts for wide in vocabulary.above(one)}):
            for other in _first_open(index.get((matter.kind, concept), deque()), rest.taken):
                # One names the concept itself, so that it includes something of the other.
                if concept in matter.concepts or concept in own[other]:
                    shared = len(matter.concepts & own[other])
                    weighed.append((-shared, -len(matter.roles & rest.matters[other].roles), other))
        if weighed:
            other = min(weighed)[2]
            several = _among(1, len({candidate for _, _, candidate in weighed}))
            found[place] = Match(place, other, f"one subject within the other{several}")
            rest.taken.add(other)


def _first_open(places: deque[int], taken: set[int]) -> list[int]:
    """The first few places that are still open; those taken that stand before them are dropped for good."""
    found: list[int] = []
    while places and len(found) < _TRIED:
        place = places.popleft()
        if place not in taken:
            found.append(place)
    places.extendleft(reversed(found))
    return found
