"""What a caller hands to a public function, compared with the function's own annotations."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import wraps
from inspect import CO_VARARGS
from os import PathLike
from types import NoneType, UnionType
from typing import Any, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from .errors import WrongTypeError

__all__ = ["checked", "wrong_type"]

P = ParamSpec("P")
R = TypeVar("R")

_Classes = tuple[type, ...]


def checked(function: Callable[P, R]) -> Callable[P, R]:
    """A decorator: *function* refuses an argument of another type than it is annotated with.

    Raises WrongTypeError before anything runs, naming the parameter, what was given, what is expected and,
    for a class with a ``read`` or a ``way_out``, how to get one. Looks at classes, never into containers;
    what has no annotation, or one that says nothing about classes, takes anything.
    """
    # Worked out at the first call, when everything that annotations name is there.
    told: list[tuple[list[tuple[str, _Classes]], dict[str, _Classes]]] = []

    @wraps(function)
    def call(*args: P.args, **named: P.kwargs) -> R:
        if not told:
            told.append(_accepted(function))
        by_place, by_name = told[0]
        for value, (name, classes) in zip(args, by_place, strict=False):
            if classes and not isinstance(value, classes):
                raise wrong_type(function.__name__, name, value, classes)
        for value in args[len(by_place) :]:
            name, classes = "further arguments", by_name.get("*", ())
            if classes and not isinstance(value, classes):
                raise wrong_type(function.__name__, name, value, classes)
        for name, value in named.items():
            classes = by_name.get(name, ())
            if classes and not isinstance(value, classes):
                raise wrong_type(function.__name__, name, value, classes)
        return function(*args, **named)

    return call


def _accepted(function: Callable[..., object]) -> tuple[list[tuple[str, _Classes]], dict[str, _Classes]]:
    """Classes of the parameters by place and by name, of further ones by ``*``; none for anything."""
    hints = get_type_hints(function)
    code = function.__code__
    placed, every = code.co_argcount, code.co_argcount + code.co_kwonlyargcount
    by_name = {name: _classes(hints.get(name, Any)) or () for name in code.co_varnames[:every]}
    by_place = list(by_name.items())[:placed]
    if code.co_flags & CO_VARARGS:
        by_name["*"] = _classes(hints.get(code.co_varnames[every], Any)) or ()
    return by_place, by_name


def _classes(hint: Any) -> _Classes | None:
    """The classes an annotation stands for; None when it stands for anything."""
    if hint is Any or hint is object or isinstance(hint, TypeVar):
        return None
    if get_origin(hint) in (Union, UnionType):
        parts = [_classes(part) for part in get_args(hint)]
        return None if None in parts else tuple(cls for part in parts for cls in part or ())
    cls = get_origin(hint) or hint
    return (cls,) if isinstance(cls, type) else None


def wrong_type(function: str, parameter: str, given: object, classes: _Classes) -> WrongTypeError:
    """The error for *given* where *function* takes one of *classes* as *parameter*."""
    names = list(dict.fromkeys(_name(cls) for cls in classes if cls is not NoneType))
    names += ["None"] if NoneType in classes else []
    expected = " or ".join([", ".join(names[:-1]), names[-1]] if names[:-1] else names)
    return WrongTypeError(function, parameter, given, expected, _way_out(given, classes))


_NAMES: Mapping[type, str] = {
    str: "a text",
    int: "a number",
    date: "a date",
    PathLike: "a path",
    bool: "a flag",
}


def _name(cls: type) -> str:
    if cls in _NAMES:
        return _NAMES[cls]
    return f"{'an' if cls.__name__[0] in 'AEIO' else 'a'} {cls.__name__}"


def _way_out(given: object, classes: _Classes) -> str:
    """How to come by what is expected, in a sentence; empty where nothing can be said."""
    for cls in classes:
        if way := getattr(cls, "way_out", ""):
            return str(way)
        if isinstance(given, str) and callable(getattr(cls, "read", None)):
            return f"{cls.__name__}.read(…) makes one of a text."
        if issubclass(cls, Enum):
            return f"Its members are {', '.join(cls.__members__)}."
    return ""
