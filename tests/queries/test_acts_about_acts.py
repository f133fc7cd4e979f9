"""Acts that say when others begin, for how long they last, and when they do not apply, in every answer."""

import pytest

import lawtrack as lt
from lawtrack.commencement_rules import read_rule
from lawtrack.model.instruction import AmendmentMode, Operation
from lawtrack.model.text import CommencementPart
from lawtrack.timelines import ForceStatus

CODE, ACT, OTHER = (
    "/akn/kz/act/code/2014-07-03/1",
    "/akn/kz/act/law/2016-12-22/1",
    "/akn/kz/act/law/2017-03-01/2",
)
ARTICLE = f"{CODE}~art_1"


def work(id, *parts):
    rules = [part if isinstance(part, tuple) else (part, ()) for part in parts]
    return lt.Work(
        id=id,
        title=lt.LangMap.of(f"Act {id[-1]}" if id != CODE else "Code"),
        commencement=tuple(CommencementPart(rule=read_rule(rule), provisions=on) for rule, on in rules),
    )


def about(operation, *targets, by=OTHER, until=lt.NOT_APPLICABLE, **more):
    return lt.Amendment(
        id=f"lt:a/{operation.value}", instrument=by, targets=targets, operation=operation,
        until=lt.EdtfDate.read(until) if isinstance(until, str) else until, **more,
    )  # fmt: skip


def corpus(start, *acts, begins="2017-04-01", until=lt.NOT_APPLICABLE):
    """A code of one article that an act of that start changes, and another act that speaks of the first."""
    change = lt.Amendment(
        id="lt:a/change", instrument=ACT, targets=(ARTICLE,),
        modifications=(lt.WordSubstitution(target="art_1", old="ten", new="thirty"),),
        until=lt.EdtfDate.read(until) if isinstance(until, str) else until,
    )  # fmt: skip
    words = lt.Wording(
        id="lt:w", provision=ARTICLE, lang="en", text="ten", in_force=lt.Period.read("2015-01-01..")
    )
    article = lt.Provision(work=CODE, eid=lt.EId.read("art_1"))
    held = [work(CODE, "2015-01-01"), work(ACT, start), work(OTHER, begins)]
    return lt.Corpus.of([*held, article, words, change, *acts])


def text(held, day):
    return lt.consolidate(held, CODE, on=day)["art_1"].text


def status(held, day, of=ACT):
    return lt.status(held, of, on=day).status


def told(held, of=CODE):
    return [(str(moment.when), moment.what) for moment in lt.timeline(held, of) if moment.type != "event"]


POSTPONED = Operation.POSTPONEMENT_OF_ENTRY_INTO_FORCE


def test_a_deferred_act_begins_on_its_new_day():
    """Text, status, commencement and life of the code all know of it."""
    held = corpus("2017-07-01", about(POSTPONED, ACT, until="2018-01-01"))
    (start,) = lt.commencement(held, ACT)

    assert [text(held, day) for day in ("2017-12-31", "2018-01-01")] == ["ten", "thirty"]
    assert status(held, "2017-12-31") is ForceStatus.NOT_IN_FORCE
    assert status(held, "2018-01-01") is ForceStatus.IN_FORCE
    assert str(start.start) == "2018-01-01"
    assert start.reason.endswith("in force 2017-07-01; another act makes it 2018-01-01")
    assert told(held)[-1] == ("2018-01-01", "amended by Act 1")
    assert ("2017-04-01", "postponed by Act 2") in told(held, ACT)


def test_what_has_begun_is_not_deferred():
    """An act that postpones another after it began comes too late."""
    held = corpus("2017-03-15", about(POSTPONED, ACT, until="2018-01-01"))

    assert text(held, "2017-03-15") == "thirty"
    assert status(held, "2017-05-01") is ForceStatus.IN_FORCE


@pytest.mark.parametrize("until", [lt.NOT_APPLICABLE, lt.UNKNOWN])
def test_deferred_without_a_day(until):
    """Until somebody sets one, nobody knows."""
    held = corpus("2017-07-01", about(POSTPONED, ACT, until=until))

    assert text(held, "2030-01-01") == "ten"
    assert status(held, "2030-01-01") is ForceStatus.UNKNOWN


def test_one_amendment_may_be_deferred_alone():
    """The act begins, its change of the code does not."""
    held = corpus("2017-07-01", about(POSTPONED, "lt:a/change", until="2018-01-01"))

    assert status(held, "2017-08-01") is ForceStatus.IN_FORCE
    assert [text(held, day) for day in ("2017-12-31", "2018-01-01")] == ["ten", "thirty"]


def test_a_conditional_act_waits_for_its_order():
    """Without the order nobody knows; with it the act begins when the order makes it."""
    rule = 'by_order("a decree")'
    alone, ordered = corpus(rule), corpus(rule, about(Operation.ENTRY_INTO_FORCE, ACT))

    assert (status(alone, "2030-01-01"), text(alone, "2030-01-01")) == (ForceStatus.UNKNOWN, "ten")
    assert [status(ordered, day) for day in ("2017-03-31", "2017-04-01")] == [
        ForceStatus.NOT_IN_FORCE,
        ForceStatus.IN_FORCE,
    ]
    assert [text(ordered, day) for day in ("2017-03-31", "2017-04-01")] == ["ten", "thirty"]


def test_staged_commencement_in_every_answer():
    """The article waits for its own day; in between the act is partly in force (I-17)."""
    held = corpus("2017-01-07")
    staged = held.with_(work(ACT, "2017-01-07", ("2017-07-01", (ARTICLE,))))

    assert [str(start.start) for start in lt.commencement(staged, ACT)] == ["2017-01-07", "2017-07-01"]
    assert status(staged, "2017-03-01") is ForceStatus.PARTIALLY_IN_FORCE
    assert [text(staged, day) for day in ("2017-06-30", "2017-07-01")] == ["ten", "thirty"]


def test_effects_follow_the_act_that_was_deferred():
    """What an act does to people begins with it."""
    effect = lt.Effect(id="lt:e", kind="unspecified", by=("lt:a/change",))
    held = corpus("2017-07-01", about(POSTPONED, ACT, until="2018-01-01"), effect)

    found = [bool(lt.effects(held, on=day)) for day in ("2017-12-31", "2018-01-01")]
    assert found == [False, True]


def test_temporary_law_in_every_answer():
    """It lapses on its day, and the life of the code tells both days."""
    held = corpus("2017-01-07", until="2017-06-01")

    assert [text(held, day) for day in ("2017-05-31", "2017-06-01")] == ["thirty", "ten"]
    assert told(held)[-2:] == [
        ("2017-01-07", "amended by Act 1"),
        ("2017-06-01", "amended no longer by Act 1"),
    ]


@pytest.mark.parametrize(
    ("longer", "last", "ends"),
    [("2017-09-01", "2017-08-31", "2017-09-01"), ("2017-05-01", "2017-05-31", "2017-06-01")],
)
def test_prolonging_never_shortens(longer, last, ends):
    """An act prolonged as a whole may hold what was to last longer anyway."""
    held = corpus("2017-01-07", about(Operation.PROROGATION_OF_FORCE, ACT, until=longer), until="2017-06-01")

    assert [text(held, day) for day in (last, ends)] == ["thirty", "ten"]
    assert ("2017-04-01", "prolonged by Act 2") in told(held, ACT)


def test_a_suspension_in_every_answer():
    """Words and status stay; notes and the life of the code tell from when until when."""
    pause = about(Operation.INAPPLICATION, CODE, until="2017-06-01", mode=AmendmentMode.EFFICACY)
    held = corpus("unknown", pause)

    assert status(held, "2017-05-01", CODE) is ForceStatus.IN_FORCE
    assert lt.status(held, CODE, on="2017-05-01").notes[0].startswith("Suspended: the work, from 2017-04-01")
    assert "lt:a/inapplication: suspends" in lt.consolidate(held, CODE, on="2017-05-01").notes[-1]
    assert told(held)[1:] == [
        ("2017-04-01", "suspended by Act 2"),
        ("2017-06-01", "suspended no longer by Act 2"),
    ]


def test_what_never_began_is_no_part_of_a_life():
    """An amendment recorded to end before it begins is not told as one that was made."""
    assert told(corpus("2017-07-01", until="2017-01-01")) == [("2015-01-01", "in force: general rule")]
