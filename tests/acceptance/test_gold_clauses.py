"""Penalty clauses labelled by hand: how many are read exactly, and whether any error is silent.

Scored as the README of the data set says: by language and category, and by phenomenon, on every file
``gold/sanctions_*.jsonl`` there is.
"""

import json
from collections import Counter, defaultdict

import pytest

from lawtrack import Sanction, parse_sanction
from lawtrack.missing import Missing
from lawtrack.sanction_text import LANGUAGES

EXACT = defaultdict(lambda: 0.92, ru=0.97, en=0.97)
SILENT = 0.01
FLAGS = COMPLETE = 0.90


class Score:
    """Counts of one slice of the clauses."""

    def __init__(self):
        self.n = self.exact = self.lenient = self.silent = 0
        self.coded = self.told = self.complete = 0
        self.partial = 0.0

    def add(self, row, parsed, triples):
        form = parsed.sanction.normal_form()
        exact = form == Sanction.read(row["gold"]).normal_form()
        lenient = exact or any(form == Sanction.read(other).normal_form() for other in row["alt"])
        told = {doubt.code for doubt in parsed.ambiguities}
        self.n += 1
        self.exact += exact
        self.lenient += lenient
        self.silent += not lenient and parsed.complete and not told
        self.partial += triples
        self.complete += parsed.complete is row["complete"]
        if row["ambiguities"]:
            self.coded += 1
            self.told += set(row["ambiguities"]) <= told

    def line(self, name):
        share = [f"{value / self.n:.3f}" for value in (self.exact, self.lenient, self.partial)]
        flags = f"{self.told}/{self.coded}" if self.coded else "-"
        whole = f"{self.complete / self.n:.3f}"
        return f"{name:<28}{self.n:>4}  {'  '.join(share)}  {flags:>7}  {whole}  {self.silent:>3}"


HEAD = f"{'':<28}   n  exact  lenient  partial  flags  complete  silent"


def triples_of(sanction):
    """Kind, low and high end of the distinct components of each track; flags, per and cap dropped."""
    counted = Counter()
    for track in sanction.normal_form().tracks:
        if not isinstance(track.options, Missing):
            counted.update(
                {(part.kind, str(part.low), str(part.high)) for option in track.options for part in option}
            )
    return counted


def agreement(ours, theirs):
    """F1 over the triples of two sanctions."""
    common = sum((ours & theirs).values())
    return 2 * common / total if (total := sum(ours.values()) + sum(theirs.values())) else 1.0


@pytest.fixture(scope="module")
def scores(acceptance_data):
    """The score of every slice: by language, by category, by phenomenon."""
    files = sorted(acceptance_data.glob("gold/sanctions_*.jsonl"))
    if not files:
        pytest.skip(f"no gold/sanctions_*.jsonl under {acceptance_data}")
    found = defaultdict(Score)
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            if not line.strip():
                continue
            row = json.loads(line)
            if row["lang"] not in LANGUAGES:
                continue
            parsed = parse_sanction(row["text"], lang=row["lang"], jurisdiction=row["jurisdiction"])
            partial = agreement(triples_of(parsed.sanction), triples_of(Sanction.read(row["gold"])))
            slices = [row["lang"], f"{row['lang']} {row['category']}", "all"]
            for name in slices + [f"{row['lang']}: {phenomenon}" for phenomenon in row["phenomena"]]:
                found[name].add(row, parsed, partial)
    print()
    print(HEAD)
    for name in sorted(found):
        print(found[name].line(name))
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_clauses_are_read_exactly(scores, lang):
    """The share of exact readings is what the language promises."""
    score = scores[lang]

    assert score.exact >= EXACT[lang] * score.n


def test_errors_are_not_silent(scores):
    """A wrong reading says that something is open, but for one in a hundred."""
    score = scores["all"]

    assert score.silent <= SILENT * score.n


def test_ambiguities_are_told(scores):
    """The ambiguities that a careful reader labelled are reported, and so is what was not understood."""
    score = scores["all"]

    assert score.told >= FLAGS * score.coded
    assert score.complete >= COMPLETE * score.n
