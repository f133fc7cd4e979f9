import csv
import io
import json
import re
import sys
import unicodedata
from datetime import date
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.texts import any_texts, hostile_texts, tables

from lawtrack.errors import MissingExtraError, UnknownNameError
from lawtrack.languages import LangMap
from lawtrack.missing import ABSENT, NONE, NOT_APPLICABLE, NOT_STATED, UNKNOWN
from lawtrack.tables import Table, card_html, escape, read_csv_cell

SMALL = Table(
    ("offence", "maximum"),
    [("incitement", 10), ("guests", UNKNOWN)],
    title="Sentences",
    notes=["As of 2017-01-07."],
)


class Tags(HTMLParser):
    """Collects the tags, attributes and text of a fragment."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.cells = set(), set(), []
        self._open = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "br":
            self._open.append(tag)
        if tag == "td":
            self.cells.append("")
        elif tag == "br" and "td" in self._open:
            self.cells[-1] += "\n"

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if "td" in self._open:
            self.cells[-1] += data


def columns_of(text):
    """Terminal columns of a line, counted independently of the library."""
    zero = ("Mn", "Me", "Cf")
    return sum(
        0 if unicodedata.category(c) in zero else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def controls(text):
    return [char for char in text if unicodedata.category(char) == "Cc" and char != "\n"]


@given(tables(), st.integers(20, 120))
def test_no_line_is_wider_than_asked(table, width):
    """Printed text keeps to its width whatever the cells hold."""
    assert all(columns_of(line) <= width for line in table.to_text(width).split("\n"))


@given(tables())
def test_printed_formats_hold_no_control_characters(table):
    """ANSI escapes and other control characters never reach a terminal, a page or a paper."""
    for text in (str(table), table.to_markdown(), table.to_html(), table.to_latex()):
        assert not controls(text)


@given(tables())
def test_markup_in_cells_stays_text(table):
    """Neither HTML nor Markdown lets a cell open a tag of its own."""
    markdown = table.to_markdown().replace("<br>", "")

    assert "<" not in markdown
    assert Tags(table.to_html()).tags <= {
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "div",
        "span",
        "br",
    }
    assert Tags(table.to_html()).attributes <= {"style", "scope", "colspan", "title"}


@given(tables())
def test_markdown_row_has_its_columns(table):
    """Every row of a Markdown table is one line with one unescaped pipe more than there are columns."""
    lines = [line for line in table.to_markdown().split("\n") if line.startswith("| ")]

    assert len(lines) == len(table) + 2
    for line in lines:
        bare = re.sub(r"\\.", "", line)
        assert bare.count("|") == len(table.columns) + 1


@given(tables())
def test_latex_groups_are_balanced(table):
    """Escaped cells leave every brace closed and no bare special sign."""
    latex = table.to_latex()
    bare = re.sub(r"\\[\\{}$&#%_]", "", latex)

    depth = 0
    for char in bare:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0
    assert "#" not in bare
    assert "~" not in bare
    assert latex.count("&") - latex.count("\\&") == (len(table.columns) - 1) * (len(table) + 1)


@given(tables(cell=hostile_texts))
def test_csv_gives_the_original_back(table):
    """CSV read by the standard library, each cell through read_csv_cell, is the table again."""
    header, *rows = csv.reader(io.StringIO(table.to_csv(), newline=""), strict=True)

    assert tuple(map(read_csv_cell, header)) == table.columns
    assert [tuple(map(read_csv_cell, row)) for row in rows] == list(table.rows)


@given(tables(cell=hostile_texts))
def test_csv_runs_no_formula(table):
    """No text cell of a CSV file starts with a sign that a spreadsheet takes for a formula."""
    for row in csv.reader(io.StringIO(table.to_csv(), newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(any_texts)
def test_cell_without_guard_reads_as_itself(text):
    """read_csv_cell takes an apostrophe only from before a formula sign."""
    if not re.match(r"'+[=+\-@\t\r\n＝＋－＠]", text):
        assert read_csv_cell(text) == text


@given(tables())
def test_json_has_one_object_per_row(table):
    """JSON holds every row with every column, keys sorted, and no float."""

    def refuse(text):
        raise AssertionError(f"a float: {text}")

    rows = json.loads(table.to_json(), parse_float=refuse)

    assert [list(row) for row in rows] == [sorted(table.columns)] * len(table)


@given(tables())
def test_printing_is_repeatable(table):
    """The same table prints the same bytes."""
    again = Table(table.columns, table.rows, table.title, table.notes)

    assert again == table
    assert (str(again), again.to_html(), again.to_json()) == (str(table), table.to_html(), table.to_json())


@given(tables())
def test_html_cell_says_what_the_cell_says(table):
    """Reading the HTML back gives one cell per cell; plain texts come through letter for letter."""
    cells = Tags(table.to_html(max_rows=None)).cells
    if table.rows:
        assert len(cells) == len(table) * len(table.columns)
        for shown, cell in zip(cells, (cell for row in table.rows for cell in row), strict=True):
            if isinstance(cell, str) and cell.isprintable():
                assert shown == cell


def test_text_is_aligned():
    """Columns are padded, numbers flush right, the mark explained, the note below."""
    assert str(SMALL).split("\n") == [
        "Sentences",
        "offence     maximum",
        "──────────  ───────",
        "incitement       10",
        "guests            ?",
        "? unknown",
        "Note: As of 2017-01-07.",
    ]


def test_wide_characters_count_double():
    """A Japanese character takes two columns, so the next column still lines up."""
    lines = str(Table(("a", "b"), [("法律", "x"), ("law", "y")])).split("\n")

    assert lines == ["a     b", "────  ─", "法律  x", "law   y"]


def test_long_cell_wraps_in_its_column():
    """A long text wraps at spaces under its own column, the others keep their width."""
    table = Table(("id", "text"), [("a", "one two three four five")])

    assert table.to_text(20).split("\n") == [
        "id  text",
        "──  ────────────────",
        "a   one two three",
        "    four five",
    ]


def test_crowded_table_is_printed_in_blocks():
    """When columns cannot stand side by side each row is a block of lines."""
    table = Table(("first", "second", "third"), [("aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc")])

    assert table.to_text(20).split("\n") == [
        "─" * 20,
        "first   aaaaaaaaaa",
        "second  bbbbbbbbbb",
        "third   cccccccccc",
    ]


def test_escape_sequence_is_shown():
    """An ANSI escape prints as the sign for escape, and an override of direction by its number."""
    text = str(Table(("a",), [("\x1b[31mred\u202e",)]))

    assert text.split("\n")[2] == "␛[31mred‹U+202E›"


def test_each_token_has_its_mark():
    """Five tokens, five marks, and a legend in words for those in use."""
    row = (NOT_STATED, UNKNOWN, NONE, NOT_APPLICABLE, ABSENT)
    lines = str(Table(("a", "b", "c", "d", "e"), [row])).split("\n")

    assert lines[2].split() == ["·", "?", "–", "n/a", "∅"]
    assert lines[3] == "· not stated; ? unknown; – none; n/a not applicable; ∅ absent, did not exist"


def test_token_inside_a_tuple_is_explained():
    """A mark inside a tuple is in the legend too."""
    assert "– none" in str(Table(("a",), [(("x", NONE),)]))


def test_no_token_no_legend():
    """A table without tokens has no legend."""
    assert str(Table(("a",), [("x",)])).split("\n") == ["a", "─", "x"]


def test_values_in_words():
    """Truth values are yes and no, dates ISO, fractions exact, texts by the display fallback."""
    row = (True, date(2016, 12, 22), Fraction(7, 2), LangMap.of({"en": "law", "ru": "закон"}), (1, "b"), None)

    assert Table(tuple("abcdef"), [row]).to_markdown().split("\n")[2] == (
        "| yes | 2016-12-22 | 7/2 | law | 1; b |  |"
    )


def test_empty_table_says_so():
    """Row 66: an empty answer prints its columns, that there are no rows, and its notes, in every format."""
    empty = Table(("offence", "maximum"), notes=["Nothing matched."])

    assert str(empty).split("\n") == [
        "offence  maximum",
        "───────  ───────",
        "no rows",
        "Note: Nothing matched.",
    ]
    for text in (empty.to_markdown(), empty.to_html(), empty.to_latex()):
        assert "no rows" in text
        assert "Nothing matched." in text
    assert (empty.to_csv(), empty.to_json(), empty.to_dicts()) == ("offence,maximum\r\n", "[]\n", [])


def test_html_counts_the_rows_it_leaves_out():
    """Of 262 rows fifty are shown and the rest counted."""
    html = Table(("n",), [(i,) for i in range(262)])._repr_html_()

    assert html.count("<tr") == 1 + 50 + 1
    assert "… 212 more" in html


def test_markdown_cell_is_escaped():
    """Pipes, newlines, underscores and HTML are text in a Markdown cell."""
    line = Table(("a",), [("x|y\nart_1 <b>",)]).to_markdown().split("\n")[2]

    assert line == r"| x\|y<br>art\_1 &lt;b&gt; |"


def test_latex_with_caption_is_a_float():
    """Caption and label make a table float; special signs are escaped, tokens have their marks."""
    latex = Table(("a_b",), [("50 % [x]",), (ABSENT,)]).to_latex(caption="A & B", label="tab:x")

    assert latex.split("\n") == [
        r"\begin{table}[htbp]",
        r"\centering",
        r"\caption{A \& B}",
        r"\label{tab:x}",
        r"\begin{tabular}{l}",
        r"\toprule",
        r"a\_b \\",
        r"\midrule",
        r"50 \% {[}x{]} \\",
        r"$\emptyset$ \\",
        r"\bottomrule",
        r"\end{tabular}",
        r"\par\smallskip{\footnotesize $\emptyset$ absent, did not exist}",
        r"\end{table}",
        "",
    ]


def test_latex_says_when_it_needs_a_unicode_engine():
    """Cyrillic text gets a comment that names the engines; Latin text does not."""
    assert Table(("a",), [("закон",)]).to_latex().startswith("% Compile with XeLaTeX")
    assert Table(("a",), [("law",)]).to_latex(booktabs=False).startswith("\\begin{tabular}{l}\n\\hline")


def test_latex_label_is_checked():
    """A label cannot carry commands."""
    with pytest.raises(ValueError, match="label"):
        SMALL.to_latex(label="x}\\input{y")


def test_csv_keeps_numbers_and_words_of_tokens():
    """A negative number is no formula, a formula gets an apostrophe, a token is its word."""
    table = Table(("n", "t"), [(-5, "=1+1"), (NOT_STATED, "'=1")])

    assert table.to_csv() == "n,t\r\n-5,'=1+1\r\nnot_stated,''=1\r\n"


def test_json_holds_plain_values():
    """Whole numbers stay numbers, fractions are text, texts in languages objects, tokens words."""
    row = (3, Fraction(7, 2), LangMap.of({"ru": "закон"}), UNKNOWN, ("a", NONE), date(2016, 12, 22))
    wanted = {"a": 3, "b": "7/2", "c": {"ru": "закон"}, "d": "unknown", "e": ["a", "none"], "f": "2016-12-22"}

    assert json.loads(Table(("a", "b", "c", "d", "e", "f"), [row]).to_json()) == [wanted]


def test_iterating_gives_dicts():
    """A table iterates over its rows as dicts, with the values themselves."""
    assert (
        list(SMALL)
        == SMALL.to_dicts()
        == [
            {"offence": "incitement", "maximum": 10},
            {"offence": "guests", "maximum": UNKNOWN},
        ]
    )
    assert len(SMALL) == 2


def test_empty_table_is_true():
    """An answer without rows is still an answer."""
    assert Table(("a",))


def test_column_and_select():
    """One column as a tuple; several as a table with title and notes kept."""
    picked = SMALL.select("maximum", "offence")

    assert SMALL.column("maximum") == (10, UNKNOWN)
    assert picked.rows == ((10, "incitement"), (UNKNOWN, "guests"))
    assert (picked.title, picked.notes) == (SMALL.title, SMALL.notes)


def test_wrong_column_names_the_nearest():
    """A column that is not there is an UnknownNameError with the nearest name."""
    with pytest.raises(UnknownNameError) as caught:
        SMALL.column("maximun")

    assert caught.value.near == "maximum"


@pytest.mark.parametrize(
    ("columns", "rows", "error"),
    [
        ((), [], ValueError),
        (("a", "a"), [], ValueError),
        (("a", "b"), [("x",)], ValueError),
        (("a",), [(0.5,)], TypeError),
        ("ab", [], TypeError),
    ],
)
def test_misshapen_table_is_refused(columns, rows, error):
    """No columns, repeated columns, short rows, floats and a text for a list of texts are refused."""
    with pytest.raises(error):
        Table(columns, rows)


def test_width_has_a_floor():
    """Fewer than twenty columns cannot hold a table."""
    with pytest.raises(ValueError, match="20"):
        SMALL.to_text(19)


def test_repr_is_one_line():
    """The repr counts, it does not print the rows."""
    assert repr(SMALL) == "Table('Sentences', 2 columns, 2 rows)"


@pytest.mark.parametrize(
    ("package", "call"), [("pandas", "to_pandas"), ("polars", "to_polars"), ("pyarrow", "to_arrow")]
)
def test_absent_package_names_the_extra(monkeypatch, package, call):
    """Without the package, one sentence says which extra to install."""
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(MissingExtraError, match=r"lawtrack\[frames\]"):
        getattr(SMALL, call)()


FRAME = Table(("n", "text", "day"), [(1, Fraction(1, 2), date(2017, 1, 7)), (UNKNOWN, LangMap.of("a"), None)])
FRAME_COLUMNS = ["n", "n_missing", "text", "day"]


def test_pandas_keeps_whole_numbers_and_tokens():
    """An unknown number is null, and the column beside it says why."""
    pytest.importorskip("pandas")
    frame = FRAME.to_pandas()

    assert list(frame.columns) == FRAME_COLUMNS
    assert str(frame["n"].dtype) == "Int64"
    assert list(frame["n_missing"]) == [None, "unknown"]
    assert list(frame["text"]) == ["1/2", "a"]


def test_polars_keeps_whole_numbers_and_tokens():
    """The same columns in polars, typed."""
    pytest.importorskip("polars")

    assert FRAME.to_polars().to_dicts() == [
        {"n": 1, "n_missing": None, "text": "1/2", "day": date(2017, 1, 7)},
        {"n": None, "n_missing": "unknown", "text": "a", "day": None},
    ]


def test_arrow_keeps_whole_numbers_and_tokens():
    """The same columns in Arrow, typed."""
    pytest.importorskip("pyarrow")

    assert FRAME.to_arrow().to_pydict() == {
        "n": [1, None],
        "n_missing": [None, "unknown"],
        "text": ["1/2", "a"],
        "day": [date(2017, 1, 7), None],
    }


@given(st.lists(hostile_texts, min_size=5, max_size=5), tables())
def test_card_escapes_everything(texts, table):
    """Whatever stands in title, badges, paragraphs and footnotes is text, and every element is closed."""
    title, badge, paragraph, other, footnote = texts
    html = card_html(title, [(badge, "warn")], [paragraph, other], [table], [footnote])
    known = {"table", "caption", "thead", "tbody", "tr", "th", "td", "div", "span", "br", "b", "p"}

    assert Tags(html).tags <= known
    assert not controls(html)


def test_badge_has_a_sign():
    """The tone of a badge is told by a sign as well as a colour, a different one for each."""
    signs = {
        re.search(r"(\S) x</span>", card_html("t", [("x", tone)]))[1]
        for tone in ("neutral", "good", "warn", "bad")
    }

    assert len(signs) == 4


def test_unknown_tone_is_refused():
    """A tone that does not exist is a ValueError that lists the tones."""
    with pytest.raises(ValueError, match="neutral"):
        card_html("t", [("x", "red")])


def test_escape_covers_attributes():
    """Quotes are escaped too, so that the text can stand in an attribute."""
    assert escape("""<a b="c" d='e'>&\x1b""") == "&lt;a b=&quot;c&quot; d=&#x27;e&#x27;&gt;&amp;␛"
