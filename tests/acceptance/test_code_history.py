"""Laws in Markdown as git keeps them: versions load, articles are those of the file, defects are told."""

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import lawtrack as lt
from lawtrack.histories import labels_in

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="histories need the program git")

ALL = os.environ.get("LAWTRACK_ACCEPTANCE_ALL") == "1"
"""Compare every article of every day; otherwise every fifth article of every tenth day."""


def bundles(folder: Path) -> list[Path]:
    return sorted((folder / "corpora").glob("*/*.bundle"))


@pytest.fixture(scope="session")
def histories(acceptance_data) -> dict[Path, lt.History]:
    found = bundles(acceptance_data)
    if not found:
        pytest.skip(f"no bundle below {acceptance_data / 'corpora'}")
    return {path: lt.read(path) for path in found}


@pytest.fixture(scope="session")
def clones(histories, tmp_path_factory) -> dict[Path, Path]:
    """Ordinary clones of the bundles, to be asked by git itself."""
    made = {}
    for path in histories:
        made[path] = tmp_path_factory.mktemp("clones") / path.stem
        git(path.parent, "clone", "--quiet", "--bare", str(path), str(made[path]))
    return made


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def files_of(clone: Path, commit: str) -> dict[str, str]:
    """Text of each Markdown file of a commit but indexes, by path."""
    names = git(clone, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", commit).splitlines()
    names = [name for name in names if name.endswith(".md") and not name.endswith("README.md")]
    wanted = "".join(f"{commit}:{name}\n" for name in names).encode()
    data = subprocess.run(
        ["git", "cat-file", "--batch"], cwd=clone, input=wanted, capture_output=True, check=True
    ).stdout
    texts, here = {}, 0
    for name in names:
        end = data.index(b"\n", here)
        size = int(data[here:end].split()[-1])
        texts[name] = data[end + 1 : end + 1 + size].decode("utf-8")
        here = end + 2 + size
    return texts


ARTICLE = re.compile(r"(#+ )?Article \S.{0,40}")
# A label alone, without marks: figures with prefixes and letters, or one of few words.
BARE = re.compile(
    r"Article ((L\.?O|[LRDAC])\*{0,2}\.? ?)?"
    r"(\d+(er)?([-.]\d+)*([ -][A-Z]{1,2}(-\d+)*)?( (bis|ter|quater|[a-z]+ies))?"
    r"|(préliminaire|liminaire|unique|premier)|Annexe.{0,10})"
)


def articles_of(texts: dict[str, str], strays: set[str]) -> Counter[tuple[str, str]]:
    """Label and words of each article, by a reading of the file that shares nothing with the library's."""
    found: Counter[tuple[str, str]] = Counter()
    for text in texts.values():
        body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        marked = re.search(r"^## |\A\s*# Article", body, re.MULTILINE) is not None
        label, words = "", []
        for line in body.splitlines():
            said = line.strip()
            is_article = ARTICLE.fullmatch(said) and (said.startswith("#") or BARE.fullmatch(said))
            if is_article and said not in strays and not (marked and not said.startswith("#")):
                found[label, "".join(words)] += bool(label)
                label, words = re.sub(r"^(#+ )?Article ", "", said), []
            elif said.startswith("#") or (not marked and DIVISION.fullmatch(said)):
                found[label, "".join(words)] += bool(label)
                label, words = "", []
            elif label:
                words.append(re.sub(r"\s+", "", said))
        found[label, "".join(words)] += bool(label)
    return +found


# Bare lines that open a division in the files without marks.
DIVISION = re.compile(
    r"(Partie (législative|réglementaire.*)"
    r"|(Livre|Titre|Sous-titre|Chapitre|Section|Sous-section|Paragraphe) "
    r"([IVXLC]+(er)?|\d+|unique|préliminaire)( (bis|ter|quater|quinquies))?( : .*)?|[A-Z]\. : .*)"
)


def words_of(unit: lt.Unit) -> str:
    return re.sub(r"\s+", "", "".join(inner.text for _, inner in unit.walk()))


def last_of_days(history: lt.History) -> list:
    return [history.version_on(day) for day in history.days]


def test_every_version_loads(histories, clones):
    """Every commit that changes the text is a version, dated as its author date is written."""
    for path, history in histories.items():
        log = git(
            clones[path],
            "log",
            "--reverse",
            "--format=%H %ad",
            "--date=short",
            "--first-parent",
            "--branches",
        )
        dated = dict(line.split() for line in log.splitlines())

        assert len(history) <= len(dated)
        assert {version.id: str(version.day) for version in history} == {
            version.id: dated[version.id] for version in history
        }
        trees = git(clones[path], "log", "--format=%T", "--first-parent", "--branches").split()
        assert len(history) >= 1 + sum(a != b for a, b in pairwise(trees))


def test_articles_are_those_of_the_file(histories, clones):
    """The articles of a day have the labels and words of the last commit of the day, each as often."""
    compared = 0
    for path, history in histories.items():
        versions = last_of_days(history)
        strays = {p.read.split("'")[1] for p in lt.validate(history) if p.code == "LT-HIS-007"}
        for version in versions if ALL else versions[::10] + versions[-1:]:
            wanted = articles_of(files_of(clones[path], version.id), strays)
            text = history.on(version.day)
            found = Counter(
                (re.sub(r"^Article ", "", unit.num), words_of(unit)) for _, unit in labels_in(text.root)
            )
            assert found == wanted, (path.name, version)
            for label in list(dict.fromkeys(label for label, _ in wanted))[:: 1 if ALL else 5]:
                copies = [words for other, words in wanted if other == label]
                if sum(n for (other, _), n in wanted.items() if other == label) == 1:
                    assert words_of(text[f"Article {label}"]) == copies[0]
                    compared += 1
                else:
                    with pytest.raises(LookupError):
                        text[f"Article {label}"]
    print(f"\narticles compared by address: {compared}")


def test_pieces_do_not_depend_on_the_version_before(histories, clones):
    """A version read alone is the same text as the version read after all others."""
    for path, history in histories.items():
        if len(files_of(clones[path], history.versions[-1].id)) > 1:
            continue  # one file for each article is read by file anyway
        for version in last_of_days(history)[:: 1 if ALL else 25]:
            (text,) = files_of(clones[path], version.id).values()
            file = clones[path].parent / "alone.md"
            file.write_text(text, "utf-8", newline="\n")
            alone = lt.read(file)
            assert alone.root.children == version.root.children, version
            assert alone.root.heading == version.root.heading


def test_equal_parts_are_one_object(histories):
    """An article that two successive versions have in the same words is the same object in both."""
    for history in histories.values():
        for before, after in pairwise(last_of_days(history)):
            held = {id(unit) for _, unit in labels_in(before.root)}
            same = {unit for _, unit in labels_in(before.root)}
            twins = [u for _, u in labels_in(after.root) if u in same and id(u) not in held]
            assert twins == [], (before, after)


def summaries(folder: Path) -> list[tuple[str, dict]]:
    found = sorted((folder / "gold").glob("*_sentence_changes_*summary*.json"))
    if not found:
        pytest.skip(f"no summaries below {folder / 'gold'}")
    return [(path.name, row) for path in found for row in json.loads(path.read_text("utf-8"))]


def plain(text: str) -> str:
    """Words with one kind of space, apostrophe and dash, and thousands written together."""
    text = text.replace("’", "'").replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    text = re.sub("[‐‑‒–—―−]", "-", text)
    return " ".join(text.split())


def joined_thousands(text: str) -> str:
    return re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)


def bare(text: str) -> str:
    """Letters and figures only, for what differs in punctuation, quotation marks or case."""
    return re.sub(r"[\W_]+", "", text).casefold()


def lines_of(units: list[lt.Unit]) -> list[list[str]]:
    return [[line for _, u in unit.walk() if u.text for line in u.text.split("\n")] for unit in units]


def counts(before: lt.Expression, after: lt.Expression, scope: str | None) -> dict[str, int]:
    """What a comparison of two texts by label finds, counted as the gold counts it."""
    sides = []
    for text in (before, after):
        held: dict[str, list[lt.Unit]] = {}
        for label, unit in labels_in(text.root):
            if scope is None or re.search(scope, label):
                held.setdefault(label, []).append(unit)
        sides.append(held)
    old, new = sides
    found = Counter(inserted=len(new.keys() - old.keys()), repealed=len(old.keys() - new.keys()))
    for label in old.keys() & new.keys():
        one, other = lines_of(old[label]), lines_of(new[label])
        whole = [[plain(" ".join(lines)) for lines in side] for side in (one, other)]
        if [list(map(plain, lines)) for lines in one] == [list(map(plain, lines)) for lines in other]:
            found["identical"] += 1
        elif whole[0] == whole[1]:
            found["layout_only"] += 1
        elif [bare(joined_thousands(w)) for w in whole[0]] == [bare(joined_thousands(w)) for w in whole[1]]:
            found["number_or_punctuation_format_only"] += 1
        else:
            found["reworded"] += 1
    return {**found, "articles_before": len(old), "articles_after": len(new)}


def test_counts_are_those_of_the_gold(histories, acceptance_data):
    """Insertions, repeals, rewordings and changes of form between two days are as many as counted by hand."""
    by_stem = {path.stem: history for path, history in histories.items()}
    wrong = {}
    for name, row in summaries(acceptance_data):
        history = by_stem.get(row["source"])
        if history is None:
            continue
        first, last = row["pair"]
        found = counts(history.on(first), history.on(last), row.get("label_scope"))
        wanted = row["counts_as_in_file"]
        off = {key: (found.get(key, 0), n) for key, n in wanted.items() if found.get(key, 0) != n}
        if off:
            wrong[name, row["id"]] = off

    assert wrong == {}


def test_labels_of_the_gold_are_inserted_and_repealed(histories, acceptance_data):
    """The labels that appear and disappear are those listed, not only as many."""
    by_stem = {path.stem: history for path, history in histories.items()}
    for name, row in summaries(acceptance_data):
        if row["source"] not in by_stem:
            continue
        before, after = (
            {label for label, _ in labels_in(by_stem[row["source"]].on(day).root)} for day in row["pair"]
        )
        scope = re.compile(row.get("label_scope") or "")
        listed = {key: set(row["lists"].get(key, ())) for key in ("inserted", "repealed")}
        assert {label for label in after - before if scope.search(label)} == listed["inserted"], (
            name,
            row["id"],
        )
        assert {label for label in before - after if scope.search(label)} == listed["repealed"], (
            name,
            row["id"],
        )


def test_defects_are_told(histories):
    """A label that a day has twice, one that is gone for a while, and a hole are each told of by a code."""
    for history in histories.values():
        told = lt.validate(history)
        versions = last_of_days(history)
        usable = [
            v for v in versions if not any(p.code == "LT-HIS-003" and v.id[:8] in p.where for p in told)
        ]
        labels = [Counter(label for label, _ in labels_in(version.root)) for version in usable]
        about = {}
        for problem in told:
            about.setdefault(problem.code, set()).add(problem.where.removeprefix("article "))

        twice = {label for held in labels for label, n in held.items() if n > 1}
        assert about.get("LT-HIS-001", set()) == twice
        gone = set()
        for label in set().union(*labels):
            runs = re.sub(r"(.)\1*", r"\1", "".join("x" if label in held else "." for held in labels))
            gone |= {label} if "x.x" in runs else set()
        assert about.get("LT-HIS-002", set()) == gone
        holes = sum((b.day - a.day).days > 366 for a, b in pairwise(history.versions))
        assert sum(problem.code == "LT-HIS-004" for problem in told) == holes
        same = sum(a.root.children == b.root.children for a, b in pairwise(history.versions))
        assert sum(problem.code == "LT-HIS-005" for problem in told) == same
