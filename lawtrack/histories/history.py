"""A law through its versions: which text was that of a day."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from attrs import field, frozen

from ..dates import EdtfDate, Period, as_day
from ..errors import UnknownNameError
from ..languages import check_tag
from ..missing import UNKNOWN, Missing
from ..model.expression import Expression
from ..model.record import HoldsLists
from ..model.text import Work
from ..model.unit import Unit

__all__ = ["GAP", "History", "Version"]

GAP = timedelta(days=366)
"""Time without a version after which nothing is said of the days between: changes there are not seen."""


@frozen(kw_only=True, repr=False)
class Version:
    """The text of a law as one step of its history left it.

    Attributes:
        id: What the source calls the step, such as the hash of a commit.
        day: The day from which the text counts.
        root: The text.
        subject: What was said of the step in its first line; often the act that made the change.
        dated: The day that the source dates it, as written; another than *day* where the source cannot date
            so early. UNKNOWN when it does not say.
        written: The day on which the step itself was made, UNKNOWN when the source does not keep it.
        stated: Days that the text or message gives for itself, in the order found.
        size: Length of the text in its file, in bytes.
    """

    id: str
    day: date
    root: Unit
    subject: str = ""
    dated: date | Missing = UNKNOWN
    written: date | Missing = UNKNOWN
    stated: tuple[EdtfDate, ...] = ()
    size: int = 0

    def __repr__(self) -> str:
        return f"<Version {self.day} {self.id[:8]}: {self.subject[:60]}>"


@frozen(kw_only=True, repr=False, eq=False)
class History(HoldsLists):
    """One work with all its versions, oldest first; equal parts of versions are one object.

    ``history.on("2004-03-10")["222-13"]`` is article 222-13 on that day. What is doubtful about the versions
    is told by :func:`lawtrack.validate`, and nothing of it is mended.

    Attributes:
        work: The work.
        lang: Language of the texts; UNKNOWN when the source does not say.
        versions: In the order of their days; those of one day as the source has them.
        name: Where it was read from.
        out_of_order: Versions that the source has after one of a later day, with that day.
    """

    work: Work
    lang: str | Missing = field(default=UNKNOWN)
    versions: tuple[Version, ...] = ()
    name: str = ""
    out_of_order: tuple[tuple[Version, date], ...] = field(init=False, default=())
    _days: tuple[date, ...] = field(init=False, default=())

    @lang.validator
    def _is_tag(self, attribute: object, value: object) -> None:
        if isinstance(value, str):
            check_tag(value)

    def __attrs_post_init__(self) -> None:
        late = tuple(
            (b, a.day) for a, b in zip(self.versions, self.versions[1:], strict=False) if b.day < a.day
        )
        # Sorting keeps the order of the source within a day.
        ordered = tuple(sorted(self.versions, key=lambda version: version.day))
        object.__setattr__(self, "versions", ordered)
        object.__setattr__(self, "_days", tuple(version.day for version in ordered))
        object.__setattr__(self, "out_of_order", late)

    @property
    def days(self) -> tuple[date, ...]:
        """The days that have a text of their own, in order and each once."""
        return tuple(dict.fromkeys(self._days))

    def version_on(self, day: date | str) -> Version:
        """The version whose text was that of a day: the last one of the last day up to it.

        Raises:
            UnknownNameError: The day lies before the first version.
            ReadingError: LT-TIM-001 when a text is no whole day.
        """
        place = bisect_right(self._days, as_day(day))
        if not place:
            first = f"The first version is of {self._days[0]}." if self._days else "There is no version."
            raise UnknownNameError("version of", str(day), map(str, self.days), hint=first)
        return self.versions[place - 1]

    def on(self, day: date | str) -> Expression:
        """The text on a day, with the period for which the source shows it.

        Across a long time without versions the end of that period is open: some day within it. Raises what
        :meth:`version_on` raises.
        """
        return self._expression(self.version_on(day))

    def expressions(self) -> Iterator[Expression]:
        """The text of each day that has one, in order."""
        for day in self.days:
            yield self.on(day)

    def _expression(self, version: Version) -> Expression:
        place = bisect_right(self._days, version.day)
        after = self._days[place] if place < len(self._days) else None
        end: Any = after
        if after is not None and after - version.day > GAP:
            end = EdtfDate.between(version.day + timedelta(days=1), after)
        return Expression(
            work=self.work.id, lang=self.lang, in_force=Period(version.day, end), root=version.root
        )

    def __len__(self) -> int:
        return len(self.versions)

    def __iter__(self) -> Iterator[Version]:
        return iter(self.versions)

    def __repr__(self) -> str:
        if not self.versions:
            return f"<History {self.work.id}: no versions>"
        span = f"{self._days[0]} to {self._days[-1]}"
        return f"<History {self.work.id}: {len(self.versions)} versions, {span}>"
