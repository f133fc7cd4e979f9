"""The page of problem codes is the table of problem codes."""

import re
import runpy
from pathlib import Path

import pytest

from lawtrack.codes import CODES

DOCS = Path(__file__).parents[1] / "docs"
TEXT = (DOCS / "problems.md").read_text("utf-8")


def test_page_is_current():
    """docs/problems.md is what docs/problems.py writes today; run that script when codes change."""
    assert runpy.run_path(str(DOCS / "problems.py"))["page"]() == TEXT


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_one_row(code):
    """A reader who has a code finds it once, with its meaning."""
    rows = [line for line in TEXT.splitlines() if line.startswith(f"| `{code}` |")]

    assert len(rows) == 1
    assert CODES[code].replace("|", "\\|") in rows[0]


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_guides_name_only_codes_that_exist(page):
    """A code named in a guide is one that lawtrack has."""
    named = set(re.findall(r"LT-[A-Z]+-[0-9]{3}", page.read_text("utf-8")))

    assert named <= set(CODES)
