"""XML of unknown origin: nothing is expanded, fetched or read into the void."""

import time

import pytest

import lawtrack as lt
from lawtrack.model.unit import DEEPEST as DEEPEST_TREE
from lawtrack.readers.law_xml import read
from lawtrack.readers.xml import DEEPEST, parse

pytest.importorskip("lxml", reason="reading XML needs the extra xml")

BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<!DOCTYPE Statute [<!ENTITY l0 "lol">{BOMB}]><Statute><Body><Text>&l11;</Text></Body></Statute>'
XXE = """<!DOCTYPE Statute [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<Statute><Body><Section><Text>&x;</Text></Section></Body></Statute>"""
REMOTE = """<!DOCTYPE Statute SYSTEM "http://127.0.0.1:1/law.dtd">
<Statute><Body><Section><Label>1</Label><Text>Words.</Text></Section></Body></Statute>"""
PARAMETER = """<!DOCTYPE Statute [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>
<Statute><Body><Section><Text>Words.</Text></Section></Body></Statute>"""
INCLUDED = """<Statute xmlns:xi="http://www.w3.org/2001/XInclude"><Body><Section><Text>
<xi:include href="file:///etc/passwd" parse="text"/>Words.</Text></Section></Body></Statute>"""


def refused(text: str, **limits: int) -> lt.Problem:
    with pytest.raises(lt.CorpusError) as fault:
        parse(text.encode(), "law.xml", lt.Limits(**limits))
    (problem,) = fault.value.problems
    return problem


@pytest.mark.parametrize("text", [LAUGHS, XXE, PARAMETER], ids=["laughs", "file", "parameter"])
def test_entities_are_refused(text):
    """A file that defines entities is refused at once, and none is expanded or opened."""
    begun = time.perf_counter()
    problem = refused(text)

    assert problem.code == "LT-IO-002"
    assert "root:" not in str(problem)
    assert time.perf_counter() - begun < 2


def test_attributes_do_not_expand_entities():
    """An entity in an attribute is no way around."""
    text = '<!DOCTYPE Statute [<!ENTITY x "words">]><Statute a="&x;"><Body/></Statute>'

    assert refused(text).code == "LT-IO-002"


def test_document_types_are_not_fetched(tmp_path):
    """A document type that lies elsewhere is not looked for; the text reads without it."""
    file = tmp_path / "law.xml"
    file.write_text(REMOTE, "utf-8")

    assert lt.read(file)["sec_1"].plain_text().endswith("Words.")


def test_inclusions_are_not_followed(tmp_path):
    """What a file wants included stays out."""
    file = tmp_path / "law.xml"
    file.write_text(INCLUDED, "utf-8")

    assert lt.read(file).plain_text().strip() == "Words."


def test_size_is_bounded():
    """A file beyond the limit is refused before it is parsed, with the way to raise it."""
    problem = refused("<Statute>" + " " * 100 + "</Statute>", file_bytes=50)

    assert problem.code == "LT-IO-005"
    assert "limits=Limits(file_bytes" in problem.hint


def test_depth_is_bounded():
    """Nesting beyond any law is refused, with the line, and exhausts nothing."""
    for levels in (DEEPEST, DEEPEST + 60):
        problem = refused("<Statute>" + "\n<a>" * levels + "</a>" * levels + "</Statute>")

        assert problem.code == "LT-IO-005"
        assert problem.where.startswith("line ")
        assert problem.hint


def test_the_deepest_that_is_allowed_is_read(tmp_path):
    """What is within the bound of a tree reads and writes without exhausting the stack."""
    inner = DEEPEST_TREE - 6
    file = tmp_path / "law.xml"
    file.write_text(
        "<Statute><Body>" + "<List>" * inner + "words" + "</List>" * inner + "</Body></Statute>", "utf-8"
    )
    text = lt.read(file)

    assert text.plain_text().strip() == "words"
    assert "words" in lt.dump(text)


@pytest.mark.parametrize("text", ["", "words", "<a><b></a>", "<a>\x00</a>", "<a>&nbsp;</a>"])
def test_what_is_no_xml_is_refused(text):
    """What is not well formed is one problem with what was wrong."""
    problem = refused(text)

    assert problem.code == "LT-IO-002"
    assert problem.read


def test_any_encoding_that_is_declared(tmp_path):
    """XML says its encoding itself; it need not be UTF-8."""
    text = '<?xml version="1.0" encoding="ISO-8859-1"?><Statute><Body><Text>Édictée</Text></Body></Statute>'
    file = tmp_path / "law.xml"
    file.write_bytes(text.encode("latin-1"))

    assert lt.read(file).plain_text().strip() == "Édictée"


@pytest.mark.parametrize(
    ("text", "named"),
    [("<html><body/></html>", "html"), ('<rss xmlns="urn:x"/>', "rss of urn:x")],
)
def test_other_xml_is_named(text, named, tmp_path):
    """XML that is no law says so, with the root that was found and those that are known."""
    file = tmp_path / "page.xml"
    file.write_text(text, "utf-8")
    with pytest.raises(lt.CorpusError, match="LT-TXT-025") as fault:
        lt.read(file)

    assert named in str(fault.value)
    assert "akomaNtoso" in str(fault.value)


def test_without_lxml_one_sentence_names_the_extra(tmp_path, monkeypatch):
    """Who lacks lxml is told what to install."""
    import sys

    monkeypatch.setitem(sys.modules, "lxml", None)
    file = tmp_path / "law.xml"
    file.write_text("<Statute/>", "utf-8")

    with pytest.raises(ImportError, match=r"lawtrack\[xml\]"):
        lt.read(file)


@pytest.mark.parametrize(
    "text", [f'<Statute a="{"x" * 11_000_000}"/>', f"<Statute>{'x' * 11_000_000}</Statute>"]
)
def test_long_attributes_and_texts_are_refused(text):
    """One text or attribute of more than any law has is refused as too large, with its place."""
    problem = refused(text)

    assert (problem.code, problem.where[:6]) == ("LT-IO-005", "line 1")


def test_a_wrong_encoding_is_told():
    """Bytes that are not in the encoding of the file are told with place and way out."""
    with pytest.raises(lt.CorpusError) as fault:
        parse("<Statute>Édictée</Statute>".encode("latin-1"), "law.xml")
    (problem,) = fault.value.problems

    assert (problem.code, problem.where) == ("LT-IO-002", "line 1, column 10")
    assert "encoding" in problem.hint


def test_an_empty_document_is_no_law(tmp_path):
    """A root without anything in it is refused."""
    file = tmp_path / "law.xml"
    file.write_text("<akomaNtoso/>", "utf-8")

    with pytest.raises(lt.CorpusError, match="LT-TXT-025"):
        lt.read(file)


@pytest.mark.parametrize(
    "text",
    [
        '<Legislation RestrictStartDate="2022-01-01" RestrictEndDate="2021-01-01"><Body/></Legislation>',
        """<akomaNtoso><act><meta><lifecycle><eventRef eId="a" date="2022-01-01"/>
<eventRef eId="b" date="2021-01-01"/></lifecycle><temporalData><temporalGroup eId="g">
<timeInterval start="#a" end="#b" refersTo="#inForce"/></temporalGroup></temporalData></meta>
<body period="#g"/></act></akomaNtoso>""",
    ],
    ids=["clml", "akn"],
)
def test_a_period_that_ends_before_it_begins_is_told(text, tmp_path):
    """The problem names the file, the place, both days and a way out."""
    file = tmp_path / "law.xml"
    file.write_text(text, "utf-8")
    with pytest.raises(lt.CorpusError) as fault:
        lt.read(file)
    (problem,) = fault.value.problems

    assert (problem.code, problem.file) == ("LT-TXT-028", str(file))
    assert problem.where
    assert "2022-01-01 to 2021-01-01" in problem.read
    assert problem.hint


@pytest.mark.parametrize("given", ["", 'eId="art_1"'])
def test_a_number_many_times_over_takes_no_time(given):
    """Addresses of thousands of articles with one number, or with one address, are found at once."""
    article = f"<article {given}><num>1</num></article>"
    law = f"<akomaNtoso><act><meta/><body>{article * 5000}</body></act></akomaNtoso>"
    begun = time.perf_counter()

    assert len(read(law.encode(), "law.xml").expression.eids) == 5002
    assert time.perf_counter() - begun < 5
