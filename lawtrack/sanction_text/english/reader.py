"""Penalty clauses in English: the United Kingdom, Canada, the United States, and codes in translation.

Procedures, persons, repetition and cases divide a clause into tracks, before or behind the penalty they
govern; marks of enumeration nest them. "A or B or both" lets the court choose either or both.
"""

from typing import Any, Final

from ...penalties import Atom, Option, Sanction, Track
from ..amounts import Amount, End, life, unlimited
from ..draft import Tracks
from ..lexicon import Item, Number
from ..pieces import DraftTrack, Label, Part
from .joints import EnglishJoints

__all__ = ["EnglishReader"]

_WITH_OBJECT: Final = frozenset(
    {
        "confiscation", "costs", "disqualification", "expulsion", "licence_loss", "rank_loss", "restitution",
        "suspension", "citizenship_loss", "community_service", "probation",
    }
)  # fmt: skip


class EnglishReader(EnglishJoints):
    """Reads one clause."""

    lang = "en"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.generic: Part | None = None  # a penalty whose kind its amount decides
        self.early: Amount | None = None  # an amount that stands before the penalty it measures

    # penalties

    def on_kind(self, item: Item) -> None:
        """A penalty."""
        self.at += 1
        self._penalty(item.value, item)

    def on_penalty(self, item: Item) -> None:
        """'a penalty': a fine, unless a term follows."""
        self.at += 1
        self._penalty("fine", item)
        self.generic = self.draft.last

    def on_open(self, item: Item) -> None:
        """'(or both)' is read like the words without parentheses."""
        end = self.closing(self.at, 12)
        if end is not None and any(self.item(here).what == "both" for here in range(self.at, end)):
            self.at += 1
        else:
            super().on_open(item)

    def on_greater(self, item: Item) -> None:
        """'such greater term of imprisonment': the same imprisonment, with another maximum."""
        self.at += 1
        self._penalty("prison", item)

    def _penalty(self, kind: str, item: Item) -> Part:
        draft, joint = self.draft, self.joint
        last = draft.last
        options = draft.track.options
        if last is not None and last.kind == kind and options and last.amount is None:
            if not joint:
                self.grow(last)  # "incarcerated … a term of incarceration": the same penalty named again
                return last
            if last.join == "&" and "and" in joint:
                # "may be fined not more than and … may be fined not more than": a slip of the draftsman
                self.doubt("defect_in_print", (last.start, self.place(item)[1]))
                self.left = [one for one in self.left if one[0] < last.start]
                self.joint = set()
                return last
        part = draft.part(kind, self.place(item))
        if self.in_default and kind == "prison":
            self._default(part)
        elif draft.replace_implied(part):
            pass
        elif not options or "or" in joint:
            draft.alternative(part)
        elif joint & {"and", "addition", "stop"}:
            if "may" in joint:
                part.flag = "?"
            self._second(part)
        else:
            draft.alternative(part)
        self.joint = set()
        if self.early is not None:
            self._give(part, self.early)
            self.early = None
        if kind in _WITH_OBJECT and not self.stops(self.at):
            self.tail()
            self.grow(part)
        return part

    def _second(self, part: Part) -> None:
        """Joined by 'and': to the last alternative, or to all of several."""
        draft = self.draft
        if len(draft.track.options) == 1:
            draft.second(part)
            return
        part.join = "&"
        if draft.group is not None:
            draft.group.parts.append(part)
            return
        settled = draft.track.settled > 0
        group = draft.open_extras(reaches_all="comma" in self.joint or settled)
        if group is None:
            draft.alternative(part)
            return
        if not settled:
            self.doubt("attaches", (part.start, part.end))
        group.open = not settled
        group.parts.append(part)

    def on_same(self, item: Item) -> None:
        """'either to that fine or …', 'in the same amount': the amount of the one named before."""
        self.at += 1
        if item.value in ("amount", "term"):
            self._same_amount(item)
            return
        before = next(
            (p for p in reversed(self.draft.parts) if p.kind == item.value and p.amount is not None), None
        )
        if before is None or self.sees("comma"):
            # "to such fine, not exceeding …": a fine of its own
            self._penalty(item.value, item)
            if self.sees("comma") and self.ahead(1).what in ("low", "high"):
                self.at += 1
            return
        part = self._penalty(item.value, item)
        if before.amount is not None:
            self._give(part, before.amount)
        self.rule("same_amount")

    def _same_amount(self, item: Item) -> None:
        last = self.draft.last
        before = self.draft.measured_before()
        if last is None or last.amount is not None or before is None or before.amount is None:
            self.left.append(self.place(item))
            return
        self._give(last, before.amount)
        self.rule("same_amount")

    # joints

    def on_or(self, item: Item) -> None:
        """Kept in mind for what follows; 'or without it' makes what precedes optional."""
        self.at += 1
        last = self.draft.last
        if self.sees("without") and last is not None and last.join:
            self.at += 1
            last.flag = "?"
            self.grow(last)
            return
        self.joint.add(item.what)

    def on_comma(self, item: Item) -> None:
        """Kept in mind for what follows."""
        self.at += 1
        self.joint.add(item.what)

    on_and = on_may = on_comma

    def on_not_both(self, item: Item) -> None:
        """'but not both': alternatives, as 'or' says."""
        self.at += 1
        self.draft.track.settled = len(self.draft.track.options)

    def on_with_or(self, item: Item) -> None:
        """'with or without confiscation': the court may add it."""
        self.at += 1
        self.joint |= {"and", "may"}

    def on_stop(self, item: Item) -> None:
        """A full stop or semicolon ends what 'or both' can reach."""
        self.at += 1
        self.joint.add("stop")

    # amounts

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

    def on_life(self, item: Item) -> None:
        """'imprisonment for life', 'life imprisonment', 'or for life'."""
        self.at += 1
        last = self.draft.last
        amount = life(without_release=item.value == "life+")
        amount.at = self.place(item)
        if last is not None and last.kind == "prison" and last.amount is None and "or" not in self.joint:
            self._give(last, amount)
        else:
            self._give(self._penalty("prison", item), amount)
        self.took("kind" if self.ahead().value == "prison" else "")

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

    def _place(self, amount: Amount) -> None:
        draft = self.draft
        last = draft.last
        if self._measures_next():
            self.early = amount  # "a $150 fine", "30 hours of community service"
        elif last is not None and last.amount is None:
            self._give(last, amount)
        elif last is None or not draft.track.options:
            if draft.parts and self.behind is None and last is None and draft.track.labels:
                self._understood(draft.parts[-1].kind, amount)
            else:
                self.early = amount
        elif self.behind is not None:
            # "not exceeding $50 for a first offence, and not exceeding $100 for each subsequent offence"
            labels = [one for one in draft.track.labels if one[0] != self.behind]
            draft.open_track(labels)
            self.behind = None
            if amount.sign == "=" and last.amount is not None and last.amount.second is None:
                amount.sign = last.amount.sign  # the bound is said once
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

    # the end

    def finish(self) -> None:
        """What was left open."""
        self._close()
        if self.early is not None and self.early.ends[-1].number is None:
            # "shall be not less than 30 years nor more than life": only imprisonment is for life
            self._understood("prison", self.early)
        elif self.early is not None:
            self.left.append(self.early.at)
        if self.worse is not None:
            self._aggravated(*self.worse)
        self.draft.extras = [group for group in self.draft.extras if group.parts]
        if self.country in self.lexicon.settings["bare_maximum"]:
            self._bare_maximum()

    def _aggravated(self, general: DraftTrack, label: Label) -> None:
        """A case that is added with 'and if', and whose penalty is harsher, aggravates."""
        case = next((track for track in self.draft.tracks if label in track.labels), None)
        if case is None or not case.options or not general.options:
            return
        before, after = (Sanction(tracks=(self.draft.track_alone(track),)) for track in (general, case))
        if before.compare(after).ceiling_moved == "up":
            case.labels = [("case", (Atom("aggravated"),)) if one == label else one for one in case.labels]
            self.rule("graver_case")

    def _bare_maximum(self) -> None:
        """A bare term in a jurisdiction that drafts maxima so."""
        exact = [
            p
            for p in self.draft.parts
            if p.amount is not None and p.amount.sign == "=" and p.kind == "prison"
        ]
        if not exact:
            return
        self.doubt("bare_amount", (exact[0].start, exact[0].end))
        for part in exact:
            if part.amount is not None:
                part.other["bare_amount"] = {"amount": Amount("<=", part.amount.first, at=part.amount.at)}

        def either(tracks: Tracks) -> Tracks:
            return tuple(map(_either, tracks))

        self.draft.rewrites["bare_amount"] = either


def _either(track: Track) -> Track:
    """Penalties joined by 'and' as penalties of which any may be imposed."""
    if not isinstance(track.options, tuple):
        return track
    options = tuple(
        Option(group=(*option.group, *(added.component for added in option.additions)))
        for option in track.options
    )
    return Track(labels=track.labels, options=options, shared=track.shared)


_CLAUSE_WORDS: Final = frozenset(
    {
        "that", "which", "who", "whom", "whose", "during", "without", "with", "not", "was", "were", "has",
        "have", "under", "while", "until", "within",
    }
)  # fmt: skip
