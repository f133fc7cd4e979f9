"""Laws in Markdown: headings with marks or as bare lines, labels, strays, and writing them back."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.readers.markdown import read
from lawtrack.readers.markdown_pieces import Cutter
from lawtrack.texts.headings import bare_heading, marked_heading

BARE = """---
title: "Code of examples"
identifier: "X-1"
country: "fr"
language: "fr"
rank: "code"
publication_date: "1990-09-01"
source: "https://example.org/x-1"
---
# Code of examples

Partie législative

Livre Ier : Dispositions

Titre II : Des peines

Article 222-8

L'infraction est punie :

1° D'une amende ;

Article 4

2° D'un emprisonnement.

Article 222-9

Premier alinéa,
coupé en deux lignes.

Section 2

Article 222-9-1 A

Autre.

Partie réglementaire - Décrets

Article R. 610-1

Règlement.
"""

MARKED = """# Code

## Partie législative

#### Titre Ier : De la loi

#### Chapitre II : Du temps

##### Article 112-1

Un.


   Deux.

##### Article 112-1 A

Trois.

Article 112-2

#### Titre II : Des peines

##### Article R610-1

Quatre.
"""


def law(text: str) -> lt.Expression:
    return read(text.encode("utf-8"), "law.md").expression


def lines(unit: lt.Unit) -> list[str]:
    return [inner.text for _, inner in unit.walk() if inner.text]


def test_front_matter_tells_the_work():
    """Title, identifier, country, rank, day, language and source are read; the id is that of the source."""
    document = read(BARE.encode(), "law.md")
    work = document.work

    assert (work.id, work.jurisdiction, work.kind.value) == ("X-1", "FR", "code")
    assert work.title.text("fr") == "Code of examples"
    assert [(alias.scheme, alias.value) for alias in work.aliases] == [("source", "https://example.org/x-1")]
    assert [(event.kind.value, str(event.date)) for event in work.events] == [("published", "1990-09-01")]
    assert document.expression.lang == "fr"


def test_bare_lines_open_articles():
    """A line that is a label opens an article, with letters and prefixes whole."""
    text = law(BARE)

    assert lines(text["222-9-1 A"]) == ["Autre."]
    assert lines(text["Article R. 610-1"]) == ["Règlement."]
    assert text["222-9"].num == "Article 222-9"


def test_a_prefix_is_part_of_a_label():
    """Article R. 610-1 is never taken for article 610-1."""
    text = law("# Law\n\nArticle 610-1\n\nLaw.\n\nArticle R. 610-1\n\nDecree.\n")

    assert lines(text["R. 610-1"]) == lines(text["Article R. 610-1"]) == ["Decree."]
    assert lines(text["610-1"]) == ["Law."]
    assert "R. 610-2" not in text


def test_divisions_nest_by_their_words():
    """Part, book, title, section nest as their words say, without any marks."""
    root = law(BARE).root
    part = root.children[0]

    assert [child.heading or child.num for child in root.children] == [
        "Partie législative",
        "Partie réglementaire - Décrets",
    ]
    assert [part.type, part.children[0].type, part.children[0].children[0].type] == ["part", "book", "title"]


def test_a_stray_line_is_text_and_is_told():
    """A bare Article 4 between 222-8 and 222-9 is a line of 222-8, and whoever validates learns of it."""
    text = law(BARE)

    assert lines(text["222-8"]) == [
        "L'infraction est punie :", "1° D'une amende ;", "Article 4", "2° D'un emprisonnement.",
    ]  # fmt: skip
    assert "Article 4" in next(p.read for p in lt.validate(text) if p.code == "LT-TXT-024")


@pytest.mark.parametrize(
    "labels", [("1", "2", "3"), ("1", "2-1", "3"), ("222-8", "222-8-1", "222-9"), ("5", "4", "6")]
)
def test_no_other_line_is_taken_for_a_stray(labels):
    """Articles of one number, and articles inserted between others, are articles."""
    text = law("# Law\n\n" + "\n\n".join(f"Article {label}\n\nWords." for label in labels) + "\n")

    assert [unit.num for unit in text.root.children] == [f"Article {label}" for label in labels]
    assert text.notes == ()


def test_lines_of_a_paragraph_stay_together():
    """A line break without a blank line is inside a paragraph."""
    assert lines(law(BARE)["222-9"]) == ["Premier alinéa,\ncoupé en deux lignes."]


def test_marks_tell_headings():
    """Where headings have marks, a bare line opens nothing, and equal marks nest by their words."""
    text = law(MARKED)
    title = text.root.children[0].children[0]

    assert [child.type for child in title.children] == ["chapter"]
    assert lines(text["112-1"]) == ["Un.", "Deux."]
    assert lines(text["112-1 A"]) == ["Trois.", "Article 112-2"]
    assert [child.type for child in text.root.children[0].children] == ["title", "title"]


def test_a_label_twice_keeps_both():
    """Two articles of one label are both kept; asking for one lists the two, and validating tells it."""
    text = law("# Law\n\nArticle 1-1\n\nOld.\n\nArticle 1-1\n\nNew.\n\nArticle 1-2\n\nNext.\n")

    with pytest.raises(LookupError, match=r"art_1-1\*1, art_1-1\*2"):
        text["Article 1-1"]
    assert lines(text["art_1-1*2"]) == ["New."]
    assert {p.where for p in lt.validate(text) if p.code == "LT-TXT-023"} == {"art_1-1*1", "art_1-1*2"}


def test_written_as_it_was():
    """A file with one blank line between paragraphs is written back byte for byte."""
    assert lt.dump(law(BARE), "markdown") == BARE


def test_blank_lines_and_indents_are_all_that_changes():
    """Runs of blank lines become one and indents go; then nothing changes any more."""
    once = lt.dump(law(MARKED), "markdown")

    assert once == MARKED.replace("\n\n\n   ", "\n\n")
    assert law(once) == law(MARKED)


def test_what_is_blank_at_the_ends_of_lines_goes():
    """Of lists one inside another the lines stay, one under the other; no-break spaces are blank too."""
    text = "# T\n\nArticle 1\n\n- a\n  - b\n- c\u00a0\n"

    assert lt.dump(law(text), "markdown") == "# T\n\nArticle 1\n\n- a\n- b\n- c\n"


@pytest.mark.parametrize("text", ["#  \n\nwords\n", "# \n\nwords\n\n## A\n\nx\n", "# #\n\nArticle 1\n\nx\n"])
def test_marks_without_words_are_no_title(text):
    """A title of no words would be gone when the text is written, and the text would be another."""
    written = lt.dump(law(text), "markdown")

    assert written.startswith("# \n\n")
    assert law(written).root == law(text).root


def test_a_paragraph_like_a_heading_is_written_with_a_backslash():
    """Words that look like a marked heading stay words."""
    text = lt.Expression(
        work="w",
        root=lt.Unit(
            type="body",
            children=[lt.Unit(type="article", num="1", children=[lt.Unit(type="p", text="# no")])],
        ),
    )
    written = lt.dump(text, "markdown")

    assert "\\# no" in written
    assert lines(law(written).root) == ["# no"]


def test_line_ends_and_byte_order_marks_are_no_text():
    """A file from another system reads the same."""
    other = b"\xef\xbb\xbf" + BARE.replace("\n", "\r\n").encode()

    assert read(other, "law.md").expression.root.children == law(BARE).root.children


def test_what_is_not_utf8_is_refused():
    """A file in another encoding names the byte."""
    with pytest.raises(lt.CorpusError, match="LT-IO-001"):
        read("Édictée".encode("latin-1"), "law.md")


@pytest.mark.parametrize(
    ("line", "element", "num", "heading"),
    [
        ("Livre IV bis : Des crimes", "book", "Livre IV bis", "Des crimes"),
        ("Section unique : Des X", "section", "Section unique", "Des X"),
        ("A. : Des modalités", "hcontainer", "A.", "Des modalités"),
        ("Titre préliminaire", "title", "Titre préliminaire", ""),
        ("Article 1er", "article", "Article 1er", ""),
        ("Article 226-16-1-A", "article", "Article 226-16-1-A", ""),
        ("Artículo 12 bis", "article", "Artículo 12 bis", ""),
        ("Capítulo IV. Delitos", "chapter", "Capítulo IV", "Delitos"),
        ("Глава 2. Наказание", "chapter", "Глава 2", "Наказание"),
        ("Chapitre Ier bis A : Des X", "chapter", "Chapitre Ier bis A", "Des X"),
        ("Article préliminaire", "article", "Article préliminaire", ""),
        ("Article Annexe II", "article", "Article Annexe II", ""),
        ("Article L.O. 119", "article", "Article L.O. 119", ""),
    ],
)
def test_bare_headings(line, element, num, heading):
    """Words of several languages open units, with the number as printed."""
    found = bare_heading(line)

    assert (found.element, found.num, found.heading) == (element, num, heading)


@pytest.mark.parametrize(
    "line",
    [
        "Article 5 du code de procédure pénale",
        "Section 5 of this Act applies.",
        "Titre exécutoire européen.",
        "I. - Le 1° de l'article 223-11 est rédigé comme suit :",
        "R. 635-3 à R. 635-7 et R. 645-6, sont applicables",
        "Art. 511-3. - Le fait de prélever un organe",
        "Partie civile, elle demande réparation.",
        "",
    ],
)
def test_sentences_are_no_headings(line):
    """A sentence that begins like a heading is text."""
    assert bare_heading(line) is None


@pytest.mark.parametrize(
    ("line", "element", "num", "heading", "step"),
    [
        ("### 1. peatükk ÜLDSÄTTED", "chapter", "1. peatükk", "ÜLDSÄTTED", "chp_1"),
        ("##### § 17<sup>1</sup>. Kokkulepe", "article", "§ 17<sup>1</sup>", "Kokkulepe", "art_17-1"),
        ("##### 255-бап. Терроризм актісі", "article", "255-бап", "Терроризм актісі", "art_255"),
        ("## 2-тарау. Жазалар", "chapter", "2-тарау", "Жазалар", "chp_2"),
    ],
)
def test_numbers_before_their_words(line, element, num, heading, step):
    """Estonian and Kazakh headings have the word after the number; raised figures are part of a number."""
    found = marked_heading(line)

    assert (found.element, found.num, found.heading) == (element, num, heading)
    assert lt.Unit(type=element, num=num).step == step


def test_any_marked_line_opens_a_unit():
    """A heading with marks whose words say nothing is a level of its own depth."""
    found = marked_heading("### Foreword")

    assert (found.element, found.heading, found.depth) == ("level", "Foreword", 3)


LINES = st.sampled_from(
    [
        "Article 1-1", "Article 1-2", "Article 2", "Article 4", "Section 1 : Of X", "Titre II : Of Y",
        "Words.",
        "Other words,", "of two lines", "", "", "## Part", "##### Article 9", "#hash", "A. : Of Z",
        "  indented", "   ", "Words at an end. ", "# Law", "#  ", "## ", "# #",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=25).map("\n".join)


@given(TEXTS)
def test_no_line_is_lost(text):
    """Every word of a text is in its tree, in order."""
    root = law(text).root
    printed = []
    for _, unit in root.walk():
        printed += [unit.attribute("line") or f"{unit.num} {unit.heading}", unit.text]

    def plain(said):
        return "".join(c for c in said if c.isalnum())

    assert plain("".join(printed)) == plain(text)


@given(TEXTS)
def test_written_text_reads_the_same(text):
    """What is written reads as the same units, whatever mixture of headings it has."""
    first = law(text)
    again = law(lt.dump(first, "markdown"))

    assert again.root == first.root


@given(st.lists(TEXTS, min_size=2, max_size=5))
def test_a_text_is_cut_alike_after_any_other(texts):
    """Comparing with the version before changes nothing but the time it takes."""
    cutter = Cutter()
    for text in texts:
        body = text.encode()
        pieces = cutter.cut(body)
        alone = Cutter()

        assert [p.data for p in pieces] == [p.data for p in alone.cut(body)]
        assert b"".join(p.data for p in pieces) == body
        assert cutter.tree(cutter.joined(pieces)[0]) == alone.tree(alone.joined(alone.cut(body))[0])


@given(st.text("ab \t\n\u00a0\x0b", max_size=40))
def test_paragraphs_end_at_blank_lines(text):
    """A paragraph is what stands between lines of nothing but spaces and tabs, its lines without spaces."""
    parts = re.split(r"\n[ \t]*\n\s*", text)
    wanted = ["\n".join(line.strip() for line in part.strip().split("\n")) for part in parts]

    assert [unit.text for unit in Cutter().paragraphs(text)] == [words for words in wanted if words]


def test_a_division_that_did_not_change_is_one_unit():
    """What heads a division and all that stands in it make the same unit, whatever its neighbours are."""
    text = (
        "# L\n\n## Part 1\n\n### Article 1\n\nA.\n\n### Article 2\n\nB.\n\n## Part 2\n\n### Article 3\n\nC.\n"
    )
    cutter = Cutter()
    first = cutter.tree(cutter.cut(text.encode()))
    other = cutter.tree(cutter.cut(text.replace("C.", "D.").encode()))
    more = text.replace("## Part 2", "### Article 2 bis\n\nE.\n\n## Part 2")
    longer = cutter.tree(cutter.cut(more.encode()))

    assert other.children[0] is first.children[0]
    assert other.children[1] is not first.children[1]
    assert [len(part.children) for part in longer.children] == [3, 1]
    assert longer.children[1] is first.children[1]
