"""The law at the offence, or a milder one since: lex mitior over versions with dates (I-46)."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies.sanctions import definite_texts

import lawtrack as lt
from lawtrack.errors import ReadingError, UnknownNameError
from lawtrack.kinds import Sentence
from lawtrack.missing import ABSENT, NOT_APPLICABLE, UNKNOWN
from lawtrack.model.substance import Change, Effect, Norm
from lawtrack.model.text import EventKind, LifecycleEvent, Provision, Work
from lawtrack.penalties import PenaltyLadder, compare_sanctions
from lawtrack.verdicts import Verdict

CODE = "/akn/xx/act/code/2000-01-01/1"
PART = f"{CODE}~art_1__para_1"
FIRST = date(2010, 1, 1)


@pytest.fixture(scope="module")
def kz():
    return lt.example("kazakhstan")


def side(text):
    return text if isinstance(text, lt.Missing) else Sentence(sanction=lt.Sanction.read(text))


def corpus_of(*versions, starts=None, more=()):
    """A corpus in which one provision had these sentences one after the other, a year each from 2010 on."""
    days = starts or [f"{2010 + i}-01-01" for i in range(1, len(versions))]
    effects = []
    for i, day in enumerate(days):
        before, after = side(versions[i]), side(versions[i + 1])
        change = (
            Change.CREATED if before is ABSENT else Change.REPEALED if after is ABSENT else Change.SUBSTITUTED
        )
        effects.append(
            Effect(
                id=f"lt:xx/effect/{i + 1}",
                kind="sentence",
                change=change,
                before=before,
                after=after,
                provisions=(PART,),
                in_force=UNKNOWN if day is None else lt.Period(lt.EdtfDate.read(day)),
            )
        )
    provision = Provision(work=CODE, eid=lt.EId.read("art_1__para_1"))
    return lt.Corpus.of([Work(id=CODE), provision, *effects, *more])


def ask(corpus, offence="2010-06-01", judged="2020-01-01", **options):
    return lt.applicable_sanctions(corpus, PART, offence_on=offence, judged_on=judged, **options)


def answers(*versions, offence="2010-06-01", judged="2020-01-01", **options):
    found = ask(corpus_of(*versions), offence, judged, **options)
    return [str(sanction) for sanction in found.applicable], found.needs_judgment


# the case of the brief


def test_article_255_keeps_the_older_sanction(kz):
    """An offence of 20 December 2016 judged in March 2017 falls under the law before 7 January."""
    answer = lt.applicable_sanctions(kz, "art. 255(1)", offence_on="2016-12-20", judged_on="2017-03-15")

    assert [str(sanction) for sanction in answer.applicable] == ["prison 4..10y + confiscation?"]
    assert str(answer.sanction) == "prison 4..10y + confiscation?"
    assert not answer.needs_judgment
    assert answer.reasons[0].startswith("ICCPR 15(1)")
    assert "newer and harsher than the law at the offence" in answer.explain()
    assert "2017-01-07" in answer.explain()


def test_offence_after_commencement_falls_under_the_new_law(kz):
    """On the day of commencement itself the new law is law."""
    answer = lt.applicable_sanctions(kz, "art. 255(1)", offence_on="2017-01-07", judged_on="2017-03-15")

    assert str(answer.sanction) == "prison 6..10y + confiscation!"


# versions


def test_later_milder_law_reaches_back():
    """The lighter penalty benefits the offender."""
    assert answers("prison 4..10y", "prison 2..8y") == (["prison 2..8y"], False)


def test_intermediate_milder_law_counts():
    """A law milder than those before and after it, in force only in between, applies."""
    assert answers("prison 4..10y", "prison 2..8y", "prison 6..12y") == (["prison 2..8y"], False)


def test_law_that_came_after_judgment_does_not_count():
    """What was no law before the judgment plays no part."""
    assert answers("prison 4..10y", "prison 2..8y", judged="2010-12-31") == (["prison 4..10y"], False)


def test_law_older_than_the_offence_does_not_count():
    """A mild law that had ended before the offence is past."""
    assert answers("prison 1..2y", "prison 4..10y", offence="2011-06-01") == (["prison 4..10y"], False)


def test_mildest_of_several_milder_ones():
    """Two milder laws, one milder than the other: the milder."""
    assert answers("prison 6..12y", "prison 4..10y", "prison 2..8y") == (["prison 2..8y"], False)


def test_incomparable_laws_need_judgment_and_stay_whole():
    """A higher minimum with a lower maximum: both are returned, and no mixture of the two."""
    assert answers("prison 3..8y", "prison 5..7y") == (["prison 3..8y", "prison 5..7y"], True)


def test_ladder_ranks_kinds():
    """Whether dropping a fine beside prison hardens a clause is told by the ladder alone."""
    versions = ("prison <=2y", "fine <=500 EUR")
    ladder = PenaltyLadder.read("study: fine < prison")

    assert answers(*versions) == (list(versions), True)
    assert answers(*versions, ladder=ladder) == (["fine <=500 EUR"], False)


def test_equivalent_later_law_leaves_the_old_one():
    """Another wording of the same harshness changes nothing."""
    assert answers("prison 3..8y", "prison 3..8y | prison 4..6y") == (["prison 3..8y"], False)


def test_open_comparison_needs_judgment():
    """Whether an unstated minimum is below two years is open; the reason names what would decide."""
    found = ask(corpus_of("prison 2..5y", "prison <=5y"))

    assert len(found.applicable) == 2
    assert found.needs_judgment
    assert any("prison minimum would decide" in reason for reason in found.reasons)
    assert any("general part" in note for note in found.notes)


def test_unknown_sentence_at_the_offence_needs_judgment():
    """If nobody knows what the law was, a later law may be harsher or milder."""
    found = ask(corpus_of(UNKNOWN, "prison 2..5y"))

    assert found.applicable == (UNKNOWN, lt.Sanction.read("prison 2..5y"))
    assert found.needs_judgment


def test_offence_created_later_has_no_sentence():
    """What was no offence is not punished; the note says that another provision may still do it."""
    found = ask(corpus_of(ABSENT, "prison 2..5y"))

    assert found.applicable == (ABSENT,)
    assert "no sentence" in str(found)
    assert any("other provisions" in note for note in found.notes)


def test_repeal_benefits():
    """A provision repealed before judgment no longer punishes."""
    assert ask(corpus_of("prison 2..5y", ABSENT)).applicable == (ABSENT,)


def test_gap_in_the_record_is_told():
    """Where one effect's after is not the next one's before, both are versions, and a note says so."""
    corpus = corpus_of("prison 5..9y", "prison 4..8y").with_(
        Effect(
            id="lt:xx/effect/9",
            kind="sentence",
            change=Change.SUBSTITUTED,
            before=side("prison 2..6y"),
            after=side("prison 3..7y"),
            provisions=(PART,),
            in_force=lt.Period(lt.EdtfDate.read("2013-01-01")),
        )
    )
    found = ask(corpus)

    assert [str(fate.version.sanction) for fate in found.fates] == [
        "prison 5..9y", "prison 4..8y", "prison 2..6y", "prison 3..7y",
    ]  # fmt: skip
    assert str(found.applicable[0]) == "prison 2..6y"
    assert any("a change between them is not recorded" in note for note in found.notes)


def test_norm_is_a_version():
    """A sentence that simply is, with its period, counts like one that an effect brought."""
    norm = Norm(id="lt:xx/norm/1", kind="sentence", rule=side("prison 1..3y"), provisions=(PART,))
    corpus = lt.Corpus.of([Work(id=CODE), Provision(work=CODE, eid=lt.EId.read("art_1__para_1")), norm])

    assert [str(s) for s in ask(corpus).applicable] == ["prison 1..3y"]


def test_effect_that_another_refines_is_not_told_twice():
    """The exact record stands for the vague one that it refines."""
    exact = Effect(
        id="lt:xx/effect/exact",
        kind="sentence",
        before=side("prison 4..10y"),
        after=side("prison 2..8y"),
        provisions=(PART,),
        in_force=lt.Period(lt.EdtfDate.read("2011-01-01")),
        refines=("lt:xx/effect/1",),
    )
    corpus = corpus_of(UNKNOWN, UNKNOWN, more=(exact,))

    assert [fate.version.records for fate in ask(corpus).fates] == [("lt:xx/effect/exact",)] * 2


def test_offence_before_the_work_existed_has_no_answer():
    """A code adopted in 2000 says nothing of 1999."""
    adopted = LifecycleEvent(kind=EventKind.ADOPTED, date=lt.EdtfDate.read("2000-01-01"))
    corpus = corpus_of("prison 4..10y", "prison 2..8y").with_(Work(id=CODE, events=(adopted,)))
    found = ask(corpus, offence="1999-06-01")

    assert found.applicable == ()
    assert found.needs_judgment
    assert "nothing newer can reach back" in found.reasons[1]


def test_law_that_claims_to_reach_back_is_noted():
    """A harsher law that says it applies to the past does not; the note tells of the claim."""
    act = Work(id="/akn/xx/act/law/2011-01-01/2", retroactive_from=lt.EdtfDate.read("2009-01-01"))
    effect = Effect(
        id="lt:xx/effect/1",
        kind="sentence",
        before=side("prison 4..10y"),
        after=side("prison 6..12y"),
        by=(act.id,),
        provisions=(PART,),
        in_force=lt.Period(lt.EdtfDate.read("2011-01-01")),
    )
    provision = Provision(work=CODE, eid=lt.EId.read("art_1__para_1"))
    found = ask(lt.Corpus.of([Work(id=CODE), act, provision, effect]))

    assert str(found.sanction) == "prison 4..10y"
    assert any("claims to apply from 2009-01-01" in note for note in found.notes)


def test_what_an_answer_rests_on_comes_along(kz):
    """The table names records and sources, and a note tells that the act is the maker by inference."""
    found = lt.applicable_sanctions(kz, "255(1)", offence_on="2016-12-20", judged_on="2017-03-15")

    assert found.table().rows[0][-1] == ("criminal-code-2015-11-13-ch-10", "criminal-code-2018-07-12-ch-10")
    assert "That cc-255-1 comes from its act is inferred, not stated." in found.notes


def test_law_that_may_not_have_been_there_yet_needs_judgment():
    """A code of some day in 2010 may be younger than an offence of that year."""
    adopted = LifecycleEvent(kind=EventKind.ADOPTED, date=lt.EdtfDate.read("2010"))
    corpus = corpus_of("prison 4..10y", "prison 6..12y").with_(Work(id=CODE, events=(adopted,)))
    found = ask(corpus, offence="2010-06-01")

    assert found.needs_judgment
    assert "not certain" in found.reasons[-1]


# dates


def test_month_around_a_change_gives_both_answers():
    """An offence of some day in January 2011 fell under one law or the other; each case is told."""
    found = ask(corpus_of("prison 4..10y", "prison 6..12y", starts=["2011-01-15"]), offence="2011-01")

    assert [str(s) for s in found.applicable] == ["prison 4..10y", "prison 6..12y"]
    assert found.needs_judgment
    assert sum(reason.startswith("If ") for reason in found.reasons) == 2


def test_month_away_from_a_change_is_no_trouble():
    """A month wholly under one law needs no day."""
    found = ask(corpus_of("prison 4..10y", "prison 6..12y", starts=["2011-01-15"]), offence="2010-12")

    assert not found.needs_judgment


def test_month_around_a_change_to_milder_law_still_has_one_answer():
    """Whatever the day, the milder law applies: at the offence or reaching back."""
    found = ask(corpus_of("prison 4..10y", "prison 2..8y", starts=["2011-01-15"]), offence="2011-01")

    assert [str(s) for s in found.applicable] == ["prison 2..8y"]


def test_undated_change_needs_judgment():
    """If nobody knows when a law began, both sentences may have been the law at the offence."""
    found = ask(corpus_of("prison 4..10y", "prison 6..12y", starts=[None]))

    assert len(found.applicable) == 2
    assert found.needs_judgment
    assert any("no known day of force" in note for note in found.notes)


def test_approximate_day_is_noted():
    """A mark of doubt is kept in a note."""
    assert any("marked ~" in note for note in ask(corpus_of("none", "prison 1..2y"), "2010-06-01~").notes)


def test_milder_law_that_may_have_come_too_late_needs_judgment():
    """Milder if it was law before judgment, and that is not known."""
    corpus = corpus_of("prison 4..10y", "prison 2..8y", starts=["2011"])
    found = ask(corpus, offence="2010-06-01", judged="2011-06-01")

    assert len(found.applicable) == 2
    assert found.needs_judgment


def test_continuing_offence_lists_versions_and_stops():
    """A period of acting touches versions; choosing among them is left to judgment."""
    found = ask(
        corpus_of("prison 4..10y", "prison 6..12y", "prison 8..14y"), offence="2010-06-01..2011-06-01"
    )

    assert found.applicable == ()
    assert found.needs_judgment
    assert [fate.at_offence for fate in found.fates] == [True, True, False]
    assert found.reasons[-1].startswith("Which version governs a continuing offence")


def test_end_of_a_continuing_offence_is_half_open():
    """An offence that ended the day before the new law does not touch it."""
    found = ask(corpus_of("prison 4..10y", "prison 6..12y"), offence="2010-06-01..2011-01-01")

    assert [fate.at_offence for fate in found.fates] == [True, False]


def test_judgment_before_the_offence_is_refused():
    """Dates the wrong way round are an error with both named."""
    with pytest.raises(ReadingError, match="not before the offence"):
        ask(corpus_of("none", "prison 1..2y"), offence="2011-01-01", judged="2010-01-01")


edtf = st.sampled_from(
    [None, "2010-06-01", "2010-06-01~", "2010-06", "2010", "2010-05-31/2010-06-02", "../2010-06-01",
     "2011-03-01/..", "2011-03-01", "2012?", "2012-01-01"]
)  # fmt: skip
ends = st.sampled_from([None, None, "2011-01-01", "2011-03-01", "2013", "2014-01-01~"])
sides = st.sampled_from([UNKNOWN, "prison 4..10y", "prison 2..8y", "prison 6..12y", "none", "prison <=5y"])


@given(st.lists(st.tuples(edtf, ends, sides, sides), min_size=1, max_size=4), edtf, edtf)
def test_any_dates_have_an_honest_answer(changes, offence, judged):
    """However vague, contradictory or temporary the records: one answer, or judgment is called for."""
    effects = []
    for i, (start, end, before, after) in enumerate(changes):
        try:
            force = UNKNOWN if start is None else lt.Period(*map(_edtf, (start, end)))
        except ReadingError:  # a law that ended before it began
            continue
        effects.append(
            Effect(
                id=f"lt:xx/effect/{i}",
                kind="sentence",
                before=side(before),
                after=side(after),
                provisions=(PART,),
                in_force=force,
            )
        )
    provision = Provision(work=CODE, eid=lt.EId.read("art_1__para_1"))
    corpus = lt.Corpus.of([Work(id=CODE), provision, *effects])
    days = offence or "2010-06-15", judged or "2012-06-15"
    assume(lt.EdtfDate.read(days[1]).before(lt.EdtfDate.read(days[0])) is not True)
    found = ask(corpus, *days)

    assert found.explain()
    assert found.table().rows or not effects
    if not found.needs_judgment and effects:
        assert len(set(found.applicable)) == 1


def _edtf(text):
    return None if text is None else lt.EdtfDate.read(text)


# concrete mode


def test_concrete_mode_tests_a_proposed_sentence(kz):
    """Five years fit the law of the offence; under the new law they would be too few."""
    options = {"mode": "concrete", "proposed": "prison =5y"}
    old = lt.applicable_sanctions(kz, "255(1)", offence_on="2016-12-20", judged_on="2017-03-15", **options)
    new = lt.applicable_sanctions(kz, "255(1)", offence_on="2017-12-20", judged_on="2018-03-15", **options)

    assert (old.permitted, new.permitted) == (True, False)
    assert str(old).endswith("prison =5y is permitted")


def test_concrete_mode_is_open_where_the_answers_differ():
    """Permitted by one of two laws that cannot be ranked: not certain."""
    corpus = corpus_of("prison 3..8y", "prison 5..7y")

    assert ask(corpus, mode="concrete", proposed="prison =4y").permitted is UNKNOWN
    assert ask(corpus, mode="concrete", proposed="prison =6y").permitted is True
    assert ask(corpus, mode="concrete", proposed="prison =9y").permitted is False


def test_proposed_goes_with_concrete_mode():
    """Either without the other is a mistake of the caller."""
    corpus = corpus_of("none", "prison 1..2y")

    assert ask(corpus).permitted is NOT_APPLICABLE
    with pytest.raises(TypeError, match="proposed"):
        ask(corpus, mode="concrete")
    with pytest.raises(UnknownNameError, match="abstract, concrete"):
        ask(corpus, mode="concret", proposed="prison =1y")


# names and answers


@pytest.mark.parametrize(
    "name",
    [
        "art. 255 para. 1", "Art. 255(1)", "article 255 paragraph 1", "255(1)", "ст. 255 ч. 1",
        "art. 255 para. 1, Criminal Code", "art_255__para_1",
        "/akn/kz/act/code/2014-07-03/226-v~art_255__para_1",
    ],
)  # fmt: skip
def test_provision_may_be_named_as_it_is_printed(kz, name):
    """By id, by its end, or by a label in one of the usual forms."""
    found = lt.applicable_sanctions(kz, name, offence_on="2016-12-20", judged_on="2017-03-15")

    assert found.label == "art. 255 para. 1, Criminal Code"


def test_article_as_a_whole_points_to_its_parts(kz):
    """The parts carry the sentences, and the error names them."""
    with pytest.raises(UnknownNameError, match=r"Its parts are recorded: art\. 255 para\. 1"):
        lt.applicable_sanctions(kz, "art. 255", offence_on="2016-12-20", judged_on="2017-03-15")


def test_slip_names_the_nearest(kz):
    """A wrong number gets the nearest label."""
    with pytest.raises(UnknownNameError, match="Did you mean"):
        lt.applicable_sanctions(kz, "art. 2555 para. 1", offence_on="2016-12-20", judged_on="2017-03-15")


def test_provision_without_a_sentence_has_an_empty_answer():
    """Nothing recorded is said, not guessed."""
    corpus = lt.Corpus.of([Work(id=CODE), Provision(work=CODE, eid=lt.EId.read("art_1__para_1"))])
    found = ask(corpus)

    assert found.applicable == ()
    assert "The corpus records no sentence for this provision." in found.notes


def test_query_reproduces_the_answer(kz):
    """The echo is a call that gives an equal answer."""
    options = {"mode": "concrete", "proposed": "prison =5y", "ladder": PenaltyLadder.read("s: fine < prison")}
    found = lt.applicable_sanctions(kz, "255(1)", offence_on="2016-12", judged_on="2017-03-15", **options)

    assert eval(found.query, {**vars(lt), "corpus": kz}) == found


def test_answer_shows_itself(kz):
    """Table, card and text escape what they show, and say what was not decided."""
    found = lt.applicable_sanctions(kz, "255(1)", offence_on="2016-12-20", judged_on="2017-03-15")

    assert len(found.table().rows) == 2
    assert "decided by the rule" in found._repr_html_()
    assert any("limitation" in note for note in found.notes)


# I-46

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
