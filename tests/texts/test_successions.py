"""Law that gives way to other law: what stays, what changes in place, what is taken back and made anew."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from strategies.trees import any_modifications, fitting_modifications, trees

import lawtrack as lt
from lawtrack.texts import ModificationError, exchange, pair
from lawtrack.texts.interaction import Neighbours, interact

SECTION = lt.Unit(
    type="section",
    num="5",
    children=[lt.Unit(type="paragraph", num=f"({n})", text=f"Rule {n} of ten days.") for n in "abc"],
)


def new(num, text):
    return lt.Unit(type="paragraph", num=num, text=text)


def inserted(text, *, num="(b-1)", beside="(b)", by="Act 1"):
    return lt.Insertion(target=(beside,), where=lt.Place.AFTER, units=new(num, text), by=by)


def words(num, old, new_words, by="Act 1"):
    return lt.WordSubstitution(target=(num,), old=old, new=new_words, by=by)


def after(gone, came):
    return exchange(lt.apply(SECTION, gone), gone, came)


def test_what_both_order_stays():
    """Words that could not be taken back with certainty need not be, when the next act says the same."""
    gone = [words("(a)", " of ten days", ""), words("(b)", "ten", "ninety")]
    came = [evolve(gone[0], by="Act 2"), words("(b)", "ten", "sixty", by="Act 2")]

    assert pair(gone, came).alike == ((0, 0),)
    assert after(gone, came) == lt.apply(SECTION, came)


def test_another_act_inserts_anew():
    """What a later act inserts comes to its own place, after what stands there since."""
    temporary, between = inserted("Rule t."), inserted("Rule m.", num="(b-2)", by="Act 2")
    permanent = evolve(temporary, by="Act 3")
    text = lt.apply(SECTION, [temporary, between])

    assert pair(temporary, permanent).alike == ()
    assert [unit.num for unit in exchange(text, temporary, permanent).children] == [
        "(a)", "(b)", "(b-1)", "(b-2)", "(c)",
    ]  # fmt: skip


def test_a_corrected_instruction_changes_its_unit_where_it_stands():
    """The unit keeps the place that it had by its day."""
    wrong, between = inserted("Rule tt."), inserted("Rule m.", num="(b-2)", by="Act 2")
    right = inserted("Rule t.")
    found = exchange(lt.apply(SECTION, [wrong, between]), wrong, right)

    assert pair(wrong, right).in_place == ((0, 0),)
    assert found == lt.apply(SECTION, [right, between])


def test_a_correction_keeps_what_others_changed_since():
    """Changes at other places of the unit stay; where both touch the same words it is refused."""
    wrong = lt.Insertion(
        target=("(b)",), where=lt.Place.AFTER, by="Act 1",
        units=lt.Unit(type="paragraph", num="(b-1)", children=[new("(1)", "Onne."), new("(2)", "Two.")]),
    )  # fmt: skip
    right = evolve(
        wrong,
        units=(wrong.units[0].with_(children=(new("(1)", "One."), wrong.units[0].children[1])),),
    )
    elsewhere = lt.WordSubstitution(target=("(b-1)", "(2)"), old="Two", new="Three")
    same = lt.WordSubstitution(target=("(b-1)", "(1)"), old="Onne.", new="Eleven.")

    assert exchange(lt.apply(SECTION, [wrong, elsewhere]), wrong, right) == lt.apply(
        SECTION, [right, elsewhere]
    )
    with pytest.raises(ModificationError, match=r"\(b-1\) was changed since"):
        exchange(lt.apply(SECTION, [wrong, same]), wrong, right)


def test_what_stays_must_be_there():
    """A text that lacks what both order does not have what vanishes."""
    gone = words("(a)", "ten", "ninety")

    with pytest.raises(ModificationError, match="'ninety' stands nowhere in it"):
        exchange(SECTION, gone, evolve(gone, by="Act 2"))


def test_order_is_kept_where_it_matters():
    """Two insertions at one place that come in another order are no pairs."""
    one, two = inserted("One."), inserted("Two.", num="(b-2)")
    assert pair([one, two], [one, two]).alike == ((0, 0), (1, 1))
    assert pair([one, two], [two, one]).alike == ()
    assert after([one, two], [two, one]) == lt.apply(SECTION, [two, one])


@given(st.data(), trees)
def test_law_for_like_law_changes_nothing(data, tree):
    """When the same comes that vanishes, the text stays."""
    changes = data.draw(fitting_modifications(tree, most=3))
    made = lt.apply(tree, changes)
    try:
        found = exchange(made, changes, changes)
    except ModificationError:  # a later one undid what an earlier one put in
        return

    assert found == made


@given(st.data(), trees, st.sampled_from(["", "Act 1"]), st.sampled_from(["", "Act 1", "Act 2"]))
def test_what_gives_way_is_never_guessed(data, tree, first, second):
    """The result is what the new law makes of the text from before, or has unknown words, or is refused."""
    gone = [evolve(change, by=first) for change in data.draw(fitting_modifications(tree, most=2))]
    others = data.draw(fitting_modifications(tree, most=2))
    came = [evolve(change, by=second) for change in data.draw(st.permutations([*others, *gone]))]
    gone, came = (
        [evolve(c, tidy=False) if isinstance(c, lt.WordSubstitution) else c for c in changes]
        for changes in (gone, came)
    )
    try:
        expected = lt.apply(tree, came)
        found = exchange(lt.apply(tree, gone), gone, came)
    except ModificationError:
        return

    assert found == expected or found.has_unknown_words


@given(any_modifications, st.lists(any_modifications, max_size=12))
def test_neighbours_are_all_that_interact(change, others):
    """Looking among those that act near finds what looking among all would find."""
    near = Neighbours((other, place) for place, other in enumerate(others))

    assert set(near.of(change)) == {i for i, other in enumerate(others) if interact(change, other)}


def test_units_named_by_their_place_may_change_places():
    """Of two units of one number, or without one, each is counted: taking one away renames the other."""
    from lawtrack.texts.interaction import interact

    for one, other in (("para_a*1", "para_a*2"), ("art_1__content_1", "art_1__content_2")):
        assert interact(lt.Repeal(target=one), lt.Repeal(target=other))
    assert not interact(lt.Repeal(target="art_1__para_1"), lt.Repeal(target="art_1__para_2"))
