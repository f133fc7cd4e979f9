"""HTML: the one place of the library where text is escaped for it."""

from collections.abc import Sequence
from typing import Final

from ..missing import Missing
from .cells import cell_text, harmless, legend
from .rows import Rows, numeric_columns

__all__ = ["card_html", "escape", "to_html"]

# Grey lines and inherited colours read on light and dark notebooks alike.
_LINE: Final = "1px solid rgba(128,128,128,.45)"
_TABLE: Final = "border-collapse:collapse;margin:.4em 0;color:inherit;background:transparent"
_CELL: Final = "padding:.2em .7em;vertical-align:top"
_ROW: Final = "border-bottom:1px solid rgba(128,128,128,.2);background:transparent"
_SMALL: Final = "font-size:.85em;opacity:.8;margin:.2em 0"
_CARD: Final = (
    f"border:{_LINE};border-radius:6px;padding:.6em .9em;margin:.3em 0;max-width:72em;color:inherit"
)
_BADGE: Final = "display:inline-block;border-radius:4px;padding:0 .5em;margin-left:.5em;font-size:.85em"
_TONES: Final = {
    "neutral": ("•", "rgba(128,128,128,.18)", "rgba(128,128,128,.6)"),
    "good": ("✓", "rgba(46,160,67,.18)", "rgba(46,160,67,.8)"),
    "warn": ("!", "rgba(210,153,34,.2)", "rgba(210,153,34,.9)"),
    "bad": ("✗", "rgba(218,54,51,.18)", "rgba(218,54,51,.8)"),
}


def escape(text: str) -> str:
    """Make *text* safe inside an element or a quoted attribute; control characters become visible."""
    from html import escape  # late: it brings a list of two thousand entities along

    return escape(harmless(text), quote=True)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def to_html(table: Rows, max_rows: int | None) -> str:
    """Print *table* as an HTML fragment, at most *max_rows* rows of it."""
    if max_rows is not None and max_rows < 0:
        raise ValueError(f"max_rows must not be negative, got {max_rows}")
    shown = table.rows if max_rows is None else table.rows[:max_rows]
    left = len(table.rows) - len(shown)
    span = len(table.columns)
    align = ["right" if numeric else "left" for numeric in numeric_columns(table)]
    html = [f'<table style="{_TABLE}">']
    if table.title:
        html.append(
            f'<caption style="{_CELL};text-align:left;font-weight:bold">{_lines(table.title)}</caption>'
        )
    heads = "".join(
        f'<th scope="col" style="{_CELL};text-align:{side}">{_lines(name)}</th>'
        for name, side in zip(table.columns, align, strict=True)
    )
    html.append(f'<thead><tr style="border-bottom:{_LINE}">{heads}</tr></thead><tbody>')
    for row in shown:
        cells = "".join(
            f'<td style="{_CELL};text-align:{side}">{_cell(cell)}</td>'
            for cell, side in zip(row, align, strict=True)
        )
        html.append(f'<tr style="{_ROW}">{cells}</tr>')
    if left or not table.rows:
        said = f"… {left} more" if left else "no rows"
        html.append(f'<tr><td colspan="{span}" style="{_CELL};text-align:left;opacity:.8">{said}</td></tr>')
    html.append("</tbody></table>")
    below = [legend(cell for row in shown for cell in row), *(f"Note: {note}" for note in table.notes)]
    html += [f'<div style="{_SMALL}">{_lines(text)}</div>' for text in below if text]
    return "".join(html)


def _cell(value: object) -> str:
    text = _lines(cell_text(value))
    return f'<span title="{escape(str(value))}">{text}</span>' if isinstance(value, Missing) else text


def card_html(
    title: str,
    badges: Sequence[tuple[str, str]] = (),
    paragraphs: Sequence[str] = (),
    tables: Sequence[Rows] = (),
    footnotes: Sequence[str] = (),
) -> str:
    """Build the card that stands for an object in a notebook; every text is escaped here.

    Args:
        title: First line, in bold.
        badges: Pairs of text and tone; a tone is ``neutral``, ``good``, ``warn`` or ``bad``, and is shown
            by a sign as well as a colour.
        paragraphs: Texts below the title; newlines break lines.
        tables: Tables below those, at most 50 rows of each.
        footnotes: Small lines at the end: sources, as-of dates.

    Raises:
        ValueError: A badge has an unknown tone.
    """
    html = [f'<div style="{_CARD}"><div><b>{_lines(title)}</b>']
    for text, tone in badges:
        if tone not in _TONES:
            raise ValueError(f"no tone {tone!r}; tones are {', '.join(_TONES)}")
        sign, ground, edge = _TONES[tone]
        style = f"{_BADGE};background:{ground};border:1px solid {edge}"
        html.append(f'<span style="{style}">{sign} {_lines(text)}</span>')
    html.append("</div>")
    html += [f'<p style="margin:.4em 0">{_lines(text)}</p>' for text in paragraphs]
    html += [to_html(table, 50) for table in tables]
    html += [f'<div style="{_SMALL}">{_lines(text)}</div>' for text in footnotes]
    html.append("</div>")
    return "".join(html)
