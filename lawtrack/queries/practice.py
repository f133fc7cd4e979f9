"""Practice against law: whether sentences seen in fact lie inside those the law permits."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from ..arguments import checked
from ..dates import as_day
from ..kinds import Sentence
from ..missing import UNKNOWN, Missing, is_known
from ..model.context import Statistic
from ..penalties import Sanction
from ..sentencing import Containment, PenaltyFacts, RegimeName, penalty_facts, resolve, terms_within
from ..verdicts import Truth, any_of

__all__ = ["RangeCheck", "same_regime", "within_statutory_range"]


@frozen(kw_only=True)
class RangeCheck:
    """How observed sentences lie to the statute. ``str`` is the answer in one word.

    Attributes:
        answer: INSIDE, PARTLY, OUTSIDE or UNKNOWN, by terms alone.
        observed: The terms seen.
        permitted: The sanction they were held against, the general part filled in where that was asked for.
        regime: Whether the regime seen is the one the law names; UNKNOWN when a side names none or the names
            are not known to be of one regime.
        reasons: What the answer rests on, as sentences.
    """

    answer: Containment
    observed: Sanction | Missing
    permitted: Sanction | Missing
    regime: Truth = UNKNOWN
    reasons: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.answer.value


@checked
def within_statutory_range(
    statistic: Statistic | Sanction | str,
    sanction: Sentence | Sanction | str | Missing,
    *,
    kind: str = "prison",
    on: date | str | None = None,
    jurisdiction: str | None = None,
    facts: PenaltyFacts | None = None,
) -> RangeCheck:
    """Whether terms seen in practice lie inside what a sanction permits, by containment and not by harshness.

    Args:
        statistic: A statistic with a ``term``, or a plain range such as ``prison 3..6y``.
        sanction: A sentence (its ``regime`` is then compared too), a sanction or its notation.
        kind: The kind of penalty whose terms are compared.
        on: Day of the law. With a *jurisdiction* (a statistic brings its own), ends that the clause leaves to
            the general part are filled as of that day, and names of regimes are those of that day.
        jurisdiction: Country code.
        facts: General part and names of regimes; those that come with lawtrack when None.
    """
    term = statistic.term if isinstance(statistic, Statistic) else statistic
    observed = Sanction.read(term) if isinstance(term, str) else term
    rule = sanction.sanction if isinstance(sanction, Sentence) else sanction
    permitted = Sanction.read(rule) if isinstance(rule, str) else rule
    country = jurisdiction
    if country is None and isinstance(statistic, Statistic) and is_known(statistic.jurisdiction):
        country = statistic.jurisdiction
    regime, told = _regimes(statistic, sanction, country, on, facts)
    if not isinstance(observed, Sanction) or not isinstance(permitted, Sanction):
        side = (
            "The statistic gives no term." if isinstance(observed, Missing) else "The sanction is not known."
        )
        return RangeCheck(
            answer=Containment.UNKNOWN,
            observed=observed,
            permitted=permitted,
            regime=regime,
            reasons=(side, *told),
        )
    notes: tuple[str, ...] = ()
    if on is not None and country is not None:
        resolved = resolve(permitted, country, on=on, facts=facts)
        permitted, notes = resolved.sanction, resolved.notes
    answer, why = terms_within(observed.tracks, permitted.tracks, kind=kind)
    said = f"{observed} seen in practice; {permitted} in the law: {answer.value}."
    return RangeCheck(
        answer=answer,
        observed=observed,
        permitted=permitted,
        regime=regime,
        reasons=(said, *why, *notes, *told),
    )


def _regimes(
    statistic: object,
    sanction: object,
    country: str | None,
    on: date | str | None,
    facts: PenaltyFacts | None,
) -> tuple[Truth, tuple[str, ...]]:
    seen = statistic.regime if isinstance(statistic, Statistic) else UNKNOWN
    named = sanction.regime if isinstance(sanction, Sentence) else UNKNOWN
    if not is_known(seen) or not is_known(named):
        return UNKNOWN, ()
    same = same_regime(seen, named, jurisdiction=country, on=on, facts=facts)
    word = {True: "is", False: "is not"}.get(same) if not isinstance(same, Missing) else None
    if word is None:
        return same, (f"Whether {seen!r} and {named!r} are one regime is not known.",)
    return same, (f"{seen!r} {word} the regime that the law calls {named!r}.",)


@checked
def same_regime(
    name: str,
    other: str,
    *,
    jurisdiction: str | None = None,
    on: date | str | None = None,
    facts: PenaltyFacts | None = None,
) -> Truth:
    """Whether two names are of one prison regime.

    Two laws may use two right names at once. With *on*, each name counts as what a law called so that day,
    and a name that no law surely used then leaves the answer UNKNOWN; without it, at any time.
    """
    day = None if on is None else as_day(on)
    held = penalty_facts() if facts is None else facts
    known = [r for r in held.regimes if jurisdiction is None or r.jurisdiction == jurisdiction]
    if _folded(name) == _folded(other):
        return True
    first, second = _levels(known, name, day), _levels(known, other, day)
    if not first or not second:
        return UNKNOWN
    return any_of(
        UNKNOWN if a_sure is UNKNOWN or b_sure is UNKNOWN else a == b
        for a, a_sure in first.items()
        for b, b_sure in second.items()
    )


def _levels(known: Iterable[RegimeName], name: str, day: date | None) -> dict[tuple[str, str], Truth]:
    """The regimes that a name stands for, and whether it surely did on the day."""
    found: dict[tuple[str, str], Truth] = {}
    for held in known:
        if _folded(name) in map(_folded, held.names):
            stands = True if day is None else held.in_force.contains(day)
            key = (held.jurisdiction, held.level)
            if stands is not False:
                found[key] = any_of((stands, found.get(key, False)))
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").replace("ё", "е").split())
