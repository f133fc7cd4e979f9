"""Amendments of one day: which commute, which need which, and which clash."""

from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies.trees import fitting_modifications, trees

import lawtrack as lt
from lawtrack.model.modification import Insertion, Place, Renumbering, Repeal, WordSubstitution
from lawtrack.model.unit import Unit
from lawtrack.texts import ClashKind, ModificationError, clashes

SECTION = Unit(
    type="section",
    num="5",
    children=[Unit(type="paragraph", num=f"({n})", text=f"Rule {n}.") for n in "abc"],
)
NEW = Insertion(
    target="para_b", where=Place.AFTER, units=Unit(type="paragraph", num="(b-1)", text="Rule b-1.")
)


def words(target, old, new):
    return WordSubstitution(target=target, old=old, new=new)


def kinds(*groups, **more):
    return [clash.kind for clash in clashes(SECTION, groups, **more)]


def test_different_units_do_not_clash():
    """What touches different units gives the same text in any order."""
    changes = [words("para_a", "Rule", "Law"), Repeal(target="para_c"), NEW]

    assert kinds(*changes) == []
    assert len({lt.apply(SECTION, order) for order in permutations(changes)}) == 1


def test_what_needs_another_comes_after_it():
    """Words of a unit inserted the same day are changed after the insertion, and the other order is told."""
    change = words("para_b-1", "Rule", "Law")

    assert kinds(NEW, change) == []
    (clash,) = clashes(SECTION, [change, NEW])
    assert (clash.kind, clash.first, clash.second) == (ClashKind.WRONG_ORDER, 0, 1)


def test_two_insertions_at_one_place_clash():
    """Which of them stands first depends on which comes first."""
    other = Insertion(target="para_b", where=Place.AFTER, units=Unit(type="paragraph", num="(b-2)", text="x"))

    assert kinds(NEW, other) == [ClashKind.ORDER_MATTERS]
    assert kinds(NEW, other, ordered=True) == []


@pytest.mark.parametrize(
    ("part", "one", "other", "told"),
    [
        ("heading", "X", "Y", "'X'"),
        ("text", "X", "Y", "'X'"),
        ("n", "1", "2", "'n 1'"),
        ("type", "point", "list", "'type point'"),
    ],
)
def test_what_would_stand_there_is_told(part, one, other, told):
    """Of a heading or an attribute too, and not that only the order of units differs."""
    changes = [lt.PartSubstitution(target=(0,), part=part, new=new) for new in (one, other)]

    (clash,) = clashes(SECTION, changes)

    assert clash.kind is ClashKind.ORDER_MATTERS
    assert clash.reason == f"in the other order {told} would stand there"


def test_another_order_of_units_is_told():
    """Two units put in after one stand in either order, and say the same."""
    other = Insertion(target="para_b", where=Place.AFTER, units=Unit(type="paragraph", num="(b-2)", text="x"))

    (clash,) = clashes(SECTION, [NEW, other])

    assert "another order of units" in clash.reason


def test_three_that_matter_together_are_not_looked_for():
    """The first names a place to which the others may have brought another unit; no two of them tell."""
    tree = Unit(type="body", children=[Unit(type="article", children=[Unit(type="paragraph", num="1")])])
    changes = [
        Insertion(target=(0, 0), units=Unit(type="point", num="(a)")),
        Repeal(target=(0, 0)),
        Insertion(target=(0,), where=Place.LAST, units=Unit(type="paragraph", num="2")),
    ]
    texts = set()
    for order in permutations(changes):
        try:
            texts.add(lt.apply(tree, order))
        except ModificationError:
            continue

    assert len(texts) == 2
    assert clashes(tree, changes) == ()


def test_two_changes_of_the_same_words_clash():
    """The second finds nothing any more, and no order would help."""
    assert kinds(words("para_a", "Rule", "Law"), words("para_a", "Rule", "Norm")) == [ClashKind.EXCLUDES]


def test_a_repeal_before_a_change_is_the_wrong_order():
    """Words of a unit that is repealed the same day are changed before, or not at all."""
    assert kinds(Repeal(target="para_a"), words("para_a", "Rule", "Law")) == [ClashKind.WRONG_ORDER]
    assert kinds(words("para_a", "Rule", "Law"), Repeal(target="para_a")) == []


def test_renumbering_in_a_row():
    """(c) must be moved on before (b) takes its number; what one amendment does counts as one."""
    onward, after = Renumbering(target="para_c", num="(d)"), Renumbering(target="para_b", num="(c)")

    assert kinds([onward, after]) == []
    assert kinds(after, onward) == [ClashKind.WRONG_ORDER]


def test_what_fits_nowhere():
    """A target that nobody makes is told as such."""
    (clash,) = clashes(SECTION, [Repeal(target="para_z"), NEW])

    assert (clash.kind, clash.first, clash.second) == (ClashKind.DOES_NOT_FIT, 0, 0)
    assert "para_z" in str(clash)


@given(st.data(), trees)
def test_modifications_without_clash_commute(data, tree):
    """Any order in which modifications without a clash can be applied at all gives the same text (I-19)."""
    changes = data.draw(fitting_modifications(tree, most=3))
    assume(not clashes(tree, changes))
    outcomes = set()
    for order in permutations(changes):
        try:
            outcomes.add(lt.apply(tree, order))
        except ModificationError:
            continue

    assert len(outcomes) <= 1
