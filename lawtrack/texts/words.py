"""Where words stand in a unit, and the strings in which they are exchanged."""

from collections.abc import Iterator

from attrs import evolve, frozen

from ..errors import shown
from ..model.grafting import OWN_PARTS, part_of
from ..model.modification import Which, WordSubstitution
from ..model.unit import TEXT_BLOCKS, UNKNOWN_WORDS, IndexPath, Unit
from .faults import Misfit

__all__ = ["Edit", "edits_of"]

_WORDS_SHOWN = 60


@frozen
class Edit:
    """One string of a tree before and after.

    Attributes:
        path: The way to the unit that has it.
        part: ``num``, ``heading`` or ``text``.
        vanishes: Whether the unit, a block of words left empty, disappears; it then has no other edit.
    """

    path: IndexPath
    part: str
    old: str
    new: str
    vanishes: bool = False


def _strings(unit: Unit, change: WordSubstitution) -> Iterator[tuple[IndexPath, str, str]]:
    """The strings that are searched: way from *unit*, part, words; in the order of the text."""
    part = change.part
    if not part:
        names = (*change.attributes, *OWN_PARTS)
        for path, inner in unit.walk():
            yield from ((path, name, part_of(inner, name) or "") for name in names)
    elif part == "text":
        yield (), "text", unit.text
        yield from ((path, "text", unit.at(path).text) for path in _ways_searched(unit, part))
    elif part in OWN_PARTS or part in change.attributes:
        yield (), part, part_of(unit, part) or ""
    elif part in TEXT_BLOCKS:
        yield from ((path, "text", unit.at(path).text) for path in _ways_searched(unit, part))
    else:
        raise Misfit(
            "LT-TXT-004", f"{shown(part)} names no part of a unit",
            f"one of {', '.join((*OWN_PARTS, *sorted(TEXT_BLOCKS)))}, or nothing for all",
        )  # fmt: skip


def edits_of(unit: Unit, modification: WordSubstitution) -> list[Edit]:
    """The strings that the substitution changes, with ways from *unit*, in the order of the text."""
    old, new = modification.old, modification.new
    if _is_unknown(unit, modification):
        raise Misfit(
            "LT-TXT-009", "nobody knows all it says", "words that are known", "Give it its text first."
        )
    if modification.at is not None:
        path, part, string = _the_string(unit, modification)
        if string[modification.at : modification.at + len(old)] != old or modification.at > len(string):
            stands = string[modification.at : modification.at + max(len(old), 10)]
            raise Misfit(
                "LT-TXT-004",
                f"at offset {modification.at} of {len(string)} stands {shown(stands)}",
                shown(old),
            )
        changed = string[: modification.at] + new + string[modification.at + len(old) :]
        return [_edit(unit, path, part, string, changed, modification.tidy)]
    holding = [held for held in _strings(unit, modification) if old in held[2]]
    total = sum(string.count(old) for _, _, string in holding)
    first, last = _chosen(unit, modification, total)
    edits = []
    seen = 0
    for path, part, string in holding:
        here = string.count(old)
        if first < seen + here and last > seen:
            changed = _exchanged(string, old, new, first - seen, last - seen)
            edits.append(_edit(unit, path, part, string, changed, modification.tidy))
        seen += here
    gone = {edit.path for edit in edits if edit.vanishes}
    return [edit for edit in edits if edit.vanishes or edit.path not in gone] if gone else edits


def _is_unknown(unit: Unit, modification: WordSubstitution) -> bool:
    """Whether nobody knows all that is searched; what is unknown elsewhere in the unit does not matter."""
    part = modification.part or ("" if modification.at is None else "text")
    if not part:
        return unit.has_unknown_words
    return any(UNKNOWN_WORDS in unit.at(path).attributes for path in {(), *_ways_searched(unit, part)})


def _ways_searched(unit: Unit, part: str) -> Iterator[IndexPath]:
    """Ways to the blocks inside the unit that belong to a part of it."""
    for place, child in enumerate(unit.children):
        if child.type in TEXT_BLOCKS and (child.type == part or (part == "text" and child.type != "wrapUp")):
            yield (place,)


def _the_string(unit: Unit, modification: WordSubstitution) -> tuple[IndexPath, str, str]:
    single = modification if modification.part else evolve(modification, part="text")
    held = [string for string in _strings(unit, single) if string[2] or not string[0]]
    if len(held) > 1 and not held[0][2]:
        held = held[1:]
    if len(held) != 1:
        raise Misfit(
            "LT-TXT-004", f"{len(held)} strings are {modification.part or 'text'} of the target",
            "one in which to count characters", "Name the block as the target.",
        )  # fmt: skip
    return held[0]


def _chosen(unit: Unit, modification: WordSubstitution, total: int) -> tuple[int, int]:
    """First match to exchange and the one after the last, counted from 0; Misfit when the count differs."""
    wanted = modification.count
    if wanted is None and modification.which is Which.ONLY:
        wanted = 1
    if not total or (wanted is not None and total != wanted):
        code = "LT-TXT-004" if not total else "LT-TXT-005"
        expected = f"{wanted} {'match' if wanted == 1 else 'matches'}" if wanted is not None else "a match"
        raise Misfit(
            code,
            f"{shown(modification.old)} stands {_times(total)} in it",
            expected,
            lambda: _hint(unit, modification, total),
        )
    which = modification.which
    if which is Which.FIRST:
        return 0, 1
    if which is Which.LAST:
        return total - 1, total
    if isinstance(which, int):
        if which > total:
            raise Misfit(
                "LT-TXT-005",
                f"{shown(modification.old)} stands {_times(total)} in it",
                f"a match number {which}",
            )
        return which - 1, which
    return 0, total


def _times(count: int) -> str:
    return "nowhere" if not count else "once" if count == 1 else f"{count} times"


def _hint(unit: Unit, modification: WordSubstitution, total: int) -> str:
    if total:
        return "Say which match is meant, or how many there are."
    from difflib import SequenceMatcher  # late: only a misfit needs it

    wanted = modification.old.split()
    best, near = 0.0, ""
    for _, _, string in _strings(unit, modification):
        words = string.split()
        for start in range(max(1, min(len(words) - len(wanted) + 1, 400))):
            window = words[start : start + len(wanted)]
            share = SequenceMatcher(None, window, wanted, autojunk=False).ratio()
            if share > best:
                best, near = share, " ".join(window)
    if best >= 0.5:
        return f"The nearest words are {shown(near)}."
    first = next((string for _, _, string in _strings(unit, modification) if string), "")
    return f"It begins {shown(first[:_WORDS_SHOWN])}." if first else "It has no words."


def _exchanged(string: str, old: str, new: str, first: int, last: int) -> str:
    """*string* with its matches from *first* up to *last* exchanged."""
    pieces = string.split(old)
    out = [pieces[0]]
    for number, piece in enumerate(pieces[1:]):
        out += [new if first <= number < last else old, piece]
    return "".join(out)


def _edit(unit: Unit, path: IndexPath, part: str, old: str, new: str, tidy: bool) -> Edit:
    if not tidy:
        return Edit(path, part, old, new)
    new = " ".join(new.split())
    holder = unit.at(path)
    empty = not new and part == "text" and holder.is_block and not holder.children
    return Edit(path, part, old, new, vanishes=empty)
