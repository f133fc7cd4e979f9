"""Answers on a day say what they leave out, and a slip is never answered as a finding."""

import pytest

import lawtrack as lt

LATER_RULE = """
[[source]]
id = "gazette"
[[work]]
id = "act"
commencement = ["2017-01-07"]
events = [{ kind = "signed", date = "2016-12-22" }]
[[effect]]
id = "fine"
kind = "liability"
change = "increased"
before = "unknown"
after = { bearer = ["landlord"], sanction = "fine =10 MCI" }
by = ["act"]
source = "gazette"
"""


@pytest.fixture
def later_rule(tmp_path):
    path = tmp_path / "law.toml"
    path.write_text(LATER_RULE, "utf-8")
    return lt.read(path)


def test_a_rule_not_on_record_before_its_change_is_counted(later_rule):
    """Two days compared must not make old law look new: what is left out on the earlier day is said."""
    before = lt.exposure(later_rule, "landlord", on="2017-01-05")

    assert len(before) == 0
    assert [note for note in before.notes if "1 rule that changed after 2017-01-05" in note]
    assert not [
        note for note in lt.exposure(later_rule, "landlord", on="2017-01-08").notes if "Left out" in note
    ]


def test_a_filter_that_nothing_passes_says_what_the_column_holds(later_rule):
    """An empty filter is told apart from an empty answer, and names the values there are."""
    rows = lt.effects(later_rule).where(kind="liabilty")

    assert len(rows) == 0
    assert "No row passes this filter." in rows.notes
    assert "Column kind holds liability." in rows.notes
    assert "Nothing in the corpus" not in str(rows)


def test_words_are_found_in_any_case(later_rule):
    """Capital letters and underscores make no other word of an enumeration."""
    assert len(lt.effects(later_rule).where(change="INCREASED")) == 1


def test_rows_sort_by_numbers_and_keep_the_unknown_last():
    """Steps in months sort as numbers; rows without a number stand at the end, in their order."""
    kz = lt.example("kazakhstan")
    rows = lt.sentence_changes(kz, package="kz-2016-12").sort("d_min_months", descending=True)

    assert rows.column("d_min_months")[:2] == (60, 24)
    assert rows[0].provision == "art. 170 para. 2"
    assert rows.query.endswith(".sort('d_min_months', descending=True)")


def test_sanctions_do_not_sort():
    """A column of sanctions has no total order, and the refusal names tiers."""
    kz = lt.example("kazakhstan")

    with pytest.raises(TypeError, match=r"\.tiers\(\)"):
        lt.sentence_changes(kz, package="kz-2016-12").sort("after")


def test_an_id_that_is_not_unique_by_its_end_asks_for_more_of_it():
    """Two records may end alike; a longer end is enough, and the message says so."""
    kz = lt.example("kazakhstan")

    with pytest.raises(lt.UnknownNameError, match="Give more of the id"):
        kz["communications-suspension"]
    assert kz["norm/communications-suspension"].id == "lt:kz/norm/communications-suspension"


def test_safeguards_of_a_power_that_nobody_coded_are_unknown():
    """A power coded as a procedure has no safeguards on record; that does not make them inapplicable."""
    kz = lt.example("kazakhstan")
    rows = lt.powers(kz).where(id="suspension-steps")

    assert set(rows.column("safeguards")) == {lt.UNKNOWN}
    assert set(rows.column("attribution")) == {"open"}


def test_a_brief_for_a_role_leaves_other_peoples_sentences_out():
    """Sentences are told to a defendant and not to a landlord."""
    kz = lt.example("kazakhstan")

    assert "Sentences" in lt.brief(kz, for_="defendant").sections()
    assert "Sentences" not in lt.brief(kz, for_="landlord").sections()


FORMER = """
[[source]]
id = "gazette"
[[effect]]
id = "guests"
kind = "registration"
change = "increased"
before = { bearer = ["householder"], threshold = "> 30 d" }
after = { bearer = ["householder"], threshold = "> 10 d" }
in_force = "2014-01-01..2017-01-01"
source = "gazette"
"""


@pytest.fixture
def former_rule(tmp_path):
    path = tmp_path / "former.toml"
    path.write_text(FORMER, "utf-8")
    return lt.read(path)


def test_a_rule_before_its_change_may_have_stood(former_rule):
    """Since when the rule before stood, the change does not say: the row is kept as unknown."""
    rows = lt.duties(former_rule, on="2010-05-05")

    assert [(row.former, row.stands) for row in rows] == [(True, lt.UNKNOWN)]
    assert "does not say whether it was law" in rows.notes[0]


def test_a_rule_that_ended_does_not_bring_the_old_one_back(former_rule):
    """After the end of what a change brought, neither side of it is law by that change."""
    assert len(lt.duties(former_rule, on="2020-01-01")) == 0


def test_a_record_of_another_corpus_is_refused(former_rule):
    """A record that the corpus does not hold is no question with an empty answer."""
    kz = lt.example("kazakhstan")

    with pytest.raises(lt.UnknownNameError):
        lt.positions(former_rule, effect=kz.effects[0])


def test_another_object_is_no_simple_shift(tmp_path):
    """Two years more and another thing confiscated is more than two years more, and the basis says so."""
    path = tmp_path / "law.toml"
    path.write_text(
        '[[source]]\nid = "s"\n[[effect]]\nid = "e"\nkind = "sentence"\nsource = "s"\n'
        'before = "prison 1..2y + confiscation(car)!"\nafter = "prison 3..4y + confiscation(house)!"\n',
        "utf-8",
    )
    rows = lt.sentence_changes(lt.read(path))

    assert len(rows.where(lt.is_simple_shift("+2y", mode="both"))) == 0
    assert any("worded otherwise" in reason for reason in rows[0].comparison.basis)
