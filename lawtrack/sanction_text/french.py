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

    def on_filler(self, item: Item) -> None:
        """'est puni de deux ans d'emprisonnement la fabrication de …': what is punished stands behind."""
        last = self.draft.last
        done = last is not None and (last.amount is not None or last.kind not in BARE) and not self.joint
        subject = self.words.folded[item.start] in self.lexicon.settings["subjects"]
        if done and subject and self.item(self.past_fillers(self.at)).what in ("word", "person"):
            self.on_offence(item)
        else:
            self.at += 1
