"""Tests that a claim or a recommendation may name, written as calls such as ``simple_shift(+2y)``."""

from typing import Self

from attrs import field, frozen

from ..calls import Call, MalformedCallError, Quoted, Word, parse_call
from ..equality import ByValue
from ..errors import ReadingError, listed, nearest
from .change import Change
from .counting import Reading

__all__ = ["OF_TEXT", "Predicate"]

_DEPTH = 8
_MANY = 64

_ARGUMENTS = {
    "any": (0, 0),
    "simple_shift": (1, 2),
    "kind": (1, _MANY),
    "change": (1, _MANY),
    "role": (1, _MANY),
    "topic": (1, _MANY),
    "rule": (2, 2),
    "universal": (1, 1),
    "new": (0, 0),
    "words_gone": (1, 1),
    "words_in": (1, 1),
    "all_of": (1, _MANY),
    "any_of": (1, _MANY),
    "not": (1, 1),
}
"""Names of tests, each with the least and the greatest number of its arguments."""

_OF_TESTS = ("all_of", "any_of", "not")
OF_TEXT = ("words_gone", "words_in")
"""Tests of two wordings of a provision, an earlier and a later one."""

_EXPECTED = 'a test such as simple_shift(+2y), change(repealed) or rule(after.threshold, "> 10 d")'


@frozen(repr=False, eq=False)
class Predicate(ByValue):
    """A test in the notation of calls.

    ``any()``; ``simple_shift(+2y)``, with ``floor``, ``ceiling``, ``both`` or ``either`` as a second argument
    where the end is known; ``kind(…)``, ``change(…)``, ``role(…)``, ``topic(…)``: one of the words given;
    ``rule(after.threshold, "> 10 d")``: a field of the rule has that value or lists it;
    ``universal(after.subject)``: the rule spares nobody and nothing there; ``new()``: there was no such rule
    before; ``words_gone("…")`` and ``words_in("…")``: a later wording no longer has, or now has, those whole
    words; ``all_of(…)``, ``any_of(…)``, ``not(…)`` join tests.

    Attributes:
        name: Name of the test.
        args: Its arguments: texts, or tests where it joins some.
    """

    name: str
    args: "tuple[str | Predicate, ...]" = field(default=())

    @classmethod
    def read(cls, text: str) -> Self:
        """Read the notation; raises ReadingError with the nearest name."""
        if not isinstance(text, str):
            raise ReadingError(text, _EXPECTED)
        try:
            call = parse_call(text.strip(), max_depth=_DEPTH)
        except MalformedCallError as fault:
            raise ReadingError(text, _EXPECTED, str(fault)) from None
        return cls._of(call, text)

    @classmethod
    def _of(cls, call: Call | Quoted | Word, text: str) -> Self:
        if not isinstance(call, Call):
            raise ReadingError(text, _EXPECTED, "A test is a name with brackets.")
        _check_name(call.name)
        if call.name in _OF_TESTS:
            return cls(call.name, tuple(cls._of(arg, text) for arg in call.args))
        if any(isinstance(arg, Call) for arg in call.args):
            raise ReadingError(text, _EXPECTED, f"{call.name} takes words, not tests.")
        return cls(call.name, tuple(arg.text for arg in call.args if not isinstance(arg, Call)))

    def __attrs_post_init__(self) -> None:
        _check_name(self.name)
        least, most = _ARGUMENTS[self.name]
        if not least <= len(self.args) <= most:
            wanted = (
                f"{least}"
                if least == most
                else f"at least {least}"
                if most == _MANY
                else f"{least} or {most}"
            )
            raise ReadingError(str(self), _EXPECTED, f"{self.name} takes {wanted} of them in its brackets.")
        if any(isinstance(arg, Predicate) != (self.name in _OF_TESTS) for arg in self.args):
            raise ReadingError(
                str(self), _EXPECTED, f"{self.name} takes {'tests' if self.name in _OF_TESTS else 'words'}."
            )
        words = {"change": [c.value for c in Change], "simple_shift": [r.value for r in Reading]}
        for word in self.args[1:] if self.name == "simple_shift" else self.args:
            if self.name in words and word not in words[self.name]:
                raise ReadingError(word, f"one of {listed(words[self.name])}")

    def __str__(self) -> str:
        return f"{self.name}({', '.join(map(_written, self.args))})"

    def parts(self) -> "tuple[Predicate, ...]":
        """This test and all that it joins."""
        inner = [part for arg in self.args if isinstance(arg, Predicate) for part in arg.parts()]
        return (self, *inner)

    @property
    def needs_reading(self) -> bool:
        """Whether it depends on which end of a sentence is meant and does not say."""
        return any(part.name == "simple_shift" and len(part.args) == 1 for part in self.parts())

    @property
    def of_text(self) -> bool:
        """Whether any part of it compares wordings rather than rules."""
        return any(part.name in OF_TEXT for part in self.parts())


def _check_name(name: str) -> None:
    if name not in _ARGUMENTS:
        near = nearest(name, _ARGUMENTS)
        hint = f"Did you mean {near!r}?" if near else f"Tests are {listed(_ARGUMENTS)}."
        raise ReadingError(name, _EXPECTED, hint)


def _written(arg: "str | Predicate") -> str:
    if isinstance(arg, Predicate):
        return str(arg)
    if arg and arg == arg.strip() and not any(mark in arg for mark in ',()"'):
        return arg
    import json  # late: few tests quote

    return json.dumps(arg, ensure_ascii=False)
