"""Redlines: the same difference in every form, figures that changed, nothing of a text acting as markup."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.texts import HOSTILE
from strategies.trees import trees
from strategies.wordings import pairs

import lawtrack as lt
from lawtrack.model.expression import Expression
from lawtrack.model.unit import Unit
from lawtrack.tables import harmless
from lawtrack.texts.differences import HunkKind
from lawtrack.texts.figures import figures

OLD = """\
Article 1. Theft is punished by up to three years and a fine of 75 000 euros.
This law applies to every person who resides in the territory.
It enters into force on 1 January 2017.
Nobody is heard without counsel « present ».
"""
NEW = """\
Article 1. Theft is punished by up to five years and a fine of 150 000 euros.
It enters into force on 1 March 2017.
Nobody is heard without counsel "present".
This law applies to every person who resides in the territory.
"""
BOTH = st.tuples(pairs, st.sampled_from(HOSTILE), st.sampled_from(HOSTILE)).map(
    lambda held: (held[0][0] + held[1], held[1] + held[0][1] + held[2])
)


class Marks(HTMLParser):
    """Reads the HTML of a redline: what stands in it, without what is deleted or inserted."""

    def __init__(self, html):
        super().__init__()
        self.open, self.old, self.new, self.tags = [], "", "", set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.tags.add(tag)
        assert {name for name, _ in attrs} <= {"class", "style", "title"}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "ins" not in self.open:
            self.old += data
        if "del" not in self.open:
            self.new += data


@given(BOTH)
def test_html_holds_both_texts(pair):
    """Without what is inserted it is the old text, without what is deleted the new one; no tag but ours."""
    shown = lt.redline(*pair)
    marks = Marks(shown.html)

    # A carriage return and the newline after it may stand in two pieces, and then end two lines.
    shows = "".join(marks.old.split("\n")), "".join(marks.new.split("\n"))

    assert shows[1] == "".join(harmless(pair[1]).split("\n"))
    if all(hunk.kind is not HunkKind.LAYOUT for hunk in shown.diff.hunks):
        assert shows[0] == "".join(harmless(pair[0]).split("\n"))
    assert not marks.open
    assert marks.tags <= {"div", "del", "ins", "b", "span"}


@given(BOTH)
def test_markdown_has_no_markup_but_ours(pair):
    """Every sign that Markdown acts upon is escaped, at the start of lines too, and tags are balanced."""
    text = lt.redline(*pair).markdown
    bare = re.sub(r"</?(?:del|ins|b)>|<br>$", "", text, flags=re.MULTILINE)
    plain = re.sub(r"\\.", "", bare)

    assert not set(plain) & set("<>`*_[]|~$\\")
    # A tag at the start of a line, with words behind it, opens no block of its own.
    assert not re.search(r"^\s*(?:[#+=-]|\d+[.)])", text, re.MULTILINE)
    for line in text.splitlines():
        assert all(line.count(f"<{tag}>") == line.count(f"</{tag}>") for tag in ("del", "ins", "b"))


@given(BOTH)
def test_terminal_sees_no_control_but_ours(pair):
    """Only colours are set, and no line leaves one on."""
    for line in lt.redline(*pair).ansi.split("\n"):
        codes = re.findall(r"\x1b\[([\d;]+)m", line)
        assert codes[1::2] == ["0"] * (len(codes) // 2)
        assert not re.search(r"[\x00-\x1f\x7f-\x9f]", re.sub(r"\x1b\[[\d;]+m", "", line))


@given(BOTH)
def test_latex_is_balanced(pair):
    """Braces match, and no sign of LaTeX stands unescaped outside our commands."""
    text = lt.redline(*pair).latex.split("}\n", 4)[-1]
    bare = re.sub(r"\\[a-zA-Z]+(?:\{\})?|\\[{}$&#%_]", "", text)

    assert bare.count("{") == bare.count("}")
    assert not set(bare) & set("\\$&#%^~_")


PRINTED = {
    "textbackslash": "\\", "textasciicircum": "^", "textasciitilde": "~", "textasciigrave": "`",
    "textquotesingle": "'", "textless": "<", "textgreater": ">", "textbar": "|",
}  # fmt: skip


def typeset(latex):
    """What LaTeX would print of a redline but for what is struck out; fails on what it would stumble over."""
    printed, gone, at = "", [False], 0
    while at < len(latex):
        sign = latex[at]
        if command := re.match(r"\\(symbol\{34\}|[a-z]+|[{}$&#%_])(?:\{\})?", latex[at:]):
            name = command[1]
            at += len(command[0])
            if name in ("lawdel", "lawfrom", "lawins", "lawto", "textbf"):
                assert latex[at] == "{"
                gone.append(gone[-1] or name in ("lawdel", "lawfrom"))
                at += 1
                continue
            said = '"' if name.startswith("symbol") else "\n" if name == "par" else PRINTED.get(name, name)
            assert len(said) == 1
        elif sign == "{":
            gone.append(gone[-1])
            at, said = at + 1, ""
        elif sign == "}":
            gone.pop()
            at, said = at + 1, ""
        else:
            assert sign not in "\\$&#%^_~`\"'<>|"
            assert latex[at : at + 2] not in ("--", ",,")
            at, said = at + 1, sign
        printed += said if not gone[-1] else ""
    assert gone == [False]
    return printed


@given(pairs | BOTH)
def test_latex_can_be_read_back(pair):
    """LaTeX stumbles over nothing, and prints the words of the new text where nothing is struck out."""
    text = lt.redline(*pair).latex.split("{\\uline{#1}}}\n")[-1].removeprefix("\n")

    assert "".join(typeset(text).split()) == "".join(harmless(pair[1]).split())


def test_latex_says_when_it_needs_a_unicode_engine():
    """Letters beyond the Latin ones need another engine, which stands on top."""
    assert lt.redline("три года", "пять лет").latex.startswith("% Compile with XeLaTeX")
    assert not lt.redline("three years", "five years").latex.startswith("% Compile with XeLaTeX")


@given(pairs)
def test_plain_text_can_be_read_back(pair):
    """Taking away what is deleted, and the marks, leaves the words of the new text."""
    shown = lt.redline(*pair)
    new = re.sub(r"\[-.*?-\]|\[<.*?<\]|\{[+>]|[+>]\}", "", shown.text)

    assert "".join(new.split()) == "".join(harmless(pair[1]).split())


@given(pairs)
def test_an_unchanged_text_has_no_marks(pair):
    """Of one text twice, every form is the text."""
    shown = lt.redline(pair[0], pair[0])

    assert shown.text == harmless(pair[0])
    assert len(shown.table()) == 0


def test_figures_stand_out_and_the_table_names_them():
    """Durations, amounts and dates that changed are bold, and told first in the third column."""
    shown = lt.redline(OLD, NEW)
    rows = list(shown.table())

    assert [row["what changed"] for row in rows] == [
        "three years → five years; 75 000 euros → 150 000 euros",
        "moved from here",
        "1 January 2017 → 1 March 2017",
        "layout only",
        "moved to here",
    ]
    assert "<b>three</b>" in shown.html
    assert "<b>150 000</b>" in shown.html
    assert "1;" not in shown.text


def test_moved_paragraph_has_marks_of_its_own():
    """A paragraph that went elsewhere is told from one that is new."""
    shown = lt.redline(OLD, NEW)

    assert 'title="moved to here"' in shown.html
    assert "{>This law applies to every person who resides in the territory.>}" in shown.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("puni de cinq ans d'emprisonnement et de 75 000 € d'amende", ["cinq ans", "75 000 €"]),
        ("a term of twenty-five (25) years, a fine of $5,000.50", ["twenty-five (25) years", "$5,000.50"]),
        ("срок до семи лет, штраф 5 000 тенге", ["семи лет", "5 000 тенге"]),
        ("on May 3, 2016, or on 2016-12-22, or on 1.2.2017", ["May 3, 2016", "2016-12-22", "1.2.2017"]),
        ("le 1er janvier 2010, 10 % au plus", ["1er janvier 2010", "10 %"]),
        ("от трех до семи лет", ["трех до семи лет"]),
        ("from 3 to 7 years and 5 to 6", ["3 to 7 years", "5", "6"]),
        ("section 5, the one and only", ["5"]),
        ("kuni viie aasta, kuni 300 trahviühikut", ["viie aasta", "300 trahviühikut"]),
    ],
)
def test_figures_of_a_text(text, expected):
    """A number with what it counts is one figure; numbers written out need a unit."""
    assert [figure.text for figure in figures(text)] == expected


def test_numbers_of_a_rewritten_passage_are_no_change_of_figures():
    """What was written anew has other numbers because it speaks of something else."""
    old = "Under article 2 the court shall hear the accused."
    new = "Every minister reports to parliament on the 12 points of the annual plan."

    assert "→ 12" not in lt.redline(old, new).table().column("what changed")[0].replace("” → “", "")


def test_context_leaves_out_what_is_far_from_a_change():
    """With a context, long stretches without change are counted instead of shown."""
    old = "\n".join(f"Sentence number {n} of this long law." for n in range(200))
    shown = lt.redline(old, old.replace("100 of", "100b of"), context=60)

    assert len(shown.text) < 400
    assert "characters …]" in shown.text
    assert len(lt.redline(old, old + " New.")._repr_html_()) < 2000


def test_table_can_show_every_paragraph():
    """The full table has a row for each paragraph, the short one only for those that differ."""
    shown = lt.redline("One.\nTwo.\nThree.\n", "One.\nTwo!\nThree.\n")

    assert shown.table().column("old") == ("Two.",)
    assert shown.table(full=True).column("new") == ("One.", "Two!", "Three.")


@given(pairs)
def test_full_table_holds_both_texts(pair):
    """The rows of the full table, put together, are both texts, blanks aside."""
    table = lt.redline(*pair).table(full=True)

    for column, text in zip(("old", "new"), pair, strict=True):
        assert "".join("".join(table.column(column)).split()) == "".join(text.split())


@given(trees, trees)
def test_trees_are_shown_by_their_printed_words(old, new):
    """Of trees and expressions the redline is that of their text, a line for each unit."""
    texts = lt.redline(old.plain_text(), new.plain_text())
    expressions = [Expression(work="/akn/xx/act/1", root=root) for root in (old, new)]

    assert lt.redline(old, new) == texts == lt.redline(*expressions)


def test_two_sorts_of_version_are_not_compared():
    """A string and a tree, or something else, are refused by name."""
    with pytest.raises(lt.LawtrackError, match="takes a text as new, not a Unit"):
        lt.redline("text", Unit(type="body"))
    with pytest.raises(TypeError, match="takes a Unit or an Expression as new"):
        lt.diff(Unit(type="body"), "text")
    with pytest.raises(TypeError, match="takes a text, a Unit or an Expression as old"):
        lt.diff(5, 6)
    with pytest.raises(ValueError, match="negative"):
        lt.redline("a", "b", context=-1)
