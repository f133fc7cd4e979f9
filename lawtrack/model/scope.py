"""Who and what a rule reaches: scopes, triggers, thresholds and safeguards."""

from collections.abc import Callable, Iterable
from enum import Enum
from fractions import Fraction
from typing import Self

from attrs import field, frozen

from ..dates import Duration
from ..dates.wording import duration_in_words
from ..equality import ByValue
from ..errors import ReadingError
from ..missing import UNKNOWN, Missing, is_known, is_open
from ..patterns import pattern
from ..verdicts import Truth, all_of, any_of
from .record import DefinitionId, RoleName

__all__ = [
    "Broader",
    "Comparator",
    "Openness",
    "Safeguard",
    "SafeguardKind",
    "Scope",
    "ScopeTerm",
    "Threshold",
    "Trigger",
    "is_stated",
]

Broader = Callable[[str, str], Truth]
"""Tells whether the first concept includes the second; a vocabulary supplies it."""


def concept_words(concept: str) -> str:
    """A concept's name as people say it: ``x:study/night_walk`` is a night walk."""
    return concept.rsplit("/", 1)[-1].replace("_", " ")


def same_concept(wide: str, narrow: str) -> Truth:
    """Inclusion without a vocabulary: equal names include each other, others are not known to."""
    return True if wide == narrow else UNKNOWN


class Openness(Enum):
    """Whether a list says all there is: closed ("i.e."), open ("such as"), or not known."""

    CLOSED = "closed"
    OPEN = "open"
    UNKNOWN = "unknown"


_TERM = pattern(
    r"(?:(?P<facet>[a-z][a-z_]*):)?(?P<concept>[A-Za-z0-9](?:[A-Za-z0-9_./-]|:(?=[a-z]))*)"
    r"(?:\s*\[(?P<qualifiers>[^\[\]]+)\])?"
)


def _no_text(listed: object) -> None:
    if isinstance(listed, str):
        raise ReadingError(listed, "a tuple", f"Write ({listed!r},).", code="LT-KEY-002")


def _sorted_names(names: Iterable[str]) -> tuple[str, ...]:
    _no_text(names)
    return tuple(sorted(set(names)))


@frozen(repr=False, eq=False)
class ScopeTerm(ByValue):
    """One entry of a scope, written ``concept``, ``facet:concept`` or ``concept [qualifier, …]``.

    Attributes:
        concept: Name of a concept, from the vocabulary where it has one.
        facet: person, conduct, object, medium, territory, purpose, amount or duration; empty if plain.
        qualifiers: Restricting words of the source such as ``known`` or ``all``; sorted.
    """

    concept: str
    facet: str = ""
    qualifiers: tuple[str, ...] = field(default=(), converter=_sorted_names)

    @classmethod
    def read(cls, text: str) -> Self:
        """Read the notation; raises ReadingError otherwise."""
        return cls(*_parts(text))

    def __attrs_post_init__(self) -> None:
        if _parts(str(self)) != (self.concept, self.facet, self.qualifiers):
            raise ReadingError(
                str(self), _TERM_EXPECTED, "A part of it means something else in the notation."
            )

    def __str__(self) -> str:
        facet = f"{self.facet}:" if self.facet else ""
        qualifiers = f" [{', '.join(self.qualifiers)}]" if self.qualifiers else ""
        return f"{facet}{self.concept}{qualifiers}"

    def words(self) -> str:
        """The term as people say it: without namespace, underscores as spaces, qualifiers in front."""
        plain = concept_words(self.concept)
        return f"{' '.join(self.qualifiers)} {plain}" if self.qualifiers else plain

    def includes(self, other: "ScopeTerm", broader: Broader = same_concept) -> Truth:
        """Whether everything under *other* is under this term.

        A term without facet or qualifiers is the wider one. What a qualifier takes out of a concept is
        not known, so it never decides that one concept fits, or does not fit, into another.
        """
        if self.facet and other.facet and self.facet != other.facet:
            return False
        mine, theirs = set(self.qualifiers), set(other.qualifiers)
        fits = broader(self.concept, other.concept)
        if fits is True and mine <= theirs and self.facet in ("", other.facet):
            return True
        return False if fits is False and theirs <= mine else UNKNOWN


_TERM_EXPECTED = "a concept such as guest, object:firearm or asset [known]"


def _parts(text: str) -> tuple[str, str, tuple[str, ...]]:
    """Concept, facet and sorted qualifiers of the notation."""
    # A study's own concept is x:name/concept: there "x" is a namespace, not a facet.
    own = text.startswith("x:")
    match = _TERM.fullmatch(text[2:] if own else text)
    if not match or (own and match["facet"]):
        raise ReadingError(text, _TERM_EXPECTED)
    words = [word.strip() for word in match["qualifiers"].split(",")] if match["qualifiers"] else []
    if not all(words):
        raise ReadingError(text, _TERM_EXPECTED, "A qualifier is empty.")
    return f"x:{match['concept']}" if own else match["concept"], match["facet"] or "", _sorted_names(words)


def _terms(terms: Iterable["ScopeTerm | str"]) -> tuple[ScopeTerm, ...]:
    _no_text(terms)
    read = {term if isinstance(term, ScopeTerm) else ScopeTerm.read(term) for term in terms}
    return tuple(sorted(read, key=str))


@frozen(kw_only=True, repr=False, eq=False)
class Scope(ByValue):
    """A set described by terms: those included, less those excluded.

    In files a plain list of terms is a scope whose openness is unknown and that excludes nothing.

    Attributes:
        include: Terms, in alphabetical order; an empty scope says nothing is known to be included.
        exclude: Terms taken out again; without *include*, and not closed, all but these.
        openness: Whether *include* says all there is.
    """

    include: tuple[ScopeTerm, ...] = field(default=(), converter=_terms)
    exclude: tuple[ScopeTerm, ...] = field(default=(), converter=_terms)
    openness: Openness = Openness.UNKNOWN

    @classmethod
    def of(cls, *terms: str, openness: Openness = Openness.UNKNOWN) -> Self:
        """The scope of *terms*, each in the notation of ScopeTerm."""
        return cls(include=terms, openness=openness)

    @property
    def concepts(self) -> tuple[str, ...]:
        """Names of the included concepts."""
        return tuple(term.concept for term in self.include)

    def includes(self, other: "Scope", broader: Broader = same_concept) -> Truth:
        """Whether *other* lies inside this scope, as far as the facts decide.

        A list that may go on is never certainly inside one that is closed, nor inside another list
        that may go on unless both list the same. What this scope excludes must be excluded by the other
        too. Two scopes in the same words count as the same scope where they say the same of their openness.
        A scope that only excludes is everything else, of which nobody says what it is.
        """
        if bool(self.include) != bool(other.include) and (self.is_the_rest or other.is_the_rest):
            return False if self._spares(other, broader) is False else UNKNOWN
        covered = all_of(
            any_of(mine.includes(term, broader) for mine in self.include) for term in other.include
        )
        if covered is False and (self.openness is not Openness.CLOSED or other.exclude):
            covered = UNKNOWN  # what is not listed here may still be meant; or the other leaves it out again
        if other.openness is not Openness.CLOSED and covered is True:
            # The other list may hold more than it says.
            as_open = _OPENNESS.index(self.openness) >= _OPENNESS.index(other.openness)
            covered = True if self.include == other.include and as_open else UNKNOWN
        return all_of((covered, self._spares(other, broader)))

    @property
    def is_the_rest(self) -> bool:
        """Whether it is everything but what it excludes."""
        return bool(self.exclude) and not self.include and self.openness is not Openness.CLOSED

    def _spares(self, other: "Scope", broader: Broader) -> Truth:
        """Whether nothing of *other* is among what this scope excludes."""
        named = any(out.includes(term, broader) is True for out in self.exclude for term in other.include)
        if named and not other.exclude:
            return False
        both = all_of(any_of(out.includes(mine, broader) for out in other.exclude) for mine in self.exclude)
        return True if both is True else UNKNOWN

    def __str__(self) -> str:
        """The terms as people say them; a scope travels in files as a list or table."""
        said = ", ".join(term.words() for term in self.include) or (
            "everything" if self.is_the_rest else "nothing stated"
        )
        if self.exclude:
            said += f" except {', '.join(term.words() for term in self.exclude)}"
        return said + (", and more" if self.openness is Openness.OPEN else "")


_OPENNESS = (Openness.CLOSED, Openness.UNKNOWN, Openness.OPEN)


class Comparator(Enum):
    """How a quantity is compared with a threshold."""

    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    EXACTLY = "="


_THRESHOLD = pattern(r"(?P<comparator>>=|<=|≥|≤|>|<|=)\s*(?P<quantity>.+)")
_COUNT = pattern(r"(?P<number>[0-9]{1,18}(?:/[1-9][0-9]{0,17})?)\s*(?P<unit>[A-Za-z][A-Za-z_ /-]*)")


_THRESHOLD_EXPECTED = "a comparator and a quantity such as > 10 d or <= 2 firearm"


def _quantity(text: str) -> tuple[Duration | Fraction, str]:
    """A duration, or a number and what it counts."""
    try:
        return Duration.read(text), ""
    except ReadingError:
        count = _COUNT.fullmatch(text)
        if not count:
            raise ReadingError(text, _THRESHOLD_EXPECTED) from None
        return Fraction(count["number"]), count["unit"]


@frozen(repr=False, eq=False)
class Threshold(ByValue):
    """A limit such as ``> 10 d``, which is not the same as ``>= 10 d``.

    Attributes:
        comparator: How a case must stand to the limit for the rule to reach it.
        quantity: A duration, or an exact number of *unit*.
        unit: What a number counts (``copy/title``, ``firearm``); empty for a duration.
    """

    comparator: Comparator
    quantity: Duration | Fraction
    unit: str = ""

    @classmethod
    def read(cls, text: str) -> Self:
        """Read ``> 10 d`` or ``<= 1 copy/title``; raises ReadingError otherwise."""
        match = _THRESHOLD.fullmatch(text.strip())
        if not match:
            raise ReadingError(text, _THRESHOLD_EXPECTED)
        comparator = Comparator(match["comparator"].replace("≥", ">=").replace("≤", "<="))
        return cls(comparator, *_quantity(match["quantity"]))

    def __attrs_post_init__(self) -> None:
        said = f"{self.quantity} {self.unit}" if self.unit else str(self.quantity)
        if _quantity(said) != (self.quantity, self.unit):
            raise ReadingError(said, _THRESHOLD_EXPECTED, "A number of days or months is a Duration.")

    def words(self) -> str:
        """The threshold as people say it, such as ``more than 10 days``."""
        said = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "=": "exactly"}
        if isinstance(self.quantity, Duration):
            return f"{said[self.comparator.value]} {duration_in_words(self.quantity)[0]}"
        return f"{said[self.comparator.value]} {self.quantity} {self.unit.replace('_', ' ')}"

    def __str__(self) -> str:
        return f"{self.comparator.value} {self.quantity}{f' {self.unit}' if self.unit else ''}"


@frozen(kw_only=True, repr=False, eq=False)
class Trigger(ByValue):
    """What must happen before a power may be used.

    Attributes:
        definition: A defined term it rests on.
        concepts: Cases it names.
        openness: Whether they are all the cases.
        decided_by: Role that decides whether the case is given.
    """

    definition: DefinitionId | Missing = UNKNOWN
    concepts: tuple[str, ...] = field(default=(), converter=_sorted_names)
    openness: Openness = Openness.UNKNOWN
    decided_by: RoleName | Missing = UNKNOWN

    def __str__(self) -> str:
        cases = ", ".join(map(concept_words, self.concepts)) or "cases not stated"
        return cases + {Openness.OPEN: ", and more", Openness.CLOSED: ""}.get(
            self.openness, " (perhaps more)"
        )


class SafeguardKind(Enum):
    """A check on a power."""

    PRIOR_JUDICIAL = "prior_judicial"
    PRIOR_PROSECUTOR = "prior_prosecutor"
    PRIOR_EXECUTIVE = "prior_executive"
    POST_HOC_REVIEW = "post_hoc_review"
    NOTICE = "notice"
    TIME_LIMIT = "time_limit"
    NECESSITY_TEST = "necessity_test"
    RECORD_KEEPING = "record_keeping"
    INDEPENDENT_OVERSIGHT = "independent_oversight"
    REMEDY = "remedy"
    COMPENSATION = "compensation"
    SUNSET = "sunset"
    PARLIAMENTARY_REPORT = "parliamentary_report"
    PRIMARY_LAW = "primary_law"


@frozen(kw_only=True, repr=False, eq=False)
class Safeguard(ByValue):
    """One check on a power, and whether the law has it.

    Attributes:
        present: Whether the law provides it; UNKNOWN when nobody looked.
        detail: A limit in a few words, such as ``24 h after the act``.
    """

    kind: SafeguardKind
    present: bool | Missing = UNKNOWN
    detail: str = ""

    def __str__(self) -> str:
        has = self.present if is_known(self.present) else None
        mark = "unknown" if has is None else "yes" if has else "no"
        return f"{self.kind.value}: {mark}{f' ({self.detail})' if self.detail else ''}"


def is_stated(value: object) -> bool:
    """Whether a field of a rule says anything: an open token, no names, and a scope of nothing do not.

    A field nobody coded must never count as a no. NONE, ABSENT and NOT_APPLICABLE are statements.
    """
    if isinstance(value, Missing):
        return not is_open(value)
    if isinstance(value, Scope):
        return bool(value.include or value.exclude) or value.openness is not Openness.UNKNOWN
    return value != ()
