"""Showing the text of a law, all of it or one unit, as it is on a day."""

import attrs
import click

import lawtrack as lt

from ..tables import Table, harmless
from .output import say

__all__ = ["on_day", "say_text"]


def on_day(held: lt.Expression | lt.History, on: str | None) -> lt.Expression:
    """The text of a day, the last one unless told; a file of one text has no days to choose from."""
    if isinstance(held, lt.History):
        return held.on(on if on is not None else held.days[-1])
    if on is not None:
        raise click.UsageError("This file holds one text, not a history; --on has nothing to choose from.")
    return held


def say_text(text: lt.Expression, id: str, format: str) -> None:
    """Print one unit of a text, or all of it for an empty *id*.

    What it is of goes to standard error, and notes on it, such as what is suspended that day.
    """
    unit = text[id]
    for note in text.notes:
        click.echo(f"Note: {note}", err=True)
    if format == "table":
        period = text.in_force
        since = f", {period}" if isinstance(period, lt.Period) else ""
        click.echo(f"{text.work}{since}", err=True)
        click.echo(harmless(unit.plain_text()))
    elif format == "markdown":
        click.echo(lt.dump(attrs.evolve(text, root=unit), "markdown"), nl=False)
    else:
        inside = text.locate(id)
        rows = tuple(
            (eid, unit.type, unit.num, unit.heading, unit.text)
            for eid, unit in text.units()
            if text.eids[eid][: len(inside)] == inside
        )
        say(Table(("eid", "type", "num", "heading", "text"), rows, title=text.work), format)
