"""Penalty clauses in French: the Code pénal of France, and federal acts of Canada.

France says the amount first and no minimum ("est puni de deux ans d'emprisonnement et de 30 000 euros
d'amende"); Canada divides its clauses by procedure, person and repetition and lets the court choose with
"ou l'une de ces peines".
"""

from .lexicon import Item
from .romance import BARE, RomanceReader

__all__ = ["FrenchReader"]


class FrenchReader(RomanceReader):
    """Reads one clause."""

    lang = "fr"

    def begins(self, at: int) -> bool:
        """So does an article right behind the name of a provision: '… de la 4e classe la violation …'."""
        return self._inverted(at) or super().begins(at)

    def _inverted(self, at: int) -> bool:
        item = self.item(at)
        if item.what != "filler" or self.words.folded[item.start] not in self.lexicon.settings["subjects"]:
            return False
        if self.item(self.past_fillers(at)).what not in ("word", "person"):
            return False
        before = self.item(at - 1)
        named = (
            before.what == "word" and self.words.folded[before.start] in self.lexicon.settings["provisions"]
        )
        base = before.what == "kind" and before.value == "base"
        return named or base or before.what in ("cite", "number")

    def on_subject(self, item: Item) -> None:
        """'et celle prévue à l'article 12 est punie de …': the penalty of another offence."""
        start = self.at
        here = start + 1
        while not (self.item(here).what in ("verb", "raise", "stop", "end") or self._amount_after_of(here)):
            here += 1
        if not self.draft.track.options or self.item(here).what in ("stop", "end"):
            self.leave()
            return
        self.at = here
        self.label_in_front(start, ("case", (self.quoted(start, here),)))

    def _amount_after_of(self, at: int) -> bool:
        """Whether 'de' with an amount stands there: the verb is understood."""
        return self.item(at).what == "filler" and self.amount_at(at)

    def on_filler(self, item: Item) -> None:
        """'est puni de deux ans d'emprisonnement la fabrication de …': what is punished stands behind."""
        last = self.draft.last
        done = last is not None and (last.amount is not None or last.kind not in BARE) and not self.joint
        subject = self.words.folded[item.start] in self.lexicon.settings["subjects"]
        if done and subject and self.item(self.past_fillers(self.at)).what in ("word", "person"):
            self.on_offence(item)
        else:
            super().on_filler(item)
