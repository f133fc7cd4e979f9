"""Sentences before and after as a picture: prison terms, and what stands beside them."""

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from ..missing import Missing, is_known
from ..penalties import LIFE, LIFE_WITHOUT_RELEASE, Quantity, Sanction
from ..queries import SentenceChange
from ..tables import Table
from .drawing import GREY, RED, Drawing, bare, new_figure, rows_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["dumbbell"]

_BEFORE, _AFTER = GREY, RED
_LIVES = (LIFE, LIFE_WITHOUT_RELEASE)


@frozen
class _Line:
    """One sanction of one row: its prison term in years, life, and its extras."""

    low: Fraction | None
    high: Fraction | None
    life: bool
    death: bool
    extras: str


def dumbbell(changes: Iterable[SentenceChange], *, title: str = "") -> Drawing:
    """Draw prison terms before (hollow, above) and after (solid, below), one row for each offence part.

    An end that the clause does not state is drawn as a dotted line to the edge. Life stands at the right,
    beyond a broken axis; death is named in words. ``!`` and ``?`` behind a line are its compulsory and
    optional extras. Rows whose sanctions are not both known are left out of the picture and kept in ``data``.
    Raises MissingExtraError without matplotlib.
    """
    hint = "lt.sentence_changes(corpus) gives them."
    held = rows_of(changes, SentenceChange, "dumbbell", "changes", hint)
    rows = [(row, _line(row.before), _line(row.after)) for row in held]
    drawn = [(row, before, after) for row, before, after in rows if before and after]
    top = max(
        (line.high for _, a, b in drawn for line in (a, b) if line.high is not None), default=Fraction(1)
    )
    figure = new_figure(9, 1.3 + 0.34 * max(len(drawn), 1))
    axes = figure.subplots()
    edge = float(top) * 1.12
    for place, (_, before, after) in enumerate(drawn):
        _draw(axes, place - 0.14, before, _BEFORE, edge, hollow=True)
        _draw(axes, place + 0.14, after, _AFTER, edge, hollow=False)
    _dress(axes, [row.provision for row, _, _ in drawn], top, edge, title)
    return Drawing(figure, _data(rows))


def _line(sanction: Sanction | Missing) -> _Line | None:
    if not isinstance(sanction, Sanction) or not sanction.is_known or len(sanction.tracks) != 1:
        return None
    low, high = sanction.term("prison")
    extras = " ".join(f"{kind}{flag}" for kind, flag in sanction.extras().items())
    options = sanction.tracks[0].options
    parts = [] if isinstance(options, Missing) else [part for option in options for part in option.group]
    life = any(part.ends[1] in _LIVES for part in parts)
    death = any(part.meant_kind == "death" for part in parts)
    return _Line(_years(low), _years(high), life, death, extras)


def _years(bound: object) -> Fraction | None:
    if isinstance(bound, Quantity):
        months = bound.canonical()
        return months.amount / 12 if months.unit == "mo" else None
    return None


def _draw(axes: "Axes", place: float, line: _Line, colour: str, edge: float, *, hollow: bool) -> None:
    face = "white" if hollow else colour
    low = float(line.low) if line.low is not None else 0.0
    high = float(line.high) if line.high is not None else edge
    if line.low is not None or line.high is not None:
        axes.plot([low, high], [place, place], color=colour, lw=2, ls="-" if line.low is not None else ":")
        ends = [float(end) for end in (line.low, line.high) if end is not None]
        axes.plot(ends, [place] * len(ends), "o", ms=6, mec=colour, mfc=face)
    if line.life:
        axes.plot([edge], [place], marker=">", ms=7, mec=colour, mfc=face)
    said = " · ".join(filter(None, ("or death" if line.death else "", line.extras)))
    if said:
        at = max(high, edge if line.life else 0.0)
        axes.annotate(
            said,
            (at, place),
            xytext=(8, 0),
            textcoords="offset points",
            va="center",
            fontsize=6.5,
            color=colour,
        )


def _dress(axes: "Axes", labels: list[str], top: Fraction, edge: float, title: str) -> None:
    axes.set_yticks(range(len(labels)), labels, fontsize=8)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.set_xlim(0, edge * 1.22)
    step = 5 if top > 10 else 1
    ticks = [float(n) for n in range(0, int(top) + 1, step)]
    axes.set_xticks([*ticks, edge], [*(f"{tick:g}" for tick in ticks), "life"])
    axes.set_xlabel(
        "years of prison: before (hollow), after (solid); ! compulsory, ? court's choice;\n"
        "dotted: that end is not stated; alternatives other than prison are not drawn",
        fontsize=8,
    )
    axes.grid(axis="x", color="#e3e3e3", lw=0.6)
    axes.set_axisbelow(True)
    bare(axes, "top", "right", "left")
    axes.tick_params(axis="y", length=0)
    axes.set_title(title, fontsize=10, loc="left")


def _data(rows: list[tuple[SentenceChange, _Line | None, _Line | None]]) -> Table:
    cells = tuple(
        (row.provision, side, line.low, line.high, line.life, line.death, line.extras)
        if line
        else (row.provision, side, *_nothing(held))
        for row, before, after in rows
        for side, line, held in (("before", before, row.before), ("after", after, row.after))
    )
    return Table(("provision", "side", "low_years", "high_years", "life", "death", "extras"), cells)


def _nothing(held: Sanction | Missing) -> tuple[object, ...]:
    token = Missing.UNKNOWN if is_known(held) else held
    return (token, token, token, token, "")
