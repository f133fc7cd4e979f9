"""Writes docs/problems.md from the table of problem codes: ``python docs/problems.py``."""

from itertools import groupby
from pathlib import Path

from lawtrack.codes import CODES

PAGE = Path(__file__).with_name("problems.md")

GROUPS = {
    "REF": "References and identity",
    "KND": "Kinds of rule",
    "KEY": "Keys and values",
    "SUB": "Effects and other rules",
    "PEN": "Penalties",
    "TIM": "Time",
    "VOC": "Vocabulary",
    "LNG": "Languages",
    "SRC": "Sources",
    "CLM": "Claims",
    "CRI": "Critiques",
    "GAP": "Gaps",
    "ACT": "Actors",
    "IO": "Files",
    "VER": "Versions",
    "TXT": "Texts",
    "HIS": "Histories of texts",
}
"""Headings by the middle part of a code, in the order of the page; a new group of codes goes at the end."""

HEAD = """\
# Problems by code

This page is written by `docs/problems.py`; do not edit it by hand.

Every problem of a file or corpus has a code that stays the same from version to version. An **error** keeps
a corpus from loading. A **warning** or a **note** does not: the corpus loads, and `lawtrack.validate` tells
them. In a terminal, `lawtrack check --explain CODE` says what is said here. [Files](files.md) shows how a
message looks.
"""


def page() -> str:
    """The whole page, every code once, in the order of the groups and then of the code."""
    order = list(GROUPS)
    codes = sorted(CODES, key=lambda code: (order.index(_group(code)), code))
    parts = [HEAD]
    for group, members in groupby(codes, key=_group):
        rows = "\n".join(f"| `{code}` | {CODES[code].replace('|', chr(92) + '|')} |" for code in members)
        parts.append(f"## {GROUPS[group]}\n\n| code | meaning, and the way out |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def _group(code: str) -> str:
    return code.split("-")[1]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
