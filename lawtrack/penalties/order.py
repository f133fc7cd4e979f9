"""Compare sanctions: is the second harsher, milder, equivalent, or neither?

A sanction is the set of outcomes a court may impose, and sets are compared in the three usual ways
(Hoare, Smyth, Egli-Milner in the order literature). The *ceiling* does not fall when each harshest outcome
before is matched or exceeded after; the *floor* does not fall when each mildest outcome after is at least
as harsh as one before; *overall* is both.

How open questions are read:

- An end the clause leaves to the general part is some finite amount (or, at the top, unlimited), within the
  other end of its span, and the same for every penalty of that kind on both sides; with
  ``same_general_part=False`` each side has its own. An UNKNOWN end may be anything, life included.
- Amounts in units that only outside facts connect (MCI and money, months and days, two bases, two
  references) may stand either way wherever the calendar or zero does not settle it.
- ``if("…")`` may hold or not; the same words hold on both sides or on neither.
- Penalties of one kind that bear on different things (``confiscation(car)``, ``confiscation(house)``, or on
  something that one clause leaves out) may stand either way, or not be comparable at all; how much of each
  there is still counts, so three years of one ban are never milder than two of another.

The verdict is computed in every case left and the answers are collected.

A ladder never turns harsher into milder or incomparable. It may turn it into equivalent: once a fine is
known to be milder than any prison, a higher minimum of prison beside that fine leaves the floor where it is.
"""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from attrs import frozen

from ..missing import Missing
from ..verdicts import ANY, Verdict, Verdicts
from ..verdicts import tiers as tiers_of
from .inputs import refused
from .judging import judge
from .ladder import PenaltyLadder
from .pairing import Classes, Pair, classes_of, pair_classes

__all__ = ["HasClasses", "SanctionComparison", "compare_sanctions", "tiers"]

_MOVED = {
    Verdict.MORE_RESTRICTIVE: "up",
    Verdict.LESS_RESTRICTIVE: "down",
    Verdict.EQUIVALENT: "same",
    Verdict.INCOMPARABLE: "incomparable",
}


class HasClasses(Protocol):
    """A Sanction, which knows what may be imposed on each class of persons."""

    @property
    def classes(self) -> Classes:
        """The classes that the sanction names."""


S = TypeVar("S", bound=HasClasses | str)


@frozen(kw_only=True)
class SanctionComparison:
    """How one sanction compares with an earlier one.

    Attributes:
        overall: MORE_RESTRICTIVE when the second is harsher.
        floor: The same for the mildest outcomes alone: more restrictive means it went up.
        ceiling: The same for the harshest outcomes alone.
        ladder: Name of the ladder used; None without one.
        basis: What the verdict rests on, as sentences.
    """

    overall: Verdicts
    floor: Verdicts
    ceiling: Verdicts
    ladder: str | None = None
    basis: tuple[str, ...] = ()

    @property
    def floor_moved(self) -> str:
        """``up``, ``down``, ``same``, ``incomparable`` or ``unknown``."""
        return _moved(self.floor)

    @property
    def ceiling_moved(self) -> str:
        """``up``, ``down``, ``same``, ``incomparable`` or ``unknown``."""
        return _moved(self.ceiling)

    def words(self) -> str:
        """The overall verdict in words: HARSHER, MILDER, EQUIVALENT, INCOMPARABLE or UNKNOWN (…)."""
        return self.overall.words(sanction=True)

    def mirror(self) -> "SanctionComparison":
        """The comparison made the other way round."""
        return SanctionComparison(
            overall=self.overall.mirror(),
            floor=self.floor.mirror(),
            ceiling=self.ceiling.mirror(),
            ladder=self.ladder,
            basis=self.basis,
        )

    def __str__(self) -> str:
        return f"{self.words()} (floor {self.floor_moved}, ceiling {self.ceiling_moved})"


def _moved(verdicts: Verdicts) -> str:
    verdict = verdicts.verdict
    return "unknown" if isinstance(verdict, Missing) else _MOVED[verdict]


def compare_sanctions(
    before: HasClasses | str,
    after: HasClasses | str,
    *,
    ladder: PenaltyLadder | None = None,
    same_general_part: bool = True,
) -> SanctionComparison:
    """Say how *after* compares with *before*; MORE_RESTRICTIVE means harsher.

    Either may be given in notation. Tracks are compared class by class (:mod:`lawtrack.penalties.pairing`)
    and the answers joined by the product rule; a class that one side does not provide for leaves all four
    answers open. Without a *ladder* different kinds are incomparable. An unknown sanction compares as
    anything, even with itself.

    Raises:
        NotationError: A text does not follow the notation.
        ReadingError: (LT-PEN-006) Something else is given than a sanction, or than a ladder.
    """
    a, b = classes_of(before), classes_of(after)
    if ladder is not None and not isinstance(ladder, PenaltyLadder):
        hint = 'Read one with PenaltyLadder.read("fine < arrest < prison"), say.'
        raise refused(ladder, "a PenaltyLadder or None", hint)
    pairing = pair_classes(a, b)
    answers = [_compare_pair(pair, ladder, same_general_part) for pair in pairing.pairs]
    basis = ("no ladder" if ladder is None else f"ladder {ladder.name}".strip(), *pairing.basis)
    if same_general_part and any(
        pair.before.leaves_end_out or pair.after.leaves_end_out for pair in pairing.pairs
    ):
        basis += ("ends not stated are taken from one general part on both sides",)
    if a.side_words != b.side_words:
        basis += (
            "what a penalty bears on, or the case it is for, is worded otherwise on the two sides,"
            " so it may be more, less or something else",
        )
    overall, floor, ceiling = (
        answers[0] if len(answers) == 1 else map(Verdicts.product, zip(*answers, strict=True))
    )
    return SanctionComparison(
        overall=overall,
        floor=floor,
        ceiling=ceiling,
        ladder=None if ladder is None else ladder.name,
        basis=basis,
    )


def tiers(items: Sequence[S], *, ladder: PenaltyLadder | None = None) -> tuple[tuple[S, ...], ...]:
    """Group sanctions into tiers, the mildest first; see :func:`lawtrack.verdicts.tiers`."""
    if isinstance(items, str):
        raise refused(items, "several sanctions", "Put them into a list.")
    return tiers_of(items, lambda a, b: compare_sanctions(a, b, ladder=ladder).overall)


def _compare_pair(
    pair: Pair, ladder: PenaltyLadder | None, shared_general_part: bool
) -> tuple[Verdicts, Verdicts, Verdicts]:
    a, b = pair.before, pair.after
    if not a.is_known or not b.is_known:
        nothing = Verdicts(ANY.possible, (pair.name,))
        return nothing, nothing, nothing
    return judge(a, b, ladder, shared_general_part=shared_general_part).verdicts()
