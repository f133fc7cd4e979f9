"""Versions and differences of parts of the Code of Federal Regulations, as this data set lays them out."""

import gzip
import json
from collections import Counter

from lawtrack.model.modification import Insertion, Modification, Repeal, WordSubstitution
from lawtrack.model.unit import Unit

__all__ = ["Part", "differences", "modifications"]

_TYPES = {"subpart": "subpart", "note": "note", "extract": "extract"}


def differences(one: Unit, other: Unit) -> Counter[str]:
    """Where two trees differ: ``text`` (white space aside), ``type``, ``order`` or presence of a ``unit``."""
    mine, theirs = ({unit.eid: unit for _, unit in tree.walk()} for tree in (one, other))
    found = Counter({"unit": len(mine.keys() ^ theirs.keys())})
    for label in mine.keys() & theirs.keys():
        a, b = mine[label], theirs[label]
        found["text"] += _bare(a.text) != _bare(b.text) or _bare(a.heading) != _bare(b.heading)
        found["type"] += a.type != b.type
        found["order"] += [c.eid for c in a.children] != [c.eid for c in b.children]
    return +found


def _bare(text: str) -> str:
    return "".join(text.split())


def _key(label: list[str]) -> str:
    return "-".join(label)


def _unit(node: dict, children: list[Unit]) -> Unit:
    label = node["label"]
    plain = "part" if len(label) == 1 else "section" if len(label) == 2 else "paragraph"
    return Unit(
        type=_TYPES.get(node["type"], plain),
        heading=node.get("title", ""),
        text=node["text"],
        children=children,
        eid=_key(label),
    )


def _tree(node: dict) -> Unit:
    return _unit(node, [_tree(child) for child in node["children"]])


class Part:
    """All that one file holds: trees by version, and the difference of each pair as it is in the file."""

    def __init__(self, path):
        self.trees: dict[str, Unit] = {}
        self.diffs: list[dict] = []
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["record"] == "version":
                    self.trees[record["version"]] = _tree(record["tree"])
                elif record["record"] == "diff":
                    self.diffs.append(record)


def modifications(old: Unit, entries: list[dict]) -> list[Modification]:
    """The entries of a difference as modifications of *old*, in an order in which they apply.

    Offsets and places count in the old text, so what stands last is changed first.
    """
    units = {unit.eid: unit for _, unit in old.walk()}
    added = {entry["label"]: entry["node"] for entry in entries if entry["op"] == "added"}
    words: list[Modification] = []
    places: list[Modification] = []
    for entry in entries:
        if entry["op"] == "modified":
            unit = units[entry["label"]]
            words += _words(unit, "text", unit.text, entry.get("text", []))
            words += _words(unit, "heading", unit.heading, entry.get("title", []))
            places += _places(unit, entry.get("child_ops", []), units, added)
    return words + places


def _words(unit: Unit, part: str, string: str, changes: list) -> list[Modification]:
    found = []
    for change in reversed(changes):
        deletion, insertion = _pair(change)
        start = (deletion or insertion)[1]
        old = string[start : deletion[2]] if deletion else ""
        new = insertion[2] if insertion else ""
        found.append(WordSubstitution(target=unit.eid, part=part, at=start, old=old, new=new))
    return found


def _pair(change: list) -> tuple[list | None, list | None]:
    operations = change if isinstance(change[0], list) else [change]
    by_name = {operation[0]: operation for operation in operations}
    return by_name.get("delete"), by_name.get("insert")


def _places(unit: Unit, operations: list, units: dict, added: dict) -> list[Modification]:
    found: list[Modification] = []
    for name, start, *rest in reversed(operations):
        if name == "delete":
            gone = range(rest[0] - 1, start - 1, -1)
            found += [Repeal(target=unit.children[place].eid) for place in gone]
        elif name == "insert":
            new = [_added(label, units, added) for label in rest[0]]
            found.append(Insertion(target=unit.eid, where=start, units=new))
    return found


def _added(label: str, units: dict, added: dict) -> Unit:
    if label not in added:
        return units[label]
    node = added[label]
    return _unit(node, [_added(child, units, added) for child in node["child_labels"]])
