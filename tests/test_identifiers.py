import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.texts import any_texts, eids, expression_iris, portion_iris, work_iris

from lawtrack.errors import ReadingError
from lawtrack.identifiers import (
    EId,
    ExpressionIri,
    PortionIri,
    WorkIri,
    check_id,
    natural_key,
    read_iri,
    tail,
)

KZ_CODE = WorkIri("kz", "act", "2014-07-03", "226-v", subtype="code")


@given(st.one_of(work_iris, expression_iris, portion_iris))
def test_iri_reads_back_equal(iri):
    """I-03: every IRI printed reads back equal, by its own class and by the common reader."""
    assert type(iri).read(str(iri)) == iri
    assert read_iri(str(iri)) == iri


@given(st.one_of(work_iris, expression_iris, portion_iris))
def test_printed_iri_is_an_id(iri):
    """An IRI is ASCII without spaces."""
    assert check_id(str(iri)) == str(iri)


@given(eids)
def test_eid_reads_back_equal(eid):
    """An eId printed reads back equal."""
    assert EId.read(str(eid)) == eid


@given(eids)
def test_parents_lead_out_of_an_eid(eid):
    """Following parents drops one step at a time, and an eId starts with each of them."""
    seen = 1
    outer = eid
    while (parent := outer.parent) is not None:
        assert eid.starts_with(parent)
        assert not parent.starts_with(outer)
        outer = parent
        seen += 1

    assert seen == len(eid.steps)


near_iris = st.one_of(work_iris, expression_iris, portion_iris, eids).map(str)


@given(near_iris, st.integers(0, 60), st.sampled_from(["", "/", "~", "@", "__", "_", "-", "x", "é", "2014"]))
def test_reader_accepts_only_what_it_prints(text, place, put):
    """An IRI or eId with a character lost or put in is refused, or prints as what was read."""
    for damaged in (text[:place] + put + text[place:], text[:place] + put + text[place + 1 :]):
        for read in (read_iri, EId.read):
            try:
                again = str(read(damaged))
            except ReadingError:
                continue
            assert again == damaged


@given(st.lists(any_texts, unique=True, max_size=8), st.randoms())
def test_natural_order_is_total(texts, rnd):
    """Any texts sort, and to the same order however they came."""
    shuffled = list(texts)
    rnd.shuffle(shuffled)

    assert sorted(shuffled, key=natural_key) == sorted(texts, key=natural_key)
    assert len({natural_key(text) for text in texts}) == len(texts)


@given(st.integers(0, 10**30), st.integers(0, 10**30), st.text("abc_", max_size=4))
def test_numbers_sort_as_numbers(one, other, prefix):
    """Behind the same words, the smaller number stands first."""
    assert (natural_key(f"{prefix}{one}") < natural_key(f"{prefix}{other}")) == (one < other)


@given(eids, eids)
def test_unit_stands_before_what_is_inside_it(outer, inner):
    """An eId sorts before everything within it, and that before the outer one's inserted neighbour."""
    within = EId(outer.steps + inner.steps)

    assert natural_key(str(outer)) < natural_key(str(within))
    assert natural_key(str(within)) < natural_key(f"{outer}-1")


def test_inserted_article_stands_after_its_neighbour():
    """41, its paragraphs, 41-1, 41-2, 41-10, 42: the order of the printed law."""
    wanted = [
        "art_9",
        "art_41",
        "art_41__para_1",
        "art_41__para_10",
        "art_41-1",
        "art_41-2",
        "art_41-10",
        "art_42",
    ]
    mixed = list(wanted)
    random.Random(1).shuffle(mixed)

    assert sorted(mixed, key=natural_key) == wanted


def test_very_long_number_sorts():
    """A run of more digits than int() converts is still a number."""
    assert natural_key("9" * 5000) < natural_key("1" + "0" * 5000)


@pytest.mark.parametrize(
    ("id_", "last"),
    [
        ("lt:kz/effect/2016-12-22/guest-registration", "guest-registration"),
        ("/akn/kz/act/code/2014-07-03/226-v~art_255__para_1", "art_255__para_1"),
        ("/akn/kz/act/code/2014-07-03/226-v", "226-v"),
        ("lt:guests", "guests"),
        ("guests", "guests"),
    ],
)
def test_tail_is_the_last_part(id_, last):
    """The short name of an id is what follows its last separator."""
    assert tail(id_) == last


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=300))
def test_visible_ascii_is_an_id(text):
    """Any visible ASCII text of up to 300 characters can be an id."""
    assert check_id(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("аrt_1", "Character 1 is CYRILLIC SMALL LETTER A."),
        ("art 1", "Character 4 is SPACE."),
        ("art_1\n", "Character 6 is control or unassigned character U+000A."),
        ("e\u0301", "Character 2 is COMBINING ACUTE ACCENT."),
        ("", "It is empty."),
        ("a" * 301, "It has 301 characters."),
        (7, "This is a value of type int, not text."),
    ],
)
def test_bad_id_names_the_character(text, said):
    """Row 36: an id that is not plain ASCII says which character, where, by its Unicode name."""
    with pytest.raises(ReadingError) as caught:
        check_id(text)

    assert (caught.value.code, caught.value.hint) == ("LT-REF-005", said)


def test_work_iri_in_parts():
    """The criminal code of Kazakhstan, read into its parts."""
    assert read_iri("/akn/kz/act/code/2014-07-03/226-v") == KZ_CODE
    assert KZ_CODE.country == "KZ"
    assert not KZ_CODE.provisional


def test_work_with_subtype_and_author():
    """The first part before the date is the subtype, the second the author."""
    read = WorkIri.read("/akn/kz/act/decree/president/1995-08-30/1")

    assert (read.subtype, read.author) == ("decree", "president")


def test_number_may_look_like_a_year():
    """Number 2014 of 2014 is a Work, with a language behind it an expression."""
    work = WorkIri("gb", "act", "2014", "2014")

    assert read_iri("/akn/gb/act/2014/2014") == work
    assert read_iri("/akn/gb/act/2014/2014/eng") == ExpressionIri(work, "en")


def test_number_not_known_is_provisional():
    """nn- marks a stand-in for a number nobody has yet."""
    assert WorkIri.read("/akn/kz/act/law/2016-12-22/nn-extremism-terrorism").provisional


def test_expression_language_is_three_letters_on_the_wire():
    """Tags are BCP 47 in memory and ISO 639-2 in the IRI; a script survives."""
    russian = ExpressionIri(KZ_CODE, "ru", "2017-01-07")
    kazakh = ExpressionIri(KZ_CODE, "kk-Cyrl")

    assert str(russian) == "/akn/kz/act/code/2014-07-03/226-v/rus@2017-01-07"
    assert str(kazakh) == "/akn/kz/act/code/2014-07-03/226-v/kaz-Cyrl"


def test_portion_of_an_expression():
    """What follows the tilde is the eId, of a Work or of an expression."""
    text = "/akn/kz/act/code/2014-07-03/226-v/rus@2017-01-07~art_255__part_1"
    wanted = PortionIri(ExpressionIri(KZ_CODE, "ru", "2017-01-07"), EId((("art", "255"), ("part", "1"))))

    assert read_iri(text) == wanted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("/akn/uk/act/2014/3", "LT-VOC-001"),
        ("/akn/KZ/act/2014/3", "LT-REF-005"),
        ("/akn/kz/akt/2014/3", "LT-REF-005"),
        ("/akn/kz/act/3", "LT-REF-005"),
        ("/akn/kz/act/2014-13/3", "LT-REF-005"),
        ("/akn/kz/act/2014/3/", "LT-REF-005"),
        ("/akn/kz/act/2014/3/ru", "LT-VOC-002"),
        ("/akn/kz/act/2014/3/kaz-cyrl", "LT-VOC-002"),
        ("/akn/kz/act/2014/3/rus@", "LT-REF-005"),
        ("/akn/kz/act/2014/3/rus@soon", "LT-REF-005"),
        ("/akn/kz/act/2014/3/rus/x", "LT-REF-005"),
        ("/akn/kz/act/2014/3/~art_1", "LT-REF-005"),
        ("/akn/kz/act/2014/3~", "LT-REF-005"),
        ("akn/kz/act/2014/3", "LT-REF-005"),
        ("/akn/kz/act/law//2014/3", "LT-REF-005"),
    ],
)
def test_bad_iri_is_refused(text, code):
    """An IRI that breaks the naming convention is refused with the code of what is wrong."""
    with pytest.raises(ReadingError) as caught:
        read_iri(text)

    assert caught.value.code == code


def test_author_needs_a_subtype():
    """An author alone would read back as a subtype, so it is refused."""
    with pytest.raises(ReadingError, match="An author needs a subtype"):
        WorkIri("kz", "act", "2014", "3", author="president")


@pytest.mark.parametrize(
    "text", ["art_", "_1", "art_1__", "art__1", "art_1_2", "Art_1", "art_1~", "art_-1", "1", "art_п"]
)
def test_bad_eid_is_refused(text):
    """Steps are an element and, after one underscore, a number; two underscores join them."""
    with pytest.raises(ReadingError) as caught:
        EId.read(text)

    assert caught.value.code == "LT-REF-005"


def test_element_is_abbreviated():
    """article_1 and art_1 would be two addresses of one article; the hint names the right one."""
    with pytest.raises(ReadingError, match="abbreviates article to art"):
        EId.read("article_1")


def test_article_41_1_is_not_inside_41():
    """Starting with is a matter of steps, not of letters."""
    assert not EId.read("art_41-1").starts_with(EId.read("art_41"))
    assert EId.read("art_41__para_1").starts_with(EId.read("art_41"))


@pytest.mark.parametrize(
    ("eid", "lang", "label"),
    [
        ("art_255__para_1", "en", "art. 255 para. 1"),
        ("art_255__part_1__point_2", "ru", "ст. 255 ч. 1 п. 2"),
        ("art_5__para_1__point_2", "ru", "ст. 5 п. 1 пп. 2"),
        ("art_41-1", "kk-Cyrl", "41-1-бап"),
        ("art_1", "de", "art. 1"),
        ("preamble", "en", "preamble"),
        ("sched_2", "en", "sched 2"),
    ],
)
def test_label_is_how_a_reader_writes_it(eid, lang, label):
    """Labels use the abbreviations of the language, English where it is not known."""
    assert EId.read(eid).label(lang) == label
