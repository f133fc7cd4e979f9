"""Trees of text: changing them, and finding the text of a day."""

import gzip
import json
import os
from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs

import lawtrack as lt
from lawtrack.texts import clashes, exchange

from ..acceptance.ecfr import Part, modifications

__all__ = ["changing", "clashing", "exchanging", "inserting", "looking_up", "replaying"]

DATA = Path(os.environ.get("LAWTRACK_ACCEPTANCE_DATA", Path(__file__).parents[3] / "shared"))
Cases = dict[str, Callable[[], Any]]


def _law(articles: int) -> lt.Unit:
    """A law in chapters of twenty articles, each of four paragraphs."""
    units = [
        lt.Unit(type="article", num=f"Article {n}", children=[
            lt.Unit(type="paragraph", num=f"{i}.", text=f"Words of paragraph {i} of article {n}, some old.")
            for i in range(1, 5)
        ])
        for n in range(1, articles + 1)
    ]  # fmt: skip
    return lt.Unit(
        type="body",
        children=[
            lt.Unit(type="chapter", num=f"Chapter {n // 20 + 1}", children=units[n : n + 20])
            for n in range(0, articles, 20)
        ],
    )


def changing(articles: int) -> tuple[str, Cases]:
    """One change of words in each article, against replacing the words in a dictionary of strings."""
    law = _law(articles)
    eids = [f"art_{n}__para_2" for n in range(1, articles + 1)]
    changes = [lt.WordSubstitution(target=eid, old="old", new="new") for eid in eids]
    strings = {eid: lt.Expression(work="x", root=law)[eid].text for eid in eids}

    def plain() -> dict[str, str]:
        copy = dict(strings)
        for eid in eids:
            if copy[eid].count("old") != 1:
                raise ValueError(eid)
            copy[eid] = copy[eid].replace("old", "new")
        return copy

    return f"apply {articles} changes of words", {"lawtrack": lambda: lt.apply(law, changes), "plain": plain}


def inserting(articles: int) -> tuple[str, Cases]:
    """An article put in after each of a law, against half of those into half the law."""
    cases: Cases = {}
    for name, count in (("all", articles), ("half", articles // 2)):
        law = _law(count)
        changes = [
            lt.Insertion(
                target=f"art_{n}", where=lt.Place.AFTER, units=lt.Unit(type="article", num=f"Article {n}-1")
            )
            for n in range(1, count + 1)
        ]
        # Named anew, so that no round finds what another kept.
        cases[name] = lambda law=law, changes=changes: lt.apply(law.with_(), changes)  # type: ignore[misc]
    return f"apply {articles} insertions", cases


def clashing(changes: int) -> tuple[str, Cases]:
    """Changes of one day in a law of a thousand articles, all of one paragraph, against each of its own."""
    law = _law(1000)
    one = [lt.PartSubstitution(target="art_1__para_1", part="text", new=f"{n}") for n in range(changes)]
    apart = [attrs.evolve(change, target=f"art_{n}__para_1") for n, change in enumerate(one, 1)]
    return f"clashes of {changes} changes", {
        "one": lambda: clashes(law, one),
        "apart": lambda: clashes(law, apart),
    }


def exchanging(changes: int) -> tuple[str, Cases]:
    """Changes of words that give way to every second of them, against half as many."""
    cases: Cases = {}
    for name, count in (("all", changes), ("half", changes // 2)):
        gone = [
            lt.WordSubstitution(target=f"art_{n}__para_2", old="old", new="new") for n in range(1, count + 1)
        ]
        text = lt.apply(_law(changes), gone)
        cases[name] = lambda text=text, gone=gone: exchange(text, gone, gone[::2])  # type: ignore[misc]
    return f"exchange {changes} changes", cases


def looking_up(years: int) -> tuple[str, Cases]:
    """The text of ten thousand days in a work that changed every month, against a dictionary and bisect."""
    first = date(2000, 1, 1)
    starts = tuple(first + timedelta(days=30 * n) for n in range(12 * years))
    texts = tuple(
        lt.Expression(work="w", root=lt.Unit(type="body", text=f"Text {n}.")) for n in range(len(starts))
    )
    history = lt.Editions(work="w", starts=starts, texts=texts)
    by_work = {"w": (starts, texts)}
    days = [first + timedelta(days=n * 7 % (360 * years)) for n in range(10_000)]

    def plain() -> None:
        for day in days:
            held, told = by_work["w"]
            told[bisect_right(held, day) - 1]

    def ours() -> None:
        for day in days:
            history.on(day)

    return "text of 10,000 days", {"lawtrack": ours, "plain": plain}


def replaying(most: int | None) -> tuple[str, Cases] | None:
    """All differences of the parts of the eCFR applied, against decoding their JSON; None without data."""
    files = sorted(DATA.glob("corpora/ecfr_atf/part*.jsonl.gz"))
    if not files:
        return None
    work = []
    for path in files:
        part = Part(path)
        for diff in part.diffs[:most]:
            old = part.trees[diff["from"]]
            work.append((old, modifications(old, diff["entries"])))
    lines = [line for path in files for line in gzip.decompress(path.read_bytes()).splitlines()]

    def ours() -> None:
        for old, changes in work:
            lt.apply(old, changes)

    def plain() -> None:
        for line in lines:
            json.loads(line)

    what = f"replay {len(work)} eCFR differences, {sum(len(changes) for _, changes in work)} changes"
    return what, {"lawtrack": ours, "plain": plain}
