from datetime import date

import pytest
from hypothesis import given
from strategies.dates import days, durations, whole_day_durations

from lawtrack.dates import Duration, WorkingDays
from lawtrack.errors import ReadingError
from lawtrack.missing import UNKNOWN


@given(durations)
def test_what_is_written_reads_back_equal(duration):
    """A duration printed and read again is the same duration."""
    assert Duration.read(str(duration)) == duration


@given(durations, durations, durations)
def test_sum_is_associative(a, b, c):
    """Durations are summed part by part, so brackets do not matter."""
    assert (a + b) + c == a + (b + c)


@given(days, whole_day_durations, whole_day_durations)
def test_definitely_shorter_ends_no_later(day, one, other):
    """Whatever the day, a definitely shorter duration from it ends earlier."""
    if one.shorter_than(other) is True:
        assert one.add_to(day) < other.add_to(day)


@given(days, whole_day_durations, whole_day_durations)
def test_same_length_ends_on_one_day(day, one, other):
    """Durations of one length, such as P12M and P1Y, end together from any day."""
    if one.same_length(other) is True:
        assert one.add_to(day) == other.add_to(day)


@given(durations, durations)
def test_order_is_antisymmetric(one, other):
    """Of shorter, longer and equally long at most one is certain."""
    answers = [one.shorter_than(other), one.longer_than(other), one.same_length(other)]

    assert answers.count(True) <= 1


@given(durations, durations, durations)
def test_definitely_shorter_is_transitive(a, b, c):
    """Shorter than something shorter is shorter."""
    if a.shorter_than(b) is True and b.shorter_than(c) is True:
        assert a.shorter_than(c) is True


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("P10D", "P10D"),
        ("P1Y6M", "P1Y6M"),
        ("PT3H", "PT3H"),
        ("P2W", "P14D"),
        ("P0D", "P0D"),
        ("10 d", "P10D"),
        ("2 mo", "P2M"),
        ("1 y 6 mo", "P1Y6M"),
        ("3 h", "PT3H"),
        ("1 w 1 d", "P8D"),
        ("14 mo", "P14M"),
    ],
)
def test_both_notations_print_one_form(text, canonical):
    """ISO 8601 and the plain form print as ISO; parts are kept as written, weeks become days."""
    assert str(Duration.read(text)) == canonical


@pytest.mark.parametrize(
    "text",
    ["", "P", "PT", "P1DT", "10", "10 m", "-1 d", "P-1D", "1.5 y", "6 mo 1 y", "P1M1Y", "PT5M", "1 d "],
)
def test_other_texts_are_refused(text):
    """Minutes, fractions, negative numbers and parts out of order are no durations here."""
    with pytest.raises(ReadingError):
        Duration.read(text)


@pytest.mark.parametrize("parts", [{"days": -1}, {"months": 1.0}, {"years": True}, {"days": "3"}])
def test_parts_are_whole_numbers(parts):
    """A part is an int that is not negative; nothing is converted."""
    with pytest.raises(ReadingError):
        Duration(**parts)


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2015, 12, 31), "P2M", date(2016, 2, 29)),
        (date(2015, 1, 31), "P2M", date(2015, 3, 31)),
        (date(2016, 2, 29), "P1Y", date(2017, 2, 28)),
        (date(2016, 1, 31), "P1M1D", date(2016, 3, 1)),
        (date(2016, 12, 27), "PT48H", date(2016, 12, 29)),
    ],
)
def test_adding_clips_to_the_end_of_the_month(start, duration, end):
    """Months come first and clip to the month's last day, then days are added."""
    assert Duration.read(duration).add_to(start) == end


def test_adding_twice_is_not_adding_the_sum():
    """31 January and one month twice is 29 or 28 March, and two months is 31 March."""
    month, start = Duration(months=1), date(2015, 1, 31)

    assert month.add_to(month.add_to(start)) == date(2015, 3, 28)
    assert (month + month).add_to(start) == date(2015, 3, 31)


@pytest.mark.parametrize("duration", [Duration(hours=3), Duration(years=9999), Duration(days=999_999_999)])
def test_adding_what_gives_no_day_is_refused(duration):
    """Hours that are no whole day and days beyond the calendar raise, they are not rounded."""
    with pytest.raises(ReadingError):
        duration.add_to(date(2016, 12, 27))


@pytest.mark.parametrize(
    ("one", "other", "shorter"),
    [
        ("P27D", "P1M", True),
        ("P28D", "P1M", UNKNOWN),
        ("P30D", "P1M", UNKNOWN),
        ("P31D", "P1M", False),
        ("P32D", "P1M", False),
        ("P364D", "P1Y", True),
        ("P365D", "P12M", UNKNOWN),
        ("P12M", "P1Y", False),
        ("P1M", "P1M1D", True),
        ("PT23H", "P1D", True),
    ],
)
def test_a_month_has_28_to_31_days(one, other, shorter):
    """A month lasts 28 to 31 days and a year 365 or 366; in between nobody can say."""
    assert Duration.read(one).shorter_than(Duration.read(other)) is shorter


def test_twelve_months_are_as_long_as_a_year_and_not_equal_to_it():
    """Length and writing are two questions."""
    months, year = Duration(months=12), Duration(years=1)

    assert months.same_length(year) is True
    assert months != year


def test_operators_are_refused_with_a_sentence():
    """30 days may be more or less than a month, so < raises."""
    with pytest.raises(TypeError, match="shorter_than"):
        Duration(days=30) < Duration(months=1)  # noqa: B015


def test_working_days_read_back():
    """Working days have a notation of their own."""
    assert WorkingDays.read("10 wd") == WorkingDays(10)
    assert str(WorkingDays(10)) == "10 wd"
