"""The population of a claim, unit by unit: what one amendment may be, and which effects belong to it."""

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from ..corpus import Corpus
from ..missing import is_known
from ..model.counting import CountingUnit
from ..model.instruction import Amendment, Package
from ..model.record import Record
from ..model.substance import Confidence, Effect
from ..model.text import Provision, Work, WorkKind
from ..queries.asking import effects_of, makers_of
from ..references import work_of

__all__ = ["FROM_LAW", "Change", "Population", "changes_told", "population_of"]

FROM_LAW = (Confidence.PRIMARY_BOTH, Confidence.PRIMARY_AFTER_ONLY, Confidence.PRIMARY_CHANGE_ONLY)
"""What the coding of a record rests on that was read in the law."""

_ARTICLE_LIKE = ("art", "sec", "reg", "rule", "cl")


Change = tuple[Effect, ...]
"""One change: the effect that tells of it, or several that contradict each other about it."""


@frozen(kw_only=True)
class Population:
    """What a package holds of one unit.

    Attributes:
        unit: The unit.
        members: The changes of each one, by its id; no changes where nobody coded any.
        enumerated: Whether the corpus holds every one.
        unplaced: How many changes could not be put under any.
        unpointed: How many instructions name no numbered point, where those are counted.
        rivals: How many changes are told by records that put them in different places.
    """

    unit: CountingUnit
    members: Mapping[str, tuple[Change, ...]]
    enumerated: bool
    unplaced: int = 0
    unpointed: int = 0
    rivals: int = 0

    @property
    def complete(self) -> bool:
        """Whether the corpus holds every one, and says which changes belong to each."""
        return self.enumerated and not (self.unplaced or self.unpointed or self.rivals)


def population_of(corpus: Corpus, about: Record, unit: CountingUnit) -> Population | None:
    """The population of one unit that a package or work has; None for other records.

    Groups that a source did not enumerate are no members, nor what another record of the same package tells
    more exactly: one change counts once, however many sources tell of it. Of records that contradict each
    other, on whichever side that is written, those read in the law count; where that does not decide, they
    are one change together, and all of them must pass or fail for it to be known which it does.
    """
    name = f"population of {unit.value}"
    held: dict[str, Population | None] = corpus.cached(name, lambda _: {})
    if about.id not in held:
        held[about.id] = _population(corpus, about, unit)
    return held[about.id]


def _population(corpus: Corpus, about: Record, unit: CountingUnit) -> Population | None:
    if isinstance(about, Package):
        makers = makers_of(corpus, about)
        effects = effects_of(corpus, about)
        enumerated = unit in about.enumerates
    elif isinstance(about, Work):
        # What a work does is enumerated nowhere but in a package.
        makers = frozenset({about.id}) | {a.id for a in corpus.amendments if a.instrument == about.id}
        effects = tuple(effect for effect in corpus.effects if not makers.isdisjoint(effect.by))
        enumerated = False
    else:
        return None
    members: dict[str, list[Change]] = {}
    if unit in _WORKS:
        for work in _amended(corpus, makers):
            if unit is CountingUnit.WORK or work.kind is WorkKind(unit.value):
                members[work.id] = []
        return Population(unit=unit, members=dict.fromkeys(members, ()), enumerated=enumerated)
    amendments = [amendment for amendment in corpus.amendments if amendment.id in makers]
    changes: tuple[Change, ...] = corpus.cached(
        f"changes told of {about.id}", lambda _: changes_told(effects)
    )
    if unit is CountingUnit.EFFECT:
        held = {change[0].id: (change,) for change in changes}
        return Population(unit=unit, members=held, enumerated=enumerated)
    unpointed = 0
    for amendment in amendments:
        keys = tuple(_keys_of(corpus, amendment, unit))
        unpointed += not keys and unit is CountingUnit.NUMBERED_POINT
        for key in keys:
            members.setdefault(key, [])
    places = _keys_of_effects(corpus, amendments, unit)
    known = {amendment.id for amendment in amendments}
    unplaced = rivals = 0
    for change in changes:
        found = [frozenset(places(effect)) for effect in change]
        # Of instructions without a point their changes need not be told as well.
        pointed = unit is CountingUnit.NUMBERED_POINT and any(not known.isdisjoint(e.by) for e in change)
        unplaced += not any(found) and not pointed
        rivals += len(set(found)) > 1
        for key in sorted(frozenset().union(*found)):
            members.setdefault(key, []).append(change)
    return Population(
        unit=unit,
        members={key: tuple(held) for key, held in members.items()},
        enumerated=enumerated,
        unplaced=unplaced,
        unpointed=unpointed,
        rivals=rivals,
    )


_WORKS = (CountingUnit.CODE, CountingUnit.LAW, CountingUnit.WORK)


def changes_told(effects: Iterable[Effect]) -> tuple[Change, ...]:
    """The changes that effects tell of, each once, in the order of the effects."""
    told = {effect.id: effect for effect in effects if not effect.schematic}
    better = {id: {other for other in effect.refines if other in told} for id, effect in told.items()}
    # Records that each claim to tell the other more exactly leave open which does.
    mutual = {(id, other) for id, others in better.items() for other in others if id in better[other]}
    outdone = {other for id, others in better.items() for other in others if (id, other) not in mutual}
    against: dict[str, set[str]] = {id: set() for id in told if id not in outdone}
    pairs = [(id, other) for id, effect in told.items() for other in effect.contradicts]
    for one, other in (*pairs, *mutual):
        if one in against and other in against and one != other:
            against[one].add(other)
            against[other].add(one)
    places = {id: place for place, id in enumerate(against)}
    changes: list[Change] = []
    seen: set[str] = set()
    for id, others in against.items():
        if not others:
            changes.append((told[id],))
        elif id not in seen:
            group = _joined_to(id, against)
            seen |= group
            rivals = [told[each] for each in sorted(group, key=places.__getitem__)]
            read = [effect for effect in rivals if effect.confidence in FROM_LAW]
            changes.append(tuple(read or rivals))
    return tuple(changes)


def _joined_to(start: str, links: Mapping[str, set[str]]) -> set[str]:
    found = {start}
    todo = [start]
    while todo:
        for other in links[todo.pop()] - found:
            found.add(other)
            todo.append(other)
    return found


def _keys_of(corpus: Corpus, amendment: Amendment, unit: CountingUnit) -> Iterable[str]:
    """The members of one unit that an amendment is, stands in or acts on."""
    if unit is CountingUnit.INSTRUCTION:
        return (amendment.id,)
    if unit is CountingUnit.NUMBERED_POINT:
        return (amendment.source_provision,) if is_known(amendment.source_provision) else ()
    return _places(corpus, amendment.targets, unit)


def _keys_of_effects(
    corpus: Corpus, amendments: Iterable[Amendment], unit: CountingUnit
) -> Callable[[Effect], Iterable[str]]:
    """What gives the members of one unit that an effect belongs to."""
    if unit in (CountingUnit.ARTICLE, CountingUnit.ARTICLE_PART):
        return lambda effect: _places(corpus, effect.provisions, unit)
    of_maker = {amendment.id: tuple(_keys_of(corpus, amendment, unit)) for amendment in amendments}
    return lambda effect: (key for maker in effect.by for key in of_maker.get(maker, ()))


def _places(corpus: Corpus, ids: Iterable[str], unit: CountingUnit) -> Iterable[str]:
    place = _article if unit is CountingUnit.ARTICLE else _part
    return tuple(key for id in ids if (key := place(corpus, id)))


def _part(corpus: Corpus, target: str) -> str:
    return target if isinstance(corpus.get(target), Provision) else ""


def _article(corpus: Corpus, target: str) -> str:
    provision = corpus.get(target)
    if not isinstance(provision, Provision):
        return ""
    steps = provision.eid.steps
    for place, (element, _) in enumerate(steps):
        if element in _ARTICLE_LIKE:
            steps = steps[: place + 1]
            break
    return f"{provision.work}~{type(provision.eid)(steps)}"


def _amended(corpus: Corpus, makers: frozenset[str]) -> list[Work]:
    """Works that the makers amend: those they name, and those their amendments act on."""
    ids: dict[str, None] = {}
    for id in sorted(makers):
        record = corpus.get(id)
        named = record.amends if isinstance(record, Work) else getattr(record, "targets", ())
        for target in named:
            ids[work_of(corpus, target)] = None
    return [work for id in ids if isinstance(work := corpus.get(id), Work)]
