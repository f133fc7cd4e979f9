"""How far a coding can be trusted, counted by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from studies import HEAD, corpus_in, sheet_in

import lawtrack as lt

ROWS = (
    "a1,power,ana,1,yes,/akn/kz/act/law/2020/7~art_1,\na1,power,ben,1,yes,/akn/kz/act/law/2020/7~art_1,\n"
    "a2,power,ana,1,no,,\na2,power,ben,1,unknown,,\na10,power,ana,1,no,,\n"
    "a2,power,eva,final,no,,\na1,reach,ana,1,few,,\na1,reach,ben,1,many,,\n"
)


@pytest.fixture
def study(tmp_path, book):
    """Two coders, two amendments coded twice, one difference settled and one open."""
    corpus = corpus_in(tmp_path)
    return corpus, lt.read_codings(sheet_in(tmp_path, ROWS), book, corpus=corpus)


def test_who_coded_and_whether_they_agree(study):
    """Three of three units, two by both coders, who agree on one: settled there, open elsewhere."""
    power, reach = lt.quality(*study)

    assert (power.variable, power.of, power.units, power.double_coded) == ("power", 3, 3, 2)
    assert (power.coders, power.settled, power.open, power.unknown) == (("ana", "ben"), 1, 0, 0)
    assert power.percent.value == Fraction(1, 2)
    assert (reach.units, reach.double_coded, reach.open, reach.unknown) == (1, 1, 1, 1)


def test_kappa_is_cohens_for_two_coders(study):
    """Yes yes and no unknown: observed 1/2, by chance 1/4, so a third."""
    assert lt.quality(*study)[0].kappa.value == Fraction(1, 3)


def test_what_answers_rest_on(study):
    """One cites the law, of the others a source of unknown kind tells."""
    row = lt.quality(*study)[0]

    assert (row.primary, row.secondary, row.unsourced) == (1, 2, 0)


def test_notes_say_who_settled_and_what_nobody_answered(study):
    """Silence of a study is told, not shown as rows without figures."""
    notes = lt.quality(*study).notes

    assert notes[0] == "Coded by ana, ben; settled by eva."
    assert notes[1] == "Nobody answered 4 questions: judge, days, topics, remark."


def test_units_outside_are_counted_and_left_out(tmp_path, book):
    """A sheet read without a corpus may name what it has not."""
    codings = lt.read_codings(sheet_in(tmp_path, "a7,reach,ana,1,few,,\n"), book)
    answer = lt.quality(corpus_in(tmp_path), codings)

    assert len(answer) == 0
    assert any("1 unit; read_codings(…, corpus=…) looks them up" in note for note in answer.notes)


def test_the_corpus_tells_what_its_own_coding_rests_on():
    """Question 30 without a study: what is known of each field, and whether the law was read."""
    kz = lt.example("kazakhstan")
    rows = {row.variable: row for row in lt.quality(kz, package="kz-2016-12")}
    effects = lt.effects(kz, package="kz-2016-12")
    before = rows["before"]

    assert {row.of for row in rows.values()} == {len(effects)}
    assert before.units == sum(effect.before not in (lt.UNKNOWN, lt.NOT_STATED) for effect in effects)
    assert 0 < before.primary <= sum(e.confidence.value == "primary_both" for e in effects)
    assert all(isinstance(row.percent, lt.Undefined) for row in rows.values())


KINDS = st.sampled_from(["primary_law", "ngo", None])
ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(["a1", "a2", "a10"]),
        st.sampled_from(["ana", "ben"]),
        st.sampled_from(["few", "many", "unknown"]),
    ),
    max_size=6,
    unique_by=lambda row: row[:2],
)


@given(ANSWERS, KINDS)
def test_grounds_are_a_partition(answers, kind):
    """Every unit coded rests on the law, on others or on nobody, and on one of them only (I-58)."""
    import tempfile
    from pathlib import Path

    import attrs
    from studies import codebook_in

    from lawtrack.model.assertion import SourceKind

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = corpus_in(folder)
        source = attrs.evolve(corpus.sources[0], kind=lt.UNKNOWN if kind is None else SourceKind(kind))
        corpus = corpus.with_(source)
        text = "".join(f"{unit},reach,{coder},1,{answer},,\n" for unit, coder, answer in answers)
        codings = lt.read_codings(sheet_in(folder, text, head=HEAD), codebook_in(folder), corpus=corpus)
        rows = lt.quality(corpus, codings)

    for row in rows:
        assert row.primary + row.secondary + row.unsourced == row.units <= row.of
        assert row.double_coded <= row.units
        assert row.open + row.settled <= row.units
        assert (row.primary == row.units) is (kind == "primary_law")
    assert sum(row.units for row in rows) == len({unit for unit, _, _ in answers})


def test_a_codebook_of_no_record_type_is_refused(study):
    """A codebook made by hand may code what no corpus holds."""
    import attrs

    corpus, codings = study
    odd = attrs.evolve(codings, codebook=attrs.evolve(codings.codebook, unit="amendmnt"))

    with pytest.raises(lt.UnknownNameError, match="Did you mean 'amendment'"):
        lt.quality(corpus, odd)


def test_a_package_takes_its_own_units_only():
    """Codings of amendments outside the package are left out and counted."""
    kz = lt.example("kazakhstan")
    book = lt.read_codebook("restrictive-amendments")
    held = lt.template(kz, book, package="kz-2016-12").column("unit")
    inside, outside = held[0], next(a.id for a in kz.amendments if a.id not in held)
    codings = lt.Codings(
        codebook=book,
        rows=[lt.Coding(unit=u, question="reach", coder="Ada", answer="group") for u in (inside, outside)],
    )
    answer = lt.quality(kz, codings, package="kz-2016-12")

    assert [row.units for row in answer] == [1]
    assert "Left out, since they are not of the package: 1 unit." in answer.notes
