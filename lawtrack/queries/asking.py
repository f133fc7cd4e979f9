"""What questions share: packages, roles, days and labels as a caller names them."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import TypeVar

from ..corpus import Corpus
from ..dates import Period, as_day
from ..errors import LawtrackError, UnknownKindError, UnknownNameError
from ..identifiers import tail
from ..kinds import KINDS
from ..missing import UNKNOWN, Missing, is_known
from ..model.instruction import Amendment, Package
from ..model.record import Record
from ..model.substance import Confidence, Effect, Norm
from ..model.text import Provision
from ..timelines import force_of
from .addresses import provision_label, provision_of_label

__all__ = [
    "as_member",
    "checked_kind",
    "day_or_none",
    "effects_of",
    "force_start",
    "found_id",
    "gist_of",
    "makers_of",
    "named",
    "package_name",
    "provision_label",
    "provisions_label",
    "source_tags",
    "unknown_force_note",
    "whole",
    "word_of",
]

E = TypeVar("E", bound=Enum)
Ruled = Effect | Norm


def word_of(member: Enum) -> object:
    """An enumeration's word with spaces for reading; a missing-value token as it is."""
    return member if isinstance(member, Missing) else str(member.value).replace("_", " ")


def found_id(corpus: Corpus, name: str | Record, *types: str) -> str:
    """Id of the record that a caller names by id, by the last part of an id, or by the record itself.

    Raises UnknownNameError when the corpus has no such record, nor one of the same id and an allowed type.
    """
    # A question about a day of knowledge may name what nobody had told of by then.
    corpus = whole(corpus)
    if isinstance(name, Record):
        # A record of another corpus, or of another type, must not pass with an empty answer to show for it.
        return corpus.find(name.id, *types).id
    try:
        return corpus.find(name, *types).id
    except UnknownNameError:
        # Whoever asks for a provision may write it as it is printed: art. 255 para. 1.
        printed = provision_of_label(corpus, name) if not types or "provision" in types else None
        if printed is None:
            raise
        return printed.id


def whole(corpus: Corpus) -> Corpus:
    """The corpus of which *corpus* is what was known on some day; itself for any other."""
    return corpus.cached("whole_corpus", _no_other) or corpus


def _no_other(corpus: Corpus) -> Corpus | None:
    return None


def package_name(package: str | Record | None) -> str | None:
    """A package as a caller named it; the id of one given as a record."""
    return package.id if isinstance(package, Record) else package


def day_or_none(on: date | str | None) -> date | None:
    """The day a caller asks about; a month or year alone is refused with a sentence."""
    return None if on is None else as_day(on)


def as_member(kind: type[E], word: str | E | None, what: str) -> E | None:
    """The member of *kind* that *word* names; raises UnknownNameError with the nearest."""
    if word is None or isinstance(word, kind):
        return word
    by_word = {member.value: member for member in kind}
    held = by_word.get(str(word).lower().replace(" ", "_"))  # tables show words with spaces
    if held is None:
        raise UnknownNameError(what, str(word), by_word)
    return held


def checked_kind(corpus: Corpus, kind: str | None) -> str | None:
    """*kind* if it is installed or occurs in the corpus; raises UnknownKindError with the nearest."""
    if kind is not None and kind not in KINDS:
        corpus = whole(corpus)
        held = {effect.kind for effect in corpus.effects} | {norm.kind for norm in corpus.norms}
        if kind not in held:
            raise UnknownKindError(kind, sorted({*KINDS, *held}))
    return kind


def makers_of(corpus: Corpus, package: str | Package) -> frozenset[str]:
    """Ids of the works and amendments of a package, with all amendments of its works."""
    record = package if isinstance(package, Package) else corpus.find(package, "package")
    if not isinstance(record, Package):
        raise LawtrackError(f"{record.id} is no package")
    by_work = corpus.cached("amendments_by_work", _amendments_by_work)
    return frozenset(record.members).union(*(by_work.get(member, ()) for member in record.members))


def _amendments_by_work(corpus: Corpus) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for amendment in corpus.amendments:
        held.setdefault(amendment.instrument, []).append(amendment.id)
    return held


def effects_of(corpus: Corpus, package: str | Package | None) -> tuple[Effect, ...]:
    """Effects of a package, or all of them, in natural order of ids."""
    if package is None:
        return corpus.effects
    by_maker = corpus.cached("effects_by_maker", _effects_by_maker)
    wanted = {id for maker in makers_of(corpus, package) for id in by_maker.get(maker, ())}
    return tuple(effect for effect in corpus.effects if effect.id in wanted)


def _effects_by_maker(corpus: Corpus) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for effect in corpus.effects:
        for maker in effect.by:
            held.setdefault(maker, []).append(effect.id)
    return held


def unknown_force_note(count: int, on: date | None) -> tuple[str, ...]:
    """A note for rows kept although nobody knows whether they are law on that day."""
    if not count:
        return ()
    rows = "1 row is kept although" if count == 1 else f"{count} rows are kept although"
    return (f"{rows} the corpus does not say whether {'it was' if count == 1 else 'they were'} law on {on}.",)


def force_start(corpus: Corpus, record: Ruled) -> object:
    """First day of force as a date with bounds, or UNKNOWN."""
    period = force_of(corpus, record)
    return period.start if isinstance(period, Period) and period.start is not None else UNKNOWN


def gist_of(record: object) -> str:
    """What a record is about in a few words: its gist, title, label or the summary of its rule."""
    for name in ("gist", "title", "label", "name", "expects", "term", "text", "says"):
        held = getattr(record, name, None)
        if callable(held):
            return str(held())
        if held is not None and not isinstance(held, Missing) and str(held):
            return str(held)
    if isinstance(record, Effect):
        side = record.after if is_known(record.after) else record.before
        return side.summary() if is_known(side) else record.kind
    if isinstance(record, Provision):
        return record.eid.label()
    if isinstance(record, Amendment):
        return f"amends {', '.join(tail(target) for target in record.targets) or 'targets not enumerated'}"
    return tail(getattr(record, "id", ""))


def provisions_label(corpus: Corpus, record: object) -> str:
    """The provisions of an effect, norm or amendment in words; empty when none is named."""
    ids: Iterable[str] = (
        record.targets if isinstance(record, Amendment) else getattr(record, "provisions", ())
    )
    return "; ".join(provision_label(corpus, id) for id in ids)


def named(corpus: Corpus, ids: Iterable[str]) -> tuple[str, ...]:
    """What the records of these ids are called; the last part of an id no record has."""
    return tuple(gist_of(record) if (record := corpus.get(id)) is not None else tail(id) for id in ids)


def source_tags(corpus: Corpus, id: str) -> tuple[str, ...]:
    """Short names of the sources that speak about a record, each once, in order of the assertions.

    What somebody asserts from memory alone is no source of the record; :func:`lawtrack.show` has it.
    """
    said = (each for each in corpus.assertions_about(id) if each.confidence is not Confidence.UNVERIFIED)
    return tuple(dict.fromkeys(tail(each.source) for each in said))
