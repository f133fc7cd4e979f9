"""What weighs on a role over time as a picture: a band of steps for each group."""

from collections.abc import Iterable

from ..queries.burdens import Burden
from ..tables import Table
from .drawing import BLUE, GREY, RED, Drawing, bare, new_figure, rows_of

__all__ = ["steps"]

_MAY = "may stand"
# What protects a role, or is its own to use, does not weigh on it.
_COLOURS = {_MAY: GREY, "safeguards": BLUE, "own_powers": BLUE}


def steps(burdens: Iterable[Burden], *, title: str = "") -> Drawing:
    """Draw the burden of a role: a band for each group in which anything ever stands, on one scale.

    Groups stand apart because their counts cannot be added up. A dot is a day that was counted; the line runs
    level to the next. Below, in grey, how many positions may stand too. Raises MissingExtraError without
    matplotlib.
    """
    rows = rows_of(burdens, Burden, "steps", "burdens", "lt.burden(corpus, role) gives them.")
    counts = {group: [len(row.held[group]) for row in rows] for group in (rows[0].held if rows else ())}
    counts[_MAY] = [row.unknown for row in rows]
    shown = [group for group, told in counts.items() if any(told)]
    figure = new_figure(8, 0.9 + 0.75 * max(len(shown), 1))
    axes = figure.subplots(max(len(shown), 1), sharex=True, squeeze=False)[:, 0]
    days = [row.day for row in rows]
    top = max((count for group in shown for count in counts[group]), default=1)
    for axis in axes:
        bare(axis, "top", "right", "left")
        axis.set_yticks([])
        axis.set_ylim(0, top * 1.35)
    for axis, group in zip(axes, shown, strict=False):
        colour = _COLOURS.get(group, RED)
        axis.fill_between(days, counts[group], step="post", color=colour, alpha=0.18, lw=0)
        axis.step(days, counts[group], where="post", color=colour, lw=1.6)
        axis.plot(days, counts[group], "o", color=colour, ms=3)
        axis.set_ylabel(group.replace("_", " "), rotation=0, ha="right", va="center", fontsize=8)
        for place, (day, count) in enumerate(zip(days, counts[group], strict=True)):
            if not place or count != counts[group][place - 1]:
                axis.annotate(str(count), (day, count), (0, 3), textcoords="offset points", fontsize=7)
    if not shown:
        axes[0].text(0.5, 0.5, "nothing stands", transform=axes[0].transAxes, ha="center", fontsize=9)
    axes[-1].tick_params(axis="x", labelsize=8)
    axes[-1].set_xlabel("counted on the days with a dot; a change came between two of them", fontsize=8)
    axes[0].set_title(title or getattr(burdens, "title", ""), fontsize=10, loc="left")
    cells = tuple((row.day, group, told[i]) for i, row in enumerate(rows) for group, told in counts.items())
    return Drawing(figure, Table(("day", "group", "positions"), cells))
