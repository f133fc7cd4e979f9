"""Whether later wordings say what a test of words asks, beside the wording in force when it was asked."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache

from attrs import frozen

from ..corpus import Corpus
from ..dates import EdtfDate, Period
from ..missing import UNKNOWN
from ..model.predicate import OF_TEXT, Predicate
from ..model.text import Wording
from ..passages import spelled
from ..texts.tokens import tokens
from ..verdicts import Truth, all_of, any_of, negate

__all__ = ["Rewording", "Stands", "holds_words", "is_asked", "rewordings"]


class Stands(Enum):
    """How the words of a provision stand to a test."""

    AS_ASKED = "as_asked"
    """They changed as asked, and the last wording on record has it so."""
    UNDONE = "undone"
    """They changed as asked, and a still later wording no longer has it so."""


@frozen
class Rewording:
    """What came after a wording.

    Attributes:
        stands: How the words stand to the test; None where no later wording surely passes it.
        wordings: Ids of the wording in force when it was asked and of the last; where that no longer has it
            so, of the first that had between them.
        later: How many later wordings were looked at.
    """

    stands: Stands | None
    wordings: tuple[str, ...] = ()
    later: int = 0


def rewordings(corpus: Corpus, place: str, test: Predicate, made: EdtfDate) -> Iterator[Rewording]:
    """For each language with a wording of *place* surely in force at *made* and later ones: what came."""
    held = corpus.cached("dated_wordings", _dated).get(place, ())
    for lang in dict.fromkeys(wording.lang for wording, _ in held):
        mine = [(wording, period) for wording, period in held if wording.lang == lang]
        old = [wording for wording, period in mine if period.contains(made) is True]
        later = [
            (wording, period.start)
            for wording, period in mine
            if period.start is not None and made.before(period.start) is True
        ]
        # Two wordings in force at once leave open which of them the critic had before him.
        if len(old) == 1 and later:
            later.sort(key=lambda pair: pair[1].earliest or date.min)
            yield _after(old[0], later, test)


def _after(old: Wording, later: Sequence[tuple[Wording, EdtfDate]], test: Predicate) -> Rewording:
    passing = [pair for pair in later if is_asked(test, _words(old), _words(pair[0]))]
    if not passing:
        return Rewording(None, later=len(later))
    last = [
        pair for pair in later if all(other is pair or other[1].before(pair[1]) is True for other in later)
    ]
    if not last:  # nobody knows which is the last
        return Rewording(None, later=len(later))
    if last[0] in passing:
        return Rewording(Stands.AS_ASKED, (old.id, last[0][0].id), len(later))
    return Rewording(Stands.UNDONE, (old.id, passing[0][0].id, last[0][0].id), len(later))


def _dated(corpus: Corpus) -> dict[str, tuple[tuple[Wording, Period], ...]]:
    found: dict[str, list[tuple[Wording, Period]]] = {}
    for wording in corpus.wordings:
        period = wording.in_force
        if isinstance(wording.text, str) and isinstance(period, Period):
            found.setdefault(wording.provision, []).append((wording, period))
    return {id: tuple(pairs) for id, pairs in found.items()}


def _words(wording: Wording) -> tuple[str, ...]:
    return _as_words(str(wording.text))


# A wording is held against every test that somebody wrote for its provision.
@lru_cache(maxsize=4096)
def _as_words(text: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(spelled(text).text) if not word.isspace())


def holds_words(words: str, text: str) -> bool:
    """Whether *words* stand in *text* as whole words, one after the other; case and spaces do not count."""
    return _hold(_as_words(words), _as_words(text))


def _hold(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    many = len(wanted)
    return bool(many) and any(words[place : place + many] == wanted for place in range(len(words) - many + 1))


def is_asked(test: Predicate, old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether the step from *old* to *new* passes the test, and is a change that the test asks for.

    That words did not come, or did not go, is no change: such a part of a test can only take away from what
    another part shows.
    """
    holds, shows = _judged(test, old, new, True)
    return holds is True and shows


def _judged(test: Predicate, old: tuple[str, ...], new: tuple[str, ...], plain: bool) -> tuple[Truth, bool]:
    """Whether a test, or its opposite where it is not *plain*, holds, and whether a change shows it."""
    if test.name == "not":
        (inner,) = test.args
        assert isinstance(inner, Predicate)
        return _judged(inner, old, new, not plain)
    parts = [_judged(arg, old, new, plain) for arg in test.args if isinstance(arg, Predicate)]
    if parts:
        # The opposite of "all of them" is "one of them not".
        every = (test.name == "all_of") is plain
        holds = (all_of if every else any_of)(held for held, _ in parts)
        return holds, any(shows and held is True for held, shows in parts)
    if test.name == "any":
        return plain, False
    if test.name not in OF_TEXT:
        return UNKNOWN, False  # it asks about rules, which wordings do not tell
    wanted = _as_words(str(test.args[0]))
    had, has = _hold(wanted, old), _hold(wanted, new)
    moved = had and not has if test.name == "words_gone" else has and not had
    return (moved if plain else negate(moved)), moved and plain
