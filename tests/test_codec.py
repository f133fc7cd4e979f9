"""Records to plain data and back."""

import json
import tomllib

import pytest
from attrs import fields, frozen
from cattrs.errors import BaseValidationError
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies.leaves import free_texts, hedges, lang_maps, opaque_data, token_like
from strategies.records import corpora, effects, records, rules
from strategies.sanctions import sanctions

from lawtrack.codec import canonical_json, codec, digest, problems_of
from lawtrack.corpus import RECORD_TYPES, Corpus
from lawtrack.hedges import Hedge, HedgeCategory
from lawtrack.kinds import KINDS
from lawtrack.languages import LangMap
from lawtrack.missing import ABSENT, TOKENS, UNKNOWN, Missing
from lawtrack.model.assertion import Assertion
from lawtrack.model.context import Practice
from lawtrack.model.instruction import Amendment
from lawtrack.model.modification import Repeal
from lawtrack.model.position import Direction
from lawtrack.model.rule import OpaqueRule, Rule
from lawtrack.model.substance import Effect, Norm
from lawtrack.model.text import Work
from lawtrack.verdicts import ANY
from lawtrack.writers import toml

few = settings(max_examples=10)


def there_and_back(thing, cls=None):
    """The record after a journey through JSON text."""
    data = json.loads(json.dumps(codec().unstructure(thing)))
    return codec().structure(data, cls or type(thing))


def faults(data, cls):
    """The problems that reading *data* gives."""
    with pytest.raises((BaseValidationError, ValueError)) as told:
        codec().structure(data, cls)
    return problems_of(told.value, "it")


@pytest.mark.parametrize("word", RECORD_TYPES)
@given(data=st.data())
@few
def test_every_record_reads_back_equal(word, data):
    """What is written of a record reads back as an equal record (I-07)."""
    record = data.draw(records(word))

    assert there_and_back(record) == record


@pytest.mark.parametrize("word", RECORD_TYPES)
@given(data=st.data())
@settings(max_examples=5)
def test_every_record_reads_back_from_toml(word, data):
    """The same holds by way of TOML text (I-07)."""
    record = data.draw(records(word))
    text = toml.write({word: [codec().unstructure(record)]})

    assert codec().structure(tomllib.loads(text)[word][0], type(record)) == record


@pytest.mark.parametrize("tag", KINDS)
@given(data=st.data())
@few
def test_every_kind_of_rule_reads_back_in_effects_and_norms(tag, data):
    """Rules of each kind survive on either side of an effect and in a norm (I-07)."""
    before, after = data.draw(rules(tag)), data.draw(rules(tag))
    effect = Effect(id="e", kind=tag, before=before, after=after)
    norm = Norm(id="n", kind=tag, rule=after)

    assert there_and_back(effect) == effect
    assert there_and_back(norm) == norm


@pytest.mark.parametrize("token", Missing)
def test_every_token_reads_back(token):
    """Each token stands for itself wherever one is allowed, and stays the same object (I-07)."""
    work = Work(id="w", number=token, title=token, retroactive_from=token)
    back = there_and_back(work)

    assert (back.number, back.title, back.retroactive_from) == (token, token, token)


@pytest.mark.parametrize("token", [token for token in Missing if token is not ABSENT])
def test_a_token_stands_for_a_rule(token):
    """Sides of an effect and the rule of a norm may be tokens (I-07)."""
    effect = Effect(id="e", kind="power", before=token, after=token)

    assert there_and_back(effect) == effect
    assert there_and_back(Norm(id="n", kind="power", rule=token)).rule is token


@given(st.one_of(token_like, free_texts))
def test_a_text_is_never_taken_for_a_token(text):
    """A text that reads like a token, escaped or not, comes back as that text (I-07)."""
    assertion = Assertion(id="a", about="b", source="s", value=text, says=text, field=text, note=text)

    assert there_and_back(assertion) == assertion


@given(lang_maps, hedges, sanctions)
def test_no_value_is_taken_for_a_token(title, hedge, sanction):
    """A title, hedge or sanction whose words are those of a token stays what it is (I-07)."""
    practice = Practice(id="p", gist=title, hedge=hedge)
    work = Work(id="w", title=title)
    norm = codec().structure({"id": "n", "kind": "sentence", "rule": {"sanction": str(sanction)}}, Norm)

    assert there_and_back(practice) == practice
    assert there_and_back(work) == work
    assert there_and_back(norm) == norm


@pytest.mark.parametrize("word", TOKENS)
def test_a_backslash_makes_a_text_of_a_token(word):
    """In a file the bare word is the token, with a backslash it is a text."""
    bare, escaped = (codec().structure({"id": "w", "title": said}, Work) for said in (word, f"\\{word}"))

    assert (bare.title, escaped.title) == (TOKENS[word], LangMap.of(word))


@given(effects)
def test_defaults_are_left_out(effect):
    """What stands at its default is not written, so that files stay short."""
    data = codec().unstructure(effect)

    assert all(getattr(effect, key) != getattr(Effect(id="e", kind=effect.kind, change=effect.change), key)
               for key in set(data) - {"id", "kind", "change"})  # fmt: skip


# strictness


@pytest.mark.parametrize("word", RECORD_TYPES)
def test_an_unknown_key_is_refused_with_the_nearest(word):
    """A misspelt key is an error that names the key meant, for every record type (I-09)."""
    cls = RECORD_TYPES[word]
    for name in (a.name for a in fields(cls) if len(a.name) > 3):
        misspelt = name[:-1] + "xx"
        found = [p for p in faults({"id": "KZ", misspelt: 1}, cls) if p.code == "LT-KEY-001"]

        assert [(p.where, f"Did you mean {name!r}?" in p.hint) for p in found] == [(f"it.{misspelt}", True)]


@pytest.mark.parametrize("tag", KINDS)
def test_an_unknown_key_of_a_rule_is_refused(tag):
    """A misspelt key inside a rule is an error at its place (I-09)."""
    name = fields(KINDS[tag])[0].name
    data = {"id": "n", "kind": tag, "rule": {f"{name}xx": 1}}
    found = [p for p in faults(data, Norm) if p.code == "LT-KEY-001"]

    assert [p.where for p in found] == [f"it.rule.{name}xx"]
    assert f"{name!r}" in found[0].hint


@pytest.mark.parametrize("value", [7.9, 7, True, None, ["a"], {"a": "b"}, b"a"])
def test_nothing_is_turned_into_a_text(value):
    """Only a text is a text."""
    assert faults({"id": "s", "source": "x", "gist": "g", "label": value}, RECORD_TYPES["statement"])


@pytest.mark.parametrize("value", ["abc", 7, {"a": 1}, None])
def test_nothing_is_turned_into_a_list(value):
    """A text is not a list of its letters."""
    assert faults({"id": "w", "topics": value}, Work)


# digests


@given(corpora())
def test_a_digest_does_not_depend_on_the_order_of_records(corpus):
    """A corpus built from its records in another order has the same digest (I-06)."""
    assert digest(Corpus.of(reversed(list(corpus)), title=corpus.title)) == digest(corpus)


@given(st.sampled_from(list(RECORD_TYPES)).flatmap(records))
def test_a_digest_survives_a_round_trip(record):
    """A record read back has the digest it had (I-06)."""
    assert digest(there_and_back(record)) == digest(record)


@given(st.sampled_from(list(RECORD_TYPES)).flatmap(records))
def test_a_digest_does_not_depend_on_the_order_of_keys(record):
    """Keys in another order in the file give the same digest (I-06)."""
    data = codec().unstructure(record)
    turned = {key: data[key] for key in reversed(data)}

    assert digest(codec().structure(turned, type(record))) == digest(record)


@given(effects, effects)
def test_different_records_have_different_digests(one, other):
    """The digest tells records apart."""
    assume(canonical_json(codec().unstructure(one)) != canonical_json(codec().unstructure(other)))

    assert digest(one) != digest(other)


def test_a_digest_ignores_how_accents_are_composed():
    """Text in another Unicode normal form has the digest that it has once written and read (I-06)."""
    apart, whole = (Work(id="w", title=LangMap.of(text)) for text in ("e\u0301tat", "\u00e9tat"))

    assert digest(apart) == digest(whole)


# kinds of others


@given(st.sampled_from(["x:demo/curfew", "x:study/night_walk"]), opaque_data, opaque_data)
def test_a_kind_not_installed_is_written_back_unchanged(tag, before, after):
    """Data of a kind that is not installed loads as an opaque rule and comes out the same (I-10)."""
    data = {"id": "e", "kind": tag, "change": "broadened", "before": before, "after": after}
    effect = codec().structure(data, Effect)

    assert isinstance(effect.after, OpaqueRule)
    assert codec().unstructure(effect) == data
    assert there_and_back(effect) == effect


@given(opaque_data)
def test_a_kind_not_installed_is_never_compared(data):
    """Not even two equal opaque rules compare, and nobody's direction is known (I-10)."""
    effect = codec().structure({"id": "e", "kind": "x:demo/curfew", "before": data, "after": data}, Effect)

    assert effect.compare_sides() == ANY
    assert effect.direction("resident") is Direction.UNKNOWN


@frozen(kw_only=True)
class ShutdownPower(Rule):
    """Lets an authority cut off communications."""

    kind = "x:demo/shutdown_power"
    holder: str
    needs_warrant: bool | Missing = UNKNOWN
    networks: tuple[str, ...] = ()


STUDY = KINDS.copy()
STUDY.register(ShutdownPower)
powers = st.builds(
    ShutdownPower,
    holder=free_texts,
    needs_warrant=st.sampled_from([True, False, *Missing]),
    networks=st.lists(free_texts, max_size=2).map(tuple),
)


@given(powers)
def test_a_registered_kind_behaves_like_ours(rule):
    """A user's kind reads back through a registry that has it, strict like the others (I-10)."""
    effect = Effect(id="e", kind=ShutdownPower.kind, after=rule)
    reader = codec(STUDY)

    assert reader.structure(reader.unstructure(effect), Effect) == effect


@given(powers)
def test_a_kind_survives_where_it_is_not_installed(rule):
    """Written with the kind, read and written without it, and read with it again: the same rule (I-10)."""
    norm = Norm(id="n", kind=ShutdownPower.kind, rule=rule)
    elsewhere = codec().unstructure(codec().structure(codec(STUDY).unstructure(norm), Norm))

    assert codec(STUDY).structure(elsewhere, Norm) == norm


def test_a_registered_kind_refuses_unknown_keys():
    """A misspelt key of a user's kind is refused with the nearest, like ours (I-10)."""
    data = {"id": "n", "kind": ShutdownPower.kind, "rule": {"holdr": "police"}}
    with pytest.raises(BaseValidationError) as told:
        codec(STUDY).structure(data, Norm)
    found = {p.code: p for p in problems_of(told.value, "norm[0]")}

    assert "'holder'" in found["LT-KEY-001"].hint
    assert "LT-KEY-004" in found


def test_plain_data_holds_words_and_no_members_of_enumerations():
    """Enumerations of texts too are written as their words, so that plain data reads without JSON between."""
    hedge = Hedge(surface="a", category=HedgeCategory.APPROXIMATOR, interval=UNKNOWN, rule="a")

    assert type(codec().unstructure(hedge)["category"]) is str
    assert codec().structure(codec().unstructure(hedge), Hedge) == hedge


def test_a_modification_says_what_it_is():
    """The key ``op`` decides which fields a modification has; a wrong one is told with the nearest."""
    amendment = {"id": "/m/1", "instrument": "/a/1"}
    told = [{"op": "repeal", "target": ["Article 5", 0]}]
    read = codec().structure({**amendment, "modifications": told}, Amendment)
    (fault,) = faults({**amendment, "modifications": [{"op": "repael", "target": ""}]}, Amendment)

    assert read.modifications == (Repeal(target=("Article 5", 0)),)
    assert fault.where == "it.modifications[0].op"
    assert fault.hint == "Did you mean 'repeal'?"
