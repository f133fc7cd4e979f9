"""How the penalties of a Romance clause go together: alternatives, imposed together, either or both.

"A y B" are imposed together, "A o B" are alternatives, "A et B, ou l'une de ces peines" leaves a choice.
"""

from typing import Any, Final

from ...penalties.parts import MOST_IN_GROUP
from ..lexicon import Item
from ..pieces import Part
from .labels import RomanceLabels

__all__ = ["BARE", "RomanceJoints"]

BARE: Final = frozenset({"fine", "prison", "life", "death", "lesser", "default_prison", "arrest"})
"""Penalties that bear on nothing: what follows their name is an amount, or was not understood."""

_MEASURES: Final = frozenset(
    {"number", "unit", "times", "money", "low", "high", "between", "less_a_day", "telling"}
)
_CITED: Final = frozenset({"cite", "refer", "and", "or", "to", "comma", "number", "dash", "word"})
_FAR: Final = 60


class RomanceJoints(RomanceLabels):
    """The part of the reader that joins penalties.

    Attributes:
        in_default: Whether the next imprisonment is for not paying.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.in_default = False

    def _join(self, part: Part) -> None:
        draft = self.draft
        if (self.behind and self.joint) or (draft.after_mark and self._label_inside()):
            self._reopen()
            draft.last = part
        options = draft.track.options
        self.pending = None
        if self._named_twice(part):
            return
        if options and not self.joint:
            self.left.append((part.start, part.end))  # nothing says how it goes with the penalty before it
        if not options or self.joint & {"or", "either"}:
            draft.alternative(part)
            if "any" in self.joint:
                draft.either_or_both(2)  # "et/ou"
        elif self.joint & {"and", "with", "accessory"}:
            self._second(part)
        elif self.joint & {"comma", "stop", "mark"} and self._list_joint() in ("or", "either"):
            draft.alternative(part)
        else:
            self._second(part)

    def _named_twice(self, part: Part) -> bool:
        """'reclusión o prisión de ocho a veinte años': two names of one penalty, which share what follows."""
        options = self.draft.track.options
        if self.joint != {"or"} or not options or options[-1].additions or len(options[-1].group) > 1:
            return False
        before = options[-1].group[0]
        if before.kind != part.kind or before.amount is not None:
            return False
        self.draft.parts.remove(before)
        part.start = before.start
        options[-1].group[0] = part
        return True

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

    def _list_joint(self) -> str:
        """What joins the last penalties of a list: 'A, B ou C'."""
        for here in range(self.at, self.at + _FAR):
            what = self.item(here).what
            if what in ("or", "and", "either") and self.item(self.past_fillers(here + 1)).what in (
                "kind",
                "both",
            ):
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
        count = len(options) - draft.track.settled
        few = option is not None and len(option.parts) <= MOST_IN_GROUP
        if (
            option is not None
            and few
            and option.additions
            and all(one.join == "&" for one in option.additions)
        ):
            for one in option.additions:
                one.join, one.flag = "", None
            option.group, option.additions = [*option.group, *option.additions], []
        elif not draft.either_or_both(count):
            self.left.append(self.place(item))
        draft.track.settled = len(draft.track.options)
        self.joint = set()

    def on_default(self, item: Item) -> None:
        """'faute de paiement de l'amende, …': the next imprisonment is for not paying."""
        here = self.at + 1
        while here < self.at + _FAR and self.item(here).what not in ("stop", "end"):
            if self._is_prison(here):
                break
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
        """Imprisonment for not paying goes with every alternative that has a fine."""
        self.in_default = False
        part.kind, part.join, part.flag = "default_prison", "+", "?"
        self.draft.spread_groups()
        for option in self.draft.track.options:
            kinds = {one.kind for one in option.parts}
            if "fine" in kinds and "default_prison" not in kinds:
                option.additions.append(part)
        self.rule("default_of_payment")

    def on_addition(self, item: Item) -> None:
        """'outre toute autre peine', 'sin perjuicio de …' are no penalty of their own."""
        self.at += 1
        here = self.at
        while self.item(here).what not in ("stop", "end", "mark"):
            if (
                self.item(here).what == "comma"
                and self.begins(here + 1)
                and self.item(here + 1).what != "comma"
            ):
                break
            if self.amount_at(here):
                self.joint.add("and")  # "outre une amende de 500 $": a penalty of its own
                return
            here += 1
        self.at = here
        self.joint.discard("and")

    def on_or(self, item: Item) -> None:
        """Kept in mind for what follows."""
        self.at += 1
        self.joint.add(item.what)
        if item.value == "any":
            self.joint.add("any")

    on_and = on_may = on_either = on_with = on_accessory = on_or

    def on_comma(self, item: Item) -> None:
        """What a penalty bears on may go on behind its term: 'l'interdiction, pour cinq ans, d'exercer …'."""
        self.at += 1
        self.joint.add("comma")
        self._object_behind()

    def on_filler(self, item: Item) -> None:
        """So it may without a comma: 'l'interdiction pour cinq ans d'exercer …'."""
        if self.joint or not self._object_behind():
            self.at += 1

    def on_purpose(self, item: Item) -> None:
        """'inhabilitación de dos a seis años para cargos públicos'."""
        last = self.draft.last
        if last is None or last.kind in BARE or self.joint:
            self.leave()
        else:
            self.object_of(last)

    def _object_behind(self) -> bool:
        """Step over what the last penalty bears on where it stands behind the term; false if it does not."""
        last = self.draft.last
        if last is None or last.kind in BARE or last.amount is None or not self.sees("filler"):
            return False
        said = self.words.folded[self.ahead().start]
        if said not in self.lexicon.settings["genitives"] or self.begins(self.at):
            return False
        self.object_of(last)
        return True

    def object_of(self, part: Part) -> None:
        """Step over the words that say what *part* bears on."""
        start, end = self.tail()
        part.object = next((one.value for one in self.items[start:end] if one.what == "object"), part.object)
        self.grow(part)
        if end > start and self.item(end - 1).what == "to":
            self.left.append(self.place(self.item(end - 1)))  # a range without its low end
        for at in range(start, end):
            item = self.item(at)
            if item.what in _MEASURES and not (item.what == "number" and self.item(at - 1).what in _CITED):
                # A measure among the words of the object was not understood.
                self.left.append(self.place(item))
