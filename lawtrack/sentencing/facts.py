"""Penalty facts: the dated facts of legal orders as data, shipped for some and read from files for others."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs
from attrs import field, frozen

from ..errors import ReadingError, UnknownNameError, nearest
from ..penalties.amounts import as_bound
from ..shipped import read_table
from .dated_facts import GeneralPart, Moratorium, RegimeName
from .index_units import IndexPoint, IndexUnitSeries

__all__ = ["PenaltyFacts", "penalty_facts"]

_SHIPPED = ("KZ",)
_LARGEST = 5_000_000


def _as_tuple(items: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(items)


@frozen(kw_only=True)
class PenaltyFacts:
    """Index units, general-part bounds, moratoria and names of regimes, each with dates and sources.

    A study's own facts are read from a TOML file (:meth:`read`) and added with :meth:`with_`.
    """

    index_units: tuple[IndexUnitSeries, ...] = field(default=(), converter=_as_tuple)
    general_part: tuple[GeneralPart, ...] = field(default=(), converter=_as_tuple)
    moratoria: tuple[Moratorium, ...] = field(default=(), converter=_as_tuple)
    regimes: tuple[RegimeName, ...] = field(default=(), converter=_as_tuple)

    @classmethod
    def read(cls, path: str | Path) -> "PenaltyFacts":
        """Read a TOML file in the layout of the shipped ones: ``jurisdiction``, then ``[[index_unit]]``,
        ``[[general_part]]``, ``[[moratorium]]`` and ``[[regime]]``.

        Raises:
            ReadingError: For the first thing that does not fit; unknown keys are refused.
        """
        import tomllib

        file = Path(path)
        try:
            if file.stat().st_size > _LARGEST:
                raise ReadingError(str(path), f"a file of at most {_LARGEST} bytes", code="LT-IO-005")
            table = tomllib.loads(file.read_text("utf-8"))
        except OSError as fault:
            raise ReadingError(
                str(path), "a readable file of penalty facts", f"{fault}.", code="LT-IO-006"
            ) from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            raise ReadingError(
                str(path), "a TOML file of penalty facts", f"{fault}.", code="LT-IO-002"
            ) from None
        return cls.of_table(table)

    @classmethod
    def of_table(cls, table: Mapping[str, Any]) -> "PenaltyFacts":
        """The facts in a table as TOML gives it; raises as :meth:`read`."""
        _check_keys(table, ("jurisdiction", *_LISTS), "the file")
        country = table.get("jurisdiction")
        found: dict[str, Any] = {}
        for word, (name, make) in _LISTS.items():
            rows = table.get(word, [])
            if not isinstance(rows, list):
                raise ReadingError(
                    rows, f"a list of tables: [[{word}]]", f"Write [[{word}]].", code="LT-KEY-002"
                )
            found[name] = tuple(make(row, country, f"{word}[{i}]") for i, row in enumerate(rows))
        return cls(**found)

    def with_(self, other: "PenaltyFacts") -> "PenaltyFacts":
        """These facts and those of *other*; nothing is replaced, so two that differ are both kept."""
        fields = ("index_units", "general_part", "moratoria", "regimes")
        return PenaltyFacts(
            **{name: dict.fromkeys((*getattr(self, name), *getattr(other, name))) for name in fields}
        )

    def series(self, unit: str, jurisdiction: str) -> IndexUnitSeries:
        """What an index unit is worth, from every series of it that is held.

        Raises UnknownNameError naming the known ones, and ReadingError when two give one day different
        worths.
        """
        held = [one for one in self.index_units if (one.unit_id, one.jurisdiction) == (unit, jurisdiction)]
        if not held:
            known = [f"{one.unit_id} ({one.jurisdiction})" for one in self.index_units]
            raise UnknownNameError("series of index unit", f"{unit} ({jurisdiction})", known)
        if len(held) == 1:
            return held[0]
        points: list[IndexPoint] = []
        for point in sorted((point for one in held for point in one.points), key=lambda point: point.start):
            last = points[-1] if points else None
            if last is None or not _overlap(last, point):
                points.append(point)
            elif last.worth != point.worth:
                raise ReadingError(
                    f"{last.worth} and {point.worth} on {point.start}",
                    f"one worth of 1 {unit} ({jurisdiction}) for each day",
                    f"Sources differ ({last.source or 'none told'}; {point.source or 'none told'}); "
                    "keep the facts you mean in a PenaltyFacts of their own.",
                )
            elif point.until is not None and last.until is not None and last.until < point.until:
                points.append(attrs.evolve(point, start=last.until))
        return attrs.evolve(held[0], points=points)


def _overlap(first: IndexPoint, second: IndexPoint) -> bool:
    return first.holds_on(second.start)


@lru_cache(maxsize=1)
def penalty_facts() -> PenaltyFacts:
    """The facts that come with lawtrack: what a source states, with its confidence; today Kazakhstan only."""
    facts = PenaltyFacts()
    for country in _SHIPPED:
        facts = facts.with_(PenaltyFacts.of_table(read_table(f"penalties_{country.lower()}")))
    return facts


def _check_keys(row: Any, known: tuple[str, ...], where: str) -> None:
    if not isinstance(row, Mapping):
        raise ReadingError(row, f"a table at {where}", code="LT-KEY-003")
    for key in row:
        if key not in known:
            near = nearest(key, known)
            hint = f"Did you mean {near!r}?" if near else f"Known: {', '.join(known)}."
            raise ReadingError(key, f"a key that {where} knows", hint, code="LT-KEY-001")


def _record(cls: Any, renamed: Mapping[str, str] | None = None) -> Callable[..., Any]:
    """Builds a record of *cls* from a table; *renamed* gives the file's words for fields."""
    words = {name: word for word, name in (renamed or {}).items()}
    fields = {words.get(a.name, a.name): a for a in attrs.fields(cls)}

    def make(row: Any, country: Any, where: str) -> Any:
        _check_keys(row, tuple(fields), where)
        given = dict(row)
        if "jurisdiction" in fields:
            given.setdefault("jurisdiction", country)
        for word, attribute in fields.items():
            if (word not in given or given[word] is None) and attribute.default is attrs.NOTHING:
                raise ReadingError(sorted(given), f"{word} in {where}", code="LT-KEY-004")
        try:
            return cls(**{fields[word].name: value for word, value in given.items()})
        except ReadingError as fault:
            raise ReadingError(
                fault.read, f"{fault.expected} (in {where})", fault.hint, code=fault.code
            ) from None
        except (TypeError, ValueError) as fault:
            raise ReadingError(row, f"a record that fits {where}", f"{fault}.", code="LT-KEY-003") from None

    return make


_index_point = _record(IndexPoint, {"from": "start", "amount": "worth"})
_index_unit = _record(IndexUnitSeries, {"unit": "unit_id"})


def _series(row: Any, country: Any, where: str) -> IndexUnitSeries:
    if not isinstance(row, Mapping):
        raise ReadingError(row, f"a table at {where}", code="LT-KEY-003")
    points = row.get("points", [])
    if not isinstance(points, list):
        raise ReadingError(points, f"a list of points in {where}", code="LT-KEY-002")
    made = [
        _index_point(
            {**point, "amount": as_bound(point.get("amount"))} if isinstance(point, Mapping) else point,
            None,
            f"{where}.points[{i}]",
        )
        for i, point in enumerate(points)
    ]
    series: IndexUnitSeries = _index_unit({**row, "points": made}, country, where)
    return series


_LISTS: Mapping[str, tuple[str, Callable[[Any, Any, str], Any]]] = {
    "index_unit": ("index_units", _series),
    "general_part": ("general_part", _record(GeneralPart)),
    "moratorium": ("moratoria", _record(Moratorium)),
    "regime": ("regimes", _record(RegimeName)),
}
