"""Which of several amendments comes first, and what follows when nothing says so."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from ..dates import EdtfDate
from ..dates.doubt import widened
from ..errors import ConsolidationError
from ..missing import Missing, is_known
from ..model.addresses import Address, locate
from ..model.modification import Modification, Repeal
from ..model.unit import Unit
from ..schedules import Change
from ..texts import Clash, ClashKind, ModificationError, apply, clashes
from ..texts.clashes import dependence
from ..texts.interaction import interact

__all__ = ["carried_out", "parted", "together"]


def together(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Changes in their order; those in one list of which nothing says that all began before the others.

    They come in the order of :data:`lawtrack.schedules.ORDER`.
    """
    group: list[Change] = []
    for change in changes:
        if group and parted(group, change):
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def parted(group: Sequence[Change], change: Change) -> bool:
    """Whether all of the group surely began before the change."""
    return all(_surely_before(one, change) for one in group)


def carried_out(
    root: Unit,
    group: Sequence[Change],
    before: Callable[[], Iterable[Change]] = tuple,
    *,
    strict: bool,
    notes: list[str],
) -> Unit:
    """The tree after changes that :func:`together` has in one list; *before* gives those already made.

    Where the law does not say which of two comes first and the text depends on it, no text is certain. What
    was repealed already may be repealed again, which changes nothing.

    Raises:
        ConsolidationError: When two changes contradict each other, or their order is not known and matters.
        ModificationError: When a change does not fit. Both only if *strict*; otherwise those concerned are
            left out, with a note.
    """
    group = list(_once_repealed(group, notes))
    while (fault := _contradiction(root, group)) is not None:
        if strict:
            raise fault
        notes.append(str(fault))
        group = [change for change in group if change.amendment.id not in (fault.first, fault.second)]
    for i, change in enumerate(group):
        try:
            root = apply(root, change.modifications)
        except ModificationError as misfit:
            if gone := _gone(root, change, (*before(), *group[:i])):
                id_ = change.amendment.id
                notes += dict.fromkeys(
                    f"{id_}: repeals what {by} has repealed already." for by in gone.values()
                )
                root = apply(root, [each for each in change.modifications if each.target not in gone])
            elif strict:
                raise
            else:
                notes.append(f"{change.amendment.id}: left out, it does not fit the text. {misfit}")
    return root


def _once_repealed(group: Sequence[Change], notes: list[str]) -> Iterator[Change]:
    """The changes but for repeals that another of them, whichever comes first, makes too."""
    first: dict[tuple[Modification, ...], str] = {}
    for change in group:
        repeal = tuple(evolve(each, by="") for each in change.modifications if isinstance(each, Repeal))
        if repeal and len(repeal) == len(change.modifications):
            by = first.setdefault(repeal, change.amendment.id)
            if by != change.amendment.id:
                notes.append(f"{change.amendment.id}: repeals what {by} repeals too.")
                continue
        yield change


def _gone(root: Unit, change: Change, done: Iterable[Change]) -> dict[Address, str]:
    """Units that a change of nothing but repeals takes though another took them, and which it was."""
    repealed = [each for each in change.modifications if isinstance(each, Repeal)]
    if len(repealed) < len(change.modifications):
        return {}
    missing = [each for each in repealed if not _is_there(root, each.target)]
    found = {
        each.target: one.amendment.id
        for one in done
        for by in one.modifications
        for each in missing
        if _takes(by, each)
    }
    return found if len(found) == len(missing) else {}


def _is_there(root: Unit, address: Address) -> bool:
    try:
        locate(root, address)
    except LookupError:
        return False
    return True


def _takes(earlier: Modification, repeal: Repeal) -> bool:
    """Whether a repeal takes the whole of what another repeals."""
    if not isinstance(earlier, Repeal) or earlier.leaving:
        return False
    target, inside = str(earlier.target), str(repeal.target)
    return earlier.target == repeal.target or inside.startswith(f"{target}__")


def _surely_before(one: Change, other: Change) -> bool:
    return _earlier(one.start, other.start)


def _earlier(one: EdtfDate | Missing, other: EdtfDate | Missing) -> bool:
    return is_known(one) and is_known(other) and widened(one).before(widened(other)) is True


def _of_one_act_and_day(one: Change, other: Change) -> bool:
    """Whether they begin together, each at its place in one act."""
    return one.amendment.instrument == other.amendment.instrument and one.start == other.start


def _settled(one: Change, other: Change) -> bool:
    """Whether the law itself says that *one* comes before *other*."""
    if _surely_before(one, other) or _of_one_act_and_day(one, other):
        return True
    starts = [widened(start) for start in (one.start, other.start) if is_known(start)]
    same_day = len(starts) == 2 and starts[0].same(starts[1]) is True
    one_act = one.amendment.instrument == other.amendment.instrument
    return same_day and (one_act or _earlier(one.signed, other.signed))


def _interact(one: Sequence[Modification], other: Sequence[Modification]) -> bool:
    return any(interact(first, second) for first in one for second in other)


def _contradiction(root: Unit, group: Sequence[Change]) -> ConsolidationError | None:
    changes = [change.modifications for change in group]
    if len(group) < 2:
        return None
    for clash in clashes(root, changes, ordered=True):
        one, other = group[clash.first], group[clash.second]
        alone = clash.kind is ClashKind.DOES_NOT_FIT or _of_one_act_and_day(one, other)
        if not alone and not _surely_before(one, other):  # the rest is told when it is applied
            return _told(clash, one, other)
    before = root
    for i, one in enumerate(group):
        for j in range(i + 1, len(group)):
            if not _settled(one, group[j]) and _interact(changes[i], changes[j]):
                between = (group[k].modifications for k in range(i + 1, j) if not _settled(one, group[k]))
                if found := dependence(before, changes[i], changes[j], between):
                    return _told(found, one, group[j])
        try:
            before = apply(before, changes[i])
        except ModificationError:
            continue
    return None


def _told(clash: Clash, one: Change, other: Change) -> ConsolidationError:
    kind = clash.kind.value.replace("_", " ")
    reason = f"{kind}: {clash.reason.rstrip('.')}."
    if str(one.start) == str(other.start) and not _vague(one):
        day, way_out = str(one.start), "Record when their acts were signed, or leave one out."
    else:
        day = f"{one.start} and {other.start}" if one.start != other.start else str(one.start)
        way_out = "Nothing says which of them began first. Give their days exactly, or leave one out."
    return ConsolidationError(day, one.amendment.id, other.amendment.id, f"{reason} {way_out}")


def _vague(change: Change) -> bool:
    return not is_known(change.start) or bool(change.start.marks) or not change.start.is_definite
