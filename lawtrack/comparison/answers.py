"""Questions with yes, no or unknown put to one rule: does it have a safeguard, is a list of it closed."""

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from ..errors import LawtrackError, ReadingError, UnknownNameError
from ..missing import NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing, is_open
from ..model.reaches import checks_elsewhere
from ..model.rule import Rule
from ..model.scope import Openness, SafeguardKind, Trigger, is_stated
from ..vocabulary import Vocabulary
from .conditions import Condition

__all__ = ["Test", "as_tests", "safeguard_of"]

Test = Callable[[Any], object]


def safeguard_of(rule: Any, kind: SafeguardKind) -> object:
    """True or False as the rule states it; NOT_STATED where the text is silent, UNKNOWN where nobody looked.

    The authoriser, the limit in time, the review and the remedy of a power count as the safeguards they are.
    A safeguard that no list names is not stated where a list was coded. Not applicable for kinds of rule that
    have none.
    """
    if not isinstance(rule, Rule):
        return UNKNOWN
    held = getattr(rule, "safeguards", NOT_APPLICABLE)
    listed = {each.kind: each.present for each in held} if isinstance(held, tuple) else {}
    if kind in listed:
        return listed[kind]
    if kind in checks_elsewhere(rule):
        return True
    return NOT_STATED if isinstance(held, tuple) else held


def as_tests(given: object, kind: type[Rule] | None, vocabulary: Vocabulary) -> dict[str, Test]:
    """Tests by heading of their column: of ``"safeguards"``, one test, or a mapping of headings to tests.

    A test is a function of a rule, or ``field.field = word`` in a text. As soon as either looks at a field
    that is not known or not stated, that token is the answer: ``rule.authoriser == "court"`` is no "no" while
    nobody knows who authorises. *kind* is the class of the rules, None where it is not installed. Raises
    ReadingError for anything else, UnknownNameError for a field, role or concept that does not exist.
    """
    if given == "safeguards":
        return {kind.value.replace("_", " "): _has(kind) for kind in SafeguardKind}
    if isinstance(given, Mapping):
        if not given:
            raise ReadingError(given, "at least one test", 'Write {"closed": "trigger.openness = closed"}.')
        return {str(name): _test(each, kind, vocabulary) for name, each in given.items()}
    name = given if isinstance(given, str) else getattr(given, "__name__", "test")
    return {"test" if name == "<lambda>" else str(name): _test(given, kind, vocabulary)}


def _has(kind: SafeguardKind) -> Test:
    return lambda rule: safeguard_of(rule, kind)


def _test(given: object, kind: type[Rule] | None, vocabulary: Vocabulary) -> Test:
    if isinstance(given, str):
        return Condition.read(given, kind, vocabulary)
    if callable(given):
        return lambda rule: _asked(given, rule)
    raise ReadingError(
        given, 'a function of a rule, a text such as "trigger.openness = closed", or a mapping'
    )


def _asked(test: Test, rule: Any) -> object:
    if not isinstance(rule, Rule):
        return UNKNOWN
    try:
        answer = test(_Guarded(rule))
    except _Open as met:
        return met.token
    except Exception as fault:
        cls: Any = type(getattr(fault, "obj", None))
        if isinstance(fault, AttributeError) and attrs.has(cls):
            names = [a.name for a in attrs.fields(cls)]
            raise UnknownNameError("field", fault.name or "", names) from fault
        name = getattr(test, "__name__", "test")
        raise LawtrackError(
            f"the test {name} raised {type(fault).__name__} on {rule!r}: {fault}. A test takes a rule and "
            "gives True, False or a token"
        ) from fault
    return answer if isinstance(answer, Missing) else bool(answer)


class _Open(Exception):
    """A test looked at a field that holds a token."""

    def __init__(self, token: Missing) -> None:
        self.token = token


class _Guarded:
    """A rule, or a part of one, that gives no token away as if it were a value."""

    def __init__(self, held: Any) -> None:
        self._held = held

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        return type(self._held)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._held, name)
        # That a scope excludes nothing is a statement; an empty field of a rule is none.
        silent = value is Openness.UNKNOWN or (
            not is_stated(value) if isinstance(self._held, Rule | Trigger) else is_open(value)
        )
        if silent:
            raise _Open(value if isinstance(value, Missing) else UNKNOWN)
        return _Guarded(value) if attrs.has(type(value)) else value

    def __eq__(self, other: object) -> bool:
        return bool(self._held == (other._held if type(other) is _Guarded else other))

    def __hash__(self) -> int:
        return hash(self._held)

    def __str__(self) -> str:
        return str(self._held)
