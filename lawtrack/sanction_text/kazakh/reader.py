"""Penalty clauses in Kazakh: the Criminal Code and the Code of Administrative Offences of Kazakhstan.

The verb stands last: an amount, and what a penalty bears on, come before its name, and extras come before the
penalties in chief. So the reader holds what it has seen until the word comes that it belongs to.
"""

from typing import Any, Final

from ..amounts import Amount, basis_of
from ..lexicon import Item
from .tracks import KazakhTracks

__all__ = ["KazakhReader"]

_FAR: Final = 60
_NEAR: Final = 16
_FITS: Final = {
    "take": frozenset({"disqualification", "licence_loss", "citizenship_loss", "rank_loss", "prison"}),
    "limit": frozenset({"restriction"}),
    "stop": frozenset({"suspension"}),
    "ban": frozenset({"activity_ban"}),
}
_ALONE: Final = {"stop": "suspension"}
_WITH_OBJECT: Final = frozenset({"confiscation", "restitution", "licence_loss", "liquidation", "expulsion"})
_PASSED: Final = frozenset(
    {
        "word", "comma", "or", "and", "basis", "open", "close", "filler", "sign", "object", "size", "person",
        "what", "number",
    }
)  # fmt: skip
_OF_AMOUNT: Final = frozenset(
    {"number", "unit", "high", "low", "size", "life", "same", "filler", "dash", "close"}
)
_ENDS: Final = frozenset({"or", "and", "comma", "verb", "end", "stop"})


class KazakhReader(KazakhTracks):
    """Reads one clause."""

    lang = "kk"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.what: Item | None = None  # what one is deprived of, while its verb is still to come
        self.began: Item | None = None  # where the words about the next penalty begin
        self.object: str | None = None
        self._negations = frozenset(self.lexicon.settings["negations"])

    def begins(self, at: int) -> bool:
        """Everything but plain words does."""
        return self.item(at).what not in ("word", "filler", "basis", "object")

    # words that say what a penalty bears on

    def on_word(self, item: Item) -> None:
        """Words that belong to a penalty with an object, to a share or to a class; else not understood."""
        end = self._bears_on()
        if end is None:
            self.leave()
            return
        found = self.item(end)
        self.left += [self.place(one) for one in self.items[self.at : end] if self._denies(one)]
        if found.what in ("person", "dash"):
            self.on_person(item)
        elif found.what == "number":
            inside = self.items[self.at : end]
            name = next((one.value for one in inside if one.what == "basis"), None)
            self.basis = basis_of(name, self.said(self.at, end))
            self.began = self.began or item
            self.at = end
        else:
            inside = self.items[self.at : end]
            driving = any(one.what == "object" and one.value == "driving" for one in inside)
            self.object = "driving" if driving else None
            self.began = self.began or item
            self.at = end

    on_object = on_basis = on_word

    def _denies(self, item: Item) -> bool:
        return item.what == "word" and self.words.folded[item.start] in self._negations

    def _bears_on(self) -> int | None:
        """The item that the words from the cursor on belong to: an object's penalty, a share, a class."""
        share = False
        for here in range(self.at, self.at + _FAR):
            item = self.item(here)
            what = item.what
            if what in ("what", "extra", "kind", "doing", "besides") and self._has_object(here):
                return here
            if what == "person" and self.is_person(here):
                return here
            if what == "dash" and self.touches(here):
                continue
            if what == "dash":
                return here if here > self.at and self.item(here + 1).what == "number" else None
            if what == "number":
                unit = self.item(here + 1)
                if share or (unit.what == "unit" and unit.value in ("%", "x")):
                    return here
                if unit.what == "unit":
                    return None
            elif what == "word" and self._is_deed(here):
                return None  # a penalty that is not known
            elif what == "basis":
                share = True
            if what not in _PASSED:
                return None
        return None

    def _is_deed(self, at: int) -> bool:
        """Whether an unknown word stands there as penalties do: a verb that ends its phrase."""
        word = self.words.folded[self.item(at).start]
        if word in ("отырып", "тұрып"):
            return True
        return word.endswith(("уға", "уге")) and self.item(at + 1).what in _ENDS

    def _has_object(self, at: int) -> bool:
        item = self.item(at)
        if item.what == "what":
            return self._verb_of(at)
        if item.what in ("doing", "besides"):
            return item.value in _ALONE
        return item.value in _WITH_OBJECT

    def _verb_of(self, at: int) -> bool:
        """Whether the verb that goes with the noun follows, with nothing but an amount between."""
        here = at + 1
        while self.item(here).what in _OF_AMOUNT and here < at + _NEAR:
            here += 1
        verb = self.item(here)
        return verb.what in ("doing", "besides") and self.item(at).value in _FITS[verb.value]

    # penalties

    def on_what(self, item: Item) -> None:
        """'құқығынан', 'лицензиясынан', 'қызметін': the verb comes behind, perhaps behind an amount."""
        if not self._verb_of(self.at):
            self.on_word(item)
            return
        self.what = item
        self.began = self.began or item
        self.at += 1

    def on_kind(self, item: Item) -> None:
        """A penalty in chief."""
        self.at += 1
        self.principal(item.value, self._since(item), self.object)
        self._taken()

    def on_extra(self, item: Item) -> None:
        """'мүлкі тәркіленіп', 'шығарып жібере отырып': an extra."""
        self.at += 1
        self.extra(item.value, self._since(item), self.object)
        self._taken()

    def on_doing(self, item: Item) -> None:
        """'айыруға', 'тоқтата тұруға': a penalty in chief by what one is deprived of."""
        kind = self._deed(item)
        if kind is None:
            self._unknown_deed()
            return
        self.at += 1
        self.principal(kind, self._since(item), self.object)
        self._taken()

    def on_besides(self, item: Item) -> None:
        """'айыра отырып', 'тоқтата тұрып': an extra by what one is deprived of."""
        kind = self._deed(item)
        if kind is None:
            self._unknown_deed()
            return
        self.at += 1
        self.extra(kind, self._since(item), self.object)
        self._taken()

    def _unknown_deed(self) -> None:
        """A verb without a penalty; the amounts before it are not those of the next one."""
        held = self.held()
        self.left += [amount.at for amount in held]
        held.clear()
        self.leave()

    def _deed(self, verb: Item) -> str | None:
        if self.what is not None:
            return str(self.what.value) if self.what.value in _FITS[verb.value] else None
        return _ALONE.get(verb.value)

    def _since(self, item: Item) -> tuple[int, int]:
        return self.place(self.began or item, item)

    def _taken(self) -> None:
        self.what = self.began = self.object = None

    # amounts

    def on_size(self, item: Item) -> None:
        """'мерзімге', 'мөлшерінде' stand behind an amount and add nothing to it."""
        self.at += 1

    def on_income(self, item: Item) -> None:
        """'жалақысының': the term before it is one for which the income is taken."""
        held = self.held()
        if held and held[-1].is_term:
            held[-1].of_income = True
            self.at += 1
        else:
            self.leave()

    def on_same(self, item: Item) -> None:
        """'сол мөлшерде', 'сол мерзімге': the amount of the nearest penalty that has one of that sort."""
        self.at += 1
        held = self.measured(of_term=item.value == "term")
        if held is None:
            self.left.append(self.place(item))
            return
        again = Amount(held.sign, held.first, held.second, at=self.place(item))
        again.of_income = held.of_income
        self.hold(again, self.at - 1)
        self.rule("same_amount")

    # the end

    def finish(self) -> None:
        """What waited for a word that never came is not understood."""
        self.left += [amount.at for amount in self.waiting()]
        if self.what is not None:
            self.left.append(self.place(self.what))
        if self.condition is not None:
            self.left.append(self.condition[1])
        self.settle_extras()
