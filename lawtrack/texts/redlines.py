"""A redline: the new text with what went and what came marked in it, and the comparative table."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from . import printing
from .differences import Hunk, HunkKind, TextDiff
from .pieces import beside_figures, changed_figures, pieces

if TYPE_CHECKING:
    from ..tables import Table

__all__ = ["Redline"]

_LONGEST_SAID = 60
_BESIDE = 300
_CHANGED = ("old", "new", "what changed")


@frozen(repr=False)
class Redline:
    """Two texts in one: deletions struck, insertions underlined, moved paragraphs in a colour of their own.

    Numbers, durations, amounts and dates that changed stand out. ``str`` gives plain text with
    ``[-gone-]`` and ``{+new+}``. Every form is made anew when asked for.

    Attributes:
        diff: The difference that is shown.
        context: Characters kept on either side of each change; None shows all.
    """

    diff: TextDiff
    context: int | None = None

    @property
    def html(self) -> str:
        """An HTML fragment with ``<del>`` and ``<ins>``; needs no style sheet and runs no script."""
        return printing.html(pieces(self.diff, self.context))

    @property
    def markdown(self) -> str:
        """GitHub-flavoured Markdown with ``<del>`` and ``<ins>``; ends with a newline."""
        return printing.markdown(pieces(self.diff, self.context))

    @property
    def ansi(self) -> str:
        """Coloured text for a terminal."""
        return printing.ansi(pieces(self.diff, self.context))

    @property
    def latex(self) -> str:
        """LaTeX paragraphs; the packages they need are named on top."""
        return printing.latex(pieces(self.diff, self.context))

    @property
    def text(self) -> str:
        """Plain text with ``[-gone-]`` and ``{+new+}``."""
        return printing.plain(pieces(self.diff, self.context))

    def table(self, *, full: bool = False) -> "Table":
        """The comparative table: columns old, new, what changed; one row for each paragraph that differs.

        With *full*, a row for each paragraph. What changed names figures first: ``5 years → 7 years``.
        """
        from ..tables import Table

        rows = [
            (old.strip("\n"), new.strip("\n"), said)
            for old, new, hunks in self._rows()
            if (said := self._said(hunks)) or (full and (old.strip() or new.strip()))
        ]
        return Table(_CHANGED, rows)

    def _rows(self) -> Iterator[tuple[str, str, list[Hunk]]]:
        """Stretches of both texts between line ends that both have, with the changes in each."""
        old_at = new_at = 0
        held: list[Hunk] = []
        for hunk in self.diff.hunks:
            if hunk.kind is not HunkKind.EQUAL:
                text = hunk.old if hunk.kind is HunkKind.DELETED else hunk.new
                is_apart = hunk.kind in (HunkKind.DELETED, HunkKind.INSERTED) and "\n" in (text[0], text[-1])
                if is_apart and text[0] == "\n" and self._ends_line(hunk):
                    yield self.diff.old[old_at : hunk.old_start], self.diff.new[new_at : hunk.new_start], held
                elif not is_apart or held or (old_at, new_at) != (hunk.old_start, hunk.new_start):
                    held.append(hunk)
                    continue
                # Whole lines that came or went have a row of their own.
                yield hunk.old, hunk.new, [hunk]
                old_at, new_at, held = hunk.old_end, hunk.new_end, []
                continue
            if "\n" not in hunk.old or "\n" not in hunk.new:
                continue
            ends = [at for at, sign in enumerate(hunk.old) if sign == "\n"] if hunk.old == hunk.new else []
            # Where layout is ignored the two may have other line ends: only the first and last are common.
            cuts = [(at + 1, at + 1) for at in ends] or [(hunk.old.index("\n") + 1, hunk.new.index("\n") + 1)]
            for old_cut, new_cut in cuts:
                old_end, new_end = hunk.old_start + old_cut, hunk.new_start + new_cut
                yield self.diff.old[old_at:old_end], self.diff.new[new_at:new_end], held
                old_at, new_at, held = old_end, new_end, []
        if old_at < len(self.diff.old) or new_at < len(self.diff.new) or held:
            yield self.diff.old[old_at:], self.diff.new[new_at:], held

    def _ends_line(self, hunk: Hunk) -> bool:
        """Whether the line ends behind the hunk, so that lines which begin with it are whole."""
        return self.diff.old[hunk.old_end : hunk.old_end + 1] in ("", "\n")

    def _said(self, hunks: list[Hunk]) -> str:
        told = dict.fromkeys(said for hunk in hunks for said in self._told(hunk))
        if set(told) == {_LAYOUT}:
            return _LAYOUT
        return "; ".join(said for said in told if said != _LAYOUT)

    def _told(self, hunk: Hunk) -> Iterator[str]:
        if hunk.kind is HunkKind.LAYOUT:
            yield _LAYOUT
            return
        if pairs := changed_figures(self.diff, hunk):
            yield from (f"{before.text} → {after.text}" for before, after in pairs)
            yield from _words_changed(*beside_figures(hunk, pairs))
            return
        if any(m.old_start < hunk.old_end and m.old_end > hunk.old_start for m in self.diff.moves):
            yield "moved from here"
        elif any(m.new_start < hunk.new_end and m.new_end > hunk.new_start for m in self.diff.moves):
            yield "moved to here"
        else:
            yield from _words_changed(hunk.old, hunk.new)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        changes = len(self.diff.spans)
        return f"<Redline: {changes} change{'' if changes == 1 else 's'}>"

    def _repr_html_(self) -> str:
        # A notebook shows a whole code in vain: what is far from any change is left out.
        return printing.html(pieces(self.diff, _BESIDE if self.context is None else self.context))


_LAYOUT = "layout only"


def _words_changed(old: str, new: str) -> Iterator[str]:
    """What happened to words: nothing when both sides are alike."""
    if old == new:
        return
    if old and new:
        yield f"“{_short(old)}” → “{_short(new)}”"
    else:
        yield f"inserted “{_short(new)}”" if new else f"deleted “{_short(old)}”"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SAID else f"{line[: _LONGEST_SAID - 1]}…"
