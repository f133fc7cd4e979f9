"""Penalty clauses in German: the Strafgesetzbuch, side statutes and the law of regulatory offences.

A penalty is named with "mit" or "auf" and measured behind its name; cases, mostly by the provision that tells
them, divide a clause into tracks.
"""

from typing import Any, Final

from ...penalties.parts import MOST_IN_GROUP
from ..amounts import Amount, life
from ..lexicon import Item
from ..pieces import DraftOption, Part
from .labels import GermanLabels

__all__ = ["GermanReader"]

_WITH_OBJECT: Final = frozenset({"confiscation", "disqualification", "licence_loss", "publication"})
_BEGIN: Final = frozenset(
    {
        "kind", "verb", "may", "measures", "case", "if", "inverted", "subsidiary", "person", "both",
        "greater", "offence", "besides", "default", "limit",
    }
)  # fmt: skip
_CITED: Final = frozenset({"cite", "number", "word", "comma", "and", "or", "sign", "filler", "stop"})
_MONEY: Final = frozenset({"EUR", "DEM", "df"})


class GermanReader(GermanLabels):
    """Reads one clause."""

    lang = "de"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_life = False
        self.besides = False
        self.understood = ""  # the kind that amounts without a name measure
        self.in_default = False
        self.early: Amount | None = None  # an amount that stands before the penalty it measures

    def begins(self, at: int) -> bool:
        """Penalties, amounts, labels and verbs do."""
        item = self.item(at)
        if item.what in _BEGIN:
            return True
        if item.what in ("with", "of", "life"):
            return self.penalty_follows(at)
        return item.what in ("low", "high", "number") and self.is_amount(at)

    # penalties

    def on_with(self, item: Item) -> None:
        """'mit' before a penalty."""
        if self.names_penalty(self.at + 1) or self.is_amount(self.at + 1):
            self.at += 1
        else:
            self.leave()

    def on_life(self, item: Item) -> None:
        """'lebenslange' before a penalty, or 'für immer' behind one."""
        last = self.draft.last
        if self.names_penalty(self.at + 1):
            self.is_life = True
            self.at += 1
        elif last is not None and last.amount is None:
            self.at += 1
            self.give(last, life())
        else:
            self.leave()

    def on_kind(self, item: Item) -> None:
        """A penalty: an alternative, one that goes with the last, or one on top."""
        self.at += 1
        kind = item.value
        if self.in_default and kind == "prison":
            kind, self.in_default = "default_prison", False
        part = self._new(kind, self.place(item))
        if self.early is not None and not self.is_life:
            self.give(part, self.early)
            self.early = None
        if self.is_life:
            part.amount = life()
            self.is_life = False
        if part.kind in _WITH_OBJECT:
            self._object(part)

    def _object(self, part: Part) -> None:
        """What the penalty bears on: 'der Gegenstände', ', Kraftfahrzeuge zu führen'."""
        here = self.at
        while self.item(here).what in ("verb", "comma"):
            here += 1
        if here > self.at and self.item(here - 1).what == "comma" and not self.stops(here):
            self.at = here
        if not self.stops(self.at):
            start, end = self.tail()
            self.left += [self.place(self.item(at)) for at in range(start, end) if self.denies(at)]
            self.grow(part)

    def _new(self, kind: str, at: tuple[int, int]) -> Part:
        draft = self.draft
        if self.behind:
            draft.open_track([])
            self.behind = False
        part = draft.part(kind, at)
        options = draft.track.options
        if self.besides and options:
            part.join, part.flag = "+", "?" if self.may else "!"
            group = draft.open_extras(reaches_all=True)
            if group is not None:
                group.parts.append(part)
                if group.open:
                    self.doubt("attaches", at)
        elif options and "and" in self.between and "or" not in self.between:
            draft.second(part)
        else:
            if options and not self.between & {"or", "comma"}:
                self.doubt("defect_in_print", at)
            draft.alternative(part)
        self.besides = False
        self.between.clear()
        self.understood = kind
        return part

    def on_default(self, item: Item) -> None:
        """'an die Stelle einer uneinbringlichen Geldstrafe': the imprisonment is for not paying."""
        self.in_default = True
        self.at += 1

    def on_besides(self, item: Item) -> None:
        """'daneben': the next penalty comes on top."""
        self.besides = True
        self.at += 1

    def on_measures(self, item: Item) -> None:
        """'Die Geldbuße beträgt': with a case behind it, the penalty is understood in each."""
        self.at += 1
        last = self.draft.last
        options = self.draft.track.options
        here = self.at
        while self.item(here).what in ("stop", "number", "filler") and not self.is_amount(here):
            here += 1
        if last is None or last.amount is not None or self.item(here).what not in ("case", "if", "person"):
            return
        if options and options[-1].group == [last] and not options[-1].additions:
            options.pop()
            self.draft.parts.pop()
            self.draft.last = None

    def on_both(self, item: Item) -> None:
        """'oder beides': either, or both together."""
        self.at += 1
        options = self.draft.track.options
        last = options[-1] if options else None
        fits = last is not None and 0 < len(last.additions) < MOST_IN_GROUP
        if last is not None and fits and all(one.join == "&" for one in last.additions):
            joined = DraftOption(last.group[0])
            joined.group += last.additions
            for one in last.additions:
                one.join = ""
            options[-1] = joined
        elif not self.draft.either_or_both(2):
            self.left.append(self.place(item))

    def on_under(self, item: Item) -> None:
        """'wird nach § 211 bestraft': the penalty of another provision."""
        start = self.at
        here = start + 1
        while self.item(here).what in _CITED:
            here += 1
        cites = any(one.what == "cite" for one in self.items[start:here])
        if not cites or self.item(here).what != "verb":
            self.leave()
            return
        self.at = here
        self._new("base", self.place(item, self.item(here - 1)))

    def on_lesser(self, item: Item) -> None:
        """'die Strafe mildern'."""
        self.at += 1
        self._new("lesser", self.place(item))

    # amounts

    def measure(self, amount: Amount) -> None:
        """An amount for the last penalty, for another measure of it, or for one that is understood."""
        draft = self.draft
        last = draft.last
        amount.settle()
        if amount.waits:
            self.left.append(amount.at)  # a unit is never said later
            return
        if self._completes(last, amount):
            return
        if last is not None and last.amount is None and not self.behind:
            self.give(last, amount)
            self.between.clear()
        elif self.understood and (self.between or last is None or self.behind):
            if last is not None and "or" in self.between:
                self.rule("two_measures")
            else:
                self.rule("kind_understood")
            if last is not None and not self.behind and "or" not in self.between:
                self.left.append(amount.at)
                return
            self._understood(self.understood, amount)
        elif not draft.parts and amount.ends[-1].unit in _MONEY:
            self.rule("kind_understood")
            self._understood("fine", amount)
        elif self.early is None:
            self.early = amount
        else:
            self.left.append(amount.at)

    def _completes(self, last: Part | None, amount: Amount) -> bool:
        """'… ist fünfzehn Jahre, ihr Mindestmaß ein Monat': the other end of the amount before."""
        held = last.amount if last is not None else None
        if last is None or held is None or held.second is not None or amount.second is not None:
            return False
        ends = {held.sign: held.first, amount.sign: amount.first}
        if ends.keys() != {">=", "<="} or "or" in self.between:
            return False
        self.give(last, Amount("..", ends[">="], ends["<="], at=(held.at[0], amount.at[1])))
        self.rule("bounds_joined")
        self.between.clear()
        return True

    def finish(self) -> None:
        """What waited for a penalty that never came is not understood."""
        if self.early is not None:
            self.left.append(self.early.at)

    def _understood(self, kind: str, amount: Amount) -> None:
        part = self._new(kind, amount.at)
        self.give(part, amount)

    def on_exceed(self, item: Item) -> None:
        """'darf tausend Euro nicht übersteigen': the amount before is a maximum."""
        last = self.draft.last
        amount = last.amount if last is not None else None
        if last is None or amount is None or amount.sign != "=":
            self.leave()
            return
        self.at += 1
        self.give(last, Amount("<=", amount.first, at=amount.at))

    def on_greater(self, item: Item) -> None:
        """'je nachdem, welcher Betrag höher ist': the greater of the last two measures."""
        options = self.draft.track.options
        pair = [option.group[0] for option in options[-2:] if len(option.parts) == 1]
        amounts = [part.amount for part in pair if part.amount is not None and part.amount.second is None]
        self.at += 1
        if len(amounts) != 2 or pair[0].kind != pair[1].kind or amounts[0].sign != amounts[1].sign:
            self.left.append(self.place(item))
            return
        amounts[0].first.others.append(amounts[1].first)
        options.pop()
        self.draft.parts.pop()
        self.draft.last = pair[0]
        self.grow(pair[0])
