"""Compare two things: the one function in front of all comparisons."""

from typing import Any, Literal, overload

from attrs import evolve

from ..arguments import checked
from ..corpus import Corpus
from ..errors import ReadingError, UnknownNameError
from ..missing import Missing
from ..model.instruction import Package
from ..model.rule import Rule
from ..model.substance import Definition, Effect, Norm
from ..penalties import NotationError, PenaltyLadder, Sanction
from ..queries.selection import Selection
from .grounds import Corpora, Grounds, as_corpora
from .packages import PackageComparison, compare_packages
from .pairs import compare_things
from .parties import compare_for_all
from .result import Comparison
from .sides import as_side

__all__ = ["compare"]


_One = Rule | Missing | Effect | Norm | Definition | Sanction
_Many = Corpus | tuple[Corpus, str | Package] | Selection[Effect]


@overload
def compare(
    a: _Many,
    b: _Many,
    *,
    for_: str | None = None,
    corpus: Corpora = None,
    ladder: PenaltyLadder | None = None,
    align: object = None,
    as_listed: bool = True,
    others_equal: bool = False,
) -> PackageComparison: ...


@overload
def compare(
    a: _One,
    b: _One,
    *,
    for_: Literal["all"],
    corpus: Corpora = None,
    ladder: PenaltyLadder | None = None,
    align: object = None,
    as_listed: bool = True,
    others_equal: bool = False,
) -> Selection[Comparison]: ...


@overload
def compare(
    a: _One,
    b: _One,
    *,
    for_: None = None,
    corpus: Corpora = None,
    ladder: PenaltyLadder | None = None,
    align: object = None,
    as_listed: bool = True,
    others_equal: bool = False,
) -> Comparison: ...


@overload
def compare(
    a: Any,
    b: Any,
    *,
    for_: str | None = None,
    corpus: Corpora = None,
    ladder: PenaltyLadder | None = None,
    align: object = None,
    as_listed: bool = True,
    others_equal: bool = False,
) -> Any: ...


@checked
def compare(
    a: Any,
    b: Any,
    *,
    for_: str | None = None,
    corpus: Corpora = None,
    ladder: PenaltyLadder | None = None,
    align: object = None,
    as_listed: bool = True,
    others_equal: bool = False,
) -> Any:
    """Say how *b* compares with *a*; MORE_RESTRICTIVE means that *b* exposes more.

    Both are of one sort: rules (or ABSENT for none), sanctions (or their notation), effects and norms (their
    rules as they stand, of an effect after its change), definitions, texts (Expressions or Units, by
    :func:`lawtrack.diff`), or packages: two corpora, two selections of effects, or two pairs
    ``(corpus, package)``. With *corpus* a text is the id of a record.

    Gives a :class:`Comparison`; for packages a :class:`PackageComparison`; with ``for_="all"`` a Selection
    with a row for each party that either side names.

    Args:
        a: The first.
        b: The second.
        for_: Party role to see it from; None for those whom the rules expose. Holders of a power have the
            verdict the other way round: what exposes others more leaves them freer.
        corpus: The corpus, or the two, whose concepts and definitions the rules use.
        ladder: An order of punishments; without one no kind of penalty is above another.
        align: What makes offences of two countries the same matter: Alignments, or ``"functional"``.
        as_listed: Whether lists whose openness nobody states are taken as complete; a result says where
            that mattered. With False every answer only ever shrinks when more is learnt.
        others_equal: Whether what neither side states is taken as the same on both; a result says where.

    Raises:
        AlignmentError: Offences or sentences of two countries that nothing in *align* joins.
        UnknownNameError: *for_* is no party role, or a text no record of *corpus*.
        ReadingError: Things that do not compare at all.
    """
    grounds = Grounds(as_corpora(corpus), ladder, as_listed, others_equal)
    a, b = (_found(side, held) for side, held in zip((a, b), grounds.corpora, strict=True))
    sides = [as_side(side, grounds.corpora[place], place) for place, side in enumerate((a, b))]
    if sides[0] is not None and sides[1] is not None:
        if for_ == "all":
            raise ReadingError("all", "one party role for packages", "Ask for one role after another.")
        grounds = evolve(grounds, corpora=(sides[0].corpus, sides[1].corpus))
        if for_ is not None:
            grounds.vocabulary.check_role(for_)
        return compare_packages(sides[0], sides[1], grounds, for_, align)
    if for_ is not None and for_ != "all":
        grounds.vocabulary.check_role(for_)
    if for_ == "all":
        return compare_for_all(a, b, grounds, align)
    return compare_things(a, b, grounds, for_, align)


def _found(side: Any, corpus: Corpus | None) -> Any:
    """The record that a text names; without a corpus, or where none is called so, a sanction's notation."""
    if not isinstance(side, str):
        return side
    if corpus is None:
        try:
            return Sanction.read(side)
        except NotationError as fault:
            if " " in side.strip():
                raise
            expected = 'a sanction such as "prison 2..5y"'
            raise ReadingError(side, expected, "With corpus= a text is the id of a record.") from fault
    try:
        return corpus.find(side)
    except UnknownNameError:
        try:
            return Sanction.read(side)
        except NotationError:
            pass
        raise
