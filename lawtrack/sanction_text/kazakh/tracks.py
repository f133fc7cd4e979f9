"""Classes of persons and cases in a Kazakh clause: what divides it into tracks."""

from typing import Any, Final

from ...penalties import Atom
from ..amounts import literal
from ..lexicon import Item
from ..pieces import DraftOption, DraftTrack, Label
from .placing import KazakhPlacing, Share

__all__ = ["KazakhTracks"]

_NAMES: Final = frozenset({"word", "person", "sign", "object", "what", "open", "close"})
_MOST_WORDS: Final = 40


class KazakhTracks(KazakhPlacing):
    """The part of the reader that knows classes and cases."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._base: list[DraftOption] | None = None  # what stood before the first class, for each class
        self._outside: list[Label] = []

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
            while self._names(self.at) and self.at < begun + _MOST_WORDS:
                self.at += 1
            if self.is_person(self.at):
                atoms.append(Atom(self.ahead().value))
                self.at += 1
            elif self.at > begun and (self.sees("dash") or self._another_class(self.at)):
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

    def _names(self, at: int) -> bool:
        """Whether a word of a class stands there that is not its last: 'бейрезидент-', 'кеме'."""
        return not self.is_person(at) and (self.item(at).what in _NAMES or self.touches(at))

    def _another_class(self, at: int) -> bool:
        """Whether a word in the dative stands before *at*, and a list of classes goes on there."""
        before = self.item(at - 1)
        return (
            before.what == "word"
            and dative(self.words.folded[before.start])
            and self.item(at).what in ("comma", "or", "and")
            and self._class_follows(at + 1)
        )

    def _class_follows(self, at: int) -> bool:
        for here in range(at, at + 16):
            if self.is_person(here):
                return True
            what = self.item(here).what
            if what == "dash" and not self.touches(here):
                return here > at and self.item(here + 1).what == "number"
            if what not in _NAMES and what != "dash":
                return False
        return False

    def _liable(self, label: Label) -> None:
        draft = self.draft
        if self._base is None:
            self._base = list(draft.track.options)
            draft.tracks.pop()
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
            for group in self.ahead_of:
                if any(hit is option for _, hit in group.hits):
                    group.hits.append((track, again))
        draft.tracks.append(track)
        draft.track = track
        self.shares.append(Share(track))
        self.ahead_of = [group for group in self.ahead_of if group.only is None]
        self._group = None
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
        if not self.draft.track.options and self._extra_follows():
            at = self.place(item, case)
            self.condition = literal(self.said(start, end + 1)), at
            self.piece(*at, f'if("{self.condition[0]}")')
            return
        atom = Atom(case.value) if case.value != "case" else self.quoted(start, end + 1)
        label: Label = ("case", (atom,))
        self.labelled(item, label)
        self.draft.open_track([label])
        self.shares, self.ahead_of, self._base, self._group = [], [], None, None
        self.between.clear()
        self.rule("another_case")

    def _case_end(self, at: int) -> int | None:
        for here in range(at, at + _MOST_WORDS):
            what = self.item(here).what
            if what == "case":
                return here
            if what in ("end", "kind", "extra", "verb", "doing", "besides", "unit"):
                return None
        return None

    def _extra_follows(self) -> bool:
        for here in range(self.at, self.at + _MOST_WORDS):
            what = self.item(here).what
            if what in ("extra", "besides"):
                return True
            if what in ("end", "kind", "doing", "verb"):
                return False
        return False


def dative(word: str) -> bool:
    """Whether a noun ends as in the dative."""
    return word.endswith(("ға", "ге", "қа", "ке", "на", "не"))
