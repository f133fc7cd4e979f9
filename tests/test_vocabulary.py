"""Concepts, what includes what, and party roles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.corpus import Corpus
from lawtrack.errors import UnknownNameError
from lawtrack.missing import UNKNOWN
from lawtrack.model.critique import Ground
from lawtrack.model.scope import SafeguardKind
from lawtrack.queries import vocab
from lawtrack.vocabulary import Concept, Vocabulary, builtin_concepts

NAMES = ("a", "b", "c", "d")
links = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from([*NAMES, "elsewhere"]), max_size=2))
vocabularies = links.map(
    lambda held: Vocabulary(Concept(id=n, facet="object", broader=tuple(held.get(n, ()))) for n in NAMES)
)
names = st.sampled_from([*NAMES, "elsewhere", "nowhere"])


@given(vocabularies, names)
def test_every_concept_includes_itself(vocabulary, name):
    """Inclusion is reflexive, also for names the vocabulary does not have."""
    assert vocabulary.includes(name, name) is True


@given(vocabularies, names, names, names)
def test_inclusion_is_transitive(vocabulary, a, b, c):
    """What certainly includes a concept includes all that this one includes."""
    if vocabulary.includes(a, b) is True and vocabulary.includes(b, c) is True:
        assert vocabulary.includes(a, c) is True


@given(vocabularies, names, names)
def test_only_known_concepts_are_told_apart(vocabulary, wide, narrow):
    """A concept that the vocabulary does not have is not known to include or be included, unless stated."""
    if wide != narrow and {wide, narrow} & {"nowhere"}:
        assert vocabulary.includes(wide, narrow) is UNKNOWN


@given(vocabularies, names)
def test_above_is_what_includes(vocabulary, name):
    """The concepts above a name are those that certainly include it; cycles do no harm."""
    everything = {*NAMES, "elsewhere", "nowhere"}

    assert vocabulary.above(name) == {wide for wide in everything if vocabulary.includes(wide, name) is True}


def test_the_built_in_concepts_are_sound():
    """Every built-in concept has a name of its own, and what it names as broader exists."""
    known = [concept.id for concept in builtin_concepts()]

    assert len(set(known)) == len(known)
    assert {wide for concept in builtin_concepts() for wide in concept.broader} <= set(known)


def test_no_built_in_concept_includes_what_includes_it():
    """The built-in concepts form no cycle."""
    vocabulary = Vocabulary()
    pairs = [(c.id, wide) for c in builtin_concepts() for wide in vocabulary.above(c.id) - {c.id}]

    assert all(vocabulary.includes(name, wide) is False for name, wide in pairs)


def test_every_built_in_concept_is_labelled_in_two_languages():
    """English for readers of the library, Russian for those of most of its law."""
    assert all({"en", "ru"} <= set(concept.label) for concept in builtin_concepts())


def test_links_between_rights_go_both_ways():
    """Article 17 of the ICCPR points to article 8 of the ECHR, and that back; nothing points nowhere."""
    held = {concept.id: concept for concept in builtin_concepts()}

    assert "ECHR/8" in held["ICCPR/17"].see
    assert all(concept.id in held[other].see for concept in held.values() for other in concept.see)


def test_lists_of_words_agree_with_the_records():
    """The leaves of safeguards and grounds are the words that records permit."""
    leaves = {
        name: {c.id for c in vocab(name) if not any(c.id in other.broader for other in vocab(name))}
        for name in ("safeguards", "grounds")
    }

    assert leaves["safeguards"] == {kind.value for kind in SafeguardKind}
    assert leaves["grounds"] == {ground.value for ground in Ground}
    tops = {c.id: c.broader for c in vocab("grounds") if c.broader}
    assert tops == {ground.value: (ground.top,) for ground in Ground}


def test_a_list_shows_its_version_and_what_a_corpus_adds():
    """The notes give the version; concepts of the corpus stand last and are told apart."""
    corpus = Corpus.of([Concept(id="x:demo/beekeeper", facet="role"), Concept(id="foreigner", facet="role")])
    rows = vocab("roles", corpus)

    assert rows.notes[0].startswith("roles, version ")
    assert rows[-1].id == "x:demo/beekeeper"
    assert rows.where(concept="foreigner").column("origin") == ("corpus, replaces a built-in concept",)


def test_a_facet_of_a_study_is_a_list_too():
    """A corpus may bring a list of its own; a mistyped one is told with the nearest."""
    corpus = Corpus.of([Concept(id="x:demo/summer", facet="season")])

    assert [concept.id for concept in vocab("season", corpus)] == ["x:demo/summer"]
    with pytest.raises(UnknownNameError) as told:
        vocab("rihgts")
    assert told.value.near == "rights"


def test_a_foreigner_is_a_natural_person():
    """Party roles form a hierarchy."""
    vocabulary = Vocabulary()

    assert vocabulary.includes("natural_person", "foreigner") is True
    assert vocabulary.includes("foreigner", "natural_person") is False


def test_a_mistyped_role_names_the_nearest():
    """A name that is no role is refused with the closest role."""
    with pytest.raises(UnknownNameError) as told:
        Vocabulary().check_role("hoseholder")
    assert told.value.near == "householder"


def test_a_concept_that_is_no_role_is_refused():
    """A concept of another facet is not a party role."""
    vocabulary = Vocabulary([Concept(id="x:demo/drone", facet="object")])

    assert "x:demo/drone" in vocabulary
    assert not vocabulary.is_role("x:demo/drone")
    with pytest.raises(UnknownNameError):
        vocabulary.check_role("x:demo/drone")


def test_a_corpus_adds_roles_of_its_own():
    """A study's role stands beside the built-in ones and below the concepts it names."""
    vocabulary = Vocabulary([Concept(id="x:demo/beekeeper", facet="role", broader=("natural_person",))])

    assert vocabulary.check_role("x:demo/beekeeper") == "x:demo/beekeeper"
    assert vocabulary.includes("natural_person", "x:demo/beekeeper") is True
    assert list(vocabulary.role_names()) == sorted(vocabulary.role_names())


def test_a_concept_of_the_corpus_replaces_a_built_in_one():
    """The corpus's own meaning of a name wins."""
    vocabulary = Vocabulary([Concept(id="foreigner", facet="role")])

    assert vocabulary.includes("natural_person", "foreigner") is False
