"""Tiers across countries."""

from itertools import permutations

import pytest

import lawtrack as lt
from lawtrack.missing import UNKNOWN

HEAD = 'lawtrack = 1\n[[jurisdiction]]\nid = "{code}"\n[[source]]\nid = "s"\n'
NORM = """
[[norm]]
id = "{code}/{name}"
kind = "registration"
jurisdiction = "{code}"
rule = {{ bearer = ["householder"], registers = ["guest"]{more} }}
assertions = [{{ source = "s" }}]
"""


@pytest.fixture
def countries(tmp_path):
    """Four countries with one duty to register guests each: > 10 d, >= 10 d, > 30 d, and not known."""
    rules = {
        "KZ": ', threshold = "> 10 d"',
        "RU": ', threshold = ">= 10 d"',
        "UZ": ', threshold = "> 30 d"',
        "KG": "",
    }
    made = []
    for code, more in rules.items():
        path = tmp_path / f"{code}.toml"
        path.write_text(HEAD.format(code=code) + NORM.format(code=code, name="guests", more=more), "utf-8")
        made.append(lt.read(path))
    return made


def tiers(found):
    return {row.country.code: row.tier for row in found}


def test_the_lower_threshold_is_the_stricter(countries):
    """More than thirty days is milder than more than ten, and ten days themselves are stricter by a day."""
    found = lt.rank(countries, "registration", dimension="threshold", for_="householder")

    assert tiers(found) == {"UZ": 1, "KZ": 2, "RU": 3, "KG": UNKNOWN}


def test_who_cannot_be_compared_has_no_tier(countries):
    """A threshold that nobody knows is in no tier, and least of all in the mildest."""
    found = lt.rank(countries, "registration", dimension="threshold")

    assert tiers(found)["KG"] is UNKNOWN
    assert found[-1].country.code == "KG"


def test_the_order_of_countries_changes_no_tier(countries):
    """Tiers depend on the rules alone."""
    first = tiers(lt.rank(countries, "registration", dimension="threshold"))
    for order in permutations(countries):
        assert tiers(lt.rank(list(order), "registration", dimension="threshold")) == first


def test_a_mistyped_dimension_names_the_nearest(countries):
    """Only dimensions of the kind can be asked for."""
    with pytest.raises(lt.UnknownNameError) as told:
        lt.rank(countries, "registration", dimension="treshold")
    assert told.value.near == "threshold"


def test_storage_of_messages_in_tiers():
    """Thirty days, six months, a year and three years of storage stand above one another."""
    found = lt.rank([lt.example("russia")], "data_duty", dimension="retention")
    by_name = {row.record.id.rpartition("/")[2]: row.tier for row in found}

    assert by_name["decree-445-traffic"] < by_name["content-storage-operators"]
    assert by_name["content-storage-operators"] == by_name["content-storage-message"]
    assert by_name["traffic-storage-messages"] < by_name["traffic-storage-operators"]


def test_a_country_with_nothing_is_named(countries):
    """A corpus without such a rule is told in the notes."""
    found = lt.rank([countries[0], lt.example("united-kingdom")], "registration", for_="householder")

    assert any("United Kingdom" in note for note in found.notes)


def test_equal_rules_of_a_country_share_a_place(tmp_path):
    """Equal rules are compared as one: one tier, and what leaves them undecided is named."""
    path = tmp_path / "KZ.toml"
    norms = [
        NORM.format(code="KZ", name=f"n{i}", more=f', threshold = "> {30 if i else 10} d"') for i in range(4)
    ]
    path.write_text(HEAD.format(code="KZ") + "".join(norms), "utf-8")
    found = lt.rank([lt.read(path)], "registration", dimension="threshold")

    assert [row.tier for row in found] == [1, 1, 1, 2]
    whole = lt.rank([lt.read(path)], "registration")
    assert {row.tier for row in whole} == {UNKNOWN}
    assert all("sanction" in row.undecided for row in whole)


@pytest.mark.parametrize("for_", [None, "subscriber"])
def test_tiers_rest_on_what_compare_says(for_):
    """A rule has a tier exactly when compare puts it above or below another."""
    countries = [lt.example(name) for name in ("kazakhstan", "russia", "united-kingdom")]
    found = lt.rank(countries, "power", for_=for_)
    ranked = {"MORE_RESTRICTIVE", "LESS_RESTRICTIVE"}

    for row in found:
        others = (other for other in found if other.record is not row.record)
        verdicts = {
            lt.compare(
                row.record, other.record, corpus=(row.country.corpus, other.country.corpus), for_=for_
            ).words()
            for other in others
        }
        assert bool(ranked & verdicts) is (row.tier is not UNKNOWN)
