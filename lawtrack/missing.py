"""Five ways of having no value, which are five different answers."""

from enum import Enum
from typing import Final, Literal, NoReturn, TypeGuard, TypeVar

__all__ = [
    "ABSENT",
    "NONE",
    "NOT_APPLICABLE",
    "NOT_STATED",
    "TOKENS",
    "UNKNOWN",
    "Missing",
    "is_known",
    "is_open",
]

T = TypeVar("T")


class Missing(Enum):
    """A token that stands where a value would.

    ``UNKNOWN`` nobody here knows · ``NOT_STATED`` the source is silent · ``NONE`` the source says
    there is none · ``NOT_APPLICABLE`` the question does not arise · ``ABSENT`` the rule did not exist
    on that side of a change. The first two leave the answer open; the last three are answers.

    Tokens have no truth value: testing one raises TypeError, so that nobody writes ``if effect.before``.
    """

    UNKNOWN = "unknown"
    NOT_STATED = "not_stated"
    NONE = "none"
    NOT_APPLICABLE = "not_applicable"
    ABSENT = "absent"

    def __bool__(self) -> NoReturn:
        raise TypeError(
            f"{self.name} is neither true nor false; ask is_known(value) or `value is {self.name}`"
        )

    def __repr__(self) -> str:
        return self.name

    def __str__(self) -> str:
        return self.value


UNKNOWN: Final = Missing.UNKNOWN
NOT_STATED: Final = Missing.NOT_STATED
NONE: Final = Missing.NONE
NOT_APPLICABLE: Final = Missing.NOT_APPLICABLE
ABSENT: Final = Missing.ABSENT

TOKENS: Final[dict[str, Missing]] = {token.value: token for token in Missing}
"""The tokens by the word that stands for them in files."""

Unknown = Literal[Missing.UNKNOWN]


def is_known(value: T | Missing) -> TypeGuard[T]:
    """Tell whether *value* is a value, not one of the five tokens."""
    return not isinstance(value, Missing)


def is_open(value: object) -> bool:
    """Tell whether *value* leaves the question open: UNKNOWN or NOT_STATED."""
    return value is Missing.UNKNOWN or value is Missing.NOT_STATED
