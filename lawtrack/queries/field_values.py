"""Whether a field of a rule has a value that a test names: yes, no, or not known."""

from enum import Enum
from fractions import Fraction

from ..dates import Duration, EdtfDate
from ..errors import ReadingError
from ..missing import UNKNOWN, Missing
from ..model.given import Given
from ..model.measures import amounts, thresholds
from ..model.orders import penalties
from ..model.scope import Openness, Safeguard, Scope, ScopeTerm, Threshold, Trigger, is_stated
from ..model.substance import Effect, Norm
from ..penalties import Sanction
from ..ranges import Range
from ..verdicts import Truth, Verdict, Verdicts, any_of
from ..vocabulary import Vocabulary

__all__ = ["field_of", "has_field", "has_value", "names_it"]

_YES = {"yes": True, "true": True, "no": False, "false": False}


def field_of(record: Effect | Norm, path: str) -> object:
    """The value of a field such as ``after.threshold``; UNKNOWN where there is none.

    A norm has one rule: for it ``before`` and ``after`` both mean that.
    """
    value: object = record
    for step in path.split("."):
        if isinstance(value, Norm) and step in ("before", "after"):
            step = "rule"
        value = UNKNOWN if isinstance(value, Missing) else getattr(value, step, UNKNOWN)
    return value


def has_field(record: Effect | Norm, path: str) -> bool:
    """Whether a record of this kind can have a value there at all."""
    value: object = record
    for step in path.split("."):
        if isinstance(value, Norm) and step in ("before", "after"):
            step = "rule"
        if isinstance(value, Missing):
            return True
        if not hasattr(value, step):
            return False
        value = getattr(value, step)
    return True


def has_value(held: object, wanted: str, vocabulary: Vocabulary) -> Truth:
    """Whether *held*, the value of a field, is *wanted* or lists it.

    What nobody stated decides nothing. Amounts, thresholds and sanctions are the same when their order says
    so, whatever unit they are written in; names are held against the vocabulary. A list that may go on never
    says no.
    """
    if isinstance(held, Missing):
        return wanted == str(held) if is_stated(held) else UNKNOWN
    if not is_stated(held) or held == "":
        return UNKNOWN
    if isinstance(held, tuple):
        return any_of(has_value(item, wanted, vocabulary) for item in held)
    if str(held) == wanted:
        return True
    if isinstance(held, Trigger):
        held = Scope(include=held.concepts, openness=held.openness)
    if isinstance(held, Scope):
        return _in_scope(held, wanted, vocabulary)
    if isinstance(held, Safeguard):
        here = held.kind.value == wanted and isinstance(held.present, bool)
        return bool(held.present) if here else UNKNOWN
    if isinstance(held, bool):
        answer = _YES.get(wanted.casefold())
        return UNKNOWN if answer is None else held is answer
    if isinstance(held, Enum):
        return UNKNOWN if held.value == UNKNOWN.value else held.value == wanted
    if isinstance(held, str):
        return names_it(wanted, held, vocabulary)
    return _same(held, wanted)


def names_it(wanted: str, held: str, vocabulary: Vocabulary) -> Truth:
    """Whether the name *held* is *wanted* or lies below it in the vocabulary.

    A wider name may be meant of the narrower too, and two that share a broader one may overlap, as residents
    and citizens do: those stay open, as do names that the vocabulary does not have.
    """
    answer = vocabulary.includes(wanted, held)
    if answer is False and not vocabulary.above(wanted).isdisjoint(vocabulary.above(held)):
        return UNKNOWN
    return answer


def _in_scope(scope: Scope, wanted: str, vocabulary: Vocabulary) -> Truth:
    try:
        term = ScopeTerm.read(wanted)
    except ReadingError:
        return UNKNOWN

    def broader(wide: str, narrow: str) -> Truth:
        return names_it(wide, narrow, vocabulary)

    if any(out.includes(term, vocabulary.includes) is True for out in scope.exclude):
        return False
    listed = any_of(term.includes(held, broader) for held in scope.include)
    return UNKNOWN if listed is False and scope.openness is not Openness.CLOSED else listed


def _same(held: object, wanted: str) -> Truth:
    cls = Range if isinstance(held, int | Fraction) else type(held)
    read = getattr(cls, "read", None)
    if not callable(read):
        return UNKNOWN
    try:
        value = read(wanted)
    except ReadingError:
        return UNKNOWN
    if isinstance(held, EdtfDate):
        return held.same(value)
    if isinstance(held, Threshold):
        return _equal(thresholds(held, value, Given()))
    if isinstance(held, Sanction):
        return _equal(penalties(held, value, Given()))
    if isinstance(held, int | Fraction | Range | Duration):
        return _equal(amounts(held, value, Given()))
    return True if held == value else UNKNOWN


def _equal(verdicts: Verdicts) -> Truth:
    if Verdict.EQUIVALENT not in verdicts.possible:
        return False
    return True if verdicts.is_definite else UNKNOWN
