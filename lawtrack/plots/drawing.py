"""A picture with the data it shows, and the one place that needs matplotlib."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen

from ..errors import MissingExtraError, ReadingError, WrongTypeError
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
        """Write the picture to a file; the suffix says the format (png, svg, pdf).

        Raises ReadingError for a suffix of no format, or a file that cannot be written.
        """
        known = self.figure.canvas.get_supported_filetypes()
        suffix = path.rpartition(".")[2].lower() if "." in path else "png"
        if suffix not in known:
            raise ReadingError(path, f"a path that ends in one of {', '.join(sorted(known))}")
        # Without these, two runs of one picture would differ in their bytes.
        fixed = {"Date": None} if path.endswith((".svg", ".pdf")) else {}
        try:
            with _as_written(self.figure):
                self.figure.savefig(path, metadata=fixed, bbox_inches="tight", dpi=150)
        except OSError as fault:
            raise ReadingError(path, "a file that can be written", f"{fault.strerror or fault}.") from fault

    def _repr_png_(self) -> bytes:
        stream = BytesIO()
        with _as_written(self.figure):
            self.figure.savefig(stream, format="png", bbox_inches="tight", dpi=110)
        return stream.getvalue()


@contextmanager
def _as_written(figure: "Figure") -> Iterator[None]:
    """Texts are drawn as they stand: a dollar in the name of a law begins no formula."""
    from matplotlib import rc_context
    from matplotlib.text import Text

    with rc_context({"text.parse_math": False}):
        for text in figure.findobj(Text):
            text.set_parse_math(False)
        yield


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
