"""The law at the offence, or a milder one since: versions of a sentence, names, a proposed sentence."""

import pytest
from sentence_corpora import CODE, PART, answers, ask, corpus_of, side

import lawtrack as lt
from lawtrack.errors import UnknownNameError
from lawtrack.missing import ABSENT, NOT_APPLICABLE, UNKNOWN
from lawtrack.model.substance import Change, Effect, Norm
from lawtrack.model.text import EventKind, LifecycleEvent, Provision, Work
from lawtrack.penalties import PenaltyLadder


@pytest.fixture(scope="module")
def kz():
    return lt.example("kazakhstan")


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
