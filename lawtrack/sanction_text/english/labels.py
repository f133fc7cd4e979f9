"""What divides an English clause into tracks: procedures, persons, repetition, cases, and marks."""

from typing import Any, Final

from ...penalties import Atom
from ..clause import ClauseReader
from ..lexicon import Item, Words
from ..pieces import DraftOption, DraftTrack, Label, Part

__all__ = ["EnglishLabels"]

_ROMAN: Final = frozenset(
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]
)
_JOINTS: Final = frozenset({"or", "and", "comma", "stop", "mark", "verb", "filler", "may"})
_FAR = 80


class EnglishLabels(ClauseReader):
    """The part of the reader that knows tracks; what penalties are it leaves to the whole reader.

    Attributes:
        joint: What stood between the last penalty and the cursor: ``or``, ``and``, ``comma``, ``may`` …
        carried: Options of the general case that a particular case adds to.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = marked(self.items, self.words)
        self.joint: set[str] = set()
        self.carried: list[DraftOption] = []
        self.behind: str | None = None
        self.worse: tuple[DraftTrack, Label] | None = None  # a general track, and the case said to be graver
        self._last_letter = ""
        self._names_offence = False

    # marks of enumeration

    def on_mark(self, item: Item) -> None:
        """``(a)``, ``(i)``, ``(1)``."""
        self.at += 1
        text = item.value
        if text.isdigit():
            level = "figure"
        elif text in _ROMAN and not (len(text) == 1 and _follows(text, self._last_letter)):
            level = "roman"
        else:
            level, self._last_letter = "letter", text
        if self.draft.returns_to(level):
            self._close()
        self.draft.mark(level)
        self.joint.add("mark")

    def _close(self) -> None:
        """'an offence punishable on summary conviction' and no more: the general penalty for that."""
        track = self.draft.track
        if self._names_offence and track.has("procedure") and not track.options:
            part = self.draft.part("base", self.place(self.item(self.at - 1)))
            part.implied = True
            self.draft.alternative(part)
            self.rule("general_penalty")
        self._names_offence = False

    # labels

    def on_procedure(self, item: Item) -> None:
        """'on summary conviction', 'guilty of an indictable offence'."""
        start = self.at
        self.at += 1
        atoms = [Atom(item.value)]
        while self.sees("or", "comma") and self.ahead(1).what == "procedure":
            self.at += 1
            atoms.append(Atom(self.ahead().value))
            self.at += 1
        words = self.said(start, self.at).lower()
        if "offence" in words or words.startswith("punishable"):
            self._close()
            self._names_offence = True
        else:
            self._names_offence = False
        self._label(start, ("procedure", tuple(dict.fromkeys(atoms))))

    def on_person(self, item: Item) -> None:
        """'an individual', 'a corporation'."""
        start = self.at
        self.at += 1
        atoms = [Atom(item.value)]
        while self.sees("or") and self.ahead(1).what == "person":
            self.at += 1
            atoms.append(Atom(self.ahead().value))
            self.at += 1
        self._label(start, ("person", tuple(dict.fromkeys(atoms))))

    def on_other(self, item: Item) -> None:
        """'in any other case': of whatever dimension the case before it was."""
        start = self.at
        self.at += 1
        self._label(start, (self.draft.contrasted() or "case", (Atom("other"),)))

    def on_ordinal(self, item: Item) -> None:
        """'a first offence', 'a second or subsequent offence'."""
        start = self.at
        values = [item.value]
        here = self.at + 1
        while True:
            ahead = here
            while self.item(ahead).what in ("comma", "or", "and", "filler", "per"):
                ahead += 1
            if self.item(ahead).what != "ordinal":
                break
            values.append(self.item(ahead).value)
            here = ahead + 1
        if self.item(here).what != "offence":
            self.leave()
            return
        if "fourth" in values:
            atoms: tuple[Atom, ...] = (self.quoted(start, here),)
        else:
            atoms = tuple(Atom(value) for value in dict.fromkeys(values))
        self.at = here + 1
        self._label(start, ("repetition", atoms))

    def on_case(self, item: Item) -> None:
        """'in the case of …', 'if …', 'unless …, in which case': a known class, or a case of its own."""
        start = self.at
        here = start + 1
        while self.item(here).what == "filler":
            here += 1
        known = self.item(here).what
        if known in ("person", "ordinal"):
            self.at = here
            (self.on_person if known == "person" else self.on_ordinal)(self.item(here))
            return
        end = self._case_end(start + 1)
        if end is None:
            self.leave()
            return
        words = self.said(start + 1, end).lower()
        if "convicted" in words or "previous conviction" in words or "prior conviction" in words:
            label: Label = ("repetition", (Atom("subsequent"),))
            self.rule("convicted_before")
        else:
            label = ("case", (self.quoted(here, end),))
            if self.words.folded[self.item(start).start] == "if" and self._worsens():
                self.worse = self.draft.tracks[-1], label
        self.at = end
        if self.sees("comma") and self.ahead(1).what == "case":
            self.at += 2  # ", in which case"
        self._label(start, label)

    def _case_end(self, at: int) -> int | None:
        """Where a case told in words ends: at the comma behind which a penalty follows, or at a stop."""
        for here in range(at, at + _FAR):
            what = self.item(here).what
            if what in ("stop", "end", "mark"):
                return here if here > at else None
            if what == "comma" and self._penalty_follows(here + 1):
                return here
        return None

    def _penalty_follows(self, at: int) -> bool:
        for here in range(at, at + 12):
            what = self.item(here).what
            if what in ("kind", "verb", "both", "low", "high", "money", "life", "case", "same", "procedure"):
                return True
            if what == "number" and self.item(here + 1).what == "unit":
                return True
            if what in ("stop", "end"):
                return False
            if what == "comma" and self.item(here + 1).what not in ("filler", "verb", "procedure"):
                return False
        return False

    def _worsens(self) -> bool:
        """Whether the case is added by 'and if …' to a general penalty that has no case of its own."""
        return "and" in self.joint and bool(self.draft.track.options) and not self.draft.track.has("case")

    # where a label belongs

    def _label(self, start: int, label: Label) -> None:
        first = self.item(start)
        if self._stands_behind(start):
            self.draft.label_behind(label)
            self.behind = label[0]
        else:
            self._front(label)
            self.joint.discard("or")
            self.joint.discard("and")
            self.behind = None
        self.labelled(first, label)

    def _stands_behind(self, start: int) -> bool:
        """Whether the label that was read governs what precedes it: "$50 for a first offence, and"."""
        if not self.draft.track.options:
            return False
        before = start - 1
        while self.item(before).what in ("filler", "per", "case"):
            before -= 1
        ends = self.sees("end", "stop")
        if self.item(before).what in ("comma", "or", "and", "stop", "mark", "verb", "may"):
            return ends and "mark" not in self.joint and self.item(before).what == "comma"
        return ends or self.sees("comma", "or", "and")

    def _front(self, label: Label) -> None:
        draft = self.draft
        track = draft.track
        general = bool(track.options) and not track.has(label[0]) and "mark" not in self.joint
        joined = "and" in self.joint and "stop" not in self.joint
        names = {str(atom) for atom in label[1]}
        repeats = label[0] == "repetition" and "subsequent" in names and "first" not in names
        if repeats and general and joined:
            track.labels.append(("repetition", (Atom("first"),)))
            self.rule("first_understood")
        self.carried = list(track.options) if general and joined and label[0] == "case" else []
        draft.label(label)

    def carry(self, part: Part) -> None:
        """Join what the general case has to the option of *part*."""
        option = DraftOption(part)
        option.additions = [one.copy() for held in self.carried for one in held.group]
        for one in option.additions:
            one.join = "&"
        self.draft.track.options[-1] = option
        self.carried = []
        self.rule("added_to_general_case")


def _follows(letter: str, last: str) -> bool:
    return last != "" and len(last) == 1 and ord(letter) == ord(last) + 1


def marked(items: list[Item], words: Words) -> list[Item]:
    """Put ``( a )`` together: a mark of enumeration, or part of the citation it follows."""
    made: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.what == "open" and at + 2 < len(items) and items[at + 2].what == "close":
            inner = items[at + 1]
            text = words.folded[inner.start]
            short = inner.end - inner.start == 1 and (text.isdecimal() or (text.isalpha() and len(text) <= 5))
            again = bool(made) and made[-1].what == "number"  # "one (1) year" is no mark
            if short and not again and (len(text) == 1 or text.isdecimal() or text in _ROMAN):
                cited = bool(made) and (
                    made[-1].what == "cite"
                    or words.ends[made[-1].end - 1] == words.starts[item.start]
                    or (made[-1].what in ("or", "and") and len(made) > 1 and made[-2].what == "cite")
                )
                made.append(Item("cite" if cited else "mark", text, item.start, items[at + 2].end))
                at += 3
                continue
        made.append(item)
        at += 1
    return made
