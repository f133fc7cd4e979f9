"""Claims about what the law says: the rules of the law about the same matter, each beside the claim."""

from collections.abc import Iterable, Iterator

from ..corpus import Corpus
from ..dates import Period
from ..hedges import Hedge
from ..identifiers import tail
from ..kinds import Sentence
from ..missing import UNKNOWN, Missing, is_known
from ..model.assertion import Claim
from ..model.predicate import Predicate
from ..model.record import Record
from ..model.scope import is_stated
from ..model.substance import Attribution, Confidence, Effect, Norm
from ..queries.asking import gist_of
from ..queries.field_values import field_of, has_field
from ..queries.fitting import fits, parties, spares
from ..timelines import force_of
from .deciding import ClaimVerdict
from .results import StatedRow
from .units import FROM_LAW

__all__ = ["stated_rows", "test_of"]

_READ = (Confidence.PRIMARY_BOTH, Confidence.PRIMARY_AFTER_ONLY)


def test_of(claim: Claim) -> Predicate | Missing:
    """The test of a claim about one rule: its own, or what its field and value, or an "all", come to."""
    if is_known(claim.predicate):
        return claim.predicate
    if not isinstance(claim.field, str):
        return UNKNOWN
    if isinstance(claim.hedge, Hedge) and claim.hedge.universal:
        return Predicate("universal", (claim.field,))
    if isinstance(claim.value, Missing | tuple):
        return UNKNOWN
    if claim.field == "change":
        return Predicate("change", (str(claim.value),))
    return Predicate("rule", (claim.field, str(claim.value)))


def stated_rows(corpus: Corpus, claim: Claim, about: Record, test: Predicate) -> tuple[StatedRow, ...]:
    """One row for each effect or norm read in the law that says the same less or more exactly, or otherwise.

    In natural order of ids. Those are the records that *refines* or *contradicts* tie to the one claimed
    about, in either direction, and that one itself when it was read in the law. A rule of a kind that has no
    such field is no row.
    """
    rows = []
    paths = [str(part.args[0]) for part in test.parts() if part.name in ("rule", "universal")]
    for record in _beside(corpus, about):
        if not all(has_field(record, path) for path in paths):
            continue
        answer = fits(corpus, test, record, as_claimed=about)
        complete = record.confidence in _READ and _surely_theirs(record)
        verdict = ClaimVerdict.UNDETERMINED
        # One field may be as claimed while a coder says that the rule as a whole is another.
        disputed = answer is True and _contradict(record, about)
        if complete and not isinstance(answer, Missing) and not disputed:
            verdict = ClaimVerdict.SUPPORTED if answer else ClaimVerdict.CONTRADICTED
        rows.append(
            StatedRow(
                record=record.id,
                gist=gist_of(record),
                answer=answer,
                complete=complete,
                verdict=verdict,
                why=_why(corpus, record, about, test, answer),
            )
        )
    return tuple(rows)


def _contradict(record: Effect | Norm, about: Record) -> bool:
    """Whether a coder says so on either side: two records that contradict each other do so both ways."""
    return about.id in record.contradicts or (
        isinstance(about, Effect | Norm) and record.id in about.contradicts
    )


def _surely_theirs(record: Effect | Norm) -> bool:
    """Whether the rule surely comes from the change claimed; a norm is law by itself."""
    return isinstance(record, Norm) or record.attribution in (Attribution.STATED, Attribution.INFERRED)


def _beside(corpus: Corpus, about: Record) -> Iterable[Effect | Norm]:
    linked: dict[str, tuple[Effect | Norm, ...]] = corpus.cached("rules_linked", _linked)
    found = {record.id: record for record in linked.get(about.id, ())}
    if isinstance(about, Effect | Norm):
        found[about.id] = about
        for id in (*about.refines, *about.contradicts):
            other = corpus.get(id)
            if isinstance(other, Effect | Norm):
                found[other.id] = other
    rules: tuple[Effect | Norm, ...] = (*corpus.effects, *corpus.norms)
    place = corpus.cached("places_of_rules", lambda _: {rule.id: i for i, rule in enumerate(rules)})
    ordered = sorted(found.values(), key=lambda record: place.get(record.id, -1))
    return [record for record in ordered if record.confidence in FROM_LAW]


def _linked(corpus: Corpus) -> dict[str, tuple[Effect | Norm, ...]]:
    held: dict[str, list[Effect | Norm]] = {}
    records: tuple[Effect | Norm, ...] = (*corpus.effects, *corpus.norms)
    for record in records:
        for id in dict.fromkeys((*record.refines, *record.contradicts)):
            held.setdefault(id, []).append(record)
    return {id: tuple(records) for id, records in held.items()}


def _why(
    corpus: Corpus, record: Effect | Norm, about: Record, test: Predicate, answer: bool | Missing
) -> str:
    told = list(dict.fromkeys(word for part in test.parts() for word in _grounds(corpus, record, part)))
    if _contradict(record, about):
        told.append(f"coded as contradicting {tail(about.id)}")
    if isinstance(record, Effect) and record.attribution is Attribution.OPEN:
        told.append("which act it comes from is open")
    if isinstance(answer, Missing) and not told:
        told.append("the coding does not tell")
    return "; ".join(told)


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_told, value))
    words = getattr(value, "words", None)
    return str(words() if callable(words) else getattr(value, "value", value))


def _grounds(corpus: Corpus, record: Effect | Norm, test: Predicate) -> Iterator[str]:
    """What of the record one test looks at, in words."""
    if test.name == "rule":
        value = field_of(record, str(test.args[0]))
        yield f"{test.args[0]}: {_told(value) if is_stated(value) else 'not stated'}"
    if test.name in ("rule", "universal"):
        for limit in spares(record):
            if test.name == "universal" or "exemptions" in limit:
                yield f"has {limit}"
    if test.name in ("new", "change"):
        period = force_of(corpus, record)
        yield "a rule in force" if isinstance(record, Norm) else f"coded as {record.change.value}"
        if isinstance(period, Period) and period.start is not None:
            yield f"law since {period.start}"
    if test.name == "simple_shift" and record.kind == Sentence.kind:
        before, after = (_told(field_of(record, f"{side}.sanction")) for side in ("before", "after"))
        yield f"{before} to {after}"
    if test.name == "kind" or (test.name == "simple_shift" and record.kind != Sentence.kind):
        yield f"kind: {record.kind}"
    if test.name in ("topic", "role"):
        held = record.topics if test.name == "topic" else parties(corpus, record)
        yield f"{'topics' if test.name == 'topic' else 'parties'}: {', '.join(held) or 'not stated'}"
