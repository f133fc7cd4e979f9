"""Rules of a kind that is not installed: kept as they are, provided they can be written back exactly."""

import datetime
import json
from collections.abc import Iterator
from typing import Any

from cattrs.errors import ClassValidationError

from ..errors import ReadingError
from ..model.rule import OpaqueRule
from .leaves import refuse, whole
from .tables import at

__all__ = ["opaque_rule"]


def opaque_rule(tag: str, data: object) -> OpaqueRule:
    """The rule with its data in canonical JSON; ReadingErrors for what JSON cannot carry exactly."""
    faults = [at(place, fault) if place else fault for place, fault in _inexact(data, "")]
    if faults:
        raise ClassValidationError("opaque", faults, OpaqueRule)
    told = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_day)
    return OpaqueRule(tag=tag, data=told)


def _day(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _inexact(data: Any, place: str) -> Iterator[tuple[str, ReadingError]]:
    if isinstance(data, dict):
        for key, item in data.items():
            yield from _inexact(item, f"{place}.{key}" if place else str(key))
    elif isinstance(data, list):
        for i, item in enumerate(data):
            yield from _inexact(item, f"{place}[{i}]")
    elif isinstance(data, datetime.datetime | datetime.time):
        yield place, refuse(data, "a day without a time of day", code="LT-TIM-003")
    elif isinstance(data, int):
        try:
            whole(int(data), int)
        except ReadingError as fault:
            yield place, fault
    elif not isinstance(data, str | datetime.date):
        yield place, refuse(data, "a text, a whole number, true or false, a list or a table")
