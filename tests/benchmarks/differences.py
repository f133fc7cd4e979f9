"""Differences of real law against rapidfuzz, difflib, redlines and xmldiff: time, size, hunks, memory.

The material is that of the acceptance tests; without it, and for a smoke run, a few made-up texts are used.
A ratio is ours by theirs; the aim is the largest that is wanted.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import lawtrack as lt
from lawtrack.model.unit import Unit
from lawtrack.texts.affixes import shared_end, shared_start

from .law_texts import Pair, ecfr_trees, small_wordings, whole_laws
from .timing import in_turns, ms

__all__ = ["differences_measured"]

Row = tuple[str, ...]
Span = tuple[int, int, int, int]

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("LAWTRACK_ACCEPTANCE_DATA", ROOT.parent / "shared"))
PLAIN_TOKENS = re.compile(r"\w+|\W")
# rapidfuzz keeps a bit for each pair of tokens that its ends do not share; more than this is not asked of it.
MOST_PAIRS = 1 << 33


def ratio_row(
    what: str, ours: float, against: str, theirs: float, most: float | None, *, time: bool = True
) -> Row:
    """One line: two times or two numbers, their ratio, and the largest ratio that is wanted."""
    show: Callable[[float], str] = ms if time else (lambda number: f"{number:.6g}")
    ratio = ours / theirs if theirs else float("inf")
    told = ("", "") if most is None else (f"{most:.3g}×", "yes" if ratio <= most else "NO")
    return what, show(ours), "", against, show(theirs), f"{ratio:.3g}", *told


def plain_rapidfuzz(old: str, new: str) -> tuple[list[str], list[str], Any]:
    """The rival: every token of both texts through rapidfuzz."""
    from rapidfuzz.distance import Indel

    ours, theirs = PLAIN_TOKENS.findall(old), PLAIN_TOKENS.findall(new)
    return ours, theirs, Indel.opcodes(ours, theirs)


def rapidfuzz_spans(old: str, new: str) -> list[Span]:
    """Its changes in characters, a deletion and the insertion beside it as one."""
    ours, theirs, opcodes = plain_rapidfuzz(old, new)
    at, there = [0, *accumulate(map(len, ours))], [0, *accumulate(map(len, theirs))]
    a = b = 0
    spans = []
    for i, j, size in opcodes.as_matching_blocks():
        if at[i] > a or there[j] > b:
            spans.append((a, at[i], b, there[j]))
        a, b = at[i + size], there[j + size]
    return spans


def exact_difflib(old: str, new: str) -> object:
    """The standard library without its shortcut for frequent tokens."""
    from difflib import SequenceMatcher

    ours, theirs = PLAIN_TOKENS.findall(old), PLAIN_TOKENS.findall(new)
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def by_redlines(old: str, new: str) -> object:
    """The package redlines: its list of changes."""
    from redlines import Redlines

    return Redlines(old, new).redlines


def each(act: Callable[[str, str], object], pairs: Iterable[Pair]) -> Callable[[], None]:
    """A case that does the same with every pair."""

    def run() -> None:
        for old, new in pairs:
            act(old, new)

    return run


def size_of(spans: Iterable[Span]) -> int:
    """Characters deleted and inserted."""
    return sum(end - start + to - there for start, end, there, to in spans)


def is_installed(package: str) -> bool:
    from importlib.util import find_spec

    return find_spec(package) is not None


def missing(what: str, package: str) -> Row:
    return what, "", "", f"{package}: not installed", "", "", "", ""


def measured_small(pairs: list[Pair], rounds: int) -> Iterator[Row]:
    """Wordings of one provision, before and after."""
    name = f"diff of {len(pairs)} wordings"
    times = in_turns(
        {
            "ours": each(lt.diff, pairs),
            "hunks": each(lambda old, new: lt.diff(old, new).hunks, pairs),
            "rapidfuzz": each(plain_rapidfuzz, pairs),
        },
        rounds,
    )
    yield ratio_row(name, times["ours"], "rapidfuzz Indel", times["rapidfuzz"], 1.2)
    yield ratio_row("… with its hunks", times["hunks"], "rapidfuzz Indel", times["rapidfuzz"], 1.2)
    ours = [lt.diff(old, new).spans for old, new in pairs]
    theirs = [rapidfuzz_spans(old, new) for old, new in pairs]
    yield ratio_row("… characters changed", sum(map(size_of, ours)), "rapidfuzz Indel",
                    sum(map(size_of, theirs)), 1.02, time=False)  # fmt: skip
    yield ratio_row(
        "… hunks", sum(map(len, ours)), "rapidfuzz, merged", sum(map(len, theirs)), 0.8, time=False
    )
    few = pairs[:: max(1, len(pairs) // 150)]
    times = in_turns({"ours": each(lt.diff, few), "difflib": each(exact_difflib, few)}, min(rounds, 3))
    yield ratio_row(f"diff of {len(few)} of them", times["ours"], "difflib, exact", times["difflib"], 1 / 30)
    if not is_installed("redlines"):
        yield missing("redline of them", "redlines")
        return
    cases = {
        "ours": each(lt.diff, few),
        "marked": each(lambda old, new: lt.redline(old, new).markdown, few),
        "redlines": each(by_redlines, few),
    }
    times = in_turns(cases, min(rounds, 3))
    yield ratio_row("… again", times["ours"], "redlines", times["redlines"], 1 / 4)
    yield ratio_row("redline of them as Markdown", times["marked"], "redlines", times["redlines"], 1 / 4)


def pairs_of_tokens(old: str, new: str) -> float:
    """About how many pairs of tokens rapidfuzz looks at, whose ends that both have cost it nothing."""
    start = shared_start(old, new)
    shared = start + shared_end(old, new, min(len(old), len(new)) - start)
    return (len(old) - shared) * (len(new) - shared) / 6


def measured_whole(pairs: list[Pair], rounds: int) -> Iterator[Row]:
    """Whole laws, neighbouring and far versions."""
    longest = max(in_turns({str(i): each(lt.diff, [pair]) for i, pair in enumerate(pairs)}, 1).values())
    yield ratio_row(f"slowest of {len(pairs)} whole laws", longest, "two seconds", 2.0, 1)
    both = [pair for pair in pairs if pairs_of_tokens(*pair) < MOST_PAIRS]
    times = in_turns({"ours": each(lt.diff, both), "rapidfuzz": each(plain_rapidfuzz, both)}, rounds)
    yield ratio_row(
        f"diff of {len(both)} whole laws", times["ours"], "rapidfuzz Indel", times["rapidfuzz"], 1 / 4
    )
    ours, theirs = [lt.diff(*pair).spans for pair in both], [rapidfuzz_spans(*pair) for pair in both]
    yield ratio_row("… characters changed", sum(map(size_of, ours)), "rapidfuzz Indel",
                    sum(map(size_of, theirs)), 1.03, time=False)  # fmt: skip
    yield ratio_row(
        "… hunks", sum(map(len, ours)), "rapidfuzz, merged", sum(map(len, theirs)), None, time=False
    )
    by_work = sorted(both, key=lambda pair: pairs_of_tokens(*pair))
    few = by_work[len(by_work) // 8 :: max(1, len(by_work) // 4)]
    what = f"diff of {len(few)} of them"
    if is_installed("redlines"):
        times = in_turns({"ours": each(lt.diff, few), "redlines": each(by_redlines, few)}, 1)
        yield ratio_row(what, times["ours"], "redlines", times["redlines"], 1 / 20)
    else:
        yield missing(what, "redlines")
    middling, hardest = by_work[len(by_work) // 2], by_work[-1]
    for which, pair in (("a middling", middling), ("the hardest", hardest)) if PROCESS.is_file() else ():
        peaks = [peak_kilobytes(act, pair) for act in ("ours", "rapidfuzz")]
        yield ratio_row(f"… peak kB, {which} pair", peaks[0], "rapidfuzz Indel", peaks[1], 1 / 3, time=False)


PEAK = """
import sys
from pathlib import Path
from rapidfuzz.distance import Indel
from lawtrack.texts.differences import text_diff
from tests.benchmarks.differences import plain_rapidfuzz
old, new = (Path(name).read_text("utf-8") for name in sys.argv[2:])
act = {"ours": text_diff, "rapidfuzz": plain_rapidfuzz}[sys.argv[1]]
act("one two", "one three")
def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
before = peak()
kept = act(old, new)
print(peak() - before)
"""
PROCESS = Path("/proc/self/status")


def peak_kilobytes(which: str, pair: Pair) -> int:
    """By how much a fresh process grows at most."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("old", "new")]
        for path, text in zip(paths, pair, strict=True):
            path.write_text(text, "utf-8")
        command = [sys.executable, "-c", PEAK, which, *map(str, paths)]
        return int(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)


def measured_trees(trees: list[tuple[Unit, Unit]], rounds: int) -> Iterator[Row]:
    """Trees against xmldiff, which compares the same as XML."""
    what = f"diff of {len(trees)} trees"
    if not is_installed("xmldiff"):
        yield missing(what, "xmldiff")
        return
    from lxml import etree
    from xmldiff import main as xmldiff

    def element(unit: Unit) -> Any:
        made = etree.Element(unit.type, num=unit.num, heading=unit.heading, eid=unit.eid)
        made.text = unit.text
        made.extend([element(child) for child in unit.children])
        return made

    as_xml = [tuple(map(element, pair)) for pair in trees]
    cases = {
        "ours": lambda: [lt.diff(*pair) for pair in trees],
        "xmldiff": lambda: [xmldiff.diff_trees(*pair) for pair in as_xml],
    }
    times = in_turns(cases, rounds)
    yield ratio_row(what, times["ours"], "xmldiff", times["xmldiff"], 1 / 4)
    counts = [sum(len(answer) for answer in case()) for case in cases.values()]
    yield ratio_row("… modifications", counts[0], "xmldiff", counts[1], None, time=False)


def made_up() -> tuple[list[Pair], list[Pair], list[tuple[Unit, Unit]]]:
    """A few texts for a run that only shows that everything works."""
    dice = random.Random(1)

    def law(articles: int) -> str:
        words = (
            "whoever",
            "takes",
            "a",
            "thing",
            "of",
            "another",
            "pays",
            "5 000",
            "euros",
            "or",
            "ten",
            "days",
        )
        lines = (f"Article {n}. {' '.join(dice.choices(words, k=30))}." for n in range(articles))
        return "\n".join(lines)

    def amended(text: str) -> str:
        return text.replace("5 000", "7 500", 1).replace("thing", "good", 3) + "\nArticle 99. New."

    small, large = [law(2) for _ in range(5)], [law(90)]
    tree = Unit(type="body", children=[Unit(type="article", num=str(n), text=law(1)) for n in range(4)])
    after = tree.with_(children=tree.children[1:])
    return (
        [(text, amended(text)) for text in small],
        [(text, amended(text)) for text in large],
        [(tree, after)],
    )


def differences_measured(smoke: bool) -> Iterator[Row]:
    """All rows about texts, in order, as they come."""
    small, large, trees = made_up()
    if not smoke and DATA.is_dir():
        small = small_wordings(DATA, 2500) or small
        large = whole_laws(DATA) or large
        trees = [pair for versions in ecfr_trees(DATA) for pair in pairwise(versions)][::4] or trees
    yield from measured_small(small, 1 if smoke else 5)
    yield from measured_whole(large, 1 if smoke else 2)
    yield from measured_trees(trees, 1)
