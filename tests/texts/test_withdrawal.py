"""Taking modifications back without the text from before: certain, marked as unknown, or refused."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies.trees import fitting_modifications, trees

import lawtrack as lt
from lawtrack.texts import ModificationError, withdraw

SECTION = lt.Unit(
    type="section",
    num="5",
    children=[lt.Unit(type="paragraph", num=f"({n})", text=f"Rule {n} of ten days.") for n in "abc"],
)
NEW = lt.Unit(type="paragraph", num="(d)", text="Rule d.")


def back(*changes):
    return withdraw(lt.apply(SECTION, changes), changes)


def test_inserted_units_go():
    """A unit that is as it was inserted is removed."""
    assert back(lt.Insertion(target="", units=NEW)) == SECTION


def test_inserted_units_that_changed_since_are_refused():
    """Words that somebody else put into them would be lost."""
    made = lt.apply(SECTION, lt.Insertion(target="", units=NEW.with_(text="Rule d, reworded.")))

    with pytest.raises(ModificationError, match="0 units are \\(d\\) as it was put in"):
        withdraw(made, lt.Insertion(target="", units=NEW))


def test_words_come_back_where_that_is_certain():
    """New words that stand once became so from the old ones."""
    assert back(lt.WordSubstitution(target="para_a", old="ten", new="ninety")) == SECTION
    assert back(lt.WordSubstitution(target="", old="ten", new="two", which=lt.Which.EACH, count=3)) == SECTION


@pytest.mark.parametrize(
    "change",
    [
        lt.WordSubstitution(target="para_a", old=" ten", new=""),
        lt.WordSubstitution(target="para_a", old="ten", new="Rule"),
        lt.UnitSubstitution(target="para_a", units=NEW.with_(num="(a)")),
        lt.Repeal(target="para_a", leaving="Repealed."),
        lt.PartSubstitution(target="para_a", part="text", new="Other."),
    ],
)
def test_what_nobody_can_know_is_marked(change):
    """Of words taken out or mixed with equal ones, of a provision replaced, only the number is known."""
    found = back(change)

    assert found.children[0].has_unknown_words
    assert found.children[0].num == "(a)"
    assert found.children[1:] == SECTION.children[1:]


def test_a_heading_nobody_knows_leaves_the_words_known():
    """What gave way was one string; the text and the units inside say what they said."""
    chapter = lt.Unit(type="chapter", num="1", heading="Of fines", children=[SECTION])
    change = lt.PartSubstitution(target="", part="heading", new="Of penalties")

    found = withdraw(lt.apply(chapter, change), change)

    assert found.has_unknown_words
    assert found == chapter.with_(heading="", attributes=(("words", "unknown"),))


def test_nothing_is_lost_where_an_unknown_unit_gives_up_its_number():
    """What was put around it held all the text, and nobody knows its heading: not a bare and certain root."""
    changes = [
        lt.Wrapping(target="", num="(z)"),
        lt.PartSubstitution(target=(0,), part="heading", new="Of rules"),
    ]

    found = back(*changes)

    assert found == SECTION.with_(attributes=(("words", "unknown"),))


def test_a_unit_given_up_leaves_its_mark():
    """Words that nobody knows are no better known without the number above them, and come back with it."""
    unknown = lt.Unit(type="paragraph", num="(a)", attributes={"words": "unknown"})
    section = lt.Unit(type="section", num="5", children=[unknown])

    found = lt.apply(section, lt.Unwrapping(target=""))

    assert found == lt.Unit(type="section", num="5", attributes={"words": "unknown"})
    assert lt.apply(found, lt.invert(section, lt.Unwrapping(target=""))) == section


def test_words_beside_unknown_ones_can_be_changed():
    """A heading, or a string in which characters are counted, is known whatever stands below it."""
    unknown = lt.Unit(type="paragraph", num="(a)", attributes={"words": "unknown"})
    section = lt.Unit(type="section", num="5", heading="Ten rules", text="Ten days.", children=[unknown])

    for part, at in (("heading", None), ("text", 0), ("text", None), ("", 0)):
        change = lt.WordSubstitution(target="", old="Ten", new="Two", part=part, at=at)
        after = {part or "text": {"heading": "Two rules"}.get(part, "Two days.")}
        assert lt.apply(section, change) == section.with_(**after)
    with pytest.raises(ModificationError, match="LT-TXT-009"):
        lt.apply(section, lt.WordSubstitution(target="para_a", old="Ten", new="Two", part="text", at=0))


def test_unknown_words_cannot_be_changed_only_replaced():
    """A count of words there would be a guess; another text for the whole unit is none."""
    found = back(lt.Repeal(target="para_a", leaving="Repealed."))

    with pytest.raises(ModificationError, match="LT-TXT-009"):
        lt.apply(found, lt.WordSubstitution(target="", old="ten", new="two", which=lt.Which.EACH))
    whole = lt.apply(found, lt.UnitSubstitution(target="para_a", units=SECTION.children[0]))
    assert whole == SECTION


@given(st.data(), trees)
def test_what_is_taken_back_is_never_guessed(data, tree):
    """Withdrawing gives the text from before, or a text with unknown words in it, or an error."""
    changes = [
        evolve(change, tidy=False) if isinstance(change, lt.WordSubstitution) else change
        for change in data.draw(fitting_modifications(tree, most=3))
    ]
    try:
        made = lt.apply(tree, changes)
        found = withdraw(made, changes)
    except ModificationError:
        return

    assert found == tree or found.has_unknown_words
