"""Penalty clauses in English: the United Kingdom, Canada, the United States, and codes in translation.

Procedures, persons, repetition and cases divide a clause into tracks, before or behind the penalty they govern;
marks of enumeration nest them. "A or B or both" lets the court choose either or both.
"""

from fractions import Fraction
from typing import Any, Final

from ..penalties import Option, Reference, Track
from ..penalties.units import Basis
from .amounts import Amount, End, basis_of, life, literal, unlimited
from .draft import Tracks
from .english_labels import EnglishLabels
from .lexicon import Item, Number
from .pieces import DraftOption, Part

__all__ = ["EnglishReader"]

_AMOUNTS: Final = frozenset({"number", "money", "times", "level", "life", "refer", "any_term"})
_WITH_OBJECT: Final = frozenset(
    {
        "confiscation", "costs", "disqualification", "expulsion", "licence_loss", "rank_loss", "restitution",
        "suspension", "citizenship_loss", "community_service", "probation",
    }
)  # fmt: skip
_UNKNOWN_MONEY = "XXX"


class EnglishReader(EnglishLabels):
    """Reads one clause."""

    lang = "en"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.in_default = False
        self.early: Amount | None = None  # an amount that stands before the penalty it measures
        self.country = self.jurisdiction.split("-")[0].upper()

    def begins(self, at: int) -> bool:
        """Penalties, labels, marks and amounts do."""
        item = self.item(at)
        what = item.what
        if what in ("low", "high"):
            return self.item(at + 1).what in _AMOUNTS or self.item(at + 1).what == "filler"
        if what == "number":
            return self.item(at + 1).what == "unit"
        if what in ("filler", "verb"):
            here = at
            while self.item(here).what in ("filler", "verb") and here < at + 6:
                here += 1
            return self.item(here).what in _AFTER_FILLERS
        if what == "case":
            return self.item(at - 1).what in ("comma", "and", "or", "stop") or self.item(at + 1).what == "person"
        return what in _STARTS

    # penalties

    def on_kind(self, item: Item) -> None:
        """A penalty."""
        self.at += 1
        self._penalty(item.value, item)

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
        settled = draft.track.settled > 0
        group = draft.open_extras(reaches_all="comma" in self.joint or settled)
        if group is None:
            draft.alternative(part)
            return
        if not settled:
            self.doubt("attaches", (part.start, part.end))
        group.open = not settled
        group.parts.append(part)

    def _default(self, part: Part) -> None:
        """'in default of payment, to imprisonment': an extra of every alternative that has a fine."""
        self.in_default = False
        part.kind, part.join, part.flag = "default_prison", "+", "?"
        track = self.draft.track
        spread: list[DraftOption] = []
        for option in track.options:
            if len(option.group) == 1:
                spread.append(option)
                continue
            singles = [DraftOption(one) for one in option.group]
            together = DraftOption(option.group[0])
            for one in option.group[1:]:
                again = one.copy()
                again.join = "&"
                together.additions.append(again)
            spread += [*singles, together]
        track.options = spread
        for option in spread:
            if any(one.kind == "fine" for one in option.parts):
                option.additions.append(part)
        self.rule("default_of_payment")

    def on_default(self, item: Item) -> None:
        """The next imprisonment is for not paying."""
        self.in_default = True
        self.at += 1
        while (
            self.sees("filler", "word", "cite", "refer", "verb")
            or (self.sees("kind", "same") and self.ahead().value == "fine")
            or (self.sees("or", "and") and self.ahead(1).what == "cite")
        ):
            self.at += 1

    def on_addition(self, item: Item) -> None:
        """'in addition to any other penalty' is no penalty of its own."""
        leads = self.item(self.at - 1).what in ("end", "stop", "and", "comma") and "stop" in self.joint | (
            {"stop"} if self.at == 0 else set()
        )
        ends = ("comma", "stop", "end") if leads else ("stop", "end", "mark")
        while not self.sees(*ends):
            self.at += 1
        self.joint.add("addition")

    def on_both(self, item: Item) -> None:
        """'or both': any of the alternatives may be imposed together."""
        self.at += 1
        draft = self.draft
        options = draft.track.options
        count = len(options) - draft.track.settled
        plain = count > 0 and not any(option.additions for option in options[-count:])
        at = self.place(item)
        if count == 1 and self.carried and plain:
            part = options[-1].group[0]
            draft.track.options = [DraftOption(one.copy()) for held in self.carried for one in held.group]
            draft.track.options.append(DraftOption(part))
            self.carried = []
            draft.either_or_both(len(draft.track.options))
            self._carried_scope(at)
        elif count == 1 and options[-1].additions and all(one.join == "&" for one in options[-1].additions):
            self._and_or_both(options[-1], at)
        elif count == 2 and plain and "mark" in self.joint:
            together = DraftOption(options[-2].group[0])
            together.additions = [one.copy() for one in options[-1].group]
            for one in together.additions:
                one.join = "&"
            options.append(together)
        elif count == 2 or (item.value == "any" and count > 2):
            draft.either_or_both(count)
        elif count > 2 and plain:
            self._one_with_each(count, at)
        else:
            self.left.append(at)
        draft.track.settled = len(draft.track.options)
        self.joint = set()

    def _and_or_both(self, option: DraftOption, at: tuple[int, int]) -> None:
        """'A and B, or both': either of them, or A and B as the first words say."""
        joined = DraftOption(option.group[0])
        parts = []
        for one in option.additions:
            plain = one.copy()
            plain.join, plain.flag = "", None
            self.draft.parts[self.draft.parts.index(one)] = plain
            parts.append(plain)
        joined.group = [option.group[0], *parts]
        track = self.draft.track
        track.options[track.options.index(option)] = joined
        self.doubt("and_or_both", at)
        place, whole = self.draft.tracks.index(track), option

        def together(tracks: Tracks) -> Tracks:
            made = self.draft.track_of(whole, tracks[place])
            return (*tracks[:place], made, *tracks[place + 1 :])

        self.draft.rewrites["and_or_both"] = together

    def _one_with_each(self, count: int, at: tuple[int, int]) -> None:
        """'A or B or C, or both': A with one of the others; perhaps only the last two, or all, are meant."""
        options = self.draft.track.options
        first, *others = options[-count:]
        for other in others:
            together = DraftOption(first.group[0])
            together.additions = [one.copy() for one in other.group]
            for one in together.additions:
                one.join = "&"
            options.append(together)
        self.doubt("group_scope", at)
        place = self.draft.tracks.index(self.draft.track)

        def any_of(tracks: Tracks) -> Tracks:
            track = tracks[place]
            made = Option(group=tuple(option.group[0].component() for option in (first, *others)))
            return (*tracks[:place], Track(labels=track.labels, options=(made,)), *tracks[place + 1 :])

        self.draft.rewrites["group_scope"] = any_of

    def _carried_scope(self, at: tuple[int, int]) -> None:
        """The case may be meant as the only one there is."""
        self.doubt("track_scope", at)
        place = self.draft.tracks.index(self.draft.track)

        def only(tracks: Tracks) -> Tracks:
            general, case = tracks[place - 1], tracks[place]
            made = Track(labels=general.labels, options=case.options, shared=case.shared)
            return (*tracks[: place - 1], made, *tracks[place + 1 :])

        self.draft.rewrites["track_scope"] = only

    def on_same(self, item: Item) -> None:
        """'either to that fine or …': the amount of the one named before."""
        self.at += 1
        before = next((p for p in reversed(self.draft.parts) if p.kind == item.value and p.amount is not None), None)
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

    # joints

    def on_or(self, item: Item) -> None:
        """Kept in mind for what follows."""
        self.at += 1
        self.joint.add(item.what)

    on_and = on_comma = on_may = on_or

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
        if last is not None and last.amount is None:
            self._give(last, Amount("<=", end, at=self.place(self.item(start), self.item(self.at - 1))))
        else:
            self.left.append(self.place(self.item(start), self.item(self.at - 1)))

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
            if self.ahead(ahead).what == "offence":
                self.at += ahead + 1
                return
        if last is None or last.amount is None or following.what in ("end", "stop", "comma"):
            self.left.append(self.place(item))
            return
        self.at += 1
        while self.item(self.at - 1).what == "filler" and not self.stops(self.at):
            self.at += 1
        named = self.item(self.at - 1)
        last.per = named.value if named.what == "unit" else self.words.folded[named.start]
        self.tail()
        self.grow(last)
        self._daily(last)

    def on_daily(self, item: Item) -> None:
        """'a day'."""
        self.at += 1
        if self.draft.last is not None and self.draft.last.amount is not None:
            self.draft.last.per = "d"
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
        kind = self.ahead()
        if kind.what == "kind" and kind.value == "fine":
            self.early = amount  # "a $150 fine"
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
            self._understood(last.kind, amount)
        elif self.joint & {"or", "mark", "comma"} and not self._early(amount, last):
            amount.settle()
            last.twins.append(amount)
            self.grow(last)
            self.joint = set()
        elif "and" in self.joint:
            self.early = amount  # "and shall, for five years, be disqualified"
        else:
            self.left.append(amount.at)

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
        self.joint = set()
        option = self.draft.track.options[-1] if self.draft.track.options else None
        if option is None or part not in option.additions:
            return
        held = option.group[-1]
        if held.kind != part.kind or held.amount is None or len(option.group) > 1:
            return
        signs = held.amount.sign[:1] + amount.sign[:1]
        if signs in ("<>", "><"):
            # "not to exceed 15 years and … a mandatory minimum of 5 years" is one term
            low, high = (held.amount, amount) if signs == "><" else (amount, held.amount)
            held.amount = Amount("..", low.first, high.first, at=held.amount.at)
            held.end = part.end
            option.additions.remove(part)
            self.draft.parts.remove(part)
            self.draft.last = held
            self.rule("bounds_joined")

    def _amount(self) -> Amount | None:
        """'not less than 5 and not more than 20 years', 'five to ten years', 'of $500'."""
        start = self.at
        found: dict[str, End] = {}
        while True:
            before = self.at
            if found and not self._more_follows():
                break
            sign = "="
            if self.sees("low", "high"):
                sign = self.ahead().value
                self.at += 1
                while self.sees("filler", "mark") or (self.sees("low", "high") and self.ahead().value == sign):
                    self.at += 1
            end = self._end()
            if end is None or sign in found:
                self.at = before if found else max(self.at, start + 1)
                break
            found[sign] = end
            if sign == "=":
                if self._range_follows():
                    self.at += 1
                    high = self._end()
                    if high is not None:
                        return Amount("..", end, high, at=self._said_at(start))
                break
            if len(found) == 2:
                break
        if not found:
            self.left.append(self._said_at(start))
            return None
        low = next((end for sign, end in found.items() if sign[0] == ">"), None)
        high = next((end for sign, end in found.items() if sign[0] == "<"), None)
        if low is not None and high is not None:
            return Amount("..", low, high, at=self._said_at(start))
        sign, end = next(iter(found.items()))
        return Amount(sign, end, at=self._said_at(start))

    def _said_at(self, start: int) -> tuple[int, int]:
        return self.place(self.item(start), self.item(max(self.at - 1, start)))

    def _more_follows(self) -> bool:
        """Whether a second bound follows: 'and not more than', 'nor more than'. Steps over the joint."""
        here = self.at
        while self.item(here).what in ("and", "comma", "filler") and here < self.at + 3:
            here += 1
        if self.item(here).what in ("low", "high"):
            ahead = here + 1
            while self.item(ahead).what == "filler":
                ahead += 1
            if self.item(ahead).what in _AMOUNTS:
                self.at = here
                return True
        return False

    def _range_follows(self) -> bool:
        """'to' (or 'and' after 'between') with another number."""
        return (self.sees("filler") and self.words.folded[self.ahead().start] == "to" or self.sees("dash", "and")) and (
            self.ahead(1).what == "number" or (self.ahead(1).what == "money" and self.ahead(2).what == "number")
        )

    def _end(self) -> End | None:
        item = self.ahead()
        if item.what == "life":
            self.at += 1
            self.took("kind" if self.ahead().value == "prison" else "")
            return life(without_release=item.value == "life+").first
        if item.what == "refer":
            return self._reference()
        if item.what == "money" and self.ahead(1).what == "number":
            self.at += 1
            end = End(self.ahead().value, self.unit(item.value))
            self.at += 1
            if self.sees("unit") and self.ahead().value == item.value:
                self.at += 1
            return end
        if item.what == "level" and self.ahead(1).what == "number":
            end = End(self.ahead(1).value, "level")
            self.at += 2
            self.took("standard")
            return end
        if item.what == "times":
            self.at += 1
            return End(Number(_number(item.value)), "x", self._basis())
        if item.what == "number":
            return self._counted(item)
        return self.quantity() if item.what == "word" else None

    def _counted(self, item: Item) -> End | None:
        if self.ahead(1).what == "multiply" or (
            isinstance(item.value.amount, Fraction) and self.words.folded[self.ahead(1).start] == "of"
        ):
            self.at += 2
            return End(item.value, "x", self._basis())
        return self.quantity()

    def _basis(self) -> Basis | None:
        """What a multiple is taken of: 'the value of …', 'that authorized by …', 'the maximum fine'."""
        while self.sees("filler"):
            self.at += 1
        start = self.at
        if self.sees("basis"):
            name = self.ahead().value
            self.at += 1
            self.took("kind")
            self.tail()
            return basis_of(name, "")
        self.took("kind")
        if self.sees("refer"):
            end = self._reference()
            return end.bound if isinstance(end.bound, Reference) else None
        basis, _ = self.basis_tail()
        return basis if basis is not None else basis_of(None, self.said(start, self.at))

    def _reference(self) -> End:
        """The words that name a provision, from 'the amount set forth in' on."""
        start = self.at
        self.at += 1
        while self.sees("cite"):
            self.at += 1
            self._touching()
        self._touching()
        self.tail()
        if self.item(start + 1).what == "cite":
            start += 1  # the provision itself, without "the amount set forth in"
        return End.reference(literal(self.said(start, self.at)))

    def _touching(self) -> None:
        """Step over what is written together: ``22-3571.01(a)(2)``."""
        if not self.sees("number", "word", "cite"):
            return
        self.at += 1
        while self.ahead() is not None and self.at < len(self.items):
            item = self.ahead()
            if self.words.ends[self.item(self.at - 1).end - 1] != self.words.starts[item.start]:
                return
            if item.what in ("comma", "stop"):
                return
            self.at += 1

    def unit(self, name: str) -> str:
        """Whose dollars are meant, the jurisdiction says."""
        if name != "dollars":
            return name
        known = self.lexicon.settings["dollars"].get(self.country)
        if known is None:
            self.left.append(self.place(self.item(self.at - 1)))
            return _UNKNOWN_MONEY
        return str(known)

    # the end

    def finish(self) -> None:
        """What was left open."""
        self._close()
        if self.early is not None and self.early.ends[-1].number is None:
            # "shall be not less than 30 years nor more than life": only imprisonment is for life
            self._understood("prison", self.early)
        elif self.early is not None:
            self.left.append(self.early.at)
        self.draft.extras = [group for group in self.draft.extras if group.parts]
        if self.country in self.lexicon.settings["bare_maximum"]:
            self._bare_maximum()

    def _bare_maximum(self) -> None:
        """A bare term in a jurisdiction that drafts maxima so."""
        exact = [p for p in self.draft.parts if p.amount is not None and p.amount.sign == "=" and p.kind == "prison"]
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
        Option(group=(*option.group, *(added.component for added in option.additions))) for option in track.options
    )
    return Track(labels=track.labels, options=options, shared=track.shared)


def _number(text: str) -> int | Fraction:
    return int(text) if text.isdigit() else Fraction(text)


_AFTER_FILLERS: Final = frozenset({"kind", "money", "low", "high", "both", "ordinal", "life", "same", "greater"})
_STARTS: Final = frozenset(
    {
        "kind", "both", "mark", "procedure", "person", "other", "default", "whichever", "addition", "life", "money",
        "greater", "ordinal", "per", "may", "daily", "end",
    }
)  # fmt: skip
