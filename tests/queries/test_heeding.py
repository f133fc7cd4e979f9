"""Heeded: by a change after the critique, of what was in force then, that was not undone."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.kinds import Restriction
from lawtrack.model.change import Change
from lawtrack.model.critique import OutcomeStatus, Recommendation
from lawtrack.model.text import EventKind, LifecycleEvent, WorkKind
from lawtrack.queries.rewordings import holds_words, is_asked

CODE = "/akn/kz/act/code/2000-01-01/1"
PLACE = f"{CODE}~art_5"
DAY = lt.EdtfDate.read
WITH, WITHOUT = "Whoever gathers without leave is fined.", "Whoever gathers gives notice."


def asked(test, made="2019-06-01", targets=(PLACE,)):
    return [
        lt.Work(id=CODE),
        lt.Provision(work=CODE, eid=lt.EId.read("art_5")),
        lt.Critique(
            id="lt:kz/critique/1",
            critics=("lt:kz/actor/a",),
            targets=targets,
            gist=lt.LangMap.of("so"),
            date=DAY(made),
        ),
        Recommendation(
            id="lt:kz/recommendation/r",
            critique="lt:kz/critique/1",
            targets=targets,
            testable_as=lt.Predicate.read(test),
        ),
    ]


def wordings(*rows, lang="en"):
    return [
        lt.Wording(
            id=f"lt:kz/wording/{lang}-{i}",
            provision=PLACE,
            lang=lang,
            text=text,
            in_force=lt.Period.read(period),
        )
        for i, (period, text) in enumerate(rows)
    ]


def heeding(*records):
    (row,) = lt.heeding(lt.Corpus.of(records))
    return row


# words


def test_words_gone_before_the_critique_heed_nothing():
    """What was struck out nine years before is no answer to the critique (I-56)."""
    held = wordings(("2000..2010", WITH), ("2010..2021", WITHOUT), ("2021..", f"{WITHOUT} So."))

    assert heeding(*held, *asked('words_gone("without leave")')).status is lt.UNKNOWN


def test_words_that_came_back_are_reversed():
    """They went and came again: reversed, with all three wordings named."""
    held = wordings(("2010..2020", WITH), ("2020..2021", WITHOUT), ("2021..", WITH))
    row = heeding(*held, *asked('words_gone("without leave")'))

    assert row.status is OutcomeStatus.REVERSED
    assert row.change == tuple(wording.id for wording in held)


@pytest.mark.parametrize(
    "test", ['not(words_in("without leave"))', 'not(words_gone("zebra"))', "any()", "all_of(any(), any())"]
)
@pytest.mark.parametrize("after", [WITH, f"{WITH} So it is."])
def test_what_did_not_change_is_no_change(test, after):
    """That words did not come or go heeds nothing, whether the text stayed or changed elsewhere."""
    held = wordings(("2010..2020", WITH), ("2020..", after))

    assert heeding(*held, *asked(test)).status is lt.UNKNOWN


def test_a_negation_takes_away_from_what_another_part_shows():
    """Notice came in and no leave with it: heeded; with leave too it is not."""
    test = 'all_of(words_in("notice"), not(words_in("leave")))'
    before = ("2010..2020", "Whoever gathers is fined.")

    assert heeding(*wordings(before, ("2020..", WITHOUT)), *asked(test)).status is OutcomeStatus.HEEDED
    both = ("2020..", f"{WITHOUT} Leave is due.")
    assert heeding(*wordings(before, both), *asked(test)).status is lt.UNKNOWN


@pytest.mark.parametrize(("made", "status"), [("2020-02-29", OutcomeStatus.HEEDED), ("2019", lt.UNKNOWN)])
def test_a_wording_of_unknown_start_stood_on_its_last_day(made, status):
    """Since when it was law nobody knows, but on the day before it ended it was."""
    held = wordings(("..2020-03-01", WITH), ("2020-03-01..", WITHOUT))

    assert heeding(*held, *asked('words_gone("without leave")', made)).status is status


@pytest.mark.parametrize(
    ("words", "text", "held"),
    [
        ("fair", "is unfair", False),
        ("fair", "is fair.", True),
        ("Without  leave", "so without\nleave.", True),
        ("leave", "leaves", False),
        ("собрание", "собраниеми", False),
        ("75 000", "a fine of 75 000 tenge", True),
        ("75", "a fine of 75 000 tenge", False),
        ("公民", "国家公民权", True),
        ("", "anything", False),
    ],
)
def test_words_are_matched_whole(words, text, held):
    """A part of a word or number is not the word; scripts without spaces have no such parts."""
    assert holds_words(words, text) is held


@pytest.mark.parametrize(
    "rows",
    [
        [("2020..", WITHOUT)],
        [("2010..2019-01", WITH), ("2020..", WITHOUT)],
        [("2010..2020", WITH)],
        [("2010..2019-06", WITH), ("2019-06..", WITHOUT)],
        [("2010..2020", WITH), ("2020..", WITHOUT), ("2020..", WITH)],
    ],
)
def test_without_the_wording_of_the_critique_and_a_last_one_nothing_is_known(rows):
    """Whether none was in force, none followed, the day decides neither, or two are the last."""
    assert heeding(*wordings(*rows), *asked('words_gone("without leave")', "2019-06")).status is lt.UNKNOWN


def test_languages_that_differ_leave_it_open():
    """Gone in one language and back again in the other: nobody knows."""
    english = wordings(("2010..2020", WITH), ("2020..", WITHOUT))
    kazakh = wordings(("2010..2020", WITH), ("2020..2021", WITHOUT), ("2021..", WITH), lang="kk")

    assert heeding(*english, *kazakh, *asked('words_gone("without leave")')).status is lt.UNKNOWN


TEXTS = st.lists(st.sampled_from("abc"), max_size=3).map(tuple)
ATOMS = st.builds(
    lt.Predicate,
    st.sampled_from(["words_gone", "words_in"]),
    st.sampled_from("abc").map(lambda word: (word,)),
)
TESTS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        inner.map(lambda t: lt.Predicate("not", (t,))),
        st.builds(
            lt.Predicate,
            st.sampled_from(["all_of", "any_of"]),
            st.lists(inner, min_size=1, max_size=3).map(tuple),
        ),
    ),
    max_leaves=5,
)


def opposite(test):
    return lt.Predicate("not", (test,))


@given(TESTS, TEXTS, TEXTS)
def test_tests_of_words_have_the_algebra_of_tests(test, old, new):
    """No change passes nothing, twice not is nothing, and never a test together with its opposite."""
    assert not is_asked(test, old, old)
    assert is_asked(opposite(opposite(test)), old, new) == is_asked(test, old, new)
    assert not (is_asked(test, old, new) and is_asked(opposite(test), old, new))


@given(st.lists(TESTS, min_size=1, max_size=3), TEXTS, TEXTS)
def test_not_any_is_all_not(tests, old, new):
    """De Morgan holds of what is asked as of what is so."""
    none = opposite(lt.Predicate("any_of", tuple(tests)))
    each = lt.Predicate("all_of", tuple(map(opposite, tests)))

    assert is_asked(none, old, new) == is_asked(each, old, new)


@given(st.lists(st.sampled_from([WITH, WITHOUT, "Nothing."]), min_size=1, max_size=5), st.integers(0, 5))
def test_heeded_is_what_the_last_wording_has(texts, when):
    """Whatever came in between, the wording of the critique had the words and the last has not (I-56)."""
    periods = [f"{2010 + i}-02..{2011 + i}-02" for i in range(len(texts))]
    row = heeding(
        *wordings(*zip(periods, texts, strict=True)),
        *asked('words_gone("without leave")', f"{2010 + when}-06-01"),
    )
    here, later = texts[when : when + 1], texts[when + 1 :]
    had = here == [WITH]

    assert (row.status is OutcomeStatus.HEEDED) == (had and bool(later) and later[-1] != WITH)
    assert (row.status is OutcomeStatus.REVERSED) == (
        had and bool(later) and later[-1] == WITH and set(later) != {WITH}
    )


# effects


RULE = Restriction(addressees=("resident",))
OTHER = Restriction(addressees=("natural_person",))


def change(name, year, change, before=lt.UNKNOWN, after=lt.UNKNOWN, eid="art_5"):
    """An act of that year and what it does at a place."""
    act = lt.Work(
        id=f"/akn/kz/act/law/{year}-03-01/{name}",
        events=(LifecycleEvent(kind=EventKind.SIGNED, date=DAY(f"{year}-03-01")),),
    )
    sides = {"before": before, "after": after}
    effect = lt.Effect(
        id=f"lt:kz/effect/{name}",
        kind="restriction",
        change=change,
        by=(act.id,),
        provisions=(f"{CODE}~{eid}",),
        **{side: rule for side, rule in sides.items() if rule is not lt.UNKNOWN},
    )
    return [act, effect]


@pytest.mark.parametrize(
    ("later", "status"),
    [
        ([], OutcomeStatus.HEEDED),
        ([change("b", 2022, Change.BROADENED, RULE, OTHER)], OutcomeStatus.REVERSED),
        ([change("b", 2022, Change.BROADENED)], lt.UNKNOWN),
        ([change("b", 2022, Change.SUBSTITUTED, RULE, OTHER)], OutcomeStatus.REVERSED),
        ([change("b", 2022, Change.NARROWED)], OutcomeStatus.HEEDED),
        ([change("b", 2022, Change.BROADENED, eid="art_6")], OutcomeStatus.HEEDED),
        ([change("b", 2018, Change.BROADENED, RULE, OTHER)], OutcomeStatus.HEEDED),
        ([change("b", 2019, Change.BROADENED, RULE, OTHER)], OutcomeStatus.HEEDED),
        ([change("b", "2020", Change.BROADENED, RULE, OTHER)], lt.UNKNOWN),
    ],
)
def test_a_change_that_was_undone_is_reversed(later, status):
    """Narrowed in 2021: undone when the rule from before comes back, in doubt where nobody knows which.

    What was broadened after the critique and then narrowed back stands where it stood.
    """
    records = change("a", 2021, Change.NARROWED, OTHER, RULE)
    more = [record for group in later for record in group]
    row = heeding(*records, *more, *asked("change(narrowed)"))

    assert row.status is status
    assert bool(row.change) == lt.is_known(status)


THIRD = Restriction(addressees=("citizen",))


@pytest.mark.parametrize(
    ("steps", "test", "status"),
    [
        ([(Change.CLARIFIED, OTHER, THIRD), (Change.NARROWED, THIRD, RULE)], "narrowed", "heeded"),
        ([(Change.NARROWED, OTHER, THIRD), (Change.NARROWED, THIRD, RULE)], "narrowed", "heeded"),
        ([(Change.BROADENED, RULE, OTHER), (Change.NARROWED, OTHER, RULE)], "narrowed", "unknown"),
        ([(Change.NARROWED, OTHER, RULE), (Change.BROADENED, RULE, OTHER)] * 2, "narrowed", "reversed"),
        (
            [
                (Change.NARROWED, OTHER, RULE),
                (Change.BROADENED, RULE, OTHER),
                (Change.NARROWED, OTHER, RULE),
            ],
            "narrowed",
            "unknown",
        ),
        (
            [(Change.NARROWED, OTHER, RULE), (Change.BROADENED, RULE, OTHER)],
            "narrowed, broadened",
            "reversed",
        ),
        (
            [(Change.NARROWED, OTHER, RULE), (Change.BROADENED, RULE, THIRD)],
            "narrowed, broadened",
            "heeded",
        ),
        (
            [(Change.NARROWED, Restriction(), RULE), (Change.BROADENED, RULE, Restriction())],
            "narrowed",
            "unknown",
        ),
    ],
)
def test_steps_are_followed_in_their_order(steps, test, status):
    """A chain of changes goes on; only what brings back the rule from before takes one away."""
    records = [record for i, step in enumerate(steps) for record in change(f"s-{i}", 2020 + i, *step)]

    assert str(getattr(heeding(*records, *asked(f"change({test})")).status, "value", None)) == status


@pytest.mark.parametrize(
    ("after", "status"), [(RULE, OutcomeStatus.REVERSED), (OTHER, lt.UNKNOWN), (lt.UNKNOWN, lt.UNKNOWN)]
)
def test_a_repeal_that_was_taken_back(after, status):
    """The same rule made anew reverses it; another, or one nobody coded, leaves it open."""
    gone = change("a", 2021, Change.REPEALED, before=RULE)
    again = change("b", 2022, Change.CREATED, after=after)

    assert heeding(*gone, *again, *asked("change(repealed)")).status is status


def test_a_bill_heeds_nothing():
    """What stands in a bill alone is no change of law."""
    act, effect = change("a", 2021, Change.NARROWED, OTHER, RULE)

    bill = attrs.evolve(act, kind=WorkKind.BILL)

    assert heeding(bill, effect, *asked("change(narrowed)")).status is lt.UNKNOWN


def test_a_slip_in_a_test_heeds_nothing():
    """No kind is called so, and the answer says it."""
    row = heeding(*change("a", 2021, Change.NARROWED, OTHER, RULE), *asked("not(kind(powr))"))

    assert row.status is lt.UNKNOWN
    assert "'powr'" in row.why
