"""Which unit of one tree is which of another, though numbers, places and words may have changed.

From the surest to the least sure:

1. what is equal with all inside it, under parents that correspond;
2. what is equal but for its number, wherever it stands, when each tree has it once;
3. parents of what corresponds; then, under parents that correspond, the same number with words that are
   alike, alike words under another number, and at last the same number whatever the words;
4. the same given address or the same article, wherever it stands, when the words are alike.

The roots always correspond. The time taken grows with what differs, not with the trees.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Final, TypeAlias

from ..model.unit import Unit

__all__ = ["Node", "matched"]

_Key: TypeAlias = "Callable[[Node], Hashable]"
_Content: TypeAlias = Callable[[Unit], Hashable]

_ALIKE: Final = 0.5
_SAME_NUMBER_ALIKE: Final = 0.3
# Shorter words ("Repealed.", "means") are found in many places and prove nothing about where they came from.
_TELLING: Final = 24
# Beside so many siblings without partner, only near ones are compared with each other.
_MOST_COMPARED: Final = 400
_NEAR: Final = 6
_MOST_WORDS: Final = 400
_LONG_WORDS: Final = 16


class Node:
    """A unit at its place in one of two trees, and its counterpart in the other.

    Attributes:
        unit: The unit.
        parent: The node around it; None for a root.
        partner: The node that it corresponds to; None when it is only in its own tree.
        is_whole: Whether all inside it is equal to all inside its partner.
    """

    __slots__ = ("_bag", "_kids", "is_whole", "parent", "partner", "unit")

    def __init__(self, unit: Unit, parent: "Node | None" = None) -> None:
        self.unit, self.parent = unit, parent
        self.partner: Node | None = None
        self.is_whole = False
        self._kids: list[Node] | None = None
        self._bag: Counter[str] | None = None

    @property
    def kids(self) -> "list[Node]":
        """The nodes inside it; made when first asked for."""
        if self._kids is None:
            self._kids = [Node(child, self) for child in self.unit.children]
        return self._kids

    @property
    def bag(self) -> Counter[str]:
        """The words in it and how often each stands there, of a long unit the first ones."""
        if self._bag is None:
            words: list[str] = []
            for _, unit in self.unit.walk():
                words += _words(unit.heading)
                words += _words(unit.text)
                if len(words) > _MOST_WORDS:
                    break
            self._bag = Counter(words)
        return self._bag


def _words(text: str) -> list[str]:
    """What stands between blanks; the characters of a text that has hardly any, as in Chinese or Thai."""
    words = text.split()
    return words if len(text) <= _LONG_WORDS * len(words) else list("".join(words))


def matched(old: Unit, new: Unit) -> tuple[Node, Node]:
    """The roots of two trees whose nodes know their partners."""
    roots = Node(old), Node(new)
    _pair(*roots)
    if old == new:
        _settle(*roots)
        return roots
    _descend([roots])
    gone, come = (_open_nodes(root) for root in roots)
    _by_content(gone, come, lambda unit: (unit.type, unit.heading, unit.text, unit.children))
    _by_content(gone, come, lambda unit: unit.text if len(unit.text) >= _TELLING else None)
    _by_children(gone, come)
    _under_parents(_pairs_of(roots[0]))
    _by_address(gone, come)
    return roots


def _pair(old: Node, new: Node) -> None:
    old.partner, new.partner = new, old


def _settle(old: Node, new: Node) -> None:
    old.is_whole = new.is_whole = True


def _free(nodes: Iterable[Node]) -> list[Node]:
    return [node for node in nodes if node.partner is None]


def _is_open(node: Node) -> bool:
    """Whether it has no partner, nor one by being inside a node that is whole."""
    if node.partner is not None:
        return False
    above = node.parent
    while above is not None:
        if above.is_whole:
            return False
        above = above.parent
    return True


def _pairs_of(root: Node) -> list[tuple[Node, Node]]:
    """All pairs whose insides may differ, outer ones first."""
    found = []
    stack = [root]
    while stack:
        node = stack.pop()
        if node.is_whole:
            continue
        if node.partner is not None:
            found.append((node, node.partner))
        stack.extend(reversed(node.kids))
    return found


def _descend(pairs: list[tuple[Node, Node]]) -> None:
    """Pair equal children of each pair, and those of the same number that have enough inside in common."""
    while pairs:
        old, new = pairs.pop()
        if old.is_whole:
            continue
        is_same = old.unit.children == new.unit.children
        if is_same and not _any_matched_inside(old) and not _any_matched_inside(new):
            _settle(old, new)
            continue
        _equal_children(old, new)
        theirs = _once(_free(new.kids), _label)
        for label, one in _once(_free(old.kids), _label).items():
            other = theirs.get(label)
            if other is not None and _share_children(one.unit, other.unit):
                _pair(one, other)
                pairs.append((one, other))


def _any_matched_inside(node: Node) -> bool:
    """Whether a unit inside has a partner already; it may then be one elsewhere."""
    if node._kids is None:
        return False
    return any(kid.partner is not None or _any_matched_inside(kid) for kid in node._kids)


def _equal_children(old: Node, new: Node) -> None:
    by_unit: dict[Unit, list[Node]] = {}
    for kid in reversed(old.kids):
        if kid.partner is None and not _any_matched_inside(kid):
            by_unit.setdefault(kid.unit, []).append(kid)
    for kid in new.kids:
        if kid.partner is None and (same := by_unit.get(kid.unit)) and not _any_matched_inside(kid):
            other = same.pop()
            _pair(other, kid)
            _settle(other, kid)


def _label(node: Node) -> Hashable:
    return (node.unit.type, node.unit.num, node.unit.eid) if node.unit.num or node.unit.eid else None


def _once(nodes: Iterable[Node], key: "_Key") -> dict[Hashable, Node]:
    """The nodes by key, those left out whose key is None or another's too."""
    found: dict[Hashable, Node | None] = {}
    for node in nodes:
        if (held := key(node)) is not None:
            found[held] = None if held in found else node
    return {held: node for held, node in found.items() if node is not None}


def _share_children(old: Unit, new: Unit) -> bool:
    fewer = min(len(old.children), len(new.children))
    return fewer > 0 and 2 * len(set(old.children) & set(new.children)) >= fewer


def _open_nodes(root: Node) -> list[Node]:
    """Every node without partner, in the order of the text."""
    found = []
    stack = [root]
    while stack:
        node = stack.pop()
        if node.partner is None:
            found.append(node)
        if not node.is_whole:
            stack.extend(reversed(node.kids))
    return found


def _by_content(gone: list[Node], come: list[Node], content: "_Content") -> None:
    """Pair nodes of equal content that each side has once, when it is long enough to tell."""

    def key(node: Node) -> Hashable:
        return content(node.unit) if _is_open(node) and _is_telling(node.unit) else None

    theirs = _once(come, key)
    for held, one in _once(gone, key).items():
        other = theirs.get(held)
        # What is inside a pair made just now has its partner already.
        if other is not None and _is_open(one) and _is_open(other):
            _pair(one, other)
            _descend([(one, other)])


def _is_telling(unit: Unit) -> bool:
    length = len(unit.text) + len(unit.heading)
    if length >= _TELLING:
        return True
    for child in unit.children:
        length += len(child.text) + len(child.heading)
        if length >= _TELLING:
            return True
    return False


def _by_children(gone: list[Node], come: list[Node]) -> None:
    """Pair parents most of whose children correspond, inner ones first."""
    is_come = set(come)
    for one in reversed(gone):
        if not _is_open(one):
            continue
        votes: Counter[Node] = Counter()
        for kid in one.kids:
            other = kid.partner.parent if kid.partner is not None else None
            if other is not None and other in is_come and _is_open(other):
                votes[other] += 1
        if not votes:
            continue
        best, count = max(votes.items(), key=lambda vote: (vote[1], vote[0].unit.num == one.unit.num))
        if best.unit.type == one.unit.type and 2 * count >= min(len(one.kids), len(best.kids)):
            _pair(one, best)


def _under_parents(pairs: list[tuple[Node, Node]]) -> None:
    """Pair the children of pairs, and theirs."""
    pairs = pairs[::-1]
    while pairs:
        old, new = pairs.pop()
        if old.is_whole or not (old.kids or new.kids):
            continue
        made = [*_by_number(old, new, _SAME_NUMBER_ALIKE), *_by_likeness(old, new)]
        made += [*_by_number(old, new, 0), *_blocks(old, new)]
        _descend([*made])
        for one, _ in made:
            pairs += reversed(_pairs_of(one))


def _by_number(old: Node, new: Node, least: float) -> Iterator[tuple[Node, Node]]:
    """Free children of one type and number, when their words are alike enough."""

    def number(node: Node) -> Hashable:
        return (node.unit.type, node.unit.num) if node.unit.num else None

    theirs = _once(_free(new.kids), number)
    for label, one in _once(_free(old.kids), number).items():
        other = theirs.get(label)
        if other is not None and (not least or _likeness(one, other) >= least):
            _pair(one, other)
            yield one, other


def _by_likeness(old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    """Free children of one type by how alike their words are, the most alike first."""
    ours, theirs = _free(old.kids), _free(new.kids)
    near = len(ours) * len(theirs) > _MOST_COMPARED
    scores = []
    for i, one in enumerate(ours):
        # The place that would be this one's if all between had the same length.
        middle = i * len(theirs) // len(ours)
        window = (
            range(max(0, middle - _NEAR), min(len(theirs), middle + _NEAR + 1))
            if near
            else range(len(theirs))
        )
        for j in window:
            if one.unit.type == theirs[j].unit.type and (score := _likeness(one, theirs[j])) >= _ALIKE:
                scores.append((-score, abs(i - j), i, j))
    for _, _, i, j in sorted(scores):
        if ours[i].partner is None and theirs[j].partner is None:
            _pair(ours[i], theirs[j])
            yield ours[i], theirs[j]


def _blocks(old: Node, new: Node) -> Iterator[tuple[Node, Node]]:
    """Free children without number, such as the only block of words of a provision: by type, in order."""
    theirs = defaultdict(list)
    for kid in reversed(_free(new.kids)):
        if not kid.unit.num:
            theirs[kid.unit.type].append(kid)
    for kid in _free(old.kids):
        if not kid.unit.num and (same := theirs[kid.unit.type]):
            other = same.pop()
            _pair(kid, other)
            yield kid, other


def _likeness(one: Node, other: Node) -> float:
    """Share of words that both have: 0 nothing, 1 the same words; 1 for two units without words."""
    ours, theirs = one.bag, other.bag
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0


_THROUGH: Final = frozenset({"article", "section"})


def _by_address(gone: list[Node], come: list[Node]) -> None:
    """Pair what stands elsewhere under the address it had, when its words are alike."""

    def address(node: Node) -> Hashable:
        if not _is_open(node):
            return None
        if node.unit.eid:
            return node.unit.eid
        return (node.unit.type, node.unit.num) if node.unit.type in _THROUGH and node.unit.num else None

    theirs = _once(come, address)
    made = []
    for held, one in _once(gone, address).items():
        other = theirs.get(held)
        if other is not None and one.unit.type == other.unit.type and _likeness(one, other) >= _ALIKE:
            _pair(one, other)
            made.append((one, other))
    _descend([*made])
    _under_parents([pair for one, _ in made for pair in _pairs_of(one)])
