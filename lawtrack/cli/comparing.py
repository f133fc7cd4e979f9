"""The command that compares two records, packages, corpora or sanctions."""

from pathlib import Path
from typing import Any

import click

import lawtrack as lt

from .opening import open_corpus
from .output import FORMAT, OneOf, say

__all__ = ["compare"]


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--corpus", help="Where A and B are records: a shipped example or a path.")
@click.option("--for", "for_", metavar="ROLE", help="For this party role; all for every one that is named.")
@click.option("--align", metavar="FILE", help="Alignments of offences of two countries, or a shipped name.")
@click.option("--functional", is_flag=True, help="Take offences of two countries as the same matter.")
@click.option("--others-equal", is_flag=True, help="Take what neither side states as the same on both.")
@click.option(
    "--show",
    type=OneOf("view", ("kinds", "rows", "counts", "matrix")),
    default="kinds",
    show_default=True,
    help="Of two packages: kind by kind, one plain table, the counts, or kinds by outcomes.",
)
@FORMAT
def compare(
    first: str,
    second: str,
    corpus: str | None,
    for_: str | None,
    align: str | None,
    functional: bool,
    others_equal: bool,
    show: str,
    format: str,
) -> None:
    """How B compares with A.

    A and B are records or packages, written CORPUS#ID (or ID with --corpus), whole corpora, or sanctions
    such as "prison 2..5y".
    """
    if align and functional:
        raise click.UsageError("Give --align or --functional, not both: the first says what matches what.")
    sides = [_side(name, corpus) for name in (first, second)]
    first_corpus, second_corpus = (side[0] for side in sides)
    for (held, _), (_, other), name in zip(sides, reversed(sides), (first, second), strict=True):
        if held is None and isinstance(other, lt.Corpus | tuple):
            open_corpus(name)  # beside a corpus or package stands another, so this is a slip, told as one
    answer = lt.compare(
        sides[0][1],
        sides[1][1],
        for_=for_,
        corpus=(first_corpus, second_corpus) if first_corpus and second_corpus else None,
        align=lt.read_alignments(align) if align else "functional" if functional else None,
        others_equal=others_equal,
    )
    if isinstance(answer, lt.PackageComparison):
        views = {"rows": answer.rows, "counts": answer.counts, "matrix": answer.matrix}
        answer = views[show]() if show in views else answer
    elif isinstance(answer, lt.Comparison):
        if format == "table":
            click.echo(f"{answer.explain()}\n")
        answer = answer.table()
    say(answer, format)


def _side(name: str, corpus: str | None) -> tuple[lt.Corpus | None, Any]:
    """The corpus and the thing that one argument of compare names; a sanction as its text."""
    where, _, id = name.partition("#")
    if corpus is None and not id and not (name in lt.examples() or Path(name).exists()):
        return None, name
    held = open_corpus(corpus if corpus is not None and not id else where)
    if corpus is None and not id:
        return held, held
    record = held.find(id or name)
    return held, (held, record) if isinstance(record, lt.Package) else record
