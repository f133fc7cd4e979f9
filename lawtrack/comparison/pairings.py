"""One row of two packages side by side: an effect beside another, or alone, and how the two stand."""

from collections.abc import Iterable
from enum import Enum
from functools import cached_property

from attrs import field, frozen

from ..kinds import Sentence
from ..missing import NOT_APPLICABLE, NOT_STATED, UNKNOWN, is_known
from ..model.substance import Effect, Norm
from ..penalties import Sanction, compare_sanctions, delta
from ..verdicts import Verdict
from .grounds import Grounds
from .pairs import compare_pair
from .result import Comparison
from .subjects import matter_of, rule_of

__all__ = ["Outcome", "Pairing", "plain"]


class Outcome(Enum):
    """How the effect of the second package stands to that of the first."""

    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"
    STRONGER = "stronger"
    WEAKER = "weaker"
    EQUIVALENT = "equivalent"
    INCOMPARABLE = "incomparable"
    UNKNOWN = "unknown"


_OUTCOME = {
    Verdict.MORE_RESTRICTIVE: Outcome.STRONGER,
    Verdict.LESS_RESTRICTIVE: Outcome.WEAKER,
    Verdict.EQUIVALENT: Outcome.EQUIVALENT,
    Verdict.INCOMPARABLE: Outcome.INCOMPARABLE,
}


@frozen(kw_only=True)
class Pairing:
    """An effect of one package beside one of the other, or alone.

    Attributes:
        left: Effect or norm of the first package; None when the second alone has such a one.
        right: The same of the second.
        why: Why the two stand side by side; empty for one alone.
        near: Of one alone, to which of the other side it may answer, in words; empty where to none.
        grounds: What the comparison rests on.
        for_: The party it is made for.
        align: Alignments that may be needed.
    """

    left: Effect | Norm | None
    right: Effect | Norm | None
    why: str = ""
    near: str = ""
    grounds: Grounds = field(repr=False, eq=False)
    for_: str | None = None
    align: object = field(default=None, repr=False, eq=False)

    @property
    def kind(self) -> str:
        """The kind of both."""
        record = self.left or self.right
        assert record is not None
        return record.kind

    @property
    def subject(self) -> tuple[str, ...]:
        """What the two are about, in order of the alphabet."""
        held = [matter_of(record).concepts for record in (self.left, self.right) if record is not None]
        return tuple(sorted(frozenset().union(*held)))

    @cached_property
    def comparison(self) -> Comparison | None:
        """How the two rules compare; None for one alone."""
        if self.left is None or self.right is None:
            return None
        return compare_pair(self.left, self.right, self.grounds, self.for_, self.align)

    @property
    def outcome(self) -> Outcome:
        """How the second stands to the first."""
        if self.left is None:
            return Outcome.ONLY_RIGHT
        if self.comparison is None:
            return Outcome.ONLY_LEFT
        verdict = self.comparison.verdict
        return _OUTCOME[verdict] if is_known(verdict) else Outcome.UNKNOWN

    @property
    def reason(self) -> str:
        """What decides the outcome, or what would, in a few words."""
        found = self.comparison
        if found is None:
            # The kind and the subject stand in the row already.
            return self.near or "nothing matched on the other side"
        if (ends := self._ends()) is not None:
            return ends
        by_word: dict[str, list[str]] = {}
        for answer in found.by_dimension:
            word = _WORD.get(answer.verdicts.verdict) if answer.verdicts.is_definite else None  # type: ignore[arg-type]
            if word:
                by_word.setdefault(word, []).append(answer.dimension.replace("_", " "))
        said = [f"{word} {', '.join(names)}" for word, names in by_word.items()]
        if found.missing:
            said.append(f"open: {', '.join(name.replace('_', ' ') for name in found.missing)}")
        if not said and not is_known(found.verdict):
            said.append("the rules are not known")
        return "; ".join(said) or "equal on every dimension"

    def _ends(self) -> str | None:
        """How two known sanctions differ at each end; None for other rules."""
        sides = [None if record is None else rule_of(record) for record in (self.left, self.right)]
        first, second = (side.sanction if isinstance(side, Sentence) else None for side in sides)
        if not isinstance(first, Sanction) or not isinstance(second, Sanction):
            return None
        return ends_told(first, second, self.grounds)


def ends_told(first: Sanction, second: Sanction, grounds: Grounds) -> str:
    """Floor and ceiling, the step at each end of a prison term, and the penalties that one side alone has."""
    found = compare_sanctions(
        first, second, ladder=grounds.ladder, same_general_part=not grounds.two_countries
    )
    said = [f"floor {found.floor_moved}, ceiling {found.ceiling_moved}"]
    step = delta(first, second)
    ends = [f"{name} {_stepped(end)}" for name, end in (("min", step.minimum), ("max", step.maximum))]
    if NOT_APPLICABLE not in (step.minimum, step.maximum):
        said.append(f"prison: {', '.join(ends)}")
    named = (
        ("only right", (*step.kinds_added, *step.extras_added)),
        ("only left", (*step.kinds_removed, *step.extras_removed)),
        ("harder right", step.extras_hardened),
        ("harder left", step.extras_softened),
        ("not settled", step.unsettled),
    )
    said += [f"{where}: {', '.join(kinds).replace('_', ' ')}" for where, kinds in named if kinds]
    return "; ".join(said)


def _stepped(step: object) -> str:
    return "not known" if step in (UNKNOWN, NOT_STATED) else str(step)


_WORD = {
    Verdict.MORE_RESTRICTIVE: "more in",
    Verdict.LESS_RESTRICTIVE: "less in",
    Verdict.INCOMPARABLE: "otherwise in",
}


def plain(names: Iterable[str]) -> list[str]:
    """Names of concepts as people say them."""
    return [name.rsplit("/", 1)[-1].replace("_", " ") for name in names]
