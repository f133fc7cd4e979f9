"""The corpus: order, finding, linking, and what holds of it as a whole."""

from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.records import corpora, records

from lawtrack.checks import check
from lawtrack.corpus import COLLECTIONS, RECORD_TYPES, Corpus
from lawtrack.errors import Severity, UnknownNameError
from lawtrack.identifiers import EId, natural_key, tail
from lawtrack.languages import LangMap
from lawtrack.model.actors import Actor
from lawtrack.model.assertion import Assertion, Claim
from lawtrack.model.text import Alias, Provision, Work

NAMES = [f"lt:kz/act/{i}" for i in range(6)]
linked_works = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from([*NAMES, "lt:nowhere/1"]), max_size=2), min_size=1
).map(lambda held: Corpus.of(Work(id=id, same_as=tuple(others)) for id, others in held.items()))


def errors(corpus):
    return {problem.code for problem in check(corpus) if problem.severity is Severity.ERROR}


# contents and order


@given(corpora())
@settings(max_examples=30)
def test_a_corpus_holds_every_record_once(corpus):
    """Iterating gives each record once, type by type in the order of RECORD_TYPES."""
    types = list(RECORD_TYPES.values())
    places = [types.index(type(record)) for record in corpus]

    assert places == sorted(places)
    assert len(corpus) == len(list(corpus)) == len({record.id for record in corpus})


@given(st.lists(st.from_regex(r"[!-~]{1,5}", fullmatch=True), unique=True, max_size=8), st.randoms())
def test_collections_are_in_natural_order(ids, random):
    """Whatever order records come in, numbers in their ids count as numbers."""
    random.shuffle(ids)
    held = [work.id for work in Corpus.of(Work(id=id) for id in ids).works]

    assert all(natural_key(a) < natural_key(b) for a, b in pairwise(held))
    assert sorted(held) == sorted(ids)


def test_article_nine_stands_before_article_ten():
    """Order is natural, not alphabetical."""
    provisions = [Provision(work="w", eid=EId.read(eid)) for eid in ("art_10", "art_9", "art_9__para_2")]

    assert [str(p.eid) for p in Corpus.of(provisions).provisions] == ["art_9", "art_9__para_2", "art_10"]


@given(corpora(), corpora())
@settings(max_examples=30)
def test_records_can_be_added(one, other):
    """With records added, a corpus holds its own and those, the added ones in place of namesakes."""
    both = one.with_(*other)
    expected = {(type(r), r.id): r for r in (*one, *other)}

    assert {(type(r), r.id): r for r in both} == expected
    assert both.title == one.title


@given(corpora())
@settings(max_examples=30)
def test_adding_what_is_there_changes_nothing(corpus):
    """A corpus with its own records added equals itself, and the first one is left as it was."""
    before = list(corpus)

    assert corpus.with_(*corpus) == corpus
    assert corpus.with_(Work(id="lt:new/1")) != corpus
    assert list(corpus) == before


def test_only_records_go_into_a_corpus():
    """What is no record is refused by name of its type."""
    with pytest.raises(TypeError, match="str is not a record type"):
        Corpus.of(["work"])


def test_an_empty_corpus_is_true():
    """A corpus without records is still a corpus."""
    assert Corpus()
    assert len(Corpus()) == 0


@pytest.mark.parametrize("word", RECORD_TYPES)
def test_every_record_type_has_a_collection(word):
    """Each record type has its own collection in the corpus."""
    assert COLLECTIONS[word] in attrs.fields_dict(Corpus)


# finding


@given(corpora())
@settings(max_examples=30)
def test_every_record_is_found_by_its_id(corpus):
    """An id finds its record, among all types and among its own."""
    for word, name in COLLECTIONS.items():
        for record in getattr(corpus, name):
            assert corpus[record.id] is corpus.find(record.id, word) is corpus.get(record.id) is record
            assert record.id in corpus


@given(corpora())
@settings(max_examples=30)
def test_a_tail_finds_a_record_when_it_is_the_only_one(corpus):
    """The last part of an id is enough where no other id ends so, and refused where one does."""
    tails = [tail(record.id) for record in corpus]
    for record in corpus:
        if corpus.get(tail(record.id)) is None:
            if tails.count(tail(record.id)) == 1:
                assert corpus[tail(record.id)] is record
            else:
                with pytest.raises(UnknownNameError):
                    corpus[tail(record.id)]


def test_a_tail_of_several_names_them_all():
    """An ambiguous tail is refused with the ids it could mean; a type may settle it."""
    code, actor = Work(id="lt:kz/act/court"), Actor(id="lt:kz/actor/court", name=LangMap.of("court"))
    corpus = Corpus.of([code, actor, Work(id="lt:kz/act/court-2")])
    with pytest.raises(UnknownNameError) as told:
        corpus["court"]

    assert set(told.value.known) == {code.id, actor.id}
    assert "court" not in corpus
    assert corpus.find("court", "actor") is actor


def test_a_typo_names_the_nearest():
    """A name that nothing has is refused with the closest one, by tail or by id as it was given."""
    corpus = Corpus.of([Work(id="lt:kz/act/penal-code"), Work(id="lt:kz/act/tax-code")])
    for typo, near in (("penal-cod", "penal-code"), ("lt:kz/act/penal-cod", "lt:kz/act/penal-code")):
        with pytest.raises(UnknownNameError) as told:
            corpus[typo]
        assert told.value.near == near


def test_another_type_is_not_found():
    """Asked for a claim, a work of that id is no answer."""
    with pytest.raises(UnknownNameError, match="no claim 'w'"):
        Corpus.of([Work(id="w")]).find("w", "claim")


def test_a_claim_is_an_assertion():
    """Whoever asks for an assertion may be given a claim, which is one."""
    claim = Claim(id="c", about="w", source="s")

    assert Corpus.of([claim]).find("c", "assertion") is claim


@pytest.mark.parametrize("name", [None, 7, Work(id="w")])
def test_a_record_is_named_by_a_text(name):
    """A name of another type is a mistake of the caller, told with its type."""
    with pytest.raises(TypeError, match=type(name).__name__):
        Corpus.of([Work(id="w")])[name]


@given(corpora())
@settings(max_examples=30)
def test_assertions_are_found_by_what_they_are_about(corpus):
    """Everything said about a record is found, claims among it."""
    for record in corpus:
        said = {r.id for r in corpus if isinstance(r, Assertion) and r.about == record.id}

        assert {found.id for found in corpus.assertions_about(record.id)} == said


# same_as


@given(linked_works)
def test_resolving_is_symmetric_and_transitive(corpus):
    """same_as links count both ways and through one another: resolve() parts the works (I-05)."""
    for work in corpus.works:
        together = corpus.resolve(work.id)

        assert work in together
        assert all(corpus.resolve(other.id) == together for other in together)
        assert {corpus.get(id) for id in work.same_as} - {None} <= set(together)


@given(linked_works)
def test_only_linked_works_are_resolved_together(corpus):
    """Works without a chain of links between them stay apart (I-05)."""
    for work in corpus.works:
        reached, grown = set(), {work.id}
        while reached != grown:
            reached = set(grown)
            for other in corpus.works:
                ring = {other.id, *other.same_as}
                grown |= ring if ring & reached else set()

        assert {found.id for found in corpus.resolve(work.id)} == {i for i in reached if corpus.get(i)}


def test_the_same_work_is_not_an_equal_work():
    """same_as never makes two records equal, nor one of them (I-05)."""
    one, other = Work(id="a", same_as=("b",)), Work(id="b")
    corpus = Corpus.of([one, other])

    assert corpus.resolve("b") == (one, other)
    assert one != other
    assert len(corpus) == 2


# identity


@given(corpora(), st.data())
@settings(max_examples=30)
def test_an_id_is_used_once(corpus, data):
    """A second record of one id, of whatever type, is an error (I-01)."""
    assert "LT-REF-001" not in errors(corpus)
    if len(corpus):
        first = data.draw(st.sampled_from(list(corpus)))
        word = data.draw(st.sampled_from([word for word in RECORD_TYPES if word != "jurisdiction"]))
        second = data.draw(records(word, id=st.just(first.id)))

        assert "LT-REF-001" in errors(Corpus.of([*corpus, second]))


aliases = st.lists(st.builds(Alias, scheme=st.sampled_from("ab"), value=st.sampled_from("12")), max_size=2)


@given(st.lists(aliases, max_size=3))
def test_an_alias_of_a_scheme_belongs_to_one_work(held):
    """Two works that claim one alias of one scheme are an error, and only those (I-01)."""
    corpus = Corpus.of(Work(id=f"w{i}", aliases=tuple(own)) for i, own in enumerate(held))
    claimed = [alias for own in held for alias in set(own)]

    assert ("LT-REF-006" in errors(corpus)) == (len(set(claimed)) < len(claimed))


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES), min_size=1))
def test_a_chain_that_comes_back_is_an_error(links):
    """enacted_as may form a chain, never a ring."""

    def comes_back(start):
        seen, here = set(), start
        while here in links and here not in seen:
            seen.add(here)
            here = links[here]
        return here in seen

    works = [Work(id=id, enacted_as=links[id]) if id in links else Work(id=id) for id in NAMES]

    assert ("LT-REF-004" in errors(Corpus.of(works))) == any(comes_back(start) for start in links)


# provisions


@given(st.lists(st.sampled_from(["chp_1", "art_2", "art_2-1", "para_1", "point_a"]), min_size=1, max_size=4))
def test_a_parent_is_one_step_shorter(steps):
    """A provision's parent has its steps less the last, and no provision is above itself (I-04)."""
    eid = EId.read("__".join(steps))
    above = []
    while eid is not None:
        above.append(eid)
        eid = eid.parent

    assert [len(unit.steps) for unit in above] == list(range(len(steps), 0, -1))
    assert all(child.steps[:-1] == parent.steps and child.starts_with(parent)
               for child, parent in pairwise(above))  # fmt: skip


def test_a_provision_is_named_after_its_work():
    """Without an id of its own, a provision is called by work and eId."""
    provision = Provision(work="/akn/kz/act/code/2014", eid=EId.read("art_255__para_1"))

    assert provision.id == "/akn/kz/act/code/2014~art_255__para_1"
    assert Corpus.of([provision])["art_255__para_1"] is provision


@given(corpora(), corpora())
@settings(max_examples=30)
def test_a_difference_reversed_is_the_difference_the_other_way(a, b):
    """A corpus does not differ from itself, and what one adds the other lacks."""
    assert not a.diff(a)
    assert a.diff(b).reversed() == b.diff(a)


def test_a_difference_names_what_is_added_removed_and_changed():
    """Records are told apart by id and compared by value."""
    old = Corpus.of([Work(id="w/1"), Work(id="w/2", number="5")])
    new = Corpus.of([Work(id="w/2", number="6"), Work(id="w/10")])

    found = old.diff(new)

    assert (found.added, found.removed, found.changed) == (("w/10",), ("w/1",), ("w/2",))
