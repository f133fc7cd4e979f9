"""The population of a claim, unit by unit: what one amendment may be, and which effects belong to it."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from ..corpus import Corpus
from ..missing import is_known
from ..model.counting import CountingUnit
from ..model.instruction import Amendment, Package
from ..model.record import Record
from ..model.substance import Effect
from ..model.text import Provision, Work, WorkKind
from ..queries.asking import effects_of, makers_of

__all__ = ["Population", "population_of"]

_ARTICLE_LIKE = ("art", "sec", "reg", "rule", "cl")


@frozen(kw_only=True)
class Population:
    """What a package holds of one unit.

    Attributes:
        unit: The unit.
        members: The effects of each one, by its id; no effects where nobody coded any.
        complete: Whether the corpus holds every one.
        unplaced: How many amendments or effects could not be put under any.
    """

    unit: CountingUnit
    members: Mapping[str, tuple[Effect, ...]]
    complete: bool
    unplaced: int = 0


def population_of(corpus: Corpus, about: Record, unit: CountingUnit) -> Population | None:
    """The population of one unit that a package or work has; None for other records.

    Groups that a source did not enumerate are no members, nor what another record of the same package tells
    more exactly or otherwise: one change counts once, however many sources tell of it.
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
        complete = unit in about.enumerates
    elif isinstance(about, Work):
        # What a work does is enumerated nowhere but in a package.
        makers = frozenset({about.id}) | {a.id for a in corpus.amendments if a.instrument == about.id}
        effects = tuple(effect for effect in corpus.effects if not makers.isdisjoint(effect.by))
        complete = False
    else:
        return None
    told_by = {
        effect.id: {*effect.refines, *effect.contradicts} for effect in effects if not effect.schematic
    }
    # Records that each claim to tell the other better leave open which of them counts.
    both_ways = {id for id, others in told_by.items() if any(id in told_by.get(o, ()) for o in others)}
    complete = complete and not both_ways
    told_better = {id for others in told_by.values() for id in others} - both_ways
    enumerated = [effect for effect in effects if not effect.schematic and effect.id not in told_better]
    amendments = [amendment for amendment in corpus.amendments if amendment.id in makers]
    members: dict[str, dict[str, Effect]] = {}
    unplaced = 0
    if unit is CountingUnit.EFFECT:
        members = {effect.id: {effect.id: effect} for effect in enumerated}
    elif unit in (CountingUnit.ARTICLE, CountingUnit.ARTICLE_PART):
        place = _article if unit is CountingUnit.ARTICLE else _part
        for amendment in amendments:
            for target in amendment.targets:
                if key := place(corpus, target):
                    members.setdefault(key, {})
        for effect in enumerated:
            keys = [key for provision in effect.provisions if (key := place(corpus, provision))]
            unplaced += not keys
            for key in keys:
                members.setdefault(key, {})[effect.id] = effect
    elif unit in (CountingUnit.INSTRUCTION, CountingUnit.NUMBERED_POINT):
        points = unit is CountingUnit.NUMBERED_POINT
        by_maker = _by_maker(enumerated)
        for amendment in amendments:
            key = _point(amendment) if points else amendment.id
            if not key:
                unplaced += 1
                continue
            slot = members.setdefault(key, {})
            slot.update({effect.id: effect for effect in by_maker.get(amendment.id, ())})
        if not points:
            known = {amendment.id for amendment in amendments}
            unplaced += sum(known.isdisjoint(effect.by) for effect in enumerated)
    else:
        for work in _amended(corpus, makers):
            if unit is CountingUnit.WORK or work.kind is WorkKind(unit.value):
                members[work.id] = {}
    return Population(
        unit=unit,
        members={key: tuple(held.values()) for key, held in members.items()},
        complete=complete,
        unplaced=unplaced,
    )


def _by_maker(effects: Iterable[Effect]) -> dict[str, list[Effect]]:
    held: dict[str, list[Effect]] = {}
    for effect in effects:
        for maker in effect.by:
            held.setdefault(maker, []).append(effect)
    return held


def _point(amendment: Amendment) -> str:
    return amendment.source_provision if is_known(amendment.source_provision) else ""


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
            held = corpus.get(target)
            ids[held.work if isinstance(held, Provision) else target] = None
    return [work for id in ids if isinstance(work := corpus.get(id), Work)]
