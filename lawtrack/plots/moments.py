"""The dated life of a work as a picture: what happened, when it became law, and who objected."""

from collections.abc import Iterable
from datetime import date
from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from ..queries.lives import Moment
from ..tables import Table
from .drawing import BLUE, GREY, RED, Drawing, bare, new_figure, rows_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["timeline"]

_LETTERS, _LINE = 110, 58


def timeline(moments: Iterable[Moment], *, title: str = "") -> Drawing:
    """Draw the dated life of a work, a line for each moment from the first to the last.

    A bar begins on the day from which something is law and has no end of its own; a diamond is a critique, a
    dot any other event. A day that is known only within bounds is a thin line between them, open where one
    is missing. Long words are cut in the picture and whole in ``data``. Raises MissingExtraError without
    matplotlib.
    """
    rows = rows_of(moments, Moment, "timeline", "moments", "lt.timeline(corpus, work) gives them.")
    told = [_told(row) for row in rows]
    figure = new_figure(10, 0.8 + sum(0.17 * (text.count("\n") + 1) + 0.13 for text in told))
    axes = figure.subplots()
    known = [day for row in rows for day in (row.when.earliest, row.when.latest) if day is not None]
    first, last = (min(known), max(known)) if known else (date(2000, 1, 1), date(2000, 1, 2))
    margin = (last - first) / 25 if last > first else date.resolution * 30
    left, right = first - margin, last + margin
    place, places = 0.0, []
    for row, text in zip(rows, told, strict=True):
        height = 0.17 * (text.count("\n") + 1) + 0.13
        places.append(place + height / 2)
        place += height
        _draw(axes, row, places[-1], left, right)
    axes.set_yticks(places, told, fontsize=8)
    axes.set_ylim(max(place, 0.3), 0)
    axes.xaxis_date()
    axes.set_xlim(left, right)
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", labelsize=8)
    axes.grid(axis="x", color="#e3e3e3", lw=0.6)
    axes.set_axisbelow(True)
    bare(axes, "top", "right", "left")
    axes.set_title(title or getattr(moments, "title", ""), fontsize=10, loc="left")
    axes.set_xlabel(
        "bar: law from that day   ◆ critique   ● event   thin line: the day is known within bounds",
        fontsize=8,
    )
    cells = tuple(
        (row.when, row.when.earliest, row.when.latest, row.type, row.what, row.record.id) for row in rows
    )
    return Drawing(figure, Table(("when", "earliest", "latest", "type", "what", "record"), cells))


def _told(row: Moment) -> str:
    words = f"{row.when}  {row.what.replace('_', ' ')}"
    return "\n".join(wrap(shorten(words, _LETTERS, placeholder=" …"), _LINE))


def _draw(axes: "Axes", row: Moment, place: float, left: date, right: date) -> None:
    begin, end = (_number(day) for day in (row.when.earliest or left, row.when.latest or right))
    colour = {"critique": BLUE, "in_force": RED, "amended": RED}.get(row.type, GREY)
    if begin != end:
        axes.plot([begin, end], [place, place], color=colour, lw=1)
    if row.type == "in_force":
        axes.barh(place, _number(right) - end, left=end, height=0.14, color=colour, alpha=0.75, lw=0)
    else:
        shape = "D" if row.type == "critique" else "o"
        axes.plot([(begin + end) / 2], [place], shape, color=colour, ms=5)


def _number(day: date) -> float:
    """Where a day stands on an axis of dates."""
    from matplotlib.dates import date2num

    return float(date2num(day))  # type: ignore[no-untyped-call]
