"""Penalties in the clauses of Romance languages; French and Spanish add what is their own."""

from typing import Final

from attrs import evolve

from ...penalties import Addition, Component, Option, Span, Track
from ...penalties.relation import GREATER, relation
from ...penalties.units import TIME_UNITS, Quantity
from ..amounts import Amount, End
from ..draft import Tracks
from ..lexicon import Item
from ..pieces import DraftOption, Part
from .joints import BARE
from .measures import RomanceMeasures

__all__ = ["RomanceReader"]

_MEASURED: Final = frozenset(
    {
        "fine", "prison", "default_prison", "arrest", "restriction", "disqualification", "suspension",
        "closure", "community_service", "probation", "expulsion",
    }
)  # fmt: skip
_WITH_MAXIMUM: Final = frozenset({"fine", "prison", "default_prison"})


class RomanceReader(RomanceMeasures):
    """Reads one clause."""

    def on_kind(self, item: Item) -> None:
        """A penalty."""
        draft = self.draft
        last = draft.last
        self.at += 1
        if last is not None and last.kind == item.value and self._named_again(last):
            self.grow(last)
            self.ranged = False
            self._object(last)
            return
        self.ranged = False
        if last is not None and last.kind == item.value and self._other_end(last):
            return
        part = draft.part(item.value, self.place(item))
        if self.in_default and item.value == "prison":
            self._default(part)
        else:
            self._join(part)
        if self.early is not None:
            self._give(part, self.early)
            self.early = None
        self.joint = set()
        self.sign = ""
        self._object(part)

    def _other_end(self, last: Part) -> bool:
        """'un mínimo de dos años de prisión y un máximo de ocho años de penitenciaría': one range."""
        if last.amount is None or self.early is None or not self._other_bound(last.amount, self.early):
            return False
        self.early = None
        self.grow(last)
        return True

    def _named_again(self, last: Part) -> bool:
        """Whether the penalty is the one before it, named once more."""
        if self.words.folded[self.item(self.at - 2).start] in self.lexicon.settings["demonstratives"]:
            return self.at > 1
        if self.ranged or (self.draft.track.options and last.amount is None and not self.joint):
            return self.early is None
        return False

    def _object(self, part: Part) -> None:
        """What the penalty bears on: words up to the next thing of its own."""
        if part.kind not in BARE and not self.sees("refer") and not self.stops(self.at):
            self.object_of(part)

    def on_equivalent(self, item: Item) -> None:
        """'prisión equivalente': the general part works out how long; the clause does not say it."""
        self.at += 1
        at = self.place(item)
        part = self.draft.part(item.value, at)
        self._join(part)
        self._give(part, Amount("=", End.reference(self.text[at[0] : at[1]]), at=at))
        self.left.append(at)

    def on_offence(self, item: Item) -> None:
        """'le fait de …': what is punished, up to the end of the sentence."""
        start = self.at
        while not self.sees("end") and not (self.sees("stop") and self.ahead().value in ".;:"):
            self.at += 1
        begin, end = self.place(self.item(start), self.item(self.at - 1))
        self.piece(begin, end, "the offence")

    def on_raise(self, item: Item) -> None:
        """'La peine est portée à …': another track, for a case that is named."""
        self.at += 1
        self.ranged, self.is_raised = False, True
        if self.draft.track.options and "stop" in self.joint:
            self.draft.open_track([one for one in self.draft.track.labels if one[0] == "procedure"])
            self.behind = ""
        if item.value != "raise":
            self._join(self.draft.part(item.value, self.place(item)))
        self.joint = set()

    def on_doubling(self, item: Item) -> None:
        """'que se duplicará en caso de reincidencia': a track with the amounts worked out."""
        draft = self.draft
        held = draft.track if draft.track.options else (self._filled() or [draft.track])[-1]
        self.at += 1
        if not held.options:
            self.left.append(self.place(item))
            return
        last = held.options[-1].parts[-1]
        self.pending = None
        if draft.track is held:
            draft.open_track(held.labels)
        track = draft.track
        for option in held.options:
            track.options.append(self._copied(option))
        again = track.options[-1].parts[-1]
        again.implied = False
        again.start, again.end = self.place(item)
        if last.amount is not None:
            times = int(item.value)
            ends = [end.doubled(times) for end in last.amount.ends]
            again.amount = Amount(last.amount.sign, *ends, at=last.amount.at)
            worked = Quantity(amount=times, unit="x", basis="base")
            place = sum(1 for one in draft.tracks if one.options) - 1
            draft.rewrites["doubling"] = lambda tracks: _multiple(
                tracks, place, again.kind, Span("=", worked)
            )
        draft.last = again
        self.joint = set()
        self.doubt("doubling", self.place(item))

    def _copied(self, option: DraftOption) -> DraftOption:
        """The same option with penalties of its own."""
        new = option.copy()
        new.group = [one.copy() for one in option.group]
        new.additions = [one.copy() for one in option.additions]
        for one in new.parts:
            one.implied = True
        self.draft.parts += new.parts
        return new

    def finish(self) -> None:
        """What was left open."""
        self.close_offence()
        if self.early is not None:
            self.left.append(self.early.at)
        if self.pending is not None:
            self.left.append(self.pending)
        if self.per is not None:
            self.left.append(self.per[1])
        filled = self._filled()
        for track in filled[1:]:
            if track.labels == filled[0].labels:
                # "La peine est portée à …" without a word for whom: which penalty is meant when is not said.
                part = track.options[0].group[0]
                self.left.append((part.start, part.end))
        if len(filled) == 1:
            # One case alone says when the offence is committed; it does not divide the penalty.
            filled[0].labels = [one for one in filled[0].labels if one[0] != "case" or not one[1][0].quoted]
        self._check_amounts()
        self.check_joint()
        self._bare_maximum()
        self._or_for_range()

    def _check_amounts(self) -> None:
        """What cannot be: a range from months to money, a fine of two years, imprisonment of 50 euros."""
        for part in self.draft.parts:
            self.left += [twin.at for twin in part.twins if twin.waits]
            for amount in [part.amount, *part.twins]:
                if amount is None:
                    continue
                if any(end.number is not None and end.number.amount == 0 for end in amount.ends):
                    self.left.append(amount.at)  # "000 $": figures are missing
                if amount.second is not None and not amount.is_upside_down and not _rises(amount):
                    self.left.append(amount.at)
                    part.amount, part.twins = None, []
                elif not _fits(part.kind, amount):
                    self.left.append((part.start, max(part.end, amount.at[1])))

    def _bare_maximum(self) -> None:
        """A bare amount is a maximum where the country drafts so."""
        if self.country not in self.lexicon.settings.get("bare_maximum", ()):
            return
        bare = [
            part for part in self.draft.parts
            if part.amount is not None and part.amount.sign == "=" and part.kind in _WITH_MAXIMUM
        ]  # fmt: skip
        for part in bare:
            exact = part.amount
            if exact is not None:
                part.amount = Amount("<=", exact.first, at=exact.at)
                part.other["bare_amount"] = {"amount": exact}
        if bare:
            self.doubt("bare_amount", (bare[0].start, bare[0].end))
            self.rule("bare_maximum")

    def _or_for_range(self) -> None:
        """'seis meses de prisión o tres años de penitenciaría': perhaps a range is meant."""
        for track in self._filled():
            for low, high in zip(track.options, track.options[1:], strict=False):
                if not _plain_pair(low, high):
                    continue
                one, two = low.group[0], high.group[0]
                self.doubt("range_or", (one.start, two.end))
                place, at = self._filled().index(track), track.options.index(low)

                def ranged(tracks: Tracks, place: int = place, at: int = at) -> Tracks:
                    return _as_range(tracks, place, at)

                self.draft.rewrites["range_or"] = ranged
                return


def _multiple(tracks: Tracks, place: int, kind: str, span: Span) -> Tracks:
    """*tracks* with every amount of that kind in one of them told as a multiple."""
    track = tracks[place]
    if not isinstance(track.options, tuple):
        return tracks

    def told(component: Component) -> Component:
        return evolve(component, span=span) if component.kind == kind else component

    options = tuple(
        Option(
            group=tuple(map(told, option.group)),
            additions=tuple(
                Addition(join=one.join, component=told(one.component)) for one in option.additions
            ),
        )
        for option in track.options
    )
    return (*tracks[:place], evolve(track, options=options), *tracks[place + 1 :])


def _fits(kind: str, amount: Amount) -> bool:
    """Whether the penalty can be measured so: a fine in money, a term in time, either as a multiple."""
    unit = amount.ends[-1].unit
    if unit is None or unit in ("x", "%"):
        return True
    return (unit in TIME_UNITS) is not (kind == "fine") if kind in _MEASURED else True


def _rises(amount: Amount) -> bool:
    """Whether the low end of a range is measured as the high end is, and not above it."""
    amount.settle()
    low, high = amount.first.value(), amount.ends[-1].value()
    if low is None or high is None:
        return True
    if not isinstance(low, Quantity) or not isinstance(high, Quantity):
        return relation(low, high) != GREATER
    if low.canonical().unit != high.canonical().unit and not (low.is_time and high.is_time):
        return False
    if low.is_multiple and high.is_multiple:
        return low.canonical().amount <= high.canonical().amount
    return amount.shares_multiplier or relation(low, high) != GREATER


def _plain_pair(low: DraftOption, high: DraftOption) -> bool:
    """Whether two alternatives are one penalty with two exact amounts, the lower one first."""
    one, two = low.group[0], high.group[0]
    if (
        len(low.parts) > 1
        or len(high.group) > 1
        or one.kind != two.kind
        or one.amount is None
        or two.amount is None
    ):
        return False
    if one.amount.sign != "=" or two.amount.sign != "=":
        return False
    if one.amount.first.unit in ("x", "%"):
        return False
    both_terms = one.amount.is_term and two.amount.is_term
    return both_terms or one.amount.first.unit == two.amount.first.unit


def _as_range(tracks: Tracks, place: int, at: int) -> Tracks:
    """*tracks* with two neighbouring alternatives of one of them as the ends of a range."""
    track = tracks[place]
    if not isinstance(track.options, tuple):
        return tracks
    low, high = track.options[at : at + 2]
    first, second = low.group[0].span, high.group[0].span
    if first is None or second is None:
        return tracks
    made = evolve(high.group[0], span=Span("..", first.first, second.first))
    option = Option(group=(made,), additions=high.additions)
    options = (*track.options[:at], option, *track.options[at + 2 :])
    return (
        *tracks[:place],
        Track(labels=track.labels, options=options, shared=track.shared),
        *tracks[place + 1 :],
    )
