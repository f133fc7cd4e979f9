"""One rule through the years: its states in order, each compared with the one before it."""

from collections.abc import Callable, Iterable, Iterator

import attrs
from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..errors import ReadingError
from ..identifiers import tail
from ..missing import NOT_APPLICABLE, Missing, is_known, is_open
from ..model.record import Record
from ..model.substance import Attribution, Effect, Norm
from ..penalties import PenaltyLadder
from ..queries.asking import force_start, found_id, gist_of, source_tags, word_of
from ..queries.selection import Column, Selection, echo
from .grounds import Grounds
from .pairs import compare_pair
from .result import Comparison, told
from .subjects import rule_of

__all__ = ["State", "states"]


@frozen(kw_only=True)
class State:
    """A rule as it stood from some day on.

    Attributes:
        record: The effect or norm that tells it.
        comparison: How it compares with the state before; NOT_APPLICABLE for the first.
        unproven: What is not proven about it, as sentences.
    """

    record: Effect | Norm
    comparison: Comparison | Missing
    unproven: tuple[str, ...]


@checked
def states(
    corpus: Corpus,
    records: Iterable[str | Record],
    *,
    for_: str | None = None,
    ladder: PenaltyLadder | None = None,
    others_equal: bool = False,
) -> Selection[State]:
    """The states of one rule in the order given, each compared with the one before for the party *for_*.

    One column for each field of the kind that compares and that some state says anything about; ``verdict``
    is that against the state before, ``unproven`` what a reader should not take for certain. Raises
    UnknownNameError for a record or role that does not exist, ReadingError for records of several kinds.
    """
    if for_ is not None:
        corpus.vocabulary.check_role(for_)
    if isinstance(records, str | Record):
        name = records if isinstance(records, str) else records.id
        raise ReadingError(name, "a list of effects and norms", f"Write states(corpus, [{tail(name)!r}, …]).")
    found = [corpus[found_id(corpus, name, "effect", "norm")] for name in records]
    held = [record for record in found if isinstance(record, Effect | Norm)]
    kinds = sorted({record.kind for record in held})
    if len(kinds) > 1:
        raise ReadingError(
            ", ".join(kinds), "records of one kind", "A rule keeps its kind through its states."
        )
    grounds = Grounds((corpus, corpus), ladder, others_equal=others_equal)
    rows: list[State] = []
    for record in held:
        compared = compare_pair(rows[-1].record, record, grounds, for_) if rows else NOT_APPLICABLE
        rows.append(State(record=record, comparison=compared, unproven=tuple(_unproven(record))))
    return Selection(
        rows=tuple(rows),
        columns=(
            Column("state", lambda row: tail(row.record.id)),
            Column("since", lambda row: force_start(corpus, row.record)),
            *_fields(held),
            Column(
                "verdict", lambda row: row.comparison.words() if is_known(row.comparison) else NOT_APPLICABLE
            ),
            Column("open", lambda row: row.comparison.missing if is_known(row.comparison) else ()),
            Column("unproven", lambda row: row.unproven),
            Column(
                "assumed",
                lambda row: row.comparison.assumptions if is_known(row.comparison) else (),
                detail=True,
            ),
            Column("gist", lambda row: gist_of(row.record), detail=True),
            Column("sources", lambda row: source_tags(corpus, row.record.id), detail=True),
        ),
        title=f"States of one rule{f' for {for_}' if for_ else ''}",
        notes=_assumed(rows),
        query=echo("states", [tuple(record.id for record in held)], for_=for_, ladder=ladder),
    )


def _assumed(rows: list[State]) -> tuple[str, ...]:
    said = dict.fromkeys(
        line for row in rows if isinstance(row.comparison, Comparison) for line in row.comparison.assumptions
    )
    return (f"Assumed: {'; '.join(said)}.",) if said else ()


def _fields(records: list[Effect | Norm]) -> Iterator[Column]:
    rules = [rule for record in records if is_known(rule := rule_of(record))]
    for dimension in rules[0].dimensions if rules else ():
        if any(told(getattr(rule, dimension.name)) not in _SILENT for rule in rules):
            yield Column(dimension.name, _field(dimension.name))


_SILENT = ("unknown", "not stated", "nothing stated")


def _field(name: str) -> Callable[[State], object]:
    def get(row: State) -> object:
        rule = rule_of(row.record)
        return told(getattr(rule, name)) if is_known(rule) else rule

    return get


def _unproven(record: Effect | Norm) -> Iterator[str]:
    if isinstance(record, Effect) and record.attribution in (Attribution.OPEN, Attribution.INFERRED):
        note = f": {record.attribution_note.strip()}" if record.attribution_note else ""
        yield f"attribution {word_of(record.attribution)}{note}"
    if is_known(record.confidence) and record.confidence.value in ("secondary", "unverified"):
        yield f"confidence {word_of(record.confidence)}"
    rule = rule_of(record)
    if not is_known(rule):
        yield "the rule itself is not known"
        return
    silent = [a.name for a in attrs.fields(type(rule)) if is_open(getattr(rule, a.name))]
    if silent:
        yield f"not stated or unknown: {', '.join(name.rstrip('_').replace('_', ' ') for name in silent)}"
