"""The short forms that authors may use in files, turned into the long ones that records have.

A record may carry ``assertions = [{ source = … }]``, or plainly ``source = "…"``, instead of separate
``[[assertion]]`` tables that name it.
"""

from typing import Any

import attrs

from ..corpus import RECORD_TYPES
from ..identifiers import tail
from ..patterns import pattern

__all__ = ["id_of", "lift_assertions"]

_HAVE_OWN_SOURCE = {word for word, cls in RECORD_TYPES.items() if "source" in attrs.fields_dict(cls)}
_NOT_IN_ID = pattern(r"[^!-~]+")
_LONGEST_TAIL = 80


def id_of(word: str, table: dict[str, Any]) -> str:
    """The id that a table gives its record, also one that follows from its fields; empty if there is none."""
    id = table.get("id")
    if isinstance(id, str):
        return id
    if word == "provision" and isinstance(table.get("work"), str) and isinstance(table.get("eid"), str):
        return f"{table['work']}~{table['eid']}"
    return ""


def lift_assertions(word: str, table: dict[str, Any]) -> tuple[dict[str, Any], list[tuple[str, object]]]:
    """The record's own data, and the assertions written inside it, each with its place.

    What should be an assertion and is no table comes as it stands, for the strict reader to name. The
    place of a plain ``source`` is empty, since its fields are those of the record.
    """
    within = "assertions" in table
    short = word not in _HAVE_OWN_SOURCE and "source" in table
    if not within and not short:
        return table, []
    own = dict(table)
    inside: list[tuple[str, object]] = []
    if isinstance(own.get("assertions"), list):
        inside += [(f"assertions[{i}]", item) for i, item in enumerate(own.pop("assertions"))]
    elif within:
        inside.append(("assertions", own.pop("assertions")))
    if short:
        source = own.pop("source")
        inside.append(("", {"source": source}) if isinstance(source, str) else ("source", source))
    about = id_of(word, table)
    taken: set[str] = set()
    return own, [(place, _named(about, item, taken)) for place, item in inside]


def _named(about: str, item: object, taken: set[str]) -> object:
    if not isinstance(item, dict):
        return item
    source = item.get("source")
    base = f"{about}@{_NOT_IN_ID.sub('-', tail(source))[:_LONGEST_TAIL] if isinstance(source, str) else ''}"
    name, number = base, 2
    while name in taken:
        name = f"{base}+{number}"
        number += 1
    taken.add(name)
    return {"id": name, "about": about, **item}
