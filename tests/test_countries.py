import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawtrack.countries import COUNTRIES, check_country, country_name
from lawtrack.errors import ReadingError


@given(st.sampled_from(sorted(COUNTRIES)), st.from_regex(r"[A-Z0-9]{1,3}", fullmatch=True))
def test_country_and_its_subdivisions_are_accepted(code, part):
    """Every assigned code comes back as it is, and so does a subdivision of its form."""
    assert check_country(code) == code
    assert check_country(f"{code}-{part}") == f"{code}-{part}"


@given(st.sampled_from(sorted(COUNTRIES)))
def test_name_leads_to_the_code(code):
    """The English name of a country is refused, and its code suggested."""
    with pytest.raises(ReadingError) as caught:
        check_country(COUNTRIES[code])

    assert caught.value.hint == f"Write {code}."


@pytest.mark.parametrize("code", ["x-eu", "x-un", "x-coe", "x-study-1"])
def test_own_code_is_accepted(code):
    """Bodies that are no country have x- codes."""
    assert check_country(code) == code


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("UK", "GB"),
        ("KAZ", "KZ"),
        ("Kazakhstan", "KZ"),
        ("Kazakstan", "KZ"),
        ("kz", "KZ"),
        (" KZ", "KZ"),
        ("us-dc", "US-DC"),
        ("USA-DC", "US-DC"),
        ("UK-SCT", "GB-SCT"),
        ("Russian Federation", "RU"),
        ("EU", "x-eu"),
        ("United Nations", "x-un"),
        ("X-EU", "x-eu"),
    ],
)
def test_slip_is_refused_with_the_likeliest_code(code, meant):
    """What people write for a country gets LT-VOC-001 and the code to write."""
    with pytest.raises(ReadingError) as caught:
        check_country(code)

    assert (caught.value.code, caught.value.hint) == ("LT-VOC-001", f"Write {meant}.")


@pytest.mark.parametrize("code", ["", "ZZ", "QX-1", "US-", "US-DCXX", "x-", "x--a", "KZ\n", "ҚЗ", None, 7])
def test_what_is_no_code_is_refused(code):
    """Anything else is a ReadingError with LT-VOC-001, whatever its type."""
    with pytest.raises(ReadingError) as caught:
        check_country(code)

    assert caught.value.code == "LT-VOC-001"


def test_country_list_is_whole():
    """ISO 3166-1 assigns 249 codes."""
    assert len(COUNTRIES) == 249
    assert list(COUNTRIES) == sorted(COUNTRIES)


def test_country_has_a_name():
    """A code is shown by its English name, a subdivision or own code by itself."""
    assert [country_name(code) for code in ("KZ", "US-DC", "x-eu")] == ["Kazakhstan", "US-DC", "x-eu"]
