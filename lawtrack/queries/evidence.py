"""Who says what: coverage of a source, conflicts between sources, one value under a policy."""

from collections.abc import Iterator
from datetime import date
from functools import reduce

from attrs import frozen

from ..arguments import checked
from ..corpus import WORD_OF, Corpus
from ..dates import EdtfDate
from ..errors import Conflict, UnknownNameError, nearest
from ..identifiers import NaturalKey, natural_key, tail
from ..missing import NONE, UNKNOWN, Missing, is_known
from ..model.assertion import (
    Assertion,
    Claim,
    Coverage,
    Modality,
    Polarity,
    Source,
    SourceKind,
    Statement,
)
from ..model.context import ContextRecord
from ..model.record import Record
from ..model.substance import Effect, Norm
from ..ranges import Range
from .asking import found_id, gist_of
from .knowledge import answer_as_known, known_on
from .selection import Column, Selection, echo

__all__ = ["POLICIES", "CoverageRow", "Difference", "conflicts", "coverage", "said_in", "value_of"]

POLICIES = ("primary_first", "latest", "named:<source>", "range_hull")


@frozen(kw_only=True)
class CoverageRow:
    """One statement of a source and the records that carry it.

    Attributes:
        statement: The statement.
        records: Records that assertions from the statement are about.
        status: ``mapped``, ``partial`` when a single assertion carries only part of it, ``context`` when
            only facts around the law carry it, ``unmapped`` when nothing does.
    """

    statement: Statement
    records: tuple[Record, ...]
    status: str


@checked
def coverage(
    corpus: Corpus, *, source: str | Record, as_known_on: date | str | None = None
) -> Selection[CoverageRow]:
    """Every numbered statement of a source and where the corpus carries it, in order of the numbers.

    *as_known_on* leaves out the records of which no source had told by that day.

    The notes say how many records of the corpus no statement of the source speaks of. Raises
    UnknownNameError for a source that does not exist.
    """
    id = found_id(corpus, source, "source")
    if as_known_on is not None:
        return answer_as_known(
            lambda known: coverage(known, source=id),
            corpus,
            as_known_on,
            key=lambda row: row.statement.id,
            row="statement",
        )
    rows = []
    for statement in corpus.statements:
        if statement.source == id:
            said = said_in(corpus, statement.id)
            about = dict.fromkeys(assertion.about for assertion in said)
            records = tuple(record for name in about if (record := corpus.get(name)) is not None)
            rows.append(CoverageRow(statement=statement, records=records, status=_status(said, records)))
    spoken = {said.about for said in (*corpus.claims, *corpus.assertions) if said.source == id}
    silent = [effect.id for effect in corpus.effects if effect.id not in spoken]
    unmapped = sum(row.status == "unmapped" for row in rows)
    return Selection(
        rows=rows,
        columns=(
            Column("statement", lambda row: row.statement.label),
            Column("gist", lambda row: row.statement.gist),
            Column("hedges", lambda row: tuple(map(str, row.statement.hedges)) or NONE),
            Column(
                "hedge_rules", lambda row: tuple(h.rule or UNKNOWN for h in row.statement.hedges), detail=True
            ),
            Column("mapped_to", lambda row: tuple(f"{WORD_OF[type(r)]} {tail(r.id)}" for r in row.records)),
            Column("status", lambda row: row.status),
        ),
        title=f"Coverage of {tail(id)}",
        notes=(
            f"{len(rows)} statements, {unmapped} unmapped.",
            f"{len(silent)} of {len(corpus.effects)} effects in the corpus are told by other sources alone.",
        ),
        query=echo("coverage", source=id),
    )


def said_in(corpus: Corpus, statement: str) -> tuple[Assertion, ...]:
    """Claims and assertions that come from a statement of a source, claims first, in order of ids."""
    return corpus.cached("assertions_by_statement", _by_statement).get(statement, ())


def _by_statement(corpus: Corpus) -> dict[str, tuple[Assertion, ...]]:
    held: dict[str, list[Assertion]] = {}
    for said in (*corpus.claims, *corpus.assertions):
        if isinstance(said.statement, str):
            held.setdefault(said.statement, []).append(said)
    return {name: tuple(group) for name, group in held.items()}


def _status(said: tuple[Assertion, ...], records: tuple[Record, ...]) -> str:
    if not said or not records:
        return "unmapped"
    if len(said) == 1 and said[0].covers is Coverage.PART:
        return "partial"
    return "context" if all(isinstance(record, ContextRecord) for record in records) else "mapped"


@frozen(kw_only=True)
class Difference:
    """Sources that say different things about one matter; all of them are kept.

    Attributes:
        about: Id of the record.
        field: The field on which they differ, or ``rule`` for records coded as contradicting.
        values: Pairs of source and value; the source is ``unknown`` where a record says nothing of its own.
        between: Ids of the records on either side, or of the one record on whose field sources differ.
    """

    about: str
    field: str
    values: tuple[tuple[str, object], ...]
    between: tuple[str, ...] = ()


@checked
def conflicts(
    corpus: Corpus, *, about: str | Record | None = None, as_known_on: date | str | None = None
) -> Selection[Difference]:
    """Where sources differ: on the value of one field, or through records coded as contradicting each other.

    *about* keeps those in which a record stands on either side. In natural order of the ids of what they
    are about, then of fields and of the ids of the other side. Nothing is merged and no side is taken; an
    assertion that a later one corrects takes no part. *as_known_on* leaves out what no source had told by
    that day, corrections too.
    """
    if as_known_on is not None:
        return answer_as_known(
            lambda known: conflicts(known, about=about), corpus, as_known_on, key=_place, row="conflict"
        )
    wanted = None if about is None else found_id(corpus, about)
    rows = [row for row in (*_by_value(corpus), *_by_link(corpus)) if wanted is None or wanted in row.between]
    return Selection(
        rows=sorted(rows, key=_place),
        columns=(
            Column("about", lambda row: tail(row.about)),
            Column("field", lambda row: row.field),
            Column(
                "said", lambda row: tuple(f"{tail(source)}: {_told(value)}" for source, value in row.values)
            ),
        ),
        title="Conflicts between sources",
        query=echo("conflicts", about=wanted),
    )


def _place(row: Difference) -> tuple[NaturalKey, str, tuple[NaturalKey, ...]]:
    return natural_key(row.about), row.field, tuple(map(natural_key, row.between))


def _corrected(corpus: Corpus) -> frozenset[str]:
    """Ids of the assertions that others correct."""
    said = (*corpus.claims, *corpus.assertions)
    return frozenset(s.supersedes for s in said if isinstance(s.supersedes, str) and s.supersedes != s.id)


def _told(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _value(said: Assertion) -> object:
    """What an assertion gives for its field: the quantity of a claim, else its value."""
    return said.quantity if isinstance(said, Claim) and is_known(said.quantity) else said.value


def _is_negated(said: Assertion) -> bool:
    return said.polarity is Polarity.NEGATED or said.modality is Modality.DENIED


def _gives_value(said: Assertion, corrected: frozenset[str]) -> bool:
    """Whether an assertion, still uncorrected, says what the value is or is not."""
    return is_known(_value(said)) and said.modality is not Modality.NOT_KNOWN and said.id not in corrected


def _told_of(said: Assertion) -> object:
    return f"not {_told(_value(said))}" if _is_negated(said) else _value(said)


def _differ(group: list[Assertion]) -> bool:
    """Whether assertions differ: two values, or one that another denies; to deny two values is none."""
    affirmed = {str(_value(said)) for said in group if not _is_negated(said)}
    denied = {str(_value(said)) for said in group if _is_negated(said)}
    return len(affirmed) > 1 or not affirmed.isdisjoint(denied)


def _by_value(corpus: Corpus) -> Iterator[Difference]:
    grouped: dict[tuple[str, str], list[Assertion]] = {}
    corrected = corpus.cached("corrected_assertions", _corrected)
    for said in (*corpus.claims, *corpus.assertions):
        if isinstance(said.field, str) and _gives_value(said, corrected):
            grouped.setdefault((said.about, said.field), []).append(said)
    for (about, field), group in grouped.items():
        if _differ(group) and len({said.source for said in group}) > 1:
            values = tuple((said.source, _told_of(said)) for said in group)
            yield Difference(about=about, field=field, values=values, between=(about,))


def _by_link(corpus: Corpus) -> Iterator[Difference]:
    records: tuple[Effect | Norm, ...] = (*corpus.effects, *corpus.norms)
    told: set[frozenset[str]] = set()
    for record in records:
        # What no source had told of by a day asked about stands on no side then.
        for other in filter(corpus.get, record.contradicts):
            sides = (other, record.id)
            if frozenset(sides) in told:
                continue  # written down on both sides, it is one contradiction still
            told.add(frozenset(sides))
            values = tuple((_speaker(corpus, side), gist_of(corpus.get(side))) for side in sides)
            yield Difference(about=other, field="rule", values=values, between=sides)


def _speaker(corpus: Corpus, id: str) -> str:
    return next((said.source for said in corpus.assertions_about(id)), "unknown")


@checked
def value_of(
    corpus: Corpus,
    about: str | Record,
    field: str,
    *,
    policy: str | None = None,
    as_known_on: date | str | None = None,
) -> object:
    """The value that sources give for a field of a record.

    When all agree, that value; when nobody speaks, UNKNOWN. When they differ, *policy* decides:
    ``primary_first`` takes what the law itself says, ``latest`` the source that is certainly published last,
    ``named:<source>`` that source alone, whether or not others speak, ``range_hull`` the smallest interval
    that holds all numbers. A source that denies a value conflicts with one that gives it; denied alone, the
    value is UNKNOWN. Without a policy, or when it leaves several values, raises Conflict naming all
    of them. An assertion that a later one corrects no longer counts; with *as_known_on* neither does one that
    no source had made by that day, nor its correction. Raises UnknownNameError for a record, policy or source
    that does not exist, and for a field that looks like a slip for one that is spoken of.
    """
    id = found_id(corpus, about)
    asserted = sorted({a.field for a in corpus.assertions_about(id) if isinstance(a.field, str)})
    if field not in asserted and nearest(field, asserted):
        # A slip must not come back as a finding that nobody knows.
        raise UnknownNameError("field", field, asserted)
    if as_known_on is not None:
        corpus = known_on(corpus, as_known_on).corpus
    corrected = corpus.cached("corrected_assertions", _corrected)
    said = [a for a in corpus.assertions_about(id) if a.field == field and _gives_value(a, corrected)]
    kept = _by_policy(corpus, said, policy)
    if isinstance(kept, Range):
        return kept
    if not kept:
        return UNKNOWN
    if not _differ(kept):
        return next((_value(a) for a in kept if not _is_negated(a)), UNKNOWN)
    others = [name for name in POLICIES if name != policy]  # what was tried does not decide
    raise Conflict(id, field, [(tail(a.source), _told_of(a)) for a in kept], others)


def _by_policy(corpus: Corpus, said: list[Assertion], policy: str | None) -> list[Assertion] | Range:
    if policy is None:
        return said
    if policy == "primary_first":
        return [a for a in said if _source_kind(corpus, a) is SourceKind.PRIMARY_LAW] or said
    if policy == "latest":
        dated = [(a, _published(corpus, a)) for a in said]
        # Only a source that is certainly not older than any other is the latest; else the conflict stays.
        return [a for a, day in dated if all(_not_before(day, other) for _, other in dated)] or said
    if policy == "range_hull":
        said = [a for a in said if not _is_negated(a)] or said
        ranges = [number for a in said if (number := _as_range(_value(a))) is not None]
        if len(set(ranges)) < 2 or len(ranges) < len(said):
            return said
        return reduce(Range.hull, ranges)
    if policy.startswith("named:"):
        wanted = found_id(corpus, policy.removeprefix("named:"), "source")
        return [a for a in said if a.source == wanted]
    raise UnknownNameError("policy", policy, POLICIES)


def _as_range(value: object) -> Range | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return Range.exact(value)
    return value if isinstance(value, Range) else None


def _source_kind(corpus: Corpus, said: Assertion) -> SourceKind | Missing:
    source = corpus.get(said.source)
    return source.kind if isinstance(source, Source) else UNKNOWN


def _published(corpus: Corpus, said: Assertion) -> EdtfDate | Missing:
    source = corpus.get(said.source)
    return source.published if isinstance(source, Source) else UNKNOWN


def _not_before(day: EdtfDate | Missing, other: EdtfDate | Missing) -> bool:
    if day is other:
        return is_known(day)
    return is_known(day) and is_known(other) and (day == other or day.before(other) is False)
