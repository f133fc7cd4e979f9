"""How far a coding can be trusted: who coded what, whether they agreed, and what it rests on."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import attrs
from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..missing import UNKNOWN, Missing, is_known, is_open
from ..model.assertion import Assertion, Source
from ..model.change import Change
from ..model.coding import FINAL, Answer, Codebook, Question
from ..model.record import Record
from ..model.rule import Rule
from ..model.substance import Confidence, Effect
from ..queries.asking import effects_of, package_name
from ..queries.knowledge import known_on
from ..queries.selection import Column, Selection
from ..tables import counted
from ..timelines import force_of
from .codings import Codings
from .coefficients import Figure, Undefined
from .differences import Settled, divergence, settled
from .reliability import Agreement, agreement, nobody_answered
from .templates import units_of

__all__ = ["Quality", "quality"]


@frozen(kw_only=True)
class Quality:
    """How far the coding of one variable can be trusted.

    Attributes:
        variable: A question of the codebook; without a study a field of effects, such as ``before``.
        of: How many units there are to code.
        units: How many of them are coded.
        double_coded: Those that two coders or more answered in the round that counts.
        coders: Who coded, in order of names.
        round: The round that the figures are of: the last in which two coders answered.
        percent: Share of agreeing pairs of answers.
        kappa: Cohen's kappa where two coders answered, else that of Fleiss.
        alpha: Krippendorff's alpha at the level of the question.
        settled: Units for which the round ``final`` has an answer.
        open: Units on which coders differ and nothing settles it.
        primary: Units coded whose answer rests on the law itself.
        secondary: Units coded of which only others tell.
        unsourced: Units coded of which no source is given.
        unknown: Answers that say nothing: open ones, and codes off the scale such as ``unknown``. Without a
            study fields that are open, those inside the rules included.
    """

    variable: str
    of: int
    units: int
    double_coded: int = 0
    coders: tuple[str, ...] = ()
    round: str = ""
    percent: Figure
    kappa: Figure
    alpha: Figure
    settled: int = 0
    open: int = 0
    primary: int
    secondary: int
    unsourced: int
    unknown: int


_COLUMNS = (
    Column("variable", lambda row: row.variable),
    Column("of", lambda row: row.of),
    Column("units", lambda row: row.units),
    Column("double_coded", lambda row: row.double_coded),
    Column("coders", lambda row: row.coders, detail=True),
    Column("round", lambda row: row.round, detail=True),
    Column("percent", lambda row: row.percent),
    Column("kappa", lambda row: row.kappa),
    Column("alpha", lambda row: row.alpha),
    Column("settled", lambda row: row.settled),
    Column("open", lambda row: row.open),
    Column("primary", lambda row: row.primary),
    Column("secondary", lambda row: row.secondary),
    Column("unsourced", lambda row: row.unsourced, detail=True),
    Column("unknown", lambda row: row.unknown),
)


@checked
def quality(
    corpus: Corpus,
    codings: Codings | None = None,
    *,
    package: str | Record | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Quality]:
    """How far a coding can be trusted, variable by variable: who coded, did they agree, what it rests on.

    With *codings* one row for each question that somebody answered, in the order of the codebook; units are
    the records that it codes, those of *package* if given. An answer rests on the law itself when it cites a
    part of it, or when a source that is the law speaks of its unit.

    Without a study the rows are fields of the effects: how many are known, and whether what they say was read
    in the law. The corpus tells what its own coding rests on, and not who coded it, so no figure of agreement
    has a value.

    Raises:
        UnknownNameError: There is no such package.
        ReadingError: *package* is given and the codebook codes neither amendments nor effects.
    """
    seen = corpus if as_known_on is None else known_on(corpus, as_known_on).corpus
    name = package_name(package)
    if codings is None:
        rows, notes = _of_effects(seen, effects_of(seen, name))
    else:
        rows, notes = _of_study(seen, codings, name)
    given = {"package": name, "as_known_on": None if as_known_on is None else str(as_known_on)}
    told = "".join(f", {key}={value!r}" for key, value in given.items() if value is not None)
    what = f"codings by {codings.codebook.label}" if codings is not None else "the coding of effects"
    return Selection(
        rows=rows,
        columns=_COLUMNS if codings is not None else tuple(c for c in _COLUMNS if c.name not in _OF_STUDIES),
        title=f"Quality of {what}" + (f" of {name}" if name else ""),
        notes=notes,
        query=f"lt.quality(corpus{', codings' if codings is not None else ''}{told})",
    )


_OF_STUDIES = ("double_coded", "coders", "round", "percent", "kappa", "alpha", "settled", "open")


# What a study answered


def _of_study(corpus: Corpus, codings: Codings, package: str | None) -> tuple[list[Quality], tuple[str, ...]]:
    book = codings.codebook
    units = {record.id for record in units_of(corpus, book, None, package)}
    held = attrs.evolve(codings, rows=[row for row in codings.rows if row.unit in units])
    figures: dict[str, Agreement] = {}
    for row in agreement(held):
        best = figures.get(row.question)
        if best is None or row.double_coded or not best.double_coded:
            figures[row.question] = row
    ends: dict[str, list[Settled]] = {}
    for end in settled(held):
        ends.setdefault(end.question, []).append(end)
    still: dict[str, set[str]] = {}
    for differing in divergence(held):
        if not is_known(differing.final):
            still.setdefault(differing.question, set()).add(differing.unit)
    rows = [
        _of_question(corpus, question, figures[question.id], ends[question.id], len(units), still)
        for question in book.questions
        if question.id in ends
    ]
    return rows, tuple(_study_notes(corpus, codings, held, book))


def _of_question(
    corpus: Corpus,
    asked: Question,
    figure: Agreement,
    ends: list[Settled],
    of: int,
    still: Mapping[str, set[str]],
) -> Quality:
    grounds = [_ground(corpus, end.unit, end.citations) for end in ends]
    kappa = figure.cohen if len(figure.coders) == 2 else figure.fleiss
    return Quality(
        variable=asked.id,
        of=of,
        units=len(ends),
        double_coded=figure.double_coded,
        coders=figure.coders,
        round=figure.round,
        percent=figure.percent,
        kappa=kappa,
        alpha=figure.alpha,
        settled=figure.settled,
        open=len(still.get(asked.id, ())),
        primary=grounds.count(_LAW),
        secondary=grounds.count(_OTHERS),
        unsourced=grounds.count(_NOBODY),
        unknown=sum(_says_nothing(asked, end.answer) for end in ends),
    )


def _says_nothing(asked: Question, answer: Answer | Missing) -> bool:
    off_scale = {code.value for code in asked.codes if code.off_scale}
    given = answer if isinstance(answer, tuple) else (answer,)
    return isinstance(answer, Missing) or not off_scale.isdisjoint(map(str, given))


_LAW, _OTHERS, _NOBODY = "the law", "others", "nobody"


def _ground(corpus: Corpus, unit: str, citations: Iterable[str]) -> str:
    """What an answer rests on: a part of the law that it cites, else who speaks of the unit."""
    if any(corpus.get(place) is not None for place in citations):
        return _LAW
    return _told_by(corpus, corpus.assertions_about(unit))


def _told_by(corpus: Corpus, said: Iterable[Assertion]) -> str:
    sources = [corpus.get(each.source) for each in said if each.confidence is not Confidence.UNVERIFIED]
    kinds = [source.kind for source in sources if isinstance(source, Source)]
    if any(is_known(kind) and kind.is_primary for kind in kinds):
        return _LAW
    return _OTHERS if sources else _NOBODY


def _study_notes(corpus: Corpus, codings: Codings, held: Codings, book: Codebook) -> Iterable[str]:
    settlers = sorted({row.coder for row in held.rows if row.round == FINAL})
    coded = f"Coded by {', '.join(held.coders) or 'nobody'}"
    yield f"{coded}; settled by {', '.join(settlers)}." if settlers else f"{coded}."
    silent = [q.id for q in book.questions if not any(row.question == q.id for row in held.rows)]
    yield from nobody_answered(silent)
    gone = {row.unit for row in codings.rows} - {row.unit for row in held.rows}
    unheard = [unit for unit in gone if corpus.get(unit) is None]
    if unheard:
        hint = "read_codings(…, corpus=…) looks them up"
        yield f"Left out, since the corpus has no such record: {counted(len(unheard), 'unit')}; {hint}."
    if other := len(gone) - len(unheard):
        yield f"Left out, since they are not of the package: {counted(other, 'unit')}."
    yield "Only units that two coders or more answered bear on the figures."


# What the corpus itself says


def _of_effects(corpus: Corpus, effects: tuple[Effect, ...]) -> tuple[list[Quality], tuple[str, ...]]:
    rows = []
    for name, value_of in _FIELDS.items():
        values = [(effect, value_of(corpus, effect)) for effect in effects]
        known = [effect for effect, value in values if not _nothing(value)]
        grounds = [_ground_of_field(corpus, effect, name) for effect in known]
        none = Undefined("no coding study is given")
        rows.append(
            Quality(
                variable=name, of=len(effects), units=len(known), percent=none, kappa=none, alpha=none,
                primary=grounds.count(_LAW), secondary=grounds.count(_OTHERS),
                unsourced=grounds.count(_NOBODY), unknown=sum(_open_fields(value) for _, value in values),
            )
        )  # fmt: skip
    coders = {
        source.label()
        for effect in effects
        for said in corpus.assertions_about(effect.id)
        if isinstance(source := corpus.get(said.source), Source)
        and str(getattr(source.kind, "value", "")) == "coder"
    }
    notes = [f"{counted(len(effects), 'effect')}; whether coders agree is not known without a coding study."]
    if coders:
        notes.append(f"Coders speak for themselves in {', '.join(sorted(coders))}.")
    return rows, tuple(notes) if effects else ()


def _nothing(value: object) -> bool:
    return value == () or is_open(value)


def _open_fields(value: object) -> int:
    """How many fields are open: the value itself, or those of its own that a rule leaves open."""
    if isinstance(value, Rule):
        return sum(is_open(getattr(value, each.name)) for each in attrs.fields(type(value)))
    return int(_nothing(value))


_FIELDS: Mapping[str, Callable[[Corpus, Effect], object]] = {
    "change": lambda _, effect: UNKNOWN if effect.change is Change.UNSPECIFIED else effect.change,
    "before": lambda _, effect: effect.before,
    "after": lambda _, effect: effect.after,
    "provisions": lambda _, effect: effect.provisions,
    "by": lambda _, effect: effect.by,
    "attribution": lambda _, effect: effect.attribution,
    "addressees": lambda _, effect: effect.addressees,
    "in_force": lambda corpus, effect: force_of(corpus, effect),
}

_READ: Mapping[str, tuple[Confidence, ...]] = {
    "before": (Confidence.PRIMARY_BOTH,),
    "after": (Confidence.PRIMARY_BOTH, Confidence.PRIMARY_AFTER_ONLY),
}


def _ground_of_field(corpus: Corpus, effect: Effect, name: str) -> str:
    """What a field rests on: sources that give it, else those that speak of the effect at large, else any.

    A side that the record says was not read in the law is not made primary by a source that is the law.
    """
    said = corpus.assertions_about(effect.id)
    own = [each for each in said if isinstance(each.field, str) and each.field.partition(".")[0] == name]
    ground = _told_by(corpus, own or [each for each in said if not isinstance(each.field, str)] or said)
    read = _READ.get(name)
    if ground == _LAW and read is not None and is_known(effect.confidence) and effect.confidence not in read:
        return _OTHERS
    return ground
