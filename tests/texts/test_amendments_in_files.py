"""Every way of changing a text, written in a corpus file, applied on its day and undone."""

import pytest
from attrs import evolve

import lawtrack as lt
from lawtrack.model.modification import MODIFICATIONS

CODE = "/akn/kz/act/code/2014-07-03/226-v"
HEAD = f"""
work = [
    {{ id = "{CODE}" }},
    {{ id = "/akn/kz/act/law/2016-12-22/1", commencement = ["2017-01-07"] }},
]
provision = [
    {{ work = "{CODE}", eid = "art_1", heading = "Fines" }},
    {{ work = "{CODE}", eid = "art_1__para_1" }},
    {{ work = "{CODE}", eid = "art_1__para_2" }},
    {{ work = "{CODE}", eid = "art_2" }},
]

[[wording]]
id = "lt:w/1"
provision = "{CODE}~art_1__para_1"
lang = "en"
in_force = "2015-01-01.."
text = "Ten days, ten days and ten days."

[[wording]]
id = "lt:w/2"
provision = "{CODE}~art_1__para_2"
lang = "en"
in_force = "2015-01-01.."
text = "Paid at once."

[[wording]]
id = "lt:w/3"
provision = "{CODE}~art_2"
lang = "en"
in_force = "2015-01-01.."
text = "First half. Second half."

[[amendment]]
id = "lt:a/1"
instrument = "/akn/kz/act/law/2016-12-22/1"
targets = ["{CODE}"]
"""

BEFORE = ["1 Fines", "1 Ten days, ten days and ten days.", "2 Paid at once.", "2 First half. Second half."]

ARTICLE = '{ type = "article", num = "1-1", text = "New." }'
PARAGRAPH = '{ type = "paragraph", num = "1-1", text = "New." }'
OTHER = '{ type = "article", num = "2", text = "Other." }'
HALVES = (
    '{ type = "article", num = "2", text = "First half." }, '
    '{ type = "article", num = "2-1", text = "Second half." }'
)
BOTH = '{ type = "paragraph", num = "1", text = "Ten days, ten days and ten days. Paid at once." }'
FIRST = 'target = "art_1__para_1"'

CASES = {
    "words, one": (
        f'op = "words", {FIRST}, old = "Ten", new = "Nine"',
        {1: "1 Nine days, ten days and ten days."},
    ),
    "words, nth": (
        f'op = "words", {FIRST}, old = "ten", new = "two", which = 2',
        {1: "1 Ten days, ten days and two days."},
    ),
    "words, last": (
        f'op = "words", {FIRST}, old = "ten", new = "two", which = "last"',
        {1: "1 Ten days, ten days and two days."},
    ),
    "words, each": (
        f'op = "words", {FIRST}, old = "days", new = "weeks", which = "each", count = 3',
        {1: "1 Ten weeks, ten weeks and ten weeks."},
    ),
    "heading": (
        'op = "part", target = "art_1", part = "heading", old = "Fines", new = "Penalties"',
        {0: "1 Penalties"},
    ),
    "provision": (f'op = "substitution", target = "art_2", units = [{OTHER}]', {3: "2 Other."}),
    "inserted before": (
        f'op = "insertion", target = "art_2", where = "before", units = [{ARTICLE}]',
        {2: "2 Paid at once.\n1-1 New."},
    ),
    "inserted after": (
        f'op = "insertion", target = "art_1", where = "after", units = [{ARTICLE}]',
        {2: "2 Paid at once.\n1-1 New."},
    ),
    "inserted into": (
        f'op = "insertion", target = "art_1", where = 1, units = [{PARAGRAPH}]',
        {1: "1 Ten days, ten days and ten days.\n1-1 New."},
    ),
    "repealed": ('op = "repeal", target = "art_1__para_2"', {2: None}),
    "repealed with words": (
        'op = "repeal", target = "art_2", leaving = "Repealed."',
        {3: "2\nRepealed."},
    ),
    "renumbered": (
        'op = "renumbering", target = "art_2", num = "2-1"',
        {3: "2-1 First half. Second half."},
    ),
    "moved": (
        'op = "move", target = "art_1__para_2", to = "art_1__para_1", where = "before"',
        {1: "2 Paid at once.\n1 Ten days, ten days and ten days.", 2: None},
    ),
    "split": (
        f'op = "split", target = "art_2", units = [{HALVES}]',
        {3: "2 First half.\n2-1 Second half."},
    ),
    "joined": (
        f'op = "join", {FIRST}, through = "art_1__para_2", unit = {BOTH}',
        {1: "1 Ten days, ten days and ten days. Paid at once.", 2: None},
    ),
    "wrapped": (
        'op = "wrapping", target = "art_2", num = "1"',
        {3: "2\n1 First half. Second half."},
    ),
    "unwrapped": (
        'op = "wrapping", target = "art_2", num = "1" }, { op = "unwrapping", target = "art_2"',
        {},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_written_applied_and_undone(case, tmp_path):
    """From the file to the text of the day, back by the inverse, and into a file again."""
    written, expected = CASES[case]
    (tmp_path / "code.toml").write_text(f"{HEAD}modifications = [{{ {written} }}]\n", "utf-8")
    corpus = lt.read(tmp_path / "code.toml")
    before, after = (lt.consolidate(corpus, CODE, on=day) for day in ("2017-01-06", "2017-01-07"))
    changes = corpus["lt:a/1"].modifications
    lines = [expected.get(place, line) for place, line in enumerate(BEFORE)]

    assert before.plain_text().splitlines() == BEFORE
    assert after.plain_text() == "\n".join(line for line in lines if line is not None)
    assert lt.apply(after, lt.invert(before, changes)).root == before.root
    lt.write(corpus, tmp_path / "again.toml")
    assert lt.read(tmp_path / "again.toml")["lt:a/1"] == corpus["lt:a/1"]


def test_every_modification_is_written_somewhere_here():
    """A new kind of modification gets a case."""
    written = " ".join(told for told, _ in CASES.values())

    assert [op for op in MODIFICATIONS if f'op = "{op}"' not in written] == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lt.WordSubstitution(target="art_9", old="a", new="b"), "there is no 'art_9'"),
        (lt.WordSubstitution(target="art_2", old="x y", new="b"), "'x y' stands nowhere in it"),
        (lt.WordSubstitution(target="art_1__para_1", old="ten", new="b", which=7), "'ten' stands 2 times"),
        (lt.Renumbering(target="art_2", num="1"), "1 is the number of a unit that begins 'Fines'"),
        (lt.PartSubstitution(target="art_2", part="heading", new="x", old="y"), "it has no heading"),
        (
            lt.Split(target="art_2", units=[lt.Unit(type="article", num="2", text="First.")]),
            "it has 'First.'",
        ),
        (lt.Move(target="art_1", to="art_1__para_1"), "it would go into or beside itself"),
    ],
)
def test_what_does_not_fit_names_amendment_target_and_what_stands_there(change, told, tmp_path):
    """The error of a consolidation says whose instruction it was, about which unit, and what it met."""
    (tmp_path / "code.toml").write_text(HEAD, "utf-8")
    corpus = lt.read(tmp_path / "code.toml")
    corpus = corpus.with_(evolve(corpus["lt:a/1"], modifications=(change,)))

    with pytest.raises(lt.ModificationError) as fault:
        lt.consolidate(corpus, CODE, on="2017-01-07")
    assert f"lt:a/1) of '{change.target}'" in str(fault.value)
    assert told in str(fault.value)
