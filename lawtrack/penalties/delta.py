"""The difference between two sanctions: how far the ends moved, and what else changed.

Notation of a delta (reads back equal)::

    min +2y max +2y                              both ends of prison moved by two years
    fine: min not_stated max +500 EUR            another kind; the minimum is stated on neither side
    min +2y? max +2y? any                        +2y at one end or both, and nobody says which
    min +1y max +0 beside                        beside other alternatives, which may be milder or harsher
    min +0 max not_applicable crossing escalated_to_life from 20y
    … kinds +arrest -fine extras +confiscation !disqualification ?expulsion drop {…} add {…}
    … reworded confiscation unsettled fine       other words, and ends or ceilings that nobody here knows

``extras``: ``+`` added, ``-`` removed, ``!`` hardened, ``?`` softened. ``drop`` and ``add`` hold, in sanction
notation, the tracks that the moves of the ends do not explain.
"""

from collections.abc import Iterable
from typing import Literal, get_args

from attrs import field, frozen

from ..errors import ReadingError
from ..missing import NOT_APPLICABLE, NOT_STATED, UNKNOWN, Missing
from ..verdicts import ANY, Verdict, Verdicts
from .bounds import BoundReader
from .crossings import Crossing, crossing_between
from .delta_notation import cut_delta
from .ends import end_steps, moved_ends
from .inputs import one_of
from .kinds import KINDS, LIFE_KINDS
from .normal import NormalForm, NormalTrack
from .offers import Offer
from .pairing import pair_classes
from .parts import Component, components_of
from .rewording import reworded_kinds, unsettled_kinds
from .sanction import Sanction
from .steps import DayRange, EndStep, Step, read_step
from .units import Quantity

__all__ = ["SentenceDelta", "delta"]

Mode = Literal["floor", "ceiling", "both", "either"]


def _sorted(kinds: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(kinds))


@frozen(kw_only=True)
class SentenceDelta:
    """What changed between two sanctions.

    Attributes:
        kind: The penalty whose ends are measured.
        minimum: How far the least minimum moved.
        maximum: How far the greatest maximum moved.
        any_end: The steps are those of a report that does not say which end moved: one of them at least.
        beside: Other alternatives stand beside the penalty measured, or the court may leave it out, or it is
            for some case only, so that its ends need not be those of the whole sanction. A report that
            states only a step is read as speaking of the sanction.
        crossing: A change that is no number: to or from death or life, custody introduced or removed. The
            gravest names the change.
        life_from: The longest term that is a number beside life (before, or after for ``from_life``).
        kinds_added: Principal kinds only the second sanction has, sorted.
        kinds_removed: Principal kinds only the first has, sorted.
        extras_added: Kinds joined by ``+`` that only the second has, sorted.
        extras_removed: Kinds joined by ``+`` that only the first has, sorted.
        extras_hardened: Extras that became compulsory, sorted.
        extras_softened: Extras that ceased to be compulsory, sorted.
        reworded: Kinds on both sides that bear on something else, are for another case, or name another
            provision or basis, sorted; ``labels`` when the clause's own words for classes changed places.
        unsettled: Kinds with an end or a ceiling that is UNKNOWN, on either side, sorted; nobody can say
            whether it moved. The kind measured is left out when a step says so.
        tracks_removed: Tracks, after the ends have moved, that the second sanction lacks.
        tracks_added: Tracks of the second sanction that moving the ends does not give.
    """

    kind: str = "prison"
    minimum: EndStep = UNKNOWN
    maximum: EndStep = UNKNOWN
    any_end: bool = False
    beside: bool = False
    crossing: Crossing = "none"
    life_from: Quantity | None = None
    kinds_added: tuple[str, ...] = field(default=(), converter=_sorted)
    kinds_removed: tuple[str, ...] = field(default=(), converter=_sorted)
    extras_added: tuple[str, ...] = field(default=(), converter=_sorted)
    extras_removed: tuple[str, ...] = field(default=(), converter=_sorted)
    extras_hardened: tuple[str, ...] = field(default=(), converter=_sorted)
    extras_softened: tuple[str, ...] = field(default=(), converter=_sorted)
    reworded: tuple[str, ...] = field(default=(), converter=_sorted)
    unsettled: tuple[str, ...] = field(default=(), converter=_sorted)
    tracks_removed: frozenset[NormalTrack] = field(default=frozenset(), repr=False)
    tracks_added: frozenset[NormalTrack] = field(default=frozenset(), repr=False)

    def __attrs_post_init__(self) -> None:
        if self.any_end and not (isinstance(self.minimum, Step) and isinstance(self.maximum, Step)):
            raise ValueError("any is said of two exact steps")

    @classmethod
    def read(cls, text: str) -> "SentenceDelta":
        """Read the notation at the head of this module. Raises ReadingError (LT-PEN-006)."""
        said = cut_delta(text)
        mark = "?" if said.any_end else ""
        crossing = next((c for c in get_args(Crossing) if c == said.crossing), None)
        steps = said.minimum, said.maximum
        if crossing is None or said.kind not in KINDS or not all(step.endswith(mark) for step in steps):
            hint = f"Crossings: {', '.join(get_args(Crossing))}; with any, both steps end in a question mark."
            raise ReadingError(text, "a sentence delta", hint, code="LT-PEN-006")
        try:
            return cls(
                kind=said.kind,
                minimum=read_step(said.minimum.removesuffix(mark)),
                maximum=read_step(said.maximum.removesuffix(mark)),
                any_end=said.any_end,
                beside=said.beside,
                crossing=crossing,
                life_from=_read_term(said.life_from) if said.life_from else None,
                kinds_added=said.marked["kinds+"],
                kinds_removed=said.marked["kinds-"],
                extras_added=said.marked["extras+"],
                extras_removed=said.marked["extras-"],
                extras_hardened=said.marked["extras!"],
                extras_softened=said.marked["extras?"],
                reworded=said.reworded,
                unsettled=said.unsettled,
                tracks_removed=_read_tracks(said.drop),
                tracks_added=_read_tracks(said.add),
            )
        except ReadingError:
            raise
        except ValueError as fault:
            raise ReadingError(text, "a sentence delta", f"{fault}.", code="LT-PEN-006") from None

    def __str__(self) -> str:
        mark = "?" if self.any_end else ""
        said = [] if self.kind == "prison" else [f"{self.kind}:"]
        said += [f"min {self.minimum}{mark}", f"max {self.maximum}{mark}"]
        said += ["any"] if self.any_end else []
        said += ["beside"] if self.beside else []
        if self.crossing != "none":
            said.append(f"crossing {self.crossing}")
            said += [f"from {self.life_from}"] if self.life_from else []
        kinds = _listed(("+", self.kinds_added), ("-", self.kinds_removed))
        extras = _listed(
            ("+", self.extras_added),
            ("-", self.extras_removed),
            ("!", self.extras_hardened),
            ("?", self.extras_softened),
        )
        said += [f"kinds {kinds}"] if kinds else []
        said += [f"extras {extras}"] if extras else []
        for word, kinds_named in (("reworded", self.reworded), ("unsettled", self.unsettled)):
            said += [word, *kinds_named] if kinds_named else []
        for word, tracks in (("drop", self.tracks_removed), ("add", self.tracks_added)):
            if tracks:
                said.append(f"{word} {{{NormalForm(tracks=tracks)}}}")
        return " ".join(said)

    @property
    def changes_more(self) -> bool:
        """Whether anything changed that the moves of the two ends do not explain, words included."""
        listed = self.kinds_added + self.kinds_removed + self.extras_added + self.extras_removed
        listed += self.extras_hardened + self.extras_softened + self.reworded
        return bool(self.tracks_removed or self.tracks_added or listed) or self.crossing != "none"

    def is_simple_shift(self, step: str | Step, *, mode: Mode) -> bool:
        """Whether an end moved by exactly *step* (``"+2y"``) and nothing else changed.

        *mode* says which end, since reports do not: ``floor`` the minimum moved and the maximum stayed,
        ``ceiling`` the mirror, ``both`` both moved, ``either`` any of the three. An end that neither side
        states has stayed. False too when something UNKNOWN leaves open whether more changed.

        Raises:
            ReadingError: (LT-PEN-006) *step* is no step.
            UnknownNameError: There is no such mode.
        """
        one_of("mode", mode, get_args(Mode))
        wanted = step if isinstance(step, Step) else Step.read(step)
        if self.changes_more or self.unsettled:
            return False
        if self.any_end:
            return mode == "either" and self.minimum == self.maximum == wanted
        low, high = self.minimum == wanted, self.maximum == wanted
        cases = {
            "floor": low and _stayed(self.maximum),
            "ceiling": high and _stayed(self.minimum),
            "both": low and high,
        }
        return any(cases.values()) if mode == "either" else cases[mode]

    def possible_verdicts(self) -> Verdicts:
        """How the second sanction can compare with the first, judged from this record alone.

        Where more changed than the two ends, or may have, only a comparison of the sanctions can tell, and
        every answer stays possible. Both sides are taken to stand under one general part.
        """
        if self.changes_more or self.unsettled:
            return ANY
        low, high = _direction(self.minimum), _direction(self.maximum)
        if self.beside:
            # An alternative that is milder or harsher anyway keeps the floor or the ceiling where it was, and
            # so does a penalty that is not imposed.
            low, high = low | _SAME, high | _SAME
        if not self.any_end:
            return Verdicts.product((low, high))
        return low | high | Verdicts.product((low, high))

    def apply_to(self, before: Sanction | NormalForm | str) -> NormalForm:
        """The normal form of the sanction that this change makes of *before*.

        ``delta(a, b).apply_to(a)`` is the normal form of *b*. Raises ValueError when it is not said which
        end moves, or *before* lacks what the change moves or drops.
        """
        held = before if isinstance(before, NormalForm) else Sanction.of(before).normal_form()
        if self.any_end:
            raise ValueError("the report does not say which end moved, so nothing can be worked out")
        moved = moved_ends(held, self.kind, self.minimum, self.maximum)
        if moved is None:
            exact = any(isinstance(step, Step) and step.amount for step in (self.minimum, self.maximum))
            if exact and not (self.tracks_removed or self.tracks_added):
                raise ValueError(f"there is no single {self.kind} term to move in {held}")
            moved = held
        if not self.tracks_removed <= moved.tracks:
            raise ValueError(f"this change does not fit {held}")
        return NormalForm(tracks=moved.tracks - self.tracks_removed | self.tracks_added)


def _read_term(text: str) -> Quantity:
    cursor = BoundReader(text)
    bound = cursor.bound()
    if not isinstance(bound, Quantity) or not bound.is_time or not cursor.sees("end"):
        raise ReadingError(text, "a term such as 20y", code="LT-PEN-006")
    return bound.canonical()


def _read_tracks(text: str) -> frozenset[NormalTrack]:
    return Sanction.read(text).normal_form().tracks if text else frozenset()


def _listed(*marked: tuple[str, tuple[str, ...]]) -> str:
    return " ".join(mark + kind for mark, kinds in marked for kind in kinds)


def _stayed(step: EndStep) -> bool:
    return step is NOT_STATED or (isinstance(step, Step) and step.amount == 0)


_SAME = Verdicts.of(Verdict.EQUIVALENT)


def _direction(step: EndStep) -> Verdicts:
    # Without any other change, an end to which no number applies is the same on both sides.
    if _stayed(step) or step is NOT_APPLICABLE:
        return _SAME
    if isinstance(step, Missing):
        return ANY
    least, most = (step.least, step.most) if isinstance(step, DayRange) else (step.amount, step.amount)
    possible = {Verdict.MORE_RESTRICTIVE} if most > 0 else set()
    possible |= {Verdict.LESS_RESTRICTIVE} if least < 0 else set()
    possible |= {Verdict.EQUIVALENT} if least <= 0 <= most else set()
    return Verdicts(frozenset(possible))


def delta(before: Sanction | str, after: Sanction | str, *, kind: str = "prison") -> SentenceDelta:
    """What changed from *before* to *after*, either in notation if you like; the ends are those of *kind*.

    Where a class of persons has several terms of that kind, the least minimum and the greatest maximum count,
    and the change itself stands in ``tracks_removed`` and ``tracks_added``. Classes are paired as in a
    comparison: with several, a step is told only when all that have the penalty took it, and none when one
    side does not provide for a class of the other.

    Raises:
        NotationError: A text does not follow the notation.
        ReadingError: (LT-PEN-006) Something else is given than a sanction.
        UnknownNameError: There is no such kind of penalty; life is the top of ``prison``.
    """
    one_of("kind of penalty with ends of its own", kind, (k for k in KINDS if k not in LIFE_KINDS))
    before, after = Sanction.of(before), Sanction.of(after)
    pairing = pair_classes(before.classes, after.classes)
    a, b = before.normal_form(), after.normal_form()
    minimum, maximum = end_steps(pairing, kind)
    shifted = moved_ends(a, kind, minimum, maximum)
    moved = a if shifted is None else shifted
    words_moved = (NOT_APPLICABLE, NOT_APPLICABLE) if shifted is None else (minimum, maximum)
    crossing, life_from = crossing_between(a, b)
    kinds_a, kinds_b = _kinds(before), _kinds(after)
    extras_a, extras_b = _extras(before), _extras(after)
    all_a, all_b = kinds_a | set(extras_a), kinds_b | set(extras_b)
    both = set(extras_a) & set(extras_b)
    unsettled = set(unsettled_kinds(pairing)) - ({kind} if UNKNOWN in (minimum, maximum) else set())
    return SentenceDelta(
        kind=kind,
        minimum=minimum,
        maximum=maximum,
        beside=any(
            _stands_beside(offer, kind) for pair in pairing.pairs for offer in (pair.before, pair.after)
        ),
        crossing=crossing,
        life_from=life_from,
        kinds_added=tuple(kinds_b - all_a),
        kinds_removed=tuple(kinds_a - all_b),
        extras_added=tuple(set(extras_b) - all_a),
        extras_removed=tuple(set(extras_a) - all_b),
        extras_hardened=tuple(k for k in both if extras_b[k] and not extras_a[k]),
        extras_softened=tuple(k for k in both if extras_a[k] and not extras_b[k]),
        reworded=reworded_kinds(pairing, kind, *words_moved, else_equal=moved == b),
        unsettled=tuple(unsettled),
        tracks_removed=moved.tracks - b.tracks,
        tracks_added=b.tracks - moved.tracks,
    )


def _stands_beside(offer: Offer, kind: str) -> bool:
    """Whether the penalty of *kind* need not be the whole of what is imposed, or not be imposed at all."""
    parts = (part for option in offer.options for part in option if part.kind == kind)
    return len(offer.options) > 1 or any(part.optional or part.condition is not None for part in parts)


def _parts(sanction: Sanction) -> list[tuple[str, Component]]:
    """Every component with what joins it: ``+`` for an extra, else empty or ``&``."""
    return [part for track in sanction.tracks for part in components_of(track)]


def _kinds(sanction: Sanction) -> set[str]:
    return {component.meant_kind for join, component in _parts(sanction) if join != "+"}


def _extras(sanction: Sanction) -> dict[str, bool]:
    """Kinds joined by ``+``, and whether they are compulsory wherever they stand."""
    found: dict[str, bool] = {}
    for join, component in _parts(sanction):
        if join == "+":
            kind = component.meant_kind
            compulsory = component.flag == "!" and component.condition is None
            found[kind] = found.get(kind, True) and compulsory
    return found
