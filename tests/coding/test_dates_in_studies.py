"""Questions that ask for a date: read strictly, and as far apart as there are days between them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from studies import codebook_in, sheet_in

import lawtrack as lt
from lawtrack.coding import Level, krippendorff_alpha

STUDY = """
id = "days"
version = "1"
unit = "amendment"
title = { en = "Days" }

[[questions]]
id = "signed"
text = { en = "When was it signed?" }
level = "date"
during = "2010-01-01..2020-01-01"
codes = [{ value = "unknown", off_scale = true }]
"""


@pytest.fixture
def days(tmp_path):
    """A codebook that asks for one day."""
    return codebook_in(tmp_path, STUDY)


@pytest.mark.parametrize("text", ["2016-12-22", "2016-12", "2016", "2016-12-22~", "unknown", "2009/2011"])
def test_dates_are_read_as_they_are_written(days, text):
    """A day, a month, about then, or a code; a date that may lie in the period is permitted."""
    answer = days.get("signed").read_answer(text)

    assert str(answer) == text
    assert isinstance(answer, str if text == "unknown" else lt.EdtfDate)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("22.12.2016", "Did you mean 2016-12-22?"),
        ("03/04/2017", "More than one day can be meant"),
        ("2016-13-01", "a date such as 2016-12-22 in 2010-01-01..2020-01-01 or unknown"),
        ("2021-01-01", "a date such as 2016-12-22"),
        ("unknwon", "a date such as"),
        ("42726", "Spreadsheets write dates their own way"),
    ],
)
def test_other_dates_are_refused_with_the_way_out(days, text, told):
    """What a spreadsheet makes of a date is no date; nothing is filled in from today."""
    with pytest.raises(lt.ReadingError) as caught:
        days.get("signed").read_answer(text)

    assert told in str(caught.value)
    assert caught.value.code == "LT-COD-001"


def test_alpha_counts_days():
    """Two coders, three laws, one day apart once: by hand 1 - 10/3322."""
    pairs = [("2016-12-22", "2016-12-22"), ("2017-01-07", "2017-01-08"), ("2017-01-01", "2017-01-01")]
    units = [[lt.EdtfDate.read(text) for text in pair] for pair in pairs]
    as_days = [[date.fromisoformat(text) for text in pair] for pair in pairs]

    assert krippendorff_alpha(units, Level.DATE).value == Fraction(1656, 1661)
    assert krippendorff_alpha(as_days, Level.DATE).value == Fraction(1656, 1661)
    with pytest.raises(lt.ReadingError, match="one day"):
        krippendorff_alpha([[lt.EdtfDate.read("2016"), lt.EdtfDate.read("2016-01-01")]], Level.DATE)


def test_a_month_is_an_answer_without_a_place_on_the_scale(days, tmp_path):
    """Percent compares it as written; alpha leaves it out and says so."""
    rows = "".join(
        f"{unit},signed,{coder},{answer}\n"
        for unit, answers in {
            "a1": ("2016-12-22", "2016-12-22"),
            "a2": ("2017-01-07", "2017-01-08"),
            "a3": ("2016-12", "2016-12-22"),
            "a4": ("2017-01-01", "2017-01-01"),
        }.items()
        for coder, answer in zip(("ana", "ben"), answers, strict=True)
    )
    codings = lt.read_codings(sheet_in(tmp_path, rows, head="unit,question,coder,answer\n"), days)
    (row,) = lt.agreement(codings)

    assert (row.level, row.percent.value, row.off_scale) == (Level.DATE, Fraction(1, 2), 1)
    assert row.alpha.value == Fraction(1656, 1661)
    assert codings.table().to_csv().count("2016-12-22") == 3


def test_a_period_is_for_dates_alone(tmp_path):
    """A period of days is refused for a question of another level, and a range of numbers for a date."""
    for old, new in (('level = "date"', 'level = "ratio"'), ("during = ", "within = ")):
        with pytest.raises(lt.CodingError):
            codebook_in(tmp_path, STUDY.replace(old, new))


@given(st.lists(st.lists(st.dates(), min_size=2, max_size=3), min_size=1, max_size=5), st.integers(-999, 999))
def test_alpha_of_dates_is_that_of_their_numbers(units, shift):
    """Days are numbers with a distance: counted from any day, the figure is the same."""
    numbers = [[Fraction(day.toordinal() + shift) for day in answers] for answers in units]

    assert krippendorff_alpha(units, Level.DATE) == krippendorff_alpha(numbers, Level.INTERVAL)


DATES = st.builds(
    lambda day, form, mark: f"{day.isoformat()[:form]}{mark}",
    st.dates(date(2010, 1, 1), date(2019, 12, 31)),
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?"]),
)


@given(st.lists(st.tuples(st.sampled_from(["ana", "ben"]), DATES), max_size=2, unique_by=lambda row: row[0]))
def test_dates_survive_sheets_and_codebooks_files(rows):
    """Codings with dates read back equal from CSV, and the codebook from TOML and JSON."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = codebook_in(folder, STUDY)
        codings = lt.Codings(
            codebook=book,
            rows=[
                lt.Coding(unit="a1", question="signed", coder=coder, answer=lt.EdtfDate.read(text))
                for coder, text in rows
            ],
        )
        sheet = folder / "sheet.csv"
        sheet.write_text(codings.table().to_csv(), "utf-8", newline="")

        assert lt.read_codings(sheet, book).rows == codings.rows
        assert [lt.read_codebook(lt.write(book, folder / f"b.{end}")) for end in ("toml", "json")] == [
            book
        ] * 2
