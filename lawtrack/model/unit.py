"""The tree of a text: units with number, heading, words and the units inside them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

import attrs
from attrs import field, frozen

from ..errors import ReadingError, Said
from ..identifiers import eid_step
from ..patterns import pattern
from ..tables import one_line
from .record import HoldsLists

__all__ = ["DEEPEST", "TEXT_BLOCKS", "UNKNOWN_WORDS", "IndexPath", "Unit"]

IndexPath: TypeAlias = tuple[int, ...]
"""The way from a unit to one inside it: the place among the children at each level, from 0."""

TEXT_BLOCKS: Final = frozenset({"content", "intro", "wrapUp", "p", "block"})
"""Types of units that hold words and have no number: AKN's own names for a provision's text."""

UNKNOWN_WORDS: Final = ("words", "unknown")
"""The attribute of a unit of which nobody knows all it says; it may give way, its words cannot change."""

DEEPEST: Final = 200
"""Units one inside another, at most; the deepest laws have about forty. A deeper tree is refused."""

_TYPE: Final = pattern(r"[a-z][A-Za-z]*")


def _type_name(unit: object, attribute: object, value: Any) -> None:
    if not isinstance(value, str) or not _TYPE.fullmatch(value):
        raise ReadingError(
            value,
            "a type of unit: an Akoma Ntoso element such as article, paragraph or content",
            "Letters only, the first of them small.",
            code="LT-TXT-001",
        )


def _text(unit: object, attribute: Any, value: Any) -> None:
    if not isinstance(value, str):
        raise ReadingError(value, f"text for {attribute.name} of a unit; '' where there is none")


def _units(unit: "Unit", attribute: object, value: tuple[object, ...]) -> None:
    depth = 0
    for child in value:
        if not isinstance(child, Unit):
            raise ReadingError(
                child, "units among the children of a unit", "Words of its own are a unit of type content."
            )
        depth = max(depth, child._depth)
    _set_depth(unit, depth + 1)


def _set_depth(unit: "Unit", depth: int) -> None:
    """Note how many units stand one inside another, and refuse too many; *depth* may be too high."""
    if depth > DEEPEST and (depth := unit.depth) > DEEPEST:
        raise ReadingError(
            Said(f"{depth} units one inside another, the outermost {unit!r}"),
            f"at most {DEEPEST}, the whole tree counted",
            "Put units of one kind beside each other rather than into each other.",
            code="LT-TXT-027",
        )
    _set(unit, "_depth", depth)


def _pairs(
    value: Mapping[str, str] | Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    pairs: Iterable[Any] = value.items() if isinstance(value, Mapping) else value
    if not isinstance(pairs, Iterable):
        raise ReadingError(value, "a mapping, or pairs of name and value, for the attributes of a unit")
    held = []
    for pair in pairs:
        made = tuple(pair) if isinstance(pair, list) else pair
        if not isinstance(made, tuple) or len(made) != 2 or not all(isinstance(part, str) for part in made):
            raise ReadingError(pair, "a name and a value, both texts, for an attribute of a unit")
        held.append(made)
    return tuple(sorted(held))


def _each_once(unit: object, attribute: object, value: tuple[tuple[str, str], ...]) -> None:
    if len({name for name, _ in value}) < len(value):
        raise ReadingError(value, "each attribute of a unit once")


def _as_tuple(value: Iterable["Unit"]) -> tuple["Unit", ...]:
    if not isinstance(value, Iterable):
        raise ReadingError(value, "units one after the other as the children of a unit", "None are ().")
    return value if isinstance(value, tuple) else tuple(value)


@frozen(kw_only=True, eq=False, repr=False)
class Unit(HoldsLists):
    """A part of a text with all that is inside it: a chapter, an article, a paragraph, a block of words.

    A whole law is one unit too, of type ``body`` or the like. Units are values: equal when all they print
    is equal, all the way down. A change makes new units only on the way from the root to what changed;
    the rest is shared between the versions. Comparing is quick: shared units are known to be equal, and
    of others a hash is kept that mostly tells them apart at once. At most :data:`DEEPEST` stand one inside
    another.

    Words may stand in two places. A reader keeps the one that its format has:

    - ``text``: the unit's own words, printed after number and heading and before any child;
    - children that are blocks of words (``intro``, ``content``, ``wrapUp``), in their order among the others.

    Attributes:
        type: Akoma Ntoso element where one fits: ``book``, ``title``, ``chapter``, ``section``, ``article``,
            ``paragraph``, ``point`` …; ``intro``, ``content`` and ``wrapUp`` for blocks of words.
        num: Number as printed, with brackets and all (``(a)``, ``Article 41-1.``); empty when it has none.
        heading: Heading as printed, without the number.
        text: Words of its own.
        children: Units inside it, in the order of the text.
        attributes: What else a format says about it, as pairs of name and value, sorted by name; a mapping
            is accepted. It counts for equality, and is not searched for words.
        eid: Address that the file gives it; empty when addresses are to be worked out.
    """

    type: str = field(validator=_type_name)
    num: str = field(default="", validator=_text)
    heading: str = field(default="", validator=_text)
    text: str = field(default="", validator=_text)
    children: tuple["Unit", ...] = field(default=(), converter=_as_tuple, validator=_units)
    attributes: tuple[tuple[str, str], ...] = field(default=(), converter=_pairs, validator=_each_once)
    eid: str = field(default="", validator=_text)

    # Units one inside another here: exactly in a new unit, and never too few.
    _depth: int = field(default=1, init=False)
    _hash: int | None = field(default=None, init=False)
    # Kept by naming and addresses: what may be named from here, and every address when this is a root.
    _names: Any = field(default=None, init=False)
    _eids: Any = field(default=None, init=False)

    @property
    def is_block(self) -> bool:
        """Whether it is a block of words rather than a provision that holds some."""
        return self.type in TEXT_BLOCKS

    @property
    def has_unknown_words(self) -> bool:
        """Whether it, or a unit inside it, is marked as one of which nobody knows all it says."""
        return any(unit.attributes and UNKNOWN_WORDS in unit.attributes for _, unit in self.walk())

    @property
    def step(self) -> str:
        """What type and number contribute to an eId, such as ``art_41-1`` or ``content``."""
        return eid_step(self.type, self.num)

    @property
    def depth(self) -> int:
        """How many units stand one inside another, this one counted; at most :data:`DEEPEST`."""
        return max(len(path) for path, _ in self.walk()) + 1

    def attribute(self, name: str, default: str = "") -> str:
        """The value of one attribute, or *default*."""
        return next((value for key, value in self.attributes if key == name), default)

    def with_(
        self,
        *,
        type: str | None = None,
        num: str | None = None,
        heading: str | None = None,
        text: str | None = None,
        children: tuple["Unit", ...] | None = None,
        attributes: tuple[tuple[str, str], ...] | None = None,
        eid: str | None = None,
    ) -> "Unit":
        """The unit with some of its fields changed; what is not named stays."""
        return Unit(
            type=self.type if type is None else type,
            num=self.num if num is None else num,
            heading=self.heading if heading is None else heading,
            text=self.text if text is None else text,
            children=self.children if children is None else children,
            attributes=self.attributes if attributes is None else attributes,
            eid=self.eid if eid is None else eid,
        )

    @classmethod
    def unchecked(
        cls,
        type: str,
        num: str = "",
        heading: str = "",
        text: str = "",
        children: tuple["Unit", ...] = (),
        attributes: tuple[tuple[str, str], ...] = (),
        eid: str = "",
    ) -> "Unit":
        """The unit of fields that are surely what they should be; nothing is looked at, and it is quick.

        For those who make units by the ten thousand. Attributes must be sorted.
        """
        made = object.__new__(cls)
        _set(made, "type", type)
        _set(made, "num", num)
        _set(made, "heading", heading)
        _set(made, "text", text)
        _set(made, "children", children)
        _set(made, "attributes", attributes)
        _set(made, "eid", eid)
        _set(made, "_hash", None)
        _set(made, "_names", None)
        _set(made, "_eids", None)
        if children:
            _set_depth(made, max([child._depth for child in children]) + 1)
        else:
            _set(made, "_depth", 1)
        return made

    def holding(self, children: tuple["Unit", ...], *new: "Unit") -> "Unit":
        """The unit with other children, of which *new* are not among its own.

        Unlike :meth:`with_` it trusts that they are units, and is quick.
        """
        made = Unit.unchecked(self.type, self.num, self.heading, self.text, (), self.attributes, self.eid)
        _set(made, "children", children)
        _set_depth(made, max((self._depth, *(unit._depth + 1 for unit in new))))
        return made

    def walk(self) -> Iterator[tuple[IndexPath, "Unit"]]:
        """This unit and all inside it in the order of the text, each with the way to it from here."""
        stack: list[tuple[IndexPath, Unit]] = [((), self)]
        while stack:
            path, unit = stack.pop()
            yield path, unit
            stack.extend(((*path, i), unit.children[i]) for i in range(len(unit.children) - 1, -1, -1))

    def at(self, path: IndexPath) -> "Unit":
        """The unit at the end of *path*; IndexError when the path leads nowhere."""
        unit = self
        for place in path:
            if place < 0:
                raise IndexError(f"places count from 0, got {place}")
            unit = unit.children[place]
        return unit

    def strings(self) -> Iterator[str]:
        """All that is printed, in order: number, heading, own words, then the same of each child."""
        for _, unit in self.walk():
            yield from filter(None, (unit.num, unit.heading, unit.text))

    def plain_text(self) -> str:
        """The words as a page shows them: one line for each unit, number and heading before the text."""
        lines = (" ".join(filter(None, (u.num, u.heading, u.text))) for _, u in self.walk())
        return "\n".join(filter(None, lines))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Unit):
            return NotImplemented
        if hash(self) != hash(other):
            return False
        return (
            self.text == other.text
            and self.num == other.num
            and self.heading == other.heading
            and self.type == other.type
            and self.eid == other.eid
            and self.attributes == other.attributes
            and self.children == other.children
        )

    def __hash__(self) -> int:
        if self._hash is None:
            own = (self.type, self.num, self.heading, self.text, self.attributes, self.eid, self.children)
            object.__setattr__(self, "_hash", hash(own))
        held: int = self._hash  # type: ignore[assignment]
        return held

    def __reduce__(self) -> tuple[object, ...]:
        # The hash differs from process to process and must not travel.
        return _unpickled, (
            self.type, self.num, self.heading, self.text, self.children, self.attributes, self.eid
        )  # fmt: skip

    def __copy__(self) -> "Unit":
        return self

    def __deepcopy__(self, memo: object) -> "Unit":
        return self

    def __repr__(self) -> str:
        words = self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN]}…"
        said = " ".join(filter(None, (self.num, self.heading, words)))
        inside = f" ({len(self.children)} inside)" if self.children else ""
        return f"<Unit {self.type}{' ' if said else ''}{one_line(said)}{inside}>"


attrs.resolve_types(Unit)  # the codec asks what children are

_SHOWN = 40
_set = object.__setattr__


def _unpickled(
    type: str,
    num: str,
    heading: str,
    text: str,
    children: tuple[Unit, ...],
    attributes: tuple[tuple[str, str], ...],
    eid: str,
) -> Unit:
    return Unit(
        type=type, num=num, heading=heading, text=text, children=children, attributes=attributes, eid=eid
    )
