"""What lawtrack raises on purpose, and the problems a file or corpus can have.

Every :class:`Problem` carries a stable code such as ``LT-REF-002``; :data:`CODES` says in one
sentence what each code means and what to do, and the command line prints it with ``--explain``.
"""

import datetime
import json
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import lru_cache
from os import PathLike
from typing import Any

from attrs import field, frozen

from .codes import CODES

__all__ = [
    "CodingError",
    "Conflict",
    "ConsolidationError",
    "CorpusError",
    "DuplicateKindError",
    "LawtrackError",
    "MissingExtraError",
    "Problem",
    "ReadingError",
    "Said",
    "Severity",
    "UnknownKindError",
    "UnknownNameError",
    "WrongTypeError",
    "listed",
    "nearest",
    "shown",
]

_LONGEST_NAME = 300
_LONGEST_SHOWN = 80
_FEW, _MANY = 8, 24


class LawtrackError(Exception):
    """Base of everything lawtrack raises on purpose."""


class Severity(Enum):
    """How much a problem matters: an error keeps a corpus from loading, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Said(str):
    """Words about what was read, in a place where otherwise the thing itself stands in quotation marks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def shown(value: object) -> str:
    """The value as a message shows it: never more than a line."""
    if isinstance(value, int) and value.bit_length() > 200:
        return "a number of more than 60 figures"
    if isinstance(value, str) and len(value) > _LONGEST_SHOWN:
        value = type(value)(f"{value[: _LONGEST_SHOWN - 3]}…")
    elif isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    elif isinstance(value, bool):
        return str(value).lower()
    elif isinstance(value, dict | list | tuple):
        return _container(value)
    return repr(value)


def _container(value: "dict[str, Any] | list[Any] | tuple[Any, ...]") -> str:
    try:
        told = json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):
        told = f"a {'table' if isinstance(value, dict) else 'list'} of {len(value)}"
    return told if len(told) <= _LONGEST_SHOWN else f"{told[: _LONGEST_SHOWN - 1]}…"


_STEM = 5


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the entry of *known* closest to *name*, or None when nothing is close.

    Upper and lower case count as the same here, since a slip in case is the likeliest one.
    """
    return _nearest(name[:_LONGEST_NAME], tuple(known))


# A slip repeated in ten thousand records is looked up once.
@lru_cache(maxsize=2048)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    by_fold: dict[str, str] = {}
    for entry in known:
        by_fold.setdefault(entry.casefold(), entry)
    # A cheap first letter or length filter would miss transpositions; difflib's own quick ratios prune.
    from difflib import get_close_matches  # late: only slips need it

    near = get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.6)
    if near:
        return by_fold[near[0]]
    # Another form of one word (publication, published) differs too much for that, but begins alike.
    stem = name.casefold()[:_STEM]
    return next(
        (entry for fold, entry in by_fold.items() if len(stem) == _STEM and fold.startswith(stem)), None
    )


def listed(names: Iterable[str], near: object = None) -> str:
    """The names in one line; of many only the first few and their number, of fewer when one is *near*."""
    every = tuple(names)
    most = _FEW if near else _MANY
    if len(every) <= most:
        return ", ".join(every)
    return f"{', '.join(every[:_FEW])}, … ({len(every)} in all)"


def _visible(text: str) -> str:
    """The text on one line, with what a terminal would act upon written as an escape."""
    return text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


@frozen(kw_only=True)
class Problem:
    """One fault of a file or a corpus, with everything needed to mend it.

    Attributes:
        code: Stable code, a key of :data:`lawtrack.errors.CODES`.
        severity: Error, warning or note.
        where: Place inside the file or corpus, such as ``effect[2].after.threshold``.
        read: What stood there, as text; empty when something is lacking.
        expected: What should stand there.
        hint: One way to mend it, as a sentence; may be empty.
        file: File the record came from; empty for a corpus built in memory.
        record: Id of the record concerned; empty when the fault has none.
    """

    code: str = field()
    severity: Severity = Severity.ERROR
    where: str = ""
    read: str = ""
    expected: str = ""
    hint: str = ""
    file: str = ""
    record: str = ""

    @code.validator
    def _is_documented(self, attribute: object, value: str) -> None:
        if value not in CODES:
            raise ValueError(f"no problem code {value!r}; add it to lawtrack.codes")

    def __str__(self) -> str:
        place = self.where
        if self.record and self.record != place:
            place = f"{place} ({self.record})" if place else self.record
        said = (
            f"{self.code} {self.severity.value}  {place}: "
            if place
            else f"{self.code} {self.severity.value}: "
        )
        parts = []
        if self.read:
            parts.append(f"read {self.read}")
        if self.expected:
            parts.append(f"expected {self.expected}")
        said += ", ".join(parts) if parts else CODES[self.code]
        if not said.endswith((".", "?", "!")):
            said += "."
        return _visible(f"{said} {self.hint}" if self.hint else said)


class CorpusError(LawtrackError, ValueError):
    """A corpus could not be loaded or built; holds every problem found, not just the first.

    Attributes:
        problems: All problems in order of file and place, warnings and notes included.
    """

    shown = 100

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self._told())

    def _told(self) -> str:
        by_file: dict[str, list[Problem]] = {}
        for problem in self.problems:
            by_file.setdefault(problem.file or "corpus", []).append(problem)
        lines: list[str] = []
        left = self.shown
        for file, problems in by_file.items():
            if left <= 0:
                break
            count = f"{len(problems)} problem" + ("s" if len(problems) != 1 else "")
            lines.append(f"{_visible(file)}: {count}")
            lines.extend(f"  {problem}" for problem in problems[:left])
            left -= len(problems)
        more = len(self.problems) - self.shown
        if more > 0:
            lines.append(f"… {more} more; all of them are in .problems")
        return "\n".join(lines)

    def __reduce__(self) -> tuple[type["CorpusError"], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class CodingError(CorpusError):
    """A codebook or a sheet of codings could not be read; holds every problem found, not just the first."""


class ReadingError(LawtrackError, ValueError):
    """A short text (date, duration, sanction, identifier …) does not follow its notation.

    Attributes:
        code: Problem code.
        read: The text as given.
        expected: What the notation wants.
        hint: One way to mend it; may be empty.
    """

    def __init__(self, read: object, expected: str, hint: str = "", *, code: str = "LT-KEY-003") -> None:
        self.read, self.expected, self.hint, self.code = read, expected, hint, code
        told = f"{shown(read)} was read, expected {expected}"
        super().__init__(f"{told}. {hint}" if hint else told)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_reading_error, (type(self), self.read, self.expected, self.hint, self.code)


def _rebuild_reading_error(
    cls: type[ReadingError], read: object, expected: str, hint: str, code: str
) -> ReadingError:
    return cls(read, expected, hint, code=code)


class WrongTypeError(LawtrackError, TypeError):
    """A function was given something of another type than it takes.

    Attributes:
        function: Name of the function.
        parameter: Name of the parameter.
        given: What was given for it.
        expected: What it takes, in words.
        hint: How to come by that, as a sentence; may be empty.
    """

    def __init__(self, function: str, parameter: str, given: object, expected: str, hint: str = "") -> None:
        self.function, self.parameter, self.given = function, parameter, given
        self.expected, self.hint = expected, hint
        told = f"{function}() takes {expected} as {parameter}, not {_described(given)}."
        super().__init__(f"{told} {hint}" if hint else told)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.function, self.parameter, self.given, self.expected, self.hint)


def _described(given: object) -> str:
    """The type of a thing, with the thing itself where that prints as a few words."""
    name = type(given).__name__
    if given is None or isinstance(given, str | int | float | datetime.date | PathLike):
        return f"{shown(given)} ({name})"
    return f"{'an' if name[0] in 'AEIOaeio' else 'a'} {name}"


class UnknownNameError(LawtrackError, LookupError):
    """A name (id, role, column, example, style …) is not among the known ones.

    Attributes:
        what: Kind of name, such as ``"party role"``.
        name: The name as given.
        known: The names that exist.
        near: The closest of them, or None.
    """

    def __init__(self, what: str, name: str, known: Iterable[str], *, hint: str = "") -> None:
        self.what, self.name, self.known, self.hint = what, name, tuple(known), hint
        self.near = None if hint else nearest(name, self.known)
        told = f" {hint}" if hint else f" Did you mean {self.near!r}?" if self.near else ""
        super().__init__(f"no {what} {shown(name)}.{told} Known: {listed(self.known, self.near) or 'none'}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_name_error, (type(self), self.what, self.name, self.known, self.hint)


def _rebuild_name_error(
    cls: type[UnknownNameError], what: str, name: str, known: tuple[str, ...], hint: str
) -> UnknownNameError:
    return cls(what, name, known, hint=hint)


class UnknownKindError(UnknownNameError):
    """A record names a kind of rule that is not registered."""

    def __init__(self, kind: str, known: Iterable[str]) -> None:
        super().__init__("kind", kind, known)
        self.kind = kind

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.kind, self.known)


class DuplicateKindError(LawtrackError, ValueError):
    """Two different classes claim one kind tag."""


class Conflict(LawtrackError, ValueError):
    """Sources give different values for one field and no policy says which to take.

    Attributes:
        about: Id of the thing the values are about.
        field: Name of the field.
        values: Pairs of source id and value, one for each statement.
        policies: Names of the policies that would decide.
    """

    def __init__(
        self, about: str, field: str, values: Sequence[tuple[str, object]], policies: Sequence[str]
    ) -> None:
        self.about, self.field = about, field
        self.values, self.policies = tuple(values), tuple(policies)
        told = "; ".join(f"{source} says {value}" for source, value in self.values)
        super().__init__(
            f"sources differ on {field!r} of {about}: {told}. "
            f"Choose with policy=, one of {', '.join(self.policies)}"
        )

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.about, self.field, self.values, self.policies)


class ConsolidationError(LawtrackError, ValueError):
    """What is recorded of one day contradicts itself, and nothing says which of the two is the text.

    Attributes:
        on: The day, or the day from which both apply.
        first: Id of one amendment or wording.
        second: Id of the other.
        reason: What is between them.
    """

    def __init__(self, on: str, first: str, second: str, reason: str) -> None:
        self.on, self.first, self.second, self.reason = on, first, second, reason
        super().__init__(f"LT-TXT-008 {first} and {second} contradict each other on {on}: {reason}")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.on, self.first, self.second, self.reason)


class MissingExtraError(LawtrackError, ImportError):
    """An optional package is needed for this call and is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        self.package, self.extra = package, extra
        super().__init__(f"this needs {package}; install it with: pip install 'lawtrack[{extra}]'")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.package, self.extra)
