"""The page of fields and words says what records, rules and their values have."""

import re
import runpy
from enum import Enum
from pathlib import Path

import attrs
import pytest

import lawtrack as lt
from lawtrack.corpus import RECORD_TYPES
from lawtrack.vocabulary import builtin_concepts

DOCS = Path(__file__).parents[1] / "docs"
TEXT = (DOCS / "records.md").read_text("utf-8")
PAGE = runpy.run_path(str(DOCS / "records.py"))
SECTIONS = dict(re.findall(r"^### ([^\n]+)\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL))
KINDS = [tag for tag in lt.KINDS if not tag.startswith("x:")]

OWNERS = [
    *((f"`{word}`", cls) for word, cls in RECORD_TYPES.items()),
    *((f"Kind `{tag}`", lt.KINDS[tag]) for tag in KINDS),
    *((f"Table {PAGE['name_of'](cls)}", cls) for cls in PAGE["value_tables"]()),
]
LINK = re.compile(r"\]\(([\w./-]*)#([^)]+)\)")


def anchors(text):
    """The names that headings have as targets of links, each as often as it occurs."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.MULTILINE)
    return [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]


def test_page_is_current():
    """docs/records.md is what docs/records.py writes today; run that script when records change."""
    assert PAGE["page"]() == TEXT


@pytest.mark.parametrize(("heading", "cls"), OWNERS, ids=[heading for heading, _ in OWNERS])
def test_every_field_has_one_row(heading, cls):
    """A reader who looks for a record, rule or table inside one finds each of its fields once, explained."""
    rows = [row.split(" | ") for row in SECTIONS[heading].splitlines() if row.startswith("| `")]

    assert sorted(row[0].strip("| `") for row in rows) == sorted(a.name for a in attrs.fields(cls) if a.init)
    assert all(len(row) == 4 and all(cell.strip(" |") for cell in row) for row in rows)


def test_every_value_of_a_field_is_explained():
    """Whatever a field of a record or rule leads to is a table or a list of words on the page."""
    named = {"CommencementPart", "DefinitionElement", "Harm", "LifecycleEvent", "Position", "Safeguard"}
    named |= {"Alias", "Saving", "Scope", "Selector", "StandardRef", "Trigger"}

    assert named <= {cls.__name__ for cls in PAGE["value_tables"]()}
    assert {cls.__name__ for cls in PAGE["enumerations"]()} >= {"Change", "Ground", "EventKind", "Openness"}


@pytest.mark.parametrize("cls", PAGE["enumerations"](), ids=lambda cls: cls.__name__)
def test_every_permitted_word_is_listed(cls: type[Enum]):
    """The words of an enumeration stand under its name, all of them and no others."""
    listed = SECTIONS[f"Words {PAGE['name_of'](cls)}"].partition("\nUsed in ")[0].split("\n\n", 1)[1]

    assert sorted(re.findall(r"`([^`]+)`", listed)) == sorted(str(one.value) for one in cls)


@pytest.mark.parametrize("cls", PAGE["NOTATIONS"], ids=lambda cls: cls.__name__)
def test_example_of_a_notation_reads(cls):
    """What the page gives as an example of a notation is one."""
    assert isinstance(cls.read(PAGE["NOTATIONS"][cls][1]), cls)


@pytest.mark.parametrize("concept", builtin_concepts(), ids=lambda concept: concept.id)
def test_concept_stands_with_all_that_includes_it(concept):
    """A concept's row names everything that includes it, at whatever distance."""
    (row,) = re.findall(rf"^\| `{concept.id}` \| ([^|]+) \|([^|]*)\|$", TEXT, re.MULTILINE)
    wider = lt.example("kazakhstan").vocabulary.above(concept.id) - {concept.id}

    assert row[0] == str(concept.label)
    assert set(re.findall(r"`([^`]+)`", row[1])) == wider


def test_headings_can_be_told_apart():
    """No two headings of the page are the same target of a link."""
    assert len(anchors(TEXT)) == len(set(anchors(TEXT)))


@pytest.mark.parametrize("name", ["records.md", "worked-corpus.md", "files.md", "index.md"])
def test_links_to_headings_lead_somewhere(name):
    """A link to a heading, of the same page or another, names one that exists."""
    links = LINK.findall((DOCS / name).read_text("utf-8"))
    broken = [
        (page, anchor)
        for page, anchor in links
        if anchor not in anchors((DOCS / (page or name)).read_text("utf-8"))
    ]

    assert broken == []


def test_field_without_a_meaning_is_refused():
    """A new field that nobody explained stops the page, naming the field and the place to explain it."""

    @attrs.frozen
    class Curfew:
        wobble: str = ""

    with pytest.raises(LookupError, match=r"Curfew\.wobble: say what it means under Attributes"):
        PAGE["meaning"](Curfew, "wobble")
