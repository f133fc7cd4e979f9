"""I-46: the law at the offence, or a milder one since, over any chain of versions."""

import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sentence_corpora import FIRST, ask, corpus_of
from strategies.sanctions import definite_texts

import lawtrack as lt
from lawtrack.penalties import compare_sanctions
from lawtrack.verdicts import Verdict

chains = st.lists(definite_texts, min_size=1, max_size=4)


def chain(texts, places=None):
    """A corpus with one version after the other, and the day of the offence within the first."""
    starts = (
        [str(FIRST + timedelta(days=20 * (i + 1))) for i in range(len(texts) - 1)]
        if places is None
        else places
    )
    return (
        corpus_of(*texts, starts=starts)
        if len(texts) > 1
        else corpus_of(texts[0], texts[0], starts=["2010-01-20"])
    )


def applied(texts, places=None):
    return ask(chain(texts, places), offence="2010-01-05", judged="2012-01-01").applicable


def harsher(a, b):
    """Whether *b* is definitely harsher than *a*."""
    return compare_sanctions(a, b).overall.verdict is Verdict.MORE_RESTRICTIVE


@given(chains)
def test_answer_is_never_harsher_than_the_law_at_the_offence(texts):
    """I-46: no sanction returned is harsher than that of the offence."""
    base = lt.Sanction.read(texts[0])

    assert applied(texts)
    assert not any(harsher(base, sanction) for sanction in applied(texts))


def inserted(texts, new, place):
    """Versions and days of change with *new* law for ten days in the time of the version at *place*."""
    days = [FIRST + timedelta(days=20 * (i + 1)) for i in range(len(texts))]
    changes = [(day, text) for day, text in zip(days, texts[1:], strict=False)]
    begin = FIRST + timedelta(days=20 * place + 10)
    back = texts[place]
    changes += [(begin, new), (begin + timedelta(days=5), back)]
    changes.sort(key=lambda change: change[0])
    return [texts[0], *(text for _, text in changes)], [str(day) for day, _ in changes]


def raised(text, by):
    """The sanction with every end raised, which makes it harsher (I-39)."""
    return re.sub(r"\d+", lambda number: str(int(number[0]) + by), text)


@given(chains, st.integers(1, 3), st.integers(0, 3))
def test_adding_a_harsher_version_changes_nothing(texts, by, place):
    """I-46: a version since the offence that is harsher than its law never changes the answer."""
    new = raised(texts[0], by)
    place = min(place, len(texts) - 1)

    assert harsher(lt.Sanction.read(texts[0]), lt.Sanction.read(new))
    assert set(applied(*inserted(texts, new, place))) == set(applied(texts))


@given(definite_texts, chains, st.integers(1, 3), st.integers(0, 3))
def test_adding_a_milder_version_never_makes_it_worse(new, later, by, place):
    """I-46: with a milder version added, no answer is harsher than one there was."""
    texts = [raised(new, by), *later]
    place = min(place, len(texts) - 1)
    before, after = applied(texts), applied(*inserted(texts, new, place))

    assert not any(harsher(old, now) for old in before for now in after)


@given(chains)
def test_answers_are_minimal_and_whole(texts):
    """Every answer is one of the versions as it stands, and none of them is harsher than another."""
    found = applied(texts)

    assert {str(s) for s in found} <= {str(lt.Sanction.read(text)) for text in texts}
    assert not any(harsher(a, b) for a in found for b in found)


@given(chains, st.integers(0, 60))
def test_vague_day_covers_every_exact_one(texts, days):
    """What applies for some day of an interval is among the answers for the interval."""
    corpus = chain(texts)
    first, last = FIRST, FIRST + timedelta(days=60)
    day = first + timedelta(days=days)
    vague = ask(corpus, offence=f"{first}/{last}", judged="2012-01-01").applicable
    exact = ask(corpus, offence=str(day), judged="2012-01-01").applicable

    assert set(exact) <= set(vague)
