"""Selections: rows with columns, cut and grouped without loss, and an echo that gives them again."""

import copy
import csv
import io
import json
import pickle
from collections.abc import Sequence
from zlib import crc32

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from questions import CALLS, OTHERS, asked_again

import lawtrack as lt
from lawtrack.kinds import Sentence
from lawtrack.queries.selection import Column, Selection
from lawtrack.verdicts import Verdict, Verdicts

CELLS = st.sampled_from(
    ["a", "b", "a_b", "a b", 1, 2, True, lt.UNKNOWN, lt.NONE, (), ("a", "b"), ("b",), Verdict.EQUIVALENT]
)
selections = st.lists(st.tuples(CELLS, CELLS), max_size=8).map(
    lambda rows: Selection(
        rows=rows,
        columns=(Column("x", lambda row: row[0]), Column("y", lambda row: row[1])),
        title="T",
        query="q",
    )
)
ANSWERS = st.sampled_from([True, False, lt.UNKNOWN])
tests_of_rows = st.dictionaries(st.integers(0, 20), ANSWERS).map(
    lambda held: lambda row: held.get(crc32(str(row).encode()) % 7, True)
)


# laws


@given(selections, tests_of_rows, tests_of_rows)
def test_where_twice_is_where_both(selection, one, other):
    """Two filters one after the other leave the rows that both together leave."""
    assert selection.where(one).where(other).rows == selection.where(one, other).rows


@given(selections, CELLS, CELLS)
def test_values_twice_are_values_at_once(selection, x, y):
    """So do two values."""
    assert selection.where(x=x).where(y=y).rows == selection.where(x=x, y=y).rows


@given(selections)
def test_where_without_a_condition_keeps_all(selection):
    """Nothing asked, nothing lost."""
    assert selection.where().rows == selection.rows


@given(selections, tests_of_rows)
def test_rows_keep_their_order(selection, test):
    """What a filter leaves stands in the order in which it stood."""
    left = list(selection.where(test))
    places = iter(selection.rows)

    assert all(row in places for row in left)


@given(selections, tests_of_rows)
def test_filter_loses_no_row_silently(selection, test):
    """Rows kept, rows refused and rows undecided make up the whole; the undecided are counted in a note."""
    kept = selection.where(test)
    undecided = sum(test(row) is lt.UNKNOWN for row in selection)
    refused = sum(test(row) is False for row in selection)

    assert len(kept) + refused + undecided == len(selection)
    assert any(note.startswith(f"{undecided} row") for note in kept.notes) == bool(undecided)


@given(selections)
def test_groups_make_up_the_whole(selection):
    """Every row is in exactly one group, rows with an unknown value too, and the table counts all (I-58)."""
    groups = selection.by("x")
    counted = groups.table().column("count")

    assert sorted(map(str, selection)) == sorted(str(row) for _, group in groups for row in group)
    assert sum(counted) == len(selection)


@given(selections)
def test_group_is_found_by_its_value(selection):
    """A group can be asked for by the value it was formed by."""
    groups = selection.by("x")

    for value, group in groups:
        assert groups[value].rows == group.rows


@given(selections, st.integers(-9, 9), st.integers(-9, 9), st.sampled_from([None, 1, 2, -1]))
def test_slice_is_the_slice_of_the_rows(selection, start, stop, step):
    """A slice holds the rows that a tuple's slice holds."""
    assert selection[start:stop:step].rows == selection.rows[start:stop:step]


@given(selections)
def test_exports_tell_the_same(selection):
    """Table, dicts, JSON and CSV have the same columns, and as many rows as the selection."""
    table = selection.table()

    assert [list(row.values()) for row in table.to_dicts()] == [list(row) for row in table.rows]
    assert len(json.loads(table.to_json())) == len(selection)
    assert len(list(csv.reader(io.StringIO(table.to_csv())))) == len(selection) + 1
    assert table.column("x") == selection.column("x")


# values of columns


@pytest.mark.parametrize(
    ("held", "wanted", "fits"),
    [
        (Verdict.EQUIVALENT, "equivalent", True),
        (Verdict.MORE_RESTRICTIVE, "more restrictive", True),
        (Verdict.MORE_RESTRICTIVE, "more_restrictive", True),
        (("a", "b"), "b", True),
        (("a", "b"), ("a", "b"), True),
        (("a", "b"), ("b", "a"), False),
        (lt.UNKNOWN, lt.UNKNOWN, True),
        (lt.UNKNOWN, "unknown", True),
        ("unknown", lt.UNKNOWN, False),
        (lt.NOT_STATED, lt.UNKNOWN, False),
        (lt.EdtfDate.read("2016-08"), "2016-08", True),
        ("a", "", False),
        ((), "", False),
        (True, "True", True),
    ],
)
def test_value_fits_its_column(held, wanted, fits):
    """Equal, or the same word as it prints; several values have a value when one of them has."""
    selection = Selection(rows=[held], columns=(Column("x", lambda row: row),))

    assert bool(selection.where(x=wanted)) is fits


@pytest.mark.parametrize("ask", ["column", "by", "where"])
def test_unknown_column_names_the_nearest(small, ask):
    """A column that does not exist is refused with the nearest that does."""
    effects = lt.effects(small)

    with pytest.raises(lt.UnknownNameError, match="Did you mean 'change'"):
        effects.where(chagne="created") if ask == "where" else getattr(effects, ask)("chagne")


def test_unknown_group_names_the_nearest(small):
    """A group that does not exist is refused with the nearest that does."""
    with pytest.raises(lt.UnknownNameError, match="Did you mean 'power'"):
        lt.effects(small).by("kind")["powr"]


def test_parts_have_notes_of_their_own(small):
    """A note that counts rows counts those of the part, not of the answer it was cut from."""
    critiques = lt.critiques(small)

    assert critiques.notes[0] == "3 critiques by 2 critics of 3 targets."
    assert critiques.where(stage="general").notes == ("1 critique by 1 critic of 1 target.",)


def test_tiers_without_an_order_are_refused(small):
    """Gaps cannot be ranked, and the message says which answer it is."""
    with pytest.raises(TypeError, match="Gaps"):
        lt.gaps(small).tiers()


def test_tiers_hold_every_row_once():
    """The milder stands below the harsher, and what cannot be compared is still there."""
    order = {
        ("a", "b"): Verdicts.of(Verdict.MORE_RESTRICTIVE),
        ("b", "a"): Verdicts.of(Verdict.LESS_RESTRICTIVE),
    }
    held = Selection(
        rows=["b", "c", "a"],
        columns=(Column("x", lambda row: row),),
        order=lambda one, other: order.get((one, other), Verdicts.of(Verdict.INCOMPARABLE)),
    )

    assert [tier.rows for tier in held.tiers()] == [("c", "a"), ("b",)]


def test_detail_is_left_out_where_people_look(small):
    """Columns of detail stay out of print and notebook, and are in every export."""
    effects = lt.effects(small)

    assert "confidence" not in str(effects)
    assert "confidence" in effects.table().columns


def test_notebook_counts_what_it_leaves_out():
    """A notebook shows fifty rows and says how many there are besides."""
    held = Selection(rows=range(60), columns=(Column("x", lambda row: f"row {row}"),), title="T")
    html = held._repr_html_()

    assert "row 49<" in html
    assert "row 50<" not in html
    assert "10 more rows" in html


# echoes


@pytest.mark.parametrize("call", CALLS, ids=range(len(CALLS)))
def test_echo_gives_the_answer_again(small, call):
    """The query of an answer, asked again, gives an equal answer (I-59)."""
    answer = call(small)

    assert asked_again(answer, small) == answer


@pytest.mark.parametrize("call", OTHERS, ids=range(len(OTHERS)))
def test_echo_of_other_answers(small, call):
    """So does that of a brief, a chain or a status."""
    answer = call(small)

    assert asked_again(answer, small) == answer


@pytest.mark.parametrize(
    "cut",
    [
        lambda e: e.where(kind="power"),
        lambda e: e.where(change=e[0].change),
        lambda e: e.where(in_force_from=lt.UNKNOWN),
        lambda e: e.where(in_force_from=lt.EdtfDate.read("2020-03-21")),
        lambda e: e.where(sources=("ngo", "law")),
        lambda e: e[1:3],
        lambda e: e[::-1],
        lambda e: e.by("kind")["power"],
        lambda e: e.by("sources")[("law",)],
        lambda e: e.by("in_force_from")[lt.UNKNOWN],
        lambda e: e.tiers()[0],
        lambda e: e.where(kind="sentence")[:1].by("change")["increased"],
    ],
)
def test_echo_of_a_part_gives_the_part_again(small, cut):
    """A part of an answer, however it was cut, has an echo that gives that part."""
    part = cut(lt.effects(small))

    assert part
    assert asked_again(part, small) == part


def test_echo_of_every_group(small):
    """Each group of a grouping has an echo of its own, and the grouping has one too."""
    for column in lt.effects(small).table().columns:
        grouping = lt.effects(small).by(column)

        assert asked_again(grouping, small) == grouping
        for _, group in grouping:
            assert asked_again(group, small) == group


def test_echo_names_the_shift(small):
    """A test made by the library stands in the echo as the call that makes it."""
    answer = lt.sentence_changes(small).where(lt.is_simple_shift("+2y", mode="floor"), verdict="HARSHER")

    assert len(answer) == 1
    assert asked_again(answer, small) == answer


# as a sequence


LETTERS = Selection(rows=["a", "b", "a", "c"], columns=(Column("x", lambda row: row),), query="q")


def test_a_selection_is_a_sequence():
    """It counts as one, finds and counts rows as a tuple does."""
    assert isinstance(LETTERS, Sequence)
    assert (LETTERS.index("a"), LETTERS.index("a", 1), LETTERS.count("a"), LETTERS.count("z")) == (0, 2, 2, 0)
    with pytest.raises(ValueError):
        LETTERS.index("a", 1, 2)


@pytest.mark.parametrize(
    ("wanted", "told"), [(["c", "a"], "['c', 'a']"), (("c", "a"), "('c', 'a')"), ({"c", "a"}, "{'a', 'c'}")]
)
def test_several_values_mean_any_of_them(wanted, told):
    """A list, tuple or set keeps what has one of its values, and is told as written."""
    kept = LETTERS.where(x=wanted)

    assert kept.rows == ("a", "a", "c")
    assert kept.query == f"q.where(x={told})"


@pytest.mark.parametrize("token", list(lt.Missing))
def test_any_token_leaves_a_row_undecided(token):
    """A test that answers a token of any sort has not decided."""
    kept = LETTERS.where(lambda row: token)

    assert not kept
    assert any(note.startswith("4 rows could not be decided") for note in kept.notes)


def test_a_selection_is_not_pickled():
    """Columns are functions, so pickling is refused with the way out; copies are the selection itself."""
    with pytest.raises(TypeError, match=r"pickle \.table\(\)"):
        pickle.dumps(LETTERS)
    assert copy.copy(LETTERS) is copy.deepcopy(LETTERS) is LETTERS


def test_alike_effects_are_compared_once():
    """A thousand effects of three sanctions stand in three tiers after three comparisons."""
    corpus = lt.Corpus.of(
        lt.Effect(
            id=f"e/{i}",
            kind="sentence",
            after=Sentence(
                offence=f"offence {i}", sanction=lt.Sanction.read(f"prison {i % 3 + 1}..{i % 3 + 5}y")
            ),
        )
        for i in range(1000)
    )

    answer = lt.effects(corpus)
    asked = []

    def counted(a, b):
        asked.append((a.id, b.id))
        return answer.order(a, b)

    tiers = attrs.evolve(answer, order=counted).tiers()

    assert [len(tier) for tier in tiers] == [334, 333, 333]
    assert len(asked) == 3


def test_across_counts_by_two_columns():
    """Every row is counted once, in the row of its group and the column of its other value."""
    kz = lt.example("kazakhstan")
    positions = lt.positions(kz, package="kz-2016-12")
    table = positions.by("party").across("relation")

    assert sum(sum(row[1:]) for row in table.rows) == len(positions)
    for row in table.to_dicts():
        held = positions.where(party=row["party"])
        assert row["power"] == len(held.where(relation="power"))
    with pytest.raises(lt.UnknownNameError, match="relation"):
        positions.by("party").across("relaton")
