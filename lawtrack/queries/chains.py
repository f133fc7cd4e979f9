"""One record with everything the chain ties to it: words, instruction, effect, people, critics, sources."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs
from attrs import frozen

from ..arguments import checked
from ..corpus import WORD_OF, Corpus
from ..hedges import Hedge
from ..identifiers import tail
from ..languages import LangMap
from ..missing import UNKNOWN, Missing, is_known
from ..model.assertion import Assertion, Claim
from ..model.record import Record
from ..model.rule import Rule
from ..model.scope import Threshold
from ..model.substance import Effect, Norm
from ..penalties import Sanction, compare_sanctions, delta
from ..tables import Table, card_html, escape_markdown, one_line, wrap
from ..timelines import force_of
from .asking import found_id, gist_of, named, provision_label, word_of
from .reach import referring
from .selection import echo

__all__ = ["Chain", "show"]


@frozen(kw_only=True)
class Chain:
    """A record and what is tied to it, as titled tables.

    Attributes:
        record: The record.
        title: What it is.
        facts: Table of its stated fields.
        links: Tables of what is tied to it: positions, statements about it, critiques, other records.
    """

    record: Record
    title: str
    facts: Table
    links: tuple[Table, ...]
    query: str = ""

    def table(self) -> Table:
        """The stated fields of the record."""
        return self.facts

    def tables(self) -> tuple[Table, ...]:
        """The fields, then everything tied to the record."""
        return (self.facts, *self.links)

    def __str__(self) -> str:
        head = wrap(one_line(self.title), 100)
        title = "\n".join([*head, "=" * max(map(len, head))])
        return "\n\n".join([title, *map(str, self.tables())])

    def to_markdown(self) -> str:
        """The title and every table as Markdown; nothing in their texts acts as markup."""
        title = escape_markdown(one_line(self.title))
        return "\n".join([f"# {title}\n", *(table.to_markdown() for table in self.tables())])

    def __repr__(self) -> str:
        return f"<Chain {self.title!r}: {len(self.tables())} tables; {self.query}>"

    def _repr_html_(self) -> str:
        return card_html(
            self.title, [(WORD_OF[type(self.record)], "neutral")], (), self.tables(), [self.query]
        )


@checked
def show(corpus: Corpus, name: str | Record) -> Chain:
    """A record with the chain that runs through it: its fields, whom it binds, who says so, who objects.

    *name* is an id or the last part of one. Raises UnknownNameError naming the nearest.
    """
    record = corpus[found_id(corpus, name)]
    links = [
        table
        for table in (
            _positions(corpus, record),
            _said(corpus, record),
            _saying(corpus, record),
            *_referring(corpus, record),
        )
        if len(table)
    ]
    return Chain(
        record=record,
        title=gist_of(record),
        facts=Table(("field", "value"), tuple(_facts(corpus, record)), title=record.id),
        links=tuple(links),
        query=echo("show", [record.id]),
    )


def _facts(corpus: Corpus, record: Record) -> Iterator[tuple[str, object]]:
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        if (
            attribute.name in ("id", "positions", "in_force")
            or (isinstance(value, tuple | str) and not value)
            or value is False
        ):
            continue
        if not is_known(value) and value is not Missing.ABSENT:
            continue
        yield attribute.name.replace("_", " "), _told(corpus, value)
    if isinstance(record, Effect):
        yield from _sentence_step(record)
    if isinstance(record, Effect | Norm):
        period = force_of(corpus, record)
        yield "in force", period if is_known(period) else UNKNOWN


def _sentence_step(effect: Effect) -> Iterator[tuple[str, object]]:
    before, after = (getattr(side, "sanction", None) for side in (effect.before, effect.after))
    if isinstance(before, Sanction) and isinstance(after, Sanction):
        step = delta(before, after)
        yield "step", f"minimum {step.minimum}, maximum {step.maximum}"
        yield "verdict", compare_sanctions(before, after)


def _told(corpus: Corpus, value: object) -> object:
    if isinstance(value, Rule):
        return value.summary()
    if isinstance(value, tuple):
        return tuple(_told(corpus, item) for item in value)
    if isinstance(value, str):
        return provision_label(corpus, value) if corpus.get(value) is not None else value
    if isinstance(value, LangMap):
        return value.text()
    if isinstance(value, Threshold):
        return value.words()
    if isinstance(value, Enum):
        return word_of(value)
    cls: Any = type(value)
    if attrs.has(cls) and not hasattr(cls, "read"):
        parts = ((a.name, getattr(value, a.name)) for a in attrs.fields(cls))
        return "; ".join(
            f"{name} {_told(corpus, held)}" for name, held in parts if is_known(held) and held not in ("", ())
        )
    return value


def _positions(corpus: Corpus, record: Record) -> Table:
    moved = record.moved_positions(broader=corpus.vocabulary.includes) if isinstance(record, Effect) else ()
    if isinstance(record, Norm) and is_known(record.rule):
        moved = record.rule.positions()
    rows = tuple(
        (
            side.holder,
            word_of(side.relation),
            side.against,
            side.action,
            word_of(side.delta),
        )
        for position in moved
        for side in (position, position.correlative())
        if is_known(side)
    )
    return Table(("party", "relation", "against", "action", "delta"), rows, title="Whom it binds or empowers")


def _said(corpus: Corpus, record: Record) -> Table:
    rows = tuple(_statement(corpus, said) for said in corpus.assertions_about(record.id))
    return Table(("source", "statement", "says", "field", "value", "hedge"), rows, title="Who says so")


def _statement(corpus: Corpus, said: Assertion) -> tuple[object, ...]:
    label = tail(said.statement) if isinstance(said.statement, str) else said.statement
    return named(corpus, [said.source])[0], label, *_content(said)


def _content(said: Assertion) -> tuple[object, ...]:
    value = said.quantity if isinstance(said, Claim) and is_known(said.quantity) else said.value
    return said.says, said.field, value, _hedged(said.hedge)


def _hedged(hedge: Hedge | Missing) -> object:
    """A hedge as written, in quotation marks, with the interval it is read as where there is one."""
    if not isinstance(hedge, Hedge):
        return hedge
    words = hedge.surface if hedge.surface[:1] in "“\"«'‘" else f"“{hedge.surface}”"
    return f"{words} {hedge.interval}" if is_known(hedge.interval) else words


def _saying(corpus: Corpus, record: Record) -> Table:
    """What a source, statement or actor says, for assertions that name it otherwise than as their subject."""
    said = [o for o, where in referring(corpus, record.id) if isinstance(o, Assertion) and where != "about"]
    rows = tuple((tail(o.about), *_content(o)) for o in dict.fromkeys(said))
    return Table(("about", "says", "field", "value", "hedge"), rows, title="What it says")


def _referring(corpus: Corpus, record: Record) -> Iterator[Table]:
    others = [
        (other, where) for other, where in referring(corpus, record.id) if not isinstance(other, Assertion)
    ]
    objections = [(o, w) for o, w in others if WORD_OF[type(o)] in ("critique", "recommendation", "gap")]
    rest = [(o, w) for o, w in others if (o, w) not in objections]
    for title, group in (("Who objects, and what is missed", objections), ("What else names it", rest)):
        rows = tuple((WORD_OF[type(o)], tail(o.id), where.split("[")[0], gist_of(o)) for o, where in group)
        yield Table(("type", "id", "as", "gist"), rows, title=title)
