"""Applying modifications: what each does, what it refuses, and undoing it."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.trees import fitting_modifications, trees

import lawtrack as lt
from lawtrack.errors import ReadingError
from lawtrack.model.addresses import locate
from lawtrack.model.modification import (
    Insertion,
    Join,
    Move,
    PartSubstitution,
    Place,
    Renumbering,
    Repeal,
    Split,
    UnitSubstitution,
    Unwrapping,
    Which,
    WordSubstitution,
    Wrapping,
)
from lawtrack.model.unit import Unit
from lawtrack.texts import ModificationError


def unit(type, num="", text="", *children, **more):
    return Unit(type=type, num=num, text=text, children=children, **more)


SECTION = unit(
    "section", "5", "",
    unit("paragraph", "(a)", "The fine is ten days."),
    unit("paragraph", "(b)", "", unit("content", "", "A fine or"), unit("point", "(1)", "a fine."),
         heading="Fines."),
    unit("paragraph", "(c)", "Nothing."),
    heading="Of fines.",
)  # fmt: skip


def nums(tree):
    return [child.num for child in tree.children]


def refused(tree, *changes):
    with pytest.raises(ModificationError) as told:
        lt.apply(tree, changes)
    return told.value


@pytest.mark.parametrize(
    ("target", "where", "expected"),
    [
        ("para_b", Place.BEFORE, ["(a)", "(a-1)", "(b)", "(c)"]),
        ("para_b", Place.AFTER, ["(a)", "(b)", "(a-1)", "(c)"]),
        ("", Place.FIRST, ["(a-1)", "(a)", "(b)", "(c)"]),
        ("", Place.LAST, ["(a)", "(b)", "(c)", "(a-1)"]),
        ("", 1, ["(a)", "(a-1)", "(b)", "(c)"]),
    ],
)
def test_insertion_goes_where_it_says(target, where, expected):
    """New units stand beside the target, at an end of it or at a place among its children."""
    change = Insertion(target=target, where=where, units=unit("paragraph", "(a-1)", "New."))

    assert nums(lt.apply(SECTION, change)) == expected


def test_insertion_beside_a_unit_of_its_number_is_refused():
    """A number that is taken is named with what has it, unless a twin is meant."""
    change = Insertion(target="", units=unit("paragraph", "(c)", "New."))

    assert "(c) is the number of a unit that begins 'Nothing.'" in str(refused(SECTION, change))
    assert nums(lt.apply(SECTION, Insertion(target="", units=change.units, twin=True))).count("(c)") == 2


def test_words_are_searched_in_order():
    """Heading, words and headings of units inside, blocks: the third match of all is in the block."""
    change = WordSubstitution(target="para_b", old="ine", new="ee", which=2)

    assert lt.apply(SECTION, change).children[1].children[0].text == "A fee or"


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (Which.FIRST, "x b a b a"), (Which.LAST, "a b a b x"), (2, "a b x b a"), (Which.EACH, "x b x b x"),
    ],
)  # fmt: skip
def test_which_match_is_exchanged(which, expected):
    """First, last, each or one by number."""
    tree = unit("section", "1", "a b a b a")

    assert lt.apply(tree, WordSubstitution(target="", old="a", new="x", which=which)).text == expected


def test_words_that_stand_twice_are_refused_by_default():
    """Which match is meant must be said; nothing is changed by luck."""
    fault = refused(SECTION, WordSubstitution(target="para_b", old="fine", new="fee"))

    assert fault.code == "LT-TXT-005"
    assert "stands 2 times in it, expected 1 match" in str(fault)


def test_words_that_are_absent_are_told_with_the_nearest():
    """The error says what stands there instead."""
    fault = refused(SECTION, WordSubstitution(target="para_a", old="fine is two days", new=""))

    assert fault.code == "LT-TXT-004"
    assert "The nearest words are 'The fine is ten'" in str(fault)


def test_a_wrong_count_is_refused():
    """As many matches as stated, no more and no fewer."""
    fault = refused(
        SECTION, WordSubstitution(target="", old="fine", new="fee", which=Which.EACH, count=3, part="")
    )

    assert "stands 4 times" in str(fault)


def test_words_at_an_offset():
    """The words must stand exactly there; none at all insert."""
    change = WordSubstitution(target="para_a", part="text", at=12, old="ten", new="30")
    inserting = WordSubstitution(target="para_a", part="text", at=0, old="", new="Here: ")

    assert lt.apply(SECTION, [change, inserting]).children[0].text == "Here: The fine is 30 days."
    assert "at offset 11 of 21 stands ' ten days.'" in str(
        refused(SECTION, WordSubstitution(target="para_a", part="text", at=11, old="ten", new="30"))
    )


def test_tidying_removes_an_empty_block():
    """Blanks run together, and a block of words of which nothing is left disappears."""
    change = WordSubstitution(target="para_b", old="A fine or", new=" ", tidy=True)

    assert [child.type for child in lt.apply(SECTION, change).children[1].children] == ["point"]


def test_repeal_removes_or_leaves_words():
    """Without words the unit goes with its number; with words the number stays beside them."""
    assert nums(lt.apply(SECTION, Repeal(target="para_b"))) == ["(a)", "(c)"]
    assert lt.apply(SECTION, Repeal(target="para_b", leaving="Repealed.")).children[1] == unit(
        "paragraph", "(b)", "", unit("content", "", "Repealed.")
    )


def test_renumbering_onto_a_number_that_is_taken():
    """It is refused, with what has the number."""
    fault = refused(SECTION, Renumbering(target="para_a", num="(b)"))

    assert fault.code == "LT-TXT-006"
    assert "'Fines.'" in str(fault)


def test_existing_text_is_designated():
    """All that a unit holds goes into one new unit, and unwrapping brings it back."""
    wrapped = lt.apply(SECTION, Wrapping(target="", num="(1)"))

    assert nums(wrapped) == ["(1)"]
    assert nums(wrapped.children[0]) == ["(a)", "(b)", "(c)"]
    assert lt.apply(wrapped, Unwrapping(target="")) == SECTION


def test_move_takes_along_what_is_inside():
    """A unit that moves keeps its words; into itself it cannot go."""
    moved = lt.apply(SECTION, Move(target="para_b", to="para_c", where=Place.AFTER))

    assert nums(moved) == ["(a)", "(c)", "(b)"]
    assert moved.children[2] is SECTION.children[1]
    assert "into or beside itself" in str(refused(SECTION, Move(target="para_b", to="para_b__point_1")))


def test_split_and_join_keep_every_word():
    """One unit becomes two of the same words and one again; other words are refused."""
    parts = (unit("paragraph", "(a)", "The fine"), unit("paragraph", "(a-1)", "is ten days."))
    split = lt.apply(SECTION, Split(target="para_a", units=parts))

    assert nums(split) == ["(a)", "(a-1)", "(b)", "(c)"]
    assert lt.apply(split, Join(target="para_a", through="para_a-1", unit=SECTION.children[0])) == SECTION
    assert refused(SECTION, Split(target="para_a", units=parts[:1])).code == "LT-TXT-007"


def test_a_missing_target_names_the_nearest():
    """The error has the index, who orders it, the target and the nearest unit."""
    fault = refused(SECTION, Repeal(target="para_c"), Repeal(target="sec_5__para_d", by="Law 1 §2"))

    assert (fault.index, fault.code) == (1, "LT-TXT-002")
    assert "Law 1 §2" in str(fault)
    assert "The nearest is sec_5__para_" in str(fault)


def test_a_number_that_stands_twice_is_no_target():
    """Which of two units of one number is meant must be said."""
    twins = lt.apply(SECTION, PartSubstitution(target="para_c", part="num", new="(b)"))
    fault = refused(twins, Repeal(target=("(b)",)))

    assert fault.code == "LT-TXT-003"
    assert "sec_5__para_b*1, sec_5__para_b*2" in str(fault)


def test_what_would_fit_later_is_told():
    """A modification that needs a later one names it."""
    changes = [
        WordSubstitution(target="para_d", old="New", new="Newer"),
        Repeal(target="para_c"),
        Insertion(target="", units=unit("paragraph", "(d)", "New")),
    ]

    with pytest.raises(ModificationError, match="It would fit after modification 2"):
        lt.apply(SECTION, changes)


def test_an_error_travels():
    """The error is the same after pickling."""
    fault = refused(SECTION, Repeal(target="para_x"))

    assert str(pickle.loads(pickle.dumps(fault))) == str(fault)


@pytest.mark.parametrize("wrong", [
    lambda: WordSubstitution(target="", old="", new="x"), lambda: Insertion(target="", units=()),
    lambda: Insertion(target=None, units=SECTION), lambda: Insertion(target="", units=SECTION, where=-1),
    lambda: WordSubstitution(target="", old="a", new="x", which=0),
    lambda: WordSubstitution(target="", old="a", new="x", attributes=3),
    lambda: WordSubstitution(target="", old="a", new="x", tidy=1),
    lambda: Insertion(target="", units=None), lambda: Repeal(target="", twin="no"),
    lambda: Repeal(target="", keeps_heading="no"),
])  # fmt: skip
def test_what_makes_no_sense_is_refused(wrong):
    """A modification says what it looks for, what it puts in and where."""
    with pytest.raises(ReadingError):
        wrong()


def renumbered(*pairs):
    return [Renumbering(target=f"para_{old}", num=f"({new})") for old, new in pairs]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0)])
def test_a_row_of_renumberings_happens_at_once(order):
    """The numbers of "(a) to (c) become (b) to (d)" are those before, in whatever order they are named."""
    row = renumbered(("a", "b"), ("b", "c"), ("c", "d"))
    row = [row[place] for place in order]
    after = lt.apply(SECTION, row)

    assert nums(after) == ["(b)", "(c)", "(d)"]
    assert after.children[0].text == "The fine is ten days."
    assert lt.apply(after, lt.invert(SECTION, row)) == SECTION


def test_two_units_exchange_their_numbers():
    """Neither number is free, and yet both are."""
    after = lt.apply(SECTION, renumbered(("a", "c"), ("c", "a")))

    assert nums(after) == ["(c)", "(b)", "(a)"]


def test_a_row_that_leaves_a_number_to_two_units_is_refused():
    """The error names the first that takes what nobody gives up."""
    fault = refused(SECTION, *renumbered(("a", "b"), ("c", "d")))

    assert (fault.code, fault.index) == ("LT-TXT-006", 0)
    assert "(b) is the number of a unit that begins 'Fines.'" in str(fault)


@given(st.permutations("abcd"), st.permutations("abcd"))
def test_every_exchange_of_numbers_is_carried_out(new, order):
    """Any permutation of the numbers, named in any order, gives each unit its own."""
    tree = unit("section", "5", "", *(unit("paragraph", f"({n})", n) for n in "abcd"))
    row = renumbered(*((old, new["abcd".index(old)]) for old in order))

    assert nums(lt.apply(tree, row)) == [f"({n})" for n in new]


@given(st.data(), trees)
def test_inverting_leads_back(data, tree):
    """Applied after modifications, their inverse gives exactly the tree from which they started (I-20)."""
    changes = data.draw(fitting_modifications(tree))
    made = lt.apply(tree, changes)

    assert lt.apply(made, lt.invert(tree, changes)) == tree


@given(st.data(), trees)
def test_inverting_twice_leads_forward(data, tree):
    """The inverse of the inverse does what the modifications did."""
    changes = data.draw(fitting_modifications(tree))
    made = lt.apply(tree, changes)
    back = lt.invert(tree, changes)

    assert lt.apply(tree, lt.invert(made, back)) == made


@given(st.data(), trees)
def test_applying_in_one_go_or_one_by_one(data, tree):
    """Several modifications are the same as each upon the result of the last."""
    changes = data.draw(fitting_modifications(tree))
    one_by_one = tree
    for change in changes:
        one_by_one = lt.apply(one_by_one, change)

    assert lt.apply(tree, changes) == one_by_one


def test_what_is_the_same_is_shared():
    """Versions share the units that did not change, as objects."""
    after = lt.apply(SECTION, WordSubstitution(target="para_a", old="ten", new="30"))

    assert after.children[1] is SECTION.children[1]


def test_expression_in_expression_out():
    """An expression gives an expression, whose period nobody has said yet."""
    law = lt.Expression(
        work="/akn/us/act/1", lang="en", in_force=lt.Period.read("2020-01-01.."), root=SECTION
    )
    after = lt.apply(law, UnitSubstitution(target="para_c", units=unit("paragraph", "(c)", "Much.")))

    assert after["para_c"].text == "Much."
    assert after.in_force is lt.UNKNOWN
    assert (
        lt.apply(after, lt.invert(law, Repeal(target="para_c"))[:0], in_force=law.in_force).in_force
        == law.in_force
    )


def test_what_is_no_text_is_refused():
    """A corpus or nothing at all is told what is due; what is no modification too."""
    for wrong in (None, "law", lt.Corpus()):
        with pytest.raises(TypeError, match="takes a Unit or an Expression as text"):
            lt.apply(wrong, ())
    with pytest.raises(TypeError, match="takes a Modification as modifications, not 'repeal'"):
        lt.apply(SECTION, ["repeal"])


def test_a_given_address_follows_the_number():
    """An address that the file gives names the unit by its new number, and with it those inside."""
    inside = Unit(type="paragraph", num="1", text="Old three.", eid="art_3__para_1")
    law = Unit(type="body", children=[Unit(type="article", num="3", children=[inside], eid="art_3")])
    new = Unit(type="article", num="3", text="New three.")
    changes = [
        Renumbering(target="art_3", num="4"),
        Insertion(target="art_4", where=Place.BEFORE, units=(new,)),
    ]
    after = lt.apply(law, changes)

    assert after.at(locate(after, "art_3")).text == "New three."
    assert after.at(locate(after, "art_4__para_1")).text == "Old three."
    assert lt.apply(after, lt.invert(law, changes)) == law


@pytest.mark.parametrize(
    ("eid", "inner"),
    [("s3", "s3__p1"), ("art_4", "art_4__para_1"), ("art_3", "art_4__para_1"), ("x-art_3", "")],
)
def test_renumbering_with_any_given_address_is_undone(eid, inner):
    """Addresses of another build stay as they are; whatever they are, undoing gives the text before."""
    inside = Unit(type="paragraph", num="1", eid=inner)
    law = Unit(type="body", children=[Unit(type="article", num="3", children=[inside], eid=eid)])
    changes = [Renumbering(target=(0,), num="4")]

    assert lt.apply(lt.apply(law, changes), lt.invert(law, changes)) == law
