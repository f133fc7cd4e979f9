"""Hedges: the words with which a source softens a statement, and the numbers they leave possible."""

from fractions import Fraction
from typing import Any

from attrs import field, frozen

from .errors import ReadingError
from .lexicon import HedgeCategory, HedgeRule, Lexicon, default_lexicon
from .missing import UNKNOWN, Missing
from .ranges import Number, Range, as_fraction

__all__ = ["Hedge", "HedgeCategory", "HedgeRule", "Lexicon", "default_lexicon", "read_hedge"]


def _check_surface(instance: object, attribute: object, value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ReadingError(value, "the hedging words as the source has them")


@frozen(kw_only=True)
class Hedge:
    """Hedging words as written, and what a lexicon makes of them.

    The words are the fact; the rest is one reading of them, which another lexicon may replace.

    Attributes:
        surface: The words as the source has them.
        category: What they do to the statement; UNKNOWN for words that no lexicon has.
        interval: Numbers they leave possible. UNKNOWN when there is an amount that nobody gave or that could
            not be read, NOT_APPLICABLE when no number is meant ("could").
        rule: Id of the lexicon rule; empty for words that no lexicon has (callers warn with LT-CLM-003).
        universal: Whether they claim all of them ("all", "any").
        ordinal: Whether they only rank ("many", "a few").
    """

    surface: str = field(validator=_check_surface)
    category: HedgeCategory | Missing = UNKNOWN
    interval: Range | Missing = UNKNOWN
    rule: str = ""
    universal: bool = False
    ordinal: bool = False

    @classmethod
    def read(cls, surface: str) -> "Hedge":
        """Read English words by the lexicon that ships with lawtrack; see :func:`read_hedge`."""
        return read_hedge(surface)

    def __str__(self) -> str:
        return self.surface


def read_hedge(
    surface: str, *, value: Number | None = None, lang: str = "en", lexicon: Lexicon | None = None
) -> Hedge:
    """Read hedging words: ``read_hedge("almost a fifth").interval`` is ``[17/100, 1/5)``.

    Words that the lexicon does not have, or a language without one, are no error: the hedge keeps them,
    with UNKNOWN interval and an empty rule.

    Args:
        surface: The words, with the number they hedge unless *value* gives it.
        value: The number hedged; nothing is then read from the words.
        lang: BCP 47 tag of the words.
        lexicon: Rules of a study; by default those that ship with lawtrack.
    """
    # Checked before matching so that a wrong type gets the message of the class, not one about folding.
    bare = Hedge(surface=surface)
    rules = (lexicon or default_lexicon()).language(lang)
    number: Fraction | None = None if value is None else as_fraction(value)
    found = rules.match(surface, number) if rules else None
    if found is None:
        return bare
    rule, hedged = found
    return Hedge(
        surface=surface,
        category=rule.category,
        interval=rule.interval_for(hedged),
        rule=rule.id,
        universal=rule.universal,
        ordinal=rule.ordinal,
    )
