"""What rests on a definition, and what its change does to a rule that no amendment names."""

import pytest

import lawtrack as lt
from lawtrack.verdicts import Verdict

EMERGENCY = """
[[source]]
id = "s/law"
[[work]]
id = "w/act"
[[concept]]
id = "x:t/flood"
facet = "event"
[[concept]]
id = "x:t/rally"
facet = "event"
[[definition]]
id = "d/emergency-old"
term = "emergency"
members = ["x:t/flood"]
openness = "closed"
[[definition]]
id = "d/emergency-new"
term = "emergency"
members = ["x:t/flood", "x:t/rally"]
openness = "closed"
[[effect]]
id = "e/emergency"
kind = "definition"
change = "broadened"
by = ["w/act"]
before = { definition = "d/emergency-old" }
after = { definition = "d/emergency-new" }
source = "s/law"
[[norm]]
id = "n/switch"
kind = "power"
rule = { holder = ["government"], affected = ["subscriber"], trigger = { definition = "d/emergency-old" } }
source = "s/law"
[[effect]]
id = "e/spared"
kind = "exemption"
change = "created"
by = ["w/act"]
after = { norm = "n/switch", holders = ["media"] }
source = "s/law"
"""


@pytest.fixture
def corpus(corpus_of):
    return corpus_of(EMERGENCY)


def test_rules_rest_on_a_definition_directly_and_through_other_rules(corpus):
    """The power names the term, the exemption names the power: both rest on it, with their paths."""
    rows = lt.dependents(corpus, "emergency-old")

    assert [row.record.id for row in rows] == ["e/emergency", "n/switch", "e/spared"]
    assert rows[2].path == (
        "d/emergency-old",
        "rule.trigger.definition",
        "n/switch",
        "after.norm",
        "e/spared",
    )


def test_a_wider_term_widens_the_power_that_uses_it(corpus):
    """The derived effect is more restrictive for subscribers, more power for the holder, and says its way."""
    (row,) = lt.derived_effects(corpus, for_="subscriber")

    assert row.comparison.verdict is Verdict.MORE_RESTRICTIVE
    assert not row.asserted
    assert row.effect.change.value == "broadened"
    assert "Derived through" in row.effect.note
    (for_holder,) = lt.derived_effects(corpus, for_="government")
    assert for_holder.comparison.direction is lt.Direction.MORE_POWER


def test_derived_effects_are_in_no_corpus(corpus):
    """They are answers, not records: nobody said them."""
    (row,) = lt.derived_effects(corpus)

    assert row.effect.id not in corpus


def test_a_definition_known_on_one_side_leaves_the_word_of_the_source(corpus_of):
    """Where only the new term is on record, the direction is asserted, and no more."""
    before, old = (
        'before = { definition = "d/emergency-old" }',
        'trigger = { definition = "d/emergency-old" }',
    )
    text = EMERGENCY.replace(before, 'before = "unknown"').replace(old, old.replace("old", "new"))
    corpus = corpus_of(text)
    (row,) = lt.derived_effects(corpus)

    assert row.asserted
    assert not row.comparison.is_definite


def test_terms_compare_in_a_trigger(corpus):
    """Two powers that differ in the term they rest on compare by what the terms cover."""
    old, new = (lt.Trigger(definition=f"d/emergency-{when}") for when in ("old", "new"))
    from lawtrack.kinds import Power

    found = lt.compare(Power(trigger=old), Power(trigger=new), corpus=corpus, others_equal=True)
    assert found.verdict is Verdict.MORE_RESTRICTIVE


def test_an_unknown_definition_names_the_nearest(corpus):
    """A slip in the name is told."""
    with pytest.raises(lt.UnknownNameError):
        lt.dependents(corpus, "emergancy")
