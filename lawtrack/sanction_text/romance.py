"""Penalties in the clauses of Romance languages; French and Spanish add what is their own.

"A y B" are imposed together, "A o B" are alternatives, "A et B, ou l'une de ces peines" lets the court choose
either or both. An amount stands behind its penalty or before it ("trois ans d'emprisonnement").
"""

from typing import Any, Final

from attrs import evolve

from ..penalties import LIFE, Addition, Component, Option, Span, Track
from ..penalties.units import Quantity
from .amounts import Amount, End, life, unlimited
from .draft import Tracks
from .lexicon import Item, Number
from .pieces import DraftOption, Part
from .romance_labels import RomanceLabels

__all__ = ["BARE", "RomanceReader"]

BARE: Final = frozenset({"fine", "prison", "life", "death", "lesser", "default_prison", "arrest"})
"""Penalties that bear on nothing: what follows their name is an amount, or was not understood."""

_MEASURES: Final = frozenset(
    {"number", "unit", "times", "money", "low", "high", "between", "less_a_day", "telling"}
)
_CITED: Final = frozenset({"cite", "and", "or", "to", "comma", "number", "dash", "word"})
_FAR: Final = 60


class RomanceReader(RomanceLabels):
    """Reads one clause."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.early: Amount | None = None  # an amount that stands before the penalty it measures
        self.sign = ""  # a sign whose amount stands further on: "une amende maximale : a) soit de …"
        self.in_default = False
        self.ranged = False  # whether the high end of a range has just been read
        self.per: str | None = None  # what the next fine is multiplied by
        self.settled = 0  # how many options of the track the words "or both" have dealt with

    # penalties

    def on_kind(self, item: Item) -> None:
        """A penalty."""
        draft = self.draft
        last = draft.last
        self.at += 1
        if last is not None and last.kind == item.value and self._named_again(last):
            self.grow(last)
            self.ranged = False
            self._object(last)
            return
        self.ranged = False
        if last is not None and last.kind == item.value and last.amount is not None and self.early is not None:
            if self._other_bound(last.amount, self.early):
                # "un mínimo de dos años de prisión y un máximo de ocho años de penitenciaría"
                self.early = None
                self.grow(last)
                return
        part = draft.part(item.value, self.place(item))
        if self.in_default and item.value == "prison":
            self._default(part)
        else:
            self._join(part)
        if self.early is not None:
            self._give(part, self.early)
            self.early = None
        self.joint = set()
        self.sign = ""
        self._object(part)

    def _named_again(self, last: Part) -> bool:
        """Whether the penalty is the one before it, named once more."""
        if self.words.folded[self.item(self.at - 2).start] in self.lexicon.settings["demonstratives"]:
            return self.at > 1
        if self.ranged or self.draft.track.options and last.amount is None and not self.joint:
            return self.early is None
        return False

    def _object(self, part: Part) -> None:
        """What the penalty bears on: words up to the next thing of its own."""
        if part.kind in BARE or self.sees("refer"):
            return
        if self.stops(self.at):
            return
        start, end = self.tail()
        part.object = next((one.value for one in self.items[start:end] if one.what == "object"), None)
        self.grow(part)
        for at in range(start, end):
            item = self.item(at)
            if item.what in _MEASURES and not (item.what == "number" and self.item(at - 1).what in _CITED):
                self.left.append(self.place(item))  # a measure among the words of the object was not understood

    def _join(self, part: Part) -> None:
        draft = self.draft
        if self.behind and self.joint or draft.after_mark and self._label_inside():
            self._reopen()
        options = draft.track.options
        self.pending = None
        if options and not self.joint:
            self.left.append((part.start, part.end))  # nothing says how it goes with the penalty before it
        if not options or self.joint & {"or", "either"}:
            draft.alternative(part)
        elif self.joint & {"and", "with", "accessory"}:
            self._second(part)
        elif self.joint & {"comma", "stop", "mark"} and self._list_joint() in ("or", "either"):
            draft.alternative(part)
        else:
            self._second(part)

    def _label_inside(self) -> bool:
        """Whether the track has a label from under the mark that has ended."""
        return self.draft.contrasted() is not None

    def _reopen(self) -> None:
        """Begin a track for what stands outside the label behind the last penalty."""
        if self.draft.after_mark:
            self.draft.afresh()
        else:
            self.draft.open_track([one for one in self.draft.track.labels if one[0] != self.behind])
        self.behind = ""
        self.settled = 0

    def _list_joint(self) -> str:
        """What joins the last penalties of a list: 'A, B ou C'."""
        for here in range(self.at, self.at + _FAR):
            what = self.item(here).what
            if what in ("or", "and", "either") and self.item(self.past_fillers(here + 1)).what in ("kind", "both"):
                return what
            if what in ("or", "and", "either") and self.amount_at(here + 1):
                return what
            if what in ("end", "verb", "case", "procedure", "repeat"):
                break
        return "and"

    def _second(self, part: Part) -> None:
        """Joined by 'and': to the last alternative, or to all of several."""
        draft = self.draft
        part.join = "+" if "accessory" in self.joint else "&"
        if "may" in self.joint:
            part.flag = "?"
        if len(draft.track.options) == 1:
            draft.track.options[-1].additions.append(part)
            return
        group = draft.open_extras(reaches_all="comma" in self.joint)
        if group is not None:
            self.doubt("attaches", (part.start, part.end))
            group.parts.append(part)

    def on_both(self, item: Item) -> None:
        """'ou l'une de ces peines', 'o ambas penas': any of the penalties may be imposed together."""
        self.at += 1
        draft = self.draft
        options = draft.track.options
        option = options[-1] if options else None
        count = len(options) - self.settled
        if option is not None and option.additions and all(one.join == "&" for one in option.additions):
            for one in option.additions:
                one.join, one.flag = "", None
            option.group, option.additions = [*option.group, *option.additions], []
        elif not draft.either_or_both(count):
            self.left.append(self.place(item))
        self.settled = len(draft.track.options)
        self.joint = set()

    def on_equivalent(self, item: Item) -> None:
        """'prisión equivalente': imprisonment that the general part works out from the fine; how long is not said."""
        self.at += 1
        at = self.place(item)
        part = self.draft.part(item.value, at)
        self._join(part)
        self._give(part, Amount("=", End.reference(self.text[at[0] : at[1]]), at=at))
        self.left.append(at)

    # imprisonment for not paying

    def on_default(self, item: Item) -> None:
        """'faute de paiement de l'amende, …': the next imprisonment is for not paying."""
        here = self.at + 1
        while self.item(here).what not in ("stop", "end") and not self._is_prison(here):
            here += 1
        if not self._is_prison(here) or not self.draft.track.options:
            self.leave()
            return
        self.in_default = True
        number = next((at for at in range(self.at + 1, here) if self.amount_at(at)), here)
        self.at = number
        self.joint = set()

    def _is_prison(self, at: int) -> bool:
        return self.item(at).what == "kind" and self.item(at).value == "prison"

    def _default(self, part: Part) -> None:
        self.in_default = False
        part.kind, part.join, part.flag = "default_prison", "+", "?"
        track = self.draft.track
        spread: list[DraftOption] = []
        for option in track.options:
            if len(option.group) == 1:
                spread.append(option)
                continue
            together = DraftOption(option.group[0])
            for one in option.group[1:]:
                again = one.copy()
                again.join = "&"
                together.additions.append(again)
            spread += [*(DraftOption(one) for one in option.group), together]
        track.options = spread
        for option in spread:
            if any(one.kind == "fine" for one in option.parts):
                option.additions.append(part)
        self.rule("default_of_payment")

    def on_addition(self, item: Item) -> None:
        """'outre toute autre peine', 'sin perjuicio de …' are no penalty of their own."""
        self.at += 1
        here = self.at
        while self.item(here).what not in ("stop", "end", "mark"):
            if self.item(here).what == "comma" and self.begins(here + 1) and self.item(here + 1).what != "comma":
                break
            if self.amount_at(here):
                self.joint.add("and")  # "outre une amende de 500 $": a penalty of its own
                return
            here += 1
        self.at = here
        self.joint.discard("and")

    # joints

    def on_or(self, item: Item) -> None:
        """Kept in mind for what follows."""
        self.at += 1
        self.joint.add(item.what)

    on_and = on_may = on_either = on_with = on_accessory = on_or

    def on_comma(self, item: Item) -> None:
        """What a penalty bears on may go on behind its term: 'l'interdiction, pour cinq ans au plus, d'exercer …'."""
        self.at += 1
        self.joint.add("comma")
        last = self.draft.last
        if last is None or last.kind in BARE or last.amount is None or not self.sees("filler"):
            return
        if self.words.folded[self.ahead().start] in self.lexicon.settings["genitives"] and not self.begins(self.at):
            self.tail()
            self.grow(last)

    def on_offence(self, item: Item) -> None:
        """'le fait de …': what is punished, up to the end of the sentence."""
        start = self.at
        while not self.sees("end") and not (self.sees("stop") and self.ahead().value in ".;:"):
            self.at += 1
        begin, end = self.place(self.item(start), self.item(self.at - 1))
        self.piece(begin, end, "the offence")

    def on_raise(self, item: Item) -> None:
        """'La peine est portée à …': another track, for a case that is named."""
        self.at += 1
        self.ranged = False
        if self.draft.track.options and "stop" in self.joint:
            self.draft.open_track([one for one in self.draft.track.labels if one[0] == "procedure"])
            self.behind, self.settled = "", 0
        self.joint = set()

    # amounts

    def on_number(self, item: Item) -> None:
        """An amount."""
        start = self.at
        amount = self.amount()
        if amount is None:
            self.at = start
            if item.what in ("low", "high") and self.draft.last is not None:
                self._lone_sign(item, self.draft.last)
            return
        if self.sign and amount.sign == "=":
            amount.sign = self.sign
        self._place(amount)

    def _lone_sign(self, item: Item, last: Part) -> None:
        """'une amende maximale : a) soit de …', 'trois ans d'emprisonnement au plus'."""
        if last.amount is None:
            self.sign = item.value
        elif last.amount.sign == "=":
            last.amount.sign = item.value
        else:
            return
        self.at += 1
        self.grow(last)

    on_low = on_high = on_money = on_times = on_between = on_number

    def on_size(self, item: Item) -> None:
        """'pour une durée de', 'por el término de': an amount follows."""
        self.at += 1

    def on_to(self, item: Item) -> None:
        """'ocho meses de prisión a dos años de penitenciaría': the high end of a range that was broken off."""
        last = self.draft.last
        amount = last.amount if last is not None else None
        broken = amount is not None and amount.sign == "=" and not self.joint & {"and", "or", "mark", "stop"}
        broken = broken and not self.behind
        if last is None or amount is None or not broken or not self.range_follows():
            if self.begins(self.at + 1) or "and" in self.joint:
                self.at += 1
            else:
                self.leave()
            return
        self.at += 1
        high = self.amount()
        if high is None:
            return
        if high.is_term != amount.is_term and not amount.waits:
            self.left.append(high.at)
            return
        joined = Amount("..", amount.first, high.ends[-1], at=(amount.at[0], high.at[1]))
        self._give(last, joined)
        self.ranged = True

    def on_same(self, item: Item) -> None:
        """'por igual tiempo', 'pour la même durée': as much as the penalty before."""
        self.at += 1
        last = self.draft.last
        before = next((one for one in reversed(self.draft.parts[:-1]) if one.amount is not None), None)
        amount = before.amount if before is not None else None
        if item.value == "sentence":
            amount = Amount("=", End(Number(1), "x", "sentence"), at=self.place(item))
        elif amount is not None and amount.is_term is not (item.value == "term"):
            amount = None
        if last is None or last.amount is not None or amount is None:
            self.left.append(self.place(item))
            return
        last.amount = amount
        self.grow(last)
        self.joint = set()
        self.rule("same_amount")

    def on_life(self, item: Item) -> None:
        """'à perpétuité', 'cadena perpetua', 'de naturaleza perpetua', 'à titre définitif'."""
        self.at += 1
        amount = life()
        amount.at = self.place(item)
        last = self.draft.last
        if last is not None and last.amount is None and not self.joint & {"or", "and"}:
            self._give(last, amount)
        elif item.value == "prison":
            part = self.draft.part("prison", self.place(item))
            self._join(part)
            self._give(part, amount)
        else:
            self.left.append(self.place(item))

    def on_free(self, item: Item) -> None:
        """'dont le montant est fixé par le tribunal': no maximum for the fine at hand."""
        self.at += 1
        last = self.draft.last
        if last is None or last.kind != "fine" or last.amount is not None:
            self.left.append(self.place(item))
            return
        amount = unlimited()
        amount.at = self.place(item)
        self._give(last, amount)

    def on_refer(self, item: Item) -> None:
        """'prévue pour les contraventions de la 5e classe': an amount that another provision fixes."""
        start = self.at
        self.at += 1
        begin = self.at
        self.tail()
        last = self.draft.last
        if last is not None and last.kind not in BARE:
            self.grow(last)  # where the ban or the publication is regulated
            return
        at = self.place(self.item(start), self.item(self.at - 1))
        if last is None or last.amount is not None:
            self.left.append(at)
            return
        self._give(last, Amount("<=", End.reference(self.said(begin, self.at) or self.said(start, self.at)), at=at))

    def on_per(self, item: Item) -> None:
        """'pour chaque jour que dure l'infraction', 'por cada trabajador'."""
        self.at += 1
        last = self.draft.last
        per = item.value
        if per == "unit":
            named = self.ahead()
            if named.what not in ("word", "unit"):
                self.left.append(self.place(item))
                return
            self.at += 1
            per = named.value if named.what == "unit" else self.words.folded[named.start]
        start = self.at
        self.tail()
        if last is not None and last.amount is not None:
            last.per = per
            self.grow(last)
        elif not self.draft.parts and self.per is None:
            self.per = per  # "encourt, pour chaque jour que dure l'infraction, une amende de …"
        else:
            self.left.append(self.place(item, self.item(max(start, self.at) - 1)))

    def on_whichever(self, item: Item) -> None:
        """'le montant le plus élevé étant retenu': the amounts named are one bound."""
        self.at += 1
        last = self.draft.last
        if last is None or last.amount is None or not last.twins:
            self.left.append(self.place(item))
            return
        self._greatest(last, last.twins, item.value)
        last.twins = []
        self.grow(last)

    def on_raised(self, item: Item) -> None:
        """'dont le montant peut être porté au double du produit': the greater of two maxima."""
        self.at += 1
        last = self.draft.last
        here = self.past_fillers(self.at)
        amount = self.amount() if self.amount_at(here) else None
        if last is None or amount is None:
            self.left.append(self.place(item))
            return
        if last.amount is None:
            amount.sign = "<="
            self._give(last, amount)
            return
        if last.amount.sign == "=":
            last.amount.sign = "<="
        self._greatest(last, [amount], "max")
        self.grow(last)

    def _greatest(self, part: Part, others: list[Amount], which: str) -> None:
        if part.amount is not None:
            end = part.amount.ends[-1]
            end.others = [*end.others, *(other.ends[-1] for other in others)]
            end.which = "max" if which == "max" else "min"

    def _place(self, amount: Amount) -> None:
        draft = self.draft
        last = draft.last
        self.ranged = False
        if self._names_kind(last):
            self.early = amount
        elif last is not None and last.amount is None and draft.track.options:
            self._give(last, amount)
        elif amount.ends[-1].unit == "df":
            self._day_fine(amount)
        elif not draft.parts:
            self.early = amount
        elif not draft.track.options or self.behind or draft.after_mark:
            if draft.track.options:
                self._reopen()
            self._understood(amount)
        elif self.joint & {"or", "and"} and (self.label_at(self.at) or last is None):
            self._understood(amount)
        elif last is not None and last.amount is not None and self._other_bound(last.amount, amount):
            self.grow(last)  # "maximal de dix ans, la peine minimale étant de quatre ans"
        elif "or" in self.joint and last is not None and last.amount is not None:
            self._other_measure(last, amount)
        else:
            self.left.append(amount.at)

    def _day_fine(self, amount: Amount) -> None:
        """Day-fines are a fine, whether it is named or not."""
        part = self.draft.part("fine", amount.at)
        self._join(part)
        self._give(part, amount)

    def _names_kind(self, last: Part | None) -> bool:
        """Whether the penalty that the amount measures stands behind it: 'deux ans d'emprisonnement'."""
        here = self.at
        if self.item(here).what == "comma" and (last is None or last.amount is not None or self.joint):
            here += 1
        kind = self.item(self.past_fillers(here))
        if kind.what != "kind" or here == self.past_fillers(here) or self._both_kinds(last, kind):
            return False
        if here > self.at:
            self.at = here
        return True

    def _both_kinds(self, last: Part | None, kind: Item) -> bool:
        """Whether the amount closes a penalty that was named before: 'prisión de dos años de prisión'."""
        return last is not None and last.amount is None and not self.joint and last.kind == kind.value

    def _other_bound(self, held: Amount, amount: Amount) -> bool:
        """Join two bounds of opposite directions to a range; False when they are none."""
        for_life = held.sign == "" and held.first.bound is LIFE and amount.is_term
        if for_life and amount.sign == ">=":
            held.sign, held.first, held.second = "..", amount.first, held.first
            self.joint = set()
            return True
        if held.sign[:1] + amount.sign[:1] not in ("<>", "><") or held.is_term != amount.is_term:
            return False
        low, high = (held.first, amount.first) if held.sign[0] == ">" else (amount.first, held.first)
        held.sign, held.first, held.second = "..", low, high
        self.rule("bounds_joined")
        self.joint = set()
        return True

    def _other_measure(self, last: Part, amount: Amount) -> None:
        amount.settle()
        last.twins.append(amount)
        self.grow(last)
        self.joint = set()
        self.rule("two_measures")

    def _understood(self, amount: Amount) -> None:
        """An amount for the penalty named before: 'de 10 000 $, ou de 25 000 $ en cas de récidive'."""
        self.pending = None
        part = self.draft.part(self.draft.parts[-1].kind, amount.at)
        if self.sign and amount.sign == "=":
            amount.sign = self.sign
        elif amount.sign == "=" and len(self.draft.parts) > 1:
            before = self.draft.parts[-2].amount
            if before is not None and before.sign in ("<=", ">="):
                amount.sign = before.sign
        self.draft.alternative(part)
        self._give(part, amount)
        self.rule("kind_understood")

    def _give(self, part: Part, amount: Amount) -> None:
        self.give(part, amount)
        if self.per is not None and part.kind == "fine":
            part.per, self.per = self.per, None
        self.joint = set()

    # doubling on repetition

    def on_doubling(self, item: Item) -> None:
        """'que se duplicará en caso de reincidencia': a track with the amounts worked out."""
        draft = self.draft
        held = draft.track if draft.track.options else (self._filled() or [draft.track])[-1]
        self.at += 1
        if not held.options:
            self.left.append(self.place(item))
            return
        last = held.options[-1].parts[-1]
        self.pending = None
        if draft.track is held:
            draft.open_track(held.labels)
        track = draft.track
        for option in held.options:
            track.options.append(option.copy())
        again = last.copy()
        draft.parts.append(again)
        again.start, again.end = self.place(item)
        if last.amount is not None:
            times = int(item.value)
            ends = [end.doubled(times) for end in last.amount.ends]
            again.amount = Amount(last.amount.sign, *ends, at=last.amount.at)
            worked = Quantity(amount=times, unit="x", basis="base")
            place = sum(1 for one in draft.tracks if one.options) - 1
            draft.rewrites["doubling"] = lambda tracks: _multiple(tracks, place, again.kind, Span("=", worked))
        _replace(track.options[-1], last, again)
        draft.last = again
        self.joint = set()
        self.doubt("doubling", self.place(item))

    # the end

    def finish(self) -> None:
        """What was left open."""
        self.close_offence()
        if self.early is not None:
            self.left.append(self.early.at)
        if self.pending is not None:
            self.left.append(self.pending)
        filled = self._filled()
        if len(filled) == 1:
            # One case alone says when the offence is committed; it does not divide the penalty.
            filled[0].labels = [one for one in filled[0].labels if one[0] != "case" or not one[1][0].quoted]
        self._bare_maximum()
        self._or_for_range()

    def _bare_maximum(self) -> None:
        """A bare amount is a maximum where the country drafts so."""
        if self.country not in self.lexicon.settings.get("bare_maximum", ()):
            return
        bare = [
            part for part in self.draft.parts
            if part.amount is not None and part.amount.sign == "=" and part.kind in ("fine", "prison", "default_prison")
        ]  # fmt: skip
        for part in bare:
            exact = part.amount
            if exact is not None:
                part.amount = Amount("<=", exact.first, at=exact.at)
                part.other["bare_amount"] = {"amount": exact}
        if bare:
            self.doubt("bare_amount", (bare[0].start, bare[0].end))
            self.rule("bare_maximum")

    def _or_for_range(self) -> None:
        """'seis meses de prisión o tres años de penitenciaría': perhaps a range is meant."""
        for track in self._filled():
            for low, high in zip(track.options, track.options[1:], strict=False):
                if not _plain_pair(low, high):
                    continue
                one, two = low.group[0], high.group[0]
                self.doubt("range_or", (one.start, two.end))
                place, at = self._filled().index(track), track.options.index(low)

                def ranged(tracks: Tracks, place: int = place, at: int = at) -> Tracks:
                    return _as_range(tracks, place, at)

                self.draft.rewrites["range_or"] = ranged
                return


def _replace(option: DraftOption, old: Part, new: Part) -> None:
    option.group = [new if one is old else one for one in option.group]
    option.additions = [new if one is old else one for one in option.additions]


def _multiple(tracks: Tracks, place: int, kind: str, span: Span) -> Tracks:
    """*tracks* with every amount of that kind in one of them told as a multiple."""
    track = tracks[place]
    if not isinstance(track.options, tuple):
        return tracks

    def told(component: Component) -> Component:
        return evolve(component, span=span) if component.kind == kind else component

    options = tuple(
        Option(
            group=tuple(map(told, option.group)),
            additions=tuple(Addition(join=one.join, component=told(one.component)) for one in option.additions),
        )
        for option in track.options
    )
    return (*tracks[:place], evolve(track, options=options), *tracks[place + 1 :])


def _plain_pair(low: DraftOption, high: DraftOption) -> bool:
    """Whether two alternatives are one penalty with two exact amounts, the lower one first."""
    one, two = low.group[0], high.group[0]
    if len(low.parts) > 1 or len(high.group) > 1 or one.kind != two.kind or one.amount is None or two.amount is None:
        return False
    if one.amount.sign != "=" or two.amount.sign != "=":
        return False
    return one.amount.is_term == two.amount.is_term


def _as_range(tracks: Tracks, place: int, at: int) -> Tracks:
    """*tracks* with two neighbouring alternatives of one of them as the ends of a range."""
    track = tracks[place]
    if not isinstance(track.options, tuple):
        return tracks
    low, high = track.options[at : at + 2]
    first, second = low.group[0].span, high.group[0].span
    if first is None or second is None:
        return tracks
    made = evolve(high.group[0], span=Span("..", first.first, second.first))
    option = Option(group=(made,), additions=high.additions)
    options = (*track.options[:at], option, *track.options[at + 2 :])
    return (*tracks[:place], Track(labels=track.labels, options=options, shared=track.shared), *tracks[place + 1 :])
