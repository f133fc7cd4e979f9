"""The hedge lexicon: which words soften or bound a number, per language, as data that a study can replace."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from attrs import evolve, field, frozen

from .equality import ByValue
from .errors import ReadingError
from .missing import NOT_APPLICABLE, UNKNOWN, Missing
from .number_words import NumberWords, folded
from .patterns import pattern
from .ranges import Range, read_fraction
from .shipped import read_table

__all__ = ["HedgeCategory", "HedgeRule", "LanguageLexicon", "Lexicon", "default_lexicon"]

_TEMPLATE = pattern(r"([\[(])\s*([^,]+?)\s*,\s*([^,]+?)\s*([\])])")


class HedgeCategory(StrEnum):
    """What a hedge does to the statement it stands in."""

    APPROXIMATOR = "approximator"
    BOUND = "bound"
    QUANTIFIER = "quantifier"
    PLAUSIBILITY = "plausibility"
    EXPLICITNESS = "explicitness"
    RANGE_LIST = "range_list"
    DISTANCING = "distancing"


class _Term(NamedTuple):
    """One end of an interval: a number, a multiple of x, or None for no bound."""

    number: Fraction | None
    times_x: bool

    def at(self, x: Fraction) -> Fraction | None:
        return self.number * x if self.number is not None and self.times_x else self.number


@frozen(repr=False, eq=False)
class IntervalTemplate(ByValue):
    """An interval that may depend on the number hedged, written ``[17/20 x, x)`` or ``(1/2, 1]``."""

    written: str = field()
    lo: _Term = field(init=False, eq=False, repr=False)
    hi: _Term = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        found = _TEMPLATE.fullmatch(self.written)
        if found is None:
            raise ReadingError(self.written, "an interval such as [17/20 x, x) or (1/2, 1]")
        object.__setattr__(self, "lo", _term(found[2], "-∞"))
        object.__setattr__(self, "hi", _term(found[3], "∞"))

    @property
    def needs_number(self) -> bool:
        """Whether it depends on the number hedged."""
        return self.lo.times_x or self.hi.times_x

    def at(self, x: Fraction | None) -> Range | Missing:
        """The interval for the number *x*; UNKNOWN when it needs one and there is none.

        Below zero the ends change places. A proportion of zero says nothing about how far from zero "almost"
        or "about" reaches: UNKNOWN.
        """
        if not self.needs_number:
            x = Fraction(1)
        if x is None or (x == 0 and any(end.times_x and end.number != 1 for end in (self.lo, self.hi))):
            return UNKNOWN
        lo, hi = self.lo.at(x), self.hi.at(x)
        lo_open, hi_open = self.written[0] == "(", self.written[-1] == ")"
        if x < 0 and self.lo.times_x and self.hi.times_x:
            lo, hi, lo_open, hi_open = hi, lo, hi_open, lo_open
        return Range(lo, hi, lo_open, hi_open)


def _term(text: str, infinity: str) -> _Term:
    if text == infinity:
        return _Term(None, False)
    if text == "x":
        return _Term(Fraction(1), True)
    return _Term(read_fraction(text.removesuffix(" x")), text.endswith(" x"))


def _folded_forms(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(folded, forms))


def _template(written: str | IntervalTemplate | None) -> IntervalTemplate | None:
    return IntervalTemplate(written) if isinstance(written, str) else written


@frozen(kw_only=True, repr=False, eq=False)
class HedgeRule(ByValue):
    """One rule of the lexicon.

    Attributes:
        id: Its name, such as ``en.almost``; kept with every hedge that it read.
        category: What such a hedge does.
        forms: Words with which a hedge of this kind begins, in lower case.
        interval: What it means as a number; None if it means none.
        universal: Whether it claims all of them.
        ordinal: Whether there is an amount that nobody gave, as in "many".
        bare: Whether it applies to a number that stands alone.
        quoted: Whether it applies to whatever stands in quotation marks.
    """

    id: str
    category: HedgeCategory = field(converter=HedgeCategory)
    forms: tuple[str, ...] = field(default=(), converter=_folded_forms)
    interval: IntervalTemplate | None = field(default=None, converter=_template)
    universal: bool = False
    ordinal: bool = False
    bare: bool = False
    quoted: bool = False

    @property
    def needs_number(self) -> bool:
        """Whether its interval depends on the number hedged."""
        return self.interval is not None and self.interval.needs_number

    def interval_for(self, x: Fraction | None) -> Range | Missing:
        """The interval for the number *x*; UNKNOWN for amounts not given, NOT_APPLICABLE if none is meant."""
        if self.interval is not None:
            return self.interval.at(x)
        return UNKNOWN if self.ordinal else NOT_APPLICABLE


@frozen(kw_only=True, repr=False, eq=False)
class LanguageLexicon(ByValue):
    """The rules and number words of one language.

    Attributes:
        rules: Its rules; the longest form that begins a text wins.
        numbers: Its number words.
        quotes: Pairs of quotation marks, two characters each.
    """

    rules: tuple[HedgeRule, ...]
    numbers: NumberWords
    quotes: tuple[str, ...]

    def match(self, surface: str, value: Fraction | None) -> tuple[HedgeRule, Fraction | None] | None:
        """The rule for *surface* and the number hedged, read from it unless given as *value*."""
        text = folded(surface)
        candidates = [
            (len(form), rule, rest)
            for rule in self.rules
            for form in rule.forms
            if (rest := _after(form, text)) is not None
            and (rule.needs_number or not self.numbers.starts_with_connective(rest))
        ]
        longest = max((length for length, _, _ in candidates), default=0)
        # "some" is about with a number ("some 200 people") and an amount not given without one.
        readings = [
            (rule, value if value is not None else self.numbers.read(rest) if rule.needs_number else None)
            for length, rule, rest in candidates
            if length == longest
        ]
        readings.sort(key=lambda reading: reading[0].needs_number and reading[1] is None)
        if readings:
            return readings[0]
        return self._without_form(text, value)

    def _without_form(self, text: str, value: Fraction | None) -> tuple[HedgeRule, Fraction | None] | None:
        if len(text) > 2 and text[0] + text[-1] in self.quotes:
            return next(((rule, value) for rule in self.rules if rule.quoted), None)
        number = self.numbers.read(text)
        if number is None:
            return None
        told = number if value is None else value
        return next(((rule, told) for rule in self.rules if rule.bare), None)


def _after(form: str, text: str) -> str | None:
    """What follows *form* at the beginning of *text*, or None when the text begins otherwise."""
    if not text.startswith(form):
        return None
    rest = text[len(form) :]
    return None if rest[:1].isalnum() and form[-1].isalnum() else rest.strip()


@frozen(repr=False, eq=False)
class Lexicon(ByValue):
    """Hedge rules of several languages; ``Lexicon.read(toml)`` makes one for a study.

    Attributes:
        version: Version of the rules, to be named beside results that rest on them.
        languages: The rules by language tag.
    """

    version: str
    languages: Mapping[str, LanguageLexicon] = field(hash=False)

    @classmethod
    def read(cls, text: str) -> "Lexicon":
        """Read a lexicon in the form of ``lawtrack/data/hedges.toml``; ReadingError for another form."""
        import tomllib  # late, see lawtrack.shipped

        try:
            data = tomllib.loads(text)
        except ValueError as error:
            raise ReadingError("a lexicon", "TOML", f"{error}.") from None
        return cls.of(data)

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Lexicon":
        """The lexicon in a table of the form of ``lawtrack/data/hedges.toml``; ReadingError otherwise."""
        try:
            tables = {lang: table for lang, table in data.items() if lang != "version"}
            return cls(data["version"], {lang: _language(table) for lang, table in tables.items()})
        except ReadingError:
            raise
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ReadingError("a lexicon", "the form of lawtrack/data/hedges.toml", f"{error}.") from None

    def with_rules(self, lang: str, *rules: HedgeRule, version: str) -> "Lexicon":
        """The lexicon with rules of a study for one language, under a version of its own.

        A rule replaces one of the same id, and takes its forms from any other, so that the id that results
        name is that of the study. Raises ReadingError for a language that the lexicon does not have.
        """
        held = self.language(lang)
        if held is None:
            raise ReadingError(lang, f"a language of the lexicon: {', '.join(self.languages)}")
        ids = {rule.id for rule in rules}
        taken = {form for rule in rules for form in rule.forms}
        kept = [
            evolve(rule, forms=tuple(form for form in rule.forms if form not in taken))
            for rule in held.rules
            if rule.id not in ids
        ]
        changed = evolve(held, rules=(*kept, *rules))
        tables = {tag: changed if table is held else table for tag, table in self.languages.items()}
        return Lexicon(version, tables)

    def language(self, tag: str) -> LanguageLexicon | None:
        """The rules for a BCP 47 tag, or for its language without region; None if there are none."""
        return self.languages.get(tag) or self.languages.get(tag.split("-")[0].casefold())


def _language(table: dict[str, Any]) -> LanguageLexicon:
    numbers = {name: held for name, held in table.items() if name not in ("rules", "quotes")}
    return LanguageLexicon(
        rules=tuple(HedgeRule(**rule) for rule in table["rules"]),
        numbers=NumberWords.of(**numbers),
        quotes=tuple(table["quotes"]),
    )


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that ships with lawtrack, read once."""
    return Lexicon.of(read_table("hedges"))
