"""Cases, gravity and classes of persons in a German clause; conditions that change nothing."""

from typing import Any, Final

from attrs import evolve

from ...penalties import Atom
from ..draft import Tracks
from ..lexicon import Item
from ..pieces import DraftTrack, Label
from .amounts import GermanAmounts

__all__ = ["GermanLabels"]

_FAR: Final = 120
_ABBREVIATED: Final = frozenset({"abs", "nr", "art", "s", "buchst", "hs", "v", "m", "i"})
_GRAVITY: Final = frozenset({"lesser_case", "serious_case"})
_MILDER: Final = ("fahrlässig", "leichtfertig", "versuch")
_HEADS: Final = frozenset({"with", "of", "kind", "life"})
_TO_PENALTY: Final = frozenset({"verb", "may", "filler", "measures"})


class GermanLabels(GermanAmounts):
    """The part of the reader that knows tracks.

    Attributes:
        between: Connectives since the last penalty.
        nest: Labels that govern what comes, the outer ones first.
        may: Whether the sentence says what the court may do.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.between: set[str] = set()
        self.nest: list[Label] = []
        self.may = False
        self.behind = False

    # connectives

    def on_or(self, item: Item) -> None:
        """Joins alternatives."""
        self.between.add("or")
        self.at += 1

    def on_and(self, item: Item) -> None:
        """Joins penalties that go together, or tracks."""
        self.between.add("and")
        self.at += 1

    def on_comma(self, item: Item) -> None:
        """Stands between alternatives, and before cases."""
        self.between.add("comma")
        self.at += 1

    def on_stop(self, item: Item) -> None:
        """A full stop ends the sentence, and with it what its cases govern."""
        if item.value == "." and not self._abbreviates(self.at):
            self.between = {"stop"}
            self.may = False
            self.nest = []
        self.at += 1

    def on_may(self, item: Item) -> None:
        """'kann'."""
        self.may = True
        self.at += 1

    def on_open(self, item: Item) -> None:
        """``(2)`` at the head of a sentence counts; ``(§ 11 Absatz 3)`` only refers."""
        end = self.closing(self.at)
        counts = self.item(self.at - 1).what in ("stop", "end") and end == self.at + 2
        if end is not None and (counts or self.ahead(1).what == "cite"):
            self.at = end + 1
        else:
            super().on_open(item)

    def _abbreviates(self, at: int) -> bool:
        before = self.item(at - 1)
        return before.end > before.start and self.words.folded[before.end - 1] in _ABBREVIATED

    # where a label ends

    def penalty_follows(self, at: int) -> bool:
        """Whether the words from *at* on lead to a penalty or its amount, verbs before it."""
        here = at
        while self.item(here).what in _TO_PENALTY and here < at + 8:
            here += 1
        what = self.item(here).what
        if what == "case":
            return here > at
        if what in ("with", "of"):
            return self.names_penalty(here + 1) or self.is_amount(here)
        return what == "both" or self.names_penalty(here) or self.is_amount(here)

    def _label_end(self, at: int) -> int:
        """Where the words that tell a case end: before a verb, a penalty or its amount."""
        for here in range(at, at + _FAR):
            what = self.item(here).what
            if what in ("end", "kind", "life", "verb", "may", "measures", "both", "case", "if", "inverted"):
                return here
            if what == "stop" and not self._abbreviates(here):
                return here
            if what in ("with", "of") and self.penalty_follows(here):
                return here
            if what in ("high", "low", "number") and self._is_measure(here):
                return here
            if what == "comma" and (self.penalty_follows(here + 1) or self.item(here + 1).what == "case"):
                return here
        return at + _FAR

    def _is_measure(self, at: int) -> bool:
        """Whether an amount with its unit stands there, rather than numbers of provisions."""
        here = at
        while self.item(here).what in ("high", "low", "of", "filler") and here < at + 6:
            here += 1
        return self.item(here).what == "times" or (
            self.item(here).what == "number" and self.item(here + 1).what == "unit"
        )

    def _condition_end(self, at: int) -> tuple[int, bool]:
        """Where a clause with its own verb ends, and whether a penalty or another case comes behind it."""
        for here in range(at, at + _FAR):
            item = self.item(here)
            if item.what == "end":
                return here, False
            if item.what == "stop" and item.value in ".;" and not self._abbreviates(here):
                return here, False
            if item.what == "comma" and self.penalty_follows(here + 1):
                return here, True
        return at + _FAR, False

    # labels

    def on_case(self, item: Item) -> None:
        """'in minder schweren Fällen der Absätze 1 und 2', 'in den Fällen des Absatzes 3', 'sonst'."""
        start = self.at
        self.at += 1
        inside = self.at
        self.at = min(self._label_end(inside), len(self.items))
        while self.at > inside and self.denies(self.at - 1):
            self.at -= 1  # "in den Fällen des Absatzes 1 keine …": not a word of the label
        if item.value == "case":
            whole = self.at > inside and self.words.folded[item.start] in ("in", "im")
            label: Label = ("case", (self._provision(inside) if whole else self.quoted(start, self.at),))
            self._govern(start, [label])
        elif item.value in _GRAVITY:
            labels: list[Label] = [("gravity", (Atom(item.value),))]
            if any(one.what in ("cite", "number") for one in self.items[inside : self.at]):
                labels.append(("case", (self._provision(inside),)))
            else:
                self.at = inside
            self._govern(start, labels)
        elif item.value == "other":
            self._govern(start, [(self._contrasted(), (Atom("other"),))])
        else:
            self._govern(start, [("repetition", (Atom(item.value),))])

    def _provision(self, start: int) -> Atom:
        """The words up to the cursor as a label, without the article before them."""
        while start < self.at - 1 and self.item(start).what == "filler":
            start += 1
        return self.quoted(start, self.at)

    def on_person(self, item: Item) -> None:
        """'gegen eine juristische Person'."""
        self.at += 1
        self._govern(self.at - 1, [("person", (Atom(item.value),))])

    def on_if(self, item: Item) -> None:
        """'wenn …, mit …': a case. Behind the penalty such words may tell the offence."""
        start = self.at
        end, leads = self._condition_end(start + 1)
        end = min(end, len(self.items))
        self.at = end
        if leads:
            adds = "and" in self.between and bool(self.draft.track.options) and not self.nest
            adds = adds and not any(word in self.said(start, end).lower() for word in _MILDER)
            atom = Atom("aggravated") if adds else self.quoted(start, end)
            self._govern(start, [("gravity" if adds else "condition", (atom,))])
            if adds:
                self.rule("graver_case")
        elif self.draft.track.options:
            self._about_offence(start, end)
        else:
            self.left.append(self.place(item, self.item(end - 1)))

    def on_inverted(self, item: Item) -> None:
        """'Handelt der Täter fahrlässig, so …': a case, if no penalty stands before the comma."""
        end, leads = self._condition_end(self.at + 1)
        heads = [here for here in range(self.at + 1, end) if self.item(here).what in _HEADS]
        if leads and not any(self.penalty_follows(here) for here in heads):
            self.on_if(item)
        elif self.item(self.at + 1).what in ("word", "sign"):
            self.leave()
        else:
            self.at += 1

    def on_subsidiary(self, item: Item) -> None:
        """'wenn die Tat nicht in anderen Vorschriften mit schwererer Strafe bedroht ist': no label."""
        start = self.at
        self.at = min(self._condition_end(start + 1)[0], len(self.items))
        self.rule("fallback_clause")

    def on_offence(self, item: Item) -> None:
        """'wer …' tells the offence, before or behind the penalty."""
        start = self.at
        end, leads = self._condition_end(start + 1)
        if leads or self.draft.track.options:
            self.at = min(end, len(self.items))
            self.rule("offence_told")
        else:
            self.leave()

    def _about_offence(self, start: int, end: int) -> None:
        """A condition behind the verb governs the whole sentence: read without a label, or with one."""
        atom = self.quoted(start, end)
        place = len(self.draft.tracks) - 1
        self.doubt("case_scope", self.place(self.item(start), self.item(end - 1)))
        self.rule("condition_behind")

        def labelled(tracks: Tracks) -> Tracks:
            track = tracks[place]
            made = evolve(track, labels=(*track.labels, (atom,)))
            return (*tracks[:place], made, *tracks[place + 1 :])

        self.draft.rewrites.setdefault("case_scope", labelled)

    def _contrasted(self) -> str:
        return self.nest[-1][0] if self.nest else "case"

    def _govern(self, start: int, labels: list[Label]) -> None:
        """Let *labels* govern what follows, or what precedes when they stand behind it."""
        draft = self.draft
        self.labelled(self.item(start), labels[-1])
        last = draft.last
        if draft.track.options and not self.between and last is not None and last.amount is not None:
            for label in labels:
                draft.label_behind(label)
            self.behind = True
            return
        for label in labels:
            self._nested(label)
        if draft.track.options:
            draft.open_track(list(self.nest))
        else:
            draft.track.labels = list(self.nest)
            draft.last = None
        self.between.clear()
        self.behind = False

    def _nested(self, label: Label) -> None:
        """Put a label where it belongs among those that govern already."""
        dimension = label[0]
        held = [one for one, _ in self.nest]
        if dimension in held:
            self.nest = self.nest[: held.index(dimension)]
        elif dimension == "gravity" and "case" in held:
            before = list(self.nest)
            self.nest = self.nest[: held.index("case")]
            self._gravity_of(before)
        elif dimension == "case" and held and held[-1] == "gravity" and self._alone(self.draft.track):
            self.nest.pop()
        self.nest.append(label)

    def _alone(self, track: DraftTrack) -> bool:
        """Whether the labels that govern have a penalty of their own."""
        return bool(track.options) and track.labels == self.nest

    def _gravity_of(self, before: list[Label]) -> None:
        """'in minder schweren Fällen' behind a case: of every case, or of that one."""
        track = self.draft.tracks[-1]
        place = len(self.draft.tracks) if track.options else len(self.draft.tracks) - 1
        atoms = tuple(label for dimension, label in before if dimension == "case")
        self.doubt("track_scope", self.place(self.item(self.at - 1)))

        def of_that(tracks: Tracks) -> Tracks:
            if place >= len(tracks):
                return tracks
            made = evolve(tracks[place], labels=(*atoms, *tracks[place].labels))
            return (*tracks[:place], made, *tracks[place + 1 :])

        self.draft.rewrites.setdefault("track_scope", of_that)
