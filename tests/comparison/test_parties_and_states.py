"""For whom: parties side by side, roles that inherit, and the states of one power."""

import pytest

import lawtrack as lt
from lawtrack.kinds import Approval, Power, Registration
from lawtrack.model.dimension import Reach
from lawtrack.model.scope import Openness, Scope
from lawtrack.verdicts import Verdict

SWITCH = ("norm/communications-suspension", "2016-12-22/kill-switch", "suspension-bodies")


def test_every_party_has_its_row(kz):
    """A row for each role that either side names, the holder's verdict the other way round."""
    rows = lt.compare(kz[SWITCH[1]], kz[SWITCH[2]], corpus=kz, for_="all")
    told = dict(zip(rows.column("party"), rows.column("verdict"), strict=True))

    assert list(told) == ["government", "operator", "subscriber", "x:kz/body_added_2018", "x:kz/listed_body"]
    assert told["x:kz/body_added_2018"] == "LESS_RESTRICTIVE"
    assert told["subscriber"] == told["operator"] == "UNKNOWN (MORE_RESTRICTIVE or INCOMPARABLE)"


def test_a_wider_role_is_touched_in_part():
    """What concerns foreigners concerns some natural persons, and all of any role among foreigners."""
    a, b = (Registration(bearer=("foreigner",), threshold=lt.Threshold.read(t)) for t in ("> 30 d", "> 5 d"))

    wide = lt.compare(a, b, for_="natural_person", others_equal=True)
    assert wide.reach == (Reach.SOME, Reach.SOME)
    assert wide.verdict is Verdict.MORE_RESTRICTIVE
    assert "only some of natural person" in wide.explain()


def test_whom_a_power_is_held_over_may_not_be_stated():
    """The answer is then made as if the party were among them, and says so."""
    a, b = (Power(holder=("police",), acts=Scope.of("suspend", openness=Openness.CLOSED)) for _ in range(2))
    found = lt.compare(a, b, for_="suspect", others_equal=True)

    assert found.verdict is Verdict.EQUIVALENT
    assert any("not stated" in line for line in found.assumptions)


def test_more_to_register_is_more_for_whoever_registers():
    """That a bearer stands on both sides takes out who else bears the duty, never what the duty is about."""
    a, b = (
        Registration(bearer=bearers, registers=Scope.of(*what, openness=Openness.CLOSED))
        for bearers, what in (
            (("householder",), ("firearm",)),
            (("householder", "ngo"), ("firearm", "asset")),
        )
    )
    found = lt.compare(a, b, for_="householder", others_equal=True)

    assert [x.dimension for x in found.by_dimension if x.verdicts.verdict is not Verdict.EQUIVALENT] == [
        "registers"
    ]
    assert found.verdict is Verdict.MORE_RESTRICTIVE


def test_another_approver_is_no_stricter_rule():
    """Who approves gains or loses a power; those who must ask are no better or worse off."""
    a, b = (Approval(actor=("publisher",), approver=body) for body in ("ministry", "police"))

    assert lt.compare(a, b, for_="publisher", others_equal=True).verdict is Verdict.EQUIVALENT
    assert lt.compare(a, b, for_="police").direction is lt.Direction.MORE_POWER


def test_a_direction_keeps_its_basis(kz):
    """Coded positions, a derived direction and the word of a source are told apart."""
    assert lt.directions(kz, SWITCH[1], for_="subscriber")[0].basis == "coded"
    assert lt.directions(kz, "gun-ownership", for_="firearm_owner")[0].basis == "asserted"
    assert lt.directions(kz, "kill-switch-urgent", for_="subscriber")[0].basis == "derived"


def test_the_kill_switch_through_the_years(kz):
    """2014, 2016 and 2018 as states of one power: holders, trigger, safeguards, verdict, what is unproven."""
    rows = lt.states(kz, SWITCH, for_="subscriber")
    holders, verdicts, unproven = (rows.column(name) for name in ("holder", "verdict", "unproven"))

    assert [str(day)[:4] for day in rows.column("since")] == ["2014", "2017", "2018"]
    assert holders == ("prosecutor", "government", "government, listed body, body added 2018")
    assert rows.column("safeguards")[1:] == ("not stated", "not stated")
    assert verdicts[1:] == ("INCOMPARABLE", "UNKNOWN (MORE_RESTRICTIVE or INCOMPARABLE)")
    assert any("attribution open" in line for line in unproven[2])
    assert "safeguards" in rows.column("open")[2]


def test_directions_are_those_of_an_effect(kz):
    """A package or a work has none; a record of another type is refused as a name of one is."""
    with pytest.raises(lt.UnknownNameError):
        lt.directions(kz, kz.packages[0])


def test_ids_need_a_corpus():
    """Two names without a corpus are no sanctions, and the error says how to name records."""
    with pytest.raises(lt.ReadingError, match="corpus="):
        lt.compare("kill-switch", "suspension-bodies")
