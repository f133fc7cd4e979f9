"""Akoma Ntoso in and out."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.trees import trees

import lawtrack as lt
from lawtrack.model.inline import Mark, marks_of, written_marks
from lawtrack.readers.law_xml import read

pytest.importorskip("lxml", reason="reading XML needs the extra xml")

LAW = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act">
<meta><identification source="#x"><FRBRWork><FRBRthis value="/akn/kz/act/law/2018-02-20/5/!main"/>
<FRBRuri value="/akn/kz/act/law/2018-02-20/5"/><FRBRdate date="2018-02-20" name="enacted"/>
<FRBRcountry value="kz"/><FRBRnumber value="5"/></FRBRWork><FRBRExpression>
<FRBRlanguage language="eng"/></FRBRExpression></identification>
<publication date="2018-03-01" name="gazette"/></meta>
<preface><p>Law on <docTitle>guests</docTitle></p></preface>
<body><article eId="art_5"><num>Article 5.</num><heading>Duties of <term>hosts</term></heading>
<paragraph eId="art_5__para_1"><num>1.</num><content><p>Hosts  register
 guests, see <ref href="#art_6">article 6</ref>.</p></content></paragraph>
<paragraph eId="art_5__para_2"><num>2.</num><intro><p>They tell:</p></intro>
<point eId="p_a"><num>(a)</num><content><p>names;<eol/>dates</p><p>and places</p></content></point>
<wrapUp><p>without delay.</p></wrapUp></paragraph>
<paragraph><num>3.</num><content><p>In the old law <mod eId="mod_1">after section 1 insert
<quotedStructure eId="q_1"><section><num>1A</num><content><p>New.</p></content></section></quotedStructure>
, and</mod> so on.</p></content></paragraph></article></body></act></akomaNtoso>"""


def read_text(text: str) -> lt.Document:
    return read(text.encode("utf-8"), "law.xml")


@pytest.fixture
def law() -> lt.Expression:
    return read_text(LAW).expression


def test_work_is_what_the_metadata_say():
    """Id, country, number, title and days are read; a day of another meaning is no event but a note."""
    work = read_text(LAW).work

    assert (work.id, work.jurisdiction, work.number) == ("/akn/kz/act/law/2018-02-20/5", "KZ", "5")
    assert work.title.text("en") == "guests"
    assert [(event.kind.value, str(event.date)) for event in work.events] == [
        ("signed", "2018-02-20"),
        ("published", "2018-03-01"),
    ]
    other = read_text(LAW.replace('name="enacted"', 'name="Title 9"')).work
    assert [event.kind.value for event in other.events] == ["published"]
    assert other.note == "The work is dated 2018-02-20 (Title 9)."


def test_units_have_number_heading_and_words(law):
    """An article has its number as printed, its heading and its words with single spaces."""
    assert (law["art_5"].num, law["art_5"].heading) == ("Article 5.", "Duties of hosts")
    assert law["art_5__para_1"].children[0].text == "Hosts register guests, see article 6."
    assert law.lang == "en"


def test_addresses_of_the_file_are_kept(law):
    """An eId in the file is the address, whatever it looks like; others are worked out."""
    assert law["p_a"].num == "(a)"
    assert law["art_5__para_3"].num == "3."


def test_marks_stand_beside_the_words(law):
    """References and terms are kept with their place; a line break parts words."""
    (mark,) = marks_of(law["art_5__para_1"].children[0])

    assert (mark.element, mark.attributes) == ("ref", (("href", "#art_6"),))
    assert law["art_5__para_1"].children[0].text[mark.start : mark.end] == "article 6"
    assert marks_of(law["art_5"], "heading")[0].element == "term"
    assert law["p_a"].children[0].children[0].text == "names; dates"


def test_quoted_units_are_units(law):
    """A section quoted in a sentence is a unit with an address, and the words after it stay after it."""
    assert law["q_1"].children[0].num == "1A"
    assert law["art_5__para_3"].plain_text().split("\n")[-2:] == [", and", "so on."]


def test_what_is_written_is_what_was_read(law):
    """Reading what was written gives the same work and text, with the same metadata."""
    document = read_text(LAW)
    again = read_text(lt.dump(document))

    assert again == document
    assert 'href="#art_6"' in lt.dump(document)
    assert "FRBRcountry" in lt.dump(document)


@pytest.mark.parametrize(
    "namespace",
    [
        "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17",
        "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13",
        "http://www.akomantoso.org/2.0",
    ],
)
def test_other_namespaces_are_the_same_text(namespace, law):
    """Working drafts and version 2.0 read as 3.0 does, metadata included."""
    other = LAW.replace("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", namespace)

    assert read_text(other).expression == law


def test_address_may_be_in_an_id():
    """Akoma Ntoso 2.0 writes addresses in id."""
    assert read_text(LAW.replace("eId=", "id=")).expression["p_a"].num == "(a)"


def test_several_documents_stay_together():
    """A collection with its components is one text, each with its own metadata."""
    inner = LAW.partition(">")[2].rpartition("</akomaNtoso>")[0]
    other = inner.replace("guests", "hosts")
    whole = (
        LAW.partition(">")[0]
        + f"><documentCollection name='c'><meta/></documentCollection>\
<components><component>{inner}</component><component>{other}</component></components></akomaNtoso>"
    )
    document = read_text(whole)

    assert "hosts" in document.expression.plain_text()
    assert read_text(lt.dump(document)).expression == document.expression


def test_an_unknown_language_is_not_guessed():
    """A language that is none leaves UNKNOWN and a note."""
    text = read_text(LAW.replace('language="eng"', 'language="english!"')).expression

    assert text.lang is lt.UNKNOWN
    assert "english!" in text.notes[0]


def test_marks_of_other_words_are_dropped(law):
    """Words changed since they were marked have no marks, and write without them."""
    changed = lt.apply(law, [lt.WordSubstitution(target="art_5__para_1", old="guests", new="visitors")])

    assert marks_of(changed["art_5__para_1"].children[0]) == ()
    assert "<p>Hosts register visitors, see article 6.</p>" in lt.dump(changed)


def test_modifications_are_told_in_the_analysis(law):
    """What a text has undergone stands among its metadata, with target, old and new words."""
    change = lt.WordSubstitution(
        target="art_5__para_1", old="guests", new="visitors & kin", by="/akn/kz/act/1"
    )
    after = lt.apply(law, [change])
    written = lt.dump(after, modifications=[change], before=law)

    assert '<textualMod type="substitution" eId="textualMod_1"' in written
    assert 'href="#art_5__para_1"' in written
    assert 'lawtrack:text="visitors &amp; kin"' in written
    assert written.index("</analysis>") < written.index("</meta>")
    assert read_text(written).expression.plain_text() == after.plain_text()


def test_modifications_are_numbered_after_those_that_are_told(law):
    """A text that tells of modifications gets later ones beside them, with numbers of their own."""
    one, two = (
        lt.WordSubstitution(target="art_5__para_1", old=old, new=new)
        for old, new in (("guests", "visitors"), ("visitors", "strangers"))
    )
    first = lt.apply(law, one)
    again = read_text(lt.dump(first, modifications=[one], before=law)).expression
    written = lt.dump(lt.apply(again, two), modifications=[two], before=again)

    assert [f'eId="textualMod_{n}"' in written for n in (1, 2, 3)] == [True, True, False]
    assert written.count("<passiveModifications>") == written.count("<analysis ") == 1


def test_a_character_that_xml_lacks_is_refused(law):
    """A control character cannot be written and is named with its unit."""
    broken = attrs.evolve(law, root=attrs.evolve(law.root, heading="a\x0bb"))

    with pytest.raises(lt.ReadingError, match=r"U\+000B") as fault:
        lt.dump(broken)
    assert fault.value.code == "LT-TXT-022"


def test_a_character_that_xml_lacks_is_named_with_its_address():
    """In a law of another format too, whose units get their places only while it is written."""
    root = lt.Unit(
        type="body", children=[lt.Unit(type="article", num="7", children=[lt.Unit(type="p", text="a\x0b")])]
    )

    with pytest.raises(lt.ReadingError, match=r"U\+000B in .* at art_7__p was read") as fault:
        lt.dump(lt.Expression(work="w", root=root))
    assert "Take it out" in fault.value.hint


def test_bare_akoma_ntoso_gets_addresses_and_metadata_once():
    """Where a file has none, both are added when it is written; elements, marks and words stay."""
    bare = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a"><body>
    <article><num>1</num><content><p>One<br/>two<eol/>three</p></content></article></body></act></akomaNtoso>"""
    first = read_text(bare).expression
    second = read_text(lt.dump(first)).expression
    third = read_text(lt.dump(second)).expression

    assert [unit.eid for _, unit in first.root.walk()] == ["", "", "", ""]
    assert [unit.eid for _, unit in second.root.walk()] == ["", "", "art_1", "art_1__content"]
    assert marks_of(second["art_1__content"]) == marks_of(first["art_1__content"])
    assert [mark.element for mark in marks_of(second["art_1__content"])] == ["br", "eol"]
    assert second.plain_text() == first.plain_text()
    assert third == second


def test_what_is_written_is_not_too_deep_to_be_read():
    """A tree near the bound is written with levels around it and inside it, and reads as it was."""
    unit = lt.Unit(type="content", text="Words.")
    for n in range(180):
        unit = lt.Unit(type="section", num=str(n), children=[unit])

    assert read_text(lt.dump(lt.Expression(work="w", root=unit))).expression.root.depth > 180


def test_marks_outside_the_words_are_refused():
    """Marks that cannot be meant are an error that shows them."""
    unit = lt.Unit(type="p", text="ab", attributes={"inline": written_marks("ab", [Mark(0, 9, "b")])})

    with pytest.raises(lt.ReadingError) as fault:
        marks_of(unit)
    assert fault.value.code == "LT-TXT-021"


def test_every_unit_has_an_address_of_its_own():
    """A text without addresses is written with them; words that stand twice have two, although one object."""
    line = lt.Unit(type="p", text="The same.")
    articles = [lt.Unit(type="article", num=f"Article {n}", children=[line, line]) for n in (1, 2)]
    text = lt.Expression(work="w", root=lt.Unit(type="body", heading="Law on works", children=articles))
    written = read_text(lt.dump(text)).expression

    given = [unit.eid for _, unit in written.root.walk() if unit.eid]
    assert given == ["art_1", "art_1__p_1", "art_1__p_2", "art_2", "art_2__p_1", "art_2__p_2"]
    assert written["art_2__p_1"].text == "The same."
    assert written.root.children[0].plain_text() == "Law on works"


documents = st.builds(
    lambda head, bodies: head.with_(type="act", children=(*bodies, *head.children)),
    trees.map(lambda tree: tree.with_(heading="Law", text="Own words.")),
    st.lists(trees.map(lambda tree: tree.with_(type="body", heading="Head")), max_size=2),
)


@given(trees | documents)
def test_any_tree_writes_and_keeps_its_words(tree):
    """Whatever a tree looks like, it is written with all its words, and does not change any more."""
    text = lt.Expression(work="/akn/kz/act/law/2018-02-20/5", lang="en", root=tree)
    written = lt.dump(text)
    once = read_text(written).expression
    twice = read_text(lt.dump(once)).expression

    def words(root):
        return sorted("".join("".join(root.strings()).split()))

    assert words(once.root) == words(tree)
    assert twice == once


@pytest.mark.parametrize(
    "words", ["a <p>b</p>", "a<p>b</p>c", "<ref href='#x'>a</ref><p>b</p>", "<p>a</p><p>b</p>"]
)
def test_words_outside_paragraphs_stay_there(words):
    """A file that is not quite valid is written as it was read."""
    law = f"""<akomaNtoso><act><meta/><body><article><num>1</num><content>{words}</content></article></body>
</act></akomaNtoso>"""
    first = read_text(law).expression

    assert read_text(lt.dump(first)).expression == first


@pytest.mark.parametrize("name", ["inline", "front", "marks", "meta", "words"])
def test_attributes_of_a_file_are_not_taken_for_ours(name):
    """An attribute that happens to have a name which lawtrack uses means nothing of that, and is kept."""
    first = read_text(LAW.replace('eId="art_5"', f'eId="art_5" {name}="[1]"', 1)).expression
    again = read_text(lt.dump(first)).expression

    assert first["art_5"].attribute(f"file-{name}") == "[1]"
    assert again == first


def test_a_strange_namespace_is_read_and_told():
    """Without namespace, or with one that is none of Akoma Ntoso, a text is read, and its notes say so."""
    for other in ("", "urn:mine"):
        text = read_text(LAW.replace("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", other)).expression

        assert repr(other) in text.notes[0]
        assert text["art_5"].num == "Article 5."
