"""Corpora that the tests of the questions share."""

import pytest
from small_corpora import SMALL, SMALLEST, corpus_of


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """A corpus with one or two records of everything that questions ask about."""
    return corpus_of(SMALL, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def smallest(tmp_path_factory):
    """One work, one amendment, one effect, one source."""
    return corpus_of(SMALLEST, tmp_path_factory.mktemp("smallest"))
