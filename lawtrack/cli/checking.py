"""Commands about what sources say: whether claims hold, and who objects to what."""

import click

import lawtrack as lt

from .opening import CORPUS, KNOWN, PACKAGE, open_corpus
from .output import FORMAT, FOUND, PROBLEMS, OneOf, say

__all__ = ["critiques", "verify"]


@click.command()
@CORPUS
@click.argument("claim", required=False)
@click.option("--against", metavar="CLAIM", multiple=True, help="Set a further claim beside it.")
@KNOWN
@FORMAT
def verify(
    corpus: str, claim: str | None, against: tuple[str, ...], as_known_on: str | None, format: str
) -> int:
    """Whether a claim holds, for each thing it may mean; without CLAIM every claim in one line.

    Exit status 1 tells that a claim is contradicted.
    """
    held = open_corpus(corpus)
    if claim is None:
        if against:
            raise click.UsageError("--against goes with a CLAIM.")
        answer = lt.verify_all(held, as_known_on=as_known_on)
        say(answer, format)
        return PROBLEMS if "contradicted" in answer.column("verdict") else FOUND
    checked = lt.verify(held, claim, against=against, as_known_on=as_known_on)
    say(checked, format)
    return PROBLEMS if checked.verdict is lt.ClaimVerdict.CONTRADICTED else FOUND


_VIEWS = ("convergence", "uncriticised", "dangling", "anchors", "recommendations", "heeding", "uptake")


@click.command()
@CORPUS
@PACKAGE
@click.option("--target", help="Only critiques of this record.")
@click.option("--ground", help="Only critiques on this ground, such as vagueness.")
@click.option("--stage", help="Only critiques made at this stage, such as in_force.")
@click.option("--by", help="Count them: by ground, three_part_test, rule_of_law, stage, critic_type, right …")
@click.option("--across", help="With --by: a second column to count by.")
@click.option("--view", type=OneOf("view", _VIEWS), help="Another question about them.")
@KNOWN
@FORMAT
def critiques(
    corpus: str,
    by: str | None,
    across: str | None,
    view: str | None,
    format: str,
    package: str | None,
    as_known_on: str | None,
    **conditions: str | None,
) -> None:
    """Who objects to what on which ground; with --by in numbers, with --view what follows from it.

    Views: convergence (where independent critics agree), uncriticised (effects that nobody attacks), dangling
    (critiques of what no effect is coded for), anchors (whether the words attacked still stand),
    recommendations, heeding (whether a later change passes the test of one), uptake (outcomes in numbers).
    """
    if by is not None and view is not None:
        raise click.UsageError("--by and --view are two questions; ask one.")
    if across is not None and by is None:
        raise click.UsageError("--across goes with --by.")
    if (by or view) and any(conditions.values()):
        raise click.UsageError("--target, --ground and --stage go without --by and --view.")
    held = open_corpus(corpus)
    known = {"as_known_on": as_known_on}
    if by is not None:
        say(lt.critique_counts(held, by=by, across=across, package=package, as_known_on=as_known_on), format)
    elif view is None:
        say(lt.critiques(held, package=package, as_known_on=as_known_on, **conditions), format)
    elif view in ("convergence", "uncriticised", "recommendations", "uptake"):
        say(getattr(lt, view)(held, package=package, **known), format)
    elif package is not None:
        raise click.UsageError(f"--view {view} goes without --package.")
    else:
        say(getattr(lt, view)(held, **known), format)
