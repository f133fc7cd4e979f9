"""Rules of several countries in tiers, the mildest first: a partial order is never made into a list."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations_with_replacement
from typing import Any

from attrs import evolve, field, frozen

from ..arguments import checked
from ..corpus import Corpus
from ..errors import LawtrackError, UnknownNameError
from ..identifiers import tail
from ..kinds import KINDS
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known
from ..model.substance import Effect, Norm
from ..penalties import PenaltyLadder
from ..queries.asking import day_or_none, provisions_label, source_tags
from ..queries.selection import Column, Selection
from ..verdicts import ANY, Verdict, Verdicts, group_key, tiers
from .grounds import Grounds
from .many import ManyRules
from .matters import Country, as_countries, check_kind, concept_named, ruled, shared_vocabulary, wanted
from .pairs import compare_rules
from .result import told

__all__ = ["Placed", "rank"]

_RANKED = (frozenset({Verdict.MORE_RESTRICTIVE}), frozenset({Verdict.LESS_RESTRICTIVE}))
"""Answers that put one rule above another."""


@frozen(kw_only=True)
class Placed:
    """A rule with the tier it stands in.

    Attributes:
        country: Its country.
        record: The effect or norm.
        rule: The rule as it stands.
        tier: 1 for the mildest; UNKNOWN where no comparison with another country is definite.
        undecided: What would have to be known, over all comparisons with it that are open.
    """

    country: Country = field(repr=False)
    record: Effect | Norm
    rule: Any
    tier: int | Missing = UNKNOWN
    undecided: tuple[str, ...] = ()


@checked
def rank(
    corpora: Corpus | Sequence[Any],
    kind: str,
    *,
    dimension: str | None = None,
    for_: str | None = None,
    align: str | None = None,
    on: date | str | None = None,
    ladder: PenaltyLadder | None = None,
) -> Selection[Placed]:
    """Rules of one kind of several countries, in tiers from the mildest up; never in a total order.

    A rule stands above another only where a comparison is definite. Rules of one tier may be equal,
    incomparable or undecided among each other. A rule that is neither above nor below any other has no tier:
    to be equal to another, or incomparable, is no rank.

    Args:
        corpora: Corpora of one country each, or pairs ``(corpus, package)``.
        kind: Kind of rule.
        dimension: Compare this dimension alone, such as ``threshold``; without it whole rules.
        for_: Party role to see it from; without it those exposed.
        align: Only rules under this matter, a concept of conduct.
        on: Only what is law on this day, or may be.
        ladder: An order of punishments, for sanctions.

    Raises:
        UnknownNameError: *dimension* is none of the kind, *for_* no role, *align* no concept.
        UnknownKindError: *kind* is neither installed nor in any of the corpora.
        ReadingError: Something else than corpora is given.
    """
    countries = as_countries(corpora)
    check_kind(countries, kind)
    known = [each.name for each in KINDS[kind].dimensions] if kind in KINDS else []
    if dimension is not None and dimension not in known:
        raise UnknownNameError("dimension", dimension, known)
    vocabulary = shared_vocabulary(countries)
    if for_ is not None:
        vocabulary.check_role(for_)
    matter = None if align is None else concept_named(align, vocabulary)
    day = day_or_none(on)
    items = [
        Placed(country=one, record=record, rule=rule)
        for one in countries
        for record, stands in wanted(one, kind, for_, day)
        if stands is not False and is_known(rule := ruled(record))
        if matter is None or any(vocabulary.includes(matter, topic) is True for topic in record.topics)
    ]
    groups = _Groups(items, _Asking(dimension, for_, ladder))
    placed = [item for item in items if groups.is_ranked(item)]
    try:
        grouped = tiers(placed, groups.compare, key=groups.number)
    except ValueError as fault:  # an order of a study's kind that no order is
        told = ", ".join(tail(item.record.id) for item in placed[:5])
        raise LawtrackError(f"rules of kind {kind!r} ({told} …) have no tiers: {fault}") from fault
    rows = [
        evolve(item, tier=number, undecided=groups.undecided(item))
        for number, tier in enumerate(grouped, start=1)
        for item in tier
    ]
    rows += [evolve(item, undecided=groups.undecided(item)) for item in items if not groups.is_ranked(item)]
    subject = f"{kind.replace('_', ' ').capitalize()} rules" + (f" by {dimension}" if dimension else "")
    title = subject + (f" for {for_}" if for_ else "")
    given = {"dimension": dimension, "for_": for_, "align": align, "on": str(day) if day else None}
    said = "".join(f", {name}={value!r}" for name, value in given.items() if value is not None)
    return Selection(
        rows=rows,
        columns=_columns(dimension),
        title=title,
        notes=(
            "Tier 1 is the mildest. Within a tier nothing is claimed: rules may be equal, incomparable or "
            "undecided; without a tier no comparison is definite.",
            *((f"Nothing on record: {', '.join(gone)}.",) if (gone := _gone(countries, items)) else ()),
        ),
        query=f"rank(corpora, {kind!r}{said})",
    )


def _gone(countries: Sequence[Country], items: Sequence[Placed]) -> list[str]:
    return [one.name for one in countries if not any(item.country is one for item in items)]


class _Asking:
    """How one rule stands to another; what two countries give to a comparison is worked out once."""

    def __init__(self, dimension: str | None, for_: str | None, ladder: PenaltyLadder | None) -> None:
        self._dimension, self._for, self._ladder = dimension, for_, ladder
        self._grounds: dict[tuple[str, str], Grounds] = {}
        self._many: dict[tuple[str, str], tuple[ManyRules, dict[int, int]]] = {}

    def __call__(self, a: Placed, b: Placed) -> Verdicts:
        if self._dimension is None and self._for is None:
            many, numbers = self._together(a, b)
            return many.answer(numbers[id(a.rule)], numbers[id(b.rule)])
        grounds = self._between(a.country, b.country)
        found = compare_rules(a.rule, b.rule, grounds, self._for, quick=True)
        if self._dimension is None:
            return found.verdicts
        return next((x.verdicts for x in found.by_dimension if x.dimension == self._dimension), ANY)

    def _between(self, one: Country, other: Country) -> Grounds:
        key = one.code, other.code
        if key not in self._grounds:
            self._grounds[key] = Grounds((one.corpus, other.corpus), self._ladder, True, False)
        return self._grounds[key]

    def _together(self, a: Placed, b: Placed) -> tuple[ManyRules, dict[int, int]]:
        key = a.country.code, b.country.code
        if key not in self._many:
            self._many[key] = ManyRules(self._between(a.country, b.country)), {}
        many, numbers = self._many[key]
        for item in (a, b):
            if id(item.rule) not in numbers:
                numbers[id(item.rule)] = many.add(item.rule)
        return many, numbers


class _Groups:
    """Equal rules of one country taken together, and each two groups compared once."""

    def __init__(self, items: Sequence[Placed], ask: _Asking) -> None:
        self._number: dict[int, int] = {}
        heads: list[Placed] = []
        sizes: list[int] = []
        known: dict[object, int] = {}
        for item in items:
            place = known.setdefault(group_key((item.country.code, item.rule)), len(heads))
            if place == len(heads):
                heads.append(item)
                sizes.append(0)
            sizes[place] += 1
            self._number[id(item.record)] = place
        self._answers: dict[tuple[int, int], Verdicts] = {}
        self._ranked: set[int] = set()
        self._undecided: list[set[str]] = [set() for _ in heads]
        for i, j in combinations_with_replacement(range(len(heads)), 2):
            if i == j and sizes[i] == 1:
                continue
            found = self._answers[i, j] = ask(heads[i], heads[j])
            if found.possible in _RANKED:
                self._ranked |= {i, j}
            for place in (i, j):
                self._undecided[place].update(found.undecided)

    def number(self, item: Placed) -> int:
        return self._number[id(item.record)]

    def compare(self, a: Placed, b: Placed) -> Verdicts:
        return self._answers[self.number(a), self.number(b)]

    def is_ranked(self, item: Placed) -> bool:
        return self.number(item) in self._ranked

    def undecided(self, item: Placed) -> tuple[str, ...]:
        return tuple(sorted(self._undecided[self.number(item)]))


def _columns(dimension: str | None) -> tuple[Column, ...]:
    def value(row: Placed) -> object:
        held = getattr(row.rule, dimension or "", NOT_APPLICABLE)
        return held if isinstance(held, Missing) else told(held)

    return (
        Column("tier", lambda row: row.tier),
        Column("country", lambda row: row.country.code),
        Column("rule", lambda row: tail(row.record.id)),
        *((Column(dimension, value),) if dimension else (Column("says", lambda row: row.rule.summary()),)),
        Column("undecided", lambda row: row.undecided),
        Column("provision", lambda row: provisions_label(row.country.corpus, row.record), detail=True),
        Column("sources", lambda row: source_tags(row.country.corpus, row.record.id), detail=True),
    )
