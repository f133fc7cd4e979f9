"""Commands about who is exposed and who has power, in one country or side by side."""

import click

import lawtrack as lt

from .opening import CORPUS, KNOWN, PACKAGE, open_corpus
from .output import FORMAT, say

__all__ = ["across", "exposure", "powers"]

_ON = click.option("--on", metavar="DATE", help="Only what is law on this day (2017-02-01).")


@click.command()
@CORPUS
@click.argument("role", metavar="ROLE")
@PACKAGE
@_ON
@KNOWN
@FORMAT
def exposure(corpus: str, role: str, format: str, **conditions: str | None) -> None:
    """Everything that touches a party role, such as ngo: its positions and those held against it."""
    say(lt.exposure(open_corpus(corpus), role, **conditions), format)


@click.command()
@CORPUS
@PACKAGE
@click.option("--holder", metavar="ROLE", help="Only powers of this party role, such as police.")
@_ON
@KNOWN
@FORMAT
def powers(corpus: str, format: str, **conditions: str | None) -> None:
    """Powers, one row for each holder and each role over whom, with trigger and safeguards."""
    say(lt.powers(open_corpus(corpus), **conditions), format)


@click.command()
@click.argument("corpora", metavar="CORPUS...", nargs=-1, required=True)
@click.option("--align", metavar="CONCEPT", help="Only this matter, such as terrorist_financing.")
@click.option("--kind", default="sentence", show_default=True, help="Rules of this kind, such as power.")
@click.option("--on", metavar="DATE", help="The law on this day (2017-02-01) instead of the change.")
@FORMAT
def across(corpora: tuple[str, ...], align: str | None, kind: str, on: str | None, format: str) -> None:
    """Sentences, or other rules, of several countries side by side, matter by matter."""
    found = lt.compare_across([open_corpus(name) for name in corpora], align=align, kind=kind, on=on)
    # For machines a row for each rule, with its sources; people read the wide table.
    say(found.cells if format in ("json", "csv") else found, format)
