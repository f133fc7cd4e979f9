"""What touches a work or one of its provisions, along the chain from amendment to critique."""

from collections.abc import Iterator

from attrs import frozen

from ..arguments import checked
from ..corpus import WORD_OF, Corpus
from ..identifiers import EId, natural_key, tail
from ..model.assertion import Assertion
from ..model.record import Record
from ..model.text import Provision
from ..references import naming
from .addresses import eid_named
from .asking import found_id, gist_of, source_tags
from .selection import Column, Selection, echo

__all__ = ["Touch", "impact", "referring"]

# Only these links carry an impact onward. A source or an actor is named by much that has no bearing here.
_CARRIERS = (
    "work",
    "provision",
    "amendment",
    "package",
    "effect",
    "norm",
    "definition",
    "gap",
    "critique",
    "recommendation",
)


@frozen(kw_only=True)
class Touch:
    """A record that bears on the work or provision asked about.

    Attributes:
        record: The record.
        via: Id of the record through which it does; the work or provision itself for a direct touch.
        link: The field that names *via*.
        steps: How many links away it is; 1 for a direct touch.
    """

    record: Record
    via: str
    link: str
    steps: int


def referring(corpus: Corpus, id: str) -> tuple[tuple[Record, str], ...]:
    """Records that name the record of that id, with the place where they do, in order of the corpus."""
    mentions = naming(corpus).get(id, ())
    return tuple((mention.record, mention.where) for mention in mentions if mention.types is not None)


@checked
def impact(corpus: Corpus, work: str | Record, eid: str | EId | None = None) -> Selection[Touch]:
    """Amendments, effects, critiques, claims and gaps that touch a work, or a provision and what it contains.

    Follows references to the work and its provisions, then references to what was found, so that a
    critique of an effect of an amendment counts. The provision may be written as printed (``art. 255``).
    In order of distance, then of type and id; assertions are not rows of their own but the column
    ``sources``. Raises UnknownNameError for a work the corpus does not have, and a note says so when it has
    no record of the provision.
    """
    id = found_id(corpus, work, "work", "provision")
    record = corpus[id]
    if isinstance(record, Provision):
        id, eid = record.work, record.eid
    wanted = None if eid is None else (eid if isinstance(eid, EId) else eid_named(corpus, id, eid))
    provisions = [
        p.id for p in corpus.provisions if p.work == id and (wanted is None or p.eid.starts_with(wanted))
    ]
    start = [*provisions] if wanted is not None else [id, *provisions]
    rows = sorted(_reached(corpus, start, frozenset((id, *provisions))), key=_order)
    notes: tuple[str, ...] = ()
    if wanted is not None and not provisions:
        known = ", ".join(str(p.eid) for p in corpus.provisions if p.work == id) or "none"
        notes = (f"The corpus has no provision {wanted} of this work; it knows {known}.",)
    return Selection(
        rows=rows,
        columns=(
            Column("type", lambda row: WORD_OF[type(row.record)]),
            Column("id", lambda row: tail(row.record.id)),
            Column("gist", lambda row: gist_of(row.record)),
            Column("via", lambda row: f"{row.link} {tail(row.via)}"),
            Column("steps", lambda row: row.steps),
            Column("sources", lambda row: source_tags(corpus, row.record.id)),
        ),
        title=f"What touches {tail(id)}" + (f" {wanted}" if wanted else ""),
        notes=notes,
        query=echo("impact", [id] if wanted is None else [id, str(wanted)]),
    )


def _reached(corpus: Corpus, start: list[str], itself: frozenset[str]) -> Iterator[Touch]:
    seen = set(itself)
    front = start
    steps = 0
    while front:
        steps += 1
        found: list[str] = []
        for id in front:
            for record, where in referring(corpus, id):
                if record.id in seen or (
                    isinstance(record, Assertion) and WORD_OF[type(record)] == "assertion"
                ):
                    continue
                seen.add(record.id)
                # A package holds whatever its other members do: it is touched, and hands nothing on.
                if WORD_OF[type(record)] in _CARRIERS and WORD_OF[type(record)] not in ("package", "work"):
                    found.append(record.id)
                yield Touch(record=record, via=id, link=where.split("[")[0].split(".")[-1], steps=steps)
        front = found


def _order(touch: Touch) -> tuple[int, str, tuple[object, ...]]:
    return touch.steps, WORD_OF[type(touch.record)], tuple(natural_key(touch.record.id))
