"""What is written is read as what it was: Markdown, Markdown by way of Akoma Ntoso, and periods of force."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.dates import periods
from strategies.texts import HOSTILE
from strategies.trees import trees

import lawtrack as lt
from lawtrack import Unit
from lawtrack.readers.law_xml import read as read_xml
from lawtrack.readers.markdown import body_of, read

TRICKY = [
    "Words.", "Article 5", "  Article 5", "ARTICLE 5.", "# no", "## no", "#no", "\\# x", "\\Article 5",
    "\\\\# x", "\\x", "\\", "---", "--- ", "a\nb", "a\nArticle 5\nb", "a\n## b", "Section 2",
    "Titre II : Des peines", "A. : Of Z", "Partie législative", "- item", "1. item", "key: value",
    "\ufeffWords", "a\u00a0b", "a\u2028b", "Article 4", "Article 222-9",
    *(words for words in HOSTILE if "\r" not in words and "\x00" not in words),
]  # fmt: skip

words = st.one_of(st.sampled_from(TRICKY), st.text("#\\- A5.:ab\n", max_size=8), st.text(max_size=12))
"""Words that look like something else in Markdown."""


def is_plain(said):
    lines = said.split("\n")
    return "\r" not in said and all(lines) and lines == list(map(str.strip, lines))


plain_words = words.filter(is_plain)
"""Words as Markdown has them in a paragraph: no blank line, no blanks at the ends of lines."""

paragraphs = st.builds(Unit, type=st.just("p"), text=plain_words)


def article(number, inner, marks):
    attributes = {"marks": str(marks)} if marks else {}
    return Unit(type="article", num=f"Article {number}", children=inner, attributes=attributes)


def chapter(number, inner, marks):
    attributes = {"marks": str(marks)} if marks else {}
    num = f"Chapitre {number}"
    return Unit(type="chapter", num=num, heading="Des X", children=inner, attributes=attributes)


def chapters_within(levels):
    inner = []
    for level in range(levels, 0, -1):
        inner = [chapter(level, inner, 0)]
    return inner[0]


@st.composite
def laws(draw):
    """Laws in the form of Markdown, all headings with marks or none, with a title."""
    marked = draw(st.booleans())
    some = st.lists(paragraphs, max_size=3)
    chapters = []
    for c in range(draw(st.integers(0, 3))):
        articles = [article(f"{c}{a}", draw(some), 5 * marked) for a in range(draw(st.integers(0, 3)))]
        chapters.append(chapter(c + 1, [*draw(some), *articles], 4 * marked))
    front = draw(st.sampled_from(["", "", '---\ntitle: "X"\nlanguage: "fr"\n---\n']))
    title = draw(st.sampled_from(["Law", "Code of X", "Article 9", "C#", "---"]))
    attributes = {"front": front} if front else {}
    return Unit(type="body", heading=title, children=[*draw(some), *chapters], attributes=attributes)


def markdown(root: Unit) -> str:
    return lt.dump(lt.Expression(work="w", root=root), "markdown")


@given(laws())
def test_any_words_are_read_as_what_they_are(root):
    """Whatever paragraphs say, a text of headings and paragraphs is read as it was written."""
    assert body_of(markdown(root).encode()) == root


@given(trees)
def test_markdown_loses_no_words(tree):
    """A tree of any origin is written with all its words in their order."""

    def plain(strings):
        return "".join(c for c in " ".join(strings) if not c.isspace() and c != ":")

    again = body_of(markdown(tree).encode())
    heads = (unit.attribute("line") or f"{unit.num} {unit.heading}" for _, unit in again.walk())
    lines = [f"{head} {unit.text}" for head, (_, unit) in zip(heads, again.walk(), strict=True)]

    assert plain(lines) == plain(tree.strings())


@pytest.mark.parametrize(
    ("root", "told"),
    [
        (Unit(type="body", children=[Unit(type="p", text="a\n\nb")]), "a"),
        (Unit(type="body", heading="a\nb"), "title would be 'a'"),
        (Unit(type="body", attributes={"front": "no fences"}), "front matter would be ''"),
        (
            Unit(type="body", children=[article(1, [], 0), Unit(type="p", text="late")]),
            "art_1 .* late> would be read as part of it",
        ),
        (Unit(type="body", children=[chapters_within(7)]), "Chapitre 2"),
        (Unit(type="body", children=[Unit(type="p", text="\ud800")]), "D800"),
    ],
)
def test_what_markdown_cannot_say_is_refused(root, told):
    """A text that would be read as another one is refused, and the first unit that differs is named."""
    with pytest.raises(lt.ReadingError, match=told) as fault:
        markdown(root)

    assert fault.value.code == "LT-TXT-026"


def test_an_inserted_article_has_the_marks_of_its_like():
    """An article without marks among others that have them gets as many."""
    law = Unit(type="body", heading="Law", children=[chapter(1, [article(1, [], 5), article(2, [], 5)], 4)])
    new = Unit(type="article", num="Article 1 bis", children=[Unit(type="p", text="New.")])
    after = lt.apply(law, lt.Insertion(target="art_1", where=lt.Place.AFTER, units=new))

    assert "##### Article 1 bis\n\nNew.\n\n##### Article 2" in markdown(after)


def test_narrower_units_beside_wider_ones_do_not_fall_into_them():
    """A section and an article beside it keep their places, which equal marks would not show."""
    section = Unit(type="section", num="Section 1", heading="Of Y", children=[article(1, [], 0)])
    foreword = Unit(type="level", heading="Foreword")
    law = Unit(type="body", heading="Law", children=[foreword, section, article(2, [], 0)])
    again = body_of(markdown(law).encode())

    assert [unit.num or unit.heading for unit in again.children] == ["Foreword", "Section 1", "Article 2"]


def test_bare_headings_get_marks_where_words_do_not_nest_them():
    """An article after the sections of its chapter is told by marks, within the six that there are."""
    kinds = ("Partie I", "Livre Ier", "Titre Ier", "Chapitre III", "Sous-chapitre I")
    section = Unit(type="section", num="Section 1", children=[article(2, [], 0)])
    law = [section, article(1, [], 0)]
    for num in reversed(kinds):
        law = [Unit(type="chapter", num=num, children=law)]
    again = body_of(markdown(Unit(type="body", heading="Law", children=law)).encode())
    for _ in kinds:
        (again,) = again.children

    assert [unit.num for unit in again.children] == ["Section 1", "Article 1"]


LINES = st.sampled_from(
    [
        "Article 1-1", "Article 1-2", "Article 4", "Section 1 : Of X", "Titre II : Of Y", "Annexe 1",
        "Words & <more>", "of two lines", "", "", "## Part", "##### Article 9. Of W", "# Code", "A. : Of Z",
        "\\# no", "\\Article 3", "### ", "§ 5",
    ]
)  # fmt: skip
FRONTS = st.sampled_from(["", "---\ntitle: 'X'\n---\n"])
TEXTS = st.builds("{}{}".format, FRONTS, st.lists(LINES, max_size=20).map("\n".join))


@given(TEXTS)
def test_markdown_goes_through_akoma_ntoso_unchanged(text):
    """Front matter, title, marks, lines as printed and line ends survive being Akoma Ntoso."""
    pytest.importorskip("lxml", reason="reading XML needs the extra xml")
    document = read(text.encode(), "law.md")
    through = read_xml(lt.dump(document).encode(), "law.xml")

    assert lt.dump(through, "markdown") == lt.dump(document, "markdown")


@given(periods(), trees)
def test_a_period_survives_in_akoma_ntoso(period, tree):
    """Start and end of a text are read back as they were, however vague, and change with the expression."""
    pytest.importorskip("lxml", reason="reading XML needs the extra xml")
    law = lt.Expression(work="/akn/kz/act/law/2018-02-20/5", lang="en", root=tree, in_force=period)
    again = read_xml(lt.dump(law).encode(), "law.xml").expression
    later = lt.apply(again, [], in_force=lt.Period.read("2020-01-01..2021-01-01"))

    assert again.in_force == period
    assert read_xml(lt.dump(again).encode(), "law.xml").expression == again
    assert read_xml(lt.dump(later).encode(), "law.xml").expression == later
    assert read_xml(lt.dump(lt.apply(again, [])).encode(), "law.xml").expression.in_force is lt.UNKNOWN


def test_the_expression_is_called_by_its_own_day():
    """A text that changed and has another period is not identified as the one before."""
    pytest.importorskip("lxml", reason="reading XML needs the extra xml")
    iri = "/akn/kz/act/law/2018-02-20/5"
    first = lt.Expression(
        work=iri, lang="en", root=Unit(type="body"), in_force=lt.Period.read("2018-03-01..")
    )
    again = read_xml(lt.dump(first).encode(), "law.xml").expression
    later = lt.dump(lt.apply(again, [], in_force=lt.Period.read("2020-01-01..")))

    assert f'"{iri}/eng@2018-03-01"' in lt.dump(again)
    assert later.count('<FRBRdate date="2020-01-01" name="in force">') == 2
    assert f'"{iri}/eng@2020-01-01"' in later
    assert "2018-03-01" not in later
    assert lt.dump(lt.apply(again, [])).count('<FRBRdate date="2018-02-20" name="work">') == 3


FOREIGN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
<identification source="#x"/><lifecycle source="#x"><eventRef date="2014-07-17" eId="e1" source="#x"/>
<eventRef date="2016-12-31" eId="e2" source="#x"/></lifecycle><temporalData source="#x">
<temporalGroup eId="tg1"><timeInterval refersTo="#force" start="#e1" end="#e2"/></temporalGroup>
</temporalData><references source="#x">
<TLCConcept eId="force" href="/ontology/concept/inForce" showAs="In Force"/></references></meta>
<body period="#tg1"><article><num>1</num><content><p>Words.</p></content></article></body></act></akomaNtoso>
"""


def test_a_period_in_a_file_is_read_and_kept():
    """The interval that a body names as its time of force is the expression's, and is written as it was."""
    pytest.importorskip("lxml", reason="reading XML needs the extra xml")
    law = read_xml(FOREIGN.encode(), "law.xml").expression
    written = lt.dump(law)

    assert str(law.in_force) == "2014-07-17..2016-12-31"
    assert '<body period="#tg1">' in written
    assert "lawtrack" not in written
    assert read_xml(written.encode(), "law.xml").expression == law


def test_a_period_of_another_meaning_is_none_of_force():
    """An interval of efficacy or of no force, or one whose event is not there, says nothing about force."""
    pytest.importorskip("lxml", reason="reading XML needs the extra xml")
    nameless = FOREIGN.replace('"force"', '"x"').replace('"#force"', '"#x"')
    for other in (
        nameless.replace("inForce", "inEfficacy").replace("In Force", "x"),
        nameless.replace("inForce", "notInForce").replace("In Force", "Not in force"),
        FOREIGN.replace('eId="e2"', 'eId="e9"'),
    ):
        assert read_xml(other.encode(), "law.xml").expression.in_force is lt.UNKNOWN
    assert read_xml(nameless.encode(), "law.xml").expression.in_force is not lt.UNKNOWN


def test_attributes_of_other_formats_stay():
    """What another format says beside the words stays in a namespace of its own."""
    pytest.importorskip("lxml", reason="reading XML needs the extra xml")
    told = {"RestrictStartDate": "2014-01-01", "href": "x"}
    unit = Unit(type="article", num="1", text="Words.", attributes=told)
    law = lt.Expression(work="w", root=Unit(type="body", children=[unit]))
    written = lt.dump(law)
    again = read_xml(written.encode(), "law.xml").expression

    assert ' lawtrack:RestrictStartDate="2014-01-01" lawtrack:href="x"' in written
    assert again["art_1"].attribute("lawtrack:RestrictStartDate") == "2014-01-01"
    assert read_xml(lt.dump(again).encode(), "law.xml").expression == again
