"""The small study, read once for each test that wants it."""

import pytest
from studies import codebook_in, corpus_in, sheet_in

import lawtrack as lt


@pytest.fixture
def book(tmp_path):
    """Six questions, one of each sort."""
    return codebook_in(tmp_path)


@pytest.fixture
def corpus(tmp_path):
    """Three amendments and one provision."""
    return corpus_in(tmp_path)


@pytest.fixture
def coded(tmp_path, book):
    """Reads rows of a sheet as codings."""
    return lambda rows: lt.read_codings(sheet_in(tmp_path, rows), book)


@pytest.fixture
def faults(tmp_path, book):
    """Reads rows of a sheet that must be refused; gives its problems."""

    def read(rows, corpus=None, **head):
        with pytest.raises(lt.CodingError) as caught:
            lt.read_codings(sheet_in(tmp_path, rows, **head), book, corpus=corpus)
        return caught.value.problems

    return read
