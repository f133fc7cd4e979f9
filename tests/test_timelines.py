"""When things are law: parts of a work, periods of rules, and status on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import dates

import lawtrack as lt
from lawtrack.commencement_rules import CommencementRule
from lawtrack.interplay import part_start
from lawtrack.model.text import CommencementPart, EventKind, LifecycleEvent
from lawtrack.timelines import (
    ForceStatus,
    entry_into_force,
    force_of,
    in_force,
    status_of,
)

WORK = "/akn/kz/act/law/2020-03-01/7"


def work(*parts, events=(), **more):
    """A work with commencement parts (rule, provisions) and events (kind, day)."""
    return lt.Work(
        id=more.pop("id", WORK),
        commencement=tuple(
            CommencementPart(rule=CommencementRule.read(rule), provisions=provisions)
            for rule, provisions in parts
        ),
        events=tuple(
            LifecycleEvent(kind=EventKind(kind), date=lt.EdtfDate.read(day)) for kind, day in events
        ),
        **more,
    )


def effect(**more):
    return lt.Effect(id="lt:kz/effect/e", kind="unspecified", **more)


SIGNED = ("signed", "2020-03-01")
PUBLISHED = ("published", "2020-03-10")


# parts


def test_the_named_part_governs():
    """A part that names the provision goes before the general one, wherever it stands."""
    held = work(("2020-05-01", ()), ("2020-09-01", ("p/1",)))

    assert str(held.part_for(frozenset({"p/1"})).rule) == "2020-09-01"
    assert str(held.part_for(frozenset({"p/2"})).rule) == "2020-05-01"


def test_without_a_general_part_nothing_governs():
    """A provision that no part names has no day of its own when no part is general."""
    assert work(("2020-09-01", ("p/1",))).part_for(frozenset({"p/2"})) is None


def test_without_rules_the_event_counts():
    """A recorded day of entry into force counts where no rule is recorded; without either it is not known."""
    assert part_start(work(events=[("in_force", "2020-04-04")]), None) == lt.EdtfDate.read("2020-04-04")
    assert part_start(work(), None) is lt.UNKNOWN


def test_an_unknown_event_gives_no_day():
    """A rule that counts from publication leads nowhere while that day is not known."""
    held = work(("after_expiry(published, P10D)", ()), events=[SIGNED])
    start = part_start(held, held.commencement[0])

    assert not lt.is_known(start) or start.earliest is None or start.latest is None


# rules


def corpus(*records):
    return lt.Corpus.of(records)


def test_an_effect_follows_its_amendment():
    """The amendment's target decides which part of the act governs."""
    act = work(("after_expiry(published, P10D)", ()), ("2020-09-01", ("p/1",)), events=[SIGNED, PUBLISHED])
    late = lt.Amendment(id="lt:kz/amendment/a", instrument=WORK, targets=("p/1",))
    soon = lt.Amendment(id="lt:kz/amendment/b", instrument=WORK, targets=("p/2",))
    held = corpus(act, late, soon)

    assert str(entry_into_force(held, late.id)) == "2020-09-01"
    assert str(entry_into_force(held, soon.id)) == "2020-03-21"


def test_an_amendment_may_have_its_own_day():
    """A rule of the amendment goes before those of the act."""
    own = lt.Amendment(
        id="lt:kz/amendment/a", instrument=WORK, commencement=CommencementRule.read("2021-01-01")
    )

    assert str(entry_into_force(corpus(work(("2020-05-01", ())), own), own.id)) == "2021-01-01"


@pytest.mark.parametrize("maker", ["lt:kz/amendment/none", "lt:kz/source/s"])
def test_nothing_begins_through_what_is_no_act(maker):
    """A maker that is missing, or no work or amendment, gives no day."""
    held = corpus(lt.Source(id="lt:kz/source/s"))

    assert entry_into_force(held, maker) is lt.UNKNOWN
    assert force_of(held, effect(by=(maker,))) is lt.UNKNOWN


def test_a_stated_period_wins():
    """What the record states goes before what its act would lead to."""
    stated = effect(by=(WORK,), in_force=lt.Period.read("2019-01-01..2020-01-01"))

    assert force_of(corpus(work(("2020-05-01", ()))), stated) == lt.Period.read("2019-01-01..2020-01-01")


def test_a_stated_rule_uses_the_dates_of_the_act():
    """A rule on the effect counts from the events of the work behind it."""
    stated = effect(by=(WORK,), in_force=CommencementRule.read("after_expiry(published, P1M)"))

    assert str(force_of(corpus(work(events=[PUBLISHED])), stated)) == "2020-04-11.."


def test_two_makers_give_an_interval():
    """Brought about by two acts of different days, a rule begins somewhere between them."""
    one, two = work(("2020-05-01", ())), work(("2020-07-01", ()), id="/akn/kz/act/law/2020/8")
    period = force_of(corpus(one, two), effect(by=(one.id, two.id)))

    assert (period.start.earliest, period.start.latest) == (date(2020, 5, 1), date(2020, 7, 1))


def test_one_unknown_maker_leaves_the_day_open():
    """If one of the acts has no day, nobody knows when the whole is law."""
    one, two = work(("2020-05-01", ())), lt.Work(id="/akn/kz/act/law/2020/8")

    assert force_of(corpus(one, two), effect(by=(one.id, two.id))) is lt.UNKNOWN


def test_rules_of_one_period_share_it():
    """Equal periods are one object, so that a question asks each once."""
    held = corpus(
        work(("2020-05-01", ())), effect(by=(WORK,)), lt.Effect(id="f", kind="unspecified", by=(WORK,))
    )

    assert force_of(held, held.effects[0]) is force_of(held, held.effects[1])


@given(dates.days, dates.days)
def test_a_rule_is_law_from_its_day_on(start, day):
    """Law on the day it begins and after, not before."""
    held = corpus(work((start.isoformat(), ())), effect(by=(WORK,)))

    assert in_force(held, held.effects[0], day) is (day >= start)


# status


@given(st.lists(dates.days, min_size=1, max_size=3), dates.days)
def test_partly_means_some_and_not_all(starts, day):
    """In force when every part has begun, partly when some have, not when none has (I-17)."""
    begun = [start <= day for start in starts]
    expected = ForceStatus.PARTIALLY_IN_FORCE if any(begun) else ForceStatus.NOT_IN_FORCE

    assert status_of(work(*((start.isoformat(), ()) for start in starts)), day) is (
        ForceStatus.IN_FORCE if all(begun) else expected
    )


@given(st.lists(dates.days, min_size=1, max_size=3), dates.days, dates.days)
def test_status_changes_only_on_a_start(starts, one, other):
    """Between two days on which no part begins the status is one (I-18)."""
    first, last = sorted((one, other))
    held = work(*((start.isoformat(), ()) for start in starts))

    assert status_of(held, first) is status_of(held, last) or any(first < start <= last for start in starts)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2020-02-29", ForceStatus.NOT_IN_FORCE),
        ("2020-03-05", ForceStatus.UNKNOWN),
        ("2030-01-01", ForceStatus.NOT_IN_FORCE),
        ("2031-01-01", ForceStatus.NOT_IN_FORCE),
    ],
)
def test_a_repealed_work_without_rules(day, status):
    """Not law before it was signed nor once it is repealed; in between nobody says."""
    held = work(events=[SIGNED, ("repealed", "2030-01-01")])

    assert status_of(held, date.fromisoformat(day)) is status


def test_a_month_of_repeal_leaves_its_days_open():
    """Repealed some day in May: in April it stands, in May nobody knows, in June it does not."""
    held = work(("2020-05-01", ()), events=[SIGNED, ("repealed", "2030-05")])
    statuses = [status_of(held, date(2030, month, 15)) for month in (4, 5, 6)]

    assert statuses == [ForceStatus.IN_FORCE, ForceStatus.UNKNOWN, ForceStatus.NOT_IN_FORCE]


def test_one_undated_part_leaves_the_whole_open():
    """One part has begun, of another nobody knows: it may be in force or partly."""
    held = work(("2020-05-01", ()), ("unknown", ("p/1",)))

    assert status_of(held, date(2021, 1, 1)) is ForceStatus.UNKNOWN
