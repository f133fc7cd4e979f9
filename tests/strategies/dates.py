"""Days, EDTF dates, durations, periods and commencement rules as laws might have them."""

from datetime import date

from hypothesis import strategies as st

from lawtrack.commencement_rules import AfterEvent, ByOrder, Earliest, Fixed, Latest, OnEvent, Undated
from lawtrack.dates import Duration, EdtfDate, Period, WorkingDays

EVENTS = ("passed", "published", "signed")

days = st.dates(date(1990, 1, 1), date(2040, 12, 31))
marks = st.sampled_from(["", "~", "?", "%"])


def _write(day, form, mark):
    return day.isoformat()[:form] + mark


points = st.builds(_write, days, st.sampled_from([10, 7, 4]), marks).map(EdtfDate.read)
definite_dates = days.map(EdtfDate.of)


@st.composite
def _intervals(draw):
    first, last = sorted((draw(days), draw(days)))
    form = draw(st.sampled_from([10, 7, 4]))
    start, end = _write(first, form, draw(marks)), _write(last, form, draw(marks))
    shape = draw(st.sampled_from(["{}/..", "../{1}", "{}/{}"]))
    return EdtfDate.read(shape.replace("{1}", end) if "{1}" in shape else shape.format(start, end))


edtf_dates = points | _intervals()

day_counts = st.integers(0, 1000)
durations = st.builds(
    Duration,
    years=st.integers(0, 5),
    months=st.integers(0, 30),
    days=st.integers(0, 400),
    hours=st.sampled_from([0, 3, 24, 48]),
)
whole_day_durations = st.builds(
    Duration, years=st.integers(0, 5), months=st.integers(0, 30), days=st.integers(0, 400)
)


@st.composite
def definite_periods(draw):
    """Periods whose ends are days; either may be missing."""
    first, last = draw(st.lists(days, min_size=2, max_size=2, unique=True).map(sorted))
    return Period(draw(st.sampled_from([first, None])), draw(st.sampled_from([last, None])))


@st.composite
def periods(draw):
    """Periods with ends of any precision."""
    start, end = draw(st.none() | edtf_dates), draw(st.none() | edtf_dates)
    if start and end and start.before(end) is False:
        start, end = (end, start) if end.before(start) is not False else (start, None)
    return Period(start, end)


events_named = st.sampled_from(EVENTS)
event_dates = st.fixed_dictionaries({}, optional=dict.fromkeys(EVENTS, edtf_dates))
counted = st.sampled_from(["after_expiry", "nth_day_following", "end_of_period_beginning_with"])

simple_rules = (
    st.builds(Fixed, edtf_dates)
    | st.builds(OnEvent, events_named)
    | st.builds(AfterEvent, counted, events_named, whole_day_durations)
    | st.builds(AfterEvent, counted, events_named, st.builds(WorkingDays, st.integers(0, 60)))
    | st.builds(AfterEvent, st.sampled_from(["from_next_month", "from_next_year"]), events_named)
    | st.builds(ByOrder, st.text(min_size=1, max_size=12))
    | st.builds(Undated, st.none() | edtf_dates)
)
commencement_rules = st.recursive(
    simple_rules,
    lambda rules: st.builds(
        lambda cls, parts: cls(parts),
        st.sampled_from([Earliest, Latest]),
        st.lists(rules, min_size=2, max_size=3),
    ),
    max_leaves=6,
)
