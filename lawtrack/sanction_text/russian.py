"""Penalty clauses in Russian: codes of Kazakhstan, Russia and their neighbours.

Alternatives are joined by "либо" and "или" of equal rank; extras follow with "с"; classes of persons divide
one fine among them; "а при …" and "а в случаях, …" begin another case.
"""

from ..penalties import Atom, Track
from .amounts import Amount, End, life
from .clause import ClauseReader
from .draft import DraftOption, DraftTrack, Extras, Part, Tracks
from .lexicon import Item

__all__ = ["RussianReader"]

Label = tuple[str, tuple[Atom, ...]]


class RussianReader(ClauseReader):
    """Reads one clause."""

    lang = "ru"

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.divided: list[DraftTrack] = []  # tracks among which one penalty is divided by class of persons
        self.before: list[DraftOption] = []  # options that stand before the divided one
        self.kind_divided = ""
        self.elided: DraftTrack | None = None
        self.is_life = False

    # where something of its own begins

    def begins(self, at: int) -> bool:
        """Penalties, extras, classes, cases and amounts begin something; other words belong to what precedes."""
        item = self.item(at)
        what = item.what
        if what in ("kind", "verb", "same", "without", "size"):
            return True
        if what == "life":
            return self.item(at + 1).what == "kind"
        if what == "with":
            following = self.item(at + 1).what
            return following == "kind" or (following == "life" and self.item(at + 2).what == "kind")
        if what == "to":
            return self.item(at + 1).what in ("person", "number", "low", "high")
        if what == "but":
            return self.item(at + 1).what == "case"
        if what in ("low", "high"):
            return self.item(at + 1).what in ("number", "times")
        if what == "number":
            return self.item(at + 1).what == "unit"
        return False

    # penalties

    def on_life(self, item: Item) -> None:
        """'пожизненным' before a penalty makes it one for life."""
        if self.ahead(1).what == "kind":
            self.is_life = True
        elif self.last is not None and self.last.amount is None:
            self.at += 1
            self.give(self.last, life())
            return
        else:
            self.leave()
            return
        self.at += 1

    def on_kind(self, item: Item) -> None:
        """A penalty: an alternative, a second one, or another of a group of extras."""
        extra = self.group is not None and self.item(self.at - 1).what in ("comma", "and")
        if extra and self.group is not None:
            self._extra(item, bare=True)
            return
        joined = self.item(self.at - 1).what == "and" and bool(self.track.options)
        replaced = self.last if self.last is not None and self.last.implied and self.last.amount is None else None
        part = self.part(item.value, item)
        if replaced is not None and self.track.options and self.track.options[-1].group[0] is replaced:
            self.parts.remove(replaced)
            self.track.options[-1] = DraftOption(part)
        elif joined:
            self.second(part)
        else:
            self.alternative(part)
        self._rest(part)

    def on_with(self, item: Item) -> None:
        """An extra: 'с конфискацией', 'с пожизненным лишением права'."""
        if self.begins(self.at):
            self.at += 1
            if self.sees("life"):
                self.is_life = True
                self.at += 1
            self._extra(self.ahead(), bare=False, comma=self.item(self.at - 2).what == "comma")
        else:
            self.leave()

    def _extra(self, item: Item, *, bare: bool, comma: bool = False) -> None:
        """One more extra. A group that begins with a comma after several alternatives reaches them all."""
        if self.group is None:
            tracks = self.divided if self.track in self.divided else [self.track]
            group = Extras([track for track in tracks if track.options], reaches_all=comma)
            if not group.tracks:
                self.leave()
                return
            if group.open:
                self.doubt("attaches", self.place(item))
                self.rule("extra_after_comma" if comma else "extra_without_comma")
            self.group = group
            self.draft.extras.append(group)
        part = self.part(item.value, item, "+")
        if bare:
            part.other["shares_preposition"] = {}
        self.group.parts.append(part)
        self._rest(part)

    def _rest(self, part: Part) -> None:
        """What follows the name of a penalty and belongs to it."""
        self.at += 1
        if self.is_life:
            part.amount = life()
            self.is_life = False
        if self.sees("to", "size") or self.stops(self.at):
            self.grow(part)
            return
        start, end = self.tail()
        part.object = next((item.value for item in self.items[start:end] if item.what == "object"), None)
        self.grow(part)

    def on_or(self, item: Item) -> None:
        """'или без такового' makes the last extra the court's choice; otherwise 'или' only separates."""
        self.at += 1
        if not self.sees("without"):
            return
        without = self.ahead()
        self.at += 1
        if self.group is None or not self.group.parts:
            self.left.append(self.place(item, without))
            return
        parts = self.group.parts
        parts[-1].flag = "?"
        self.grow(parts[-1])
        at = len(parts) - 1
        while at > 0 and "shares_preposition" in parts[at].other:
            # One "с" for several nouns: the words may mean all of them.
            at -= 1
            parts[at].other["or_without"] = {"flag": "?"}
            self.doubt("or_without", self.place(item, without))

    def on_and(self, item: Item) -> None:
        """Joins what follows."""
        self.at += 1

    # amounts

    def on_number(self, item: Item) -> None:
        """An amount, for the penalty before it or for one that is understood."""
        amount = self._amount()
        if amount is not None:
            self._place(amount)

    on_low = on_high = on_times = on_number

    def on_size(self, item: Item) -> None:
        """'в размере', 'на срок': an amount follows, or the income it is taken of."""
        self.at += 1
        if self.sees("income"):
            self.tail()
            while self.sees("filler", "size"):
                self.at += 1
            amount = self._amount()
            if amount is not None:
                amount.of_income = True
                self._place(amount)

    def on_to(self, item: Item) -> None:
        """'на': before a class of persons or an amount."""
        if self.ahead(1).what in ("number", "low", "high", "times"):
            self.at += 1
        elif self.ahead(1).what == "person" or self._names_persons():
            self._persons()
        else:
            self.leave()

    def on_same(self, item: Item) -> None:
        """'в том же размере': the amount of the penalty before."""
        self.at += 1
        before = next((part for part in reversed(self.parts[:-1]) if part.amount is not None), None)
        if self.last is None or before is None:
            self.left.append(self.place(item))
            return
        self.last.amount = before.amount
        self.grow(self.last)
        self.rule("same_amount")

    def _amount(self) -> Amount | None:
        """'от трех до восьми лет', 'до пяти лет', 'пяти лет'."""
        start = self.ahead()
        bounds: dict[str, End] = {}
        while True:
            sign = "="
            if self.sees("low", "high") and self.ahead(1).what in ("number", "times"):
                sign = self.ahead().value
                self.at += 1
            elif not self.sees("number", "times") or bounds:
                break
            end = self.quantity()
            if end is None:
                break
            if end.unit == "x" and end.basis is None and not self.sees("high"):
                end.basis, _ = self.basis_tail()
            if sign in bounds:
                break
            bounds[sign] = end
            if sign == "=" or len(bounds) == 2:
                break
        if not bounds:
            return None
        at = self.place(start, self.item(self.at - 1))
        (first, *rest) = bounds.items()
        if not rest:
            return Amount(first[0], first[1], at=at)
        low = next((end for sign, end in bounds.items() if sign.startswith(">")), None)
        high = next((end for sign, end in bounds.items() if sign.startswith("<")), None)
        if low is None or high is None:
            return Amount(first[0], first[1], at=at)
        return Amount("..", low, high, at=at)

    def _place(self, amount: Amount) -> None:
        part = self.last
        if part is not None and part.amount is None:
            self.give(part, amount)
        elif part is not None and self._after_or():
            # "or in the amount of the income": another measure of the same penalty
            if part.join == "+":
                part.twins.append(amount)
                amount.settle()
                self.grow(part)
            else:
                again = self.part(part.kind, self.item(self.at - 1))
                again.start = amount.at[0]
                self.alternative(again)
                self.give(again, amount)
            self.rule("two_measures")
        elif part is None and self.draft.tracks[0].options:
            kind = self.draft.tracks[0].options[0].group[0].kind
            made = self.part(kind, self.item(self.at - 1))
            made.start = amount.at[0]
            self.alternative(made)
            self.give(made, amount)
            self.rule("kind_understood")
            self.elided = self.track
        else:
            self.left.append(amount.at)

    def _after_or(self) -> bool:
        """Whether "или" stood just before the amount that was read."""
        here = self.at - 1
        start = self.words.starts
        last = self.parts[-1].end if self.parts else 0
        while here >= 0 and start[self.items[here].start] >= last:
            if self.items[here].what == "or":
                return True
            here -= 1
        return False

    # classes of persons

    def _names_persons(self) -> bool:
        """Whether a class that the lexicon does not know stands between 'штраф на' and the amount."""
        if self.last is None or self.last.kind != "fine" or self.last.amount is not None:
            return False
        return any(self.item(self.at + ahead).what in ("size", "dash") for ahead in range(2, 12))

    def _persons(self) -> None:
        first = self.ahead()
        atoms: list[Atom] = []
        while True:
            self.took("to")
            start = self.at
            atom = Atom(self.ahead().value) if self.sees("person") else None
            while not self._ends_person(self.at, start):
                self.at += 1
            if self.at == start:
                break
            atoms.append(atom or self.quoted(start, self.at)[0])
            here = self.at
            while self.sees("comma", "or", "and") and self.at < here + 3:
                self.at += 1
            if not (self.sees("person") or (self.sees("to") and self.ahead(1).what == "person")):
                self.at = here
                break
        last = self.item(self.at - 1)
        start_at, end_at = self.place(first, last)
        label: Label = ("person", tuple(dict.fromkeys(atoms)))
        self._label(label)
        self._piece(start_at, end_at, label[1])

    def _ends_person(self, at: int, start: int) -> bool:
        item = self.item(at)
        if item.what in ("end", "stop", "comma", "or", "and", "size", "low", "high", "number", "kind", "to", "with"):
            return True
        if item.what == "dash":
            # "филиалы банков – нерезидентов": a dash inside a name is followed by words
            return self.item(at + 1).what not in ("word", "person") or at == start
        return False

    def _piece(self, start: int, end: int, atoms: tuple[Atom, ...]) -> None:
        from .parsed import Excerpt

        reads = f"[{'/'.join(map(str, atoms))}]"
        self.pieces.append(Excerpt(start=start, end=end, text=self.text[start:end], reads=reads))

    def _label(self, label: Label) -> None:
        """A class of persons: for the penalty at hand, or the next among which it is divided."""
        held = next((atoms for dimension, atoms in self.track.labels if dimension == "person"), None)
        unfilled = self.last is not None and self.last.amount is None and self.last.kind == "fine"
        if held is None:
            self.track.labels.append(label)
            self.before = [o.copy() for o in self.track.options[:-1]]
            self.kind_divided = self.last.kind if self.last is not None else ""
            self.divided = [self.track]
        elif unfilled:
            self.track.labels = [
                (d, (*a, *label[1]) if d == "person" else a) for d, a in self.track.labels
            ]
        else:
            others = [one for one in self.track.labels if one[0] != "person"]
            track = self.open_track([*others, label])
            track.options = [option.copy() for option in self.before]
            self.divided.append(track)
            if self.kind_divided:
                part = self.part(self.kind_divided, self.item(self.at - 1))
                part.implied = True
                self.alternative(part)

    # cases

    def on_but(self, item: Item) -> None:
        """'а при отягчающих обстоятельствах', 'а в случаях, предусмотренных …': another case."""
        if self.ahead(1).what != "case":
            self.leave()
            return
        self.at += 1
        case = self.ahead()
        self.at += 1
        start = self.at
        while not self.sees("dash", "end", "stop", "kind", "life"):
            self.at += 1
        label = (Atom(case.value),) if case.value != "case" else self.quoted(start, self.at)
        self.took("dash")
        first = self.place(case)[0]
        self._piece(first, self.place(self.item(self.at - 1))[1], label)
        self.open_track([("case", label)])
        self.divided = []
        self.rule("another_case")

    def finish(self) -> None:
        """Alternatives behind an understood penalty may belong to the first case too."""
        track = self.elided
        if track is None or len(track.options) < 2 or track is self.draft.tracks[0]:
            return
        count = len(track.options) - 1
        at = self.draft.tracks.index(track)
        last = track.options[-1].group[0]
        self.doubt("track_scope", (last.start, last.end))

        def wider(tracks: Tracks) -> Tracks:
            first, other = tracks[0], tracks[at]
            assert isinstance(first.options, tuple) and isinstance(other.options, tuple)
            more = Track(labels=first.labels, options=(*first.options, *other.options[-count:]), shared=first.shared)
            return (more, *tracks[1:])

        self.draft.rewrites["track_scope"] = wider
