"""A Work's text over one period, in one language."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from attrs import field, frozen

from ..dates import Period
from ..errors import ReadingError
from ..languages import check_tag
from ..missing import UNKNOWN, Missing
from .addresses import Address, eids, find, locate, repeated
from .record import HoldsLists, Ref, tag_or_token
from .unit import IndexPath, Unit

__all__ = ["Expression"]


def _tag(value: str | Missing) -> str | Missing:
    return check_tag(value) if isinstance(value, str) else value


def _is_id(record: object, attribute: object, value: Any) -> None:
    if not isinstance(value, str):
        raise ReadingError(value, "a text for work: the id of the work that the text is of")


def _is_period(record: object, attribute: object, value: Any) -> None:
    if not isinstance(value, Period | Missing):
        hint = 'Period.read("2018-02-20..2021-01-01") makes one.'
        raise ReadingError(value, "a Period for in_force, or UNKNOWN", hint)


def _is_tree(record: object, attribute: object, value: Any) -> None:
    if not isinstance(value, Unit):
        raise ReadingError(value, "a Unit for root: the text with all that is in it")


def _as_notes(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else value


def _are_texts(record: object, attribute: object, value: Any) -> None:
    if not isinstance(value, tuple) or not all(isinstance(note, str) for note in value):
        raise ReadingError(value, "a tuple of texts for notes")


@frozen(kw_only=True, repr=False)
class Expression(HoldsLists):
    """The text of one work as it stands over one period, in one language (FRBR Expression).

    ``expression["art_12__para_2"]`` finds a unit by eId, ``expression["art. 12 para. 2"]`` by printed label,
    ``expression["(a)", "(1)"]`` by the numbers printed from the root down; :mod:`lawtrack.model.addresses`
    says how addresses are made.

    Attributes:
        work: Id of the work.
        lang: Language of the text; UNKNOWN where a file does not say.
        in_force: Half-open period of force; UNKNOWN where nothing says when the text is law.
        root: The text: one unit that holds all others.
        notes: What a reader of the text should know, such as what was left out and why. Not compared.
    """

    work: Annotated[str, Ref(("work",))] = field(validator=_is_id)
    lang: str | Missing = field(default=UNKNOWN, converter=_tag, validator=tag_or_token)
    in_force: Period | Missing = field(default=UNKNOWN, validator=_is_period)
    root: Unit = field(validator=_is_tree)
    notes: tuple[str, ...] = field(default=(), converter=_as_notes, validator=_are_texts, eq=False)

    def __getitem__(self, address: Address) -> Unit:
        """The unit of that address; AddressError, a LookupError, when there is none or several."""
        return find(self.root, address)

    def __contains__(self, address: object) -> bool:
        """Whether exactly one unit has the address."""
        try:
            self.locate(address)  # type: ignore[arg-type]
        except (LookupError, TypeError):
            return False
        return True

    def locate(self, address: Address) -> IndexPath:
        """The way from the root to the unit of that address; AddressError when there is none or several."""
        return locate(self.root, address)

    @property
    def eids(self) -> Mapping[str, IndexPath]:
        """The eId of every unit in the order of the text, with the way to it; the root's is ``""``."""
        return eids(self.root)

    @property
    def repeated(self) -> tuple[str, ...]:
        """Addresses of units whose number stands more than once where numbers should differ."""
        return repeated(self.root)

    def units(self) -> Iterator[tuple[str, Unit]]:
        """Every unit with its eId, in the order of the text, the root first."""
        return ((eid, self.root.at(path)) for eid, path in self.eids.items())

    def plain_text(self) -> str:
        """The words as a page shows them, one line for each unit."""
        return self.root.plain_text()

    def __repr__(self) -> str:
        since = f" in force {self.in_force}" if isinstance(self.in_force, Period) else ""
        return f"<Expression {self.work}{since}: {len(self.eids)} units>"
