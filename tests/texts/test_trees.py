"""Units, their equality and their addresses."""

import copy
import pickle
import subprocess
import sys

import attrs
import pytest
from hypothesis import given
from strategies.trees import trees

from lawtrack.errors import ReadingError, WrongTypeError
from lawtrack.model.addresses import AddressError, eids, find, locate, repeated
from lawtrack.model.expression import Expression
from lawtrack.model.grafting import shared
from lawtrack.model.modification import PartSubstitution
from lawtrack.model.unit import Unit
from lawtrack.texts import apply


def unit(type, num="", text="", *children, **more):
    return Unit(type=type, num=num, text=text, children=children, **more)


LAW = unit(
    "body", "", "",
    unit("chapter", "Chapter 1", "",
         unit("article", "Article 1", "", unit("paragraph", "1.", "One."), unit("paragraph", "2.", "Two.")),
         unit("article", "Article 2", "", unit("content", "", "Alone."))),
    unit("chapter", "Chapter 2", "",
         unit("article", "Article 2-1", "Between."),
         unit("article", "Article 3", "", unit("content", "", "First."), unit("content", "", "Second."))),
    unit("annex", "Annex 1", "", unit("article", "Article 1", "Of the annex.")),
)  # fmt: skip


def test_addresses_of_a_law():
    """Articles count through the chapters, an annex counts anew, blocks without number are counted."""
    assert list(eids(LAW)) == [
        "", "chp_1", "art_1", "art_1__para_1", "art_1__para_2", "art_2", "art_2__content", "chp_2", "art_2-1",
        "art_3", "art_3__content_1", "art_3__content_2", "annex_1", "annex_1__art_1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "address",
    ["art_1__para_2", "art. 1 para. 2", "Article 1, paragraph 2", "1(2)", "chp_1__art_1__para_2",
     ("Chapter 1", "Article 1", "2."), (0, 0, 1), ("Chapter 1", 0, "2.")],
)  # fmt: skip
def test_one_unit_has_many_names(address):
    """eId, printed label, path of printed numbers and path of places lead to the same unit."""
    assert find(LAW, address).text == "Two."


def test_label_in_russian():
    """ст. 255 ч. 1 finds part 1 of article 255."""
    tree = unit("body", "", "", unit("article", "Статья 255.", "", unit("part", "1.", "Деяние.")))

    assert find(tree, "ст. 255 ч. 1").text == "Деяние."


def test_number_that_repeats_is_named_and_reported():
    """Two paragraphs (a) get marks, and the plain address names neither."""
    tree = unit("section", "5", "", unit("paragraph", "(a)", "Old."), unit("paragraph", "(a)", "New."))

    assert repeated(tree) == ("sec_5__para_a*1", "sec_5__para_a*2")
    assert find(tree, "sec_5__para_a*2").text == "New."
    with pytest.raises(AddressError) as told:
        locate(tree, "sec_5__para_a")
    assert told.value.candidates == ("sec_5__para_a*1", "sec_5__para_a*2")


def test_articles_of_one_number_in_two_chapters():
    """They are told apart by their chapters, and reported."""
    tree = unit("body", "", "", *(unit("chapter", n, "", unit("article", "1", n)) for n in ("I", "II")))

    assert repeated(tree) == ("chp_I__art_1", "chp_II__art_1")
    assert find(tree, "chp_II__art_1").text == "II"


def test_sections_that_hold_articles_are_counted_in_their_chapter():
    """A section above articles restarts with each chapter; one without articles counts through the work."""
    above = unit("chapter", "1", "", unit("section", "2", "", unit("article", "9")))
    below = unit("chapter", "1", "", unit("section", "2"))

    assert list(eids(unit("body", "", "", above))) == ["", "chp_1", "chp_1__sec_2", "art_9"]
    assert list(eids(unit("body", "", "", below))) == ["", "chp_1", "sec_2"]


def test_address_of_the_file_goes_first():
    """What a file calls a unit is its address, also as the beginning of those worked out below it."""
    tree = unit("body", "", "", unit("article", "7", "", unit("paragraph", "1", "x"), eid="premier"))

    assert list(eids(tree)) == ["", "premier", "premier__para_1"]
    assert find(tree, "premier").num == "7"


def test_missing_unit_names_the_nearest():
    """The error of an unknown address offers the closest one there is."""
    with pytest.raises(AddressError, match="Did you mean 'art_2-1'"):
        locate(LAW, "art_2-2")


@given(trees)
def test_every_address_leads_to_its_unit(tree):
    """Each unit has exactly one address, and that address finds it."""
    held = eids(tree)

    assert sorted(held.values()) == sorted(path for path, _ in tree.walk())
    assert {eid: locate(tree, eid) for eid in held} == dict(held)


@given(trees, trees)
def test_equal_trees_are_equal_all_the_way_down(one, two):
    """Equality is that of all fields, and equal trees have equal hashes."""
    assert (one == two) == (attrs.asdict(one) == attrs.asdict(two))
    assert one != two or hash(one) == hash(two)


@given(trees)
def test_copies_are_equal(tree):
    """A tree rebuilt, pickled or copied is the same value."""
    rebuilt = attrs.evolve(tree, children=[attrs.evolve(child) for child in tree.children])

    assert rebuilt == pickle.loads(pickle.dumps(tree)) == copy.deepcopy(tree) == tree


def test_a_pickled_tree_is_equal_elsewhere():
    """The hash that is kept does not travel to a process that hashes otherwise."""
    hash(LAW)
    program = (
        "import pickle, sys; tree = pickle.load(sys.stdin.buffer);"
        "from lawtrack.model.unit import Unit; import attrs;"
        "assert tree == Unit(type='body', children=[attrs.evolve(c) for c in tree.children])"
    )
    subprocess.run(
        [sys.executable, "-c", program], input=pickle.dumps(LAW), check=True, env={"PYTHONHASHSEED": "7"}
    )


@pytest.mark.parametrize("kind", ["Article", "§", "", "art 1", None])
def test_types_are_element_names(kind):
    """A type that could not stand in an eId is refused."""
    with pytest.raises(ReadingError):
        Unit(type=kind)


@pytest.mark.parametrize(
    "fields",
    [
        {"attributes": [1]},
        {"attributes": 3},
        {"attributes": ["ab"]},
        {"attributes": [("a", None), ("a", "b")]},
        {"attributes": {1: "a", "b": "c"}},
        {"attributes": [("a", "b"), ("a", "c")]},
        {"children": None},
        {"children": ["x"]},
    ],
)
def test_what_is_no_part_of_a_unit_is_refused(fields):
    """One error says what was given and what is wanted, whatever it is that was given."""
    with pytest.raises(ReadingError, match="expected"):
        Unit(type="article", **fields)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"root": None}, "a Unit for root"),
        ({"work": 3}, "a text for work"),
        ({"in_force": "2020"}, r"a Period for in_force, or UNKNOWN. Period.read\("),
        ({"notes": 3}, "a tuple of texts for notes"),
        ({"notes": (3,)}, "a tuple of texts for notes"),
    ],
)
def test_what_is_no_part_of_an_expression_is_refused(fields, told):
    """A text that could not be looked up or written later is refused when it is made."""
    with pytest.raises(ReadingError, match=told):
        Expression(**({"work": "w", "root": LAW} | fields))


@pytest.mark.parametrize("address", [9, None, ["art_1"]])
def test_what_is_no_address_is_refused(address):
    """The error says what names a unit."""
    with pytest.raises(WrongTypeError, match="a text or a tuple as address"):
        Expression(work="w", root=LAW)[address]


def test_expression_finds_units():
    """An expression is asked for units as a mapping is; what it lacks is a LookupError."""
    law = Expression(work="/akn/kz/act/code/2014-07-03/226-v", lang="en", root=LAW)

    assert law["art. 2-1"].text == "Between."
    assert "art_3" in law
    assert "art_4" not in law
    with pytest.raises(LookupError):
        law["art_4"]


def test_versions_take_the_room_of_their_distinct_wordings():
    """Forty versions that each change one paragraph of a hundred hold few more units than one version."""
    articles = [
        unit("article", str(n), "", *(unit("paragraph", str(i), f"{n}.{i}") for i in range(5)))
        for n in range(20)
    ]
    versions = [unit("body", "", "", *articles)]
    for n in range(40):
        address = f"art_{n % 20}__para_{n % 5}"
        change = PartSubstitution(target=address, part="text", new=f"Version {n}.")
        versions.append(apply(versions[-1], change))
    held = {id(inner) for version in versions for _, inner in version.walk()}

    assert len(held) == 121 + 40 * 3  # the paragraph, its article, the law


def test_texts_read_apart_are_shared_by_a_pool():
    """Equal parts of texts that came from different files become one object."""
    pool = {}
    one, other = (shared(pickle.loads(pickle.dumps(LAW)), pool) for _ in range(2))

    assert one is other
    assert one == LAW


@given(trees)
def test_units_made_without_checks_are_the_same(tree):
    """What nobody checks is the same value as what was checked, to the last field."""
    for _, inner in tree.walk():
        fields = [
            getattr(inner, name)
            for name in ("type", "num", "heading", "text", "children", "attributes", "eid")
        ]
        made = Unit.unchecked(*fields)

        assert made == inner
        assert hash(made) == hash(inner)
        assert attrs.astuple(made, recurse=False)[:7] == attrs.astuple(inner, recurse=False)[:7]
        assert inner.holding(inner.children) == inner


@pytest.mark.parametrize(
    ("label", "eid"),
    [
        ("2 bis", "art_2bis"), ("Article 2 bis", "art_2bis"), ("2 bis A", "art_2bisA"),
        ("art. 2 bis A", "art_2bisA"), ("art. 2 bis A 1", "art_2bisA__para_1"), ("1-2", "art_1-2"),
        ("Art. 1.", "art_1"), ("art. 1", "art_1"), ("1", "art_1"), ("R. 1", "art_R.1"),
        ("Article R. 1", "art_R.1"),
    ],
)  # fmt: skip
def test_labels_with_blanks_and_full_stops(label, eid):
    """What stands between blanks may be one number; a word before a full stop says what is numbered."""
    inside = unit("paragraph", "1", "One.")
    nums = ("Art. 1.", "Article 1-2", "Article 2 bis", "Article 2 bis A", "Article R. 1")
    law = unit("body", "", "", *(unit("article", num, "", inside) for num in nums))

    assert law.at(locate(law, label)) is law.at(eids(law)[eid])


def test_an_article_of_a_law_of_sections_is_a_section():
    """Where there are no articles the word means a section, as in French; where there are, it does not."""
    sections = unit("body", "", "", unit("section", "2", "Two."))
    both = unit("body", "", "", unit("section", "2", "Two."), unit("article", "3", "Three."))

    assert find(sections, "article 2").text == "Two."
    with pytest.raises(AddressError):
        find(both, "article 2")


def test_a_regulation_is_no_paragraph_of_that_number():
    """A word for articles never finds what is smaller."""
    law = unit("body", "", "", unit("article", "6", "", unit("paragraph", "4", "Four.")))

    assert find(law, "reg. 6").num == "6"
    with pytest.raises(AddressError):
        find(law, "regulation 4")
