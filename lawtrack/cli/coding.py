"""Commands of coding studies: sheets for coders, how far they agree, and what it comes to elsewhere."""

from typing import Any

import click

import lawtrack as lt

from .opening import CORPUS, KNOWN, PACKAGE, open_corpus
from .output import FORMAT, FORMATS, FOUND, PROBLEMS, OneOf, say

__all__ = ["agreement", "crosswalk", "quality", "template"]

_CODEBOOK = click.option(
    "--codebook",
    default="restrictive-amendments",
    show_default=True,
    help="A TOML file, or a codebook that comes with lawtrack.",
)


@click.command()
@CORPUS
@_CODEBOOK
@PACKAGE
@click.option("--unit", "units", multiple=True, metavar="ID", help="Only this record; may be repeated.")
@click.option("--coder", default="", help="Who will fill the sheet in.")
@click.option("--round", default="1", show_default=True, help="Which pass it is for.")
@click.option("--settle", multiple=True, metavar="FILE", help="Only what coders differ on in this sheet.")
@click.option("--format", type=OneOf("format", FORMATS), default="csv", show_default=True)
def template(
    corpus: str,
    codebook: str,
    units: tuple[str, ...],
    settle: tuple[str, ...],
    format: str,
    **said: Any,
) -> None:
    """A sheet for coders to fill in: one row for each unit and question of a codebook."""
    held, book = open_corpus(corpus), lt.read_codebook(codebook)
    differing = lt.read_codings(settle, book, corpus=held) if settle else None
    say(lt.template(held, book, units=units or None, differing=differing, **said), format)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@_CODEBOOK
@click.option("--corpus", help="Check units and citations against this corpus.")
@click.option("--question", help="Only this question.")
@click.option("--round", help="Only this round.")
@click.option("--leave-out", multiple=True, metavar="CODE", help="Count this answer as not coded.")
@click.option("--differences", is_flag=True, help="List where coders differ instead.")
@FORMAT
def agreement(
    files: tuple[str, ...],
    codebook: str,
    corpus: str | None,
    leave_out: tuple[str, ...],
    differences: bool,
    format: str,
    **conditions: str | None,
) -> int:
    """How far coders agree, question by question, from the sheets they filled in.

    With --differences the exit status is 1 when a difference is not settled.
    """
    held = open_corpus(corpus) if corpus is not None else None
    codings = lt.read_codings(files, lt.read_codebook(codebook), corpus=held)
    for problem in codings.problems:
        click.echo(str(problem), err=True)
    if not differences:
        say(lt.agreement(codings, leave_out=leave_out, **conditions), format)
        return FOUND
    if leave_out:
        raise click.UsageError("--leave-out goes without --differences.")
    rows = lt.divergence(codings, **conditions)
    say(rows, format)
    return FOUND if all(lt.is_known(row.final) for row in rows) else PROBLEMS


@click.command()
@CORPUS
@click.argument("files", nargs=-1, metavar="[FILES...]")
@_CODEBOOK
@PACKAGE
@KNOWN
@FORMAT
def quality(corpus: str, files: tuple[str, ...], codebook: str, format: str, **said: str | None) -> int:
    """How far a coding can be trusted: who coded it, did they agree, and what it rests on.

    With sheets that coders filled in, question by question; without, field by field of the effects.
    """
    held = open_corpus(corpus)
    codings = lt.read_codings(files, lt.read_codebook(codebook), corpus=held) if files else None
    for problem in codings.problems if codings is not None else ():
        click.echo(str(problem), err=True)
    say(lt.quality(held, codings, **said), format)
    return FOUND


@click.command()
@click.argument("files", nargs=-1, metavar="[FILES...]")
@_CODEBOOK
@click.option("--into", required=True, help="The other codebook.")
@click.option("--by", "walk", metavar="FILE", help="The crosswalk; without it a sheet for one is printed.")
@click.option("--corpus", help="Check units against this corpus, and tell since when they are law.")
@click.option("--format", type=OneOf("format", FORMATS), default="csv", show_default=True)
def crosswalk(
    files: tuple[str, ...], codebook: str, into: str, walk: str | None, corpus: str | None, format: str
) -> int:
    """What coders answered, in the variables of another codebook; or a sheet for a new crosswalk."""
    book, other = lt.read_codebook(codebook), lt.read_codebook(into)
    if walk is None:
        if files:
            raise click.UsageError("Name the crosswalk with --by; without sheets a new one is printed.")
        say(lt.crosswalk_template(book, other), format)
        return FOUND
    held = open_corpus(corpus) if corpus is not None else None
    joined = lt.read_crosswalk(walk, book, other)
    if not files:
        raise click.UsageError("Name the sheets that coders filled in.")
    codings = lt.read_codings(files, book, corpus=held)
    for problem in codings.problems:
        click.echo(str(problem), err=True)
    say(lt.crosswalk(codings, joined, corpus=held), format)
    return FOUND
