"""Critiques counted, converging, heeded, silent and dangling; anchors through renumbering."""

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.commencement_rules import CommencementRule
from lawtrack.model.actors import ActorKind
from lawtrack.model.assertion import Polarity
from lawtrack.model.change import Change
from lawtrack.model.critique import (
    Asks,
    CritiquePoint,
    Outcome,
    OutcomeStatus,
    Priority,
    Recommendation,
    Stage,
)
from lawtrack.model.grounds import FRAMES, Ground
from lawtrack.model.instruction import Operation
from lawtrack.model.text import EventKind, LifecycleEvent
from lawtrack.queries.critics import count_critics, count_independent, objections_of

CODE, ACT = "/akn/kz/act/code/2000-01-01/1", "/akn/kz/act/law/2020-03-01/7"
GIST = lt.LangMap.of("an objection")
DAY = lt.EdtfDate.read


def provision(eid):
    return lt.Provision(work=CODE, eid=lt.EId.read(eid))


def act(day="2020-03-01"):
    return lt.Work(id=ACT, events=(LifecycleEvent(kind=EventKind.SIGNED, date=DAY(day)),))


def wording(name, eid, text, period):
    return lt.Wording(
        id=f"lt:kz/wording/{name}",
        provision=f"{CODE}~{eid}",
        lang="en",
        text=text,
        in_force=lt.Period.read(period),
    )


def renumbering(operation=Operation.RENUMBERING, became=("art_6",), day="2020-03-11"):
    return lt.Amendment(
        id="lt:kz/amendment/moves",
        instrument=ACT,
        targets=(f"{CODE}~art_5",),
        renumbered_as=tuple(f"{CODE}~{eid}" for eid in became),
        operation=operation,
        commencement=CommencementRule.read(day),
    )


def critique(i, critics=("a",), targets=("x",), grounds=(Ground.VAGUENESS,), **fields):
    return lt.Critique(
        id=f"lt:kz/critique/{i}",
        critics=tuple(f"lt:kz/actor/{name}" for name in critics),
        targets=targets,
        grounds=grounds,
        gist=GIST,
        **fields,
    )


WORDS = "whoever gathers without leave of the authority"
POINT = CritiquePoint(target=f"{CODE}~art_5__para_2", selector=lt.Selector.of(WORDS))
ANCHORED = critique(1, targets=(POINT.target,), points=(POINT,), date=DAY("2019-06-01"))
BEFORE = wording("old", "art_5__para_2", f"A fine befalls {WORDS}.", "2000-01-01..2020-03-11")
PLACES = [provision(e) for e in ("art_5", "art_5__para_2", "art_6", "art_6__para_2", "art_7")]
ACTOR = lt.Actor(id="lt:kz/actor/a", name=lt.LangMap.of("A"))


def anchored(*records, on="2021-01-01"):
    (row,) = lt.anchors(lt.Corpus.of([act(), ACTOR, ANCHORED, BEFORE, *PLACES, *records]), on=on)
    return row


# anchors


def test_a_passage_stays_found_through_renumbering():
    """Paragraph 2 of article 5 goes with it when that becomes article 6, and the critique stays anchored."""
    after = wording("new", "art_6__para_2", f"A fine or arrest befalls\n {WORDS}.", "2020-03-11..")
    row = anchored(renumbering(), after)

    assert (row.state.value, row.now, row.wording) == ("found", f"{CODE}~art_6__para_2", after.id)
    assert "moves" in row.note


def test_a_passage_that_is_gone_is_orphaned_and_says_so():
    """Other words stand under the new number: orphaned, with the reason."""
    after = wording("new", "art_6__para_2", "Assemblies are announced.", "2020-03-11..")
    row = anchored(renumbering(), after)

    assert (row.state.value, row.seen_in) == ("orphaned", ())
    assert "gone" in row.note


def test_words_that_moved_without_a_record_are_told_and_not_followed():
    """The same words in another article are a hint; the anchor itself is lost."""
    here = wording("new", "art_5__para_2", "Assemblies are announced.", "2020-03-11..")
    there = wording("there", "art_7", f"A fine befalls {WORDS}.", "2020-03-11..")
    row = anchored(here, there)

    assert (row.state.value, row.seen_in) == ("orphaned", (f"{CODE}~art_7",))


@pytest.mark.parametrize("operation", [Operation.REPEAL, Operation.RENUMBERING])
def test_the_way_is_lost_where_nobody_says_whereto(operation):
    """A repeal, or a renumbering into nobody says what, loses the provision and names the amendment."""
    row = anchored(renumbering(operation, became=()))

    assert (row.state.value, row.now) == ("orphaned", lt.UNKNOWN)
    assert "lt:kz/amendment/moves" in row.note


def test_without_a_text_nothing_is_checked():
    """No wording of that day: unchecked, which is neither found nor orphaned."""
    assert anchored(on="2021-01-01").state.value == "unchecked"


def test_a_renumbering_after_the_day_asked_about_is_not_followed():
    """On the day before, the passage still stands under its old number."""
    row = anchored(renumbering(), on="2020-03-10")

    assert (row.state.value, row.now) == ("found", POINT.target)


def test_a_renumbering_of_unknown_day_is_doubtful():
    """Whether it came in between nobody knows: the provision stays, and the note says so."""
    row = anchored(renumbering(day="unknown"), on="2020-03-10")

    assert row.now == POINT.target
    assert "not known" in row.note


# counts


CRITICS = st.lists(st.sampled_from("abcd"), min_size=1, max_size=2, unique=True).map(tuple)
CRITIQUES = st.lists(
    st.tuples(
        CRITICS,
        st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, max_size=2, unique=True).map(tuple),
        st.one_of(
            st.sampled_from([lt.UNKNOWN, lt.NOT_STATED]),
            st.lists(st.sampled_from(list(Ground)[:5]), min_size=1, max_size=2, unique=True).map(tuple),
        ),
        st.sampled_from([lt.UNKNOWN, *list(Stage)[:2]]),
        st.booleans(),
    ),
    max_size=6,
).map(
    lambda rows: [
        critique(
            i,
            critics,
            targets,
            grounds,
            stage=stage,
            draws_on=(f"lt:kz/critique/{i - 1}",) if draws and i else (),
        )
        for i, (critics, targets, grounds, stage, draws) in enumerate(rows)
    ]
)
ACTORS = [
    lt.Actor(id=f"lt:kz/actor/{name}", name=lt.LangMap.of("analysts"), kind=kind)
    for name, kind in zip(
        "abcd", [ActorKind.UNNAMED_COLLECTIVE] * 2 + [ActorKind.ORGANISATION] * 2, strict=True
    )
]
WAYS = [*FRAMES, "ground", "stage", "severity", "critic_type", "target_kind", "right"]


@given(CRITIQUES, st.sampled_from(WAYS), st.sampled_from([None, *WAYS]))
def test_objections_add_up_over_every_partition(critiques, by, across):
    """Every objection stands in one cell, the unknown ones included (I-58)."""
    corpus = lt.Corpus.of([*ACTORS, *critiques])
    assume(by != across)
    rows = lt.critique_counts(corpus, by=by, across=across)

    assert sum(row.objections for row in rows) == len(list(objections_of(critiques)))
    assert all(row.critics <= row.critiques for row in rows)


@given(CRITIQUES)
def test_unnamed_collectives_stay_apart_and_joint_opinions_whole(critiques):
    """Each critique alone has one critic; sole authors of different ids are never merged (I-57)."""
    alone = [c for c in critiques if len(c.critics) == 1]

    assert all(count_critics([c]) == 1 for c in critiques)
    assert count_critics(alone) == len({c.critics for c in alone})
    assert count_critics(critiques) <= len(critiques)


@given(CRITIQUES, CRITICS.filter(lambda critics: len(critics) > 1))
def test_a_joint_opinion_never_takes_from_those_who_object_alone(critiques, critics):
    """One more joint text, on which nobody draws, leaves at least as many independent critics."""
    alone = [c for c in critiques if len(c.critics) == 1]
    joint = critique(99, critics)
    corpus = lt.Corpus.of([*ACTORS, *critiques, joint])

    assert count_independent(corpus, alone) <= count_independent(corpus, [*alone, joint])


@given(CRITIQUES)
def test_without_links_there_are_as_many_as_names(critiques):
    """Where all sign alone and nobody draws on anybody, each name is one; a single critique is one always."""
    alone = [attrs.evolve(c, draws_on=()) for c in critiques if len(c.critics) == 1]
    corpus = lt.Corpus.of([*ACTORS, *critiques])

    assert count_independent(lt.Corpus.of([*ACTORS, *alone]), alone) == len({c.critics for c in alone})
    assert all(count_independent(corpus, [each]) == 1 for each in critiques)


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        ([("a", ()), ("b", ())], 2),
        ([("a", ()), ("b", ()), ("ab", ())], 2),
        ([("ab", ())], 1),
        ([("ab", ()), ("bc", ())], 1),
        ([("ab", ()), ("cd", ())], 2),
        ([("a", ()), ("ab", ())], 1),
        ([("a", ()), ("b", (0,))], 1),
        ([("c", ()), ("a", (0,)), ("b", (0,))], 1),
        ([("a", ()), ("b", ()), ("c", (0, 1))], 2),
        ([("a", (1,)), ("b", (0,))], 1),
        ([("a", (1,)), ("b", (0,)), ("c", (0,)), ("d", ())], 2),
        ([("a", ()), ("b", (0,)), ("bc", ())], 1),
    ],
)
def test_who_stands_alone(rows, count):
    """Joint texts do not merge two who object alone; who draws on another adds nothing; a circle is one."""
    critiques = [
        critique(i, tuple(critics), draws_on=tuple(f"lt:kz/critique/{d}" for d in drawn))
        for i, (critics, drawn) in enumerate(rows)
    ]

    assert count_independent(lt.Corpus.of([*ACTORS, *critiques]), critiques) == count


@given(CRITIQUES)
def test_convergence_counts_at_most_the_critiques(critiques):
    """Independent critics are never more than critics, nor those more than critiques."""
    corpus = lt.Corpus.of([*ACTORS, *critiques])
    alone = {(r.target, r.ground): r.n_critics for r in lt.convergence(corpus, min_critics=1)}
    every = lt.convergence(corpus, min_critics=1, independent=False)

    assert all(alone[r.target, r.ground] <= r.n_critics <= len(r.critiques) for r in every)


def test_points_give_each_target_its_grounds():
    """A critique that attacks two targets on two grounds is found for each on its own."""
    points = (CritiquePoint(target="y", grounds=(Ground.SPEED,)),)
    held = lt.Corpus.of([ACTOR, critique(1, targets=("x", "y"), points=points)])

    assert held["1"].grounds_on("x") == (Ground.VAGUENESS,)
    assert held["1"].grounds_on("y") == (Ground.SPEED,)
    assert [(r.cell[0], r.objections) for r in lt.critique_counts(held)] == [("speed", 1), ("vagueness", 1)]
    assert len(lt.critiques(held, ground="speed")) == 1


def test_a_point_about_something_else_is_refused():
    """A point speaks of one of the targets of its critique."""
    with pytest.raises(lt.ReadingError, match="a target of the critique"):
        critique(1, points=(CritiquePoint(target="elsewhere"),))


@pytest.mark.parametrize("frame", FRAMES)
def test_every_ground_has_one_place_in_every_frame(frame):
    """A leaf that stood under two heads, or none, would break the sums."""
    leaves = " ".join(FRAMES[frame].values()).split()

    assert sorted(leaves) == sorted(ground.value for ground in Ground)


@pytest.mark.parametrize("by", WAYS)
def test_one_column_twice_is_refused(by):
    """There is nothing to set a column against but another."""
    with pytest.raises(lt.ReadingError, match=f"another way to count than by='{by}'"):
        lt.critique_counts(lt.Corpus.of(ACTORS), by=by, across=by)


@pytest.mark.parametrize("ask", [lt.critique_counts, lt.uptake])
def test_wrong_columns_suggest_the_nearest(small, ask):
    """A slip in the name of a column is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="Known"):
        ask(small, by="groundd")


# heeded, silent, dangling


def asked(test, made="2019-06-01", targets=(f"{CODE}~art_5",)):
    rec = Recommendation(
        id="lt:kz/recommendation/r",
        critique="lt:kz/critique/1",
        asks=Asks.REMOVE,
        targets=targets,
        testable_as=lt.Predicate.read(test),
        priority=Priority.KEY,
    )
    return [critique(1, targets=targets, date=DAY(made)), rec]


def repeal(eid="art_5"):
    return [
        lt.Amendment(id="lt:kz/amendment/repeals", instrument=ACT, targets=(f"{CODE}~{eid}",)),
        lt.Effect(
            id="lt:kz/effect/gone",
            kind="restriction",
            change=Change.REPEALED,
            by=("lt:kz/amendment/repeals",),
            provisions=(f"{CODE}~{eid}",),
        ),
    ]


@pytest.mark.parametrize(
    ("made", "signed", "status"),
    [
        ("2019-06-01", "2020-03-01", OutcomeStatus.HEEDED),
        ("2020-06-01", "2020-03-01", lt.UNKNOWN),
        ("2020", "2020-03-01", lt.UNKNOWN),
    ],
)
def test_heeded_needs_a_named_later_change(made, signed, status):
    """A repeal surely after the critique heeds it and is named; one perhaps before does not (I-56)."""
    corpus = lt.Corpus.of([act(signed), ACTOR, *PLACES, *repeal(), *asked("change(repealed)", made)])
    (row,) = lt.heeding(corpus)

    assert (row.status, row.causal) == (status, "not_claimed")
    assert bool(row.change) == (status is OutcomeStatus.HEEDED)


@given(
    made=st.dates(),
    signed=st.dates(),
    test=st.sampled_from(["change(repealed)", "change(narrowed)", 'words_gone("leave")', "not(kind(power))"]),
)
def test_heeded_is_never_without_its_change(made, signed, test):
    """Whatever the days, heeded names a change and nothing else is ever computed (I-56)."""
    records = [act(signed.isoformat()), ACTOR, *PLACES, *repeal(), BEFORE, *asked(test, made.isoformat())]
    (row,) = lt.heeding(lt.Corpus.of(records))

    assert row.status in (OutcomeStatus.HEEDED, lt.UNKNOWN)
    assert bool(row.change) == (row.status is OutcomeStatus.HEEDED)
    assert row.status is lt.UNKNOWN or made < signed


@pytest.mark.parametrize(
    ("targets", "repealed", "status"),
    [
        (("art_5",), ("art_5",), OutcomeStatus.HEEDED),
        (("art_5__para_2",), ("art_5",), OutcomeStatus.HEEDED),
        (("art_5",), ("art_5__para_2",), OutcomeStatus.PARTLY),
        (("art_5", "art_7"), ("art_5",), OutcomeStatus.PARTLY),
        (("art_5", "art_7"), ("art_5", "art_7"), OutcomeStatus.HEEDED),
        (("art_5__para_2",), ("art_7",), lt.UNKNOWN),
    ],
)
def test_what_heeds_a_part_heeds_partly(targets, repealed, status):
    """A point struck out of an article is not the article struck out, nor one article both of two."""
    records = asked("change(repealed)", targets=tuple(f"{CODE}~{eid}" for eid in targets))
    gone = []
    for eid in repealed:
        amendment, effect = repeal(eid)
        amendment = attrs.evolve(amendment, id=f"{amendment.id}-{eid}")
        gone += [amendment, attrs.evolve(effect, id=f"{effect.id}-{eid}", by=(amendment.id,))]
    (row,) = lt.heeding(lt.Corpus.of([act(), ACTOR, *PLACES, *gone, *records]))

    assert row.status is status
    assert bool(row.change) == lt.is_known(status)


def test_words_that_left_a_later_wording_heed():
    """Two wordings show it: the earlier had the words, the later has not."""
    after = wording("new", "art_5__para_2", "Assemblies are announced.", "2020-03-11..")
    records = asked('words_gone("without leave")', targets=(f"{CODE}~art_5__para_2",))
    (row,) = lt.heeding(lt.Corpus.of([ACTOR, *PLACES, BEFORE, after, *records]))

    assert row.status is OutcomeStatus.HEEDED
    assert row.change == (BEFORE.id, after.id)


def test_what_nobody_attacks_and_what_nobody_coded():
    """An effect without a critique is silent; a critique of a provision without an effect dangles."""
    records = [act(), ACTOR, *PLACES, *repeal("art_7"), critique(1, targets=(f"{CODE}~art_6",))]
    corpus = lt.Corpus.of(records)

    assert [e.id for e in lt.uncriticised(corpus)] == ["lt:kz/effect/gone"]
    assert [(r.target, r.kind) for r in lt.dangling(corpus)] == [(f"{CODE}~art_6", "provision")]
    aimed = corpus.with_(critique(2, targets=(f"{CODE}~art_7",)))
    assert not lt.uncriticised(aimed)
    assert len(lt.dangling(aimed)) == 1


def test_uptake_rows_add_up_with_the_unknown(small):
    """Numbers by status, the unknown among them, add up to the total of their row."""
    for row in lt.uptake(small, by="asks"):
        assert sum(count for _, count in row.counts) == row.total


def test_recommendations_of_several_statuses_made_before_a_day():
    """Question 22: what was not heeded or is unknown, of what was surely asked before the act."""
    corpus = lt.Corpus.of([ACTOR, *PLACES, *asked("any()", "2019-06")])

    assert len(lt.recommendations(corpus, status=["unknown", "heeded"], made_before="2020-01-01")) == 1
    assert not lt.recommendations(corpus, status=["heeded"])
    late = lt.recommendations(corpus, made_before="2019-06-15")
    assert not late
    assert "does not decide" in late.notes[0]


@given(st.dates(), st.dates())
def test_an_outcome_is_not_before_its_critique(made, said):
    """Validation refuses an outcome dated before the critique, and nothing else about its day (I-55)."""
    outcome = Outcome(
        id="lt:kz/outcome/o",
        recommendation="lt:kz/recommendation/r",
        status=OutcomeStatus.NOT_HEEDED,
        as_of=DAY(said.isoformat()),
    )
    corpus = lt.Corpus.of([ACTOR, *PLACES, outcome, *asked("any()", made.isoformat())])

    assert any(p.code == "LT-CRI-004" for p in lt.validate(corpus)) == (said < made)


@given(st.dates(), st.dates(), st.sampled_from(list(Stage)))
def test_the_stage_fits_the_life_of_the_target(made, signed, stage):
    """A critique of a draft is not made after signature, nor one of a law in force before it (I-54)."""
    held = critique(1, targets=(ACT,), stage=stage, date=DAY(made.isoformat()))
    corpus = lt.Corpus.of([ACTOR, act(signed.isoformat()), held])
    law = stage in (Stage.SIGNED_NOT_IN_FORCE, Stage.IN_FORCE, Stage.APPLICATION)
    wrong = (stage.is_draft and made > signed) or (law and made < signed)

    assert any(p.code == "LT-CRI-001" for p in lt.validate(corpus)) == wrong


# who denies what


def said(i, value, source="s", polarity="affirmed"):
    return lt.Assertion(
        id=f"lt:kz/assertion/{i}",
        about=ACT,
        field="f",
        value=value,
        source=source,
        polarity=Polarity(polarity),
    )


SAID = st.lists(
    st.tuples(st.sampled_from(["1", "2"]), st.sampled_from("st"), st.sampled_from(["affirmed", "negated"])),
    max_size=4,
)


@given(SAID)
def test_differing_sources_are_kept_and_raise_conflict(rows):
    """One value without a policy comes only where no source gives another or denies it (I-49)."""
    every = [said(i, *row) for i, row in enumerate(rows)]
    corpus = lt.Corpus.of([act(), *every])
    given = {value for value, _, polarity in rows if polarity == "affirmed"}
    denied = {value for value, _, polarity in rows if polarity == "negated"}

    assert len(corpus.assertions) == len(rows)
    if len(given) > 1 or given & denied:
        with pytest.raises(lt.Conflict):
            lt.value_of(corpus, ACT, "f")
    else:
        assert lt.value_of(corpus, ACT, "f") == (given.pop() if given else lt.UNKNOWN)


@given(st.lists(st.tuples(st.dates(), st.booleans()), max_size=4), st.dates(), st.dates())
def test_knowledge_of_critiques_only_grows(rows, one, other):
    """What was known by an earlier day is known by a later one (I-21)."""
    earlier, later = sorted((one, other))
    records = [ACTOR]
    for i, (day, joined) in enumerate(rows):
        records += [
            lt.Source(id=f"lt:kz/source/{i}", published=DAY(day.isoformat())),
            critique(i, targets=(ACT,), grounds=(Ground.VAGUENESS,) if joined else lt.UNKNOWN),
            lt.Assertion(
                id=f"lt:kz/assertion/{i}", about=f"lt:kz/critique/{i}", source=f"lt:kz/source/{i}", says="so"
            ),
        ]
    corpus = lt.Corpus.of(records)

    def known(day):
        return {c.id for c in lt.critiques(corpus, as_known_on=day)}

    assert known(earlier) <= known(later)
    before, after = (
        sum(r.objections for r in lt.critique_counts(corpus, as_known_on=d)) for d in (earlier, later)
    )
    assert before <= after


def test_evolving_a_recommendation_keeps_its_test():
    """A test is a value: it prints as it is read."""
    (_, rec) = asked('all_of(change(narrowed), not(words_in("a, b")))')

    assert lt.Predicate.read(str(rec.testable_as)) == attrs.evolve(rec, note="x").testable_as
