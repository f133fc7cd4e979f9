"""Tables as aligned text."""

from collections.abc import Sequence
from typing import Final

from ..patterns import pattern
from .cells import cell_text, display_width, legend, one_line
from .rows import Rows, numeric_columns

__all__ = ["to_text"]

_GAP: Final = "  "
_NARROWEST: Final = 20
# A column keeps its longest word whole up to this width, so that ids stay easy to copy.
_WORD: Final = 24


def to_text(table: Rows, width: int) -> str:
    """Print *table* with no line wider than *width* columns."""
    if width < _NARROWEST:
        raise ValueError(f"width must be at least {_NARROWEST}, got {width}")
    heads = [one_line(name) for name in table.columns]
    cells = [[cell_text(cell) for cell in row] for row in table.rows]
    lines = wrap(one_line(table.title), width) if table.title else []
    widths = _widths([heads, *cells], width)
    if widths is None:
        lines += _blocks(heads, cells, width) if cells else [", ".join(heads)]
    else:
        lines += _grid(heads, cells, widths, numeric_columns(table))
    if not cells:
        lines.append("no rows")
    below = [legend(cell for row in table.rows for cell in row)]
    below += [f"Note: {note}" for note in table.notes]
    for text in filter(None, below):
        lines += wrap(one_line(text), width)
    return "\n".join(piece for line in lines for piece in _pieces(line.rstrip(), width))


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Width of each column, or None when they cannot stand side by side."""
    columns = list(zip(*rows, strict=True))
    natural = [max(_widest(cell.split("\n")) for cell in column) for column in columns]
    least = [min(_WORD, max(_widest(cell.split()) for cell in column)) for column in columns]
    room = width - len(_GAP) * (len(columns) - 1)
    if sum(natural) <= room:
        return natural
    if sum(least) > room:
        return None
    # Every column gets up to the same cap, the highest that fits; none gets less than its least.
    low, high = 1, max(natural)
    while low < high:
        cap = (low + high + 1) // 2
        if sum(_capped(natural, least, cap)) <= room:
            low = cap
        else:
            high = cap - 1
    widths = _capped(natural, least, low)
    spare = room - sum(widths)
    for i, full in enumerate(natural):
        extra = min(spare, full - widths[i])
        widths[i] += extra
        spare -= extra
    return widths


def _capped(natural: Sequence[int], least: Sequence[int], cap: int) -> list[int]:
    return [min(full, max(floor, cap)) for full, floor in zip(natural, least, strict=True)]


def _widest(texts: Sequence[str]) -> int:
    return max(map(display_width, texts), default=0)


def _grid(
    heads: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int], right: Sequence[bool]
) -> list[str]:
    lines = _row(heads, widths, right)
    lines.append(_GAP.join("─" * width for width in widths))
    for row in cells:
        lines += _row(row, widths, right)
    return lines


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for i in range(max(map(len, wrapped))):
        parts = []
        for pieces, width, flush in zip(wrapped, widths, right, strict=True):
            piece = pieces[i] if i < len(pieces) else ""
            blank = " " * (width - display_width(piece))
            parts.append(blank + piece if flush else piece + blank)
        lines.append(_GAP.join(parts))
    return lines


def _blocks(heads: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[str]:
    label = min(_widest(heads), width // 3)
    value = width - label - len(_GAP)
    lines = []
    for row in cells:
        lines.append("─" * width)
        for head, cell in zip(heads, row, strict=True):
            lines += _row((head, cell), (label, value), (False, False))
    return lines


def wrap(text: str, width: int) -> list[str]:
    """Break *text* into lines of at most *width* columns, at spaces where possible; at least one line.

    A single character wider than *width* stands on a line of its own.
    """
    if display_width(text) <= width and "\n" not in text:
        return [text]
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if display_width(longer) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *whole, line = _pieces(word, width)
            lines += whole
        lines.append(line)
    return lines


_AFTER: Final = pattern(r"[/_~@:;,.-]")


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is too long, after a sign where one stands in the second half of the line."""
    pieces = []
    while display_width(word) > width:
        taken = wide = 0
        while taken < len(word) and wide + display_width(word[taken]) <= width:
            wide += display_width(word[taken])
            taken += 1
        taken = max(taken, 1)
        signs = [m.end() for m in _AFTER.finditer(word, 0, taken) if m.end() * 2 >= taken]
        cut = signs[-1] if signs else taken
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]
