"""Packages side by side: what is paired, by what, and what is counted."""

import re

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


@pytest.fixture(scope="module")
def shipped():
    kz, ru = lt.example("kazakhstan"), lt.example("russia")
    said = lt.read_alignments("terrorism-offences")
    return lt.compare((kz, "kz-2016-12"), (ru, "ru-2016-07"), for_="defendant", align=said)


def test_print_begins_with_a_summary(shipped):
    """Kinds with pairs come first, then every kind has its tables, the telling pairs first, none too wide."""
    text = shipped.to_text(100)
    heads = [line for line in text.splitlines() if line.startswith(("Sentence:", "Liability:"))]

    assert shipped.matrix().rows[0][0] == "sentence"
    assert heads[:2] == ["Sentence: pairs", "Sentence: on one side alone"]
    head = next(line for line in text.splitlines() if "right against left" in line)
    told = [line[head.index("right against left") :] for line in text.splitlines()]
    assert told.index("HARSHER") < told.index("INCOMPARABLE") < told.index("UNKNOWN")
    assert max(map(len, text.splitlines())) <= 100


def test_the_summary_counts_every_row_once(shipped):
    """Outcomes and effects alone add up to the rows, kind by kind."""
    summed = [sum(row[1:]) for row in shipped.matrix().rows]

    assert sum(summed) == len(shipped)
    assert {row[0] for row in shipped.matrix().rows} == {p.kind.replace("_", " ") for p in shipped}


def test_every_cell_in_print_leads_to_its_sources(shipped):
    """Numbers in cells are those of the note of sources below, each once."""
    text = " ".join(str(shipped).split())
    body, _, told = text.rpartition("Sources: ")
    numbers = {int(n) for n in re.findall(r"\[(\d+)\]", body)}

    assert numbers == {int(n) for n in re.findall(r"\[(\d+)\]", told)}
    assert "criminal-code-2018-07-12-ch-10" in told


def test_what_is_not_printed_is_told_and_kept(shipped):
    """Print stops after a dozen effects of one side; the table has all of them."""
    alone = sum(p.outcome is Outcome.ONLY_LEFT and p.kind == "sentence" for p in shipped)

    assert f"Note: {alone - 12} more stand alone; .table() has them." in str(shipped)
    assert len(shipped.table()) == len(shipped)


def test_a_filter_gives_a_comparison_again(shipped):
    """It prints in the same way, counts what is left, and says what was left out."""
    cut = shipped.where(kind="sentence", outcome=["stronger", "weaker"])

    assert {p.outcome for p in cut} == {Outcome.STRONGER}
    assert f"{len(shipped) - len(cut)} rows left out by the filter." in cut.notes
    assert "Sentence: pairs" in str(cut)
    assert len(shipped.by("kind")) == len({p.kind for p in shipped})
    with pytest.raises(lt.UnknownNameError):
        shipped.where(outcom="stronger")


def test_a_notebook_shows_groups_and_sources(shipped):
    """The card has the summary, the tables of each kind, and the note of sources."""
    html = shipped._repr_html_()

    assert html.count("<table") > 4
    assert "Sentence: pairs" in html
    assert "Sources: [1]" in html


def test_how_far_two_sentences_differ_is_said_end_by_end(shipped):
    """Steps of the prison term and penalties of one side alone, where neither sentence is the harsher."""
    (row,) = (p for p in shipped if p.left and p.left.id.endswith("cc-257-2"))

    assert row.reason == (
        "floor incomparable, ceiling incomparable; prison: min +2y, max +8y; only right: fine; "
        "only left: confiscation"
    )


def test_alignments_that_join_nothing_are_told(shipped):
    """Those of other countries do no harm, and a note counts."""
    assert "8 of 11 alignments given join two effects here." in shipped.notes


def test_selections_without_a_corpus_print():
    """Sources are then not to be had, and every effect stands under the last part of its id."""
    kz = lt.example("kazakhstan")
    found = lt.compare(lt.effects(kz), lt.effects(kz))

    assert "cc-255-1" in str(found)
    assert "Sources:" not in str(found)


def test_a_pair_out_of_several_says_so(corpus_of):
    """Two powers about the same on one side: the first is taken, and the row says that it was a choice."""
    kz = COUNTRY.format(
        code="KZ", low="kz", holders='["prosecutor"]', network="network", sentence="prison 3..6y"
    )
    ru = COUNTRY.format(
        code="RU", low="ru", holders='["police"]', network="network", sentence="prison 5..10y"
    )
    again = ru.split("[[effect]]")[1].replace("e/ru/switch", "e/ru/switch-2")
    found = lt.compare((corpus_of(kz), "p/kz"), (corpus_of(f"{ru}[[effect]]{again}"), "p/ru"))
    (row,) = (p for p in found if p.left and p.right)

    assert row.why == "same subject and roles, the first of 1 and 2"
