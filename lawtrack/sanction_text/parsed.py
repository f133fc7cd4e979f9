"""What reading a penalty clause gives: the sanction, where each part stands, and what is open."""

from attrs import field, frozen

from ..penalties import Sanction
from ..tables import Table, harmless

__all__ = ["AMBIGUITIES", "Ambiguity", "Excerpt", "Parsed"]

AMBIGUITIES = {
    "attaches": "which of the alternatives or classes an extra penalty reaches",
    "or_without": "which extras the words 'or without' make optional",
    "track_scope": "how far a condition, a case or a class of persons reaches",
    "case_scope": "which parts a case named in the clause covers",
    "group_scope": "which penalties the words 'or both' put together",
    "and_or_both": "whether penalties joined by 'and', with 'or both' behind, are imposed together",
    "shared_multiplier": "whether a multiplier such as thousand covers both ends of a range",
    "range_or": "whether 'or' between two amounts means a range",
    "bare_amount": "whether a bare amount is exact, or a maximum by drafting convention",
    "doubling": "what a doubling on repetition comes to",
    "defect_in_print": "what the print should say where it is plainly wrong",
}
"""What each ambiguity code asks. The codes are those of the labelled clauses the parser is measured on."""


@frozen(kw_only=True)
class Excerpt:
    """Words of the clause.

    Attributes:
        start: Where they begin, in code points of the text as given.
        end: Where they end; not included.
        text: The words as printed.
        reads: What they were read as, in notation; empty for what was not understood.
    """

    start: int
    end: int
    text: str
    reads: str = ""


@frozen(kw_only=True)
class Ambiguity:
    """A place where the clause can be read in more than one way.

    Attributes:
        code: One of :data:`AMBIGUITIES`.
        readings: The whole sanction in each reading, the one taken first.
        start: Where the doubtful words begin, in code points of the text as given.
        end: Where they end; not included.
    """

    code: str
    readings: tuple[Sanction, ...]
    start: int
    end: int

    @property
    def question(self) -> str:
        """What is open, in words."""
        return AMBIGUITIES[self.code]

    @property
    def taken(self) -> Sanction:
        """The reading that :attr:`Parsed.sanction` has."""
        return self.readings[0]


@frozen(kw_only=True, repr=False)
class Parsed:
    """A penalty clause as read.

    Attributes:
        text: The clause as given.
        lang: Language tag of the grammar that read it.
        sanction: What the clause permits; ``unknown`` when no penalty was found in it.
        spans: Where each penalty, class or case stands, in the order of the text, and what it was read as.
        ambiguities: Places with more than one reading; each names its readings and the one taken.
        unparsed: Words that were not understood. They may change the meaning.
        rule_ids: Names of the rules that were used beyond plain reading, in order of first use, such as
            ``ru.same_amount``; :data:`lawtrack.sanction_text.RULES` says what each does.
    """

    text: str
    lang: str
    sanction: Sanction
    spans: tuple[Excerpt, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()
    unparsed: tuple[Excerpt, ...] = ()
    rule_ids: tuple[str, ...] = ()
    complete: bool = field()

    @complete.default
    def _nothing_left(self) -> bool:
        return self.sanction.is_known and not self.unparsed

    def __str__(self) -> str:
        return harmless("\n".join((str(self.sanction), *self._open())))

    def _open(self) -> tuple[str, ...]:
        """A line for each ambiguity and each piece that was not understood."""
        said = []
        for doubt in self.ambiguities:
            if len(doubt.readings) > 1:
                said.append(f"ambiguous ({doubt.code}): or {doubt.readings[1]}")
            else:
                words = self.text[doubt.start : doubt.end]
                said.append(f"ambiguous ({doubt.code}): {doubt.question}: “{words}”")
        return (*said, *(f"not understood: “{words.text}”" for words in self.unparsed))

    def __repr__(self) -> str:
        state = "complete" if self.complete else "incomplete"
        open_ = f", {', '.join(a.code for a in self.ambiguities)}" if self.ambiguities else ""
        return f"<Parsed {str(self.sanction)!r} {state}{open_}>"

    def table(self) -> Table:
        """One row for each piece of the clause: its words, and what they were read as.

        The title is the sanction; the notes are what is ambiguous or not understood.
        """
        pieces = [(piece, piece.reads) for piece in self.spans]
        pieces += [(piece, "not understood") for piece in self.unparsed]
        pieces.sort(key=lambda pair: (pair[0].start, pair[0].end))
        rows = [(piece.start, piece.end, piece.text, reads) for piece, reads in pieces]
        columns = ("start", "end", "words", "reads")
        return Table(columns, tuple(rows), title=str(self.sanction), notes=self._open())

    def _repr_html_(self) -> str:
        return self.table().to_html()
