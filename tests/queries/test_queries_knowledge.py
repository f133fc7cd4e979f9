"""``as_known_on``: what the sources of a corpus had told by a day, and what an answer leaves out for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_corpora import corpus_of

import lawtrack as lt
from lawtrack.queries.knowledge import known_on

LAW = """
lawtrack = 1
[[source]]
id = "gazette"
kind = "primary_law"
published = "2020-03-10"
[[source]]
id = "ngo"
published = "2021-05"
[[source]]
id = "leaflet"
[[work]]
id = "/akn/kz/act/law/2020-03-01/7"
[[package]]
id = "spring"
members = ["/akn/kz/act/law/2020-03-01/7"]
[[effect]]
id = "guests"
kind = "registration"
change = "increased"
before.bearer = ["householder"]
before.threshold = "> 10 d"
after.bearer = ["householder"]
after.threshold = "> 5 d"
by = ["/akn/kz/act/law/2020-03-01/7"]
"""

TOLD = """
[[assertion]]
id = "{id}"
about = "guests"
source = "{source}"
{more}
"""

DAYS = st.integers(0, 5000).map(lambda n: date(2014, 1, 1) + timedelta(days=n))


@pytest.fixture
def told(tmp_path):
    """Makes a corpus with one effect and the assertions given as pairs of source and further lines."""

    def make(*said, more=""):
        lines = [
            TOLD.replace("{id}", f"a-{place}").replace("{source}", source).replace("{more}", text)
            for place, (source, text) in enumerate(said)
        ]
        return corpus_of(LAW + "".join(lines) + more, tmp_path)

    return make


@pytest.fixture(scope="module")
def kz():
    return lt.example("kazakhstan")


def ids(answer):
    return [row.id for row in answer]


def test_later_source_is_left_out_and_counted(told):
    """An effect that a source told only later is left out, and a note says so."""
    answer = lt.effects(told(("ngo", "")), as_known_on="2020-12-31")

    assert ids(answer) == []
    assert answer.notes == ("Left out, since no source had told of them by 2020-12-31: 1 effect.",)
    assert answer.query == "effects(corpus, as_known_on='2020-12-31')"


def test_source_of_that_day_counts(told):
    """What appeared on the day itself was known on it."""
    corpus = told(("gazette", ""))

    assert ids(lt.effects(corpus, as_known_on="2020-03-10")) == ["guests"]
    assert lt.effects(corpus, as_known_on="2020-03-10").notes == ()
    assert ids(lt.effects(corpus, as_known_on="2020-03-09")) == []


@pytest.mark.parametrize("source", ["leaflet", "ngo"])
def test_undecided_is_kept_with_a_note(told, source):
    """A source without a date, or of a month that the day falls into, is not surely later."""
    answer = lt.effects(told((source, "")), as_known_on="2021-05-15")

    assert ids(answer) == ["guests"]
    assert answer.notes == ("Kept although no source surely told of them by 2021-05-15: 1 row.",)


def test_effect_nobody_speaks_of_is_kept_with_a_note():
    """No assertion is no date: the effect is kept, and the note says that nobody surely told."""
    corpus = lt.Corpus(effects=(lt.Effect(id="guests", kind="registration"),))
    answer = lt.effects(corpus, as_known_on="2010-01-01")

    assert ids(answer) == ["guests"]
    assert "Kept although no source surely told" in answer.notes[0]


def test_day_of_an_assertion_wins_over_its_source(told):
    """An assertion may have been known later than its source appeared, or earlier."""
    late = told(("gazette", 'known_from = "2022-01-01"'))
    early = told(("ngo", 'known_from = "2020-02-01"'))

    assert ids(lt.effects(late, as_known_on="2021-01-01")) == []
    assert ids(lt.effects(early, as_known_on="2020-02-01")) == ["guests"]


def test_withdrawn_assertion_no_longer_tells(told):
    """From the day it was withdrawn an assertion tells nothing."""
    corpus = told(("gazette", 'known_to = "2020-06-01"'))

    assert ids(lt.effects(corpus, as_known_on="2020-05-31")) == ["guests"]
    assert ids(lt.effects(corpus, as_known_on="2020-06-01")) == []


def test_old_text_alone_does_not_tell_of_the_change(told):
    """Who tells the rule before a change has not told of the change."""
    corpus = told(("gazette", 'field = "before"'), ("ngo", 'field = "after"'))

    assert ids(lt.effects(corpus, as_known_on="2020-12-31")) == []
    assert ids(lt.effects(corpus, as_known_on="2021-12-31")) == ["guests"]


def test_rule_told_later_is_unknown(told):
    """A change told of early shows UNKNOWN for the rule whose wording was told later."""
    corpus = told(("gazette", ""), ("ngo", 'field = "after"'))
    (then,) = lt.effects(corpus, as_known_on="2020-12-31")
    (now,) = lt.effects(corpus, as_known_on="2021-12-31")

    assert then.after is lt.UNKNOWN
    assert now == corpus["guests"]
    notes = lt.effects(corpus, as_known_on="2020-12-31").notes
    assert notes == ("Shown without a rule that no source had told by 2020-12-31: 1 row.",)


def test_sources_told_are_those_of_then(told):
    """The column of sources names only those that had spoken."""
    corpus = told(("gazette", ""), ("ngo", ""))

    assert lt.effects(corpus, as_known_on="2020-12-31").column("sources") == (("gazette",),)


def test_correction_of_later_does_not_count_yet(told):
    """Before a correction was made, the value corrected stands; afterwards the correction does."""
    corpus = told(
        ("gazette", 'field = "limit"\nvalue = 5'), ("ngo", 'field = "limit"\nvalue = 7\nsupersedes = "a-0"')
    )

    assert lt.value_of(corpus, "guests", "limit", as_known_on="2020-12-31") == 5
    assert lt.value_of(corpus, "guests", "limit") == 7
    assert lt.value_of(corpus, "guests", "limit", as_known_on="2020-01-01") is lt.UNKNOWN


def test_conflict_needs_both_sides_told(told):
    """Sources differ only once both have spoken; the note counts conflicts still to come."""
    corpus = told(("gazette", 'field = "limit"\nvalue = 5'), ("ngo", 'field = "limit"\nvalue = 7'))

    assert len(lt.conflicts(corpus)) == len(lt.conflicts(corpus, as_known_on="2021-06-01")) == 1
    early = lt.conflicts(corpus, about="guests", as_known_on="2020-12-31")
    assert len(early) == 0
    assert early.notes == ("Left out, since no source had told of them by 2020-12-31: 1 conflict.",)
    assert lt.value_of(corpus, "guests", "limit", as_known_on="2020-12-31") == 5
    with pytest.raises(lt.Conflict):
        lt.value_of(corpus, "guests", "limit", as_known_on="2021-06-01")


def test_what_was_not_told_of_may_be_named(told):
    """A name that exists is no slip, whether or not anyone had told of it by that day."""
    corpus = told(("ngo", ""))

    assert len(lt.critiques(corpus, target="guests", as_known_on="2020-01-01")) == 0
    assert len(lt.conflicts(corpus, about=corpus["guests"], as_known_on="2020-01-01")) == 0
    with pytest.raises(lt.UnknownNameError):
        lt.critiques(corpus, target="gests", as_known_on="2020-01-01")


CRITIQUE = """
[[actor]]
id = "league"
name = "The League"
[[critique]]
id = "vague"
gist = "Too vague"
critics = ["league"]
targets = ["spring"]
[[recommendation]]
id = "clarify"
critique = "vague"
asks = "clarify"
[[outcome]]
id = "dropped"
recommendation = "clarify"
status = "not_heeded"
as_of = "2023"
[[assertion]]
id = "league-says"
about = "vague"
source = "ngo"
"""


def test_what_hangs_on_a_critique_goes_with_it(told):
    """With a critique go its recommendations, with those their outcomes; one of a later year goes alone."""
    corpus = told(("gazette", ""), more=CRITIQUE)

    def held(day):
        known = known_on(corpus, day).corpus
        return [name for name in ("vague", "clarify", "dropped") if name in known]

    assert held("2020-12-31") == []
    assert held("2022-01-01") == ["vague", "clarify"]
    assert held("2024-01-01") == ["vague", "clarify", "dropped"]


def test_brief_tells_what_was_told_by_then(told):
    """The brief of a day has the effects and critiques told by then, and counts the others."""
    corpus = told(("gazette", ""), more=CRITIQUE)
    text = " ".join(str(lt.brief(corpus, as_known_on="2020-12-31")).split())

    assert "Left out, since no source had told of them by 2020-12-31: 1 critique." in text
    assert "Too vague" not in text
    assert "Too vague" in str(lt.brief(corpus, as_known_on="2022-01-01"))
    assert "Left out" not in str(lt.brief(corpus))


@pytest.mark.parametrize("ask", [lt.effects, lt.duties, lt.powers, lt.critiques, lt.conflicts, lt.brief])
def test_day_is_one_day(kz, ask):
    """A year is no day, as in every question about a day."""
    with pytest.raises(lt.ReadingError, match="one certain day"):
        ask(kz, as_known_on="2017")


@given(DAYS, DAYS)
def test_knowledge_grows(kz, one, other):
    """What was known on a day is known on every later one (I-21); nothing was withdrawn in this corpus."""
    early, late = sorted((one, other))
    before, after = (known_on(kz, day).corpus for day in (early, late))

    assert {record.id for record in before} <= {record.id for record in after} <= {record.id for record in kz}


@pytest.mark.parametrize(
    "ask", [lt.effects, lt.sentence_changes, lt.duties, lt.powers, lt.critiques, lt.conflicts]
)
def test_in_the_end_everything_is_known(kz, ask):
    """Long after the last source, the answer is the one without a day of knowledge."""
    now, then = ask(kz), ask(kz, as_known_on="9999-12-31")

    assert now.table().rows == then.table().rows


def test_before_the_act_nobody_knew_its_sentences(kz):
    """On the day the act was signed no edition of the code had yet told what it made of a sentence."""
    answer = lt.sentence_changes(kz, package="kz-2016-12", as_known_on="2016-12-22")

    assert len(answer) == 0
    assert any("30 effects" in note for note in answer.notes)
