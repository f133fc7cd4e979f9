"""Packages side by side: what is paired, by what, and what is counted."""

import pytest

import lawtrack as lt
from lawtrack.comparison import Alignment, AlignmentError, Outcome
from lawtrack.comparison.subjects import matches, matter_of
from lawtrack.vocabulary import Vocabulary

COUNTRY = """
[[jurisdiction]]
id = "{code}"
[[source]]
id = "s/law"
[[work]]
id = "/akn/{low}/act/law/2016/1"
jurisdiction = "{code}"
[[package]]
id = "p/{low}"
label = "Package of {code}"
members = ["/akn/{low}/act/law/2016/1"]
[[effect]]
id = "e/{low}/switch"
kind = "power"
change = "created"
by = ["/akn/{low}/act/law/2016/1"]
after = {{ holder = {holders}, acts = ["suspend"], objects = ["{network}"], affected = ["subscriber"] }}
source = "s/law"
[[effect]]
id = "e/{low}/terror"
kind = "sentence"
change = "increased"
by = ["/akn/{low}/act/law/2016/1"]
before = {{ sanction = "prison 2..5y" }}
after = {{ sanction = "{sentence}" }}
source = "s/law"
"""
GUESTS = """
[[effect]]
id = "e/guests"
kind = "registration"
change = "created"
by = ["/akn/kz/act/law/2016/1"]
after = { bearer = ["householder"], registers = ["guest"] }
source = "s/law"
"""


@pytest.fixture
def kz_and_ru(corpus_of):
    kz = COUNTRY.format(
        code="KZ", low="kz", holders='["prosecutor"]', network="internet_network", sentence="prison 3..6y"
    )
    ru = COUNTRY.format(
        code="RU", low="ru", holders='["security_service"]', network="network", sentence="prison 5..10y"
    )
    return corpus_of(kz + GUESTS), corpus_of(ru)


def outcomes(found):
    return {(p.left or p.right).id: p.outcome for p in found}


def test_effects_are_paired_by_kind_and_subject(kz_and_ru):
    """A power over one network stands beside one over all; duties and offences of one side stand alone."""
    kz, ru = kz_and_ru
    found = lt.compare((kz, "p/kz"), (ru, "p/ru"), others_equal=True)

    assert outcomes(found) == {
        "e/kz/switch": Outcome.STRONGER,
        "e/kz/terror": Outcome.ONLY_LEFT,
        "e/guests": Outcome.ONLY_LEFT,
        "e/ru/terror": Outcome.ONLY_RIGHT,
    }
    assert any("Alignment" in note for note in found.notes)


def test_offences_of_two_countries_need_an_alignment(kz_and_ru):
    """Somebody has to say that they match, and what they say is printed with the answer."""
    kz, ru = kz_and_ru
    pair = kz["e/kz/terror"], ru["e/ru/terror"]
    with pytest.raises(AlignmentError, match="KZ"):
        lt.compare(*pair, corpus=(kz, ru))
    align = Alignment(a="e/kz/terror", b="e/ru/terror", basis="both punish a terrorist act", strength="close")

    one = lt.compare(*pair, corpus=(kz, ru), align=align)
    assert one.words() == "HARSHER"
    assert any("both punish a terrorist act" in line for line in one.basis)
    assert any(
        "functionally" in line for line in lt.compare(*pair, corpus=(kz, ru), align="functional").basis
    )


def test_an_alignment_pairs_offences_in_a_package(kz_and_ru):
    """Given an alignment, the two sentences stand side by side, and the row says by what."""
    kz, ru = kz_and_ru
    align = Alignment(a="e/kz/terror", b="e/ru/terror", basis="both punish a terrorist act")
    found = lt.compare((kz, "p/kz"), (ru, "p/ru"), align=align, for_="defendant")
    (row,) = (p for p in found if p.kind == "sentence")

    assert (row.outcome, row.why) == (Outcome.STRONGER, "alignment")


def test_only_what_touches_the_party_is_listed(kz_and_ru):
    """For subscribers the power alone is listed; a note counts what was left out."""
    kz, ru = kz_and_ru
    found = lt.compare((kz, "p/kz"), (ru, "p/ru"), for_="subscriber")

    assert {p.kind for p in found} == {"power"}
    assert any(note.startswith("Left out") and "2 effects left" in note for note in found.notes)


def test_packages_are_named_within_their_corpora(kz_and_ru):
    """With the two corpora given, the ids of packages and the records themselves will do."""
    kz, ru = kz_and_ru
    named = lt.compare("p/kz", "p/ru", corpus=(kz, ru))
    records = lt.compare(kz.packages[0], ru.packages[0], corpus=(kz, ru))

    assert outcomes(named) == outcomes(records) == outcomes(lt.compare((kz, "p/kz"), (ru, "p/ru")))


def test_counts_have_units_and_add_up(kz_and_ru):
    """Every effect of either side is counted once."""
    kz, ru = kz_and_ru
    counts = lt.compare((kz, "p/kz"), (ru, "p/ru")).counts()

    assert [sum(column) for column in list(zip(*counts.rows, strict=True))[2:]] == [3, 2]
    assert counts.notes[0].startswith("Units: pairs")


def test_the_matrix_has_kinds_down_and_outcomes_across(kz_and_ru):
    """One row for each kind, one column for each outcome, and no total."""
    kz, ru = kz_and_ru
    matrix = lt.compare(kz, ru).matrix()

    assert [row[0] for row in matrix.rows] == ["power", "registration", "sentence"]
    assert len(matrix.columns) == 1 + len(Outcome)


def test_a_selection_is_a_package(kz):
    """Two selections of effects compare too; both table and HTML are to be had."""
    powers = lt.effects(kz, kind="power")
    found = lt.compare(powers[:1], powers[1:], corpus=kz)

    assert len(found.rows()) == len(found.table().rows) == len(found)
    assert "<table" in found._repr_html_()
    assert "Nothing is added up" in found.explain()


def test_swapping_sides_swaps_the_answers(kz):
    """Compared backwards, stronger is weaker and left is right."""
    powers, rest = lt.effects(kz, kind="power").rows, lt.effects(kz, kind="restriction").rows
    left, right = (*powers[:2], *rest), (*powers[2:], *rest[:1])
    there, back = lt.compare(left, right, corpus=kz).counts(), lt.compare(right, left, corpus=kz).counts()
    turned = {
        "only left": "only right",
        "stronger": "weaker",
        "only right": "only left",
        "weaker": "stronger",
    }

    assert {r[0]: r[1] for r in there.rows} == {turned.get(r[0], r[0]): r[1] for r in back.rows}


def test_each_record_is_paired_at_most_once(kz):
    """Whatever the two sides, no effect stands in two rows."""
    matters = tuple(map(matter_of, kz.effects))
    found = matches(matters[::2], matters[1::2], Vocabulary(kz.concepts))

    for side in ("left", "right"):
        places = [getattr(match, side) for match in found]
        assert len(places) == len(set(places))


def test_things_that_do_not_compare_are_refused(kz):
    """A sentence names what does compare."""
    with pytest.raises(lt.ReadingError, match="two things of one sort"):
        lt.compare(kz.works[0], kz.works[1])
    with pytest.raises(lt.ReadingError, match="corpus"):
        lt.compare(kz.packages[0], kz.packages[0])
    with pytest.raises(lt.UnknownNameError, match="party role"):
        lt.compare(kz.effects[0], kz.effects[1], for_="subscribr")


def test_texts_differ_in_words():
    """Of two texts the answer is their difference, for nobody in particular."""
    old, new = (lt.Unit(type="article", num="1.", text=words) for words in ("Three years.", "Five years."))

    assert lt.compare(old, new) == lt.diff(old, new)
    with pytest.raises(lt.ReadingError, match="no party for two texts"):
        lt.compare(old, new, for_="defendant")
