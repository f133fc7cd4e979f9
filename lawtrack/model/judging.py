"""Two rules of one kind judged: dimension by dimension, for those exposed or for one party.

For a party it first matters whether the rules touch it at all (:mod:`lawtrack.model.touching`). What nobody
stated about that leaves several pairs of reaches possible, and the answer is the union over them.
"""

from collections.abc import Iterable
from typing import Any

from attrs import evolve, frozen

from ..verdicts import ANY, Verdicts
from .dimension import Answer, Dimension, Reach, Stake
from .given import Given
from .orders import EQUAL, LESS, MORE
from .scope import is_stated
from .touching import Touching, among

__all__ = ["Judged", "judge", "none_against"]


@frozen
class Judged:
    """What the machine found for one party, or for those exposed.

    Attributes:
        verdicts: The answers left.
        answers: Dimension by dimension, for the party asked about.
        before: How much of the party the first rule touches; ALL when no party was asked about.
        after: The same of the second.
        stake: How the party stands to the rules.
        assumed: What silence about the party was taken to mean, as sentences.
    """

    verdicts: Verdicts
    answers: tuple[Answer, ...]
    before: Reach = Reach.ALL
    after: Reach = Reach.ALL
    stake: Stake = Stake.EXPOSED
    assumed: tuple[str, ...] = ()


def judge(a: Any, b: Any, given: Given, for_: str | None = None) -> Judged:
    """How the rule *b* compares with *a*, of the same kind, for the party *for_* or for those exposed."""
    if for_ is None:
        return _joined(_answers(a, b, a.dimensions, given))
    if not a.concerns and not any(d.parties in _TOUCHING for d in a.dimensions):
        found = _joined(_answers(a, b, a.dimensions, given))
        verdicts = found.verdicts if given.as_listed else found.verdicts | EQUAL
        return Judged(verdicts, found.answers, Reach.NOT_STATED, Reach.NOT_STATED, assumed=(among(for_),))
    return _Asked(for_, given).judge(a, b)


def none_against(rule: Any, given: Given, for_: str | None = None) -> Judged:
    """How a rule compares with none at all."""
    if for_ is None:
        return Judged(_burden(rule), (), Reach.NONE)
    if not rule.dimensions:
        return Judged(ANY, (), Reach.NONE, Reach.NOT_STATED)
    return _Asked(for_, given).judge(None, rule)


def _burden(rule: Any) -> Verdicts:
    """How a rule compares with none at all, for those it exposes."""
    if rule.burden is None:
        return ANY
    return MORE if rule.burden else LESS


def _answers(a: Any, b: Any, dimensions: Iterable[Dimension], given: Given) -> tuple[Answer, ...]:
    return tuple(
        Answer(d.name, d.between(a, b, given), getattr(a, d.name), getattr(b, d.name))
        for d in dimensions
        if d.counts
    )


def _joined(answers: tuple[Answer, ...]) -> Judged:
    return Judged(Verdicts.product(answer.verdicts for answer in answers) if answers else ANY, answers)


_TOUCHING = (Stake.EXPOSED, Stake.EMPOWERED)


class _Asked:
    """One question about a party, and what had to be taken as given to answer it."""

    def __init__(self, party: str, given: Given) -> None:
        self.given = given
        self.touching = Touching(party, given)

    def judge(self, a: Any, b: Any) -> Judged:
        """How *b* compares with *a*, which is None where there is no rule."""
        found: list[Judged] = []
        for stake in _TOUCHING:
            exposed = bool(found) and {found[0].before, found[0].after} != {Reach.NONE}
            if (judged := self._for(a, b, stake, exposed)) is not None:
                found.append(judged)
        if not found:
            return Judged(EQUAL, (), Reach.NONE, Reach.NONE)
        touched = [j for j in found if {j.before, j.after} != {Reach.NONE}] or found[:1]
        first = touched[0]
        if len(touched) > 1 and not _is_sure(first) and _is_sure(touched[1]):
            first = touched[1]
        return evolve(
            first,
            verdicts=Verdicts.product(j.verdicts for j in touched) if touched[1:] else first.verdicts,
            answers=tuple(answer for j in touched for answer in j.answers),
            assumed=tuple(self.touching.assumed),
        )

    def _for(self, a: Any, b: Any, stake: Stake, exposed: bool) -> Judged | None:
        """What the rules mean for the party in one stake; None for a kind without such parties."""
        own = [d for d in b.dimensions if d.parties is stake]
        concerns = b.concerns if stake is Stake.EXPOSED else ()
        if not own and not concerns:
            return None
        pairs = self.touching.pairs(a, b, stake, own, concerns, exposed)
        verdicts: Verdicts | None = None
        answers: tuple[Answer, ...] = ()
        # What is shown dimension by dimension is the case in which both rules touch the party.
        for before, after in sorted(pairs, key=_touching_both):
            judged = self._with(a, b, before, after, own)
            verdicts = judged.verdicts if verdicts is None else verdicts | judged.verdicts
            answers = judged.answers or answers
        assert verdicts is not None
        if len(pairs) > 1 and len(verdicts.possible) > 1:
            naming = [d for d in b.dimensions if d in own or d.parties is Stake.SPARED]
            rules = [rule for rule in (a, b) if rule is not None]
            silent = [d for d in naming if not all(is_stated(d.of(rule)) for rule in rules)]
            names = (d.name for d in silent or naming)
            verdicts = Verdicts(verdicts.possible, (*verdicts.undecided, *names))
        elif len(verdicts.possible) == 1:
            verdicts = Verdicts(verdicts.possible)
        if stake is Stake.EMPOWERED:
            verdicts = verdicts.mirror()
            answers = tuple(evolve(answer, verdicts=answer.verdicts.mirror()) for answer in answers)
        sides = [{pair[side] for pair in pairs} for side in (0, 1)]
        reach = [held.pop() if len(held) == 1 else Reach.NOT_STATED for held in sides]
        if self.touching.is_taken_in and stake is Stake.EXPOSED and own:
            reach = [
                how if how is Reach.NONE or any(is_stated(d.of(rule)) for d in own) else Reach.NOT_STATED
                for how, rule in zip(reach, (a, b), strict=True)
            ]
        return Judged(verdicts, answers, reach[0], reach[1], stake)

    def _with(self, a: Any, b: Any, before: Reach, after: Reach, own: list[Dimension]) -> Judged:
        """The answer if the rules touch so much of the party."""
        if Reach.NONE in (before, after):
            if before is after:
                return Judged(EQUAL, ())
            verdicts = _burden(b) if before is Reach.NONE else _burden(a).mirror()
            shown = own[:1] if a is not None else []
            told = (Answer(d.name, verdicts, getattr(a, d.name), getattr(b, d.name)) for d in shown)
            return Judged(verdicts, tuple(told))
        # Whoever is reached on both sides does not care who else is; of a role reached in part, more may be.
        drop = {d.name for d in own if all(self.touching.of(d.of(rule)) == {Reach.ALL} for rule in (a, b))}
        if Reach.SOME not in (before, after):
            drop |= {
                d.name
                for d in a.dimensions
                if d.parties is Stake.SPARED and self.touching.names_only_roles(a, b, d)
            }
        return _joined(_answers(a, b, (d for d in a.dimensions if d.name not in drop), self.given))


def _is_sure(judged: Judged) -> bool:
    return Reach.NOT_STATED not in (judged.before, judged.after)


def _touching_both(pair: tuple[Reach, Reach]) -> tuple[bool, str, str]:
    return Reach.NONE not in pair, pair[0].value, pair[1].value
