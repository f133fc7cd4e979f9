"""CLML, USLM and Canadian federal XML: what becomes what."""

import pytest

import lawtrack as lt
from lawtrack.readers.law_xml import read

pytest.importorskip("lxml", reason="reading XML needs the extra xml")

SECTION = """<P1group RestrictStartDate="2022-10-25"><Title>Schemes</Title>
<P1 id="section-5" IdURI="http://www.legislation.gov.uk/id/ukpga/2022/44/section/5"><Pnumber>
<CommentaryRef Ref="k"/>5</Pnumber>
<P1para><P2 id="section-5-1"><Pnumber>1</Pnumber><P2para><Text>A scheme—</Text><P3 id="section-5-1-a">
<Pnumber>a</Pnumber><P3para><Text>reduces charges, and</Text></P3para></P3><Text>for all.</Text></P2para></P2>
<P2><Pnumber>2</Pnumber><P2para><Text>After subsection (1) insert—</Text>
<BlockAmendment TargetClass="primary">
<P2><Pnumber>1A</Pnumber><P2para><Text>New words.</Text></P2para></P2></BlockAmendment>
<AppendText>, and</AppendText>
</P2para></P2></P1para></P1></P1group>"""

REGULATION = """<Part id="part-2" IdURI="http://www.legislation.gov.uk/id/uksi/2022/1406/part/2">
<Number>PART 2</Number>
<Title>WORKS</Title><Pblock><Title>Powers</Title><P1group><Title>Two at once</Title>
<P1 id="regulation-6"><Pnumber>6</Pnumber><P1para><Text>One.</Text></P1para></P1>
<P1 id="regulation-7"><Pnumber>7</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>Two.</Text>
</P2para></P2></P1para></P1>
</P1group></Pblock></Part>"""

BILL = """<bill xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/"
xml:lang="en"><meta><dc:title>A bill on works</dc:title><docNumber>32</docNumber>
<citableAs>114 S. 32</citableAs></meta>
<preface><dc:title>On works</dc:title><congress value="114">114th CONGRESS</congress></preface><main>
<section identifier="/us/bill/114/s/32/s1"><num value="1">SEC. 1. </num><heading>WORKS.</heading>
<chapeau>Section 9 <amendingAction type="amend">is amended</amendingAction>—</chapeau>
<paragraph><num value="1">(1) </num><content>by <amendingAction type="insert">inserting</amendingAction>
<quotedContent><subsection><num value="b">“(b) </num><content>New.”</content></subsection>
</quotedContent>; and</content>
</paragraph><continuation>as it stands.</continuation></section></main></bill>"""

STATUTE = """<Statute xmlns:lims="http://justice.gc.ca/lims" lims:pit-date="2024-08-19"
lims:current-date="2025-07-24"
lims:id="7" in-force="yes" xml:lang="en"><Identification><LongTitle>An Act respecting works</LongTitle>
<ShortTitle>Works Act</ShortTitle><BillHistory><Stages stage="assented-to"><Date><YYYY>2001</YYYY>
<MM>12</MM><DD>4</DD></Date>
</Stages></BillHistory><Chapter><ConsolidatedNumber>W-1</ConsolidatedNumber></Chapter></Identification><Body>
<Heading level="1"><TitleText>Purpose</TitleText></Heading><Section><MarginalNote>Works</MarginalNote>
<Label>2</Label>
<Subsection lims:inforce-start-date="2003-01-01"><Label>(1)</Label><Text>Works are</Text><Paragraph>
<Label>(a)</Label>
<Text>roads;</Text></Paragraph><ContinuedSectionSubsection><Text>and no others.</Text>
</ContinuedSectionSubsection>
</Subsection></Section></Body></Statute>"""


def text(xml: str) -> lt.Expression:
    return read(xml.encode("utf-8"), "law.xml").expression


def types(unit: lt.Unit) -> list[str]:
    return [inner.type for _, inner in unit.walk()]


def test_clml_section_takes_the_heading_of_its_group():
    """The heading that a group has for one section is that of the section, and so is its period."""
    document = read(SECTION.encode(), "law.xml")
    root = document.expression.root

    assert (root.type, root.num, root.heading) == ("section", "5", "Schemes")
    assert str(document.expression.in_force) == "2022-10-25.."
    assert document.work.id == "http://www.legislation.gov.uk/id/ukpga/2022/44"


def test_clml_group_of_several_keeps_its_heading():
    """A group of two regulations is a unit of its own with the heading once."""
    root = text(REGULATION).root
    group = root.children[0].children[0]

    assert (group.type, group.heading, len(group.children)) == ("hcontainer", "Two at once", 2)
    assert [child.heading for child in group.children] == ["", ""]


def test_clml_levels_follow_the_law():
    """What numbers a level is told by the address: subsections of acts, paragraphs of regulations."""
    assert types(text(SECTION).root)[:2] == ["section", "subsection"]
    assert "art_7__para_1" in text(REGULATION)


def test_clml_words_before_between_and_after():
    """Words before units are an intro, after them a wrapUp, alone the content."""
    first = text(SECTION).root.children[0]

    assert [(child.type, child.text) for child in first.children] == [
        ("intro", "A scheme—"),
        ("paragraph", ""),
        ("wrapUp", "for all."),
    ]


def test_clml_amendment_is_a_quoted_structure():
    """What an act inserts elsewhere does not number its own units."""
    second = text(SECTION).root.children[1]

    assert [child.type for child in second.children] == ["intro", "quotedStructure", "wrapUp"]
    assert second.children[1].children[0].num == "1A"


def test_uslm_names():
    """Chapeau, content and continuation are intro, content and wrapUp; quoted content is a structure."""
    document = read(BILL.encode(), "law.xml")
    section = document.expression["sec_1"]

    assert [child.type for child in section.children] == ["intro", "paragraph", "wrapUp"]
    assert section.num == "SEC. 1."
    assert "quotedStructure" in types(section)
    assert document.expression.root.children[0].children[0].type == "docTitle"


def test_uslm_work():
    """The work is told by the identifiers; the metadata give title, number and names."""
    work = read(BILL.encode(), "law.xml").work

    assert (work.id, work.number, work.jurisdiction) == ("/us/bill/114/s/32", "32", "US")
    assert work.kind.value == "bill"
    assert work.title.text() == "A bill on works"


def test_uslm_amending_actions_are_marks():
    """Marked amending actions keep their kind beside the words."""
    from lawtrack.model.inline import marks_of

    (mark,) = marks_of(text(BILL)["sec_1"].children[0])

    assert (mark.element, mark.attributes) == ("amendingAction", (("type", "amend"),))


def test_canadian_statute():
    """Marginal notes are headings, labels numbers, headings stand between sections."""
    law = text(STATUTE)

    assert (law["sec_2"].num, law["sec_2"].heading) == ("2", "Works")
    assert [child.type for child in law["sec_2__subsec_1"].children] == ["intro", "paragraph", "wrapUp"]
    assert law["sec_2__subsec_1"].attribute("inforce-start-date") == "2003-01-01"
    assert "Purpose" in law.plain_text()


def test_canadian_dates():
    """Assent is an event; the text is in force from its date, and when that ends is open."""
    document = read(STATUTE.encode(), "law.xml")
    force = document.expression.in_force

    assert [(event.kind.value, str(event.date)) for event in document.work.events] == [
        ("signed", "2001-12-04")
    ]
    assert force.contains(lt.EdtfDate.read("2025-01-01")) is True
    assert force.contains(lt.EdtfDate.read("2026-01-01")) is lt.UNKNOWN
    assert force.contains(lt.EdtfDate.read("2024-01-01")) is False
    assert (document.work.short_title.text(), document.work.number) == ("Works Act", "W-1")


def test_repealed_statute_has_no_period():
    """A statute that does not say it is in force has no period made up for it."""
    assert text(STATUTE.replace('in-force="yes"', 'in-force="no"')).in_force is lt.UNKNOWN


ACT = """<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"
xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:dct="http://purl.org/dc/terms/" IdURI="http://www.legislation.gov.uk/id/ukpga/2010/4" xml:lang="en">
<ukm:Metadata><dc:title>Works Act 2010</dc:title><dct:valid>2015-01-01</dct:valid><ukm:PrimaryMetadata>
<ukm:EnactmentDate Date="2010-04-08"/></ukm:PrimaryMetadata></ukm:Metadata><Primary><PrimaryPrelims>
<Title>Works Act 2010</Title><Number>2010 CHAPTER 4</Number></PrimaryPrelims><Body><P1group>
<Title>Works</Title><P1 id="section-1"><Pnumber>1</Pnumber><P1para><Text>Works are—</Text><UnorderedList>
<ListItem><Para><Text>roads.</Text></Para></ListItem></UnorderedList></P1para></P1></P1group></Body><Schedules>
<Title>Schedules</Title><Schedule id="schedule-1"><Number>SCHEDULE 1</Number><TitleBlock>
<Title>Details</Title></TitleBlock><ScheduleBody><P1 id="schedule-1-paragraph-1"><Pnumber>1</Pnumber><P1para>
<Text>Detail.</Text><Tabular><table xmlns="http://www.w3.org/1999/xhtml"><tr><td>a</td><td>b</td></tr></table>
</Tabular></P1para></P1></ScheduleBody></Schedule></Schedules></Primary></Legislation>"""


def test_clml_act_with_its_schedules():
    """A whole act has its days from the metadata; schedules count anew, and write as units that number."""
    document = read(ACT.encode(), "law.xml")
    law = document.expression
    (event,) = document.work.events

    assert (event.kind.value, str(event.date), event.note) == ("signed", "2010-04-08", "enacted")
    assert (document.work.kind.value, str(law.in_force)) == ("law", "2015-01-01..")
    assert [child.type for child in law["sec_1"].children] == ["intro", "list"]
    assert law["attachments__attachment_1__para_1"].num == "1"
    again = read(lt.dump(document).encode(), "law.xml").expression
    assert again["attachments__attachment_1__para_1"].type == "paragraph"
    assert [unit.text for _, unit in again.root.walk() if unit.type == "td"] == ["a", "b"]


@pytest.mark.parametrize(
    "xml",
    [SECTION, REGULATION, BILL, STATUTE, ACT],
    ids=["act", "regulation", "bill", "statute", "schedules"],
)
def test_written_as_akoma_ntoso(xml):
    """Each reads back from Akoma Ntoso with the same words in order, and stays the same from then on."""
    first = text(xml)
    again = read(lt.dump(first).encode(), "law.xml").expression

    assert "".join("".join(again.root.strings()).split()) == "".join("".join(first.root.strings()).split())
    assert read(lt.dump(again).encode(), "law.xml").expression == again
