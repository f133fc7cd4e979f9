"""Sanctions said in words: the way back from a sanction to a clause that reads as it."""

from collections.abc import Mapping
from typing import Any, Final

from attrs import evolve

from ..arguments import checked
from ..errors import ReadingError
from ..missing import Missing
from ..penalties import Component, Limit, Option, Quantity, Sanction, Span, Track
from .reading import language_of

__all__ = ["render"]

_OUT_OF_SUBSET: Final = "what a plain clause can say"


@checked
def render(sanction: Sanction | str, lang: str) -> str:
    """The clause that says *sanction* in *lang*; reading it gives the same normal form.

    What can be said is one track without a label; alternatives, in English also "or to both"; extras of the
    first alternative, of the last, or of all; terms, sums and life. Numbers stand in figures.

    Raises:
        ReadingError: The language has no sayings, or the part of the sanction that they cannot say.
    """
    from .lexicon import Lexicon  # late, as the grammars are

    held = Sanction.read(sanction) if isinstance(sanction, str) else sanction
    sayings = Lexicon.shipped(language_of(lang)).sayings
    if not sayings:
        raise ReadingError(lang, "a language in which sanctions can be said")
    return _Speaker(sayings).clause(held)


class _Speaker:
    """The sayings of one language at work."""

    def __init__(self, sayings: Mapping[str, Any]) -> None:
        self.sayings = sayings

    def clause(self, sanction: Sanction) -> str:
        """The whole clause."""
        if len(sanction.tracks) == 1 and not sanction.tracks[0].labels:
            said = (self.sayings["start"], self._track(sanction.tracks[0]), self.sayings.get("end", ""))
            return " ".join(filter(None, said))
        raise ReadingError(str(sanction), _OUT_OF_SUBSET, "Say each track on its own.")

    def _track(self, track: Track) -> str:
        if isinstance(track.options, Missing):
            raise ReadingError(str(track), _OUT_OF_SUBSET)
        options = track.options
        said = []
        for at, option in enumerate(options):
            if option.additions and 0 < at < len(options) - 1:
                raise ReadingError(str(option), _OUT_OF_SUBSET, "Put it first or last.")
            said.append(self._option(option, alone=len(options) == 1 and not track.shared))
        text = f" {self.sayings['or']} ".join(said)
        extras = [self._extra(added.component) for added in track.shared]
        if extras and len(options) == 1:
            raise ReadingError(str(track), _OUT_OF_SUBSET, "Write + for the extra of a single alternative.")
        return text + "".join(f", {extra}" for extra in extras)

    def _option(self, option: Option, *, alone: bool) -> str:
        if len(option.group) > 2 or (len(option.group) == 2 and not (alone and "both" in self.sayings)):
            raise ReadingError(str(option), _OUT_OF_SUBSET)
        text = f" {self.sayings['or']} ".join(self._penalty(one) for one in option.group)
        if len(option.group) == 2:
            text += f", {self.sayings['both']}"
            if option.additions:
                raise ReadingError(str(option), _OUT_OF_SUBSET)
        for at, added in enumerate(option.additions):
            if added.join != "+":
                raise ReadingError(str(added), _OUT_OF_SUBSET)
            text += f"{', ' if at else ' '}{self._extra(added.component)}"
        return text

    def _extra(self, part: Component) -> str:
        if part.condition is not None or part.kind in ("fine", "prison", "life", "death", "warning"):
            raise ReadingError(str(part), _OUT_OF_SUBSET)
        bare = self._penalty(evolve(part, flag=None))
        if part.flag != "?":
            return f"{self.sayings['with']} {bare}"
        if "optional_with" in self.sayings:
            return f"{self.sayings['optional_with']} {bare}"
        return f"{self.sayings['with']} {bare} {self.sayings['optional']}"

    def _penalty(self, part: Component) -> str:
        kinds = self.sayings["kind"]
        more = (part.object, part.per, part.cap, part.flag, part.condition)
        if part.kind not in kinds or any(one is not None for one in more):
            raise ReadingError(str(part), _OUT_OF_SUBSET)
        if part.span is None:
            return str(kinds[part.kind])
        for_life = self.sayings.get("life", {})
        if part.span.sign == "" and part.span.first is Limit.LIFE and part.kind in for_life:
            return str(for_life[part.kind])
        pair = (kinds[part.kind], self._amount(part.span))
        return " ".join(reversed(pair) if self.sayings.get("amount_first") else pair)

    def _amount(self, span: Span) -> str:
        first = span.first
        last = first if span.second is None else span.second
        pattern = self.sayings["amount"].get(span.sign)
        if pattern is None or not isinstance(last, Quantity) or not isinstance(first, Quantity):
            raise ReadingError(str(span), _OUT_OF_SUBSET)
        exact = span.sign == "="
        low = self._quantity(first, exact=exact, low=last is not first)
        if last is not first and self.sayings.get("unit_once") and first.unit == last.unit:
            low = str(first.amount)
        words = pattern.format(low=low, high=self._quantity(last, exact=exact))
        amounts = self.sayings["amount"]
        measure = amounts["term" if last.is_time else "sum"]
        if exact and not last.is_time:
            measure = amounts.get("sum_exact", measure)
        said = (words, measure) if self.sayings.get("amount_first") else (measure, words)
        return " ".join(filter(None, said))

    def _quantity(self, quantity: Quantity, *, exact: bool, low: bool = False) -> str:
        forms = self.sayings["unit"].get(quantity.unit)
        if forms is None or quantity.amount.denominator != 1:
            raise ReadingError(str(quantity), _OUT_OF_SUBSET)
        if self.sayings.get("cases"):
            return f"{quantity.amount} {forms[0 if exact else 1 if low else 2]}"
        return f"{quantity.amount} {_form(forms, int(quantity.amount), exact=exact)}"


def _form(forms: list[str], number: int, *, exact: bool) -> str:
    """The form of a unit beside *number*: one and many, or the five forms of Slavic counting."""
    one = number % 10 == 1 and number % 100 != 11
    if len(forms) == 2:
        return forms[0] if number == 1 else forms[1]
    if not exact:
        return forms[0] if one else forms[1]
    if one:
        return forms[2]
    return forms[3] if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else forms[4]
