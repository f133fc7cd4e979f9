"""Two versions of a text, words or trees: their difference and their redline."""

from typing import overload

from ..arguments import checked, wrong_type
from ..model.expression import Expression
from ..model.unit import Unit
from .differences import TextDiff, text_diff
from .redlines import Redline
from .tree_differences import TreeDiff, tree_diff

__all__ = ["diff", "redline"]


@overload
def diff(old: str, new: str, *, ignore_layout: bool = False) -> TextDiff: ...


@overload
def diff(old: Unit | Expression, new: Unit | Expression, *, ignore_layout: bool = False) -> TreeDiff: ...


@checked
def diff(
    old: str | Unit | Expression, new: str | Unit | Expression, *, ignore_layout: bool = False
) -> TextDiff | TreeDiff:
    """Compare two versions of a text: by words if they are strings, by units and words if they are trees.

    Of two strings the answer is a :class:`lawtrack.texts.differences.TextDiff`: hunks with offsets in both,
    paragraphs that moved, layout told apart from wording. Of two expressions or trees of units it is a
    :class:`lawtrack.texts.tree_differences.TreeDiff`: what was inserted, repealed, moved, renumbered,
    reworded; as modifications it makes the new tree of the old one, ``lt.apply(old, diff)``, and
    ``lt.invert(old, diff)`` leads back. The work, language and period of an expression are not compared.

    Args:
        old: The version before.
        new: The version after, a string or a tree as the other is.
        ignore_layout: Leave out what differs only in blanks, quote marks, dashes and the like. Of trees it is
            left out of what the difference tells; its modifications are complete all the same.
    """
    if isinstance(old, str) and isinstance(new, str):
        return text_diff(old, new, ignore_layout=ignore_layout)
    one, other = _trees("diff", old, new)
    return tree_diff(one, other, ignore_layout=ignore_layout)


@checked
def redline(
    old: str | Unit | Expression,
    new: str | Unit | Expression,
    *,
    ignore_layout: bool = False,
    context: int | None = None,
) -> Redline:
    """Show what changed between two versions of a text, in it, as lawyers mark it.

    The answer has the forms ``.html``, ``.markdown``, ``.ansi``, ``.latex`` and ``.text``, and ``.table()``
    gives three columns: old, new, what changed. It displays itself in notebooks. Numbers, durations, amounts
    and dates that changed stand out; paragraphs that only moved have a colour of their own.

    Args:
        old: The version before.
        new: The version after. Of trees and expressions the printed words are compared, a line for each unit.
        ignore_layout: Do not mark what differs only in blanks, quote marks, dashes and the like.
        context: Characters to keep on either side of each change; None shows everything.
    """
    if context is not None and context < 0:
        raise ValueError(f"context must not be negative, got {context}")
    if not isinstance(old, str) or not isinstance(new, str):
        old, new = (tree.plain_text() for tree in _trees("redline", old, new))
    return Redline(text_diff(old, new, ignore_layout=ignore_layout), context)


def _trees(function: str, old: str | Unit | Expression, new: str | Unit | Expression) -> tuple[Unit, Unit]:
    """The roots of two trees; an error when one version is a string and the other is not."""
    if isinstance(old, str):
        raise wrong_type(function, "new", new, (str,))
    if isinstance(new, str):
        raise wrong_type(function, "new", new, (Unit, Expression))
    one, other = (version.root if isinstance(version, Expression) else version for version in (old, new))
    return one, other
