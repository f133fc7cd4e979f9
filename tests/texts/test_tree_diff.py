"""Two trees: applying their difference gives the new one, and each unit is known again where it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.trees import inner, trees

import lawtrack as lt
from lawtrack.model.inline import Mark, written_marks
from lawtrack.model.modification import Insertion, Move, Renumbering, Repeal, WordSubstitution, Wrapping
from lawtrack.model.unit import UNKNOWN_WORDS, Unit
from lawtrack.texts.tree_differences import TreeChangeKind, tree_diff


@st.composite
def edited(draw):
    """A tree, some with unknown words, and it with units copied, taken out, put elsewhere or changed."""
    old = draw(trees)
    if draw(st.booleans()):
        path = draw(st.sampled_from([path for path, _ in old.walk()]))
        old = put(old, path, (old.at(path).with_(attributes=(UNKNOWN_WORDS,)),))
    new = old
    for _ in range(draw(st.integers(1, 4))):
        paths = [path for path, _ in new.walk()]
        path = draw(st.sampled_from(paths))
        unit = new.at(path)
        done = draw(st.sampled_from(["out", "in", "again", "num", "text", "wrap", "turn", "mark"]))
        if done == "out" and path:
            new = put(new, path, ())
        elif done == "in":
            new = put(new, path, (unit.with_(children=(draw(inner), *unit.children)),))
        elif done == "again" and path:
            new = put(new, path, (unit, unit))
        elif done == "num":
            new = put(new, path, (unit.with_(num=draw(st.sampled_from(["(a)", "(b)", "9"]))),))
        elif done == "text":
            new = put(new, path, (unit.with_(text=f"{unit.text} or ten days", type="point"),))
        elif done == "wrap":
            around = Unit(type="paragraph", num="(w)", children=unit.children)
            new = put(new, path, (unit.with_(text="", children=(around,)),))
        elif done == "turn":
            new = put(new, path, (unit.with_(children=unit.children[::-1]),))
        else:
            new = put(new, path, (unit.with_(attributes=(("n", "2"), ("num", "x")), eid="given"),))
    return old, new


def put(root, path, units):
    """The tree with *units* where the unit at *path* was."""
    if not path:
        return units[0] if units else root
    first, *rest = path
    inside = put(root.children[first], tuple(rest), units) if rest else None
    middle = units if inside is None else (inside,)
    return root.with_(children=(*root.children[:first], *middle, *root.children[first + 1 :]))


@st.composite
def addressed(draw):
    """Two trees as files give them: units have addresses, most of them those that their numbers make."""
    old, new = draw(st.tuples(trees, trees) | edited())

    def given_in(root, unit, path):
        names = {way: eid for eid, way in lt_eids(root).items()}
        odd = draw(st.integers(0, 9)) == 0
        eid = draw(st.sampled_from(sorted(lt_eids(root)))) if odd else names.get(path, "")
        inside = tuple(given_in(root, child, (*path, i)) for i, child in enumerate(unit.children))
        return unit.with_(eid=eid, children=inside)

    return given_in(old, old, ()), given_in(new, new, ())


@settings(max_examples=400, deadline=None)
@given(st.tuples(trees, trees) | edited() | addressed())
def test_applying_the_difference_gives_the_new_tree(pair):
    """For any two trees the modifications lead from one to the other, and their inverse back."""
    old, new = pair
    diff = tree_diff(old, new)
    back = diff.inverted()

    assert lt.apply(old, diff) == new
    assert lt.apply(new, lt.invert(old, diff)) == old
    assert lt.apply(new, back) == old
    assert lt.apply(old, back.inverted()) == new
    assert back.inverted().changes == diff.changes


@given(edited())
def test_changes_are_those_of_the_addresses_they_name(pair):
    """Each change shows the units that stand at its addresses."""
    old, new = pair
    for change in tree_diff(old, new).changes:
        if change.old is not None:
            assert old.at(lt_eids(old)[change.old_eid]) == change.old
        if change.new is not None:
            assert new.at(lt_eids(new)[change.new_eid]) == change.new


def lt_eids(root):
    from lawtrack.model.addresses import eids

    return eids(root)


@given(trees)
def test_a_tree_does_not_differ_from_itself(tree):
    """Equal trees need no modification."""
    assert not tree_diff(tree, tree)
    assert tree_diff(tree, tree).changes == ()


THEFT = "Whoever takes a thing that belongs to another is punished."
ROBBERY = "Whoever takes a thing by force is punished more severely than a thief."
FRAUD = "Whoever deceives another for gain is punished like a thief."
ARSON = "Whoever sets fire to a house, a forest or a store of goods is punished."


def article(num, text, **more):
    return Unit(type="article", num=f"Article {num}", children=[Unit(type="content", text=text)], **more)


def body(*children):
    return Unit(type="body", children=children)


def told(old, new):
    """What happened, as kind and addresses."""
    return [(c.kind.value, c.old_eid, c.new_eid) for c in tree_diff(old, new).changes]


@pytest.mark.parametrize("part", ["heading", "text"])
def test_words_above_and_in_unknown_units_are_compared(part):
    """The difference holds where units are marked as unknown, whether they or what is around them differ."""
    unknown = Unit(type="article", num="1", heading="Of the fines here", attributes={"words": "unknown"})
    old = body(Unit(type="chapter", num="1", heading="Of fines", text="Words of it", children=[unknown]))
    for path in ((0,), (0, 0)):
        new = put(old, path, (old.at(path).with_(**{part: "Of the fines there"}),))

        assert lt.apply(old, tree_diff(old, new)) == new
        assert lt.apply(new, tree_diff(old, new).inverted()) == old


def test_renumbering_survives_an_insertion():
    """A new article 2 pushes the others on: they are renumbered, not reworded."""
    old = body(article(1, THEFT), article(2, ROBBERY), article(3, FRAUD))
    new = body(article(1, THEFT), article(2, ARSON), article(3, ROBBERY), article(4, FRAUD))
    diff = tree_diff(old, new)

    assert told(old, new) == [
        ("inserted", "", "art_2"),
        ("renumbered", "art_2", "art_3"),
        ("renumbered", "art_3", "art_4"),
    ]
    assert [type(change) for change in diff] == [Renumbering, Renumbering, Insertion]


def test_reworded_article_is_changed_by_words():
    """Some words of an article are exchanged where they stand."""
    old, new = body(article(1, THEFT)), body(article(1, THEFT.replace("punished", "fined")))
    (change,) = tree_diff(old, new)

    assert isinstance(change, WordSubstitution)
    assert (change.old, change.new) == ("punished", "fined")
    assert told(old, new) == [("reworded", "art_1__content", "art_1__content")]


def test_repealed_article_goes_as_a_whole():
    """An article that went is one repeal, whatever it held."""
    old, new = body(article(1, THEFT), article(2, FRAUD)), body(article(1, THEFT))

    assert told(old, new) == [("repealed", "art_2", "")]
    assert [type(change) for change in tree_diff(old, new)] == [Repeal]


def test_article_moved_to_another_chapter():
    """An article that stands elsewhere unchanged was moved."""
    one = Unit(type="chapter", num="Chapter 1", children=[article(1, THEFT), article(2, FRAUD)])
    two = Unit(type="chapter", num="Chapter 2", children=[article(3, ARSON)])
    old = body(one, two)
    new = body(one.with_(children=one.children[:1]), two.with_(children=(article(2, FRAUD), *two.children)))

    assert told(old, new) == [("moved", "art_2", "art_2")]
    assert [type(change) for change in tree_diff(old, new)] == [Move]


def test_moved_and_reworded_article_keeps_its_identity():
    """An article that moves and changes a few words is the same article still."""
    one = Unit(type="chapter", num="Chapter 1", children=[article(1, THEFT), article(2, FRAUD)])
    two = Unit(type="chapter", num="Chapter 2", children=[article(3, ARSON)])
    changed = article(2, FRAUD.replace("gain", "profit"))
    new = body(one.with_(children=one.children[:1]), two.with_(children=(*two.children, changed)))

    assert told(body(one, two), new) == [
        ("moved", "art_2", "art_2"),
        ("reworded", "art_2__content", "art_2__content"),
    ]


def test_existing_text_designated_as_a_paragraph():
    """ "The existing text is designated as (a)" is one wrapping."""
    old = body(article(1, THEFT))
    inside = Unit(type="paragraph", num="(a)", children=[Unit(type="content", text=THEFT)])
    new = body(Unit(type="article", num="Article 1", children=[inside]))

    assert [type(change) for change in tree_diff(old, new)] == [Wrapping]


def test_existing_text_designated_and_another_paragraph_added():
    """What comes beside the paragraph that the existing text became is an insertion of its own."""
    old = body(article(1, THEFT))
    inside = Unit(type="paragraph", num="(a)", children=[Unit(type="content", text=THEFT)])
    more = Unit(type="paragraph", num="(b)", text=ARSON)
    new = body(Unit(type="article", num="Article 1", children=[inside, more]))

    assert [type(change) for change in tree_diff(old, new)] == [Wrapping, Insertion]


def test_text_without_blanks_is_known_again():
    """Where no blanks part words, characters tell how alike two units are."""
    old = body(
        article(1, "为了惩罚犯罪，保护人民，根据宪法，制定本法。"),
        article(2, "对任何人犯罪，在适用法律上一律平等。"),
    )
    new = body(
        article(3, "为了惩罚犯罪，保护公民，根据宪法，制定本法。"),
        article(1, "盗窃公私财物，数额较大的，处三年以下。"),
    )

    assert ("reworded", "art_1__content", "art_3__content") in told(old, new)


def test_layout_only():
    """A difference of blanks and quote marks is told as such."""
    old, new = body(article(1, "the  «thief»")), body(article(1, 'the "thief"'))

    assert told(old, new) == [("layout only", "art_1__content", "art_1__content")]


def test_layout_of_numbers_is_layout():
    """A number with another blank is no other number."""
    old, new = body(article("5", THEFT)), body(article("5", THEFT).with_(num="Article\u00a05"))

    assert told(old, new) == [("layout only", "art_5", "art_5")]


@given(edited())
def test_layout_may_be_left_out(pair):
    """What is left out is what differs in layout only; applying still gives the new tree exactly."""
    old, new = pair
    new = new.with_(children=(*new.children, Unit(type="p", text="a\u00a0b")))
    old = old.with_(children=(*old.children, Unit(type="p", text="a b")))
    diff, less = tree_diff(old, new), lt.diff(old, new, ignore_layout=True)

    assert less.changes == tuple(c for c in diff.changes if c.kind is not TreeChangeKind.LAYOUT)
    assert bool(less) == bool(less.changes)
    assert lt.apply(old, less) == new


def test_the_table_shows_where_long_words_differ():
    """Of a long paragraph the row shows the part in which the change is."""
    long = "This is said in many words that stay the same. " * 20
    (row,) = tree_diff(
        body(article(1, f"{long}Pay ten days.")), body(article(1, f"{long}Pay two days."))
    ).table()

    assert row["old"].endswith("Pay ten days.")
    assert row["new"].endswith("Pay two days.")
    assert len(row["old"]) < 100


@pytest.mark.parametrize("kind", TreeChangeKind)
def test_table_shows_each_kind(kind):
    """The table has a row for each change with both addresses."""
    treason = "Whoever delivers the country to its enemies is punished."
    last = article(5, treason)
    old = body(article(1, THEFT), article(2, ROBBERY), article(3, FRAUD), article(4, "the  thief"), last)
    marks = written_marks(treason, [Mark(0, 7, "term")])
    words = Unit(type="intro", text=treason, attributes={"inline": marks})
    new = body(
        article("3a", FRAUD), article(1, THEFT.replace("thing", "good")), article(4, "the thief"),
        article(6, ARSON),
        last.with_(eid="a5", attributes=(("status", "old"),), children=(words,)),
    )  # fmt: skip

    assert kind.value in tree_diff(old, new).table().column("change")


def test_a_law_that_differs_little_is_compared_in_no_time():
    """Thousands of equal articles cost next to nothing: only what differs is looked into."""
    many = [article(n, f"{THEFT} This is said {n} times.") for n in range(3000)]
    new = [*many[:1500], article("1499a", ARSON), *many[1501:]]

    assert told(body(*many), body(*new)) == [("inserted", "", "art_1499a"), ("repealed", "art_1500", "")]


def marked(words, *stretches, element="ref"):
    """A block of words in which these stretches are marked."""
    marks = [Mark(at := words.index(said), at + len(said), element) for said in stretches]
    return Unit(type="content", text=words, attributes={"inline": written_marks(words, marks)})


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (marked("see article 6", "article 6"), marked("see now article 6", "article 6"), ["reworded"]),
        (marked("see article 6", "article 6"), marked("see article 6", "article"), ["marked anew"]),
        (
            marked("see article 6", "article 6"),
            marked("see article 7", "article 7"),
            ["reworded", "marked anew"],
        ),
        (Unit(type="content", text="x"), Unit(type="content", text="x", eid="e"), ["addressed anew"]),
        (Unit(type="content", text=THEFT), Unit(type="intro", text=THEFT), ["retyped"]),
        (
            Unit(type="content", text="x"),
            Unit(type="content", text="x", attributes={"n": "1"}),
            ["annotated anew"],
        ),
    ],
)
def test_what_is_not_printed_is_told_apart(one, other, kinds):
    """Marks, types, addresses and attributes have kinds of their own; a mark that only shifts has none."""
    changes = tree_diff(body(one), body(other)).changes

    assert [change.kind.value for change in changes] == kinds


def test_the_table_shows_what_is_not_printed():
    """A row names the marks or attributes that went and came, not the words, which are the same."""
    old = marked("see article 6", "article 6")
    (row,) = tree_diff(body(old), body(marked("see article 6", "article 6", element="term"))).table()

    assert (row["old"], row["new"]) == ("ref “article 6” at 4", "term “article 6” at 4")
