"""From corresponding units to the modifications that make one tree of the other.

They are in an order in which each fits what those before it left: words first, while every unit still has
its old address; then what goes with all that is inside it; numbers; what comes or moves, from the root down
and from left to right; at last what is empty after its contents moved elsewhere.
"""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from ..model.modification import (
    Insertion,
    Modification,
    Move,
    PartSubstitution,
    Renumbering,
    Repeal,
    UnitSubstitution,
    WordSubstitution,
    Wrapping,
)
from ..model.unit import TEXT_BLOCKS, UNKNOWN_WORDS, IndexPath, Unit
from .differences import text_diff
from .matching import Node
from .renumbering import renumbered
from .rising import longest_rising

__all__ = ["Edits", "edits_between"]

# More scattered words than that read better as a whole string exchanged.
_MOST_WORD_CHANGES: Final = 8
_FIELDS: Final = frozenset({"type", "num", "heading", "text", "eid"})


@frozen
class Edits:
    """What leads from one tree to the other.

    Attributes:
        modifications: In their order.
        moved: Nodes of the old tree that went to another place.
    """

    modifications: tuple[Modification, ...]
    moved: frozenset[Node]


def edits_between(old: Node, new: Node) -> Edits:
    """The modifications that make the new tree of the old one; the nodes of the old tree are used up."""
    return _Editor(old, new).run()


class _Editor:
    """The old tree on its way to the new one, and the modifications so far."""

    def __init__(self, old: Node, new: Node) -> None:
        self._old, self._new = old, new
        self._done: list[Modification] = []
        self._moved: set[Node] = set()
        # Number and type that nodes have by now; of inserted ones from the start.
        self._labels: dict[Node, tuple[str, str]] = {}

    def run(self) -> Edits:
        pairs = list(_open_pairs(self._old))
        odd = {old: new for old, new in pairs if _needs_whole(old.unit, new.unit)}
        for old, new in pairs:
            if old not in odd:
                self._reword(old, new)
        self._remove()
        for old, new in reversed(pairs):
            if old not in odd:
                self._relabel(old, new)
        self._place()
        self._remove(also_with_matches=True)
        for old, new in odd.items():
            self._done.append(UnitSubstitution(target=_path(old), units=(new.unit,), twin=True))
        return Edits(tuple(self._done), frozenset(self._moved))

    # words

    def _reword(self, old: Node, new: Node) -> None:
        before, after = old.unit, new.unit
        target = _path(old)
        for part in ("heading", "text"):
            said, says = getattr(before, part), getattr(after, part)
            if said != says:
                self._done += _words(target, before, part, said, says)
        if before.attributes != after.attributes:
            held, holds = dict(before.attributes), dict(after.attributes)
            for name in sorted(held.keys() | holds.keys()):
                if held.get(name) != holds.get(name):
                    self._done.append(
                        PartSubstitution(target=target, part=name, old=held.get(name), new=holds.get(name))
                    )

    # numbers

    def _relabel(self, old: Node, new: Node) -> None:
        before, after = old.unit, new.unit
        if before.type != after.type:
            self._exchange(old, "type", before.type, after.type)
            self._labels[old] = (after.type, before.num)
        eid = before.eid
        if before.num != after.num:
            label = (after.type, after.num)
            if after.num and not self._is_taken(old, label) and not _holds_eids_in(old, eid):
                self._done.append(Renumbering(target=_path(old), num=after.num))
                eid = renumbered(Unit(type=after.type, num=before.num, eid=eid), after.num).eid
            else:
                self._exchange(old, "num", before.num, after.num)
            self._labels[old] = label
        if eid != after.eid:
            self._exchange(old, "eid", eid, after.eid)

    def _exchange(self, node: Node, part: str, said: str, says: str) -> None:
        self._done.append(PartSubstitution(target=_path(node), part=part, old=said, new=says, twin=True))

    def _label(self, node: Node) -> tuple[str, str]:
        return self._labels.get(node) or (node.unit.type, node.unit.num)

    def _is_taken(self, node: Node, label: tuple[str, str], parent: Node | None = None) -> bool:
        home = parent or node.parent
        if not label[1] or home is None:
            return False
        return any(self._label(sibling) == label for sibling in home.kids if sibling is not node)

    # places

    def _place(self) -> None:
        """From the root down, give each unit the children it has in the new tree, in their order."""
        todo = [self._new]
        while todo:
            new = todo.pop()
            held = new.partner
            assert held is not None  # what had no partner has been inserted by now
            if new.is_whole:
                continue
            self._arrange(held, new)
            todo.extend(reversed(new.kids))

    def _arrange(self, held: Node, new: Node) -> None:
        self._wrap(held, new)
        places = {kid: place for place, kid in enumerate(held.kids)}
        here = [(places[kid.partner], kid) for kid in new.kids if kid.partner in places]
        stay = {here[at][1] for at in longest_rising(place for place, _ in here)}
        before: Node | None = None
        for kid in new.kids:
            if kid not in stay:
                place = 0 if before is None else held.kids.index(before) + 1
                if kid.partner is None:
                    self._insert(kid, held, place)
                else:
                    self._move(kid.partner, held, place)
            before = kid.partner

    def _insert(self, new: Node, parent: Node, place: int) -> None:
        node = _inserted(new, parent)
        twin = self._is_taken(node, self._label(node), parent)
        units = (_pruned(new),)
        self._done.append(Insertion(target=_path(parent), where=place, units=units, twin=twin))
        parent.kids.insert(place, node)

    def _move(self, node: Node, to: Node, place: int) -> None:
        target, goal = _path(node), _path(to)
        assert node.parent is not None  # roots correspond and stay
        at = node.parent.kids.index(node)
        if node.parent is to and at < place:
            place -= 1
        twin = self._is_taken(node, self._label(node), to)
        del node.parent.kids[at]
        to.kids.insert(place, node)
        node.parent = to
        self._moved.add(node)
        self._done.append(Move(target=target, to=goal, where=place, twin=twin))

    def _wrap(self, held: Node, new: Node) -> None:
        """When all that the unit holds gets one new unit around it, do that at once."""
        wraps = [kid for kid in new.kids if kid.partner is None and kid.kids and held.kids]
        wraps = [kid for kid in wraps if [inner.partner for inner in kid.kids] == held.kids]
        if len(wraps) != 1 or new.unit.text:
            return
        (wrap,) = wraps
        unit = wrap.unit
        if unit.attributes or unit.eid or unit.text or not unit.num:
            return
        self._done.append(Wrapping(target=_path(held), num=unit.num, type=unit.type, heading=unit.heading))
        node = Node(unit, held)
        node._kids = held.kids
        for kid in node.kids:
            kid.parent = node
            self._moved.add(kid)
        held._kids = [node]
        node.partner, wrap.partner = wrap, node

    # what goes

    def _remove(self, *, also_with_matches: bool = False) -> None:
        gone = list(_gone(self._old, also_with_matches))
        for node in reversed(gone):
            assert node.parent is not None
            self._done.append(Repeal(target=_path(node)))
            node.parent.kids.remove(node)


def _holds_eids_in(node: Node, eid: str) -> bool:
    """Whether an address given inside, final by now, begins with *eid*: renumbering would change it."""
    if not eid:
        return False
    nodes = [node]
    while nodes:
        kids = nodes.pop().kids
        inside = (unit for kid in kids for _, unit in (kid.partner or kid).unit.walk())
        if any(unit.eid.startswith(f"{eid}__") for unit in inside):
            return True
        nodes += kids
    return False


def _path(node: Node) -> IndexPath:
    steps = []
    while node.parent is not None:
        steps.append(node.parent.kids.index(node))
        node = node.parent
    return tuple(reversed(steps))


def _open_pairs(root: Node) -> Iterator[tuple[Node, Node]]:
    """Pairs whose own words or insides may differ, in the order of the old text."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.partner is not None:
            yield node, node.partner
        if not node.is_whole:
            stack.extend(reversed(node.kids))


def _needs_whole(old: Unit, new: Unit) -> bool:
    """Whether attributes cannot be exchanged by name: one has two of a name, or the name of a field."""
    if old.attributes == new.attributes:
        return False
    names = [[name for name, _ in unit.attributes] for unit in (old, new)]
    return any(len(set(held)) < len(held) or not _FIELDS.isdisjoint(held) for held in names)


def _words(target: IndexPath, unit: Unit, part: str, said: str, says: str) -> list[Modification]:
    """The string exchanged by words where they are known and offsets count in one string, else as a whole."""
    has_blocks = part == "text" and any(child.type in TEXT_BLOCKS for child in unit.children)
    by_words = said and says and not has_blocks and UNKNOWN_WORDS not in unit.attributes
    spans = text_diff(said, says).spans if by_words else ()
    if not 0 < len(spans) <= _MOST_WORD_CHANGES:
        return [PartSubstitution(target=target, part=part, old=said, new=says)]
    return [
        WordSubstitution(target=target, part=part, at=start, old=said[start:end], new=says[there:to])
        for start, end, there, to in reversed(spans)  # from the back, so that offsets hold
    ]


def _gone(root: Node, also_with_matches: bool) -> Iterator[Node]:
    """The outermost nodes without partner; at first only those inside which none has one either."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.is_whole:
            continue
        if node.partner is None and (also_with_matches or not _holds_partner(node)):
            yield node
        else:
            stack.extend(reversed(node.kids))


def _holds_partner(node: Node) -> bool:
    return any(kid.partner is not None or _holds_partner(kid) for kid in node._kids or ())


def _inserted(new: Node, parent: Node) -> Node:
    """The node of a unit that comes, with what comes inside it; what moves into it is not there yet."""
    node = Node(new.unit, parent)
    node.partner, new.partner = new, node
    if not _holds_partner(new):
        node.is_whole = new.is_whole = True
        return node
    node._kids = [_inserted(kid, node) for kid in new.kids if kid.partner is None]
    return node


def _pruned(new: Node) -> Unit:
    """The unit without what moves into it from elsewhere."""
    if new.is_whole:
        return new.unit
    assert new.partner is not None
    return new.unit.with_(children=tuple(_pruned(kid.partner) for kid in new.partner.kids if kid.partner))
