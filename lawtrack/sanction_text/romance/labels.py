"""What divides a clause of a Romance language into tracks: procedures, persons, repetition, cases and marks.

A label stands before the penalty it governs or behind it; behind a comma at the end of a passage it governs
all of the passage. Marks such as ``a)`` nest labels.
"""

from typing import Any, Final

from attrs import evolve

from ...penalties import Atom
from ..draft import Tracks
from ..lexicon import Item
from ..pieces import DraftOption, DraftTrack, Label
from .amounts import MOST_FILLERS, RomanceAmounts

__all__ = ["RomanceLabels"]

_JOINTS: Final = frozenset({"or", "and", "comma", "stop", "mark", "either"})
_LABELS: Final = frozenset({"procedure", "repeat", "other", "case"})
_MAIN: Final = frozenset({"fine", "prison", "base", "community_service", "death", "arrest", "warning"})
_WHO_OR_WHEN: Final = frozenset({"person", "case"})
_DANGLES: Final = frozenset({"comma", "either", "to", "with", "filler", "size"})
_PASSED: Final = frozenset({"and", "or", "comma", "either", "to", "with", "filler"})
_STARTS: Final = frozenset(
    {
        "kind", "equivalent", "verb", "raise", "both", "either", "mark", "procedure", "repeat", "other",
        "default", "addition", "may", "per", "whichever", "raised", "accessory", "offence", "doubling",
        "same", "life", "free",
    }
)  # fmt: skip


class RomanceLabels(RomanceAmounts):
    """The part of the reader that knows tracks; what penalties are it leaves to the whole reader.

    Attributes:
        joint: What stood between the last penalty and the cursor: ``or``, ``and``, ``comma``, ``mark`` …
        behind: Dimension of the label that stands behind the last penalty; empty for none.
        passage: How many tracks had penalties when the last mark or stop was met.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.joint: set[str] = set()
        self.behind = ""
        self.passage = 0
        self.pending: tuple[int, int] | None = None  # a label in front whose penalty has not come yet
        self._names_offence = False

    # where something of its own begins

    def begins(self, at: int) -> bool:
        """Penalties, labels, marks and amounts do, with the fillers before them."""
        at = self.past_fillers(at)
        what = self.item(at).what
        if what in ("low", "high", "number", "times", "money"):
            return self.amount_at(at)
        if what == "case":
            return self.item(at - 1).what in ("comma", "and", "or", "stop") or self._label_follows(at + 1)
        if what == "size":
            return self.amount_at(at + 1) or self.item(self.past_fillers(at + 1)).what == "life"
        return what in _STARTS

    def _label_follows(self, at: int) -> bool:
        return self.item(self.past_fillers(at)).what in ("person", "repeat")

    def label_at(self, at: int) -> bool:
        """Whether a label begins there."""
        at = self.past_fillers(at)
        if self.item(at).what == "per":
            at = self.past_fillers(at + 1)
        return self.item(at).what in _LABELS

    # marks and stops

    def on_mark(self, item: Item) -> None:
        """``a)``, ``(i)``, ``1°``."""
        self.at += 1
        if self.draft.returns_to(item.value):
            self.close_offence()
        self.draft.mark(item.value)
        self._new_passage()
        self.joint.add("mark")

    def on_stop(self, item: Item) -> None:
        """A full stop, semicolon or colon ends a passage."""
        self.check_joint()
        self.at += 1
        self.joint.add("stop")
        self._new_passage()

    def check_joint(self) -> None:
        """An 'ou' or 'et' with nothing behind it joins words that were not understood."""
        here = self.at - 1
        least = here - MOST_FILLERS
        while here > least and self.item(here).what in _DANGLES:
            here -= 1
        if self.item(here).what in ("or", "and") and self.joint & {"or", "and"}:
            self.left.append(self.place(self.item(here)))
            self.joint -= {"or", "and"}

    def _new_passage(self) -> None:
        filled = self._filled()
        waits = bool(filled) and filled[-1].options[-1].parts[-1].amount is None
        self.passage = len(filled) - waits  # "une amende maximale : a) soit de …" goes on behind the mark

    def _filled(self) -> list[DraftTrack]:
        return [track for track in self.draft.tracks if track.options]

    def close_offence(self) -> None:
        """'une infraction punissable par procédure sommaire' and no more: the general penalty for that."""
        track = self.draft.track
        if self._names_offence and track.has("procedure") and not track.options:
            part = self.draft.part("base", self.place(self.item(self.at - 1)))
            part.implied = True
            self.draft.alternative(part)
            self.pending = None
            self.rule("general_penalty")
        self._names_offence = False

    # labels

    def on_procedure(self, item: Item) -> None:
        """'par mise en accusation', 'par procédure sommaire'."""
        start = self.at
        atoms = self._atoms("procedure")
        said = self.said(start, self.at).lower()
        self._names_offence = any(word in said for word in self.lexicon.settings.get("offences", ()))
        self._label(start, ("procedure", atoms))

    def on_repeat(self, item: Item) -> None:
        """'pour une première infraction', 'en cas de récidive'."""
        start = self.at
        self._label(start, ("repetition", self._atoms("repeat")))

    def on_other(self, item: Item) -> None:
        """'dans tous les autres cas': of whatever dimension the case before it was."""
        start = self.at
        self.at += 1
        self._label(start, (self.draft.contrasted() or "case", (Atom("other"),)))

    def _atoms(self, kind: str) -> tuple[Atom, ...]:
        """The atoms of a label; several are joined by 'ou'."""
        atoms = [Atom(self.ahead().value)]
        self.at += 1
        while self.sees("or", "comma", "and"):
            here = self.past_fillers(self.at + 1)
            while self.item(here).what == "case":
                here = self.past_fillers(here + 1)
            if self.item(here).what != kind or (self.sees("and", "comma") and kind != "person"):
                break
            atoms.append(Atom(self.item(here).value))
            self.at = here + 1
        return tuple(dict.fromkeys(atoms))

    def on_case(self, item: Item) -> None:
        """'dans le cas de …', 's'il s'agit de …': a class the lexicon knows, or a case of its own."""
        start = self.at
        here = self.past_fillers(start + 1)
        while self.item(here).what == "case":
            here = self.past_fillers(here + 1)
        known = self.item(here).what
        if known in ("person", "repeat") and self._ends_label(here + 1):
            self.at = here
            self._label(start, ("person" if known == "person" else "repetition", self._atoms(known)))
            return
        end = self._case_end(start + 1) if item.value == "case" else None
        if end is None or self._says_nothing(start + 1, end):
            self.leave()
            return
        self.at = end
        said = self.said(start, end).lower()
        if any(word in said for word in self.lexicon.settings.get("convicted_before", ())):
            label: Label = ("repetition", (Atom("subsequent"),))
            self.rule("convicted_before")
        else:
            label = ("case", (self.quoted(start, end),))
            self._check_case(start + 1, end, in_front=not self._stands_behind(start))
        self._label(start, label)

    def _says_nothing(self, start: int, end: int) -> bool:
        """Whether a case has no words of its own; that it is told outside the clause, a stop says."""
        return start < end and all(item.what in ("filler", "comma") for item in self.items[start:end])

    def _check_case(self, start: int, end: int, *, in_front: bool) -> None:
        """A class among the words of a case was not understood, nor a penalty that the case has swallowed."""
        for item in self.items[start:end]:
            named = item.what == "person" and item.value != "other"
            penalty = in_front and item.what == "kind" and item.value in _MAIN
            if named or penalty or item.what in ("repeat", "both") or item.value == "order":
                self.left.append(self.place(item))

    def _ends_label(self, at: int) -> bool:
        what = self.item(at).what
        return what in ("end", "stop", "comma", "or", "and", "mark", "filler") or self.begins(at)

    def _case_end(self, at: int) -> int | None:
        """Where a case told in words ends: before the penalty that follows, or at a stop."""
        here = at
        while True:
            what = self.item(here).what
            if what in ("stop", "end", "mark"):
                # "lorsque :" is told outside the clause
                return here if here > at or (self.draft.track.options and what == "stop") else None
            if what == "raise" and here > at:
                return here
            if here > at and self._joined_penalty(here, what):
                return here
            here += 1

    def _joined_penalty(self, at: int, what: str) -> bool:
        """Whether a penalty follows the comma, the dash or the "et" at that place."""
        if what == "and":
            return self.amount_at(self._past_joints(at))
        return what in ("comma", "dash") and self._penalty_follows(at + 1)

    def _penalty_follows(self, at: int) -> bool:
        """Whether a penalty stands behind the comma, perhaps after a joint."""
        at = self._past_joints(at)
        item = self.item(at)
        if item.what == "kind":
            return item.value in _MAIN
        return item.what in ("verb", "raise", "both", "case", "repeat", "per", "other") or self.amount_at(at)

    def _past_joints(self, at: int) -> int:
        most = at + MOST_FILLERS
        while at < most and self.item(at).what in _PASSED:
            at += 1
        return at

    # where a label belongs

    def _label(self, start: int, label: Label) -> None:
        if self._stands_behind(start):
            self._behind(start, label)
            self.behind = label[0]
        else:
            self.label_in_front(start, label)
            return
        self.labelled(self.item(start), label)

    def label_in_front(self, start: int, label: Label) -> None:
        """A label, from the item at *start* to the cursor, that governs what follows."""
        self._front(label)
        self.pending = self.place(self.item(start), self.item(self.at - 1))
        self.joint -= {"or", "and"}
        self.behind = ""
        self.labelled(self.item(start), label)

    def _before(self, start: int) -> str:
        start -= 1
        least = start - MOST_FILLERS
        while start > least and self.item(start).what in ("filler", "per"):
            start -= 1
        return self.item(start).what

    def _stands_behind(self, start: int) -> bool:
        """Whether the label that ends at the cursor governs what precedes it."""
        if not self.draft.track.options or self.draft.after_mark:
            return False
        before = self._before(start)
        if before in ("mark", "stop", "verb", "raise", "either"):
            return False
        if self.sees("end", "stop", "mark"):
            return True
        if before in ("and", "or"):
            return False
        if before != "comma":
            return self.sees("comma", "or", "and") or not self.begins(self.at)
        if self.sees("comma"):
            return self.ahead(1).what in ("and", "or", "end", "stop", "mark")
        return self.sees("and", "or")

    def _behind(self, start: int, label: Label) -> None:
        draft = self.draft
        track = draft.track
        if self._before(start) == "comma":
            # It governs the whole passage: "10 000 $, ou 25 000 $ en cas de récidive, s'il s'agit …".
            rivals = _WHO_OR_WHEN if label[0] in _WHO_OR_WHEN else {label[0]}
            passage = self._filled()[self.passage :] or [track]
            for one in passage:
                if one is not track and not any(map(one.has, rivals)):
                    one.labels.append(label)
            draft.label_behind(label)
            return
        earlier = self._split() if label[0] == "repetition" and not track.has(label[0]) else None
        if earlier is None and label[0] != "case" and len(track.options[-1].parts) + len(track.options) > 2:
            self._doubt_scope(start, label)
        draft.label_behind(label)
        if earlier is not None:
            self._label_first(earlier, {str(atom) for atom in label[1]})

    def _doubt_scope(self, start: int, label: Label) -> None:
        """'A y B en caso de reincidencia': perhaps B alone is meant for that case."""
        track, last = self.draft.track, self.draft.last
        if track.settled == len(track.options) or last is None or track.options[-1].parts[-1] is not last:
            return
        self.doubt("track_scope", self.place(self.item(start), self.item(self.at - 1)))
        place = self._filled().index(track)
        joined = bool(track.options[-1].additions)

        def last_alone(tracks: Tracks) -> Tracks:
            held = tracks[place]
            if not isinstance(held.options, tuple):
                return tracks
            *general, final = held.options
            if joined and final.additions:
                general.append(evolve(final, additions=final.additions[:-1]))
            if not general:
                return tracks
            plain = tuple(atoms for atoms in held.labels if atoms != label[1])
            outer = evolve(held, labels=plain, options=tuple(general))
            return (*tracks[:place], outer, held, *tracks[place + 1 :])

        self.draft.rewrites["track_scope"] = last_alone

    def _split(self) -> DraftTrack | None:
        """Move the last penalty to a track of its own when it measures anew what the one before did."""
        draft = self.draft
        track, last = draft.track, draft.last
        if last is None:
            return None
        option = track.options[-1]
        if option.additions and option.additions[-1] is last and option.group[-1].kind == last.kind:
            option.additions.pop()
            last.join = ""
        elif (
            len(track.options) > 1
            and track.options[-2].group[-1].kind == last.kind
            and option.group == [last]
        ):
            track.options.pop()
        else:
            return None
        new = DraftTrack(track.labels)
        new.options.append(DraftOption(last))
        draft.tracks.append(new)
        draft.track = new
        return track

    def _label_first(self, track: DraftTrack, names: set[str]) -> None:
        """What stands before "et, en cas de récidive, …" is for a first offence."""
        if names & {"subsequent", "second"} and "first" not in names:
            track.labels.append(("repetition", (Atom("first"),)))
            self.rule("first_understood")

    def _front(self, label: Label) -> None:
        draft = self.draft
        track = draft.track
        joined = bool(self.joint & {"and", "or", "comma"}) and not self.joint & {"mark", "stop"}
        names = {str(atom) for atom in label[1]}
        if track.options and joined and label[0] == "repetition" and not track.has(label[0]):
            self._label_first(track, names)
        last = draft.last
        waits = last is not None and last.amount is None
        if waits and track.options and track.options[0].group == [last]:
            draft.label_behind(label)  # "une amende maximale, s'il s'agit d'un particulier, de 5 000 $"
        elif track.options and not draft.after_mark and label[0] in _WHO_OR_WHEN:
            # "dans le cas d'un exploitant, …, et, dans le cas d'une personne morale, …" are two of a kind.
            draft.open_track([*(one for one in track.labels if one[0] not in _WHO_OR_WHEN), label])
        else:
            draft.label(label)
