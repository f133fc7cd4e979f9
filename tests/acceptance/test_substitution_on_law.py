"""Replacement of words on real law: instructions of amending acts against the official text that results."""

import gzip
import json
import os
from pathlib import Path

import pytest

from lawtrack.texts.substitution import SubstitutionError, apply_substitution, places_of

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("LAWTRACK_ACCEPTANCE_DATA", ROOT / ".." / "shared"))
PATTERN = "corpora/dc_law/cases*.jsonl.gz"


def strings(node):
    """Every text of a tree, in order."""
    yield from (
        node[key] for key in ("reason", "prefix", "num", "heading", "text") if isinstance(node.get(key), str)
    )
    for child in node.get("children", ()):
        yield from strings(child)


def found(node, path):
    """The node of that address, or None."""
    if not path:
        return node
    below = node.get("children", ())
    return next((held for c in below if c.get("num") == path[0] and (held := found(c, path[1:]))), None)


def replacements():
    """Cases in which one instruction replaces words so many times: the file, words out and in, texts before
    and after."""
    files = sorted(DATA.glob(PATTERN))
    if not files:
        pytest.skip(f"no file {PATTERN} under {DATA}; set LAWTRACK_ACCEPTANCE_DATA to the folder that has it")
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for case in map(json.loads, lines):
                instructions = case["instructions"]
                if (
                    case["kind"] == "lapse"
                    or not case["before"]
                    or not case["after"]
                    or len(instructions) != 1
                ):
                    continue
                (one,) = instructions
                target = found(case["before"], one["target"]) if one["op"] == "replace_text" else None
                if target is not None and one.get("count") == 1 and "part" not in one:
                    after = found(case["after"], one["target"]) or {}
                    yield file.name, one["find"], one["replace"], tuple(strings(target)), set(strings(after))


def squeezed(text):
    return " ".join(text.split())


def test_words_are_found_where_the_act_means_them(capsys):
    """The words of an instruction stand in its target as whole words, as often as plain search finds them."""
    cases = [(find, texts) for _, find, _, texts, _ in replacements()]
    same = [
        sum(t.count(find) for t in texts) == sum(len(places_of(t, find)) for t in texts)
        for find, texts in cases
    ]
    with capsys.disabled():
        print(f"\nwords found as printed: {sum(same)} of {len(same)}")

    assert sum(same) >= 0.99 * len(same)


def test_replacing_gives_the_official_text(capsys):
    """Where the words stand once, the text with them replaced is the official one, layout aside."""
    done = right = 0
    for name, find, replace, texts, after in replacements():
        if "unresolved" in name:  # no instruction is known there that leads to the text after
            continue
        holding = [text for text in texts if find in text]
        if len(holding) != 1:
            continue
        done += 1
        try:
            made = apply_substitution(holding[0], find, replace)
        except SubstitutionError:
            continue
        right += squeezed(made) in {squeezed(text) for text in after}
    with capsys.disabled():
        print(f"\nofficial text reached: {right} of {done}")

    assert right >= 0.98 * done
