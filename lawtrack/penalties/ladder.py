"""A ladder: which kinds of principal penalty a code ranks above which."""

from collections.abc import Iterable

from attrs import field, frozen

from ..errors import ReadingError, nearest
from .kinds import KINDS, LIFE_KINDS

__all__ = ["PenaltyLadder"]

Ranks = tuple[tuple[str, ...], ...]


def _as_ranks(ranks: Iterable[str | Iterable[str]]) -> Ranks:
    return tuple((rank,) if isinstance(rank, str) else tuple(rank) for rank in ranks)


@frozen(kw_only=True)
class PenaltyLadder:
    """A partial rank of principal kinds, the mildest first.

    Kinds of one rank, and kinds the ladder leaves out, stay incomparable with each other. Any amount of
    a kind counts as milder than any amount of a kind ranked above it: that is what codes that list
    punishments in ascending severity say, and why the ladder is always named in the result.

    Attributes:
        name: Whose ladder: a jurisdiction such as ``KZ``, or a study's own word.
        ranks: Ranks from the mildest up; a rank is a kind or a tuple of kinds.
    """

    name: str
    ranks: Ranks = field(converter=_as_ranks)
    _height: dict[str, int] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        heights: dict[str, int] = {}
        for height, rank in enumerate(self.ranks):
            for kind in rank:
                _check(kind)
                if kind in heights:
                    raise ReadingError(kind, "each kind on one rank only", code="LT-PEN-006")
                heights[kind] = height
        object.__setattr__(self, "_height", heights)

    @classmethod
    def read(cls, text: str, *, name: str = "") -> "PenaltyLadder":
        """Read ``fine < restriction = arrest < prison``, with an optional ``KZ:`` in front.

        *name* serves where the text has none. Raises ReadingError (LT-PEN-006).
        """
        if not isinstance(text, str):
            raise ReadingError(text, "a ladder", "Write fine < arrest < prison, say.", code="LT-PEN-006")
        head, colon, rest = text.partition(":")
        ranks = [[kind.strip() for kind in rank.split("=")] for rank in (rest if colon else head).split("<")]
        return cls(name=head.strip() if colon else name, ranks=ranks)

    def ranks_kind(self, kind: str) -> bool:
        """Whether *kind* is on the ladder at all."""
        return kind in self._height

    def below(self, kind: str, other: str) -> bool:
        """Whether the ladder ranks *kind* strictly below *other*."""
        low, high = self._height.get(kind), self._height.get(other)
        return low is not None and high is not None and low < high

    def __str__(self) -> str:
        ranks = " < ".join(" = ".join(rank) for rank in self.ranks)
        return f"{self.name}: {ranks}" if self.name else ranks


def _check(kind: str) -> None:
    if kind in LIFE_KINDS:
        hint = "Life is the longest term of prison, so it has no rank of its own."
        raise ReadingError(kind, "a kind of penalty with its own rank", hint, code="LT-PEN-006")
    if kind not in KINDS:
        near = nearest(kind, KINDS)
        hint = f"Did you mean {near!r}?" if near else f"Kinds: {', '.join(KINDS)}."
        raise ReadingError(kind, "a kind of penalty", hint, code="LT-PEN-006")
