"""What in a sanction is allowed and looks like a slip."""

from collections.abc import Iterator

from attrs import evolve

from ..missing import Missing
from .normal import canonical_bound, expand
from .parts import Component, Track, components_of, same_words
from .sanction import Sanction
from .units import LIFE, LIFE_WITHOUT_RELEASE, Quantity

__all__ = ["oddities"]


def oddities(sanction: Sanction | str) -> tuple[tuple[str, str], ...]:
    """Pairs of problem code and message, track by track.

    LT-PEN-003 a maximum or exact amount of zero, LT-PEN-004 a range from a number to life, both in order of
    the text; then LT-PEN-007 two penalties of one kind in one alternative that bear on the same thing, in the
    same case, for each of the same unit: equal ones count once, different ones are both imposed and never
    added up. Takes notation too; raises as :meth:`Sanction.of` does.
    """
    found: list[tuple[str, str]] = []
    for track in Sanction.of(sanction).tracks:
        for _, component in components_of(track):
            found += _of_ends(component)
        found += [("LT-PEN-007", told) for told in dict.fromkeys(_repeated(track))]
    return tuple(found)


def _of_ends(component: Component) -> Iterator[tuple[str, str]]:
    low, high = component.ends
    zeros = [end for end in (low, high) if isinstance(end, Quantity) and end.amount == 0]
    # "More than nothing" and "from nothing" are how clauses say that there is no minimum.
    if zeros and isinstance(high, Quantity) and high.amount == 0:
        yield "LT-PEN-003", f"{component}: the amount is zero; check that a penalty is meant"
    if isinstance(low, Quantity) and high in (LIFE, LIFE_WITHOUT_RELEASE):
        yield "LT-PEN-004", f"{component}: read as two alternatives, {component.kind} >={low} | {high}"


def _repeated(track: Track) -> Iterator[str]:
    options = expand(track)
    for option in () if isinstance(options, Missing) else options:
        seen: dict[tuple[str | None, ...], Component] = {}
        for component in option:
            place = (
                component.meant_kind,
                None if component.object is None else same_words(component.object),
                None if component.condition is None else same_words(component.condition),
                component.per,
            )
            first = seen.setdefault(place, component)
            if first is not component:
                same = _meant(first) == _meant(component)
                yield f"{_plain(first)} and {_plain(component)}: " + (
                    "the same penalty twice in one alternative, which counts once"
                    if same
                    else "two penalties of one kind in one alternative; both are imposed, and not added up"
                )


def _plain(component: Component) -> str:
    """The component without the mark of what is compulsory, which the clause need not write."""
    return str(component if component.flag == "?" else evolve(component, flag=None))


def _meant(component: Component) -> tuple[object, ...]:
    sign = component.span.sign if component.span else ""
    cap = None if component.cap is None else canonical_bound(component.cap, keep_words=True)
    ends = (canonical_bound(end, keep_words=True) for end in component.ends)
    return (*ends, sign == "<", sign == ">", cap, component.flag)
