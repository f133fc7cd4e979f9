"""Classes of persons and cases in a Kazakh clause, and which penalties the words before them reach."""

from typing import Any, Final

from attrs import evolve

from ...missing import Missing
from ...penalties import Atom, Option, Track
from ..amounts import Amount
from ..draft import Tracks
from ..lexicon import Item
from ..pieces import DraftOption, DraftTrack, Label, Part
from .amounts import KazakhAmounts

__all__ = ["KazakhTracks", "dative"]

_NO_AMOUNT: Final = frozenset(
    {"warning", "death", "expulsion", "confiscation", "liquidation", "restitution", "citizenship_loss"}
)


class Share:
    """A class of persons, with the amounts that wait for the penalty it is liable to."""

    __slots__ = ("amounts", "done", "track")

    def __init__(self, track: DraftTrack) -> None:
        self.track = track
        self.amounts: list[Amount] = []
        self.done = False


class Ahead:
    """Extras that stand before the penalties they reach.

    Attributes:
        parts: The extras.
        hits: The penalties in chief that came behind them.
        late: Whether a penalty in chief stood before them too.
        only: The class of persons they were named for, if for one.
        at: Where they begin in the text.
    """

    __slots__ = ("at", "hits", "late", "only", "parts")

    def __init__(self, at: tuple[int, int], *, late: bool, only: DraftTrack | None) -> None:
        self.parts: list[Part] = []
        self.hits: list[tuple[DraftTrack, DraftOption]] = []
        self.at, self.late, self.only = at, late, only


class KazakhTracks(KazakhAmounts):
    """The part of the reader that knows where penalties, extras, classes and cases belong.

    Attributes:
        shares: Classes of persons that wait for a penalty, or share the last one.
        extras: Groups of extras that reach what follows.
        group: The group that the next extra joins.
        between: Connectives since the last penalty in chief.
        condition: The case in which alone the next extra is imposed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shares: list[Share] = []
        self.extras: list[Ahead] = []
        self.group: Ahead | None = None
        self.between: set[str] = set()
        self.condition: str | None = None
        self._open: list[Ahead] = []
        self._amounts: list[Amount] = []
        self._base: list[DraftOption] | None = None
        self._commas: list[tuple[int, int]] = []

    # amounts

    def hold(self, amount: Amount, start: int) -> None:
        """Keep an amount for its penalty; a second one only behind 'or'."""
        held = self._held()
        before = start - 1
        while self.item(before).what in ("filler", "size"):
            before -= 1
        if held and self.item(before).what != "or":
            self.left.append(amount.at)
            return
        if held:
            self.between.discard("or")
            self.rule("two_measures")
        held.append(amount)

    def _held(self) -> list[Amount]:
        """The amounts that wait: those of a class of persons, or of the clause."""
        return self.shares[-1].amounts if self.shares and not self.shares[-1].done else self._amounts

    def waiting(self) -> list[Amount]:
        """The amounts that no penalty has taken."""
        return [*self._amounts, *(one for share in self.shares if not share.done for one in share.amounts)]

    # penalties

    def principal(self, kind: str, at: tuple[int, int], object_: str | None = None) -> None:
        """A penalty in chief, with the amounts that wait for it."""
        fresh = [share for share in self.shares if not share.done]
        if fresh and kind in _NO_AMOUNT and not fresh[-1].amounts:
            fresh = fresh[-1:]
        targets = [(share.track, share.amounts) for share in fresh]
        if not fresh and self.shares:
            targets = [(share.track, list(self._amounts)) for share in self.shares]
            if len(targets) > 1:
                self._every_class(kind, at)
        elif not fresh:
            targets = [(self.draft.track, list(self._amounts))]
        if not fresh:
            self._amounts.clear()
        self._check_joint(at)
        if kind in _NO_AMOUNT:
            self.left += [one.at for _, amounts in targets[-1:] for one in amounts]
            targets = [(track, []) for track, _ in targets]
        for track, amounts in targets:
            self.draft.track = track
            self._impose(kind, at, object_, amounts)
        for share in fresh:
            share.done = True
        self.between.clear()
        self.group = None
        self.basis = None

    def _impose(self, kind: str, at: tuple[int, int], object_: str | None, amounts: list[Amount]) -> None:
        for place, amount in enumerate(amounts or [None]):
            part = self.draft.part(kind, at if amount is None else (min(at[0], amount.at[0] or at[0]), at[1]))
            part.object = object_
            if "and" in self.between and "or" not in self.between and not place:
                self.draft.second(part)
            else:
                self.draft.alternative(part)
            option = self.draft.track.options[-1]
            if part.join != "&":
                for group in self._open:
                    if group.only in (None, self.draft.track):
                        option.additions += group.parts
                        group.hits.append((self.draft.track, option))
            if amount is not None and self.draft.give(part, amount):
                self.rule("unit_from_right")

    def _check_joint(self, at: tuple[int, int]) -> None:
        """Alternatives have 'or' between them, at least before the last."""
        if "or" in self.between:
            self._commas.clear()
        elif self.draft.track.options and "and" not in self.between:
            if "comma" in self.between:
                self._commas.append(at)
            else:
                self.doubt("defect_in_print", at)

    def _every_class(self, kind: str, at: tuple[int, int]) -> None:
        """A penalty behind one that classes share may be meant for the last class alone."""
        self.doubt("track_scope", at)
        early = [self.draft.tracks.index(share.track) for share in self.shares[:-1]]
        counts = {place: len(self.draft.tracks[place].options) for place in early}

        def last_alone(tracks: Tracks) -> Tracks:
            return tuple(
                evolve(track, options=track.options[: counts[place]])
                if place in counts and not isinstance(track.options, Missing)
                else track
                for place, track in enumerate(tracks)
            )

        self.draft.rewrites.setdefault("track_scope", last_alone)

    # extras

    def extra(self, kind: str, at: tuple[int, int], object_: str | None = None) -> None:
        """An extra: it reaches every penalty behind it."""
        if self.group is None:
            share = self.shares[-1] if self.shares and not self.shares[-1].done else None
            late = bool(self.draft.track.options) if share is None else False
            self.group = Ahead(at, late=late, only=share.track if share is not None else None)
            self.extras.append(self.group)
            self._open.append(self.group)
        elif self.item(self.at - 2).what == "or":
            self.left.append(at)
        held = self._held()
        part = self.draft.part(kind, at, "+")
        part.object = object_
        part.bare = bool(self.group.parts) and "and" in self.between
        self.between.discard("and")
        earlier = self.group.parts[-1] if self.group.parts else None
        if self.condition is not None:
            part.condition, self.condition = self.condition, None
        elif earlier is not None and (earlier.condition or "case_scope" in earlier.other):
            held_by = earlier.condition or earlier.other["case_scope"]["condition"]
            part.other["case_scope"] = {"condition": held_by}
            self.doubt("case_scope", at)
        self.group.parts.append(part)
        if held and kind not in _NO_AMOUNT:
            self.give(part, held.pop(0))
        self.left += [one.at for one in held]
        held.clear()
        self.grow(part)

    def on_or(self, item: Item) -> None:
        """'немесе онсыз' makes the last extra the court's choice; otherwise the word joins alternatives."""
        self.at += 1
        if not self.sees("without"):
            self.between.add("or")
            return
        without = self.ahead()
        self.at += 1
        if self.group is None:
            self.left.append(self.place(item, without))
            return
        parts = self.group.parts
        parts[-1].flag = "?"
        self.grow(parts[-1])
        at = len(parts) - 1
        while at > 0 and parts[at].bare:
            at -= 1
            parts[at].other["or_without"] = {"flag": "?"}
            self.doubt("or_without", self.place(item, without))

    def on_and(self, item: Item) -> None:
        """Joins what follows to what precedes."""
        self.between.add("and")
        self.at += 1

    def on_comma(self, item: Item) -> None:
        """A comma may stand between alternatives."""
        self.between.add("comma")
        self.at += 1

    # classes of persons

    def is_person(self, at: int) -> bool:
        """Whether a class of persons in the dative stands there."""
        item = self.item(at)
        return item.what == "person" and dative(self.words.folded[item.end - 1])

    def on_person(self, item: Item) -> None:
        """'жеке тұлғаларға – бес': a class of persons, and what it is liable to behind it."""
        start = self.at
        atoms: list[Atom] = []
        while True:
            begun = self.at
            while not self.is_person(self.at) and self.sees("word", "person", "sign", "object", "what"):
                self.at += 1
            if self.is_person(self.at):
                atoms.append(Atom(self.ahead().value))
                self.at += 1
            elif self.sees("dash") and self.at > begun:
                atoms.append(self.quoted(begun, self.at))
            else:
                self.at = max(begun, start + 1) if not atoms else begun - 1
                break
            if not (self.sees("comma", "or", "and") and self._class_follows(self.at + 1)):
                break
            self.at += 1
        if not atoms:
            self.at = start
            self.leave()
            return
        label: Label = ("person", tuple(dict.fromkeys(atoms)))
        self.labelled(self.item(start), label)
        self.took("dash")
        self._liable(label)

    def _class_follows(self, at: int) -> bool:
        for here in range(at, at + 16):
            if self.is_person(here):
                return True
            what = self.item(here).what
            if what == "dash":
                return here > at and self.item(here + 1).what == "number"
            if what not in ("word", "person", "sign", "object", "what", "open", "close"):
                return False
        return False

    def _liable(self, label: Label) -> None:
        draft = self.draft
        if self._base is None:
            self._base = list(draft.track.options)
            draft.tracks.remove(draft.track)
            self._outside = [one for one in draft.track.labels if one[0] != "person"]
        if all(share.done for share in self.shares):
            self.shares = []
        elif not self.shares[-1].amounts and not self.shares[-1].track.options:
            last = self.shares[-1].track
            wider = tuple(dict.fromkeys((*last.labels[-1][1], *label[1])))
            last.labels[-1] = ("person", wider)
            return
        track = DraftTrack([*self._outside, label])
        for option in self._base:
            again = option.copy()
            track.options.append(again)
            for group in self._open:
                if any(hit is option for _, hit in group.hits):
                    group.hits.append((track, again))
        draft.tracks.append(track)
        draft.track = track
        self.shares.append(Share(track))
        self._open = [group for group in self._open if group.only is None]
        self.group = None
        self.between = {"or"} if self._base else set()

    # cases

    def on_but(self, item: Item) -> None:
        """'ал … жағдайларда': the case of the next extra, or another case with penalties of its own."""
        if self.ahead(1).what in ("person", "comma"):
            self.at += 1
            return
        end = self._case_end(self.at + 1)
        if end is None:
            self.leave()
            return
        start, case = self.at + 1, self.item(end)
        self.at = end + 1
        while self.sees("comma", "dash"):
            self.at += 1
        if self._extra_follows():
            self.condition = self.said(start, end + 1)
            self.piece(*self.place(item, case), f'if("{self.condition}")'.replace("\n", " "))
            return
        atom = Atom(case.value) if case.value != "case" else self.quoted(start, end + 1)
        label: Label = ("case", (atom,))
        self.labelled(item, label)
        self.draft.open_track([label])
        self.shares, self._open, self._base, self.group = [], [], None, None
        self.between.clear()
        self.rule("another_case")

    def _case_end(self, at: int) -> int | None:
        for here in range(at, at + 40):
            what = self.item(here).what
            if what == "case":
                return here
            if what in ("end", "kind", "extra", "verb", "doing", "besides", "unit"):
                return None
        return None

    def _extra_follows(self) -> bool:
        for here in range(self.at, self.at + 40):
            what = self.item(here).what
            if what in ("extra", "besides"):
                return True
            if what in ("end", "kind", "doing", "verb"):
                return False
        return False

    # the end

    def settle_extras(self) -> None:
        """Extras that reach every alternative of a track are shared; one in the middle may reach one alone."""
        for group in self.extras:
            if not group.hits:
                self._behind(group)
            elif group.late and len(group.hits) > 1:
                self.doubt("attaches", group.at)
                self.rule("extra_before_several")
                self.draft.rewrites.setdefault("attaches", self._nearest(group))
        for track in self.draft.tracks:
            size = len(track.options)
            for group in self.extras:
                hit = [option for held, option in group.hits if held is track]
                if len(hit) == size > 1 and not group.late:
                    for option in hit:
                        option.additions = [one for one in option.additions if one not in group.parts]
                    track.shared += group.parts
        for at in self._commas:
            self.doubt("defect_in_print", at)

    def _behind(self, group: Ahead) -> None:
        """Extras behind which no penalty comes belong to the last one before them."""
        options = self.draft.track.options
        if not options:
            self.left += [(part.start, part.end) for part in group.parts]
            return
        options[-1].additions += group.parts
        if len(options) > 1:
            self.doubt("attaches", group.at)

    def _nearest(self, group: Ahead) -> Any:
        places = {
            (self.draft.tracks.index(track), track.options.index(option)) for track, option in group.hits[1:]
        }

        def nearest(tracks: Tracks) -> Tracks:
            without = {part.component() for part in group.parts}

            def plain(place: int, at: int, option: Option) -> Option:
                if (place, at) not in places:
                    return option
                kept = tuple(one for one in option.additions if one.component not in without)
                return evolve(option, additions=kept)

            made: list[Track] = []
            for place, track in enumerate(tracks):
                if isinstance(track.options, Missing):
                    made.append(track)
                else:
                    options = tuple(plain(place, at, option) for at, option in enumerate(track.options))
                    made.append(evolve(track, options=options))
            return tuple(made)

        return nearest


def dative(word: str) -> bool:
    """Whether a noun ends as in the dative."""
    return word.endswith(("ға", "ге", "қа", "ке", "на", "не"))
