"""The choice among versions of a sentence: never harsher than at the offence, and the mildest since.

Versions are compared whole; nothing here puts the mild parts of two laws together.
"""

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from ..dates import EdtfDate
from ..missing import UNKNOWN
from ..penalties import PenaltyLadder, Sanction, compare_sanctions
from ..verdicts import ANY, Truth, Verdict, Verdicts
from .versions import SentenceVersion

__all__ = ["Fate", "choose"]

_NEVER_MILDER = frozenset({Verdict.MORE_RESTRICTIVE, Verdict.EQUIVALENT})
_HARSHER = frozenset({Verdict.MORE_RESTRICTIVE})
_SAME = frozenset({Verdict.EQUIVALENT})
_MILDER = frozenset({Verdict.LESS_RESTRICTIVE})


@frozen(kw_only=True)
class Fate:
    """What became of one version in the choice.

    Attributes:
        version: The version.
        at_offence: Whether it was law at the offence.
        later: Whether it was law on some later day up to judgment.
        verdict: How it compares with the law at the offence; None for that law itself.
        applies: Whether it is among the answers.
        sure: Whether nothing about it was left open.
        why: One sentence.
    """

    version: SentenceVersion
    at_offence: Truth
    later: Truth
    verdict: Verdicts | None = None
    applies: bool = False
    sure: bool = True
    why: str = ""


def choose(
    versions: Sequence[SentenceVersion],
    base: int,
    offence: EdtfDate,
    judged: EdtfDate,
    ladder: PenaltyLadder | None,
) -> tuple[Fate, ...]:
    """What becomes of each version when *base* is the law at the offence, in order of the versions.

    A later version that can only be harsher, or as harsh, is dropped. Of the rest those stay to which no
    version that surely was law is surely milder. Openness never drops a version and never adds one.
    """
    met = [
        version.between(offence, judged) if place > base else place == base
        for place, version in enumerate(versions)
    ]
    against = [_compared(versions[base], version, ladder) for version in versions]
    kept = [
        place
        for place, truth in enumerate(met)
        if truth is not False and (place == base or not against[place].possible <= _NEVER_MILDER)
    ]
    beaten = {place: by for place in kept if (by := _beaten(place, kept, met, versions, ladder)) is not None}
    fates = []
    for place, version in enumerate(versions):
        sure = met[place] is True and (place == base or against[place].possible == _MILDER)
        why = _why(place, base, met, against, kept, beaten, versions)
        fates.append(
            Fate(
                version=version,
                at_offence=version.on(offence) if place != base else True,
                later=met[place],
                verdict=None if place == base else against[place],
                applies=place in kept and place not in beaten,
                sure=sure,
                why=why,
            )
        )
    return tuple(fates)


def _beaten(
    place: int,
    kept: Sequence[int],
    met: Sequence[Truth],
    versions: Sequence[SentenceVersion],
    ladder: PenaltyLadder | None,
) -> int | None:
    """The place of a version that surely was law and is milder, or as mild and older; None without one."""
    for other in kept:
        if other == place or met[other] is not True:
            continue
        possible = _compared(versions[other], versions[place], ladder).possible
        if possible == _HARSHER or (possible <= _NEVER_MILDER and other < place):
            return other
    return None


def _compared(a: SentenceVersion, b: SentenceVersion, ladder: PenaltyLadder | None) -> Verdicts:
    first, second = a.compared(), b.compared()
    if first is None or second is None:
        return Verdicts(ANY.possible, ("sanction",))
    return _overall(first, second, ladder)


@lru_cache(maxsize=4096)
def _overall(first: Sanction, second: Sanction, ladder: PenaltyLadder | None) -> Verdicts:
    return compare_sanctions(first, second, ladder=ladder).overall


def _why(
    place: int,
    base: int,
    met: Sequence[Truth],
    against: Sequence[Verdicts],
    kept: Sequence[int],
    beaten: dict[int, int],
    versions: Sequence[SentenceVersion],
) -> str:
    version = versions[place]
    said = f"{version.words()}, law {version.when()},"
    if place == base:
        if place in beaten:
            by = versions[beaten[place]].words()
            return f"{said} applied at the offence; {by}, law since then, is milder."
        return f"{said} applied at the offence."
    if met[place] is False:
        when = "is older than the law at the offence" if place < base else "was no law before the judgment"
        return f"{said} {when}."
    possible = against[place].possible
    if place not in kept:
        if possible == _HARSHER:
            return f"{said} is newer and harsher than the law at the offence, so it cannot reach back."
        if possible == _SAME:
            return f"{said} is newer and as harsh as the law at the offence, which stays."
        return f"{said} is newer and in no case milder than the law at the offence, which stays."
    if place in beaten:
        return (
            f"{said} is not the mildest: {versions[beaten[place]].words()} is milder, or as mild and older."
        )
    if possible == _MILDER:
        told = f"{said} is newer and milder than the law at the offence, so it reaches back"
    elif len(possible) == 1:
        told = f"{said} is newer and neither harsher nor milder than the law at the offence"
    else:
        told = f"{said} is newer; whether it is milder than the law at the offence is open"
        open_ends = ", ".join(against[place].undecided)
        told += f" ({open_ends} would decide)" if open_ends else ""
    if met[place] is UNKNOWN:
        told += ", and it is not certain that it was law before the judgment"
    return f"{told}."
