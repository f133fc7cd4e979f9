"""The short forms that authors may use in files, turned into the long ones that records have.

A record may carry ``assertions = [{ source = … }]``, or plainly ``source = "…"``, instead of separate
``[[assertion]]`` tables that name it.
"""

from typing import Any

import attrs

from ..corpus import RECORD_TYPES
from ..identifiers import tail

__all__ = ["lift_assertions"]

_HAVE_OWN_SOURCE = {word for word, cls in RECORD_TYPES.items() if "source" in attrs.fields_dict(cls)}


def lift_assertions(
    word: str, table: dict[str, Any]
) -> tuple[dict[str, Any], list[tuple[str, dict[str, Any]]]]:
    """The record's own data, and the assertions written inside it, each with its place.

    Anything that does not have the expected shape is left where it stands, for the strict reader to name.
    """
    id = _id_of(word, table)
    if id is None:
        return table, []
    own = dict(table)
    inside: list[tuple[str, Any]] = []
    if isinstance(own.get("assertions"), list):
        inside += [(f"assertions[{i}]", item) for i, item in enumerate(own.pop("assertions"))]
    if word not in _HAVE_OWN_SOURCE and isinstance(own.get("source"), str):
        inside.append(("source", {"source": own.pop("source")}))
    lifted: list[tuple[str, dict[str, Any]]] = []
    taken: set[str] = set()
    for place, item in inside:
        if not isinstance(item, dict):
            own.setdefault("assertions", []).append(item)
            continue
        name = f"{id}@{tail(item['source'])}" if isinstance(item.get("source"), str) else f"{id}@"
        number = 2
        while name in taken:
            name = f"{name.rsplit('+', 1)[0]}+{number}"
            number += 1
        taken.add(name)
        lifted.append((place, {"id": name, "about": id, **item}))
    return own, lifted


def _id_of(word: str, table: dict[str, Any]) -> str | None:
    id = table.get("id")
    if isinstance(id, str):
        return id
    if word == "provision" and isinstance(table.get("work"), str) and isinstance(table.get("eid"), str):
        return f"{table['work']}~{table['eid']}"
    return None
