"""Acts that act upon each other: repeals before the start, postponements, prolongations, revivals."""

from datetime import date

import pytest
from amended_code import CODE, code, provisions, wording, words
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.commencement_rules import read_rule
from lawtrack.model.instruction import AmendmentMode, Operation
from lawtrack.model.text import CommencementPart, EventKind, LifecycleEvent
from lawtrack.timelines import ForceStatus, force_of

ART_1, ART_2 = f"{CODE}~art_1", f"{CODE}~art_2"
POSTPONED, SET = Operation.POSTPONEMENT_OF_ENTRY_INTO_FORCE, Operation.ENTRY_INTO_FORCE
PROLONGED, REVIVED, REPEALED = Operation.PROROGATION_OF_FORCE, Operation.RE_ENACTMENT, Operation.REPEAL


def act(name, start, *, repealed="", signed=""):
    """An act that begins as a whole on a day, and perhaps was repealed."""
    events = [(EventKind.REPEALED, repealed), (EventKind.SIGNED, signed)]
    return lt.Work(
        id=name,
        title=lt.LangMap.of(f"Act {name}"),
        commencement=(CommencementPart(rule=read_rule(start)),),
        events=tuple(LifecycleEvent(kind=k, date=lt.EdtfDate.read(d)) for k, d in events if d),
    )


def by(act, operation, *targets, until=lt.NOT_APPLICABLE, name="", **more):
    """What an act does to others."""
    mode = AmendmentMode.FORCE if operation is REVIVED else lt.UNKNOWN
    return lt.Amendment(
        id=name or f"lt:a/{act}", instrument=act, targets=targets, operation=operation, mode=mode,
        until=lt.EdtfDate.read(until) if isinstance(until, str) else until, **more,
    )  # fmt: skip


def passing(act, until="2020-06-21"):
    """A change of the code that lasts for a time."""
    return by(act, lt.UNKNOWN, ART_1, until=until, modifications=(words("ten", "ninety"),))


def lasting(act):
    """A change of the code that is to last."""
    return by(act, lt.UNKNOWN, ART_1, modifications=(words("ten", "ninety"),))


def corpus(*records):
    wordings = [wording(eid, period="2000-01-01..") for eid in ("art_1", "art_2")]
    return lt.Corpus.of([code(), *provisions("art_1", "art_2"), *wordings, *records])


def there(held, day, eid="art_1"):
    """Whether an article surely is there on a day; UNKNOWN when a note leaves that open."""
    law = lt.consolidate(held, CODE, on=day)
    return lt.UNKNOWN if any("not surely in force" in note for note in law.notes) else eid in law


def changed(held, day):
    """Whether article 1 surely is as the change of the code has it; UNKNOWN when a note leaves that open."""
    law = lt.consolidate(held, CODE, on=day)
    return lt.UNKNOWN if any("not surely" in note for note in law.notes) else "ninety" in law["art_1"].text


def told(held, day):
    return " ".join(lt.consolidate(held, CODE, on=day).notes)


def years(held, *days, eid="art_1"):
    return [there(held, f"{day}-07-01", eid) for day in days]


# repeals and revivals


def test_repealed_and_revived_in_turns():
    """Each repeal lasts to the first revival after it, and no later one reaches back."""
    held = corpus(
        act("1", "2010-01-01"), act("2", "2012-01-01"), act("3", "2014-01-01"), act("4", "2016-01-01"),
        by("1", REPEALED, ART_1), by("2", REVIVED, ART_1), by("3", REPEALED, ART_1), by("4", REVIVED, ART_1),
    )  # fmt: skip

    assert years(held, 2009, 2011, 2013, 2015, 2017) == [True, False, True, False, True]
    assert [str(law.in_force) for law in lt.editions(held, CODE)][1:3] == [
        "2010-01-01..2012-01-01",
        "2012-01-01..2014-01-01",
    ]
    assert [(str(m.when), m.what) for m in lt.timeline(held, CODE) if m.type == "lapsed"] == [
        ("2012-01-01", "amended no longer by Act 1"),
        ("2016-01-01", "amended no longer by Act 3"),
    ]


_turns = st.lists(st.dates(date(2001, 1, 1), date(2019, 12, 31)), min_size=1, max_size=6, unique=True)


@given(_turns, st.randoms(use_true_random=False), st.dates(date(2000, 1, 1), date(2020, 12, 31)))
def test_present_just_between_revival_and_repeal(days, random, day):
    """Whatever acts are called and however they are recorded: there from a revival to the next repeal."""
    names = [str(n) for n in range(len(days))]
    random.shuffle(names)
    records = []
    for place, (name, start) in enumerate(zip(names, sorted(days), strict=True)):
        records += [act(name, str(start)), by(name, REVIVED if place % 2 else REPEALED, ART_1)]
    random.shuffle(records)

    assert there(corpus(*records), day) is (sum(start <= day for start in days) % 2 == 0)


def test_a_revival_in_an_act_that_never_began():
    """It was repealed a year before its day, so the article stays away."""
    held = corpus(
        act("1", "2010-01-01"), act("2", "2012-01-01", repealed="2011-06-01"),
        by("1", REPEALED, ART_1), by("2", REVIVED, ART_1),
    )  # fmt: skip

    assert years(held, 2009, 2011, 2013) == [True, False, False]


def test_a_revival_for_a_time():
    """When it ends the article is gone again, as the repeal has it; unless it is revived for good before."""
    records = [
        act("1", "2010-01-01"), act("2", "2012-01-01"),
        by("1", REPEALED, ART_1), by("2", REVIVED, ART_1, until="2013-01-01"),
    ]  # fmt: skip
    for_good = [act("3", "2012-09-01"), by("3", REVIVED, ART_1)]

    assert years(corpus(*records), 2011, 2012, 2013) == [False, True, False]
    assert years(corpus(*records, *for_good), 2011, 2012, 2013) == [False, True, True]
    assert [(str(m.when), m.what) for m in lt.timeline(corpus(*records), CODE)] == [
        ("2010-01-01", "amended by Act 1"),
        ("2012-01-01", "revived by Act 2"),
        ("2012-01-01", "amended no longer by Act 1"),
        ("2013-01-01", "amended by Act 1"),
    ]


def test_a_revival_in_part():
    """Of two articles that one act repealed another revives one."""
    held = corpus(
        act("1", "2010-01-01"), act("2", "2012-01-01"),
        by("1", REPEALED, ART_1, ART_2), by("2", REVIVED, ART_1),
    )  # fmt: skip

    assert years(held, 2009, 2011, 2013) == [True, False, True]
    assert years(held, 2009, 2011, 2013, eid="art_2") == [True, False, False]


@pytest.mark.parametrize(
    ("repeal", "revival"), [("2010-01-01", "unknown"), ("2010", "2010-06-01"), ("2010", "2010")]
)
def test_a_revival_of_which_nobody_knows_whether_it_came_after(repeal, revival):
    """Whether the article is there is not sure, and the note says through whom."""
    held = corpus(act("1", repeal), act("2", revival), by("1", REPEALED, ART_1), by("2", REVIVED, ART_1))

    assert years(held, 2009, 2013) == [True, lt.UNKNOWN]
    assert "perhaps revived by lt:a/2" in told(held, "2013-07-01")


def test_a_repeal_known_by_what_it_does_to_the_text():
    """Without an operation, a change that only repeals is a repeal, and can be undone."""
    held = corpus(
        act("1", "2010-01-01"), act("2", "2012-01-01"),
        by("1", lt.UNKNOWN, ART_1, modifications=(lt.Repeal(target="art_1", leaving="Repealed."),)),
        by("2", REVIVED, ART_1),
    )  # fmt: skip

    texts = [lt.consolidate(held, CODE, on=f"{year}-07-01").plain_text() for year in (2009, 2011, 2013)]
    assert ["Repealed." in text for text in texts] == [False, True, False]
    assert ["ten days" in text for text in texts] == [True, False, True]


def test_repealed_twice_is_gone_once():
    """A repeal for a time and one for good that overlap: gone from the first on, and never an error."""
    held = corpus(
        act("1", "2010-01-01"), act("2", "2010-06-01"),
        by("1", REPEALED, ART_1, until="2011-01-01"), by("2", REPEALED, ART_1, ART_2),
    )  # fmt: skip

    assert [there(held, day) for day in ("2009-07-01", "2010-03-01", "2010-07-01", "2011-07-01")] == [
        True, False, False, False,
    ]  # fmt: skip
    assert "art_2" not in lt.consolidate(held, CODE, on="2010-07-01")
    assert told(held, "2010-07-01") == "lt:a/2: repeals what lt:a/1 has repealed already."


def test_two_acts_that_repeal_one_article_on_one_day():
    """Their order decides nothing."""
    held = corpus(
        act("1", "2010-01-01"), act("2", "2010-01-01"), by("1", REPEALED, ART_1), by("2", REPEALED, ART_1)
    )

    assert years(held, 2009, 2011) == [True, False]
    assert "lt:a/2: repeals what lt:a/1 repeals too." in told(held, "2011-07-01")


def test_what_stands_on_law_that_lapsed_names_it():
    """An error about words that passing law had put in says whose they were, and the way out."""
    later = by("2", lt.UNKNOWN, ART_1, modifications=(words("ninety", "eighty"),))
    held = corpus(act("1", "2020-03-01"), act("2", "2020-04-01"), passing("1"), later)

    assert lt.consolidate(held, CODE, on="2020-05-01")["art_1"].text == "The fine is eighty days."
    with pytest.raises(lt.ModificationError, match=r"lt:a/1, which is no longer law, .*strict=False leaves"):
        lt.consolidate(held, CODE, on="2020-07-01")


def test_a_work_whose_own_events_end_it_may_be_revived():
    """The status and the text hear of the revival, and the days of change have its day."""
    held = corpus(act("e", "2010-01-01"), by("e", REVIVED, CODE))
    ended = LifecycleEvent(kind=EventKind.REPEALED, date=lt.EdtfDate.read("2005-01-01"))
    began = CommencementPart(rule=read_rule("2000-01-01"))
    held = held.with_(code(events=(ended,), commencement=(began,)))

    assert [lt.status(held, CODE, on=f"{year}-07-01").status.value for year in (2004, 2006, 2011)] == [
        "in_force", "not_in_force", "in_force",
    ]  # fmt: skip
    assert years(held, 2004, 2006, 2011) == [True, False, True]
    assert date(2010, 1, 1) in lt.days_of_change(held, CODE)


def test_a_revival_of_what_no_repeal_names_is_told():
    """An article was repealed, a paragraph of it is revived: nothing says which of its words come back."""
    part = f"{ART_1}__para_1"
    held = corpus(
        act("0", "2005-01-01"), act("1", "2010-01-01"), by("0", REPEALED, ART_1), by("1", REVIVED, part)
    )
    held = held.with_(*provisions("art_1__para_1"), wording("art_1__para_1", "A.", "2000-01-01.."))

    assert told(held, "2009-07-01") == ""
    assert told(held, "2011-07-01") == (
        "lt:a/1: revives art_1__para_1, of which no repeal is recorded; nothing comes back."
    )


# prolongations


@pytest.mark.parametrize("names", [("1", "2"), ("2", "1")])
def test_prolonged_twice(names):
    """The second finds the law alive only thanks to the first, whatever the amendments are called."""
    held = corpus(
        act("e", "2020-03-01"), act("x", "2020-06-01"), act("y", "2020-09-01"), passing("e"),
        by("x", PROLONGED, "e", until="2020-09-21", name=f"lt:a/{names[0]}"),
        by("y", PROLONGED, "e", until="2020-12-21", name=f"lt:a/{names[1]}"),
    )  # fmt: skip

    assert [changed(held, day) for day in ("2020-12-20", "2020-12-21")] == [True, False]
    assert [(str(m.when), m.what) for m in lt.timeline(held, CODE) if "prolonged" in m.what] == [
        ("2020-06-01", "prolonged from 2020-06-21 to 2020-09-21 by Act x"),
        ("2020-09-01", "prolonged from 2020-09-21 to 2020-12-21 by Act y"),
    ]


def test_a_prolongation_may_speak_of_the_one_before():
    """What prolongs the act that prolonged a law prolongs the law; what comes after the end does not."""
    held = corpus(
        act("e", "2020-03-01"), act("x", "2020-06-01"), act("y", "2020-09-01"), act("z", "2021-01-01"),
        passing("e"), by("x", PROLONGED, "e", until="2020-09-21"),
        by("y", PROLONGED, "x", until="2020-12-21"), by("z", PROLONGED, "e", until="2021-06-21"),
    )  # fmt: skip

    assert [changed(held, day) for day in ("2020-12-20", "2020-12-21")] == [True, False]


def test_an_undated_prolongation_may_let_another_come_in_time():
    """The second comes after the first end, so it counts only if the undated one came before."""
    held = corpus(
        act("e", "2020-03-01"), act("x", "unknown"), act("y", "2020-09-01"), passing("e"),
        by("x", PROLONGED, "e", until="2020-09-21"), by("y", PROLONGED, "e", until="2020-12-21"),
    )  # fmt: skip

    assert [changed(held, day) for day in ("2020-06-20", "2020-12-20", "2020-12-21")] == [
        True, lt.UNKNOWN, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "until", "unsure", "over"),
    [
        ("2020-06-01", lt.UNKNOWN, "2030-01-01", ""),  # to a day nobody knows
        ("2020-06-01", lt.NOT_APPLICABLE, "2030-01-01", ""),  # the act does not say to which
        ("unknown", "2020-09-21", "2020-09-20", "2020-09-21"),  # undated
        ("2020", "2020-09-21", "2020-09-20", "2020-09-21"),  # perhaps too late
        ("2020-06-01", "2020-07/2020-09", "2020-09-29", "2020-09-30"),
    ],
)
def test_prolonged_nobody_knows_how(start, until, unsure, over):
    """Until its first end the law surely holds; then nothing is sure, up to where it surely is over."""
    held = corpus(act("e", "2020-03-01"), act("x", start), passing("e"), by("x", PROLONGED, "e", until=until))

    assert changed(held, "2020-06-20") is True
    assert changed(held, unsure) is lt.UNKNOWN
    assert "prolonged by lt:a/x" in told(held, unsure)
    assert not over or changed(held, over) is False


# postponements and orders


@pytest.mark.parametrize("start", ["unknown", "2020"])
def test_postponed_nobody_knows_whether_in_time(start):
    """The act may have begun before; from the new day on it surely has."""
    held = corpus(
        act("e", "2020-03-01"), act("x", start), lasting("e"), by("x", POSTPONED, "e", until="2021-01-01")
    )
    (row,) = lt.commencement(held, "e")

    assert [changed(held, day) for day in ("2020-02-29", "2020-06-01", "2021-01-01")] == [
        False, lt.UNKNOWN, True,
    ]  # fmt: skip
    assert lt.status(held, "e", on="2020-06-01").status is ForceStatus.UNKNOWN
    assert (str(row.start), "perhaps postponed by lt:a/x" in row.reason) == ("2020-03-01/2021-01-01", True)
    assert "perhaps postponed by lt:a/x" in told(held, "2020-06-01")


def test_a_postponement_of_what_is_undated():
    """It may have begun before; only an act that says that it begins settles that."""
    held = corpus(
        act("e", "unknown"), act("x", "2020-02-01"), lasting("e"), by("x", POSTPONED, "e", until="2021-01-01")
    )
    ordered = held.with_(act("y", "2021-03-01"), by("y", SET, "e"))

    assert changed(held, "2030-01-01") is lt.UNKNOWN
    assert [changed(ordered, day) for day in ("2021-02-28", "2021-03-01")] == [False, True]


def test_an_undated_act_signed_too_late_postpones_nothing():
    """It surely is no law before it was signed, and by then the other had begun."""
    held = corpus(
        act("e", "2020-03-01"), act("x", "unknown", signed="2020-04-01"), lasting("e"),
        by("x", POSTPONED, "e", until="2021-01-01"),
    )  # fmt: skip

    assert changed(held, "2020-03-01") is True


def test_a_postponement_in_an_act_that_never_began():
    """Nothing moves: not the text, not the status, not the commencement."""
    held = corpus(
        act("e", "2020-03-01"), act("x", "2020-02-01", repealed="2020-01-01"), lasting("e"),
        by("x", POSTPONED, "e", until="2021-01-01"),
    )  # fmt: skip

    assert changed(held, "2020-03-01") is True
    assert lt.status(held, "e", on="2020-03-01").status is ForceStatus.IN_FORCE
    assert str(lt.commencement(held, "e")[0].start) == "2020-03-01"


@pytest.mark.parametrize("names", [("1", "2"), ("2", "1")])
def test_two_postponements_of_one_day(names):
    """Nothing says which has the last word, and the ids do not; days of signature would."""
    (one, other), days = names, ("2021-01-01", "2022-01-01")
    acting = [
        by("x", POSTPONED, "e", until=days[0], name=f"lt:a/{one}"),
        by("y", POSTPONED, "e", until=days[1], name=f"lt:a/{other}"),
    ]
    unsigned = [act("x", "2020-02-01"), act("y", "2020-02-01")]
    signed = [act("x", "2020-02-01", signed="2020-01-02"), act("y", "2020-02-01", signed="2020-01-01")]
    law = [act("e", "2020-03-01"), lasting("e"), *acting]

    assert [changed(corpus(*law, *unsigned), day) for day in ("2020-12-31", "2021-06-01", "2022-01-01")] == [
        False, lt.UNKNOWN, True,
    ]  # fmt: skip
    assert [changed(corpus(*law, *signed), day) for day in ("2020-12-31", "2021-01-01")] == [False, True]


# repealed before it began


def test_a_repeal_that_never_began_stops_nothing():
    """The act that was to repeal another was repealed first."""
    held = corpus(
        act("e", "2020-03-01"), act("r", "2019-06-01", repealed="2019-01-01"), lasting("e"),
        by("r", REPEALED, "e"),
    )  # fmt: skip

    assert changed(held, "2020-03-01") is True


@pytest.mark.parametrize(
    ("revived", "not_yet", "begins"),
    [("2019-06-01", "2020-02-29", "2020-03-01"), ("2021-01-01", "2020-12-31", "2021-01-01")],
)
def test_an_act_repealed_and_revived_before_it_began(revived, not_yet, begins):
    """As if not repealed; where the revival comes after its day, from the revival on."""
    held = corpus(
        act("e", "2020-03-01"), act("r", "2019-01-01"), act("v", revived), lasting("e"),
        by("r", REPEALED, "e"), by("v", REVIVED, "e"),
    )  # fmt: skip

    assert [changed(held, day) for day in (not_yet, begins)] == [False, True]


@pytest.mark.parametrize("start", ["2020", "unknown"])
def test_an_act_perhaps_repealed_before_it_began(start):
    """Its change counts never surely, nor do its effects; the note names the repeal."""
    effect = lt.Effect(id="lt:e", kind="unspecified", by=("lt:a/e",))
    held = corpus(act("e", "2020-03-01"), act("r", start), lasting("e"), by("r", REPEALED, "e"), effect)

    assert [changed(held, day) for day in ("2020-02-01", "2030-01-01")] == [False, lt.UNKNOWN]
    assert "perhaps repealed before it began, by lt:a/r" in told(held, "2030-01-01")
    assert force_of(held, effect) is lt.UNKNOWN


def test_an_undated_repeal_signed_after_the_start_comes_too_late():
    """What had begun by then stays in the text."""
    held = corpus(
        act("e", "2020-03-01"), act("r", "unknown", signed="2020-04-01"), lasting("e"),
        by("r", REPEALED, "e"),
    )  # fmt: skip

    assert changed(held, "2030-01-01") is True


def test_what_never_began_is_not_told_as_made():
    """The life of the code does not have an amendment of an act that was repealed first."""
    held = corpus(act("e", "2020-03-01", repealed="2020-01-01"), lasting("e"))

    assert lt.timeline(held, CODE).rows == ()


def test_two_acts_that_repeal_each_other():
    """The earlier has its way; of one day, nobody knows."""
    circle = [by("x", REPEALED, "y"), by("y", REPEALED, "x"), by("y", lt.UNKNOWN, ART_1, name="lt:a/change",
              modifications=(words("ten", "ninety"),))]  # fmt: skip

    assert changed(corpus(act("x", "2020-01-01"), act("y", "2020-02-01"), *circle), "2021-01-01") is False
    assert changed(corpus(act("x", "2020-02-01"), act("y", "2020-01-01"), *circle), "2021-01-01") is True
    twins = corpus(act("x", "2020-01-01"), act("y", "2020-01-01"), *circle)
    assert changed(twins, "2021-01-01") is lt.UNKNOWN


def test_a_long_row_of_acts():
    """Of three hundred acts each repeals the one before it began: every second one stands."""
    count = 300
    acts = [act(str(n), str(date(2020, 1, 1).replace(year=2020 + n))) for n in range(count)]
    repeals = [by(str(n), REPEALED, str(n + 1)) for n in range(count - 1)]
    change = by(str(count - 1), lt.UNKNOWN, ART_1, name="lt:a/c", modifications=(words("ten", "ninety"),))

    assert changed(corpus(*acts, *repeals, change), "2400-01-01") is (count % 2 == 1)


# what a text holds already


def test_a_text_given_that_has_what_lapsed():
    """It stays there, since the text from before is not at hand, and a note says so."""
    held = corpus(act("e", "2020-03-01"), passing("e"))
    base = lt.consolidate(held, CODE, on="2020-04-01")
    law = lt.consolidate(held, CODE, on="2020-07-01", base=base)

    assert law["art_1"].text == "The fine is ninety days."
    assert law.notes == (
        "lt:a/e: no longer law, yet it is in the text from which this starts, and stays there; "
        "from 2020-03-01 until 2020-06-21.",
    )
    assert lt.consolidate(held, CODE, on="2020-05-01", base=base).notes == ()


@pytest.mark.parametrize("more", [{"produced_by": ("lt:a/e",)}, {}])
def test_a_wording_that_has_what_lapsed(more):
    """One that the act made, or that begins with it, says no longer what the law is."""
    old, new = (
        wording("art_1", period="2000-01-01..2020-03-01"),
        wording("art_1", "Ninety.", "2020-03-01..", **more),
    )
    held = lt.Corpus.of([code(), *provisions("art_1"), old, new, act("e", "2020-03-01"), passing("e")])

    assert lt.consolidate(held, CODE, on="2020-05-01").notes == ()
    assert "lt:a/e: no longer law, yet it is in the wording of art_1" in told(held, "2020-07-01")


def test_a_day_after_the_last_wording():
    """An empty text is not the law of that day."""
    held = lt.Corpus.of([code(), *provisions("art_1"), wording("art_1", period="2000-01-01..2020-06-21")])

    assert told(held, "2020-06-20") == ""
    assert told(held, "2020-07-01") == (
        "The last wording recorded ends on 2020-06-21: what the work says from then on is not told."
    )


def test_marked_days_give_one_note():
    """Around the end that is marked an amendment is left out, and not taken as begun as well."""
    held = corpus(act("e", "2016~"), passing("e", until="2017~"))

    assert len(lt.consolidate(held, CODE, on="2018-06-01").notes) == 1


# whatever is done to whom

_DAYS = [f"20{year}-01-01" for year in range(10, 20)]
_operations = st.sampled_from([REPEALED, REVIVED, PROLONGED, POSTPONED, SET])


@st.composite
def _acting(draw):
    """A change of the code, and acts that act upon it and upon each other."""
    names = [f"x{n}" for n in range(draw(st.integers(1, 4)))]
    records = [act("e", draw(st.sampled_from(_DAYS))), passing("e", until=draw(st.sampled_from(_DAYS)))]
    for name in names:
        operation = draw(_operations)
        lasts = operation in (PROLONGED, POSTPONED) or draw(st.booleans())
        until = draw(st.sampled_from(_DAYS)) if lasts else lt.NOT_APPLICABLE
        target = draw(st.sampled_from(["e", "e", *names]))
        start = draw(st.sampled_from(_DAYS))
        records += [act(name, start), by(name, operation, target, until=until)]
    return names, records


@given(_acting(), st.data())
def test_less_known_is_never_surely_another_answer(acting, data):
    """Where the day of an acting act is not known, or only its year, the answer is the same or not sure."""
    names, records = acting
    name = data.draw(st.sampled_from(names))
    start = str(next(each for each in records if each.id == name).commencement[0].rule)
    vague = act(name, data.draw(st.sampled_from(["unknown", start[:4], f"{start}?"])))
    less = [vague if each.id == name else each for each in records]
    day = data.draw(st.sampled_from([day.replace("-01-01", "-07-01") for day in _DAYS]))
    sure, unsure = changed(corpus(*records), day), changed(corpus(*less), day)

    assert unsure in (sure, lt.UNKNOWN)


@given(_acting(), st.randoms(use_true_random=False))
def test_names_and_order_of_acts_decide_nothing(acting, random):
    """Called otherwise, and recorded in another order, acts come to the same."""
    names, records = acting
    called = dict(zip(names, random.sample([f"y{n}" for n in range(len(names))], len(names)), strict=True))
    renamed = [_renamed(record, called) for record in records]
    random.shuffle(renamed)
    days = [day.replace("-01-01", "-07-01") for day in _DAYS]

    assert [changed(corpus(*records), day) for day in days] == [
        changed(corpus(*renamed), day) for day in days
    ]


def _renamed(record, called):
    if isinstance(record, lt.Work):
        return evolve(record, id=called.get(record.id, record.id))
    by = called.get(record.instrument, record.instrument)
    targets = tuple(called.get(target, target) for target in record.targets)
    return evolve(record, id=f"lt:a/{by}", instrument=by, targets=targets)
