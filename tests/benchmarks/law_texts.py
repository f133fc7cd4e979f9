"""Real pairs of law texts from the acceptance data: small wordings, whole laws."""

import gzip
import itertools
import json
import random
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from shutil import which
from typing import Any

from lawtrack.model.unit import Unit

__all__ = ["Pair", "ecfr_trees", "small_wordings", "whole_laws"]

Pair = tuple[str, str]

_ARTICLE = re.compile(r"^(?:#+ )?Article ([LRD]?\.? ?\d[^\n]*)$", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_LONGEST_SMALL = 20_000


def _git(folder: Path, *words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True).stdout


@cache
def _histories(data: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every file of every bundle with its versions, oldest first; none where git is not installed."""
    if which("git") is None:
        return ()
    found: dict[str, list[str]] = {}
    for bundle in sorted(data.glob("corpora/*/*.bundle")):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            _git(place, "clone", "-q", "--bare", str(bundle), "repo")
            log = _git(
                place / "repo",
                "log",
                "--all",
                "--reverse",
                "--raw",
                "--no-abbrev",
                "--format=",
                "--no-renames",
            )
            wanted = [
                (line.split()[3], line.partition("\t")[2])
                for line in log.decode("utf-8", "replace").splitlines()
                if line.startswith(":") and not line.split()[3].startswith("0000")
            ]
            names = "\n".join(blob for blob, _ in wanted).encode()
            batch = subprocess.run(
                ["git", "cat-file", "--batch"],
                cwd=place / "repo",
                input=names,
                check=True,
                capture_output=True,
            ).stdout
        at = 0
        for _, path in wanted:
            head_end = batch.index(b"\n", at)
            size = int(batch[at:head_end].split()[2])
            text = batch[head_end + 1 : head_end + 1 + size].decode("utf-8", "replace")
            at = head_end + 2 + size
            found.setdefault(f"{bundle.stem}/{path}", []).append(_FRONT_MATTER.sub("", text))
    return tuple((name, tuple(texts)) for name, texts in found.items())


def _articles(code: str) -> dict[str, str]:
    """Articles of a code in one file by label; of labels printed twice, none."""
    parts = _ARTICLE.split(code)
    labels = parts[1::2]
    return {label: body for label, body in zip(labels, parts[2::2], strict=True) if labels.count(label) == 1}


def _words_of(tree: dict[str, Any]) -> Iterator[str]:
    for key in ("num", "heading", "text"):
        if tree.get(key):
            yield tree[key]
    for child in tree.get("children", ()):
        yield from _words_of(child)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _texts_by_label(tree: dict[str, Any]) -> dict[str, str]:
    found = {"-".join(tree["label"]): tree["text"]}
    for child in tree["children"]:
        found |= _texts_by_label(child)
    return found


def _all_small(data: Path) -> Iterator[Pair]:
    for _, versions in _histories(data):
        if max(map(len, versions)) > 100_000:
            per_version = [_articles(text) for text in versions]
            for old, new in itertools.pairwise(per_version):
                yield from ((old[label], new[label]) for label in old.keys() & new.keys())
        else:
            yield from itertools.pairwise(versions)
    for path in sorted(data.glob("corpora/dc_law/cases*.jsonl.gz")):
        for case in _lines(path):
            if case["before"] and case["after"]:
                yield "\n".join(_words_of(case["before"])), "\n".join(_words_of(case["after"]))
    for path in sorted(data.glob("corpora/ecfr_atf/part*.jsonl.gz")):
        trees = [_texts_by_label(row["tree"]) for row in _lines(path) if row["record"] == "version"]
        for before, after in itertools.pairwise(trees):
            yield from ((before[label], after[label]) for label in before.keys() & after.keys())


def small_wordings(data: Path, most: int) -> list[Pair]:
    """Up to *most* distinct pairs of consecutive wordings that differ, drawn from all sources."""
    pairs = sorted({(a, b) for a, b in _all_small(data) if a != b and a and b and len(a) < _LONGEST_SMALL})
    return random.Random(7).sample(pairs, min(most, len(pairs)))


def ecfr_trees(data: Path) -> Iterator[list[Unit]]:
    """The versions of each part of the Code of Federal Regulations as trees, oldest first."""
    for path in sorted(data.glob("corpora/ecfr_atf/part*.jsonl.gz")):
        yield [_unit(row["tree"]) for row in _lines(path) if row["record"] == "version"]


def _unit(node: dict[str, Any]) -> Unit:
    return Unit(
        type="section" if node["type"] == "regtext" else node["type"],
        heading=node.get("title", ""),
        text=node["text"],
        children=[_unit(child) for child in node["children"]],
        eid="-".join(node["label"]),
    )


def _archived(data: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Laws in archives of one file a version, oldest first."""
    for archive in sorted(data.glob("corpora/*/*.tar.xz")):
        found: dict[str, list[tuple[str, str]]] = {}
        with tarfile.open(archive) as tar:
            for member in tar:
                law, name = Path(member.name).parts[-2:] if len(Path(member.name).parts) > 2 else ("", "")
                if law and member.isfile() and name.endswith((".md", ".xml")):
                    file = tar.extractfile(member)
                    assert file
                    found.setdefault(law, []).append((name, file.read().decode("utf-8")))
        for law, versions in found.items():
            yield law, tuple(_FRONT_MATTER.sub("", text) for _, text in sorted(versions))


def whole_laws(data: Path, shortest: int = 100_000) -> list[Pair]:
    """Neighbouring and far versions of laws of *shortest* to a million characters, oldest first."""
    pairs = []
    for _, versions in (*_histories(data), *_archived(data)):
        long = [text for text in dict.fromkeys(versions) if shortest <= len(text) <= 1_100_000]
        step = max(1, len(long) // 12)
        pairs += list(itertools.pairwise(long))[::step]
        if len(long) > 4:
            pairs += [(long[0], long[-1]), (long[len(long) // 2], long[-1]), (long[0], long[len(long) // 2])]
    return pairs
