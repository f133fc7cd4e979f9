"""Provisions nest: what is said of an article bears on its paragraphs, and of a paragraph on part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.model.grounds import Ground
from lawtrack.queries.nesting import Area, covers, touch

CODE = "/akn/kz/act/code/2000-01-01/1"
EIDS = ("art_5", "art_5__para_1", "art_5__para_1__point_2", "art_5__para_2", "art_50", "art_6")


def critique(name, eid, ground=Ground.VAGUENESS):
    return lt.Critique(
        id=f"lt:kz/critique/{name}",
        critics=("lt:kz/actor/a",),
        targets=(f"{CODE}~{eid}",),
        grounds=(ground,),
        gist=lt.LangMap.of("so"),
    )


def effect(eid):
    return lt.Effect(id="lt:kz/effect/e", kind="unspecified", provisions=(f"{CODE}~{eid}",))


def corpus(*records):
    places = [lt.Provision(work=CODE, eid=lt.EId.read(eid)) for eid in EIDS]
    return lt.Corpus.of([lt.Work(id=CODE), *places, *records])


@pytest.mark.parametrize(
    ("attacked", "changed", "bears"),
    [
        ("art_5", "art_5", True),
        ("art_5", "art_5__para_1", True),
        ("art_5", "art_5__para_1__point_2", True),
        ("art_5__para_1", "art_5", True),
        ("art_5__para_1", "art_5__para_2", False),
        ("art_5", "art_50", False),
        ("art_5", "art_6", False),
    ],
)
def test_what_bears_on_what(attacked, changed, bears):
    """An effect is criticised exactly where the critique does not dangle, and the article finds both."""
    held = corpus(critique("c", attacked), effect(changed))

    assert bool(lt.uncriticised(held)) is not bears
    assert bool(lt.dangling(held)) is not bears
    assert bool(lt.critiques(held, target=f"{CODE}~{changed}")) is bears


def test_critiques_of_a_provision_tell_which_are_aimed_beside_it():
    """One names the paragraph, one the article around it, one a point inside, and one another paragraph."""
    held = corpus(*(critique(f"c-{i}", eid) for i, eid in enumerate(EIDS[:4])))
    found = lt.critiques(held, target=f"{CODE}~art_5__para_1")

    assert [c.id[-3:] for c in found] == ["c-0", "c-1", "c-2"]
    assert "1 critique of a provision that holds art_5__para_1." in found.notes
    assert "1 critique of a part of art_5__para_1 alone." in found.notes


def test_grounds_are_those_against_what_is_asked_about():
    """A ground against the paragraph is one against a part of the article, and of no other."""
    held = corpus(critique("c", "art_5__para_1", Ground.SPEED), critique("d", "art_6"))

    assert len(lt.critiques(held, target=f"{CODE}~art_5", ground="speed")) == 1
    assert not lt.critiques(held, target=f"{CODE}~art_5", ground="vagueness")


PLACES = st.lists(
    st.tuples(st.integers(1, 2), st.integers(0, 2), st.integers(0, 2)).map(
        lambda n: f"{CODE}~art_{n[0]}" + (f"__para_{n[1]}" + (f"__point_{n[2]}" if n[2] else "")) * bool(n[1])
    ),
    max_size=4,
)


@given(PLACES, PLACES)
def test_an_area_touches_what_any_of_its_places_does(places, asked):
    """Touching has no direction, covering is the half of it, and an area is all its places together."""
    every = [(one, other) for one in places for other in asked]

    assert Area(places).touches(asked) == any(touch(*pair) for pair in every)
    assert Area(places).touches(asked) == Area(asked).touches(places)
    assert all(touch(a, b) == touch(b, a) == (covers(a, b) or covers(b, a)) for a, b in every)
    assert all(a == b for a, b in every if covers(a, b) and covers(b, a))
