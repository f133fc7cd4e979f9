"""A matrix as a picture: yes, no, not stated, unknown."""

from typing import Any

from ..comparison import Matrix
from ..errors import WrongTypeError
from ..missing import Missing
from .drawing import GREY, RED, Drawing, bare, new_figure

__all__ = ["grid"]

# Told apart by their signs as well as by colour, for print in grey and for eyes that do not see red.
_YES, _NO, _SILENT, _OPEN = ("✓", "#2f6f4f"), ("✗", RED), ("·", GREY), ("?", GREY)


def grid(matrix: Matrix, *, title: str = "") -> Drawing:
    """Draw a matrix: a row for each rule or country, a column for each question.

    A tick on green is yes, a cross on red is no, a dot stands where the text is silent, ``?`` where nobody
    looked; other tokens are left blank. Columns that print leaves out are left out here too. Raises
    MissingExtraError without matplotlib.
    """
    if not isinstance(matrix, Matrix):
        raise WrongTypeError("grid", "matrix", matrix, "a Matrix", "lt.matrix(corpora) gives one.")
    places = [place for place in range(len(matrix.columns)) if matrix.is_telling(place)]
    figure = new_figure(3.2 + 0.95 * max(len(places), 1), 1.5 + 0.3 * max(len(matrix), 1))
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
    bare(axes)
    for y in range(1, len(matrix)):
        if matrix.rows[y].country != matrix.rows[y - 1].country:
            axes.axhline(y - 0.5, color=GREY, lw=0.8)
    axes.set_title(title or matrix.title, fontsize=10, loc="left")
    axes.set_xlabel("✓ yes   ✗ no   · not stated   ? unknown", fontsize=8)
    return Drawing(figure, matrix.table(full=False))


def _sign(answer: object) -> tuple[str, str]:
    if isinstance(answer, bool):
        return _YES if answer else _NO
    return {Missing.NOT_STATED: _SILENT, Missing.UNKNOWN: _OPEN}.get(answer, ("", GREY))  # type: ignore[call-overload,no-any-return]


def _box(x: float, y: float, colour: str) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((x - 0.46, y - 0.42), 0.92, 0.84, color=colour, lw=0)
