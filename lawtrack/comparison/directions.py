"""What one effect means for each party, and whether that follows from the rules or is somebody's word."""

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..identifiers import tail
from ..missing import is_known
from ..model.dimension import Reach
from ..model.position import Direction
from ..model.record import Record
from ..model.scope import Broader
from ..model.substance import Effect
from ..penalties import PenaltyLadder
from ..queries.asking import found_id, word_of
from ..queries.selection import Column, Selection, echo

__all__ = ["Directed", "directions"]


@frozen(kw_only=True)
class Directed:
    """What an effect means for one party.

    Attributes:
        party: The role.
        direction: What the change means for it.
        basis: ``derived`` from positions and rules, ``asserted`` by the name a source gives the change,
            ``coded`` where a coder stated the positions; ``open`` where nothing decides.
        reach: Whether all of the role is concerned or some.
        actions: What the positions are about.
    """

    party: str
    direction: Direction
    basis: str
    reach: Reach
    actions: tuple[str, ...] = ()


@checked
def directions(
    corpus: Corpus, effect: str | Record, *, for_: str | None = None, ladder: PenaltyLadder | None = None
) -> Selection[Directed]:
    """What an effect means for each party, in alphabetical order of roles; or for *for_* alone.

    A role inherits what a role including it has; what concerns a role inside it concerns it in part
    (``reach`` some). A direction that only the name of the change gives ("broadened") is ``asserted``.

    Raises UnknownNameError for an effect or a role that does not exist.
    """
    record = corpus[found_id(corpus, effect, "effect")]
    assert isinstance(record, Effect)
    if for_ is not None:
        corpus.vocabulary.check_role(for_)
    moved = record.moved_positions(ladder=ladder, broader=corpus.vocabulary.includes)
    sides = [side for p in moved for side in (p, p.correlative()) if is_known(side)]
    named = {side.holder for side in sides} | set(record.addressees)
    rows = [_directed(corpus, record, role, ladder) for role in ([for_] if for_ else sorted(named))]
    return Selection(
        rows=tuple(rows),
        columns=(
            Column("party", lambda row: row.party),
            Column("direction", lambda row: word_of(row.direction)),
            Column("basis", lambda row: row.basis),
            Column("reach", lambda row: row.reach.value),
            Column("actions", lambda row: row.actions),
        ),
        title=f"What {tail(record.id)} means for whom",
        notes=() if rows else ("The effect names no party.",),
        query=echo("directions", [record.id], for_=for_, ladder=ladder),
    )


def _directed(corpus: Corpus, effect: Effect, role: str, ladder: PenaltyLadder | None) -> Directed:
    includes = corpus.vocabulary.includes
    found = effect.direction(role, broader=includes, ladder=ladder)
    reach = Reach.ALL
    broader: Broader = includes
    if found is Direction.NONE:
        inside = effect.direction(role, broader=_turned(corpus), ladder=ladder)
        if inside is not Direction.NONE:
            found, reach = inside, Reach.SOME
            broader = _turned(corpus)
        else:
            reach = Reach.NONE
    strict = effect.direction(role, asserted=False, broader=broader, ladder=ladder)
    actions = tuple(
        dict.fromkeys(
            side.action
            for p in effect.moved_positions(ladder=ladder)
            for side in (p, p.correlative())
            if is_known(side) and broader(side.holder, role) is True and side.action
        )
    )
    return Directed(
        party=role, direction=found, basis=_basis(effect, found, strict), reach=reach, actions=actions
    )


def _turned(corpus: Corpus) -> Broader:
    return lambda wide, narrow: corpus.vocabulary.includes(narrow, wide)


def _basis(effect: Effect, found: Direction, strict: Direction) -> str:
    if found is Direction.UNKNOWN:
        return "open"
    if effect.positions and found is not Direction.NONE:
        return "coded"
    return "derived" if found is strict else "asserted"
