"""Records of a coding study: what is asked, which answers are permitted, and who answered what."""

from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from ..dates import EdtfDate, Period
from ..equality import ByValue
from ..errors import ReadingError, listed, nearest
from ..languages import LangMap
from ..missing import NOT_STATED, Missing, is_known
from ..ranges import Range, read_fraction
from .record import HoldsLists

__all__ = ["FINAL", "Answer", "Code", "Codebook", "Coding", "Condition", "Level", "Question", "answer_text"]

FINAL = "final"
"""The round that settles: its codings are adjudications, never compared with those of coders."""

Answer = str | Fraction | EdtfDate | tuple[str, ...]
"""A code or a free text; an exact number; a date; the codes of a question that takes several, in codebook
order."""


class Level(Enum):
    """What may be said of two answers of one question (Stevens' levels of measurement).

    Nominal answers are equal or not, ordinal ones have an order, interval ones a distance, ratio ones a zero
    as well. Dates have a distance in days; one that is not exactly one day, such as ``2016-08``, is an answer
    without a place on that scale. A text is what a coder writes; whether two agree is not computed.
    """

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"
    DATE = "date"
    TEXT = "text"

    @property
    def is_number(self) -> bool:
        """Whether answers are numbers."""
        return self in (Level.INTERVAL, Level.RATIO)


@frozen(kw_only=True, repr=False, eq=False)
class Code(ByValue):
    """An answer that a question permits, as coders write it.

    Attributes:
        value: The word written, such as ``yes``.
        label: What it means.
        off_scale: Whether it has no place on the scale of the question, such as ``unknown``. It is an answer,
            and a category of its own where answers are nominal.
        uncited: Whether it needs no citation, as ``no`` and ``unknown`` rarely have a place to cite.
        alone: Whether it stands with no other where several are permitted, as ``none`` does; codes off the
            scale always do.
    """

    value: str = field()
    label: LangMap | Missing = NOT_STATED
    off_scale: bool = False
    uncited: bool = False
    alone: bool = False

    @value.validator
    def _is_one_word(self, attribute: object, value: str) -> None:
        if not value or value != value.strip() or ";" in value:
            raise ReadingError(value, "a code without spaces around it and without a semicolon")


@frozen(kw_only=True, repr=False, eq=False)
class Condition(HoldsLists, ByValue):
    """When a question arises: an earlier one has one of *answers*."""

    question: str
    answers: tuple[str, ...]


@frozen(kw_only=True, repr=False, eq=False)
class Question(HoldsLists, ByValue):
    """One question of a codebook, put to every unit.

    Attributes:
        id: Its name in sheets.
        codes: Answers permitted; for ordinal questions from low to high. Where answers are numbers or dates,
            words that may stand in their place.
        several: Whether an answer may be several codes. The whole set counts as one nominal answer.
        within: Numbers permitted; any when NOT_STATED, for a ratio none below zero.
        during: Days permitted where answers are dates; any when NOT_STATED. A date that may lie in it is one.
        asked_if: Left out where this does not hold.
        cited: Whether answers need a citation, but for those codes that are ``uncited``.
    """

    id: str
    text: LangMap
    level: Level = Level.NOMINAL
    codes: tuple[Code, ...] = ()
    several: bool = False
    within: Range | Missing = NOT_STATED
    during: Period | Missing = NOT_STATED
    asked_if: Condition | Missing = NOT_STATED
    cited: bool = False
    instructions: LangMap | Missing = NOT_STATED

    def __attrs_post_init__(self) -> None:
        words = [code.value for code in self.codes]
        _once_each(words, f"each code of {self.id} once")
        if self.level in (Level.NOMINAL, Level.ORDINAL) and len(self.scale) < 2:
            raise self._unfit("fewer than two codes on its scale", "at least two")
        if self.level is Level.TEXT and self.codes:
            raise self._unfit("codes for a free text", "none", "Make it nominal.")
        if self.several and self.level is not Level.NOMINAL:
            raise self._unfit(f"several {self.level.value} answers", "several only of nominal codes")
        if is_known(self.within) and not self.level.is_number:
            raise self._unfit("a range of numbers", "one only for interval and ratio questions")
        if is_known(self.during) and self.level is not Level.DATE:
            raise self._unfit("a period of days", "one only for questions that ask for a date")

    def _unfit(self, read: str, expected: str, hint: str = "") -> ReadingError:
        return ReadingError(f"{self.id}: {read}", expected, hint, code="LT-COD-007")

    @property
    def scale(self) -> tuple[str, ...]:
        """Codes that have a place on the scale, in order."""
        return tuple(code.value for code in self.codes if not code.off_scale)

    @property
    def permitted(self) -> str:
        """The permitted answers in a few words, as a sheet tells them."""
        words = [code.value for code in self.codes]
        if self.level is Level.TEXT:
            return "a text"
        if self.level.is_number:
            number = f"a number in {self.within}" if is_known(self.within) else "a number"
            return " or ".join([number, *words])
        if self.level is Level.DATE:
            day = "a date such as 2016-12-22"
            return " or ".join([f"{day} in {self.during}" if is_known(self.during) else day, *words])
        return f"one or more of {'; '.join(words)}" if self.several else " | ".join(words)

    def read_answer(self, text: str) -> Answer:
        """The answer that *text* stands for, as written: ``Yes`` is not ``yes``; raises ReadingError."""
        if not isinstance(text, str):
            raise ReadingError(text, self.permitted, "Give the answer as a text.", code="LT-COD-001")
        if self.level is Level.TEXT:
            if text:
                return text
            raise self._refused(text)
        words = [code.value for code in self.codes]
        if self.several:
            return self._several(text, words)
        if text in words:
            return text
        if self.level.is_number:
            return self._number(text)
        if self.level is Level.DATE:
            return self._date(text)
        raise self._refused(text)

    def _several(self, text: str, words: list[str]) -> tuple[str, ...]:
        parts = [part.strip() for part in text.split(";")]
        for part in parts:
            if part not in words:
                raise self._refused(part)
        if len(set(parts)) < len(parts):
            raise ReadingError(text, "each code once", code="LT-COD-001")
        lonely = [code.value for code in self.codes if (code.alone or code.off_scale) and code.value in parts]
        if lonely and len(parts) > 1:
            raise ReadingError(text, f"{lonely[0]} alone, or codes without it", code="LT-COD-001")
        return tuple(word for word in words if word in parts)

    def _number(self, text: str) -> Fraction:
        try:
            number = read_fraction(text)
        except ValueError:
            raise self._refused(text) from None
        least = self.level is not Level.RATIO or number >= 0
        if not least or (is_known(self.within) and not self.within.contains(number)):
            raise self._refused(text)
        return number

    def _date(self, text: str) -> EdtfDate:
        try:
            day = EdtfDate.read(text)
        except ReadingError as fault:
            hint = fault.hint or "Spreadsheets write dates their own way; let the column be text."
            raise ReadingError(text, self.permitted, hint, code="LT-COD-001") from None
        if is_known(self.during) and self.during.contains(day) is False:
            raise self._refused(text)
        return day

    def _refused(self, text: str) -> ReadingError:
        near = nearest(text, [code.value for code in self.codes])
        hint = f"Did you mean {near!r}?" if near else ""
        return ReadingError(text, self.permitted, hint, code="LT-COD-001")

    def needs_citation(self, answer: Answer) -> bool:
        """Whether *answer* must come with a citation."""
        free = {code.value for code in self.codes if code.uncited}
        given = answer if isinstance(answer, tuple) else (answer,)
        return self.cited and not free.issuperset(given)


@frozen(kw_only=True, repr=False, eq=False)
class Codebook(HoldsLists, ByValue):
    """The questions of a study, in order.

    Attributes:
        version: Any text; sheets carry it, and a sheet of another version is refused.
        unit: What is coded, as the word for that type of record: ``amendment``, ``effect``, ``provision`` …
    """

    id: str
    version: str
    title: LangMap
    unit: str
    questions: tuple[Question, ...]
    about: LangMap | Missing = NOT_STATED

    def __attrs_post_init__(self) -> None:
        _once_each([question.id for question in self.questions], f"each question of {self.id} once")
        earlier: dict[str, Question] = {}
        for question in self.questions:
            if isinstance(question.asked_if, Condition):
                _check_condition(question, question.asked_if, earlier)
            earlier[question.id] = question

    @property
    def label(self) -> str:
        """Its id and version, as sheets carry them."""
        return f"{self.id} {self.version}"

    def get(self, id: str) -> Question | None:
        """The question of that id, or None."""
        return next((question for question in self.questions if question.id == id), None)

    def __repr__(self) -> str:
        return f"<Codebook {self.label}: {len(self.questions)} questions on each {self.unit}>"


def _once_each(names: list[str], expected: str) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ReadingError(", ".join(twice), expected, code="LT-COD-007")


def _check_condition(question: Question, condition: Condition, earlier: dict[str, Question]) -> None:
    asked = earlier.get(condition.question)
    if asked is None:
        known = f"an earlier question: {listed(earlier) or 'there is none'}"
        raise ReadingError(condition.question, f"for asked_if of {question.id} {known}", code="LT-COD-007")
    words = [code.value for code in asked.codes]
    for answer in condition.answers:
        if answer not in words:
            raise ReadingError(answer, f"a code of {asked.id}: {listed(words)}", code="LT-COD-007")


@frozen(kw_only=True, repr=False, eq=False)
class Coding(HoldsLists, ByValue):
    """What one coder answered to one question about one unit, in one round.

    Attributes:
        unit: Id of the record coded.
        question: Id of the question.
        coder: Who answered, as they sign; for the round ``final``, who settled it.
        round: Which pass; ``final`` settles what coders differ on, and leaves their codings as they are.
        citations: Where the answer rests on: ids of provisions, or texts where no corpus was at hand.
    """

    unit: str
    question: str
    coder: str
    answer: Answer
    round: str = "1"
    citations: tuple[str, ...] = ()
    note: str = ""


def answer_text(answer: Answer) -> str:
    """The answer as a sheet holds it."""
    return "; ".join(answer) if isinstance(answer, tuple) else str(answer)
