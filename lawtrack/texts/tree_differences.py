"""How two trees of text differ: what came, went, moved, got another number or other words."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from ..model.addresses import eids
from ..model.grafting import OWN_PARTS
from ..model.modification import Modification
from ..model.unit import IndexPath, Unit
from .differences import TextDiff, text_diff
from .editing import edits_between
from .excerpts import excerpts
from .inversion import invert
from .matching import Node, matched
from .tokens import same_but_layout
from .unprinted import UNPRINTED, TreeChangeKind, unprinted

if TYPE_CHECKING:
    from ..tables import Table

__all__ = ["TreeChange", "TreeChangeKind", "TreeDiff", "tree_diff"]

_SHOWN = 300


@frozen
class TreeChange:
    """One thing that happened to one unit; a unit that moved and was reworded has two.

    Attributes:
        kind: INSERTED and REPEALED units come and go with all inside them, and are not listed again there.
            The last four are about what is not printed: the type of the unit, marks in its lines such as
            references and terms, the address that the file gives it, and its other attributes.
        old_eid: Address in the old tree; empty for what was inserted.
        new_eid: Address in the new tree; empty for what was repealed.
        old: The unit there; None for what was inserted.
        new: The unit there; None for what was repealed.
    """

    kind: TreeChangeKind
    old_eid: str
    new_eid: str
    old: Unit | None
    new: Unit | None

    @property
    def words(self) -> TextDiff:
        """How the unit's own number, heading and words differ; of what came or went, all inside it too."""
        if self.kind in (TreeChangeKind.INSERTED, TreeChangeKind.REPEALED):
            return text_diff(*("" if unit is None else unit.plain_text() for unit in (self.old, self.new)))
        return text_diff(*(_own_words(unit) for unit in (self.old, self.new) if unit is not None))


def _own_words(unit: Unit) -> str:
    return " ".join(filter(None, (unit.num, unit.heading, unit.text)))


_Found: TypeAlias = tuple[TreeChangeKind, IndexPath | None, IndexPath | None]
"""What happened, the way to the unit in the old tree, and in the new one."""


@frozen(repr=False)
class TreeDiff:
    """The difference of two trees.

    Iterating gives the modifications, so ``lt.apply(old, diff)`` is *new* and
    ``lt.apply(new, diff.inverted())`` is *old*. Targets are ways from the root, places counted from 0, as
    they are when the turn of each comes.

    Attributes:
        old: The old tree.
        new: The new tree.
        modifications: What makes *new* of *old*, in order.
        ignore_layout: Whether changes of layout are left out of ``changes``; the modifications hold all.
    """

    old: Unit
    new: Unit
    modifications: tuple[Modification, ...]
    _found: tuple[_Found, ...] = field(eq=False, alias="found")
    ignore_layout: bool = False

    def __iter__(self) -> Iterator[Modification]:
        return iter(self.modifications)

    def __len__(self) -> int:
        return len(self.modifications)

    def __bool__(self) -> bool:
        """Whether anything differs, layout apart where it is ignored."""
        return bool(self._told if self.ignore_layout else self.modifications)

    def inverted(self) -> "TreeDiff":
        """The difference from the new tree back to the old one."""
        found = [(_BACKWARDS.get(kind, kind), here, there) for kind, there, here in self._found]
        found.sort(key=_place)
        back = invert(self.old, self.modifications)
        return TreeDiff(self.new, self.old, back, tuple(found), self.ignore_layout)

    @property
    def _told(self) -> tuple[_Found, ...]:
        if not self.ignore_layout:
            return self._found
        return tuple(found for found in self._found if found[0] is not TreeChangeKind.LAYOUT)

    @cached_property
    def changes(self) -> tuple[TreeChange, ...]:
        """What happened to each unit, in the order of the new tree; then the repealed, in that of the old."""
        before, after = _addresses(self.old), _addresses(self.new)
        return tuple(
            TreeChange(
                kind,
                "" if there is None else before[there],
                "" if here is None else after[here],
                None if there is None else self.old.at(there),
                None if here is None else self.new.at(here),
            )
            for kind, there, here in self._told
        )

    def table(self) -> "Table":
        """One row for each change: change, old address, new address, what was there, what is there."""
        from ..tables import Table

        rows = []
        for change in self.changes:
            rows.append((change.kind.value, change.old_eid, change.new_eid, *_shown(change)))
        return Table(("change", "old address", "new address", "old", "new"), rows)

    def __repr__(self) -> str:
        counts: dict[str, int] = {}
        for kind, _, _ in self._told:
            counts[kind.value] = counts.get(kind.value, 0) + 1
        told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
        return f"<TreeDiff: {told or 'no change'}>"

    def _repr_html_(self) -> str:
        return self.table().to_html()


def _addresses(root: Unit) -> Mapping[IndexPath, str]:
    return {path: eid for eid, path in eids(root).items()}


_BACKWARDS: Mapping[TreeChangeKind, TreeChangeKind] = {
    TreeChangeKind.INSERTED: TreeChangeKind.REPEALED,
    TreeChangeKind.REPEALED: TreeChangeKind.INSERTED,
}


def _place(found: _Found) -> tuple[bool, IndexPath]:
    """By the order of the new tree; what has no place there comes last, by that of the old."""
    _, there, here = found
    return (False, here) if here is not None else (True, there or ())


def _shown(change: TreeChange) -> tuple[str, str]:
    """What the table shows on either side; of long words the part that differs."""
    old, new, kind = change.old, change.new, change.kind
    if old is not None and new is not None and kind in UNPRINTED:
        return excerpts("; ".join(unprinted(old, new, kind)), "; ".join(unprinted(new, old, kind)), _SHOWN)
    whole = kind in (TreeChangeKind.INSERTED, TreeChangeKind.REPEALED, TreeChangeKind.MOVED)
    said, says = (
        "" if unit is None else unit.plain_text() if whole else _own_words(unit) for unit in (old, new)
    )
    return excerpts(said, says, _SHOWN)


def tree_diff(old: Unit, new: Unit, *, ignore_layout: bool = False) -> TreeDiff:
    """Compare two trees: which unit became which, and the modifications that lead from one to the other.

    A unit keeps its identity when its words do, whatever its number or place; :mod:`lawtrack.texts.matching`
    says how corresponding units are found. ``apply(old, diff) == new`` holds for any two trees.
    """
    roots = matched(old, new)
    # Taken before editing, which uses the nodes up.
    before, after = (list(_listed(root)) for root in roots)
    places = {node: path for path, node in before}
    pairs = [(path, node, node.partner) for path, node in after]
    gone = [path for path, node in before if node.partner is None]
    edits = edits_between(*roots)
    found: list[_Found] = []
    for path, node, partner in pairs:
        if partner is None:
            found.append((TreeChangeKind.INSERTED, None, path))
            continue
        kinds = [TreeChangeKind.MOVED] if partner in edits.moved else []
        kinds += _kinds(partner.unit, node.unit)
        found += [(kind, places[partner], path) for kind in kinds]
    found += [(TreeChangeKind.REPEALED, path, None) for path in gone]
    return TreeDiff(old, new, edits.modifications, tuple(found), ignore_layout)


def _listed(root: Node) -> Iterator[tuple[IndexPath, Node]]:
    """The nodes that may have changed, with the way to each; of those without partner the outermost."""
    stack: list[tuple[IndexPath, Node, bool]] = [((), root, False)]
    while stack:
        path, node, is_inside = stack.pop()
        is_alone = node.partner is None
        if not (is_alone and is_inside):
            yield path, node
        if not node.is_whole:
            kids = [((*path, place), kid, is_alone) for place, kid in enumerate(node.kids)]
            stack.extend(reversed(kids))


def _kinds(old: Unit, new: Unit) -> list[TreeChangeKind]:
    kinds = []
    differing = [part for part in OWN_PARTS if getattr(old, part) != getattr(new, part)]
    other = [part for part in differing if not same_but_layout(getattr(old, part), getattr(new, part))]
    if "num" in other:
        kinds.append(TreeChangeKind.RENUMBERED)
    if "heading" in other or "text" in other:
        kinds.append(TreeChangeKind.REWORDED)
    if differing and not other:
        kinds.append(TreeChangeKind.LAYOUT)
    if (old.type, old.attributes, old.eid) != (new.type, new.attributes, new.eid):
        kinds += (kind for kind in UNPRINTED if unprinted(old, new, kind) or unprinted(new, old, kind))
    return kinds
