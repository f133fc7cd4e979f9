"""Corpora to files and back: equal, deterministic, whole or not at all."""

import json
import os
import subprocess
import sys
import tomllib
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies.leaves import free_texts
from strategies.records import corpora

from lawtrack.codec import digest
from lawtrack.corpus import Corpus
from lawtrack.errors import UnknownNameError, WrongTypeError
from lawtrack.languages import LangMap
from lawtrack.missing import is_known
from lawtrack.model.expression import Expression
from lawtrack.model.text import Work
from lawtrack.model.unit import Unit
from lawtrack.readers import read
from lawtrack.writers import dump, write

FORMATS = ("json", "toml")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("corpora")


@pytest.mark.parametrize("format", FORMATS)
@given(corpus=corpora())
@settings(max_examples=40)
def test_what_is_written_reads_back_equal(folder, format, corpus):
    """A corpus in a file is the corpus, title included (I-07)."""
    path = write(corpus, folder / f"corpus.{format}")

    assert read(path) == corpus


@pytest.mark.parametrize("format", FORMATS)
@given(corpus=corpora())
@settings(max_examples=25)
def test_reading_and_writing_again_changes_no_byte(folder, format, corpus):
    """Load and dump give the bytes they were given, and the same digest (I-06, I-08)."""
    path = write(corpus, folder / f"again.{format}")
    again = read(path)

    assert dump(again, format).encode() == path.read_bytes()
    assert digest(again) == digest(corpus)


@pytest.mark.parametrize("format", FORMATS)
@given(corpus=corpora(), random=st.randoms())
@settings(max_examples=25)
def test_the_order_of_records_given_changes_no_byte(format, corpus, random):
    """The same records in any order are the same bytes (I-08)."""
    records = list(corpus)
    random.shuffle(records)

    assert dump(Corpus.of(records, title=corpus.title), format) == dump(corpus, format)


def bytes_under(seed, format):
    program = (
        "import sys, lawtrack as lt; from lawtrack.writers import dump;"
        f"sys.stdout.buffer.write(dump(lt.example('kazakhstan'), {format!r}).encode())"
    )
    env = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
    return subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, check=True).stdout


@pytest.mark.parametrize("format", FORMATS)
def test_another_process_writes_the_same_bytes(format):
    """No byte depends on the seed of hashes or on the locale (I-08)."""
    assert bytes_under("1", format) == bytes_under("2", format) != b""


@given(free_texts.filter(str.strip), free_texts)
def test_any_text_survives_both_formats(folder, title, note):
    """Quotes, control characters, tokens and other scripts come back as they were (I-07)."""
    corpus = Corpus.of([Work(id="w", title=LangMap.of(title), note=note)], title=LangMap.of(title))
    for format in FORMATS:
        assert read(write(corpus, folder / f"text.{format}")) == corpus


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_json_is_in_normal_form(text):
    """Canonical JSON is valid and holds its texts in Unicode normal form C, whatever they were in."""
    told = json.loads(dump(Corpus.of([Work(id="w", note=text)]), "json"))

    assert told["work"][0]["note"] == unicodedata.normalize("NFC", text)


def test_a_line_break_before_an_accent_stays_one():
    """The n of an escaped line break is no letter for a tilde to join."""
    told = dump(Corpus.of([Work(id="w", note="a\n\u0303b")]), "json")

    assert json.loads(told)["work"][0]["note"] == "a\n\u0303b"


@given(corpora())
@settings(max_examples=25)
def test_both_formats_hold_the_same_data(corpus):
    """TOML and JSON of a corpus are the same plain data."""
    assert tomllib.loads(dump(corpus, "toml")) == json.loads(dump(corpus, "json"))


@given(corpora())
@settings(max_examples=25)
def test_json_has_a_line_for_each_record(corpus):
    """Versions of a corpus can be compared line by line: one record, one line."""
    lines = [line.rstrip(",") for line in dump(corpus).split("\n")]
    ids = [json.loads(line)["id"] for line in lines if line.startswith("{") and len(line) > 1]

    assert sorted(ids) == sorted(record.id for record in corpus)


def test_an_unknown_format_is_named(folder):
    """A format lawtrack does not write is refused with the nearest, and no file appears."""
    with pytest.raises(UnknownNameError) as told:
        write(Corpus(), folder / "corpus.tomll")
    assert told.value.near == "toml"
    assert not (folder / "corpus.tomll").exists()


def test_a_failure_leaves_what_stood_there(folder):
    """A corpus that cannot be written leaves the file as it was, and nothing beside it."""
    path = write(Corpus.of([Work(id="w")]), folder / "kept.json")
    before = (path.read_bytes(), sorted(folder.iterdir()))
    with pytest.raises(UnicodeEncodeError):
        write(Corpus.of([Work(id="w", note="\ud800")]), path)

    assert (path.read_bytes(), sorted(folder.iterdir())) == before


def test_an_empty_corpus_reads_back(folder):
    """A corpus without records is a corpus."""
    for format in FORMATS:
        empty = read(write(Corpus(), folder / f"empty.{format}"))

        assert empty == Corpus()
        assert not is_known(empty.title)


def test_a_file_keeps_its_permissions_and_a_link_its_target(tmp_path):
    """Writing over a private file leaves it private; a link goes on leading to the same file."""
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("{}")
    real.chmod(0o600)
    link.symlink_to(real)

    write(Corpus(), link)

    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o600
    assert read(real) == Corpus()


def test_a_folder_is_no_file_to_write(tmp_path):
    """The error names the folder, and nothing else appears in it or beside it."""
    law = Expression(work="w", root=Unit(type="body", text="Words."))
    folder = tmp_path / "folder"
    folder.mkdir()

    with pytest.raises(IsADirectoryError, match="folder' is a folder"):
        write(law, folder, format="akn")
    assert list(tmp_path.rglob("*")) == [folder]


def test_only_modifications_are_told():
    """What is no modification is refused before anything is written."""
    law = Expression(work="w", root=Unit(type="body", text="Words."))

    with pytest.raises(WrongTypeError, match="modifications"):
        dump(law, modifications=[3])
