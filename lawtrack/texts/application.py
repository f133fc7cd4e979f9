"""Applying modifications to a text: exactly, and all of them or none."""

from collections.abc import Collection, Iterable, Iterator
from typing import overload

import attrs

from ..arguments import checked
from ..dates import Period
from ..missing import UNKNOWN, Missing
from ..model.expression import Expression
from ..model.modification import Modification
from ..model.unit import Unit
from .faults import Misfit, ModificationError
from .operations import Step, step_of
from .renumbering import renumbered_at_once

__all__ = ["apply", "carried_out", "in_order", "root_of"]


@overload
def apply(
    text: Unit, modifications: Modification | Iterable[Modification], *, in_force: Period | Missing = UNKNOWN
) -> Unit: ...


@overload
def apply(
    text: Expression,
    modifications: Modification | Iterable[Modification],
    *,
    in_force: Period | Missing = UNKNOWN,
) -> Expression: ...


@checked
def apply(
    text: Unit | Expression,
    modifications: Modification | Iterable[Modification],
    *,
    in_force: Period | Missing = UNKNOWN,
) -> Unit | Expression:
    """The text after the modifications, carried out one after the other in the order given.

    Each finds the text as those before it left it; only renumberings that follow one another, such as "(b)
    becomes (c), (c) becomes (d)", happen at once. A text is a whole :class:`Expression` or a tree of units;
    the same sort of thing comes back, and *text* itself never changes. What is the same before and after is
    shared between them.

    Args:
        text: What is changed.
        modifications: One, or several in their order.
        in_force: Period of the new expression; nothing in the modifications says when they become law.

    Raises:
        ModificationError: When one of them does not fit: its target is missing or is several units, words do
            not occur or occur more or less often than it says, a number is taken, and so on. The error
            says which one, and what stands there. Nothing is applied then.
    """
    root = root_of(text)
    for step in carried_out(root, in_order(modifications)):
        root = step.root
    if isinstance(text, Expression):
        return attrs.evolve(text, root=root, in_force=in_force, notes=())
    return root


def root_of(text: Unit | Expression) -> Unit:
    """The tree of a text."""
    return text.root if isinstance(text, Expression) else text


def in_order(modifications: Modification | Iterable[Modification]) -> tuple[Modification, ...]:
    """One modification or several, as a tuple."""
    return (modifications,) if isinstance(modifications, Modification) else tuple(modifications)


def carried_out(
    root: Unit, modifications: tuple[Modification, ...], *, but: Collection[int] = ()
) -> Iterator[Step]:
    """Each modification carried out upon the result of those before it, *but* those at some places.

    Renumberings that follow one another happen at once where one takes a number that another gives up.
    """
    at_once: dict[int, Modification] = {}
    for index, modification in enumerate(modifications):
        if index in but:
            continue
        try:
            step = step_of(root, at_once.get(index, modification))
        except Misfit as fault:
            if fault.code == "LT-TXT-006" and (found := renumbered_at_once(root, modifications, index)):
                at_once.update(found)
                root = (step := step_of(root, at_once[index])).root
                yield step
                continue
            hint = _needs_another(root, modifications, index) or fault.hint
            if callable(hint):
                hint = hint()
            raise ModificationError(
                fault.code, index, modification, fault.found, fault.expected, hint
            ) from None
        yield step
        root = step.root


def _needs_another(root: Unit, modifications: tuple[Modification, ...], index: int) -> str:
    """A hint when the modification would fit after a later one."""
    later = _first_that_helps(root, modifications, index)
    return f"It would fit after modification {later}." if later is not None else ""


_MOST_TRIED = 200


def _first_that_helps(root: Unit, modifications: tuple[Modification, ...], index: int) -> int | None:
    for later in range(index + 1, min(len(modifications), index + _MOST_TRIED)):
        try:
            step_of(step_of(root, modifications[later]).root, modifications[index])
        except Misfit:
            continue
        return later
    return None
