"""Where critics who stand alone object to the same thing on the same ground."""

from datetime import date
from functools import cached_property

from attrs import frozen

from ..arguments import checked
from ..corpus import Corpus
from ..errors import ReadingError
from ..identifiers import natural_key, tail
from ..missing import Missing
from ..model.critique import Critique, StandardRef
from ..model.grounds import Ground
from ..model.record import Record
from .asking import gist_of, named, package_name, provision_label, word_of
from .critics import count_critics, count_independent, grounds_by_target, span_of, unnamed
from .knowledge import answer_as_known
from .objections import critiques_inside
from .selection import Column, Selection, echo

__all__ = ["Convergence", "convergence"]


@frozen(kw_only=True)
class Convergence:
    """Critiques of one target on one ground.

    Attributes:
        target: Id of the target.
        ground: The ground.
        critiques: The critiques, in natural order of ids.
        n_critics: How many critics there are: those who stand alone, or critics as they sign.
        n_unnamed: How many unnamed collectives are among them.
    """

    target: str
    ground: Ground
    critiques: tuple[Critique, ...]
    n_critics: int
    n_unnamed: int = 0

    @cached_property
    def standards(self) -> tuple[StandardRef, ...]:
        """What they argue from, each once."""
        refs = (ref for critique in self.critiques for ref in critique.standards_on(self.target))
        return tuple(dict.fromkeys(refs))


@checked
def convergence(
    corpus: Corpus,
    *,
    min_critics: int = 2,
    independent: bool = True,
    package: str | Record | None = None,
    as_known_on: date | str | None = None,
) -> Selection[Convergence]:
    """Targets that at least *min_critics* critics attack on one ground, the most first.

    With *independent* only critics who stand alone count: those who share an author, or of whom one draws on
    the other, count as one. A joint opinion has one critic, and none where one of its authors objects alone.
    Unnamed collectives are never taken for each other; nor can anybody tell that they are different people,
    so a note counts them. Critiques without a known ground converge on nothing. Rows of equal count stand in
    natural order of targets.
    """
    if min_critics < 1:
        raise ReadingError(min_critics, "a number of critics from 1 on")
    if as_known_on is not None:

        def ask(known: Corpus) -> Selection[Convergence]:
            return convergence(known, min_critics=min_critics, independent=independent, package=package)

        return answer_as_known(
            ask, corpus, as_known_on, key=lambda row: (row.target, row.ground), row="convergence"
        )
    name = package_name(package)
    rows, without = corpus.cached(
        f"convergence of {min_critics} {independent} {name}",
        lambda _: _agreements(corpus, critiques_inside(corpus, name), min_critics, independent),
    )
    notes: tuple[str, ...] = ()
    if without:
        verb = "critique names" if without == 1 else "critiques name"
        notes = (f"{without} {verb} no ground that the corpus knows, and can converge on none.",)
    return Selection(
        rows=rows,
        columns=(
            Column("target", lambda row: _target(corpus, row.target)),
            Column("ground", lambda row: word_of(row.ground)),
            Column("n_critics", lambda row: row.n_critics),
            Column("critics", lambda row: tuple(" & ".join(named(corpus, c.critics)) for c in row.critiques)),
            Column("first", lambda row: span_of(row.critiques)[0]),
            Column("last", lambda row: span_of(row.critiques)[1]),
            Column("standards", lambda row: tuple(_standard(ref) for ref in row.standards)),
            Column("critiques", lambda row: tuple(tail(c.id) for c in row.critiques), detail=True),
        ),
        title="Where critics converge",
        notes=notes,
        noted=_unnamed_note,
        query=echo(
            "convergence",
            min_critics=min_critics,
            independent=None if independent else False,
            package=name,
        ),
    )


def _agreements(
    corpus: Corpus, critiques: tuple[Critique, ...], min_critics: int, independent: bool
) -> tuple[list[Convergence], int]:
    """The rows in their order, and how many critiques have no ground known."""
    held: dict[str, dict[Ground | Missing, list[Critique]]] = {}
    without: set[str] = set()
    for critique in critiques:
        for target, grounds in grounds_by_target(critique):
            by_ground = held.get(target)
            if by_ground is None:
                by_ground = held[target] = {}
            for ground in grounds:
                group = by_ground.get(ground)
                if group is None:
                    by_ground[ground] = [critique]
                elif group[-1] is not critique:
                    group.append(critique)
    rows = []
    for target in sorted(held, key=natural_key):
        for ground in sorted(held[target], key=_word):
            group = held[target][ground]
            if isinstance(ground, Missing):
                without.update(critique.id for critique in group)
            elif len(group) >= min_critics:
                n = count_independent(corpus, group) if independent else count_critics(group)
                if n >= min_critics:
                    nameless = len(unnamed(corpus, group))
                    rows.append(
                        Convergence(
                            target=target,
                            ground=ground,
                            critiques=tuple(group),
                            n_critics=n,
                            n_unnamed=nameless,
                        )
                    )
    rows.sort(key=lambda row: -row.n_critics)  # stable: those of equal count stay in order of targets
    return rows, len(without)


def _word(ground: Ground | Missing) -> str:
    return str(ground.value)


def _target(corpus: Corpus, id: str) -> str:
    record = corpus.get(id)
    told = provision_label(corpus, id)
    return told if record is None or told != tail(id) else gist_of(record)


def _standard(ref: StandardRef) -> str:
    return f"{ref.instrument} {ref.provision}" if isinstance(ref.provision, str) else ref.instrument


def _unnamed_note(rows: tuple[Convergence, ...]) -> tuple[str, ...]:
    many = sum(row.n_unnamed > 1 for row in rows)
    if not many:
        return ()
    rows_have = "1 row has" if many == 1 else f"{many} rows have"
    return (f"{rows_have} several unnamed collectives, counted apart; whether they are, nobody knows.",)
