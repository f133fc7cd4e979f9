"""Tests written as text, ``trigger.openness = closed``: read against the fields that a kind of rule has."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

import attrs
from attrs import frozen

from ..errors import ReadingError, UnknownNameError
from ..missing import NOT_APPLICABLE, UNKNOWN, Missing, is_open
from ..model.hints import hints_of, leaves
from ..model.rule import Rule
from ..model.scope import Openness, Scope
from ..queries.acts import names_concept
from ..vocabulary import Vocabulary

__all__ = ["Condition"]

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


@frozen
class Condition:
    """A field, or a field of a field, that has a value.

    Attributes:
        path: Names of the fields, from the rule inwards.
        wanted: The value, of the field's own type where that is known.
        vocabulary: Says which concepts and roles lie inside which.
        of_roles: Whether the field names party roles.
    """

    path: tuple[str, ...]
    wanted: object
    vocabulary: Vocabulary
    of_roles: bool = False

    @classmethod
    def read(cls, text: str, kind: type[Rule] | None, vocabulary: Vocabulary) -> "Condition":
        """Read ``field.field = value``; *kind* is the class of rule it is put to, None where not installed.

        Raises ReadingError for what is no test or no value of the field, UnknownNameError, naming the
        nearest, for a field, role or concept that does not exist.
        """
        names, equals, word = (part.strip() for part in text.partition("="))
        if not (names and equals and word):
            raise ReadingError(text, 'a test such as "trigger.openness = closed"')
        path = tuple(names.split("."))
        if kind is None:
            return cls(path, word, vocabulary)
        held: tuple[tuple[Any, bool], ...] = ((kind, False),)
        for name in path:
            held = _field(name, [each for each, _ in held])
        of_roles = any(is_role for _, is_role in held)
        wanted = _value(".".join(path), word, [each for each, _ in held], vocabulary, of_roles)
        return cls(path, wanted, vocabulary, of_roles)

    def __call__(self, rule: Any) -> object:
        """True or False, or the token for which it cannot be told."""
        value = rule
        for name in self.path:
            if isinstance(value, Missing):
                return value
            if not hasattr(value, name):
                return NOT_APPLICABLE
            value = getattr(value, name)
        if is_open(value) or value == ():
            return value if isinstance(value, Missing) else UNKNOWN
        if isinstance(value, Scope):
            return names_concept(value, str(self.wanted), self.vocabulary)
        held = value if isinstance(value, tuple) else (value,)
        if any(map(self._is, held)):
            return True
        # Somebody wider may be the one asked about: of the state nobody can say that it is no police.
        wider = self.of_roles and any(
            self.vocabulary.includes(str(h), str(self.wanted)) is True for h in held
        )
        return UNKNOWN if wider or value is Openness.UNKNOWN else False

    def _is(self, value: object) -> bool:
        if self.of_roles and isinstance(value, str):
            return self.vocabulary.includes(str(self.wanted), value) is True
        if type(value) is type(self.wanted):
            return value == self.wanted or (isinstance(value, str) and _plain(value) == _plain(self.wanted))
        return _plain(value) == _plain(self.wanted)


def _plain(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value).replace("_", " ").casefold()


def _field(name: str, owners: Sequence[Any]) -> tuple[tuple[Any, bool], ...]:
    """Types that the field of that name may hold, as :func:`leaves` gives them; empty where none tell."""
    classes = [owner for owner in owners if isinstance(owner, type)]
    fields = {a.name for cls in classes if attrs.has(cls) for a in attrs.fields(cls)}
    offered = {each for cls in classes for each in vars(cls) if isinstance(vars(cls)[each], property)}
    if name not in fields | offered:
        raise UnknownNameError("field", name, sorted(fields))
    hints = [hints_of(cls).get(name, Any) for cls in classes if attrs.has(cls)]
    return tuple(leaf for hint in hints for leaf in leaves(hint) if leaf[0] is not Any)


def _value(field: str, word: str, hints: Sequence[Any], vocabulary: Vocabulary, of_roles: bool) -> object:
    """The value that *word* stands for in a field of these types."""
    asked = _plain(word)
    if asked in ("unknown", "not stated"):
        raise ReadingError(
            f"{field} = {word}", "a value", "What is not known or not stated is answered with that token."
        )
    tokens = [token for token in (Missing.NONE, Missing.NOT_APPLICABLE) if Missing in hints]
    for token in tokens:
        if asked == _plain(token):
            return token
    if of_roles:
        return vocabulary.check_role(word.replace(" ", "_"))
    if Scope in hints:
        name = word if word in vocabulary else word.replace(" ", "_")
        if name not in vocabulary:
            raise UnknownNameError("concept", word, list(vocabulary.concepts))
        return name
    words: dict[str, object] = {}
    for hint in hints:
        if isinstance(hint, type) and issubclass(hint, Enum) and hint is not Missing:
            words |= {_plain(member): member for member in hint if _plain(member) != "unknown"}
        words |= _YES_NO if hint is bool else {}
    readers: list[Callable[[str], object]] = [hint.read for hint in hints if hasattr(hint, "read")]
    if asked in words or not (words or readers) or str in hints:
        return words.get(asked, word)
    if readers:
        return readers[0](word)
    raise UnknownNameError(f"value of {field}", word, sorted(words))
