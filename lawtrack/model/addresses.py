"""Finding units of a tree: by eId, by label as printed, by path; and the address of each.

An address is worked out from types and numbers, so it holds in every version that prints the same numbers:

- A unit's eId is that of the unit around it and its own step: ``art_12__para_2``. The root has no part in
  it, unless it is a numbered provision that stands alone.
- Articles are numbered through a whole work, and so are sections that have no articles in them: their
  address begins with them wherever they stand (``art_12``, not ``chp_1__art_12``). Inside an attachment,
  schedule or annex the count begins anew.
- A unit without number is counted among those of its type if there are several: ``content_1`` and so on.
- A number that stands twice among siblings makes ``para_a*1`` and ``para_a*2``; articles of one number in
  two chapters become ``chp_1__art_1`` and ``chp_2__art_1``. The plain address then names nothing alone, and
  asking for it is an error that lists the candidates. :func:`repeated` reports them.
- An address that the file itself gives is kept and goes before one worked out.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile
from types import MappingProxyType
from typing import Final, TypeAlias

from ..errors import UnknownNameError, WrongTypeError
from ..identifiers import eid_step, label_parts
from .naming import THROUGH, begins_anew, candidates, expanded, has_given, is_through, names_of
from .unit import IndexPath, Unit

__all__ = ["Address", "AddressError", "eids", "find", "locate", "repeated", "ways"]

Address: TypeAlias = str | tuple[str | int, ...]
"""How a unit is named: an eId or printed label, or a path from the root. ``""`` and ``()`` are the root.

A step of a path is a number as printed, the type of a unit without number, or the place among the children
from 0: ``("(a)", "(1)", "content")``, ``(0, 3)``.
"""


class AddressError(UnknownNameError):
    """An address names no unit of a tree, or more than one.

    Attributes:
        candidates: eIds of the units it could mean; empty when there is none.
    """

    def __init__(
        self, name: str, known: tuple[str, ...], *, candidates: tuple[str, ...] = (), hint: str = ""
    ) -> None:
        self.candidates = candidates
        what = "single unit" if candidates else "unit"
        super().__init__(what, name, candidates or known, hint=hint)

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt_error, (self.name, self.known, self.candidates, self.hint)


def _rebuilt_error(name: str, known: tuple[str, ...], candidates: tuple[str, ...], hint: str) -> AddressError:
    return AddressError(name, known, candidates=candidates, hint=hint)


def find(root: Unit, address: Address) -> Unit:
    """The unit that *address* names; AddressError when there is none or several."""
    return root.at(locate(root, address))


def locate(root: Unit, address: Address) -> IndexPath:
    """The way from *root* to the unit that *address* names.

    A text is first taken as an eId, then as a label such as ``art. 12 para. 2`` or ``5(1)(a)``: each part
    names the nearest unit of that number, and of that type if it says one, inside the one before. A first
    number without a word is that of an article or section if there is one.

    Raises:
        AddressError: When no unit has the address, with the nearest one; or several, with their eIds.
    """
    if isinstance(address, tuple):
        return _by_path(root, address)
    found = ways(root, address)
    if len(found) == 1:
        return found[0]
    if not found:
        raise AddressError(address, tuple(filter(None, eids(root))))
    raise AddressError(address, (), candidates=_eids_of(root, found), hint="Give the address of one.")


def ways(root: Unit, address: str) -> list[IndexPath]:
    """The ways to all units that an eId or label may mean: one, several, or none."""
    if not isinstance(address, str):
        hint = 'Such as "art_12__para_2", or ("Article 12", "2.").'
        raise WrongTypeError("locate", "address", address, "a text or a tuple", hint)
    if not address:
        return [()]
    found = _by_eid(root, address)
    if not found and "_" not in address:  # which eIds have between type and number, and labels nowhere
        # A number that reads like several parts is looked for whole before it is taken apart.
        found = (_by_number(root, address) if ". " in address else []) or _by_label(root, address)
    # What a file gives to a unit may begin the address of one inside it that has none of its own.
    may_differ = found or "*" in address or has_given(root)
    if len(found) != 1 and may_differ and address in eids(root):
        return [eids(root)[address]]
    return found


def eids(root: Unit) -> Mapping[str, IndexPath]:
    """The eId of every unit of the tree in the order of the text, with the way to it; the root's is ``""``.

    Worked out once for each tree.
    """
    return _addresses(root)[0]


def repeated(root: Unit) -> tuple[str, ...]:
    """Addresses of units whose number stands more than once where numbers should differ, in text order."""
    return _addresses(root)[1]


def _addresses(root: Unit) -> tuple[Mapping[str, IndexPath], tuple[str, ...]]:
    if root._eids is None:
        assigned = list(_assigned(root))
        given = {unit.eid for _, unit in root.walk() if unit.eid}
        held: dict[str, IndexPath] = {"": ()}
        shared = []
        counts: dict[str, int] = {}
        for eid, path, is_given, is_shared in assigned:
            # What a file gives may coincide with itself or with what is worked out; nothing may be lost.
            count = counts.get(eid, 1)
            own = eid if count == 1 else f"{eid}*{count}"
            while own in held or (own in given and not is_given):
                count += 1
                own = f"{eid}*{count}"
            held[own] = path
            counts[eid] = count
            if is_shared or own != eid:
                shared.append(own)
        object.__setattr__(root, "_eids", (MappingProxyType(held), tuple(shared)))
    known: tuple[Mapping[str, IndexPath], tuple[str, ...]] = root._eids
    return known


def _eids_of(root: Unit, paths: "list[IndexPath] | tuple[IndexPath, ...]") -> tuple[str, ...]:
    wanted = set(paths)
    return tuple(eid for eid, path in eids(root).items() if path in wanted)


# From an address to the way


def _by_path(root: Unit, path: tuple[str | int, ...]) -> IndexPath:
    unit = root
    way: list[int] = []
    for depth, step in enumerate(path):
        if isinstance(step, int):
            places = [step] if 0 <= step < len(unit.children) else []
        else:
            places = [
                i for i, child in enumerate(unit.children)
                if child.num == step or (not child.num and child.type == step)
            ]  # fmt: skip
        if len(places) != 1:
            where = " > ".join(map(str, path[: depth + 1]))
            if places:
                several = _eids_of(root, [(*way, i) for i in places])
                raise AddressError(where, (), candidates=several, hint="Give the address of one.")
            raise AddressError(where, tuple(dict.fromkeys(c.num or c.type for c in unit.children)))
        way.append(places[0])
        unit = unit.children[places[0]]
    return tuple(way)


def _by_eid(root: Unit, eid: str) -> list[IndexPath]:
    if given := list(expanded(root, eid, "given")):
        return given
    found: list[IndexPath] = [()]
    own = root.eid or root.step
    if root.num and (eid == own or eid.startswith(f"{own}__")):
        eid = eid[len(own) + 2 :]
    steps = eid.split("__") if eid else []
    for step in steps:
        base, star, count = step.partition("*")
        nth = int(count) if star and count.isdecimal() else 0
        inside: list[IndexPath] = []
        for path in found:
            here = candidates(root.at(path), base)
            here = here[nth - 1 : nth] if nth else here
            inside.extend((*path, *more) for more in here)
        found = inside
    return found


def _by_label(root: Unit, label: str) -> list[IndexPath]:
    parts = list(label_parts(label))
    found: list[IndexPath] = [()]
    if parts and root.num and _fits(root, *parts[0]):
        parts = parts[1:]
        if not parts:
            return found
    first = True
    while parts and found:
        (elements, number), *rest = parts
        inside: list[IndexPath] = []
        # Blanks may stand inside a number: 224-1 A, 3 bis A.
        for more in range(_follow(rest), -1, -1):
            joined = number + "".join(own for _, own in rest[:more])
            if inside := _all_inside(root, found, elements, joined, first):
                rest = rest[more:]
                break
        found, parts, first = inside, rest, False
    return found if found != [()] else []


_MOST_BLANKS: Final = 2


def _follow(parts: Sequence[tuple[frozenset[str], str]]) -> int:
    """How many parts without a word of their own come next, which may belong to the number before."""
    without = takewhile(lambda part: not part[0], parts)
    return sum(1 for _ in islice(without, _MOST_BLANKS))


def _by_number(root: Unit, printed: str) -> list[IndexPath]:
    """Ways to the units whose number is printed so, with or without its word: ``R. 610-1``.

    What stands before the full stop is part of the number here, and not the word for what is numbered.
    """
    if exact := [path for path, unit in root.walk() if unit.num == printed]:
        return exact
    if eid_step("", printed) == eid_step("", printed.partition(". ")[2]):
        return []
    return [path for path, unit in root.walk() if unit.num and unit.step == eid_step(unit.type, printed)]


_ARTICLE: Final = frozenset({"art"})
_SECTION: Final = frozenset({"sec"})


def _all_inside(
    root: Unit, paths: list[IndexPath], elements: frozenset[str], number: str, first: bool
) -> list[IndexPath]:
    if first:
        # "5(1)" means article or section 5 whatever chapter has that number too, and at whatever depth: two
        # articles of one number are never told apart by where they stand.
        for short in map(eid_step, sorted(THROUGH)):
            through = not elements or short in elements
            if through and (found := list(expanded(root, f"{short}_{number}", "through"))):
                return found
        # "Article 2" is how French speaks of a section, where a law has sections.
        if elements == _ARTICLE and not any(unit.type == "article" for _, unit in root.walk()):
            return _all_inside(root, paths, _SECTION, number, first)
    return [(*path, *more) for path in paths for more in _nearest_inside(root.at(path), elements, number)]


def _nearest_inside(unit: Unit, elements: frozenset[str], number: str) -> list[IndexPath]:
    """Ways to the units of that number at the least depth that has any."""
    level: list[tuple[IndexPath, Unit]] = [((), unit)] if number else []
    while level:
        level = [((*path, i), child) for path, inner in level for i, child in enumerate(inner.children)]
        if found := [path for path, child in level if _fits(child, elements, number)]:
            return found
    return []


def _fits(unit: Unit, elements: frozenset[str], number: str) -> bool:
    element, _, own = unit.step.partition("_")
    return own == number and (not elements or element in elements)


# From the tree to addresses


def _assigned(root: Unit) -> Iterator[tuple[str, IndexPath, bool, bool]]:
    """Of every unit but the root: address, way, whether a file gives it, whether its number is shared."""
    own = root.eid or (root.step if root.num else "")
    meant: _Meant = {}
    # The way, the unit, its address, the unit from which articles below it count, and the address of that.
    stack: list[tuple[IndexPath, Unit, str, Unit, str, bool]] = [((), root, own, root, own, False)]
    while stack:
        path, unit, eid, counted_from, base, is_shared = stack.pop()
        if path:
            yield eid, path, bool(unit.eid), is_shared
        inner: list[tuple[IndexPath, Unit, str, Unit, str, bool]] = []
        for place, child in enumerate(unit.children):
            found, is_shared = _address(unit, place, eid, counted_from, base, meant)
            child_eid = child.eid or found
            anew = (child, child_eid) if begins_anew(child) else (counted_from, base)
            inner.append(((*path, place), child, child_eid, *anew, is_shared))
        stack.extend(reversed(inner))


_Meant: TypeAlias = dict[tuple[int, str], dict[IndexPath, int]]
"""By unit and step: every way from there to what the step may mean, with its number from 1."""


def _ways_meant(meant: _Meant, unit: Unit, step: str) -> dict[IndexPath, int]:
    """The ways from *unit* to what *step* may mean, once: a number may stand thousands of times."""
    names = names_of(unit)
    here = names.local.get(step)
    if isinstance(here, int) and step not in names.through:
        return {(here,): 1}
    held = meant.get((id(unit), step))
    if held is None:
        held = {path: count for count, path in enumerate(candidates(unit, step), 1)}
        meant[id(unit), step] = held
    return held


def _address(
    unit: Unit, place: int, eid: str, counted_from: Unit, base: str, meant: _Meant
) -> tuple[str, bool]:
    """The address of a child, and whether another unit has the same number where numbers should differ."""
    step = names_of(unit).steps[place]
    through = is_through(unit.children[place])
    if through and len(_ways_meant(meant, counted_from, step)) == 1:
        return (f"{base}__{step}" if base else step), False
    here = _ways_meant(meant, unit, step)
    is_shared = through or len(here) > 1
    # Where units are told apart by what is around them, the number need not be marked as well.
    marked = len(here) > 1 or (through and unit is counted_from)
    mark = f"*{here[place,]}" if marked else ""
    return (f"{eid}__{step}{mark}" if eid else f"{step}{mark}"), is_shared
