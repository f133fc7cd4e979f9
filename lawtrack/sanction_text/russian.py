"""Penalty clauses in Russian: codes of Kazakhstan, Russia and their neighbours.

Alternatives are joined by "либо" and "или" of equal rank; extras follow with "с"; classes of persons divide
one fine among them; "а при …" and "а в случаях, …" begin another case.
"""

from attrs import evolve

from ..missing import Missing
from ..penalties import Atom
from .amounts import Amount, End, life
from .clause import ClauseReader
from .draft import Tracks
from .lexicon import Item
from .pieces import DraftTrack, Label, Part

__all__ = ["RussianReader"]

_OF_PERSONS = frozenset({"fine", "warning"})
_WITH_OBJECT = frozenset(
    {
        "activity_ban", "citizenship_loss", "closure", "confiscation", "disqualification", "expulsion",
        "licence_loss", "liquidation", "publication", "rank_loss", "restitution", "suspension", "treatment",
    }
)  # fmt: skip
_AFTER_PERSON = frozenset(
    {"end", "stop", "comma", "or", "and", "size", "low", "high", "number", "kind", "to", "with"}
)


class RussianReader(ClauseReader):
    """Reads one clause."""

    lang = "ru"

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.understood: DraftTrack | None = None  # the track whose first penalty is understood
        self.is_life = False
        self.or_at = -1  # where the last "или" stands in the text

    # where something of its own begins

    def begins(self, at: int) -> bool:
        """Penalties, extras, classes, cases and amounts do; other words belong to what precedes."""
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
        elif self.draft.last is not None and self.draft.last.amount is None:
            self.at += 1
            self.give(self.draft.last, life())
            return
        else:
            self.leave()
            return
        self.at += 1

    def on_kind(self, item: Item) -> None:
        """A penalty: an alternative, a second one, or another of a group of extras."""
        draft = self.draft
        before = self.item(self.at - 1).what
        if draft.group is not None and before in ("comma", "and"):
            self._extra(item, bare=True)
            return
        part = draft.part(item.value, self.place(item))
        if draft.replace_implied(part):
            pass
        elif before == "and":
            draft.second(part)
        else:
            draft.alternative(part)
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
        group = self.draft.group
        if group is None:
            group = self.draft.open_extras(reaches_all=comma)
            if group is None:
                self.leave()
                return
            if group.open:
                self.doubt("attaches", self.place(item))
                self.rule("extra_after_comma" if comma else "extra_without_comma")
        part = self.draft.part(item.value, self.place(item), "+")
        part.bare = bare
        group.parts.append(part)
        self._rest(part)

    def _rest(self, part: Part) -> None:
        """What follows the name of a penalty and belongs to it."""
        self.at += 1
        if self.is_life:
            part.amount = life()
            self.is_life = False
        if part.kind not in _WITH_OBJECT or self.stops(self.at):
            self.grow(part)
            return
        start, end = self.tail()
        part.object = next((item.value for item in self.items[start:end] if item.what == "object"), None)
        self.grow(part)

    def on_or(self, item: Item) -> None:
        """'или без такового' makes the last extra the court's choice; otherwise 'или' only separates."""
        self.or_at = self.place(item)[0]
        self.at += 1
        if not self.sees("without"):
            return
        without = self.ahead()
        self.at += 1
        if self.draft.group is None:
            self.left.append(self.place(item, without))
            return
        parts = self.draft.group.parts
        parts[-1].flag = "?"
        self.grow(parts[-1])
        at = len(parts) - 1
        while at > 0 and parts[at].bare:
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
        last = self.draft.last
        before = self.draft.measured_before()
        if last is None or before is None:
            self.left.append(self.place(item))
            return
        last.amount = before.amount
        self.grow(last)
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
        if len(bounds.keys() & {">", "<"}):
            self.left.append(self.place(start))  # a range of the notation has its ends in it
        return Amount("..", low, high, at=at)

    def _place(self, amount: Amount) -> None:
        draft = self.draft
        part = draft.last
        if part is not None and part.amount is None:
            self.give(part, amount)
        elif part is not None and self._after_or():
            # "or in the amount of the income": another measure of the same penalty
            if part.join == "+":
                amount.settle()
                part.twins.append(amount)
                self.grow(part)
            else:
                self._understood(part.kind, amount)
            self.rule("two_measures")
        elif part is None and draft.tracks[0].options:
            self._understood(draft.tracks[0].options[0].group[0].kind, amount)
            self.rule("kind_understood")
            self.understood = draft.track
        else:
            self.left.append(amount.at)

    def _understood(self, kind: str, amount: Amount) -> None:
        part = self.draft.part(kind, amount.at)
        self.draft.alternative(part)
        self.give(part, amount)

    def _after_or(self) -> bool:
        """Whether "или" stood between the last penalty and the amount that was read."""
        last = self.draft.parts[-1].end if self.draft.parts else 0
        return self.or_at >= last

    # classes of persons

    def _names_persons(self) -> bool:
        """Whether a class that the lexicon does not know stands between 'штраф на' and the amount."""
        last = self.draft.last
        if last is None or last.kind not in _OF_PERSONS:
            return False
        if last.amount is not None and not self.draft.track.divided:
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
            atoms.append(atom or self.quoted(start, self.at))
            here = self.at
            while self.sees("comma", "or", "and") and self.at < here + 3:
                self.at += 1
            if not (self.sees("person") or (self.sees("to") and self.ahead(1).what == "person")):
                self.at = here
                break
        label: Label = ("person", tuple(dict.fromkeys(atoms)))
        if atoms:
            self.draft.divide(label)
            self.labelled(first, label)

    def _ends_person(self, at: int, start: int) -> bool:
        item = self.item(at)
        if item.what in _AFTER_PERSON:
            return True
        if item.what == "dash":
            # "филиалы банков – нерезидентов": a dash inside a name is followed by words
            return self.item(at + 1).what not in ("word", "person") or at == start
        return False

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
        label: Label = ("case", (Atom(case.value) if case.value != "case" else self.quoted(start, self.at),))
        self.labelled(case, label)
        self.took("dash")
        self.draft.open_track([label])
        self.rule("another_case")

    def finish(self) -> None:
        """Alternatives behind an understood penalty may belong to the first case too."""
        track = self.understood
        if track is None or len(track.options) < 2 or track is self.draft.tracks[0]:
            return
        count = len(track.options) - 1
        at = self.draft.tracks.index(track)
        last = track.options[-1].group[0]
        self.doubt("track_scope", (last.start, last.end))

        def wider(tracks: Tracks) -> Tracks:
            first, behind = tracks[0], tracks[at].options
            if isinstance(first.options, Missing) or isinstance(behind, Missing):
                return tracks
            return (evolve(first, options=(*first.options, *behind[-count:])), *tracks[1:])

        self.draft.rewrites["track_scope"] = wider
