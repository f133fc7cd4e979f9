"""A sanction while its clause is being read, and what it comes to in each reading."""

from collections.abc import Callable, Iterable

from ..missing import UNKNOWN
from ..penalties import Addition, Component, Option, Sanction, Track
from ..penalties.parts import MOST_IN_GROUP
from .amounts import Amount
from .pieces import DraftOption, DraftTrack, Extras, Label, Part

__all__ = ["Draft", "Tracks"]

Tracks = tuple[Track, ...]
Rewrite = Callable[[Tracks], Tracks]
_MOST_TWINS = 16
_MOST_REACHED = 64
"""Most alternatives that a group of extras may reach: no clause has more."""


class Draft:
    """A sanction under construction.

    Attributes:
        tracks: In the order of the clause; one without options is not written.
        track: The one being read.
        parts: Every penalty, in the order of the text.
        last: The penalty to which an amount would belong.
        group: The extras that the next extra would join.
        divided: Tracks among which one penalty is divided by class of persons.
        extras: All groups of extras.
        too_long: Whether something was left out because it would be written out beyond all measure.
        rewrites: For an ambiguity that touches whole tracks, what its other reading makes of them.
    """

    def __init__(self) -> None:
        self.track = DraftTrack()
        self.tracks: list[DraftTrack] = [self.track]
        self.parts: list[Part] = []
        self.last: Part | None = None
        self.group: Extras | None = None
        self.divided: list[DraftTrack] = []
        self.extras: list[Extras] = []
        self.rewrites: dict[str, Rewrite] = {}
        self.too_long = False
        self._levels: dict[str, list[Label]] = {}
        self._outer: list[Label] | None = None
        self._waiting: list[Amount] = []
        self._undivided: list[DraftOption] = []
        self._kind_divided = ""

    # building

    def part(self, kind: str, at: tuple[int, int], join: str = "", flag: str | None = None) -> Part:
        """A new penalty whose words stand *at* these offsets. It belongs nowhere yet."""
        made = Part(kind, *at, join, flag)
        self.parts.append(made)
        self.last = made
        return made

    def alternative(self, part: Part) -> None:
        """Make *part* another option of the track."""
        self.track.options.append(DraftOption(part))
        self.group = None

    def measured_before(self) -> Part | None:
        """The nearest penalty before the last one that has an amount."""
        for at in range(len(self.parts) - 2, -1, -1):
            if self.parts[at].amount is not None:
                return self.parts[at]
        return None

    def second(self, part: Part) -> None:
        """Make *part* a second penalty of the last option."""
        if not self.track.options:
            self.alternative(part)
            return
        part.join = "&"
        self.track.options[-1].additions.append(part)

    def open_extras(self, *, reaches_all: bool) -> Extras | None:
        """Begin a group of extras for the options so far; None when there are none to reach."""
        tracks = self.divided[-_MOST_REACHED:] if self.track.divided else [self.track]
        tracks = [track for track in tracks if track.options]
        if not tracks:
            return None
        too_many = sum(len(track.options) for track in tracks) > _MOST_REACHED
        if too_many:
            tracks, reaches_all = [self.track], False
        self.group = Extras(tracks, reaches_all=reaches_all)
        self.group.open = self.group.open and not too_many
        self.extras.append(self.group)
        return self.group

    def either_or_both(self, count: int) -> bool:
        """Join the last *count* options of the track, of which any may be imposed together.

        False, and nothing is done, when there are not so many plain options.
        """
        options = self.track.options
        if not 2 <= count <= min(len(options), MOST_IN_GROUP) or any(o.additions for o in options[-count:]):
            return False
        if sum(len(option.group) for option in options[-count:]) > MOST_IN_GROUP:
            return False
        joined = options[-count]
        joined.group = [part for option in options[-count:] for part in option.group]
        del options[-count + 1 :]
        return True

    def spread_groups(self) -> None:
        """Write the choices of "A or B or both" out, so that an extra can go with some of them.

        Groups of two are written out whole; of a larger one, each part alone and all together.
        """
        spread: list[DraftOption] = []
        for option in self.track.options:
            if len(option.group) == 1:
                spread.append(option)
                continue
            together = DraftOption(option.group[0])
            for one in option.group[1:]:
                again = one.copy()
                again.join = "&"
                together.additions.append(again)
            made = [*(DraftOption(one) for one in option.group), together]
            for choice in made:
                choice.additions += option.additions
            spread += made
        self.track.options = spread

    def open_track(self, labels: Iterable[Label] = ()) -> DraftTrack:
        """Begin a track with these labels."""
        if not self.track.options and self.track is self.tracks[-1]:
            self.tracks.pop()
        self.track = DraftTrack(labels)
        self.tracks.append(self.track)
        self.group = None
        self.last = None
        return self.track

    def mark(self, level: str) -> None:
        """A mark of enumeration such as ``(a)``: labels that come next are added to those outside its level.

        Marks before plain penalties count alternatives and change nothing.
        """
        known = list(self._levels)
        if level in self._levels:
            for deeper in known[known.index(level) + 1 :]:
                del self._levels[deeper]
            self._outer = self._levels[level]
        else:
            self._levels[level] = list(self.track.labels if self._outer is None else self._outer)

    @property
    def after_mark(self) -> bool:
        """Whether a mark has ended what stood under an earlier one, and nothing has followed yet."""
        return self._outer is not None

    def afresh(self) -> DraftTrack:
        """Begin a track with the labels outside the mark that was last read."""
        outer, self._outer = self._outer, None
        return self.open_track(self.track.labels if outer is None else outer)

    def returns_to(self, level: str) -> bool:
        """Whether a mark of this level ends what stands under an earlier one."""
        return level in self._levels

    def contrasted(self) -> str | None:
        """The dimension in which "any other case" differs from what came before; None when nothing did."""
        held = [label for label in self.track.labels if label[0] != "procedure"]
        if self._outer is not None:
            return next((label[0] for label in held if label not in self._outer), None)
        return held[-1][0] if held else None

    def label(self, label: Label) -> None:
        """A class, procedure or case that governs what follows.

        It takes the place of a label of its dimension; the others stay, up to a mark of enumeration.
        """
        held = self.track.labels if self._outer is None else self._outer
        self._outer = None
        labels = [*(one for one in held if one[0] != label[0]), label]
        if self.track.options:
            self.open_track(labels)
        else:
            self.track.labels = labels

    def label_behind(self, label: Label) -> None:
        """A class, procedure or case that stands behind the penalty it governs."""
        self.track.labels = [*(one for one in self.track.labels if one[0] != label[0]), label]

    def divide(self, label: Label) -> None:
        """A class of persons: for the penalty at hand, or the next among which one penalty is divided.

        "A fine for natural persons of ten, for officials of twenty units" gives two tracks, each with what
        stands before the fine, and the fine understood in the second.
        """
        held = next((atoms for dimension, atoms in self.track.labels if dimension == label[0]), None)
        if held is None:
            self.track.labels.append(label)
            before = self.track.options[:-1]
            self.too_long = self.too_long or len(before) > _MOST_REACHED
            self._undivided = [option.copy() for option in before[-_MOST_REACHED:]]
            self._kind_divided = self.last.kind if self.last is not None else ""
            self.divided = [self.track]
            self.track.divided = True
        elif self.last is None or (self.last.amount is None and not self.last.join):
            wider = (*held, *(atom for atom in label[1] if atom not in held))
            self.track.labels = [
                (dimension, wider if dimension == label[0] else atoms)
                for dimension, atoms in self.track.labels
            ]
        else:
            at = (self.last.end, self.last.end)
            track = self.open_track([*(one for one in self.track.labels if one[0] != label[0]), label])
            track.options = [option.copy() for option in self._undivided]
            track.divided = True
            self.divided.append(track)
            if len(self.divided) > _MOST_REACHED:
                # More classes than any law has: what stands before the fine is not written out for each.
                self.too_long, self._undivided = self.too_long or bool(self._undivided), []
            if self._kind_divided:
                part = self.part(self._kind_divided, at)
                part.implied = True
                self.alternative(part)

    def replace_implied(self, part: Part) -> bool:
        """Put *part* in the place of a penalty that was only understood; False if there is none."""
        options = self.track.options
        if not options or not options[-1].group[0].implied or options[-1].group[0].amount is not None:
            return False
        self.parts.pop(-2)  # the one understood, just before *part*
        options[-1] = DraftOption(part)
        return True

    def give(self, part: Part, amount: Amount) -> bool:
        """Give *part* its amount, and its unit to the amounts that wait for one; true if any did."""
        amount.settle()
        part.amount = amount
        part.end = max(part.end, amount.at[1])
        return self.fill(amount)

    def fill(self, amount: Amount) -> bool:
        """Let *amount* wait for a unit, or give its own to the amounts that wait; true if any did."""
        if amount.waits:
            self._waiting.append(amount)
            return False
        ends = [end for end in amount.ends if end.unit is not None and end.number is not None]
        if not ends or not self._waiting:
            return False
        for held in self._waiting:
            held.fill(ends[-1].unit or "", ends[-1].basis)
        self._waiting.clear()
        return True

    # what it comes to

    def sanction(self, flip: str | None = None) -> Sanction:
        """The sanction, in the reading taken or in the other one under the code *flip*."""
        reached = self._reached(flip)
        tracks = tuple(
            self._track(track, reached.get(id(track), []), flip) for track in self.tracks if track.options
        )
        if flip in self.rewrites:
            tracks = self.rewrites[flip](tracks)
        return Sanction(tracks=tracks or (Track(options=UNKNOWN),))

    def track_of(self, option: DraftOption, like: Track) -> Track:
        """A track with this one option, labelled as *like*."""
        return Track(labels=like.labels, options=tuple(_options(option.group, option.additions, None)))

    def track_alone(self, track: DraftTrack) -> Track:
        """What *track* comes to without its labels and the extras of several tracks."""
        options = [
            made for option in track.options for made in _options(option.group, option.additions, None)
        ]
        return Track(options=tuple(options))

    def _reached(self, flip: str | None) -> dict[int, list[tuple[int | None, int, list[Part]]]]:
        found: dict[int, list[tuple[int | None, int, list[Part]]]] = {}
        for group in self.extras:
            for track, option in group.reached(flipped=flip == "attaches" and group.open):
                count = group.count[group.tracks.index(track)]
                found.setdefault(id(track), []).append((option, count, group.parts))
        return found

    def _track(
        self, track: DraftTrack, reached: list[tuple[int | None, int, list[Part]]], flip: str | None
    ) -> Track:
        size = len(track.options)
        more: list[list[Part]] = [list(option.additions) for option in track.options]
        shared = list(track.shared)
        for option, count, parts in reached:
            if option is None and count == size > 1:
                shared += parts
            else:
                for at in range(min(count, size)) if option is None else (min(option, size - 1),):
                    more[at] += parts
        options = [
            made
            for option, additions in zip(track.options, more, strict=True)
            for made in _options(option.group, additions, flip)
        ]
        return Track(
            labels=tuple(label for _, label in track.labels),
            options=tuple(options),
            shared=tuple(_addition(part, part.component(flip)) for part in shared),
        )


def _addition(part: Part, component: Component) -> Addition:
    return Addition(join="&" if part.join == "&" else "+", component=component)


def _options(group: list[Part], additions: list[Part], flip: str | None) -> list[Option]:
    """The option, once for each amount that a part may have instead of its own."""
    choices: list[tuple[Component, ...]] = [()]
    for part in (*group, *additions):
        made = [part.component(flip), *(part.component(flip, twin) for twin in part.twins)]
        choices = [(*chosen, component) for chosen in choices for component in made][:_MOST_TWINS]
    size = len(group)
    return [
        Option(
            group=chosen[:size],
            additions=tuple(map(_addition, additions, chosen[size:])),
        )
        for chosen in choices
    ]
