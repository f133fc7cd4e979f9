"""What is doubtful about the versions of a law, by rules that hold for any source; nothing is mended."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from ..errors import Problem, Severity
from ..missing import is_known
from ..model.unit import Unit
from ..tables import counted
from ..texts.headings import bare_heading
from .history import GAP, History, Version
from .labels import Labels, plain_label

__all__ = ["findings"]

WHOLESALE: Final = 1.5
"""So many articles to a label, on the whole, and a version holds many labels many times over."""
FAR: Final = 2
"""So many times the labels of a version close by make a version a fragment."""
CLOSE: Final = 10
"""How many versions before and after are close by."""
DIVISION: Final = 3
"""So many articles at least make a division whose disappearance is told."""
_FEWEST: Final = 20
_SHOWN: Final = 12
_LONGEST: Final = 60

_LETTERED: Final = re.compile(r"[0-9](?:-?[A-Z]{1,2})$")


def findings(history: History) -> tuple[Problem, ...]:
    """Everything doubtful about the versions, in the order of the codes and then of the days.

    A version that is unusable as a whole (LT-HIS-003) is left out of what compares labels between versions.
    """
    return tuple(_Looking(history).all())


class _Looking:
    def __init__(self, history: History) -> None:
        self.history = history
        self.labels = Labels()
        self.counts = [Counter(self.labels.of(version.root)) for version in history]
        self.unusable = {i: why for i in range(len(self.counts)) if (why := self._unusable(i))}
        last_of_day = {version.day: i for i, version in enumerate(history)}
        # The texts that count: the last of each day, without those that are no text of the law.
        self.usable = [i for i in sorted(last_of_day.values()) if i not in self.unusable]

    def all(self) -> Iterator[Problem]:
        yield from self._repeated()
        yield from self._vanishing()
        for i, why in self.unusable.items():
            version = self.history.versions[i]
            yield self._say("LT-HIS-003", _where(version), why, "a whole text")
        yield from self._dates()
        yield from self._strays()
        yield from self._lettered()
        yield from self._divisions()
        yield from self._loose()

    def _say(
        self, code: str, where: str, read: str, expected: str = "", severity: Severity = Severity.WARNING
    ) -> Problem:
        return Problem(
            code=code, severity=severity, file=self.history.name, where=where, read=read, expected=expected,
            record=self.history.work.id,
        )  # fmt: skip

    def _unusable(self, i: int) -> str:
        count = self.counts[i]
        articles, labels = sum(count.values()), len(count)
        if not labels:
            return "no articles"
        if articles > WHOLESALE * labels:
            return f"{articles:,} articles of {labels:,} labels"
        close = (
            (j, len(self.counts[j]))
            for j in (*range(i + 1, i + 1 + CLOSE), *range(i - 1, i - 1 - CLOSE, -1))
            if 0 <= j < len(self.counts) and sum(self.counts[j].values()) <= WHOLESALE * len(self.counts[j])
        )
        for j, other in close:
            if other > FAR * labels and other - labels >= _FEWEST:
                return f"{labels} articles, where the version of {self.history.versions[j].day} has {other:,}"
        return ""

    def _day(self, i: int) -> str:
        return str(self.history.versions[i].day)

    def _repeated(self) -> Iterator[Problem]:
        runs: dict[str, list[int]] = {}
        for i in self.usable:
            for label, copies in self.counts[i].items():
                if copies > 1:
                    runs.setdefault(label, []).append(i)
        for label, where in runs.items():
            most = max(self.counts[i][label] for i in where)
            often = "twice" if most == 2 else f"up to {most} times"
            read = f"{often} in {len(where)} of {len(self.usable)} versions, {self._spans(where)}"
            yield self._say("LT-HIS-001", f"article {label}", read, "once")

    def _spans(self, where: Sequence[int]) -> str:
        """The first and last day of each run of usable versions."""
        place = {i: n for n, i in enumerate(self.usable)}
        spans: list[list[int]] = []
        for i in where:
            if spans and place[i] == place[spans[-1][1]] + 1:
                spans[-1][1] = i
            else:
                spans.append([i, i])
        return ", ".join(
            self._day(first) if first == last else f"{self._day(first)} to {self._day(last)}"
            for first, last in spans
        )

    def _vanishing(self) -> Iterator[Problem]:
        last: dict[str, int] = {}
        for place, i in enumerate(self.usable):
            for label in self.counts[i]:
                before = last.get(label)
                if before is not None and before < place - 1:
                    missing = self.usable[before + 1 : place]
                    read = (
                        f"absent in {len(missing)} versions, {self._spans(missing)}, back on {self._day(i)}"
                        if len(missing) > 1
                        else f"absent on {self._day(missing[0])}, back on {self._day(i)}"
                    )
                    yield self._say("LT-HIS-002", f"article {label}", read)
                last[label] = place

    def _dates(self) -> Iterator[Problem]:
        versions = self.history.versions
        for before, after in pairwise(versions):
            if after.day - before.day > GAP:
                read = f"nothing from {before.day} to {after.day}"
                if after is versions[-1] or after.day == versions[-1].day:
                    yield self._say("LT-HIS-011", _where(after), read)
                yield self._say("LT-HIS-004", _where(after), read)
        for before, after in pairwise(versions):
            if before.root.children == after.root.children:
                read = f"the text of {before.day}"
                yield self._say("LT-HIS-005", _where(after), read, severity=Severity.NOTE)
        for day, many in Counter(version.day for version in versions).items():
            if many > 1:
                read = f"{many} versions of {day}, of which {self.history.version_on(day).id[:8]} is the last"
                yield self._say("LT-HIS-006", str(day), read, severity=Severity.NOTE)
        for version in versions:
            if is_known(version.dated) and version.dated != version.day:
                read = f"the day {version.dated}, taken as the {version.day} that it states"
                yield self._say("LT-HIS-010", _where(version), read)
            if is_known(version.written) and version.written < version.day:
                yield self._say("LT-HIS-014", _where(version), f"it was written on {version.written}")
            for stated in version.stated:
                if stated.earliest and stated.latest and not stated.earliest <= version.day <= stated.latest:
                    yield self._say("LT-HIS-010", _where(version), f"the day {stated}", str(version.day))
        yield from (
            self._say("LT-HIS-012", _where(version), f"it follows a version of {before}")
            for version, before in self.history.out_of_order
        )

    def _strays(self) -> Iterator[Problem]:
        runs: dict[tuple[str, str], list[Version]] = {}
        known: dict[int, tuple[Unit, tuple[tuple[str, str], ...]]] = {}
        for version in self.history:
            for found in _strays_in(version.root, known):
                runs.setdefault(found, []).append(version)
        for (label, line), held in runs.items():
            read = f"the line {line!r} in article {label}, in {counted(len(held), 'version')}"
            yield self._say("LT-HIS-007", _span(held), read)

    def _lettered(self) -> Iterator[Problem]:
        labels = dict.fromkeys(
            label for i in self.usable for label in self.counts[i] if _LETTERED.search(label)
        )
        if labels:
            yield self._say("LT-HIS-008", "labels", _listed(labels), severity=Severity.NOTE)

    def _divisions(self) -> Iterator[Problem]:
        for before, after in pairwise(self.usable):
            gone = self.counts[before].keys() - self.counts[after].keys()
            if len(gone) >= DIVISION:
                for unit in _emptied(self.history.versions[before].root, gone, self.labels):
                    labels = self.labels.of(unit)
                    said = " ".join(filter(None, (unit.num, unit.heading)))
                    read = f"{len(labels)} articles of {said!r} gone since {self._day(before)}"
                    yield self._say(
                        "LT-HIS-009", _where(self.history.versions[after]), f"{read}: {_listed(labels)}"
                    )

    def _loose(self) -> Iterator[Problem]:
        seen: dict[tuple[str, str], list[Version]] = {}
        known: dict[int, list[tuple[str, str]]] = {}
        for i in self.usable:
            version = self.history.versions[i]
            for found in _loose_in(version.root, known):
                seen.setdefault(found, []).append(version)
        for (heading, text), held in seen.items():
            read = f"{text!r} under {heading!r}, in {counted(len(held), 'version')}"
            yield self._say("LT-HIS-013", _span(held), read, severity=Severity.NOTE)


def _where(version: Version) -> str:
    return f"{version.day} {version.id[:8]}"


def _span(held: Sequence[Version]) -> str:
    first, last = held[0].day, held[-1].day
    return str(first) if first == last else f"{first} to {last}"


def _listed(labels: Iterable[str]) -> str:
    every = list(labels)
    more = f" and {len(every) - _SHOWN} more" if len(every) > _SHOWN else ""
    return ", ".join(every[:_SHOWN]) + more


def _emptied(unit: Unit, gone: "set[str]", labels: Labels) -> Iterator[Unit]:
    """The widest divisions in a unit of which every article is gone."""
    for child in unit.children:
        inside = labels.of(child)
        if child.type == "article" or not gone.intersection(inside):
            continue
        if len(inside) >= DIVISION and gone.issuperset(inside):
            yield child
        else:
            yield from _emptied(child, gone, labels)


def _strays_in(
    unit: Unit, known: dict[int, tuple[Unit, tuple[tuple[str, str], ...]]]
) -> tuple[tuple[str, str], ...]:
    """Labels of articles with each line in them that by itself would open an article."""
    held = known.get(id(unit))
    if held is None:
        if unit.type == "article":
            lines = (inner.text for _, inner in unit.walk() if inner.is_block)
            own = plain_label(unit.num)
            found = tuple((own, line) for line in lines if len(line) < _LONGEST and _opens_article(line))
        else:
            found = tuple(one for child in unit.children for one in _strays_in(child, known))
        held = known[id(unit)] = (unit, found)
    return held[1]


def _opens_article(line: str) -> bool:
    heading = bare_heading(line)
    return heading is not None and heading.element == "article"


def _loose_in(unit: Unit, known: dict[int, list[tuple[str, str]]]) -> list[tuple[str, str]]:
    """Headings of divisions with the text that stands directly under them."""
    if unit.type == "article" or unit.is_block:
        return []
    held = known.get(id(unit))
    if held is None:
        said = " ".join(filter(None, (unit.num, unit.heading)))
        held = [
            (said, child.text[:80]) for child in unit.children if child.is_block and child.text and unit.num
        ]
        held += [found for child in unit.children for found in _loose_in(child, known)]
        known[id(unit)] = held
    return held
