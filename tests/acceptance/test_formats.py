"""Real files of laws in XML: no text is lost, and what is written reads back as the same."""

import re
from collections import Counter
from pathlib import Path

import pytest

import lawtrack as lt
from lawtrack.model.inline import INLINE, marks_of
from lawtrack.readers.markdown import body_of

etree = pytest.importorskip("lxml.etree", reason="reading XML needs the extra xml")

METADATA = {"meta", "Metadata"}
"""Elements of the formats that hold no text of the law."""


def files(folder: Path) -> list[Path]:
    found = sorted((folder / "corpora" / "formats").rglob("*.xml"))
    if not found:
        pytest.skip(f"no XML below {folder / 'corpora' / 'formats'}")
    return found


def printed(path: Path) -> str:
    """All text of a file outside its metadata, without white space."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.parse(str(path), parser).getroot()

    def words(element):
        if etree.QName(element).localname in METADATA:
            return
        yield element.text or ""
        for child in element:
            yield from words(child)
            yield child.tail or ""

    return re.sub(r"\s+", "", "".join(words(root)))


def held(root: lt.Unit) -> str:
    return re.sub(r"\s+", "", "".join(root.strings()))


def test_no_text_is_lost(acceptance_data):
    """Every character that a file prints is in the tree, as often, whatever the format."""
    lost = {}
    for path in files(acceptance_data):
        wanted, found = Counter(printed(path)), Counter(held(lt.read(path).root))
        if wanted != found:
            lost[path.name] = (wanted - found, found - wanted)

    assert lost == {}


def test_order_is_kept(acceptance_data):
    """Text stands in the tree in the order of the file, except that a number goes before its heading."""
    moved = []
    for path in files(acceptance_data):
        text = lt.read(path)
        wanted = printed(path)
        place = 0
        # Own words of units in turn; numbers and headings may stand on either side of each other.
        for _, unit in text.root.walk():
            if words := re.sub(r"\s+", "", unit.text):
                place = wanted.find(words, place)
                if place < 0:
                    moved.append((path.name, unit))
                    break
                place += len(words)

    assert moved == []


def test_units_have_addresses(acceptance_data):
    """Each unit is found by its own eId, and each numbered unit of a law has a number in it."""
    for path in files(acceptance_data):
        text = lt.read(path)
        for eid, way in text.eids.items():
            assert text.locate(eid) == way, (path.name, eid)


def test_what_is_written_reads_back(acceptance_data, tmp_path):
    """Akoma Ntoso that was read is written without loss of text, structure, addresses or metadata."""
    for path in files(acceptance_data):
        first = lt.read_document(path)
        again = lt.read_document(lt.write(first, tmp_path / path.name))
        if etree.QName(etree.parse(str(path)).getroot()).localname == "akomaNtoso":
            assert again.expression == first.expression, path.name
            assert again.work == first.work, path.name
        assert held(again.expression.root) == held(first.expression.root), path.name
        # Whatever it came from, as Akoma Ntoso it does not change any more.
        assert lt.read(lt.write(again, tmp_path / path.name)) == again.expression, path.name


def numbered(root: lt.Unit) -> list[tuple[int, str, str]]:
    """Every number with its heading, and how many numbered units stand around it."""
    found = []
    depth = {(): 0}
    for path, unit in root.walk():
        around = depth[path[:-1]] if path else 0
        depth[path] = around + bool(unit.num)
        if unit.num:
            found.append((around, unit.num, unit.heading))
    return found


def test_structure_survives_akoma_ntoso(acceptance_data, tmp_path):
    """Numbers, headings, nesting, marks, language and period are those of the file, of any format."""
    for path in files(acceptance_data):
        first = lt.read(path)
        again = lt.read(lt.write(lt.read_document(path), tmp_path / path.name))
        marks = [
            Counter(mark.end - mark.start for _, unit in text.root.walk() for part in INLINE
                    for mark in marks_of(unit, part))
            for text in (first, again)
        ]  # fmt: skip

        assert numbered(again.root) == numbered(first.root), path.name
        assert marks[0] == marks[1], path.name
        assert (again.lang, again.in_force) == (first.lang, first.in_force), path.name


def test_markdown_keeps_every_word(acceptance_data):
    """Written as Markdown and read again, each text has the same words, with a colon after some numbers."""
    for path in files(acceptance_data):
        text = lt.read(path)
        again = body_of(lt.dump(text, "markdown").encode())
        heads = [unit.attribute("line") or f"{unit.num}{unit.heading}" for _, unit in again.walk()]
        words = Counter("".join([*heads, *(unit.text for _, unit in again.walk())]).split())
        found = Counter(re.sub(r"[\s:]+", "", "".join(words.elements())))

        assert found == Counter(held(text.root).replace(":", "")), path.name


def test_a_text_that_is_no_law_is_told(acceptance_data):
    """A judgment is read, and whoever validates it learns that it is none."""
    judgments = [path for path in files(acceptance_data) if b"<judgment" in path.read_bytes()]
    if not judgments:
        pytest.skip("no judgment among the files")

    for path in judgments:
        (problem,) = [p for p in lt.validate(lt.read(path)) if p.code == "LT-TXT-024"]
        assert "judgment, not a law" in problem.read
