"""A brief: a few sourced sentences about a package, with hedges kept and unknowns said aloud."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ..arguments import checked
from ..corpus import Corpus
from ..dates import EdtfDate, as_day
from ..identifiers import natural_key, tail
from ..kinds import Sentence
from ..missing import Missing, is_known
from ..model.assertion import Claim
from ..model.critique import Critique, Recommendation
from ..model.position import Direction
from ..model.record import Record
from ..model.substance import Effect, Gap
from ..model.text import EventKind, Work, WorkKind
from ..ranges import Range
from ..tables import counted
from .asking import (
    effects_of,
    force_start,
    gist_of,
    makers_of,
    named,
    package_name,
    source_tags,
    whole,
    word_of,
)
from .briefs import Brief, BriefLine
from .calendars import commencement
from .changes import effects
from .derived import with_positions
from .holdings import trigger_of
from .knowledge import known_on, left_out_note
from .objections import critiques
from .outcomes import latest_outcome
from .selection import echo
from .sentences import sentence_changes
from .shares import Subject, share_lines, shares_told

__all__ = ["brief"]


@checked
def brief(
    corpus: Corpus,
    *,
    package: str | Record | None = None,
    for_: str | None = None,
    as_known_on: date | str | None = None,
) -> Brief:
    """What a package did, to whom, how sure that is, and what is not known, in a few sourced sentences.

    Without *package*: the only package of the corpus, or the whole corpus. *for_* keeps the effects that
    touch a party role. Sentences are put together from the records, never composed; each names its
    sources, hedges stand as the source wrote them, and what nobody knows is said. *as_known_on* tells what
    the sources had told by that day, and counts what is left out for it. Raises UnknownNameError for a
    package or role that does not exist.
    """
    day = None if as_known_on is None else as_day(as_known_on)
    if day is not None:
        corpus = known_on(corpus, day).corpus
    if package is None and len(corpus.packages) == 1:
        package = corpus.packages[0].id
    name = package_name(package)
    held = None if name is None else corpus.find(name, "package")
    title = gist_of(held if held is not None else corpus) or "A corpus without a title"
    if for_ is not None:
        corpus.vocabulary.check_role(for_)
    chosen = None if held is None else held.id
    people = "What it does to people" if for_ is None else f"What it does to a {for_.replace('_', ' ')}"
    shares = shares_told(corpus, chosen, for_, {claim.id for claim in _claims(corpus, chosen)})
    lines = (
        *_makers(corpus, chosen),
        *_counts(corpus, chosen),
        *share_lines(corpus, shares, Subject.ACT, "The act"),
        *_sentences(corpus, chosen, for_),
        *share_lines(corpus, shares, Subject.SENTENCES, "Sentences"),
        *_people(corpus, chosen, for_, people),
        *share_lines(corpus, shares, Subject.PEOPLE, people),
        *_objections(corpus, chosen, for_),
        *share_lines(corpus, shares, Subject.OBJECTIONS, "Who objected"),
        *_unknowns(corpus, chosen),
        *_not_told_by(corpus, chosen, day),
    )
    if not lines:
        lines = (BriefLine(section="Nothing to tell", text="The corpus records no amendments or effects."),)
    suffix = f", for {for_}" if for_ else ""
    return Brief(
        title=title + suffix, lines=lines, query=echo("brief", package=chosen, for_=for_, as_known_on=day)
    )


def _not_told_by(corpus: Corpus, package: str | None, day: date | None) -> Iterator[BriefLine]:
    """What a day of knowledge leaves out of the effects and critiques told here."""
    if day is None:
        return
    everything, known = whole(corpus), {record.id for record in corpus}
    told = (*effects_of(everything, package), *critiques(everything, package=package))
    for text in left_out_note(everything, (r.id for r in told if r.id not in known), day):
        yield BriefLine(section="What is not known", text=text)


def _works(corpus: Corpus, package: str | None) -> list[Work]:
    if package is None:
        makers = {name for effect in corpus.effects for name in effect.by}
        makers |= {amendment.instrument for amendment in corpus.amendments}
    else:
        makers = set(makers_of(corpus, package))
    return [work for work in corpus.works if work.id in makers]


def _day(date: EdtfDate | Missing) -> str:
    """A whole day as ``22 December 2016``; anything less exact as it is written."""
    if isinstance(date, Missing):
        return "on a day not known"
    if date.earliest is not None and date.earliest == date.latest and not date.marks:
        day = date.earliest
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return str(date)


_WORK_KINDS = frozenset(kind.value for kind in WorkKind)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _makers(corpus: Corpus, package: str | None) -> Iterator[BriefLine]:
    for work in _works(corpus, package):
        told = []
        for kind in (EventKind.SIGNED, EventKind.PUBLISHED):
            if is_known(date := work.event(kind)):
                told.append(f"{kind.value} {_day(date)}")
        sources = [e.source for e in work.events if isinstance(e.source, str)]
        starts = commencement(corpus, work)
        for start in starts:
            scope = f" ({start.part.scope})" if is_known(start.part.scope) else ""
            told.append(f"in force {_day(start.start)}{scope}")
            sources += [start.part.source] if isinstance(start.part.source, str) else []
        title = work.title.text() if is_known(work.title) else work.label()
        number = f" (no. {work.number})" if is_known(work.number) and work.number not in title else ""
        text = f"{title}{number}: {', '.join(told) or 'no dates are recorded'}."
        yield BriefLine(section="The act", text=text, sources=tuple(dict.fromkeys(map(tail, sources))))


def _claims(corpus: Corpus, package: str | None) -> list[Claim]:
    """Claims about the package or its works."""
    about = {work.id for work in _works(corpus, package)} | ({package} if package else set())
    return [claim for claim in corpus.claims if claim.about in about]


def _counts(corpus: Corpus, package: str | None) -> Iterator[BriefLine]:
    """Exact counts, one line for each field: a line with several values is a difference between sources."""
    by_field: dict[str, dict[str, list[Claim]]] = {}
    for claim in _claims(corpus, package):
        if isinstance(claim.field, str) and is_known(claim.quantity) and not claim.is_share:
            by_field.setdefault(claim.field, {}).setdefault(str(claim.quantity), []).append(claim)
    for field, values in by_field.items():
        said = []
        for value, claims in sorted(values.items(), key=lambda pair: natural_key(pair[0])):
            unit = claims[0].unit if is_known(claims[0].unit) else ""
            who = ", ".join(dict.fromkeys(tail(claim.source) for claim in claims))
            many = counted(int(value), unit) if unit and value.isdecimal() else f"{value} {unit}".strip()
            said.append(f"{many} according to {who}")
        differ = " – the sources differ and both are kept" if len(values) > 1 else ""
        text = f"{field.replace('_', ' ').capitalize()}: {'; '.join(said)}{differ}."
        yield BriefLine(section="The act", text=text)


def _sentences(corpus: Corpus, package: str | None, role: str | None) -> Iterator[BriefLine]:
    """Changed sentences; for a party role only where sentences touch it."""
    if role is not None and not effects(corpus, package=package, kind=Sentence.kind, role=role):
        return
    changes = sentence_changes(corpus, package=package)
    if changes:
        verdicts = Counter(row.verdict for row in changes)
        # Told once for each distinct delta: equal ones are one object, see SentenceChange.delta.
        told_once = {id(row.delta): row.delta for row in changes if is_known(row.delta)}
        pairs = {key: (str(delta.minimum), str(delta.maximum)) for key, delta in told_once.items()}
        steps = Counter(pairs[id(row.delta)] for row in changes if is_known(row.delta))
        told = ", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
        yield BriefLine(
            section="Sentences",
            text=f"{counted(len(changes), 'offence part')} with a sentence before and after: {told}.",
            sources=tuple(
                dict.fromkeys(tag for row in changes for tag in source_tags(corpus, row.effect.id))
            ),
        )
        shifts = "; ".join(f"{_shift(low)} / {_shift(high)}: {n}" for (low, high), n in steps.most_common())
        if shifts:
            text = f"Steps of the prison term, minimum / maximum: {shifts}."
            yield BriefLine(section="Sentences", text=text)
        hardened = Counter(k for row in changes if is_known(row.delta) for k in row.delta.extras_hardened)
        for kind, count in hardened.most_common():
            text = f"{kind.capitalize()} became compulsory in {count} of them."
            yield BriefLine(section="Sentences", text=text)


def _shift(step: str) -> str:
    return {"+0": "unchanged", "not_stated": "not stated"}.get(step, step)


def _people(corpus: Corpus, package: str | None, role: str | None, section: str) -> Iterator[BriefLine]:
    """One line for each effect that makes no other more exact; those stand in the line of the other."""
    told = [e for e in effects(corpus, package=package, role=role) if e.kind != Sentence.kind]
    finer: dict[str, list[Effect]] = {}
    for effect in effects_of(corpus, package):
        for coarse in (*effect.refines, *effect.contradicts):
            finer.setdefault(coarse, []).append(effect)
    ids = {effect.id for effect in told}
    silent = []
    # What several sources speak about comes first; otherwise the order of ids stays.
    for effect in sorted(told, key=lambda effect: effect.id not in finer):
        if not ids.isdisjoint((*effect.refines, *effect.contradicts)):
            continue
        if isinstance(effect.before, Missing) and isinstance(effect.after, Missing):
            silent.append(effect)
            continue
        text = _effect(corpus, effect, role) + _more_exactly(effect, finer.get(effect.id, []))
        yield BriefLine(section=section, text=text, sources=source_tags(corpus, effect.id))
    if silent:
        which = "; ".join(gist_of(effect).rstrip(".") for effect in silent[:3])
        more = f"; and {len(silent) - 3} more" if len(silent) > 3 else ""
        sources = tuple(dict.fromkeys(tag for e in silent[:3] for tag in source_tags(corpus, e.id)))
        text = f"Of {len(silent)} more nothing but the change itself is known: {which}{more}."
        yield BriefLine(section=section, text=text, sources=sources)


def _more_exactly(effect: Effect, finer: list[Effect]) -> str:
    """What other sources make more exact or contradict, as a continuation of the effect's own sentence."""
    against = [gist_of(e).rstrip(".") for e in finer if effect.id in e.contradicts]
    exact = [gist_of(e).rstrip(".") for e in finer if effect.id not in e.contradicts]
    text = f" Against this: {'; '.join(against)}." if against else ""
    if exact:
        more = f" (and {len(exact) - 1} more)" if len(exact) > 1 else ""
        text += f" More exactly: {exact[0]}{more}."
    return text


def _effect(corpus: Corpus, effect: Effect, role: str | None) -> str:
    parts = [gist_of(effect).rstrip(".")]
    trigger = trigger_of(corpus, effect.after)
    if isinstance(trigger, str):
        parts.append(f"trigger: {trigger}")
    if role is not None:
        way = with_positions(corpus, effect).direction(role, broader=corpus.vocabulary.includes)
        if way is not Direction.NONE:
            parts.append(f"{role.replace('_', ' ')}: {way.value.replace('_', ' ')}")
        start = force_start(corpus, effect)
        if isinstance(start, EdtfDate):
            parts.append(f"in force from {_day(start)}")
    return "; ".join(parts) + "."


def _objections(corpus: Corpus, package: str | None, role: str | None) -> Iterator[BriefLine]:
    """Critiques; for a party role those aimed at effects that touch it, or at more than single effects."""
    touching = None if role is None else {effect.id for effect in effects(corpus, package=package, role=role)}
    for critique in critiques(corpus, package=package):
        aimed = {target for target in critique.targets if isinstance(corpus.get(target), Effect)}
        if touching is not None and aimed == set(critique.targets) and touching.isdisjoint(aimed):
            continue
        who = ", ".join(named(corpus, critique.critics))
        when = f", {_day(critique.date)}" if is_known(critique.date) else ""
        grounds = _grounds(critique)
        outcome = _outcome(corpus, critique)
        text = f"{who}{when}: {gist_of(critique).rstrip('.')}; {grounds}{outcome}."
        yield BriefLine(section="Who objected", text=text, sources=source_tags(corpus, critique.id))


def _grounds(critique: Critique) -> str:
    grounds = critique.all_grounds()
    if not is_known(grounds):
        return "ground not stated" if grounds is Missing.NOT_STATED else "ground unknown"
    return "on the ground of " + ", ".join(g.value.replace("_", " ") for g in grounds)


def _outcome(corpus: Corpus, critique: Critique) -> str:
    """What the critique asks, and what became of it, as a continuation of its line."""
    asked = corpus.cached("recommendations_by_critique", _recommendations_by_critique)
    told: dict[str, None] = {}
    for rec in asked.get(critique.id, ()):
        outcome = latest_outcome(corpus, rec.id)
        status = outcome.status if outcome is not None else Missing.UNKNOWN
        asks = str(word_of(rec.asks)) if is_known(rec.asks) else "something"
        became = str(word_of(status)) if is_known(status) else "outcome unknown"
        told[f"{asks} ({became})"] = None
    return f"; asks to {', '.join(told)}" if told else ""


def _recommendations_by_critique(corpus: Corpus) -> dict[str, list[Recommendation]]:
    held: dict[str, list[Recommendation]] = {}
    for recommendation in corpus.recommendations:
        held.setdefault(recommendation.critique, []).append(recommendation)
    return held


def _unknowns(corpus: Corpus, package: str | None) -> Iterator[BriefLine]:
    section = "What is not known"
    yield from (BriefLine(section=section, text=text) for text in _unidentified(corpus, package))
    chosen = effects_of(corpus, package)
    half = [e for e in chosen if isinstance(e.before, Missing) and e.before is not Missing.ABSENT]
    blank = [e for e in chosen if isinstance(e.before, Missing) and isinstance(e.after, Missing)]
    if half:
        effects_in_all = counted(len(chosen), "effect")
        text = f"For {len(half)} of {effects_in_all} the rule before the change is not on record"
        text += f", and for {len(blank)} not even the rule after it." if blank else "."
        yield BriefLine(section=section, text=text)
    unsure = sum(getattr(e.attribution, "value", "") in ("open", "inferred") for e in chosen)
    if unsure:
        text = f"That this package made the change is inferred or open for {unsure} of the {len(chosen)}."
        yield BriefLine(section=section, text=text)
    if any(claim.is_share for claim in _claims(corpus, package)):
        text = "The share cannot be checked as said: the corpus does not hold every amendment of the package."
        yield BriefLine(section=section, text=text)
    gaps = _gaps(corpus, package)
    for gap in gaps[:3]:
        text = f"{gap.type.value.replace('_', ' ').capitalize()}: {gist_of(gap).rstrip('.')}."
        yield BriefLine(section=section, text=text, sources=source_tags(corpus, gap.id))
    if len(gaps) > 3:
        yield BriefLine(section=section, text=f"On record too: {counted(len(gaps) - 3, 'more gap')}.")


def _gaps(corpus: Corpus, package: str | None) -> tuple[Gap, ...]:
    """Gaps of the corpus; beside other packages only those within the package asked about."""
    if package is None or len(corpus.packages) == 1:
        return corpus.gaps
    inside = {package, *makers_of(corpus, package), *(effect.id for effect in effects_of(corpus, package))}
    return tuple(gap for gap in corpus.gaps if gap.within in inside)


def _unidentified(corpus: Corpus, package: str | None) -> Iterable[str]:
    """How many of the works that sources count are not identified, for each kind of work."""
    amended = {id for work in _works(corpus, package) for id in work.amends}
    if package is None or not amended:
        return
    counted: dict[str, set[int]] = {}
    for claim in _claims(corpus, package):
        total = claim.quantity.lo if isinstance(claim.quantity, Range) and claim.quantity.is_exact else None
        if total is not None and claim.unit in _WORK_KINDS:
            counted.setdefault(str(claim.unit), set()).add(int(total))
    for unit, totals in sorted(counted.items(), key=lambda pair: natural_key(pair[0])):
        known = sum(
            isinstance(w := corpus.get(id), Work) and getattr(w.kind, "value", "") == unit for id in amended
        )
        left = sorted({total - known for total in totals if total > known})
        if left:
            numbers = " or ".join(map(str, left))
            yield f"{unit.capitalize()}s it amends: identified here {known}, not identified {numbers}."
