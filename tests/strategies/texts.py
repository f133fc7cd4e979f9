"""Strategies for texts, language maps, ids and tables."""

from datetime import date

from hypothesis import strategies as st

from lawtrack.identifiers import DOC_TYPES, EId, ExpressionIri, PortionIri, WorkIri
from lawtrack.languages import LANGUAGES, LangMap
from lawtrack.missing import Missing
from lawtrack.tables import Table

HOSTILE = (
    "<script>alert(1)</script>",
    "</td></tr></table><script src=x>",
    '" onmouseover="alert(1)',
    "<img src=x onerror=alert(1)>",
    "=HYPERLINK(1)",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "'=1",
    "''@x",
    "\t=1",
    "\r=1",
    "| a | b |",
    "\\| \\",
    "**bold** _it_ `code`",
    "[x](javascript:alert(1))",
    "\\input{/etc/passwd}",
    "50 % & $x$ #1 {a}~^",
    "[1ex] *",
    "\x1b[31mred\x1b[0m",
    "\x00\x07\x7f\x9b",
    "a\r\nb\u2028c",
    "\u202egnp.exe",
    "日本語の法律",
    "Қазақстан Республикасы",
    "e\u0301",
)
"""Texts that break a careless printer, one way each."""

plain_texts = st.text("abcdefgh ийкқ", min_size=1, max_size=30).filter(str.strip)
any_texts = st.text(max_size=30)
hostile_texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.tuples(st.sampled_from(HOSTILE), any_texts, st.sampled_from(HOSTILE)).map("".join),
    st.text("=+-@'\t\r\n<>&|\\_*[]{}\x1b 日a\"", max_size=12),
)

scripts = st.sampled_from(["Cyrl", "Latn", "Arab"])
regions = st.sampled_from(["KZ", "GB", "US", "RU", "419"])
tags = st.one_of(
    st.just("und"),
    st.sampled_from(sorted(LANGUAGES)),
    st.builds("{}-{}".format, st.sampled_from(["kk", "uz", "sr", "gsw"]), scripts),
    st.builds("{}-{}".format, st.sampled_from(["en", "ru", "es"]), regions),
    st.builds("{}-{}-{}".format, st.sampled_from(["kk", "az"]), scripts, regions),
)
"""Canonical BCP 47 tags."""

lang_maps = st.dictionaries(tags, plain_texts, min_size=1, max_size=4).map(LangMap.of)

labels = st.one_of(
    st.integers(1, 500).map(str),
    st.builds("{}-{}".format, st.integers(1, 60), st.integers(1, 9)),
    st.sampled_from(["a", "b", "4a", "I", "22-4501.01", "479.11", "28:9-102"]),
)
"""Numbers of provisions as the law prints them."""

steps = st.one_of(
    st.tuples(st.sampled_from(["book", "part", "chp", "art", "sec", "para", "subpara", "point"]), labels),
    st.tuples(st.sampled_from(["preamble", "body", "intro"]), st.just("")),
)
eids = st.lists(steps, min_size=1, max_size=4).map(lambda held: EId(tuple(held)))

iri_dates = st.one_of(
    st.dates(date(1800, 1, 1), date(2100, 12, 31)).map(date.isoformat),
    st.dates(date(1800, 1, 1), date(2100, 12, 31)).map(lambda day: day.isoformat()[:7]),
    st.integers(1000, 2100).map(str),
)
slugs = st.from_regex(r"[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
iri_numbers = st.one_of(
    slugs, slugs.map("nn-{}".format), st.integers(1, 3000).map(str), st.sampled_from(["226-v", "28-vi"])
)


@st.composite
def _work_iris(draw: st.DrawFn) -> WorkIri:
    subtype = draw(st.one_of(st.just(""), slugs))
    author = draw(st.one_of(st.just(""), slugs)) if subtype else ""
    return WorkIri(
        jurisdiction=draw(st.sampled_from(["kz", "ru", "gb", "us-dc", "x-eu"])),
        doc_type=draw(st.sampled_from(DOC_TYPES)),
        date=draw(iri_dates),
        number=draw(iri_numbers),
        subtype=subtype,
        author=author,
    )


work_iris = _work_iris()
expression_iris = st.builds(ExpressionIri, work_iris, tags, st.one_of(st.just(""), iri_dates))
portion_iris = st.builds(PortionIri, st.one_of(work_iris, expression_iris), eids)

cells = st.one_of(
    hostile_texts,
    st.integers(-(10**6), 10**6),
    st.booleans(),
    st.fractions(max_denominator=20),
    st.dates(),
    st.sampled_from(Missing),
    lang_maps,
    st.none(),
    st.tuples(hostile_texts, st.sampled_from(Missing), st.integers(0, 9)),
)


def tables(
    cell: st.SearchStrategy[object] = cells,
    column: st.SearchStrategy[str] = hostile_texts,
    max_columns: int = 5,
) -> st.SearchStrategy[Table]:
    """Tables of up to *max_columns* columns and four rows, with hostile titles and notes."""
    names = st.lists(column, min_size=1, max_size=max_columns, unique=True)

    def rows(columns: list[str]) -> st.SearchStrategy[Table]:
        row = st.tuples(*[cell] * len(columns))
        notes = st.lists(hostile_texts, max_size=2)
        return st.builds(Table, st.just(columns), st.lists(row, max_size=4), hostile_texts, notes)

    return names.flatmap(rows)
