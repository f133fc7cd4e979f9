"""What went wrong while a record was read, as problems with a place."""

from typing import Any

from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationError,
    IterableValidationNote,
)

from ..errors import Problem, ReadingError, UnknownKindError, listed, shown
from ..patterns import pattern

__all__ = ["problems_of"]

_BARE = pattern(r"[\w.\[\]-]{1,80}")


def problems_of(fault: BaseException, where: str, *, record: str = "", file: str = "") -> list[Problem]:
    """Every problem inside an error raised by :meth:`Codec.structure`, each with its place.

    *where* is the place of the record in its file, such as ``effect[2]``.
    """
    found: list[Problem] = []

    def add(code: str, place: str, **said: Any) -> None:
        found.append(Problem(code=code, where=place, record=record, file=file, **said))

    def walk(fault: BaseException, place: str, owner: str) -> None:
        for note in reversed(getattr(fault, "__notes__", ())):  # the outermost place was noted last
            if isinstance(note, AttributeValidationNote):
                name = note.name if _BARE.fullmatch(note.name) else shown(note.name)
                place = f"{place}.{name}"
            elif isinstance(note, IterableValidationNote):
                place = f"{place}[{note.index}]"
        if isinstance(fault, ClassValidationError | IterableValidationError):
            within = fault.cl.__name__ if isinstance(fault, ClassValidationError) else owner
            for inner in fault.exceptions:
                walk(inner, place, within)
        elif isinstance(fault, UnknownKindError):
            hint = f"Did you mean {fault.near!r}? " if fault.near else ""
            expected = f"one of {listed(fault.known, fault.near)}"
            hint += "A kind of your own is registered as x:yourname/kind."
            add("LT-KND-001", place, read=shown(fault.kind), expected=expected, hint=hint)
        elif isinstance(fault, ReadingError):
            add(fault.code, place, read=shown(fault.read), expected=fault.expected, hint=fault.hint)
        elif isinstance(fault, KeyError) and fault.args:
            key = str(fault.args[0])
            code = "LT-SRC-002" if key == "source" else "LT-KEY-004"
            expected = f"a value; {key} is required" + (f" in every {owner}" if owner else "")
            add(code, place, read="nothing", expected=expected)
        elif isinstance(fault, ValueError | TypeError):
            add("LT-KEY-003", place, read=str(fault))
        elif isinstance(fault, Exception):  # a study's own class may raise anything
            add("LT-KEY-003", place, read=f"{type(fault).__name__}: {fault}")
        else:
            raise fault

    walk(fault, where, "")
    return found
