from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.dates import commencement_rules, counted, days, event_dates, whole_day_durations

from lawtrack.commencement_rules import (
    AfterEvent,
    ByOrder,
    CommencementRule,
    Earliest,
    Fixed,
    Latest,
    OnEvent,
    Undated,
    read_rule,
)
from lawtrack.dates import Duration, EdtfDate, WorkingDays
from lawtrack.errors import ReadingError
from lawtrack.missing import UNKNOWN, is_known

KNOWN = {
    "published": EdtfDate.read("2016-12-27"),
    "passed": EdtfDate.read("2003-07-25"),
    "amended": EdtfDate.read("2016-08"),
    "drafted": EdtfDate.read("2016-08/.."),
}


def bounds(day):
    return (day.earliest, day.latest) if is_known(day) else (None, None)


@given(commencement_rules)
def test_what_is_written_reads_back_equal(rule):
    """A rule printed and read again is the same rule."""
    assert CommencementRule.read(str(rule)) == rule


@given(counted, days, days, whole_day_durations, whole_day_durations)
def test_commencement_is_monotone(convention, one, other, duration, more):
    """A later event or a longer duration never gives an earlier day (I-16)."""
    first, later = (EdtfDate.of(day) for day in sorted((one, other)))
    rule, longer = (AfterEvent(convention, "published", length) for length in (duration, duration + more))
    day = rule.evaluate({"published": first})

    assert day.earliest <= rule.evaluate({"published": later}).earliest
    assert day.earliest <= longer.evaluate({"published": first}).earliest


@given(commencement_rules, event_dates, st.data())
def test_bounds_hold_for_every_possible_event_day(rule, events, data):
    """With each event on some day that its date allows, the rule leads to a day within the bounds."""
    whole = {
        name: EdtfDate.of(
            data.draw(st.dates(day.earliest or date(1980, 1, 1), day.latest or date(2050, 1, 1)))
        )
        for name, day in events.items()
    }
    vague, exact = bounds(rule.evaluate(events)), bounds(rule.evaluate(whole))

    assert vague[0] is None or (exact[0] is not None and vague[0] <= exact[0])
    assert vague[1] is None or (exact[1] is not None and exact[1] <= vague[1])


@given(commencement_rules, commencement_rules, event_dates)
def test_earliest_and_latest_ignore_order(one, other, events):
    """The order in which the rules stand does not change the bounds."""
    for cls in (Earliest, Latest):
        there, back = (cls(rules).evaluate(events) for rules in ((one, other), (other, one)))
        assert bounds(there) == bounds(back)


@given(commencement_rules, event_dates)
def test_every_rule_explains_itself(rule, events):
    """An explanation ends with the day in force and has no full stop."""
    told = rule.explain(events)

    assert "in force" in told
    assert not told.endswith(".")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-07-01", "2017-07-01"),
        ("on(published)", "2016-12-27"),
        ("after_expiry(published, P10D)", "2017-01-07"),
        ("nth_day_following(published, P20D)", "2017-01-16"),
        ("end_of_period_beginning_with(passed, P2M)", "2003-09-25"),
        ("from_next_month(published)", "2017-01-01"),
        ("from_next_year(published)", "2017-01-01"),
        ("earliest(on(published), after_expiry(published, P10D))", "2016-12-27"),
        ("latest(after_expiry(published, P10D), 2017-07-01)", "2017-07-01"),
        ("unknown(2016-08/..)", "2016-08/.."),
        ("on(amended)", "2016-08"),
        ("after_expiry(amended, P10D)", "2016-08-12/2016-09-11"),
        ("from_next_month(amended)", "2016-09-01"),
        ("after_expiry(drafted, P1M)", "2016-09-02/.."),
        ("earliest(on(published), on(nowhere))", "../2016-12-27"),
        ("latest(on(published), on(nowhere))", "2016-12-27/.."),
        ("latest(on(published), on(amended))", "2016-12-27"),
        ("after_expiry(published, 10 wd)", "2016-12-27/.."),
    ],
)
def test_rules_lead_to_days(text, day):
    """Each form of rule with the day, or the bounds, that counting by hand gives."""
    assert read_rule(text).evaluate(KNOWN) == EdtfDate.read(day)


@pytest.mark.parametrize(
    "text",
    [
        "on(nowhere)",
        "after_expiry(nowhere, P10D)",
        'by_order("a decree")',
        "unknown",
        "earliest(unknown, on(nowhere))",
        "nth_day_following(nowhere, 5 wd)",
    ],
)
def test_rule_on_an_event_without_date_is_unknown(text):
    """An event with no date is normal for a draft: no error, UNKNOWN."""
    assert read_rule(text).evaluate(KNOWN) is UNKNOWN


def test_event_marked_unknown_is_unknown():
    """A token in place of a date leaves the day open."""
    assert OnEvent("published").evaluate({"published": UNKNOWN}) is UNKNOWN


def test_marks_are_carried_along():
    """Ten days from about August is still about then."""
    rule = read_rule("after_expiry(published, P10D)")

    assert str(rule.evaluate({"published": EdtfDate.read("2016-08~")})) == "2016-08-12~/2016-09-11~"


def test_calendar_counts_working_days():
    """With a calendar, working days lead to a day as other days do."""

    def no_weekends(day, count):
        while count:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return day

    # 27 December 2016 was a Tuesday: the third working day after it is Friday the 30th.
    for convention, expected in (("nth_day_following", "2016-12-30"), ("after_expiry", "2016-12-31")):
        rule = AfterEvent(convention, "published", WorkingDays(3))
        assert str(rule.evaluate(KNOWN, working_days=no_weekends)) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "after_expiry(published, P10D)",
            "published 2016-12-27; ten days expire on 2017-01-06; in force 2017-01-07",
        ),
        (
            "end_of_period_beginning_with(passed, P2M)",
            "passed 2003-07-25; two months beginning with that day end on 2003-09-24; in force 2003-09-25",
        ),
        ("nth_day_following(published, P20D)", "published 2016-12-27; 20 days later; in force 2017-01-16"),
        (
            "after_expiry(amended, P1M)",
            "amended in 2016-08; one month expires in 2016-09; in force between 2016-09-02 and 2016-10-01",
        ),
        ("on(published)", "published 2016-12-27; in force the same day"),
        (
            "from_next_year(published)",
            "published 2016-12-27; from the first day of the next year; in force 2017-01-01",
        ),
        (
            "after_expiry(published, 10 wd)",
            "published 2016-12-27; ten working days expire on a day that needs a calendar; "
            "in force not before 2016-12-27",
        ),
        (
            "after_expiry(nowhere, P10D)",
            "nowhere on a day not known; ten days expire after that; in force on a day not known",
        ),
    ],
)
def test_explanation_shows_the_arithmetic(text, told):
    """One sentence from the event to the day in force."""
    assert read_rule(text).explain(KNOWN) == told


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("aftr_expiry(published, P10D)", "LT-TIM-001", "after_expiry(published, P10D)"),
        ("on_day(published)", "LT-TIM-001", "on(published)"),
        ("after_expiry(published)", "LT-TIM-001", "after_expiry(published, P10D)"),
        ("after_expiry(published, 10)", "LT-TIM-001", "P10D"),
        ("from_next_month(published, P1M)", "LT-TIM-001", "from_next_month(published)"),
        ("earliest(on(published))", "LT-TIM-001", "earliest("),
        ("by_order(decree)", "LT-TIM-001", "by_order("),
        ('by_order("")', "LT-TIM-001", "by_order("),
        ("on(Published)", "LT-TIM-001", ""),
        ("on(published", "LT-TIM-001", "bracket"),
        ("on(published))", "LT-TIM-001", ""),
        ("on(,)", "LT-TIM-001", ""),
        ('by_order("x', "LT-TIM-001", ""),
        ("ten days after publication", "LT-TIM-001", ""),
        ("", "LT-TIM-001", ""),
        (None, "LT-TIM-001", ""),
        ("22/12/2016", "LT-TIM-001", "2016-12-22"),
        ("03/04/2017", "LT-TIM-002", ""),
        ("August 2016", "LT-TIM-006", "2016-08"),
        ("after_expiry(published, PT3H)", "LT-TIM-003", ""),
        ("latest(" * 5000, "LT-TIM-001", ""),
    ],
)
def test_other_texts_are_refused_with_an_example(text, code, hint):
    """Bad text gives its code and, where one is near, the rule that was meant."""
    with pytest.raises(ReadingError) as caught:
        read_rule(text)

    assert caught.value.code == code
    assert hint in caught.value.hint


def test_nesting_is_bounded():
    """Rules eight deep are read, deeper ones are refused, built or read."""
    rule = OnEvent("published")
    for _ in range(7):
        rule = Latest((rule, Undated()))
    assert read_rule(str(rule)) == rule

    with pytest.raises(ReadingError):
        Latest((rule, Undated()))
    with pytest.raises(ReadingError):
        read_rule(f"latest({rule}, unknown)")


def test_text_of_an_order_may_hold_anything():
    """Quotes, brackets and commas inside the text of an order do not break the notation."""
    rule = Latest((ByOrder('a "decree", (or two)\n'), Fixed(date(2017, 7, 1))))

    assert read_rule(str(rule)) == rule


def test_convention_and_duration_must_suit():
    """A convention that counts needs a duration, one that does not takes none."""
    with pytest.raises(ReadingError):
        AfterEvent("after_expiry", "published")
    with pytest.raises(ReadingError):
        AfterEvent("from_next_year", "published", Duration(days=1))
    with pytest.raises(ReadingError):
        AfterEvent("whenever", "published", Duration(days=1))
