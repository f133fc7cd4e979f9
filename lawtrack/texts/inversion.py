"""The modifications that undo others."""

from collections.abc import Iterable

from ..arguments import checked
from ..model.expression import Expression
from ..model.modification import Modification
from ..model.unit import Unit
from .application import carried_out, in_order, root_of

__all__ = ["invert"]


@checked
def invert(
    text: Expression | Unit, modifications: Modification | Iterable[Modification]
) -> tuple[Modification, ...]:
    """The modifications that lead back from ``apply(text, modifications)`` to *text*, in their order.

    They hold what the originals took away, so they need the text to which those are applied; targets are
    paths of places. An act that lapses is undone with them.

    Raises:
        ModificationError: When the modifications do not fit the text, as :func:`lawtrack.apply` does.
    """
    root = root_of(text)
    back = [step.undo() for step in carried_out(root, in_order(modifications))]
    return tuple(change for undo in reversed(back) for change in undo)
