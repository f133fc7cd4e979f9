"""The command that compares two records, packages, corpora or sanctions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

import lawtrack as lt

from .output import FORMAT, OneOf, say

__all__ = ["command"]


def command(open_corpus: Callable[[str], lt.Corpus]) -> click.Command:
    """The command ``compare``, with the function that opens what a caller names."""

    @click.command()
    @click.argument("first", metavar="A")
    @click.argument("second", metavar="B")
    @click.option("--corpus", help="Where A and B are records: a shipped example or a path.")
    @click.option(
        "--for", "for_", metavar="ROLE", help="For this party role; all for every one that is named."
    )
    @click.option("--functional", is_flag=True, help="Take offences of two countries as the same matter.")
    @click.option("--others-equal", is_flag=True, help="Take what neither side states as the same on both.")
    @click.option(
        "--show",
        type=OneOf("view", ("rows", "counts", "matrix")),
        default="rows",
        show_default=True,
        help="Of two packages: the pairs, the counts, or kinds by outcomes.",
    )
    @FORMAT
    def compare(
        first: str,
        second: str,
        corpus: str | None,
        for_: str | None,
        functional: bool,
        others_equal: bool,
        show: str,
        format: str,
    ) -> None:
        """How B compares with A.

        A and B are records or packages, written CORPUS#ID (or ID with --corpus), whole corpora, or sanctions
        such as "prison 2..5y".
        """
        sides = [_side(open_corpus, name, corpus) for name in (first, second)]
        first_corpus, second_corpus = (side[0] for side in sides)
        answer = lt.compare(
            sides[0][1],
            sides[1][1],
            for_=for_,
            corpus=(first_corpus, second_corpus) if first_corpus and second_corpus else None,
            align="functional" if functional else None,
            others_equal=others_equal,
        )
        if isinstance(answer, lt.PackageComparison):
            answer = {"rows": answer.rows, "counts": answer.counts, "matrix": answer.matrix}[show]()
        elif isinstance(answer, lt.Comparison):
            if format == "table":
                click.echo(f"{answer.explain()}\n")
            answer = answer.table()
        say(answer, format)

    return compare


def _side(
    open_corpus: Callable[[str], lt.Corpus], name: str, corpus: str | None
) -> tuple[lt.Corpus | None, Any]:
    """The corpus and the thing that one argument of compare names; a sanction as its text."""
    where, _, id = name.partition("#")
    if corpus is None and not id and not (name in lt.examples() or Path(name).exists()):
        return None, name
    held = open_corpus(corpus if corpus is not None and not id else where)
    if corpus is None and not id:
        return held, held
    record = held.find(id or name)
    return held, (held, record) if isinstance(record, lt.Package) else record
