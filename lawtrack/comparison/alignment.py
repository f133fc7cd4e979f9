"""Which offence of one country stands for which of another: somebody's judgement, with its basis."""

from enum import Enum

from attrs import NOTHING, field, frozen

from ..corpus import Corpus
from ..errors import LawtrackError, ReadingError
from ..identifiers import tail
from ..missing import NOT_STATED, Missing, is_known
from ..model.substance import Effect, Norm
from ..model.text import Provision, Work
from ..model.values import faults_in

__all__ = ["Alignment", "AlignmentError", "Strength", "alignments_of", "country_of", "needed_alignment"]


class Strength(Enum):
    """How well two offences match."""

    SAME = "same"
    CLOSE = "close"
    FUNCTIONAL = "functional"


def _strength(value: object) -> object:
    if isinstance(value, str):
        words = {member.value: member for member in Strength}
        if value not in words:
            raise ReadingError(value, f"one of {', '.join(words)}")
        return words[value]
    return value


@frozen(kw_only=True)
class Alignment:
    """Two records of two countries that somebody holds to be about the same matter.

    Attributes:
        a: Id of the first.
        b: Id of the second.
        basis: Why they match, in a few words; printed with every comparison that rests on it.
        by: Who says so.
        strength: How well they match; a text such as ``close`` is read.
    """

    a: str
    b: str
    basis: str
    by: str | Missing = NOT_STATED
    strength: Strength = field(default=Strength.FUNCTIONAL, converter=_strength)

    def __attrs_post_init__(self) -> None:
        """Refuse no text, a basis that says nothing, a record with itself; raises ReadingError."""
        for where, held, wanted in faults_in(self):
            if held is not NOTHING:
                raise ReadingError(held, f"{wanted} for {where} of an Alignment")
        if not getattr(self, "basis", "a reader asks this of what could be read").strip():
            raise ReadingError(self.basis, "a basis", "Say in a few words why the two match.")
        ends = [getattr(self, name, name) for name in ("a", "b")]
        if not all(end.strip() for end in ends) or ends[0] == ends[1]:
            expected = "ids of two records, one for a and one for b, of an Alignment"
            raise ReadingError(" and ".join(map(repr, ends)), expected)

    def names(self, id: str) -> bool:
        """Whether one of the two is the record of that id."""
        return _same(self.a, id) or _same(self.b, id)

    def joins(self, one: str, other: str) -> bool:
        """Whether it is about these two ids, in either order; the last part of an id suffices."""
        pair = (self.a, self.b)
        return any(
            _same(pair[0], left) and _same(pair[1], right) for left, right in ((one, other), (other, one))
        )

    def sentence(self) -> str:
        """The alignment as a line of a basis."""
        by = f", by {self.by}" if is_known(self.by) else ""
        return f"aligned ({self.strength.value}{by}): {self.basis}"


def _same(given: str, id: str) -> bool:
    return given in (id, tail(id)) or id.endswith(f"/{given}")


class AlignmentError(LawtrackError, ValueError):
    """Offences of two countries are compared and nobody said that they match.

    Attributes:
        a: Id of the first.
        b: Id of the second.
        countries: The two country codes.
    """

    def __init__(self, a: str, b: str, countries: tuple[str, str]) -> None:
        self.a, self.b, self.countries = a, b, countries
        super().__init__(
            f"{a} is of {countries[0]} and {b} of {countries[1]}: offences of two countries compare only "
            "when somebody says that they match. Give "
            f"align=Alignment(a={tail(a)!r}, b={tail(b)!r}, basis=…), "
            'or align="functional" to take them as one for this comparison'
        )

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.a, self.b, self.countries)


def country_of(record: object, corpus: Corpus | None) -> str | None:
    """Country code of the law that a record is about, in upper case; None when it cannot be told."""
    if isinstance(record, Norm) and is_known(record.jurisdiction):
        return record.jurisdiction
    makers = record.by if isinstance(record, Effect) else ()
    ids = (*getattr(record, "provisions", ()), *makers)
    found = {country for id in ids if (country := _country_of_id(id, corpus)) is not None}
    if not found and corpus is not None and len(corpus.jurisdictions) == 1:
        found = {corpus.jurisdictions[0].id}
    return found.pop() if len(found) == 1 else None


def _country_of_id(id: str, corpus: Corpus | None) -> str | None:
    held = corpus.get(id) if corpus is not None else None
    work = corpus.get(held.work) if corpus is not None and isinstance(held, Provision) else held
    if isinstance(work, Work) and isinstance(work.jurisdiction, str):
        return work.jurisdiction
    parts = id.split("/")
    return parts[2].upper() if parts[:2] == ["", "akn"] and len(parts) > 2 else None


def needed_alignment(
    a: object, b: object, align: object, corpora: tuple[Corpus | None, Corpus | None]
) -> tuple[str, ...]:
    """The basis that lets two records compare; empty where none is needed.

    Raises AlignmentError for offences or sentences of two countries that nothing in *align* joins.
    """
    if not (isinstance(a, Effect | Norm) and isinstance(b, Effect | Norm)):
        return ()
    known = alignments_of(align)
    told = tuple(one.sentence() for one in known if one.joins(a.id, b.id))
    if told:
        return told
    countries = country_of(a, corpora[0]), country_of(b, corpora[1])
    needs = {a.kind, b.kind} <= {"offence", "sentence"}
    if not needs or None in countries or countries[0] == countries[1]:
        return ()
    if align == "functional":
        return ("taken as functionally the same by the caller; nobody sourced the match",)
    raise AlignmentError(a.id, b.id, (str(countries[0]), str(countries[1])))


def alignments_of(align: object) -> tuple[Alignment, ...]:
    """The alignments that a caller gave; raises ReadingError for what is none."""
    if align is None or align == "functional":
        return ()
    if isinstance(align, Alignment):
        return (align,)
    if isinstance(align, list | tuple) and all(isinstance(one, Alignment) for one in align):
        return tuple(align)
    hint = f"Write align=lt.read_alignments({align!r})." if isinstance(align, str) else ""
    raise ReadingError(align, 'an Alignment, a list of them, or "functional"', hint)
