"""Two versions of a text, words or trees: their difference and their redline."""

from typing import TYPE_CHECKING, overload

from ..model.expression import Expression
from ..model.unit import Unit

if TYPE_CHECKING:
    from .differences import TextDiff
    from .redlines import Redline
    from .tree_differences import TreeDiff

__all__ = ["diff", "redline"]


@overload
def diff(old: str, new: str, *, ignore_layout: bool = False) -> "TextDiff": ...


@overload
def diff(old: Unit | Expression, new: Unit | Expression, *, ignore_layout: bool = False) -> "TreeDiff": ...


def diff(
    old: str | Unit | Expression, new: str | Unit | Expression, *, ignore_layout: bool = False
) -> "TextDiff | TreeDiff":
    """Compare two versions of a text: by words if they are strings, by units and words if they are trees.

    Of two strings the answer is a :class:`lawtrack.texts.differences.TextDiff`: hunks with offsets in both,
    paragraphs that moved, layout told apart from wording. Of two expressions or trees of units it is a
    :class:`lawtrack.texts.tree_differences.TreeDiff`: what was inserted, repealed, moved, renumbered,
    reworded; as modifications it makes the new tree of the old one, ``lt.apply(old, diff)``, and
    ``lt.invert(old, diff)`` leads back. The work, language and period of an expression are not compared.

    Args:
        old: The version before.
        new: The version after, a string or a tree as the other is.
        ignore_layout: Leave out what differs only in blanks, quote marks, dashes and the like; strings only,
            since the difference of two trees has to be complete.
    """
    if isinstance(old, str) and isinstance(new, str):
        from .differences import text_diff

        return text_diff(old, new, ignore_layout=ignore_layout)
    one, other = _trees(old, new)
    if ignore_layout:
        raise TypeError(
            "the difference of two trees holds all that differs; its changes of layout are 'layout only'"
        )
    from .tree_differences import tree_diff

    return tree_diff(one, other)


def redline(
    old: str | Unit | Expression,
    new: str | Unit | Expression,
    *,
    ignore_layout: bool = False,
    context: int | None = None,
) -> "Redline":
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
    from .differences import text_diff
    from .redlines import Redline

    if context is not None and context < 0:
        raise ValueError(f"context must not be negative, got {context}")
    if not isinstance(old, str) or not isinstance(new, str):
        old, new = (tree.plain_text() for tree in _trees(old, new))
    return Redline(text_diff(old, new, ignore_layout=ignore_layout), context)


def _trees(old: object, new: object) -> tuple[Unit, Unit]:
    roots = [version.root if isinstance(version, Expression) else version for version in (old, new)]
    one, other = roots
    if not isinstance(one, Unit) or not isinstance(other, Unit):
        sorts = " and ".join(type(version).__name__ for version in (old, new))
        raise TypeError(f"two strings, or two expressions or units, are compared; got {sorts}")
    return one, other
