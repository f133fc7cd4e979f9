from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.dates import days, definite_periods, edtf_dates, periods

from lawtrack.dates import EdtfDate, Period
from lawtrack.errors import ReadingError
from lawtrack.missing import UNKNOWN

DAY = timedelta(days=1)


@given(periods())
def test_what_is_written_reads_back_equal(period):
    """A period printed and read again is the same period, also when an end is an interval."""
    assert Period.read(str(period)) == period


@given(days, days)
def test_end_follows_start(start, end):
    """Days in order make a period; the same day twice, or the wrong order, is refused (I-11)."""
    if start < end:
        assert Period(start, end).start.certainly_before(Period(start, end).end)
    else:
        with pytest.raises(ReadingError) as caught:
            Period(start, end)
        assert caught.value.code == "LT-TIM-009"


@given(edtf_dates, edtf_dates)
def test_period_that_cannot_hold_a_day_is_refused(start, end):
    """Only an end that is certainly not after the start is refused (I-11)."""
    if start.before(end) is False:
        with pytest.raises(ReadingError):
            Period(start, end)
    else:
        assert Period(start, end).end == end


@given(days, days, days)
def test_containment_is_half_open(start, end, day):
    """The start belongs to a period and its end does not."""
    if start < end:
        assert Period(start, end).contains(day) is (start <= day < end)


@given(periods(), days, st.data())
def test_definite_containment_holds_for_every_possible_end(period, day, data):
    """A definite answer stands whatever days start and end turn out to be."""
    first, last = date(1980, 1, 1), date(2050, 1, 1)
    start_from = (period.start and period.start.earliest) or first
    start = data.draw(st.dates(start_from, max(start_from, (period.start and period.start.latest) or last)))
    end_to = (period.end and period.end.latest) or last
    end = data.draw(st.dates(min(end_to, (period.end and period.end.earliest) or first), end_to))
    if start < end and (period.end is not None or day < end):
        assert period.contains(day) in (UNKNOWN, start <= day < end)


@given(periods(), periods())
def test_overlap_is_symmetric(one, other):
    """Sharing a day is mutual."""
    assert one.overlaps(other) is other.overlaps(one)


@given(definite_periods(), definite_periods())
def test_periods_that_meet_do_not_overlap(one, other):
    """Where one period ends and the next begins there is no shared day."""
    if one.meets(other) is True:
        assert one.overlaps(other) is False


@given(days, days, days, days)
def test_overlap_of_definite_periods_is_a_shared_day(a, b, c, d):
    """Periods of known days overlap when the later start comes before the earlier end."""
    if a < b and c < d:
        assert Period(a, b).overlaps(Period(c, d)) is (max(a, c) < min(b, d))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2017-01-07..", "2017-01-07", None),
        ("2014-05..2017-01-07", "2014-05", "2017-01-07"),
        ("..2017-01-07", None, "2017-01-07"),
        ("..", None, None),
        ("(2016-08/..)..2017-01-07", "2016-08/..", "2017-01-07"),
        ("2016~..(2018/2019)", "2016~", "2018/2019"),
    ],
)
def test_notation_has_an_optional_date_on_either_side(text, start, end):
    """Two dots stand between the ends; an interval stands in brackets."""
    period = Period.read(text)

    assert period.start == (start and EdtfDate.read(start))
    assert period.end == (end and EdtfDate.read(end))
    assert str(period) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2017-01-07", "LT-TIM-011"),
        ("2017-01-07/2018-01-01", "LT-TIM-011"),
        ("", "LT-TIM-011"),
        ("2017-01-07..2017-01-07", "LT-TIM-009"),
        ("2018..2016", "LT-TIM-009"),
        ("22/12/2016..", "LT-TIM-011"),
        ("2016-02-30..", "LT-TIM-001"),
    ],
)
def test_other_texts_are_refused(text, code):
    """A period needs its dots, real dates and at least one day."""
    with pytest.raises(ReadingError) as caught:
        Period.read(text)

    assert caught.value.code == code


def test_period_of_unknown_age_contains_its_last_day():
    """A period holds at least one day, so the last is in it; how far back it goes is not known."""
    period = Period.read("..2017-01-07")

    assert period.contains(date(2017, 1, 7)) is False
    assert period.contains(date(2017, 1, 6)) is True
    assert period.contains(date(2017, 1, 5)) is UNKNOWN


def test_open_period_contains_every_later_day():
    """No end means still in force."""
    period = Period(date(2017, 1, 7))

    assert period.contains(date(9999, 12, 31)) is True
    assert period.contains(date(2017, 1, 6)) is False


def test_month_of_start_leaves_its_days_open():
    """Within the month of the start nobody can say; after it the day is in."""
    period = Period.read("2014-05..2017-01-07")

    assert period.contains(date(2014, 4, 30)) is False
    assert period.contains(date(2014, 5, 15)) is UNKNOWN
    assert period.contains(date(2014, 5, 31)) is True
    assert period.contains(EdtfDate.read("2014-06")) is True


def test_meeting_needs_one_known_day():
    """An end and a start meet on the same day, not in the same month; an open period meets nothing."""
    assert Period.read("2014..2017-01-07").meets(Period.read("2017-01-07..")) is True
    assert Period.read("2014..2017-01-07").meets(Period.read("2017-01-08..")) is False
    assert Period.read("2014..2017-01").meets(Period.read("2017-01..")) is UNKNOWN
    assert Period.read("2014..").meets(Period.read("2017-01-07..")) is False


def test_ends_of_the_calendar_are_periods_too():
    """The first and the last day of the calendar do not break the arithmetic."""
    assert Period(None, date.min + DAY).contains(date.min) is True
    assert Period(date.max, None).contains(date.max) is True


def test_membership_operator_is_not_offered():
    """`in` can only say true or false, so it is left undefined."""
    with pytest.raises(TypeError):
        date(2017, 1, 7) in Period(date(2017, 1, 7))  # noqa: B015
