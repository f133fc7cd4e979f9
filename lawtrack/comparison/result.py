"""The answer of a comparison: what is still possible, dimension by dimension, and what it rests on."""

from enum import Enum
from typing import Any

from attrs import evolve, frozen

from ..languages import LangMap
from ..missing import Missing
from ..model.dimension import Answer, Reach, Stake
from ..model.position import Direction
from ..model.scope import Threshold, concept_words
from ..tables import Table, card_html
from ..verdicts import PartlyOrdered, Verdict, Verdicts

__all__ = ["Comparison", "told"]

_DIRECTION = {
    (Verdict.MORE_RESTRICTIVE, Stake.EXPOSED): Direction.MORE_EXPOSED,
    (Verdict.LESS_RESTRICTIVE, Stake.EXPOSED): Direction.LESS_EXPOSED,
    (Verdict.MORE_RESTRICTIVE, Stake.EMPOWERED): Direction.LESS_POWER,
    (Verdict.LESS_RESTRICTIVE, Stake.EMPOWERED): Direction.MORE_POWER,
}


@frozen(kw_only=True, repr=False)
class Comparison(PartlyOrdered):
    """How the second of two things compares with the first, for one party or for those exposed.

    Attributes:
        verdicts: The answers that are still possible.
        by_dimension: What each dimension says, with the values of both sides.
        kind: Kind of the rules compared, ``sanction``, ``definition`` …
        for_: The party asked about; None for those whom the rules expose.
        first: What the first thing is called.
        second: What the second is called.
        basis: What the answer rests on: vocabulary, ladder, alignment.
        assumptions: What was taken as given although nobody states it, as sentences.
        same_kind: False when the two are of different kinds, which do not compare at all.
        reach: How much of the party the first and the second rule touch.
        stake: Whether the party bears the rules or wields them.
    """

    verdicts: Verdicts
    by_dimension: tuple[Answer, ...] = ()
    kind: str = ""
    for_: str | None = None
    first: str = "the first"
    second: str = "the second"
    basis: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    same_kind: bool = True
    reach: tuple[Reach, Reach] = (Reach.ALL, Reach.ALL)
    stake: Stake = Stake.EXPOSED

    @property
    def verdict(self) -> Verdict | Missing:
        """The one possible answer, or UNKNOWN while several are."""
        return self.verdicts.verdict

    @property
    def possible(self) -> frozenset[Verdict]:
        """The answers still possible."""
        return self.verdicts.possible

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields that would make the answer definite; empty when it is."""
        return self.verdicts.undecided

    @property
    def is_definite(self) -> bool:
        """Whether a single answer is left."""
        return self.verdicts.is_definite

    @property
    def direction(self) -> Direction:
        """What going from the first to the second would mean for the party."""
        if not self.is_definite:
            return Direction.UNKNOWN
        verdict = next(iter(self.possible))
        if verdict is Verdict.EQUIVALENT:
            return Direction.NONE
        return _DIRECTION.get((verdict, self.stake), Direction.MIXED)

    def words(self) -> str:
        """The verdict in words; sanctions and sentences say HARSHER and MILDER, other kinds NOT_SAME_KIND."""
        if not self.same_kind:
            return "NOT_SAME_KIND"
        return self.verdicts.words(sanction=self.kind in ("sanction", "sentence"))

    def mirror(self) -> "Comparison":
        """The comparison made the other way round."""
        return evolve(
            self,
            verdicts=self.verdicts.mirror(),
            by_dimension=tuple(
                Answer(x.dimension, x.verdicts.mirror(), x.after, x.before) for x in self.by_dimension
            ),
            first=self.second,
            second=self.first,
            reach=self.reach[::-1],
        )

    def explain(self) -> str:
        """The answer in a paragraph: verdict, what decides it, what is not known, what was assumed."""
        whom = f"For {self.for_.replace('_', ' ')}" if self.for_ else "For those exposed"
        said = [f"{whom}, {self.second} against {self.first}: {self._verdict_said()}."]
        if not self.same_kind:
            return f"{said[0]} Only rules of one kind compare."
        for verdict, lead in _LEADS.items():
            named = [x for x in self.by_dimension if x.verdicts.verdict is verdict]
            if named:
                said.append(f"{lead}: {'; '.join(map(_changed, named))}.")
        open_ones = [x for x in self.by_dimension if not x.verdicts.is_definite]
        if open_ones and not self.is_definite:
            said.append(f"Not decided: {'; '.join(map(_undecided, open_ones))}.")
        elif open_ones:
            names = ", ".join(_name(x.dimension) for x in open_ones)
            said.append(f"The answer holds whatever {names} may be.")
        if self.for_:
            said += _reached(self.for_, self.reach)
        said += [f"Assumed: {'; '.join(self.assumptions)}."] if self.assumptions else []
        said += [f"Basis: {'; '.join(self.basis)}."] if self.basis else []
        return " ".join(said)

    def _verdict_said(self) -> str:
        bound = _BOUNDS.get(self.possible)
        return f"{self.words()}, {bound}" if bound else self.words()

    def table(self) -> Table:
        """One row for each dimension: its verdict, and the value on either side."""
        sanction = self.kind in ("sanction", "sentence")
        return Table(
            columns=("dimension", "verdict", "first", "second"),
            rows=tuple(
                (_name(x.dimension), x.verdicts.words(sanction=sanction), told(x.before), told(x.after))
                for x in self.by_dimension
            ),
            title=f"{self}: {self.second} against {self.first}",
            notes=(*self.assumptions, *(f"Basis: {line}" for line in self.basis)),
        )

    def __str__(self) -> str:
        return f"{self.words()}{f' for {self.for_}' if self.for_ else ''}"

    def __repr__(self) -> str:
        return f"<Comparison {self}: {self.second} against {self.first}>"

    def _repr_html_(self) -> str:
        return card_html(
            f"{self.second} against {self.first}",
            [(str(self), "neutral")],
            [self.explain()],
            [evolve(self.table(), title="", notes=())],
        )


_LEADS = {
    Verdict.MORE_RESTRICTIVE: "More restrictive in",
    Verdict.LESS_RESTRICTIVE: "Less restrictive in",
    Verdict.INCOMPARABLE: "Not comparable in",
}
_MORE, _LESS, _SAME, _APART = (
    Verdict.MORE_RESTRICTIVE,
    Verdict.LESS_RESTRICTIVE,
    Verdict.EQUIVALENT,
    Verdict.INCOMPARABLE,
)
_BOUNDS = {
    frozenset({_MORE, _APART}): "at least not less restrictive",
    frozenset({_LESS, _APART}): "at least not more restrictive",
    frozenset({_MORE, _SAME}): "never less restrictive",
    frozenset({_LESS, _SAME}): "never more restrictive",
    frozenset({_MORE, _SAME, _APART}): "at least not less restrictive",
    frozenset({_LESS, _SAME, _APART}): "at least not more restrictive",
}


def _name(dimension: str) -> str:
    return dimension.rstrip("_").replace("_", " ")


def _changed(answer: Answer) -> str:
    return f"{_name(answer.dimension)} ({told(answer.before)} → {told(answer.after)})"


def _undecided(answer: Answer) -> str:
    before, after = told(answer.before), told(answer.after)
    values = f"{before} on both sides" if before == after else f"{before} → {after}"
    return f"{_name(answer.dimension)} ({values})"


def _reached(party: str, reach: tuple[Reach, Reach]) -> list[str]:
    party = party.replace("_", " ")
    said = []
    for side, how in zip(("first", "second"), reach, strict=True):
        if how is Reach.SOME:
            said.append(f"The {side} touches only some of {party}.")
        elif how is Reach.NONE:
            said.append(f"The {side} does not touch {party}.")
        elif how is Reach.NOT_STATED:
            said.append(f"Whom the {side} touches is not stated.")
    return said


def told(value: Any) -> str:
    """A value of a rule in the words of a reader."""
    if isinstance(value, Missing):
        return str(value).replace("_", " ")
    if isinstance(value, Threshold):
        return value.words()
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, LangMap):
        return value.text()
    if isinstance(value, tuple):
        return ", ".join(map(told, value)) or "not stated"
    said = str(value)
    return said if " " in said else concept_words(said) if said.startswith("x:") else said.replace("_", " ")
