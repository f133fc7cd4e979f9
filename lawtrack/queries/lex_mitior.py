"""Which penalty applies: the law at the offence, or a milder one since (lex mitior)."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..errors import ReadingError, UnknownNameError
from ..identifiers import tail
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing, is_known
from ..model.instruction import Amendment
from ..model.record import Record
from ..model.substance import Attribution, Confidence, Effect, Norm
from ..model.text import Provision, Work
from ..penalties import GENERAL_PART, Bound, PenaltyLadder, Quantity, Sanction
from ..penalties.kinds import UNMEASURED
from ..penalties.parts import components_of
from ..penalties.units import INDEX_UNITS
from ..sentencing import admits, concrete_sentence
from ..verdicts import Truth, all_of, any_of, negate
from .addresses import found_provision
from .applicable import ApplicableSanctions, Mode
from .asking import provision_label, word_of
from .mildest import Fate, choose
from .selection import echo
from .versions import SentenceVersion, provisions_with_sentences, sentence_versions

__all__ = ["applicable_sanctions"]

BASIS = (
    "ICCPR 15(1): no heavier penalty than the one applicable when the offence was committed, "
    "and the benefit of a lighter one provided by law later."
)
CONTESTED = (
    "Procedure, limitation (prescription) and the regime in which a sentence is served are contested under "
    "this rule and not decided here."
)


@checked
def applicable_sanctions(
    corpus: Corpus,
    provision: str | Record,
    *,
    offence_on: date | str | EdtfDate | Period,
    judged_on: date | str | EdtfDate,
    mode: Mode = "abstract",
    proposed: Sanction | str | None = None,
    ladder: PenaltyLadder | None = None,
) -> ApplicableSanctions:
    """The sanction of *provision* that governs an offence of one day judged on another.

    Every version that was law from the offence to the judgment counts, those in between too. A version newer
    than the offence that is harsher never applies; of the rest the mildest apply, by the overall order of
    sanctions and whole: the mild parts of two laws are never put together. Sanctions that cannot be ranked
    are all returned, with ``needs_judgment``.

    Args:
        corpus: The corpus. Versions come from its sentence effects (before and after) and norms.
        provision: A provision, its id, or its label: ``art. 255 para. 1``, ``art. 255(1)``.
        offence_on: A day; a date not exactly known (``2016-12``, ``2016-12-20~``, ``2016-12-20/2017-01-10``);
            or a Period (``2016-12-20..2017-02-01``) for a continuing offence. For that the versions it
            touches are listed and nothing is chosen.
        judged_on: A day, or a date not exactly known.
        mode: ``concrete`` also tests *proposed*.
        proposed: One concrete sentence, such as ``prison =5y + confiscation!``. Where a version has a
            penalty for each of several classes of persons, that of any class will do.
        ladder: Order of kinds of penalty; without one nothing is inferred between kinds.

    Raises:
        UnknownNameError: No such provision (the nearest is named), or only its parts carry sentences.
        ReadingError: A date does not follow its notation, the judgment comes before the offence, or
            *proposed* leaves something open.
    """
    if mode not in ("abstract", "concrete"):
        raise UnknownNameError("mode", str(mode), ("abstract", "concrete"))
    if (mode == "concrete") is (proposed is None):
        raise TypeError('proposed= goes with mode="concrete", and that mode needs it')
    sentence = None if proposed is None else concrete_sentence(Sanction.of(proposed))
    record = found_provision(corpus, provision)
    offence, judged = _offence(offence_on), _day(judged_on)
    versions, found_notes = sentence_versions(corpus, record)
    if not versions:
        _refuse_a_whole(corpus, record)
    began = offence.start if isinstance(offence, Period) else offence
    if began is not None and judged.before(began) is True:
        told = f"a day not before the offence ({offence})"
        raise ReadingError(f"judged_on {judged}", told, code="LT-TIM-009")
    if isinstance(offence, Period):
        fates, reasons = _touched(versions, offence)
        answer: tuple[Fate, ...] = ()
        judgment = True
    else:
        fates, answer, judgment, reasons = _decided(versions, offence, judged, ladder)
    applicable = tuple(fate.version.sanction for fate in answer)
    return ApplicableSanctions(
        provision=record.id,
        label=provision_label(corpus, record.id),
        offence_on=offence,
        judged_on=judged,
        mode=mode,
        fates=fates,
        applicable=applicable,
        needs_judgment=judgment,
        proposed=sentence,
        permitted=NOT_APPLICABLE if sentence is None else _permitted(answer, sentence),
        reasons=(BASIS, *reasons),
        notes=(*found_notes, *_notes(corpus, fates, offence, judged), CONTESTED),
        query=echo(
            "applicable_sanctions",
            [record.id],
            offence_on=str(offence),
            judged_on=str(judged),
            mode=None if mode == "abstract" else mode,
            proposed=None if sentence is None else str(sentence),
            ladder=ladder,
        ),
    )


def _offence(value: date | str | EdtfDate | Period) -> EdtfDate | Period:
    if isinstance(value, Period):
        return value
    if isinstance(value, str) and ".." in value.replace("/..", "").replace("../", ""):
        return Period.read(value)
    return _day(value)


def _day(value: date | str | EdtfDate) -> EdtfDate:
    return EdtfDate.read(value) if isinstance(value, str) else EdtfDate.of(value)


def _refuse_a_whole(corpus: Corpus, provision: Provision) -> None:
    """Point to the parts of an article when only those carry sentences."""
    parts = [
        part
        for part in provisions_with_sentences(corpus)
        if part.work == provision.work and part.eid.starts_with(provision.eid)
    ]
    if parts:
        labels = [part.eid.label() for part in parts]
        raise UnknownNameError(
            "sentence of", provision.eid.label(), labels, hint="Its parts carry sentences; name one."
        )


def _touched(
    versions: Sequence[SentenceVersion], offence: Period
) -> tuple[tuple[Fate, ...], tuple[str, ...]]:
    first = offence.start or EdtfDate.read("0001-01-01")
    last = offence.end or EdtfDate.read("9999-12-31")
    fates = []
    for version in versions:
        # The end of a period is the first day that no longer belongs to it.
        start = version.in_force.start
        begun = last.after(start) if start is not None and offence.end is not None else True
        met = all_of((version.between(first, last), begun))
        word = {True: "is touched", False: "is not touched"}
        told = "may be touched" if isinstance(met, Missing) else word[met]
        why = f"{version.words()}, law {version.when()}, {told} by the continuing offence."
        fates.append(Fate(version=version, at_offence=met, later=UNKNOWN, why=why))
    stop = "Which version governs a continuing offence is left to judgment; nothing is chosen here."
    return tuple(fates), (*(fate.why for fate in fates), stop)


def _decided(
    versions: Sequence[SentenceVersion], offence: EdtfDate, judged: EdtfDate, ladder: PenaltyLadder | None
) -> tuple[tuple[Fate, ...], tuple[Fate, ...], bool, tuple[str, ...]]:
    """Fates, answers, whether judgment is needed, and reasons, for every law that may be the offence's."""
    bases = [place for place, version in enumerate(versions) if version.on(offence) is not False]
    if not bases:
        nothing = "No sentence known here was law at the offence, so nothing newer can reach back."
        fates = tuple(
            Fate(
                version=v,
                at_offence=False,
                later=v.between(offence, judged),
                why=f"{v.words()}, law {v.when()}.",
            )
            for v in versions
        )
        return fates, (), bool(versions), (nothing,)
    chosen = [choose(versions, base, offence, judged, ladder) for base in bases]
    first = chosen[0]
    answers = [tuple(fate for fate in fates if fate.applies) for fates in chosen]
    if len(chosen) == 1:
        judgment = len(answers[0]) > 1 or not all(map(_is_settled, answers[0]))
        reasons = tuple(fate.why for fate in first if fate.later is not False)
        only = versions[bases[0]]
        if only.on(offence) is not True:
            judgment = True
            reasons += (f"It is not certain that {only.words()} was law at the offence, or any sentence.",)
        return first, answers[0], judgment, reasons
    places = {place for fates in chosen for place, fate in enumerate(fates) if fate.applies}
    same = all({p for p, f in enumerate(fates) if f.applies} == places for fates in chosen)
    merged = tuple(_merged([fates[p] for fates in chosen], p in places) for p in range(len(versions)))
    told = ["More than one version may have been the law at the offence; each is tried."]
    for base, fates in zip(bases, chosen, strict=True):
        words = " or ".join(f.version.words() for f in fates if f.applies)
        told.append(f"If {versions[base].words()} ({versions[base].when()}) was the law then: {words}.")
    sure = same and len(places) == 1 and all(_is_settled(f) for fates in chosen for f in fates if f.applies)
    return merged, tuple(fate for fate in merged if fate.applies), not sure, tuple(told)


def _is_settled(fate: Fate) -> bool:
    return fate.sure and fate.version.compared() is not None


def _merged(fates: Sequence[Fate], applies: bool) -> Fate:
    at, later = (_agreed([getattr(f, name) for f in fates]) for name in ("at_offence", "later"))
    whys = " / ".join(dict.fromkeys(f.why for f in fates))
    verdicts = [f.verdict for f in fates if f.verdict is not None]
    verdict = verdicts[0] if len(set(verdicts)) == 1 and len(verdicts) == len(fates) else None
    return Fate(
        version=fates[0].version,
        at_offence=at,
        later=later,
        verdict=verdict,
        applies=applies,
        sure=False,
        why=whys,
    )


def _agreed(answers: Sequence[Truth]) -> Truth:
    return answers[0] if len(set(answers)) == 1 else UNKNOWN


def _permitted(answer: Sequence[Fate], proposed: Sanction) -> Truth:
    held = [
        UNKNOWN if (sanction := fate.version.compared()) is None else admits(sanction.tracks, proposed.tracks)
        for fate in answer
    ]
    if not held:
        return UNKNOWN
    if all_of(held) is True:
        return True
    return False if negate(any_of(held)) is True else UNKNOWN


def _notes(
    corpus: Corpus, fates: Sequence[Fate], offence: EdtfDate | Period, judged: EdtfDate
) -> tuple[str, ...]:
    notes = []
    if not fates:
        notes.append("The corpus records no sentence for this provision.")
    first = fates[0].version if fates else None
    if (
        first is not None
        and first.in_force.start is None
        and not first.undated
        and fates[0].at_offence is True
    ):
        notes.append(
            f"Nothing says since when {first.words()} was law; it is taken to reach back to the offence."
        )
    if any(fate.version.sanction is Missing.ABSENT for fate in fates):
        notes.append("Where no sentence is told here, other provisions may still punish the conduct.")
    for what, day in (("offence", offence), ("judgment", judged)):
        if isinstance(day, EdtfDate) and day.marks:
            notes.append(
                f"The day of the {what} is marked {day.marks}; its written bounds are taken as they are."
            )
    notes += _claims_to_reach_back(corpus, fates)
    notes += _doubts(corpus, fates)
    met = [fate.version.sanction for fate in fates if fate.later is not False]
    held = [sanction for sanction in met if isinstance(sanction, Sanction)]
    ends = [end for sanction in held for end in _ends(sanction)]
    if any(isinstance(end, Quantity) and end.unit in INDEX_UNITS for end in ends):
        notes.append(
            "Amounts in index units are compared as numbers of units; what a unit was worth on which day is "
            "another question, see value_sanction."
        )
    if GENERAL_PART in ends:
        notes.append("Ends left to the general part are taken to be the same throughout; see resolve.")
    return tuple(notes)


def _claims_to_reach_back(corpus: Corpus, fates: Sequence[Fate]) -> list[str]:
    """A sentence for each law that says of itself that it applies to the past: a harsher one may not."""
    told: dict[str, None] = {}
    for fate in fates:
        for record in map(corpus.get, fate.version.records):
            for maker in record.by if isinstance(record, Effect) else ():
                held = corpus.get(maker)
                work = corpus.get(held.instrument) if isinstance(held, Amendment) else held
                if isinstance(work, Work) and is_known(work.retroactive_from):
                    since = work.retroactive_from
                    told[f"{work.label()} claims to apply from {since}; that is given no effect here."] = None
    return list(told)


def _doubts(corpus: Corpus, fates: Sequence[Fate]) -> list[str]:
    """A sentence for each change put down to its act without a statement, or resting on less than law."""
    told: dict[str, None] = {}
    for record in (corpus.get(id) for fate in fates for id in fate.version.records):
        if isinstance(record, Effect) and record.attribution in (Attribution.INFERRED, Attribution.OPEN):
            told[
                f"That {tail(record.id)} comes from its act is {word_of(record.attribution)}, not stated."
            ] = None
        if isinstance(record, Effect | Norm) and record.confidence in _WEAK:
            told[f"What {tail(record.id)} says of the law is {word_of(record.confidence)}."] = None
    return list(told)


_WEAK = (Confidence.SECONDARY, Confidence.UNVERIFIED)


def _ends(sanction: Sanction) -> Iterator[Bound]:
    for track in sanction.tracks:
        for _, component in components_of(track):
            if component.meant_kind not in UNMEASURED:
                yield from component.ends
