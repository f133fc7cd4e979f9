"""Pieces of a redline as HTML, Markdown, ANSI, LaTeX and plain text, every word escaped for each.

Nothing that stands in a law can act as markup, close a tag, move a cursor or run a macro; control characters
and marks that turn the direction of text are shown as signs.
"""

import re
from collections.abc import Callable, Iterable
from typing import Final

from ..tables.cells import harmless
from ..tables.html import escape
from ..tables.markup import UNICODE_ENGINE, beyond_latin, latex_words, markdown_words
from .pieces import Piece, PieceKind

__all__ = ["ansi", "html", "latex", "markdown", "plain"]

_RED: Final = "rgba(218,54,51,.16)"
_GREEN: Final = "rgba(46,160,67,.18)"
_BLUE: Final = "rgba(56,110,214,.16)"
_HTML: Final = {
    PieceKind.DELETED: ("del", f"background:{_RED};color:inherit", ""),
    PieceKind.INSERTED: ("ins", f"background:{_GREEN};color:inherit", ""),
    PieceKind.MOVED_AWAY: ("del", f"background:{_BLUE};color:inherit", "moved from here"),
    PieceKind.MOVED_HERE: ("ins", f"background:{_BLUE};color:inherit", "moved to here"),
    PieceKind.LAYOUT: ("span", "border-bottom:1px dotted", "layout only"),
}


def html(pieces: Iterable[Piece]) -> str:
    """One ``div``, without scripts or external files; figures that changed are bold."""
    parts = []
    for piece in pieces:
        if piece.kind is PieceKind.LEFT_OUT:
            parts.append(f'<span style="opacity:.6">{_left_out(piece)}</span>')
            continue
        words = escape(piece.text)
        if piece.is_figure:
            words = f"<b>{words}</b>"
        if piece.kind in _HTML:
            tag, style, title = _HTML[piece.kind]
            told = f' title="{title}"' if title else ""
            words = f'<{tag} style="{style}"{told}>{words}</{tag}>'
        parts.append(words)
    return f'<div class="lawtrack-redline" style="white-space:pre-wrap">{"".join(parts)}</div>'


def _left_out(piece: Piece) -> str:
    return f" [… {len(piece.text)} characters …] "


_TAGS: Final = {
    PieceKind.DELETED: "del",
    PieceKind.MOVED_AWAY: "del",
    PieceKind.INSERTED: "ins",
    PieceKind.MOVED_HERE: "ins",
}
# What would begin a heading, list, rule or code block at the start of a line.
_OPENS_BLOCK: Final = re.compile(r"^((?:\s|</?\w+>)*)([#+=-]|\d{1,9}(?=[.)]))")


def markdown(pieces: Iterable[Piece]) -> str:
    """GitHub-flavoured Markdown: ``<del>`` and ``<ins>``, figures that changed bold. Ends with a newline.

    Tags rather than ``~~`` and ``**``, which do not work beside letters and signs.
    """

    def wrap(piece: Piece, words: str) -> str:
        words = markdown_words(words)
        if piece.is_figure:
            words = f"<b>{words}</b>"
        tag = _TAGS.get(piece.kind)
        return f"<{tag}>{words}</{tag}>" if tag else words

    lines = _in_lines(pieces, wrap)
    shown = []
    for line, after in zip(lines, (*lines[1:], ""), strict=True):
        line = _OPENS_BLOCK.sub(_escaped_opening, line.strip())
        shown.append(f"{line}<br>" if line and after.strip() else line)
    return "\n".join(shown).strip("\n") + "\n"


def _escaped_opening(found: re.Match[str]) -> str:
    before, sign = found.groups()
    return f"{before}{sign}\\" if sign.isdigit() else f"{before}\\{sign}"


_ANSI: Final = {
    PieceKind.DELETED: "31;9",
    PieceKind.INSERTED: "32;4",
    PieceKind.MOVED_AWAY: "34;9",
    PieceKind.MOVED_HERE: "34;4",
    PieceKind.LEFT_OUT: "2",
}


def ansi(pieces: Iterable[Piece]) -> str:
    """For a terminal: gone red and struck, new green and underlined, moved blue, figures that changed bold.

    No line leaves a colour on for the next one.
    """

    def wrap(piece: Piece, words: str) -> str:
        words = harmless(words)
        codes = _ANSI.get(piece.kind, "")
        if piece.is_figure:
            codes += ";1"
        return f"\x1b[{codes}m{words}\x1b[0m" if codes else words

    return "\n".join(_in_lines(pieces, wrap))


_LATEX: Final = {
    PieceKind.DELETED: "lawdel",
    PieceKind.INSERTED: "lawins",
    PieceKind.MOVED_AWAY: "lawfrom",
    PieceKind.MOVED_HERE: "lawto",
}
_LATEX_HEAD: Final = r"""% Needs \usepackage{xcolor} and \usepackage[normalem]{ulem}.
% Define these commands before to change the look.
\providecommand{\lawdel}[1]{\textcolor{red}{\sout{#1}}}
\providecommand{\lawins}[1]{\textcolor{teal}{\uline{#1}}}
\providecommand{\lawfrom}[1]{\textcolor{blue}{\sout{#1}}}
\providecommand{\lawto}[1]{\textcolor{blue}{\uline{#1}}}
"""


def latex(pieces: Iterable[Piece]) -> str:
    """Paragraphs of LaTeX, one for each line, with the commands they use defined on top."""

    def wrap(piece: Piece, words: str) -> str:
        words = latex_words(words)
        if piece.is_figure:
            words = rf"\textbf{{{words}}}"
        command = _LATEX.get(piece.kind)
        return rf"\{command}{{{words}}}" if command else words

    lines = [line for line in _in_lines(pieces, wrap) if line.strip()]
    text = "\n".join(f"{line}\\par" for line in lines)
    return f"{UNICODE_ENGINE if beyond_latin(text) else ''}{_LATEX_HEAD}{text}\n"


def plain(pieces: Iterable[Piece]) -> str:
    """Signs for those who have no colours: ``[-gone-]`` and ``{+new+}``; ``[<moved<]`` and ``{>moved>}``."""

    def wrap(piece: Piece, words: str) -> str:
        signs = {
            PieceKind.DELETED: ("[-", "-]"),
            PieceKind.INSERTED: ("{+", "+}"),
            PieceKind.MOVED_AWAY: ("[<", "<]"),
            PieceKind.MOVED_HERE: ("{>", ">}"),
        }
        before, after = signs.get(piece.kind, ("", ""))
        return f"{before}{harmless(words)}{after}"

    return "\n".join(_in_lines(_without_figures(pieces), wrap))


def _without_figures(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """The pieces with what only figures keep apart as one."""
    held: Piece | None = None
    for piece in pieces:
        if held and held.kind is piece.kind and piece.kind in _TAGS:
            held = Piece(held.kind, held.text + piece.text)
            continue
        if held:
            yield held
        held = Piece(piece.kind, piece.text)
    if held:
        yield held


def _in_lines(pieces: Iterable[Piece], wrap: Callable[[Piece, str], str]) -> list[str]:
    """The lines of the redline; a piece over several lines is wrapped in each of them, blanks outside."""
    lines = [""]
    for piece in pieces:
        if piece.kind is PieceKind.LEFT_OUT:
            lines[-1] += wrap(piece, _left_out(piece))
            continue
        for at, words in enumerate(harmless(piece.text).split("\n")):
            if at:
                lines.append("")
            if words:
                lines[-1] += wrap(piece, words)
    return lines
