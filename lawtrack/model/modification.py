"""Modifications: what amendments do to a text, one class for each way of changing it (AKN ``textualMod``)."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, ClassVar, Final

from attrs import field, frozen

from ..equality import ByValue
from ..errors import ReadingError
from .addresses import Address
from .record import HoldsLists
from .unit import Unit

__all__ = [
    "MODIFICATIONS",
    "Insertion",
    "Join",
    "Modification",
    "Move",
    "PartSubstitution",
    "Place",
    "Renumbering",
    "Repeal",
    "Split",
    "UnitSubstitution",
    "Unwrapping",
    "Which",
    "WordSubstitution",
    "Wrapping",
]


class Place(Enum):
    """Where something goes: beside a unit, or into it before or after all that it holds."""

    BEFORE = "before"
    AFTER = "after"
    FIRST = "first"
    LAST = "last"


class Which(Enum):
    """Which of several matches of the same words is meant, when it is not one by number.

    ``ONLY`` says that there is exactly one; ``EACH`` means all there are.
    """

    ONLY = "only"
    FIRST = "first"
    LAST = "last"
    EACH = "each"


def _address(value: Any) -> Address:
    return tuple(value) if isinstance(value, list) else value


def _is_address(record: object, attribute: Any, value: Any) -> None:
    steps = value if isinstance(value, tuple) else ()
    if not isinstance(value, str | tuple) or not all(type(step) in (str, int) for step in steps):
        raise ReadingError(
            value,
            f"an address for {attribute.name}: an eId, a label, or numbers from the root down",
            'Such as "art_12__para_2", ("Article 12", "2."), or "" for the whole text.',
            code="LT-TXT-002",
        )


def _as_units(value: Unit | Iterable[Unit]) -> tuple[Unit, ...]:
    if isinstance(value, Unit):
        return (value,)
    return tuple(value) if isinstance(value, Iterable) else value  # the validator refuses it


def _some_units(record: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, tuple) or not value or not all(isinstance(unit, Unit) for unit in value):
        raise ReadingError(value, f"at least one unit for {attribute.name}", "Removing is a Repeal.")


def _text(record: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, str):
        raise ReadingError(value, f"a text for {attribute.name}; '' where there is none")


def _some_text(record: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, str) or not value:
        raise ReadingError(value, f"a word for {attribute.name}, such as heading")


def _text_or_none(record: object, attribute: Any, value: Any) -> None:
    if value is not None:
        _text(record, attribute, value)


def _as_names(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else value


def _names(record: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, tuple) or not all(isinstance(name, str) for name in value):
        raise ReadingError(value, f"a tuple of names for {attribute.name}")


def _flag(record: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, bool):
        raise ReadingError(value, f"True or False for {attribute.name}")


def _is_unit(record: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, Unit):
        raise ReadingError(value, f"a unit for {attribute.name}")


def _member(words: type[Enum], value: Any) -> str:
    """How to write a word in code that files write as text."""
    return next((f"Write {words.__name__}.{word.name}." for word in words if word.value == value), "")


def _place(record: object, attribute: Any, value: Any) -> None:
    if (
        isinstance(value, bool)
        or not isinstance(value, Place | int)
        or (isinstance(value, int) and value < 0)
    ):
        raise ReadingError(
            value, "before, after, first, last, or a place among the children from 0", _member(Place, value)
        )


def _which(record: object, attribute: Any, value: Any) -> None:
    if (
        isinstance(value, bool)
        or not isinstance(value, Which | int)
        or (isinstance(value, int) and value < 1)
    ):
        raise ReadingError(
            value, "only, first, last, each, or the number of the match from 1", _member(Which, value)
        )


def _natural(record: object, attribute: Any, value: Any) -> None:
    if value is not None and (type(value) is not int or value < 0):
        raise ReadingError(value, f"a whole number from 0 for {attribute.name}")


@frozen(kw_only=True, repr=False, eq=False)
class Modification(HoldsLists, ByValue):
    """What an amendment does to a text: one of the classes of :data:`MODIFICATIONS`, and nothing else.

    Attributes:
        target: The unit that it changes, as it is called when its turn comes: an eId, a printed label, or a
            path of numbers as printed or of places from 0, from the root down; ``""`` is the whole text.
        by: Who orders it, for messages: the amending act and the place in it.
        twin: Whether a number that comes somewhere may be there already, as when the emergency and the
            permanent version of a unit stand side by side. If not, that is an error.
    """

    op: ClassVar[str] = ""
    target: Address = field(converter=_address, validator=_is_address)
    by: str = field(default="", validator=_text)
    twin: bool = field(default=False, validator=_flag)


@frozen(kw_only=True, repr=False, eq=False)
class Insertion(Modification):
    """New units beside the target or inside it.

    Attributes:
        units: What is inserted, in order.
        where: Before or after the target, into it at the beginning or end, or into it at a place among its
            children counted from 0.
    """

    op: ClassVar[str] = "insertion"
    units: tuple[Unit, ...] = field(converter=_as_units, validator=_some_units)
    where: Place | int = field(default=Place.LAST, validator=_place)


@frozen(kw_only=True, repr=False, eq=False)
class UnitSubstitution(Modification):
    """The target gives way to other units.

    Attributes:
        units: What stands there instead, in order; the whole text gives way to exactly one.
    """

    op: ClassVar[str] = "substitution"
    units: tuple[Unit, ...] = field(converter=_as_units, validator=_some_units)


@frozen(kw_only=True, repr=False, eq=False)
class WordSubstitution(Modification):
    """Words give way to other words, in the target and all that is inside it.

    Each string is searched by itself, in the order of the text: of every unit number, heading and own words.
    Matches do not overlap. Inserting words after others is a substitution of those by themselves and more.

    Attributes:
        old: The words as they stand.
        new: The words instead; empty to take them out.
        which: Which match is meant; by default the only one, so that a second is an error.
        count: How many matches there are; any other number is an error. None when it is not said.
        part: Search only this part of the target itself: ``num``, ``heading``, ``text`` for its own words and
            blocks of them, or the type of a block such as ``wrapUp``. Empty for all, with what is inside.
        attributes: Attributes that are printed with a unit, and searched before its number.
        at: Offset in characters at which *old* stands in its string; *part* then names a single string, and
            *old* may be empty.
        tidy: Afterwards runs of white space in the strings changed become one blank, their edges are cut,
            and a block of words left empty disappears.
    """

    op: ClassVar[str] = "words"
    old: str = field(validator=_text)
    new: str = field(validator=_text)
    which: Which | int = field(default=Which.ONLY, validator=_which)
    count: int | None = field(default=None, validator=_natural)
    part: str = field(default="", validator=_text)
    attributes: tuple[str, ...] = field(default=(), converter=_as_names, validator=_names)
    at: int | None = field(default=None, validator=_natural)
    tidy: bool = field(default=False, validator=_flag)

    @old.validator
    def _is_something(self, attribute: object, value: str) -> None:
        if not value and self.at is None:
            raise ReadingError(value, "the words to look for", "Without words, say at which offset.")


@frozen(kw_only=True, repr=False, eq=False)
class PartSubstitution(Modification):
    """A whole string of the target gives way to another: number, heading, own words, type, an attribute.

    Attributes:
        part: ``num``, ``heading``, ``text``, ``type``, ``eid`` for the address that the file gives, or the
            name of an attribute.
        new: What it becomes; empty for no number, heading or words. None takes an attribute away.
        old: What it must have been; None when anything may give way.
    """

    op: ClassVar[str] = "part"
    part: str = field(validator=_some_text)
    new: str | None = field(default=None, validator=_text_or_none)
    old: str | None = field(default=None, validator=_text_or_none)


@frozen(kw_only=True, repr=False, eq=False)
class Repeal(Modification):
    """The target is removed, or leaves words in its place.

    Attributes:
        leaving: Words that its number keeps beside it, such as ``Repealed.``; they take the place of all it
            held. Empty to remove the unit with its number.
        keeps_heading: Whether the heading stays beside those words.
    """

    op: ClassVar[str] = "repeal"
    leaving: str = field(default="", validator=_text)
    keeps_heading: bool = field(default=False, validator=_flag)


@frozen(kw_only=True, repr=False, eq=False)
class Renumbering(Modification):
    """The target gets another number; one that a sibling of its type has is refused.

    Attributes:
        num: The new number as printed.
    """

    op: ClassVar[str] = "renumbering"
    num: str = field(validator=_text)


@frozen(kw_only=True, repr=False, eq=False)
class Move(Modification):
    """The target goes elsewhere with all that is inside it.

    Attributes:
        to: The unit beside or into which it goes, as it is called before the move; not one inside the target.
        where: As for an insertion; a number counts the children that *to* has without the target.
    """

    op: ClassVar[str] = "move"
    to: Address = field(converter=_address, validator=_is_address)
    where: Place | int = field(default=Place.LAST, validator=_place)


@frozen(kw_only=True, repr=False, eq=False)
class Split(Modification):
    """The target is divided into several units that together have the same words.

    Attributes:
        units: The units it becomes; numbers, headings and white space may differ, words may not.
    """

    op: ClassVar[str] = "split"
    units: tuple[Unit, ...] = field(converter=_as_units, validator=_some_units)


@frozen(kw_only=True, repr=False, eq=False)
class Join(Modification):
    """The target and the siblings after it become one unit that has the words of all.

    Attributes:
        through: The last of the siblings joined.
        unit: What they become; numbers, headings and white space may differ, words may not.
    """

    op: ClassVar[str] = "join"
    through: Address = field(converter=_address, validator=_is_address)
    unit: Unit = field(validator=_is_unit)


@frozen(kw_only=True, repr=False, eq=False)
class Wrapping(Modification):
    """All that the target holds goes into one new unit inside it: "the existing text is designated as (a)".

    Attributes:
        num: Number of the new unit.
        type: Type of the new unit.
        heading: Its heading.
    """

    op: ClassVar[str] = "wrapping"
    num: str = field(validator=_text)
    type: str = field(default="paragraph", validator=_text)
    heading: str = field(default="", validator=_text)


@frozen(kw_only=True, repr=False, eq=False)
class Unwrapping(Modification):
    """The only unit inside the target gives up its number; the target holds directly what it held."""

    op: ClassVar[str] = "unwrapping"


MODIFICATIONS: Final[Mapping[str, type[Modification]]] = {
    cls.op: cls
    for cls in (
        Insertion, UnitSubstitution, WordSubstitution, PartSubstitution, Repeal, Renumbering, Move, Split,
        Join, Wrapping, Unwrapping,
    )
}  # fmt: skip
"""The classes by the word that stands for them in files."""
