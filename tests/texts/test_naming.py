"""Names kept through changes are those that a tree made anew would have, and keeping them costs little."""

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.trees import fitting_modifications, trees, types

from lawtrack.model import naming
from lawtrack.model.addresses import eids, repeated, ways
from lawtrack.model.modification import Insertion, Place, Repeal, UnitSubstitution
from lawtrack.model.unit import Unit
from lawtrack.texts import apply


def anew(unit):
    """The unit made again, with nothing kept on it."""
    return unit.with_(children=tuple(map(anew, unit.children)))


@st.composite
def addressed(draw):
    """A tree in which a file gives some addresses."""

    def given_in(unit):
        eid = draw(st.sampled_from(["", "", "", "art_1", "given"]))
        return unit.with_(eid=eid, children=tuple(map(given_in, unit.children)))

    return given_in(draw(trees))


@st.composite
def comings_and_goings(draw, tree):
    """A unit of any kind put in, put in place of another, or taken out, wherever there is one."""
    path = draw(st.sampled_from([path for path, _ in tree.walk()]))
    units = draw(st.lists(addressed(), min_size=1, max_size=2))
    units = [unit.with_(type=draw(types)) for unit in units]
    if not path or draw(st.booleans()):
        place = draw(st.integers(0, len(tree.at(path).children)))
        return Insertion(target=path, where=place, units=units, twin=True)
    return draw(st.sampled_from([Repeal(target=path), UnitSubstitution(target=path, units=units, twin=True)]))


@settings(max_examples=300, deadline=None)
@given(st.data(), trees | addressed())
def test_names_are_those_of_a_tree_made_anew(data, tree):
    """Through any changes, each address leads where it would lead in a tree that nobody asked before."""
    tree = anew(tree)
    for _ in range(data.draw(st.integers(1, 5))):
        some = data.draw(
            comings_and_goings(tree).map(lambda one: (one,)) | fitting_modifications(tree, most=1)
        )
        before = {*eids(tree), "art_1", "sec_1", "1", "2 (a)"} if data.draw(st.booleans()) else {"art_1"}
        tree = apply(tree, some)
        fresh = anew(tree)
        for address in sorted({*before, *eids(fresh)}):
            assert ways(tree, address) == ways(fresh, address)
    assert eids(tree) == eids(anew(tree))
    assert repeated(tree) == repeated(anew(tree))


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_names_outlast_many_changes(data):
    """In a long row of insertions and repeals by address, whatever is around the articles and inside them."""
    around = data.draw(st.sampled_from(["body", "chapter", "section", "annex"]))
    tree = Unit(type="body", children=[Unit(type=around, num="I", children=map(article, range(30)))])
    standing = [f"{n}" for n in range(30)]
    for count in range(data.draw(st.integers(1, 60))):
        num = data.draw(st.sampled_from(standing))
        (way,) = ways(tree, f"Article {num}")
        if data.draw(st.booleans()) and len(standing) > 1:
            tree = apply(tree, Repeal(target=way))
            standing.remove(num)
        else:
            tree = apply(tree, Insertion(target=way, where=Place.AFTER, units=article(f"90{count}")))
            standing.append(f"90{count}")
    fresh = anew(tree)
    for num in [*standing, *map(str, range(30))]:
        assert ways(tree, f"art_{num}") == ways(fresh, f"art_{num}")
        assert ways(tree, f"art. {num} para. 1") == ways(fresh, f"art. {num} para. 1")
    assert eids(tree) == eids(fresh)


def article(num):
    return Unit(type="article", num=f"Article {num}", children=[Unit(type="paragraph", num="1.")])


def test_insertions_do_not_name_all_units_each_time(monkeypatch):
    """Of a hundred insertions into a thousand articles few lead to all names being worked out again."""
    named = []
    work_out = naming._named
    monkeypatch.setattr(naming, "_named", lambda units: named.append(len(units)) or work_out(units))
    tree = Unit(type="body", children=map(article, range(1000)))
    changes = [
        Insertion(target=f"art_{n}", where=Place.AFTER, units=article(f"{n}-1")) for n in range(0, 1000, 10)
    ]

    apply(tree, changes)

    assert 1 <= sum(count >= 1000 for count in named) < len(changes) / 5


def test_a_section_that_lost_its_articles_counts_through_the_work():
    """What went tells how the unit around it is called, however deep it stood in it."""
    words = Unit(type="paragraph", num="(a)")
    part = Unit(type="part", num="I", children=[article(1), words])
    for inside, way in (([article(1), words], (0, 0, 0)), ([part, words], (0, 0, 0, 0))):
        section = Unit(type="section", num="7", children=inside)
        tree = Unit(type="body", children=[Unit(type="chapter", num="1", children=[section])])
        assert ways(tree, "chp_1__sec_7") == [(0, 0)]
        assert ways(tree, "sec_7") == []

        tree = apply(tree, Repeal(target=way))

        assert ways(tree, "sec_7") == [(0, 0)]
