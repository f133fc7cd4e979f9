"""Whatever stands in a corpus, no display of it runs anything, loads anything, or reads as something else."""

import csv
import io
import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import records
from strategies.texts import HOSTILE, hostile_texts

import lawtrack as lt
from lawtrack.model.critique import Ground
from lawtrack.model.substance import GapType
from lawtrack.queries.briefs import Brief, BriefLine
from lawtrack.queries.chains import Chain
from lawtrack.queries.selection import Column, Grouping, Selection
from lawtrack.tables import Table

VOID = {"br"}
TAGS = {"div", "b", "span", "p", "table", "caption", "thead", "tbody", "tr", "th", "td", "br"}
ATTRIBUTES = {"style", "scope", "colspan", "title"}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
FORMULA = tuple("=+-@\t\r")
WORDS = (
    "actor",
    "source",
    "statement",
    "work",
    "amendment",
    "package",
    "effect",
    "norm",
    "gap",
    "critique",
    "recommendation",
    "definition",
)


class Audit(HTMLParser):
    """Reads HTML and collects every tag, attribute or nesting that our own printers do not make."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.open, self.faults = [], []

    def handle_starttag(self, tag, attrs_):
        if tag not in TAGS:
            self.faults.append(f"tag {tag}")
        self.faults += [f"attribute {name} of {tag}" for name, _ in attrs_ if name not in ATTRIBUTES]
        self.faults += [
            f"style {v}" for name, v in attrs_ if name == "style" and re.search(r"url|expression|import", v)
        ]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"end of {tag}")

    def handle_data(self, data):
        if "<" in data or ">" in data:
            self.faults.append(f"bare angle bracket in {data!r}")

    def handle_comment(self, data):
        self.faults.append(f"comment {data!r}")

    def handle_decl(self, decl):
        self.faults.append(f"declaration {decl!r}")

    handle_pi = unknown_decl = handle_decl


def faults_of(html):
    """What is wrong with a fragment of HTML."""
    audit = Audit()
    audit.feed(html)
    audit.close()
    faults = audit.faults + [f"left open: {tag}" for tag in audit.open]
    faults += [f"control character {c!r}" for c in CONTROL.findall(html)]
    return faults


def small(text):
    """A corpus of every type of record that questions show, with *text* wherever text may stand."""
    plain = lt.LangMap.of({"en": text if text.strip() else "x"})
    work = lt.Work(id="/akn/kz/act/law/2020-01-01/1", title=plain, number=text)
    power = lt.KINDS["power"](
        holder=("police",), affected=("subscriber",), trigger=lt.Trigger(definition="d/1")
    )
    return lt.Corpus.of(
        [
            lt.Jurisdiction(id="KZ", name=plain),
            lt.Source(id="s/1", title=plain, author=text),
            lt.Source(id="s/2", title=plain),
            lt.Actor(id="a/1", name=plain),
            lt.Statement(id="st/1", source="s/1", label=text, gist=plain),
            work,
            lt.Provision(work=work.id, eid=lt.EId.read("art_1"), heading=plain),
            lt.Amendment(
                id="am/1", instrument=work.id, targets=(f"{work.id}~art_1",), old_text=text, new_text=text
            ),
            lt.Package(id="p/1", label=plain, members=(work.id,)),
            lt.Definition(id="d/1", term=plain, endpoints=(text, text), members=(text,)),
            lt.Effect(
                id="e/1",
                kind="power",
                gist=plain,
                by=("am/1",),
                after=power,
                provisions=(f"{work.id}~art_1",),
            ),
            lt.Effect(
                id="e/2", kind="sentence", gist=plain, by=(work.id,), after=lt.KINDS["sentence"](offence=text)
            ),
            lt.Effect(
                id="e/3", kind="unspecified", by=(work.id,), contradicts=("e/1",), attribution_note=text
            ),
            lt.Norm(id="n/1", kind="unspecified", rule=lt.KINDS["unspecified"](described_as=plain)),
            lt.Gap(id="g/1", expects=plain, type=GapType.NO_REMEDY, standard=text),
            lt.Critique(
                id="c/1",
                critics=("a/1",),
                targets=("e/1", "p/1"),
                grounds=(Ground.SPEED,),
                gist=plain,
                basis_text=work.id,
            ),
            lt.Recommendation(id="r/1", critique="c/1", text=plain, label=text),
            lt.Claim(
                id="cl/1",
                about="p/1",
                source="s/1",
                field="laws",
                quantity=lt.Range.exact(1),
                unit=text,
                says=text,
            ),
            lt.Claim(
                id="cl/2",
                about="p/1",
                source="s/2",
                field="laws",
                quantity=lt.Range.exact(2),
                unit=text,
                value=text,
            ),
            lt.Assertion(
                id="x/1",
                about="e/1",
                source="s/1",
                statement="st/1",
                field=text,
                value=text,
                says=text,
                hedge=lt.Hedge.read(text if text.strip() else "some"),
            ),
            lt.Assertion(id="x/2", about="e/1", source="s/2", field=text, value=f"{text} not", says=text),
        ],
        title=plain,
    )


def answers(corpus):
    """Every result that the questions give on a corpus with these types of records."""
    yield from (
        corpus, lt.brief(corpus), lt.effects(corpus), lt.sentence_changes(corpus), lt.positions(corpus),
        lt.powers(corpus), lt.duties(corpus), lt.exposure(corpus, "resident"), lt.critiques(corpus),
        lt.recommendations(corpus), lt.gaps(corpus), lt.conflicts(corpus),
    )  # fmt: skip
    yield from (lt.coverage(corpus, source=source.id) for source in corpus.sources)
    for work in corpus.works:
        yield from (
            lt.impact(corpus, work.id),
            lt.timeline(corpus, work.id),
            lt.commencement(corpus, work.id),
        )
        yield lt.status(corpus, work.id, on="2020-02-02")
    for record in corpus:
        yield lt.show(corpus, record)
    yield lt.effects(corpus).by("gist")


def check_everything(corpus):
    for answer in answers(corpus):
        assert faults_of(answer._repr_html_()) == []
        assert "\n" not in repr(answer)
        assert not CONTROL.search(repr(answer))
        if answer is not corpus:
            assert not CONTROL.search(str(answer))
            check_markdown(answer)
            check_csv(answer.table())


def check_markdown(answer):
    text = answer.to_markdown() if hasattr(answer, "to_markdown") else answer.table().to_markdown()
    plain = text.replace("<br>", "")
    assert "<" not in plain
    assert not CONTROL.search(plain)
    assert not re.search(r"(?<!\\)\]\(", plain)


def check_csv(table):
    for row in csv.reader(io.StringIO(table.to_csv(), newline="")):
        for cell in row:
            assert not cell.startswith(FORMULA) or re.fullmatch("-?[0-9]+", cell)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    """A corpus with hostile text in every field shows no markup, control character or formula of its own."""
    check_everything(small(text))


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(records.corpora(words=WORDS))
def test_any_corpus_is_displayed_harmlessly(corpus):
    """Whatever records with whatever texts a corpus holds, every display of it is harmless."""
    check_everything(corpus)


# single displays


@given(hostile_texts)
def test_brief_holds_its_texts_as_text(text):
    """Titles, sections, sentences and sources of a brief stay text in every form."""
    brief = Brief(title=text, lines=(BriefLine(section="S", text=text, sources=(text,)),), query=text)

    assert faults_of(brief._repr_html_()) == []
    assert not CONTROL.search(str(brief))
    check_markdown(brief)


@given(hostile_texts)
def test_brief_keeps_one_line_a_bullet(text):
    """No text of a brief opens a line of its own in Markdown."""
    brief = Brief(title=text, lines=(BriefLine(section="S", text=text),))

    assert [line[:2] for line in brief.to_markdown().split("\n") if line] == ["# ", "##", "- "]


@given(st.lists(st.tuples(hostile_texts, hostile_texts), max_size=4), hostile_texts)
def test_selection_holds_its_texts_as_text(rows, text):
    """Cells, titles, notes and echoes of a selection and of its groups stay text."""
    held = Selection(
        rows=rows,
        columns=(Column("x", lambda row: row[0]), Column("y", lambda row: row)),
        title=text,
        notes=(text,),
        query=text,
    )

    for answer in (held, held.by("x")):
        assert faults_of(answer._repr_html_()) == []
        assert "\n" not in repr(answer).replace(text, "")


def test_the_card_of_a_corpus():
    """A corpus shows its title, its counts, and the first of its jurisdictions, works and sources."""
    card = lt.example("kazakhstan")._repr_html_()

    for said in (
        "Kazakhstan: the amendments of December 2016",
        "critiques",
        "Jurisdictions: Kazakhstan",
        "Criminal Code",
        "Sources:",
        "more",
    ):
        assert said in card
    assert len(card) < 4000


def test_the_card_of_nothing():
    """An empty corpus has a card that says so."""
    card = lt.Corpus()._repr_html_()

    assert "Untitled corpus" in card
    assert "no records" in card


def test_cards_tell_the_echo():
    """Every card of an answer ends in the call that gives it."""
    kz = lt.example("kazakhstan")

    for answer in (
        lt.effects(kz),
        lt.brief(kz),
        lt.show(kz, "kill-switch"),
        lt.status(kz, "28-vi", on="2017-01-07"),
    ):
        assert answer._repr_html_().count("(corpus") == 1


@pytest.mark.parametrize("cls", [Brief, Chain, Grouping, Selection, Table, lt.Corpus])
def test_results_have_a_card(cls):
    """Every result and the corpus show themselves in a notebook."""
    assert callable(cls._repr_html_)
