"""Penalties labelled by hand read, print back and read equal."""

import json
import os
from pathlib import Path

import pytest

from lawtrack.penalties import NotationError, Sanction

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("LAWTRACK_ACCEPTANCE_DATA", ROOT / ".." / "shared"))
FREE_TEXT = (
    "by_reference:",
    "mitigation:",
    "extras:",
    "supervision",
    "limitation",
    "disqualification",
    "fine(legal",
)
"""How the values begin that the data set declares to be free text, besides ``absent``."""


def _rows(pattern):
    files = sorted(DATA.glob(pattern))
    if not files:
        pytest.skip(f"no file {pattern} under {DATA}; set LAWTRACK_ACCEPTANCE_DATA to the folder that has it")
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def _faults(texts):
    """Texts that do not read, or do not come back, with the reason."""
    faults = {}
    for text in texts:
        try:
            sanction = Sanction.read(text)
        except NotationError as fault:
            faults[text] = str(fault)
            continue
        again = Sanction.read(str(sanction))
        normal = sanction.normal_form()
        if again != sanction or again.normal_form() != normal:
            faults[text] = f"reads back as {again}"
        elif Sanction.read(str(normal)).normal_form() != normal:
            faults[text] = f"its normal form is written {normal}"
    return faults


def test_every_reading_of_a_clause_round_trips():
    """Each expected reading, and each alternative one, is valid notation and prints back."""
    texts = {text for row in _rows("gold/sanctions_*.jsonl") for text in (row["gold"], *row["alt"])}

    assert _faults(sorted(texts)) == {}


def test_sentence_changes_in_notation_round_trip():
    """Before and after values read unless declared free text; the few that do not are told with the reason.

    Values with words or several amounts in parentheses where notation has none may stay out, up to 5 %.
    """
    texts = [
        row[side]
        for row in _rows("gold/*_sentence_changes_*.jsonl")
        for side in ("before", "after")
        if row[side] != "absent" and not row[side].startswith(FREE_TEXT)
    ]
    faults = _faults(sorted(set(texts)))
    left_out = [text for text in texts if text in faults]
    for text, reason in faults.items():
        print(f"{texts.count(text)} x {text}\n    {reason}")
    print(f"{len(texts) - len(left_out)} of {len(texts)} values read")

    assert all("(" in text for text in faults)
    assert len(left_out) <= 0.05 * len(texts)
