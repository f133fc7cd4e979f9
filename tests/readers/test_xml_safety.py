"""XML of unknown origin: nothing is expanded, fetched or read into the void."""

import time

import pytest

import lawtrack as lt
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
    """Nesting beyond any law is refused and exhausts nothing."""
    text = "<Statute>" + "<a>" * (DEEPEST + 1) + "</a>" * (DEEPEST + 1) + "</Statute>"

    assert refused(text).code == "LT-IO-005"


def test_the_deepest_that_is_allowed_is_read(tmp_path):
    """What is within the bound reads and writes without exhausting the stack."""
    inner = DEEPEST - 3
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
