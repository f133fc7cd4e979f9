"""Several countries side by side: alignment by matter, honest ends, a source behind every cell."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.missing import ABSENT, UNKNOWN
from lawtrack.penalties import compare_sanctions

NAMES = ("kazakhstan", "russia", "united-kingdom")
ENCOURAGING = "encouraging_terrorism"


@pytest.fixture(scope="module")
def corpora():
    return [lt.example(name) for name in NAMES]


@pytest.fixture(scope="module")
def across(corpora):
    return lt.compare_across(corpora)


def test_a_country_has_a_column_and_a_matter_a_row(across):
    """The wide table has the matter and one column for each country, in the order given."""
    table = across.table()

    assert [name.partition(",")[0] for name in table.columns] == [
        "matter",
        "Kazakhstan",
        "Russia",
        "United Kingdom",
    ]
    assert "encouraging or justifying terrorism" in table.column("matter")


def test_every_cell_leads_to_its_source(across):
    """Each rule shown ends in a number, and each number is explained with its country below the table."""
    table = across.table()
    shown = [text for row in table.rows for text in row[1:] if text and text != "nothing on record"]
    explained = {int(number) for number in re.findall(r"\[(\d+)\] (?:KZ|RU|GB): ", table.notes[-1])}

    assert all(re.search(r"\[\d+\]$", text) for text in shown)
    assert {int(re.search(r"\[(\d+)\]$", text)[1]) for text in shown} == explained
    assert all(cell.sources for cell in across.cells)


def test_what_was_raised_and_by_how_much(across):
    """The maximum for encouraging terrorism rose by eight years in Britain; no minimum is stated."""
    rows = across.cells.where(country="GB", matter="encouraging or justifying terrorism")

    assert [str(value) for value in rows.column("d_max")] == ["+8y", "+8y"]
    assert set(rows.column("d_min")) == {lt.NOT_STATED}
    assert any("min not stated; max +8y; HARSHER" in cell for cell in across.table().column("United Kingdom"))


def test_a_new_offence_is_called_new(across):
    """Russia's offence of not reporting did not exist before."""
    (row,) = across.cells.where(country="RU", matter="failure to report terrorism")

    assert row.before is ABSENT
    assert row.change_words() == "new"


def test_silence_is_nothing_on_record(across):
    """Kazakhstan has no rule under failure to report: that is said, and claims nothing of its law."""
    table = across.table()
    place = table.column("matter").index("failure to report terrorism")

    assert table.rows[place][1] == "nothing on record"


def test_a_maximum_without_a_minimum_leaves_the_floor_open(across):
    """No British maximum compares with a Kazakh range at the floor; the ceiling does, or says why not."""
    pairs = across.against("KZ").where(country="GB", matter="encouraging or justifying terrorism")

    assert len(pairs) == 4
    assert set(pairs.column("floor")) == {"unknown"}
    # Fifteen years are above nine and twelve, but confiscation is compulsory in Kazakhstan alone.
    assert set(pairs.column("verdict")) == {"INCOMPARABLE"}


@given(st.integers(1, 15), st.integers(1, 15))
def test_two_maxima_of_two_countries_never_share_a_floor(one, other):
    """What two laws leave to their general parts is not one thing: never equivalent, never definite."""
    found = compare_sanctions(f"prison <={one}y", f"prison <={other}y", same_general_part=False)

    assert not found.overall.is_definite


def test_compare_knows_two_countries(corpora):
    """So does the comparison of two rules, once their corpora are of two countries."""
    _, ru, gb = corpora

    assert not lt.compare("prison <=10y", "prison <=10y", corpus=(gb, ru)).is_definite
    assert lt.compare("prison <=10y", "prison <=10y", corpus=gb).verdict is lt.Verdict.EQUIVALENT


def test_the_order_of_countries_changes_no_answer(corpora):
    """Given in another order, the same rules stand under the same matters."""
    one, other = lt.compare_across(corpora), lt.compare_across(corpora[::-1])

    def told(found):
        return {(c.matter, c.country.code, c.record.id, c.change_words()) for c in found.cells}

    assert told(one) == told(other)
    assert list(one.matters) == list(other.matters)


def test_against_turns_round(across):
    """What is harsher against one country is milder the other way round."""
    turned = {"up": "down", "down": "up"}
    here = {(p.here.record.id, p.there.record.id): p.comparison for p in across.against("KZ")}
    for pair in across.against("RU"):
        back = here.get((pair.there.record.id, pair.here.record.id))
        if back is not None and back is not UNKNOWN and pair.comparison is not UNKNOWN:
            moved = pair.comparison.ceiling_moved
            assert back.ceiling_moved == turned.get(moved, moved)


def test_a_matter_may_be_asked_for_as_people_write_it(corpora):
    """A path with hyphens names the same matter as the concept."""
    one = lt.compare_across(corpora, align="offence/encouraging-terrorism")

    assert list(one.matters) == [ENCOURAGING]


def test_a_mistyped_matter_names_the_nearest(corpora):
    """A concept that does not exist is refused with the closest one."""
    with pytest.raises(lt.UnknownNameError) as told:
        lt.compare_across(corpora, align="terorist_financing")
    assert told.value.near == "terrorist_financing"


def test_on_a_day_the_law_of_that_day_is_shown(corpora):
    """In 2016 the Kazakh range is the old one; a British offence that was still to come is not there."""
    found = lt.compare_across(corpora, align=[ENCOURAGING, "presence_in_designated_area"], on="2016-12-01")
    rules = {cell.record.id.rpartition("/")[2]: cell.after for cell in found.cells}

    assert str(rules["cc-256-1"].sanction) == "prison 3..7y + confiscation!"
    assert str(rules["ta-2006-1"].sanction) == "fine |& prison <=7y"
    assert "ta-58B" not in rules


def test_packages_stand_for_countries(corpora):
    """A pair of corpus and package narrows a country to the package."""
    kz, ru, _ = corpora
    found = lt.compare_across([(kz, "kz-2016-12"), ru], kind=None)

    assert {cell.country.code for cell in found.cells} <= {"KZ kz-2016-12", "RU"}
    assert not any(isinstance(cell.record, lt.Norm) for cell in found.cells if cell.country.code != "RU")


def test_one_country_twice_is_refused(corpora):
    """Columns would not be told apart."""
    with pytest.raises(lt.ReadingError):
        lt.compare_across([corpora[0], corpora[0]])


def test_one_corpus_is_one_country(corpora):
    """A corpus alone stands for a list of one; what is no corpus is refused with the way out."""
    assert len(lt.matrix(corpora[1])) == len(lt.matrix([corpora[1]]))
    with pytest.raises(lt.ReadingError, match=r"lt\.example"):
        lt.compare_across(["kazakhstan"])


def test_the_query_asks_again(corpora):
    """The echo gives the same answer."""
    found = lt.compare_across(corpora, align=ENCOURAGING, for_="defendant")
    again = eval(found.query, {**vars(lt), "compare_across": lt.compare_across, "corpora": corpora})

    assert str(again) == str(found)


def test_a_card_for_notebooks_escapes(across):
    """The card is HTML with the same table."""
    html = across._repr_html_()

    assert "fine |&amp; prison &lt;=7y → fine |&amp; prison &lt;=15y" in html


def test_a_role_narrows_norms_too(corpora):
    """Norms that give a role no position are left out as effects are."""
    found = lt.compare_across(corpora, align="terrorist_financing", kind=None, for_="financial_institution")
    kinds = {cell.record.kind for cell in found.cells if isinstance(cell.record, lt.Norm)}

    assert kinds == {"asset_measure", "data_duty", "mandate"}


def test_a_mistyped_kind_names_the_nearest(corpora):
    """A kind that neither lawtrack nor a corpus knows is refused."""
    with pytest.raises(lt.LawtrackError, match="Did you mean 'sentence'"):
        lt.compare_across(corpora, kind="sentense")


def test_a_summary_stands_before_several_matters(across):
    """It counts how each rule changed, and adds nothing up; one matter alone needs none."""
    summary = across.summary()
    cells = [cell for cell in across.cells if cell.country.code == "RU"]
    told = " ".join(str(cell) for cell in summary.column("Russia") if cell != "nothing on record")

    assert sum(map(int, re.findall(r"\d+", told))) == len(cells)
    assert str(across).startswith(str(summary)[:200])
    assert "Units" not in str(lt.compare_across([lt.example("russia")], align=ENCOURAGING))


def test_print_tells_each_rule_once(across):
    """A wide matter refers to those inside it; the full table repeats what stands under both."""
    printed, full = across.table(full=False), across.table()
    row = next(row for row in printed if row["matter"].startswith("leading, joining or supporting"))

    assert "rules under “leading or joining a terrorist group or organisation”" in next(
        text for name, text in row.items() if name.startswith("Kazakhstan")
    )
    assert len(printed) < len(full)
    for cell in across.cells:
        assert any(cell.provision.split(",")[0] in str(row) for row in printed.rows)


def test_a_filter_is_no_silence_of_a_law(across):
    """What a filter takes out is not told as nothing on record."""
    cut = across.where(country=["KZ", "RU"], change="HARSHER")

    assert [one.code for one in cut.countries] == ["KZ", "RU"]
    assert {cell.change_words() for cell in cut.cells} == {"HARSHER"}
    assert "nothing on record" not in str(cut)
    assert "none passes the filter" in str(cut)
    assert any("left out by the filter" in note for note in cut.notes)


def test_the_step_between_two_countries_is_told(corpora):
    """Fifteen years at most are six more than nine; what is least is not known."""
    found = lt.compare_across(corpora, align=ENCOURAGING).against("KZ")
    row = next(r for r in found if (r.here.record.id, r.there.record.id)[1].endswith("ta-2006-1"))

    assert str(row.step("maximum")) == "+6y"
    assert row.step("minimum") is UNKNOWN


def test_what_a_rule_does_is_its_matter_too():
    """A power to suspend stands under suspending, though no topic says so; a table without rows says why."""
    kz, ru, gb = map(lt.example, ("kazakhstan", "russia", "united-kingdom"))
    across = lt.compare_across([kz, ru, gb], kind="power", align="suspend")

    assert {cell.record.id for cell in across.cells} >= {kz.find("kill-switch").id}
    assert any("align= names a matter" in note for note in lt.compare_across([kz, gb], kind="power").notes)
