"""A picture with the data it shows, and the one place that needs matplotlib."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen

from ..errors import MissingExtraError, WrongTypeError
from ..tables import Table

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["BLUE", "GREY", "RED", "Drawing", "bare", "new_figure", "rows_of"]

T = TypeVar("T")

GREY, RED, BLUE = "#8a8f98", "#b3261e", "#33658a"


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


def new_figure(width: float, height: float) -> Any:
    """An empty figure of that many inches, for no screen; raises MissingExtraError without matplotlib."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtraError("matplotlib", "plots") from None
    return Figure(figsize=(width, height), layout="constrained")


def rows_of(rows: Iterable[T], sort: type[T], function: str, argument: str, hint: str) -> list[T]:
    """The rows of an answer, if they are of that sort; anything else is refused with the way out."""
    held: list[T] = list(rows) if isinstance(rows, Iterable) else [rows]
    if not all(isinstance(row, sort) for row in held):
        raise WrongTypeError(function, argument, rows, f"rows of {sort.__name__}", hint)
    return held


def bare(axes: "Axes", *sides: str) -> None:
    """Take away the lines of a frame on these sides, or on all."""
    for side in sides or tuple(axes.spines):
        axes.spines[side].set_visible(False)
