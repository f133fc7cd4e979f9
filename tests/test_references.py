"""References and roles inside records."""

from itertools import count

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.records import Making, corpora, records

from lawtrack.checks import check
from lawtrack.commencement_rules import CommencementRule
from lawtrack.corpus import RECORD_TYPES, WORD_OF, Corpus
from lawtrack.kinds import KINDS, Offence, Power
from lawtrack.model.record import Ref
from lawtrack.model.scope import Trigger
from lawtrack.model.substance import Effect, Norm
from lawtrack.model.text import CommencementPart, EventKind, LifecycleEvent, Work
from lawtrack.references import mentions


@pytest.mark.parametrize("word", RECORD_TYPES)
@given(data=st.data())
@settings(max_examples=15)
def test_every_reference_is_found(word, data):
    """Whatever id stands in a reference of a record, at any depth, is mentioned, with its types (I-02)."""
    drawn = {}
    number = count()

    def refer(ref: Ref):
        def name(_):
            id = f"lt:kz/ref/{next(number)}"
            drawn[id] = ref.types
            return id

        return st.none().map(name)

    record = data.draw(records(word, Making(refer)))
    found = {m.name: m.types for m in mentions(record) if m.types is not None}

    # A field left out again in making the record takes its references with it.
    assert found.items() <= drawn.items()
    assert {id for id in drawn if f"'{id}'" in repr(attrs.asdict(record))} == set(found)


def test_a_mention_says_where_it_stands():
    """A mention has the path to its place, with positions in lists."""
    work = Work(
        id="w",
        events=(LifecycleEvent(kind=EventKind.SIGNED), LifecycleEvent(kind=EventKind.PASSED, actor="a")),
        commencement=(CommencementPart(rule=CommencementRule.read("2016-12-22"), provisions=("p",)),),
    )

    assert [m.where for m in mentions(work)] == ["events[1].actor", "commencement[0].provisions[0]"]


def test_roles_and_references_inside_rules_are_found():
    """A rule on either side of an effect is looked into, down to its trigger."""
    rule = Power(holder=("police",), trigger=Trigger(definition="d", decided_by="court"))
    effect = Effect(id="e", kind="power", after=rule)

    assert {(m.where, m.name, m.types) for m in mentions(effect)} == {
        ("after.holder[0]", "police", None),
        ("after.trigger.definition", "d", ("definition",)),
        ("after.trigger.decided_by", "court", None),
    }


@given(corpora())
@settings(max_examples=30)
def test_a_reference_to_nothing_is_an_error(corpus):
    """Take a record away, and every reference to it is named, at its place (I-02)."""
    for gone in corpus:
        left = Corpus.of(record for record in corpus if record is not gone)
        expected = {(r.id, m.where) for r in left for m in mentions(r) if m.name == gone.id}
        found = {(p.record, p.where) for p in check(left) if p.code == "LT-REF-002"}

        assert found == expected


@given(corpora(), st.data())
@settings(max_examples=30)
def test_a_reference_to_the_wrong_type_is_an_error(corpus, data):
    """A reference leads to a record of a declared type (I-02)."""
    typed = [(r, m) for r in corpus for m in mentions(r) if m.types and m.name != r.id]
    if not typed:
        return
    _, mention = data.draw(st.sampled_from(typed))
    target = corpus.get(mention.name)
    wrong = next(word for word in RECORD_TYPES if word not in mention.types)
    other = data.draw(records(wrong, id=st.just(target.id if wrong != "jurisdiction" else "KZ")))
    swapped = Corpus.of([*(r for r in corpus if r is not target), other])
    if other.id == target.id:
        expected = {(r.id, m.where) for r in swapped for m in mentions(r)
                    if m.types and m.name == target.id and WORD_OF[type(other)] not in m.types}  # fmt: skip

        assert expected <= {(p.record, p.where) for p in check(swapped) if p.code == "LT-REF-003"}


def test_a_mistyped_reference_names_the_nearest():
    """A reference to nothing comes with the closest id of an allowed type."""
    corpus = Corpus.of([Work(id="lt:kz/act/penal-code"), Work(id="w", amends=("lt:kz/act/penal-cod",))])
    (problem,) = check(corpus)

    assert (problem.code, problem.record, problem.where) == ("LT-REF-002", "w", "amends[0]")
    assert "lt:kz/act/penal-code" in problem.hint


def test_a_role_that_is_none_is_an_error():
    """A word in the place of a role has to be one."""
    norm = Norm(id="n", kind="offence", rule=Offence(perpetrator=("hoseholder",)))
    found = [p for p in check(Corpus.of([norm])) if p.code == "LT-VOC-003"]

    assert [(p.where, "'householder'" in p.hint) for p in found] == [("rule.perpetrator[0]", True)]
    assert set(KINDS) >= {"offence"}
