"""A Work's text over one period, in one language."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from attrs import field, frozen

from ..dates import Period
from ..languages import check_tag
from ..missing import UNKNOWN, Missing
from .addresses import Address, eids, find, locate, repeated
from .record import HoldsLists, Ref, tag_or_token
from .unit import IndexPath, Unit

__all__ = ["Expression"]


def _tag(value: str | Missing) -> str | Missing:
    return check_tag(value) if isinstance(value, str) else value


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

    work: Annotated[str, Ref(("work",))]
    lang: str | Missing = field(default=UNKNOWN, converter=_tag, validator=tag_or_token)
    in_force: Period | Missing = UNKNOWN
    root: Unit
    notes: tuple[str, ...] = field(default=(), eq=False)

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
