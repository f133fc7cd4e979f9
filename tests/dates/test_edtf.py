from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.dates import days, edtf_dates, marks

from lawtrack.dates import EdtfDate, Precision, as_day
from lawtrack.errors import ReadingError
from lawtrack.missing import UNKNOWN


@given(edtf_dates)
def test_what_is_written_reads_back_equal(dated):
    """A date printed and read again is the same date."""
    assert EdtfDate.read(str(dated)) == dated


@given(edtf_dates)
def test_earliest_is_not_after_latest(dated):
    """The first possible day never comes after the last (I-22)."""
    assert dated.earliest is None or dated.latest is None or dated.earliest <= dated.latest


@given(edtf_dates, edtf_dates)
def test_narrowing_never_widens_bounds(dated, other):
    """A date within another has no possible day that the other has not (I-22)."""
    if dated.within(other):
        assert other.earliest is None or dated.earliest >= other.earliest
        assert other.latest is None or dated.latest <= other.latest


@given(days, marks)
def test_each_finer_writing_narrows_the_coarser(day, mark):
    """A day narrows its month, and a month its year, whatever the marks (I-22)."""
    year, month, whole = (EdtfDate.read(day.isoformat()[:size] + mark) for size in (4, 7, 10))

    assert whole.narrows(month)
    assert month.narrows(year)
    assert not year.within(month)


@given(edtf_dates, edtf_dates)
def test_before_is_antisymmetric(one, other):
    """Two dates are never both certainly earlier than each other (I-22)."""
    assert not (one.before(other) is True and other.before(one) is True)


@given(edtf_dates, edtf_dates, edtf_dates)
def test_certainly_before_is_transitive(a, b, c):
    """Earlier than something earlier is earlier (I-22)."""
    if a.certainly_before(b) and b.certainly_before(c):
        assert a.certainly_before(c)


@given(edtf_dates, edtf_dates, st.data())
def test_definite_answers_hold_for_every_possible_day(one, other, data):
    """A definite answer to "before" is the answer for whatever days the dates turn out to be."""
    first = data.draw(st.dates(one.earliest or date(1980, 1, 1), one.latest or date(2050, 1, 1)))
    second = data.draw(st.dates(other.earliest or date(1980, 1, 1), other.latest or date(2050, 1, 1)))

    assert one.before(other) in (UNKNOWN, first < second)
    assert one.same(other) in (UNKNOWN, first == second)


@given(days, days)
def test_definite_days_compare_as_days(one, other):
    """Between whole days nothing is unknown."""
    assert EdtfDate.of(one).before(other) is (one < other)
    assert EdtfDate.of(one).after(other) is (one > other)
    assert EdtfDate.of(one).same(other) is (one == other)


@given(days, days, marks)
def test_bounds_are_written_and_read_back(one, other, mark):
    """The date between two days has exactly these bounds and the marks given."""
    first, last = sorted((one, other))
    dated = EdtfDate.between(first, last, mark)

    assert (dated.earliest, dated.latest, dated.marks) == (first, last, mark)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2016-12-22", date(2016, 12, 22), date(2016, 12, 22), Precision.DAY),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), Precision.MONTH),
        ("2016", date(2016, 1, 1), date(2016, 12, 31), Precision.YEAR),
        ("2016-08~", date(2016, 8, 1), date(2016, 8, 31), Precision.MONTH),
        ("2016?", date(2016, 1, 1), date(2016, 12, 31), Precision.YEAR),
        ("../2016-12", None, date(2016, 12, 31), Precision.INTERVAL),
        ("2016-12/..", date(2016, 12, 1), None, Precision.INTERVAL),
        ("2016-08/2016-10", date(2016, 8, 1), date(2016, 10, 31), Precision.INTERVAL),
        ("0001", date(1, 1, 1), date(1, 12, 31), Precision.YEAR),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), Precision.MONTH),
    ],
)
def test_bounds_follow_from_what_is_written(text, earliest, latest, precision):
    """Bounds are the first and last day of what is written; a mark does not move them."""
    dated = EdtfDate.read(text)

    assert (dated.earliest, dated.latest, dated.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2016", False, False),
        ("2016~", True, False),
        ("2016?", False, True),
        ("2016%", True, True),
        ("2016~/2017?", True, True),
    ],
)
def test_marks_say_approximate_and_uncertain(text, approximate, uncertain):
    """~ is approximate, ? uncertain, % both; an interval has the marks of its ends."""
    dated = EdtfDate.read(text)

    assert (dated.approximate, dated.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("2016-02-30", "LT-TIM-001", ""),
        ("22/12/2016", "LT-TIM-001", "2016-12-22"),
        ("12/22/2016", "LT-TIM-001", "2016-12-22"),
        ("03/03/2017", "LT-TIM-001", "2017-03-03"),
        ("2016/12/22", "LT-TIM-001", "2016-12-22"),
        ("20161222", "LT-TIM-001", "2016-12-22"),
        ("2016-8-5", "LT-TIM-001", "2016-08-05"),
        ("Dec 22", "LT-TIM-001", ""),
        ("31/31/2016", "LT-TIM-001", ""),
        ("2016-13", "LT-TIM-001", ""),
        ("0000", "LT-TIM-001", ""),
        ("201X", "LT-TIM-001", ""),
        ("", "LT-TIM-001", ""),
        (" 2016-12-22", "LT-TIM-001", ""),
        ("../..", "LT-TIM-001", "UNKNOWN"),
        ("٢٠١٦", "LT-TIM-001", ""),
        ("03/04/2017", "LT-TIM-002", ""),
        ("3.4.2017", "LT-TIM-002", ""),
        ("August 2016", "LT-TIM-006", "2016-08"),
        ("22 December 2016", "LT-TIM-006", "2016-12-22"),
        ("December 22, 2016", "LT-TIM-006", "2016-12-22"),
        ("22 декабря 2016", "LT-TIM-006", "2016-12-22"),
        ("2016-12-22T10:00", "LT-TIM-003", ""),
        ("2016-12-22 10:00:00+05:00", "LT-TIM-003", ""),
        ("2016-10/2016-08", "LT-TIM-009", "2016-08/2016-10"),
    ],
)
def test_text_that_is_no_date_is_refused_with_its_code(text, code, hint):
    """Nothing is guessed; a hint appears when only one date can have been meant."""
    with pytest.raises(ReadingError) as caught:
        EdtfDate.read(text)

    assert caught.value.code == code
    assert hint in caught.value.hint


def test_ambiguous_date_offers_no_date():
    """3 April and 4 March are both possible, so neither is suggested."""
    with pytest.raises(ReadingError) as caught:
        EdtfDate.read("03/04/2017")

    assert "2017" not in caught.value.hint


@pytest.mark.parametrize("value", [datetime(2016, 12, 22), datetime(2016, 12, 22, tzinfo=UTC)])
def test_datetime_is_refused_everywhere(value):
    """A time of day, with a zone or without, never passes for a legal day."""
    for read in (EdtfDate.read, EdtfDate.of, as_day, EdtfDate.read("2016").before):
        with pytest.raises(ReadingError) as caught:
            read(value)

        assert caught.value.code == "LT-TIM-003"


@pytest.mark.parametrize("other", [EdtfDate.read("2017"), date(2017, 1, 1)])
def test_operators_are_refused_with_a_sentence(other):
    """There is no total order of such dates, so < and sorted() raise."""
    with pytest.raises(TypeError, match="before"):
        EdtfDate.read("2016") < other  # noqa: B015
    with pytest.raises(TypeError, match="before"):
        sorted([other, EdtfDate.read("2016")])


def test_equality_is_by_writing_and_sameness_by_day():
    """A month and the interval of its days are written differently; neither is surely one day."""
    month, spelled = EdtfDate.read("2016-08"), EdtfDate.read("2016-08-01/2016-08-31")

    assert month != spelled
    assert month.same(spelled) is UNKNOWN
    assert month.same(month) is UNKNOWN


def test_open_interval_is_a_bound():
    """Not earlier than December 2016 is certainly after November, and unknown against 2018."""
    not_before = EdtfDate.read("2016-12/..")

    assert not_before.after(date(2016, 11, 30)) is True
    assert not_before.after(date(2018, 1, 1)) is UNKNOWN
    assert not_before.possibly_before(date(2018, 1, 1))


@given(days)
def test_question_takes_a_day_or_its_iso_text(day):
    """A date and its ISO text mean the same day."""
    assert as_day(day) == as_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2016-08", "LT-TIM-001"),
        ("2016", "LT-TIM-001"),
        ("2016-12-22~", "LT-TIM-001"),
        ("2016-02-30", "LT-TIM-001"),
        ("03/04/2017", "LT-TIM-002"),
        ("2016-12-22T00:00", "LT-TIM-003"),
        (20161222, "LT-KEY-003"),
    ],
)
def test_question_about_less_than_a_day_is_refused(value, code):
    """A question needs one whole certain day."""
    with pytest.raises(ReadingError) as caught:
        as_day(value)

    assert caught.value.code == code
