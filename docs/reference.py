"""Writes docs/reference.md, one line for each public name, from the docstrings: python docs/reference.py"""

import inspect
import re
from pathlib import Path

import lawtrack

PAGE = Path(__file__).with_name("reference.md")

SECTIONS = {
    "Records": (
        "What a corpus holds: frozen, keyword-only, equal by value; change one with `attrs.evolve`.",
        ("corpus", "histories", "model"),
    ),
    "Questions": (
        "Functions that take a corpus first, and the answers they give.",
        ("claims", "comparison", "queries", "validation"),
    ),
    "Texts": (
        "Texts as words and trees: how they differ, and what is done to them.",
        ("consolidation", "texts"),
    ),
    "Coding": ("Codebooks, sheets for coders, and how far coders agree.", ("coding",)),
    "Values": (
        "What fields are made of, and the tools that hold or compare them.",
        (
            "dates", "hedges", "identifiers", "kinds", "languages", "missing", "penalties", "ranges",
            "sentencing", "tables", "texts", "verdicts",
        ),
    ),
    "Clauses": ("Penalty clauses read into sanctions, and sanctions said in words.", ("sanction_text",)),
    "Files": ("In and out.", ("codec", "readers", "writers")),
    "Errors": ("Everything raised on purpose descends from `LawtrackError`.", ("errors",)),
}  # fmt: skip
"""Heading, what stands under it, and the modules of lawtrack whose public names go there."""


def section_of(name: str) -> str:
    """The heading under which a public name goes, told by the module that defines it."""
    thing = getattr(lawtrack, name)
    module = getattr(thing, "__module__", type(thing).__module__).split(".")[1]
    for heading, (_, modules) in SECTIONS.items():
        if module in modules:
            return heading
    raise LookupError(f"{name}: name its module {module!r} under a heading of SECTIONS in docs/reference.py")


def first_sentence(name: str) -> str:
    """What the docstring of a public name says first; for a token, what its type says about it."""
    thing = getattr(lawtrack, name)
    text = inspect.cleandoc(thing.__doc__ or "")
    if isinstance(thing, lawtrack.Missing) and (told := re.search(rf"``{name}`` ([^·.]+)", text)):
        return f"Missing value: {' '.join(told[1].split())}."
    paragraph = " ".join(text.partition("\n\n")[0].split())
    sentence = re.split(r"(?<=[.?!])\s+(?=[A-Z(`*])", paragraph, maxsplit=1)[0]
    return re.sub(r":\w+:`([^`]+)`", r"`\1`", sentence.replace("``", "`")).replace("|", "\\|")


def page() -> str:
    """The whole page."""
    lines = [
        "# Every public name",
        "",
        "Written by `python docs/reference.py` from the docstrings; `help(lawtrack.effects)` shows the rest.",
    ]
    for heading, (about, _) in SECTIONS.items():
        names = [name for name in lawtrack.__all__ if section_of(name) == heading]
        lines += ["", f"## {heading}", "", about, "", "| Name | What it is |", "|---|---|"]
        lines += [f"| `{name}` | {first_sentence(name)} |" for name in names]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    print(f"wrote {PAGE}: {len(lawtrack.__all__)} names")
