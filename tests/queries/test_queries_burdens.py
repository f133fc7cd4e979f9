"""What weighs on a role over time, the days of change, and who holds a power since when."""

import pytest
from small_corpora import corpus_of

import lawtrack as lt


@pytest.fixture(scope="module")
def ru():
    return lt.example("russia")


def test_storage_weighs_on_operators_from_its_days(ru):
    """Facts of messages are kept from July 2016, content from July 2018."""
    rows = lt.burden(ru, "operator", every="P1Y", since="2016-01-01", until="2019-01-01")

    # Content for six months, and the two duties of the decree that carries it out, come in 2018.
    assert rows.column("duties") == (0, 1, 1, 4)
    assert rows.column("powers_over") == (0, 1, 1, 1)
    assert rows.column("added") == (0, 2, 0, 3)


def test_each_day_is_the_day_before_with_what_came_and_went():
    """Held = held before, plus added, less removed: nothing is lost between two rows."""
    kz = lt.example("kazakhstan")
    before = None
    for row in lt.burden(kz, "subscriber", every="P6M", since="2013-01-01", until="2019-01-01"):
        held = frozenset().union(*row.held.values())
        if before is not None:
            assert held == (before | row.added) - row.removed
            assert not row.added & before
            assert row.removed <= before
        before = held


def test_steps_do_not_drift(ru):
    """Monthly steps from the 31st come back to the 31st."""
    days = lt.burden(ru, "operator", every="P1M", since="2016-01-31", until="2016-05-31").column("day")

    assert days == ("2016-01-31", "2016-02-29", "2016-03-31", "2016-04-30", "2016-05-31")


def test_a_step_of_nothing_is_refused(ru):
    """A step that leads nowhere would never end."""
    with pytest.raises(lt.ReadingError):
        lt.burden(ru, "operator", every="PT1H", since="2016-01-01")


def test_a_mistyped_role_names_the_nearest(ru):
    """As everywhere."""
    with pytest.raises(lt.UnknownNameError) as told:
        lt.burden(ru, "operater")
    assert told.value.near == "operator"


def test_counts_are_never_added_up(ru):
    """No column is a total over groups."""
    columns = [column.name for column in lt.burden(ru, "operator").columns]

    assert "total" not in columns
    assert columns[1:8] == [
        "duties", "prohibitions", "approvals", "penalties", "powers_over", "safeguards", "own_powers",
    ]  # fmt: skip


def test_days_of_change_come_in_order(ru):
    """Earliest first; for operators July 2016 and July 2018."""
    days = [str(day) for day in lt.changepoints(ru, role="operator").column("when")]

    assert days == sorted(days)
    assert set(days) >= {"2016-07-20", "2018-07-01"}


def test_bills_change_nothing(ru):
    """What the bills alone had begins on no day."""
    assert not [row for row in lt.changepoints(ru) if "/draft-" in row.record.id]


def test_who_may_cut_communications():
    """The prosecutor since May 2014; the security service surely only from a day between 2017 and 2026."""
    found = lt.track(lt.example("kazakhstan"), "holder", act="suspend")
    first = found[0]

    assert (str(first.when), first.added) == ("2014-05", {"prosecutor"})
    by_day = {str(row.when): row for row in found}
    assert "security_service" in by_day["2017-01-07"].perhaps
    assert "security_service" in by_day["2017-01-07/2026"].values


def test_who_may_hold_it_still_has_not_lost_it():
    """Neither the prosecutor nor the security service is told as removed while a rule of theirs may stand."""
    found = lt.track(lt.example("kazakhstan"), "holder", act="suspend")
    days = [row.when.latest or row.when.earliest for row in found]

    assert days == sorted(days)
    for row in found:
        assert not row.removed & (row.values | row.perhaps)
    assert not any(row.removed for row in found)


def test_a_rule_of_which_nobody_states_the_acts_may_be_one(tmp_path):
    """Its holder is there perhaps, since it may be a power to suspend."""
    text = """
    source = [{ id = "s/law" }]
    [[norm]]
    id = "n/switch"
    kind = "power"
    rule = { holder = ["prosecutor"], acts = ["suspend"] }
    in_force = "2014-05-01.."
    source = "s/law"
    [[norm]]
    id = "n/other"
    kind = "power"
    rule = { holder = ["police"] }
    in_force = "2015-01-01.."
    source = "s/law"
    """
    found = lt.track(corpus_of(text, tmp_path), "holder", act="suspend")

    assert [(set(row.values), set(row.perhaps)) for row in found] == [
        ({"prosecutor"}, set()),
        ({"prosecutor"}, {"police"}),
    ]


def test_a_field_that_no_rule_has_is_refused():
    """Tracking something that is not there is a slip, not an empty answer; so is an act that is none."""
    kz = lt.example("kazakhstan")
    with pytest.raises(lt.ReadingError, match="'holder'"):
        lt.track(kz, "holders", act="suspend")
    with pytest.raises(lt.UnknownNameError) as told:
        lt.track(kz, "holder", act="suspnd")
    assert told.value.near == "suspend"


def test_the_acts_of_powers_are_tracked_too():
    """A field of concepts is one of several values."""
    found = lt.track(lt.example("united-kingdom"), "acts")

    assert {"seize", "designate"} <= found[-1].values | found[-1].perhaps


@pytest.mark.parametrize("role", ["ngo", "private_intermediary"])
def test_exposure_newest_first(role):
    """Everything that touches a role, sorted by the day it became law."""
    rows = lt.exposure(lt.example("kazakhstan"), role, on="2017-02-01")

    assert rows
    assert "sources" in rows.table().columns


def test_duties_name_the_rights_of_others():
    """A new duty of a private third party shows which rights it engages."""
    rows = lt.duties(lt.example("russia"), role="private_intermediary", package="ru-2016-07")

    assert any("ICCPR/17" in rights for rights in rows.column("rights"))
