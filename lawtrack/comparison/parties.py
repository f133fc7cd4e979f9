"""One comparison seen by every party that the two sides name."""

from typing import Any

from ..kinds import Sentence
from ..missing import Missing, is_known
from ..model.position import Position
from ..model.rule import Rule, positions_of
from ..model.substance import Effect, Norm
from ..penalties import Sanction
from ..queries.selection import Column, Selection
from ..verdicts import Verdict
from .grounds import Grounds
from .pairs import compare_things
from .result import Comparison

__all__ = ["compare_for_all", "parties_of"]


def parties_of(*rules: Rule | Missing) -> tuple[str, ...]:
    """Every role that the rules name in a position, in alphabetical order."""
    held: list[Position] = [p for rule in rules if is_known(rule) for p in positions_of(rule)]
    sides = [role for p in held for role in (p.holder, p.against) if is_known(role)]
    fixed = [role for rule in rules if is_known(rule) for role in rule.concerns]
    return tuple(sorted({*sides, *fixed}))


def compare_for_all(a: Any, b: Any, grounds: Grounds, align: object) -> Selection[Comparison]:
    """A row for each party, in alphabetical order of roles."""
    rules = [
        side.after if isinstance(side, Effect) else side.rule if isinstance(side, Norm) else side
        for side in (a, b)
    ]
    if any(isinstance(side, Sanction) for side in (a, b)):  # what a sanction is for, a sentence tells
        rules.append(Sentence())
    roles = parties_of(*(rule for rule in rules if isinstance(rule, Rule)))
    rows = [compare_things(a, b, grounds, role, align) for role in roles]
    title = f"{rows[0].second} against {rows[0].first}" if rows else "Comparison by party"
    return Selection(
        rows=tuple(rows),
        columns=(
            Column("party", lambda row: row.for_),
            Column("verdict", lambda row: row.words()),
            Column("direction", lambda row: row.direction.value.replace("_", " ")),
            Column("decided_by", _deciding),
            Column("missing", lambda row: row.missing),
            Column("reach", lambda row: "/".join(r.value.replace("_", " ") for r in row.reach), detail=True),
            Column("assumptions", lambda row: row.assumptions, detail=True),
        ),
        title=title,
        notes=() if rows else ("Neither side names a party.",),
    )


def _deciding(row: Comparison) -> tuple[str, ...]:
    return tuple(
        x.dimension
        for x in row.by_dimension
        if x.verdicts.is_definite and x.verdicts.verdict is not Verdict.EQUIVALENT
    )
