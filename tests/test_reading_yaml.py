"""YAML as a format of corpora: what is read as in TOML, and what of YAML is refused."""

import sys

import pytest

import lawtrack as lt
from lawtrack.errors import MissingExtraError, Problem
from lawtrack.readers import yaml as reader

pytest.importorskip("ruamel.yaml", reason="YAML needs the extra yaml")

CORPUS = """
title: A corpus in YAML
source:
  - {id: src/gazette, kind: primary_law, published: 2018-03-01}
work:
  - id: /akn/kz/act/law/2018-02-20/7
    number: "7"
    events:
      - {kind: published, date: 2018-03}
effect:
  - id: effect/fine
    kind: sentence
    change: increased
    before: fine <=5 MCI
    after: fine 5..10 MCI
    by: [/akn/kz/act/law/2018-02-20/7]
    schematic: true
    source: src/gazette
"""

IN_TOML = """
title = "A corpus in YAML"
source = [{ id = "src/gazette", kind = "primary_law", published = "2018-03-01" }]
[[work]]
id = "/akn/kz/act/law/2018-02-20/7"
number = "7"
events = [{ kind = "published", date = "2018-03" }]
[[effect]]
id = "effect/fine"
kind = "sentence"
change = "increased"
before = "fine <=5 MCI"
after = "fine 5..10 MCI"
by = ["/akn/kz/act/law/2018-02-20/7"]
schematic = true
source = "src/gazette"
"""


def faults(folder, text):
    """Problems that keep the text from being a corpus."""
    path = folder / "corpus.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(lt.CorpusError) as caught:
        lt.read(path)
    return caught.value.problems


@pytest.mark.parametrize("suffix", ["yaml", "yml", "YAML"])
def test_yaml_reads_as_toml_does(tmp_path, suffix):
    """The same records in YAML and TOML are the same corpus."""
    (tmp_path / f"a.{suffix}").write_text(CORPUS, "utf-8")
    (tmp_path / "b.toml").write_text(IN_TOML, "utf-8")

    assert lt.read(tmp_path / f"a.{suffix}") == lt.read(tmp_path / "b.toml")


def test_yaml_may_be_included_and_stand_in_a_folder(tmp_path):
    """YAML files of a corpus are found and included like others."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.yml").write_text(CORPUS, "utf-8")
    (tmp_path / "main.toml").write_text('include = ["sub/a.yml"]', "utf-8")

    assert lt.read(tmp_path / "main.toml") == lt.read(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title: a\ntitle: b", ["line 2", 'the key "title" twice', "each key once"]),
        ("work:\n  - {id: a, id: b}", ['the key "id" twice']),
        ("a: &x [1]\nb: *x", ["line 1, column 4", "an anchor or alias", "Write the value out."]),
        ("a: &x {b: 1}\nc:\n  <<: *x", ["an anchor or alias"]),
        ("a:\n  <<: {b: 1}", ["line 2", "a merge key"]),
        ("a: !mine 1", ["the tag !mine"]),
        ("a: !!python/object:os.system {}", ["the tag tag:yaml.org,2002:python/object:os.system"]),
        ("a: !!str 5", ["the tag"]),
        ("%YAML 1.1\n---\ntitle: no", ["a directive"]),
    ],
)
def test_row_54_what_makes_yaml_dangerous_is_refused(tmp_path, text, words):
    """Keys twice, anchors, merge keys, tags and directives have one code, and a place."""
    (problem,) = faults(tmp_path, text)

    assert problem.code == "LT-IO-003"
    assert all(word in str(problem) for word in words), str(problem)


def test_row_54_a_bomb_of_anchors_is_refused_at_once(tmp_path):
    """Nothing is built of a file that multiplies itself: its first anchor is its fault."""
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 30)]

    assert faults(tmp_path, "\n".join(["l0: &l0 [x]", *levels]))[0].where == "line 1, column 5"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [1", "LT-IO-002"),
        ("a:\n\tb: 1", "LT-IO-002"),
        ("- a\n- b", "LT-IO-002"),
        ("5", "LT-IO-002"),
        ("a: 1\n---\nb: 2", "LT-IO-002"),
        ("1: x", "LT-IO-002"),
        ("? [a]\n: 1", "LT-IO-002"),
        ("a: \x01", "LT-IO-002"),
        (f"a: {'9' * 10000}", "LT-IO-005"),
        ("a: " + "[" * 3000 + "]" * 3000, "LT-IO-005"),
    ],
)
def test_what_is_no_table_in_yaml_is_a_problem(tmp_path, text, code):
    """Slips of the notation are problems with a code, never exceptions of the parser."""
    assert [problem.code for problem in faults(tmp_path, text)] == [code]


@pytest.mark.parametrize("value", ["no", "off", "2018-03-01T10:00:00Z", "~", "010", "1.5", "0x10"])
def test_nothing_is_converted(tmp_path, value):
    """A word that older YAML reads as false, a time, nothing or a number is no flag."""
    assert faults(tmp_path, CORPUS.replace("schematic: true", f"schematic: {value}"))[0].code == "LT-KEY-003"


def test_empty_file_is_an_empty_corpus(tmp_path):
    """A file that holds only a comment is a corpus without records."""
    (tmp_path / "a.yaml").write_text("# nothing yet", "utf-8")

    assert len(lt.read(tmp_path / "a.yaml")) == 0


def test_absent_package_names_the_extra(monkeypatch):
    """Without ruamel.yaml one sentence says which extra to install."""
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)
    reader._reader.cache_clear()

    with pytest.raises(MissingExtraError, match=r"pip install 'lawtrack\[yaml\]'"):
        reader.read("a: 1", "a.yaml")


def test_reader_gives_plain_data_or_a_problem():
    """The reader is a function from text to data, like those of the other formats."""
    assert reader.read("a: [1, no, 2016-12-22]", "f") == {"a": [1, "no", "2016-12-22"]}
    assert isinstance(reader.read("a: [", "f"), Problem)
