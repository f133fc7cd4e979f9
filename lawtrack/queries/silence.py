"""What nobody criticised, and critiques of what nobody analysed."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from ..arguments import checked
from ..corpus import WORD_OF, Corpus
from ..identifiers import tail
from ..missing import UNKNOWN, is_known
from ..model.assertion import Source
from ..model.critique import Critique
from ..model.instruction import Amendment, Package
from ..model.record import Record
from ..model.substance import Effect, Norm
from ..model.text import Work
from ..references import mentions
from ..tables import counted
from .asking import effects_of, gist_of, named, package_name, provision_label, word_of
from .changes import direction_words
from .knowledge import answer_as_known
from .nesting import Area
from .selection import Column, Selection, echo

__all__ = ["Dangling", "dangling", "uncriticised"]


@checked
def uncriticised(
    corpus: Corpus, *, package: str | Record | None = None, as_known_on: date | str | None = None
) -> Selection[Effect]:
    """Effects at which no critique is aimed, in natural order of ids.

    A critique is aimed at an effect when it names the effect, one of its amendments or provisions, or a
    record of the same matter that the effect refines or that refines it. One of an article is aimed at what
    stands in its paragraphs too, and one of a paragraph at part of what stands in the article. A critique of
    the whole package or act is not; the notes count those. Silence of the critics in a corpus is no sign that
    all is well.
    """
    if as_known_on is not None:
        return answer_as_known(lambda known: uncriticised(known, package=package), corpus, as_known_on)
    name = package_name(package)
    aimed: Area = corpus.cached("area_of_critiques", _criticised)
    refined: dict[str, set[str]] = corpus.cached("refined_by", _refined_by)
    rows = [
        effect
        for effect in effects_of(corpus, name)
        if not aimed.touches((*_near(corpus, effect), *refined.get(effect.id, ())))
    ]
    whole = sum(
        any(isinstance(corpus.get(target), Package | Work) for target in critique.targets)
        for critique in corpus.critiques
    )
    notes: tuple[str, ...] = (f"{len(rows)} of {counted(len(effects_of(corpus, name)), 'effect')}.",)
    if whole:
        aim = "critique is" if whole == 1 else "critiques are"
        notes += (f"{whole} {aim} aimed at a whole act or package and at no effect by that.",)
    excluded = [c for c in corpus.critiques if c.scope_excluded]
    if excluded:
        notes += (
            f"{counted(len(excluded), 'critique')} left out parts by choice; silence there means nothing.",
        )
    return Selection(
        rows=rows,
        columns=(
            Column("effect", lambda effect: tail(effect.id)),
            Column("kind", lambda effect: effect.kind),
            Column("gist", gist_of, detail=True),
            Column("direction", lambda effect: direction_words(corpus, effect)),
            Column("rights_engaged", lambda effect: effect.rights_engaged),
            Column("first_reported_by", lambda effect: _first_source(corpus, effect)),
        ),
        title="Effects that nobody criticised" + (f" of {name}" if name else ""),
        notes=notes,
        query=echo("uncriticised", package=name),
    )


def _criticised(corpus: Corpus) -> Area:
    return Area(target for critique in corpus.critiques for target in critique.targets)


def _near(corpus: Corpus, effect: Effect) -> Iterable[str]:
    yield effect.id
    yield from effect.refines
    yield from effect.provisions
    for maker in effect.by:
        if isinstance(corpus.get(maker), Amendment):
            yield maker


def _refined_by(corpus: Corpus) -> dict[str, set[str]]:
    held: dict[str, set[str]] = {}
    records: tuple[Effect | Norm, ...] = (*corpus.effects, *corpus.norms)
    for record in records:
        for other in record.refines:
            held.setdefault(other, set()).add(record.id)
    return held


def _first_source(corpus: Corpus, effect: Effect) -> object:
    """The source published first among those that speak of an effect; UNKNOWN when no day tells."""
    dated = []
    for said in corpus.assertions_about(effect.id):
        source = corpus.get(said.source)
        if isinstance(source, Source) and is_known(source.published):
            dated.append((source.published.earliest or date.min, tail(source.id)))
    return min(dated)[1] if dated else UNKNOWN


@frozen(kw_only=True)
class Dangling:
    """A target of a critique about which no effect is coded.

    Attributes:
        record: The critique.
        target: Id of the target.
        kind: Type of the target, such as ``definition``.
    """

    record: Critique
    target: str
    kind: str


@checked
def dangling(corpus: Corpus, *, as_known_on: date | str | None = None) -> Selection[Dangling]:
    """Targets of critiques on which no effect is coded, in order of critiques: analysis left dangling.

    An effect counts as coded on a target when it is the target, stands in it, in a part of it or in what
    holds it, comes from it or rests on it. A critique of existing law that an act left alone dangles rightly;
    one of an amendment tells what is still to be coded.
    """
    if as_known_on is not None:
        return answer_as_known(
            dangling, corpus, as_known_on, key=lambda row: (row.record.id, row.target), row="target"
        )
    coded: dict[str, bool] = {}
    rows = []
    for critique in corpus.critiques:
        for target in dict.fromkeys(critique.targets):
            if target not in coded:
                coded[target] = _is_coded(corpus, target)
            if not coded[target]:
                record = corpus.get(target)
                kind = "nothing" if record is None else WORD_OF[type(record)]
                rows.append(Dangling(record=critique, target=target, kind=kind))
    return Selection(
        rows=rows,
        columns=(
            Column("critic", lambda row: named(corpus, row.record.critics)),
            Column("target", lambda row: provision_label(corpus, row.target)),
            Column("kind", lambda row: row.kind.replace("_", " ")),
            Column("stage", lambda row: word_of(row.record.stage)),
            Column("gist", lambda row: gist_of(row.record)),
        ),
        title="Critiques of what no effect is coded for",
        query=echo("dangling"),
    )


def _is_coded(corpus: Corpus, target: str) -> bool:
    record = corpus.get(target)
    if isinstance(record, Effect):
        return True
    if isinstance(record, Package):
        return bool(effects_of(corpus, record.id))
    coded: Area = corpus.cached("area_of_effects", _coded)
    return coded.touches((target,))


def _coded(corpus: Corpus) -> Area:
    return Area(mention.name for effect in corpus.effects for mention in mentions(effect))
