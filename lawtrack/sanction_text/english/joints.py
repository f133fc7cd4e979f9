"""What puts English penalties together: 'or both', 'in default of payment', 'in addition to'."""

from typing import Any

from ...penalties import Option, Track
from ...penalties.parts import MOST_IN_GROUP
from ..draft import Tracks
from ..lexicon import Item
from ..pieces import DraftOption, Part
from .amounts import EnglishAmounts

__all__ = ["EnglishJoints"]

_FAR = 60
_PAUSES = frozenset({"comma", "stop", "mark", "end"})


class EnglishJoints(EnglishAmounts):
    """The part of the reader that knows joints."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.in_default = False

    def _default(self, part: Part) -> None:
        """Imprisonment for not paying goes with every alternative that has a fine."""
        self.in_default = False
        part.kind, part.join, part.flag = "default_prison", "+", "?"
        self.draft.spread_groups()
        for option in self.draft.track.options:
            kinds = {one.kind for one in option.parts}
            if "fine" in kinds and "default_prison" not in kinds:
                option.additions.append(part)
        self.rule("default_of_payment")

    def on_default(self, item: Item) -> None:
        """The next imprisonment is for not paying."""
        self.in_default = True
        self.at += 1
        while (
            self.sees("filler", "word", "cite", "refer", "verb")
            or (self.sees("kind", "same") and self.ahead().value == "fine")
            or (self.sees("or", "and") and self.ahead(1).what == "cite")
        ):
            self.at += 1

    def on_addition(self, item: Item) -> None:
        """'in addition to any other penalty' is no penalty of its own."""
        comma = next(
            (here for here in range(self.at, self.at + _FAR) if self.item(here).what in _PAUSES), None
        )
        leads = comma is not None and self.item(comma).what == "comma" and self._penalty_follows(comma + 1)
        while not self.sees("stop", "end", "mark", *(("comma",) if leads else ())):
            self.at += 1
        self.joint.add("addition")

    def on_both(self, item: Item) -> None:
        """'or both': any of the alternatives may be imposed together."""
        self.at += 1
        draft = self.draft
        options = draft.track.options
        count = len(options) - draft.track.settled
        plain = count > 0 and not any(option.additions for option in options[-count:])
        at = self.place(item)
        if count == 1 and self.carried and plain:
            part = options[-1].group[0]
            draft.track.options = [DraftOption(one.copy()) for held in self.carried for one in held.group]
            draft.track.options.append(DraftOption(part))
            self.carried = []
            draft.either_or_both(len(draft.track.options))
            self._carried_scope(at)
        elif count == 1 and options[-1].additions and all(one.join == "&" for one in options[-1].additions):
            self._and_or_both(options[-1], at)
        elif count == 1 and plain and "imprisonment" in self.said(self.at - 1, self.at).lower():
            # "or both such fine and imprisonment for …", where no imprisonment was named before
            together = DraftOption(options[-1].group[0])
            options.append(together)
            draft.second(draft.part("prison", at))
        elif count == 2 and plain and "mark" in self.joint:
            together = DraftOption(options[-2].group[0])
            together.additions = [one.copy() for one in options[-1].group]
            for one in together.additions:
                one.join = "&"
            options.append(together)
        elif count == 2 or (item.value == "any" and count > 2):
            draft.either_or_both(count)
        elif 2 < count <= MOST_IN_GROUP and plain:
            self._one_with_each(count, at)
        else:
            self.left.append(at)
        draft.track.settled = len(draft.track.options)
        self.joint = set()

    def _and_or_both(self, option: DraftOption, at: tuple[int, int]) -> None:
        """'A and B, or both': either of them, or A and B as the first words say."""
        joined = DraftOption(option.group[0])
        parts = []
        for one in option.additions:
            plain = one.copy()
            plain.join, plain.flag = "", None
            self.draft.parts[self.draft.parts.index(one)] = plain
            parts.append(plain)
        joined.group = [option.group[0], *parts]
        track = self.draft.track
        track.options[track.options.index(option)] = joined
        self.doubt("and_or_both", at)
        place, whole = self.draft.tracks.index(track), option

        def together(tracks: Tracks) -> Tracks:
            made = self.draft.track_of(whole, tracks[place])
            return (*tracks[:place], made, *tracks[place + 1 :])

        self.draft.rewrites["and_or_both"] = together

    def _one_with_each(self, count: int, at: tuple[int, int]) -> None:
        """'A or B or C, or both': A with one of the others; perhaps only the last two, or all, are meant."""
        options = self.draft.track.options
        first, *others = options[-count:]
        for other in others:
            together = DraftOption(first.group[0])
            together.additions = [one.copy() for one in other.group]
            for one in together.additions:
                one.join = "&"
            options.append(together)
        self.doubt("group_scope", at)
        place = self.draft.tracks.index(self.draft.track)

        def any_of(tracks: Tracks) -> Tracks:
            track = tracks[place]
            made = Option(group=tuple(option.group[0].component() for option in (first, *others)))
            return (*tracks[:place], Track(labels=track.labels, options=(made,)), *tracks[place + 1 :])

        self.draft.rewrites["group_scope"] = any_of

    def _carried_scope(self, at: tuple[int, int]) -> None:
        """The case may be meant as the only one there is."""
        self.doubt("track_scope", at)
        place = self.draft.tracks.index(self.draft.track)

        def only(tracks: Tracks) -> Tracks:
            general, case = tracks[place - 1], tracks[place]
            made = Track(labels=general.labels, options=case.options, shared=case.shared)
            return (*tracks[: place - 1], made, *tracks[place + 1 :])

        self.draft.rewrites["track_scope"] = only
