"""Where the amounts of an English clause belong: to the penalty before, behind, or understood."""

from typing import Any, Final

from ..amounts import Amount, End, unlimited
from ..lexicon import Item, Number
from ..pieces import Part
from .joints import EnglishJoints

__all__ = ["EnglishMeasures"]

_CLAUSE_WORDS: Final = frozenset(
    {
        "that", "which", "who", "whom", "whose", "during", "without", "with", "not", "was", "were", "has",
        "have", "under", "while", "until", "within",
    }
)  # fmt: skip


class EnglishMeasures(EnglishJoints):
    """The part of the reader that gives penalties their amounts.

    Attributes:
        generic: A penalty whose kind its amount decides.
        early: An amount that stands before the penalty it measures.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.generic: Part | None = None
        self.early: Amount | None = None

    def on_number(self, item: Item) -> None:
        """An amount."""
        amount = self._amount()
        if amount is not None:
            self._place(amount)

    on_low = on_high = on_money = on_times = on_level = on_number

    def on_any_term(self, item: Item) -> None:
        """'any term of years'."""
        self.at += 1
        self._place(Amount(">", End(Number(0), "y"), at=self.place(item)))

    def on_less_day(self, item: Item) -> None:
        """'two years less a day' is less than two years."""
        self.at += 1
        last = self.draft.last
        if last is not None and last.amount is not None and last.amount.sign in ("=", "<="):
            last.amount.sign = "<"
            self.grow(last)
        else:
            self.left.append(self.place(item))

    def on_free(self, item: Item) -> None:
        """'in the discretion of the court': an amount for a fine that has none."""
        self.at += 1
        last = self.draft.last
        if last is not None and last.kind == "fine" and last.amount is None:
            amount = unlimited()
            amount.at = self.place(item)
            self._give(last, amount)

    def on_refer(self, item: Item) -> None:
        """'under this title', 'determined in accordance with the regulations': fixed elsewhere."""
        start = self.at
        end = self._reference()
        last = self.draft.last
        at = self.place(self.item(start), self.item(self.at - 1))
        if last is not None and last.amount is None:
            self._give(last, Amount("<=", end, at=at))
        elif not self.draft.track.options and self.item(start - 1).what == "verb":
            self.draft.alternative(self.draft.part("base", at))  # "punished as provided in …"
        else:
            self.left.append(at)

    def on_per(self, item: Item) -> None:
        """'for every day during which …', 'per violation', but not 'for each offence'."""
        following = self.ahead(1)
        self.at += 1
        if following.what == "ordinal":
            return
        last = self.draft.last
        if self.words.folded[item.start] != "per":
            ahead = 0
            while self.ahead(ahead).what == "filler":
                ahead += 1
            noun = self.ahead(ahead)
            if noun.what == "offence" and (last is None or noun.value != "violation"):
                self.at += ahead + 1
                return
        if last is None or following.what in ("end", "stop", "comma"):
            self.left.append(self.place(item))
            return
        while self.sees("filler"):
            self.at += 1
        self.at += 1
        while self.item(self.at - 1).what == "word" and self.sees("word") and not self._joins_clause():
            self.at += 1  # "for each false or fraudulent claim", "per affected employee": the noun counts
        named = self.item(self.at - 1)
        word = self.words.folded[named.start]
        if not word.isalpha():
            self.left.append(self.place(item, named))  # "for each 24 hours" has no notation
            return
        last.per = named.value if named.what == "unit" else word
        self.took("partly")
        self.tail()
        self.grow(last)
        self._daily(last)

    def _joins_clause(self) -> bool:
        return self.words.folded[self.ahead().start] in _CLAUSE_WORDS

    def on_daily(self, item: Item) -> None:
        """'a day'."""
        if self.item(self.at - 1).what not in ("number", "unit", "money", "times", "refer"):
            self.leave()  # "each day of violation shall constitute a separate offense"
            return
        self.at += 1
        if self.draft.last is not None and self.draft.last.amount is not None:
            self.draft.last.per = "d"
            self.took("partly")
            self.tail()
            self._daily(self.draft.last)

    def _daily(self, part: Part) -> None:
        """A fine for each day in a particular case comes on top of the general one."""
        if self.carried and self.draft.track.options and self.draft.track.options[-1].group == [part]:
            self.carry(part)

    def on_whichever(self, item: Item) -> None:
        """'whichever is greater': the amounts named are one bound."""
        self.at += 1
        last = self.draft.last
        if last is None or last.amount is None or not last.twins:
            self.left.append(self.place(item))
            return
        end = last.amount.ends[-1]
        end.others = [twin.ends[-1] for twin in last.twins]
        end.which = "max" if item.value == "max" else "min"
        last.twins = []
        self.grow(last)

    def on_cite(self, item: Item) -> None:
        """'section 37': its number is no amount."""
        start = self.at
        self.at += 1
        self._touching()
        self.left.append(self.place(item, self.item(max(self.at - 1, start))))

    def _place(self, amount: Amount) -> None:
        draft = self.draft
        last = draft.last
        amount.settle()
        if amount.waits:
            self.left.append(amount.at)  # a number without a unit counts something else
            return
        if self._measures_next():
            self.early = amount  # "a $150 fine", "30 hours of community service"
        elif last is not None and last.amount is None:
            self._give(last, amount)
        elif last is None or not draft.track.options:
            if draft.parts and self.behind is None and last is None and draft.track.labels:
                before = draft.parts[-1]
                self._bound_once(amount, before)
                self._understood(before.kind, amount)
            else:
                self.early = amount
        elif self.behind is not None:
            # "not exceeding $50 for a first offence, and not exceeding $100 for each subsequent offence"
            labels = [one for one in draft.track.labels if one[0] != self.behind]
            draft.open_track(labels)
            self.behind = None
            self._bound_once(amount, last)
            self._understood(last.kind, amount)
            draft.parts[-1].per = last.per
        elif "and" in self.joint and self._joins(last, amount):
            pass
        elif self.joint & {"or", "mark", "comma"} and not self._early(amount, last):
            amount.settle()
            last.twins.append(amount)
            self.grow(last)
            self.joint = set()
        elif "and" in self.joint:
            self.early = amount  # "and shall, for five years, be disqualified"
        else:
            self.left.append(amount.at)

    def _bound_once(self, amount: Amount, before: Part) -> None:
        """'not exceeding £500 or, if a company, £5,000': the bound is said once, for both."""
        if amount.sign == "=" and before.amount is not None and before.amount.second is None:
            amount.sign = before.amount.sign or "="

    def _measures_next(self) -> bool:
        """Whether the amount that was read stands before the penalty it measures."""
        kind = (
            self.ahead(1)
            if self.sees("filler") and self.words.folded[self.ahead().start] == "of"
            else self.ahead()
        )
        if kind.what != "kind":
            return False
        return kind is not self.ahead() or kind.value == "fine"

    def _early(self, amount: Amount, last: Part) -> bool:
        """Whether an amount cannot be another measure of the last penalty: a term is none of a sum."""
        return "and" in self.joint or (last.amount is not None and last.amount.is_term != amount.is_term)

    def _understood(self, kind: str, amount: Amount) -> None:
        part = self.draft.part(kind, amount.at)
        self.draft.alternative(part)
        self._give(part, amount)
        self.rule("kind_understood")

    def _give(self, part: Part, amount: Amount) -> None:
        self.give(part, amount)
        if part is self.generic and amount.is_term:
            part.kind = "prison"
        self.joint = set()
        option = self.draft.track.options[-1] if self.draft.track.options else None
        if option is None or part not in option.additions:
            return
        held = option.group[-1]
        if held.kind != part.kind or held.amount is None or len(option.group) > 1:
            return
        if self._joins(held, amount):
            held.end = part.end
            option.additions.remove(part)
            self.draft.parts.remove(part)
            self.draft.last = held

    def _joins(self, held: Part, amount: Amount) -> bool:
        """'not to exceed 15 years and … a mandatory minimum of 5 years' is one term; join its bounds."""
        before = held.amount
        if before is None or before.second is not None or amount.second is not None:
            return False
        low, high = (before, amount) if before.sign[:1] == ">" else (amount, before)
        if low.sign[:1] != ">" or (high.sign[:1] not in ("<", "") or high.is_term != low.is_term):
            return False
        held.amount = Amount("..", low.first, high.first, at=(before.at[0], amount.at[1]))
        self.joint = set()
        self.rule("bounds_joined")
        return True
