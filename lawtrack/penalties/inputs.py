"""What callers may hand to the functions of this folder, and the one error for anything else."""

from collections.abc import Iterable

from ..errors import ReadingError, Said, UnknownNameError, shown
from ..missing import Missing

__all__ = ["one_of", "refused"]


def refused(given: object, expected: str, hint: str) -> ReadingError:
    """The error (LT-PEN-006) for a thing that is not what was *expected*, *hint* being the way out."""
    plain = isinstance(given, Missing | str | int | float | None)
    return ReadingError(
        given if plain else Said(f"a {type(given).__name__}"), expected, hint, code="LT-PEN-006"
    )


def one_of(what: str, given: object, known: Iterable[str]) -> None:
    """Raise UnknownNameError, with the nearest of *known*, unless *given* is one of them."""
    held = tuple(known)
    if not isinstance(given, str):
        raise UnknownNameError(what, Said(shown(given)), held, hint="Name one in a text.")
    if given not in held:
        raise UnknownNameError(what, given, held)
