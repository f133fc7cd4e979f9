"""What the tests of comparison share: rules written in few words."""

import pytest

import lawtrack as lt


@pytest.fixture(scope="session")
def kz():
    return lt.example("kazakhstan")


@pytest.fixture
def corpus_of(tmp_path):
    """Reads a corpus written in TOML."""

    def of(text):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.toml"
        path.write_text(text, "utf-8")
        return lt.read(path)

    return of
