"""Checking claims: the population, the test, and one verdict for each thing that may have been meant."""

from collections.abc import Sequence
from datetime import date

import attrs

from ..arguments import checked
from ..checks.predicates import wrong_words
from ..corpus import Corpus
from ..dates import as_day
from ..hedges import Hedge, read_hedge
from ..identifiers import tail
from ..lexicon import Lexicon
from ..missing import UNKNOWN, Missing, is_known
from ..model.assertion import Claim, Source
from ..model.counting import AMENDMENT_UNITS, CountingUnit
from ..model.predicate import Predicate
from ..model.record import Record
from ..model.substance import Effect, Norm
from ..queries.asking import gist_of
from ..queries.knowledge import answer_as_known, known_on
from ..queries.selection import Column, Selection, echo
from ..ranges import Range
from ..tables import counted
from .counts import counted_rows
from .deciding import ClaimVerdict, joined
from .results import CountedRow, StatedRow, Verification, told_as
from .stated import stated_rows, test_of

__all__ = ["verify", "verify_all"]

Rows = tuple[CountedRow, ...] | tuple[StatedRow, ...]
_UNSPECIFIED = ("amendment", "amendments", "change", "changes")


@checked
def verify(
    corpus: Corpus,
    claim: str | Claim,
    *,
    against: Sequence[str] = (),
    lexicon: Lexicon | None = None,
    as_known_on: date | str | None = None,
) -> Verification:
    """Check a claim against the law in the corpus, once for each thing that it may mean.

    A count or share is checked for every counting unit it leaves open and, where a step of a sentence is
    claimed, for either end of it; a claim about a rule is checked against each rule read in the law that is
    tied to it. *supported* and *contradicted* need a population of which the corpus holds every member
    (:attr:`Package.enumerates`), or a rule read in the law; otherwise the answer is *undetermined*, with the
    totals that the claim would imply. One unit passes when every change coded for it passes. A test with a
    word that nothing has is *not checkable*.

    Args:
        corpus: The corpus.
        claim: Id of a claim, or a claim made up for the question.
        against: Ids of further claims to set beside it; those on the same field come of themselves.
        lexicon: Rules of a study that read the hedge anew; by default the number as recorded counts.
        as_known_on: Checks against what sources had told by that day.

    Raises:
        UnknownNameError: No claim has that id.
    """
    held = corpus.find(claim, "claim") if isinstance(claim, str) else claim
    assert isinstance(held, Claim)
    further = [corpus.find(name, "claim") for name in against]
    day = None if as_known_on is None else as_day(as_known_on)
    seen = corpus if day is None else known_on(corpus, day).corpus
    read = held if lexicon is None else _read_anew(seen, held, lexicon)
    claimed, rule = _quantity(read, lexicon)
    about = seen.get(held.about)
    echoed = None if day is None else day.isoformat()
    name = tail(held.id) if corpus.get(held.id) == held else held.id
    rows, why = _rows(seen, read, about, claimed)
    if seen.get(held.id) is None and corpus.get(held.id) is not None:
        why = (*why, f"No source had made the claim by {day}; it is checked all the same.")
    test = test_of(read) if isinstance(about, Effect | Norm) else UNKNOWN
    lacking = isinstance(test, Predicate) and not any(wrong_words(seen, test))
    verdict = ClaimVerdict.UNDETERMINED if lacking else ClaimVerdict.NOT_CHECKABLE
    query = echo("verify", [name], against=list(against) or None, as_known_on=echoed)
    return Verification(
        claim=held,
        says=_said(held),
        claimed=claimed,
        rule=rule,
        rows=rows,
        verdict=joined(row.verdict for row in rows) if rows else verdict,
        others=_others(seen, held, [other for other in further if isinstance(other, Claim)]),
        assumptions=why,
        as_known_on=echoed or "",
        query=query if lexicon is None else f"{query.removesuffix(')')}, lexicon=lexicon)",
        corpus=seen,
    )


def _said(claim: Claim) -> str:
    if isinstance(claim.says, str) and claim.says:
        return claim.says
    test = claim.predicate if is_known(claim.predicate) else f"{claim.field} {claim.value}"
    return f"{tail(claim.about)}: {test}"


def _read_anew(corpus: Corpus, claim: Claim, lexicon: Lexicon) -> Claim:
    """The claim with its hedge as the rules of a study read it."""
    if not isinstance(claim.hedge, Hedge):
        return claim
    source = corpus.get(claim.source)
    lang = source.lang if isinstance(source, Source) and isinstance(source.lang, str) else "en"
    return attrs.evolve(claim, hedge=read_hedge(claim.hedge.surface, lang=lang, lexicon=lexicon))


def _quantity(claim: Claim, lexicon: Lexicon | None) -> tuple[Range | Missing, str]:
    """The amount claimed, as recorded or else as its hedge is read, and the rule that reads the hedge."""
    hedge = claim.hedge
    if not isinstance(hedge, Hedge):
        return claim.quantity, ""
    first, second = (claim.quantity, hedge.interval) if lexicon is None else (hedge.interval, claim.quantity)
    return (first if is_known(first) else second), hedge.rule


def _rows(
    corpus: Corpus, claim: Claim, about: Record | None, claimed: Range | Missing
) -> tuple[Rows, tuple[str, ...]]:
    if about is None:
        return (), (f"No record has the id {claim.about}, or no source had told of it.",)
    test = test_of(claim) if isinstance(about, Effect | Norm) else claim.predicate
    if isinstance(test, Predicate) and (wrong := tuple(wrong_words(corpus, test))):
        return (), tuple(f"The test names {w.read}, not {w.expected}. {w.hint}".rstrip() for w in wrong)
    if isinstance(about, Effect | Norm):
        if isinstance(test, Missing):
            return (), ("The claim names neither a test nor a field and a value that could be looked up.",)
        rows = stated_rows(corpus, claim, about, test)
        if not rows:
            return (), ("No rule read in the law about the same matter is tied to what the claim speaks of.",)
        told = [f"Tested: {test}, rule by rule as read in the law."]
        if any(part.name == "universal" for part in test.parts()):
            told.append("A rule spares what is coded so; an exemption that nobody coded is not seen.")
        return rows, tuple(told)
    units = _units(claim)
    if not units:
        return (), (f"The corpus does not count what is meant by {claim.unit!r}.",)
    if isinstance(claimed, Missing):
        return (), ("The claim gives no amount that could be checked.",)
    if isinstance(test, Missing):
        if claim.is_share:
            return (), ("The claim names no test, so nobody can tell which ones it counts.",)
        test = Predicate("any")
    return counted_rows(corpus, about, units, test, claimed, claim.is_share)


def _units(claim: Claim) -> tuple[CountingUnit, ...]:
    if isinstance(claim.unit, Missing) or claim.unit.casefold() in _UNSPECIFIED:
        return AMENDMENT_UNITS
    word = claim.unit.casefold().replace(" ", "_")
    return tuple(unit for unit in CountingUnit if word in (unit.value, f"{unit.value}s"))


def _others(
    corpus: Corpus, claim: Claim, further: Sequence[Claim]
) -> tuple[tuple[str, Range | Missing, str], ...]:
    """What other sources claim of the same field, and further claims asked for, in order of ids."""
    same = [
        other
        for other in corpus.cached("claims_by_subject", _by_subject).get(claim.about, ())
        if isinstance(claim.field, str) and other.field == claim.field
    ]
    beside = {other.id: other for other in (*same, *further) if other.id != claim.id}
    return tuple((other.source, other.quantity, gist_of(other)) for other in beside.values())


def _by_subject(corpus: Corpus) -> dict[str, list[Claim]]:
    held: dict[str, list[Claim]] = {}
    for claim in corpus.claims:
        held.setdefault(claim.about, []).append(claim)
    return held


@attrs.frozen(kw_only=True)
class _Checked:
    """One claim of the corpus and what came of it."""

    record: Claim
    verification: Verification


@checked
def verify_all(
    corpus: Corpus, *, lexicon: Lexicon | None = None, as_known_on: date | str | None = None
) -> Selection[_Checked]:
    """Every claim of the corpus with its verdict, in natural order of ids.

    The column ``in_words`` tells what the verdict depends on, ``rule`` which rule of the lexicon reads the
    hedge; :func:`verify` shows one claim in full.
    """
    if as_known_on is not None:
        return answer_as_known(lambda known: verify_all(known, lexicon=lexicon), corpus, as_known_on)
    rows = [
        _Checked(record=claim, verification=verify(corpus, claim, lexicon=lexicon)) for claim in corpus.claims
    ]
    return Selection(
        rows=rows,
        columns=(
            Column("claim", lambda row: tail(row.record.id)),
            Column("source", lambda row: tail(row.record.source)),
            Column("says", lambda row: gist_of(row.record)),
            Column("claimed", _claimed),
            Column("verdict", lambda row: row.verification.verdict.value.replace("_", " ")),
            Column("rule", lambda row: row.verification.rule, detail=True),
            Column("in_words", lambda row: row.verification.in_words(), detail=True),
        ),
        title="Claims",
        noted=_totals,
        query=echo("verify_all") if lexicon is None else "verify_all(corpus, lexicon=lexicon)",
    )


def _claimed(row: _Checked) -> object:
    hedge = row.record.hedge
    if isinstance(hedge, Hedge) and hedge.universal:
        return hedge.surface
    claimed = row.verification.claimed
    if isinstance(claimed, Missing) and is_known(row.record.value):
        return row.record.value  # of a rule a value is claimed, and no number of anything
    if isinstance(claimed, Missing) and isinstance(hedge, Hedge):
        return hedge.surface
    return told_as(claimed)


def _totals(rows: tuple[_Checked, ...]) -> tuple[str, ...]:
    found = [row.verification.verdict for row in rows]
    told = [f"{found.count(v)} {v.value.replace('_', ' ')}" for v in ClaimVerdict if v in found]
    return (f"{counted(len(rows), 'claim')}: {', '.join(told)}.",) if rows else ()
