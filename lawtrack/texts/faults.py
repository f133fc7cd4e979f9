"""What goes wrong when a modification does not fit its text."""

from collections.abc import Callable

from ..errors import LawtrackError, shown
from ..model.addresses import Address
from ..model.modification import Modification

__all__ = ["Misfit", "ModificationError", "told_address"]


class Misfit(Exception):
    """Why one modification does not fit; becomes a :class:`ModificationError` that says which it is.

    The hint may be a function, since looking for what is near takes time that most callers do not need.
    """

    def __init__(self, code: str, found: str, expected: str, hint: str | Callable[[], str] = "") -> None:
        self.code, self.found, self.expected, self.hint = code, found, expected, hint
        super().__init__(found)


class ModificationError(LawtrackError, ValueError):
    """A modification does not fit the text to which it is applied; nothing was changed.

    Attributes:
        code: Problem code.
        index: Place of the modification among those applied, from 0.
        modification: The modification.
        found: What stands there.
        expected: What the modification wants to find.
        hint: A way out; may be empty.
    """

    def __init__(
        self, code: str, index: int, modification: Modification, found: str, expected: str, hint: str = ""
    ) -> None:
        self.code, self.index, self.modification = code, index, modification
        self.found, self.expected, self.hint = found, expected, hint
        by = f", {modification.by}" if modification.by else ""
        said = f"{code} modification {index} ({modification.op}{by}) of {told_address(modification.target)}: "
        said += f"{found}, expected {expected}."
        super().__init__(f"{said} {hint}" if hint else said)

    def __reduce__(self) -> tuple[object, ...]:
        parts = (self.code, self.index, self.modification, self.found, self.expected, self.hint)
        return type(self), parts


def told_address(address: Address) -> str:
    """An address as a message shows it."""
    if not address:
        return "the whole text"
    return shown(address) if isinstance(address, str) else " > ".join(map(str, address))
