"""Provisions followed through what amendments record of their addresses."""

from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.commencement_rules import CommencementRule
from lawtrack.model.critique import CritiquePoint
from lawtrack.model.instruction import Operation

CODE, ACT = "/akn/kz/act/code/2000-01-01/1", "/akn/kz/act/law/2020-03-01/7"
EIDS = ("art_5", "art_5__para_1", "art_5__para_2", "art_5-1", "art_6", "art_6__para_2", "art_7", "art_9")
PLACES = [lt.Provision(work=CODE, eid=lt.EId.read(eid)) for eid in EIDS]
ACTOR = lt.Actor(id="lt:kz/actor/a", name=lt.LangMap.of("A"))


def place(eid):
    return f"{CODE}~{eid}"


def amendment(*changes, name="moves", day="2020-03-11", target="art_5", **fields):
    return lt.Amendment(
        id=f"lt:kz/amendment/{name}",
        instrument=ACT,
        targets=(place(target),),
        modifications=changes,
        commencement=CommencementRule.read(day),
        **fields,
    )


def followed(*amendments, start="art_5__para_2", **days):
    corpus = lt.Corpus.of([lt.Work(id=CODE), lt.Work(id=ACT), *PLACES, *amendments])
    return lt.follow(corpus, place(start), **days)


def unit(num, text="All."):
    return lt.Unit(type="article", num=num, text=text)


@pytest.mark.parametrize(
    ("change", "start", "now"),
    [
        (lt.Renumbering(target="art_5", num="Article 6."), "art_5__para_2", "art_6__para_2"),
        (lt.Move(target="art_5__para_2", to="art_6"), "art_5__para_2", "art_6__para_2"),
        (lt.PartSubstitution(target="art_5", part="num", new="6"), "art_5", "art_6"),
        (lt.Join(target="art_5", through="art_6", unit=unit("5")), "art_6__para_2", "art_5"),
        (lt.Unwrapping(target="art_5"), "art_5__para_2", "art_5"),
        (lt.WordSubstitution(target="art_5", old="a", new="b"), "art_5__para_2", "art_5__para_2"),
        (lt.Insertion(target="art_5", units=(unit("5-1"),), where=lt.Place.AFTER), "art_5", "art_5"),
        (lt.UnitSubstitution(target="art_5", units=(unit("5", "New."),)), "art_5", "art_5"),
    ],
)
def test_recorded_modifications_are_followed(change, start, now):
    """Renumbering, move and join lead on; words and insertions leave a unit where it is."""
    trace = followed(amendment(change), start=start)

    assert (trace.now, trace.note) == (place(now), "")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lt.Repeal(target="art_5"), "moves repeals it."),
        (lt.UnitSubstitution(target="art_5", units=(unit("8"),)), "moves puts other units in its place."),
        (lt.Renumbering(target="art_5", num="8"), "art_8__para_2, and the corpus has no such provision."),
        (lt.Move(target="art_5", to=(3, 1)), None),
        (lt.Move(target="art_5__para_2", to=(3, 1)), "gives it a place or number that cannot be told."),
    ],
)  # fmt: skip
def test_a_lost_way_says_why(change, why):
    """What is gone, or goes nobody knows where, is lost with the reason; a doubt is told, not followed."""
    trace = followed(amendment(change))

    assert trace.now == (place("art_5__para_2") if why is None else lt.UNKNOWN)
    assert "only the text tells" in trace.note if why is None else trace.note.endswith(why)


def test_a_split_names_what_may_hold_the_words():
    """The way ends at a split, and each part is followed on its own."""
    split = lt.Split(target="art_5", units=(unit("5"), unit("5-1")))
    later = amendment(lt.Renumbering(target="art_5-1", num="9"), name="later", day="2021-01-01")
    trace = followed(amendment(split), later, start="art_5")

    assert (trace.now, trace.among) == (lt.UNKNOWN, (place("art_5"), place("art_9")))
    assert trace.note == "lt:kz/amendment/moves splits it into art_5 and art_5-1."


def test_modifications_of_one_amendment_are_followed_in_their_order():
    """Making room first: 6 becomes 7, then 5 becomes 6; nothing is led on twice."""
    room = [lt.Renumbering(target="art_6", num="7"), lt.Renumbering(target="art_5", num="6")]

    assert followed(amendment(*room), start="art_5").now == place("art_6")
    assert followed(amendment(*room), start="art_6").now == place("art_7")


def test_two_renumberings_of_one_day_that_meet_lose_the_way():
    """Whether the second speaks of numbers before or after the first nobody says."""
    one = amendment(name="one", renumbered_as=(place("art_6"),), operation=Operation.RENUMBERING)
    two = amendment(name="two", target="art_6", renumbered_as=(place("art_7"),))
    trace = followed(one, two, start="art_5")

    assert trace.now is lt.UNKNOWN
    assert "renumber it on one day" in trace.note
    later = attrs.evolve(two, commencement=CommencementRule.read("2021-01-01"))
    assert followed(one, later, start="art_5").now == place("art_7")


def test_words_taken_out_repeal_no_unit():
    """An amendment that repeals words of an article leaves the article where it is."""
    trace = followed(amendment(operation=Operation.REPEAL, old_text="without leave"))

    assert trace.now == place("art_5__para_2")


def test_what_lasted_for_a_time_only_is_over():
    """A temporary repeal hides a unit for its time, and no longer."""
    passing = amendment(lt.Repeal(target="art_5"), until=lt.EdtfDate.read("2021-01-01"))

    assert followed(passing, on="2020-06-01").now is lt.UNKNOWN
    assert followed(passing, on="2021-06-01").now == place("art_5__para_2")


@given(st.permutations(["6", "7", "9"]), st.sampled_from(["2020-06-01", "2021-06-01", "2022-06-01"]))
def test_stages_of_a_way_join(numbers, between):
    """Following to a day and from there on is following to the end."""
    steps = [
        amendment(lt.Renumbering(target=f"art_{old}", num=new), name=f"n{year}", day=f"{year}-01-01")
        for year, (old, new) in enumerate(pairwise(["5", *numbers]), 2020)
    ]
    first = followed(*steps, start="art_5", on=between)
    rest = followed(*steps, start=first.now.rpartition("~")[2], since=between)

    assert rest.now == followed(*steps, start="art_5").now == place(f"art_{numbers[-1]}")


def anchored(*records, target="art_5"):
    point = CritiquePoint(target=place(target), selector=lt.Selector(exact="without leave"))
    critique = lt.Critique(
        id="lt:kz/critique/1",
        critics=(ACTOR.id,),
        targets=(point.target,),
        points=(point,),
        gist=lt.LangMap.of("an objection"),
        date=lt.EdtfDate.read("2019-06-01"),
    )
    (row,) = lt.anchors(lt.Corpus.of([ACTOR, lt.Work(id=CODE), lt.Work(id=ACT), *PLACES, critique, *records]))
    return row


def wording(eid, text):
    return lt.Wording(id=f"lt:kz/wording/{eid}", provision=place(eid), lang="en", text=text)


@pytest.mark.parametrize(
    ("texts", "state", "now"),
    [
        (("Notice is given.", "Who gathers without leave."), "found", "art_5-1"),
        (("Without leave is without.", "Nothing."), "found", "art_5"),
        (("Without leave.", "Without leave."), "ambiguous", None),
        (("Notice is given.", "Nothing."), "orphaned", None),
    ],
)
def test_words_of_a_split_provision_are_looked_for_in_each_part(texts, state, now):
    """Found in one part they stand there; in none they are gone; in several nobody can tell."""
    split = amendment(lt.Split(target="art_5", units=(unit("5"), unit("5-1"))))
    row = anchored(split, wording("art_5", texts[0]), wording("art_5-1", texts[1]))

    assert (row.state.value, row.now) == (state, lt.UNKNOWN if now is None else place(now))
    assert "splits it" in row.note


def test_words_that_an_amendment_moved_stay_found():
    """A recorded move is followed, so the passage is found where it went."""
    moved = amendment(lt.Move(target="art_5__para_2", to="art_6"))
    row = anchored(moved, wording("art_6__para_2", "Who gathers without leave."), target="art_5__para_2")

    assert (row.state.value, row.now, row.seen_in) == ("found", place("art_6__para_2"), ())


def test_words_are_looked_up_as_amendments_made_them():
    """An open wording from before an amendment does not stand for the text after it."""
    words = lt.WordSubstitution(target="art_5", old="without leave", new="with leave")
    old = lt.Wording(
        id="lt:kz/wording/5", provision=place("art_5"), lang="en", text="Who gathers without leave.",
        in_force=lt.Period.read("2014-01-01.."),
    )  # fmt: skip

    assert anchored(old).state.value == "found"
    row = anchored(amendment(words), old)
    assert (row.state.value, row.wording) == ("orphaned", lt.UNKNOWN)
