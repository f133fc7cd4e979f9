"""Pictures of answers; they need the extra ``plots`` (matplotlib), imported only when one is drawn."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any

from attrs import frozen

from .comparison import Matrix
from .errors import MissingExtraError, WrongTypeError
from .missing import Missing, is_known
from .penalties import LIFE, LIFE_WITHOUT_RELEASE, Quantity, Sanction
from .queries import SentenceChange
from .tables import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["Drawing", "dumbbell", "grid"]

_BEFORE, _AFTER = "#8a8f98", "#b3261e"
_LIVES = (LIFE, LIFE_WITHOUT_RELEASE)


@frozen(eq=False)
class Drawing:
    """A picture, and the data it shows.

    Attributes:
        figure: The matplotlib figure.
        data: One row for each line drawn, so that the picture can be drawn otherwise.
    """

    figure: "Figure"
    data: Table

    def save(self, path: str) -> None:
        """Write the picture to a file; the suffix says the format (png, svg, pdf)."""
        # Without these, two runs of one picture would differ in their bytes.
        fixed = {"Date": None} if path.endswith((".svg", ".pdf")) else {}
        self.figure.savefig(path, metadata=fixed, bbox_inches="tight", dpi=150)

    def _repr_png_(self) -> bytes:
        stream = BytesIO()
        self.figure.savefig(stream, format="png", bbox_inches="tight", dpi=110)
        return stream.getvalue()


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
    optional extras. Rows whose
    sanctions are not both known are left out of the picture and kept in ``data``. Raises
    MissingExtraError without matplotlib.
    """
    figure_class = _figure_class()
    held = _sentence_changes(changes)
    rows = [(row, _line(row.before), _line(row.after)) for row in held]
    drawn = [(row, before, after) for row, before, after in rows if before and after]
    top = max(
        (line.high for _, a, b in drawn for line in (a, b) if line.high is not None), default=Fraction(1)
    )
    figure = figure_class(figsize=(9, 1.3 + 0.34 * max(len(drawn), 1)), layout="constrained")
    axes = figure.subplots()
    edge = float(top) * 1.12
    for place, (_, before, after) in enumerate(drawn):
        _draw(axes, place - 0.14, before, _BEFORE, edge, hollow=True)
        _draw(axes, place + 0.14, after, _AFTER, edge, hollow=False)
    _dress(axes, [row.provision for row, _, _ in drawn], top, edge, title)
    return Drawing(figure, _data(rows))


def _sentence_changes(changes: Iterable[SentenceChange]) -> list[SentenceChange]:
    """The rows, if they are that; a corpus or another answer is refused with the way out."""
    held: list[SentenceChange] = list(changes) if isinstance(changes, Iterable) else [changes]
    if not all(hasattr(row, "before") and hasattr(row, "provision") for row in held):
        hint = "lt.sentence_changes(corpus) gives them."
        raise WrongTypeError("dumbbell", "changes", changes, "sentence changes", hint)
    return held


# Told apart by their signs as well as by colour, for print in grey and for eyes that do not see red.
_YES, _NO, _SILENT, _OPEN = ("✓", "#2f6f4f"), ("✗", "#b3261e"), ("·", "#8a8f98"), ("?", "#8a8f98")


def grid(matrix: Matrix, *, title: str = "") -> Drawing:
    """Draw a matrix: a row for each rule or country, a column for each question.

    A tick on green is yes, a cross on red is no, a dot stands where the text is silent, ``?`` where nobody
    looked; other tokens are left blank. Columns that print leaves out are left out here too. Raises
    MissingExtraError without matplotlib.
    """
    figure_class = _figure_class()
    places = [place for place in range(len(matrix.columns)) if matrix.is_telling(place)]
    size = (3.2 + 0.95 * max(len(places), 1), 1.5 + 0.3 * max(len(matrix), 1))
    figure = figure_class(figsize=size, layout="constrained")
    axes = figure.subplots()
    for y, row in enumerate(matrix.rows):
        for x, place in enumerate(places):
            sign, colour = _sign(row.cells[place].answer)
            filled = sign in (_YES[0], _NO[0])
            if filled:
                axes.add_patch(_box(x, y, colour))
            axes.text(x, y, sign, ha="center", va="center", fontsize=10, color="white" if filled else colour)
    labels = [f"{row.country}  {row.label}" for row in matrix.rows]
    axes.set_yticks(range(len(labels)), labels, fontsize=8)
    heads = [matrix.columns[place].replace(" ", "\n") for place in places]
    axes.set_xticks(range(len(heads)), heads, fontsize=8)
    axes.xaxis.tick_top()
    axes.set_xlim(-0.5, max(len(places), 1) - 0.5)
    axes.set_ylim(max(len(matrix), 1) - 0.5, -0.5)
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    for y in range(1, len(matrix)):
        if matrix.rows[y].country != matrix.rows[y - 1].country:
            axes.axhline(y - 0.5, color="#8a8f98", lw=0.8)
    axes.set_title(title or matrix.title, fontsize=10, loc="left")
    axes.set_xlabel("✓ yes   ✗ no   · not stated   ? unknown", fontsize=8)
    return Drawing(figure, matrix.table(full=False))


def _sign(answer: object) -> tuple[str, str]:
    if isinstance(answer, bool):
        return _YES if answer else _NO
    return {Missing.NOT_STATED: _SILENT, Missing.UNKNOWN: _OPEN}.get(answer, ("", "#8a8f98"))  # type: ignore[call-overload,no-any-return]


def _box(x: float, y: float, colour: str) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.46, y - 0.42), 0.92, 0.84, color=colour, lw=0)


def _figure_class() -> Callable[..., Any]:
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtraError("matplotlib", "plots") from None
    return Figure


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
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
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
