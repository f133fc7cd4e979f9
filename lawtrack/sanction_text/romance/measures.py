"""Where the amounts of a Romance clause belong: to the penalty before them, behind them, or understood.

"Deux ans d'emprisonnement", "prisión de tres a nueve meses", "10 000 $, ou 25 000 $ en cas de récidive".
"""

from typing import Any

from ...penalties import LIFE
from ...penalties.units import TIME_UNITS
from ..amounts import Amount, End, life, unlimited
from ..lexicon import Item, Number
from ..pieces import Part
from .joints import BARE, RomanceJoints

__all__ = ["RomanceMeasures"]


class RomanceMeasures(RomanceJoints):
    """The part of the reader that gives amounts to penalties.

    Attributes:
        early: An amount that stands before the penalty it measures.
        is_raised: Whether the clause says what penalties are raised to ("portées à … et à …").
        sign: A sign whose amount stands further on: "une amende maximale : a) soit de …".
        ranged: Whether the high end of a range that was broken off has just been read.
        per: What the next fine is multiplied by, and where that is said.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.early: Amount | None = None
        self.sign = ""
        self.sign_at = (0, 0)
        self.is_raised = False
        self.ranged = False
        self.per: tuple[str, tuple[int, int]] | None = None

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
        elif self.sign:
            self.left.append(self.sign_at)  # "no menor de ni mayor de cinco años": a number is missing
        self._place(amount)

    def _lone_sign(self, item: Item, last: Part) -> None:
        """'une amende maximale : a) soit de …', 'trois ans d'emprisonnement au plus'."""
        if last.amount is None:
            if self.sign:
                self.left.append(self.sign_at)
            self.sign, self.sign_at = item.value, self.place(item)
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
        """'ocho meses de prisión a dos años de penitenciaría': the high end of a range broken off."""
        last = self.draft.last
        low = self.early or (last.amount if last is not None else None)
        apart = self.joint & {"and", "or", "mark", "stop"} or self.behind
        if low is None or low.sign != "=" or apart or not self.range_follows():
            self._lone_to()
            return
        self.at += 1
        high = self.amount()
        if high is None:
            return
        if high.is_term != low.is_term and not low.waits:
            self.left.append(high.at)
            return
        joined = Amount("..", low.first, high.ends[-1], at=(low.at[0], high.at[1]))
        if self.early is not None:
            self.early = joined
            self._names_kind(last)
        elif last is not None:
            self._give(last, joined)
            self.ranged = True

    def _lone_to(self) -> None:
        """'et à 100 000 euros' goes on; an amount with a low end that is not there is not understood."""
        goes_on = self.is_raised and (self.behind or self.joint & {"and", "or", "either"})
        lacks = self.amount_at(self.at + 1) and not goes_on
        if lacks and self.item(self.at - 1).what not in ("verb", "raise", "size", "raised"):
            self.leave()
        elif self.begins(self.at + 1) or "and" in self.joint:
            self.at += 1
        else:
            self.leave()

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
        last = self.draft.last
        if last is not None and last.kind not in BARE:
            self.object_of(last)  # where the ban or the publication is regulated
            return
        self.tail()
        at = self.place(self.item(start), self.item(self.at - 1))
        if last is None or last.amount is not None:
            self.left.append(at)
            return
        self._give(
            last, Amount("<=", End.reference(self.said(begin, self.at) or self.said(start, self.at)), at=at)
        )

    def on_per(self, item: Item) -> None:
        """'pour chaque jour que dure l'infraction', 'por cada trabajador'."""
        self.at += 1
        last = self.draft.last
        per = item.value
        if per == "unit" and self.item(self.past_fillers(self.at)).what == "repeat":
            return  # "pour chaque récidive"
        if per == "unit":
            named = self.ahead()
            said = self.words.folded[named.start]
            if named.what not in ("word", "unit") or not said.isalpha():
                self.left.append(self.place(item))
                return
            self.at += 1
            per = named.value if named.value in TIME_UNITS else said
        start = self.at
        self.tail()
        in_front = not self.draft.parts or bool(self.joint & {"and", "stop", "mark"})
        if last is not None and last.amount is not None and not in_front:
            last.per = per
            self.grow(last)
        elif in_front and self.per is None:
            self.per = (
                per,
                self.place(item),
            )  # "encourt, pour chaque jour que dure l'infraction, une amende de …"
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
            self._keep(amount)
        elif amount.ends[-1].unit == "df" and (
            last is None or last.kind != "fine" or last.amount is not None
        ):
            self._day_fine(amount)
        elif last is not None and last.amount is None and draft.track.options:
            self._give(last, amount)
        elif not draft.parts:
            self._keep(amount)
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

    def _keep(self, amount: Amount) -> None:
        """Keep an amount for the penalty that comes."""
        if self.early is not None:
            self.left.append(self.early.at)
        self.early = amount

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
        self.draft.alternative(part)
        held = self.draft.parts[-2].amount if len(self.draft.parts) > 1 else None
        if held is not None and amount.first.unit == "x" and amount.first.basis is None:
            self._multiply(part, held, amount)
        elif held is not None and held.sign in ("<=", ">=") and amount.sign == "=":
            amount.sign = held.sign
        self._give(part, amount)
        self.rule("kind_understood")

    def _multiply(self, part: Part, held: Amount, amount: Amount) -> None:
        """'y el doble en caso de reincidencia': so many times the amount before, worked out."""
        amount.first.basis = "base"
        if amount.first.number is None or amount.second is not None:
            return
        other = Amount(amount.sign, amount.first, at=amount.at)
        ends = [end.doubled(amount.first.number.amount) for end in held.ends]
        part.other["doubling"] = {"amount": other}
        amount.sign, amount.first = held.sign, ends[0]
        amount.second = ends[1] if len(ends) > 1 else None
        self.doubt("doubling", amount.at)

    def _give(self, part: Part, amount: Amount) -> None:
        self.give(part, amount)
        if self.per is not None and part.kind == "fine":
            part.per, self.per = self.per[0], None
        self.joint = set()
