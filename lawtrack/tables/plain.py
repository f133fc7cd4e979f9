"""Tables as aligned text."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import Final, TypeAlias

from ..patterns import pattern
from .cells import cell_text, display_width, legend, one_line
from .rows import Rows, numeric_columns

__all__ = ["to_text"]

_GAP: Final = "  "
_NARROWEST: Final = 20
# A column keeps its longest word whole up to this width, so that ids stay easy to copy; only the parts of its
# words where that spares a fifth of the lines, or the table would not fit at all.
_WORD: Final = 24
# Where a word may be broken: after a sign, but not inside a date or a number.
_AFTER: Final = pattern(r"(?<=[/_~@:;,])|(?<=\D[.-])|(?<=[.-])(?=\D)|\s+")


_Sizes: TypeAlias = Sequence[Sequence[Sequence[int]]]
"""The widths of the lines of each cell, row by row."""


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
    """Width of each column, or None when they cannot stand side by side.

    Of some ways to share the room the one that makes the table shortest, as far as lengths tell.
    """
    sizes = [[[display_width(line) or 1 for line in cell.split("\n")] for cell in row] for row in rows]
    natural = [max(map(max, column)) for column in zip(*sizes, strict=True)]
    room = width - len(_GAP) * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    best: list[int] | None = None
    for parts in (str.split, _AFTER.split):
        columns = zip(*rows, strict=True)
        least = [min(_WORD, max(_widest(parts(cell)) for cell in column)) for column in columns]
        if sum(least) > room:
            continue
        ways = [_shared_out(wanted, natural, least, room) for wanted in (_capped(sizes), _in_lines(sizes))]
        shortest = min(ways, key=lambda widths: _height(sizes, widths))
        # Whole words are worth some lines.
        if best is None or _height(sizes, shortest) < 0.8 * _height(sizes, best):
            best = shortest
    return best


def _capped(sizes: _Sizes) -> Callable[[float], list[int]]:
    """The same width for every column."""
    return lambda share: [int(share)] * len(sizes[0])


def _in_lines(sizes: _Sizes) -> Callable[[float], list[int]]:
    """Widths at which nine of ten cells take equally many lines, so that long texts get most room."""
    usual = [sorted(map(sum, column))[(len(column) - 1) * 9 // 10] for column in zip(*sizes, strict=True)]
    longest = max(usual)
    return lambda share: [ceil(length * share / longest) for length in usual]


def _shared_out(
    wanted: Callable[[float], Sequence[int]], natural: Sequence[int], least: Sequence[int], room: int
) -> list[int]:
    """The largest share that fits, no column below its least or above what it can use.

    What is left goes to the columns that lack least, so that more of them stand whole.
    """

    def held(share: float) -> list[int]:
        columns = zip(natural, least, wanted(share), strict=True)
        return [min(full, max(floor, want)) for full, floor, want in columns]

    low, high = 0.0, float(max(natural))
    while high - low > 0.5:
        share = (low + high) / 2
        low, high = (share, high) if sum(held(share)) <= room else (low, share)
    widths = held(low)
    spare = room - sum(widths)
    for i in sorted(range(len(widths)), key=lambda i: natural[i] - widths[i]):
        extra = min(spare, natural[i] - widths[i])
        widths[i] += extra
        spare -= extra
    return widths


def _height(sizes: _Sizes, widths: Sequence[int]) -> int:
    """About how many lines the rows take."""
    return sum(
        max(sum(-(-size // width) for size in cell) for cell, width in zip(row, widths, strict=True))
        for row in sizes
    )


def _widest(texts: Sequence[str]) -> int:
    """The columns that the widest takes; at least one, so that an empty cell has a place."""
    return max(map(display_width, texts), default=1) or 1


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


def _pieces(word: str, width: int) -> list[str]:
    """Cut a word that is too long, after a sign where one stands in the line."""
    pieces = []
    while display_width(word) > width:
        taken = wide = 0
        while taken < len(word) and wide + display_width(word[taken]) <= width:
            wide += display_width(word[taken])
            taken += 1
        taken = max(taken, 1)
        signs = [m.end() for m in _AFTER.finditer(word, 0, taken) if m.end()]
        cut = signs[-1] if signs else taken
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]
