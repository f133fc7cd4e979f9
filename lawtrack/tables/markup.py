"""Tables as Markdown and LaTeX, every cell escaped."""

import re
import unicodedata
from typing import Final

from ..missing import Missing
from ..patterns import pattern
from .cells import MARKS, cell_text, display_width, harmless, legend, one_line
from .rows import Rows, numeric_columns

__all__ = [
    "UNICODE_ENGINE",
    "beyond_latin",
    "escape_markdown",
    "latex_words",
    "markdown_words",
    "to_latex",
    "to_markdown",
]

_MARKDOWN: Final = str.maketrans(
    {sign: "\\" + sign for sign in "\\`*_[]|~$"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)


def escape_markdown(text: str) -> str:
    """Make *text* safe inside a line of Markdown; line ends become ``<br>``, control characters visible."""
    return markdown_words(text).strip().replace("\n", "<br>")


def markdown_words(text: str) -> str:
    """The same with blanks and line ends as they are; what opens a block at the start of a line stays."""
    text = harmless(text)
    return text.translate(_MARKDOWN) if _SIGNS.search(text) else text  # most texts have none


_SIGNS: Final = re.compile(r"[\\`*_\[\]|~$&<>]")


def to_markdown(table: Rows) -> str:
    """Print *table* as GitHub-flavoured Markdown."""
    right = numeric_columns(table)
    lines = [f"**{escape_markdown(one_line(table.title))}**", ""] if one_line(table.title) else []
    lines.append(_markdown_row([escape_markdown(one_line(name)) for name in table.columns]))
    lines.append(_markdown_row(["---:" if flush else "---" for flush in right]))
    lines += [_markdown_row([escape_markdown(cell_text(cell)) for cell in row]) for row in table.rows]
    below = [] if table.rows else ["no rows"]
    below += [escape_markdown(legend(cell for row in table.rows for cell in row))]
    below += [f"Note: {escape_markdown(one_line(note))}" for note in table.notes]
    for text in filter(None, below):
        lines += ["", text]
    return "\n".join(lines) + "\n"


def _markdown_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


_LATEX: Final = str.maketrans(
    {sign: "\\" + sign for sign in "{}$&#%_"}
    | {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "`": r"\textasciigrave{}",
        "'": r"\textquotesingle{}",
        # By its place in the font: the command of that name is lacking in LaTeX's old encoding.
        '"': r"\symbol{34}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        # Brackets and a star right after \\ would be taken for its arguments.
        "[": "{[}",
        "]": "{]}",
        "*": "{*}",
        # Two hyphens in a row would print as a dash, two commas as a quote mark.
        "-": "-{}",
        ",": ",{}",
        "\n": " ",
    }
)
_MARK: Final = {Missing.NOT_STATED: r"\textperiodcentered{}", Missing.ABSENT: r"$\emptyset$"}
UNICODE_ENGINE: Final = "% Compile with XeLaTeX or LuaLaTeX.\n"
"""Stands on top of what holds letters that other engines lack."""

_LABEL: Final = pattern(r"[A-Za-z0-9:._-]*")
_WIDE: Final = 34


_SINGLE: Final = re.compile(r"([-,])\{\}(?!\1)")


def latex_words(text: str) -> str:
    """Make *text* safe in a paragraph of LaTeX; line ends become blanks, other blanks stay."""
    return _SINGLE.sub(r"\1", harmless(text).translate(_LATEX))


def _latex(text: str) -> str:
    return latex_words(text.strip()).strip()


def _latex_cell(value: object) -> str:
    if isinstance(value, Missing) and value in _MARK:
        return _MARK[value]
    return _latex(cell_text(value))


def to_latex(table: Rows, *, booktabs: bool, caption: str, label: str) -> str:
    """Print *table* as LaTeX."""
    if not _LABEL.fullmatch(label):
        raise ValueError(f"a LaTeX label has ASCII letters, digits and :._- only, got {label!r}")
    caption = one_line(caption or table.title)
    top, middle, bottom = ("\\toprule", "\\midrule", "\\bottomrule") if booktabs else ("\\hline",) * 3
    body = [
        f"\\begin{{tabular}}{{{_column_spec(table)}}}",
        top,
        _latex_row([_latex(one_line(name)) for name in table.columns]),
        middle,
        *(_latex_row([_latex_cell(cell) for cell in row]) for row in table.rows),
    ]
    if not table.rows:
        body.append(f"\\multicolumn{{{len(table.columns)}}}{{l}}{{no rows}} \\\\")
    body += [bottom, "\\end{tabular}"]
    below = [legend_latex(table), *(f"Note: {_latex(one_line(note))}" for note in table.notes)]
    body += [f"\\par\\smallskip{{\\footnotesize {text}}}" for text in filter(None, below)]
    if caption or label:
        head = ["\\begin{table}[htbp]", "\\centering"]
        head += [f"\\caption{{{_latex(caption)}}}"] if caption else []
        head += [f"\\label{{{label}}}"] if label else []
        body = [*head, *body, "\\end{table}"]
    text = "\n".join(body) + "\n"
    return f"{UNICODE_ENGINE}{text}" if beyond_latin(text) else text


def _latex_row(cells: list[str]) -> str:
    return f"{' & '.join(cells)} \\\\"


def legend_latex(table: Rows) -> str:
    """The legend with marks as LaTeX writes them."""
    said = legend(cell for row in table.rows for cell in row)
    escaped = _latex(said)
    for token, mark in _MARK.items():
        escaped = escaped.replace(MARKS[token], mark)
    return escaped


def _column_spec(table: Rows) -> str:
    spec = []
    for place, (name, numeric) in enumerate(zip(table.columns, numeric_columns(table), strict=True)):
        widest = max([display_width(name), *(display_width(cell_text(row[place])) for row in table.rows)])
        if numeric:
            spec.append("r")
        else:
            spec.append(f"p{{{0.9 / len(table.columns):.2f}\\linewidth}}" if widest > _WIDE else "l")
    return "".join(spec)


def beyond_latin(text: str) -> bool:
    """Whether a text has letters of other alphabets than the Latin one."""
    return any(char.isalpha() and not unicodedata.name(char, "").startswith("LATIN") for char in text)
